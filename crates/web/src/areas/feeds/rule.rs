//! What becomes of a feed's new items.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::Channel;
use database::Tx;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use publishing::feed::{FeedRule, FeedState, Relay, RuleChannel};
use publishing::{Campaign, Feed};
use strategy::Topic;

use crate::areas::posts::shown::ShownChannel;
use crate::parts::{
    Choice, Field, Select, choice, crumbs, csrf, error_summary, page_header_under, submit, switch,
};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows the rule of a feed.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Feed>)>,
) -> Result<Response, Refusal> {
    here.must(Right::ManageChannels)?;
    let mut tx = here.read().await?;
    let feed = Feed::load(id, &here.actor, &mut tx).await?;
    let form = filled(&feed.rule);
    Ok(here.show(&RulePage::load(&here, feed, form, &mut tx).await?))
}

/// Changes it, from the next article on.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Feed>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let feed = Feed::load(id, &here.actor, &mut tx).await?;
    let rule = read(&form)?;
    if rule.into == Relay::Queue && rule.channels.is_empty() {
        form.refuse("channel", here.words().t("feeds-rule-needs-channel"));
        return Ok(here.refused(&RulePage::load(&here, feed, form, &mut tx).await?));
    }
    feed.set_rule(&rule, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("feeds").saying("feeds-rule-kept").with("name", feed.title).into_response())
}

fn read(form: &Form) -> Result<FeedRule, Refusal> {
    let lines = |name: &str| -> Vec<String> {
        let words = form.get(name).split(['\n', ',']).map(str::trim).filter(|w| !w.is_empty());
        words.take(50).map(str::to_owned).collect()
    };
    let text = |name: &str| Some(form.get(name).to_owned()).filter(|text| !text.trim().is_empty());
    let mut channels = Vec::new();
    for channel in form.all("channel") {
        let text = text(&format!("text-{channel}"));
        let channel = channel.parse().map_err(|_| Refusal::Malformed)?;
        channels.push(RuleChannel { channel, text });
    }
    Ok(FeedRule {
        into: if form.get("into") == "queue" { Relay::Queue } else { Relay::Drafts },
        channels,
        text: text("text"),
        topic: form.get("topic").parse().ok(),
        campaign: form.get("campaign").parse().ok(),
        with_words: lines("with"),
        without_words: lines("without"),
        picture: form.has("picture"),
    })
}

fn filled(rule: &FeedRule) -> Form {
    let into = if rule.into == Relay::Queue { "queue" } else { "drafts" };
    let mut form = Form::empty()
        .with("into", into)
        .with("text", rule.text.clone().unwrap_or_default())
        .with("topic", rule.topic.map(|id| id.to_string()).unwrap_or_default())
        .with("campaign", rule.campaign.map(|id| id.to_string()).unwrap_or_default())
        .with("with", rule.with_words.join(", "))
        .with("without", rule.without_words.join(", "));
    if rule.picture {
        form = form.with("picture", "on");
    }
    for one in &rule.channels {
        form = form.with("channel", one.channel.to_string());
        form = form.with(&format!("text-{}", one.channel), one.text.clone().unwrap_or_default());
    }
    form
}

/// « What becomes of each new article? »
pub struct RulePage {
    feed: Feed,
    channels: Vec<ShownChannel>,
    topics: Vec<(String, String)>,
    campaigns: Vec<(String, String)>,
    form: Form,
}

impl RulePage {
    async fn load(here: &InBrand, feed: Feed, form: Form, tx: &mut Tx) -> Result<Self, Refusal> {
        let channels = Channel::for_posts(&here.actor, tx).await.map_err(Refusal::fault)?;
        let connectors = &here.house.kit.connectors;
        let topics = Topic::all(&here.actor, tx).await.map_err(Refusal::fault)?;
        let topics = topics.into_iter().filter(|topic| !topic.archived);
        let campaigns = Campaign::all(&here.actor, tx).await.map_err(Refusal::fault)?;
        let campaigns = campaigns.into_iter().filter(|campaign| !campaign.archived);
        Ok(Self {
            feed,
            channels: channels.iter().map(|c| ShownChannel::of(c, connectors)).collect(),
            topics: topics.map(|t| (t.id.to_string(), t.name)).collect(),
            campaigns: campaigns.map(|c| (c.id.to_string(), c.name)).collect(),
            form,
        })
    }

    fn into(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let option = |value: &str| {
            let title = words.t(&format!("feeds-rule-into-{value}"));
            let hint = words.t(&format!("feeds-rule-into-{value}-hint"));
            choice(&self.form, "radio", "into", Choice { value, title: &title, hint: &hint })
        };
        html! {
            fieldset.fieldset {
                legend { (words.t("feeds-rule-into")) }
                div.choices { (option("drafts")) (option("queue")) }
            }
        }
    }

    fn channels(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            fieldset.fieldset.stack {
                legend { (words.t("feeds-rule-channels")) }
                p.hint { (words.t("feeds-rule-places")) }
                @if let Some(error) = self.form.error("channel") { p.error { (error) } }
                @if self.channels.is_empty() { p.muted { (words.t("feeds-rule-no-channel")) } }
                @for channel in &self.channels {
                    @let id = channel.id.to_string();
                    @let name = format!("text-{id}");
                    div.stack.stack-sm.rule-channel {
                        label.choice {
                            input type="checkbox" name="channel" value=(id) checked[self.form.chose("channel", &id)];
                            (channel.mark("network-sm"))
                            span { (channel.network) " " (channel.account()) }
                        }
                        div.field {
                            label for=(name) { (words.tn("feeds-rule-text-for", crate::words::args![network => &channel.network])) }
                            textarea.textarea id=(name) name=(name) rows="2"
                                placeholder=(words.t("feeds-rule-as-common")) { "\n" (self.form.get(&name)) }
                        }
                    }
                }
            }
        }
    }

    fn words_fields(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.fields-inline {
                (Field::new(&self.form, "with", &words.t("feeds-rule-with")).hint(words.t("feeds-rule-with-hint")))
                (Field::new(&self.form, "without", &words.t("feeds-rule-without")).hint(words.t("feeds-rule-without-hint")))
            }
        }
    }

    fn belongs(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let with_none = |key: &str, known: &[(String, String)]| {
            let none = (String::new(), words.t(key));
            std::iter::once(none).chain(known.iter().cloned()).collect::<Vec<_>>()
        };
        html! {
            div.fields-inline {
                (Select::new(&self.form, "topic", &words.t("feeds-rule-topic"), with_none("feeds-rule-no-topic", &self.topics)))
                (Select::new(&self.form, "campaign", &words.t("feeds-rule-campaign"), with_none("feeds-rule-no-campaign", &self.campaigns)))
            }
        }
    }
}

impl Page for RulePage {
    fn samples() -> Vec<Self> {
        let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 5);
        let now = ambient.now();
        let page = |form: Form| Self {
            feed: Feed {
                id: ambient.new_id(),
                brand: ambient.new_id(),
                url: "https://blog.fournil.test/feed".into(),
                title: "Le blog du fournil".into(),
                site_url: None,
                state: FeedState::Followed,
                trouble: None,
                failures: 0,
                checked_at: Some(now),
                due_at: now,
                rule: FeedRule::default(),
            },
            channels: ShownChannel::samples(),
            topics: vec![("1".into(), "Les coulisses".into())],
            campaigns: vec![],
            form,
        };
        let mut refused = filled(&FeedRule { into: Relay::Queue, ..FeedRule::default() });
        refused.refuse("channel", "…");
        vec![page(filled(&FeedRule::default())), page(refused)]
    }

    fn title(&self, _frame: &Frame) -> String {
        self.feed.title.clone()
    }

    fn shape(&self) -> Shape {
        Shape::Room("channels", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header_under(
                crumbs(frame, &[(&words.t("feeds-title"), &frame.url("feeds"))]),
                &self.title(frame),
                html! { (words.t("feeds-rule-lead")) },
                html! {},
            ))
            form.card.form method="post" action=(frame.url(&format!("feeds/{}/rule", self.feed.id))) {
                (csrf(frame))
                (error_summary(words, &self.form))
                (self.into(frame))
                (self.words_fields(frame))
                (switch(&self.form, "picture", &words.t("feeds-rule-picture")))
                (Field::new(&self.form, "text", &words.t("feeds-rule-text")).lines(4).hint(words.t("feeds-rule-text-hint")))
                (self.channels(frame))
                (self.belongs(frame))
                div.form-actions { (submit(&words.t("feeds-rule-keep"), "button-primary")) }
            }
        }
    }
}

page_samples!(RulePage);
