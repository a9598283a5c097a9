//! Texts kept for later: whole texts, signatures, groups of hashtags.

use axum::Json;
use axum::response::Response;
use publishing::Template;
use publishing::template::{TemplateEdit, TemplateKind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shared::{At, Caller, Ident, Input, Listing, Problem, word};

word! {
    /// What a text is kept for.
    TemplateKindWord(TemplateKind);
}

/// A text kept for later.
#[derive(Serialize, ToSchema)]
#[schema(as = Template)]
pub struct TemplateBody {
    id: Ident,
    kind: TemplateKindWord,
    #[schema(example = "Boulangerie")]
    name: String,
    /// Hashtags have their signs, with spaces between.
    #[schema(example = "#pain #levain #artisan")]
    text: String,
    /// The channel that a signature is for; null is every one.
    channel: Option<Ident>,
}

impl From<Template> for TemplateBody {
    fn from(template: Template) -> Self {
        Self {
            id: template.id.into(),
            kind: template.kind.into(),
            name: template.name,
            text: template.text,
            channel: template.channel.map(Ident::from),
        }
    }
}

/// A text to keep.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTemplate {
    kind: TemplateKindWord,
    #[schema(example = "Boulangerie")]
    name: String,
    #[schema(example = "#pain #levain #artisan")]
    text: String,
    /// The channel that a signature is for; null is every one.
    channel: Option<Ident>,
}

impl From<NewTemplate> for TemplateEdit {
    fn from(new: NewTemplate) -> Self {
        let channel = new.channel.map(Ident::of);
        Self { kind: new.kind.0, name: new.name, text: new.text, channel }
    }
}

/// The texts kept, by kind and name
#[utoipa::path(get, path = "/api/v1/templates", operation_id = "templates", tag = "posts",
    security(("token" = ["posts:read"])),
    responses((status = 200, description = "All of them", body = Listing<TemplateBody>)))]
pub async fn list(caller: Caller) -> Result<Json<Listing<TemplateBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Template::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(TemplateBody::from))))
}

/// Keep a text, a signature or a group of hashtags
#[utoipa::path(post, path = "/api/v1/templates", operation_id = "template_add", tag = "posts",
    security(("token" = ["posts:write"])), request_body = NewTemplate,
    responses((status = 201, description = "The text", body = TemplateBody)))]
pub async fn add(caller: Caller, Input(new): Input<NewTemplate>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let template = Template::add(new.into(), &caller.actor, &mut tx).await?;
    caller.created(tx, &TemplateBody::from(template)).await
}

/// One text kept
#[utoipa::path(get, path = "/api/v1/templates/{template}", operation_id = "template", tag = "posts",
    security(("token" = ["posts:read"])), params(("template" = Ident, Path, description = "The text")),
    responses((status = 200, description = "The text", body = TemplateBody)))]
pub async fn get(caller: Caller, At(id): At<Template>) -> Result<Json<TemplateBody>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(Template::load(id, &caller.actor, &mut tx).await?.into()))
}

/// Change a text kept
#[utoipa::path(put, path = "/api/v1/templates/{template}", operation_id = "template_change", tag = "posts",
    security(("token" = ["posts:write"])), params(("template" = Ident, Path, description = "The text")),
    request_body = NewTemplate,
    responses((status = 200, description = "The text as it is now", body = TemplateBody)))]
pub async fn put(
    caller: Caller,
    At(id): At<Template>,
    Input(new): Input<NewTemplate>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let template = Template::load(id, &caller.actor, &mut tx).await?;
    let template = template.edit(new.into(), &caller.actor, &mut tx).await?;
    caller.changed(tx, &TemplateBody::from(template)).await
}

/// Take a text away
#[utoipa::path(delete, path = "/api/v1/templates/{template}", operation_id = "template_remove", tag = "posts",
    security(("token" = ["posts:write"])), params(("template" = Ident, Path, description = "The text")),
    responses((status = 204, description = "It is gone")))]
pub async fn remove(caller: Caller, At(id): At<Template>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let template = Template::load(id, &caller.actor, &mut tx).await?;
    template.remove(&caller.actor, &mut tx).await?;
    caller.done(tx).await
}
