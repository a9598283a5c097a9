//! The posts of a campaign that its plan did not foresee.

use maud::{Markup, html};
use publishing::campaign::{CampaignPost, Stage};

use super::one::CampaignPage;
use crate::Frame;
use crate::areas::posts::shown::headline;
use crate::parts::{channel_mark, state, time};

/// Those that are not in the plan, in order of time.
pub(super) fn outside(page: &CampaignPage, frame: &Frame) -> Markup {
    let words = &frame.words;
    let planned = |post: &&CampaignPost| {
        let made = |step: &&publishing::campaign::Step| {
            step.post.as_ref().is_some_and(|made| made.id == post.id)
        };
        page.steps.iter().any(|step| made(&step))
    };
    let outside: Vec<_> = page.posts.iter().filter(|post| !planned(post)).collect();
    html! {
        @if !outside.is_empty() {
            section.stack.stack-sm aria-labelledby="outside-title" {
                h2 id="outside-title" { (words.t(if page.steps.is_empty() { "campaigns-posts" } else { "campaigns-posts-outside" })) }
                ul.list.card.card-flush { @for post in outside { (line(page, frame, post)) } }
            }
        }
    }
}

fn line(page: &CampaignPage, frame: &Frame, post: &CampaignPost) -> Markup {
    let words = &frame.words;
    let shown = match post.stage {
        Stage::Draft if page.asked.contains(&post.id) => "asked",
        Stage::Draft => "draft",
        Stage::Scheduled => "planned",
        Stage::Published => "published",
    };
    html! {
        li {
            a.item href=(frame.url(&format!("posts/{}", post.id))) {
                div.item-body {
                    p.item-title.clip { (headline(&post.excerpt, &words.t("posts-without-words"))) }
                    p.item-meta {
                        @for on in &post.on {
                            @if let Some(channel) = page.channels.iter().find(|one| one.id == on.channel) { (channel_mark(channel, "network-sm")) }
                        }
                        span { (words.t(&format!("mix-format-{}", post.format))) }
                        @if let Some(topic) = post.topic.and_then(|topic| page.topics.get(&topic)) { span { (topic) } }
                        @match post.at { Some(at) => (time(words, at, &words.short_moment(at))), None => span { (words.t("campaigns-undated")) } }
                    }
                }
                div.item-end { (state(words, shown)) }
            }
        }
    }
}
