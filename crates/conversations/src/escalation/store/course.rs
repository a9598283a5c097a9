use database::{Error, Row, Tx, params, sql};
use platform::{Brand, Teammate};
use primitives::Id;

use crate::conversation::Conversation;
use crate::escalation::{Escalation, Happened, What};

/// The most that is read of one course.
const MOST: i64 = 500;

macro_rules! select {
    ($rest:expr) => {
        sql!(
            "SELECT v.escalation_id, v.what, t.name AS by_name, v.name, v.words, v.at
             FROM escalation_event v LEFT JOIN teammate t ON t.id = v.by_teammate ",
            $rest
        )
    };
}

/// Writes down what happens.
pub(in crate::escalation) async fn happened(
    escalation: &Escalation,
    what: What,
    by: Option<Id<Teammate>>,
    name: &str,
    words: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    let (id, now): (Id<Happened>, _) = (tx.new_id(), tx.now());
    tx.execute(
        sql!(
            "INSERT INTO escalation_event (id, brand_id, escalation_id, what, by_teammate, name,
             words, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![id, escalation.brand, escalation.id, what, by, name, words, now],
    )
    .await
    .map(drop)
}

pub(in crate::escalation) async fn course(
    brand: Id<Brand>,
    escalation: Id<Escalation>,
    tx: &mut Tx,
) -> Result<Vec<Happened>, Error> {
    let text =
        select!("WHERE v.brand_id = $1 AND v.escalation_id = $2 ORDER BY v.at, v.id LIMIT $3");
    tx.query(text, params![brand, escalation, MOST]).await?.iter().map(read).collect()
}

pub(in crate::escalation) async fn course_of_conversation(
    brand: Id<Brand>,
    conversation: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Vec<Happened>, Error> {
    let text = select!(
        "WHERE v.brand_id = $1 AND v.escalation_id IN (SELECT e.id FROM escalation e
           JOIN conversation c ON c.id = e.conversation_id WHERE c.id = $2 OR c.merged_into = $2)
         ORDER BY v.at, v.id LIMIT $3"
    );
    tx.query(text, params![brand, conversation, MOST]).await?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Happened, Error> {
    Ok(Happened {
        escalation: row.get("escalation_id")?,
        what: row.get("what")?,
        by: row.get("by_name")?,
        name: row.get("name")?,
        words: row.get("words")?,
        at: row.get("at")?,
    })
}
