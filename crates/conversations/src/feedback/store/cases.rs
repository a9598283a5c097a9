//! Cases.

use database::{Error, IntoValue, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::{Actor, Brand};
use primitives::Id;

use crate::feedback::{Case, CaseFilter, CaseKind, CaseState, Category};

const COLUMNS: &str = "c.id, c.category_id, k.name AS category_name, k.owner_id, \
    COALESCE(t.name, '') AS owner_name, c.kind, c.title, c.state, c.reason, c.merged_into, \
    (SELECT COUNT(*) FROM feedback_source s WHERE s.case_id = c.id) AS people, c.filed_at, \
    c.moved_at, c.begun_at, c.closed_at, c.due_at FROM feedback_case c \
    JOIN feedback_category k ON k.id = c.category_id LEFT JOIN teammate t ON t.id = k.owner_id";

fn read(row: &Row) -> Result<Case, Error> {
    Ok(Case {
        id: row.get("id")?,
        category: row.get("category_id")?,
        category_name: row.get("category_name")?,
        owner: row.get("owner_id")?,
        owner_name: row.get("owner_name")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        state: row.get("state")?,
        reason: row.get("reason")?,
        merged_into: row.get("merged_into")?,
        people: row.get("people")?,
        filed_at: row.get("filed_at")?,
        moved_at: row.get("moved_at")?,
        begun_at: row.get("begun_at")?,
        closed_at: row.get("closed_at")?,
        due_at: row.get("due_at")?,
    })
}

pub(in crate::feedback) async fn load(
    brand: Id<Brand>,
    id: Id<Case>,
    lock: &str,
    tx: &mut Tx,
) -> Result<Option<Case>, Error> {
    let text = format!("SELECT {COLUMNS} WHERE c.brand_id = $1 AND c.id = $2{lock}");
    tx.query_opt(&text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(in crate::feedback) async fn hold(
    brand: Id<Brand>,
    id: Id<Case>,
    lock: &str,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let text = format!("SELECT id FROM feedback_case WHERE brand_id = $1 AND id = $2{lock}");
    Ok(tx.query_opt(&text, params![brand, id]).await?.is_some())
}

pub(in crate::feedback) async fn list(
    brand: Id<Brand>,
    filter: &CaseFilter,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Case>, Error> {
    let mut values = params![brand];
    let mut conditions = vec!["c.brand_id = $1 AND c.merged_into IS NULL".to_owned()];
    let mut with = |condition: &str, value: database::Value| {
        values.push(value);
        conditions.push(condition.replace('§', &format!("${}", values.len())));
    };
    if let Some(category) = filter.category {
        with("c.category_id = §", category.into_value());
    }
    if let Some(kind) = filter.kind {
        with("c.kind = §", kind.into_value());
    }
    if let Some(owner) = filter.owner {
        with("k.owner_id = §", owner.into_value());
    }
    if let Some(state) = filter.state {
        with("c.state = §", state.into_value());
    }
    if filter.sleeping {
        with("c.due_at < §", tx.now().into_value());
        conditions.push("c.state IN ('received', 'in_progress')".to_owned());
    }
    match (filter.state, filter.all) {
        (Some(_), _) => {}
        (None, true) => conditions.push("c.state <> 'dismissed'".to_owned()),
        (None, false) => {
            conditions.push("c.state IN ('proposed', 'received', 'in_progress')".to_owned());
        }
    }
    values.extend([limit.into_value(), filter.skip.into_value()]);
    let order = if filter.all || filter.state.is_some_and(|state| !state.is_open()) {
        "c.filed_at DESC, c.id DESC"
    } else {
        "CASE WHEN c.state = 'proposed' THEN 0 ELSE 1 END, c.filed_at, c.id"
    };
    let text = format!(
        "SELECT {COLUMNS} WHERE {} ORDER BY {order} LIMIT ${} OFFSET ${}",
        conditions.join(" AND "),
        values.len() - 1,
        values.len()
    );
    tx.query(&text, values).await?.iter().map(read).collect()
}

/// A case to insert.
pub(in crate::feedback) struct NewCase {
    pub id: Id<Case>,
    pub category: Id<Category>,
    pub kind: CaseKind,
    pub title: String,
    pub state: CaseState,
    pub due_at: Timestamp,
}

pub(in crate::feedback) async fn insert(
    new: &NewCase,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let remind_at = new.state.is_open().then_some(new.due_at);
    tx.execute(
        sql!(
            "INSERT INTO feedback_case (id, brand_id, category_id, kind, title, state, reason,
             filed_by, filed_at, moved_at, due_at, remind_at)
             VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8, $8, $9, $10)"
        ),
        params![
            new.id,
            actor.brand(),
            new.category,
            new.kind,
            &new.title,
            new.state,
            actor.teammate_id(),
            tx.now(),
            new.due_at,
            remind_at
        ],
    )
    .await
    .map(drop)
}

/// Moves it: what a proposal becomes counts from now.
pub(in crate::feedback) async fn advance(
    case: &Case,
    to: CaseState,
    reason: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    let due_at = if case.state == CaseState::Proposed || case.state == CaseState::Dismissed {
        now + case.due_at.duration_since(case.filed_at)
    } else {
        case.due_at
    };
    let begun = (to == CaseState::InProgress).then_some(now);
    let closed = (!to.is_open() && to != CaseState::Proposed).then_some(now);
    let remind = to.is_open().then_some(due_at.max(now));
    tx.execute(
        sql!(
            "UPDATE feedback_case SET state = $2, reason = $3, moved_at = $4,
             begun_at = COALESCE(begun_at, $5), closed_at = $6, due_at = $7, remind_at = $8
             WHERE id = $1"
        ),
        params![case.id, to, reason, now, begun, closed, due_at, remind],
    )
    .await
    .map(drop)
}

pub(in crate::feedback) async fn recategorise(
    case: Id<Case>,
    category: Id<Category>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let text = sql!("UPDATE feedback_case SET category_id = $2 WHERE id = $1");
    tx.execute(text, params![case, category]).await.map(drop)
}

/// Gives the sources of the other to the one that is kept; a conversation that is in both stays
/// once.
pub(in crate::feedback) async fn merge(
    kept: Id<Case>,
    other: Id<Case>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE feedback_source SET case_id = $1 WHERE case_id = $2 AND conversation_id NOT IN
             (SELECT s.conversation_id FROM feedback_source s WHERE s.case_id = $1)"
        ),
        params![kept, other],
    )
    .await?;
    // Drafts of the other case are the kept one's to tell now.
    tx.execute(
        sql!("UPDATE feedback_told SET state = 'dropped' WHERE case_id = $1 AND state = 'draft'"),
        params![other],
    )
    .await?;
    // What its authors were told already is not told again.
    tx.execute(
        sql!(
            "UPDATE feedback_told SET case_id = $1 WHERE case_id = $2 AND state = 'sent'
             AND NOT EXISTS (SELECT 1 FROM feedback_told x WHERE x.case_id = $1
               AND x.conversation_id = feedback_told.conversation_id AND x.step = feedback_told.step)"
        ),
        params![kept, other],
    )
    .await?;
    tx.execute(
        sql!(
            "UPDATE feedback_case SET merged_into = $1, moved_at = $3, remind_at = NULL WHERE id = $2"
        ),
        params![kept, other, tx.now()],
    )
    .await
    .map(drop)
}
