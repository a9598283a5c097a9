//! What a person posts by hand: the list of it, and what they say of each.

use axum::Json;
use axum::response::Response;
use channels::{Channel, Publication};
use database::Tx;
use jiff::{SignedDuration, Timestamp};
use primitives::Id;
use publishing::by_hand::{ByHand, ByHandError, LONGEST_REASON, Snooze, Stage};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shared::{
    At, Caller, FieldProblem, Ident, Input, Kind, Listing, Moment, Params, Place, Problem, limit,
};
use crate::words::args;

/// How far ahead the list looks when nothing is said.
const AHEAD: SignedDuration = SignedDuration::from_hours(14 * 24);

/// A post that a person posts by hand.
#[derive(Serialize, ToSchema)]
#[schema(as = ToPost)]
pub struct ToPostBody {
    /// The publication.
    id: Ident,
    channel: Ident,
    /// Where it stands.
    stage: StageWord,
    /// Whose turn it is; null when nobody is named.
    assignee: Option<Ident>,
    due_at: Moment,
    /// Until when it was put off, last.
    snoozed_until: Option<Moment>,
    reminded_at: Option<Moment>,
    /// When others were last told that it is late.
    escalated_at: Option<Moment>,
    /// From when on it is late.
    late_at: Option<Moment>,
    text: String,
    link: Option<String>,
    /// What follows the text, in order.
    thread: Vec<String>,
    first_comment: Option<String>,
    /// Its pictures and films.
    media: Vec<Ident>,
}

/// Where a post by hand stands.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ToPostStage)]
pub enum StageWord {
    /// Its time has not come.
    Coming,
    /// To be posted now.
    Due,
    /// Put off.
    Snoozed,
    /// It should have been posted.
    Late,
    /// Something holds it.
    Held,
    /// It is there.
    Posted,
    /// Given up, or failed.
    Over,
}

impl From<Stage> for StageWord {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Coming => Self::Coming,
            Stage::Due => Self::Due,
            Stage::Snoozed => Self::Snoozed,
            Stage::Late => Self::Late,
            Stage::Held => Self::Held,
            Stage::Posted => Self::Posted,
            Stage::Over => Self::Over,
        }
    }
}

impl ToPostBody {
    fn of(hand: ByHand, now: Timestamp) -> Self {
        let stage = hand.stage(now).into();
        let publication = hand.publication;
        let content = publication.content;
        Self {
            id: publication.id.into(),
            channel: publication.channel.into(),
            stage,
            assignee: hand.assignee.map(Ident::from),
            due_at: publication.due_at.into(),
            snoozed_until: hand.snoozed_until.map(Moment::from),
            reminded_at: hand.reminded_at.map(Moment::from),
            escalated_at: hand.escalated_at.map(Moment::from),
            late_at: hand.late_at.map(Moment::from),
            text: content.text,
            link: content.link,
            thread: content.thread,
            first_comment: content.first_comment,
            media: content.media.into_iter().map(|one| one.media.into()).collect(),
        }
    }
}

/// Which of them.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ToPostAsked {
    /// Due before; two weeks ahead when nothing is said.
    until: Option<Moment>,
    /// Only those of this teammate.
    assignee: Option<Ident>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// What is to be posted by hand, by the time it is due
#[utoipa::path(get, path = "/api/v1/to-post", operation_id = "to_post", tag = "publications",
    security(("token" = ["posts:read"])), params(ToPostAsked),
    responses((status = 200, description = "A page of posts by hand", body = Listing<ToPostBody>)))]
pub async fn list(
    caller: Caller,
    Params(asked): Params<ToPostAsked>,
) -> Result<Json<Listing<ToPostBody>>, Problem> {
    let limit = limit(asked.limit)?;
    let after = Place::read(asked.cursor.as_deref())?.map(Place::split);
    let mut tx = caller.read().await?;
    let now = tx.now();
    let until = asked.until.map_or(now + AHEAD, Moment::at);
    let mut found = ByHand::list(until, &caller.actor, &mut tx).await?;
    let place = |hand: &ByHand| (hand.publication.due_at, hand.publication.id);
    found.retain(|hand| after.is_none_or(|after| place(hand) > after));
    found.retain(|hand| {
        asked.assignee.is_none_or(|asked| hand.assignee.map(Ident::from) == Some(asked))
    });
    found.truncate(limit + 1);
    let place = |hand: &ByHand| Place::new(hand.publication.due_at, hand.publication.id);
    Ok(Json(Listing::cut(found, limit, place, |hand| ToPostBody::of(hand, now))))
}

/// One post to post by hand
#[utoipa::path(get, path = "/api/v1/to-post/{publication}", operation_id = "to_post_one", tag = "publications",
    security(("token" = ["posts:read"])), params(("publication" = Ident, Path, description = "The publication")),
    responses((status = 200, description = "The post by hand", body = ToPostBody)))]
pub async fn get(caller: Caller, At(id): At<Publication>) -> Result<Json<ToPostBody>, Problem> {
    let mut tx = caller.read().await?;
    let hand = ByHand::load(id, &caller.actor, &mut tx).await?;
    Ok(Json(ToPostBody::of(hand, tx.now())))
}

async fn changed(caller: &Caller, id: Id<Publication>, mut tx: Tx) -> Result<Response, Problem> {
    let hand = ByHand::load(id, &caller.actor, &mut tx).await?;
    let body = ToPostBody::of(hand, tx.now());
    caller.changed(tx, &body).await
}

/// Until when it is put off.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SnoozeAsked {
    /// `15m`, `1h`, `evening` (18:00), `morning` (9:00 tomorrow), or a clock reading, in the
    /// brand’s zone.
    #[schema(example = "2026-11-30T17:30")]
    until: Option<String>,
    /// Says that it may appear another day than it was meant for.
    #[serde(default)]
    sure: bool,
}

/// Put a post by hand off: its person is reminded again then
#[utoipa::path(post, path = "/api/v1/to-post/{publication}/snooze", operation_id = "to_post_snooze", tag = "publications",
    security(("token" = ["posts:write"])), params(("publication" = Ident, Path, description = "The publication")),
    request_body = SnoozeAsked,
    responses((status = 200, description = "The post by hand, put off", body = ToPostBody)))]
pub async fn snooze(
    caller: Caller,
    At(id): At<Publication>,
    Input(asked): Input<SnoozeAsked>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let snooze = Snooze::read(asked.until.as_deref().unwrap_or_default());
    ByHand::snooze(id, &snooze, asked.sure, &caller.actor, &mut tx).await?;
    changed(&caller, id, tx).await
}

/// Who is to post it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssigneeAsked {
    /// A teammate who may publish.
    #[schema(required)]
    teammate: Option<Ident>,
}

/// Hand a post by hand over to someone else
#[utoipa::path(post, path = "/api/v1/to-post/{publication}/assignee", operation_id = "to_post_assignee", tag = "publications",
    security(("token" = ["posts:write"])), params(("publication" = Ident, Path, description = "The publication")),
    request_body = AssigneeAsked,
    responses((status = 200, description = "The post by hand, handed over", body = ToPostBody)))]
pub async fn assignee(
    caller: Caller,
    At(id): At<Publication>,
    Input(asked): Input<AssigneeAsked>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    ByHand::load(id, &caller.actor, &mut tx).await?;
    let to = asked.teammate.ok_or_else(|| Problem::field("teammate", "missing"))?;
    ByHand::reassign(id, to.of(), &caller.actor, &mut tx).await?;
    changed(&caller, id, tx).await
}

/// Where it was posted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PostedAsked {
    /// Its public address, when it is known.
    #[schema(example = "https://www.instagram.com/p/C0ffee/")]
    url: Option<String>,
    /// Says that an address of another site than the network’s is right.
    #[serde(default)]
    sure: bool,
}

/// Say that a post by hand is there
#[utoipa::path(post, path = "/api/v1/to-post/{publication}/posted", operation_id = "to_post_posted", tag = "publications",
    security(("token" = ["posts:write"])), params(("publication" = Ident, Path, description = "The publication")),
    request_body = PostedAsked,
    responses((status = 200, description = "The post by hand, posted", body = ToPostBody)))]
pub async fn posted(
    caller: Caller,
    At(id): At<Publication>,
    Input(asked): Input<PostedAsked>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let hand = ByHand::load(id, &caller.actor, &mut tx).await?;
    let channel = Channel::load(hand.publication.channel, &caller.actor, &mut tx).await?;
    let site = caller.house.kit.connectors.site_of(&channel);
    let url = asked.url.unwrap_or_default();
    ByHand::posted(id, &url, asked.sure, site, &caller.actor, &mut tx).await?;
    changed(&caller, id, tx).await
}

/// Why it is given up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveUpAsked {
    /// In a few words.
    #[schema(required, example = "Le produit n’est plus en vente")]
    reason: Option<String>,
}

/// Give a post by hand up, and say why
#[utoipa::path(post, path = "/api/v1/to-post/{publication}/end", operation_id = "to_post_give_up", tag = "publications",
    security(("token" = ["posts:write"])), params(("publication" = Ident, Path, description = "The publication")),
    request_body = GiveUpAsked,
    responses((status = 200, description = "The post by hand, given up", body = ToPostBody)))]
pub async fn give_up(
    caller: Caller,
    At(id): At<Publication>,
    Input(asked): Input<GiveUpAsked>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let reason = asked.reason.unwrap_or_default();
    ByHand::give_up(id, &reason, &caller.actor, &mut tx).await?;
    changed(&caller, id, tx).await
}

impl From<ByHandError> for Problem {
    fn from(error: ByHandError) -> Self {
        match error {
            ByHandError::NotWaiting => {
                Problem::new(Kind::State).saying("api-publication-not-waiting", &[])
            }
            ByHandError::Time(_) => Problem::field("until", "not_a_time"),
            ByHandError::InThePast => Problem::field("until", "in_the_past"),
            ByHandError::TooFar => Problem::field("until", "out_of_range"),
            ByHandError::OtherDay { until } => {
                Problem::field("sure", "other_day").with("until", &until.to_string())
            }
            ByHandError::NoSuchTeammate => Problem::field("teammate", "no_such_teammate"),
            ByHandError::NotALink => Problem::field("url", "not_a_link"),
            ByHandError::OtherSite { host, .. } => Problem::fields(vec![FieldProblem::given(
                "sure",
                "other_site",
                args![where => host],
            )]),
            ByHandError::SayWhy => Problem::field("reason", "empty"),
            ByHandError::ReasonTooLong => Problem::fields(vec![FieldProblem::given(
                "reason",
                "text_too_long",
                args![most => LONGEST_REASON],
            )]),
            ByHandError::Decide(error) => error.into(),
            ByHandError::NotAllowed(error) => error.into(),
            ByHandError::Database(error) => error.into(),
            ByHandError::NotFound => Problem::not_found(),
            other => crate::Refusal::from(other).into(),
        }
    }
}
