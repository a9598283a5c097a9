//! Lists, tabs, steps through pages, and what is shown where there is nothing yet.

use jiff::Timestamp;
use maud::{Markup, html};

use super::{icon, time};
use crate::Frame;
use crate::words::Words;

/// What is shown where there is nothing yet: what this place is for, and the next step.
pub fn empty_state(picture: &str, title: &str, lead: &str, action: Markup) -> Markup {
    html! {
        div.empty { (icon(picture)) h2 { (title) } p { (lead) } (action) }
    }
}

/// One tab.
#[derive(Debug, Clone, Copy)]
pub struct Tab<'a> {
    /// Its name.
    pub label: &'a str,
    /// Where it leads.
    pub href: &'a str,
    /// Whether one is there.
    pub current: bool,
}

/// Pages beside one another.
pub fn tabs(label: &str, tabs: &[Tab<'_>]) -> Markup {
    html! {
        nav.tabs aria-label=(label) {
            @for tab in tabs {
                a.tab-link href=(tab.href) aria-current=[tab.current.then_some("page")] { (tab.label) }
            }
        }
    }
}

/// The pages of a room of the brand, beside one another: where each is and the key of its name.
/// `named` is the key of what they are together, `here` where one is.
pub fn room_tabs(frame: &Frame, named: &str, pages: &[(&str, &str)], here: &str) -> Markup {
    let words = &frame.words;
    html! {
        nav.tabs aria-label=(words.t(named)) {
            @for (path, key) in pages {
                a.tab-link href=(frame.url(path)) aria-current=[(*path == here).then_some("page")] { (words.t(key)) }
            }
        }
    }
}

/// The ways on from a page of a list; none where there is no such page.
#[derive(Debug, Clone, Default)]
pub struct Way {
    /// To what comes before (newer).
    pub back: Option<String>,
    /// To what comes after (older).
    pub on: Option<String>,
}

/// Steps through a long list.
pub fn pagination(frame: &Frame, way: &Way) -> Markup {
    let words = &frame.words;
    html! {
        @if way.back.is_some() || way.on.is_some() {
            nav.pagination aria-label=(words.t("parts-pages")) {
                @if let Some(back) = &way.back { a.button href=(back) rel="prev" { (icon("arrow-left")) (words.t("parts-newer")) } }
                @if let Some(on) = &way.on { a.button.end href=(on) rel="next" { (words.t("parts-older")) (icon("arrow-right")) } }
            }
        }
    }
}

/// What happened, in order: lines made by [`timeline_line`].
pub fn timeline(lines: &[Markup]) -> Markup {
    html! { ol.timeline { @for line in lines { (line) } } }
}

/// One thing that happened; `state` colours its dot when it is a publication's.
pub fn timeline_line(
    words: &Words,
    at: Timestamp,
    state: Option<&str>,
    title: &str,
    body: Markup,
) -> Markup {
    html! {
        li data-state=[state] {
            div {
                p.timeline-title { (title) }
                (time(words, at, &words.relative(at)))
                (body)
            }
        }
    }
}
