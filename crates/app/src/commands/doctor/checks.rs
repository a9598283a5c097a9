//! What is looked at on this machine and in the database.

use std::path::Path;

use channels::publication::{Filter, StateName};
use channels::{Channel, Publication};
use database::Database;
use jiff::{SignedDuration, Timestamp};
use jobs::Scope;
use platform::{Actor, Brand};
use web::words::args;

use super::Level::{Fail, Ok as Good, Warn};
use super::{Findings, network};
use crate::config::Options;
use crate::failure::Failure;
use crate::lock::{FolderLock, LockError};
use crate::wiring;

/// Below this, a disk is nearly full, in bytes.
const LITTLE_ROOM: u64 = 500_000_000;

/// Looks at everything, in the order in which one thing needs another.
pub async fn look(options: &Options, findings: &mut Findings<'_>, offline: bool) {
    folder(options, findings);
    zones(findings);
    let database = match wiring::open_database(options).await {
        Ok(database) => database,
        Err(failure) => return findings.fail("database", &failure),
    };
    if schema(&database, findings).await {
        let looked = inside(options, &database, findings, offline).await;
        if let Err(failure) = looked {
            findings.fail("database", &failure);
        }
    }
    database.close().await;
    network::mail(options, findings, offline).await;
}

fn folder(options: &Options, findings: &mut Findings<'_>) {
    let folder = options.data_folder();
    let path = folder.display().to_string();
    if !folder.is_dir() {
        return findings.note("folder", Warn, "folder-none", args![path => path]);
    }
    match tempfile::tempfile_in(&folder) {
        Ok(_) => findings.note("folder", Good, "folder-ok", args![path => path]),
        Err(error) => {
            let detail = error.to_string();
            findings.note("folder", Fail, "folder-closed", args![path => path, detail => detail]);
        }
    }
    match FolderLock::take(&folder) {
        Err(LockError::InUse(_)) => findings.note("running", Good, "runs", &[]),
        _ => findings.note("running", Good, "runs-not", &[]),
    }
    room(&folder, findings);
}

/// The room on the disk, by `df`, where there is one.
fn room(folder: &Path, findings: &mut Findings<'_>) {
    let asked = std::process::Command::new("df").arg("-Pk").arg(folder).output();
    let told = asked.ok().and_then(|output| String::from_utf8(output.stdout).ok());
    let free = told
        .as_deref()
        .and_then(|text| text.lines().nth(1)?.split_whitespace().nth(3)?.parse::<u64>().ok());
    let Some(free) = free.map(|kilobytes| kilobytes.saturating_mul(1024)) else { return };
    let megabytes = free / 1_000_000;
    let (level, key) = if free < LITTLE_ROOM { (Warn, "room-little") } else { (Good, "room-ok") };
    findings.note("disk", level, key, args![megabytes => megabytes]);
}

fn zones(findings: &mut Findings<'_>) {
    match jiff::tz::TimeZone::get("Europe/Paris") {
        Ok(_) => findings.note("zones", Good, "zones-ok", &[]),
        Err(_) => findings.note("zones", Fail, "zones-none", &[]),
    }
    // A clock that runs before this program was written is wrong.
    let now = primitives::Ambient::real().now();
    if now < Timestamp::constant(1_767_225_600, 0) {
        findings.note("clock", Fail, "clock", args![now => now.to_string()]);
    }
}

/// Whether the schema can be used.
async fn schema(database: &Database, findings: &mut Findings<'_>) -> bool {
    let pending = match database.pending_migrations().await {
        Ok(pending) => pending,
        Err(error) => {
            findings.fail("schema", &error.into());
            return false;
        }
    };
    if !pending.is_empty() {
        findings.note("schema", Warn, "schema-behind", args![count => pending.len()]);
        return false;
    }
    findings.note("schema", Good, "schema-ok", &[]);
    if database.dialect() == database::Dialect::Sqlite {
        match integrity(database).await {
            Ok(None) => findings.note("integrity", Good, "integrity-ok", &[]),
            Ok(Some(detail)) => {
                findings.note("integrity", Fail, "integrity-broken", args![detail => detail]);
            }
            Err(error) => findings.fail("integrity", &error.into()),
        }
    }
    true
}

/// What SQLite finds wrong with its file.
async fn integrity(database: &Database) -> Result<Option<String>, database::Error> {
    let row =
        database.read().await?.query_one("PRAGMA quick_check(1)", database::params![]).await?;
    let said: String = row.get(0)?;
    Ok(Some(said).filter(|said| said != "ok"))
}

async fn inside(
    options: &Options,
    database: &Database,
    findings: &mut Findings<'_>,
    offline: bool,
) -> Result<(), Failure> {
    let had_secrets = wiring::has_secrets(database).await?;
    if !had_secrets {
        findings.note("setup", Warn, "not-set-up", &[]);
        return Ok(());
    }
    match wiring::vault(options, had_secrets, database.ambient()) {
        Ok(_) => findings.note("key", Good, "key-ok", &[]),
        Err(failure) => findings.fail("key", &failure),
    }
    let mut tx = database.read().await?;
    let dead = jobs::dead_letter_count(&mut tx, Scope::Everything).await?;
    let backlog = jobs::backlog(&mut tx).await?;
    match dead {
        0 => findings.note("jobs", Good, "jobs-ok", args![due => backlog.due]),
        _ => findings.note("jobs", Warn, "jobs-dead", args![count => dead]),
    }
    let brands = Brand::all(&mut tx).await?;
    drop(tx);
    for brand in &brands {
        publications(brand, database, findings).await?;
    }
    if let Ok(wired) = wiring::open_beside(options).await {
        network::channels(&wired.kit, &brands, findings, offline).await?;
        network::outside(&wired.kit, findings, offline).await;
        wired.kit.database.close().await;
    }
    Ok(())
}

async fn publications(
    brand: &Brand,
    database: &Database,
    findings: &mut Findings<'_>,
) -> Result<(), Failure> {
    let actor = Actor::system(brand.id);
    let mut tx = database.read().await?;
    let late_before = tx.now() - brand.late_after.max(SignedDuration::from_secs(60));
    let states = vec![
        StateName::Planned,
        StateName::Prepared,
        StateName::Sending,
        StateName::Processing,
        StateName::NeedsPerson,
    ];
    let late = Filter { to: Some(late_before), states, ..Filter::default() };
    let late = Publication::list(&late, &actor, &mut tx).await.map_err(Failure::because)?.len();
    let doubt = Filter { states: vec![StateName::Uncertain], ..Filter::default() };
    let doubt = Publication::list(&doubt, &actor, &mut tx).await.map_err(Failure::because)?.len();
    let name = brand.name.to_string();
    if late + doubt > 0 {
        findings.note(
            "publications",
            Warn,
            "publications-wait",
            args![brand => name, late => late, doubt => doubt],
        );
    } else {
        findings.note("publications", Good, "publications-ok", args![brand => name]);
    }
    let channels = Channel::all(&actor, &mut tx).await.map_err(Failure::because)?;
    if channels.is_empty() {
        findings.note("channels", Warn, "channels-none", args![brand => brand.name.to_string()]);
    }
    Ok(())
}
