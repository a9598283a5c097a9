use channels::{Blind, Channel};
use database::{Error, IntoValue, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::{AskedBy, Check, CheckState, Found};
use crate::message::Message;

const COLUMNS: &str = "k.id, k.channel_id, k.asked, k.state, k.back_to, k.reached, k.was_read, \
    k.missing, k.unreadable, k.blind, k.trouble, k.started_at, k.ended_at";

fn read(row: &Row) -> Result<Check, Error> {
    let blind: String = row.get("blind")?;
    let known = Blind::ALL.iter().copied();
    Ok(Check {
        id: row.get("id")?,
        channel: row.get("channel_id")?,
        asked: row.get("asked")?,
        state: row.get("state")?,
        back_to: row.get("back_to")?,
        reached: row.get("reached")?,
        was_read: row.get("was_read")?,
        missing: row.get("missing")?,
        unreadable: row.get("unreadable")?,
        blind: known.filter(|one| blind.split(' ').any(|name| name == one.as_str())).collect(),
        trouble: row.get("trouble")?,
        started_at: row.get("started_at")?,
        ended_at: row.get("ended_at")?,
    })
}

/// Holds a channel's row, as polls do: what both bring never interleaves.
pub(super) async fn lock_channel(channel: Id<Channel>, tx: &mut Tx) -> Result<(), Error> {
    let text = format!("SELECT id FROM channel WHERE id = $1{}", tx.for_update());
    tx.query_opt(&text, params![channel]).await.map(drop)
}

pub(super) async fn under_way(
    channel: Id<Channel>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let running = sql!(
        "SELECT id FROM inbox_check WHERE channel_id = $1 AND state = 'running'
         AND started_at > $2 ORDER BY id LIMIT 1"
    );
    Ok(tx.query_opt(running, params![channel, since]).await?.is_some())
}

pub(super) async fn insert(
    brand: Id<Brand>,
    channel: Id<Channel>,
    asked: AskedBy,
    back_to: Timestamp,
    tx: &mut Tx,
) -> Result<Id<Check>, Error> {
    let id = tx.new_id();
    tx.execute(
        sql!(
            "INSERT INTO inbox_check (id, brand_id, channel_id, asked, state, back_to, was_read,
             missing, unreadable, blind, started_at) VALUES ($1, $2, $3, $4, 'running', $5, 0, 0,
             0, '', $6)"
        ),
        params![id, brand, channel, asked, back_to, tx.now()],
    )
    .await?;
    Ok(id)
}

pub(super) async fn load(id: Id<Check>, tx: &mut Tx) -> Result<Option<Check>, Error> {
    let text = format!("SELECT {COLUMNS} FROM inbox_check k WHERE k.id = $1");
    tx.query_opt(&text, params![id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn list(
    brand: Id<Brand>,
    channel: Option<Id<Channel>>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Check>, Error> {
    let mut values = params![brand, limit];
    let of_channel = match channel {
        Some(channel) => {
            values.push(channel.into_value());
            " AND k.channel_id = $3"
        }
        None => "",
    };
    let text = format!(
        "SELECT {COLUMNS} FROM inbox_check k WHERE k.brand_id = $1{of_channel}
         ORDER BY k.started_at DESC, k.id DESC LIMIT $2"
    );
    tx.query(&text, values).await?.iter().map(read).collect()
}

/// It reads from the newest, for the first time or once more.
pub(super) async fn start(id: Id<Check>, blind: &[Blind], tx: &mut Tx) -> Result<(), Error> {
    let blind: Vec<_> = blind.iter().map(|one| one.as_str()).collect();
    tx.execute(
        sql!(
            "UPDATE inbox_check SET was_read = 0, unreadable = 0, reached = NULL, blind = $2
             WHERE id = $1"
        ),
        params![id, blind.join(" ")],
    )
    .await
    .map(drop)
}

/// What one part of a check came to.
pub(super) struct Part {
    pub was_read: i64,
    pub unreadable: i64,
    pub reached: Option<Timestamp>,
}

pub(super) async fn add(id: Id<Check>, part: &Part, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE inbox_check SET was_read = was_read + $2, unreadable = unreadable + $3,
             reached = COALESCE($4, reached),
             missing = (SELECT COUNT(*) FROM inbox_check_found WHERE check_id = $1) WHERE id = $1"
        ),
        params![id, part.was_read, part.unreadable, part.reached],
    )
    .await
    .map(drop)
}

pub(super) async fn remember(
    brand: Id<Brand>,
    check: Id<Check>,
    messages: &[Id<Message>],
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute_many(
        sql!(
            "INSERT INTO inbox_check_found (message_id, check_id, brand_id) VALUES ($1, $2, $3)
             ON CONFLICT (message_id) DO NOTHING"
        ),
        messages.iter().map(|message| params![*message, check, brand]).collect(),
    )
    .await
    .map(drop)
}

/// How a check ended.
pub(super) struct Ended {
    pub state: CheckState,
    pub trouble: Option<String>,
}

pub(super) async fn end(id: Id<Check>, ended: &Ended, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE inbox_check SET state = $2, trouble = $3, ended_at = $4
             WHERE id = $1 AND state = 'running'"
        ),
        params![id, ended.state, &ended.trouble, tx.now()],
    )
    .await
    .map(drop)
}

/// Channels connected for a day that no check has begun for since.
pub(super) async fn to_check(
    since: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<(Id<Brand>, Id<Channel>)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT c.brand_id, c.id FROM channel c WHERE c.removed_at IS NULL
                 AND c.state = 'connected' AND c.mode = 'api' AND c.created_at <= $1
                 AND NOT EXISTS (SELECT 1 FROM inbox_check k WHERE k.channel_id = c.id
                 AND k.started_at > $1) ORDER BY c.id"
            ),
            params![since],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("brand_id")?, row.get("id")?))).collect()
}

pub(super) async fn found(
    brand: Id<Brand>,
    check: Id<Check>,
    tx: &mut Tx,
) -> Result<Vec<Found>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT m.id, m.conversation_id, m.text, m.sent_at, i.name
                 FROM inbox_check_found f JOIN message m ON m.id = f.message_id
                 LEFT JOIN identity i ON i.id = m.identity_id
                 WHERE f.check_id = $1 AND f.brand_id = $2
                 ORDER BY m.sent_at DESC, m.id DESC LIMIT 100"
            ),
            params![check, brand],
        )
        .await?;
    let one = |row: &Row| {
        Ok(Found {
            message: row.get("id")?,
            conversation: row.get("conversation_id")?,
            person: row.get("name")?,
            text: row.get("text")?,
            sent_at: row.get("sent_at")?,
        })
    };
    rows.iter().map(one).collect()
}
