//! What the checks say of a post, in words, with the way out.

use axum::Json;
use channels::{Channel, Connectors};
use database::Tx;
use jiff::Timestamp;
use platform::Actor;
use publishing::guard::{self, Finding, Guard, Level};
use publishing::{Post, PostState};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::areas::api::shared::{At, Caller, Ident, Listing, Moment, Params, Problem, word};
use crate::areas::checks::wording;
use crate::areas::posts::shown::ShownChannel;
use crate::words::Words;

word! {
    /// A check.
    CheckWord(Guard);
    /// How strongly it speaks: what `stops` is put right, what `asks` is accepted, what `informs`
    /// is only said.
    LevelWord(Level);
}

/// Which moment.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ChecksAsked {
    /// When it would appear; its own time, else the one it is meant for, when nothing is said.
    at: Option<Moment>,
}

/// What a check found.
#[derive(Serialize, ToSchema)]
#[schema(as = Finding)]
pub struct FindingBody {
    /// The check: what `accept` takes.
    pub check: CheckWord,
    pub level: LevelWord,
    /// Its name, in the language asked for.
    pub name: String,
    /// What was seen.
    pub seen: String,
    /// What one can do.
    pub way_out: String,
    /// The channel it concerns; null for the whole post.
    channel: Option<Ident>,
    /// Whether someone said that they know, for what the post says now.
    accepted: bool,
    /// Whether it keeps the post from being scheduled.
    pub open: bool,
    /// The details, for programs.
    #[schema(value_type = Object)]
    fact: serde_json::Value,
}

impl FindingBody {
    fn new(finding: &Finding, channels: &[ShownChannel], words: &Words) -> Self {
        let said = wording::say(words, finding, channels);
        Self {
            check: finding.guard.into(),
            level: finding.level.into(),
            name: words.t(&wording::key(finding.guard)),
            seen: said.seen,
            way_out: said.way,
            channel: finding.channel.map(Ident::from),
            accepted: finding.accepted,
            open: finding.is_open(),
            fact: serde_json::to_value(&finding.fact).unwrap_or_default(),
        }
    }

    /// What checks found in a post of the actor's brand, in words.
    pub async fn all(
        found: &[Finding],
        connectors: &Connectors,
        words: &Words,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Self>, Problem> {
        let channels = Channel::all(actor, tx).await?;
        let channels: Vec<_> =
            channels.iter().map(|channel| ShownChannel::of(channel, connectors)).collect();
        Ok(found.iter().map(|finding| Self::new(finding, &channels, words)).collect())
    }
}

/// When a post would appear: its own time, else the one it is meant for.
pub fn due(post: &Post) -> Option<Timestamp> {
    match &post.state {
        PostState::Scheduled(at) => Some(at.at),
        PostState::Draft => post.wanted.as_ref().map(|at| at.at),
    }
}

/// What the checks say of a post, what stops first
#[utoipa::path(get, path = "/api/v1/posts/{post}/checks", operation_id = "post_checks", tag = "posts",
    security(("token" = ["posts:read"])),
    params(("post" = Ident, Path, description = "The post"), ChecksAsked),
    responses((status = 200, description = "All that they found", body = Listing<FindingBody>)))]
pub async fn get(
    caller: Caller,
    At(id): At<Post>,
    Params(asked): Params<ChecksAsked>,
) -> Result<Json<Listing<FindingBody>>, Problem> {
    let mut tx = caller.read().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    let at = asked.at.map(Moment::at).or_else(|| due(&post));
    let found = guard::look(&post, at, &caller.actor, &mut tx).await?;
    let words = caller.local_words(&mut tx).await?;
    let found =
        FindingBody::all(&found, &caller.house.kit.connectors, &words, &caller.actor, &mut tx)
            .await?;
    Ok(Json(Listing::whole(found)))
}
