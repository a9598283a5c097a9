//! The send fence: one publication is one content that is to appear once on one channel.
//!
//! ```text
//! planned ──▶ prepared ──▶ sending ──▶ published
//!    │  ▲        │  ▲          ├─────▶ processing ──▶ published | failed
//!    ▼  │        │  └──────────┤ (certainly not accepted: tried again later)
//!   held ◀───────┘             └─────▶ uncertain ──▶ published | prepared | needs a person
//! ```
//! What follows a post on its channel (a thread, a first comment) is a chain of publications:
//! each is planned with the first, and prepared once the one before it is published, which it
//! then answers. Each passes the same fence, so each appears once, and in order.
//!
//! What was in doubt is never simply sent again: `uncertain` is settled by the network's own
//! means, and only when those can't tell does a person decide.

mod chain;
mod decide;
mod deliver;
mod late;
mod past;
mod plan;
mod reconcile;
mod restart;
mod settle;
mod store;
mod timeline;

use std::fmt;

use database::{Tx, text_enum};
use jiff::Timestamp;
use platform::Brand;
use platform::Teammate;
use platform::{Actor, NotAllowed};
use primitives::Id;

use crate::channel::Channel;
use crate::outcome::{Rejection, Remote};
use crate::prepared::Content;

pub use chain::{PartKind, Place};
pub use decide::{DecideError, PersonSays};
pub use deliver::{Deliver, Next, deliver};
pub use late::{alert_late, requeue_forgotten};
pub use past::PastError;
pub use plan::{ChangeError, NewPublication, cancel_planned_of};
pub use restart::previous_instance_died;
pub(crate) use settle::retry_after_reconnection;
pub use store::list::{Filter, StateCount};
pub use timeline::{Step, StepKind};

/// Stands for a post in an id: the noun lives above, in `publishing`.
#[derive(Debug)]
pub enum PostRef {}
/// Stands for a variant in an id: the noun lives above, in `publishing`.
#[derive(Debug)]
pub enum VariantRef {}
/// Stands for a conversation in an id: the noun lives above, in `conversations`.
#[derive(Debug)]
pub enum ConversationRef {}

/// One content on its way to one channel.
#[derive(Debug, Clone)]
pub struct Publication {
    /// Its id; at networks that honour idempotency keys, the key.
    pub id: Id<Publication>,
    /// The brand it speaks for.
    pub brand: Id<Brand>,
    /// Where it goes.
    pub channel: Id<Channel>,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it stands among what appears together.
    pub place: Place,
    /// When it is to appear.
    pub due_at: Timestamp,
    /// What is to appear; frozen once prepared.
    pub content: Content,
    /// Where it stands, with what that state carries.
    pub state: PublicationState,
    /// How many sends were begun.
    pub attempts: i64,
    /// Who asked for it; nobody when Parvis did.
    pub created_by: Option<Id<Teammate>>,
    /// When it was planned.
    pub created_at: Timestamp,
    /// When its state last changed.
    pub updated_at: Timestamp,
    /// When the alert that it was late was raised.
    pub late_alerted_at: Option<Timestamp>,
}

/// What a publication is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A variant of a post.
    Post {
        /// The post.
        post: Id<PostRef>,
        /// Its variant for the channel.
        variant: Id<VariantRef>,
    },
    /// An answer in a conversation.
    Reply {
        /// The conversation.
        conversation: Id<ConversationRef>,
    },
}

/// Where a publication stands.
#[derive(Debug, Clone, PartialEq)]
pub enum PublicationState {
    /// Waiting for its time; its content may still change.
    Planned,
    /// Frozen: payload, fingerprint and key are chosen. Certainly not there.
    Prepared {
        /// What is frozen.
        frozen: Frozen,
        /// When the next send may begin.
        next_at: Timestamp,
    },
    /// The request is leaving, or has left.
    Sending {
        /// What is frozen.
        frozen: Frozen,
        /// When this send began.
        since: Timestamp,
        /// After this, the sender is taken for dead and the publication is uncertain.
        lease_until: Timestamp,
    },
    /// The network took it and is working on it.
    Processing {
        /// What is frozen.
        frozen: Frozen,
        /// What to ask about.
        handle: String,
        /// When to ask.
        check_after: Timestamp,
    },
    /// It is there.
    Published {
        /// The piece at the network; assisted ones may have no id but their link.
        remote: Remote,
        /// When.
        at: Timestamp,
    },
    /// It may be there: the answer was lost.
    Uncertain {
        /// What is frozen.
        frozen: Frozen,
        /// When the send began.
        since: Timestamp,
        /// When to look next.
        next_at: Timestamp,
        /// How many times it was looked for.
        checks: i64,
        /// What was seen.
        detail: String,
    },
    /// It is not there and Parvis will not try again by itself.
    Failed {
        /// Why.
        reason: Failure,
        /// The network's own words.
        detail: String,
    },
    /// Kept back by a pause or a person; nothing moves until a person releases it.
    Held {
        /// Why.
        reason: HeldBy,
    },
    /// Given up by a person before it appeared.
    Cancelled,
    /// A person must act.
    NeedsPerson {
        /// What they must do.
        why: NeedsPerson,
        /// What is known.
        detail: String,
        /// What was frozen, so that a person's "send it" is the same send; none for assisted.
        frozen: Option<Frozen>,
    },
}

/// What is fixed when a publication is prepared, the same at every attempt.
#[derive(Clone, PartialEq)]
pub struct Frozen {
    /// The network's own payload.
    pub payload: serde_json::Value,
    /// The hash of what people will see, by which it is recognised when read back.
    pub fingerprint: String,
    /// The record key or idempotency key.
    pub send_key: String,
    /// When it was frozen.
    pub at: Timestamp,
}

impl fmt::Debug for Frozen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Frozen({}, {})", self.send_key, self.at)
    }
}

/// Why a publication failed, worded on screen by `failure-{key}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The network refused it.
    Rejected(Rejection),
    /// The network refuses the channel's credentials; connecting again retries it.
    Reauthorize,
    /// Passing trouble lasted longer than the fence's patience.
    GaveUp,
    /// The network can't do this.
    Unsupported,
    /// The channel was removed.
    ChannelGone,
}

text_enum! {
    /// What keeps a publication back.
    pub enum HeldBy {
        /// The brand was paused when it came due.
        BrandPause => "brand_pause",
        /// The channel was paused when it came due.
        ChannelPause => "channel_pause",
        /// A person.
        Person => "person",
        /// A guard rail that stops, when it came due.
        Guard => "guard",
        /// What was approved changed, or approval is missing.
        Approval => "approval",
    }
}

text_enum! {
    /// What a person must do.
    pub enum NeedsPerson {
        /// Publish by hand, then confirm with the link.
        Assisted => "assisted",
        /// Look whether it is there: the network's means can't tell.
        CannotTell => "cannot_tell",
    }
}

text_enum! {
    /// A state by name alone: what filters, counts and pills use.
    pub enum StateName {
        /// See [`PublicationState::Planned`].
        Planned => "planned",
        /// See [`PublicationState::Prepared`].
        Prepared => "prepared",
        /// See [`PublicationState::Sending`].
        Sending => "sending",
        /// See [`PublicationState::Processing`].
        Processing => "processing",
        /// See [`PublicationState::Published`].
        Published => "published",
        /// See [`PublicationState::Uncertain`].
        Uncertain => "uncertain",
        /// See [`PublicationState::Failed`].
        Failed => "failed",
        /// See [`PublicationState::Held`].
        Held => "held",
        /// See [`PublicationState::Cancelled`].
        Cancelled => "cancelled",
        /// See [`PublicationState::NeedsPerson`].
        NeedsPerson => "needs_person",
    }
}

impl PublicationState {
    /// The state's name.
    pub fn name(&self) -> StateName {
        match self {
            Self::Planned => StateName::Planned,
            Self::Prepared { .. } => StateName::Prepared,
            Self::Sending { .. } => StateName::Sending,
            Self::Processing { .. } => StateName::Processing,
            Self::Published { .. } => StateName::Published,
            Self::Uncertain { .. } => StateName::Uncertain,
            Self::Failed { .. } => StateName::Failed,
            Self::Held { .. } => StateName::Held,
            Self::Cancelled => StateName::Cancelled,
            Self::NeedsPerson { .. } => StateName::NeedsPerson,
        }
    }

    /// Whether its content and time may still change: nothing of it has ever left.
    pub fn may_change(&self) -> bool {
        matches!(self, Self::Planned | Self::Held { .. } | Self::Failed { .. })
            || matches!(self, Self::NeedsPerson { why: NeedsPerson::Assisted, .. })
    }
}

impl Failure {
    /// Its spelling in the database, and the key it is worded by.
    pub fn key(self) -> String {
        match self {
            Failure::Rejected(rejection) => format!("rejected_{}", rejection.key()),
            Failure::Reauthorize => "reauthorize".to_owned(),
            Failure::GaveUp => "gave_up".to_owned(),
            Failure::Unsupported => "unsupported".to_owned(),
            Failure::ChannelGone => "channel_gone".to_owned(),
        }
    }

    pub(crate) fn from_key(key: &str) -> Failure {
        match key {
            "reauthorize" => Failure::Reauthorize,
            "gave_up" => Failure::GaveUp,
            "unsupported" => Failure::Unsupported,
            "channel_gone" => Failure::ChannelGone,
            other => {
                let name = other.strip_prefix("rejected_").unwrap_or("other").to_owned();
                let rejection = serde_json::from_value(serde_json::Value::String(name));
                Failure::Rejected(rejection.unwrap_or(Rejection::Other))
            }
        }
    }

    /// Whether "try again" can help without changing anything first.
    pub fn may_be_retried(self) -> bool {
        matches!(self, Failure::Reauthorize | Failure::GaveUp)
    }
}

/// Why a publication could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// There is no such publication in the actor's brand.
    #[error("there is no such publication in this brand")]
    NotFound,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Publication {
    /// The publication, if the actor's brand has it.
    pub async fn load(
        id: Id<Publication>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Publication, LoadError> {
        let found = store::load(id, tx).await?;
        found.filter(|p| p.brand == actor.brand()).ok_or(LoadError::NotFound)
    }

    /// The brand's publications that a filter lets through, by due time.
    pub async fn list(
        filter: &Filter,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Publication>, LoadError> {
        Ok(store::list::list(actor.brand(), filter, tx).await?)
    }

    /// How many of the brand's publications stand in each state, due in `[from, to)`.
    pub async fn count_by_state(
        from: Timestamp,
        to: Timestamp,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<StateCount>, LoadError> {
        Ok(store::list::count_by_state(actor.brand(), from, to, tx).await?)
    }

    /// A post's publications, cancelled ones included, oldest first.
    pub async fn of_post(
        post: Id<PostRef>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Publication>, LoadError> {
        Ok(store::of_post(actor.brand(), post, tx).await?)
    }

    /// The publication that put this piece on the channel, if Parvis did.
    pub async fn of_remote(
        channel: Id<Channel>,
        remote_id: &str,
        tx: &mut Tx,
    ) -> Result<Option<Publication>, database::Error> {
        store::of_remote(channel, remote_id, tx).await
    }

    /// Notes what a room above did about it, on its timeline and, under `verb`, in the brand's
    /// stream: it stands where it stood.
    pub async fn note(
        &self,
        kind: StepKind,
        verb: &'static str,
        data: serde_json::Value,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), database::Error> {
        timeline::note(self.id, kind, actor, data.clone(), tx).await?;
        let subject = platform::Subject::new("publication", self.id);
        platform::activity::record(tx, actor, verb, subject, data).await?;
        Ok(())
    }

    /// The publication as it is now, locked until the transaction ends, if the actor's brand has
    /// it.
    pub async fn load_locked(
        id: Id<Publication>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Publication, LoadError> {
        let found = store::load_locked(id, tx).await?;
        found.filter(|p| p.brand == actor.brand()).ok_or(LoadError::NotFound)
    }

    /// What happened to it, oldest first.
    pub async fn timeline(&self, tx: &mut Tx) -> Result<Vec<Step>, database::Error> {
        timeline::steps(self.id, tx).await
    }
}
