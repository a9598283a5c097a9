//! How a medium is kept: its name, its folder, its tags; the bin, and the way back from it.

use database::{Error, Tx};
use jiff::SignedDuration;
use primitives::Id;
use primitives::text::fold;
use serde_json::json;

use super::{Folder, LONGEST_ALT_TEXT, LONGEST_NAME, Media, clean_name, store};
use crate::{Actor, NotAllowed, Right, Subject, activity};

/// How many tags a medium has at most.
pub const MOST_TAGS: usize = 30;
/// The longest tag, in characters.
pub const LONGEST_TAG: usize = 40;
/// How long the bin keeps what nothing uses.
pub const BIN_KEEPS: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How a medium is to be kept; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// Its name.
    pub name: Option<String>,
    /// What it shows.
    pub alt_text: Option<String>,
    /// Where; `Some(None)` is outside any folder.
    pub folder: Option<Option<Id<Folder>>>,
    /// Its tags, all of them.
    pub tags: Option<Vec<String>>,
}

/// Why a medium is not kept so.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// It has no name, or one that is too long.
    #[error("a name has between 1 and {LONGEST_NAME} characters")]
    Name,
    /// Its alternative text has more than [`LONGEST_ALT_TEXT`] characters.
    #[error("longer than {LONGEST_ALT_TEXT} characters")]
    AltText,
    /// A tag is longer than [`LONGEST_TAG`].
    #[error("a tag has at most {LONGEST_TAG} characters")]
    Tag,
    /// It has more than [`MOST_TAGS`].
    #[error("a medium has at most {MOST_TAGS} tags")]
    TooManyTags,
    /// There is no such folder.
    #[error("there is no such folder in this brand")]
    NoSuchFolder,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// Tags as people write them: read, and counted.
pub struct Tags;

impl Tags {
    /// Reads tags separated by commas or line ends, with or without `#`; the same word in other
    /// letters is one tag.
    ///
    /// # Errors
    /// [`KeepError::Tag`] or [`KeepError::TooManyTags`].
    pub fn parse(text: &str) -> Result<Vec<String>, KeepError> {
        Self::clean(text.split([',', ';', '\n']))
    }

    /// The same, of tags that come one by one.
    ///
    /// # Errors
    /// [`KeepError::Tag`] or [`KeepError::TooManyTags`].
    pub fn clean<'a>(given: impl IntoIterator<Item = &'a str>) -> Result<Vec<String>, KeepError> {
        let mut tags: Vec<String> = Vec::new();
        for tag in given {
            let tag = tag.replace(char::is_control, " ");
            let tag = tag.trim().trim_start_matches('#');
            let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
            if tag.is_empty() || tags.iter().any(|known| fold(known) == fold(&tag)) {
                continue;
            }
            if tag.chars().count() > LONGEST_TAG {
                return Err(KeepError::Tag);
            }
            tags.push(tag);
        }
        if tags.len() > MOST_TAGS { Err(KeepError::TooManyTags) } else { Ok(tags) }
    }

    /// The brand's tags with how many media carry each, by name.
    ///
    /// # Errors
    /// What the database met.
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<(String, i64)>, Error> {
        let mut counted = std::collections::BTreeMap::<String, (String, i64)>::new();
        for tags in store::tags(actor.brand(), tx).await? {
            for tag in tags.lines() {
                counted.entry(fold(tag)).or_insert_with(|| (tag.to_owned(), 0)).1 += 1;
            }
        }
        Ok(counted.into_values().collect())
    }
}

impl Media {
    /// Keeps it so. Needs [`Right::Draft`].
    ///
    /// # Errors
    /// [`KeepError`].
    pub async fn keep(self, kept: Kept, actor: &Actor, tx: &mut Tx) -> Result<Media, KeepError> {
        actor.must(Right::Draft)?;
        let mut media = self.clone();
        if let Some(name) = kept.name {
            let is_long = name.trim().chars().count() > LONGEST_NAME;
            media.name = clean_name(&name);
            if media.name.is_empty() || is_long {
                return Err(KeepError::Name);
            }
        }
        if let Some(alt_text) = kept.alt_text {
            media.alt_text = alt_text.trim().to_owned();
            if media.alt_text.chars().count() > LONGEST_ALT_TEXT {
                return Err(KeepError::AltText);
            }
        }
        if let Some(tags) = kept.tags {
            media.tags = Tags::clean(tags.iter().map(String::as_str))?;
        }
        if let Some(folder) = kept.folder {
            let known = Folder::all(actor, tx).await?;
            if folder.is_some_and(|wanted| known.iter().all(|folder| folder.id != wanted)) {
                return Err(KeepError::NoSuchFolder);
            }
            media.folder = folder;
        }
        if media == self {
            return Ok(media);
        }
        store::update(actor.brand(), &media, tx).await?;
        let data = json!({ "name": media.name, "alt_text": media.alt_text, "tags": media.tags });
        activity::record(tx, actor, "media.changed", Subject::new("media", media.id), data).await?;
        Ok(media)
    }

    /// Puts it in the bin: it leaves the library, and stays in the posts that show it. Whether a
    /// post is still to leave with it is the caller's to ask first (`publishing::library`).
    ///
    /// # Errors
    /// [`KeepError::NotAllowed`] or [`KeepError::Database`].
    pub async fn put_in_bin(self, actor: &Actor, tx: &mut Tx) -> Result<Media, KeepError> {
        actor.must(Right::Draft)?;
        let media = Media { removed_at: Some(tx.now()), ..self };
        media.binned("media.removed", actor, tx).await
    }

    /// Takes it back from the bin.
    ///
    /// # Errors
    /// [`KeepError::NotAllowed`] or [`KeepError::Database`].
    pub async fn take_back(self, actor: &Actor, tx: &mut Tx) -> Result<Media, KeepError> {
        actor.must(Right::Draft)?;
        let known = Folder::all(actor, tx).await?;
        let folder = self.folder.filter(|id| known.iter().any(|folder| folder.id == *id));
        let media = Media { removed_at: None, folder, ..self };
        media.binned("media.restored", actor, tx).await
    }

    async fn binned(
        self,
        verb: &'static str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Media, KeepError> {
        store::update(actor.brand(), &self, tx).await?;
        let (subject, data) = (Subject::new("media", self.id), json!({ "name": self.name }));
        activity::record(tx, actor, verb, subject, data).await?;
        Ok(self)
    }

    /// Forgets it for good, if it is in the bin: its row; its bytes leave by [`ForgetPictures`].
    ///
    /// [`ForgetPictures`]: super::ForgetPictures
    ///
    /// # Errors
    /// What the database met.
    pub async fn forget(&self, actor: &Actor, tx: &mut Tx) -> Result<(), Error> {
        store::delete(actor.brand(), self.id, tx).await
    }
}
