//! Any table's rows, whole: the one place where SQL is made from a table's name, and names come
//! from `tables.rs` or from the schema alone.

use database::{Error, Row, Tx, Value, params, placeholders};
use platform::Brand;
use primitives::Id;

use super::tables::Table;

/// The rows of a brand.
pub(super) async fn rows(table: &Table, brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Row>, Error> {
    let text = format!("SELECT * FROM {} WHERE {}", table.name, table.of_brand);
    tx.query(&text, params![brand]).await
}

/// The columns that the table has here.
pub(super) async fn columns(table: &Table, tx: &mut Tx) -> Result<Vec<String>, Error> {
    // A table always has a row to show its columns once it is joined to nothing.
    let text = format!(
        "SELECT t.* FROM (SELECT 1 AS one) o LEFT JOIN {} t ON 1 = 0 ORDER BY 1",
        table.name
    );
    let rows = tx.query(&text, params![]).await?;
    Ok(rows.first().map(|row| row.columns().to_vec()).unwrap_or_default())
}

/// Puts rows in, all with these columns.
pub(super) async fn insert(
    table: &Table,
    columns: &[String],
    rows: Vec<Vec<Value>>,
    tx: &mut Tx,
) -> Result<u64, Error> {
    let text = format!(
        "INSERT INTO {} ({}) VALUES ({})",
        table.name,
        columns.join(", "),
        placeholders(1, columns.len())
    );
    tx.execute_many(&text, rows).await
}
