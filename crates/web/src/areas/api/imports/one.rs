//! One import: how far it is, its plan, running and undoing it.

use std::collections::BTreeSet;
use std::sync::Mutex;

use axum::Json;
use axum::response::Response;
use measurement::insights::{Import, ImportError, ImportState, Sheet};
use platform::{Brand, Right};
use primitives::Id;

use super::list::read;
use super::shape::{ImportBody, ImportProposed, PlanChange};
use crate::House;
use crate::areas::api::shared::{At, Caller, Ident, Input, Kind, Problem};

/// The imports that this program is running.
static RUNNING: Mutex<BTreeSet<Id<Import>>> = Mutex::new(BTreeSet::new());

/// One import, and how far it is
#[utoipa::path(get, path = "/api/v1/imports/{import}", operation_id = "import", tag = "imports",
    security(("token" = ["measures:read"])), params(("import" = Ident, Path, description = "The import")),
    responses((status = 200, description = "The import", body = ImportBody)))]
pub async fn get(caller: Caller, At(id): At<Import>) -> Result<Json<ImportBody>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(Import::load(id, &caller.actor, &mut tx).await?.into()))
}

/// Change how an import reads its file, before it is run
#[utoipa::path(put, path = "/api/v1/imports/{import}/plan", operation_id = "import_plan", tag = "imports",
    security(("token" = ["measures:write"])), params(("import" = Ident, Path, description = "The import")),
    request_body = PlanChange,
    responses((status = 200, description = "The import, with its file as the plan now reads it", body = ImportProposed)))]
pub async fn plan(
    caller: Caller,
    At(id): At<Import>,
    Input(change): Input<PlanChange>,
) -> Result<Response, Problem> {
    caller.must(Right::ManageChannels)?;
    let mut tx = caller.read().await?;
    let import = Import::load(id, &caller.actor, &mut tx).await?;
    let zone = Brand::of(&caller.actor, &mut tx).await?.zone;
    drop(tx);
    let sheet = sheet_of(&import, &caller.house).await?;
    let mut plan = import.plan.clone();
    change.apply(&mut plan, &sheet)?;
    plan.check(&sheet)?;
    let mut tx = caller.begin().await?;
    let import = Import::load(id, &caller.actor, &mut tx).await?;
    let import = import.replan(plan, &caller.actor, &mut tx).await?;
    let body = ImportProposed::new(import, &sheet, zone.time_zone());
    caller.changed(tx, &body).await
}

async fn sheet_of(import: &Import, house: &House) -> Result<Sheet, Problem> {
    read(house.kit.media.get(&import.plan.file_hash).await?).await
}

/// Run an import
///
/// It goes on after the answer: read the import again to see how far it is. One that was cut
/// short may be run again; what is stored already is not stored twice.
#[utoipa::path(post, path = "/api/v1/imports/{import}/run", operation_id = "import_run", tag = "imports",
    security(("token" = ["measures:write"])), params(("import" = Ident, Path, description = "The import")),
    responses((status = 202, description = "The import, which is being run", body = ImportBody)))]
pub async fn run(caller: Caller, At(id): At<Import>) -> Result<Response, Problem> {
    caller.must(Right::ManageChannels)?;
    let mut tx = caller.read().await?;
    let import = Import::load(id, &caller.actor, &mut tx).await?;
    drop(tx);
    if !matches!(import.state, ImportState::Planned | ImportState::Running) {
        return Err(ImportError::WrongState(import.state).into());
    }
    let sheet = sheet_of(&import, &caller.house).await?;
    import.plan.check(&sheet)?;
    let running = Running::begin(id)?;
    let tx = caller.begin().await?;
    let answer = caller.accepted(tx, &ImportBody::from(import.clone())).await?;
    let (actor, house) = (caller.actor.clone(), caller.house.clone());
    tokio::spawn(async move {
        let _running = running;
        if let Err(error) = import.run(&sheet, &actor, house.database(), |_| {}).await {
            tracing::warn!(%error, import = %id, "an import was cut short");
        }
    });
    Ok(answer)
}

/// Says that an import is being run, until it is dropped.
struct Running(Id<Import>);

impl Running {
    fn begin(id: Id<Import>) -> Result<Self, Problem> {
        let began = RUNNING.lock().is_ok_and(|mut running| running.insert(id));
        let state = ImportState::Running.as_str();
        let already =
            || Problem::new(Kind::State).saying("api-import-running", &[]).with("state", &state);
        if began { Ok(Self(id)) } else { Err(already()) }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Ok(mut running) = RUNNING.lock() {
            running.remove(&self.0);
        }
    }
}

/// Undo an import
///
/// Removes its figures, and the posts that then have none and that Parvis did not publish.
#[utoipa::path(delete, path = "/api/v1/imports/{import}", operation_id = "import_undo", tag = "imports",
    security(("token" = ["measures:write"])), params(("import" = Ident, Path, description = "The import")),
    responses((status = 200, description = "The import, undone", body = ImportBody)))]
pub async fn undo(caller: Caller, At(id): At<Import>) -> Result<Response, Problem> {
    if RUNNING.lock().is_ok_and(|running| running.contains(&id)) {
        return Err(Problem::new(Kind::State).saying("api-import-running", &[]));
    }
    let mut tx = caller.begin().await?;
    let import = Import::load(id, &caller.actor, &mut tx).await?;
    let import = import.undo(&caller.actor, &mut tx).await?;
    caller.changed(tx, &ImportBody::from(import)).await
}
