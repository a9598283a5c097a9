//! The post as each network will show it, with its count and what is wrong or missing.

use axum::response::{Html, IntoResponse, Response};
use channels::connector::PreviewStyle;
use maud::{Markup, html};
use platform::media::Media;
use primitives::Id;
use primitives::text::{Count, CountRule, EntityKind, count, entities, shorten_url};
use publishing::post::Problem;
use publishing::{LocalSchedule, Moved, Post};

use super::check_words::problem_words;
use super::composer::load_channels;
use super::composer::panels::{self, Composed};
use super::draft::Draft;
use super::shown::ShownChannel;
use crate::parts::{avatar, icon};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Refusal};

/// The parts of the composer that follow what is typed. The script puts each in the place of the
/// one that has its id.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let draft = Draft::read(&form)?;
    let mut tx = here.read().await?;
    let channels = load_channels(&here, &mut tx).await?;
    let ids: Vec<Id<Media>> = draft.media.iter().map(|(id, _)| *id).collect();
    let media = Media::find_all(&ids, &here.actor, &mut tx).await?;
    let composed = draft.as_post(&media);
    let at = Composed {
        here: &here,
        id: draft.id,
        scheduled: form.has("scheduled"),
        post: &composed,
        channels: &channels,
    };
    let panels = panels::beside(&at, &mut tx).await?;
    drop(tx);
    let answer = html! {
        (live(&here.frame, &draft, &channels, &media))
        @for panel in &panels { (panel) }
    };
    Ok(Html(answer.into_string()).into_response())
}

/// Everything that follows what is typed.
fn live(frame: &Frame, draft: &Draft, channels: &[ShownChannel], media: &[Media]) -> Markup {
    html! {
        (previews(frame, draft, channels, media))
        (common_counter(&frame.words, draft, channels))
        @for (index, channel) in channels.iter().enumerate() {
            (counter(&frame.words, draft, channel, index + 1))
        }
        (part_counters(&frame.words, draft, channels))
        @for (id, alt) in &draft.media { (alt_counter(&frame.words, *id, alt, channels)) }
        (when_note(&frame.words, draft))
    }
}

fn level(count: &Count) -> &'static str {
    match count {
        count if count.over => "over",
        count if count.left * 10 <= i64::try_from(count.max).unwrap_or(i64::MAX) => "near",
        _ => "ok",
    }
}

fn counted(words: &Words, count: &Count) -> String {
    let number = |n: u64| words.number(i64::try_from(n).unwrap_or(i64::MAX));
    match count.bytes {
        Some(bytes) if bytes.used > bytes.max => words
            .tn("posts-count-bytes", args![used => number(bytes.used), most => number(bytes.max)]),
        _ => words.tn("posts-count", args![used => number(count.used), most => number(count.max)]),
    }
}

/// The count of the text under a channel's tab.
pub(crate) fn counter(
    words: &Words,
    draft: &Draft,
    channel: &ShownChannel,
    index: usize,
) -> Markup {
    let count = count(draft.text_for(channel.id).trim_end(), &channel.limits.text);
    html! {
        span.counter id={ "count-" (index) } data-level=(level(&count)) { (counted(words, &count)) }
    }
}

/// The counts of the common text on each channel that follows it.
pub(crate) fn common_counter(words: &Words, draft: &Draft, channels: &[ShownChannel]) -> Markup {
    let follows = |c: &&ShownChannel| {
        draft.channels.contains(&c.id) && draft.own.iter().all(|(own, _)| *own != c.id)
    };
    let counts: Vec<_> = channels
        .iter()
        .filter(follows)
        .map(|channel| (channel, count(draft.text.trim_end(), &channel.limits.text)))
        .collect();
    html! {
        span.counters id="count-0" {
            @for (channel, count) in &counts {
                span.counter data-level=(level(count)) { (channel.mark("network-sm")) (counted(words, count)) }
            }
        }
    }
}

/// The counts of a part of a thread: on each channel that follows the common one, or on its own.
pub(crate) fn part_counter(
    words: &Words,
    draft: &Draft,
    channels: &[ShownChannel],
    tab: usize,
    at: usize,
) -> Markup {
    let own = |c: &ShownChannel| draft.extras_of(c.id).thread;
    let counted_on: Vec<_> = match tab.checked_sub(1).and_then(|index| channels.get(index)) {
        Some(channel) => vec![(channel, own(channel).unwrap_or_default())],
        None => channels
            .iter()
            .filter(|c| draft.channels.contains(&c.id) && own(c).is_none())
            .map(|c| (c, draft.extras.thread.clone()))
            .collect(),
    };
    html! {
        span.counters id={ "count-" (tab) "-" (at) } {
            @for (channel, parts) in &counted_on {
                @let count = count(parts.get(at).map_or("", |part| part.trim_end()), &channel.limits.text);
                span.counter data-level=(level(&count)) { (channel.mark("network-sm")) (counted(words, &count)) }
            }
        }
    }
}

/// The counts of every part of every thread.
fn part_counters(words: &Words, draft: &Draft, channels: &[ShownChannel]) -> Markup {
    let own =
        |(index, c): (usize, &ShownChannel)| Some((index + 1, draft.extras_of(c.id).thread?.len()));
    let common = std::iter::once((0, draft.extras.thread.len()));
    let threads: Vec<_> = common.chain(channels.iter().enumerate().filter_map(own)).collect();
    html! {
        @for (tab, parts) in threads {
            @for at in 0..parts { (part_counter(words, draft, channels, tab, at)) }
        }
    }
}

/// The count of an alternative text, against the strictest of the channels chosen.
pub(crate) fn alt_counter(
    words: &Words,
    id: Id<Media>,
    alt: &str,
    channels: &[ShownChannel],
) -> Markup {
    let most = channels.iter().map(|channel| channel.limits.alt_text).min().unwrap_or(1000);
    let count = count(alt.trim(), &CountRule::graphemes(most));
    html! { span.counter id={ "alt-count-" (id) } data-level=(level(&count)) { (counted(words, &count)) } }
}

/// What the time asked for means, said while it is chosen.
pub(crate) fn when_note(words: &Words, draft: &Draft) -> Markup {
    let zone = words.zone().iana_name().unwrap_or("UTC");
    let read = LocalSchedule::parse(&draft.local(), zone);
    let (tone, said) = match &read {
        Err(_) => ("", words.t("posts-when-missing")),
        Ok(at) if words.now().is_some_and(|now| at.at < now) => {
            ("over", words.t("posts-when-past"))
        }
        Ok(at) => match at.moved {
            Some(moved) => ("near", moved_words(words, at, moved)),
            None => ("", words.tn("posts-when", args![when => words.moment(at.at)])),
        },
    };
    html! { p.hint.when-note id="when-note" data-level=(tone) role="status" { (said) } }
}

/// What a change of clocks makes of a time.
pub(crate) fn moved_words(words: &Words, at: &LocalSchedule, moved: Moved) -> String {
    let asked = words.time(at.local.time());
    match moved {
        Moved::Skipped { to } => {
            words.tn("posts-when-skipped", args![asked => asked, time => words.time(to.time())])
        }
        Moved::Twice { .. } => words.tn("posts-when-twice", args![asked => asked]),
    }
}

/// The column of previews and checks.
pub(crate) fn previews(
    frame: &Frame,
    draft: &Draft,
    channels: &[ShownChannel],
    media: &[Media],
) -> Markup {
    let words = &frame.words;
    let post = draft.as_post(media);
    let chosen: Vec<_> = channels
        .iter()
        .enumerate()
        .filter(|(_, channel)| draft.channels.contains(&channel.id))
        .collect();
    html! {
        div.stack id="preview" {
            h2 { (words.t("posts-preview")) }
            @if chosen.is_empty() { p.muted { (words.t("posts-preview-no-channel")) } }
            @for (index, channel) in chosen {
                @if let Some(variant) = post.variant_for(channel.id) {
                    div.stack.stack-sm data-panel=(index + 1) {
                        (preview(frame, channel, post.text_of(variant), draft, media))
                        (problems(words, &post.check(variant, &channel.limits).problems, channel))
                    }
                }
            }
        }
    }
}

/// One network's view of a text and pictures.
pub(crate) fn preview(
    frame: &Frame,
    channel: &ShownChannel,
    text: &str,
    draft: &Draft,
    media: &[Media],
) -> Markup {
    let words = &frame.words;
    let shown: Vec<_> = draft
        .media
        .iter()
        .filter_map(|(id, alt)| Some((media.iter().find(|media| media.id == *id)?, alt.as_str())))
        .take(if channel.look == PreviewStyle::Plain { 20 } else { 4 })
        .collect();
    let label = words.tn("posts-preview-on", args![network => channel.network.as_str()]);
    let look = match channel.look {
        PreviewStyle::Bluesky => "bluesky",
        PreviewStyle::Mastodon => "mastodon",
        PreviewStyle::Plain => "plain",
    };
    let face = avatar(&channel.name, None);
    let names = html! {
        span.preview-name { (channel.name) }
        span.preview-handle { (channel.account()) }
    };
    html! {
        article.preview data-look=(look) aria-label=(label) {
            @if channel.look == PreviewStyle::Bluesky {
                (face) div.preview-head { (names) (channel.mark("network-sm end")) }
            } @else {
                div.preview-head { (face) div.preview-names { (names) } (channel.mark("network-sm end")) }
            }
            @let full = with_link(text, &draft.link, channel.look, !shown.is_empty());
            p.preview-text { (marked(&full, count(text.trim_end(), &channel.limits.text).first_over)) }
            @if !shown.is_empty() {
                div.preview-media data-count=(shown.len()) {
                    @for (media, alt) in &shown {
                        img src=(frame.url(&format!("media/{}?side=960", media.id))) alt=(alt) width=(media.width) height=(media.height);
                    }
                }
            } @else if let Some(link) = card_of(text, &draft.link) {
                div.preview-card { div {
                    p.strong.clip { (shorten_url(&link, 60)) }
                    p.small.muted { (words.t("posts-preview-card")) }
                } }
            }
            (foot(channel.look))
        }
    }
}

/// Beside pictures, and on Mastodon always, the link goes under the text.
fn with_link(text: &str, link: &str, look: PreviewStyle, pictures: bool) -> String {
    let under =
        !link.is_empty() && !text.contains(link) && (pictures || look != PreviewStyle::Bluesky);
    if under { format!("{}\n\n{link}", text.trim_end()) } else { text.to_owned() }
}

fn card_of(text: &str, link: &str) -> Option<String> {
    if !link.is_empty() {
        return Some(link.to_owned());
    }
    entities(text).iter().find_map(|entity| entity.url(text))
}

fn foot(look: PreviewStyle) -> Markup {
    let icons: &[&str] = match look {
        PreviewStyle::Bluesky => &["message-square", "repeat-2", "heart", "ellipsis"],
        PreviewStyle::Mastodon => &["reply", "repeat-2", "star", "bookmark"],
        PreviewStyle::Plain => return html! {},
    };
    html! { p.preview-foot aria-hidden="true" { @for name in icons { span { (icon(name)) } } } }
}

/// A text with its links, mentions and hashtags coloured, and what is too long marked.
pub(crate) fn marked(text: &str, over: Option<usize>) -> Markup {
    let mut at = 0;
    let mut pieces: Vec<(std::ops::Range<usize>, bool)> = Vec::new();
    for entity in entities(text) {
        if entity.kind == EntityKind::Cashtag || entity.range.start < at {
            continue;
        }
        pieces.push((at..entity.range.start, false));
        pieces.push((entity.range.clone(), true));
        at = entity.range.end;
    }
    pieces.push((at..text.len(), false));
    let over = over.unwrap_or(text.len());
    html! {
        @for (range, linked) in pieces {
            @let cut = over.clamp(range.start, range.end);
            (piece(&text[range.start..cut], linked, false))
            (piece(&text[cut..range.end], linked, true))
        }
    }
}

fn piece(text: &str, linked: bool, over: bool) -> Markup {
    let class = match (linked, over) {
        (false, false) => return html! { (text) },
        (true, false) => "preview-link",
        (_, true) => "over",
    };
    html! { @if !text.is_empty() { span class=(class) { (text) } } }
}

fn problems(words: &Words, problems: &[Problem], channel: &ShownChannel) -> Markup {
    html! {
        ul.check-list {
            @for problem in problems {
                li data-level=(if problem.stops() { "stops" } else { "asks" }) {
                    (icon("circle-alert")) span { (problem_words(words, problem, &channel.network)) }
                }
            }
            @if !problems.iter().any(Problem::stops) {
                li { (icon("circle-check")) span { (words.tn("posts-check-fits", args![network => channel.network.as_str()])) } }
            }
        }
    }
}

/// What each network shows of a stored post, for pages that only show.
pub(crate) fn of_post(frame: &Frame, post: &Post, channel: &ShownChannel) -> Markup {
    let media: Vec<_> = post.media.iter().map(|m| m.media.clone()).collect();
    let draft = Draft::of(post, jiff::civil::DateTime::ZERO);
    preview(frame, channel, draft.text_for(channel.id), &draft, &media)
}
