use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use platform::media::{FitError, Media, MediaStore, StorageError};
use primitives::Id;
use serde::Deserialize;

use crate::{InBrand, Refusal};

/// How a picture is wanted.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    /// The longest side, in pixels; the picture as it is stored without it.
    side: Option<u32>,
    /// To be kept as a file rather than shown.
    save: Option<String>,
}

/// The sizes that are made; another is rounded up to one of them, so that few are kept.
const SIDES: [u32; 4] = [160, 480, 960, 1600];

/// The picture, to the brand's people only; browsers may keep it, nobody between may.
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

/// A picture that whoever asks may see.
pub(crate) async fn picture(
    store: &MediaStore,
    media: &Media,
    wanted: &Wanted,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let side = wanted.side.map(|side| SIDES.into_iter().find(|s| *s >= side).unwrap_or(SIDES[3]));
    let tag = format!("\"{}-{}\"", &media.hash[..16.min(media.hash.len())], side.unwrap_or(0));
    let kept = headers.get(header::IF_NONE_MATCH).and_then(|kept| kept.to_str().ok());
    let lasting = [
        (header::CACHE_CONTROL, "private, max-age=31536000, immutable".to_owned()),
        (header::ETAG, tag.clone()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    if kept == Some(tag.as_str()) {
        return Ok((StatusCode::NOT_MODIFIED, lasting).into_response());
    }
    let (kind, bytes) = match side {
        Some(side) => {
            let small = store.thumbnail(&media.hash, side).await.map_err(of_fit)?;
            (small.content_type.to_owned(), small.bytes)
        }
        None => (media.content_type.clone(), store.get(&media.hash).await.map_err(of_store)?),
    };
    let mut response = (lasting, [(header::CONTENT_TYPE, kind)], bytes).into_response();
    if wanted.save.is_some() {
        let extension = media.content_type.rsplit('/').next().unwrap_or("jpeg");
        let as_file = format!("attachment; filename=\"image-{}.{extension}\"", &media.hash[..8]);
        if let Ok(value) = as_file.parse() {
            response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
        }
    }
    Ok(response)
}

fn of_store(error: StorageError) -> Refusal {
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
