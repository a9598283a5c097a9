//! The media library as the desk sees it: what is in it, narrowed and searched, where each medium
//! is used, and when one may leave.
//!
//! Media belong to `platform`, which can't know of posts; whatever asks both is here.

mod store;

use channels::publication::StateName;
use database::{Database, Error, Tx};
use jiff::Timestamp;
use platform::media::{BIN_KEEPS, Folder, ForgetPictures, KeepError, Media, MediaKind};
use platform::{Actor, Brand, NotAllowed, Right};
use primitives::Id;
use primitives::text::fold;

use crate::Post;

/// How many words of a search are looked at.
const MOST_WORDS: usize = 4;

/// What of the library is wanted; all of it when nothing is said.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Words that its name, its alternative text or its tags hold, all of them.
    pub words: String,
    /// Only of this kind.
    pub kind: Option<MediaKind>,
    /// Only in this folder and those in it.
    pub folder: Option<Id<Folder>>,
    /// Only outside any folder.
    pub loose: bool,
    /// Only with this tag.
    pub tag: Option<String>,
    /// Only what no post uses.
    pub unused: bool,
    /// Only what has no alternative text.
    pub without_alt: bool,
    /// What is in the bin, instead.
    pub in_bin: bool,
    /// Older than this one, for pages.
    pub before: Option<Id<Media>>,
    /// At most this many.
    pub most: usize,
}

/// A medium with how many posts use it.
#[derive(Debug, Clone)]
pub struct Held {
    /// The medium.
    pub media: Media,
    /// How many posts use it.
    pub uses: i64,
}

/// A post that uses a medium.
#[derive(Debug, Clone)]
pub struct Use {
    /// The post.
    pub post: Id<Post>,
    /// Its words.
    pub text: String,
    /// What the medium shows, as this post says it.
    pub alt_text: String,
    /// When it leaves or left; none for a draft.
    pub due_at: Option<Timestamp>,
    /// Where its publications stand.
    pub states: Vec<StateName>,
}

/// Why media do not leave the library.
#[derive(Debug, thiserror::Error)]
pub enum RemoveError {
    /// Posts are still to leave with this one.
    #[error("a planned post uses it")]
    Planned {
        /// The medium.
        media: Box<Media>,
        /// How many posts.
        posts: usize,
    },
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// It could not be written.
    #[error(transparent)]
    Keep(#[from] KeepError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Use {
    /// Whether something of it is still to leave, or leaving.
    pub fn is_planned(&self) -> bool {
        use StateName::{Held, Planned, Prepared, Processing, Sending, Uncertain};
        let waits = [Planned, Prepared, Held, Sending, Processing, Uncertain];
        self.states.iter().any(|state| waits.contains(state))
    }
}

/// What of the library is wanted, newest first.
///
/// # Errors
/// What the database met.
pub async fn list(wanted: &Wanted, actor: &Actor, tx: &mut Tx) -> Result<Vec<Held>, Error> {
    store::list(actor.brand(), wanted, tx).await
}

/// The posts that use a medium, those to come first.
///
/// # Errors
/// What the database met.
pub async fn uses(media: Id<Media>, actor: &Actor, tx: &mut Tx) -> Result<Vec<Use>, Error> {
    store::uses(actor.brand(), media, tx).await
}

/// Puts media in the bin, all or none. What drafts and past posts show stays there for them.
/// Needs [`Right::Draft`].
///
/// # Errors
/// [`RemoveError::Planned`] for the first that a post still to leave uses.
pub async fn remove(
    ids: &[Id<Media>],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Media>, RemoveError> {
    actor.must(Right::Draft)?;
    let found = Media::find_all(ids, actor, tx).await?;
    for media in &found {
        let uses = store::uses(actor.brand(), media.id, tx).await?;
        let posts = uses.iter().filter(|used| used.is_planned()).count();
        if posts > 0 {
            return Err(RemoveError::Planned { media: Box::new(media.clone()), posts });
        }
    }
    let mut removed = Vec::new();
    for media in found.into_iter().filter(|media| media.removed_at.is_none()) {
        removed.push(media.put_in_bin(actor, tx).await?);
    }
    Ok(removed)
}

/// Takes media back from the bin. Needs [`Right::Draft`].
///
/// # Errors
/// [`RemoveError`].
pub async fn restore(
    ids: &[Id<Media>],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Media>, RemoveError> {
    actor.must(Right::Draft)?;
    let mut back = Vec::new();
    for media in Media::find_all(ids, actor, tx).await? {
        if media.removed_at.is_some() {
            back.push(media.take_back(actor, tx).await?);
        }
    }
    Ok(back)
}

/// Forgets for good what has been in a brand's bin for thirty days, and that no post, no
/// publication and no crop speaks of; how many. Their bytes leave by a job, if nobody else has
/// them. May be repeated.
///
/// # Errors
/// What the database met.
pub async fn empty_bin(brand: Id<Brand>, database: &Database) -> Result<usize, Error> {
    let mut tx = database.begin().await?;
    let long_ago = tx.now().saturating_sub(BIN_KEEPS).unwrap_or(Timestamp::UNIX_EPOCH);
    let forgotten = store::forgettable(brand, long_ago, &mut tx).await?;
    let actor = Actor::system(brand);
    let mut hashes = Vec::new();
    for media in &forgotten {
        media.forget(&actor, &mut tx).await?;
        hashes.push(media.hash.clone());
        hashes.extend(media.poster.clone());
    }
    if !hashes.is_empty() {
        jobs::enqueue(&mut tx, &ForgetPictures { hashes }, jobs::Enqueue::now()).await?;
    }
    tx.commit().await?;
    Ok(forgotten.len())
}

/// A search, word by word, as patterns; `%` where there is no such word.
fn patterns(words: &str) -> [String; MOST_WORDS] {
    let folded = fold(words);
    let mut words = folded.split_whitespace();
    std::array::from_fn(|_| words.next().map_or_else(|| "%".to_owned(), around))
}

/// The pattern of a text that holds this one.
fn around(text: &str) -> String {
    let mut pattern = String::from("%");
    for letter in text.chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

/// The pattern of a medium that has this tag.
fn tagged(tag: Option<&str>) -> String {
    match tag {
        Some(tag) => {
            around(&format!("\n#{}\n", fold(tag).split_whitespace().collect::<Vec<_>>().join(" ")))
        }
        None => "%".to_owned(),
    }
}
