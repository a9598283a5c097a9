//! The house put together: database, vault, media, client, networks, jobs.

use std::sync::Arc;
use std::time::Duration;

use channels::publication::{self, Deliver, Next};
use channels::{ChannelKit, Connectors, FenceSettings};
use database::{Database, Location};
use jiff::SignedDuration;
use jobs::{Done, JobError, Registry};
use platform::mail::Mailer;
use platform::media::MediaStore;
use platform::outbound::{Outbound, OutboundSettings};
use platform::vault::Vault;
use primitives::Ambient;
use publishing::feed;

use crate::config::Options;
use crate::lock::FolderLock;

/// Everything that a command may need, open and ready.
pub struct Wired {
    /// What acts on channels; holds the database.
    pub kit: ChannelKit,
    /// What sends mail, if a server is set.
    pub mailer: Option<Mailer>,
    /// The lock of the data folder, on SQLite.
    pub lock: Option<FolderLock>,
}

/// Why the house could not be put together, in words for a terminal.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct CannotOpen(pub String);

impl CannotOpen {
    /// From anything that says what is wrong.
    pub fn because(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

/// Opens the database that the options name, without migrating it.
pub async fn open_database(options: &Options) -> Result<Database, CannotOpen> {
    let location = Location::parse(&options.database_url()).map_err(CannotOpen::because)?;
    std::fs::create_dir_all(options.data_folder()).map_err(CannotOpen::because)?;
    Database::open(&location, Ambient::real()).await.map_err(CannotOpen::because)
}

/// On SQLite, the data folder is this program's alone.
pub fn lock(options: &Options) -> Result<Option<FolderLock>, CannotOpen> {
    if options.database_url().starts_with("sqlite:") {
        return Ok(Some(FolderLock::take(&options.data_folder()).map_err(CannotOpen::because)?));
    }
    Ok(None)
}

/// Opens and migrates the database, and puts the rest of the house around it.
pub async fn open(options: &Options) -> Result<Wired, CannotOpen> {
    let lock = lock(options)?;
    let database = open_database(options).await?;
    database.migrate().await.map_err(CannotOpen::because)?;
    let had_secrets = has_secrets(&database).await?;
    wire(options, database, had_secrets, lock)
}

/// Whether something is sealed already: then a missing key file is an error, not a new key.
pub async fn has_secrets(database: &Database) -> Result<bool, CannotOpen> {
    let mut tx = database.read().await.map_err(CannotOpen::because)?;
    platform::setup::needs_setup(&mut tx).await.map(|needed| !needed).map_err(CannotOpen::because)
}

/// Puts the house around an open, migrated database, without the lock: for short commands that
/// may run beside a running Parvis.
pub fn wire(
    options: &Options,
    database: Database,
    had_secrets: bool,
    lock: Option<FolderLock>,
) -> Result<Wired, CannotOpen> {
    let vault = match &options.key {
        Some(key) => Vault::with_key(key).map_err(CannotOpen::because)?,
        None => Vault::open_or_create(&options.key_file(), had_secrets, database.ambient())
            .map_err(CannotOpen::because)?,
    };
    let seconds = Duration::from_secs_f64(options.outbound_seconds.unwrap_or(30.0).clamp(0.1, 600.0));
    let http = Outbound::new(OutboundSettings {
        allow_private: options.allows_private_network(),
        total_timeout: seconds,
        connect_timeout: seconds.min(Duration::from_secs(10)),
        ..OutboundSettings::default()
    })
    .map_err(CannotOpen::because)?;
    let media = MediaStore::in_folder(&options.in_data("media")).map_err(CannotOpen::because)?;
    let mailer = options.smtp_url.as_ref().map(|url| {
        let from = options.mail_from.clone().unwrap_or_else(|| "Parvis <parvis@localhost>".into());
        Mailer::new(url, &from).map_err(CannotOpen::because)
    });
    let kit = ChannelKit {
        instance: database.ambient().new_id(),
        database,
        connectors: Connectors::new(connectors::registry()),
        http,
        media,
        vault,
        fence: fence(options, seconds),
    };
    Ok(Wired { kit, mailer: mailer.transpose()?, lock })
}

/// The fence's patience follows the settings: a lease outlives the longest request.
fn fence(options: &Options, outbound: Duration) -> FenceSettings {
    let usual = FenceSettings::default();
    let settle = options.settle_seconds.unwrap_or(120.0).max(0.1);
    let outbound = SignedDuration::try_from(outbound).unwrap_or(usual.lease);
    FenceSettings {
        settle: SignedDuration::from_secs_f64(settle),
        lease: outbound + outbound + SignedDuration::from_secs(10).min(SignedDuration::from_secs_f64(settle)),
        first_check: usual.first_check.min(SignedDuration::from_secs_f64(settle / 4.0)),
        first_retry: usual.first_retry.min(SignedDuration::from_secs_f64(settle / 4.0)),
        ..usual
    }
}

/// Every job and all recurring work.
pub fn registry(kit: &ChannelKit) -> Registry {
    let reader = connectors::feed_reader();
    let registry = Registry::new();
    let deliver = kit.clone();
    let registry = registry.on::<Deliver, _, _>(move |job, _| {
        let kit = deliver.clone();
        async move { self::deliver(&kit, job).await }
    });
    let read = (kit.clone(), reader);
    let registry = registry.on::<feed::ReadFeedJob, _, _>(move |job, _| {
        let (kit, reader) = read.clone();
        async move { feed::refresh(job.feed, &kit.database, &reader, &kit.http).await }
    });
    recurring(registry)
}

async fn deliver(kit: &ChannelKit, job: Deliver) -> Result<Done, JobError> {
    let next = publication::deliver(kit, job.publication).await?;
    Ok(match next {
        Next::Rest => Done::Finished,
        Next::At(at) => Done::Again(at),
    })
}

fn recurring(registry: Registry) -> Registry {
    let minute = Duration::from_secs(60);
    registry
        .every("late_publications", Duration::from_secs(30), |context| async move {
            publication::alert_late(&context.db).await?;
            Ok(Done::Finished)
        })
        .every("forgotten_publications", minute, |context| async move {
            publication::requeue_forgotten(&context.db).await?;
            Ok(Done::Finished)
        })
        .every("due_feeds", minute, |context| async move {
            feed::read_due(&context.db).await?;
            Ok(Done::Finished)
        })
}

/// The registry, shared by the worker and the tests.
pub fn shared_registry(kit: &ChannelKit) -> Arc<Registry> {
    Arc::new(registry(kit))
}
