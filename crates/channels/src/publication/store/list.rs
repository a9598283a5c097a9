//! Publications of a brand, narrowed and counted.

use database::{Error, Tx, Value, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::{COLUMNS, read};
use crate::channel::Channel;
use crate::publication::{Publication, StateName};

/// What a list of publications is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Due at or after.
    pub from: Option<Timestamp>,
    /// Due before.
    pub to: Option<Timestamp>,
    /// Only these states; all when empty.
    pub states: Vec<StateName>,
    /// Only on this channel.
    pub channel: Option<Id<Channel>>,
    /// Only posts, leaving replies out; of what follows a post on its channel, only what went
    /// wrong or is kept back.
    pub posts_only: bool,
    /// Only on channels where a person posts by hand.
    pub by_hand: bool,
    /// Resume after this one (due time and id), for pages.
    pub after: Option<(Timestamp, Id<Publication>)>,
    /// At most this many; 0 is 500.
    pub most: i64,
}

pub(in crate::publication) async fn list(
    brand: Id<Brand>,
    filter: &Filter,
    tx: &mut Tx,
) -> Result<Vec<Publication>, Error> {
    let mut text = format!("SELECT {COLUMNS} FROM publication WHERE brand_id = $1");
    let mut values = params![brand];
    let mut push = |text: &mut String, condition: &str, value: Value| {
        values.push(value);
        text.push_str(&condition.replace("$?", &format!("${}", values.len())));
    };
    use database::IntoValue;
    if let Some(from) = filter.from {
        push(&mut text, " AND due_at >= $?", from.into_value());
    }
    if let Some(to) = filter.to {
        push(&mut text, " AND due_at < $?", to.into_value());
    }
    if let Some(channel) = filter.channel {
        push(&mut text, " AND channel_id = $?", channel.into_value());
    }
    if let Some((due_at, id)) = filter.after {
        push(&mut text, " AND (due_at, id) > ($?,", due_at.into_value());
        push(&mut text, " $?)", id.into_value());
    }
    if filter.posts_only {
        text.push_str(" AND purpose = 'post'");
        text.push_str(COUNTED);
    }
    if filter.by_hand {
        text.push_str(" AND channel_id IN (SELECT id FROM channel WHERE mode = 'assisted')");
    }
    if !filter.states.is_empty() {
        let names: Vec<_> = filter.states.iter().map(|s| format!("'{s}'")).collect();
        text.push_str(&format!(" AND state IN ({})", names.join(", ")));
    }
    let most = if filter.most == 0 { 500 } else { filter.most };
    text.push_str(&format!(" ORDER BY due_at, id LIMIT {most}"));
    tx.query(&text, values).await?.iter().map(read).collect()
}

/// A post with what follows it counts once, unless something of it needs to be seen to.
const COUNTED: &str = " AND (part = 0 OR state IN ('failed', 'held', 'uncertain', 'needs_person'))";

/// How many publications stand in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateCount {
    /// The state.
    pub state: StateName,
    /// How many.
    pub count: i64,
}

pub(in crate::publication) async fn count_by_state(
    brand: Id<Brand>,
    from: Timestamp,
    to: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<StateCount>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT state, COUNT(*) AS publications FROM publication WHERE brand_id = $1
                 AND due_at >= $2 AND due_at < $3
                 AND (part = 0 OR state IN ('failed', 'held', 'uncertain', 'needs_person'))
                 GROUP BY state ORDER BY state"
            ),
            params![brand, from, to],
        )
        .await?;
    rows.iter()
        .map(|row| Ok(StateCount { state: row.get("state")?, count: row.get("publications")? }))
        .collect()
}
