//! How messages are read, as it is kept with them and summed up for their conversations.

pub(super) mod corrections;
pub(super) mod lessons;
pub(super) mod older;

use std::collections::{BTreeMap, HashMap};

use database::{Error, IntoValue, Params, Row, Tx, in_groups, params, placeholders, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::{Feeling, Hour, Judgement, intents_of, intents_text};
use crate::conversation::Conversation;
use crate::message::Message;

/// The instants of an hour.
const HOUR: i64 = 3_600_000_000;

/// A message that was read.
pub(super) struct Read {
    pub message: Id<Message>,
    pub brand: Id<Brand>,
    pub conversation: Id<Conversation>,
    pub judgement: Judgement,
}

fn read(row: &Row) -> Result<Judgement, Error> {
    Ok(Judgement {
        at: row.get("at")?,
        language: row.get("language")?,
        language_sure: row.get("language_sure")?,
        sentiment: row.get("sentiment")?,
        sure: row.get("sure")?,
        harm: row.get("harm")?,
        harm_sure: row.get("harm_sure")?,
        spam: row.get("spam")?,
        spam_sure: row.get("spam_sure")?,
        intent: row.get("intent")?,
        intent_sure: row.get("intent_sure")?,
        intents: intents_of(&row.get::<String>("intents")?),
        corrected: row.get("corrected")?,
    })
}

/// Keeps how messages are read, and tells their conversations.
pub(super) async fn keep(rows: Vec<Read>, tx: &mut Tx) -> Result<(), Error> {
    let mut last: HashMap<Id<Conversation>, &Judgement> = HashMap::new();
    for row in &rows {
        let known = last.entry(row.conversation).or_insert(&row.judgement);
        if row.judgement.at >= known.at {
            *known = &row.judgement;
        }
    }
    let mut last: Vec<_> = last.into_iter().collect();
    last.sort_unstable_by_key(|(conversation, _)| *conversation);
    let sums = last.into_iter().map(|(conversation, read)| sum(conversation, Some(read)));
    let sums = sums.collect();
    tx.execute_many(
        sql!(
            "INSERT INTO message_judgement (message_id, brand_id, at, language, language_sure,
             sentiment, sure, harm, harm_sure, spam, spam_sure, intent, intent_sure, intents,
             corrected) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
             ON CONFLICT (message_id) DO NOTHING"
        ),
        rows.iter().map(|row| values(row.brand, row.message, &row.judgement)).collect(),
    )
    .await?;
    tx.execute_many(
        sql!(
            "UPDATE conversation SET read_at = $2, feeling = $3, harm = $4, spam = $5, intents = $6
             WHERE id = $1 AND (read_at IS NULL OR read_at <= $2)"
        ),
        sums,
    )
    .await
    .map(drop)
}

fn values(brand: Id<Brand>, message: Id<Message>, read: &Judgement) -> Params {
    params![
        message,
        brand,
        read.at,
        read.language.as_str(),
        read.language_sure,
        read.sentiment,
        read.sure,
        read.harm,
        read.harm_sure,
        read.spam,
        read.spam_sure,
        read.intent,
        read.intent_sure,
        intents_text(&read.intents),
        read.corrected
    ]
}

fn sum(conversation: Id<Conversation>, last: Option<&Judgement>) -> Params {
    params![
        conversation,
        last.map(|read| read.at),
        last.and_then(Judgement::feeling),
        last.map(|read| read.harm).filter(|harm| harm.hurts()),
        last.is_some_and(|read| read.spam),
        last.map_or_else(String::new, |read| intents_text(&read.intents))
    ]
}

/// Writes how a conversation's last message is read.
pub(super) async fn sum_up(
    conversation: Id<Conversation>,
    last: Option<&Judgement>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE conversation SET read_at = $2, feeling = $3, harm = $4, spam = $5, intents = $6
             WHERE id = $1"
        ),
        sum(conversation, last),
    )
    .await
    .map(drop)
}

pub(super) async fn last_of(
    conversation: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Option<Judgement>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT j.* FROM message m JOIN message_judgement j ON j.message_id = m.id
                 WHERE m.conversation_id = $1 ORDER BY m.sent_at DESC, m.id DESC LIMIT 1"
            ),
            params![conversation],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

pub(super) async fn replace(
    brand: Id<Brand>,
    message: Id<Message>,
    judgement: &Judgement,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO message_judgement (message_id, brand_id, at, language, language_sure,
             sentiment, sure, harm, harm_sure, spam, spam_sure, intent, intent_sure, intents,
             corrected) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
             ON CONFLICT (message_id) DO UPDATE SET at = excluded.at,
             language = excluded.language, language_sure = excluded.language_sure,
             sentiment = excluded.sentiment, sure = excluded.sure, harm = excluded.harm,
             harm_sure = excluded.harm_sure, spam = excluded.spam,
             spam_sure = excluded.spam_sure, intent = excluded.intent,
             intent_sure = excluded.intent_sure, intents = excluded.intents,
             corrected = excluded.corrected"
        ),
        values(brand, message, judgement),
    )
    .await
    .map(drop)
}

pub(super) async fn of(
    brand: Id<Brand>,
    messages: &[Id<Message>],
    tx: &mut Tx,
) -> Result<HashMap<Id<Message>, Judgement>, Error> {
    let mut found = HashMap::with_capacity(messages.len());
    for group in in_groups(messages) {
        let text = format!(
            "SELECT * FROM message_judgement WHERE brand_id = $1 AND message_id IN ({})
             ORDER BY message_id",
            placeholders(2, group.len())
        );
        let mut values = params![brand];
        values.extend(group.into_iter().map(IntoValue::into_value));
        for row in tx.query(&text, values).await? {
            found.insert(row.get("message_id")?, read(&row)?);
        }
    }
    Ok(found)
}

pub(super) async fn hours(
    brand: Id<Brand>,
    from: Timestamp,
    until: Timestamp,
    tx: &mut Tx,
) -> Result<BTreeMap<Timestamp, Hour>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT at / 3600000000 AS hour, sentiment, COUNT(*) AS many
                 FROM message_judgement WHERE brand_id = $1
                 AND sentiment IN ('negative', 'neutral', 'positive')
                 AND at >= $2 AND at < $3 AND spam = FALSE
                 GROUP BY at / 3600000000, sentiment ORDER BY 1, 2"
            ),
            params![brand, from, until],
        )
        .await?;
    let mut hours: BTreeMap<Timestamp, Hour> = BTreeMap::new();
    for row in rows {
        let at = Timestamp::from_microsecond(row.get::<i64>("hour")? * HOUR);
        let at = at.map_err(|error| Error::other(error.to_string()))?;
        let (hour, many) = (hours.entry(at).or_default(), row.get::<i64>("many")?);
        hour.read += many;
        match row.get("sentiment")? {
            Feeling::Negative => hour.negative += many,
            Feeling::Positive => hour.positive += many,
            Feeling::Neutral => {}
        }
    }
    Ok(hours)
}
