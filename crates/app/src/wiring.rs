//! The house put together: database, vault, media, client, networks, jobs.

mod crises;
mod escalation;
mod feedback;
mod moderation;
mod promises;
mod work;

use std::sync::Arc;
use std::time::Duration;

use channels::{ChannelKit, Connectors, FenceSettings, LastLook};
use database::{Database, Location};
use jiff::SignedDuration;
use platform::mail::Mailer;
use platform::media::{MOST_FILM_BYTES, MediaStore};
use platform::outbound::{Outbound, OutboundSettings};
use platform::vault::Vault;
use primitives::Ambient;
use publishing::LastLooks;
use publishing::approval::ApprovalLook;
use publishing::guard::GuardLook;
use web::words::args;

use crate::config::Options;
use crate::failure::Failure;
use crate::lock::{FolderLock, LockError};

pub use work::registry;

/// Everything that a command may need, open and ready.
pub struct Wired {
    /// What acts on channels; holds the database.
    pub kit: ChannelKit,
    /// What sends mail, if a server is set.
    pub mailer: Option<Mailer>,
    /// The lock of the data folder, on SQLite.
    _lock: Option<FolderLock>,
}

/// Opens the database that the options name, without migrating it.
pub async fn open_database(options: &Options) -> Result<Database, Failure> {
    let url = options.database_url();
    let location =
        Location::parse(&url).map_err(|_| Failure::new("cli-wrong-database-url", &[]))?;
    let folder = options.data_folder();
    std::fs::create_dir_all(&folder).map_err(|error| Failure::at(&folder, error))?;
    Ok(Database::open(&location, Ambient::real()).await?)
}

/// On SQLite, the data folder is this program's alone.
pub fn lock(options: &Options) -> Result<Option<FolderLock>, Failure> {
    if options.on_sqlite() {
        return Ok(Some(FolderLock::take(&options.data_folder())?));
    }
    Ok(None)
}

/// Opens and migrates the database, and puts the rest of the house around it: for programs that
/// stay. On SQLite, whatever a previous Parvis left half done is known to be so at once.
pub async fn open(options: &Options) -> Result<Wired, Failure> {
    let lock = lock(options)?;
    let alone = lock.is_some();
    let database = open_database(options).await?;
    database.migrate().await?;
    let had_secrets = has_secrets(&database).await?;
    let wired = wire(options, database, had_secrets, lock)?;
    if alone {
        take_over(&wired.kit).await?;
    }
    Ok(wired)
}

/// Opens the house for a short command, which may run beside a running Parvis. The schema is
/// brought up to date only when nobody else is there.
pub async fn open_beside(options: &Options) -> Result<Wired, Failure> {
    let lock = match lock_unless_used(options)? {
        Beside::Alone(lock) => lock,
        Beside::Another => None,
    };
    let database = open_database(options).await?;
    let pending = database.pending_migrations().await?;
    if !pending.is_empty() {
        if options.on_sqlite() && lock.is_none() {
            return Err(Failure::new("cli-wrong-older-runs", &[]));
        }
        database.migrate().await?;
    }
    let had_secrets = has_secrets(&database).await?;
    // A Parvis that starts meanwhile finds its schema ready and its folder free.
    drop(lock);
    wire(options, database, had_secrets, None)
}

enum Beside {
    Alone(Option<FolderLock>),
    Another,
}

fn lock_unless_used(options: &Options) -> Result<Beside, Failure> {
    if !options.on_sqlite() {
        return Ok(Beside::Alone(None));
    }
    match FolderLock::take(&options.data_folder()) {
        Ok(lock) => Ok(Beside::Alone(Some(lock))),
        Err(LockError::InUse(_)) => Ok(Beside::Another),
        Err(error) => Err(error.into()),
    }
}

/// The folder's lock proves that whoever held a lease is dead.
async fn take_over(kit: &ChannelKit) -> Result<(), Failure> {
    let mut tx = kit.database.begin().await?;
    let jobs = jobs::release_all(&mut tx).await?;
    tx.commit().await?;
    let uncertain = channels::publication::previous_instance_died(kit).await?;
    if jobs > 0 || uncertain > 0 {
        tracing::warn!(jobs, uncertain, "a previous Parvis stopped in the middle of its work");
    }
    Ok(())
}

/// Whether something is sealed already: then a missing key file is an error, not a new key.
pub async fn has_secrets(database: &Database) -> Result<bool, Failure> {
    let mut tx = database.read().await?;
    Ok(!platform::setup::needs_setup(&mut tx).await?)
}

fn wire(
    options: &Options,
    database: Database,
    had_secrets: bool,
    lock: Option<FolderLock>,
) -> Result<Wired, Failure> {
    let vault = vault(options, had_secrets, database.ambient())?;
    let seconds =
        Duration::from_secs_f64(options.outbound_seconds.unwrap_or(30.0).clamp(0.1, 600.0));
    let http = Outbound::new(OutboundSettings {
        allow_private: options.allows_private_network(),
        total_timeout: seconds,
        connect_timeout: seconds.min(Duration::from_secs(10)),
        extra_roots: authorities(options)?,
        ..OutboundSettings::default()
    })
    .map_err(Failure::because)?;
    let folder = options.in_data("media");
    let media = MediaStore::in_folder(&folder).map_err(|error| Failure::at(&folder, error))?;
    let most = options.video_megabytes.map(|most| u64::from(most) * 1024 * 1024);
    let media = media.taking_films_of(most.unwrap_or(MOST_FILM_BYTES));
    let kit = ChannelKit {
        instance: database.ambient().new_id(),
        database,
        connectors: Connectors::new(connectors::registry()).with_feeds(connectors::feed_reader()),
        http,
        media,
        vault,
        fence: fence(options, seconds),
        last_look: last_looks(),
    };
    Ok(Wired { kit, mailer: mailer(options)?, _lock: lock })
}

/// The certificates of one's own authority, if any are named.
fn authorities(options: &Options) -> Result<Option<String>, Failure> {
    let Some(file) = &options.authorities else { return Ok(None) };
    std::fs::read_to_string(file).map(Some).map_err(|error| Failure::at(file, error))
}

/// The key that is given, or that of the key file, made at the first start.
pub fn vault(options: &Options, had_secrets: bool, ambient: &Ambient) -> Result<Vault, Failure> {
    Ok(match &options.key {
        Some(key) => Vault::with_key(key.trim())?,
        None => Vault::open_or_create(&options.key_file(), had_secrets, ambient)?,
    })
}

/// What sends mail, if a server is set.
pub fn mailer(options: &Options) -> Result<Option<Mailer>, Failure> {
    let Some(url) = &options.smtp_url else { return Ok(None) };
    let from = options.mail_from.clone().unwrap_or_else(|| "Parvis <parvis@localhost>".into());
    let mailer = Mailer::new(url, &from)
        .map_err(|error| Failure::new("cli-wrong-mail", args![detail => error.to_string()]))?;
    Ok(Some(mailer))
}

/// The fence's patience follows the settings: a lease outlives the longest request.
fn fence(options: &Options, outbound: Duration) -> FenceSettings {
    let usual = FenceSettings::default();
    let settle = options.settle_seconds.unwrap_or(120.0).clamp(0.1, 86_400.0);
    let outbound = SignedDuration::try_from(outbound).unwrap_or(usual.lease);
    FenceSettings {
        settle: SignedDuration::from_secs_f64(settle),
        // Renewing a token and sending again may take four requests in all.
        lease: outbound * 4
            + SignedDuration::from_secs(10).min(SignedDuration::from_secs_f64(settle)),
        first_check: usual.first_check.min(SignedDuration::from_secs_f64(settle / 4.0)),
        first_retry: usual.first_retry.min(SignedDuration::from_secs_f64(settle / 4.0)),
        ..usual
    }
}

/// What the rooms above the fence say, each in turn.
fn last_looks() -> Arc<dyn LastLook> {
    Arc::new(LastLooks::new(vec![Arc::new(ApprovalLook), Arc::new(GuardLook)]))
}
