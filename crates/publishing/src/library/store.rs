use channels::publication::StateName;
use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use platform::media::{Media, MediaKind};
use primitives::Id;

use super::{Held, Use, Wanted, patterns, tagged};
use crate::Post;

pub(super) async fn list(
    brand: Id<Brand>,
    wanted: &Wanted,
    tx: &mut Tx,
) -> Result<Vec<Held>, Error> {
    let [first, second, third, fourth] = patterns(&wanted.words);
    let sql = sql!(
        "SELECT ",
        platform::media_columns!("m."),
        ", (SELECT COUNT(*) FROM post_media pm JOIN post p ON p.id = pm.post_id
           WHERE pm.media_id = m.id AND p.deleted_at IS NULL) AS uses
         FROM media m WHERE m.brand_id = $1
         AND (($2 AND m.removed_at IS NOT NULL) OR (NOT $2 AND m.removed_at IS NULL))
         AND m.kind LIKE $3 AND m.search LIKE $4 ESCAPE '!' AND m.search LIKE $5 ESCAPE '!'
         AND m.search LIKE $6 ESCAPE '!' AND m.search LIKE $7 ESCAPE '!'
         AND m.search LIKE $8 ESCAPE '!'
         AND ($9 OR m.folder_id = $10 OR m.folder_id IN (SELECT f.id FROM media_folder f
              WHERE f.brand_id = $1 AND f.parent_id = $10))
         AND ($11 OR m.folder_id IS NULL) AND ($12 OR m.alt_text = '')
         AND ($13 OR NOT EXISTS (SELECT 1 FROM post_media pm JOIN post p ON p.id = pm.post_id
              WHERE pm.media_id = m.id AND p.deleted_at IS NULL))
         AND ($14 OR m.id < $15) ORDER BY m.id DESC LIMIT $16"
    );
    let given = params![
        brand,
        wanted.in_bin,
        wanted.kind.map_or("%", MediaKind::as_str),
        tagged(wanted.tag.as_deref()),
        first,
        second,
        third,
        fourth,
        wanted.folder.is_none(),
        wanted.folder,
        !wanted.loose,
        !wanted.without_alt,
        !wanted.unused,
        wanted.before.is_none(),
        wanted.before,
        wanted.most.clamp(1, 200)
    ];
    let read = |row: &Row| Ok(Held { media: Media::of_row(row)?, uses: row.get("uses")? });
    tx.query(sql, given).await?.iter().map(read).collect()
}

pub(super) async fn uses(
    brand: Id<Brand>,
    media: Id<Media>,
    tx: &mut Tx,
) -> Result<Vec<Use>, Error> {
    let sql = sql!(
        "SELECT p.id, p.text, p.due_at, pm.alt_text, pub.state FROM post_media pm
         JOIN post p ON p.id = pm.post_id
         LEFT JOIN publication pub ON pub.post_id = p.id
         WHERE pm.media_id = $1 AND p.brand_id = $2 AND p.deleted_at IS NULL
         ORDER BY COALESCE(p.due_at, p.updated_at) DESC, p.id, pub.id LIMIT 500"
    );
    let mut uses: Vec<Use> = Vec::new();
    for row in tx.query(sql, params![media, brand]).await? {
        let post: Id<Post> = row.get("id")?;
        if uses.last().is_none_or(|last| last.post != post) {
            uses.push(Use {
                post,
                text: row.get("text")?,
                alt_text: row.get("alt_text")?,
                due_at: row.get("due_at")?,
                states: Vec::new(),
            });
        }
        let state: Option<StateName> = row.get("state")?;
        if let Some(last) = uses.last_mut() {
            last.states.extend(state);
        }
    }
    Ok(uses)
}

/// What has been in the bin since before `then` and nothing speaks of.
pub(super) async fn forgettable(
    brand: Id<Brand>,
    then: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Media>, Error> {
    let sql = sql!(
        "SELECT ",
        platform::media_columns!("m."),
        " FROM media m WHERE m.brand_id = $1 AND m.removed_at < $2
         AND NOT EXISTS (SELECT 1 FROM post_media pm WHERE pm.media_id = m.id)
         AND NOT EXISTS (SELECT 1 FROM media c WHERE c.original_id = m.id)
         AND NOT EXISTS (SELECT 1 FROM publication pub WHERE pub.brand_id = $1
              AND pub.content LIKE '%' || m.hash || '%')
         ORDER BY m.id LIMIT 200"
    );
    tx.query(sql, params![brand, then]).await?.iter().map(Media::of_row).collect()
}
