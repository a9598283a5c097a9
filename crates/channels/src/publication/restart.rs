//! The one instance of a database starts again after a crash.

use super::{settle, store};
use crate::kit::ChannelKit;

/// Takes every sender for dead at once, instead of waiting for leases: what was leaving becomes
/// uncertain, and turns to renew a token are given back. Returns how many publications were.
///
/// Only for a program that knows itself to be the only one on the database (SQLite, with the
/// data folder locked), before its worker starts.
///
/// # Errors
/// What the database met.
pub async fn previous_instance_died(kit: &ChannelKit) -> Result<usize, database::Error> {
    let mut tx = kit.database.begin().await?;
    let sending = store::overdue::sending(&mut tx).await?;
    store::overdue::forget_renewals(&mut tx).await?;
    tx.commit().await?;
    for publication in &sending {
        settle::sender_died(kit, publication).await?;
    }
    Ok(sending.len())
}
