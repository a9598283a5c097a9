//! The pieces that pages are made of, with the class names of the style sheets. See them all on
//! `/style`.
//!
//! To add a piece: a function here that returns [`maud::Markup`] and takes the facts it shows,
//! its styles in `assets/css`, and a place on `/style`.

mod fields;
mod lists;
mod marks;
mod notices;

use maud::{Markup, html};

use crate::Frame;

pub use fields::{Choice, Field, Select, check, choice, switch};
pub use lists::{Tab, Way, empty_state, pagination, room_tabs, tabs, timeline, timeline_line};
pub use marks::{
    at_handle, avatar, badge, brand_badge, channel_mark, icon, network, network_key, network_mark,
    state, time,
};
pub use notices::{Tone, dialog, error_summary, notice, secret};

/// The field that proves a form is ours: in every form that changes something.
pub fn csrf(frame: &Frame) -> Markup {
    html! { input type="hidden" name="csrf" value=(frame.csrf); }
}

/// The head of a page: its title (the page's one `h1`), a line under it, and what one can do.
/// Give `html! {}` for what there is not.
pub fn page_header(title: &str, lead: Markup, actions: Markup) -> Markup {
    page_header_under(html! {}, title, lead, actions)
}

/// The same, under [`crumbs`].
pub fn page_header_under(crumbs: Markup, title: &str, lead: Markup, actions: Markup) -> Markup {
    html! {
        header.page-header {
            div {
                (crumbs)
                h1 { (title) }
                @if !is_nothing(&lead) { p.page-lead { (lead) } }
            }
            @if !is_nothing(&actions) { div.row.actions { (actions) } }
        }
    }
}

/// The way back: `(name, address)` of each page above.
pub fn crumbs(frame: &Frame, above: &[(&str, &str)]) -> Markup {
    html! {
        nav.crumbs aria-label=(frame.words.t("parts-crumbs")) {
            ol { @for (name, address) in above { li { a href=(address) { (name) } } } }
        }
    }
}

/// A button that sends its form. `class` is `"button-primary"`, `"button-danger"`, `""`…
pub fn submit(label: &str, class: &str) -> Markup {
    html! { button class={ "button " (class) } { (label) } }
}

/// A link that looks like a button.
pub fn link_button(label: &str, href: &str, class: &str) -> Markup {
    html! { a class={ "button " (class) } href=(href) { (label) } }
}

/// A form of one button: a change of state that needs nothing more.
pub fn one_button(frame: &Frame, action: &str, label: &str, class: &str) -> Markup {
    html! {
        form method="post" action=(action) { (csrf(frame)) (submit(label, class)) }
    }
}

pub(crate) fn is_nothing(markup: &Markup) -> bool {
    markup.0.is_empty()
}
