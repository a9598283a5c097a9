use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::{Campaign, Step, StepEdit, StepPost};
use crate::local_time::LocalSchedule;
use crate::post::{Post, PostState};

pub(super) async fn of_campaign(
    campaign: Id<Campaign>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Vec<Step>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT s.id, s.phase, s.days, s.minute, s.brief, s.opening, s.format,
                 post.id AS post_id, post.state, post.deleted_at,
                 post.local_time, post.zone, post.due_at,
                 post.wanted_local, post.wanted_zone, post.wanted_at,
                 (SELECT COUNT(*) FROM publication p WHERE p.post_id = post.id
                  AND p.published_at IS NOT NULL) AS gone
                 FROM campaign_step s LEFT JOIN post ON post.id = s.post_id
                 WHERE s.campaign_id = $1 AND s.brand_id = $2 AND s.removed_at IS NULL
                 ORDER BY s.days, s.minute, s.id"
            ),
            params![campaign, brand],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Step, Error> {
    let post = match row.get::<Option<Id<Post>>>("post_id")? {
        None => None,
        Some(id) => Some(StepPost {
            id,
            deleted: row.get::<Option<Timestamp>>("deleted_at")?.is_some(),
            state: match schedule(row, "local_time", "zone", "due_at")? {
                Some(at) if row.get::<String>("state")? != "draft" => PostState::Scheduled(at),
                _ => PostState::Draft,
            },
            wanted: schedule(row, "wanted_local", "wanted_zone", "wanted_at")?,
            left: row.get::<i64>("gone")? > 0,
        }),
    };
    Ok(Step {
        id: row.get("id")?,
        phase: row.get("phase")?,
        days: row.get("days")?,
        minute: row.get("minute")?,
        brief: row.get("brief")?,
        opening: row.get("opening")?,
        format: row.get("format")?,
        post,
    })
}

/// A clock reading, its zone and its instant, where the row has them.
pub(super) fn schedule(
    row: &Row,
    local: &str,
    zone: &str,
    at: &str,
) -> Result<Option<LocalSchedule>, Error> {
    let local: Option<String> = row.get(local)?;
    let local = local.and_then(|local| local.parse().ok());
    let (Some(local), Some(at)) = (local, row.get::<Option<Timestamp>>(at)?) else {
        return Ok(None);
    };
    let zone = row.get::<Option<String>>(zone)?.unwrap_or_default();
    Ok(Some(LocalSchedule { local, zone, at, moved: None }))
}

/// The step that a post was made of, with its campaign.
pub(super) async fn of_post(
    post: Id<Post>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Option<(Id<Campaign>, Id<Step>)>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT campaign_id, id FROM campaign_step
                 WHERE post_id = $1 AND brand_id = $2 AND removed_at IS NULL
                 ORDER BY id LIMIT 1"
            ),
            params![post, brand],
        )
        .await?;
    row.map(|row| Ok((row.get("campaign_id")?, row.get("id")?))).transpose()
}

pub(super) async fn insert(
    id: Id<Step>,
    campaign: Id<Campaign>,
    step: &StepEdit,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        brand,
        campaign,
        step.phase,
        step.days,
        step.minute,
        step.brief.as_str(),
        step.opening.as_str(),
        step.format,
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO campaign_step (id, brand_id, campaign_id, phase, days, minute, brief,
             opening, format, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn update(
    id: Id<Step>,
    step: &StepEdit,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        brand,
        step.phase,
        step.days,
        step.minute,
        step.brief.as_str(),
        step.opening.as_str(),
        step.format
    ];
    tx.execute(
        sql!(
            "UPDATE campaign_step SET phase = $3, days = $4, minute = $5, brief = $6,
             opening = $7, format = $8 WHERE id = $1 AND brand_id = $2"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn remove(
    id: Id<Step>,
    campaign: Id<Campaign>,
    removed: bool,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let at = removed.then(|| tx.now());
    tx.execute(
        sql!(
            "UPDATE campaign_step SET removed_at = $4
             WHERE id = $1 AND campaign_id = $2 AND brand_id = $3"
        ),
        params![id, campaign, brand, at],
    )
    .await
    .map(drop)
}

pub(super) async fn set_post(
    id: Id<Step>,
    post: Id<Post>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let text = sql!("UPDATE campaign_step SET post_id = $3 WHERE id = $1 AND brand_id = $2");
    tx.execute(text, params![id, brand, post]).await.map(drop)
}
