mod course;
mod experts;
mod lists;

pub(super) use course::{course, course_of_conversation, happened};
pub(super) use experts::{
    experts, insert_absence, insert_expert, remove_absence, set_expert_removed, set_setting,
    setting, update_expert,
};
pub(super) use lists::{Due, asked_between, counts, due, list, marks, tell_once};

use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::answer::Given;
use super::{Asked, AskedState, Escalation, EscalationState, standing};
use crate::conversation::Conversation;
use crate::message::Message;

macro_rules! escalation {
    () => {
        "SELECT e.id, e.brand_id, e.conversation_id, e.question, e.context, e.with_notes,
         e.context_until, e.state, e.asked_by, e.asked_at, e.due_at, e.holding_message_id,
         e.closed_at FROM escalation e "
    };
}
use escalation;

fn read(row: &Row) -> Result<Escalation, Error> {
    Ok(Escalation {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        conversation: row.get("conversation_id")?,
        question: row.get("question")?,
        context: row.get("context")?,
        with_notes: row.get("with_notes")?,
        context_until: row.get("context_until")?,
        state: row.get("state")?,
        asked_by: row.get("asked_by")?,
        asked_at: row.get("asked_at")?,
        due_at: row.get("due_at")?,
        holding: row.get("holding_message_id")?,
        closed_at: row.get("closed_at")?,
        asked: Vec::new(),
    })
}

fn read_asked(row: &Row) -> Result<Asked, Error> {
    let language: String = row.get("language")?;
    let name: Option<String> = row.get("instead_name")?;
    let email: Option<String> = row.get("instead_email")?;
    Ok(Asked {
        id: row.get("id")?,
        escalation: row.get("escalation_id")?,
        expert: row.get("expert_id")?,
        teammate: row.get("teammate_id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        language: language
            .parse()
            .map_err(|_| Error::other(format!("a language {language:?} is stored")))?,
        state: row.get("state")?,
        asked_at: row.get("asked_at")?,
        due_at: row.get("due_at")?,
        late_told_at: row.get("late_told_at")?,
        first_answered_at: row.get("first_answered_at")?,
        answered_at: row.get("answered_at")?,
        via: row.get("via")?,
        answer: row.get("answer")?,
        letter: row.get("letter")?,
        answered_from: row.get("answered_from")?,
        why: row.get("why")?,
        instead: name.zip(email),
    })
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Escalation>,
    lock: &str,
    tx: &mut Tx,
) -> Result<Option<Escalation>, Error> {
    let text = format!("{} WHERE e.brand_id = $1 AND e.id = $2{lock}", escalation!());
    let Some(row) = tx.query_opt(&text, params![brand, id]).await? else { return Ok(None) };
    let mut found = read(&row)?;
    found.asked = asked(id, tx).await?;
    Ok(Some(found))
}

pub(super) async fn asked(id: Id<Escalation>, tx: &mut Tx) -> Result<Vec<Asked>, Error> {
    let text = sql!(
        "SELECT id, escalation_id, expert_id, teammate_id, name, email, language, state, asked_at,
         due_at, late_told_at, first_answered_at, answered_at, via, answer, letter, answered_from,
         why, instead_name, instead_email FROM escalation_asked WHERE escalation_id = $1
         ORDER BY asked_at, id"
    );
    tx.query(text, params![id]).await?.iter().map(read_asked).collect()
}

/// The escalation in which that person is asked.
pub(super) async fn escalation_of(
    brand: Id<Brand>,
    asked: Id<Asked>,
    tx: &mut Tx,
) -> Result<Option<Escalation>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT escalation_id FROM escalation_asked WHERE brand_id = $1 AND id = $2"),
            params![brand, asked],
        )
        .await?;
    match row {
        Some(row) => load(brand, row.get("escalation_id")?, "", tx).await,
        None => Ok(None),
    }
}

pub(super) async fn of_conversation(
    brand: Id<Brand>,
    conversation: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Vec<Escalation>, Error> {
    let text = sql!(
        escalation!(),
        "WHERE e.brand_id = $1 AND e.conversation_id IN (SELECT c.id FROM conversation c
           WHERE c.id = $2 OR c.merged_into = $2) ORDER BY e.asked_at, e.id"
    );
    let rows = tx.query(text, params![brand, conversation]).await?;
    with_asked(&rows, tx).await
}

async fn with_asked(rows: &[Row], tx: &mut Tx) -> Result<Vec<Escalation>, Error> {
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let mut one = read(row)?;
        one.asked = asked(one.id, tx).await?;
        found.push(one);
    }
    Ok(found)
}

pub(super) async fn insert(new: &Escalation, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO escalation (id, brand_id, conversation_id, question, context, with_notes,
             context_until, state, asked_by, asked_at, due_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        params![
            new.id,
            new.brand,
            new.conversation,
            new.question.as_str(),
            new.context,
            new.with_notes,
            new.context_until,
            new.state,
            new.asked_by,
            new.asked_at,
            new.due_at
        ],
    )
    .await
    .map(drop)
}

pub(super) async fn insert_asked(
    brand: Id<Brand>,
    new: &Asked,
    remind_at: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO escalation_asked (id, brand_id, escalation_id, expert_id, teammate_id,
             name, email, language, state, asked_at, due_at, remind_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        params![
            new.id,
            brand,
            new.escalation,
            new.expert,
            new.teammate,
            new.name.as_str(),
            new.email.as_str(),
            new.language.tag(),
            new.state,
            new.asked_at,
            new.due_at,
            remind_at
        ],
    )
    .await
    .map(drop)
}

/// Writes anew where an open escalation stands.
pub(super) async fn settle(
    escalation: &Escalation,
    tx: &mut Tx,
) -> Result<(), super::EscalationError> {
    let state = standing(&asked(escalation.id, tx).await?);
    tx.execute(
        sql!("UPDATE escalation SET state = $2 WHERE id = $1 AND closed_at IS NULL"),
        params![escalation.id, state],
    )
    .await?;
    Ok(())
}

pub(super) async fn close(
    id: Id<Escalation>,
    state: EscalationState,
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!("UPDATE escalation SET state = $2, closed_at = $3 WHERE id = $1"),
        params![id, state, now],
    )
    .await
    .map(drop)
}

/// Marks a message as the escalation's holding reply.
pub(super) async fn set_holding(
    id: Id<Escalation>,
    message: Id<Message>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE escalation SET holding_message_id = $2 WHERE id = $1"),
        params![id, message],
    )
    .await
    .map(drop)
}

/// Puts the question otherwise: they see the conversation as it is now.
pub(super) async fn set_question(
    id: Id<Escalation>,
    question: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!("UPDATE escalation SET question = $2, context_until = $3 WHERE id = $1"),
        params![id, question, now],
    )
    .await
    .map(drop)
}

/// Sets the deadline of those who are still to answer: what was told of another one is to be told
/// anew.
pub(super) async fn set_due(
    id: Id<Escalation>,
    due: Timestamp,
    remind: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(sql!("UPDATE escalation SET due_at = $2 WHERE id = $1"), params![id, due]).await?;
    tx.execute(
        sql!(
            "UPDATE escalation_asked SET due_at = $2, remind_at = $3, reminded_at = NULL,
             late_told_at = NULL WHERE escalation_id = $1 AND state IN ('waiting', 'more')"
        ),
        params![id, due, remind],
    )
    .await
    .map(drop)
}

pub(super) async fn set_state(id: Id<Asked>, state: AskedState, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE escalation_asked SET state = $2 WHERE id = $1"), params![id, state])
        .await
        .map(drop)
}

/// Awaits their answer anew.
pub(super) async fn set_waiting(id: Id<Asked>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE escalation_asked SET state = 'waiting', why = '' WHERE id = $1"),
        params![id],
    )
    .await
    .map(drop)
}

pub(super) async fn set_said(
    id: Id<Asked>,
    state: AskedState,
    why: &str,
    instead: Option<&(String, String)>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let (name, email) = instead.map(|(name, email)| (name.as_str(), email.as_str())).unzip();
    tx.execute(
        sql!(
            "UPDATE escalation_asked SET state = $2, why = $3, instead_name = $4,
             instead_email = $5 WHERE id = $1"
        ),
        params![id, state, why, name, email],
    )
    .await
    .map(drop)
}

pub(super) async fn set_answer(id: Id<Asked>, given: &Given, tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "UPDATE escalation_asked SET state = 'answered', answer = $2, via = $3, letter = $4,
             answered_from = $5, answered_at = $6,
             first_answered_at = COALESCE(first_answered_at, $6) WHERE id = $1"
        ),
        params![
            id,
            given.words.as_str(),
            given.via,
            given.letter.as_deref(),
            given.from.as_deref(),
            now
        ],
    )
    .await
    .map(drop)
}

pub(super) async fn set_used(id: Id<Asked>, tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!("UPDATE escalation_asked SET state = 'used', used_at = $2 WHERE id = $1"),
        params![id, now],
    )
    .await
    .map(drop)
}
