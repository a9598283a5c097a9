//! A post: one idea, with a variant for each channel.

mod check;
mod edit;
mod extras;
mod facts;
mod parts;
mod schedule;
mod store;

use database::{Tx, text_enum};
use jiff::Timestamp;
use platform::Brand;
use platform::Teammate;
use platform::media::Media;
use platform::{Actor, NotAllowed, Right};
use primitives::Id;

use channels::Channel;

use strategy::{Format, Topic};

use crate::campaign::Campaign;
use crate::local_time::LocalSchedule;

pub use channels::Poll;
pub use check::{Problem, VariantCheck};
pub use edit::{Edit, EditError, NewPost, PostMediaEdit, VariantEdit};
pub use extras::{Extras, VariantExtras};
pub use parts::Part;
pub use schedule::ScheduleError;
pub use store::{ListFilter, OnChannel, PostRow};

/// The longest text a post may have, in bytes: the longest that any network takes, and more.
pub const LONGEST_TEXT: usize = 100_000;
/// The most pictures a post may have; networks take fewer.
pub const MOST_MEDIA: usize = 20;

/// One idea on its way to one or several channels.
#[derive(Debug, Clone)]
pub struct Post {
    /// Its id.
    pub id: Id<Post>,
    /// The brand it speaks for.
    pub brand: Id<Brand>,
    /// The common text, which variants follow until they have their own.
    pub text: String,
    /// A link to show as a card.
    pub link: Option<String>,
    /// Its pictures, in order.
    pub media: Vec<PostMedia>,
    /// Its variants, in the order of their channels.
    pub variants: Vec<Variant>,
    /// Where it stands.
    pub state: PostState,
    /// Who wrote it; nobody when a feed brought it.
    pub author: Option<Id<Teammate>>,
    /// Counts changes, so that two people can't overwrite each other unseen.
    pub version: i64,
    /// Where it comes from.
    pub source: PostSource,
    /// What it speaks about, by the charter.
    pub topic: Option<Id<Topic>>,
    /// What it belongs to.
    pub campaign: Option<Id<Campaign>>,
    /// The language it is written in, `fr`; `None` is the brand's.
    pub language: Option<String>,
    /// The kind of piece it is.
    pub format: Format,
    /// The time that a draft is meant for; nothing leaves for it.
    pub wanted: Option<LocalSchedule>,
    /// Thread, first comment, poll, labels.
    pub extras: Extras,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// Where a post stands; what became of each variant is its publication's state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostState {
    /// Being written.
    Draft,
    /// Given to the send fence for this time.
    Scheduled(LocalSchedule),
}

text_enum! {
    /// Where a post comes from.
    pub enum PostSource {
        /// A teammate wrote it.
        Written => "written",
        /// A feed brought it.
        Feed => "feed",
        /// A file brought it.
        Import => "import",
        /// A program made it, through the interface.
        Api => "api",
        /// It came back by itself.
        Recurring => "recurring",
        /// The demonstration brand.
        Demo => "demo",
    }
}

/// The text of a post for one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Its id.
    pub id: Id<Variant>,
    /// The channel.
    pub channel: Id<Channel>,
    /// Its own text; `None` follows the common text.
    pub text: Option<String>,
    /// What else it says otherwise than its post.
    pub extras: VariantExtras,
}

/// A picture of a post.
#[derive(Debug, Clone)]
pub struct PostMedia {
    /// The picture.
    pub media: Media,
    /// What it shows, in this post.
    pub alt_text: String,
}

/// Why a post could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// There is no such post in the actor's brand.
    #[error("there is no such post in this brand")]
    NotFound,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// A publication of it refused the change.
    #[error(transparent)]
    Publication(#[from] channels::publication::ChangeError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl From<crate::tracking::TrackingError> for PostError {
    fn from(error: crate::tracking::TrackingError) -> Self {
        use crate::tracking::TrackingError as T;
        match error {
            T::NotAllowed(error) => PostError::NotAllowed(error),
            T::Database(error) => PostError::Database(error),
            // Only saving refuses what was typed.
            T::Value | T::Domain => PostError::NotFound,
        }
    }
}

impl From<channels::publication::LoadError> for PostError {
    fn from(error: channels::publication::LoadError) -> Self {
        use channels::publication::LoadError as L;
        match error {
            L::NotFound => PostError::NotFound,
            L::NotAllowed(error) => PostError::NotAllowed(error),
            L::Database(error) => PostError::Database(error),
        }
    }
}

impl Post {
    /// The post, if the actor's brand has it and it was not deleted.
    pub async fn load(id: Id<Post>, actor: &Actor, tx: &mut Tx) -> Result<Post, PostError> {
        store::load(actor.brand(), id, tx).await?.ok_or(PostError::NotFound)
    }

    /// A page of the brand's posts, the last changed first.
    pub async fn list(
        filter: &ListFilter,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<PostRow>, PostError> {
        actor.must(Right::Read)?;
        Ok(store::list(actor.brand(), filter, tx).await?)
    }

    /// The posts of the brand whose id begins so, at most a few: what people type of an id.
    pub async fn beginning_with(
        prefix: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Id<Post>>, PostError> {
        actor.must(Right::Read)?;
        let digits: String = prefix.trim().chars().filter(|c| *c != '-').collect();
        let hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !hex || !(4..=32).contains(&digits.len()) {
            return Ok(Vec::new());
        }
        let (Ok(first), Ok(last)) = (bound_of(&digits, '0'), bound_of(&digits, 'f')) else {
            return Ok(Vec::new());
        };
        Ok(store::between(actor.brand(), first, last, tx).await?)
    }

    /// The text that a variant shows: its own, or the common one.
    pub fn text_of<'a>(&'a self, variant: &'a Variant) -> &'a str {
        variant.text.as_deref().unwrap_or(&self.text)
    }

    /// The variant for a channel.
    pub fn variant_for(&self, channel: Id<Channel>) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.channel == channel)
    }
}

/// The first or the last id that begins with these digits.
fn bound_of(digits: &str, fill: char) -> Result<Id<Post>, primitives::InvalidId> {
    let mut whole = digits.to_owned();
    whole.extend(std::iter::repeat_n(fill, 32 - digits.len()));
    whole.parse()
}
