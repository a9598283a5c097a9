use database::{Error, Row, Tx, params, sql};
use platform::Brand;
use primitives::Id;

use super::import::Import;

const COLUMNS: &str = "id, brand_id, plan, state, rows_read, rows_imported, rows_updated, \
    rows_unchanged, rows_left_out, problems, created_by, created_at, ended_at";

fn read(row: &Row) -> Result<Import, Error> {
    Ok(Import {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        plan: from_json(&row.get::<String>("plan")?)?,
        state: row.get("state")?,
        rows_read: row.get("rows_read")?,
        rows_imported: row.get("rows_imported")?,
        rows_updated: row.get("rows_updated")?,
        rows_unchanged: row.get("rows_unchanged")?,
        rows_left_out: row.get("rows_left_out")?,
        problems: from_json(&row.get::<String>("problems")?)?,
        created_by: row.get("created_by")?,
        created_at: row.get("created_at")?,
        ended_at: row.get("ended_at")?,
    })
}

fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::other(format!("an import: {error}")))
}

fn to_json(value: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::other(format!("an import: {error}")))
}

pub(super) async fn insert(import: &Import, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO insights_import (id, brand_id, network, file_name, file_hash, plan,
             state, problems, created_by, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            import.id,
            import.brand,
            &import.plan.network,
            &import.plan.file_name,
            &import.plan.file_hash,
            to_json(&import.plan)?,
            import.state,
            to_json(&import.problems)?,
            import.created_by,
            import.created_at
        ],
    )
    .await
    .map(drop)
}

pub(super) async fn update(import: &Import, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE insights_import SET network = $2, plan = $3, state = $4, rows_read = $5,
             rows_imported = $6, rows_updated = $7, rows_unchanged = $8, rows_left_out = $9,
             problems = $10, ended_at = $11 WHERE id = $1"
        ),
        params![
            import.id,
            &import.plan.network,
            to_json(&import.plan)?,
            import.state,
            import.rows_read,
            import.rows_imported,
            import.rows_updated,
            import.rows_unchanged,
            import.rows_left_out,
            to_json(&import.problems)?,
            import.ended_at
        ],
    )
    .await
    .map(drop)
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Import>,
    tx: &mut Tx,
) -> Result<Option<Import>, Error> {
    let text = format!("SELECT {COLUMNS} FROM insights_import WHERE brand_id = $1 AND id = $2");
    tx.query_opt(&text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Import>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM insights_import WHERE brand_id = $1 AND state <> 'planned'
         ORDER BY id DESC"
    );
    tx.query(&text, params![brand]).await?.iter().map(read).collect()
}

/// How many posts went with it.
pub(super) async fn remove_what_it_brought(id: Id<Import>, tx: &mut Tx) -> Result<u64, Error> {
    tx.execute(sql!("DELETE FROM figure_snapshot WHERE import_id = $1"), params![id]).await?;
    tx.execute(
        sql!(
            "DELETE FROM measured_post WHERE import_id = $1 AND publication_id IS NULL
             AND NOT EXISTS (SELECT s.id FROM figure_snapshot s
             WHERE s.measured_post_id = measured_post.id)"
        ),
        params![id],
    )
    .await
}
