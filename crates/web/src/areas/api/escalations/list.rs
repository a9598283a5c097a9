//! Questions handed over.

use axum::Json;
use conversations::escalation::{Escalation, Narrowed};
use serde::Deserialize;
use utoipa::IntoParams;

use super::shape::EscalationBody;
use crate::areas::api::shared::{Caller, Ident, Listing, Params, Problem, limit, word};

word! {
    /// Which escalations.
    EscalationListWord(Narrowed);
}

/// Which escalations.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EscalationsAsked {
    /// `open` when nothing is said, `late`, `review` (the team's turn) or `over`.
    #[param(inline)]
    which: Option<EscalationListWord>,
    /// Only those that this teammate is asked.
    teammate: Option<Ident>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// Questions handed over, the soonest deadline first
#[utoipa::path(get, path = "/api/v1/escalations", operation_id = "escalations", tag = "escalations",
    security(("token" = ["conversations:read"])), params(EscalationsAsked),
    responses((status = 200, description = "Escalations", body = Listing<EscalationBody>)))]
pub async fn get(
    caller: Caller,
    Params(asked): Params<EscalationsAsked>,
) -> Result<Json<Listing<EscalationBody>>, Problem> {
    let which = asked.which.map_or(Narrowed::Open, |word| word.0);
    let (of, limit) = (asked.teammate.map(Ident::of), limit(asked.limit)?);
    let mut tx = caller.read().await?;
    let lines = Escalation::list(which, of, limit, &caller.actor, &mut tx).await?;
    let bodies = lines.into_iter().map(|line| EscalationBody::from(line.escalation));
    Ok(Json(Listing::whole(bodies)))
}
