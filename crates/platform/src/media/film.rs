//! A film's description, read from its file by what it is: nothing is decoded.

mod mp4;
pub(super) mod scrub;
mod webm;

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

use super::UploadError;

/// What a film's file says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Film {
    /// `video/mp4`, `video/quicktime` or `video/webm`.
    pub content_type: &'static str,
    /// Width as it is shown, upright, in pixels.
    pub width: u32,
    /// Height as it is shown, upright, in pixels.
    pub height: u32,
    /// Its length in milliseconds, if the file says it.
    pub duration_ms: Option<i64>,
    /// `h264`, `hevc`, `av1`, `vp8`, `vp9`, `mpeg4`, `prores`… or `unknown`.
    pub video_codec: &'static str,
    /// `aac`, `opus`, `vorbis`, `mp3`, `flac`, `alac`, `pcm`, `ac3`… or `unknown`; `None` for a
    /// silent film.
    pub audio_codec: Option<&'static str>,
    /// Frames in a second, if the file says it.
    pub frame_rate: Option<f64>,
}

/// A larger film has no screen.
const MOST_SIDE: u32 = 16_384;

/// Whether a file that begins so is a film, or something in a film's clothes.
pub(super) fn is_film(head: &[u8]) -> bool {
    let brand = head.get(4..12).unwrap_or_default();
    let picture = [&b"ftyphei"[..], b"ftyphev", b"ftypmif", b"ftypmsf", b"ftypavi"];
    let is_picture = picture.iter().any(|known| brand.starts_with(known));
    let is_mp4 = [&b"ftyp"[..], b"moov", b"mdat", b"wide"].iter().any(|b| brand.starts_with(b));
    (is_mp4 && !is_picture) || head.starts_with(webm::MAGIC)
}

/// Reads a film's description.
///
/// # Errors
/// [`UploadError::NotAnImage`] when it is sound only or a film of another kind,
/// [`UploadError::BrokenFilm`] when it can't be read.
pub(super) fn read(file: File) -> Result<Film, UploadError> {
    let size = file.metadata().map_err(|_| UploadError::BrokenFilm)?.len();
    let mut reader = BufReader::with_capacity(64 * 1024, file);
    reader.seek(SeekFrom::Start(0)).map_err(|_| UploadError::BrokenFilm)?;
    let mut head = [0; 4];
    reader.read_exact(&mut head).map_err(|_| UploadError::BrokenFilm)?;
    reader.seek(SeekFrom::Start(0)).map_err(|_| UploadError::BrokenFilm)?;
    let film = if head == *webm::MAGIC {
        webm::read(&mut reader, size)?
    } else {
        mp4::read(&mut reader, size)?
    };
    let sides = film.width.min(film.height)..=film.width.max(film.height);
    if *sides.start() == 0 || *sides.end() > MOST_SIDE {
        return Err(UploadError::BrokenFilm);
    }
    Ok(film)
}
