use database::{Error, Tx};

use crate::{store, wake};

/// Gives back every leased job at once, instead of waiting for its lease to run out; how many.
///
/// Only for a program that knows itself to be the only one on the database (SQLite, with the
/// data folder locked), before its worker starts: whoever held these leases is dead.
///
/// # Errors
/// What the database met.
pub async fn release_all(tx: &mut Tx) -> Result<u64, Error> {
    let released = store::release_all(tx).await?;
    wake::poke();
    Ok(released)
}
