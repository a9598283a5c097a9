use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use axum::response::{IntoResponse, Response};
use measurement::insights::{Import, ImportState, Progress, Sheet};
use platform::Right;
use primitives::Id;

use super::mapping::{again, changed};
use super::{ImportPath, load, sheet_of};
use crate::{Form, InBrand, Refusal};

/// What this process is storing now. Only for showing: what is stored is in the database, and an
/// import that was cut short is run again from its page.
static RUNNING: LazyLock<Mutex<HashMap<Id<Import>, Progress>>> = LazyLock::new(Mutex::default);

/// How far an import is, if this process is storing it.
pub(super) fn progress(id: Id<Import>) -> Option<Progress> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner).get(&id).copied()
}

/// Begins to store what the file says, with the plan of the form; goes on with one cut short.
pub async fn post(here: InBrand, path: ImportPath, form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageChannels)?;
    let id = path.0.1;
    let mut import = load(&here, id).await?;
    let sheet = sheet_of(&here, &import).await?;
    if import.state == ImportState::Planned {
        let plan = match changed(&here, &import, &sheet, &form).await? {
            Ok(plan) => plan,
            Err(form) => return again(&here, import, &sheet, form).await,
        };
        let mut tx = here.begin().await?;
        import = import.replan(plan, &here.actor, &mut tx).await?;
        tx.commit().await?;
    }
    if !matches!(import.state, ImportState::Planned | ImportState::Running) {
        return Err(Refusal::Stale);
    }
    start(&here, import, sheet);
    Ok(here.go(&format!("imports/{id}")).into_response())
}

/// Stores it beside the request, unless that is being done.
fn start(here: &InBrand, import: Import, sheet: Sheet) {
    let id = import.id;
    let Some(running) = Running::of(id, sheet.rows.len()) else { return };
    let (actor, database) = (here.actor.clone(), here.house.database().clone());
    tokio::spawn(async move {
        let stored =
            import.run(&sheet, &actor, &database, |progress| running.is_at(progress)).await;
        if let Err(error) = stored {
            tracing::error!(%error, import = %id, "an import was cut short");
        }
    });
}

/// Keeps an import among those that run, as long as it is held.
struct Running(Id<Import>);

impl Running {
    fn of(id: Id<Import>, all: usize) -> Option<Self> {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        if running.contains_key(&id) {
            return None;
        }
        running.insert(id, Progress { read: 0, all });
        Some(Self(id))
    }

    fn is_at(&self, progress: Progress) {
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).insert(self.0, progress);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}
