use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use primitives::Id;

use super::Membership;
use crate::{Brand, Role, Teammate};

/// False when they worked there already.
pub(super) async fn insert(
    brand: Id<Brand>,
    teammate: Id<Teammate>,
    role: Role,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let at = tx.now();
    let inserted = tx
        .execute(
            sql!(
                "INSERT INTO membership (brand_id, teammate_id, role, created_at) \
                 VALUES ($1, $2, $3, $4) ON CONFLICT (brand_id, teammate_id) DO NOTHING"
            ),
            params![brand, teammate, role, at],
        )
        .await?;
    Ok(inserted == 1)
}

pub(super) async fn of_brand(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Membership>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT t.id, t.name, t.email, t.totp_confirmed_at, m.role, m.created_at \
                 FROM membership m JOIN teammate t ON t.id = m.teammate_id \
                 WHERE m.brand_id = $1 ORDER BY t.name, t.id"
            ),
            params![brand],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Holds other changes of this brand's team back until the transaction ends.
pub(super) async fn lock(brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE brand SET slug = slug WHERE id = $1"), params![brand]).await?;
    Ok(())
}

pub(super) async fn role(
    brand: Id<Brand>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<Option<Role>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT role FROM membership WHERE brand_id = $1 AND teammate_id = $2 \
                 ORDER BY teammate_id"
            ),
            params![brand, teammate],
        )
        .await?;
    row.map(|row| row.get("role")).transpose()
}

pub(super) async fn owners(brand: Id<Brand>, tx: &mut Tx) -> Result<i64, Error> {
    tx.query_one(
        sql!("SELECT COUNT(*) AS owners FROM membership WHERE brand_id = $1 AND role = 'owner'"),
        params![brand],
    )
    .await?
    .get("owners")
}

pub(super) async fn set_role(
    brand: Id<Brand>,
    teammate: Id<Teammate>,
    role: Role,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE membership SET role = $3 WHERE brand_id = $1 AND teammate_id = $2"),
        params![brand, teammate, role],
    )
    .await?;
    Ok(())
}

pub(super) async fn remove(
    brand: Id<Brand>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "UPDATE api_token SET revoked_at = $3 \
             WHERE brand_id = $1 AND teammate_id = $2 AND revoked_at IS NULL"
        ),
        params![brand, teammate, now],
    )
    .await?;
    tx.execute(
        sql!("DELETE FROM notification WHERE brand_id = $1 AND teammate_id = $2"),
        params![brand, teammate],
    )
    .await?;
    tx.execute(
        sql!("DELETE FROM membership WHERE brand_id = $1 AND teammate_id = $2"),
        params![brand, teammate],
    )
    .await?;
    Ok(())
}

fn read(row: &Row) -> Result<Membership, Error> {
    Ok(Membership {
        teammate: row.get("id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        role: row.get("role")?,
        second_factor: row.get::<Option<Timestamp>>("totp_confirmed_at")?.is_some(),
        since: row.get("created_at")?,
    })
}
