use database::{Error, Row, Tx, params, sql};
use primitives::Id;

use super::{Link, Person};
use crate::{Brand, Secret, Subject, Teammate};

macro_rules! select {
    () => {
        "SELECT id, brand_id, purpose, subject_kind, subject_id, person_name, person_email, \
         teammate_id, created_at, expires_at, revoked_at, last_seen_at, used_at FROM signed_link "
    };
}

pub(super) async fn insert(
    link: &Link,
    secret: &Secret,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO signed_link (id, brand_id, token_hash, purpose, subject_kind, subject_id, \
             person_name, person_email, teammate_id, created_by, created_at, expires_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        params![
            link.id,
            link.brand,
            secret.hash(),
            link.purpose.as_str(),
            link.subject.kind.as_ref(),
            link.subject.id,
            link.person.name.as_str(),
            link.person.email.as_str(),
            link.person.teammate,
            by,
            link.created_at,
            link.expires_at
        ],
    )
    .await
    .map(drop)
}

pub(super) async fn by_secret(
    purpose: &str,
    secret: &Secret,
    tx: &mut Tx,
) -> Result<Option<Link>, Error> {
    let row = tx
        .query_opt(
            sql!(select!(), "WHERE token_hash = $1 AND purpose = $2 ORDER BY id"),
            params![secret.hash(), purpose],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

pub(super) async fn about(
    brand: Id<Brand>,
    purpose: &str,
    subject: &Subject,
    tx: &mut Tx,
) -> Result<Vec<Link>, Error> {
    let rows = tx
        .query(
            sql!(
                select!(),
                "WHERE brand_id = $1 AND subject_id = $2 AND purpose = $3 ORDER BY id DESC"
            ),
            params![brand, subject.id, purpose],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(super) async fn seen(id: Id<Link>, tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(sql!("UPDATE signed_link SET last_seen_at = $2 WHERE id = $1"), params![id, now])
        .await
        .map(drop)
}

pub(super) async fn used(id: Id<Link>, tx: &mut Tx) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .execute(
            sql!(
                "UPDATE signed_link SET used_at = $2, last_seen_at = $2 \
                 WHERE id = $1 AND used_at IS NULL"
            ),
            params![id, now],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn revoke_about(
    brand: Id<Brand>,
    purpose: &str,
    subject: &Subject,
    tx: &mut Tx,
) -> Result<u64, Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "UPDATE signed_link SET revoked_at = $4 WHERE brand_id = $1 AND subject_id = $2 \
             AND purpose = $3 AND revoked_at IS NULL"
        ),
        params![brand, subject.id, purpose, now],
    )
    .await
}

fn read(row: &Row) -> Result<Link, Error> {
    Ok(Link {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        purpose: row.get("purpose")?,
        subject: Subject {
            kind: row.get::<String>("subject_kind")?.into(),
            id: Some(row.get("subject_id")?),
        },
        person: Person {
            name: row.get("person_name")?,
            email: row.get("person_email")?,
            teammate: row.get("teammate_id")?,
        },
        created_at: row.get("created_at")?,
        expires_at: row.get("expires_at")?,
        revoked_at: row.get("revoked_at")?,
        last_seen_at: row.get("last_seen_at")?,
        used_at: row.get("used_at")?,
    })
}
