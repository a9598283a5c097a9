use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use primitives::Id;

use super::{Invitation, Opened};
use crate::field::Email;
use crate::{Brand, Secret, Teammate};

macro_rules! columns {
    () => {
        "i.id, i.brand_id, i.email, i.role, i.invited_by, i.created_at, i.expires_at"
    };
}

pub(super) async fn insert(
    invitation: &Invitation,
    secret: &Secret,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO invitation (id, brand_id, email, role, token_hash, invited_by, \
             created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            invitation.id,
            invitation.brand,
            &invitation.email,
            invitation.role,
            secret.hash(),
            invitation.invited_by,
            invitation.created_at,
            invitation.expires_at
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn is_a_member(
    brand: Id<Brand>,
    email: &Email,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT t.id FROM membership m JOIN teammate t ON t.id = m.teammate_id \
                 WHERE m.brand_id = $1 AND t.email = $2 ORDER BY t.id"
            ),
            params![brand, email],
        )
        .await?;
    Ok(row.is_some())
}

pub(super) async fn waiting(
    brand: Id<Brand>,
    now: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Invitation>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT ",
                columns!(),
                " FROM invitation i WHERE i.brand_id = $1 AND i.expires_at > $2 \
                 AND i.accepted_at IS NULL AND i.revoked_at IS NULL ORDER BY i.id DESC"
            ),
            params![brand, now],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(super) async fn by_secret(
    secret: &Secret,
    now: Timestamp,
    tx: &mut Tx,
) -> Result<Option<Opened>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT ",
                columns!(),
                ", b.name AS brand_name, b.slug AS brand_slug, inviter.name AS inviter_name, \
                 account.id AS account_id \
                 FROM invitation i JOIN brand b ON b.id = i.brand_id \
                 LEFT JOIN teammate inviter ON inviter.id = i.invited_by \
                 LEFT JOIN teammate account ON account.email = i.email \
                 WHERE i.token_hash = $1 AND i.expires_at > $2 \
                 AND i.accepted_at IS NULL AND i.revoked_at IS NULL ORDER BY i.id"
            ),
            params![secret.hash(), now],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Opened {
        invitation: read(&row)?,
        brand_name: row.get("brand_name")?,
        brand_slug: row.get("brand_slug")?,
        invited_by: row.get("inviter_name")?,
        has_account: row.get::<Option<Id<Teammate>>>("account_id")?.is_some(),
    }))
}

/// False when it was answered or revoked meanwhile, or is too old.
pub(super) async fn accept(id: Id<Invitation>, tx: &mut Tx) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .execute(
            sql!(
                "UPDATE invitation SET accepted_at = $2 WHERE id = $1 AND expires_at > $2 \
                 AND accepted_at IS NULL AND revoked_at IS NULL"
            ),
            params![id, now],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn revoke(
    brand: Id<Brand>,
    id: Id<Invitation>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .execute(
            sql!(
                "UPDATE invitation SET revoked_at = $3 WHERE id = $1 AND brand_id = $2 \
                 AND accepted_at IS NULL AND revoked_at IS NULL"
            ),
            params![id, brand, now],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn revoke_of(brand: Id<Brand>, email: &Email, tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "UPDATE invitation SET revoked_at = $3 WHERE brand_id = $1 AND email = $2 \
             AND accepted_at IS NULL AND revoked_at IS NULL"
        ),
        params![brand, email, now],
    )
    .await?;
    Ok(())
}

fn read(row: &Row) -> Result<Invitation, Error> {
    Ok(Invitation {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        email: row.get("email")?,
        role: row.get("role")?,
        invited_by: row.get("invited_by")?,
        created_at: row.get("created_at")?,
        expires_at: row.get("expires_at")?,
    })
}
