//! What was filed of a conversation as a suggestion or a complaint, and filing it.

use conversations::feedback::{CaseState, Filed};
use maud::{Markup, html};
use platform::Right;

use super::detail::place;
use crate::Frame;
use crate::areas::feedback::state_badge;
use crate::areas::inbox::list::Listed;
use crate::areas::inbox::one::Opened;
use crate::parts::{csrf, icon};
use crate::words::args;

/// The menu that files it: one action for each category.
pub(super) fn menu(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let title = words.t("feedback-file");
    html! {
        @if !opened.categories.is_empty() {
            details.menu.menu-end {
                summary.button.button-small.button-quiet title=(title) { (icon("message-square-warning")) span.visually-hidden { (title) } }
                div.menu-panel {
                    p.menu-label { (title) }
                    form method="post" action=(place(frame, listed, opened, "filing")) {
                        (csrf(frame))
                        @for one in &opened.categories { button.menu-item name="category" value=(one.id) { (one.says.name) } }
                    }
                }
            }
        }
    }
}

/// What was filed of it, in a line each; what Parvis proposes, with yes and no.
pub(super) fn filed(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let shown: Vec<&Filed> =
        opened.filed.iter().filter(|filed| filed.case.state != CaseState::Dismissed).collect();
    html! {
        @if !shown.is_empty() {
            ul.conversation-filed.small { @for one in shown { li { (line(frame, listed, opened, one)) } } }
        }
    }
}

fn line(frame: &Frame, listed: &Listed, opened: &Opened, filed: &Filed) -> Markup {
    let words = &frame.words;
    let case = &filed.case;
    let key = format!("feedback-one-{}", case.kind);
    let title = words.tn(&key, args![category => case.category_name.as_str()]);
    let to = |what: &str| place(frame, listed, opened, what);
    html! {
        a href=(frame.url(&format!("feedback/{}", case.id))) { (title) } " " (state_badge(words, case.state))
        @if case.state == CaseState::Proposed && frame.may(Right::Converse) {
            form method="post" action=(to("filing")) {
                (csrf(frame))
                input type="hidden" name="category" value=(case.category);
                button.button.button-small name="message" value=(filed.message) { (words.t("feedback-agree")) }
            }
            form method="post" action=(to("filing/end")) {
                (csrf(frame))
                button.button.button-small.button-quiet name="case" value=(case.id) { (words.t("feedback-dismiss")) }
            }
        }
    }
}
