//! The calendar with its drafts: occasions by time, ideas without a day, days worth writing about.

use axum::Json;
use axum::response::Response;
use channels::publication::StateName;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use platform::{Actor, Brand};
use publishing::Post;
use publishing::calendar::{Narrowed, Occasion, Shown, Standing, agenda, ideas};
use publishing::holidays::{self, Choice, Family};
use serde::{Deserialize, Serialize};
use strategy::Format;
use utoipa::{IntoParams, ToSchema};

use super::posts::{PieceWord, PostBody, clock, day};
use super::publications::StateWord;
use super::shared::{
    At, Caller, Ident, Input, Listing, Moment, Params, Place, Problem, instant, known, limit, word,
};
use crate::words::Words;

word! {
    /// What kind of day it is.
    FamilyWord(Family);
}

/// Which part of the calendar, narrowed to what.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OccasionsAsked {
    /// At or after.
    #[param(required = true)]
    from: Option<Moment>,
    /// Before; without end when nothing is said.
    to: Option<Moment>,
    /// Only this channel.
    channel: Option<Ident>,
    /// Only this campaign.
    campaign: Option<Ident>,
    /// Only this topic.
    topic: Option<Ident>,
    /// Only this kind of piece.
    #[param(example = "image")]
    format: Option<String>,
    /// Only `draft`, `asked` (a draft that waits for an agreement), or publications in a state.
    #[param(example = "planned")]
    state: Option<String>,
    /// Only what this teammate wrote.
    author: Option<Ident>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

impl OccasionsAsked {
    fn narrowed(&self) -> Result<Narrowed, Problem> {
        Ok(Narrowed {
            channel: self.channel.map(Ident::of),
            campaign: self.campaign.map(Ident::of),
            topic: self.topic.map(Ident::of),
            format: self.format.as_deref().map(|one| known("format", one)).transpose()?,
            shown: match self.state.as_deref() {
                None => None,
                Some("draft") => Some(Shown::Drafts),
                Some("asked") => Some(Shown::Asked),
                Some(state) => Some(Shown::State(known("state", state)?)),
            },
            author: self.author.map(Ident::of),
        })
    }
}

/// A post at a time: its publications then, or a draft meant for then.
#[derive(Serialize, ToSchema)]
#[schema(as = Occasion)]
pub struct OccasionBody {
    pub post: Ident,
    pub at: Moment,
    /// The same, on a clock of the brand.
    #[schema(example = "2026-11-24T09:00:00")]
    pub local_time: String,
    #[schema(example = "Europe/Paris")]
    zone: String,
    /// `draft`, `asked` (a draft that waits for an agreement), or the state that matters most.
    #[schema(example = "planned")]
    pub state: &'static str,
    publications: Vec<OccasionPublication>,
    pub channels: Vec<Ident>,
    /// The first words of the post.
    pub excerpt: String,
    format: PieceWord,
    topic: Option<Ident>,
    campaign: Option<Ident>,
    author: Option<Ident>,
}

/// A publication of an occasion.
#[derive(Serialize, ToSchema)]
pub struct OccasionPublication {
    publication: Ident,
    state: StateWord,
}

impl OccasionBody {
    /// An occasion, on the clocks of a zone.
    pub fn new(occasion: Occasion, zone: &TimeZone) -> Self {
        let state = match occasion.standing {
            Standing::Draft => "draft",
            Standing::Asked => "asked",
            Standing::Given(_) => occasion.state().unwrap_or(StateName::Cancelled).as_str(),
        };
        let publications = match occasion.standing {
            Standing::Given(all) => all,
            Standing::Draft | Standing::Asked => Vec::new(),
        };
        let publication = |(publication, state): (primitives::Id<_>, StateName)| {
            OccasionPublication { publication: Ident::from(publication), state: state.into() }
        };
        Self {
            post: occasion.post.into(),
            at: occasion.at.into(),
            local_time: clock(occasion.at, zone),
            zone: zone.iana_name().unwrap_or("UTC").to_owned(),
            state,
            publications: publications.into_iter().map(publication).collect(),
            channels: occasion.channels.into_iter().map(Ident::from).collect(),
            excerpt: occasion.excerpt,
            format: Format::into(occasion.format),
            topic: occasion.topic.map(Ident::from),
            campaign: occasion.campaign.map(Ident::from),
            author: occasion.author.map(Ident::from),
        }
    }
}

/// Posts by time, drafts meant for a day among them
#[utoipa::path(get, path = "/api/v1/calendar/occasions", operation_id = "calendar_occasions", tag = "calendar",
    security(("token" = ["posts:read"])), params(OccasionsAsked),
    responses((status = 200, description = "A page of occasions", body = Listing<OccasionBody>)))]
pub async fn list(
    caller: Caller,
    Params(asked): Params<OccasionsAsked>,
) -> Result<Json<Listing<OccasionBody>>, Problem> {
    let limit = limit(asked.limit)?;
    let narrowed = asked.narrowed()?;
    let (from, to) = (instant("from", asked.from)?, asked.to.map(Moment::at));
    let after = Place::read(asked.cursor.as_deref())?.map(Place::split);
    let mut tx = caller.read().await?;
    let zone = Brand::of(&caller.actor, &mut tx).await?.zone;
    let most = limit as i64 + 1;
    let found = agenda(from, to, after, most, &narrowed, &caller.actor, &mut tx).await?;
    let place = |occasion: &Occasion| Place::new(occasion.at, occasion.post);
    let shape = |occasion| OccasionBody::new(occasion, zone.time_zone());
    Ok(Json(Listing::cut(found, limit, place, shape)))
}

/// How many ideas.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct IdeasAsked {
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// A draft without a day.
#[derive(Serialize, ToSchema)]
pub struct IdeaBody {
    post: Ident,
    excerpt: String,
    channels: Vec<Ident>,
    format: PieceWord,
    topic: Option<Ident>,
    campaign: Option<Ident>,
    author: Option<Ident>,
    updated_at: Moment,
}

/// Drafts without a day, the last changed first
#[utoipa::path(get, path = "/api/v1/calendar/ideas", operation_id = "calendar_ideas", tag = "calendar",
    security(("token" = ["posts:read"])), params(IdeasAsked),
    responses((status = 200, description = "The ideas", body = Listing<IdeaBody>)))]
pub async fn list_ideas(
    caller: Caller,
    Params(asked): Params<IdeasAsked>,
) -> Result<Json<Listing<IdeaBody>>, Problem> {
    let most = limit(asked.limit)? as i64;
    let mut tx = caller.read().await?;
    let found = ideas(&Narrowed::default(), most, &caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(found.into_iter().map(|idea| IdeaBody {
        post: idea.post.into(),
        excerpt: idea.excerpt,
        channels: idea.channels.into_iter().map(Ident::from).collect(),
        format: Format::into(idea.format),
        topic: idea.topic.map(Ident::from),
        campaign: idea.campaign.map(Ident::from),
        author: idea.author.map(Ident::from),
        updated_at: idea.at.into(),
    }))))
}

/// A draft’s day.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// A clock reading in the brand’s zone; nothing leaves for it.
    #[schema(example = "2026-12-01T09:00")]
    local_time: String,
}

/// Give a draft the day and time it is meant for
#[utoipa::path(put, path = "/api/v1/posts/{post}/wanted", operation_id = "post_want", tag = "calendar",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    request_body = Wanted,
    responses((status = 200, description = "The draft", body = PostBody)))]
pub async fn want(
    caller: Caller,
    At(id): At<Post>,
    Input(wanted): Input<Wanted>,
) -> Result<Response, Problem> {
    let local = wanted.local_time.parse();
    wants(caller, id, Some(local.map_err(|_| Problem::field("local_time", "not_a_time"))?)).await
}

/// Take a draft’s day away: it is an idea again
#[utoipa::path(delete, path = "/api/v1/posts/{post}/wanted", operation_id = "post_unwant", tag = "calendar",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    responses((status = 200, description = "The draft", body = PostBody)))]
pub async fn unwant(caller: Caller, At(id): At<Post>) -> Result<Response, Problem> {
    wants(caller, id, None).await
}

async fn wants(
    caller: Caller,
    id: primitives::Id<Post>,
    local: Option<DateTime>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    let post = post.want(local, &caller.actor, &mut tx).await?;
    let body = PostBody::of(&post, &caller.actor, &mut tx).await?;
    caller.changed(tx, &body).await
}

/// Which days.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DaysAsked {
    /// The first day.
    #[param(required = true, example = "2026-12-01")]
    from: Option<String>,
    /// The last day, at most 100 days later.
    #[param(required = true, example = "2026-12-31")]
    to: Option<String>,
    /// `true`: every kind of day, whatever the brand chose to see.
    all: Option<bool>,
}

/// A day worth writing about: a holiday, a feast, a sale.
#[derive(Serialize, ToSchema)]
#[schema(as = Day)]
pub struct DayBody {
    #[schema(format = "date", example = "2026-12-25")]
    pub day: String,
    /// The last day, when it lasts several.
    #[schema(format = "date")]
    pub until: String,
    /// What it is, for programs.
    #[schema(example = "christmas")]
    key: &'static str,
    /// The same, in the language asked for.
    pub name: String,
    pub family: FamilyWord,
}

impl DayBody {
    /// The days that the actor's brand sees between two, both included, in words.
    pub async fn between(
        (from, to): (jiff::civil::Date, jiff::civil::Date),
        all: bool,
        words: &Words,
        actor: &Actor,
        tx: &mut database::Tx,
    ) -> Result<Vec<Self>, Problem> {
        let zone = Brand::of(actor, tx).await?.zone;
        let families =
            if all { Family::ALL.to_vec() } else { Choice::of(actor, tx).await?.families };
        let found = holidays::between(from, to, &families, zone.time_zone());
        let body = |moment: holidays::Moment| Self {
            day: moment.day.to_string(),
            until: moment.until.to_string(),
            key: moment.key,
            name: words.t(&format!("moment-{}", moment.key)),
            family: moment.family.into(),
        };
        Ok(found.into_iter().map(body).collect())
    }
}

/// Public holidays, feasts, sales and world days
#[utoipa::path(get, path = "/api/v1/calendar/days", operation_id = "calendar_days", tag = "calendar",
    security(("token" = ["posts:read"])), params(DaysAsked),
    responses((status = 200, description = "The days", body = Listing<DayBody>)))]
pub async fn days(
    caller: Caller,
    Params(asked): Params<DaysAsked>,
) -> Result<Json<Listing<DayBody>>, Problem> {
    let from = day("from", asked.from.as_deref())?;
    let to = day("to", asked.to.as_deref())?;
    if to < from || (to - from).get_days() > 100 {
        return Err(Problem::field("to", "span"));
    }
    let mut tx = caller.read().await?;
    let all = asked.all.unwrap_or(false);
    let days = DayBody::between((from, to), all, &caller.words, &caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(days)))
}
