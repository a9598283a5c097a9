//! `/`: to wherever one should be.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use platform::{Brand, setup};

use crate::security::Visitor;
use crate::{Go, House, Refusal};

/// To the first visit, to sign-in, or to the brand last worked in.
pub async fn get(State(house): State<House>, visitor: Visitor) -> Result<Response, Refusal> {
    let mut tx = house.database().read().await?;
    let Some((session, teammate)) = &visitor.session else {
        let to = if setup::needs_setup(&mut tx).await? { "/setup" } else { "/login" };
        return Ok(Go::to(to).into_response());
    };
    if session.second_factor_pending {
        return Err(Refusal::SecondFactorFirst);
    }
    let brands = Brand::of_teammate(teammate.id, &mut tx).await?;
    let last = visitor.last_brand.as_deref();
    let near = brands.iter().find(|(brand, _)| Some(brand.slug.as_str()) == last);
    let to = match near.or(brands.first()) {
        Some((brand, _)) => format!("/b/{}", brand.slug),
        None => "/account".to_owned(),
    };
    Ok(Go::to(to).into_response())
}
