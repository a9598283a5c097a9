//! The editorial charter, and its topics.

use axum::Json;
use axum::response::Response;
use primitives::Id;
use serde::{Deserialize, Serialize};
use strategy::charter::WordKind;
use strategy::topic::TopicEdit;
use strategy::{Charter, Topic};
use utoipa::ToSchema;

use super::posts::PieceWord;
use super::shared::{At, Caller, Ident, Input, Listing, Problem, word};

word! {
    /// Whether a word is preferred to another, or avoided.
    WordKindWord(WordKind);
}

/// What the brand speaks about.
#[derive(Serialize, ToSchema)]
#[schema(as = Topic)]
pub struct TopicBody {
    id: Ident,
    #[schema(example = "Les coulisses du fournil")]
    name: String,
    /// What belongs to it, for the team.
    about: String,
    #[schema(example = "#b3402a")]
    colour: String,
    /// The hundredths of what is published that should be on it; null where nothing is asked.
    target_share: Option<i64>,
    /// Words by which a text is known to be on it.
    words: Vec<String>,
    /// Whether it is no longer written on.
    archived: bool,
}

impl From<Topic> for TopicBody {
    fn from(topic: Topic) -> Self {
        Self {
            id: topic.id.into(),
            name: topic.name,
            about: topic.about,
            colour: topic.colour,
            target_share: topic.target_share,
            words: topic.words,
            archived: topic.archived,
        }
    }
}

/// Everything that the charter says.
#[derive(Serialize, ToSchema)]
#[schema(as = Charter)]
pub struct CharterBody {
    /// How the brand speaks, in a few sentences.
    tone: String,
    /// The same, in a few words.
    tone_words: Vec<String>,
    /// The languages it writes in; none is the brand’s own.
    languages: Vec<String>,
    /// Hosts of its own sites, where links are to be followed.
    sites: Vec<String>,
    topics: Vec<TopicBody>,
    /// Words to prefer and to avoid.
    words: Vec<CharterWordBody>,
    /// The share of what is published that each format should have.
    formats: Vec<FormatShare>,
    /// What is wanted of each channel that has a line.
    channels: Vec<CharterChannel>,
}

/// A word to prefer or to avoid.
#[derive(Serialize, ToSchema)]
#[schema(as = CharterWord)]
pub struct CharterWordBody {
    kind: WordKindWord,
    word: String,
    instead: String,
    why: String,
}

/// A format’s share, in hundredths.
#[derive(Serialize, ToSchema)]
pub struct FormatShare {
    format: PieceWord,
    share: i64,
}

/// What is wanted of a channel.
#[derive(Serialize, ToSchema)]
pub struct CharterChannel {
    channel: Ident,
    /// Posts a week.
    per_week: Option<i64>,
    most_per_day: Option<i64>,
    /// The least time between two posts.
    least_gap_minutes: Option<i64>,
    language: Option<String>,
    /// Whether it is a person’s own profile.
    personal: bool,
}

/// The editorial charter
#[utoipa::path(get, path = "/api/v1/charter", operation_id = "charter", tag = "charter",
    security(("token" = ["posts:read"])),
    responses((status = 200, description = "All that it says", body = CharterBody)))]
pub async fn get(caller: Caller) -> Result<Json<CharterBody>, Problem> {
    let mut tx = caller.read().await?;
    let charter = Charter::of(&caller.actor, &mut tx).await?;
    let words = charter.words.into_iter().map(|one| CharterWordBody {
        kind: one.kind.into(),
        word: one.word,
        instead: one.instead,
        why: one.why,
    });
    let formats = charter.formats.into_iter();
    let channels = charter.channels.into_iter().map(|line| CharterChannel {
        channel: line.channel.into(),
        per_week: line.per_week,
        most_per_day: line.most_per_day,
        least_gap_minutes: line.least_gap.map(|gap| gap.as_mins()),
        language: line.language,
        personal: line.personal,
    });
    Ok(Json(CharterBody {
        tone: charter.voice.tone,
        tone_words: charter.voice.tone_words,
        languages: charter.voice.languages,
        sites: charter.voice.sites,
        topics: charter.topics.into_iter().map(TopicBody::from).collect(),
        words: words.collect(),
        formats: formats
            .map(|(format, share)| FormatShare { format: format.into(), share })
            .collect(),
        channels: channels.collect(),
    }))
}

/// What a topic is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTopic {
    #[schema(example = "Les coulisses du fournil")]
    name: String,
    /// What belongs to it, for the team.
    #[serde(default)]
    about: String,
    #[schema(example = "#b3402a")]
    colour: String,
    /// 1 to 100; null where nothing is asked.
    target_share: Option<i64>,
    /// Words by which a text is known to be on it.
    #[serde(default)]
    words: Vec<String>,
}

impl From<NewTopic> for TopicEdit {
    fn from(new: NewTopic) -> Self {
        Self {
            name: new.name,
            about: new.about,
            colour: new.colour,
            target_share: new.target_share,
            words: new.words,
        }
    }
}

/// The topics in the charter’s order, archived ones last
#[utoipa::path(get, path = "/api/v1/topics", operation_id = "topics", tag = "charter",
    security(("token" = ["posts:read"])),
    responses((status = 200, description = "All of them", body = Listing<TopicBody>)))]
pub async fn topics(caller: Caller) -> Result<Json<Listing<TopicBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Topic::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(TopicBody::from))))
}

/// Add a topic at the end of the charter
#[utoipa::path(post, path = "/api/v1/topics", operation_id = "topic_add", tag = "charter",
    security(("token" = ["brand:write"])), request_body = NewTopic,
    responses((status = 201, description = "The topic", body = TopicBody)))]
pub async fn add(caller: Caller, Input(new): Input<NewTopic>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let topic = Topic::add(new.into(), &caller.actor, &mut tx).await?;
    caller.created(tx, &TopicBody::from(topic)).await
}

/// One topic
#[utoipa::path(get, path = "/api/v1/topics/{topic}", operation_id = "topic", tag = "charter",
    security(("token" = ["posts:read"])), params(("topic" = Ident, Path, description = "The topic")),
    responses((status = 200, description = "The topic", body = TopicBody)))]
pub async fn topic(caller: Caller, At(id): At<Topic>) -> Result<Json<TopicBody>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(Topic::load(id, &caller.actor, &mut tx).await?.into()))
}

/// Change a topic
#[utoipa::path(put, path = "/api/v1/topics/{topic}", operation_id = "topic_change", tag = "charter",
    security(("token" = ["brand:write"])), params(("topic" = Ident, Path, description = "The topic")),
    request_body = NewTopic,
    responses((status = 200, description = "The topic as it is now", body = TopicBody)))]
pub async fn put(
    caller: Caller,
    At(id): At<Topic>,
    Input(new): Input<NewTopic>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let topic = Topic::load(id, &caller.actor, &mut tx).await?;
    let topic = topic.edit(new.into(), &caller.actor, &mut tx).await?;
    caller.changed(tx, &TopicBody::from(topic)).await
}

/// No longer write on a topic; what was written keeps it
#[utoipa::path(post, path = "/api/v1/topics/{topic}/archive", operation_id = "topic_archive", tag = "charter",
    security(("token" = ["brand:write"])), params(("topic" = Ident, Path, description = "The topic")),
    responses((status = 200, description = "The topic, archived", body = TopicBody)))]
pub async fn archive(caller: Caller, At(id): At<Topic>) -> Result<Response, Problem> {
    archived(caller, id, true).await
}

/// Write on a topic again
#[utoipa::path(delete, path = "/api/v1/topics/{topic}/archive", operation_id = "topic_take_up", tag = "charter",
    security(("token" = ["brand:write"])), params(("topic" = Ident, Path, description = "The topic")),
    responses((status = 200, description = "The topic, written on again", body = TopicBody)))]
pub async fn take_up(caller: Caller, At(id): At<Topic>) -> Result<Response, Problem> {
    archived(caller, id, false).await
}

async fn archived(caller: Caller, id: Id<Topic>, archived: bool) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let topic = Topic::load(id, &caller.actor, &mut tx).await?;
    topic.archive(archived, &caller.actor, &mut tx).await?;
    let topic = Topic::load(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &TopicBody::from(topic)).await
}
