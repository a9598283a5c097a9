//! What people corrected.

use database::{Error, Row, Tx, params, sql};
use platform::{Actor, Brand};
use primitives::Id;

use super::read;
use crate::judgement::Judgement;
use crate::judgement::correct::{CorrectedMessage, Said};
use crate::message::Message;

/// A correction to keep: what changed of it is what is taught.
pub(in crate::judgement) struct Stored<'a> {
    pub message: Id<Message>,
    pub before: &'a Said,
    pub after: &'a Said,
}

pub(in crate::judgement) async fn add(
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
pub(in crate::judgement) async fn forget(
    brand: Id<Brand>,
    message: Id<Message>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let text = sql!("DELETE FROM judgement_correction WHERE brand_id = $1 AND message_id = $2");
    Ok(tx.execute(text, params![brand, message]).await? > 0)
}

pub(in crate::judgement) async fn all(
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
