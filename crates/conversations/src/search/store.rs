use std::collections::HashMap;

use database::{Error, IntoValue, Tx, in_groups, params, placeholders, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use crate::conversation::store::{COLUMNS, PERSON, read_row};
use crate::conversation::{Conversation, ConversationRow, Filter, on_rows};
use crate::message::{Direction, Message};

/// A message that is not indexed.
pub(super) struct Left {
    pub id: Id<Message>,
    pub brand: Id<Brand>,
    pub conversation: Id<Conversation>,
    pub inbound: bool,
    pub text: String,
    /// Name and handle of its author.
    pub person: String,
    pub sent_at: Timestamp,
}

pub(super) async fn is_some_left(tx: &mut Tx) -> Result<bool, Error> {
    let text = sql!("SELECT id FROM message WHERE search_key IS NULL ORDER BY id DESC LIMIT 1");
    Ok(tx.query_opt(text, params![]).await?.is_some())
}

/// The newest that are left.
pub(super) async fn left(most: usize, tx: &mut Tx) -> Result<Vec<Left>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT m.id, m.brand_id, m.conversation_id, m.direction, m.text, m.sent_at,
                 COALESCE(i.name, '') AS name, COALESCE(i.handle, '') AS handle
                 FROM (SELECT * FROM message WHERE search_key IS NULL ORDER BY id DESC LIMIT $1) AS m
                 LEFT JOIN identity i ON i.id = m.identity_id ORDER BY m.id DESC"
            ),
            params![most],
        )
        .await?;
    let read = |row: &database::Row| {
        Ok(Left {
            id: row.get("id")?,
            brand: row.get("brand_id")?,
            conversation: row.get("conversation_id")?,
            inbound: row.get::<Direction>("direction")? == Direction::Inbound,
            text: row.get("text")?,
            person: format!("{} {}", row.get::<String>("name")?, row.get::<String>("handle")?),
            sent_at: row.get("sent_at")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Those of these numbers that are taken.
pub(super) async fn taken(keys: &[i64], tx: &mut Tx) -> Result<Vec<i64>, Error> {
    let mut taken = Vec::new();
    for group in in_groups(keys) {
        let text = format!(
            "SELECT search_key FROM message WHERE search_key IN ({}) ORDER BY search_key",
            placeholders(1, group.len())
        );
        let values = group.into_iter().map(IntoValue::into_value).collect();
        for row in tx.query(&text, values).await? {
            taken.push(row.get("search_key")?);
        }
    }
    Ok(taken)
}

pub(super) async fn number(numbers: Vec<(Id<Message>, i64)>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute_many(
        sql!("UPDATE message SET search_key = $2 WHERE id = $1"),
        numbers.into_iter().map(|(id, key)| params![id, key]).collect(),
    )
    .await
    .map(drop)
}

pub(super) async fn tell_languages(
    languages: HashMap<Id<Conversation>, String>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let mut rows: Vec<_> = languages.into_iter().collect();
    rows.sort_unstable();
    tx.execute_many(
        sql!(
            "UPDATE conversation SET language = $2 WHERE id = $1
             AND (language IS NULL OR language <> $2)"
        ),
        rows.into_iter().map(|(id, language)| params![id, language]).collect(),
    )
    .await
    .map(drop)
}

/// A message found.
pub(super) struct Hit {
    pub key: i64,
    pub message: Id<Message>,
    pub text: String,
    pub sent_at: Timestamp,
    pub row: ConversationRow,
}

/// The messages of these numbers, the latest first, whose conversations the filter takes.
pub(super) async fn hits(
    brand: Id<Brand>,
    keys: &[i64],
    filter: &Filter,
    tx: &mut Tx,
) -> Result<Vec<Hit>, Error> {
    let mut hits = Vec::new();
    for group in in_groups(keys) {
        let mut values = params![brand];
        let list = placeholders(2, group.len());
        values.extend(group.into_iter().map(IntoValue::into_value));
        let (mut conditions, more) = on_rows(filter, values.len() + 1);
        values.extend(more);
        for (bound, instant) in [(">=", filter.since), ("<", filter.until)] {
            if let Some(instant) = instant {
                values.push(instant.into_value());
                conditions.push(format!("m.sent_at {bound} ${}", values.len()));
            }
        }
        let text = format!(
            "SELECT m.search_key, m.id AS message_id, m.text AS message_text, m.sent_at,
             {COLUMNS}, {PERSON} FROM message m JOIN conversation c ON c.id = m.conversation_id
             LEFT JOIN identity i ON i.id = c.identity_id
             WHERE m.search_key IN ({list}) AND m.brand_id = $1 AND {}
             ORDER BY m.search_key DESC",
            conditions.join(" AND ")
        );
        for row in tx.query(&text, values).await? {
            hits.push(Hit {
                key: row.get("search_key")?,
                message: row.get("message_id")?,
                text: row.get("message_text")?,
                sent_at: row.get("sent_at")?,
                row: read_row(&row)?,
            });
        }
    }
    Ok(hits)
}
