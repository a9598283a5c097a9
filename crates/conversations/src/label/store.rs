use database::{Error, IntoValue, Row, Tx, in_groups, params, placeholders, sql};
use platform::Brand;
use primitives::Id;

use super::Label;
use crate::conversation::Conversation;

fn read(row: &Row) -> Result<Label, Error> {
    Ok(Label {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        name: row.get("name")?,
        colour: row.get("colour")?,
        created_at: row.get("created_at")?,
    })
}

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Label>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, brand_id, name, colour, created_at FROM label WHERE brand_id = $1
                 ORDER BY name_key"
            ),
            params![brand],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Label>,
    tx: &mut Tx,
) -> Result<Option<Label>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT id, brand_id, name, colour, created_at FROM label
                 WHERE brand_id = $1 AND id = $2"
            ),
            params![brand, id],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// False when another reads the same.
pub(super) async fn insert(label: &Label, key: &str, tx: &mut Tx) -> Result<bool, Error> {
    let written = tx
        .execute(
            sql!(
                "INSERT INTO label (id, brand_id, name, name_key, colour, created_at)
                 VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (brand_id, name_key) DO NOTHING"
            ),
            params![label.id, label.brand, &label.name, key, &label.colour, label.created_at],
        )
        .await?;
    Ok(written > 0)
}

pub(super) async fn taken(
    brand: Id<Brand>,
    key: &str,
    by_another_than: Id<Label>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT id FROM label WHERE brand_id = $1 AND name_key = $2 AND id <> $3"),
            params![brand, key, by_another_than],
        )
        .await?;
    Ok(row.is_some())
}

pub(super) async fn update(label: &Label, key: &str, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE label SET name = $3, name_key = $4, colour = $5 WHERE brand_id = $1 AND id = $2"
        ),
        params![label.brand, label.id, &label.name, key, &label.colour],
    )
    .await
    .map(drop)
}

pub(super) async fn remove(brand: Id<Brand>, id: Id<Label>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM label WHERE brand_id = $1 AND id = $2"), params![brand, id])
        .await
        .map(drop)
}

/// False when it is there already.
pub(super) async fn put_on(
    conversation: &Conversation,
    label: Id<Label>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let written = tx
        .execute(
            sql!(
                "INSERT INTO conversation_label (conversation_id, label_id, brand_id, state,
                 last_message_at) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (conversation_id, label_id) DO NOTHING"
            ),
            params![
                conversation.id,
                label,
                conversation.brand,
                conversation.state.word(),
                conversation.last_message_at
            ],
        )
        .await?;
    Ok(written > 0)
}

pub(super) async fn take_off(
    conversation: Id<Conversation>,
    label: Id<Label>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let gone = tx
        .execute(
            sql!("DELETE FROM conversation_label WHERE conversation_id = $1 AND label_id = $2"),
            params![conversation, label],
        )
        .await?;
    Ok(gone > 0)
}

/// By name.
pub(super) async fn of_conversations(
    brand: Id<Brand>,
    conversations: &[Id<Conversation>],
    tx: &mut Tx,
) -> Result<Vec<(Id<Conversation>, Label)>, Error> {
    let mut found = Vec::new();
    for group in in_groups(conversations) {
        let text = format!(
            "SELECT l.id, l.brand_id, l.name, l.colour, l.created_at, c.conversation_id
             FROM conversation_label c JOIN label l ON l.id = c.label_id
             WHERE l.brand_id = $1 AND c.conversation_id IN ({}) ORDER BY l.name_key, l.id",
            placeholders(2, group.len())
        );
        let mut values = params![brand];
        values.extend(group.into_iter().map(IntoValue::into_value));
        for row in tx.query(&text, values).await? {
            found.push((row.get("conversation_id")?, read(&row)?));
        }
    }
    Ok(found)
}
