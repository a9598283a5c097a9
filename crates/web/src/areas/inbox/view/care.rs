//! The menus above a conversation: whose it is, labels, until when it is put aside, the rest.

use conversations::Priority;
use maud::{Markup, html};

use super::detail::place;
use super::rows::{label_dot, name_of};
use crate::Frame;
use crate::areas::inbox::list::Listed;
use crate::areas::inbox::one::Opened;
use crate::parts::{csrf, icon};

fn menu(picture: &str, words: &str, key: &str, panel: Markup) -> Markup {
    html! {
        details.menu.menu-end {
            summary.button.button-small.button-quiet data-key=(key) title=(words) { (icon(picture)) span.visually-hidden { (words) } }
            div.menu-panel { p.menu-label aria-hidden="true" { (words) } (panel) }
        }
    }
}

pub(super) fn assign(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let owner = opened.conversation.assignee;
    let item = |value: &str, name: &str, current: bool| {
        html! { button.menu-item name="assignee" value=(value) aria-current=[current.then_some("true")] { (name) } }
    };
    let panel = html! {
        form method="post" action=(place(frame, listed, opened, "assignee")) {
            (csrf(frame))
            (item("me", &words.t("inbox-me"), owner.is_some() && owner == listed.me))
            @for (id, name) in listed.team.iter().filter(|(id, _)| Some(*id) != listed.me) {
                (item(&id.to_string(), name, owner == Some(*id)))
            }
            (item("nobody", &words.t("inbox-nobody"), owner.is_none()))
        }
    };
    menu("user", &words.t("inbox-assign-to"), "a", panel)
}

pub(super) fn labels(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let panel = html! {
        form.stack-sm method="post" action=(place(frame, listed, opened, "labels")) {
            (csrf(frame))
            @for label in &listed.labels {
                label.check.menu-item {
                    input type="checkbox" name="label" value=(label.id) checked[opened.labels.iter().any(|one| one.id == label.id)];
                    (label_dot(label))
                    span { (label.name) }
                }
            }
            div.row.row-tight {
                @if !listed.labels.is_empty() { button.button.button-primary.button-small { (words.t("inbox-labels-save")) } }
                a.button.button-small.button-quiet href=(frame.url("inbox/labels")) { (words.t("inbox-labels-manage")) }
            }
        }
    };
    menu("tag", &words.t("inbox-labels"), "l", panel)
}

pub(super) fn snooze(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let address = place(frame, listed, opened, "snooze");
    let panel = html! {
        form method="post" action=(address) {
            (csrf(frame))
            @for until in ["later", "tomorrow", "next-week"] {
                button.menu-item name="until" value=(until) { (words.t(&format!("inbox-snooze-{until}"))) }
            }
        }
        form.stack-sm method="post" action=(address) {
            (csrf(frame))
            div.field {
                label.label for="snooze-at" { (words.t("inbox-snooze-at")) }
                input.input #snooze-at type="datetime-local" name="at" required;
            }
            button.button.button-small { (words.t("inbox-snooze")) }
        }
    };
    menu("clock", &words.t("inbox-snooze"), "s", panel)
}

pub(super) fn more(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let here = &opened.conversation;
    let one = |what: &str, key: &str| {
        html! {
            form method="post" action=(place(frame, listed, opened, what)) {
                (csrf(frame))
                button.menu-item { (words.t(key)) }
            }
        }
    };
    let private = here.kind == conversations::ConversationKind::Direct;
    let others = opened.known.iter().flat_map(|known| &known.others).filter(|row| {
        let other = &row.conversation;
        other.channel == here.channel
            && (other.kind == conversations::ConversationKind::Direct) == private
    });
    let answered = opened
        .messages
        .messages
        .iter()
        .any(|message| message.direction == conversations::Direction::Outbound);
    let panel = html! {
        form.row.row-tight method="post" action=(place(frame, listed, opened, "priority")) {
            (csrf(frame))
            label.visually-hidden for="priority" { (words.t("inbox-priority")) }
            select.select #priority name="priority" {
                @for priority in Priority::ALL { option value=(priority) selected[*priority == here.priority] { (words.t(&format!("inbox-priority-{priority}"))) } }
            }
            button.button.button-small { (words.t("inbox-priority-set")) }
        }
        hr.menu-rule;
        @if here.is_open() { (one("pending", "inbox-to-pending")) }
        (one("reading/end", "inbox-mark-unread"))
        @for row in others.take(4) {
            @let name = name_of(words, &row.conversation, row.person.as_ref());
            form method="post" action=(place(frame, listed, opened, "merge")) {
                (csrf(frame))
                button.menu-item name="other" value=(row.conversation.id) {
                    span.merge-item { span { (words.t("inbox-merge")) } span.small.muted.clip { (name) ", " (row.conversation.preview) } }
                }
            }
        }
        @if answered {
            a.menu-item href=(frame.url(&format!("knowledge/new?conversation={}", here.id))) { (words.t("inbox-to-article")) }
        }
        @for merged in &opened.merged {
            form method="post" action=(frame.url(&format!("inbox/{merged}/merge/end"))) {
                (csrf(frame))
                button.menu-item { (words.t("inbox-unmerge")) }
            }
        }
    };
    menu("ellipsis", &words.t("inbox-more"), "m", panel)
}
