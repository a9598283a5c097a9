use database::{Error, Row, Tx, params, sql};
use platform::{Brand, Teammate};
use primitives::Id;

use super::View;

fn read(row: &Row) -> Result<View, Error> {
    Ok(View {
        id: row.get("id")?,
        teammate: row.get("teammate_id")?,
        shared: row.get("shared")?,
        name: row.get("name")?,
        query: row.get("query")?,
    })
}

pub(super) async fn all(
    brand: Id<Brand>,
    teammate: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<Vec<View>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, teammate_id, shared, name, query FROM conversation_view
                 WHERE brand_id = $1 AND (shared = TRUE OR teammate_id = $2)
                 ORDER BY shared, name, id"
            ),
            params![brand, teammate],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(super) async fn insert(view: &View, brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO conversation_view (id, brand_id, teammate_id, shared, name, query,
             created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![view.id, brand, view.teammate, view.shared, &view.name, &view.query, tx.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn remove(brand: Id<Brand>, id: Id<View>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("DELETE FROM conversation_view WHERE brand_id = $1 AND id = $2"),
        params![brand, id],
    )
    .await
    .map(drop)
}
