use database::{Error, Row, Tx, params, sql};
use jiff::{SignedDuration, Timestamp};
use primitives::Id;

use super::{ApiToken, Scopes};
use crate::{Actor, Brand, Secret, Teammate};

pub(super) async fn name_of(teammate: Id<Teammate>, tx: &mut Tx) -> Result<String, Error> {
    tx.query_one(sql!("SELECT name FROM teammate WHERE id = $1 ORDER BY id"), params![teammate])
        .await?
        .get("name")
}

pub(super) async fn insert(
    token: &ApiToken,
    brand: Id<Brand>,
    secret: &Secret,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO api_token (id, brand_id, teammate_id, name, token_hash, hint, scopes, \
             created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        params![
            token.id,
            brand,
            token.teammate,
            &token.name,
            secret.hash(),
            &token.hint,
            token.scopes.to_string(),
            token.created_at,
            token.expires_at
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn of_brand(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<ApiToken>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT k.id, k.teammate_id, t.name AS teammate_name, k.name, k.hint, k.scopes, \
                 k.created_at, k.used_at, k.expires_at \
                 FROM api_token k JOIN teammate t ON t.id = k.teammate_id \
                 WHERE k.brand_id = $1 AND k.revoked_at IS NULL ORDER BY k.id DESC"
            ),
            params![brand],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(super) async fn revoke(brand: Id<Brand>, id: Id<ApiToken>, tx: &mut Tx) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .execute(
            sql!(
                "UPDATE api_token SET revoked_at = $3 \
                 WHERE id = $1 AND brand_id = $2 AND revoked_at IS NULL"
            ),
            params![id, brand, now],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn authenticate(
    secret: &Secret,
    now: Timestamp,
    tx: &mut Tx,
) -> Result<Option<(Actor, Scopes)>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT k.id, k.brand_id, k.teammate_id, k.scopes, m.role \
                 FROM api_token k \
                 JOIN membership m ON m.brand_id = k.brand_id AND m.teammate_id = k.teammate_id \
                 JOIN teammate t ON t.id = k.teammate_id \
                 WHERE k.token_hash = $1 AND k.revoked_at IS NULL AND t.disabled_at IS NULL \
                 AND (k.expires_at IS NULL OR k.expires_at > $2) ORDER BY k.id"
            ),
            params![secret.hash(), now],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let actor = Actor::token(
        row.get("brand_id")?,
        row.get("id")?,
        row.get("teammate_id")?,
        row.get("role")?,
    );
    Ok(Some((actor, Scopes::stored(&row.get::<String>("scopes")?))))
}

pub(super) async fn touch(id: Id<ApiToken>, now: Timestamp, tx: &mut Tx) -> Result<(), Error> {
    let before = now.saturating_sub(SignedDuration::from_mins(5)).unwrap_or(now);
    tx.execute(
        sql!(
            "UPDATE api_token SET used_at = $2 \
             WHERE id = $1 AND (used_at IS NULL OR used_at <= $3)"
        ),
        params![id, now, before],
    )
    .await?;
    Ok(())
}

fn read(row: &Row) -> Result<ApiToken, Error> {
    Ok(ApiToken {
        id: row.get("id")?,
        teammate: row.get("teammate_id")?,
        teammate_name: row.get("teammate_name")?,
        name: row.get("name")?,
        hint: row.get("hint")?,
        scopes: Scopes::stored(&row.get::<String>("scopes")?),
        created_at: row.get("created_at")?,
        used_at: row.get("used_at")?,
        expires_at: row.get("expires_at")?,
    })
}
