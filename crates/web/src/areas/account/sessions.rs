//! Ending sessions on other devices.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use platform::Session;
use primitives::Id;

use crate::{Go, Refusal, SignedIn};

/// Ends one of one's own sessions.
pub async fn end(here: SignedIn, Path(session): Path<Id<Session>>) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    if !Session::revoke(here.teammate.id, session, &mut tx).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    Ok(Go::to("/account").saying("account-session-ended").into_response())
}

/// Ends all of them but this one.
pub async fn end_others(here: SignedIn) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let ended = Session::revoke_all(here.teammate.id, Some(here.session.id), &mut tx).await?;
    tx.commit().await?;
    let go = Go::to("/account").saying("account-sessions-ended");
    Ok(go.with("count", ended.to_string()).into_response())
}
