//! Driving a fake network over HTTP, for tests whose program runs in another process.
//!
//! - `GET /_fake/posts`: the posts that are really there, as [`PostSeen`]
//! - `GET /_fake/met`: the faults that requests met
//! - `POST /_fake/faults` `{"point": "publish", "script": ["after_accept"], "random": {"seed": 1,
//!   "share": 0.5, "among": [...]}}`; `DELETE /_fake/faults` ends them
//! - `POST /_fake/people` `{"do": "reply", "to": ID, "text": "…"}`; `do` is one of `reply`,
//!   `mention`, `direct`, `like`, `share`, `quote`, `follow`; answers `{"id": …}`
//! - `POST /_fake/expire-tokens`: every access token runs out

use std::sync::Arc;

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};

use super::faults::{Fault, Faults, Point};

/// A post as it stands on a fake network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostSeen {
    /// Its id there.
    pub id: String,
    /// Its words.
    pub text: String,
    /// The key it was sent with (record key, idempotency key).
    pub key: Option<String>,
    /// Its pictures' alternative texts.
    pub alt_texts: Vec<String>,
    /// The post it answers.
    pub in_reply_to: Option<String>,
    /// The answers that its question offers.
    #[serde(default)]
    pub choices: Vec<String>,
    /// The types of its pictures and videos.
    #[serde(default)]
    pub media_types: Vec<String>,
    /// Who may see it (`public` where the network has no such thing).
    pub visibility: String,
    /// When it appeared, in microseconds UTC.
    pub at: i64,
}

/// What the account under test did to what people say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// What it likes.
    pub liked: Vec<String>,
    /// What it hides under its posts.
    pub hidden: Vec<String>,
    /// Whom it blocks.
    #[serde(default)]
    pub blocked: Vec<String>,
}

/// What people do on a fake network to the account under test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// What is done.
    #[serde(rename = "do")]
    pub kind: DeedKind,
    /// The post it is done to.
    #[serde(default)]
    pub to: String,
    /// The words.
    #[serde(default)]
    pub text: String,
}

/// The kinds of [`Deed`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeedKind {
    /// Answers a post.
    Reply,
    /// Names the account.
    Mention,
    /// Writes to the account in private.
    Direct,
    /// Likes a post.
    Like,
    /// Shares a post.
    Share,
    /// Quotes a post.
    Quote,
    /// Follows the account.
    Follow,
}

/// What every fake network can be told.
pub trait Driven: Send + Sync {
    /// The posts of the account under test, oldest first.
    fn posts(&self) -> Vec<PostSeen>;
    /// What the account under test did to what people say.
    fn marks(&self) -> Marks;
    /// Someone does something; the id of what came of it.
    fn people(&self, deed: &Deed) -> String;
    /// Every access token runs out.
    fn expire_tokens(&self);
    /// The plan of faults.
    fn faults(&self) -> &Faults;
}

/// A plan of faults, as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FaultPlan {
    /// Where.
    pub point: Point,
    /// What happens first, in order.
    #[serde(default)]
    pub script: Vec<Fault>,
    /// What happens afterwards, by chance.
    #[serde(default)]
    pub random: Option<RandomFaults>,
}

/// Faults by chance.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RandomFaults {
    /// The same seed gives the same faults.
    pub seed: u64,
    /// The share of requests that go wrong, 0 to 1.
    pub share: f64,
    /// The ways they go wrong; every way when empty.
    #[serde(default)]
    pub among: Vec<Fault>,
}

impl FaultPlan {
    fn apply(self, faults: &Faults) {
        faults.script(self.point, self.script);
        if let Some(random) = self.random {
            let among = if random.among.is_empty() { Fault::all() } else { random.among };
            faults.random(self.point, random.seed, random.share, among);
        }
    }
}

#[derive(Serialize)]
struct Done {
    id: String,
}

type Network = State<Arc<dyn Driven>>;

/// The routes under `/_fake`.
pub(super) fn routes(network: Arc<dyn Driven>) -> Router {
    Router::new()
        .route("/_fake/posts", get(async |State(network): Network| Json(network.posts())))
        .route("/_fake/met", get(async |State(network): Network| Json(network.faults().met())))
        .route(
            "/_fake/faults",
            post(async |State(network): Network, Json(plan): Json<FaultPlan>| {
                plan.apply(network.faults());
                Json(Done { id: String::new() })
            })
            .delete(async |State(network): Network| {
                network.faults().clear();
                Json(Done { id: String::new() })
            }),
        )
        .route(
            "/_fake/people",
            post(async |State(network): Network, Json(deed): Json<Deed>| {
                Json(Done { id: network.people(&deed) })
            }),
        )
        .route(
            "/_fake/expire-tokens",
            post(async |State(network): Network| {
                network.expire_tokens();
                Json(Done { id: String::new() })
            }),
        )
        .with_state(network)
}
