//! Pictures: taken in by what they are, not by their name, stored once by content, and made to
//! fit each network's limits.

mod storage;

use primitives::Id;
use serde::{Deserialize, Serialize};

pub use storage::{MediaStore, StorageError};

/// A picture of a brand, as described in the database; its bytes are in the [`MediaStore`]
/// under its hash.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Media {
    /// Its identity.
    pub id: Id<Media>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub hash: String,
    /// `image/jpeg`, `image/png`, `image/gif` or `image/webp`.
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
    /// When it was taken in.
    pub created_at: jiff::Timestamp,
}
