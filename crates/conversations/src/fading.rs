//! Posts and conversations that lose pace against their usual: noticed, proposed for a relaunch,
//! and what came of it.
//!
//! **A post fades** when, from its second day to its third week, what came under it in its last
//! two days (comments, shares, likes) is at most a third of what the brand's own posts of that
//! channel got at that very age, taken in the middle (the median over the last 180 days). It needs
//! [`MANY_POSTS`] such posts, a usual of [`LIVELY`] at least, and as many things that came under it
//! in all: what never lived can't fade.
//!
//! **A conversation fades** when we spoke last, nobody waits, the person had written at least
//! [`TALKS`] times, and they have been silent for three times as long as three in four take to come
//! back to us on that channel (two days at least, three weeks at most). It needs [`MANY_RETURNS`]
//! comings-back in the last 90 days.
//!
//! With less than that, the usual is not known, and nothing is said.
//!
//! **What came of it**: what came in the seven days after a relaunch, against the same for those
//! that were noticed and not relaunched. An effect is only said to be shown with [`ENOUGH`] of
//! each and a rank test (Mann-Whitney, one-sided, 5 %).

mod effect;
mod judge;
mod look;
mod propose;
mod store;

use channels::{Channel, Publication};
use database::{Error, Tx, text_enum};
use jiff::{SignedDuration, Timestamp};
use jobs::Job;
use platform::{Brand, NotAllowed};
use primitives::Id;
use serde::{Deserialize, Serialize};

use crate::conversation::Conversation;

pub use effect::{ENOUGH, Effect, Verdict, effect, verdict};
pub use judge::{LIVELY, MANY_POSTS, MANY_RETURNS, Pace, Piece, Silence, TALKS, pace, silence};
pub use look::{look, look_due, measure_due};
pub use propose::TookPart;

/// How long after a decision what came is counted.
pub const AFTER: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Something that fades.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fading {
    /// Which one.
    pub id: Id<Fading>,
    /// Whose.
    pub brand: Id<Brand>,
    /// Where.
    pub channel: Id<Channel>,
    /// The post, for one.
    pub publication: Option<Id<Publication>>,
    /// The conversation, for one.
    pub conversation: Option<Id<Conversation>>,
    /// Since when it is known.
    pub noticed_at: Timestamp,
    /// What came in two days; hours of silence for a conversation.
    pub recent: i64,
    /// What is usual.
    pub usual: i64,
    /// Over how many that is known.
    pub compared: i64,
    /// What came in all.
    pub total: i64,
    /// Where it stands.
    pub state: FadingState,
    /// How it was relaunched.
    pub way: Option<Way>,
    /// Why it was set aside.
    pub reason: String,
    /// When that was decided.
    pub decided_at: Option<Timestamp>,
    /// When what came was counted.
    pub measured_at: Option<Timestamp>,
    /// What came in the seven days after; none when nothing was sent, or until it is known.
    pub came: Option<i64>,
    /// Its words, on one line.
    pub words: String,
    /// Whom a conversation is with.
    pub person: String,
}

text_enum! {
    /// Where it stands.
    pub enum FadingState {
        /// A relaunch is proposed.
        Proposed => "proposed",
        /// It was relaunched.
        Relaunched => "relaunched",
        /// It was set aside.
        Dismissed => "dismissed",
        /// Nobody did anything in time, or it took up again by itself.
        Passed => "passed",
    }
}

text_enum! {
    /// How something is relaunched.
    pub enum Way {
        /// By an open question.
        Question => "question",
        /// By a poll, or a choice in words where the network has none.
        Poll => "poll",
        /// By speaking to someone who took part.
        Mention => "mention",
    }
}

/// Why something was not relaunched or set aside.
#[derive(Debug, thiserror::Error)]
pub enum FadingError {
    /// There is no such thing in the actor's brand.
    #[error("there is no such thing in this brand")]
    NotFound,
    /// It was decided already.
    #[error("it was decided already")]
    Decided,
    /// The reason is too long.
    #[error("the reason is too long")]
    TooLong,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// What is known of the usual of a brand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// When it was last looked at.
    pub looked_at: Option<Timestamp>,
    /// Over how many posts.
    pub posts: i64,
    /// Over how many comings-back.
    pub returns: i64,
}

/// Looks for what fades in a brand.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LookForFading {
    /// Whose.
    pub brand: Id<Brand>,
}

impl Job for LookForFading {
    const KIND: &'static str = "look_for_fading";
}

/// What is known of the usual of the actor's brand.
///
/// # Errors
/// [`FadingError`].
pub async fn known(actor: &platform::Actor, tx: &mut Tx) -> Result<Known, FadingError> {
    actor.must(platform::Right::Read)?;
    Ok(store::look::known(actor.brand(), tx).await?)
}
