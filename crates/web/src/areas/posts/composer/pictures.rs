//! The pictures of a post: their order, and what each shows.

use maud::{Markup, html};
use platform::media::{Media, MediaKind};

use super::ComposerPage;
use crate::Frame;
use crate::areas::library::{mark, wants_frame};
use crate::areas::posts::preview;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::icon;
use crate::words::args;

impl ComposerPage {
    pub(super) fn pictures(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            ul.media-list data-sortable {
                @for (id, alt) in &self.draft.media {
                    @if let Some(media) = self.media.iter().find(|media| media.id == *id) {
                        (media_item(frame, media, alt, &self.channels))
                    }
                }
            }
            div.composer-bar {
                label.button.button-quiet.button-small for="file" { (icon("image")) (words.t("posts-add-pictures")) }
                input.unseen id="file" type="file" name="file" multiple accept="image/*,video/mp4,video/quicktime,video/webm"
                    data-upload=(frame.url("media"));
                @for panel in &self.panels.pictures { (panel) }
                (self.pickers(frame))
                noscript { button.button.button-quiet.button-small name="attach" value="1" { (icon("upload")) (words.t("posts-attach")) } }
            }
        }
    }
}

/// One picture of a composer, with what it shows.
pub(crate) fn media_item(
    frame: &Frame,
    media: &Media,
    alt: &str,
    channels: &[ShownChannel],
) -> Markup {
    let words = &frame.words;
    let id = media.id.to_string();
    let field = format!("alt-{id}");
    let name = if media.name.is_empty() { words.t("posts-picture") } else { media.name.clone() };
    let small = |button: &'static str, picture: &str, key: &str| {
        html! {
            button.button.button-quiet.button-small.button-icon name=(button) value=(id) title=(words.t(key))
                aria-label=(words.tn("posts-picture-do", args![what => words.t(key), name => name.as_str()])) { (icon(picture)) }
        }
    };
    html! {
        li.media-item data-medium=(id) data-frame=[wants_frame(frame, media)] {
            input type="hidden" name="media" value=(id);
            span.media-picture { img src=(frame.url(&format!("media/{id}?side=480"))) alt="" width="104" height="104"; (mark(words, media)) }
            div.field {
                label for=(field) { (words.t("posts-alt")) }
                textarea.textarea.textarea-short id=(field) name=(field) rows="2" aria-describedby={ "alt-count-" (id) }
                    placeholder=(words.t("posts-alt-placeholder")) { "\n" (alt) }
                div.spread {
                    (preview::alt_counter(words, media.id, alt, channels))
                    div.row {
                        @if media.kind == MediaKind::Image {
                            a.button.button-quiet.button-small.button-icon href=(frame.url(&format!("library/{id}/crop"))) data-for-post title=(words.t("library-crop"))
                                aria-label=(words.tn("posts-picture-do", args![what => words.t("library-crop"), name => name.as_str()])) { (icon("crop")) }
                        }
                        (small("earlier", "arrow-left", "posts-picture-earlier"))
                        (small("later", "arrow-right", "posts-picture-later"))
                        (small("remove", "trash-2", "posts-picture-remove"))
                    }
                }
            }
        }
    }
}
