use axum::body::Body;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use platform::media::{FitError, Media, MediaKind, MediaStore, StorageError, Wanted as Bytes};
use primitives::Id;
use serde::Deserialize;

use super::tile;
use crate::{InBrand, Refusal};

/// How a medium is wanted.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// The longest side of a still picture of it, in pixels; the medium as it is stored without.
    side: Option<u32>,
    /// To be kept as a file rather than shown.
    save: Option<String>,
}

/// The sizes that are made; another is rounded up to one of them, so that few are kept.
const SIDES: [u32; 4] = [160, 480, 960, 1600];

/// The medium, to the brand's people only; browsers may keep it, nobody between may.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Media>)>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let media = Media::find(id, &here.actor, &mut tx).await?.ok_or(Refusal::NotFound)?;
    drop(tx);
    picture(&here.house.kit.media, &media, &wanted, &headers).await
}

/// A medium that whoever asks may see.
pub(crate) async fn picture(
    store: &MediaStore,
    media: &Media,
    wanted: &Wanted,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let side = wanted.side.map(|side| SIDES.into_iter().find(|s| *s >= side).unwrap_or(SIDES[3]));
    let shown = side.map_or(Some(media.hash.as_str()), |_| media.still()).unwrap_or_default();
    let length = media.duration_ms.unwrap_or(0);
    let tag = format!("\"{}-{}-{length}\"", &shown[..16.min(shown.len())], side.unwrap_or(0));
    // What stands in a film's place may be chosen anew.
    let is_still_of_film = side.is_some() && media.kind == MediaKind::Video;
    let keep = if is_still_of_film { "private, no-cache" } else { FOR_GOOD };
    let lasting = [
        (header::CACHE_CONTROL, keep.to_owned()),
        (header::ETAG, tag.clone()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    let kept = headers.get(header::IF_NONE_MATCH).and_then(|kept| kept.to_str().ok());
    if kept == Some(tag.as_str()) {
        return Ok((StatusCode::NOT_MODIFIED, lasting).into_response());
    }
    let mut response = match side {
        Some(_) if shown.is_empty() => tile::of(media).into_response(),
        Some(side) => {
            let small = store.thumbnail(shown, side).await.map_err(of_fit)?;
            ([(header::CONTENT_TYPE, small.content_type)], small.bytes).into_response()
        }
        None => whole(store, media, headers).await?,
    };
    if response.status() != StatusCode::RANGE_NOT_SATISFIABLE {
        response.headers_mut().extend((lasting).into_response().headers().clone());
    }
    if wanted.save.is_some() {
        let extension = media.content_type.rsplit('/').next().unwrap_or("jpeg");
        let extension = if extension == "quicktime" { "mov" } else { extension };
        let what = if media.kind == MediaKind::Video { "video" } else { "image" };
        let as_file = format!("attachment; filename=\"{what}-{}.{extension}\"", &media.hash[..8]);
        if let Ok(value) = as_file.parse() {
            response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
        }
    }
    Ok(response)
}

const FOR_GOOD: &str = "private, max-age=31536000, immutable";

/// The bytes as they are stored, or the part of them that was asked for: players jump about in
/// a film, and some refuse to play what can't be asked for in parts.
async fn whole(
    store: &MediaStore,
    media: &Media,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let range = headers.get(header::RANGE).and_then(|range| range.to_str().ok()).and_then(asked);
    let range = range.filter(|_| same_as_before(media, headers));
    let size = u64::try_from(media.size).unwrap_or(0);
    let outside = match range {
        Some(Bytes::Between(first, last)) => first >= size || last < first,
        Some(Bytes::From(first)) => first >= size,
        Some(Bytes::Last(length)) => length == 0,
        None => false,
    };
    if outside {
        let said = [(header::CONTENT_RANGE, format!("bytes */{size}"))];
        return Ok((StatusCode::RANGE_NOT_SATISFIABLE, said).into_response());
    }
    let part = store.part(&media.hash, range).await.map_err(of_store)?;
    let (first, end) = (part.range.start, part.range.end);
    let mut said = HeaderMap::new();
    let mut say = |name, text: String| {
        if let Ok(value) = HeaderValue::try_from(text) {
            said.insert(name, value);
        }
    };
    say(header::CONTENT_TYPE, media.content_type.clone());
    say(header::ACCEPT_RANGES, "bytes".to_owned());
    say(header::CONTENT_LENGTH, (end - first).to_string());
    let status = match range {
        Some(_) => {
            let last = end.saturating_sub(1);
            say(header::CONTENT_RANGE, format!("bytes {first}-{last}/{}", part.size));
            StatusCode::PARTIAL_CONTENT
        }
        None => StatusCode::OK,
    };
    Ok((status, said, Body::from_stream(part.bytes)).into_response())
}

/// A part is only of use to who has the rest of the same bytes.
fn same_as_before(media: &Media, headers: &HeaderMap) -> bool {
    let before = headers.get(header::IF_RANGE).and_then(|before| before.to_str().ok());
    before.is_none_or(|before| before.contains(&media.hash[..16.min(media.hash.len())]))
}

/// One part, as browsers ask for it; several at once are answered with the whole.
fn asked(range: &str) -> Option<Bytes> {
    let (first, last) = range.trim().strip_prefix("bytes=")?.split_once('-')?;
    match (first.trim(), last.trim()) {
        ("", length) => Some(Bytes::Last(length.parse().ok()?)),
        (first, "") => Some(Bytes::From(first.parse().ok()?)),
        (first, last) => Some(Bytes::Between(first.parse().ok()?, last.parse().ok()?)),
    }
}

pub(crate) fn of_store(error: StorageError) -> Refusal {
    match error {
        StorageError::Missing => Refusal::NotFound,
        StorageError::Full => Refusal::DiskFull,
        StorageError::Failed(error) => Refusal::fault(error),
    }
}

fn of_fit(error: FitError) -> Refusal {
    match error {
        FitError::Storage(error) => of_store(error),
        error => Refusal::fault(error),
    }
}
