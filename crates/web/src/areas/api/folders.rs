//! The library's folders and tags.

use axum::Json;
use axum::response::Response;
use platform::media::{Folder, FolderError, LONGEST_FOLDER, MOST_FOLDERS};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shared::{At, Caller, FieldProblem, Ident, Input, Listing, Problem};
use crate::words::args;

/// A folder of the library.
#[derive(Serialize, ToSchema)]
#[schema(as = MediaFolder)]
pub struct FolderBody {
    id: Ident,
    #[schema(example = "Noël")]
    name: String,
    /// The folder it lies in.
    parent: Option<Ident>,
    /// How many pictures and films are directly in it.
    media: i64,
}

impl From<Folder> for FolderBody {
    fn from(folder: Folder) -> Self {
        Self {
            id: folder.id.into(),
            name: folder.name,
            parent: folder.parent.map(Ident::from),
            media: folder.media,
        }
    }
}

impl From<FolderError> for Problem {
    fn from(error: FolderError) -> Self {
        let name = |code, most: usize| {
            Problem::fields(vec![FieldProblem::given("name", code, args![most => most])])
        };
        match error {
            FolderError::Name => name("name_needed", LONGEST_FOLDER),
            FolderError::Taken => Problem::field("name", "name_taken"),
            FolderError::TooDeep => Problem::field("parent", "too_deep"),
            FolderError::TooMany => name("at_most", MOST_FOLDERS),
            FolderError::NotFound => Problem::not_found(),
            FolderError::NotAllowed(error) => error.into(),
            FolderError::Database(error) => error.into(),
        }
    }
}

/// What a folder is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFolder {
    #[schema(example = "Noël")]
    name: String,
    /// The folder it lies in.
    parent: Option<Ident>,
}

/// The library’s folders, each followed by those in it
#[utoipa::path(get, path = "/api/v1/media-folders", operation_id = "media_folders", tag = "media",
    security(("token" = ["media:read"])),
    responses((status = 200, description = "All of them", body = Listing<FolderBody>)))]
pub async fn list(caller: Caller) -> Result<Json<Listing<FolderBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Folder::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(FolderBody::from))))
}

/// Make a folder
#[utoipa::path(post, path = "/api/v1/media-folders", operation_id = "media_folder_make", tag = "media",
    security(("token" = ["media:write"])), request_body = NewFolder,
    responses((status = 201, description = "The folder", body = FolderBody)))]
pub async fn make(caller: Caller, Input(new): Input<NewFolder>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let parent = new.parent.map(Ident::of);
    let folder = Folder::make(&new.name, parent, &caller.actor, &mut tx).await;
    let folder = folder.map_err(|error| match error {
        FolderError::NotFound => Problem::field("parent", "no_such_folder"),
        error => error.into(),
    })?;
    caller.created(tx, &FolderBody::from(folder)).await
}

/// Rename a folder, or put it elsewhere
#[utoipa::path(put, path = "/api/v1/media-folders/{folder}", operation_id = "media_folder_change", tag = "media",
    security(("token" = ["media:write"])), params(("folder" = Ident, Path, description = "The folder")),
    request_body = NewFolder,
    responses((status = 200, description = "The folder as it is now", body = FolderBody)))]
pub async fn put(
    caller: Caller,
    At(id): At<Folder>,
    Input(new): Input<NewFolder>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let parent = new.parent.map(Ident::of);
    let folder = Folder::change(id, &new.name, parent, &caller.actor, &mut tx).await?;
    caller.changed(tx, &FolderBody::from(folder)).await
}

/// Take a folder away; what is in it stays, one folder up
#[utoipa::path(delete, path = "/api/v1/media-folders/{folder}", operation_id = "media_folder_remove", tag = "media",
    security(("token" = ["media:write"])), params(("folder" = Ident, Path, description = "The folder")),
    responses((status = 204, description = "It is gone")))]
pub async fn remove(caller: Caller, At(id): At<Folder>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Folder::remove(id, &caller.actor, &mut tx).await?;
    caller.done(tx).await
}
