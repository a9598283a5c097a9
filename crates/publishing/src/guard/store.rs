use std::collections::HashMap;

use channels::publication::Publication;
use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::{Actor, Brand};
use primitives::Id;

use super::desk::Recent;
use super::links::{LinkRecord, LinkState};
use super::{Finding, Guard, GuardSetting};
use crate::post::Post;

/// How many publications are compared with, the nearest to leave first.
const MOST_RECENT: i64 = 400;

pub(super) async fn settings(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<GuardSetting>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT guard, active, level FROM guard_setting WHERE brand_id = $1 ORDER BY guard"
            ),
            params![brand],
        )
        .await?;
    // A check that this program does not know was set by a more recent one.
    let known = rows
        .iter()
        .filter(|row| row.get::<String>("guard").is_ok_and(|guard| guard.parse::<Guard>().is_ok()));
    known
        .map(|row| {
            Ok(GuardSetting {
                guard: row.get("guard")?,
                active: row.get("active")?,
                level: row.get("level")?,
            })
        })
        .collect()
}

pub(super) async fn write_settings(
    brand: Id<Brand>,
    settings: &[GuardSetting],
    tx: &mut Tx,
) -> Result<(), Error> {
    let rows =
        settings.iter().map(|one| params![brand, one.guard, one.active, one.level]).collect();
    tx.execute_many(
        sql!(
            "INSERT INTO guard_setting (brand_id, guard, active, level) VALUES ($1, $2, $3, $4)
             ON CONFLICT (brand_id, guard) DO UPDATE SET active = excluded.active,
             level = excluded.level"
        ),
        rows,
    )
    .await
    .map(drop)
}

/// What the brand's channels published or will publish between two instants, the last first.
pub(super) async fn recent(
    brand: Id<Brand>,
    from: Timestamp,
    to: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Recent>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT channel_id, post_id, due_at, content FROM publication
                 WHERE brand_id = $1 AND due_at >= $2 AND due_at < $3 AND post_id IS NOT NULL AND part = 0
                 AND state NOT IN ('cancelled', 'failed') ORDER BY due_at DESC, id DESC LIMIT $4"
            ),
            params![brand, from, to, MOST_RECENT],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let content: ContentText = serde_json::from_str(&row.get::<String>("content")?)
                .map_err(|_| Error::other("a publication's content can't be read"))?;
            Ok(Recent {
                channel: row.get("channel_id")?,
                post: row.get("post_id")?,
                at: row.get("due_at")?,
                text: content.text,
            })
        })
        .collect()
}

/// The one part of a content that is compared.
#[derive(serde::Deserialize)]
struct ContentText {
    text: String,
}

pub(super) async fn accepted(post: Id<Post>, hash: &str, tx: &mut Tx) -> Result<Vec<Guard>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT guard FROM guard_acceptance WHERE post_id = $1 AND content_hash = $2
                 ORDER BY guard"
            ),
            params![post, hash],
        )
        .await?;
    Ok(rows.iter().filter_map(|row| row.get::<String>("guard").ok()?.parse().ok()).collect())
}

pub(super) async fn accept(
    post: Id<Post>,
    guards: &[Guard],
    hash: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    for guard in guards {
        let values = params![
            tx.new_id::<Finding>(),
            actor.brand(),
            post,
            *guard,
            hash,
            actor.teammate_id(),
            tx.now()
        ];
        tx.execute(
            sql!(
                "INSERT INTO guard_acceptance (id, brand_id, post_id, guard, content_hash,
                 teammate_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
                 ON CONFLICT (post_id, guard, content_hash) DO NOTHING"
            ),
            values,
        )
        .await?;
    }
    Ok(())
}

pub(super) async fn write_hold(
    publication: &Publication,
    findings: &[Finding],
    tx: &mut Tx,
) -> Result<(), Error> {
    let text = serde_json::to_string(findings)
        .map_err(|_| Error::other("what checks found can't be written"))?;
    tx.execute(
        sql!(
            "INSERT INTO guard_hold (publication_id, brand_id, findings, created_at)
             VALUES ($1, $2, $3, $4) ON CONFLICT (publication_id)
             DO UPDATE SET findings = excluded.findings, created_at = excluded.created_at"
        ),
        params![publication.id, publication.brand, text, tx.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn hold(
    brand: Id<Brand>,
    publication: Id<Publication>,
    tx: &mut Tx,
) -> Result<Option<(Vec<Finding>, Timestamp)>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT findings, created_at FROM guard_hold
                 WHERE publication_id = $1 AND brand_id = $2"
            ),
            params![publication, brand],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let findings = serde_json::from_str(&row.get::<String>("findings")?).unwrap_or_default();
    Ok(Some((findings, row.get("created_at")?)))
}

/// What is known of links, by address.
pub(super) async fn links(
    brand: Id<Brand>,
    urls: &[String],
    tx: &mut Tx,
) -> Result<HashMap<String, LinkRecord>, Error> {
    let mut found = HashMap::new();
    for url in urls {
        let row = tx
            .query_opt(
                sql!(
                    "SELECT state, status, checked_at FROM checked_link
                     WHERE brand_id = $1 AND url = $2"
                ),
                params![brand, url.as_str()],
            )
            .await?;
        let Some(row) = row else { continue };
        let status: Option<i64> = row.get("status")?;
        let record = LinkRecord {
            state: row.get("state")?,
            status: status.and_then(|status| u16::try_from(status).ok()),
            checked_at: row.get("checked_at")?,
        };
        found.insert(url.clone(), record);
    }
    Ok(found)
}

pub(super) async fn write_link(
    brand: Id<Brand>,
    url: &str,
    state: LinkState,
    status: Option<u16>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO checked_link (brand_id, url, state, status, checked_at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (brand_id, url)
             DO UPDATE SET state = excluded.state, status = excluded.status,
             checked_at = excluded.checked_at"
        ),
        params![brand, url, state, status.map(i64::from), tx.now()],
    )
    .await
    .map(drop)
}

/// Forgets what was learnt of links before an instant.
pub(super) async fn forget_links(before: Timestamp, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM checked_link WHERE checked_at < $1"), params![before])
        .await
        .map(drop)
}
