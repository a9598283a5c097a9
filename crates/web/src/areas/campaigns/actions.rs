//! A campaign is put away, taken up, taken away, brought back.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use primitives::Id;
use publishing::Campaign;

use super::wording::of;
use crate::{InBrand, Refusal};

/// Puts it away.
pub async fn archive(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
) -> Result<Response, Refusal> {
    put_away(&here, id, true).await?;
    let back = here.url(&format!("campaigns/{id}/archive/end"));
    Ok(here.go("campaigns").saying("campaigns-archived").undo(back).into_response())
}

/// Takes it up again.
pub async fn take_up(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
) -> Result<Response, Refusal> {
    put_away(&here, id, false).await?;
    Ok(here.go(&format!("campaigns/{id}")).saying("campaigns-taken-up").into_response())
}

async fn put_away(here: &InBrand, id: Id<Campaign>, archived: bool) -> Result<(), Refusal> {
    let mut tx = here.begin().await?;
    let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
    campaign.archive(archived, &here.actor, &mut tx).await.map_err(of)?;
    Ok(tx.commit().await?)
}

/// Takes it away, with a way back.
pub async fn remove(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
    campaign.remove(&here.actor, &mut tx).await.map_err(of)?;
    tx.commit().await?;
    let back = here.url(&format!("campaigns/{id}/removal/end"));
    Ok(here.go("campaigns").saying("campaigns-removed").undo(back).into_response())
}

/// Brings it back.
pub async fn restore(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Campaign::restore(id, &here.actor, &mut tx).await.map_err(of)?;
    tx.commit().await?;
    Ok(here.go(&format!("campaigns/{id}")).saying("campaigns-restored").into_response())
}
