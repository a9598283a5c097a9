use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::{Actor, Brand};
use primitives::Id;

use super::Portal;
use crate::post::Post;

macro_rules! select {
    () => {
        "SELECT id, brand_id, name, company, email, language, campaign_id, channels, may_comment, \
         may_approve, created_at FROM portal "
    };
}

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Portal>, Error> {
    let rows = tx
        .query(
            sql!(select!(), "WHERE brand_id = $1 AND ended_at IS NULL ORDER BY id DESC"),
            params![brand],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Portal>,
    tx: &mut Tx,
) -> Result<Option<Portal>, Error> {
    let row = tx
        .query_opt(
            sql!(select!(), "WHERE brand_id = $1 AND id = $2 AND ended_at IS NULL ORDER BY id"),
            params![brand, id],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<Portal, Error> {
    let channels = row.get::<String>("channels")?;
    let language: String = row.get("language")?;
    Ok(Portal {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        name: row.get("name")?,
        company: row.get("company")?,
        email: row.get("email")?,
        language: language.parse().unwrap_or_default(),
        campaign: row.get("campaign_id")?,
        channels: serde_json::from_str(&channels).map_err(|_| Error::other("not ids"))?,
        may_comment: row.get("may_comment")?,
        may_approve: row.get("may_approve")?,
        created_at: row.get("created_at")?,
        link: None,
    })
}

pub(super) async fn insert(portal: &Portal, actor: &Actor, tx: &mut Tx) -> Result<(), Error> {
    let channels = serde_json::to_string(&portal.channels).map_err(|_| Error::other("not ids"))?;
    let values = params![
        portal.id,
        portal.brand,
        portal.name.as_str(),
        portal.company.as_str(),
        portal.email.as_str(),
        portal.language.tag(),
        portal.campaign,
        channels,
        portal.may_comment,
        portal.may_approve,
        actor.teammate_id(),
        portal.created_at
    ];
    tx.execute(
        sql!(
            "INSERT INTO portal (id, brand_id, name, company, email, language, campaign_id,
             channels, may_comment, may_approve, created_by, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn end(id: Id<Portal>, tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(sql!("UPDATE portal SET ended_at = $2 WHERE id = $1"), params![id, now])
        .await
        .map(drop)
}

/// The posts of a brand that have a time from that instant on, the soonest first.
pub(super) async fn planned_from(
    brand: Id<Brand>,
    from: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Id<Post>>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id FROM post WHERE brand_id = $1 AND deleted_at IS NULL
                 AND state = 'scheduled' AND due_at >= $2 ORDER BY due_at, id LIMIT 200"
            ),
            params![brand, from],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}
