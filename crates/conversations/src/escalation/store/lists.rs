use database::{Error, IntoValue, Tx, in_groups, params, placeholders, sql};
use jiff::Timestamp;
use platform::{Brand, Teammate};
use primitives::Id;

use super::{escalation, with_asked};
use crate::conversation::{self, Conversation};
use crate::escalation::figures::AskedLine;
use crate::escalation::lists::Mark;
use crate::escalation::{Asked, Escalation, Line, Narrowed, OpenCounts};

/// The most that a figure is computed over.
const MOST: i64 = 20_000;

pub(in crate::escalation) async fn list(
    brand: Id<Brand>,
    which: Narrowed,
    asked: Option<Id<Teammate>>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Line>, Error> {
    let mut values = params![brand, limit];
    let mut conditions = vec!["e.brand_id = $1"];
    let order = match which {
        Narrowed::Over => "e.closed_at DESC, e.id DESC",
        _ => "e.due_at, e.id",
    };
    match which {
        Narrowed::Open => conditions.push("e.closed_at IS NULL"),
        Narrowed::Late => {
            values.push(tx.now().into_value());
            conditions
                .push("e.closed_at IS NULL AND e.state IN ('waiting', 'more') AND e.due_at <= $3");
        }
        Narrowed::ToReview => {
            conditions.push("e.closed_at IS NULL AND e.state IN ('answered', 'refused', 'more')")
        }
        Narrowed::Over => conditions.push("e.closed_at IS NOT NULL"),
    }
    let mut of_asked = String::new();
    if let Some(teammate) = asked {
        values.push(teammate.into_value());
        of_asked = format!(
            " AND EXISTS (SELECT 1 FROM escalation_asked a WHERE a.escalation_id = e.id
               AND a.teammate_id = ${} AND a.state <> 'withdrawn')",
            values.len()
        );
    }
    let text = format!(
        "{} WHERE {}{of_asked} ORDER BY {order} LIMIT $2",
        escalation!(),
        conditions.join(" AND ")
    );
    let rows = tx.query(&text, values).await?;
    let mut lines = Vec::with_capacity(rows.len());
    for escalation in with_asked(&rows, tx).await? {
        let person = conversation::about_one(escalation.conversation, tx).await?.name;
        lines.push(Line { escalation, person });
    }
    Ok(lines)
}

pub(in crate::escalation) async fn counts(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<OpenCounts, Error> {
    let now = tx.now();
    let row = tx
        .query_one(
            sql!(
                "SELECT COUNT(*) AS open_ones,
                 COALESCE(SUM(CASE WHEN state IN ('waiting', 'more') AND due_at <= $2
                   THEN 1 ELSE 0 END), 0) AS late,
                 COALESCE(SUM(CASE WHEN state IN ('answered', 'refused', 'more')
                   THEN 1 ELSE 0 END), 0) AS review
                 FROM escalation WHERE brand_id = $1 AND closed_at IS NULL"
            ),
            params![brand, now],
        )
        .await?;
    Ok(OpenCounts {
        open: row.get("open_ones")?,
        late: row.get("late")?,
        to_review: row.get("review")?,
    })
}

pub(in crate::escalation) async fn marks(
    brand: Id<Brand>,
    conversations: &[Id<Conversation>],
    tx: &mut Tx,
) -> Result<Vec<(Id<Conversation>, Mark)>, Error> {
    let mut found = Vec::new();
    for group in in_groups(conversations) {
        let list = placeholders(2, group.len());
        let text = format!(
            "SELECT COALESCE(c.merged_into, c.id) AS conversation, e.state, e.due_at
             FROM escalation e JOIN conversation c ON c.id = e.conversation_id
             WHERE e.brand_id = $1 AND e.closed_at IS NULL
             AND COALESCE(c.merged_into, c.id) IN ({list}) ORDER BY e.due_at, e.id"
        );
        let mut values = params![brand];
        values.extend(group.into_iter().map(IntoValue::into_value));
        for row in tx.query(&text, values).await? {
            let mark = Mark { state: row.get("state")?, due_at: row.get("due_at")? };
            found.push((row.get("conversation")?, mark));
        }
    }
    Ok(found)
}

/// Something that is to be told of someone who is asked.
pub(in crate::escalation) struct Due {
    pub brand: Id<Brand>,
    pub escalation: Id<Escalation>,
    pub asked: Id<Asked>,
    /// The deadline has passed; it is near otherwise.
    pub late: bool,
}

/// What is to be told by now, in every brand, the oldest first.
pub(in crate::escalation) async fn due(limit: i64, tx: &mut Tx) -> Result<Vec<Due>, Error> {
    let now = tx.now();
    let late = sql!(
        "SELECT brand_id, escalation_id, id FROM escalation_asked
         WHERE state = 'waiting' AND late_told_at IS NULL AND due_at <= $1
         ORDER BY due_at, id LIMIT $2"
    );
    let soon = sql!(
        "SELECT brand_id, escalation_id, id FROM escalation_asked
         WHERE state = 'waiting' AND reminded_at IS NULL AND remind_at <= $1 AND due_at > $1
         ORDER BY remind_at, id LIMIT $2"
    );
    let mut all = Vec::new();
    for (text, late) in [(late, true), (soon, false)] {
        for row in tx.query(text, params![now, limit]).await? {
            let (brand, escalation) = (row.get("brand_id")?, row.get("escalation_id")?);
            all.push(Due { brand, escalation, asked: row.get("id")?, late });
        }
    }
    Ok(all)
}

/// Notes that it is told; false when it was already, here or elsewhere.
pub(in crate::escalation) async fn tell_once(due: &Due, tx: &mut Tx) -> Result<bool, Error> {
    let now = tx.now();
    // A reminder that comes after the deadline says nothing that the other letter does not.
    let text = if due.late {
        sql!(
            "UPDATE escalation_asked SET late_told_at = $2, reminded_at = COALESCE(reminded_at, $2)
             WHERE id = $1 AND state = 'waiting' AND late_told_at IS NULL"
        )
    } else {
        sql!(
            "UPDATE escalation_asked SET reminded_at = $2
             WHERE id = $1 AND state = 'waiting' AND reminded_at IS NULL"
        )
    };
    Ok(tx.execute(text, params![due.asked, now]).await? == 1)
}

pub(in crate::escalation) async fn asked_between(
    brand: Id<Brand>,
    from: Timestamp,
    until: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<AskedLine>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT email, name, state, asked_at, due_at, first_answered_at
                 FROM escalation_asked WHERE brand_id = $1 AND asked_at >= $2 AND asked_at < $3
                 ORDER BY asked_at, id LIMIT $4"
            ),
            params![brand, from, until, MOST],
        )
        .await?;
    let read = |row: &database::Row| {
        Ok(AskedLine {
            email: row.get("email")?,
            name: row.get("name")?,
            state: row.get("state")?,
            asked_at: row.get("asked_at")?,
            due_at: row.get("due_at")?,
            first_answered_at: row.get("first_answered_at")?,
        })
    };
    rows.iter().map(read).collect()
}
