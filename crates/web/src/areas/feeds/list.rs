use axum::response::{IntoResponse, Response};
use channels::feeds::{FeedAnswer, FeedError};
use jiff::SignedDuration;
use maud::{Markup, html};
use platform::Right;
use publishing::Feed;
use publishing::feed::{FeedRule, FeedState, FollowError, Relay, trouble_key};

use crate::parts::{
    Field, Select, badge, crumbs, csrf, empty_state, error_summary, link_button, network_mark,
    one_button, page_header_under, submit, time,
};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many of a feed's present items may become drafts at once.
const DRAFTS: [usize; 4] = [0, 1, 3, 5];

/// The feeds of the brand, and following one.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let feeds = feeds(&here).await?;
    let form = Form::empty().with("drafts", "1");
    Ok(here.show(&FeedsPage { feeds, form }))
}

/// Follows a feed: reads it first, so that what is wrong is said at once.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageChannels)?;
    let words = here.words().clone();
    let url = address(form.get("url"));
    let drafts = form.get("drafts").parse().unwrap_or(0_usize).min(5);
    let Some(url) = url else {
        form.refuse("url", words.t("feeds-url-empty"));
        return again(&here, form).await;
    };
    let kit = &here.house.kit;
    let reader = kit.connectors.feeds().ok_or(Refusal::NotFound)?;
    let read = match reader.read(&kit.http, &url, None, None).await {
        Ok(FeedAnswer::Feed(read)) => read,
        Ok(FeedAnswer::NotModified) => return Err(Refusal::Malformed),
        Err(error) => {
            form.refuse("url", refused(&words, &error));
            return again(&here, form).await;
        }
    };
    let mut tx = here.begin().await?;
    match Feed::follow(&url, &read, drafts, &here.actor, &mut tx).await {
        Ok(feed) => {
            tx.commit().await?;
            Ok(here.go("feeds").saying("feeds-followed").with("name", feed.title).into_response())
        }
        Err(FollowError::AlreadyFollowed(_)) => {
            drop(tx);
            form.refuse("url", words.t("feeds-already"));
            again(&here, form).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn again(here: &InBrand, form: Form) -> Result<Response, Refusal> {
    let feeds = feeds(here).await?;
    Ok(here.refused(&FeedsPage { feeds, form }))
}

async fn feeds(here: &InBrand) -> Result<Vec<Feed>, Refusal> {
    let mut tx = here.read().await?;
    Ok(Feed::all(&here.actor, &mut tx).await?)
}

/// What was typed as an address: people leave out `https://`.
fn address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.is_empty() || typed.len() > 2000 {
        return None;
    }
    Some(if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") })
}

fn refused(words: &Words, error: &FeedError) -> String {
    match error {
        FeedError::Status { status } => {
            words.tn("feeds-error-status", args![status => i64::from(*status)])
        }
        error => words.t(&format!("feeds-error-{}", trouble_key(error).replace('_', "-"))),
    }
}

/// « The blogs that you relay. »
pub struct FeedsPage {
    feeds: Vec<Feed>,
    form: Form,
}

impl Page for FeedsPage {
    fn samples() -> Vec<Self> {
        let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 3);
        let now = ambient.now();
        let feed = |state, trouble: Option<&str>| Feed {
            id: ambient.new_id(),
            brand: ambient.new_id(),
            url: "https://blog.fournil.test/feed".into(),
            title: "Le blog du fournil".into(),
            site_url: Some("https://blog.fournil.test".into()),
            state,
            trouble: trouble.map(str::to_owned),
            failures: i64::from(trouble.is_some()),
            checked_at: Some(now),
            due_at: now + SignedDuration::from_mins(15),
            rule: FeedRule::default(),
        };
        let mut refused = Form::filled([("url", "fournil.test")]);
        refused.refuse("url", "…");
        vec![
            Self { feeds: vec![], form: Form::empty() },
            Self {
                feeds: vec![
                    feed(FeedState::Followed, None),
                    feed(FeedState::Followed, Some("unreachable")),
                    feed(FeedState::Paused, None),
                    feed(FeedState::Gone, Some("gone")),
                ],
                form: refused,
            },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("feeds-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("channels", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header_under(
                crumbs(frame, &[(&words.t("channels-title"), &frame.url("channels"))]),
                &self.title(frame),
                html! { p.page-lead { (words.t("feeds-lead")) } },
                html! {},
            ))
            div.stack.stack-lg {
                @if self.feeds.is_empty() {
                    (empty_state("rss", &words.t("feeds-none"), &words.t("feeds-none-lead"), html! {}))
                } @else {
                    div.grid.grid-wide { @for feed in &self.feeds { (card(frame, feed)) } }
                }
                @if frame.may(Right::ManageChannels) { (self.follow(frame)) }
            }
        }
    }
}

impl FeedsPage {
    fn follow(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let choices = DRAFTS.map(|n| {
            let count = i64::try_from(n).unwrap_or(0);
            (n.to_string(), words.tn("feeds-drafts-of", args![count => count]))
        });
        html! {
            section.card aria-labelledby="follow" {
                h2.section-title #follow { (words.t("feeds-follow")) }
                form.form method="post" action=(frame.url("feeds")) {
                    (csrf(frame))
                    (error_summary(words, &self.form))
                    (Field::new(&self.form, "url", &words.t("feeds-url")).hint(words.t("feeds-url-hint")).with("inputmode", "url").required())
                    (Select::new(&self.form, "drafts", &words.t("feeds-drafts"), choices))
                    div.form-actions { (submit(&words.t("feeds-follow-button"), "button-primary")) }
                }
            }
        }
    }
}

page_samples!(FeedsPage);

fn card(frame: &Frame, feed: &Feed) -> Markup {
    let words = &frame.words;
    let url = |what: &str| frame.url(&format!("feeds/{}/{what}", feed.id));
    html! {
        article.card.channel {
            (network_mark("rss", "", "network-lg"))
            div {
                h2.clip { (feed.title) }
                p.muted.small.clip { (feed.url) }
            }
            dl.facts.wide {
                dt { (words.t("channels-state")) }
                dd { (state_of(words, feed)) }
                dt { (words.t("channels-read")) }
                @match feed.checked_at {
                    Some(at) => dd { (time(words, at, &words.relative(at))) },
                    None => dd.faint { (words.t("channels-not-read-yet")) },
                }
            }
            p.small.muted.wide { (words.t(match feed.rule.into { Relay::Drafts => "feeds-goes-to-drafts", Relay::Queue => "feeds-goes-to-queue" })) }
            @if let Some(trouble) = &feed.trouble {
                p.small.wide { (words.t(&format!("feeds-trouble-{}", trouble.replace('_', "-")))) }
            }
            @if frame.may(Right::ManageChannels) {
                div.row {
                    @match feed.state {
                        FeedState::Followed => {
                            (one_button(frame, &url("reading"), &words.t("feeds-read-now"), "button-small"))
                            (one_button(frame, &url("pause"), &words.t("feeds-pause"), "button-small button-quiet"))
                        }
                        FeedState::Paused | FeedState::Gone => {
                            (one_button(frame, &url("pause/end"), &words.t("feeds-resume"), "button-small"))
                        }
                    }
                    (link_button(&words.t("feeds-rule"), &url("rule"), "button-small button-quiet"))
                    (one_button(frame, &url("removal"), &words.t("feeds-unfollow"), "button-small button-quiet"))
                }
            }
        }
    }
}

fn state_of(words: &Words, feed: &Feed) -> Markup {
    match (feed.state, &feed.trouble) {
        (FeedState::Paused, _) => badge(&words.t("feeds-state-paused"), "warning"),
        (FeedState::Gone, _) => badge(&words.t("feeds-state-gone"), "danger"),
        (FeedState::Followed, Some(_)) => badge(&words.t("feeds-state-trouble"), "warning"),
        (FeedState::Followed, None) => badge(&words.t("feeds-state-followed"), "success"),
    }
}
