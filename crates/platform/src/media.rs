//! Pictures and films: taken in by what they are, not by their name, stored once by content, and
//! made to fit each network's limits (pictures; a film is sent as it came). A brand's media are
//! its library: folders, tags, search, crops that know their original, and a bin.

mod crop;
mod errors;
mod film;
mod fit;
mod folder;
mod forget;
mod incoming;
mod library;
mod picture;
mod poster;
mod storage;
mod store;

use bytes::Bytes;
use database::{Database, Error, Row, Tx};
use jiff::Timestamp;
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::sync::Semaphore;

pub use crop::{Crop, CropError, LEAST_SIDE};
pub use errors::{DescribeError, UploadError};
pub use film::Film;
pub use fit::{FitError, FitLimits, Fitted};
pub use folder::{Folder, FolderError, LONGEST_FOLDER, MOST_FOLDERS};
pub use forget::{ForgetPictures, forget_unused, hashes_of};
pub use incoming::{Incoming, Taken};
pub use library::{BIN_KEEPS, KeepError, Kept, LONGEST_TAG, MOST_TAGS, Tags};
pub use picture::{MOST_BYTES, MOST_PIXELS};
pub use storage::{MOST_FILM_BYTES, MediaStore, Part, StorageError, Wanted};

use crate::{Actor, Right, Subject, Teammate, activity};

/// The longest alternative text, in characters.
pub const LONGEST_ALT_TEXT: usize = 5000;
/// The longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 200;
/// How many pictures are decoded at once: each may take some hundred megabytes.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

database::text_enum! {
    /// What a medium is.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum MediaKind {
        /// A still picture.
        Image => "image",
        /// A GIF, which may move.
        Gif => "gif",
        /// A film.
        Video => "video",
    }
}

/// A picture or a film of a brand, as described in the database; its bytes are in the
/// [`MediaStore`] under its hash.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Media {
    /// Its identity.
    pub id: Id<Media>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
    /// What it is.
    pub kind: MediaKind,
    /// `image/jpeg`, `image/png`, `image/gif`, `video/mp4`, `video/quicktime` or `video/webm`.
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
    /// A film's length in milliseconds, if known.
    pub duration_ms: Option<i64>,
    /// A film's codec: see [`Film::video_codec`].
    pub video_codec: Option<String>,
    /// Its sound's codec; none for a silent film, or a picture.
    pub audio_codec: Option<String>,
    /// A film's frames in a second, if known.
    pub frame_rate: Option<f64>,
    /// The hash of the still picture shown in a film's place.
    pub poster: Option<String>,
    /// Where it is put away.
    pub folder: Option<Id<Folder>>,
    /// Words that it is found by, as they were written.
    pub tags: Vec<String>,
    /// The picture that it is a part of, and which part.
    pub crop: Option<Crop>,
    /// Since when it is in the bin.
    pub removed_at: Option<Timestamp>,
}

/// A picture checked and remade without metadata, not yet stored.
#[derive(Debug, Clone)]
pub struct Picture {
    bytes: Bytes,
    content_type: &'static str,
    width: u32,
    height: u32,
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
    /// Takes a picture or a film in: checks, stores and describes it. Needs [`Right::Draft`].
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
        let taken = store.take(bytes).await?;
        Media::describe_taken(&taken, file_name, alt_text, actor, db).await
    }

    /// The same, for a file that came piece by piece.
    ///
    /// # Errors
    /// [`UploadError`]; nothing is half stored.
    pub async fn receive(
        incoming: Incoming,
        file_name: &str,
        alt_text: &str,
        actor: &Actor,
        store: &MediaStore,
        db: &Database,
    ) -> Result<Media, UploadError> {
        actor.must(Right::Draft)?;
        let taken = incoming.take(store).await?;
        Media::describe_taken(&taken, file_name, alt_text, actor, db).await
    }

    async fn describe_taken(
        taken: &Taken,
        file_name: &str,
        alt_text: &str,
        actor: &Actor,
        db: &Database,
    ) -> Result<Media, UploadError> {
        let mut tx = db.begin().await?;
        let media = Media::enter(taken, file_name, alt_text, actor, &mut tx).await?;
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
        let taken = Taken::of_picture(picture, hash);
        Media::enter(&taken, file_name, alt_text, actor, tx).await
    }

    /// Describes what was taken, in a transaction at hand.
    ///
    /// # Errors
    /// [`UploadError::NotAllowed`] or [`UploadError::Database`].
    pub async fn enter(
        taken: &Taken,
        file_name: &str,
        alt_text: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Media, UploadError> {
        actor.must(Right::Draft)?;
        let media = Media::new(taken, file_name, alt_text, actor, tx);
        store::insert(actor.brand(), &media, tx).await?;
        let (subject, data) = (Subject::new("media", media.id), json!({ "name": media.name }));
        activity::record(tx, actor, "media.uploaded", subject, data).await?;
        Ok(media)
    }

    fn new(taken: &Taken, name: &str, alt_text: &str, actor: &Actor, tx: &Tx) -> Media {
        let film = taken.film.as_ref();
        Media {
            id: tx.new_id(),
            hash: taken.hash.clone(),
            kind: taken.kind,
            content_type: taken.content_type.to_owned(),
            size: i64::try_from(taken.size).unwrap_or(i64::MAX),
            width: taken.width.into(),
            height: taken.height.into(),
            name: clean_name(name),
            alt_text: alt_text.trim().chars().take(LONGEST_ALT_TEXT).collect(),
            created_by: actor.teammate_id(),
            created_at: tx.now(),
            duration_ms: film.and_then(|film| film.duration_ms),
            video_codec: film.map(|film| film.video_codec.to_owned()),
            audio_codec: film.and_then(|film| film.audio_codec).map(str::to_owned),
            frame_rate: film.and_then(|film| film.frame_rate),
            poster: None,
            folder: None,
            tags: Vec::new(),
            crop: None,
            removed_at: None,
        }
    }

    /// Reads a row that holds [`media_columns!`](crate::media_columns).
    ///
    /// # Errors
    /// [`Error`] when it does not hold them.
    pub fn of_row(row: &Row) -> Result<Media, Error> {
        store::read(row)
    }

    /// One medium of the actor's brand, be it in the bin.
    ///
    /// # Errors
    /// What the database met.
    pub async fn find(id: Id<Media>, actor: &Actor, tx: &mut Tx) -> Result<Option<Media>, Error> {
        store::by_id(actor.brand(), id, tx).await
    }

    /// Those of these media that are the brand's, oldest first.
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

    /// The brand's media, newest first, older than `before`; those in the bin are not there.
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

    /// Says what it shows. Needs [`Right::Draft`].
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
        let media = Media { alt_text: alt_text.to_owned(), ..self };
        store::update(actor.brand(), &media, tx).await?;
        let (subject, data) = (Subject::new("media", media.id), json!({ "alt_text": alt_text }));
        activity::record(tx, actor, "media.described", subject, data).await?;
        Ok(media)
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
