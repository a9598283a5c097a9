use database::{Error, Row, Tx, params, sql};
use primitives::Id;

use super::Folder;
use crate::Brand;

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Folder>, Error> {
    let sql = sql!(
        "SELECT f.id, f.parent_id, f.name, (SELECT COUNT(*) FROM media m \
         WHERE m.brand_id = $1 AND m.folder_id = f.id AND m.removed_at IS NULL) AS media \
         FROM media_folder f WHERE f.brand_id = $1 ORDER BY f.folded, f.id"
    );
    let read = |row: &Row| {
        Ok(Folder {
            id: row.get("id")?,
            parent: row.get("parent_id")?,
            name: row.get("name")?,
            media: row.get("media")?,
        })
    };
    tx.query(sql, params![brand]).await?.iter().map(read).collect()
}

pub(super) async fn insert(
    brand: Id<Brand>,
    folder: &Folder,
    folded: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    let sql = sql!(
        "INSERT INTO media_folder (id, brand_id, parent_id, name, folded, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6)"
    );
    let given = params![folder.id, brand, folder.parent, &folder.name, folded, tx.now()];
    tx.execute(sql, given).await.map(drop)
}

pub(super) async fn update(
    brand: Id<Brand>,
    folder: &Folder,
    folded: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    let sql = sql!(
        "UPDATE media_folder SET name = $3, folded = $4, parent_id = $5 \
         WHERE id = $1 AND brand_id = $2"
    );
    let given = params![folder.id, brand, &folder.name, folded, folder.parent];
    tx.execute(sql, given).await.map(drop)
}

/// What is in a folder moves to where the folder is.
pub(super) async fn empty_into(
    brand: Id<Brand>,
    folder: &Folder,
    tx: &mut Tx,
) -> Result<(), Error> {
    let media = sql!("UPDATE media SET folder_id = $3 WHERE folder_id = $1 AND brand_id = $2");
    tx.execute(media, params![folder.id, brand, folder.parent]).await?;
    let nested =
        sql!("UPDATE media_folder SET parent_id = $3 WHERE parent_id = $1 AND brand_id = $2");
    tx.execute(nested, params![folder.id, brand, folder.parent]).await.map(drop)
}

pub(super) async fn delete(brand: Id<Brand>, id: Id<Folder>, tx: &mut Tx) -> Result<(), Error> {
    let sql = sql!("DELETE FROM media_folder WHERE id = $1 AND brand_id = $2");
    tx.execute(sql, params![id, brand]).await.map(drop)
}
