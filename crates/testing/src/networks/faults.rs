//! What goes wrong, and when.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::{HeaderMap, Method};
use axum::response::Response;
use primitives::Ambient;
use serde::{Deserialize, Serialize};
use tokio::sync::watch;

/// One way for a request to go wrong. In JSON: `"after_accept"`,
/// `{"slow_after_accept": {"millis": 800}}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Nothing goes wrong.
    Ok,
    /// The connection is cut before anything is done.
    BeforeAccept,
    /// It is done, and the connection is cut without an answer.
    AfterAccept,
    /// It is done this much later, even if the client has left meanwhile, then answered.
    SlowBeforeAccept {
        /// How long.
        millis: u64,
    },
    /// It is done at once and answered this much later.
    SlowAfterAccept {
        /// How long.
        millis: u64,
    },
    /// Refused: too many requests, welcome again in so many seconds.
    Status429 {
        /// Seconds until requests are welcome.
        retry: u64,
    },
    /// Not done, answered 500.
    Status500BeforeAccept,
    /// Done, answered 500.
    Status500AfterAccept,
    /// Done, answered 200 with something that is not the network's JSON.
    Malformed,
    /// Refused: the access token has run out (for good: it must be renewed where it can be).
    ExpiredToken,
}

impl Fault {
    /// Whether the network did what was asked although something went wrong.
    pub fn accepts(self) -> bool {
        !matches!(
            self,
            Fault::BeforeAccept
                | Fault::Status429 { .. }
                | Fault::Status500BeforeAccept
                | Fault::ExpiredToken
        )
    }

    /// Every fault, with short delays; what random plans draw from by default.
    pub fn all() -> Vec<Fault> {
        vec![
            Fault::Ok,
            Fault::BeforeAccept,
            Fault::AfterAccept,
            Fault::SlowBeforeAccept { millis: 300 },
            Fault::SlowAfterAccept { millis: 300 },
            Fault::Status429 { retry: 1 },
            Fault::Status500BeforeAccept,
            Fault::Status500AfterAccept,
            Fault::Malformed,
            Fault::ExpiredToken,
        ]
    }
}

/// Where in the network's interface something goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Point {
    /// The request that makes a post visible.
    Publish,
    /// Uploading a picture.
    Upload,
    /// Reading back what was published.
    Read,
    /// Reading notifications.
    Inbox,
    /// Renewing a token.
    Renew,
}

/// Where on its way a request can be held, so that a test acts at that very moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// The network has the whole request and has done nothing yet.
    Arrived,
    /// The network has done what it will do, and has not answered.
    Done,
}

/// The faults to come, for each point: a script first, then chance; and what is held.
#[derive(Clone, Default)]
pub struct Faults {
    inner: Arc<Mutex<Inner>>,
    let_go: Arc<watch::Sender<()>>,
}

#[derive(Default)]
struct Inner {
    plans: BTreeMap<Point, Plan>,
    met: Vec<(Point, Fault)>,
    holds: BTreeSet<(Point, Hold)>,
    /// How many more requests go through before any is held.
    let_through: BTreeMap<(Point, Hold), usize>,
    held: usize,
}

#[derive(Default)]
struct Plan {
    script: VecDeque<Fault>,
    chance: Option<Chance>,
}

struct Chance {
    random: Ambient,
    share: f64,
    among: Vec<Fault>,
}

impl Faults {
    /// The next requests to `point` go wrong in this order; those after them by chance, if set.
    pub fn script(&self, point: Point, faults: impl IntoIterator<Item = Fault>) {
        self.lock().plans.entry(point).or_default().script.extend(faults);
    }

    /// A share (0 to 1) of the requests to `point` goes wrong, in one of the ways of `among`,
    /// the same way each time for the same seed and order of requests.
    pub fn random(&self, point: Point, seed: u64, share: f64, among: Vec<Fault>) {
        let random = Ambient::fixed("2026-01-01T00:00:00Z", seed);
        let chance = (!among.is_empty()).then_some(Chance { random, share, among });
        self.lock().plans.entry(point).or_default().chance = chance;
    }

    /// Nothing goes wrong any more.
    pub fn clear(&self) {
        self.lock().plans.clear();
    }

    /// Requests to `point` wait there until they are let go. The network deals with what it holds
    /// even if the client has gone meanwhile, as a server does that has read a whole request.
    pub fn hold(&self, point: Point, at: Hold) {
        self.lock().holds.insert((point, at));
    }

    /// The same, once so many requests have gone through.
    pub fn hold_after(&self, point: Point, at: Hold, through: usize) {
        let mut inner = self.lock();
        inner.let_through.insert((point, at), through);
        inner.holds.insert((point, at));
    }

    /// How many requests are held now.
    pub fn held(&self) -> usize {
        self.lock().held
    }

    /// Holds nothing any more.
    pub fn let_go(&self) {
        let mut inner = self.lock();
        inner.holds.clear();
        inner.let_through.clear();
        drop(inner);
        self.let_go.send_replace(());
    }

    pub(super) async fn pass(&self, point: Point, at: Hold) {
        let mut let_go = self.let_go.subscribe();
        {
            let mut inner = self.lock();
            if !inner.holds.contains(&(point, at)) {
                return;
            }
            if let Some(left) = inner.let_through.get_mut(&(point, at))
                && *left > 0
            {
                *left -= 1;
                return;
            }
        }
        self.lock().held += 1;
        while self.lock().holds.contains(&(point, at)) {
            // The sender lives as long as `self`.
            let _ = let_go.changed().await;
        }
        self.lock().held -= 1;
    }

    /// What requests met so far, in order.
    pub fn met(&self) -> Vec<(Point, Fault)> {
        self.lock().met.clone()
    }

    pub(super) fn next(&self, point: Point) -> Fault {
        let mut inner = self.lock();
        let fault = inner.plans.get_mut(&point).map_or(Fault::Ok, Plan::next);
        inner.met.push((point, fault));
        fault
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Plan {
    fn next(&mut self) -> Fault {
        if let Some(fault) = self.script.pop_front() {
            return fault;
        }
        let Some(chance) = &self.chance else { return Fault::Ok };
        if chance.random.share() >= chance.share {
            return Fault::Ok;
        }
        let place = chance.random.share() * chance.among.len() as f64;
        chance.among[(place as usize).min(chance.among.len() - 1)]
    }
}

/// What a network's errors look like, and which of its requests are which [`Point`].
pub trait Manners: Send + Sync {
    /// The point a request is about, if it is one where faults are made.
    fn point(&self, method: &Method, path: &str) -> Option<Point>;
    /// The answer to too many requests.
    fn too_many(&self, retry: u64) -> Response;
    /// The answer of a server that is unwell; it repeats what it was given, as careless servers do.
    fn unwell(&self, headers: &HeaderMap) -> Response;
    /// The answer to a token that has run out, which it has from now on.
    fn expired(&self, headers: &HeaderMap) -> Response;
}
