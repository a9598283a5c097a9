//! Where bytes lie, each under its SHA-256: one content is stored once, and can't be altered
//! without its name saying so.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use futures_util::TryStreamExt;
use futures_util::stream::BoxStream;
use object_store::path::Path as ObjectPath;
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart};
use sha2::{Digest, Sha256};
use tokio::io::AsyncReadExt;

/// The heaviest film, in bytes, unless it is set otherwise.
pub const MOST_FILM_BYTES: u64 = 512 * 1024 * 1024;
/// How much of a film is in memory as it goes into the store.
const PIECE: usize = 8 * 1024 * 1024;

/// The bytes of pictures and films, behind an object-store interface. Cloning gives another
/// handle.
#[derive(Clone)]
pub struct MediaStore {
    objects: Arc<dyn ObjectStore>,
    /// Where uploads are written until they are judged.
    pub(super) spool: Option<PathBuf>,
    pub(super) most_film_bytes: u64,
}

/// A part of what is stored, to be sent on as it is read.
pub struct Part {
    /// How heavy the whole is.
    pub size: u64,
    /// Which bytes these are.
    pub range: Range<u64>,
    /// The bytes, piece by piece.
    pub bytes: BoxStream<'static, Result<Bytes, StorageError>>,
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
        let spool = folder.join(SPOOL);
        std::fs::create_dir_all(&spool).map_err(|error| of_io(&error))?;
        let objects = object_store::local::LocalFileSystem::new_with_prefix(folder)
            .map_err(of_store)?
            .with_automatic_cleanup(false)
            .with_fsync(true);
        Ok(Self { spool: Some(spool), ..Self::on(Arc::new(objects)) })
    }

    /// Keeps files in memory: for tests.
    pub fn in_memory() -> Self {
        Self::on(Arc::new(object_store::memory::InMemory::new()))
    }

    /// Keeps files in any object store.
    pub fn on(objects: Arc<dyn ObjectStore>) -> Self {
        Self { objects, spool: None, most_film_bytes: MOST_FILM_BYTES }
    }

    /// The same, taking films of at most that many bytes.
    #[must_use]
    pub fn taking_films_of(mut self, most: u64) -> Self {
        self.most_film_bytes = most;
        self
    }

    /// The heaviest film that is taken, in bytes.
    pub fn most_film_bytes(&self) -> u64 {
        self.most_film_bytes
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

    /// Reads a part of what is stored under a hash, or all of it, piece by piece.
    ///
    /// # Errors
    /// [`StorageError::Missing`], also when the part lies beyond the end, or
    /// [`StorageError::Failed`].
    pub async fn part(&self, hash: &str, range: Option<Wanted>) -> Result<Part, StorageError> {
        let range = range.map(|wanted| match wanted {
            Wanted::Between(first, last) => GetRange::Bounded(first..last.saturating_add(1)),
            Wanted::From(first) => GetRange::Offset(first),
            Wanted::Last(length) => GetRange::Suffix(length),
        });
        let asked = GetOptions { range, ..GetOptions::default() };
        let got = self.objects.get_opts(&original(hash)?, asked).await.map_err(of_store)?;
        let (size, range) = (got.meta.size, got.range.clone());
        Ok(Part { size, range, bytes: Box::pin(got.into_stream().map_err(of_store)) })
    }

    /// How heavy what is stored under a hash is.
    ///
    /// # Errors
    /// [`StorageError::Missing`] or [`StorageError::Failed`].
    pub async fn size_of(&self, hash: &str) -> Result<u64, StorageError> {
        Ok(self.objects.head(&original(hash)?).await.map_err(of_store)?.size)
    }

    /// Stores a file's bytes under their hash, without holding them all in memory.
    pub(super) async fn put_file(
        &self,
        hash: &str,
        mut file: tokio::fs::File,
    ) -> Result<(), StorageError> {
        let path = original(hash)?;
        if self.objects.head(&path).await.is_ok() {
            return Ok(());
        }
        let upload = self.objects.put_multipart(&path).await.map_err(of_store)?;
        let mut writer = WriteMultipart::new_with_chunk_size(upload, PIECE);
        let mut piece = vec![0; PIECE / 8];
        loop {
            match file.read(&mut piece).await {
                Ok(0) => break,
                Ok(read) => writer.write(&piece[..read]),
                Err(error) => {
                    drop(writer.abort().await);
                    return Err(of_io(&error));
                }
            }
            // The store's pace is ours.
            writer.wait_for_capacity(2).await.map_err(of_store)?;
        }
        writer.finish().await.map_err(of_store).map(drop)
    }

    /// Removes what is stored under a hash, with its renditions; whether it was there.
    pub(super) async fn remove(&self, hash: &str) -> Result<bool, StorageError> {
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

/// Which bytes are wanted, as a browser says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// From this one to that one, both included.
    Between(u64, u64),
    /// From this one on.
    From(u64),
    /// The last so many.
    Last(u64),
}

/// Where uploads wait to be judged: a name that no hash begins with.
const SPOOL: &str = "incoming";

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

pub(super) fn of_io(error: &std::io::Error) -> StorageError {
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
