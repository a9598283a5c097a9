//! A part of a picture, as a picture of its own that knows where it comes from.

use database::Tx;
use image::DynamicImage;
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Media, MediaKind, MediaStore, Picture, StorageError, Taken, UploadError, on_blocking_thread,
    picture, store,
};
use crate::{Actor, NotAllowed, Right, Subject, activity};

/// Smaller than this, a part is no picture to publish.
pub const LEAST_SIDE: i64 = 16;

/// Which part of which picture a medium is, in the original's pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Crop {
    /// The whole picture.
    pub original: Id<Media>,
    /// From its left side.
    pub left: i64,
    /// From its top.
    pub top: i64,
    /// How wide.
    pub width: i64,
    /// How high.
    pub height: i64,
}

/// Why a picture is not cropped.
#[derive(Debug, thiserror::Error)]
pub enum CropError {
    /// It is a film or an animation.
    #[error("only a still picture can be cropped")]
    NotAPicture,
    /// The part is not inside the picture, or smaller than [`LEAST_SIDE`].
    #[error("the part is not inside the picture, or too small")]
    Outside,
    /// What is stored can't be read, or the part not stored.
    #[error(transparent)]
    Upload(#[from] UploadError),
}

impl From<StorageError> for CropError {
    fn from(error: StorageError) -> Self {
        CropError::Upload(error.into())
    }
}

impl From<NotAllowed> for CropError {
    fn from(error: NotAllowed) -> Self {
        CropError::Upload(error.into())
    }
}

impl Media {
    /// Makes a part of this picture and stores its bytes, to be given to [`Media::keep_part`]:
    /// outside any transaction, since it decodes and writes a picture.
    ///
    /// # Errors
    /// [`CropError`].
    pub async fn cut(&self, part: Crop, store: &MediaStore) -> Result<Taken, CropError> {
        if self.kind != MediaKind::Image {
            return Err(CropError::NotAPicture);
        }
        let is_inside = part.left >= 0
            && part.top >= 0
            && part.width >= LEAST_SIDE
            && part.height >= LEAST_SIDE
            && part.left.saturating_add(part.width) <= self.width
            && part.top.saturating_add(part.height) <= self.height;
        if !is_inside {
            return Err(CropError::Outside);
        }
        let bytes = store.get(&self.hash).await?;
        let made = on_blocking_thread(move || cut(&bytes, part)).await?;
        let hash = store.put(made.bytes().clone()).await?;
        Ok(Taken::of_picture(&made, hash))
    }

    /// Describes a part made by [`Media::cut`] as a medium of its own, beside the original: with
    /// its alternative text, its folder and its tags. Needs [`Right::Draft`].
    ///
    /// # Errors
    /// [`CropError::Upload`].
    pub async fn keep_part(
        &self,
        part: Crop,
        made: &Taken,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Media, CropError> {
        actor.must(Right::Draft)?;
        let media = Media {
            folder: self.folder,
            tags: self.tags.clone(),
            crop: Some(part),
            ..Media::new(made, &self.name, &self.alt_text, actor, tx)
        };
        store::insert(actor.brand(), &media, tx).await.map_err(UploadError::from)?;
        let data = json!({ "name": media.name, "original": self.id });
        let subject = Subject::new("media", media.id);
        let recorded = activity::record(tx, actor, "media.cropped", subject, data).await;
        recorded.map_err(UploadError::from)?;
        Ok(media)
    }
}

fn cut(bytes: &[u8], part: Crop) -> Result<Picture, UploadError> {
    let format = picture::format_of(bytes)?;
    let mut decoded = picture::decode(bytes, format)?;
    let side = |length: i64| u32::try_from(length).map_err(|_| UploadError::Broken);
    let (left, top) = (side(part.left)?, side(part.top)?);
    let (width, height) = (side(part.width)?, side(part.height)?);
    decoded.image = DynamicImage::crop_imm(&decoded.image, left, top, width, height);
    picture::remade(&decoded, format)
}
