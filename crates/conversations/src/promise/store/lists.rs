use channels::Channel;
use database::{Error, IntoValue, Tx, params, sql};
use jiff::{SignedDuration, Timestamp};
use platform::{Brand, Teammate};
use primitives::Id;

use crate::conversation::due_rows;
use crate::promise::figures::{Kept, KeptPromise};
use crate::promise::{DueCounts, DueRow, DueState, Ending};

pub(in crate::promise) async fn due(
    brand: Id<Brand>,
    state: Option<DueState>,
    of: Option<Id<Teammate>>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<DueRow>, Error> {
    let mut values = params![brand];
    let mut conditions = vec!["c.brand_id = $1", "c.due_at IS NOT NULL"];
    if state.is_some() {
        values.push(tx.now().into_value());
    }
    conditions.extend(match state {
        None => &[][..],
        Some(DueState::Late) => &["c.due_at <= $2"],
        Some(DueState::AtRisk) => &["c.due_at > $2", "c.at_risk_at <= $2"],
        Some(DueState::OnTime) => &["c.due_at > $2", "c.at_risk_at > $2"],
    });
    let mine;
    if let Some(teammate) = of {
        values.push(teammate.into_value());
        mine = format!("COALESCE(c.assignee_id, c.assignee_id) = ${}", values.len());
        conditions.push(&mine);
    }
    due_rows(&conditions.join(" AND "), values, limit, tx).await
}

pub(in crate::promise) async fn counts(
    brand: Id<Brand>,
    teammate: Option<Id<Teammate>>,
    most: i64,
    tx: &mut Tx,
) -> Result<DueCounts, Error> {
    let late = sql!(
        "SELECT COUNT(*) AS n FROM (SELECT id FROM conversation WHERE brand_id = $1
         AND due_at <= $2 LIMIT $3) AS counted"
    );
    let late = tx.query_one(late, params![brand, tx.now(), most]).await?.get("n")?;
    let at_risk = sql!(
        "SELECT COUNT(*) AS n FROM (SELECT id FROM conversation WHERE brand_id = $1
         AND due_at > $2 AND at_risk_at <= $2 LIMIT $3) AS counted"
    );
    let at_risk = tx.query_one(at_risk, params![brand, tx.now(), most]).await?.get("n")?;
    let mut mine = 0;
    if let Some(teammate) = teammate {
        let own = sql!(
            "SELECT COUNT(*) AS n FROM (SELECT id FROM conversation WHERE brand_id = $1
             AND due_at IS NOT NULL AND at_risk_at <= $2
             AND (assignee_id IS NULL OR assignee_id = $4) LIMIT $3) AS counted"
        );
        mine = tx.query_one(own, params![brand, tx.now(), most, teammate]).await?.get("n")?;
    }
    Ok(DueCounts { late, at_risk, mine })
}

/// What ended in `[from, until)`, and how it stands with what has not.
pub(in crate::promise) async fn kept(
    brand: Id<Brand>,
    channel: Option<Id<Channel>>,
    (from, until): (Timestamp, Timestamp),
    most: i64,
    tx: &mut Tx,
) -> Result<Kept, Error> {
    let mut values = params![brand, from, until, most];
    let of_channel = match channel {
        Some(channel) => {
            values.push(channel.into_value());
            " AND channel_id = $5"
        }
        None => "",
    };
    let text = format!(
        "SELECT kind, channel_id, promised, used, worked, broken_at, ended_at, ending FROM promise
         WHERE brand_id = $1 AND ended_at >= $2 AND ended_at < $3{of_channel}
         ORDER BY ended_at, conversation_id, kind, since LIMIT $4"
    );
    let rows = tx.query(&text, values).await?;
    let read = |row: &database::Row| {
        Ok(KeptPromise {
            kind: row.get("kind")?,
            channel: row.get("channel_id")?,
            promised: SignedDuration::from_micros(row.get("promised")?),
            worked: SignedDuration::from_micros(row.get("worked")?),
            broken: row.get::<Option<Timestamp>>("broken_at")?.is_some(),
            dropped: row.get::<Option<Ending>>("ending")? == Some(Ending::Dropped),
            ended_at: row.get("ended_at")?,
        })
    };
    let ended = rows.iter().map(read).collect::<Result<Vec<_>, Error>>()?;
    let running = sql!(
        "SELECT COUNT(*) AS n, COALESCE(SUM(CASE WHEN broken_at IS NOT NULL OR due_at <= $2
         THEN 1 ELSE 0 END), 0) AS late FROM promise WHERE brand_id = $1 AND ended_at IS NULL"
    );
    let row = tx.query_one(running, params![brand, tx.now()]).await?;
    Ok(Kept { since: None, ended, running: row.get("n")?, running_late: row.get("late")? })
}
