//! A picture's bytes, judged and remade: pure work on memory, always on a blocking thread.

use std::io::Cursor;

use bytes::Bytes;
use image::codecs::gif::GifDecoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{
    AnimationDecoder, DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits,
};

use super::{Picture, UploadError};

/// The heaviest upload, in bytes.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;
/// The largest picture, in pixels.
pub const MOST_PIXELS: u64 = 50_000_000;
/// All the pixels of an animation together: what decoding it may cost.
const MOST_ANIMATED_PIXELS: u64 = 500_000_000;
/// The memory that decoding may take, in bytes: 50 million pixels of 8 bytes.
const MOST_MEMORY: u64 = 420_000_000;
/// A colour profile heavier than this is left out: what matters weighs a few kilobytes.
const MOST_PROFILE: usize = 20_000;
/// The quality that uploads are kept at.
pub(super) const QUALITY: u8 = 88;

/// A decoded picture, upright, and the colour profile that its values are in.
pub(super) struct Decoded {
    pub(super) image: DynamicImage,
    pub(super) profile: Option<Vec<u8>>,
}

/// Judges an upload by its content and remakes it without anything but its pixels.
pub(super) fn take(bytes: Bytes) -> Result<Picture, UploadError> {
    if bytes.len() > MOST_BYTES {
        return Err(UploadError::TooLarge { most: MOST_BYTES });
    }
    let format = format_of(&bytes)?;
    check_size(&bytes, format)?;
    if format == ImageFormat::Gif {
        // Kept as it is: remaking an animation costs more quality than it brings.
        let (width, height) = check_animation(&bytes)?;
        return Ok(Picture { bytes, content_type: "image/gif", width, height });
    }
    remade(&decode(&bytes, format)?, format)
}

/// Writes a decoded picture again: what was a PNG or lets see through as a PNG, the rest as a
/// JPEG.
pub(super) fn remade(decoded: &Decoded, format: ImageFormat) -> Result<Picture, UploadError> {
    // There is no good lossy WebP encoder at hand: it becomes what every network takes.
    let keeps_png = format == ImageFormat::Png || decoded.image.color().has_alpha();
    let made = if keeps_png { png(decoded) } else { jpeg(decoded, QUALITY) };
    let (width, height) = (decoded.image.width(), decoded.image.height());
    let content_type = if keeps_png { "image/png" } else { "image/jpeg" };
    Ok(Picture { bytes: made?.into(), content_type, width, height })
}

/// The format that the content says, or what it is instead.
pub(super) fn format_of(bytes: &[u8]) -> Result<ImageFormat, UploadError> {
    use ImageFormat::{Gif, Jpeg, Png, WebP};
    match image::guess_format(bytes) {
        Ok(format @ (Jpeg | Png | Gif | WebP)) => Ok(format),
        _ => Err(UploadError::NotAnImage { found: what_is(bytes) }),
    }
}

/// A word for what is not a picture that we take.
fn what_is(bytes: &[u8]) -> &'static str {
    let starts = |with: &[u8]| bytes.starts_with(with);
    let brand = bytes.get(4..12).unwrap_or_default();
    if bytes.is_empty() {
        "empty"
    } else if [&b"ftyphei"[..], b"ftyphev", b"ftypmif", b"ftypmsf"]
        .iter()
        .any(|b| brand.starts_with(b))
    {
        "heic"
    } else if brand.starts_with(b"ftypavi") {
        "avif"
    } else if brand.starts_with(b"ftyp") || starts(b"\x1a\x45\xdf\xa3") {
        "video"
    } else if starts(b"%PDF") {
        "pdf"
    } else if starts(b"II*\0") || starts(b"MM\0*") {
        "tiff"
    } else if starts(b"BM") {
        "bmp"
    } else if starts(b"PK\x03\x04") {
        "zip"
    } else if starts(b"\x7fELF") || starts(b"MZ") {
        "program"
    } else if let Ok(text) = std::str::from_utf8(&bytes[..bytes.len().min(1024)]) {
        if text.contains("<svg") { "svg" } else { "text" }
    } else {
        "unknown"
    }
}

/// The width and height that the header says, upright or not.
pub(super) fn dimensions(bytes: &[u8], format: ImageFormat) -> Result<(u32, u32), UploadError> {
    ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().map_err(of_image)
}

fn check_size(bytes: &[u8], format: ImageFormat) -> Result<(), UploadError> {
    let (width, height) = dimensions(bytes, format)?;
    let pixels = u64::from(width) * u64::from(height);
    match pixels {
        0 => Err(UploadError::Broken),
        _ if pixels > MOST_PIXELS => Err(UploadError::TooManyPixels { most: MOST_PIXELS }),
        _ => Ok(()),
    }
}

/// Decodes a picture and turns it upright.
pub(super) fn decode(bytes: &[u8], format: ImageFormat) -> Result<Decoded, UploadError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(of_image)?;
    let orientation = decoder.orientation().map_err(of_image)?;
    let profile = decoder.icc_profile().ok().flatten().filter(|icc| icc.len() <= MOST_PROFILE);
    let mut image = DynamicImage::from_decoder(decoder).map_err(of_image)?;
    image.apply_orientation(orientation);
    let grey = !image.color().has_color();
    // A profile of another kind of values (CMYK, grey) would be wrong for those we write.
    let profile = profile.filter(|icc| icc.get(16..20) == Some(b"RGB ") && !grey);
    let image = match image.color().has_alpha() {
        true if is_opaque(&image) => DynamicImage::ImageRgb8(image.into_rgb8()),
        true => DynamicImage::ImageRgba8(image.into_rgba8()),
        false => DynamicImage::ImageRgb8(image.into_rgb8()),
    };
    Ok(Decoded { image, profile })
}

fn is_opaque(image: &DynamicImage) -> bool {
    match image {
        DynamicImage::ImageRgba8(rgba) => rgba.pixels().all(|pixel| pixel.0[3] == u8::MAX),
        DynamicImage::ImageLumaA8(grey) => grey.pixels().all(|pixel| pixel.0[1] == u8::MAX),
        _ => false,
    }
}

/// Decodes every frame, within a budget; the animation's width and height.
fn check_animation(bytes: &[u8]) -> Result<(u32, u32), UploadError> {
    let mut decoder = GifDecoder::new(Cursor::new(bytes)).map_err(of_image)?;
    decoder.set_limits(limits()).map_err(of_image)?;
    let (width, height) = decoder.dimensions();
    let frame = u64::from(width) * u64::from(height);
    let mut spent = 0;
    for decoded in decoder.into_frames() {
        decoded.map_err(of_image)?;
        spent += frame;
        if spent > MOST_ANIMATED_PIXELS {
            return Err(UploadError::TooManyPixels { most: MOST_ANIMATED_PIXELS });
        }
    }
    if spent == 0 { Err(UploadError::Broken) } else { Ok((width, height)) }
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    limits
}

/// Writes a JPEG; what is transparent becomes white.
pub(super) fn jpeg(decoded: &Decoded, quality: u8) -> Result<Vec<u8>, UploadError> {
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, quality);
    if let Some(profile) = &decoded.profile {
        drop(encoder.set_icc_profile(profile.clone()));
    }
    on_white(&decoded.image).write_with_encoder(encoder).map_err(of_image)?;
    Ok(out)
}

/// Writes a PNG.
pub(super) fn png(decoded: &Decoded) -> Result<Vec<u8>, UploadError> {
    let mut out = Vec::new();
    let mut encoder = PngEncoder::new(&mut out);
    if let Some(profile) = &decoded.profile {
        drop(encoder.set_icc_profile(profile.clone()));
    }
    decoded.image.write_with_encoder(encoder).map_err(of_image)?;
    Ok(out)
}

fn on_white(image: &DynamicImage) -> DynamicImage {
    let DynamicImage::ImageRgba8(rgba) = image else {
        return DynamicImage::ImageRgb8(image.to_rgb8());
    };
    let mut flat = image::RgbImage::new(rgba.width(), rgba.height());
    for (to, from) in flat.pixels_mut().zip(rgba.pixels()) {
        let alpha = u32::from(from.0[3]);
        for channel in 0..3 {
            let mixed = u32::from(from.0[channel]) * alpha + 255 * (255 - alpha);
            to.0[channel] = u8::try_from(mixed / 255).unwrap_or(u8::MAX);
        }
    }
    DynamicImage::ImageRgb8(flat)
}

fn of_image(error: image::ImageError) -> UploadError {
    match error {
        image::ImageError::Limits(_) => UploadError::TooManyPixels { most: MOST_PIXELS },
        _ => UploadError::Broken,
    }
}
