//! What a network can do for a brand, as small traits. A connector offers each as an `Option`;
//! screens and verbs read capabilities and never match on a network's name.

use std::collections::BTreeMap;

use async_trait::async_trait;
use bytes::Bytes;
use jiff::Timestamp;
use platform::outbound::Outbound;
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::inbox::{Blind, InboxBatch, Reread};
use crate::limits::Limits;
use crate::look::Look;
use crate::moderate::{Moderate, Piece};
use crate::outcome::{Found, NetworkError, Outcome};
use crate::prepared::{Content, Prepared, Staged};

/// One network: a folder in `connectors`, one line in its registry.
pub trait Connector: Send + Sync {
    /// What the network is.
    fn network(&self) -> &'static Network;
    /// How a post looks there; `name` is the channel's network, where the connector serves
    /// several.
    fn look(&self, name: &str) -> Look {
        let _ = name;
        match self.network().preview {
            PreviewStyle::Bluesky => Look::PLAIN.layout("bluesky"),
            PreviewStyle::Mastodon => {
                Look::PLAIN.layout("mastodon").with_links(crate::look::LinkLook::SmallCard)
            }
            PreviewStyle::Plain => Look::PLAIN,
        }
    }
    /// Signing in to an account of the network.
    fn connect(&self) -> Option<&dyn Connect> {
        None
    }
    /// Publishing; `None` means assisted: a person posts, and confirms with the link.
    fn publish(&self) -> Option<&dyn Publish> {
        None
    }
    /// Whether posts are published there, for all to see; elsewhere one only answers people.
    fn takes_posts(&self) -> bool {
        self.publish().is_some()
    }
    /// Reading what people say to the account.
    fn inbox(&self) -> Option<&dyn Inbox> {
        None
    }
    /// Being told at once when something comes.
    fn watch(&self) -> Option<&dyn Watch> {
        None
    }
    /// What a network named so takes, where a person publishes on it by hand.
    fn limits_by_hand(&self, network: &str) -> Option<Limits> {
        let _ = network;
        None
    }
    /// Acting on what people say: liking, hiding, deleting.
    fn moderate(&self) -> Option<&dyn Moderate> {
        None
    }
    /// Where a network named so lives, where a person publishes on it by hand.
    fn site_by_hand(&self, network: &str) -> Option<&'static Site> {
        let _ = network;
        None
    }
    /// Reading the figures of what was published.
    fn measure(&self) -> Option<&dyn Measure> {
        None
    }
}

/// Where a network lives on the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Site {
    /// The hosts of its links, without `www.`; whatever ends with one of them is the network's.
    pub hosts: &'static [&'static str],
    /// Where one begins a post; phones open the application from there.
    pub compose: &'static str,
}

/// A network's fixed facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    /// Its one spelling in the database, addresses and words: `bluesky`.
    pub key: &'static str,
    /// Its name as it writes it: `Bluesky`.
    pub name: &'static str,
    /// The icon of the set that stands for it.
    pub icon: &'static str,
    /// How the preview is laid out.
    pub preview: PreviewStyle,
}

/// How a post looks on a network, for the live preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PreviewStyle {
    /// Bluesky's card.
    Bluesky,
    /// Mastodon's card.
    Mastodon,
    /// A plain card with the text and pictures.
    Plain,
}

/// A way of signing in and the answers it asks for; worded on screen by
/// `connect-{network}-{way}` and `connect-{network}-{field}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectWay {
    /// Its key: `app-password`, `oauth`, `token`.
    pub key: &'static str,
    /// What is asked.
    pub fields: &'static [ConnectField],
}

/// One answer that a way of signing in asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectField {
    /// The answer's name.
    pub name: &'static str,
    /// What is typed into it.
    pub kind: FieldKind,
    /// Whether it may be left empty.
    pub required: bool,
    /// What it holds before anything is typed.
    pub initial: &'static str,
}

/// What a field of a connection form takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A line of text.
    Text,
    /// A password or token: never shown again.
    Secret,
    /// The address of a server, with or without `https://`.
    Server,
}

/// The answers typed into a connection form, by field.
pub type Answers = BTreeMap<String, String>;

/// Signing in.
#[async_trait]
pub trait Connect: Send + Sync {
    /// The ways on offer, the one to prefer first.
    fn ways(&self) -> &'static [ConnectWay];
    /// Signs in with what was typed, or says where to send the person. `return_to` is the
    /// address of ours that the network sends the person back to.
    async fn begin(
        &self,
        http: &Outbound,
        way: &str,
        answers: &Answers,
        return_to: &str,
        state: &str,
    ) -> Result<Began, NetworkError>;
    /// Ends a sign-in that went through the network's own pages; `kept` is what
    /// [`Began::GoTo`] asked to keep, `answers` the parameters of the address come back to.
    async fn finish(
        &self,
        http: &Outbound,
        kept: &serde_json::Value,
        answers: &Answers,
        return_to: &str,
    ) -> Result<Connected, NetworkError>;
    /// Reads the account again: whether the credentials still work, its name, its limits.
    async fn test(&self, call: &Call) -> Result<Connected, NetworkError>;
}

/// What beginning a sign-in led to.
#[derive(Debug, Clone)]
pub enum Began {
    /// Signed in.
    Connected(Box<Connected>),
    /// The person must agree on the network's page at `url`; `keep` comes back to `finish`.
    GoTo {
        /// Where the person goes.
        url: String,
        /// What `finish` will need, kept sealed for a few minutes.
        keep: serde_json::Value,
    },
}

/// An account of a network, signed in and read.
#[derive(Clone, Serialize, Deserialize)]
pub struct Connected {
    /// The server's origin: `https://mastodon.social`.
    pub server: String,
    /// The account's lasting id at the network (a DID, a number).
    pub remote_account_id: String,
    /// The handle as people write it, without a leading at sign.
    pub handle: String,
    /// The display name, or the handle.
    pub name: String,
    /// The profile's page.
    pub profile_url: Option<String>,
    /// The profile's picture.
    pub avatar_url: Option<String>,
    /// Followers at this instant, where the network says.
    pub followers: Option<i64>,
    /// What the network takes, read from it where it says, else the connector's table.
    pub limits: Limits,
    /// What later calls need; sealed before it is stored. `Null` leaves the stored ones.
    pub credentials: serde_json::Value,
}

impl std::fmt::Debug for Connected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Connected")
            .field("server", &self.server)
            .field("handle", &self.handle)
            .finish_non_exhaustive()
    }
}

/// Publishing. The fence calls, in order: `prepare` (pure), `stage` (may be repeated), `send`
/// (once for each attempt that is allowed), and `find` when the answer was lost.
#[async_trait]
pub trait Publish: Send + Sync {
    /// Chooses the key that makes a repeated send the same send (a record key, an idempotency
    /// key), from the publication's own id and the instant of preparing; attempt-independent.
    fn send_key(&self, publication: [u8; 16], now: Timestamp) -> String;
    /// Freezes what will be sent as the network's own payload; refuses what it cannot take.
    fn prepare(
        &self,
        content: &Content,
        limits: &Limits,
        now: Timestamp,
    ) -> Result<serde_json::Value, NetworkError>;
    /// Uploads pictures and videos and looks up what the payload needs (mentioned accounts, link
    /// cards). Nothing becomes visible; may run again after a crash.
    async fn stage(&self, call: &Call, prepared: &Prepared) -> Result<Staged, NetworkError>;
    /// The one request that makes it visible. `Err` means certainly not accepted; whatever is
    /// in doubt is `Ok(Outcome::Uncertain)`.
    async fn send(&self, call: &Call, prepared: &Prepared) -> Result<Outcome, NetworkError>;
    /// Whether a prepared publication is already there. `taken` are ids at the network that
    /// already belong to other publications of the channel.
    async fn find(
        &self,
        call: &Call,
        prepared: &Prepared,
        taken: &[String],
    ) -> Result<Found, NetworkError>;
    /// The lasting id of a piece of the account's own, from its public link, where the link tells:
    /// what a person confirmed by its link can then be answered.
    fn locate(&self, url: &str, server: &str, remote_account_id: &str) -> Option<String> {
        let _ = (url, server, remote_account_id);
        None
    }
    /// What may follow when `find` says absent.
    fn repeat(&self) -> Repeat;
    /// Asks about a publication that the network said it was still processing.
    async fn check(
        &self,
        call: &Call,
        prepared: &Prepared,
        handle: &str,
    ) -> Result<Outcome, NetworkError> {
        let _ = (call, prepared, handle);
        Ok(Outcome::Uncertain { detail: "this network does not process afterwards".to_owned() })
    }
}

/// What a network's means allow after a lost answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// The same key gives the same record, always: repeating can't double.
    SameRecord,
    /// Only once reading back, long enough after the request, shows that it is not there.
    AfterReadingBack,
}

/// Reading what people say to the account.
#[async_trait]
pub trait Inbox: Send + Sync {
    /// What came since `cursor` (`None`: the beginning, at most a few hundred items back).
    /// The cursor returned is stored in the transaction that stores the items.
    async fn poll(&self, call: &Call, cursor: Option<&str>) -> Result<InboxBatch, NetworkError>;
    /// Reads again what the network still gives since an instant, whatever polls have read: from
    /// the newest backwards, part by part, `at` being where the part before stopped.
    async fn reread(
        &self,
        call: &Call,
        since: Timestamp,
        at: Option<&str>,
    ) -> Result<Reread, NetworkError> {
        let _ = (call, since, at);
        Err(NetworkError::Unsupported { what: "reread".to_owned() })
    }
    /// A file joined to a letter, by its number among [`crate::Letter::files`].
    async fn file(&self, call: &Call, of: &Piece, number: usize) -> Result<Bytes, NetworkError> {
        let _ = (call, of, number);
        Err(NetworkError::Unsupported { what: "files".to_owned() })
    }
    /// What reading again does not bring back.
    fn blind(&self) -> &'static [Blind] {
        &[Blind::Removed]
    }
}

/// Being told at once when something comes, by a line kept open.
#[async_trait]
pub trait Watch: Send + Sync {
    /// Keeps a line open and calls `news` whenever something may have come, and once when the
    /// line is first open. Ends only by an error: the line is lost, or can't be had.
    async fn watch(&self, call: &Call, news: &(dyn Fn() + Send + Sync)) -> NetworkError;
}

/// Reading figures.
#[async_trait]
pub trait Measure: Send + Sync {
    /// The present figures of these pieces; one that the network no longer has is left out.
    async fn figures(
        &self,
        call: &Call,
        remote_ids: &[String],
    ) -> Result<Vec<RemoteFigures>, NetworkError>;
    /// Which figures this network gives at all; screens say "not known" for the others.
    fn gives(&self) -> &'static [&'static str];
}

/// The figures of one piece at the network; `None` is "not known", never nought.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoteFigures {
    /// The piece.
    pub remote_id: String,
    /// Likes and their kin.
    pub reactions: Option<i64>,
    /// Replies.
    pub comments: Option<i64>,
    /// Reposts, quotes included.
    pub shares: Option<i64>,
    /// Clicks.
    pub clicks: Option<i64>,
    /// Saves, bookmarks.
    pub saves: Option<i64>,
    /// People reached.
    pub reach: Option<i64>,
    /// Times shown.
    pub impressions: Option<i64>,
}
