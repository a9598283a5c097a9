use database::{Error, Row, Tx, params, sql};
use platform::Brand;
use primitives::Id;

use crate::conversation::Conversation;
use crate::feedback::tell::{Told, WhyDraft};
use crate::feedback::{Case, CaseState};
use crate::message::Message;

macro_rules! select {
    ($rest:expr) => {
        concat!(
            "SELECT d.id, d.conversation_id, d.step, d.state, d.words, d.because, d.message_id,
             d.at, COALESCE(i.name, '') AS name FROM feedback_told d
             JOIN conversation c ON c.id = d.conversation_id
             LEFT JOIN identity i ON i.id = c.identity_id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Told, Error> {
    Ok(Told {
        id: row.get("id")?,
        conversation: row.get("conversation_id")?,
        step: row.get("step")?,
        state: row.get("state")?,
        words: row.get("words")?,
        because: row.get("because")?,
        message: row.get("message_id")?,
        name: row.get("name")?,
        at: row.get("at")?,
    })
}

/// A word to one author.
pub(in crate::feedback) struct NewTold {
    pub id: Id<Told>,
    pub case: Id<Case>,
    pub conversation: Id<Conversation>,
    pub step: CaseState,
}

/// Whether it is the first of that step.
pub(in crate::feedback) async fn insert(
    new: &NewTold,
    words: &str,
    because: WhyDraft,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let written = tx
        .execute(
            sql!(
                "INSERT INTO feedback_told (id, case_id, conversation_id, step, brand_id, state,
                 words, because, at) VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7, $8)
                 ON CONFLICT (case_id, conversation_id, step) DO NOTHING"
            ),
            params![new.id, new.case, new.conversation, new.step, brand, words, because, tx.now()],
        )
        .await?;
    Ok(written > 0)
}

pub(in crate::feedback) async fn of_case(
    brand: Id<Brand>,
    case: Id<Case>,
    tx: &mut Tx,
) -> Result<Vec<Told>, Error> {
    let text = select!("WHERE d.brand_id = $1 AND d.case_id = $2 ORDER BY d.at, d.id");
    tx.query(text, params![brand, case]).await?.iter().map(read).collect()
}

/// A draft that waits, held.
pub(in crate::feedback) async fn draft(
    brand: Id<Brand>,
    case: Id<Case>,
    id: Id<Told>,
    lock: &str,
    tx: &mut Tx,
) -> Result<Option<Told>, Error> {
    let held = format!(
        "SELECT id FROM feedback_told WHERE brand_id = $1 AND case_id = $2 AND id = $3
         AND state = 'draft'{lock}"
    );
    if tx.query_opt(&held, params![brand, case, id]).await?.is_none() {
        return Ok(None);
    }
    let text = select!("WHERE d.brand_id = $1 AND d.id = $2");
    tx.query_opt(text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(in crate::feedback) async fn sent(
    id: Id<Told>,
    words: &str,
    message: Id<Message>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE feedback_told SET state = 'sent', words = $2, message_id = $3, at = $4
             WHERE id = $1"
        ),
        params![id, words, message, tx.now()],
    )
    .await
    .map(drop)
}

pub(in crate::feedback) async fn dropped(id: Id<Told>, tx: &mut Tx) -> Result<(), Error> {
    let text = sql!("UPDATE feedback_told SET state = 'dropped', at = $2 WHERE id = $1");
    tx.execute(text, params![id, tx.now()]).await.map(drop)
}

pub(in crate::feedback) async fn because(
    id: Id<Told>,
    because: WhyDraft,
    tx: &mut Tx,
) -> Result<(), Error> {
    let text = sql!("UPDATE feedback_told SET because = $2 WHERE id = $1");
    tx.execute(text, params![id, because]).await.map(drop)
}
