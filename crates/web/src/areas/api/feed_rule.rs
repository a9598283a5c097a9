//! What becomes of a feed's new items.

use axum::Json;
use axum::response::Response;
use channels::Channel;
use database::Tx;
use platform::Actor;
use publishing::feed::{FeedRule, Relay, RuleChannel};
use publishing::{Campaign, Feed};
use serde::{Deserialize, Serialize};
use strategy::Topic;
use utoipa::ToSchema;

use super::shared::{At, Caller, FieldProblem, Ident, Input, Problem};
use crate::words::args;

/// The most words that let through or keep out.
const MOST_WORDS: usize = 50;

/// Where a new item goes.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RelayWord {
    /// Among the drafts: a person decides.
    Drafts,
    /// Into the next free slot of the queue.
    Queue,
}

/// What becomes of a feed’s new items.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FeedRule)]
pub struct FeedRuleBody {
    into: RelayWord,
    /// The channels they are for, each with a text of its own or the common one.
    #[serde(default)]
    channels: Vec<RuleChannelBody>,
    /// The common text, with `{title}`, `{summary}` and `{link}` to fill; null is the title, the
    /// beginning of the summary and the link.
    #[schema(example = "À lire au fournil : {title}\n{link}")]
    text: Option<String>,
    topic: Option<Ident>,
    campaign: Option<Ident>,
    /// Only items that have one of these words, where there are any.
    #[serde(default)]
    with_words: Vec<String>,
    /// No item that has one of these words.
    #[serde(default)]
    without_words: Vec<String>,
    /// Whether the article’s picture goes with it.
    #[serde(default)]
    picture: bool,
}

/// A channel of a rule.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RuleChannel)]
pub struct RuleChannelBody {
    channel: Ident,
    /// Its own text, with the same places to fill; null follows the common one.
    text: Option<String>,
}

impl From<FeedRule> for FeedRuleBody {
    fn from(rule: FeedRule) -> Self {
        let channels = rule.channels.into_iter();
        Self {
            into: match rule.into {
                Relay::Drafts => RelayWord::Drafts,
                Relay::Queue => RelayWord::Queue,
            },
            channels: channels
                .map(|one| RuleChannelBody { channel: one.channel.into(), text: one.text })
                .collect(),
            text: rule.text,
            topic: rule.topic.map(Ident::from),
            campaign: rule.campaign.map(Ident::from),
            with_words: rule.with_words,
            without_words: rule.without_words,
            picture: rule.picture,
        }
    }
}

impl FeedRuleBody {
    async fn rule(self, actor: &Actor, tx: &mut Tx) -> Result<FeedRule, Problem> {
        let mut channels = Vec::new();
        for (index, one) in self.channels.into_iter().enumerate() {
            let channel = one.channel.of();
            let known = Channel::load(channel, actor, tx).await;
            if !known.is_ok_and(|channel| channel.removed_at.is_none()) {
                let field = format!("channels[{index}].channel");
                return Err(Problem::field(field, "no_such_channel"));
            }
            channels.push(RuleChannel { channel, text: one.text });
        }
        if self.into == RelayWord::Queue && channels.is_empty() {
            return Err(Problem::field("channels", "no_channel"));
        }
        let topic = self.topic.map(Ident::of::<Topic>);
        if let Some(topic) = topic {
            let known = Topic::load(topic, actor, tx).await;
            known.map_err(|_| Problem::field("topic", "no_such_topic"))?;
        }
        let campaign = self.campaign.map(Ident::of::<Campaign>);
        if let Some(campaign) = campaign {
            let known = Campaign::load(campaign, actor, tx).await;
            known.map_err(|_| Problem::field("campaign", "no_such_campaign"))?;
        }
        for (field, words) in
            [("with_words", &self.with_words), ("without_words", &self.without_words)]
        {
            if words.len() > MOST_WORDS {
                let wrong = FieldProblem::given(field, "at_most", args![most => MOST_WORDS]);
                return Err(Problem::fields(vec![wrong]));
            }
        }
        Ok(FeedRule {
            into: match self.into {
                RelayWord::Drafts => Relay::Drafts,
                RelayWord::Queue => Relay::Queue,
            },
            channels,
            text: self.text,
            topic,
            campaign,
            with_words: self.with_words,
            without_words: self.without_words,
            picture: self.picture,
        })
    }
}

/// What becomes of a feed’s new items
#[utoipa::path(get, path = "/api/v1/feeds/{feed}/rule", operation_id = "feed_rule", tag = "feeds",
    security(("token" = ["channels:read"])), params(("feed" = Ident, Path, description = "The feed")),
    responses((status = 200, description = "The rule", body = FeedRuleBody)))]
pub async fn get(caller: Caller, At(id): At<Feed>) -> Result<Json<FeedRuleBody>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(Feed::load(id, &caller.actor, &mut tx).await?.rule.into()))
}

/// Say what becomes of a feed’s new items from now on
#[utoipa::path(put, path = "/api/v1/feeds/{feed}/rule", operation_id = "feed_set_rule", tag = "feeds",
    security(("token" = ["channels:write"])), params(("feed" = Ident, Path, description = "The feed")),
    request_body = FeedRuleBody,
    responses((status = 200, description = "The rule", body = FeedRuleBody)))]
pub async fn put(
    caller: Caller,
    At(id): At<Feed>,
    Input(new): Input<FeedRuleBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let feed = Feed::load(id, &caller.actor, &mut tx).await?;
    let rule = new.rule(&caller.actor, &mut tx).await?;
    feed.set_rule(&rule, &caller.actor, &mut tx).await?;
    caller.changed(tx, &FeedRuleBody::from(rule)).await
}
