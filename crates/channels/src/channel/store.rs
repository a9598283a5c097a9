use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Actor;
use platform::Brand;
use primitives::Id;

use crate::Network;
use crate::channel::{Channel, ChannelState, Mode};
use crate::connector::Connected;
use crate::limits::Limits;

const COLUMNS: &str = "id, brand_id, network, network_name, server, remote_account_id, handle, \
    name, profile_url, avatar_url, mode, state, trouble, trouble_since, limits, followers, \
    inbox_checked_at, paused_at, created_at, removed_at";

fn read(row: &Row) -> Result<Channel, Error> {
    let state = match row.get::<String>("state")?.as_str() {
        "connected" => ChannelState::Connected,
        _ => ChannelState::NeedsReconnection {
            detail: row.get::<Option<String>>("trouble")?.unwrap_or_default(),
            since: row.get::<Option<Timestamp>>("trouble_since")?.unwrap_or(Timestamp::UNIX_EPOCH),
        },
    };
    Ok(Channel {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        network: row.get("network")?,
        network_name: row.get("network_name")?,
        server: row.get("server")?,
        remote_account_id: row.get("remote_account_id")?,
        handle: row.get("handle")?,
        name: row.get("name")?,
        profile_url: row.get("profile_url")?,
        avatar_url: row.get("avatar_url")?,
        mode: row.get("mode")?,
        state,
        limits: limits_from(&row.get::<String>("limits")?)?,
        followers: row.get("followers")?,
        inbox_checked_at: row.get("inbox_checked_at")?,
        paused_at: row.get("paused_at")?,
        created_at: row.get("created_at")?,
        removed_at: row.get("removed_at")?,
    })
}

fn limits_from(text: &str) -> Result<Limits, Error> {
    serde_json::from_str(text).map_err(|e| Error::other(format!("a channel's limits: {e}")))
}

fn limits_text(limits: &Limits) -> Result<String, Error> {
    serde_json::to_string(limits).map_err(|e| Error::other(format!("a channel's limits: {e}")))
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Channel>,
    tx: &mut Tx,
) -> Result<Option<Channel>, Error> {
    let text = format!("SELECT {COLUMNS} FROM channel WHERE brand_id = $1 AND id = $2");
    tx.query_opt(&text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn load_any(id: Id<Channel>, tx: &mut Tx) -> Result<Option<Channel>, Error> {
    let text = format!("SELECT {COLUMNS} FROM channel WHERE id = $1");
    tx.query_opt(&text, params![id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Channel>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM channel WHERE brand_id = $1 AND removed_at IS NULL ORDER BY id"
    );
    tx.query(&text, params![brand]).await?.iter().map(read).collect()
}

/// The channels of every brand.
pub(super) async fn everywhere(tx: &mut Tx) -> Result<Vec<Channel>, Error> {
    let text = format!("SELECT {COLUMNS} FROM channel WHERE removed_at IS NULL ORDER BY id");
    tx.query(&text, params![]).await?.iter().map(read).collect()
}

pub(super) async fn set_limits(id: Id<Channel>, limits: &Limits, tx: &mut Tx) -> Result<(), Error> {
    let values = params![id, limits_text(limits)?];
    tx.execute(sql!("UPDATE channel SET limits = $2 WHERE id = $1"), values).await.map(drop)
}

pub(super) async fn find_account(
    brand: Id<Brand>,
    network: &str,
    server: &str,
    account: &str,
    tx: &mut Tx,
) -> Result<Option<Id<Channel>>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT id FROM channel WHERE brand_id = $1 AND network = $2 AND server = $3
                 AND remote_account_id = $4 AND removed_at IS NULL ORDER BY id"
            ),
            params![brand, network, server, account],
        )
        .await?;
    row.map(|row| row.get("id")).transpose()
}

const INSERT: &str = "INSERT INTO channel (id, brand_id, network, network_name, server,
     remote_account_id, handle, name, profile_url, avatar_url, mode, state, credentials,
     limits, followers, followers_at, inbox_due_at, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'connected', $12, $13, $14, $15,
     $16, $17, $18)";

pub(super) async fn insert(
    id: Id<Channel>,
    network: &Network,
    read: &Connected,
    sealed: &[u8],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        actor.brand(),
        network.key,
        network.name,
        &read.server,
        &read.remote_account_id,
        &read.handle,
        &read.name,
        read.profile_url.clone(),
        read.avatar_url.clone(),
        Mode::Api,
        sealed,
        limits_text(&read.limits)?,
        read.followers,
        read.followers.map(|_| tx.now()),
        Some(tx.now()),
        actor.teammate_id(),
        tx.now()
    ];
    tx.execute(INSERT, values).await.map(drop)
}

pub(super) async fn insert_assisted(
    id: Id<Channel>,
    network_name: &str,
    read: &Connected,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    // An assisted account has no lasting id at its network: its own id keeps two accounts apart.
    let values = params![
        id,
        actor.brand(),
        "assisted",
        network_name,
        "",
        id.to_string(),
        &read.handle,
        &read.name,
        read.profile_url.clone(),
        None::<String>,
        Mode::Assisted,
        None::<Vec<u8>>,
        limits_text(&read.limits)?,
        None::<i64>,
        None::<Timestamp>,
        None::<Timestamp>,
        actor.teammate_id(),
        tx.now()
    ];
    tx.execute(INSERT, values).await.map(drop)
}

pub(super) async fn reconnect(
    id: Id<Channel>,
    read: &Connected,
    sealed: &[u8],
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE channel SET credentials = $2, credentials_version = credentials_version + 1,
             refresh_lease_until = NULL, state = 'connected', trouble = NULL,
             trouble_since = NULL, inbox_due_at = $3 WHERE id = $1"
        ),
        params![id, sealed, tx.now()],
    )
    .await?;
    refreshed(id, read, tx).await
}

pub(super) async fn refreshed(id: Id<Channel>, read: &Connected, tx: &mut Tx) -> Result<(), Error> {
    let values = params![
        id,
        &read.handle,
        &read.name,
        read.profile_url.clone(),
        read.avatar_url.clone(),
        limits_text(&read.limits)?,
        read.followers,
        tx.now()
    ];
    tx.execute(
        sql!(
            "UPDATE channel SET handle = $2, name = $3, profile_url = $4, avatar_url = $5,
             limits = $6, followers = COALESCE($7, followers), followers_at = $8,
             state = 'connected', trouble = NULL, trouble_since = NULL WHERE id = $1"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn set_paused(
    id: Id<Channel>,
    at: Option<Timestamp>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(sql!("UPDATE channel SET paused_at = $2 WHERE id = $1"), params![id, at])
        .await
        .map(drop)
}

pub(super) async fn remove(id: Id<Channel>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE channel SET removed_at = $2, credentials = NULL, inbox_due_at = NULL
             WHERE id = $1 AND removed_at IS NULL"
        ),
        params![id, tx.now()],
    )
    .await
    .map(drop)
}

/// Whether this is news: false when the channel was already known to be in trouble.
pub(super) async fn set_trouble(id: Id<Channel>, detail: &str, tx: &mut Tx) -> Result<bool, Error> {
    let changed = tx
        .execute(
            sql!(
                "UPDATE channel SET state = 'needs_reconnection', trouble = $2,
                 trouble_since = $3 WHERE id = $1 AND state = 'connected'"
            ),
            params![id, detail, tx.now()],
        )
        .await?;
    Ok(changed > 0)
}

pub(super) async fn inbox_cursor(id: Id<Channel>, tx: &mut Tx) -> Result<Option<String>, Error> {
    let row =
        tx.query_opt(sql!("SELECT inbox_cursor FROM channel WHERE id = $1"), params![id]).await?;
    row.map_or(Ok(None), |row| row.get("inbox_cursor"))
}

pub(super) async fn inbox_read(
    id: Id<Channel>,
    cursor: Option<&str>,
    next_at: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE channel SET inbox_cursor = COALESCE($2, inbox_cursor),
             inbox_checked_at = $3, inbox_due_at = $4 WHERE id = $1 AND removed_at IS NULL"
        ),
        params![id, cursor, tx.now(), next_at],
    )
    .await
    .map(drop)
}

pub(super) async fn inboxes_due(most: i64, tx: &mut Tx) -> Result<Vec<Channel>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM channel WHERE inbox_due_at <= $1 AND removed_at IS NULL
         AND state = 'connected' AND mode = 'api' ORDER BY inbox_due_at, id LIMIT $2"
    );
    tx.query(&text, params![tx.now(), most]).await?.iter().map(read).collect()
}

/// The sealed credentials and the count of their renewals.
pub(super) async fn credentials(
    id: Id<Channel>,
    tx: &mut Tx,
) -> Result<Option<(i64, Vec<u8>)>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT credentials_version, credentials FROM channel WHERE id = $1"),
            params![id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sealed: Option<Vec<u8>> = row.get("credentials")?;
    let version = row.get("credentials_version")?;
    Ok(sealed.map(|sealed| (version, sealed)))
}

/// Takes the turn to renew version `seen`, for as long as a renewal may take.
pub(super) async fn take_renewal(
    id: Id<Channel>,
    seen: i64,
    until: Timestamp,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let taken = tx
        .execute(
            sql!(
                "UPDATE channel SET refresh_lease_until = $3 WHERE id = $1
                 AND credentials_version = $2
                 AND (refresh_lease_until IS NULL OR refresh_lease_until < $4)"
            ),
            params![id, seen, until, tx.now()],
        )
        .await?;
    Ok(taken > 0)
}

pub(super) async fn renewed(
    id: Id<Channel>,
    seen: i64,
    sealed: &[u8],
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE channel SET credentials = $3, credentials_version = $2 + 1,
             refresh_lease_until = NULL WHERE id = $1 AND credentials_version = $2"
        ),
        params![id, seen, sealed],
    )
    .await
    .map(drop)
}

pub(super) async fn leave_renewal(id: Id<Channel>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE channel SET refresh_lease_until = NULL WHERE id = $1"), params![id])
        .await
        .map(drop)
}
