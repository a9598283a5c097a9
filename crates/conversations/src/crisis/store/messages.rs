use channels::Channel;
use database::{Error, IntoValue, Row, Tx, in_groups, params, placeholders, sql};
use jiff::Timestamp;
use platform::{Brand, Teammate};
use primitives::Id;

use crate::conversation::Conversation;
use crate::crisis::{Crisis, Said};
use crate::message::Message;

/// A message that may belong to a crisis.
pub(in crate::crisis) struct Candidate {
    id: Id<Message>,
    conversation: Id<Conversation>,
    channel: Id<Channel>,
    pub text: String,
    pub at: Timestamp,
    pub negative: bool,
}

/// A message of a rehearsal.
pub(in crate::crisis) struct Copy {
    pub channel: Option<Id<Channel>>,
    pub author: String,
    pub handle: String,
    pub followers: Option<i64>,
    pub words: String,
    pub at: Timestamp,
}

const CANDIDATE: &str = "SELECT m.id, m.conversation_id, m.channel_id, m.text, m.sent_at,
    CAST(CASE WHEN j.sentiment = 'negative' THEN 1 ELSE 0 END AS BIGINT) AS negative
    FROM message m";

/// What people say, answers and reactions left out.
const SAID: &str =
    "m.direction = 'inbound' AND m.kind IN ('reply', 'mention', 'quote', 'direct', 'review')";

fn candidate(row: &Row) -> Result<Candidate, Error> {
    Ok(Candidate {
        id: row.get("id")?,
        conversation: row.get("conversation_id")?,
        channel: row.get("channel_id")?,
        text: row.get("text")?,
        at: row.get("sent_at")?,
        negative: row.get::<i64>("negative")? == 1,
    })
}

pub(in crate::crisis) async fn candidates_among(
    brand: Id<Brand>,
    ids: &[Id<Message>],
    tx: &mut Tx,
) -> Result<Vec<Candidate>, Error> {
    let mut found = Vec::new();
    for group in in_groups(ids) {
        let text = format!(
            "{CANDIDATE} LEFT JOIN message_judgement j ON j.message_id = m.id
             WHERE m.brand_id = $1 AND {SAID} AND m.id IN ({}) ORDER BY m.sent_at, m.id",
            placeholders(2, group.len())
        );
        let mut values = params![brand];
        values.extend(group.into_iter().map(IntoValue::into_value));
        for row in tx.query(&text, values).await? {
            found.push(candidate(&row)?);
        }
    }
    Ok(found)
}

/// Those since an instant; all of them when words may make them belong.
pub(in crate::crisis) async fn candidates_since(
    brand: Id<Brand>,
    since: Timestamp,
    only_negative: bool,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<Candidate>, Error> {
    let text = match only_negative {
        true => format!(
            "{CANDIDATE} JOIN message_judgement j ON j.message_id = m.id
             WHERE j.brand_id = $1 AND j.sentiment = 'negative' AND j.at >= $2 AND {SAID}
             ORDER BY j.at DESC, m.id LIMIT $3"
        ),
        // What was said since then was received since then.
        false => format!(
            "{CANDIDATE} LEFT JOIN message_judgement j ON j.message_id = m.id
             WHERE m.brand_id = $1 AND m.received_at >= $2 AND {SAID}
             ORDER BY m.received_at DESC, m.id LIMIT $3"
        ),
    };
    tx.query(&text, params![brand, since, most]).await?.iter().map(candidate).collect()
}

pub(in crate::crisis) async fn add(
    crisis: &Crisis,
    found: &[Candidate],
    tx: &mut Tx,
) -> Result<(), Error> {
    let rows = found.iter().map(|one| {
        let id: Id<Said> = tx.new_id();
        params![id, crisis.id, crisis.brand, one.id, one.conversation, one.channel, one.at]
    });
    let rows = rows.collect();
    tx.execute_many(
        sql!(
            "INSERT INTO crisis_message (id, crisis_id, brand_id, message_id, conversation_id,
             channel_id, author, handle, words, at) VALUES ($1, $2, $3, $4, $5, $6, '', '', '', $7)
             ON CONFLICT (crisis_id, message_id) DO NOTHING"
        ),
        rows,
    )
    .await
    .map(drop)
}

pub(in crate::crisis) async fn copy(
    crisis: &Crisis,
    copies: &[Copy],
    tx: &mut Tx,
) -> Result<(), Error> {
    let rows = copies.iter().map(|one| {
        let id: Id<Said> = tx.new_id();
        params![
            id,
            crisis.id,
            crisis.brand,
            one.channel,
            &one.author,
            &one.handle,
            one.followers,
            &one.words,
            one.at
        ]
    });
    let rows = rows.collect();
    tx.execute_many(
        sql!(
            "INSERT INTO crisis_message (id, crisis_id, brand_id, channel_id, author, handle,
             followers, words, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        rows,
    )
    .await
    .map(drop)
}

/// The negative messages of a period, to be copied.
pub(in crate::crisis) async fn to_copy(
    brand: Id<Brand>,
    from: Timestamp,
    to: Timestamp,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<Copy>, Error> {
    let text = format!(
        "SELECT m.channel_id, m.text, m.sent_at, i.name, i.handle, i.followers
         FROM message_judgement j JOIN message m ON m.id = j.message_id
         LEFT JOIN identity i ON i.id = m.identity_id
         WHERE j.brand_id = $1 AND j.sentiment = 'negative' AND j.at >= $2 AND j.at < $3
         AND {SAID} ORDER BY j.at, m.id LIMIT $4"
    );
    let rows = tx.query(&text, params![brand, from, to, most]).await?;
    let copies = rows.iter().map(|row| {
        Ok(Copy {
            channel: row.get("channel_id")?,
            author: row.get::<Option<String>>("name")?.unwrap_or_default(),
            handle: row.get::<Option<String>>("handle")?.unwrap_or_default(),
            followers: row.get("followers")?,
            words: row.get("text")?,
            at: row.get("sent_at")?,
        })
    });
    copies.collect()
}

pub(in crate::crisis) async fn count(crisis: Id<Crisis>, tx: &mut Tx) -> Result<i64, Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT COUNT(*) AS messages FROM crisis_message WHERE crisis_id = $1
                 AND left_out_at IS NULL"
            ),
            params![crisis],
        )
        .await?;
    row.get("messages")
}

pub(in crate::crisis) async fn instants(
    crisis: Id<Crisis>,
    tx: &mut Tx,
) -> Result<Vec<Timestamp>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT at FROM crisis_message WHERE crisis_id = $1 AND left_out_at IS NULL
                 ORDER BY at, id"
            ),
            params![crisis],
        )
        .await?;
    rows.iter().map(|row| row.get("at")).collect()
}

/// When what was said at `$at` in the conversation `$conversation` was first answered: what did
/// not arrive, is held or is in doubt answers nobody, what waited counts from when it left.
macro_rules! first_answer {
    ($conversation:literal, $at:literal) => {
        concat!(
            "(SELECT MIN(COALESCE(p.published_at, o.sent_at)) FROM message o
             LEFT JOIN publication p ON p.id = o.publication_id
             WHERE o.conversation_id = ",
            $conversation,
            " AND o.direction = 'outbound' AND o.undelivered IS NULL AND o.sent_at >= ",
            $at,
            " AND COALESCE(p.state, 'published')
             NOT IN ('failed', 'cancelled', 'held', 'needs_person'))"
        )
    };
}

/// A line of the room with the message it stands for, and when that was first answered: in its
/// conversation, from here or from anywhere. What a rehearsal answers has no conversation.
const SELECT: &str = concat!(
    "SELECT k.id, k.message_id, k.conversation_id, k.channel_id, m.identity_id,
    COALESCE(i.name, k.author) AS author, COALESCE(i.handle, k.handle) AS handle,
    COALESCE(i.followers, k.followers) AS followers, COALESCE(m.text, k.words) AS words,
    j.language, k.at, m.url, CASE WHEN k.conversation_id IS NULL THEN k.answered_at ELSE ",
    first_answer!("k.conversation_id", "k.at"),
    " END AS answered_at
    FROM crisis_message k LEFT JOIN message m ON m.id = k.message_id
    LEFT JOIN identity i ON i.id = m.identity_id
    LEFT JOIN message_judgement j ON j.message_id = k.message_id"
);

fn read(row: &Row) -> Result<Said, Error> {
    Ok(Said {
        id: row.get("id")?,
        message: row.get("message_id")?,
        conversation: row.get("conversation_id")?,
        channel: row.get("channel_id")?,
        identity: row.get("identity_id")?,
        author: row.get("author")?,
        handle: row.get("handle")?,
        followers: row.get("followers")?,
        words: row.get("words")?,
        language: row.get("language")?,
        at: row.get("at")?,
        url: row.get("url")?,
        answered_at: row.get("answered_at")?,
    })
}

pub(in crate::crisis) async fn said(
    crisis: Id<Crisis>,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<Said>, Error> {
    let text = format!(
        "{SELECT} WHERE k.crisis_id = $1 AND k.left_out_at IS NULL
         ORDER BY k.at DESC, k.id DESC LIMIT $2"
    );
    tx.query(&text, params![crisis, most]).await?.iter().map(read).collect()
}

pub(in crate::crisis) async fn one(
    crisis: Id<Crisis>,
    id: Id<Said>,
    tx: &mut Tx,
) -> Result<Option<Said>, Error> {
    let text = format!("{SELECT} WHERE k.crisis_id = $1 AND k.id = $2");
    tx.query_opt(&text, params![crisis, id]).await?.as_ref().map(read).transpose()
}

/// False when it was answered from the room already, unless that answer failed or was cancelled.
pub(in crate::crisis) async fn answered(
    id: Id<Said>,
    words: &str,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let changed = tx
        .execute(
            sql!(
                "UPDATE crisis_message SET answered_at = $2, answered_by = $3, answer = $4
                 WHERE id = $1 AND (answered_at IS NULL OR (conversation_id IS NOT NULL
                   AND NOT EXISTS (SELECT 1 FROM message o
                     LEFT JOIN publication p ON p.id = o.publication_id
                     WHERE o.conversation_id = crisis_message.conversation_id
                     AND o.direction = 'outbound' AND o.sent_at >= crisis_message.answered_at
                     AND o.undelivered IS NULL
                     AND COALESCE(p.state, 'published') NOT IN ('failed', 'cancelled'))))"
            ),
            params![id, tx.now(), by, words],
        )
        .await?;
    Ok(changed == 1)
}

pub(in crate::crisis) async fn leave_out(
    crisis: Id<Crisis>,
    said: &[Id<Said>],
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<u64, Error> {
    let rows = said.iter().map(|id| params![crisis, *id, by, tx.now()]).collect();
    tx.execute_many(
        sql!(
            "UPDATE crisis_message SET left_out_by = $3, left_out_at = $4
             WHERE crisis_id = $1 AND id = $2 AND left_out_at IS NULL"
        ),
        rows,
    )
    .await
}

const ANSWERED: &str = first_answer!("m.conversation_id", "m.sent_at");

/// The negative messages of a period, as a room would show them.
pub(in crate::crisis) async fn negative_said(
    brand: Id<Brand>,
    from: Timestamp,
    to: Timestamp,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<Said>, Error> {
    let text = format!(
        "SELECT m.id, m.id AS message_id, m.conversation_id, m.channel_id, m.identity_id,
         COALESCE(i.name, '') AS author, COALESCE(i.handle, '') AS handle, i.followers,
         m.text AS words, j.language, m.sent_at AS at, m.url, {ANSWERED} AS answered_at
         FROM message_judgement j JOIN message m ON m.id = j.message_id
         LEFT JOIN identity i ON i.id = m.identity_id
         WHERE j.brand_id = $1 AND j.sentiment = 'negative' AND j.at >= $2 AND j.at < $3
         AND {SAID} ORDER BY j.at DESC, m.id DESC LIMIT $4"
    );
    tx.query(&text, params![brand, from, to, most]).await?.iter().map(read).collect()
}
