use database::{Error, Row, Tx, params, sql};
use platform::{Brand, Teammate};
use primitives::Id;

use super::Note;
use crate::conversation::Conversation;

macro_rules! select {
    ($rest:expr) => {
        sql!(
            "SELECT n.id, n.conversation_id, n.teammate_id, COALESCE(t.name, '') AS name, n.words,
             n.created_at, n.edited_at FROM conversation_note n
             LEFT JOIN teammate t ON t.id = n.teammate_id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Note, Error> {
    Ok(Note {
        id: row.get("id")?,
        conversation: row.get("conversation_id")?,
        teammate: row.get("teammate_id")?,
        name: row.get("name")?,
        words: row.get("words")?,
        created_at: row.get("created_at")?,
        edited_at: row.get("edited_at")?,
    })
}

pub(super) async fn insert(note: &Note, brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO conversation_note (id, brand_id, conversation_id, teammate_id, words,
             created_at) VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        params![note.id, brand, note.conversation, note.teammate, &note.words, note.created_at],
    )
    .await
    .map(drop)
}

pub(super) async fn of_conversation(
    brand: Id<Brand>,
    conversation: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Vec<Note>, Error> {
    let text = select!(
        "WHERE n.brand_id = $1 AND (n.conversation_id = $2 OR n.conversation_id IN
         (SELECT c.id FROM conversation c WHERE c.merged_into = $2)) ORDER BY n.created_at, n.id"
    );
    tx.query(text, params![brand, conversation]).await?.iter().map(read).collect()
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Note>,
    tx: &mut Tx,
) -> Result<Option<Note>, Error> {
    let text = select!("WHERE n.brand_id = $1 AND n.id = $2");
    tx.query_opt(text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn reword(
    brand: Id<Brand>,
    id: Id<Note>,
    words: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE conversation_note SET words = $3, edited_at = $4 WHERE brand_id = $1 AND id = $2"
        ),
        params![brand, id, words, tx.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn remove(brand: Id<Brand>, id: Id<Note>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("DELETE FROM conversation_note WHERE brand_id = $1 AND id = $2"),
        params![brand, id],
    )
    .await
    .map(drop)
}

/// Everyone who works in the brand.
pub(super) async fn team(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Vec<(Id<Teammate>, String)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT t.id, t.name FROM membership m JOIN teammate t ON t.id = m.teammate_id
                 WHERE m.brand_id = $1 ORDER BY t.name, t.id"
            ),
            params![brand],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("name")?))).collect()
}
