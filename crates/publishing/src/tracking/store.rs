use database::{Error, Tx, params, sql};
use platform::Brand;
use primitives::Id;

use super::Tracking;

pub(super) async fn load(brand: Id<Brand>, tx: &mut Tx) -> Result<Option<Tracking>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT tracked, medium, sources, campaigns, domains FROM tracking
                 WHERE brand_id = $1 ORDER BY brand_id"
            ),
            params![brand],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sources: String = row.get("sources")?;
    let campaigns: String = row.get("campaigns")?;
    let domains: String = row.get("domains")?;
    Ok(Some(Tracking {
        on: row.get("tracked")?,
        medium: row.get("medium")?,
        sources: serde_json::from_str(&sources)
            .map_err(|_| Error::other("the sources of links can't be read"))?,
        campaigns: serde_json::from_str(&campaigns)
            .map_err(|_| Error::other("the campaigns of links can't be read"))?,
        domains: domains.lines().map(str::to_owned).collect(),
    }))
}

pub(super) async fn save(tracking: &Tracking, brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    let sources = serde_json::to_string(&tracking.sources)
        .map_err(|_| Error::other("the sources of links can't be written"))?;
    let campaigns = serde_json::to_string(&tracking.campaigns)
        .map_err(|_| Error::other("the campaigns of links can't be written"))?;
    let values = params![
        brand,
        tracking.on,
        tracking.medium.as_str(),
        sources,
        tracking.domains.join("\n"),
        tx.now(),
        campaigns
    ];
    tx.execute(
        sql!(
            "INSERT INTO tracking (brand_id, tracked, medium, sources, domains, changed_at,
             campaigns) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (brand_id) DO UPDATE SET
             tracked = excluded.tracked, medium = excluded.medium, sources = excluded.sources,
             domains = excluded.domains, changed_at = excluded.changed_at,
             campaigns = excluded.campaigns"
        ),
        values,
    )
    .await
    .map(drop)
}
