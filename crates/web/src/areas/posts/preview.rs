//! The post as each network will show it, with its count and what is wrong or missing.

mod counters;
mod difference;
mod look;
mod marked;
mod when;

use axum::response::{Html, IntoResponse, Response};
use maud::{Markup, html};
use platform::media::Media;
use primitives::Id;
use publishing::Post;
use publishing::post::{Problem, VariantCheck};
use publishing::tracking::Sent;

use super::check_words::problem_words;
use super::composer::load_channels;
use super::composer::panels::{self, Composed};
use super::draft::Draft;
use super::problems;
use super::shown::ShownChannel;
use crate::parts::icon;
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Refusal};

pub(crate) use counters::alt_counter;
pub(crate) use difference::{compared, extent_words};
pub(crate) use marked::marked;
pub(crate) use when::{moved_words, when_note};

/// The parts of the composer that follow what is typed. The script puts each in the place of the
/// one that has its id.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let draft = Draft::read(&form)?;
    let mut tx = here.read().await?;
    let channels = load_channels(&here, &mut tx).await?;
    let ids: Vec<Id<Media>> = draft.media.iter().map(|(id, _)| *id).collect();
    let media = Media::find_all(&ids, &here.actor, &mut tx).await?;
    let composed = draft.as_post(&media);
    let sent = sent(&composed, &channels, &here, &mut tx).await?;
    let at = Composed {
        here: &here,
        id: draft.id,
        scheduled: form.has("scheduled"),
        post: &composed,
        when: draft.instant(here.words()),
        channels: &channels,
        form: Some(&form),
    };
    let panels = panels::beside(&at, &mut tx).await?;
    drop(tx);
    let live = Live::new(&here.frame, &draft, &channels, &media, &sent);
    let answer = html! {
        (live.all())
        @for panel in &panels { (panel) }
    };
    Ok(Html(answer.into_string()).into_response())
}

/// What is added to the links of a post, on every channel of the brand.
pub(crate) async fn sent(
    post: &Post,
    channels: &[ShownChannel],
    here: &InBrand,
    tx: &mut database::Tx,
) -> Result<Sent, Refusal> {
    let mut post = post.clone();
    for channel in channels {
        if post.variant_for(channel.id).is_none() {
            post.variants.push(super::draft::follower(channel.id));
        }
    }
    Sent::of(&post, &here.actor, tx).await.map_err(|error| problems::of_post(error.into()))
}

/// What a composer holds, measured and shown as each network would.
pub(crate) struct Live<'a> {
    pub frame: &'a Frame,
    pub words: &'a Words,
    pub draft: &'a Draft,
    pub channels: &'a [ShownChannel],
    media: &'a [Media],
    sent: &'a Sent,
    /// The post it would be, with a variant for every channel, chosen or not.
    post: Post,
}

impl<'a> Live<'a> {
    pub fn new(
        frame: &'a Frame,
        draft: &'a Draft,
        channels: &'a [ShownChannel],
        media: &'a [Media],
        sent: &'a Sent,
    ) -> Self {
        let mut post = draft.as_post(media);
        for channel in channels {
            if post.variant_for(channel.id).is_none() {
                let mut variant = super::draft::follower(channel.id);
                variant.text = draft.own_text(channel.id).map(str::to_owned);
                post.variants.push(variant);
            }
        }
        Self { frame, words: &frame.words, draft, channels, media, sent, post }
    }

    /// A channel's variant measured as it will be sent.
    fn check(&self, channel: &ShownChannel) -> VariantCheck {
        let variant = self.post.variant_for(channel.id).cloned();
        let variant = variant.unwrap_or_else(|| super::draft::follower(channel.id));
        let (post, own) = self.sent.on(&self.post, &variant);
        post.check(&own, &channel.limits)
    }

    /// Everything that follows what is typed.
    fn all(&self) -> Markup {
        html! {
            (self.previews())
            (self.common_counter())
            @for (index, channel) in self.channels.iter().enumerate() {
                (self.counter(channel, index + 1))
                (self.difference(channel, index + 1))
            }
            (self.part_counters())
            @for (id, alt) in &self.draft.media { (alt_counter(self.words, *id, alt, self.channels)) }
            (when_note(self.words, self.draft))
        }
    }

    /// The column of previews and checks.
    pub(crate) fn previews(&self) -> Markup {
        let chosen: Vec<_> = self
            .channels
            .iter()
            .enumerate()
            .filter(|(_, channel)| self.draft.channels.contains(&channel.id))
            .collect();
        html! {
            div.stack id="preview" {
                h2 { (self.words.t("posts-preview")) }
                @if chosen.is_empty() { p.muted { (self.words.t("posts-preview-no-channel")) } }
                @for (index, channel) in chosen {
                    div.stack.stack-sm data-panel=(index + 1) {
                        (self.preview(channel))
                        (problems_of(self, &self.check(channel).problems, channel))
                    }
                }
            }
        }
    }

    /// One network's view.
    fn preview(&self, channel: &ShownChannel) -> Markup {
        let on = |text: &str| self.sent.text_on(channel.id, text);
        let comment = self.draft.first_comment_for(channel.id);
        look::Seen {
            frame: self.frame,
            channel,
            text: on(self.draft.text_for(channel.id)),
            link: self.post.link.as_deref().map(|link| self.sent.link_on(channel.id, link)),
            thread: self.draft.thread_for(channel.id).iter().map(|part| on(part)).collect(),
            first_comment: Some(on(&comment)).filter(|comment| !comment.is_empty()),
            draft: self.draft,
            media: self.media,
        }
        .markup()
    }
}

/// What a network shows of a stored post, for pages that only show.
pub(crate) fn of_post(frame: &Frame, post: &Post, channel: &ShownChannel) -> Markup {
    let media: Vec<_> = post.media.iter().map(|m| m.media.clone()).collect();
    let draft = Draft::of(post, jiff::civil::DateTime::ZERO);
    let channels = std::slice::from_ref(channel);
    Live::new(frame, &draft, channels, &media, &Sent::default()).preview(channel)
}

fn problems_of(live: &Live<'_>, problems: &[Problem], channel: &ShownChannel) -> Markup {
    let words = live.words;
    // The way out of a shape is a press away.
    let crop = |problem: &Problem| {
        let Problem::PictureShape { picture, tall } = problem else { return None };
        let (id, _) = live.draft.media.get(picture.checked_sub(1)?)?;
        let shape = if *tall { "4:5" } else { "1.91:1" };
        Some(live.frame.url(&format!("library/{id}/crop?ratio={shape}")))
    };
    html! {
        ul.check-list {
            @for problem in problems {
                li data-level=(if problem.stops() { "stops" } else { "asks" }) {
                    (icon("circle-alert")) span {
                        (problem_words(words, problem, &channel.network))
                        @if let Some(crop) = crop(problem) { " " a href=(crop) data-for-post { (words.t("library-crop")) } }
                    }
                }
            }
            @if !problems.iter().any(Problem::stops) {
                li { (icon("circle-check")) span { (words.tn("posts-check-fits", args![network => channel.network.as_str()])) } }
            }
        }
    }
}
