//! A conversation opened beside the list.

use conversations::{ConversationState, Present};
use maud::{Markup, html};
use platform::Right;

use super::rows::{face, label_mark, name_of, priority_mark};
use super::{answer, care, filing, side, thread};
use crate::Frame;
use crate::areas::inbox::asked::Asked;
use crate::areas::inbox::list::Listed;
use crate::areas::inbox::one::Opened;
use crate::areas::promises::due_badge;
use crate::parts::{at_handle, csrf, icon};
use crate::words::{Words, args};

pub(super) fn detail(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let conversation = &opened.conversation;
    let name = name_of(words, conversation, opened.person.as_ref());
    let address = frame.url(&format!("inbox/{}", conversation.id));
    let reading =
        (conversation.unread && frame.may(Right::Converse)).then(|| format!("{address}/reading"));
    html! {
        section.inbox-detail aria-label=(words.tn("inbox-with", args![name => name.as_str()]))
            data-presence={ (address) "/presence" } data-reading=[reading] {
            (head(frame, listed, opened, &name))
            (present(words, &opened.others))
            div.inbox-pane {
                div.inbox-thread {
                    div.conversation #conversation data-refresh=(address) data-every="20" data-scroll {
                        (thread::thread(frame, listed, opened))
                    }
                    (answer::composer(frame, listed, opened))
                }
                (side::side(frame, listed, opened))
            }
        }
    }
}

/// Where forms of the conversation go.
pub(super) fn place(frame: &Frame, listed: &Listed, opened: &Opened, what: &str) -> String {
    let asked = Asked { after: String::new(), ..listed.asked.clone() };
    frame.url(&format!("inbox/{}/{what}{}", opened.conversation.id, asked.query()))
}

fn head(frame: &Frame, listed: &Listed, opened: &Opened, name: &str) -> Markup {
    let words = &frame.words;
    let conversation = &opened.conversation;
    let back = frame.url(&format!("inbox{}", listed.asked.query()));
    html! {
        header.conversation-head {
            a.button.button-quiet.button-icon.back href=(back) aria-label=(words.t("inbox-back")) { (icon("arrow-left")) }
            (face(words, opened.person.as_ref(), Some(&opened.channel)))
            div.grow {
                h2.clip {
                    @match opened.person.as_ref().and_then(|person| person.profile_url.as_ref()).filter(|address| !address.starts_with("mailto:")) {
                        Some(profile) => a.plain href=(profile) rel="noopener noreferrer" target="_blank" { (name) },
                        None => (name),
                    }
                }
                p.small.muted.clip {
                    @if let Some(person) = opened.person.as_ref().filter(|person| is_handle(&person.handle)) { (at_handle(&person.handle, person.profile_url.as_deref())) ", " }
                    (words.t(&format!("inbox-kind-{}", conversation.kind)))
                }
                @if let Some(promised) = conversation.promised { p.small { (due_badge(words, promised)) } }
            }
            @if frame.may(Right::Converse) && !conversation.kind.is_reactions() {
                div.conversation-acts { (acts(frame, listed, opened)) }
            }
            (standing(frame, listed, opened))
            (filing::filed(frame, listed, opened))
        }
    }
}

/// Whether it is a handle, rather than the name of someone who has none here.
pub(super) fn is_handle(handle: &str) -> bool {
    !handle.contains(char::is_whitespace)
}

/// Where it stands, in a line: state, urgency, owner, labels.
fn standing(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let conversation = &opened.conversation;
    let owner = conversation.assignee;
    let owner = owner.and_then(|id| listed.team.iter().find(|(known, _)| *known == id));
    let urgent = conversation.priority != conversations::Priority::Normal;
    let state = match conversation.state {
        ConversationState::Open | ConversationState::Merged { .. } => None,
        ConversationState::Pending { .. } => Some(words.t("inbox-state-pending")),
        ConversationState::Snoozed { until, .. } => {
            Some(words.tn("inbox-back-on", args![when => words.moment(until)]))
        }
        ConversationState::Resolved { at, .. } => {
            Some(words.tn("inbox-was-resolved", args![when => words.moment(at)]))
        }
    };
    html! {
        @let asked = crate::areas::escalations::card::mark_of(&opened.escalations);
        @if state.is_some() || urgent || owner.is_some() || asked.is_some() || !opened.labels.is_empty() {
            p.conversation-standing.small {
                @if let Some(state) = &state { span.badge { (state) } }
                @if let Some(mark) = asked { a.plain href="#escalation" { (crate::areas::escalations::card::mark(words, mark)) } }
                @if urgent { (priority_mark(words, conversation.priority)) }
                @if let Some((_, name)) = owner { span.muted { (icon("user")) " " (name) } }
                @for label in &opened.labels { (label_mark(label)) }
            }
        }
    }
}

fn acts(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let open = opened.conversation.is_open();
    html! {
        (care::assign(frame, listed, opened))
        (care::labels(frame, listed, opened))
        (filing::menu(frame, listed, opened))
        @if open { (care::snooze(frame, listed, opened)) }
        (crate::areas::escalations::card::ask_button(frame, &opened.conversation))
        (care::more(frame, listed, opened))
        @if open {
            form method="post" action=(place(frame, listed, opened, "resolution")) {
                (csrf(frame))
                button.button.button-small.button-primary data-key="e" { (icon("check")) (words.t("inbox-resolve")) }
            }
        } @else {
            form method="post" action=(place(frame, listed, opened, "resolution/end")) {
                (csrf(frame))
                button.button.button-small data-key="e" { (words.t("inbox-reopen")) }
            }
        }
    }
}

/// The colleagues who have it open.
pub fn present(words: &Words, others: &[Present]) -> Markup {
    let writing = others.iter().any(|other| other.writing);
    let names: Vec<&str> = others
        .iter()
        .filter(|other| other.writing == writing)
        .map(|other| other.name.as_str())
        .collect();
    let key = if writing { "inbox-others-writing" } else { "inbox-others-there" };
    html! {
        div.inbox-present #inbox-present role="status" data-writing[writing] {
            @if !names.is_empty() {
                (icon("users")) " " (words.tn(key, args![count => names.len(), name => names.join(", ")]))
            }
        }
    }
}
