//! Who did what to a post: its acts, and what became of each publication.

use channels::publication::{Publication, PublicationState};
use database::Tx;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::activity::{self, Subject};
use publishing::Post;

use crate::areas::brand::activity::who;
use crate::areas::posts::problems;
use crate::parts::{timeline, timeline_line};
use crate::words::args;
use crate::{Frame, InBrand, Refusal};

/// One thing that happened.
pub(crate) struct Happened {
    at: Timestamp,
    state: Option<&'static str>,
    what: String,
    who: String,
    about: String,
}

impl Happened {
    /// What happened to a post, the latest first.
    pub async fn of(here: &InBrand, post: &Post, tx: &mut Tx) -> Result<Vec<Self>, Refusal> {
        let words = here.words();
        let acts = activity::about(&here.actor, &Subject::new("post", post.id), tx).await?;
        let mut all: Vec<Self> = acts
            .into_iter()
            .map(|act| {
                let key = format!("activity-{}", act.verb.replace(['.', '_'], "-"));
                let text = |name: &str| {
                    act.data.get(name).and_then(|v| v.as_str()).unwrap_or_default().to_owned()
                };
                // Someone outside is named by the act itself.
                let outside = matches!(
                    act.verb.as_str(),
                    "approval.agreed" | "approval.refused" | "comment.said"
                ) && !text("name").is_empty();
                let who = if outside { text("name") } else { who(words, act.by) };
                let about = if outside {
                    text("reason")
                } else {
                    let parts = [text("name"), text("reason")];
                    parts.into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(", ")
                };
                let what = if words.has(&key) { words.t(&key) } else { act.verb };
                Self { at: act.at, state: None, what, who, about }
            })
            .collect();
        let found = Publication::of_post(post.id.cast(), &here.actor, tx).await;
        for publication in found.map_err(problems::of_load)? {
            if let PublicationState::Published { at, .. } = publication.state {
                let channel = channels::Channel::load(publication.channel, &here.actor, tx).await;
                let network = channel.map(|channel| channel.network_name).unwrap_or_default();
                all.push(Self {
                    at,
                    state: Some("published"),
                    what: words.tn("together-published", args![network => network]),
                    who: String::new(),
                    about: String::new(),
                });
            }
        }
        all.sort_by_key(|happened| std::cmp::Reverse(happened.at));
        Ok(all)
    }

    /// Two acts of the named world.
    pub fn samples() -> Vec<Self> {
        let at: Timestamp = "2026-11-23T07:00:00Z".parse().unwrap_or_default();
        ["Accord demandé", "Brouillon commencé"]
            .into_iter()
            .map(|what| Self {
                at,
                state: None,
                what: what.to_owned(),
                who: "Inès Le Goff".to_owned(),
                about: "Louise Moreau".to_owned(),
            })
            .collect()
    }
}

/// What happened, as a list.
pub(crate) fn history(frame: &Frame, happened: &[Happened]) -> Markup {
    let words = &frame.words;
    let line = |h: &Happened| {
        let body = html! {
            @if !h.who.is_empty() || !h.about.is_empty() {
                p.small.muted { (h.who) @if !h.about.is_empty() { @if !h.who.is_empty() { ", " } (h.about) } }
            }
        };
        timeline_line(words, h.at, h.state, &h.what, body)
    };
    let lines: Vec<_> = happened.iter().map(line).collect();
    html! {
        @if !lines.is_empty() {
            section.card.stack aria-labelledby="history" {
                h2 id="history" { (words.t("together-history")) }
                (timeline(&lines))
            }
        }
    }
}
