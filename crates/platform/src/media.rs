//! Pictures: taken in by what they are, not by their name, stored once by content, and made to
//! fit each network's limits.

mod fit;
mod forget;
mod picture;
mod storage;
mod store;

use bytes::Bytes;
use database::{Database, Error, Tx};
use jiff::Timestamp;
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::sync::Semaphore;

pub use fit::{FitError, FitLimits, Fitted};
pub use forget::{ForgetPictures, forget_unused, hashes_of};
pub use picture::{MOST_BYTES, MOST_PIXELS};
pub use storage::{MediaStore, StorageError};

use crate::{Actor, NotAllowed, Right, Subject, Teammate, activity};

/// The longest alternative text, in characters.
pub const LONGEST_ALT_TEXT: usize = 5000;
/// The longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 200;
/// How many pictures are decoded at once: each may take some hundred megabytes.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// A picture of a brand, as described in the database; its bytes are in the [`MediaStore`]
/// under its hash.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Media {
    /// Its identity.
    pub id: Id<Media>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
    /// `image/jpeg`, `image/png` or `image/gif`.
    pub content_type: String,
    /// Weight in bytes.
    pub size: i64,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
    /// The file's name, as it was given.
    pub name: String,
    /// What it shows, for those who do not see it; may be empty.
    pub alt_text: String,
    /// Who took it in.
    pub created_by: Option<Id<Teammate>>,
    /// When it was taken in.
    pub created_at: Timestamp,
}

/// A picture checked and remade without metadata, not yet stored.
#[derive(Debug, Clone)]
pub struct Picture {
    bytes: Bytes,
    content_type: &'static str,
    width: u32,
    height: u32,
}

/// Why an upload is refused.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// It is not a JPEG, PNG, GIF or WebP picture, whatever its name says.
    #[error("not a picture but: {found}")]
    NotAnImage {
        /// What it looks like: `pdf`, `heic`, `avif`, `tiff`, `bmp`, `svg`, `video`, `zip`,
        /// `program`, `text`, `empty`, `unknown`.
        found: &'static str,
    },
    /// It weighs too much.
    #[error("heavier than {most} bytes")]
    TooLarge {
        /// The limit, in bytes.
        most: usize,
    },
    /// It has too many pixels, or would take too much memory to decode.
    #[error("more than {most} pixels")]
    TooManyPixels {
        /// The limit, in pixels.
        most: u64,
    },
    /// It says it is a picture, and can't be read as one.
    #[error("the picture is damaged")]
    Broken,
    /// The role may not add pictures.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The bytes could not be stored.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// Why an alternative text is not changed.
#[derive(Debug, thiserror::Error)]
pub enum DescribeError {
    /// It has more than [`LONGEST_ALT_TEXT`] characters.
    #[error("longer than {LONGEST_ALT_TEXT} characters")]
    TooLong,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Picture {
    /// Judges bytes by their content, turns the picture upright and removes all that is not
    /// pixels: place, camera, thumbnails. JPEG and PNG stay what they are, WebP becomes one of
    /// them (an animated one, its first frame), GIF is kept untouched once it is known to decode.
    ///
    /// # Errors
    /// [`UploadError`], of the kinds about the content.
    pub async fn take(bytes: impl Into<Bytes>) -> Result<Self, UploadError> {
        let bytes = bytes.into();
        on_blocking_thread(move || picture::take(bytes)).await
    }

    /// Its bytes.
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// Its content type.
    pub fn content_type(&self) -> &'static str {
        self.content_type
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }
}

impl Media {
    /// Takes a picture in: checks, remakes, stores and describes it. Needs [`Right::Draft`].
    /// The transaction is only opened once the bytes are stored.
    ///
    /// # Errors
    /// [`UploadError`]; nothing is half stored.
    pub async fn upload(
        bytes: impl Into<Bytes>,
        file_name: &str,
        alt_text: &str,
        actor: &Actor,
        store: &MediaStore,
        db: &Database,
    ) -> Result<Media, UploadError> {
        actor.must(Right::Draft)?;
        let picture = Picture::take(bytes).await?;
        let hash = store.put(picture.bytes.clone()).await?;
        let mut tx = db.begin().await?;
        let media = Media::record(&picture, hash, file_name, alt_text, actor, &mut tx).await?;
        tx.commit().await?;
        Ok(media)
    }

    /// Describes a picture whose bytes were stored under `hash`, in a transaction at hand.
    ///
    /// # Errors
    /// [`UploadError::NotAllowed`] or [`UploadError::Database`].
    pub async fn record(
        picture: &Picture,
        hash: String,
        file_name: &str,
        alt_text: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Media, UploadError> {
        actor.must(Right::Draft)?;
        let media = Media {
            id: tx.new_id(),
            hash,
            content_type: picture.content_type.to_owned(),
            size: i64::try_from(picture.bytes.len()).unwrap_or(i64::MAX),
            width: picture.width.into(),
            height: picture.height.into(),
            name: clean_name(file_name),
            alt_text: alt_text.trim().chars().take(LONGEST_ALT_TEXT).collect(),
            created_by: actor.teammate_id(),
            created_at: tx.now(),
        };
        store::insert(actor.brand(), &media, tx).await?;
        let (subject, data) = (Subject::new("media", media.id), json!({ "name": media.name }));
        activity::record(tx, actor, "media.uploaded", subject, data).await?;
        Ok(media)
    }

    /// One picture of the actor's brand.
    ///
    /// # Errors
    /// What the database met.
    pub async fn find(id: Id<Media>, actor: &Actor, tx: &mut Tx) -> Result<Option<Media>, Error> {
        store::by_id(actor.brand(), id, tx).await
    }

    /// Those of these pictures that are the brand's, oldest first.
    ///
    /// # Errors
    /// What the database met.
    pub async fn find_all(
        ids: &[Id<Media>],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Media>, Error> {
        store::by_ids(actor.brand(), ids, tx).await
    }

    /// The brand's pictures, newest first, older than `before`.
    ///
    /// # Errors
    /// What the database met.
    pub async fn latest(
        actor: &Actor,
        before: Option<Id<Media>>,
        limit: usize,
        tx: &mut Tx,
    ) -> Result<Vec<Media>, Error> {
        store::latest(actor.brand(), before, limit.clamp(1, 200), tx).await
    }

    /// Says what the picture shows. Needs [`Right::Draft`].
    ///
    /// # Errors
    /// [`DescribeError`].
    pub async fn describe(
        self,
        alt_text: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Media, DescribeError> {
        actor.must(Right::Draft)?;
        let alt_text = alt_text.trim();
        if alt_text.chars().count() > LONGEST_ALT_TEXT {
            return Err(DescribeError::TooLong);
        }
        store::describe(actor.brand(), self.id, alt_text, tx).await?;
        let (subject, data) = (Subject::new("media", self.id), json!({ "alt_text": alt_text }));
        activity::record(tx, actor, "media.described", subject, data).await?;
        Ok(Media { alt_text: alt_text.to_owned(), ..self })
    }
}

/// The last part of a file's name, without what could mislead a reader or a shell.
fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    kept.trim().to_owned()
}

/// Does work on pictures where it holds nobody up, two at a time.
async fn on_blocking_thread<R, E>(
    work: impl FnOnce() -> Result<R, E> + Send + 'static,
) -> Result<R, E>
where
    R: Send + 'static,
    E: From<UploadError> + Send + 'static,
{
    let _turn = AT_ONCE.acquire().await.map_err(|_| UploadError::Broken)?;
    // A decoder that panics on a hostile file has found it damaged.
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| Err(UploadError::Broken.into()))
}
