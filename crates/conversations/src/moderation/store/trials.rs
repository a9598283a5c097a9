use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::super::facts::Look;
use super::super::trial::{FoundSoFar, Trial, TrialOf};
use super::{json, of_json};
use crate::message::Message;

/// A trial, with where it stands.
pub struct Found {
    pub trial: Trial,
    pub cursor: Id<Message>,
}

pub async fn insert(brand: Id<Brand>, trial: &Trial, tx: &mut Tx) -> Result<(), Error> {
    let rules: Vec<&TrialOf> = trial.of.iter().collect();
    let found = FoundSoFar { touched: 0, of: trial.of.clone() };
    let last: Id<Message> = Id::from_uuid(uuid::Uuid::max());
    tx.execute(
        sql!(
            "INSERT INTO moderation_trial (id, brand_id, asked_by, asked_at, rules, since, most,
             cursor_at, cursor_id, looked, state, found)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 'running', $10)"
        ),
        params![
            trial.id,
            brand,
            trial.by,
            trial.asked_at,
            json(&rules)?,
            trial.since,
            trial.most,
            trial.reached,
            last,
            json(&found)?
        ],
    )
    .await
    .map(drop)
}

pub async fn load(brand: Id<Brand>, id: Id<Trial>, tx: &mut Tx) -> Result<Option<Found>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT id, asked_by, asked_at, since, most, cursor_at, cursor_id, looked, state,
                 found FROM moderation_trial WHERE brand_id = $1 AND id = $2"
            ),
            params![brand, id],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<Found, Error> {
    let found: FoundSoFar = of_json(&row.get::<String>("found")?)?;
    Ok(Found {
        cursor: row.get("cursor_id")?,
        trial: Trial {
            id: row.get("id")?,
            by: row.get("asked_by")?,
            asked_at: row.get("asked_at")?,
            since: row.get("since")?,
            most: row.get("most")?,
            looked: row.get("looked")?,
            reached: row.get("cursor_at")?,
            state: row.get("state")?,
            of: found.of,
            touched: found.touched,
        },
    })
}

pub async fn go_on(trial: &Trial, cursor: Id<Message>, tx: &mut Tx) -> Result<(), Error> {
    let found = FoundSoFar { touched: trial.touched, of: trial.of.clone() };
    let ended: Option<Timestamp> =
        (trial.state == super::super::trial::TrialState::Done).then(|| tx.now());
    tx.execute(
        sql!(
            "UPDATE moderation_trial SET cursor_at = $2, cursor_id = $3, looked = $4, state = $5,
             found = $6, ended_at = $7 WHERE id = $1 AND state = 'running'"
        ),
        params![trial.id, trial.reached, cursor, trial.looked, trial.state, json(&found)?, ended],
    )
    .await
    .map(drop)
}

/// Keeps the latest only.
pub async fn forget_old(brand: Id<Brand>, kept: usize, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "DELETE FROM moderation_trial WHERE brand_id = $1 AND id NOT IN
             (SELECT id FROM moderation_trial WHERE brand_id = $1
              ORDER BY asked_at DESC, id DESC LIMIT $2)"
        ),
        params![brand, kept],
    )
    .await
    .map(drop)
}

/// Messages of theirs before that place, the latest first.
pub async fn past(
    brand: Id<Brand>,
    since: Timestamp,
    before: (Timestamp, Id<Message>),
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<(Look, Timestamp)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, conversation_id, channel_id, identity_id, kind, text, sent_at,
                 received_at FROM message WHERE brand_id = $1 AND received_at >= $2
                 AND received_at <= $3 AND (received_at < $3 OR id < $4)
                 AND direction = 'inbound' AND kind NOT IN ('like', 'share', 'follow')
                 ORDER BY received_at DESC, id DESC LIMIT $5"
            ),
            params![brand, since, before.0, before.1, limit],
        )
        .await?;
    let read = |row: &Row| {
        let look = Look {
            message: row.get("id")?,
            conversation: row.get("conversation_id")?,
            channel: row.get("channel_id")?,
            identity: row.get("identity_id")?,
            kind: row.get("kind")?,
            text: row.get("text")?,
            sent_at: row.get("sent_at")?,
        };
        Ok((look, row.get("received_at")?))
    };
    rows.iter().map(read).collect()
}
