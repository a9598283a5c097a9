use database::{Error, Tx, params, sql};

/// Holds another first visit back until the transaction ends, on the one row that every migrated
/// database has.
pub(super) async fn lock(tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE schema_migration SET name = name WHERE version = 0"), params![])
        .await?;
    Ok(())
}

pub(super) async fn is_anyone_here(tx: &mut Tx) -> Result<bool, Error> {
    let row = tx.query_opt(sql!("SELECT id FROM teammate ORDER BY id LIMIT 1"), params![]).await?;
    Ok(row.is_some())
}
