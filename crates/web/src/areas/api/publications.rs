//! Publications: one content on its way to one channel, and what a person may say of it.

use axum::Json;
use axum::response::Response;
use channels::publication::{
    Filter, PersonSays, PublicationState, Purpose, StateName, Step, StepKind,
};
use channels::{Channel, Publication};
use conversations::reply_settled;
use database::Tx;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use platform::Brand;
use primitives::Id;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::posts::clock;
use super::shared::{
    At, Caller, FieldProblem, Ident, Input, Listing, Moment, Params, Place, Problem, limit, word,
};
use crate::words::args;

word! {
    /// Where a publication stands.
    StateWord(StateName);
    /// One kind of thing that happens to a publication.
    StepWord(StepKind);
}

/// One content on its way to one channel.
#[derive(Serialize, ToSchema)]
#[schema(as = Publication)]
pub struct PublicationBody {
    id: Ident,
    channel: Ident,
    /// The post that it is a variant of; null for an answer.
    post: Option<Ident>,
    /// The conversation that it answers; null for a post.
    conversation: Option<Ident>,
    /// When it is to appear.
    due_at: Moment,
    /// The same, on a clock of the brand.
    #[schema(example = "2026-11-24T09:00:00")]
    local_time: String,
    #[schema(example = "Europe/Paris")]
    zone: String,
    state: StateWord,
    /// Why it failed, is held, or needs a person.
    #[schema(example = "brand_pause")]
    reason: Option<String>,
    /// The network’s own words, or what was seen.
    detail: Option<String>,
    /// When Parvis next sends, looks or asks.
    next_at: Option<Moment>,
    /// Its public address, once it is there and known.
    url: Option<String>,
    published_at: Option<Moment>,
    text: String,
    /// How many pictures.
    pictures: usize,
    /// How many sends were begun.
    attempts: i64,
    /// When teammates were told that it is late.
    late_alerted_at: Option<Moment>,
    updated_at: Moment,
}

/// What a state carries.
#[derive(Default)]
struct Carried {
    reason: Option<String>,
    detail: Option<String>,
    next_at: Option<Timestamp>,
    url: Option<String>,
    published_at: Option<Timestamp>,
}

fn carried(state: &PublicationState) -> Carried {
    use PublicationState as S;
    let none = Carried::default();
    match state {
        S::Planned | S::Cancelled => none,
        S::Prepared { next_at, .. } => Carried { next_at: Some(*next_at), ..none },
        S::Sending { lease_until, .. } => Carried { next_at: Some(*lease_until), ..none },
        S::Processing { check_after, .. } => Carried { next_at: Some(*check_after), ..none },
        S::Published { remote, at } => {
            Carried { url: remote.url.clone(), published_at: Some(*at), ..none }
        }
        S::Uncertain { next_at, detail, .. } => {
            Carried { next_at: Some(*next_at), detail: Some(detail.clone()), ..none }
        }
        S::Failed { reason, detail } => {
            Carried { reason: Some(reason.key()), detail: Some(detail.clone()), ..none }
        }
        S::Held { reason } => Carried { reason: Some(reason.to_string()), ..none },
        S::NeedsPerson { why, detail, .. } => {
            Carried { reason: Some(why.to_string()), detail: Some(detail.clone()), ..none }
        }
    }
}

impl PublicationBody {
    fn of(publication: Publication, zone: &TimeZone) -> Self {
        let carried = carried(&publication.state);
        let (post, conversation) = match publication.purpose {
            Purpose::Post { post, .. } => (Some(post.into()), None),
            Purpose::Reply { conversation } => (None, Some(conversation.into())),
        };
        Self {
            id: publication.id.into(),
            channel: publication.channel.into(),
            post,
            conversation,
            due_at: publication.due_at.into(),
            local_time: clock(publication.due_at, zone),
            zone: zone.iana_name().unwrap_or("UTC").to_owned(),
            state: publication.state.name().into(),
            reason: carried.reason,
            detail: carried.detail.filter(|detail| !detail.is_empty()),
            next_at: carried.next_at.map(Moment::from),
            url: carried.url,
            published_at: carried.published_at.map(Moment::from),
            pictures: publication.content.media.len(),
            text: publication.content.text,
            attempts: publication.attempts,
            late_alerted_at: publication.late_alerted_at.map(Moment::from),
            updated_at: publication.updated_at.into(),
        }
    }
}

/// A publication, with all that happened to it.
#[derive(Serialize, ToSchema)]
pub struct PublicationInFull {
    #[serde(flatten)]
    publication: PublicationBody,
    /// What happened to it, oldest first.
    timeline: Vec<StepBody>,
}

/// One thing that happened to a publication.
#[derive(Serialize, ToSchema)]
#[schema(as = Step)]
pub struct StepBody {
    at: Moment,
    kind: StepWord,
    /// Who, when it was a person.
    teammate: Option<Ident>,
    /// The details.
    #[schema(value_type = Object)]
    data: serde_json::Value,
}

impl From<Step> for StepBody {
    fn from(step: Step) -> Self {
        let teammate = step.teammate.map(Ident::from);
        Self { at: step.at.into(), kind: step.kind.into(), teammate, data: step.data }
    }
}

/// Which publications.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PublicationsAsked {
    /// Due at or after.
    from: Option<Moment>,
    /// Due before.
    to: Option<Moment>,
    /// Only these states, between commas.
    #[param(example = "uncertain,needs_person")]
    state: Option<String>,
    /// Only on this channel.
    channel: Option<Ident>,
    /// `posts` leaves answers out.
    only: Option<String>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

impl PublicationsAsked {
    fn filter(&self, limit: usize) -> Result<Filter, Problem> {
        let words = self.state.as_deref().unwrap_or_default().split(',').map(str::trim);
        let states = words.filter(|word| !word.is_empty()).map(|word| {
            word.parse::<StateName>().map_err(|_| {
                let word: String = word.chars().take(60).collect();
                Problem::fields(vec![FieldProblem::given(
                    "state",
                    "unknown_word",
                    args![word => word],
                )])
            })
        });
        let posts_only = match self.only.as_deref() {
            None => false,
            Some("posts") => true,
            Some(_) => return Err(Problem::field("only", "wrong_type")),
        };
        Ok(Filter {
            from: self.from.map(Moment::at),
            to: self.to.map(Moment::at),
            states: states.collect::<Result<_, _>>()?,
            channel: self.channel.map(|channel| channel.of::<Channel>()),
            posts_only,
            by_hand: false,
            after: Place::read(self.cursor.as_deref())?.map(Place::split),
            most: limit as i64 + 1,
        })
    }
}

/// The brand's publications, by the time they are due
#[utoipa::path(get, path = "/api/v1/publications", operation_id = "publications", tag = "publications",
    security(("token" = ["posts:read"])), params(PublicationsAsked),
    responses((status = 200, description = "A page of publications", body = Listing<PublicationBody>)))]
pub async fn list(
    caller: Caller,
    Params(asked): Params<PublicationsAsked>,
) -> Result<Json<Listing<PublicationBody>>, Problem> {
    let limit = limit(asked.limit)?;
    let filter = asked.filter(limit)?;
    let mut tx = caller.read().await?;
    let zone = Brand::of(&caller.actor, &mut tx).await?.zone;
    let found = Publication::list(&filter, &caller.actor, &mut tx).await?;
    let place = |publication: &Publication| Place::new(publication.due_at, publication.id);
    let shape = |publication| PublicationBody::of(publication, zone.time_zone());
    Ok(Json(Listing::cut(found, limit, place, shape)))
}

/// One publication, with its timeline
#[utoipa::path(get, path = "/api/v1/publications/{publication}", operation_id = "publication", tag = "publications",
    security(("token" = ["posts:read"])), params(("publication" = Ident, Path, description = "The publication")),
    responses((status = 200, description = "The publication", body = PublicationInFull)))]
pub async fn get(
    caller: Caller,
    At(id): At<Publication>,
) -> Result<Json<PublicationInFull>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(in_full(id, &caller, &mut tx).await?))
}

async fn in_full(
    id: Id<Publication>,
    caller: &Caller,
    tx: &mut Tx,
) -> Result<PublicationInFull, Problem> {
    let publication = Publication::load(id, &caller.actor, tx).await?;
    let zone = Brand::of(&caller.actor, tx).await?.zone;
    let timeline = publication.timeline(tx).await?.into_iter().map(StepBody::from).collect();
    Ok(PublicationInFull {
        publication: PublicationBody::of(publication, zone.time_zone()),
        timeline,
    })
}

/// Settles what an answer's conversation waits for, and answers the publication as it is now.
async fn moved(caller: &Caller, id: Id<Publication>, mut tx: Tx) -> Result<Response, Problem> {
    reply_settled(id, &mut tx).await?;
    let body = in_full(id, caller, &mut tx).await?;
    caller.changed(tx, &body).await
}

/// Keep a publication back until it is released
#[utoipa::path(post, path = "/api/v1/publications/{publication}/hold", operation_id = "publication_hold",
    tag = "publications", security(("token" = ["posts:write"])),
    params(("publication" = Ident, Path, description = "The publication")),
    responses((status = 200, description = "The publication, held", body = PublicationInFull)))]
pub async fn hold(caller: Caller, At(id): At<Publication>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let mut publication = Publication::load(id, &caller.actor, &mut tx).await?;
    publication.hold(&caller.actor, &mut tx).await?;
    moved(&caller, id, tx).await
}

/// Let a held publication go, or try a failed one again
#[utoipa::path(post, path = "/api/v1/publications/{publication}/release", operation_id = "publication_release",
    tag = "publications", security(("token" = ["posts:write"])),
    params(("publication" = Ident, Path, description = "The publication")),
    responses((status = 200, description = "The publication, planned again", body = PublicationInFull)))]
pub async fn release(caller: Caller, At(id): At<Publication>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let mut publication = Publication::load(id, &caller.actor, &mut tx).await?;
    let released = publishing::guard::release(&mut publication, &caller.actor, &mut tx).await;
    released?;
    moved(&caller, id, tx).await
}

/// Give a publication up, unless it has left or may have
#[utoipa::path(post, path = "/api/v1/publications/{publication}/cancellation", operation_id = "publication_cancel",
    tag = "publications", security(("token" = ["posts:write"])),
    params(("publication" = Ident, Path, description = "The publication")),
    responses((status = 200, description = "The publication, cancelled", body = PublicationInFull)))]
pub async fn cancel(caller: Caller, At(id): At<Publication>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let mut publication = Publication::load(id, &caller.actor, &mut tx).await?;
    publication.cancel(&caller.actor, &mut tx).await?;
    moved(&caller, id, tx).await
}

/// What a person says of a publication that waits for them.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// That it is there, that it is to be sent (again), or that it is given up.
    says: Says,
    /// Its public address, when it is there and known.
    #[schema(example = "https://bsky.app/profile/fournil.example/post/3kabc")]
    url: Option<String>,
}

/// A person’s word.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// It is there.
    ItIsThere,
    /// It is not there: send it.
    SendIt,
    /// Leave it.
    GiveUp,
}

/// Say what became of a publication that needs a person
#[utoipa::path(post, path = "/api/v1/publications/{publication}/decision", operation_id = "publication_decide",
    tag = "publications", security(("token" = ["posts:write"])),
    params(("publication" = Ident, Path, description = "The publication")), request_body = Decision,
    responses((status = 200, description = "The publication as it is now", body = PublicationInFull)))]
pub async fn decide(
    caller: Caller,
    At(id): At<Publication>,
    Input(decision): Input<Decision>,
) -> Result<Response, Problem> {
    let says = match (decision.says, decision.url) {
        (Says::ItIsThere, url) => PersonSays::ItIsThere { url },
        (_, Some(_)) => return Err(Problem::field("url", "only_when_there")),
        (Says::SendIt, None) => PersonSays::SendIt,
        (Says::GiveUp, None) => PersonSays::GiveUp,
    };
    let mut tx = caller.begin().await?;
    let mut publication = Publication::load(id, &caller.actor, &mut tx).await?;
    publication.decide(says, &caller.actor, &mut tx).await?;
    publishing::by_hand::settled(&publication, &caller.actor, &mut tx).await?;
    moved(&caller, id, tx).await
}
