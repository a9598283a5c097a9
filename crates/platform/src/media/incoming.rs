//! A file as it comes: written aside piece by piece, judged by its content once it is whole,
//! then stored.

use std::io::{Read, Seek, SeekFrom, Write};

use bytes::Bytes;
use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;

use super::film::{self, Film};
use super::storage::of_io;
use super::{
    MOST_BYTES, MediaKind, MediaStore, Picture, StorageError, UploadError, on_blocking_thread,
};

/// How much of a file tells what it is.
const HEAD: usize = 1024;

/// A file that is still coming, on this machine's disk and nowhere else: it is gone with this.
pub struct Incoming {
    file: tokio::fs::File,
    hash: Sha256,
    size: u64,
    head: Vec<u8>,
    most_film: u64,
}

/// A file judged and stored, to be described.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// SHA-256 of its bytes, in hexadecimal: where they are stored.
    pub hash: String,
    /// What it is.
    pub kind: MediaKind,
    /// Its content type.
    pub content_type: &'static str,
    /// Its weight in bytes.
    pub size: u64,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What a film's file says of it.
    pub film: Option<Film>,
}

impl MediaStore {
    /// Makes ready to receive a file.
    ///
    /// # Errors
    /// [`StorageError`] when there is no place to write it.
    pub async fn incoming(&self) -> Result<Incoming, StorageError> {
        let spool = self.spool.clone();
        let made = tokio::task::spawn_blocking(move || match spool {
            Some(folder) => tempfile::tempfile_in(folder),
            None => tempfile::tempfile(),
        });
        let made = made.await.map_err(|error| StorageError::Failed(error.to_string()))?;
        Ok(Incoming {
            file: tokio::fs::File::from_std(made.map_err(|error| of_io(&error))?),
            hash: Sha256::new(),
            size: 0,
            head: Vec::new(),
            most_film: self.most_film_bytes,
        })
    }

    /// Judges bytes at hand and stores them, as [`Incoming::take`] does.
    ///
    /// # Errors
    /// [`UploadError`].
    pub async fn take(&self, bytes: impl Into<Bytes>) -> Result<Taken, UploadError> {
        let bytes = bytes.into();
        if !film::is_film(&bytes) {
            return self.keep(Picture::take(bytes).await?).await;
        }
        let mut incoming = self.incoming().await?;
        incoming.write(&bytes).await?;
        incoming.take(self).await
    }

    async fn keep(&self, picture: Picture) -> Result<Taken, UploadError> {
        let hash = self.put(picture.bytes().clone()).await?;
        Ok(Taken::of_picture(&picture, hash))
    }
}

impl Incoming {
    /// Writes the next piece.
    ///
    /// # Errors
    /// [`UploadError::TooLarge`] as soon as it is heavier than what is taken of its kind,
    /// [`UploadError::Storage`].
    pub async fn write(&mut self, piece: &[u8]) -> Result<(), UploadError> {
        if self.head.len() < HEAD {
            let missing = (HEAD - self.head.len()).min(piece.len());
            self.head.extend_from_slice(&piece[..missing]);
        }
        self.size += piece.len() as u64;
        let most = if film::is_film(&self.head) { self.most_film } else { MOST_BYTES as u64 };
        if self.size > most {
            return Err(UploadError::TooLarge {
                most: usize::try_from(most).unwrap_or(usize::MAX),
            });
        }
        self.hash.update(piece);
        self.file.write_all(piece).await.map_err(|error| of_io(&error).into())
    }

    /// How heavy it is so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Judges the whole file by its content and stores it: a picture remade without anything but
    /// its pixels, a film without what it tells of its place and camera.
    ///
    /// # Errors
    /// [`UploadError`], of the kinds about the content or the storage.
    pub async fn take(mut self, store: &MediaStore) -> Result<Taken, UploadError> {
        self.file.flush().await.map_err(|error| of_io(&error))?;
        let mut file = self.file.into_std().await;
        if !film::is_film(&self.head) {
            let bytes = on_blocking_thread(move || {
                let mut bytes = Vec::new();
                let read = file.seek(SeekFrom::Start(0)).and_then(|_| file.read_to_end(&mut bytes));
                read.map_err(|error| UploadError::from(of_io(&error)))?;
                Ok::<_, UploadError>(bytes)
            });
            return store.keep(Picture::take(bytes.await?).await?).await;
        }
        let (mut file, film, scrubbed) = on_blocking_thread(move || {
            let of = |error: std::io::Error| UploadError::from(of_io(&error));
            let film = film::read(file.try_clone().map_err(of)?)?;
            let scrubbed = if film::scrub::forget(&mut file).map_err(of)? {
                file.seek(SeekFrom::Start(0)).map_err(of)?;
                Some(hash_of(&mut file).map_err(of)?)
            } else {
                None
            };
            Ok::<_, UploadError>((file, film, scrubbed))
        })
        .await?;
        let whole = file.seek(SeekFrom::Start(0)).and_then(|_| file.flush());
        whole.map_err(|error| UploadError::from(of_io(&error)))?;
        let hash = scrubbed.unwrap_or_else(|| hex::encode(self.hash.finalize()));
        store.put_file(&hash, tokio::fs::File::from_std(file)).await?;
        Ok(Taken::of_film(film, hash, self.size))
    }
}

/// The hash of what is left in a file.
fn hash_of(file: &mut std::fs::File) -> std::io::Result<String> {
    let mut hash = Sha256::new();
    let mut piece = vec![0_u8; 64 * 1024];
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(hex::encode(hash.finalize())),
            read => hash.update(&piece[..read]),
        }
    }
}

impl Taken {
    pub(super) fn of_picture(picture: &Picture, hash: String) -> Self {
        let (width, height) = picture.size();
        let kind = match picture.content_type() {
            "image/gif" => MediaKind::Gif,
            _ => MediaKind::Image,
        };
        Self {
            hash,
            kind,
            content_type: picture.content_type(),
            size: picture.bytes().len() as u64,
            width,
            height,
            film: None,
        }
    }

    fn of_film(film: Film, hash: String, size: u64) -> Self {
        Self {
            hash,
            kind: MediaKind::Video,
            content_type: film.content_type,
            size,
            width: film.width,
            height: film.height,
            film: Some(film),
        }
    }
}
