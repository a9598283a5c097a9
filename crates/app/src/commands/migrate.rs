use web::words::{Words, args};

use crate::config::Options;
use crate::failure::Failure;
use crate::wiring;

/// Brings the database's schema up to date, as `serve` does at its start.
pub async fn migrate(options: &Options, words: &Words) -> Result<(), Failure> {
    let _lock = wiring::lock(options)?;
    let database = wiring::open_database(options).await?;
    let migrated = database.migrate().await?;
    if migrated.applied.is_empty() {
        println!("{}", words.t("cli-migrate-nothing"));
    }
    for name in &migrated.applied {
        println!("{}", words.tn("cli-migrate-applied", args![name => *name]));
    }
    if let Some(backup) = &migrated.backup {
        let path = backup.display().to_string();
        println!("{}", words.tn("cli-migrate-backup", args![path => path]));
    }
    database.close().await;
    Ok(())
}
