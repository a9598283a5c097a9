//! Messages that are still to be read: those of before, and one again.

use database::{Error, Row, Tx, params, sql};
use platform::Brand;
use primitives::Id;

use crate::judgement::keep::ToRead;
use crate::message::Message;

/// How far older messages are read: none when all are, or, to hold it, when another is at it.
pub(in crate::judgement) async fn walk(
    to_hold: bool,
    tx: &mut Tx,
) -> Result<Option<Option<Id<Message>>>, Error> {
    let lock = if to_hold { tx.for_update_skip_locked() } else { "" };
    let text = format!(
        "SELECT down_to FROM judgement_walk WHERE id = 1 AND done = FALSE ORDER BY id{lock}"
    );
    tx.query_opt(&text, params![]).await?.map(|row| row.get("down_to")).transpose()
}

/// The next messages to look at, and the last that was looked at: none at the end.
pub(in crate::judgement) async fn older(
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

pub(in crate::judgement) async fn walked(
    last: Option<Id<Message>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE judgement_walk SET down_to = COALESCE($1, down_to), done = $2 WHERE id = 1"),
        params![last, last.is_none()],
    )
    .await
    .map(drop)
}

/// A message of theirs that has words.
pub(in crate::judgement) async fn to_read(
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
