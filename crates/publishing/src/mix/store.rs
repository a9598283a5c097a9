use std::collections::BTreeMap;

use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;
use strategy::Topic;

use super::Piece;
use crate::campaign::Stage;

/// The posts of a brand that fall in a period, by when they were first published, are due, or
/// are meant for.
pub(super) async fn pieces(
    brand: Id<Brand>,
    from: Timestamp,
    to: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Piece>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT t.id, t.topic_id, t.format, t.state, t.gone_at, t.at, v.channel_id
                 FROM (SELECT post.id, post.topic_id, post.format, post.state, g.gone_at,
                   COALESCE(g.gone_at, CASE WHEN post.state = 'draft' THEN post.wanted_at
                    ELSE post.due_at END) AS at
                  FROM post LEFT JOIN (SELECT p.post_id, MIN(p.published_at) AS gone_at
                   FROM publication p WHERE p.brand_id = $1 AND p.purpose = 'post'
                   AND p.published_at IS NOT NULL GROUP BY p.post_id) g ON g.post_id = post.id
                  WHERE post.brand_id = $1 AND post.deleted_at IS NULL) t
                 LEFT JOIN variant v ON v.post_id = t.id
                 WHERE t.at >= $2 AND t.at < $3 ORDER BY t.id, v.position, v.id"
            ),
            params![brand, from, to],
        )
        .await?;
    let mut pieces: Vec<Piece> = Vec::new();
    for row in &rows {
        let post = row.get("id")?;
        if pieces.last().is_none_or(|last| last.post != post) {
            let stage = if row.get::<Option<Timestamp>>("gone_at")?.is_some() {
                Stage::Published
            } else if row.get::<String>("state")? == "draft" {
                Stage::Draft
            } else {
                Stage::Scheduled
            };
            let topic = row.get("topic_id")?;
            let format = row.get("format")?;
            let at = row.get("at")?;
            pieces.push(Piece { post, topic, format, stage, at, channels: Vec::new() });
        }
        if let (Some(channel), Some(piece)) = (row.get("channel_id")?, pieces.last_mut()) {
            piece.channels.push(channel);
        }
    }
    Ok(pieces)
}

/// When each topic was last published on before an instant.
pub(super) async fn last_by_topic(
    brand: Id<Brand>,
    before: Timestamp,
    tx: &mut Tx,
) -> Result<BTreeMap<Id<Topic>, Timestamp>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT post.topic_id, MAX(p.published_at) AS last
                 FROM publication p JOIN post ON post.id = p.post_id
                 WHERE p.brand_id = $1 AND p.purpose = 'post' AND p.published_at < $2
                 AND post.topic_id IS NOT NULL AND post.deleted_at IS NULL
                 GROUP BY post.topic_id ORDER BY post.topic_id"
            ),
            params![brand, before],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("topic_id")?, row.get("last")?))).collect()
}
