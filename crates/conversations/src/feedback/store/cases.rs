use database::{Error, IntoValue, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::{Actor, Brand, Teammate};
use primitives::Id;

use crate::conversation::Conversation;
use crate::feedback::{Case, CaseFilter, CaseKind, CaseState, Category, Event, Filed, Source};
use crate::message::Message;

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

pub(in crate::feedback) async fn add_source(
    case: Id<Case>,
    message: &Message,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO feedback_source (case_id, conversation_id, message_id, brand_id,
             origin_id, at) VALUES ($1, $2, $3, $4, $1, $5) ON CONFLICT DO NOTHING"
        ),
        params![case, message.conversation, message.id, brand, message.sent_at],
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

pub(in crate::feedback) async fn sources(
    brand: Id<Brand>,
    case: Id<Case>,
    tx: &mut Tx,
) -> Result<Vec<Source>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT s.conversation_id, s.message_id, m.text, COALESCE(i.name, '') AS name, s.at
                 FROM feedback_source s JOIN message m ON m.id = s.message_id
                 LEFT JOIN identity i ON i.id = m.identity_id
                 WHERE s.brand_id = $1 AND s.case_id = $2 ORDER BY s.at, s.message_id LIMIT 1000"
            ),
            params![brand, case],
        )
        .await?;
    let source = |row: &Row| {
        Ok(Source {
            conversation: row.get("conversation_id")?,
            message: row.get("message_id")?,
            text: row.get("text")?,
            name: row.get("name")?,
            at: row.get("at")?,
        })
    };
    rows.iter().map(source).collect()
}

pub(in crate::feedback) async fn of_conversation(
    brand: Id<Brand>,
    conversation: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Vec<Filed>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT case_id, message_id FROM feedback_source
                 WHERE brand_id = $1 AND conversation_id = $2 ORDER BY at DESC, message_id LIMIT 20"
            ),
            params![brand, conversation],
        )
        .await?;
    let mut filed = Vec::with_capacity(rows.len());
    for row in rows {
        if let Some(case) = load(brand, row.get("case_id")?, "", tx).await? {
            filed.push(Filed { case, message: row.get("message_id")? });
        }
    }
    Ok(filed)
}

pub(in crate::feedback) async fn of_message(
    brand: Id<Brand>,
    message: Id<Message>,
    tx: &mut Tx,
) -> Result<Option<Id<Case>>, Error> {
    let text = sql!("SELECT case_id FROM feedback_source WHERE brand_id = $1 AND message_id = $2");
    tx.query_opt(text, params![brand, message]).await?.map(|row| row.get("case_id")).transpose()
}

/// The message of a conversation in a case.
pub(in crate::feedback) async fn message_in(
    case: Id<Case>,
    conversation: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Option<Id<Message>>, Error> {
    let text =
        sql!("SELECT message_id FROM feedback_source WHERE case_id = $1 AND conversation_id = $2");
    let row = tx.query_opt(text, params![case, conversation]).await?;
    row.map(|row| row.get("message_id")).transpose()
}

/// The conversation's case in a category that is open or proposed.
pub(in crate::feedback) async fn open_in(
    brand: Id<Brand>,
    conversation: Id<Conversation>,
    category: Id<Category>,
    tx: &mut Tx,
) -> Result<Option<Id<Case>>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT c.id FROM feedback_source s JOIN feedback_case c ON c.id = s.case_id
                 WHERE s.brand_id = $1 AND s.conversation_id = $2 AND c.category_id = $3
                 AND c.state IN ('proposed', 'received', 'in_progress')
                 AND c.merged_into IS NULL ORDER BY c.id LIMIT 1"
            ),
            params![brand, conversation, category],
        )
        .await?;
    row.map(|row| row.get("id")).transpose()
}

pub(in crate::feedback) async fn event(
    case: Id<Case>,
    what: &str,
    detail: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO feedback_event (id, brand_id, case_id, what, detail, by_teammate, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            tx.new_id::<Event>(),
            actor.brand(),
            case,
            what,
            detail,
            actor.teammate_id(),
            tx.now()
        ],
    )
    .await
    .map(drop)
}

pub(in crate::feedback) async fn events(
    brand: Id<Brand>,
    case: Id<Case>,
    tx: &mut Tx,
) -> Result<Vec<Event>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT e.what, e.detail, t.name AS by_name, e.at FROM feedback_event e
                 LEFT JOIN teammate t ON t.id = e.by_teammate
                 WHERE e.brand_id = $1 AND e.case_id = $2 ORDER BY e.at, e.id LIMIT 500"
            ),
            params![brand, case],
        )
        .await?;
    let event = |row: &Row| {
        Ok(Event {
            what: row.get("what")?,
            detail: row.get("detail")?,
            by: row.get("by_name")?,
            at: row.get("at")?,
        })
    };
    rows.iter().map(event).collect()
}

/// A case whose owner is to be reminded.
pub(in crate::feedback) struct Due {
    pub case: Id<Case>,
    pub brand: Id<Brand>,
    pub owner: Id<Teammate>,
    pub title: String,
}

pub(in crate::feedback) async fn due(
    most: usize,
    to_hold: bool,
    tx: &mut Tx,
) -> Result<Vec<Due>, Error> {
    let lock = if to_hold { tx.for_update_skip_locked() } else { "" };
    let now = tx.now();
    let text = format!(
        "SELECT id, brand_id, category_id, title FROM feedback_case
         WHERE remind_at IS NOT NULL AND remind_at <= $1 ORDER BY remind_at, id LIMIT $2{lock}"
    );
    let rows = tx.query(&text, params![now, most]).await?;
    let mut due = Vec::with_capacity(rows.len());
    for row in &rows {
        let owner = tx
            .query_one(
                sql!("SELECT owner_id FROM feedback_category WHERE id = $1"),
                params![row.get::<Id<Category>>("category_id")?],
            )
            .await?;
        due.push(Due {
            case: row.get("id")?,
            brand: row.get("brand_id")?,
            owner: owner.get("owner_id")?,
            title: row.get("title")?,
        });
    }
    Ok(due)
}

pub(in crate::feedback) async fn remind_at(
    case: Id<Case>,
    at: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    let text = sql!("UPDATE feedback_case SET remind_at = $2 WHERE id = $1");
    tx.execute(text, params![case, at]).await.map(drop)
}
