//! What a person does to a recurrence.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use jiff::civil::DateTime;
use primitives::Id;
use publishing::Recurrence;

use super::shown::reading;
use super::words::refusal;
use crate::{Form, InBrand, Refusal};

type At = Path<(String, Id<Recurrence>)>;

fn asked(form: &Form) -> Result<DateTime, Refusal> {
    form.get("at").parse().map_err(|_| Refusal::Malformed)
}

fn page(id: Id<Recurrence>) -> String {
    format!("queue/recurring/{id}")
}

/// Stops it for now.
pub async fn pause(here: InBrand, Path((_brand, id)): At) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let recurrence = Recurrence::load(id, &here.actor, &mut tx).await.map_err(refusal)?;
    recurrence.pause(&here.actor, &mut tx).await.map_err(refusal)?;
    tx.commit().await?;
    let back = here.url(&format!("{}/pause/end", page(id)));
    Ok(here.go(&page(id)).saying("again-paused").undo(back).into_response())
}

/// Takes it up again.
pub async fn resume(here: InBrand, Path((_brand, id)): At) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let recurrence = Recurrence::load(id, &here.actor, &mut tx).await.map_err(refusal)?;
    recurrence.resume(&here.actor, &mut tx).await.map_err(refusal)?;
    tx.commit().await?;
    Ok(here.go(&page(id)).saying("again-resumed").into_response())
}

/// Skips one time.
pub async fn skip(here: InBrand, Path((_brand, id)): At, form: Form) -> Result<Response, Refusal> {
    let at = asked(&form)?;
    let mut tx = here.begin().await?;
    let recurrence = Recurrence::load(id, &here.actor, &mut tx).await.map_err(refusal)?;
    recurrence.skip(at, &here.actor, &mut tx).await.map_err(refusal)?;
    tx.commit().await?;
    let when = reading(here.words(), at);
    Ok(here.go(&page(id)).saying("again-skipped").with("when", when).into_response())
}

/// Takes one time up again.
pub async fn unskip(
    here: InBrand,
    Path((_brand, id)): At,
    form: Form,
) -> Result<Response, Refusal> {
    let at = asked(&form)?;
    let mut tx = here.begin().await?;
    let recurrence = Recurrence::load(id, &here.actor, &mut tx).await.map_err(refusal)?;
    recurrence.unskip(at, &here.actor, &mut tx).await.map_err(refusal)?;
    tx.commit().await?;
    let when = reading(here.words(), at);
    Ok(here.go(&page(id)).saying("again-unskipped").with("when", when).into_response())
}

/// Opens the post of one time, made now if it is not there yet, to change it by itself.
pub async fn make(here: InBrand, Path((_brand, id)): At, form: Form) -> Result<Response, Refusal> {
    let at = asked(&form)?;
    let mut tx = here.begin().await?;
    let recurrence = Recurrence::load(id, &here.actor, &mut tx).await.map_err(refusal)?;
    let post = recurrence.make(at, &here.actor, &mut tx).await.map_err(refusal)?;
    tx.commit().await?;
    Ok(here.go(&format!("posts/{}/edit", post.id)).into_response())
}

/// Ends it.
pub async fn end(here: InBrand, Path((_brand, id)): At, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let recurrence = Recurrence::load(id, &here.actor, &mut tx).await.map_err(refusal)?;
    let gone = recurrence.end(form.has("withdraw"), &here.actor, &mut tx).await.map_err(refusal)?;
    tx.commit().await?;
    let go = here.go(&page(id)).saying("again-ended").with("count", gone.to_string());
    Ok(go.into_response())
}
