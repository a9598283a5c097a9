//! A fake Mastodon-compatible server: one account under test, and people who talk to it.

mod html;
mod manners;
mod oauth;
mod routes;
mod state;
mod timeline;
mod wire;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use primitives::Ambient;

use self::manners::MastodonManners;
use self::state::State;
use super::control::{self, Deed, DeedKind, Driven, Marks, PostSeen};
use super::faults::Faults;
use super::line::{Place, Served};
use super::meddle::{Meddler, meddle};

/// How the server behaves.
#[derive(Clone)]
pub struct Options {
    /// Whether the same Idempotency-Key gives the same status; some compatible servers ignore it.
    pub honours_idempotency: bool,
    /// Whether `GET /api/v1/statuses/:id/source` exists; older and smaller servers lack it.
    pub serves_source: bool,
    /// Whether `GET /api/v2/instance` exists; else only version 1 does.
    pub second_instance: bool,
    /// The most entries on a page, whatever the client asks for.
    pub page_size: usize,
    /// The longest text, a link counting 23.
    pub max_characters: u32,
    /// How many times an upload says that it is still processing.
    pub media_waits: u32,
    /// The heaviest video, in bytes.
    pub video_bytes: usize,
    /// The port; 0 is any free one.
    pub port: u16,
    /// The clock; the machine's unless a story sets it.
    pub ambient: Ambient,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            honours_idempotency: true,
            serves_source: true,
            second_instance: true,
            page_size: 40,
            max_characters: 500,
            media_waits: 0,
            video_bytes: 40_000_000,
            port: 0,
            ambient: Ambient::real(),
        }
    }
}

/// The running server; stops when it is dropped.
pub struct FakeMastodon {
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

impl FakeMastodon {
    /// Starts the server, with the account `boulangerie` under test.
    pub async fn start(options: Options) -> Self {
        let place = Place::bind(options.port).await;
        let state = State::new(place.url(), options);
        let shared = Shared { state: Arc::new(Mutex::new(state)), faults: Faults::default() };
        let meddler = Meddler {
            faults: shared.faults.clone(),
            manners: Arc::new(MastodonManners { shared: shared.clone() }),
        };
        let router = Router::new()
            .merge(routes::routes())
            .merge(timeline::routes())
            .merge(oauth::routes())
            .with_state(shared.clone())
            .layer(DefaultBodyLimit::max(110_000_000))
            .layer(from_fn_with_state(meddler, meddle))
            .merge(control::routes(Arc::new(shared.clone())));
        Self { shared, served: place.serve(router) }
    }

    /// The server's origin.
    pub fn url(&self) -> String {
        self.served.url()
    }

    /// A token of the account under test.
    pub fn token(&self) -> String {
        state::TOKEN.to_owned()
    }

    /// The user name of the account under test.
    pub fn username(&self) -> &'static str {
        state::USERNAME
    }

    /// The id of the account under test.
    pub fn account_id(&self) -> String {
        state::ACCOUNT.to_string()
    }

    /// The server as every fake network can be driven.
    pub fn driven(&self) -> &dyn Driven {
        &self.shared
    }

    /// The plan of faults.
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// The statuses of the account under test that are really there, oldest first.
    pub fn posts(&self) -> Vec<PostSeen> {
        Driven::posts(&self.shared)
    }

    /// Someone answers a status; the answer's id.
    pub fn add_reply(&self, to: &str, text: &str) -> String {
        self.people(DeedKind::Reply, to, text)
    }

    /// Someone names the account; the status' id.
    pub fn add_mention(&self, text: &str) -> String {
        self.people(DeedKind::Mention, "", text)
    }

    /// Someone writes to the account in private; the status' id.
    pub fn add_direct(&self, text: &str) -> String {
        self.people(DeedKind::Direct, "", text)
    }

    /// Someone likes a status.
    pub fn add_like(&self, to: &str) -> String {
        self.people(DeedKind::Like, to, "")
    }

    /// Someone shares a status.
    pub fn add_share(&self, to: &str) -> String {
        self.people(DeedKind::Share, to, "")
    }

    /// Someone follows the account.
    pub fn add_follow(&self) -> String {
        self.people(DeedKind::Follow, "", "")
    }

    /// Something that Parvis does not know happens (a poll ends).
    pub fn add_unknown(&self) {
        self.shared.lock().notify("poll", state::CUSTOMER, None);
    }

    /// The account under test posts by another means, without a key; the status' id.
    pub fn post_by_hand(&self, text: &str) -> String {
        self.shared.lock().post_by_hand(text)
    }

    /// A status is taken away.
    pub fn delete(&self, id: &str) {
        self.shared.lock().delete(id);
    }

    /// How many files were ever uploaded.
    pub fn uploads(&self) -> usize {
        self.shared.lock().media.len()
    }

    /// Every token is revoked.
    pub fn expire_tokens(&self) {
        Driven::expire_tokens(&self.shared);
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
        self.lock().tokens.clear();
    }

    fn faults(&self) -> &Faults {
        &self.faults
    }
}
