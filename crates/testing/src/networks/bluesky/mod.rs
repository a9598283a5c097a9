//! A fake personal data server of the Bluesky network with its app view and identity directory:
//! one account under test, and people who talk to it.

mod appview;
mod manners;
mod repo;
mod session;
mod state;
mod wire;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use primitives::Ambient;

use self::manners::BlueskyManners;
use self::state::State;
use super::control::{self, Deed, DeedKind, Driven, Marks, PostSeen};
use super::faults::Faults;
use super::line::{Place, Served};
use super::meddle::{Meddler, meddle};

/// How the server behaves.
#[derive(Clone)]
pub struct Options {
    /// The most entries on a page, whatever the client asks for.
    pub page_size: usize,
    /// How long an access token lives, in seconds.
    pub access_seconds: i64,
    /// Whether a refresh token is still taken; when not, only the password helps.
    pub refreshes: bool,
    /// The port; 0 is any free one.
    pub port: u16,
    /// The clock; the machine's unless a story sets it.
    pub ambient: Ambient,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            page_size: 100,
            access_seconds: 7200,
            refreshes: true,
            port: 0,
            ambient: Ambient::real(),
        }
    }
}

/// The running server; stops when it is dropped.
pub struct FakeBluesky {
    shared: Shared,
    served: Served,
}

/// What the routes share.
#[derive(Clone)]
struct Shared {
    state: Arc<Mutex<State>>,
    faults: Faults,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl FakeBluesky {
    /// Starts the server, with the account `boulangerie.test` under test.
    pub async fn start(options: Options) -> Self {
        let place = Place::bind(options.port).await;
        let state = State::new(place.url(), options);
        let shared = Shared { state: Arc::new(Mutex::new(state)), faults: Faults::default() };
        let meddler = Meddler {
            faults: shared.faults.clone(),
            manners: Arc::new(BlueskyManners { shared: shared.clone() }),
        };
        let router = Router::new()
            .merge(session::routes())
            .merge(repo::routes())
            .merge(appview::routes())
            .with_state(shared.clone())
            .layer(DefaultBodyLimit::max(20_000_000))
            .layer(from_fn_with_state(meddler, meddle))
            .merge(control::routes(Arc::new(shared.clone())));
        Self { shared, served: place.serve(router) }
    }

    /// The server's origin; it is its own identity directory too.
    pub fn url(&self) -> String {
        self.served.url()
    }

    /// The handle of the account under test.
    pub fn handle(&self) -> &'static str {
        state::HANDLE
    }

    /// The lasting id of the account under test.
    pub fn did(&self) -> &'static str {
        state::DID
    }

    /// An app password of the account under test.
    pub fn password(&self) -> &'static str {
        state::PASSWORD
    }

    /// The handle and lasting id of the one who talks to it.
    pub fn customer(&self) -> (&'static str, &'static str) {
        (state::CUSTOMER_HANDLE, state::CUSTOMER)
    }

    /// The server as every fake network can be driven.
    pub fn driven(&self) -> &dyn Driven {
        &self.shared
    }

    /// The plan of faults.
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// The posts of the account under test that are really there, oldest first.
    pub fn posts(&self) -> Vec<PostSeen> {
        Driven::posts(&self.shared)
    }

    /// A stored record, as JSON.
    pub fn record(&self, uri: &str) -> Option<serde_json::Value> {
        self.shared.lock().records.get(uri).map(|record| record.value.clone())
    }

    /// How many bytes and of what type the blobs uploaded are, by their reference.
    pub fn blobs(&self) -> Vec<(String, usize)> {
        let state = self.shared.lock();
        state.blobs.values().map(|blob| (blob.content_type.clone(), blob.size)).collect()
    }

    /// Someone answers a post; the answer's address.
    pub fn add_reply(&self, to: &str, text: &str) -> String {
        self.people(DeedKind::Reply, to, text)
    }

    /// Someone names the account; the post's address.
    pub fn add_mention(&self, text: &str) -> String {
        self.people(DeedKind::Mention, "", text)
    }

    /// Someone quotes a post; the quoting post's address.
    pub fn add_quote(&self, to: &str, text: &str) -> String {
        self.people(DeedKind::Quote, to, text)
    }

    /// Someone likes a post.
    pub fn add_like(&self, to: &str) -> String {
        self.people(DeedKind::Like, to, "")
    }

    /// Someone reposts a post.
    pub fn add_share(&self, to: &str) -> String {
        self.people(DeedKind::Share, to, "")
    }

    /// Someone follows the account.
    pub fn add_follow(&self) -> String {
        self.people(DeedKind::Follow, "", "")
    }

    /// Something that Parvis does not know happens.
    pub fn add_unknown(&self) {
        self.shared.lock().unknown();
    }

    /// A post is taken away.
    pub fn delete(&self, uri: &str) {
        self.shared.lock().records.remove(uri);
    }

    /// Every access token runs out; refresh tokens stay.
    pub fn expire_tokens(&self) {
        Driven::expire_tokens(&self.shared);
    }

    /// From now on refresh tokens are refused; only the password helps.
    pub fn stop_refreshing(&self) {
        self.shared.lock().options.refreshes = false;
    }

    /// The app password is revoked.
    pub fn revoke_password(&self) {
        self.shared.lock().password_works = false;
    }

    /// How many sessions were opened by password, and how many renewed.
    pub fn sessions(&self) -> (u32, u32) {
        let state = self.shared.lock();
        (state.opened, state.renewed)
    }

    fn people(&self, kind: DeedKind, to: &str, text: &str) -> String {
        Driven::people(&self.shared, &Deed { kind, to: to.to_owned(), text: text.to_owned() })
    }
}

impl Driven for Shared {
    fn posts(&self) -> Vec<PostSeen> {
        self.lock().posts_seen()
    }

    fn marks(&self) -> Marks {
        self.lock().marks()
    }

    fn people(&self, deed: &Deed) -> String {
        self.lock().people(deed)
    }

    fn expire_tokens(&self) {
        self.lock().access.clear();
    }

    fn faults(&self) -> &Faults {
        &self.faults
    }
}
