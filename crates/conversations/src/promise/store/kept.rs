use std::collections::HashSet;

use channels::Channel;
use database::{Error, Tx, params, sql};
use jiff::{SignedDuration, Timestamp};
use platform::Brand;
use primitives::Id;

use super::micros;
use crate::conversation::Conversation;
use crate::promise::policy::Policy;
use crate::promise::{ClockKind, Ending, Measure};

/// The reminder's name among what is told.
pub(in crate::promise) const REMINDER: &str = "reminder";

/// A promise as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::promise) struct Row {
    pub measure: Measure,
    pub policy: Id<Policy>,
    pub working: bool,
    /// What was used, in the brand's hours, whatever it is promised in.
    pub worked: SignedDuration,
}

/// What was told: of which promise, which step.
pub(in crate::promise) type Told = (ClockKind, Timestamp, String);

impl Row {
    pub fn told(&self, step: &str) -> Told {
        (self.measure.kind, self.measure.since, step.to_owned())
    }
}

fn read(row: &database::Row) -> Result<Row, Error> {
    let ended = row.get::<Option<Timestamp>>("ended_at")?.zip(row.get::<Option<Ending>>("ending")?);
    Ok(Row {
        measure: Measure {
            kind: row.get("kind")?,
            since: row.get("since")?,
            promised: SignedDuration::from_micros(row.get("promised")?),
            used: SignedDuration::from_micros(row.get("used")?),
            ended,
            due: row.get("due_at")?,
            at_risk: row.get("at_risk_at")?,
            broken_at: row.get("broken_at")?,
        },
        policy: row.get("policy_id")?,
        working: row.get("working")?,
        worked: SignedDuration::from_micros(row.get("worked")?),
    })
}

pub(in crate::promise) async fn of_conversation(
    id: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Vec<Row>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT kind, since, policy_id, working, worked, promised, used, due_at, at_risk_at,
                 broken_at, ended_at, ending FROM promise WHERE conversation_id = $1
                 ORDER BY since, kind"
            ),
            params![id],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(in crate::promise) async fn told(
    id: Id<Conversation>,
    tx: &mut Tx,
) -> Result<HashSet<Told>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT kind, since, step FROM promise_notice WHERE conversation_id = $1
                 ORDER BY since, kind, step"
            ),
            params![id],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("kind")?, row.get("since")?, row.get("step")?))).collect()
}

pub(in crate::promise) async fn remove(
    id: Id<Conversation>,
    kind: ClockKind,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("DELETE FROM promise WHERE conversation_id = $1 AND kind = $2 AND since = $3"),
        params![id, kind, since],
    )
    .await
    .map(drop)
}

pub(in crate::promise) async fn put(
    brand: Id<Brand>,
    id: Id<Conversation>,
    channel: Id<Channel>,
    row: &Row,
    notice_at: Option<Timestamp>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let measure = &row.measure;
    tx.execute(
        sql!(
            "INSERT INTO promise (conversation_id, kind, since, brand_id, channel_id, policy_id,
             working, worked, promised, used, due_at, at_risk_at, broken_at, ended_at, ending, notice_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
             $16)
             ON CONFLICT (conversation_id, kind, since) DO UPDATE SET
             channel_id = excluded.channel_id, policy_id = excluded.policy_id,
             working = excluded.working, worked = excluded.worked,
             promised = excluded.promised, used = excluded.used,
             due_at = excluded.due_at, at_risk_at = excluded.at_risk_at,
             broken_at = excluded.broken_at, ended_at = excluded.ended_at,
             ending = excluded.ending, notice_at = excluded.notice_at"
        ),
        params![
            id,
            measure.kind,
            measure.since,
            brand,
            channel,
            row.policy,
            row.working,
            micros(row.worked),
            micros(measure.promised),
            micros(measure.used),
            measure.due,
            measure.at_risk,
            measure.broken_at,
            measure.ended.map(|(at, _)| at),
            measure.ended.map(|(_, how)| how),
            notice_at
        ],
    )
    .await
    .map(drop)
}

/// Keeps the nearest end in the conversation's own row.
pub(in crate::promise) async fn nearest(
    id: Id<Conversation>,
    (due_at, at_risk_at, kind): (Option<Timestamp>, Option<Timestamp>, Option<ClockKind>),
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE conversation SET due_at = $2, at_risk_at = $3, due_kind = $4 WHERE id = $1"),
        params![id, due_at, at_risk_at, kind],
    )
    .await
    .map(drop)
}

/// Conversations that may be promised something, in order.
pub(in crate::promise) async fn not_resolved(
    brand: Id<Brand>,
    after: Option<Id<Conversation>>,
    limit: i64,
    tx: &mut Tx,
) -> Result<Vec<Id<Conversation>>, Error> {
    let after = after.map_or_else(|| vec![0u8; 16], |id| id.bytes().to_vec());
    let rows = tx
        .query(
            sql!(
                "SELECT id FROM conversation WHERE brand_id = $1 AND id > $2
                 AND reactions = FALSE AND state IN ('open', 'pending', 'snoozed')
                 ORDER BY id LIMIT $3"
            ),
            params![brand, after, limit],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// A promise of which something is to be told.
pub(in crate::promise) struct ToTell {
    pub brand: Id<Brand>,
    pub conversation: Id<Conversation>,
    pub row: Row,
}

pub(in crate::promise) async fn to_tell(limit: i64, tx: &mut Tx) -> Result<Vec<ToTell>, Error> {
    let text = format!(
        "SELECT brand_id, conversation_id, kind, since, policy_id, working, worked, promised, used, due_at,
         at_risk_at, broken_at, ended_at, ending FROM promise WHERE notice_at <= $1
         ORDER BY notice_at, conversation_id, kind, since LIMIT $2{}",
        tx.for_update_skip_locked()
    );
    let rows = tx.query(&text, params![tx.now(), limit]).await?;
    let one = |row: &database::Row| {
        Ok(ToTell {
            brand: row.get("brand_id")?,
            conversation: row.get("conversation_id")?,
            row: read(row)?,
        })
    };
    rows.iter().map(one).collect()
}

/// Whether it had not been told yet.
pub(in crate::promise) async fn tell_once(
    told: &ToTell,
    step: &str,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let measure = &told.row.measure;
    let new = tx
        .execute(
            sql!(
                "INSERT INTO promise_notice (conversation_id, kind, since, step, brand_id, told_at)
                 VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"
            ),
            params![told.conversation, measure.kind, measure.since, step, told.brand, tx.now()],
        )
        .await?;
    Ok(new > 0)
}

pub(in crate::promise) async fn notice_at(
    told: &ToTell,
    at: Option<Timestamp>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let measure = &told.row.measure;
    tx.execute(
        sql!(
            "UPDATE promise SET notice_at = $4 WHERE conversation_id = $1 AND kind = $2
             AND since = $3"
        ),
        params![told.conversation, measure.kind, measure.since, at],
    )
    .await
    .map(drop)
}
