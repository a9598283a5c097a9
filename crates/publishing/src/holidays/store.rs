use database::{Error, Tx, params, sql};
use platform::Brand;
use primitives::Id;

use super::{Choice, Family};

pub(super) async fn choice(brand: Id<Brand>, tx: &mut Tx) -> Result<Option<Choice>, Error> {
    let row = tx
        .query_opt(sql!("SELECT families FROM calendar_choice WHERE brand_id = $1"), params![brand])
        .await?;
    let Some(row) = row else { return Ok(None) };
    let kept: String = row.get("families")?;
    let families = Family::ALL.iter().copied();
    let families = families.filter(|family| kept.split(' ').any(|name| name == family.as_str()));
    Ok(Some(Choice { families: families.collect() }))
}

pub(super) async fn keep(brand: Id<Brand>, choice: &Choice, tx: &mut Tx) -> Result<(), Error> {
    let names: Vec<_> = choice.families.iter().map(|family| family.as_str()).collect();
    tx.execute(
        sql!(
            "INSERT INTO calendar_choice (brand_id, families, changed_at) VALUES ($1, $2, $3)
             ON CONFLICT (brand_id) DO UPDATE SET families = excluded.families,
             changed_at = excluded.changed_at"
        ),
        params![brand, names.join(" "), tx.now()],
    )
    .await
    .map(drop)
}
