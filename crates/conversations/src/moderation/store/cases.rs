use database::{Error, Row, Tx, params, sql};
use platform::Brand;
use primitives::Id;

use super::super::case::{Because, Case, CaseCounts};
use super::super::facts::Look;
use super::super::rule::Rule;
use super::of_json;
use crate::message::Message;

/// A message to put in the queue.
pub struct NewCase<'a> {
    pub brand: Id<Brand>,
    pub look: &'a Look,
    pub because: Because,
    pub rule: Option<Id<Rule>>,
    pub why: String,
    pub likeness: String,
}

/// Puts it there; false when it waits there already. What was decided comes back.
pub async fn open(new: NewCase<'_>, tx: &mut Tx) -> Result<bool, Error> {
    let id: Id<Case> = tx.new_id();
    let look = new.look;
    let opened = tx
        .execute(
            sql!(
                "INSERT INTO moderation_case (id, brand_id, message_id, conversation_id, channel_id,
                 identity_id, because, rule_id, why, likeness, opened_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                 ON CONFLICT (message_id) DO UPDATE SET because = excluded.because,
                 rule_id = COALESCE(excluded.rule_id, moderation_case.rule_id),
                 why = CASE WHEN excluded.rule_id IS NULL THEN moderation_case.why
                   ELSE excluded.why END,
                 opened_at = excluded.opened_at, decided_at = NULL
                 WHERE moderation_case.decided_at IS NOT NULL"
            ),
            params![
                id,
                new.brand,
                look.message,
                look.conversation,
                look.channel,
                look.identity,
                new.because,
                new.rule,
                new.why,
                new.likeness,
                tx.now()
            ],
        )
        .await?;
    Ok(opened > 0)
}

/// Takes it out of the queue; false when someone did already.
pub async fn close(brand: Id<Brand>, id: Id<Case>, tx: &mut Tx) -> Result<bool, Error> {
    let closed = tx
        .execute(
            sql!(
                "UPDATE moderation_case SET decided_at = $3
                 WHERE id = $1 AND brand_id = $2 AND decided_at IS NULL"
            ),
            params![id, brand, tx.now()],
        )
        .await?;
    Ok(closed > 0)
}

macro_rules! select {
    ($rest:expr) => {
        sql!(
            "SELECT c.id, c.message_id, m.conversation_id, c.channel_id, c.identity_id, c.because,
             c.rule_id, c.why, c.likeness, c.opened_at, c.decided_at, m.text, m.sent_at, i.name,
             i.handle, r.name AS rule_name FROM moderation_case c
             JOIN message m ON m.id = c.message_id
             LEFT JOIN identity i ON i.id = c.identity_id
             LEFT JOIN moderation_rule r ON r.id = c.rule_id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Case, Error> {
    Ok(Case {
        id: row.get("id")?,
        message: row.get("message_id")?,
        conversation: row.get("conversation_id")?,
        channel: row.get("channel_id")?,
        identity: row.get("identity_id")?,
        name: row.get("name")?,
        handle: row.get("handle")?,
        said: row.get("text")?,
        said_at: row.get("sent_at")?,
        because: row.get("because")?,
        rule: row.get("rule_id")?,
        rule_name: row.get("rule_name")?,
        why: of_json(&row.get::<String>("why")?)?,
        likeness: row.get("likeness")?,
        opened_at: row.get("opened_at")?,
        decided_at: row.get("decided_at")?,
    })
}

pub async fn queue(brand: Id<Brand>, limit: usize, tx: &mut Tx) -> Result<Vec<Case>, Error> {
    let text = select!(
        "WHERE c.brand_id = $1 AND c.decided_at IS NULL ORDER BY c.opened_at, c.id LIMIT $2"
    );
    tx.query(text, params![brand, limit]).await?.iter().map(read).collect()
}

pub async fn load(brand: Id<Brand>, id: Id<Case>, tx: &mut Tx) -> Result<Option<Case>, Error> {
    let text = select!("WHERE c.brand_id = $1 AND c.id = $2");
    tx.query_opt(text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub async fn of_message(
    brand: Id<Brand>,
    message: Id<Message>,
    tx: &mut Tx,
) -> Result<Option<Case>, Error> {
    let text = select!("WHERE c.brand_id = $1 AND c.message_id = $2");
    tx.query_opt(text, params![brand, message]).await?.as_ref().map(read).transpose()
}

pub async fn alike(brand: Id<Brand>, likeness: &str, tx: &mut Tx) -> Result<Vec<Case>, Error> {
    let text = select!(
        "WHERE c.brand_id = $1 AND c.likeness = $2 AND c.likeness <> '' AND c.decided_at IS NULL
         ORDER BY c.opened_at, c.id LIMIT 200"
    );
    tx.query(text, params![brand, likeness]).await?.iter().map(read).collect()
}

pub async fn counts(brand: Id<Brand>, tx: &mut Tx) -> Result<CaseCounts, Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM moderation_case WHERE brand_id = $1
                   AND decided_at IS NULL) AS cases,
                 (SELECT COUNT(*) FROM complaint WHERE brand_id = $1 AND state = 'open')
                   AS complaints"
            ),
            params![brand],
        )
        .await?;
    Ok(CaseCounts { cases: row.get("cases")?, complaints: row.get("complaints")? })
}
