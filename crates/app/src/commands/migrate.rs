use crate::config::Options;
use crate::wiring::{self, CannotOpen};

/// Brings the database's schema up to date, as `serve` does at its start.
pub async fn migrate(options: &Options) -> Result<(), CannotOpen> {
    let _lock = wiring::lock(options)?;
    let database = wiring::open_database(options).await?;
    let migrated = database.migrate().await.map_err(CannotOpen::because)?;
    let words = super::words(options.lang.as_deref());
    if migrated.applied.is_empty() {
        println!("{}", words.t("cli-migrate-nothing"));
    }
    for name in &migrated.applied {
        println!("{name}");
    }
    if let Some(backup) = &migrated.backup {
        println!("{}", backup.display());
    }
    database.close().await;
    Ok(())
}
