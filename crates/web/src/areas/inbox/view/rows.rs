//! The list, its tabs, and what is done to several at once.

use channels::Channel;
use conversations::{Conversation, ConversationState, Label, Person, Priority};
use jiff::SignedDuration;
use maud::{Markup, html};
use platform::Right;

use super::reading::mark;
use super::{capped, filters};
use crate::Frame;
use crate::areas::inbox::asked::{Asked, Shown};
use crate::areas::inbox::list::{Listed, Row};
use crate::areas::inbox::one::Opened;
use crate::areas::promises::due_badge;
use crate::parts::{Way, csrf, empty_state, icon, network_key, network_mark, pagination, time};
use crate::words::{Words, args};

/// The list of a tab.
pub(super) fn list(frame: &Frame, listed: &Listed, opened: Option<&Opened>) -> Markup {
    let words = &frame.words;
    let address = frame.url(&format!("inbox{}", listed.asked.query()));
    let more = listed.next.as_ref().map(|next| {
        let on = Asked { after: next.clone(), ..listed.asked.clone() };
        frame.url(&format!("inbox{}", on.query()))
    });
    let tab = listed.asked.shown().key();
    html! {
        div.inbox-list {
            (filters::search(frame, listed))
            (tabs(frame, listed))
            (filters::views(frame, listed))
            section #inbox-list aria-label=(words.t("inbox-conversations")) data-refresh=(address) data-every="20" {
                @if listed.rows.is_empty() && more.is_some() {
                    (empty_state("search", &words.t("inbox-none-yet"), &words.t("inbox-none-yet-lead"), html! {}))
                } @else if listed.rows.is_empty() && (listed.asked.narrowed() > 0 || !listed.asked.words.is_empty()) {
                    (empty_state("search", &words.t("inbox-none-found"), &words.t("inbox-none-found-lead"), html! {}))
                } @else if listed.rows.is_empty() {
                    (empty_state("inbox", &words.t(&format!("inbox-none-{tab}")), &words.t(&format!("inbox-none-{tab}-lead")), html! {}))
                } @else {
                    ul.list data-inbox {
                        @for row in &listed.rows { li.inbox-line { (line(frame, listed, row, opened)) } }
                    }
                }
                (pagination(frame, &Way { back: None, on: more }))
            }
            @if frame.may(Right::Converse) && listed.asked.shown() != Shown::Reactions { (bulk(frame, listed)) }
        }
    }
}

fn tabs(frame: &Frame, listed: &Listed) -> Markup {
    let words = &frame.words;
    let shown = listed.asked.shown();
    html! {
        nav.tabs.inbox-tabs aria-label=(words.t("inbox-tabs")) {
            @for tab in Shown::ALL {
                a.tab-link href=(frame.url(&format!("inbox{}", listed.asked.with_tab(tab).query())))
                    aria-current=[(tab == shown).then_some("page")] {
                    (words.t(&format!("inbox-tab-{}", tab.key())))
                    @if tab == Shown::Waiting && listed.counts.waiting > 0 {
                        " " span.count.count-hot { (capped(words, listed.counts.waiting)) }
                    }
                }
            }
        }
    }
}

fn line(frame: &Frame, listed: &Listed, row: &Row, opened: Option<&Opened>) -> Markup {
    let words = &frame.words;
    let conversation = &row.row.conversation;
    let person = row.row.person.as_ref();
    let current = opened.is_some_and(|o| o.conversation.id == conversation.id);
    let waits = conversation.waiting_since.is_some();
    let asked = Asked { after: String::new(), ..listed.asked.clone() };
    let asked = if asked.tab.is_empty() { asked.with_tab(asked.shown()) } else { asked };
    let address = frame.url(&format!("inbox/{}{}", conversation.id, asked.query()));
    let name = name_of(words, conversation, person);
    let at = conversation.last_message_at;
    let recent =
        words.now().is_some_and(|now| now.duration_since(at) < SignedDuration::from_hours(20));
    let when = if recent { words.relative(at) } else { words.short_moment(at) };
    let class = match (waits, conversation.unread) {
        (_, true) => "inbox-row unread",
        (true, _) => "inbox-row waits",
        _ => "inbox-row",
    };
    html! {
        @if frame.may(Right::Converse) && !conversation.kind.is_reactions() {
            label.inbox-check {
                input type="checkbox" name="conversation" value=(conversation.id) form="bulk";
                span.visually-hidden { (words.tn("inbox-check", args![name => name.as_str()])) }
            }
        }
        a class=(class) href=(address) aria-current=[current.then_some("true")] {
            (face(words, person, listed.channels.iter().find(|c| c.id == conversation.channel)))
            span.who.clip {
                (mark(words, &conversation.reading))
                (name)
                @if waits { span.visually-hidden { ", " (words.t("inbox-waits")) } }
                @if conversation.unread { span.visually-hidden { ", " (words.t("inbox-unread")) } }
            }
            (time(words, conversation.last_message_at, &when))
            span.what.clip-2 {
                @match &row.excerpt {
                    Some(excerpt) => (marked(excerpt, &listed.asked.words)),
                    None => (conversation.preview),
                }
            }
            @if let Some(promised) = conversation.promised { span.due { (due_badge(words, promised)) } }
            @if let Some(mark) = row.escalated { span.due { (crate::areas::escalations::card::mark(words, mark)) } }
            (marks(frame, listed, conversation, &row.labels))
        }
    }
}

/// A text with what was looked for made visible.
pub(super) fn marked(text: &str, words: &str) -> Markup {
    html! {
        @for (part, found) in conversations::marked(text, words) {
            @if found { mark { (part) } } @else { (part) }
        }
    }
}

/// What tells conversations apart under their words: urgency, labels, owner, what it is about.
fn marks(frame: &Frame, listed: &Listed, conversation: &Conversation, labels: &[Label]) -> Markup {
    let words = &frame.words;
    let owner =
        conversation.assignee.and_then(|id| listed.team.iter().find(|(known, _)| *known == id));
    let urgent = matches!(conversation.priority, Priority::High | Priority::Urgent);
    let about = conversation.about.text.as_deref().filter(|_| labels.is_empty());
    html! {
        @if urgent || !labels.is_empty() || owner.is_some() || about.is_some() || !conversation.is_open() {
            span.about.small {
                @if urgent { (priority_mark(words, conversation.priority)) }
                @for label in labels { (label_mark(label)) }
                @if let Some(about) = about { span.faint.clip { (about) } }
                @if let ConversationState::Snoozed { until, .. } = conversation.state {
                    span.muted { (icon("clock")) " " (words.short_moment(until)) }
                } @else if !conversation.is_open() && listed.asked.shown() == Shown::All {
                    span.muted { (words.t(&format!("inbox-state-{}", conversation.state.word()))) }
                }
                @if let Some((_, name)) = owner {
                    span.owner title=(name) { span.visually-hidden { (words.tn("inbox-owner", args![name => name.as_str()])) } span aria-hidden="true" { (initials(name)) } }
                }
            }
        }
    }
}

pub(super) fn priority_mark(words: &Words, priority: Priority) -> Markup {
    html! { span.priority data-priority=(priority) { (words.t(&format!("inbox-priority-{priority}"))) } }
}

pub(super) fn label_mark(label: &Label) -> Markup {
    html! { span.label-mark { (label_dot(label)) (label.name) } }
}

/// A label's colour.
pub(super) fn label_dot(label: &Label) -> Markup {
    html! { svg.label-dot viewBox="0 0 8 8" aria-hidden="true" { circle cx="4" cy="4" r="4" fill=(label.colour) {} } }
}

pub(super) fn face(words: &Words, person: Option<&Person>, channel: Option<&Channel>) -> Markup {
    let name = person.map_or_else(|| words.t("inbox-someone"), |person| person.name.clone());
    html! {
        span.avatar data-hue=(hue(&name)) aria-hidden="true" {
            (initials(&name))
            @if let Some(channel) = channel {
                (network_mark(&network_key(channel), &channel.network_name, "network-sm"))
            }
        }
    }
}

fn initials(name: &str) -> String {
    let letters =
        name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    letters.take(2).flat_map(char::to_uppercase).collect()
}

fn hue(name: &str) -> u32 {
    name.chars().map(u32::from).fold(0, u32::wrapping_add) % 6 + 1
}

pub(super) fn name_of(
    words: &Words,
    conversation: &Conversation,
    person: Option<&Person>,
) -> String {
    let name = person.map(|person| person.name.clone()).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| words.t("inbox-someone"));
    if conversation.kind.is_reactions() && conversation.message_count > 1 {
        let others = conversation.message_count - 1;
        return words.tn("inbox-and-others", args![name => name, count => others]);
    }
    name
}

/// What is done to those that are checked; shown once one is.
fn bulk(frame: &Frame, listed: &Listed) -> Markup {
    let words = &frame.words;
    let button = |act: &str, key: &str| html! { button.button.button-small name="do" value=(act) { (words.t(key)) } };
    html! {
        form.inbox-bulk #bulk method="post" action=(frame.url(&format!("inbox/bulk{}", listed.asked.query()))) aria-label=(words.t("inbox-bulk")) {
            (csrf(frame))
            (button("resolve", "inbox-resolve"))
            (button("pending", "inbox-to-pending"))
            (button("open", "inbox-reopen"))
            (button("read", "inbox-mark-read"))
            details.menu.menu-up {
                summary.button.button-small { (words.t("inbox-more")) (icon("chevron-down")) }
                div.menu-panel.stack-sm {
                    div.row.row-tight {
                        label.visually-hidden for="bulk-assignee" { (words.t("inbox-assignee")) }
                        select.select #bulk-assignee name="assignee" {
                            option value="me" { (words.t("inbox-me")) }
                            option value="nobody" { (words.t("inbox-nobody")) }
                            @for (id, name) in &listed.team { option value=(id) { (name) } }
                        }
                        (button("assign", "inbox-assign"))
                    }
                    @if !listed.labels.is_empty() {
                        div.row.row-tight {
                            label.visually-hidden for="bulk-label" { (words.t("inbox-label")) }
                            select.select #bulk-label name="label" { @for label in &listed.labels { option value=(label.id) { (label.name) } } }
                            (button("label", "inbox-label-put"))
                        }
                    }
                    div.row.row-tight {
                        label.visually-hidden for="bulk-priority" { (words.t("inbox-priority")) }
                        select.select #bulk-priority name="priority" { @for one in Priority::ALL { option value=(one) selected[*one == Priority::Normal] { (words.t(&format!("inbox-priority-{one}"))) } } }
                        (button("priority", "inbox-priority-set"))
                    }
                    div.row.row-tight {
                        label.visually-hidden for="bulk-until" { (words.t("inbox-snooze-until")) }
                        select.select #bulk-until name="until" { @for until in ["later", "tomorrow", "next-week"] { option value=(until) { (words.t(&format!("inbox-snooze-{until}"))) } } }
                        (button("snooze", "inbox-snooze"))
                    }
                }
            }
        }
    }
}
