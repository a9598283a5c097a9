use database::{Error, Row, Tx, params, sql};
use jiff::SignedDuration;
use primitives::Id;

use super::{Brand, CrisisRef, Pause};
use crate::{Actor, Role, Teammate, field};

macro_rules! columns {
    () => {
        "b.id, b.organization_id, b.name, b.slug, b.colour, b.zone, b.language, b.demo, \
         b.late_after, b.paused_at, b.paused_by, b.paused_reason, b.paused_crisis, b.created_at"
    };
}

/// False when the slug is taken.
pub(super) async fn insert(brand: &Brand, tx: &mut Tx) -> Result<bool, Error> {
    let inserted = tx
        .execute(
            sql!(
                "INSERT INTO brand (id, organization_id, name, slug, colour, zone, language, \
                 demo, late_after, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
                 ON CONFLICT (slug) DO NOTHING"
            ),
            params![
                brand.id,
                brand.organization,
                &brand.name,
                &brand.slug,
                &brand.colour,
                &brand.zone,
                brand.language.tag(),
                brand.demo,
                micros(brand.late_after),
                brand.created_at
            ],
        )
        .await?;
    Ok(inserted == 1)
}

pub(super) async fn by_slug_for(
    teammate: Id<Teammate>,
    slug: &str,
    tx: &mut Tx,
) -> Result<Option<(Brand, Actor)>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT ",
                columns!(),
                ", m.role FROM brand b JOIN membership m ON m.brand_id = b.id \
                 WHERE b.slug = $1 AND m.teammate_id = $2 ORDER BY b.id"
            ),
            params![slug, teammate],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let brand = read(&row)?;
    let actor = Actor::teammate(brand.id, teammate, row.get("role")?);
    Ok(Some((brand, actor)))
}

pub(super) async fn of_teammate(
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<Vec<(Brand, Role)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT ",
                columns!(),
                ", m.role FROM brand b JOIN membership m ON m.brand_id = b.id \
                 WHERE m.teammate_id = $1 ORDER BY b.name, b.id"
            ),
            params![teammate],
        )
        .await?;
    rows.iter().map(|row| Ok((read(row)?, row.get("role")?))).collect()
}

pub(super) async fn by_id(id: Id<Brand>, tx: &mut Tx) -> Result<Option<Brand>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT ", columns!(), " FROM brand b WHERE b.id = $1 ORDER BY b.id"),
            params![id],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

pub(super) async fn all(tx: &mut Tx) -> Result<Vec<Brand>, Error> {
    let rows = tx
        .query(sql!("SELECT ", columns!(), " FROM brand b ORDER BY b.name, b.id"), params![])
        .await?;
    rows.iter().map(read).collect()
}

pub(super) async fn update(brand: &Brand, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE brand SET name = $2, colour = $3, zone = $4, language = $5, late_after = $6 \
             WHERE id = $1"
        ),
        params![
            brand.id,
            &brand.name,
            &brand.colour,
            &brand.zone,
            brand.language.tag(),
            micros(brand.late_after)
        ],
    )
    .await?;
    Ok(())
}

/// False when it was paused already.
pub(super) async fn pause(id: Id<Brand>, pause: &Pause, tx: &mut Tx) -> Result<bool, Error> {
    let changed = tx
        .execute(
            sql!(
                "UPDATE brand SET paused_at = $2, paused_by = $3, paused_reason = $4 \
                 WHERE id = $1 AND paused_at IS NULL"
            ),
            params![id, pause.at, pause.by, &pause.reason],
        )
        .await?;
    Ok(changed == 1)
}

/// Whatever pause there was becomes this one; since when it is paused stays.
pub(super) async fn pause_for_crisis(
    id: Id<Brand>,
    pause: &Pause,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE brand SET paused_at = COALESCE(paused_at, $2), paused_by = $3, \
             paused_reason = $4, paused_crisis = $5 WHERE id = $1"
        ),
        params![id, pause.at, pause.by, &pause.reason, pause.crisis],
    )
    .await
    .map(drop)
}

/// The crisis that keeps it paused.
pub(super) async fn crisis_of(id: Id<Brand>, tx: &mut Tx) -> Result<Option<Id<CrisisRef>>, Error> {
    let text = format!("SELECT paused_crisis FROM brand WHERE id = $1{}", tx.for_update());
    let row = tx.query_opt(&text, params![id]).await?;
    row.map_or(Ok(None), |row| row.get("paused_crisis"))
}

/// False when it was not paused.
pub(super) async fn resume(id: Id<Brand>, tx: &mut Tx) -> Result<bool, Error> {
    let changed = tx
        .execute(
            sql!(
                "UPDATE brand SET paused_at = NULL, paused_by = NULL, paused_reason = NULL, \
                 paused_crisis = NULL \
                 WHERE id = $1 AND paused_at IS NOT NULL"
            ),
            params![id],
        )
        .await?;
    Ok(changed == 1)
}

/// Takes away the accounts of those who work in this brand alone, at an address that can belong to
/// nobody (RFC 2606): the teammates whom a demonstration invented.
pub(super) async fn remove_invented(id: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "DELETE FROM teammate WHERE email LIKE '%.example' \
             AND id IN (SELECT teammate_id FROM membership \
                        WHERE brand_id = $1 AND role <> 'owner') \
             AND id NOT IN (SELECT teammate_id FROM membership WHERE brand_id <> $1)"
        ),
        params![id],
    )
    .await?;
    Ok(())
}

pub(super) async fn remove(id: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM brand WHERE id = $1"), params![id]).await?;
    Ok(())
}

fn micros(duration: SignedDuration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

fn read(row: &Row) -> Result<Brand, Error> {
    let paused = match row.get("paused_at")? {
        None => None,
        Some(at) => Some(Pause {
            at,
            by: row.get("paused_by")?,
            reason: row.get::<Option<String>>("paused_reason")?.unwrap_or_default(),
            crisis: row.get("paused_crisis")?,
        }),
    };
    Ok(Brand {
        id: row.get("id")?,
        organization: row.get("organization_id")?,
        name: row.get("name")?,
        slug: row.get("slug")?,
        colour: row.get("colour")?,
        zone: row.get("zone")?,
        language: field::language(row)?,
        demo: row.get("demo")?,
        late_after: SignedDuration::from_micros(row.get("late_after")?),
        paused,
        created_at: row.get("created_at")?,
    })
}
