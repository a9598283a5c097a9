use database::{Error, Tx, params};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;
use publishing::Campaign;

use super::Send;
use crate::measured::store::{COLUMNS, FIGURES, LATEST, with_reading};
use crate::measured::{MeasuredPost, Reading};

const OF_CAMPAIGN: &str = "SELECT p.id FROM publication p JOIN post ON post.id = p.post_id
     WHERE p.brand_id = $1 AND p.published_at IS NOT NULL AND post.campaign_id = $2
     AND post.deleted_at IS NULL";

/// The published sends of a campaign, in order of time.
pub(super) async fn sends(
    campaign: Id<Campaign>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Vec<Send>, Error> {
    let text = format!(
        "SELECT p.id AS sent, p.published_at AS sent_at, {COLUMNS}, {FIGURES}
         FROM publication p JOIN post ON post.id = p.post_id
         LEFT JOIN measured_post m ON m.publication_id = p.id {LATEST}
         WHERE p.brand_id = $1 AND p.published_at IS NOT NULL AND post.campaign_id = $2
         AND post.deleted_at IS NULL ORDER BY p.published_at, p.id"
    );
    let rows = tx.query(&text, params![brand, campaign]).await?;
    rows.iter()
        .map(|row| {
            let followed = row.get::<Option<Id<MeasuredPost>>>("id")?.is_some();
            let (post, latest) = if followed {
                let (post, latest) = with_reading(row)?;
                (Some(post), latest)
            } else {
                (None, None)
            };
            let publication = row.get("sent")?;
            Ok(Send { publication, published_at: row.get("sent_at")?, post, latest })
        })
        .collect()
}

/// The measured posts of a brand in a period that are not of a campaign.
pub(super) async fn others(
    campaign: Id<Campaign>,
    brand: Id<Brand>,
    from: Timestamp,
    to: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<(MeasuredPost, Option<Reading>)>, Error> {
    let text = format!(
        "SELECT {COLUMNS}, {FIGURES} FROM measured_post m {LATEST}
         WHERE m.brand_id = $1 AND m.published_at >= $3 AND m.published_at < $4
         AND (m.publication_id IS NULL OR m.publication_id NOT IN ({OF_CAMPAIGN}))
         ORDER BY m.published_at, m.id"
    );
    let rows = tx.query(&text, params![brand, campaign, from, to]).await?;
    rows.iter().map(with_reading).collect()
}
