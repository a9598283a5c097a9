//! All the pictures and films of a post as one archive.

use std::io::{Cursor, Write};

use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use channels::AttachedMedia;
use http::header;
use platform::media::MediaStore;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::Refusal;
use crate::areas::media::of_store;

/// The heaviest archive that is made, in bytes; heavier films are saved one by one.
const MOST: i64 = 64 * 1024 * 1024;

/// Whether several files are light enough to be given together.
pub(super) fn together(media: &[AttachedMedia]) -> bool {
    media.len() > 1 && media.iter().map(|one| one.size).sum::<i64>() <= MOST
}

/// The archive.
pub(super) async fn all(store: &MediaStore, media: &[AttachedMedia]) -> Result<Response, Refusal> {
    if !together(media) {
        return Err(Refusal::NotFound);
    }
    let mut files = Vec::with_capacity(media.len());
    for (index, one) in media.iter().enumerate() {
        let bytes = store.get(&one.hash).await.map_err(of_store)?;
        files.push((file_name(index, one), bytes));
    }
    let packed = tokio::task::spawn_blocking(move || pack(files)).await.map_err(Refusal::fault)?;
    let packed = packed.map_err(Refusal::fault)?;
    let head = [
        (header::CONTENT_TYPE, "application/zip"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"parvis.zip\""),
        (header::CACHE_CONTROL, "private, no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    Ok((head, packed).into_response())
}

/// `1.jpeg`, `2.mp4`: in the order of the post.
fn file_name(index: usize, media: &AttachedMedia) -> String {
    let extension = match media.content_type.rsplit('/').next().unwrap_or("jpeg") {
        "quicktime" => "mov",
        other => other,
    };
    format!("{}.{extension}", index + 1)
}

/// Pictures and films are as small as they get: they are only put side by side.
fn pack(files: Vec<(String, Bytes)>) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name, options)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
