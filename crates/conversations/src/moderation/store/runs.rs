use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use members::Identity;
use platform::{Brand, Teammate};
use primitives::Id;

use super::super::condition::Why;
use super::super::facts::Look;
use super::super::proposal::Proposal;
use super::super::rule::Rule;
use super::super::run::{Did, Report, Run};
use super::{json, of_json};
use crate::conversation::Conversation;
use crate::message::Message;
use crate::saved::SavedReply;

/// Begins what a rule does with a message; none when it did it already.
pub async fn begin(
    brand: Id<Brand>,
    rule: Id<Rule>,
    look: &Look,
    why: &[Why],
    tx: &mut Tx,
) -> Result<Option<Id<Run>>, Error> {
    let id = tx.new_id();
    let why = serde_json::to_string(why).map_err(|error| Error::other(error.to_string()))?;
    let begun = tx
        .execute(
            sql!(
                "INSERT INTO moderation_run (id, brand_id, rule_id, message_id, conversation_id, at,
                 why, did) VALUES ($1, $2, $3, $4, $5, $6, $7, '[]')
                 ON CONFLICT (message_id, rule_id) DO NOTHING"
            ),
            params![id, brand, rule, look.message, look.conversation, tx.now(), why],
        )
        .await?;
    Ok((begun > 0).then_some(id))
}

pub async fn end(run: Id<Run>, did: &Vec<Did>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE moderation_run SET did = $2 WHERE id = $1"), params![run, json(did)?])
        .await
        .map(drop)
}

/// A person decided otherwise than the rule.
pub async fn overturn(
    rule: Id<Rule>,
    message: Id<Message>,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE moderation_run SET overturned_at = $3, overturned_by = $4
             WHERE message_id = $1 AND rule_id = $2 AND overturned_at IS NULL"
        ),
        params![message, rule, tx.now(), by],
    )
    .await
    .map(drop)
}

pub async fn why(rule: Id<Rule>, message: Id<Message>, tx: &mut Tx) -> Result<Vec<Why>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT why FROM moderation_run WHERE message_id = $1 AND rule_id = $2 ORDER BY id"
            ),
            params![message, rule],
        )
        .await?;
    row.map_or(Ok(Vec::new()), |row| of_json(&row.get::<String>("why")?))
}

/// Whether a rule answered that author since an instant.
pub async fn answered_since(
    rule: Id<Rule>,
    author: Option<Id<Identity>>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT r.did FROM moderation_run r JOIN message m ON m.id = r.message_id
                 WHERE r.rule_id = $1 AND r.at >= $3 AND m.identity_id = $2 ORDER BY r.id"
            ),
            params![rule, author, since],
        )
        .await?;
    for row in rows {
        let did: Vec<Did> = of_json(&row.get::<String>("did")?)?;
        if did.iter().any(|did| did.action == "reply") {
            return Ok(true);
        }
    }
    Ok(false)
}

fn read(row: &Row) -> Result<Run, Error> {
    Ok(Run {
        id: row.get("id")?,
        rule: row.get("rule_id")?,
        message: row.get("message_id")?,
        conversation: row.get("conversation_id")?,
        said: row.get("said")?,
        handle: row.get("handle")?,
        at: row.get("at")?,
        why: of_json(&row.get::<String>("why")?)?,
        did: of_json(&row.get::<String>("did")?)?,
        overturned_at: row.get("overturned_at")?,
        overturned_by: row.get("overturned_by")?,
    })
}

macro_rules! select {
    ($rest:expr) => {
        sql!(
            "SELECT r.id, r.rule_id, r.message_id, r.conversation_id, r.at, r.why, r.did,
             r.overturned_at, r.overturned_by, COALESCE(m.text, '') AS said, i.handle
             FROM moderation_run r LEFT JOIN message m ON m.id = r.message_id
             LEFT JOIN identity i ON i.id = m.identity_id ",
            $rest
        )
    };
}

pub async fn of_rule(
    brand: Id<Brand>,
    rule: Id<Rule>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Run>, Error> {
    let text =
        select!("WHERE r.brand_id = $1 AND r.rule_id = $2 ORDER BY r.at DESC, r.id DESC LIMIT $3");
    tx.query(text, params![brand, rule, limit]).await?.iter().map(read).collect()
}

pub async fn of_message(
    brand: Id<Brand>,
    message: Id<Message>,
    tx: &mut Tx,
) -> Result<Vec<Run>, Error> {
    let text = select!("WHERE r.brand_id = $1 AND r.message_id = $2 ORDER BY r.id");
    tx.query(text, params![brand, message]).await?.iter().map(read).collect()
}

pub async fn counted(brand: Id<Brand>, rule: Id<Rule>, tx: &mut Tx) -> Result<Report, Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT COUNT(*) AS messages, COUNT(r.overturned_at) AS overturned,
                 COUNT(c.id) AS waiting, MIN(r.at) AS first_at, MAX(r.at) AS last_at
                 FROM moderation_run r LEFT JOIN moderation_case c ON c.message_id = r.message_id
                 AND c.rule_id = r.rule_id AND c.decided_at IS NULL
                 WHERE r.brand_id = $1 AND r.rule_id = $2"
            ),
            params![brand, rule],
        )
        .await?;
    Ok(Report {
        messages: row.get("messages")?,
        overturned: row.get("overturned")?,
        waiting: row.get("waiting")?,
        first_at: row.get("first_at")?,
        last_at: row.get("last_at")?,
        latest: Vec::new(),
    })
}

pub async fn counts(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<(Id<Rule>, i64, i64)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT rule_id, COUNT(*) AS messages, COUNT(overturned_at) AS overturned
                 FROM moderation_run WHERE brand_id = $1 GROUP BY rule_id ORDER BY rule_id"
            ),
            params![brand],
        )
        .await?;
    let read = |row: &Row| Ok((row.get("rule_id")?, row.get("messages")?, row.get("overturned")?));
    rows.iter().map(read).collect()
}

/// Lays out an answer; a later one takes its place.
pub async fn propose(
    conversation: &Conversation,
    message: Id<Message>,
    rule: Id<Rule>,
    saved: Id<SavedReply>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO proposed_answer (conversation_id, brand_id, message_id, rule_id,
             saved_reply_id, at) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (conversation_id) DO UPDATE SET message_id = excluded.message_id,
             rule_id = excluded.rule_id, saved_reply_id = excluded.saved_reply_id,
             at = excluded.at"
        ),
        params![conversation.id, conversation.brand, message, rule, saved, tx.now()],
    )
    .await
    .map(drop)
}

pub async fn proposal(
    brand: Id<Brand>,
    conversation: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Option<Proposal>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT p.message_id, p.rule_id, p.saved_reply_id, p.at FROM proposed_answer p
                 WHERE p.conversation_id = $1 AND p.brand_id = $2
                 AND NOT EXISTS (SELECT 1 FROM message o WHERE o.conversation_id = p.conversation_id
                   AND o.direction = 'outbound' AND o.received_at >= p.at)"
            ),
            params![conversation, brand],
        )
        .await?;
    row.map(|row| {
        Ok(Proposal {
            message: row.get("message_id")?,
            rule: row.get("rule_id")?,
            saved: row.get("saved_reply_id")?,
            at: row.get("at")?,
        })
    })
    .transpose()
}
