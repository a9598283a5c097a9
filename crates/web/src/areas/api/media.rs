//! Pictures and films.

use axum::Json;
use axum::response::Response;
use platform::Right;
use platform::media::{Folder, Kept, Media, MediaKind};
use primitives::Id;
use publishing::library::{self, Held, Wanted};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shared::{
    At, Caller, FieldProblem, Ident, Input, Listing, Moment, Params, Parts, Place, Problem, limit,
};
use crate::words::args;

/// A picture or a film of the brand.
#[derive(Serialize, ToSchema)]
#[schema(as = Media)]
pub struct MediaBody {
    id: Ident,
    /// SHA-256 of its bytes, in hexadecimal.
    hash: String,
    /// `image`, `gif` or `video`.
    #[schema(example = "image")]
    kind: &'static str,
    #[schema(example = "image/jpeg")]
    content_type: String,
    /// Its weight, in bytes.
    size: i64,
    width: i64,
    height: i64,
    /// The file’s name, as it was given.
    name: String,
    /// What it shows, for those who do not see it.
    #[schema(example = "Une bûche au marron sur son plateau")]
    alt_text: String,
    /// A film’s length in milliseconds, if known.
    duration_ms: Option<i64>,
    /// A film’s codec: `h264`, `hevc`, `av1`, `vp8`, `vp9`…
    #[schema(example = "h264")]
    video_codec: Option<String>,
    /// Its sound’s codec; null for a silent film or a picture.
    #[schema(example = "aac")]
    audio_codec: Option<String>,
    /// A film’s frames in a second, if known.
    frame_rate: Option<f64>,
    /// The folder it is in.
    folder: Option<Ident>,
    /// Words that it is found by.
    tags: Vec<String>,
    /// The picture that it is a part of.
    cropped_from: Option<Ident>,
    created_by: Option<Ident>,
    created_at: Moment,
}

impl From<Media> for MediaBody {
    fn from(media: Media) -> Self {
        Self {
            id: media.id.into(),
            hash: media.hash,
            kind: media.kind.as_str(),
            content_type: media.content_type,
            size: media.size,
            width: media.width,
            height: media.height,
            name: media.name,
            alt_text: media.alt_text,
            duration_ms: media.duration_ms,
            video_codec: media.video_codec,
            audio_codec: media.audio_codec,
            frame_rate: media.frame_rate,
            folder: media.folder.map(Ident::from),
            tags: media.tags,
            cropped_from: media.crop.map(|crop| crop.original.into()),
            created_by: media.created_by.map(Ident::from),
            created_at: media.created_at.into(),
        }
    }
}

/// Which of them.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MediaAsked {
    /// Words that the name, the alternative text or the tags hold.
    q: Option<String>,
    /// `image`, `gif` or `video`.
    kind: Option<String>,
    /// A folder of the library, with those in it.
    folder: Option<Ident>,
    /// A tag.
    tag: Option<String>,
    /// `true`: only what no post uses.
    unused: Option<bool>,
    /// `true`: only what has no alternative text.
    without_alt_text: Option<bool>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// The brand's pictures and films, newest first
#[utoipa::path(get, path = "/api/v1/media", operation_id = "media", tag = "media",
    security(("token" = ["media:read"])), params(MediaAsked),
    responses((status = 200, description = "A page of pictures", body = Listing<MediaBody>)))]
pub async fn list(
    caller: Caller,
    Params(asked): Params<MediaAsked>,
) -> Result<Json<Listing<MediaBody>>, Problem> {
    let limit = limit(asked.limit)?;
    let before = Place::read(asked.cursor.as_deref())?.map(Place::id);
    let mut tx = caller.read().await?;
    let wanted = Wanted {
        words: asked.q.unwrap_or_default(),
        kind: asked.kind.as_deref().map(kind).transpose()?,
        folder: asked.folder.map(Ident::of),
        tag: asked.tag,
        unused: asked.unused.unwrap_or(false),
        without_alt: asked.without_alt_text.unwrap_or(false),
        before,
        most: limit + 1,
        ..Wanted::default()
    };
    let found = library::list(&wanted, &caller.actor, &mut tx).await?;
    let place = |held: &Held| Place::of(held.media.id);
    Ok(Json(Listing::cut(found, limit, place, |held| held.media.into())))
}

fn kind(text: &str) -> Result<MediaKind, Problem> {
    let unknown = |_| {
        let word = FieldProblem::given("kind", "unknown_word", args![word => text]);
        Problem::fields(vec![word])
    };
    text.parse().map_err(unknown)
}

/// A picture or a film, as a form.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct UploadForm {
    /// The picture (JPEG, PNG, GIF or WebP) or the film (MP4, MOV or WebM), of 64 MB at most.
    /// Its content decides, not its name.
    #[schema(value_type = String, format = "binary")]
    file: Vec<u8>,
    /// What it shows, for those who do not see it.
    alt_text: Option<String>,
}

/// Take a picture or a film in
///
/// As a form, or as the whole body with its own type. Place, camera and other metadata are
/// removed from pictures; films stay as they are.
#[utoipa::path(post, path = "/api/v1/media", operation_id = "media_upload", tag = "media",
    security(("token" = ["media:write"])),
    request_body(description = "A form, or the picture itself", content(
        (UploadForm = "multipart/form-data"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"),
        (Vec<u8> = "image/gif"), (Vec<u8> = "image/webp"), (Vec<u8> = "video/mp4"),
        (Vec<u8> = "video/quicktime"), (Vec<u8> = "video/webm"))),
    responses((status = 201, description = "The picture", body = MediaBody)))]
pub async fn upload(caller: Caller, parts: Parts) -> Result<Response, Problem> {
    caller.must(Right::Draft)?;
    let parts = parts.only(&["alt_text"])?;
    let taken = caller.house.kit.media.take(parts.file.clone()).await?;
    let mut tx = caller.begin().await?;
    let alt_text = parts.get("alt_text");
    let media = Media::enter(&taken, &parts.name, alt_text, &caller.actor, &mut tx).await?;
    caller.created(tx, &MediaBody::from(media)).await
}

/// One picture
#[utoipa::path(get, path = "/api/v1/media/{media}", operation_id = "media_one", tag = "media",
    security(("token" = ["media:read"])), params(("media" = Ident, Path, description = "The picture")),
    responses((status = 200, description = "The picture", body = MediaBody)))]
pub async fn get(caller: Caller, At(id): At<Media>) -> Result<Json<MediaBody>, Problem> {
    let mut tx = caller.read().await?;
    let media = Media::find(id, &caller.actor, &mut tx).await?;
    Ok(Json(media.ok_or_else(Problem::not_found)?.into()))
}

/// What changes of it; what is not said stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MediaChange {
    /// What it shows, for those who do not see it: at most 5,000 characters.
    #[schema(example = "Une bûche au marron sur son plateau")]
    alt_text: Option<String>,
    /// Its name: at most 200 characters.
    name: Option<String>,
    /// The folder to put it in; null for none.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<Ident>)]
    folder: Option<Option<Ident>>,
    /// All its tags: at most 30, of 40 characters at most.
    tags: Option<Vec<String>>,
}

/// Tells what is null from what is not said.
fn said<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Option<Option<Ident>>, D::Error> {
    Option::deserialize(d).map(Some)
}

/// Say what a picture or a film shows, and where it is kept
#[utoipa::path(patch, path = "/api/v1/media/{media}", operation_id = "media_describe", tag = "media",
    security(("token" = ["media:write"])), params(("media" = Ident, Path, description = "The picture or film")),
    request_body = MediaChange,
    responses((status = 200, description = "As it is now", body = MediaBody)))]
pub async fn describe(
    caller: Caller,
    At(id): At<Media>,
    Input(change): Input<MediaChange>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let media = Media::find(id, &caller.actor, &mut tx).await?.ok_or_else(Problem::not_found)?;
    let folder = |folder: Option<Ident>| folder.map(|folder| -> Id<Folder> { folder.of() });
    let kept = Kept {
        name: change.name,
        alt_text: change.alt_text,
        folder: change.folder.map(folder),
        tags: change.tags,
    };
    let media = media.keep(kept, &caller.actor, &mut tx).await?;
    caller.changed(tx, &MediaBody::from(media)).await
}
