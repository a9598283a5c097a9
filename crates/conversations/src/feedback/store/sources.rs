//! Who said a case, and which case was said where.

use database::{Error, Row, Tx, params, sql};
use platform::Brand;
use primitives::Id;

use super::cases;
use crate::conversation::Conversation;
use crate::feedback::{Case, Category, Filed, Source};
use crate::message::Message;

pub(in crate::feedback) async fn add(
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

pub(in crate::feedback) async fn all(
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
        if let Some(case) = cases::load(brand, row.get("case_id")?, "", tx).await? {
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
