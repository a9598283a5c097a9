use channels::{Act, Channel, NetworkError, Piece};
use database::{Error, IntoValue, Row, Tx, in_groups, params, placeholders, sql};
use platform::Brand;
use primitives::Id;

use super::{Deed, aspect, reason};
use crate::conversation::Conversation;
use crate::message::{Direction, Message, MessageData};

/// How much of the network's words is kept, in characters.
const KEPT: usize = 500;

fn read(row: &Row) -> Result<Deed, Error> {
    Ok(Deed {
        id: row.get("id")?,
        message: row.get("message_id")?,
        act: row.get("act")?,
        state: row.get("state")?,
        reason: row.get("reason")?,
        detail: row.get("detail")?,
        by: row.get("by_teammate")?,
        asked_at: row.get("asked_at")?,
    })
}

pub(super) async fn last(
    message: Id<Message>,
    aspect: &str,
    tx: &mut Tx,
) -> Result<Option<Deed>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT id, message_id, act, state, reason, detail, by_teammate, asked_at
                 FROM message_act WHERE message_id = $1 AND aspect = $2 ORDER BY id DESC LIMIT 1"
            ),
            params![message, aspect],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

pub(super) async fn insert(
    deed: &Deed,
    conversation: Id<Conversation>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO message_act (id, brand_id, conversation_id, message_id, act, aspect, state,
             by_teammate, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        params![
            deed.id,
            brand,
            conversation,
            deed.message,
            deed.act,
            aspect(deed.act),
            deed.state,
            deed.by,
            deed.asked_at
        ],
    )
    .await
    .map(drop)
}

pub(super) async fn of_messages(
    brand: Id<Brand>,
    messages: &[Id<Message>],
    tx: &mut Tx,
) -> Result<Vec<Deed>, Error> {
    let mut found = Vec::new();
    for group in in_groups(messages) {
        let text = format!(
            "SELECT id, message_id, act, state, reason, detail, by_teammate, asked_at
             FROM message_act a WHERE brand_id = $1 AND message_id IN ({})
             AND NOT EXISTS (SELECT 1 FROM message_act b WHERE b.message_id = a.message_id
               AND b.aspect = a.aspect AND b.id > a.id) ORDER BY id",
            placeholders(2, group.len())
        );
        let mut values = params![brand];
        values.extend(group.into_iter().map(IntoValue::into_value));
        for row in tx.query(&text, values).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

/// What a job is to do.
pub(super) struct ToPerform {
    pub channel: Id<Channel>,
    pub act: Act,
    pub piece: Piece,
}

/// If it is still to be done, and nothing else was asked since.
pub(super) async fn to_perform(
    brand: Id<Brand>,
    deed: Id<Deed>,
    tx: &mut Tx,
) -> Result<Option<ToPerform>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT a.act, m.channel_id, m.direction, m.data,
                 COALESCE(m.remote_id, p.remote_id) AS remote_id
                 FROM message_act a JOIN message m ON m.id = a.message_id
                 LEFT JOIN publication p ON p.id = m.publication_id
                 WHERE a.brand_id = $1 AND a.id = $2 AND a.state = 'asked'
                 AND NOT EXISTS (SELECT 1 FROM message_act b WHERE b.message_id = a.message_id
                   AND b.aspect = a.aspect AND b.id > a.id)"
            ),
            params![brand, deed],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let Some(remote_id) = row.get("remote_id")? else { return Ok(None) };
    let data: MessageData = serde_json::from_str(&row.get::<String>("data")?)
        .map_err(|error| Error::other(format!("a message's data: {error}")))?;
    let ours = row.get::<Direction>("direction")? == Direction::Outbound;
    let piece = Piece { remote_id, ours, root: data.root, data: data.network };
    Ok(Some(ToPerform { channel: row.get("channel_id")?, act: row.get("act")?, piece }))
}

/// Writes down what came of it.
pub(super) async fn end(
    deed: Id<Deed>,
    error: Option<&NetworkError>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let state = if error.is_some() { super::DeedState::Failed } else { super::DeedState::Done };
    let detail: Option<String> =
        error.map(|error| error.to_string().replace('\0', "").chars().take(KEPT).collect());
    tx.execute(
        sql!(
            "UPDATE message_act SET state = $2, reason = $3, detail = $4, ended_at = $5
             WHERE id = $1 AND state = 'asked'"
        ),
        params![deed, state, error.map(reason), detail, tx.now()],
    )
    .await
    .map(drop)
}
