use database::{Error, Row, Tx, params, sql};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use platform::{Actor, Brand};
use primitives::Id;

use super::{Campaign, CampaignEdit, CampaignPost, PostOn, Stage, Tally};

const COLUMNS: &str = "id, brand_id, name, kind, about, colour, starts_on, ends_on, day, \
    archived_at";

fn read(row: &Row) -> Result<Campaign, Error> {
    Ok(Campaign {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        about: row.get("about")?,
        colour: row.get("colour")?,
        starts_on: row.get::<Option<i64>>("starts_on")?.and_then(date),
        ends_on: row.get::<Option<i64>>("ends_on")?.and_then(date),
        day: row.get::<Option<i64>>("day")?.and_then(date),
        archived: row.get::<Option<Timestamp>>("archived_at")?.is_some(),
    })
}

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Campaign>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM campaign WHERE brand_id = $1 AND removed_at IS NULL
         ORDER BY CASE WHEN archived_at IS NULL THEN 0 ELSE 1 END, id DESC"
    );
    tx.query(&text, params![brand]).await?.iter().map(read).collect()
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Campaign>,
    tx: &mut Tx,
) -> Result<Option<Campaign>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM campaign WHERE brand_id = $1 AND id = $2 AND removed_at IS NULL"
    );
    tx.query_opt(&text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn was_ever(
    brand: Id<Brand>,
    id: Id<Campaign>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let text = sql!("SELECT id FROM campaign WHERE brand_id = $1 AND id = $2");
    Ok(tx.query_opt(text, params![brand, id]).await?.is_some())
}

pub(super) async fn insert(
    id: Id<Campaign>,
    edit: &CampaignEdit,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        actor.brand(),
        edit.name.as_str(),
        edit.kind,
        edit.about.as_str(),
        edit.colour.as_str(),
        edit.starts_on.map(days),
        edit.ends_on.map(days),
        edit.day.map(days),
        actor.teammate_id(),
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO campaign (id, brand_id, name, kind, about, colour, starts_on, ends_on,
             day, created_by, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn update(
    id: Id<Campaign>,
    edit: &CampaignEdit,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        brand,
        edit.name.as_str(),
        edit.kind,
        edit.about.as_str(),
        edit.colour.as_str(),
        edit.starts_on.map(days),
        edit.ends_on.map(days)
    ];
    tx.execute(
        sql!(
            "UPDATE campaign SET name = $3, kind = $4, about = $5, colour = $6, starts_on = $7,
             ends_on = $8 WHERE id = $1 AND brand_id = $2"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn archive(
    id: Id<Campaign>,
    archived: bool,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let at = archived.then(|| tx.now());
    let text = sql!("UPDATE campaign SET archived_at = $3 WHERE id = $1 AND brand_id = $2");
    tx.execute(text, params![id, brand, at]).await.map(drop)
}

pub(super) async fn remove(id: Id<Campaign>, brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    let text = sql!("UPDATE campaign SET removed_at = $3 WHERE id = $1 AND brand_id = $2");
    let now = tx.now();
    tx.execute(text, params![id, brand, now]).await.map(drop)
}

pub(super) async fn restore(id: Id<Campaign>, brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    let text = sql!("UPDATE campaign SET removed_at = NULL WHERE id = $1 AND brand_id = $2");
    tx.execute(text, params![id, brand]).await.map(drop)
}

/// Takes the turn to change a campaign's plan: whoever comes second waits, and sees what the first
/// did.
pub(super) async fn take_turn(
    id: Id<Campaign>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let text = sql!("UPDATE campaign SET name = name WHERE id = $1 AND brand_id = $2");
    tx.execute(text, params![id, brand]).await.map(drop)
}

pub(super) async fn set_dates(
    id: Id<Campaign>,
    (starts_on, day, ends_on): (Option<Date>, Option<Date>, Option<Date>),
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let text = sql!(
        "UPDATE campaign SET starts_on = $3, day = $4, ends_on = $5
         WHERE id = $1 AND brand_id = $2"
    );
    let values = params![id, brand, starts_on.map(days), day.map(days), ends_on.map(days)];
    tx.execute(text, values).await.map(drop)
}

pub(super) async fn tallies(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Vec<(Id<Campaign>, Tally)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT t.campaign_id,
                 CAST(SUM(CASE WHEN t.state = 'draft' AND t.gone = 0 THEN 1 ELSE 0 END)
                  AS BIGINT) AS drafts,
                 CAST(SUM(CASE WHEN t.state <> 'draft' AND t.gone = 0 THEN 1 ELSE 0 END)
                  AS BIGINT) AS scheduled,
                 CAST(SUM(CASE WHEN t.gone > 0 THEN 1 ELSE 0 END) AS BIGINT) AS published
                 FROM (SELECT post.campaign_id, post.state,
                  (SELECT COUNT(*) FROM publication p WHERE p.post_id = post.id
                   AND p.published_at IS NOT NULL) AS gone
                  FROM post WHERE post.brand_id = $1 AND post.campaign_id IS NOT NULL
                  AND post.deleted_at IS NULL) t
                 GROUP BY t.campaign_id ORDER BY t.campaign_id"
            ),
            params![brand],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let tally = Tally {
                drafts: row.get("drafts")?,
                scheduled: row.get("scheduled")?,
                published: row.get("published")?,
            };
            Ok((row.get("campaign_id")?, tally))
        })
        .collect()
}

pub(super) async fn posts(
    id: Id<Campaign>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Vec<CampaignPost>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT post.id, SUBSTR(post.text, 1, 160) AS excerpt, post.format,
                 post.topic_id, post.state, post.due_at, post.wanted_at, v.channel_id,
                 p.id AS publication_id, p.state AS publication_state, p.published_at, p.url
                 FROM post LEFT JOIN variant v ON v.post_id = post.id
                 LEFT JOIN publication p ON p.variant_id = v.id AND p.state <> 'cancelled'
                 WHERE post.brand_id = $1 AND post.campaign_id = $2 AND post.deleted_at IS NULL
                 ORDER BY post.id, v.position, v.id, p.id"
            ),
            params![brand, id],
        )
        .await?;
    let mut posts: Vec<CampaignPost> = Vec::new();
    for row in &rows {
        let id = row.get("id")?;
        if posts.last().is_none_or(|last| last.id != id) {
            posts.push(post(row)?);
        }
        let Some(channel) = row.get("channel_id")? else { continue };
        let Some(post) = posts.last_mut() else { continue };
        let published_at: Option<Timestamp> = row.get("published_at")?;
        if let Some(at) = published_at {
            let first = if post.stage == Stage::Published { post.at } else { None };
            post.at = Some(first.map_or(at, |first| first.min(at)));
            post.stage = Stage::Published;
        }
        let publication: Option<_> = row.get("publication_id")?;
        let state: Option<_> = row.get("publication_state")?;
        let url = row.get("url")?;
        post.on.push(PostOn { channel, publication: publication.zip(state), published_at, url });
    }
    Ok(posts)
}

fn post(row: &Row) -> Result<CampaignPost, Error> {
    let draft = row.get::<String>("state")? == "draft";
    Ok(CampaignPost {
        id: row.get("id")?,
        excerpt: row.get("excerpt")?,
        format: row.get("format")?,
        topic: row.get("topic_id")?,
        stage: if draft { Stage::Draft } else { Stage::Scheduled },
        at: row.get(if draft { "wanted_at" } else { "due_at" })?,
        on: Vec::new(),
    })
}

/// Days since 1970-01-01.
pub(super) fn days(date: Date) -> i64 {
    let epoch = Date::constant(1970, 1, 1);
    (date - epoch).get_days().into()
}

/// The day that so many days after 1970-01-01 are.
pub(super) fn date(days: i64) -> Option<Date> {
    let span = 0.days().try_days(days).ok()?;
    Date::constant(1970, 1, 1).checked_add(span).ok()
}
