//! Who works in the brand, and what was done in it.

use axum::Json;
use platform::activity::{self, Activity, By};
use platform::{Membership, Role};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shared::{Caller, Ident, Listing, Moment, Params, Place, Problem, limit, word};

word! {
    /// What a teammate is in the brand.
    RoleWord(Role);
}

/// Someone who works in the brand.
#[derive(Serialize, ToSchema)]
pub struct Teammate {
    id: Ident,
    #[schema(example = "Louise Moreau")]
    name: String,
    #[schema(example = "louise@fournil.example")]
    email: String,
    role: RoleWord,
    /// Whether they sign in with a second factor.
    second_factor: bool,
    /// Since when they work here.
    since: Moment,
}

/// The brand's teammates, by name
#[utoipa::path(get, path = "/api/v1/teammates", operation_id = "teammates", tag = "team",
    security(("token" = ["team:read"])),
    responses((status = 200, description = "All of them", body = Listing<Teammate>)))]
pub async fn teammates(caller: Caller) -> Result<Json<Listing<Teammate>>, Problem> {
    let mut tx = caller.read().await?;
    let members = Membership::of_brand(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(members.into_iter().map(|member| Teammate {
        id: member.teammate.into(),
        name: member.name.to_string(),
        email: member.email.to_string(),
        role: member.role.into(),
        second_factor: member.second_factor,
        since: member.since.into(),
    }))))
}

/// One dated act.
#[derive(Serialize, ToSchema)]
pub struct Act {
    id: Ident,
    at: Moment,
    by: ActBy,
    /// What: `noun.done`.
    #[schema(example = "post.scheduled")]
    verb: String,
    /// To what kind of thing.
    #[schema(example = "post")]
    subject_kind: String,
    /// To which one.
    subject_id: Option<Ident>,
    /// What else is known.
    #[schema(value_type = Object)]
    data: serde_json::Value,
}

/// Who did it.
#[derive(Serialize, ToSchema)]
pub struct ActBy {
    /// A teammate, a token, or Parvis itself.
    #[schema(example = "teammate")]
    kind: &'static str,
    /// The teammate's name; for a token, of the one who made it. Null when they are gone.
    teammate: Option<String>,
    /// The token's name.
    token: Option<String>,
}

impl From<By> for ActBy {
    fn from(by: By) -> Self {
        match by {
            By::Teammate { name, .. } => Self { kind: "teammate", teammate: name, token: None },
            By::Token { token, teammate } => Self { kind: "token", teammate, token },
            By::System => Self { kind: "system", teammate: None, token: None },
        }
    }
}

impl From<Activity> for Act {
    fn from(act: Activity) -> Self {
        Self {
            id: act.id.into(),
            at: act.at.into(),
            by: act.by.into(),
            verb: act.verb,
            subject_kind: act.subject.kind.into_owned(),
            subject_id: act.subject.id.map(Ident::from),
            data: act.data,
        }
    }
}

/// Where a page begins.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// What was done in the brand, the latest first: the audit log
#[utoipa::path(get, path = "/api/v1/activity", operation_id = "activity", tag = "brand",
    security(("token" = ["brand:read"])), params(Paging),
    responses((status = 200, description = "A page of the log", body = Listing<Act>)))]
pub async fn activity(
    caller: Caller,
    Params(asked): Params<Paging>,
) -> Result<Json<Listing<Act>>, Problem> {
    let limit = limit(asked.limit)?;
    let before = Place::read(asked.cursor.as_deref())?.map(Place::id);
    let mut tx = caller.read().await?;
    let page = activity::page(&caller.actor, before, limit, &mut tx).await?;
    let next = page.next.map(|id| Place::of(id).to_string());
    Ok(Json(Listing { items: page.activities.into_iter().map(Act::from).collect(), next }))
}
