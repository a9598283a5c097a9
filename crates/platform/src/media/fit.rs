//! Pictures made to fit: each network's weight, side and types; and thumbnails.

use bytes::Bytes;
use fast_image_resize::Resizer;
use image::{DynamicImage, ImageFormat};
use object_store::path::Path as ObjectPath;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::picture::{self, Decoded};
use super::storage::is_hash;
use super::{MediaStore, StorageError, UploadError, on_blocking_thread};

/// What a picture must fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FitLimits {
    /// The heaviest, in bytes.
    pub max_bytes: u64,
    /// The longest side, in pixels.
    pub max_side: u32,
    /// The content types taken: `image/jpeg`…
    pub types: Vec<String>,
}

/// A picture that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fitted {
    /// Its bytes.
    pub bytes: Bytes,
    /// Its content type.
    pub content_type: &'static str,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Why no fitting picture could be made.
#[derive(Debug, thiserror::Error)]
pub enum FitError {
    /// Its bytes could not be read, or the result not kept.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// What is stored is not a picture.
    #[error("what is stored is not a picture that can be read")]
    Broken,
    /// The limits take neither JPEG nor PNG, or are too small for any picture.
    #[error("no picture fits these limits")]
    CannotFit,
}

/// Qualities tried before the picture is made smaller.
const QUALITIES: [u8; 5] = [picture::QUALITY, 82, 75, 68, 60];
/// By how much it is made smaller, then.
const SMALLER: f64 = 0.8;
/// Smaller than this, no picture is worth sending.
const LEAST_SIDE: u32 = 32;

impl MediaStore {
    /// The picture stored under `hash`, made to fit: as it is when it does, else smaller, then
    /// of lower quality. Kept, so that asking again costs a read. A still picture is made of an
    /// animation that does not fit as it is.
    ///
    /// # Errors
    /// [`FitError`].
    pub async fn fitted(&self, hash: &str, limits: &FitLimits) -> Result<Fitted, FitError> {
        let place = rendition(hash, limits)?;
        if let Ok(bytes) = self.load(&place).await
            && let Some(fitted) = described(&bytes)
        {
            return Ok(fitted);
        }
        let original = self.get(hash).await?;
        if let Some(fitted) = described(&original).filter(|fitted| fits(fitted, limits)) {
            return Ok(fitted);
        }
        let wanted = limits.clone();
        let fitted = on_blocking_thread(move || fit(&original, &wanted)).await?;
        if let Err(error) = self.store(&place, fitted.bytes.clone()).await {
            tracing::warn!(%error, "a picture made to fit could not be kept; it will be made again");
        }
        Ok(fitted)
    }

    /// A still picture of at most `side` pixels, to show in lists.
    ///
    /// # Errors
    /// [`FitError`].
    pub async fn thumbnail(&self, hash: &str, side: u32) -> Result<Fitted, FitError> {
        let types = vec!["image/jpeg".to_owned(), "image/png".to_owned()];
        self.fitted(hash, &FitLimits { max_bytes: 400_000, max_side: side, types }).await
    }
}

impl From<UploadError> for FitError {
    fn from(_: UploadError) -> Self {
        FitError::Broken
    }
}

/// Where a rendition is kept.
fn rendition(hash: &str, limits: &FitLimits) -> Result<ObjectPath, FitError> {
    if !is_hash(hash) {
        return Err(StorageError::Missing.into());
    }
    let text = format!("1 {} {} {}", limits.max_bytes, limits.max_side, limits.types.join(" "));
    let key = hex::encode(&Sha256::digest(text)[..8]);
    Ok(ObjectPath::from(format!("renditions/{}/{}/{key}", &hash[..2], &hash[2..])))
}

fn described(bytes: &Bytes) -> Option<Fitted> {
    let format = picture::format_of(bytes).ok()?;
    let (width, height) = picture::dimensions(bytes, format).ok()?;
    let content_type = format.to_mime_type();
    Some(Fitted { bytes: bytes.clone(), content_type, width, height })
}

fn fits(fitted: &Fitted, limits: &FitLimits) -> bool {
    fitted.bytes.len() as u64 <= limits.max_bytes
        && fitted.width.max(fitted.height) <= limits.max_side
        && takes(limits, fitted.content_type)
}

fn takes(limits: &FitLimits, content_type: &str) -> bool {
    limits.types.iter().any(|taken| taken == content_type)
}

/// Tries a PNG where that was the form, then JPEGs of falling quality, then smaller ones.
fn fit(bytes: &[u8], limits: &FitLimits) -> Result<Fitted, FitError> {
    let format = picture::format_of(bytes)?;
    let mut decoded = picture::decode(bytes, format)?;
    let jpeg = takes(limits, "image/jpeg");
    let transparent = decoded.image.color().has_alpha();
    let png = takes(limits, "image/png") && (format == ImageFormat::Png || transparent || !jpeg);
    if !jpeg && !png {
        return Err(FitError::CannotFit);
    }
    shrink(&mut decoded, limits.max_side)?;
    loop {
        let light = |made: &Vec<u8>| made.len() as u64 <= limits.max_bytes;
        if let Some(made) = png.then(|| picture::png(&decoded)).transpose()?.filter(light) {
            return Ok(finished(made, "image/png", &decoded.image));
        }
        for quality in QUALITIES.iter().filter(|_| jpeg) {
            let made = picture::jpeg(&decoded, *quality)?;
            if light(&made) {
                return Ok(finished(made, "image/jpeg", &decoded.image));
            }
        }
        let side = longest(&decoded.image);
        if side <= LEAST_SIDE {
            return Err(FitError::CannotFit);
        }
        shrink(&mut decoded, (f64::from(side) * SMALLER) as u32)?;
    }
}

fn finished(bytes: Vec<u8>, content_type: &'static str, image: &DynamicImage) -> Fitted {
    Fitted { bytes: bytes.into(), content_type, width: image.width(), height: image.height() }
}

fn longest(image: &DynamicImage) -> u32 {
    image.width().max(image.height())
}

/// Makes the longest side at most `side` pixels, keeping proportions.
fn shrink(decoded: &mut Decoded, side: u32) -> Result<(), FitError> {
    let longest = longest(&decoded.image);
    if longest <= side {
        return Ok(());
    }
    let scaled = |length: u32| {
        let exact = f64::from(length) * f64::from(side) / f64::from(longest);
        (exact.round() as u32).max(1)
    };
    let (width, height) = (scaled(decoded.image.width()), scaled(decoded.image.height()));
    let mut smaller = DynamicImage::new(width, height, decoded.image.color());
    Resizer::new().resize(&decoded.image, &mut smaller, None).map_err(|_| FitError::Broken)?;
    decoded.image = smaller;
    Ok(())
}
