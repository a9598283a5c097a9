use channels::publication::StateName;
use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use crate::change::Because;
use crate::conversation::{Conversation, StateWord};
use crate::message::Direction;
use crate::promise::facts::Facing;
use crate::promise::policy::About;

/// The latest messages that are looked at; of an older one nothing is promised any more.
const MOST: i64 = 1_000;

/// A message, as clocks see it.
pub(in crate::promise) struct Written {
    pub inbound: bool,
    pub sent_at: Timestamp,
    pub received_at: Timestamp,
    pub by_teammate: bool,
    /// Where the sending of an answer of ours stands.
    pub publication: Option<StateName>,
    /// When it left.
    pub left_at: Option<Timestamp>,
}

/// A change of state, as clocks see it.
pub(in crate::promise) struct Moved {
    pub at: Timestamp,
    pub to: StateWord,
    pub because: Because,
}

pub(in crate::promise) async fn facing(
    brand: Id<Brand>,
    id: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Option<Facing>, Error> {
    let text = format!(
        "SELECT channel_id, reactions, state, priority, resolved_at, paused_at, due_at, at_risk_at,
         due_kind FROM conversation WHERE brand_id = $1 AND id = $2{}",
        tx.for_update()
    );
    let Some(row) = tx.query_opt(&text, params![brand, id]).await? else { return Ok(None) };
    let labels = tx
        .query(
            sql!(
                "SELECT label_id FROM conversation_label WHERE conversation_id = $1
                 ORDER BY label_id"
            ),
            params![id],
        )
        .await?;
    let state: StateWord = row.get("state")?;
    let state_since = match state {
        StateWord::Open => None,
        StateWord::Pending | StateWord::Snoozed => row.get("paused_at")?,
        StateWord::Resolved | StateWord::Merged => row.get("resolved_at")?,
    };
    Ok(Some(Facing {
        id,
        about: About {
            channel: row.get("channel_id")?,
            labels: labels.iter().map(|row| row.get("label_id")).collect::<Result<_, _>>()?,
            priority: row.get("priority")?,
        },
        reactions: row.get("reactions")?,
        state,
        state_since,
        due_at: row.get("due_at")?,
        at_risk_at: row.get("at_risk_at")?,
        due_kind: row.get("due_kind")?,
    }))
}

pub(in crate::promise) async fn messages(
    id: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Vec<Written>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT m.direction, m.sent_at, m.received_at, m.teammate_id, m.holding, p.state,
                 p.published_at
                 FROM message m LEFT JOIN publication p ON p.id = m.publication_id
                 WHERE m.conversation_id = $1 AND m.machine = FALSE AND m.undelivered IS NULL
                 ORDER BY m.sent_at DESC, m.id DESC LIMIT $2"
            ),
            params![id, MOST],
        )
        .await?;
    let read = |row: &database::Row| {
        Ok(Written {
            inbound: row.get::<Direction>("direction")? == Direction::Inbound,
            sent_at: row.get("sent_at")?,
            received_at: row.get("received_at")?,
            by_teammate: row.get::<Option<Id<platform::Teammate>>>("teammate_id")?.is_some()
                && !row.get::<bool>("holding")?,
            publication: row.get("state")?,
            left_at: row.get("published_at")?,
        })
    };
    rows.iter().rev().map(read).collect()
}

/// Its changes of state, the oldest first.
pub(in crate::promise) async fn states(
    id: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Vec<Moved>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT at, to_value, because FROM conversation_change
                 WHERE conversation_id = $1 AND what = 'state' ORDER BY at, id"
            ),
            params![id],
        )
        .await?;
    let read = |row: &database::Row| {
        Ok(Moved { at: row.get("at")?, to: row.get("to_value")?, because: row.get("because")? })
    };
    rows.iter().map(read).collect()
}
