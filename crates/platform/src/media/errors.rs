//! Why a file is not taken in, or a medium not changed.

use database::Error;

use super::{LONGEST_ALT_TEXT, StorageError};
use crate::NotAllowed;

/// Why an upload is refused.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// It is neither a JPEG, PNG, GIF or WebP picture nor an MP4, MOV or WebM film, whatever its
    /// name says.
    #[error("not a picture nor a film but: {found}")]
    NotAnImage {
        /// What it looks like: `pdf`, `heic`, `avif`, `tiff`, `bmp`, `svg`, `video` (where only
        /// a picture is taken), `sound`, `matroska`, `film` (of a kind that is not taken), `zip`,
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
    /// It says it is a film, and its description can't be read: cut short, or damaged.
    #[error("the film is damaged")]
    BrokenFilm,
    /// The role may not add media.
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
