//! Pictures.

use axum::Json;
use axum::response::Response;
use platform::Right;
use platform::media::{Media, Picture};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shared::{
    At, Caller, Ident, Input, Listing, Moment, Params, Parts, Place, Problem, limit,
};

/// A picture of the brand.
#[derive(Serialize, ToSchema)]
#[schema(as = Media)]
pub struct MediaBody {
    id: Ident,
    /// SHA-256 of its bytes, in hexadecimal.
    hash: String,
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
    created_by: Option<Ident>,
    created_at: Moment,
}

impl From<Media> for MediaBody {
    fn from(media: Media) -> Self {
        Self {
            id: media.id.into(),
            hash: media.hash,
            content_type: media.content_type,
            size: media.size,
            width: media.width,
            height: media.height,
            name: media.name,
            alt_text: media.alt_text,
            created_by: media.created_by.map(Ident::from),
            created_at: media.created_at.into(),
        }
    }
}

/// Which pictures.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MediaAsked {
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// The brand's pictures, newest first
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
    let found = Media::latest(&caller.actor, before, limit + 1, &mut tx).await?;
    let place = |media: &Media| Place::of(media.id);
    Ok(Json(Listing::cut(found, limit, place, MediaBody::from)))
}

/// A picture, as a form.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct UploadForm {
    /// The picture: JPEG, PNG, GIF or WebP. Its content decides, not its name.
    #[schema(value_type = String, format = "binary")]
    file: Vec<u8>,
    /// What it shows, for those who do not see it.
    alt_text: Option<String>,
}

/// Take a picture in
///
/// As a form, or as the whole body with the picture’s own type. Place, camera and other metadata
/// are removed.
#[utoipa::path(post, path = "/api/v1/media", operation_id = "media_upload", tag = "media",
    security(("token" = ["media:write"])),
    request_body(description = "A form, or the picture itself", content(
        (UploadForm = "multipart/form-data"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"),
        (Vec<u8> = "image/gif"), (Vec<u8> = "image/webp"))),
    responses((status = 201, description = "The picture", body = MediaBody)))]
pub async fn upload(caller: Caller, parts: Parts) -> Result<Response, Problem> {
    caller.must(Right::Draft)?;
    let parts = parts.only(&["alt_text"])?;
    let picture = Picture::take(parts.file.clone()).await?;
    let hash = caller.house.kit.media.put(picture.bytes().clone()).await?;
    let mut tx = caller.begin().await?;
    let alt_text = parts.get("alt_text");
    let media =
        Media::record(&picture, hash, &parts.name, alt_text, &caller.actor, &mut tx).await?;
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

/// What changes of a picture.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MediaChange {
    /// What it shows, for those who do not see it: at most 5,000 characters.
    #[schema(example = "Une bûche au marron sur son plateau")]
    alt_text: String,
}

/// Say what a picture shows
#[utoipa::path(patch, path = "/api/v1/media/{media}", operation_id = "media_describe", tag = "media",
    security(("token" = ["media:write"])), params(("media" = Ident, Path, description = "The picture")),
    request_body = MediaChange,
    responses((status = 200, description = "The picture as it is now", body = MediaBody)))]
pub async fn describe(
    caller: Caller,
    At(id): At<Media>,
    Input(change): Input<MediaChange>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let media = Media::find(id, &caller.actor, &mut tx).await?.ok_or_else(Problem::not_found)?;
    let media = media.describe(&change.alt_text, &caller.actor, &mut tx).await?;
    caller.changed(tx, &MediaBody::from(media)).await
}
