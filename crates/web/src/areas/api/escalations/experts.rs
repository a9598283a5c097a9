//! The address book of those who know.

use axum::Json;
use axum::response::Response;
use conversations::escalation::{Expert, ExpertEdit, ExpertError, LONGEST_NAME};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Refusal;
use crate::areas::api::shared::{At, Caller, FieldProblem, Ident, Input, Listing, Problem, known};
use crate::words::args;

/// A line of the address book.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewExpert)]
pub struct ExpertInput {
    #[schema(example = "Anna Bérard")]
    name: String,
    #[schema(example = "anna@labo.example")]
    email: String,
    /// What they know of.
    #[serde(default)]
    #[schema(example = "allergènes, étiquetage")]
    fields: String,
    /// `fr` or `en`.
    #[schema(example = "fr")]
    language: String,
}

impl ExpertInput {
    fn read(self) -> Result<ExpertEdit, Problem> {
        let language = known("language", &self.language)?;
        Ok(ExpertEdit { name: self.name, email: self.email, fields: self.fields, language })
    }
}

/// Someone whom the brand may ask.
#[derive(Serialize, ToSchema)]
#[schema(as = Expert)]
pub struct ExpertBody {
    id: Ident,
    #[serde(flatten)]
    says: ExpertInput,
}

impl From<Expert> for ExpertBody {
    fn from(expert: Expert) -> Self {
        let says = ExpertInput {
            name: expert.name,
            email: expert.email,
            fields: expert.fields,
            language: expert.language.tag().to_owned(),
        };
        Self { id: expert.id.into(), says }
    }
}

impl From<ExpertError> for Problem {
    fn from(error: ExpertError) -> Self {
        match error {
            ExpertError::Name => {
                let most = args![most => LONGEST_NAME];
                Problem::fields(vec![FieldProblem::given("name", "text_too_long", most)])
            }
            ExpertError::Email => Problem::field("email", "not_an_address"),
            ExpertError::KnownAlready => Problem::field("email", "known_already"),
            ExpertError::TooLong => {
                let most = args![most => 300];
                Problem::fields(vec![FieldProblem::given("fields", "text_too_long", most)])
            }
            error => Refusal::from(error).into(),
        }
    }
}

/// Those whom the brand may ask, by name
#[utoipa::path(get, path = "/api/v1/experts", operation_id = "experts", tag = "escalations",
    security(("token" = ["conversations:read"])),
    responses((status = 200, description = "All of them", body = Listing<ExpertBody>)))]
pub async fn list(caller: Caller) -> Result<Json<Listing<ExpertBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Expert::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(ExpertBody::from))))
}

/// Add someone to the address book
#[utoipa::path(post, path = "/api/v1/experts", operation_id = "expert_add", tag = "escalations",
    security(("token" = ["conversations:write"])), request_body = ExpertInput,
    responses((status = 201, description = "The expert", body = ExpertBody)))]
pub async fn add(caller: Caller, Input(new): Input<ExpertInput>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let expert = Expert::add(new.read()?, &caller.actor, &mut tx).await?;
    caller.created(tx, &ExpertBody::from(expert)).await
}

/// Change a line of the address book
#[utoipa::path(put, path = "/api/v1/experts/{expert}", operation_id = "expert_change", tag = "escalations",
    security(("token" = ["conversations:write"])), params(("expert" = Ident, Path, description = "The expert")),
    request_body = ExpertInput,
    responses((status = 200, description = "The expert, as it is now", body = ExpertBody)))]
pub async fn change(
    caller: Caller,
    At(id): At<Expert>,
    Input(new): Input<ExpertInput>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let expert = Expert::load(id, &caller.actor, &mut tx).await?;
    expert.edit(new.read()?, &caller.actor, &mut tx).await?;
    let now = Expert::load(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &ExpertBody::from(now)).await
}

/// Take someone out of the address book
#[utoipa::path(delete, path = "/api/v1/experts/{expert}", operation_id = "expert_remove", tag = "escalations",
    security(("token" = ["conversations:write"])), params(("expert" = Ident, Path, description = "The expert")),
    responses((status = 204, description = "They are not in the book any more")))]
pub async fn remove(caller: Caller, At(id): At<Expert>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let expert = Expert::load(id, &caller.actor, &mut tx).await?;
    expert.remove(&caller.actor, &mut tx).await?;
    caller.done(tx).await
}
