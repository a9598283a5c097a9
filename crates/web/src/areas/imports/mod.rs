//! The pages of `imports`: bringing a network's own export of insights in, column by column.

mod list;
mod mapping;
mod new;
mod one;
mod preview;
mod removal;
mod run;
mod samples;

use axum::extract::Path;
use measurement::insights::{Import, ImportError, ImportState, PlanError, Sheet};
use platform::media::StorageError;
use primitives::Id;

use crate::route::Routes;
use crate::words::Words;
use crate::{InBrand, Refusal};

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/imports", list::get)
        .get("/b/{brand}/imports/new", new::get)
        .upload("/b/{brand}/imports", new::post)
        .get("/b/{brand}/imports/{import}", one::get)
        .post("/b/{brand}/imports/{import}/plan", mapping::post)
        .post("/b/{brand}/imports/{import}/run", run::post)
        .post("/b/{brand}/imports/{import}/removal", removal::post)
}

impl From<ImportError> for Refusal {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::NotAllowed(_) => Refusal::NotAllowed,
            ImportError::NotFound | ImportError::NoSuchChannel => Refusal::NotFound,
            ImportError::WrongState(_) => Refusal::Stale,
            ImportError::Plan(_) => Refusal::Malformed,
            ImportError::Database(error) => error.into(),
        }
    }
}

/// The import in the path.
type ImportPath = Path<(String, Id<Import>)>;

async fn load(here: &InBrand, id: Id<Import>) -> Result<Import, Refusal> {
    let mut tx = here.read().await?;
    Ok(Import::load(id, &here.actor, &mut tx).await?)
}

/// The table that was uploaded, read again.
async fn sheet_of(here: &InBrand, import: &Import) -> Result<Sheet, Refusal> {
    let bytes = match here.house.kit.media.get(&import.plan.file_hash).await {
        Ok(bytes) => bytes,
        Err(StorageError::Missing) => return Err(Refusal::NotFound),
        Err(error) => return Err(Refusal::fault(error)),
    };
    let read = tokio::task::spawn_blocking(move || Sheet::read(&bytes)).await;
    read.map_err(Refusal::fault)?.map_err(Refusal::fault)
}

/// Why a plan can't be followed, and what to do.
fn plan_error(words: &Words, error: PlanError) -> String {
    words.t(match error {
        PlanError::NoRecognisedColumn => "imports-plan-no-recognised-column",
        PlanError::DaysNotPosts => "imports-plan-days-not-posts",
        PlanError::NoFigure => "imports-plan-no-figure",
        PlanError::NoSuchColumn(_) => "imports-plan-no-such-column",
        PlanError::NotAZone => "imports-plan-not-a-zone",
        PlanError::NoNetwork => "imports-plan-no-network",
    })
}

/// The name of a state and its tone.
fn state(words: &Words, state: ImportState) -> (String, &'static str) {
    let tone = match state {
        ImportState::Planned | ImportState::Undone => "",
        ImportState::Running => "info",
        ImportState::Done => "success",
    };
    (words.t(&format!("imports-state-{}", state.as_str())), tone)
}
