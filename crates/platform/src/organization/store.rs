use database::{Error, Row, Tx, params, sql};
use primitives::Id;

use super::Organization;
use crate::Brand;
use crate::field::Name;

pub(super) async fn insert(organization: &Organization, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("INSERT INTO organization (id, name, created_at) VALUES ($1, $2, $3)"),
        params![organization.id, &organization.name, organization.created_at],
    )
    .await?;
    Ok(())
}

pub(super) async fn of_brand(brand: Id<Brand>, tx: &mut Tx) -> Result<Organization, Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT o.id, o.name, o.created_at FROM organization o \
                 JOIN brand b ON b.organization_id = o.id WHERE b.id = $1 ORDER BY o.id"
            ),
            params![brand],
        )
        .await?;
    read(&row)
}

pub(super) async fn all(tx: &mut Tx) -> Result<Vec<Organization>, Error> {
    let rows = tx
        .query(sql!("SELECT id, name, created_at FROM organization ORDER BY name, id"), params![])
        .await?;
    rows.iter().map(read).collect()
}

pub(super) async fn rename(
    organization: Id<Organization>,
    brand: Id<Brand>,
    name: &Name,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE organization SET name = $3 WHERE id = $1 \
             AND id IN (SELECT organization_id FROM brand WHERE id = $2)"
        ),
        params![organization, brand, name],
    )
    .await?;
    Ok(())
}

fn read(row: &Row) -> Result<Organization, Error> {
    Ok(Organization {
        id: row.get("id")?,
        name: row.get("name")?,
        created_at: row.get("created_at")?,
    })
}
