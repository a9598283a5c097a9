//! The brand's imports, and taking a file in.

use axum::Json;
use axum::response::Response;
use bytes::Bytes;
use measurement::insights::{Import, ImportPlan, MOST_BYTES, PlanError, Sheet};
use platform::{Brand, Right};
use utoipa::ToSchema;

use super::shape::{ImportBody, ImportProposed, PlanChange};
use crate::areas::api::shared::{Caller, Listing, Parts, Problem};

/// The brand's imports that were run, the latest first
#[utoipa::path(get, path = "/api/v1/imports", operation_id = "imports", tag = "imports",
    security(("token" = ["measures:read"])),
    responses((status = 200, description = "All of them", body = Listing<ImportBody>)))]
pub async fn get(caller: Caller) -> Result<Json<Listing<ImportBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Import::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(ImportBody::from))))
}

/// A file of insights, as a form.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct ImportForm {
    /// CSV with any usual delimiter and encoding, XLSX or XLS. Its content decides, not its name.
    #[schema(value_type = String, format = "binary")]
    file: Vec<u8>,
    /// How it is to be read, as JSON; what is left out is as recognised.
    plan: Option<PlanChange>,
}

/// Take a file of insights in, with a plan to check
///
/// Nothing is stored of its posts until it is run.
#[utoipa::path(post, path = "/api/v1/imports", operation_id = "import_begin", tag = "imports",
    security(("token" = ["measures:write"])),
    request_body(content = ImportForm, content_type = "multipart/form-data", description = "A form with the file"),
    responses((status = 201, description = "The import, planned", body = ImportProposed)))]
pub async fn post(caller: Caller, parts: Parts) -> Result<Response, Problem> {
    caller.must(Right::ManageChannels)?;
    let parts = parts.only(&["plan"])?;
    let change: Option<PlanChange> = parts.json("plan")?;
    if parts.file.len() > MOST_BYTES {
        return Err(measurement::insights::SheetError::TooLarge.into());
    }
    let sheet = read(parts.file.clone()).await?;
    let mut tx = caller.read().await?;
    let zone = Brand::of(&caller.actor, &mut tx).await?.zone;
    drop(tx);
    let hash = caller.house.kit.media.put(parts.file.clone()).await?;
    let mut plan = match ImportPlan::propose(&sheet, &hash, &parts.name, zone.name()) {
        // What is not recognised may be said.
        Err(PlanError::NoRecognisedColumn) if change.is_some() => {
            ImportPlan::by_hand(&sheet, &hash, &parts.name, zone.name())
        }
        proposed => proposed?,
    };
    if let Some(change) = change {
        change.apply(&mut plan, &sheet)?;
        plan.check(&sheet)?;
    }
    let mut tx = caller.begin().await?;
    let import = Import::begin(plan, &caller.actor, &mut tx).await?;
    let body = ImportProposed::new(import, &sheet, zone.time_zone());
    caller.created(tx, &body).await
}

/// Reads a file on a thread where it may take its time.
pub(super) async fn read(bytes: Bytes) -> Result<Sheet, Problem> {
    let read = tokio::task::spawn_blocking(move || Sheet::read(&bytes)).await;
    Ok(read.map_err(Problem::fault)??)
}
