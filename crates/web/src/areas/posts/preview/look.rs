//! One network's view of a post, laid out as the network does.

use channels::look::{Gallery, LinkLook, PicturesPlace};
use maud::{Markup, html};
use platform::media::Media;
use primitives::text::{count, entities, shorten_url};
use publishing::post::Poll;

use super::marked::marked;
use super::{Draft, ShownChannel};
use crate::Frame;
use crate::parts::{avatar, icon};
use crate::words::args;

/// What one network shows.
pub(super) struct Seen<'a> {
    pub frame: &'a Frame,
    pub channel: &'a ShownChannel,
    /// Its text, with what is added to its links.
    pub text: String,
    pub link: Option<String>,
    pub thread: Vec<String>,
    pub first_comment: Option<String>,
    pub draft: &'a Draft,
    pub media: &'a [Media],
}

impl Seen<'_> {
    pub fn markup(&self) -> Markup {
        let words = &self.frame.words;
        let look = &self.channel.look;
        let label = words.tn("posts-preview-on", args![network => self.channel.network.as_str()]);
        let pictures = self.pictures();
        let above = look.pictures != PicturesPlace::Below;
        html! {
            article.preview data-look=(look.layout) aria-label=(label) {
                (self.head(true))
                @if above { (pictures) }
                (self.words(&self.text, true))
                @if let Some(poll) = &self.draft.extras.poll { @if self.channel.takes_polls() { (poll_of(self.frame, poll)) } }
                @if !above { (pictures) }
                @if self.draft.media.is_empty() { (self.card()) }
                (self.foot())
            }
            @if self.channel.takes_threads() {
                @for part in self.thread.iter().filter(|part| !part.trim().is_empty()) {
                    article.preview.preview-part data-look=(look.layout) { (self.head(false)) (self.words(part, false)) }
                }
            }
            @if let Some(comment) = self.first_comment.as_deref().filter(|c| self.channel.takes_comments() && !c.trim().is_empty()) {
                article.preview.preview-comment data-look=(look.layout) aria-label=(words.t("posts-comment")) { (self.head(false)) (self.words(comment, false)) }
            }
        }
    }

    fn head(&self, first: bool) -> Markup {
        let channel = self.channel;
        let face = avatar(&channel.name, None);
        let names = html! {
            span.preview-name { (channel.name) }
            span.preview-handle { (channel.account()) }
            @if first { (self.label()) }
        };
        html! {
            @if channel.look.layout == "bluesky" {
                (face) div.preview-head { (names) (channel.mark("network-sm end")) }
            } @else {
                div.preview-head { (face) div.preview-names { (names) } (channel.mark("network-sm end")) }
            }
        }
    }

    /// What the network says of a commercial collaboration.
    fn label(&self) -> Markup {
        let words = &self.frame.words;
        html! {
            @if let Some(partner) = &self.draft.extras.commercial {
                span.preview-handle {
                    @if partner.is_empty() { (words.t("posts-preview-commercial")) }
                    @else { (words.tn("posts-preview-commercial-with", args![name => partner.as_str()])) }
                }
            }
        }
    }

    /// The words, folded where the network folds them; what is too long is marked instead.
    fn words(&self, text: &str, first: bool) -> Markup {
        let words = &self.frame.words;
        let look = &self.channel.look;
        let pictures = !self.draft.media.is_empty();
        let link = self.link.as_deref().filter(|_| first);
        let full = self.channel.limits.as_counted(text.trim_end(), link, pictures);
        let over = count(&full, &self.channel.limits.text).first_over;
        let fold = look.fold.and_then(|fold| fold.of(&full)).filter(|_| over.is_none());
        let dead =
            look.links == LinkLook::Dead && entities(&full).iter().any(|e| e.url(&full).is_some());
        html! {
            @match fold {
                None => p.preview-text { (marked(&full, over)) },
                Some(at) => {
                    p.preview-text { (marked(&full[..at], None)) "… " span.preview-more { (words.t("posts-preview-more")) } }
                    details.preview-hidden {
                        summary { (words.tn("posts-preview-hidden", args![count => full[at..].chars().count()])) }
                        p.preview-text { (marked(full[at..].trim_start(), None)) }
                    }
                },
            }
            @if dead { p.preview-note { (icon("info")) (words.tn("posts-preview-dead-link", args![network => self.channel.network.as_str()])) } }
        }
    }

    fn pictures(&self) -> Markup {
        let words = &self.frame.words;
        let look = &self.channel.look;
        let all: Vec<_> = self
            .draft
            .media
            .iter()
            .filter_map(|(id, alt)| {
                Some((self.media.iter().find(|media| media.id == *id)?, alt.as_str()))
            })
            .collect();
        let most = match look.gallery {
            Gallery::Grid(most) => usize::from(most),
            Gallery::Carousel | Gallery::Row => all.len(),
        };
        let hidden = all.len().saturating_sub(most);
        let shown = &all[..all.len() - hidden];
        let picture = |(media, alt): &(&Media, &str)| {
            html! {
                img src=(self.frame.url(&format!("media/{}?side=960", media.id))) alt=(alt) width=(media.width) height=(media.height);
            }
        };
        let several = words.tn("posts-preview-pictures", args![count => all.len()]);
        html! {
            @if all.is_empty() {
                @if look.pictures != PicturesPlace::Below && self.channel.limits.images > 0 {
                    div.preview-none { (icon("image")) span { (words.t("posts-preview-no-picture")) } }
                }
            } @else if matches!(look.gallery, Gallery::Grid(_)) || all.len() == 1 {
                div.preview-media data-count=(shown.len()) data-more=[(hidden > 0).then(|| format!("+{hidden}"))] {
                    @for one in shown { (picture(one)) }
                }
            } @else {
                div.preview-strip data-gallery=(if look.gallery == Gallery::Row { "row" } else { "carousel" }) tabindex="0" role="group" aria-label=(several) {
                    @for one in shown { (picture(one)) }
                }
                @if look.gallery == Gallery::Carousel {
                    p.preview-dots aria-hidden="true" { @for at in 0..all.len() { span class=(if at == 0 { "on" } else { "" }) {} } }
                }
            }
        }
    }

    fn card(&self) -> Markup {
        let words = &self.frame.words;
        let link = self
            .link
            .clone()
            .or_else(|| entities(&self.text).iter().find_map(|entity| entity.url(&self.text)));
        let size = match self.channel.look.links {
            LinkLook::Card => "large",
            LinkLook::SmallCard => "small",
            LinkLook::Dead => return html! {},
        };
        html! {
            @if let Some(link) = link {
                div.preview-card data-size=(size) {
                    div.preview-card-picture aria-hidden="true" { (icon("link")) }
                    div {
                        p.strong.clip { (shorten_url(&link, 60)) }
                        p.small.muted { (words.t("posts-preview-card")) }
                    }
                }
            }
        }
    }

    fn foot(&self) -> Markup {
        let icons: &[&str] = match self.channel.look.layout {
            "bluesky" | "x" => &["message-square", "repeat-2", "heart", "ellipsis"],
            "threads" => &["heart", "message-circle", "repeat-2", "send"],
            "mastodon" => &["reply", "repeat-2", "star", "bookmark"],
            "instagram" => &["heart", "message-circle", "send", "bookmark"],
            "tiktok" => &["heart", "message-circle", "bookmark", "share"],
            "facebook" | "linkedin" => &["thumbs-up", "message-square", "share"],
            "reddit" => &["arrow-up", "arrow-down", "message-square", "share"],
            "youtube" => &["thumbs-up", "share", "bookmark"],
            _ => return html! {},
        };
        html! { p.preview-foot aria-hidden="true" { @for name in icons { span { (icon(name)) } } } }
    }
}

fn poll_of(frame: &Frame, poll: &Poll) -> Markup {
    let words = &frame.words;
    let key = format!("posts-poll-minutes-{}", poll.minutes);
    html! {
        ul.preview-poll data-several[poll.several] {
            @for choice in poll.choices.iter().filter(|choice| !choice.trim().is_empty()) { li { (choice) } }
        }
        p.preview-handle {
            @if words.has(&key) { (words.t(&key)) } @else { (words.tn("posts-poll-minutes", args![count => i64::from(poll.minutes)])) }
        }
    }
}
