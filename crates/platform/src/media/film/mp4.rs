//! MP4 and MOV: the boxes of the file are walked by hand, and only its description (`moov`) is
//! given to the parser, so that a long film costs no more than a short one.

use std::io::{Cursor, Read, Seek, SeekFrom};

use mp4parse::{MediaContext, SampleEntry, Track, TrackType};

use super::{Film, UploadError};

/// A film's description is no heavier: an hour takes about two megabytes.
const MOST_DESCRIPTION: u64 = 64 * 1024 * 1024;

/// One box: its name, and where its content begins and ends.
struct Frame {
    name: [u8; 4],
    begins: u64,
    ends: u64,
}

pub(super) fn read(file: &mut (impl Read + Seek), size: u64) -> Result<Film, UploadError> {
    let (mut at, mut brand, mut moov) = (0, None, None);
    while let Some(frame) = next(file, at, size)? {
        match &frame.name {
            b"ftyp" => brand = content(file, &frame, 4).ok(),
            b"moov" => moov = Some(content(file, &frame, MOST_DESCRIPTION)?),
            _ => {}
        }
        at = frame.ends;
    }
    let moov = moov.ok_or(UploadError::BrokenFilm)?;
    let is_quicktime = brand.as_deref().is_none_or(|brand| brand == b"qt  ");
    let content_type = if is_quicktime { "video/quicktime" } else { "video/mp4" };
    describe(&moov, content_type)
}

/// The box that begins at `at`, if one does; one that says it is longer than the file is cut.
fn next(file: &mut (impl Read + Seek), at: u64, size: u64) -> Result<Option<Frame>, UploadError> {
    let broken = |_| UploadError::BrokenFilm;
    if at + 8 > size {
        return Ok(None);
    }
    file.seek(SeekFrom::Start(at)).map_err(broken)?;
    let mut head = [0; 8];
    file.read_exact(&mut head).map_err(broken)?;
    let short = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
    let name = [head[4], head[5], head[6], head[7]];
    let (length, header) = match short {
        0 => (size - at, 8),
        1 => {
            let mut long = [0; 8];
            file.read_exact(&mut long).map_err(broken)?;
            (u64::from_be_bytes(long), 16)
        }
        short => (u64::from(short), 8),
    };
    let ends = at.checked_add(length).filter(|ends| length >= header && *ends <= size);
    let ends = ends.ok_or(UploadError::BrokenFilm)?;
    Ok(Some(Frame { name, begins: at + header, ends }))
}

/// The content of a box, or its first `most` bytes when it is a `ftyp`.
fn content(
    file: &mut (impl Read + Seek),
    frame: &Frame,
    most: u64,
) -> Result<Vec<u8>, UploadError> {
    let length = frame.ends - frame.begins;
    if length > most && frame.name != *b"ftyp" {
        return Err(UploadError::BrokenFilm);
    }
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(frame.begins)).map_err(|_| UploadError::BrokenFilm)?;
    let read = file.take(length.min(most)).read_to_end(&mut bytes);
    read.map_err(|_| UploadError::BrokenFilm)?;
    Ok(bytes)
}

fn describe(moov: &[u8], content_type: &'static str) -> Result<Film, UploadError> {
    let length = u32::try_from(moov.len() + 8).map_err(|_| UploadError::BrokenFilm)?;
    let whole = [&length.to_be_bytes()[..], b"moov", moov].concat();
    let said = mp4parse::read_mp4(&mut Cursor::new(whole)).map_err(|_| UploadError::BrokenFilm)?;
    let of_kind = |kind: TrackType| said.tracks.iter().find(move |track| track.track_type == kind);
    let Some(picture) = of_kind(TrackType::Video) else {
        return Err(UploadError::NotAnImage { found: "sound" });
    };
    let (width, height) = upright(picture).ok_or(UploadError::BrokenFilm)?;
    let codecs = codecs(moov);
    let codec = |kind: &[u8; 4]| codecs.iter().find(|(known, _)| known == kind).map(|(_, c)| *c);
    Ok(Film {
        content_type,
        width,
        height,
        duration_ms: duration(&said),
        video_codec: codec(b"vide").unwrap_or("unknown"),
        audio_codec: codec(b"soun"),
        frame_rate: frame_rate(picture),
    })
}

/// Width and height as they are shown: the matrix may lay the picture on its side.
fn upright(track: &Track) -> Option<(u32, u32)> {
    let header = track.tkhd.as_ref()?;
    let (mut width, mut height) = (header.width >> 16, header.height >> 16);
    if width == 0 || height == 0 {
        let entry = track.stsd.as_ref()?.descriptions.iter().find_map(|entry| match entry {
            SampleEntry::Video(video) => Some((u32::from(video.width), u32::from(video.height))),
            _ => None,
        });
        (width, height) = entry?;
    }
    let lies = header.matrix.a == 0 && header.matrix.d == 0;
    Some(if lies { (height, width) } else { (width, height) })
}

/// The length of the longest track; of a film in fragments, what it says of them all.
fn duration(said: &MediaContext) -> Option<i64> {
    let lengths = said
        .tracks
        .iter()
        .filter_map(|track| milliseconds(track.duration.as_ref()?.0, track.timescale.as_ref()?.0));
    lengths.max().filter(|length| *length > 0).or_else(|| {
        let fragments = said.mvex.as_ref()?.fragment_duration.as_ref()?.0;
        milliseconds(fragments, said.timescale.as_ref()?.0).filter(|length| *length > 0)
    })
}

fn milliseconds(units: u64, per_second: u64) -> Option<i64> {
    let exact = u128::from(units) * 1000 / u128::from(per_second).max(1);
    i64::try_from(exact).ok().filter(|length| *length < 7 * 24 * 3_600_000)
}

fn frame_rate(track: &Track) -> Option<f64> {
    let samples = &track.stts.as_ref()?.samples;
    let frames: u64 = samples.iter().map(|run| u64::from(run.sample_count)).sum();
    let units: u64 =
        samples.iter().map(|run| u64::from(run.sample_count) * u64::from(run.sample_delta)).sum();
    if units == 0 {
        return None;
    }
    let rate = frames as f64 * track.timescale.as_ref()?.0 as f64 / units as f64;
    Some((rate * 100.0).round() / 100.0).filter(|rate| *rate > 0.0 && *rate <= 1000.0)
}

/// Of each track, what it is (`vide`, `soun`) and a name for its codec.
fn codecs(moov: &[u8]) -> Vec<([u8; 4], &'static str)> {
    let of_track = |track: &[u8]| {
        let media = inside(track, b"mdia").next()?;
        let kind: [u8; 4] = inside(media, b"hdlr").next()?.get(8..12)?.try_into().ok()?;
        let table = inside(inside(media, b"minf").next()?, b"stbl").next()?;
        let code = inside(table, b"stsd").next()?.get(12..16)?;
        Some((kind, name_of(code)))
    };
    inside(moov, b"trak").filter_map(of_track).collect()
}

/// The contents of the boxes of that name directly in `bytes`.
fn inside<'a>(bytes: &'a [u8], name: &'a [u8; 4]) -> impl Iterator<Item = &'a [u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let head: [u8; 4] = rest.get(..4)?.try_into().ok()?;
        let length = match u32::from_be_bytes(head) as usize {
            0 => rest.len(),
            length => length,
        };
        let found = rest.get(8..length)?;
        let known = rest.get(4..8)?;
        rest = &rest[length..];
        Some((known, found))
    })
    .filter(move |(known, _)| known == name)
    .map(|(_, found)| found)
}

fn name_of(code: &[u8]) -> &'static str {
    match code {
        b"avc1" | b"avc3" => "h264",
        b"hvc1" | b"hev1" | b"dvh1" | b"dvhe" => "hevc",
        b"av01" => "av1",
        b"vp09" => "vp9",
        b"vp08" => "vp8",
        b"mp4v" => "mpeg4",
        b"s263" | b"H263" | b"h263" => "h263",
        b"jpeg" | b"mjpa" | b"mjpb" => "mjpeg",
        b"apch" | b"apcn" | b"apcs" | b"apco" | b"ap4h" | b"ap4x" => "prores",
        b"encv" | b"enca" => "encrypted",
        b"mp4a" => "aac",
        b"Opus" => "opus",
        b".mp3" => "mp3",
        b"fLaC" => "flac",
        b"alac" => "alac",
        b"ac-3" => "ac3",
        b"ec-3" => "eac3",
        b"samr" | b"sawb" => "amr",
        b"lpcm" | b"sowt" | b"twos" | b"raw " | b"in24" | b"fl32" | b"ipcm" => "pcm",
        _ => "unknown",
    }
}
