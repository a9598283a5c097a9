use std::collections::{BTreeMap, HashMap};

use database::{Error, IntoValue, Params, Row, Tx, in_groups, params, placeholders, sql};
use jiff::Timestamp;
use language::Correction;
use platform::{Actor, Brand};
use primitives::Id;

use super::correct::{CorrectedMessage, Said};
use super::keep::ToRead;
use super::{Feeling, Harm, Hour, Judgement, intents_of, intents_text};
use crate::conversation::Conversation;
use crate::message::Message;

/// The instants of an hour.
const HOUR: i64 = 3_600_000_000;
/// The corrections that are learnt from: the latest.
const LEARNT: usize = 2_000;

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

/// How far older messages are read: none when all are, or, to hold it, when another is at it.
pub(super) async fn walk(to_hold: bool, tx: &mut Tx) -> Result<Option<Option<Id<Message>>>, Error> {
    let lock = if to_hold { tx.for_update_skip_locked() } else { "" };
    let text = format!(
        "SELECT down_to FROM judgement_walk WHERE id = 1 AND done = FALSE ORDER BY id{lock}"
    );
    tx.query_opt(&text, params![]).await?.map(|row| row.get("down_to")).transpose()
}

/// The next messages to look at, and the last that was looked at: none at the end.
pub(super) async fn older(
    down_to: Option<Id<Message>>,
    most: usize,
    tx: &mut Tx,
) -> Result<(Vec<ToRead>, Option<Id<Message>>), Error> {
    let below = down_to.unwrap_or_else(|| Id::from_uuid(uuid::Uuid::max()));
    let rows = tx
        .query(
            sql!(
                "SELECT m.id, m.brand_id, m.conversation_id, m.sent_at, m.text, m.direction, m.kind,
                 j.message_id AS known FROM
                 (SELECT * FROM message WHERE id < $1 ORDER BY id DESC LIMIT $2) AS m
                 LEFT JOIN message_judgement j ON j.message_id = m.id ORDER BY m.id DESC"
            ),
            params![below, most],
        )
        .await?;
    let last = rows.last().map(|row| row.get("id")).transpose()?;
    let mut older = Vec::new();
    for row in &rows {
        let theirs = row.get::<String>("direction")? == "inbound";
        let kind: String = row.get("kind")?;
        let said = !matches!(kind.as_str(), "like" | "share" | "follow");
        if theirs && said && row.get::<Option<Id<Message>>>("known")?.is_none() {
            older.push(one(row)?);
        }
    }
    Ok((older, last))
}

fn one(row: &Row) -> Result<ToRead, Error> {
    Ok(ToRead {
        message: row.get("id")?,
        brand: row.get("brand_id")?,
        conversation: row.get("conversation_id")?,
        at: row.get("sent_at")?,
        text: row.get("text")?,
    })
}

pub(super) async fn walked(last: Option<Id<Message>>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE judgement_walk SET down_to = COALESCE($1, down_to), done = $2 WHERE id = 1"),
        params![last, last.is_none()],
    )
    .await
    .map(drop)
}

/// A message of theirs that has words.
pub(super) async fn to_read(
    brand: Id<Brand>,
    message: Id<Message>,
    tx: &mut Tx,
) -> Result<Option<ToRead>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT id, brand_id, conversation_id, sent_at, text FROM message
                 WHERE brand_id = $1 AND id = $2 AND direction = 'inbound'
                 AND kind NOT IN ('like', 'share', 'follow')"
            ),
            params![brand, message],
        )
        .await?;
    let one = row.as_ref().map(one).transpose()?;
    Ok(one.filter(|one| !one.text.trim().is_empty()))
}

pub(super) async fn digest(brand: Id<Brand>, tx: &mut Tx) -> Result<Option<String>, Error> {
    let text = sql!("SELECT digest FROM judgement_lesson WHERE brand_id = $1");
    let row = tx.query_opt(text, params![brand]).await?;
    let digest: Option<String> = row.map(|row| row.get("digest")).transpose()?;
    Ok(digest.filter(|digest| !digest.is_empty()))
}

pub(super) async fn adjustments(brand: Id<Brand>, tx: &mut Tx) -> Result<Option<String>, Error> {
    let text = sql!("SELECT adjustments FROM judgement_lesson WHERE brand_id = $1");
    tx.query_opt(text, params![brand]).await?.map(|row| row.get("adjustments")).transpose()
}

/// Holds what the brand taught until the transaction ends.
pub(super) async fn hold_lessons(brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO judgement_lesson (brand_id, digest, adjustments) VALUES ($1, '', '')
             ON CONFLICT (brand_id) DO NOTHING"
        ),
        params![brand],
    )
    .await?;
    let lock = tx.for_update();
    let text = format!("SELECT brand_id FROM judgement_lesson WHERE brand_id = $1{lock}");
    tx.query_opt(&text, params![brand]).await.map(drop)
}

pub(super) async fn teach(
    brand: Id<Brand>,
    digest: &str,
    adjustments: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE judgement_lesson SET digest = $2, adjustments = $3 WHERE brand_id = $1"),
        params![brand, digest, adjustments],
    )
    .await
    .map(drop)
}

/// What the brand's corrections teach, in the order in which they were said.
pub(super) async fn lessons(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Correction>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT k.sentiment, k.harm, k.spam, k.intents, m.text FROM judgement_correction k
                 JOIN message m ON m.id = k.message_id WHERE k.brand_id = $1
                 ORDER BY k.at DESC, k.id DESC LIMIT $2"
            ),
            params![brand, LEARNT],
        )
        .await?;
    rows.iter().rev().map(lesson).collect()
}

fn lesson(row: &Row) -> Result<Correction, Error> {
    let intents = row.get::<String>("intents")?;
    let intents = intents.split(' ').filter_map(|word| {
        let (word, holds) = match word.strip_suffix('-') {
            Some(word) => (word, false),
            None => (word, true),
        };
        word.parse::<super::Intent>().ok().map(|intent| (intent.into(), holds))
    });
    Ok(Correction {
        text: row.get("text")?,
        sentiment: row.get::<Option<Feeling>>("sentiment")?.map(Into::into),
        toxic: row.get::<Option<Harm>>("harm")?.map(Harm::hurts),
        spam: row.get("spam")?,
        intents: intents.collect(),
    })
}

/// A correction to keep: what changed of it is what is taught.
pub(super) struct Stored<'a> {
    pub message: Id<Message>,
    pub before: &'a Said,
    pub after: &'a Said,
}

pub(super) async fn add_correction(
    stored: &Stored<'_>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let (before, after) = (stored.before, stored.after);
    let gained = after.intents.iter().filter(|intent| !before.intents.contains(intent));
    let lost = before.intents.iter().filter(|intent| !after.intents.contains(intent));
    let intents: Vec<String> =
        gained.map(ToString::to_string).chain(lost.map(|intent| format!("{intent}-"))).collect();
    tx.execute(
        sql!(
            "INSERT INTO judgement_correction (id, brand_id, message_id, sentiment, harm, spam,
             intents, before, by_teammate, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            tx.new_id::<Judgement>(),
            actor.brand(),
            stored.message,
            (before.feeling != after.feeling).then_some(after.feeling),
            (before.harm != after.harm).then_some(after.harm),
            (before.spam != after.spam).then_some(after.spam),
            intents.join(" "),
            before.written(),
            actor.teammate_id(),
            tx.now()
        ],
    )
    .await
    .map(drop)
}

/// Whether there was one.
pub(super) async fn forget_correction(
    brand: Id<Brand>,
    message: Id<Message>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let text = sql!("DELETE FROM judgement_correction WHERE brand_id = $1 AND message_id = $2");
    Ok(tx.execute(text, params![brand, message]).await? > 0)
}

pub(super) async fn corrections(
    brand: Id<Brand>,
    skip: usize,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<CorrectedMessage>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT k.message_id, k.before, k.by_teammate, k.at AS said_at, m.text,
                 m.conversation_id, t.name AS by_name, j.* FROM judgement_correction k
                 JOIN message m ON m.id = k.message_id
                 JOIN message_judgement j ON j.message_id = k.message_id
                 LEFT JOIN teammate t ON t.id = k.by_teammate WHERE k.brand_id = $1
                 ORDER BY k.at DESC, k.id DESC LIMIT $2 OFFSET $3"
            ),
            params![brand, limit, skip],
        )
        .await?;
    let line = |row: &Row| {
        Ok(CorrectedMessage {
            message: row.get("message_id")?,
            conversation: row.get("conversation_id")?,
            text: row.get("text")?,
            before: Said::from_written(&row.get::<String>("before")?),
            now: Said::of(&read(row)?),
            by: row.get("by_teammate")?,
            by_name: row.get("by_name")?,
            at: row.get("said_at")?,
        })
    };
    rows.iter().map(line).collect()
}
