use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use primitives::Id;

use super::Session;
use crate::{Secret, Teammate, teammate};

macro_rules! columns {
    () => {
        "s.id, s.teammate_id, s.csrf_token, s.second_factor_pending, s.device, s.created_at, \
         s.seen_at, s.expires_at"
    };
}

pub(super) async fn insert(session: &Session, token: &Secret, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO session (id, teammate_id, token_hash, csrf_token, \
             second_factor_pending, device, created_at, seen_at, expires_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        params![
            session.id,
            session.teammate,
            token.hash(),
            &session.csrf_token,
            session.second_factor_pending,
            &session.device,
            session.created_at,
            session.seen_at,
            session.expires_at
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn by_token(
    token: &Secret,
    now: Timestamp,
    tx: &mut Tx,
) -> Result<Option<(Session, Teammate)>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT ",
                columns!(),
                ", t.email, t.name, t.language, t.theme, t.totp_confirmed_at, t.disabled_at, \
                 t.created_at AS teammate_created_at \
                 FROM session s JOIN teammate t ON t.id = s.teammate_id \
                 WHERE s.token_hash = $1 AND s.expires_at > $2 AND t.disabled_at IS NULL \
                 ORDER BY s.id"
            ),
            params![token.hash(), now],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let teammate = teammate::read(&row, "teammate_id", "teammate_created_at")?;
    Ok(Some((read(&row)?, teammate)))
}

pub(super) async fn touch(
    id: Id<Session>,
    seen_at: Timestamp,
    expires_at: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE session SET seen_at = $2, expires_at = $3 \
             WHERE id = $1 AND seen_at < $2 AND second_factor_pending = FALSE"
        ),
        params![id, seen_at, expires_at],
    )
    .await?;
    Ok(())
}

pub(super) async fn of_teammate(
    teammate: Id<Teammate>,
    now: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Session>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT ",
                columns!(),
                " FROM session s WHERE s.teammate_id = $1 AND s.expires_at > $2 \
                 AND s.second_factor_pending = FALSE ORDER BY s.seen_at DESC, s.id DESC"
            ),
            params![teammate, now],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// False when there was no such session of theirs.
pub(super) async fn remove(
    teammate: Id<Teammate>,
    id: Id<Session>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let removed = tx
        .execute(
            sql!("DELETE FROM session WHERE id = $1 AND teammate_id = $2"),
            params![id, teammate],
        )
        .await?;
    Ok(removed == 1)
}

pub(super) async fn remove_all(
    teammate: Id<Teammate>,
    keep: Option<Id<Session>>,
    tx: &mut Tx,
) -> Result<u64, Error> {
    match keep {
        Some(keep) => {
            tx.execute(
                sql!("DELETE FROM session WHERE teammate_id = $1 AND id <> $2"),
                params![teammate, keep],
            )
            .await
        }
        None => {
            tx.execute(sql!("DELETE FROM session WHERE teammate_id = $1"), params![teammate]).await
        }
    }
}

pub(super) async fn purge(now: Timestamp, tx: &mut Tx) -> Result<u64, Error> {
    tx.execute(sql!("DELETE FROM session WHERE expires_at <= $1"), params![now]).await
}

fn read(row: &Row) -> Result<Session, Error> {
    Ok(Session {
        id: row.get("id")?,
        teammate: row.get("teammate_id")?,
        csrf_token: row.get("csrf_token")?,
        second_factor_pending: row.get("second_factor_pending")?,
        device: row.get("device")?,
        created_at: row.get("created_at")?,
        seen_at: row.get("seen_at")?,
        expires_at: row.get("expires_at")?,
    })
}
