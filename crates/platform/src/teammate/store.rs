use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use primitives::Id;

use super::{Teammate, read};
use crate::field::{Email, PasswordHash};

macro_rules! columns {
    () => {
        "id, email, name, language, theme, totp_confirmed_at, disabled_at, created_at"
    };
}

/// False when the address is taken.
pub(super) async fn insert(
    teammate: &Teammate,
    password: &PasswordHash,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let inserted = tx
        .execute(
            sql!(
                "INSERT INTO teammate (id, email, name, password_hash, language, theme, \
                 created_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (email) DO NOTHING"
            ),
            params![
                teammate.id,
                &teammate.email,
                &teammate.name,
                password,
                teammate.language.tag(),
                teammate.theme,
                teammate.created_at
            ],
        )
        .await?;
    Ok(inserted == 1)
}

pub(super) async fn by_id(id: Id<Teammate>, tx: &mut Tx) -> Result<Option<Teammate>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT ", columns!(), " FROM teammate WHERE id = $1 ORDER BY id"),
            params![id],
        )
        .await?;
    row.map(|row| read(&row, "id", "created_at")).transpose()
}

pub(super) async fn by_email(email: &Email, tx: &mut Tx) -> Result<Option<Teammate>, Error> {
    Ok(credentials(email, tx).await?.map(|(teammate, _)| teammate))
}

pub(super) async fn credentials(
    email: &Email,
    tx: &mut Tx,
) -> Result<Option<(Teammate, PasswordHash)>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT ",
                columns!(),
                ", password_hash FROM teammate WHERE email = $1 ORDER BY id"
            ),
            params![email],
        )
        .await?;
    row.map(|row| Ok((read(&row, "id", "created_at")?, row.get("password_hash")?))).transpose()
}

pub(super) async fn update(teammate: &Teammate, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE teammate SET name = $2, language = $3, theme = $4 WHERE id = $1"),
        params![teammate.id, &teammate.name, teammate.language.tag(), teammate.theme],
    )
    .await?;
    Ok(())
}

pub(super) async fn password(id: Id<Teammate>, tx: &mut Tx) -> Result<Option<PasswordHash>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT password_hash FROM teammate WHERE id = $1 ORDER BY id"),
            params![id],
        )
        .await?;
    row.map(|row| row.get("password_hash")).transpose()
}

pub(super) async fn set_password(
    id: Id<Teammate>,
    hash: PasswordHash,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(sql!("UPDATE teammate SET password_hash = $2 WHERE id = $1"), params![id, hash])
        .await?;
    Ok(())
}

/// What is stored of a teammate's second factor.
pub(super) struct StoredSecondFactor {
    /// The sealed secret.
    pub(super) sealed: Vec<u8>,
    /// When its first code was given.
    pub(super) confirmed_at: Option<Timestamp>,
}

pub(super) async fn second_factor(
    id: Id<Teammate>,
    tx: &mut Tx,
) -> Result<Option<StoredSecondFactor>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT totp_secret, totp_confirmed_at FROM teammate \
                 WHERE id = $1 AND totp_secret IS NOT NULL ORDER BY id"
            ),
            params![id],
        )
        .await?;
    row.map(|row| {
        Ok(StoredSecondFactor {
            sealed: row.get("totp_secret")?,
            confirmed_at: row.get("totp_confirmed_at")?,
        })
    })
    .transpose()
}

/// Puts a secret to be confirmed; false when there is a confirmed one.
pub(super) async fn propose_second_factor(
    id: Id<Teammate>,
    sealed: &[u8],
    tx: &mut Tx,
) -> Result<bool, Error> {
    let changed = tx
        .execute(
            sql!(
                "UPDATE teammate SET totp_secret = $2, totp_last_step = NULL \
                 WHERE id = $1 AND totp_confirmed_at IS NULL"
            ),
            params![id, sealed],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn confirm_second_factor(id: Id<Teammate>, tx: &mut Tx) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .execute(
            sql!(
                "UPDATE teammate SET totp_confirmed_at = $2 \
                 WHERE id = $1 AND totp_confirmed_at IS NULL"
            ),
            params![id, now],
        )
        .await?;
    Ok(changed == 1)
}

/// Spends a step of the clock; false when it, or a later one, was spent before: a code works
/// once, and no older one after it.
pub(super) async fn spend_step(id: Id<Teammate>, step: i64, tx: &mut Tx) -> Result<bool, Error> {
    let changed = tx
        .execute(
            sql!(
                "UPDATE teammate SET totp_last_step = $2 \
                 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)"
            ),
            params![id, step],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn remove_second_factor(id: Id<Teammate>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE teammate SET totp_secret = NULL, totp_confirmed_at = NULL, \
             totp_last_step = NULL WHERE id = $1"
        ),
        params![id],
    )
    .await?;
    remove_recovery_codes(id, tx).await
}

pub(super) async fn remove_recovery_codes(id: Id<Teammate>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM recovery_code WHERE teammate_id = $1"), params![id]).await?;
    Ok(())
}

pub(super) async fn insert_recovery_codes(
    id: Id<Teammate>,
    hashes: Vec<String>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let rows = hashes.into_iter().map(|hash| params![tx.new_id::<()>(), id, hash]).collect();
    tx.execute_many(
        sql!("INSERT INTO recovery_code (id, teammate_id, code_hash) VALUES ($1, $2, $3)"),
        rows,
    )
    .await?;
    Ok(())
}

/// Spends a recovery code; false when it is unknown or spent.
pub(super) async fn spend_recovery_code(
    id: Id<Teammate>,
    hash: &str,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .execute(
            sql!(
                "UPDATE recovery_code SET used_at = $3 \
                 WHERE teammate_id = $1 AND code_hash = $2 AND used_at IS NULL"
            ),
            params![id, hash, now],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn recovery_codes_left(id: Id<Teammate>, tx: &mut Tx) -> Result<i64, Error> {
    tx.query_one(
        sql!(
            "SELECT COUNT(*) AS codes FROM recovery_code \
             WHERE teammate_id = $1 AND used_at IS NULL"
        ),
        params![id],
    )
    .await?
    .get("codes")
}
