//! What every handler works with, wired once by `app`.

use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;
use std::sync::Arc;

use channels::ChannelKit;
use database::Database;
use metrics_exporter_prometheus::PrometheusHandle;
use platform::mail::Mailer;
use platform::organization::Organization;
use platform::{Brand, Teammate};
use primitives::{Ambient, Id};

use crate::security::Limits;

/// What every handler works with. Cloning is cheap and gives the same one.
#[derive(Clone)]
pub struct House(Arc<Rooms>);

/// The contents of a [`House`].
pub struct Rooms {
    /// The database, the media, the vault, the client and the networks.
    pub kit: ChannelKit,
    /// What sends letters; none where no server was set: links are then shown to be copied.
    pub mailer: Option<Mailer>,
    /// How this program is reached.
    pub settings: Settings,
    /// Renders the figures of `/metrics`; none where they are not kept.
    pub metrics: Option<PrometheusHandle>,
    /// Adds the demonstration brand to an organization; none where the program can't.
    pub demo: Option<AddDemo>,
    /// How often one may try to sign in.
    pub limits: Limits,
}

/// How this program is reached, and what it says of itself.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address people type, without a final slash: `https://parvis.example`. What links in
    /// letters begin with.
    pub base_url: String,
    /// Whether cookies are for HTTPS only, and browsers told to insist on it.
    pub secure_cookies: bool,
    /// The version of the program.
    pub version: &'static str,
    /// Whether a proxy in front is trusted to say where a request comes from.
    pub trust_proxy: bool,
    /// What `/metrics` asks for as a bearer token; without one, it answers this machine only.
    pub metrics_token: Option<String>,
}

/// Adds a demonstration brand to that organization, owned by that teammate.
pub type AddDemo = Arc<dyn Fn(Id<Organization>, Id<Teammate>) -> AddingDemo + Send + Sync>;

/// The demonstration being added.
pub type AddingDemo = Pin<Box<dyn Future<Output = Result<Brand, DemoError>> + Send>>;

/// Why the demonstration could not be added.
#[derive(Debug, thiserror::Error)]
#[error("the demonstration could not be added: {0}")]
pub struct DemoError(pub String);

impl House {
    /// The house made of these rooms.
    pub fn new(rooms: Rooms) -> Self {
        Self(Arc::new(rooms))
    }

    /// The database.
    pub fn database(&self) -> &Database {
        &self.kit.database
    }

    /// The clock and the randomness.
    pub fn ambient(&self) -> &Ambient {
        self.kit.database.ambient()
    }
}

impl Deref for House {
    type Target = Rooms;
    fn deref(&self) -> &Rooms {
        &self.0
    }
}
