//! Guard rails: what is looked at before a post leaves, with how strongly each check speaks.
//!
//! [`look`] loads the facts of a brand ([`Desk`]), then pure checks read the post against them,
//! so that a text half typed is answered in a few milliseconds. The same checks run while one
//! writes, when one schedules, and when the fence is about to freeze the publication
//! ([`GuardLook`]).
//!
//! To add a check: its name in [`Guard`], its facts in [`Fact`], a function in `checks/`, its
//! words in `web`'s `checks.ftl`, and labelled texts in `tests/quality`.

mod acceptance;
mod checks;
mod desk;
mod fact;
mod last;
mod lexicon;
pub mod links;
mod piece;
mod settings;
mod store;

use database::{Tx, text_enum};
use jiff::Timestamp;
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use serde::{Deserialize, Serialize};

use channels::Channel;
use strategy::CharterError;

use crate::post::Post;

pub use acceptance::{AcceptError, release};
pub use checks::check;
pub use desk::{Desk, Recent};
pub use fact::{Fact, LinkTrouble};
pub use last::{GuardLook, Hold};
pub use settings::{GuardSetting, GuardSettings};

text_enum! {
    /// A check, worded on screen by `checks-{guard}`.
    pub enum Guard {
        /// The same text, or nearly, on several networks.
        Twin => "twin",
        /// The same text, or nearly, as a recent post of the channel.
        Repeated => "repeated",
        /// None of the charter's topics.
        OffTopic => "off_topic",
        /// A word that the charter avoids.
        Avoided => "avoided",
        /// A word to which the charter prefers another.
        Preferred => "preferred",
        /// Vocabulary that the law watches.
        Regulated => "regulated",
        /// More than the channel's cadence, or too close to another post.
        Flooding => "flooding",
        /// A picture without a text for those who do not see it.
        AltText => "alt_text",
        /// A link that leads nowhere.
        DeadLink => "dead_link",
        /// A link to one's own site that can't be followed.
        Untracked => "untracked",
        /// A channel that is a person's own profile.
        PersonalProfile => "personal_profile",
        /// A text about one's private life.
        PersonalContent => "personal_content",
        /// What reads like a commercial collaboration that is not declared.
        Collaboration => "collaboration",
        /// A declared collaboration without its mention.
        CollaborationMention => "collaboration_mention",
        /// A picture declared as retouched without its mention.
        Retouched => "retouched",
        /// Another language than the channel's.
        WrongLanguage => "wrong_language",
        /// Words about a feature that the channel does not have.
        Unsupported => "unsupported",
        /// An invitation to write privately where one must follow first.
        PrivateMessage => "private_message",
        /// The brand or the channel is paused.
        Paused => "paused",
    }
}

text_enum! {
    /// How strongly a check speaks.
    pub enum Level {
        /// Nothing leaves until it is put right.
        Stops => "stops",
        /// A person says that they know.
        Asks => "asks",
        /// Only said.
        Informs => "informs",
    }
}

impl Guard {
    /// How strongly it speaks where the brand did not decide.
    pub const fn usual_level(self) -> Level {
        match self {
            // What the law asks for and the author has declared.
            Guard::CollaborationMention | Guard::Retouched => Level::Stops,
            Guard::Repeated
            | Guard::Avoided
            | Guard::Regulated
            | Guard::Flooding
            | Guard::DeadLink
            | Guard::PersonalContent
            | Guard::Collaboration
            | Guard::WrongLanguage => Level::Asks,
            Guard::Twin
            | Guard::OffTopic
            | Guard::Preferred
            | Guard::AltText
            | Guard::Untracked
            | Guard::PersonalProfile
            | Guard::Unsupported
            | Guard::PrivateMessage
            | Guard::Paused => Level::Informs,
        }
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The check.
    #[serde(with = "fact::as_text")]
    pub guard: Guard,
    /// How strongly it speaks in this brand.
    #[serde(with = "fact::as_text")]
    pub level: Level,
    /// The channel it concerns; none when every channel of the post.
    pub channel: Option<Id<Channel>>,
    /// What was seen.
    pub fact: Fact,
    /// Whether someone said that they know, for this text.
    pub accepted: bool,
}

impl Finding {
    /// Whether it keeps the post from being scheduled: it stops or asks, and nobody
    /// answered for it.
    pub fn is_open(&self) -> bool {
        match self.level {
            Level::Stops | Level::Asks => !self.accepted,
            Level::Informs => false,
        }
    }
}

/// Why guard rails could not be read or set.
#[derive(Debug, thiserror::Error)]
pub enum GuardError {
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The charter could not be read.
    #[error(transparent)]
    Charter(#[from] CharterError),
    /// A channel could not be read.
    #[error(transparent)]
    Channel(#[from] channels::ChannelError),
    /// What is added to links could not be read.
    #[error(transparent)]
    Tracking(#[from] crate::tracking::TrackingError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl From<GuardError> for database::Error {
    fn from(error: GuardError) -> Self {
        match error {
            GuardError::Database(error) | GuardError::Charter(CharterError::Database(error)) => {
                error
            }
            other => database::Error::other(other.to_string()),
        }
    }
}

/// What every check finds in a post that would appear then; those that stop first, then those
/// that ask. A post that is not stored (a draft half typed) may be looked at too.
pub async fn look(
    post: &Post,
    at: Option<Timestamp>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Finding>, GuardError> {
    actor.must(Right::Read)?;
    let desk = Desk::load(post, at, actor, tx).await?;
    Ok(check(post, &desk))
}
