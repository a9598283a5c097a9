//! Where bytes lie, each under its SHA-256: one content is stored once, and can't be altered
//! without its name saying so.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use object_store::path::Path as ObjectPath;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};

/// The bytes of pictures, behind an object-store interface. Cloning gives another handle.
#[derive(Clone)]
pub struct MediaStore {
    objects: Arc<dyn ObjectStore>,
}

/// Why bytes could not be stored or read.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// Nothing is stored under this hash.
    #[error("nothing is stored under this hash")]
    Missing,
    /// The disk is full; nothing was stored.
    #[error("the disk that holds media is full")]
    Full,
    /// The store can't be reached or refuses.
    #[error("the media store fails: {0}")]
    Failed(String),
}

impl MediaStore {
    /// Keeps files in a folder of this machine, made if needed.
    ///
    /// # Errors
    /// [`StorageError`] when the folder can't be made or used.
    pub fn in_folder(folder: &Path) -> Result<Self, StorageError> {
        std::fs::create_dir_all(folder).map_err(|error| of_io(&error))?;
        let objects = object_store::local::LocalFileSystem::new_with_prefix(folder)
            .map_err(of_store)?
            .with_automatic_cleanup(false)
            .with_fsync(true);
        Ok(Self::on(Arc::new(objects)))
    }

    /// Keeps files in memory: for tests.
    pub fn in_memory() -> Self {
        Self::on(Arc::new(object_store::memory::InMemory::new()))
    }

    /// Keeps files in any object store.
    pub fn on(objects: Arc<dyn ObjectStore>) -> Self {
        Self { objects }
    }

    /// The name that bytes are stored under: their SHA-256 in hexadecimal.
    pub fn hash(bytes: &[u8]) -> String {
        hex::encode(Sha256::digest(bytes))
    }

    /// Stores bytes whole or not at all; the hash to find them by.
    ///
    /// # Errors
    /// [`StorageError::Full`] or [`StorageError::Failed`].
    pub async fn put(&self, bytes: Bytes) -> Result<String, StorageError> {
        let hash = Self::hash(&bytes);
        let path = original(&hash)?;
        if self.objects.head(&path).await.is_err() {
            self.store(&path, bytes).await?;
        }
        Ok(hash)
    }

    /// Reads the bytes stored under a hash.
    ///
    /// # Errors
    /// [`StorageError::Missing`] or [`StorageError::Failed`].
    pub async fn get(&self, hash: &str) -> Result<Bytes, StorageError> {
        self.load(&original(hash)?).await
    }

    /// Removes what is stored under a hash, with its renditions; whether it was there.
    pub(super) async fn remove(&self, hash: &str) -> Result<bool, StorageError> {
        use futures_util::TryStreamExt;
        let place = original(hash)?;
        let renditions = ObjectPath::from(format!("renditions/{place}"));
        let found = self.objects.list(Some(&renditions));
        let found: Vec<_> = found.try_collect().await.map_err(of_store)?;
        for rendition in found {
            self.objects.delete(&rendition.location).await.map_err(of_store)?;
        }
        match self.objects.delete(&place).await.map_err(of_store) {
            Ok(()) => Ok(true),
            Err(StorageError::Missing) => Ok(false),
            Err(error) => Err(error),
        }
    }

    pub(super) async fn store(&self, path: &ObjectPath, bytes: Bytes) -> Result<(), StorageError> {
        // The store writes beside and renames: a file under its own name is whole.
        self.objects.put(path, PutPayload::from_bytes(bytes)).await.map_err(of_store).map(drop)
    }

    pub(super) async fn load(&self, path: &ObjectPath) -> Result<Bytes, StorageError> {
        self.objects.get(path).await.map_err(of_store)?.bytes().await.map_err(of_store)
    }
}

impl std::fmt::Debug for MediaStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MediaStore({})", self.objects)
    }
}

/// Where the content of a hash lies; anything that is not a hash has no place.
fn original(hash: &str) -> Result<ObjectPath, StorageError> {
    if !is_hash(hash) {
        return Err(StorageError::Missing);
    }
    Ok(ObjectPath::from(format!("{}/{}", &hash[..2], &hash[2..])))
}

pub(super) fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn of_io(error: &std::io::Error) -> StorageError {
    use std::io::ErrorKind::{QuotaExceeded, StorageFull};
    if matches!(error.kind(), StorageFull | QuotaExceeded) {
        StorageError::Full
    } else {
        StorageError::Failed(error.to_string())
    }
}

fn of_store(error: object_store::Error) -> StorageError {
    if matches!(error, object_store::Error::NotFound { .. }) {
        return StorageError::Missing;
    }
    let mut next: Option<&(dyn std::error::Error + 'static)> = Some(&error);
    while let Some(cause) = next {
        if let Some(io) = cause.downcast_ref::<std::io::Error>() {
            return of_io(io);
        }
        next = cause.source();
    }
    StorageError::Failed(error.to_string())
}
