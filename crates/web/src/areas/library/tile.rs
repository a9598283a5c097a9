//! One medium in a grid: its picture, what it is, and whether something is missing.

use maud::{Markup, html};
use platform::media::{Media, MediaKind};
use publishing::library::Held;

use crate::Frame;
use crate::areas::media::clock;
use crate::parts::icon;
use crate::words::{Words, args};

/// Its name, or what it is where it has none.
pub(super) fn name_of(words: &Words, media: &Media) -> String {
    if media.name.is_empty() { kind_words(words, media.kind) } else { media.name.clone() }
}

pub(super) fn kind_words(words: &Words, kind: MediaKind) -> String {
    words.t(&format!("library-kind-{kind}"))
}

/// What lies over its picture: that it moves, for how long.
pub(crate) fn mark(words: &Words, media: &Media) -> Markup {
    html! {
        @match media.kind {
            MediaKind::Image => {},
            MediaKind::Gif => span.library-mark { (words.t("library-kind-gif")) },
            MediaKind::Video => span.library-mark {
                (icon("film"))
                span.visually-hidden { (words.t("library-kind-video")) " " }
                @if let Some(length) = media.duration_ms { (clock(length)) }
            },
        }
    }
}

/// The picture that shows it, square.
pub(super) fn picture(frame: &Frame, media: &Media) -> Markup {
    html! {
        img src=(frame.url(&format!("media/{}?side=480", media.id))) alt=(media.alt_text)
            width="240" height="240" loading="lazy" decoding="async";
    }
}

/// Where a browser is to send the frame that it draws of a film that has none.
pub(crate) fn wants_frame(frame: &Frame, media: &Media) -> Option<String> {
    let is_bare = media.kind == MediaKind::Video && media.poster.is_none();
    is_bare.then(|| frame.url(&format!("library/{}/poster", media.id)))
}

/// Its tile in the library, to be opened or chosen.
pub(super) fn tile(frame: &Frame, held: &Held, chosen: bool) -> Markup {
    let words = &frame.words;
    let media = &held.media;
    let name = name_of(words, media);
    html! {
        li.library-item id={ "medium-" (media.id) } data-medium=(media.id) data-frame=[wants_frame(frame, media)] {
            a.library-open href=(frame.url(&format!("library/{}", media.id))) {
                span.library-picture { (picture(frame, media)) (mark(words, media)) }
                span.library-name.clip { (name) }
            }
            p.library-facts {
                @if held.uses > 0 { span { (words.tn("library-uses", args![count => held.uses])) } }
                @else { span { (words.t("library-unused")) } }
                @if media.alt_text.is_empty() { span.library-missing { (icon("triangle-alert")) (words.t("library-no-alt")) } }
            }
            label.library-choose {
                input type="checkbox" name="media" value=(media.id) checked[chosen];
                span.visually-hidden { (words.tn("library-choose", args![name => name])) }
            }
        }
    }
}
