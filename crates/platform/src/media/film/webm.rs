//! WebM: the few elements that describe a film. Those made as they are recorded (by browsers) do
//! not say how long they are: the time of their last frame does.

use std::fs::File;
use std::io::{BufReader, Read};

use super::{Film, UploadError};

/// How every such file begins.
pub(super) const MAGIC: &[u8; 4] = b"\x1a\x45\xdf\xa3";

/// A description is no heavier.
const MOST_DESCRIPTION: u64 = 4 * 1024 * 1024;
/// How many elements are looked at for the last frame: hours of film.
const MOST_ELEMENTS: usize = 5_000_000;

const EBML: u32 = 0x1a45_dfa3;
const DOC_TYPE: u32 = 0x4282;
const SEGMENT: u32 = 0x1853_8067;
const INFO: u32 = 0x1549_a966;
const TIMESTAMP_SCALE: u32 = 0x2a_d7b1;
const DURATION: u32 = 0x4489;
const TRACKS: u32 = 0x1654_ae6b;
const TRACK_ENTRY: u32 = 0xae;
const TRACK_TYPE: u32 = 0x83;
const CODEC_ID: u32 = 0x86;
const DEFAULT_DURATION: u32 = 0x23_e383;
const VIDEO: u32 = 0xe0;
const PIXEL_WIDTH: u32 = 0xb0;
const PIXEL_HEIGHT: u32 = 0xba;
const CLUSTER: u32 = 0x1f43_b675;
const TIMESTAMP: u32 = 0xe7;
const BLOCK_GROUP: u32 = 0xa0;
const BLOCK: u32 = 0xa1;
const SIMPLE_BLOCK: u32 = 0xa3;

/// What was read so far.
#[derive(Default)]
struct Said {
    is_webm: bool,
    scale: Option<u64>,
    duration: Option<f64>,
    picture: Option<TrackSaid>,
    sound: Option<TrackSaid>,
    last_frame: u64,
}

#[derive(Default)]
struct TrackSaid {
    kind: u64,
    codec: String,
    frame: Option<u64>,
    width: u64,
    height: u64,
}

pub(super) fn read(file: &mut BufReader<File>, size: u64) -> Result<Film, UploadError> {
    let mut said = Said::default();
    walk(file, size, &mut said)?;
    if !said.is_webm {
        return Err(UploadError::NotAnImage { found: "matroska" });
    }
    let duration = said.milliseconds();
    let Some(picture) = said.picture else {
        let found = said.sound.map(|_| UploadError::NotAnImage { found: "sound" });
        return Err(found.unwrap_or(UploadError::BrokenFilm));
    };
    let rate = picture.frame.filter(|frame| *frame > 0).map(|frame| 1e9 / frame as f64);
    Ok(Film {
        content_type: "video/webm",
        width: u32::try_from(picture.width).unwrap_or(u32::MAX),
        height: u32::try_from(picture.height).unwrap_or(u32::MAX),
        duration_ms: duration,
        video_codec: name_of(&picture.codec),
        audio_codec: said.sound.map(|sound| name_of(&sound.codec)),
        frame_rate: rate.map(|rate| (rate * 100.0).round() / 100.0).filter(|rate| *rate <= 1000.0),
    })
}

impl Said {
    /// The length said, or else when the last frame begins.
    fn milliseconds(&self) -> Option<i64> {
        let ticks = self.duration.unwrap_or(self.last_frame as f64);
        let length = ticks * self.scale.unwrap_or(1_000_000) as f64 / 1e6;
        (1.0..7.0 * 24.0 * 3_600_000.0).contains(&length).then_some(length.round() as i64)
    }
}

/// Goes from element to element, into those that hold others.
fn walk(file: &mut BufReader<File>, size: u64, said: &mut Said) -> Result<(), UploadError> {
    let (mut at, mut cluster) = (0, 0);
    for _ in 0..MOST_ELEMENTS {
        if at >= size {
            break;
        }
        // What is cut short in the middle of its frames can still be seen.
        let Some((id, length, header)) = element(file) else { break };
        let begins = at + header;
        match id {
            SEGMENT | BLOCK_GROUP => at = begins,
            CLUSTER if said.duration.is_some() => break,
            CLUSTER => at = begins,
            EBML | INFO | TRACKS => {
                let bytes = body(file, length)?;
                at = begins + bytes.len() as u64;
                describe(id, &bytes, said);
            }
            TIMESTAMP if length <= 8 => {
                cluster = number(&body(file, length)?);
                at = begins + length;
            }
            SIMPLE_BLOCK | BLOCK if length >= 4 => {
                let mut head = [0; 4];
                file.read_exact(&mut head).map_err(|_| UploadError::BrokenFilm)?;
                // The track's number takes a byte; up to 127 tracks.
                let after = i16::from_be_bytes([head[1], head[2]]);
                said.last_frame = said.last_frame.max(cluster.saturating_add_signed(after.into()));
                at = begins.saturating_add(length).min(size);
                skip(file, at - begins - 4)?;
            }
            _ => {
                at = begins.saturating_add(length).min(size);
                skip(file, at - begins)?;
            }
        }
    }
    Ok(())
}

/// Goes on from where the reader is, keeping what it has read ahead.
fn skip(file: &mut BufReader<File>, length: u64) -> Result<(), UploadError> {
    let length = i64::try_from(length).map_err(|_| UploadError::BrokenFilm)?;
    file.seek_relative(length).map_err(|_| UploadError::BrokenFilm)
}

/// An element's id, its length and how long this head is; none at the end or where none begins.
fn element(file: &mut impl Read) -> Option<(u32, u64, u64)> {
    let (id, id_length) = vint(file, true)?;
    let (length, length_length) = vint(file, false)?;
    Some((u32::try_from(id).ok()?, length, id_length + length_length))
}

/// A number whose first bits say how many bytes it takes; an id keeps those bits.
fn vint(file: &mut impl Read, is_id: bool) -> Option<(u64, u64)> {
    let mut first = [0];
    file.read_exact(&mut first).ok()?;
    let more = first[0].leading_zeros() as usize;
    if more > 7 {
        return None;
    }
    let mut rest = [0; 7];
    file.read_exact(&mut rest[..more]).ok()?;
    let kept = match more {
        _ if is_id => first[0],
        7 => 0,
        _ => first[0] & (0x7f >> more),
    };
    let value =
        rest[..more].iter().fold(u64::from(kept), |sum, byte| (sum << 8) | u64::from(*byte));
    Some((value, more as u64 + 1))
}

fn body(file: &mut impl Read, length: u64) -> Result<Vec<u8>, UploadError> {
    if length > MOST_DESCRIPTION {
        return Err(UploadError::BrokenFilm);
    }
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes).map_err(|_| UploadError::BrokenFilm)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(UploadError::BrokenFilm) }
}

fn describe(id: u32, bytes: &[u8], said: &mut Said) {
    for (child, value) in children(bytes) {
        match (id, child) {
            (EBML, DOC_TYPE) => said.is_webm = value.starts_with(b"webm"),
            (INFO, TIMESTAMP_SCALE) => said.scale = Some(number(value)),
            (INFO, DURATION) => said.duration = float(value).filter(|ticks| *ticks > 0.0),
            (TRACKS, TRACK_ENTRY) => {
                let track = track(value);
                match track.kind {
                    1 if said.picture.is_none() => said.picture = Some(track),
                    2 if said.sound.is_none() => said.sound = Some(track),
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

fn track(bytes: &[u8]) -> TrackSaid {
    let mut said = TrackSaid::default();
    for (child, value) in children(bytes) {
        match child {
            TRACK_TYPE => said.kind = number(value),
            CODEC_ID => said.codec = String::from_utf8_lossy(value).into_owned(),
            DEFAULT_DURATION => said.frame = Some(number(value)),
            VIDEO => {
                for (child, value) in children(value) {
                    match child {
                        PIXEL_WIDTH => said.width = number(value),
                        PIXEL_HEIGHT => said.height = number(value),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    said
}

/// The elements directly in `bytes`, as far as they are whole.
fn children(bytes: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (id, length, _) = element(&mut rest)?;
        let (value, after) = rest.split_at_checked(usize::try_from(length).ok()?)?;
        rest = after;
        Some((id, value))
    })
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

fn float(bytes: &[u8]) -> Option<f64> {
    match bytes.len() {
        4 => Some(f32::from_be_bytes(bytes.try_into().ok()?).into()),
        8 => Some(f64::from_be_bytes(bytes.try_into().ok()?)),
        _ => None,
    }
}

fn name_of(codec: &str) -> &'static str {
    match codec {
        "V_VP8" => "vp8",
        "V_VP9" => "vp9",
        "V_AV1" => "av1",
        "V_MPEG4/ISO/AVC" => "h264",
        "V_MPEGH/ISO/HEVC" => "hevc",
        "A_OPUS" => "opus",
        "A_VORBIS" => "vorbis",
        codec if codec.starts_with("A_AAC") => "aac",
        codec if codec.starts_with("A_PCM") => "pcm",
        _ => "unknown",
    }
}
