use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::{Topic, TopicEdit};

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Topic>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, brand_id, name, about, colour, target_share, words, archived_at
                 FROM topic WHERE brand_id = $1
                 ORDER BY CASE WHEN archived_at IS NULL THEN 0 ELSE 1 END, position, id"
            ),
            params![brand],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let words: String = row.get("words")?;
            Ok(Topic {
                id: row.get("id")?,
                brand: row.get("brand_id")?,
                name: row.get("name")?,
                about: row.get("about")?,
                colour: row.get("colour")?,
                target_share: row.get("target_share")?,
                words: words.lines().map(str::to_owned).collect(),
                archived: row.get::<Option<Timestamp>>("archived_at")?.is_some(),
            })
        })
        .collect()
}

pub(super) async fn insert(
    id: Id<Topic>,
    edit: &TopicEdit,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        brand,
        edit.name.as_str(),
        edit.about.trim(),
        edit.colour.as_str(),
        edit.target_share,
        edit.words.join("\n"),
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO topic (id, brand_id, name, about, colour, target_share, words, position,
             created_at) VALUES ($1, $2, $3, $4, $5, $6, $7,
             (SELECT COALESCE(MAX(t.position), 0) + 1 FROM topic t WHERE t.brand_id = $2), $8)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn update(id: Id<Topic>, edit: &TopicEdit, tx: &mut Tx) -> Result<(), Error> {
    let values = params![
        id,
        edit.name.as_str(),
        edit.about.trim(),
        edit.colour.as_str(),
        edit.target_share,
        edit.words.join("\n")
    ];
    tx.execute(
        sql!(
            "UPDATE topic SET name = $2, about = $3, colour = $4, target_share = $5, words = $6
             WHERE id = $1"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn archive(id: Id<Topic>, archived: bool, tx: &mut Tx) -> Result<(), Error> {
    let at = archived.then(|| tx.now());
    tx.execute(sql!("UPDATE topic SET archived_at = $2 WHERE id = $1"), params![id, at])
        .await
        .map(drop)
}
