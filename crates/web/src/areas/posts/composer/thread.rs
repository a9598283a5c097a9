//! The posts that follow the first one: common to every channel, or a channel's own.

use maud::{Markup, html};

use super::ComposerPage;
use crate::areas::posts::preview::Live;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::icon;
use crate::words::args;

/// A thread's fields: whose it is, in names and in buttons.
struct Thread<'a> {
    /// `common`, or the channel's id.
    whose: String,
    /// The place of its tab.
    tab: usize,
    parts: &'a [String],
}

impl ComposerPage {
    /// The thread of every channel that has none of its own.
    pub(super) fn common_thread(&self, live: &Live<'_>) -> Markup {
        let thread = Thread { whose: "common".into(), tab: 0, parts: &self.draft.extras.thread };
        self.thread(live, &thread)
    }

    /// The thread of a channel: its own, or the way to one.
    pub(super) fn thread_of(&self, live: &Live<'_>, channel: &ShownChannel, tab: usize) -> Markup {
        let words = live.words;
        let common = self.draft.extras.thread.len();
        match self.draft.extras_of(channel.id).thread {
            Some(parts) => html! {
                input type="hidden" name="own-thread" value=(channel.id);
                (self.thread(live, &Thread { whose: channel.id.to_string(), tab, parts: &parts }))
                p.composer-note { button.link-button name="common-thread" value=(channel.id) { (words.t("posts-thread-common")) } }
            },
            None if common == 0 => html! {},
            None => html! {
                p.composer-note {
                    span.muted { (words.tn("posts-thread-follows", args![count => common])) }
                    button.link-button name="own-thread-of" value=(channel.id) { (words.t("posts-thread-own")) }
                }
            },
        }
    }

    fn thread(&self, live: &Live<'_>, thread: &Thread<'_>) -> Markup {
        let words = live.words;
        html! {
            div.thread data-list="part" data-needs="thread" {
                ol.thread-parts aria-label=(words.t("posts-thread")) data-items {
                    @for (at, part) in thread.parts.iter().enumerate() { (self.part(live, thread, at, part)) }
                }
                template data-item-template { (self.part(live, thread, 99, "")) }
                div.composer-bar {
                    button.button.button-quiet.button-small name="add-part" value=(thread.whose) data-add { (icon("plus")) (words.t("posts-thread-add")) }
                    @if thread.tab == 0 {
                        button.button.button-quiet.button-small name="split" value="1" data-split title=(words.t("posts-thread-split-hint")) { (icon("scissors")) (words.t("posts-thread-split")) }
                    }
                }
            }
        }
    }

    fn part(&self, live: &Live<'_>, thread: &Thread<'_>, at: usize, text: &str) -> Markup {
        let words = live.words;
        let whose = &thread.whose;
        let name = if thread.tab == 0 { "part".to_owned() } else { format!("part-{whose}") };
        let field = format!("part-{whose}-{at}");
        let press = |button: &'static str, picture: &str, key: &str, way: &'static str| {
            let value = format!("{whose}:{at}");
            html! {
                button.button.button-quiet.button-small.button-icon name=(button) value=(value) title=(words.t(key))
                    aria-label=(words.t(key)) data-move=(way) { (icon(picture)) }
            }
        };
        html! {
            li.thread-part data-item {
                label.visually-hidden for=(field) { (words.tn("posts-thread-part", args![number => at + 2])) }
                textarea.composer-text.composer-part id=(field) name=(name) rows="3" placeholder=(words.t("posts-thread-placeholder")) { "\n" (text) }
                div.composer-note {
                    (live.part_counter(thread.tab, at))
                    span.row.end {
                        (press("earlier-part", "arrow-up", "posts-thread-earlier", "earlier"))
                        (press("later-part", "arrow-down", "posts-thread-later", "later"))
                        (press("remove-part", "trash-2", "posts-thread-remove", "remove"))
                    }
                }
            }
        }
    }
}
