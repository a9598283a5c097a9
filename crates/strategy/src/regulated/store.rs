use database::{Error, Tx, params, sql};
use platform::Brand;
use primitives::Id;

use super::{Regulated, RegulatedKind};
use crate::charter::lines;

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Regulated>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT kind, active, terms FROM charter_regulated WHERE brand_id = $1
                 ORDER BY kind"
            ),
            params![brand],
        )
        .await?;
    let mut all: Vec<_> = RegulatedKind::ALL
        .iter()
        .map(|kind| Regulated { kind: *kind, active: false, own_terms: None })
        .collect();
    for row in &rows {
        let kind: RegulatedKind = row.get("kind")?;
        if let Some(list) = all.iter_mut().find(|list| list.kind == kind) {
            list.active = row.get("active")?;
            list.own_terms = row.get::<Option<String>>("terms")?.map(|terms| lines(&terms));
        }
    }
    Ok(all)
}

pub(super) async fn write(
    brand: Id<Brand>,
    kind: RegulatedKind,
    active: bool,
    terms: Option<&str>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO charter_regulated (brand_id, kind, active, terms)
             VALUES ($1, $2, $3, $4) ON CONFLICT (brand_id, kind)
             DO UPDATE SET active = excluded.active, terms = excluded.terms"
        ),
        params![brand, kind, active, terms],
    )
    .await
    .map(drop)
}
