//! Agreements: asking for them, answering, passing one's place on, doing without.

use axum::Json;
use axum::response::Response;
use database::Tx;
use platform::Right;
use publishing::Post;
use publishing::approval::{
    Approver, Ask, Asked, Mode, NewAnswer, Path, Request, RequestState, Speaker,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::posts::ScheduleBody;
use super::shared::{At, Caller, Ident, Input, Listing, Moment, Problem, word};

word! {
    /// Where a request stands.
    ApprovalStateWord(RequestState);
}

/// Agreement asked for a post.
#[derive(Serialize, ToSchema)]
#[schema(as = Approval)]
pub struct ApprovalBody {
    id: Ident,
    post: Ident,
    state: ApprovalStateWord,
    /// What was given to read: give it back with an answer.
    content: String,
    /// Who is asked, step by step.
    steps: Vec<ApprovalStep>,
    /// The step that is under way, from 0.
    step: usize,
    /// When the post is to appear once agreed.
    wanted: Option<ScheduleBody>,
    /// Who asked.
    asked_by: Option<Ident>,
    /// What they said; for one that was bypassed, why.
    note: String,
    answers: Vec<ApprovalAnswer>,
    created_at: Moment,
    settled_at: Option<Moment>,
}

/// A step of a request.
#[derive(Serialize, ToSchema)]
pub struct ApprovalStep {
    /// `any`: one is enough; `all`: each must agree.
    #[schema(example = "any")]
    mode: &'static str,
    people: Vec<ApprovalPerson>,
}

/// Someone who is asked.
#[derive(Serialize, ToSchema)]
pub struct ApprovalPerson {
    /// What tells them apart in the request.
    #[schema(example = "o:marie@example.org")]
    key: String,
    name: String,
    teammate: Option<Ident>,
    /// Whether their answer is awaited now.
    awaited: bool,
}

/// One answer.
#[derive(Serialize, ToSchema)]
pub struct ApprovalAnswer {
    step: usize,
    /// Whose: the `key` of those asked.
    person: String,
    name: String,
    agrees: bool,
    words: String,
    at: Moment,
    /// Whether what they agreed to has changed since.
    void: bool,
}

impl From<Request> for ApprovalBody {
    fn from(request: Request) -> Self {
        let person = |asked: &Asked| ApprovalPerson {
            key: asked.key.clone(),
            name: asked.name.clone(),
            teammate: asked.teammate.map(Ident::from),
            awaited: request.awaits(&asked.key),
        };
        let steps = request.steps.iter().map(|step| ApprovalStep {
            mode: match step.mode {
                Mode::Any => "any",
                Mode::All => "all",
            },
            people: step.people.iter().map(person).collect(),
        });
        let answers = request.answers.iter().map(|answer| ApprovalAnswer {
            step: answer.step,
            person: answer.approver.clone(),
            name: answer.name.clone(),
            agrees: answer.agrees,
            words: answer.words.clone(),
            at: answer.at.into(),
            void: answer.void,
        });
        Self {
            id: request.id.into(),
            post: request.post.into(),
            state: request.state.into(),
            steps: steps.collect(),
            answers: answers.collect(),
            step: request.step,
            wanted: request.wanted.as_ref().map(ScheduleBody::from),
            asked_by: request.asked_by.map(Ident::from),
            created_at: request.created_at.into(),
            settled_at: request.settled_at.map(Moment::from),
            content: request.content_hash,
            note: request.note,
        }
    }
}

/// What waits for an answer, the soonest wanted first
#[utoipa::path(get, path = "/api/v1/approvals", operation_id = "approvals", tag = "approvals",
    security(("token" = ["posts:read"])),
    responses((status = 200, description = "All that waits", body = Listing<ApprovalBody>)))]
pub async fn list(caller: Caller) -> Result<Json<Listing<ApprovalBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Request::waiting(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(ApprovalBody::from))))
}

/// One request
#[utoipa::path(get, path = "/api/v1/approvals/{approval}", operation_id = "approval", tag = "approvals",
    security(("token" = ["posts:read"])), params(("approval" = Ident, Path, description = "The request")),
    responses((status = 200, description = "The request", body = ApprovalBody)))]
pub async fn get(caller: Caller, At(id): At<Request>) -> Result<Json<ApprovalBody>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(Request::load(id, &caller.actor, &mut tx).await?.into()))
}

/// What was asked for a post.
#[derive(Serialize, ToSchema)]
pub struct PostApprovals {
    /// Whether someone must agree to this post at all.
    needed: bool,
    /// What was asked, the newest first.
    items: Vec<ApprovalBody>,
}

/// What agreement a post needs, and what was asked for it
#[utoipa::path(get, path = "/api/v1/posts/{post}/approvals", operation_id = "post_approvals", tag = "approvals",
    security(("token" = ["posts:read"])), params(("post" = Ident, Path, description = "The post")),
    responses((status = 200, description = "What was asked", body = PostApprovals)))]
pub async fn of_post(caller: Caller, At(id): At<Post>) -> Result<Json<PostApprovals>, Problem> {
    let mut tx = caller.read().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    let needed = !Path::of(&post, &mut tx).await?.is_empty();
    let all = Request::of_post(id, &caller.actor, &mut tx).await?;
    let items = all.into_iter().map(ApprovalBody::from).collect();
    Ok(Json(PostApprovals { needed, items }))
}

/// What is asked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewApproval {
    /// When it is to appear once agreed, as a clock reading in the brand’s zone; left for later
    /// when nothing is said.
    #[schema(example = "2026-12-01T09:00")]
    wanted: Option<String>,
    /// What those who are asked are told.
    #[serde(default)]
    note: String,
}

/// Ask those whose agreement a post needs
///
/// Once the last has agreed, it is scheduled at the time it was wanted for.
#[utoipa::path(post, path = "/api/v1/posts/{post}/approvals", operation_id = "post_ask_approval", tag = "approvals",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    request_body = NewApproval,
    responses((status = 201, description = "The request", body = ApprovalBody)))]
pub async fn ask(
    caller: Caller,
    At(id): At<Post>,
    Input(new): Input<NewApproval>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    let ask = Ask { wanted: new.wanted, note: new.note };
    let request = post.ask_approval(ask, &caller.actor, &mut tx).await?;
    caller.created(tx, &ApprovalBody::from(request)).await
}

/// Why it goes without.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Bypass {
    #[schema(example = "La cliente a donné son accord par téléphone")]
    reason: String,
}

/// Let a post leave without the agreement it needs
///
/// For this once and for a reason; owners only.
#[utoipa::path(post, path = "/api/v1/posts/{post}/approval-bypass", operation_id = "post_bypass_approval",
    tag = "approvals", security(("token" = ["posts:write"])),
    params(("post" = Ident, Path, description = "The post")), request_body = Bypass,
    responses((status = 201, description = "The request, bypassed", body = ApprovalBody)))]
pub async fn bypass(
    caller: Caller,
    At(id): At<Post>,
    Input(bypass): Input<Bypass>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    caller.must(Right::RemoveBrand)?;
    let request = post.bypass_approval(&bypass.reason, &caller.actor, &mut tx).await;
    let request = request.map_err(|error| Problem::from(error).at("words", "reason"))?;
    caller.created(tx, &ApprovalBody::from(request)).await
}

/// An answer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewApprovalAnswer)]
pub struct NewAnswerBody {
    /// Whether the teammate behind the token agrees; else they ask for changes.
    agrees: bool,
    /// What they say; needed to ask for changes.
    #[serde(default)]
    #[schema(example = "Très bien, merci")]
    words: String,
    /// The `content` of the request that they read.
    content: String,
}

/// Answer as the teammate behind the token
#[utoipa::path(post, path = "/api/v1/approvals/{approval}/answer", operation_id = "approval_answer", tag = "approvals",
    security(("token" = ["posts:write"])), params(("approval" = Ident, Path, description = "The request")),
    request_body = NewAnswerBody,
    responses((status = 200, description = "The request as it is now", body = ApprovalBody)))]
pub async fn answer(
    caller: Caller,
    At(id): At<Request>,
    Input(new): Input<NewAnswerBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let request = Request::load(id, &caller.actor, &mut tx).await?;
    let answer = NewAnswer { agrees: new.agrees, words: new.words, seen: new.content };
    let speaker = Speaker::Teammate(caller.actor.clone());
    request.answer(answer, &speaker, &mut tx).await?;
    shown(caller, id, tx).await
}

/// Whose place goes to whom: a teammate, or someone outside by name and address.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPlace {
    /// The `key` of the one whose answer is awaited.
    from: String,
    teammate: Option<Ident>,
    #[schema(example = "Marie")]
    name: Option<String>,
    #[schema(example = "marie@example.org")]
    email: Option<String>,
}

/// Pass a place in the present step on to someone else
#[utoipa::path(put, path = "/api/v1/approvals/{approval}/place", operation_id = "approval_reassign", tag = "approvals",
    security(("token" = ["posts:write"])), params(("approval" = Ident, Path, description = "The request")),
    request_body = NewPlace,
    responses((status = 200, description = "The request as it is now", body = ApprovalBody)))]
pub async fn reassign(
    caller: Caller,
    At(id): At<Request>,
    Input(new): Input<NewPlace>,
) -> Result<Response, Problem> {
    let to = match (new.teammate, new.name, new.email) {
        (Some(teammate), None, None) => Approver::Teammate { id: teammate.of() },
        (None, Some(name), Some(email)) => Approver::Outside { name, email },
        _ => return Err(Problem::field("teammate", "missing")),
    };
    let mut tx = caller.begin().await?;
    let request = Request::load(id, &caller.actor, &mut tx).await?;
    request.reassign(&new.from, to, &caller.actor, &mut tx).await?;
    shown(caller, id, tx).await
}

/// Take a request back
#[utoipa::path(delete, path = "/api/v1/approvals/{approval}", operation_id = "approval_withdraw", tag = "approvals",
    security(("token" = ["posts:write"])), params(("approval" = Ident, Path, description = "The request")),
    responses((status = 200, description = "The request, withdrawn", body = ApprovalBody)))]
pub async fn withdraw(caller: Caller, At(id): At<Request>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let request = Request::load(id, &caller.actor, &mut tx).await?;
    request.withdraw(&caller.actor, &mut tx).await?;
    shown(caller, id, tx).await
}

async fn shown(
    caller: Caller,
    id: primitives::Id<Request>,
    mut tx: Tx,
) -> Result<Response, Problem> {
    let request = Request::load(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &ApprovalBody::from(request)).await
}
