use axum::response::{IntoResponse, Response};

use super::{ImportPath, load, run};
use crate::{InBrand, Refusal};

/// Removes what an import brought.
pub async fn post(here: InBrand, path: ImportPath) -> Result<Response, Refusal> {
    let id = path.0.1;
    let import = load(&here, id).await?;
    if run::progress(id).is_some() {
        return Err(Refusal::Stale);
    }
    let name = import.plan.file_name.clone();
    let mut tx = here.begin().await?;
    import.undo(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let go = here.go(&format!("imports/{id}")).saying("imports-undone");
    Ok(go.with("name", name).into_response())
}
