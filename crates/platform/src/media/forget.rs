//! Pictures that no brand has any more leave the store.

use database::{Database, Error, Tx};
use primitives::Id;
use serde::{Deserialize, Serialize};

use super::{MediaStore, StorageError, store};
use crate::Brand;

/// The job that removes the bytes of a removed brand's pictures, but for those that another
/// brand has too. Enqueued by [`Brand::remove`], in its transaction.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ForgetPictures {
    /// The pictures, by the hash of their bytes.
    pub hashes: Vec<String>,
}

impl jobs::Job for ForgetPictures {
    const KIND: &'static str = "forget_pictures";
}

/// The hashes of a brand's pictures, each once.
///
/// # Errors
/// What the database met.
pub async fn hashes_of(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<String>, Error> {
    store::hashes_of(brand, tx).await
}

/// Removes the bytes of those of these pictures that no brand has; how many were removed. May be
/// repeated.
///
/// # Errors
/// [`StorageError`]; what was removed before stays removed.
pub async fn forget_unused(
    hashes: &[String],
    media: &MediaStore,
    database: &Database,
) -> Result<usize, StorageError> {
    let failed = |error: Error| StorageError::Failed(error.to_string());
    let mut removed = 0;
    for hash in hashes {
        let mut tx = database.read().await.map_err(failed)?;
        let is_used = store::is_used(hash, &mut tx).await.map_err(failed)?;
        drop(tx);
        if !is_used && media.remove(hash).await? {
            removed += 1;
        }
    }
    Ok(removed)
}
