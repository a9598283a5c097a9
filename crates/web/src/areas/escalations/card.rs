//! An escalation in its conversation: where it stands, and the answer as a draft.

use conversations::Conversation;
use conversations::escalation::{
    Asked, AskedState, Escalation, EscalationState, Happened, Mark, What,
};
use maud::{Markup, html};
use platform::Right;

use super::shown::{answer, asked_badge, due, happened, names, said, state_badge};
use crate::Frame;
use crate::parts::{icon, time};
use crate::words::{Words, args};

/// The open escalations of a conversation, above its composer.
pub fn cards(frame: &Frame, escalations: &[Escalation]) -> Markup {
    let open: Vec<&Escalation> = escalations.iter().filter(|one| one.state.is_open()).collect();
    html! {
        @if !open.is_empty() {
            div.escalation-cards #escalation {
                @for escalation in open { (card(frame, escalation)) }
            }
        }
    }
}

fn card(frame: &Frame, escalation: &Escalation) -> Markup {
    let words = &frame.words;
    let now = words.now().unwrap_or(escalation.due_at);
    let page = frame.url(&format!("escalations/{}", escalation.id));
    let names = names(escalation);
    let answered = escalation.asked.iter().filter(|asked| asked.state == AskedState::Answered);
    let said = escalation.asked.iter().filter(|asked| {
        matches!(asked.state, AskedState::More | AskedState::Declined) && !asked.why.is_empty()
    });
    html! {
        section.escalation-card data-state=(escalation.state) aria-label=(words.t("escalations-card")) {
            p.escalation-card-head {
                (icon("circle-question-mark"))
                strong { (words.tn("escalations-asked-to", args![name => names.as_str()])) }
                @if !escalation.is_late(now) { (state_badge(words, escalation.state, false)) }
                (due(words, escalation))
                a href=(page) { (words.t("escalations-follow")) }
            }
            p.clip-2.muted { (escalation.question) }
            @if frame.may(Right::Converse) {
                @for asked in answered { (draft(frame, escalation, asked)) }
            }
            @for asked in said { p { strong { (asked.name) } " " (asked_badge(words, asked)) br; (asked.why) } }
            @if matches!(escalation.state, EscalationState::More | EscalationState::Refused) && frame.may(Right::Converse) {
                a.button.button-small.button-primary href=(page) { (words.t(&format!("escalations-card-{}", escalation.state))) }
            }
        }
    }
}

/// Their answer: one press sends it, another puts it in the composer.
fn draft(frame: &Frame, escalation: &Escalation, asked: &Asked) -> Markup {
    let words = &frame.words;
    let language = words.language();
    let article = url::form_urlencoded::Serializer::new(String::new())
        .append_pair(
            "title",
            &primitives::text::shorten(&escalation.question.replace('\n', " "), 150),
        )
        .append_pair("language", language.tag())
        .append_pair("conversation", &escalation.conversation.to_string())
        .append_pair("answer", &escalation.id.to_string())
        .finish();
    let which = format!("{}:{}", escalation.id, asked.id);
    // The buttons send the composer's own form: what is typed there is kept.
    html! {
        (answer(words, asked))
        // What is sent begins with it, and the page's order is that of what is sent.
        input type="hidden" name="csrf" value=(frame.csrf) form="reply-form";
        div.row {
            label.check { input type="checkbox" name="credit" value="yes" form="reply-form"; span { (words.tn("escalations-credit", args![name => asked.name.as_str()])) } }
        }
        div.row {
            button.button.button-small.button-primary form="reply-form" name="use" value={ "send:" (which) } { (icon("send")) (words.t("escalations-send-as-is")) }
            button.button.button-small form="reply-form" name="use" value={ "edit:" (which) } { (icon("pencil")) (words.t("escalations-edit-first")) }
            a.button.button-small.button-quiet href=(frame.url(&format!("escalations/{}", escalation.id))) { (words.t("escalations-ask-again")) }
            a.button.button-small.button-quiet href=(frame.url(&format!("knowledge/new?{article}"))) { (icon("book-open")) (words.t("escalations-to-article")) }
        }
    }
}

/// An open escalation, in the line of its conversation.
pub fn mark(words: &Words, mark: Mark) -> Markup {
    let now = words.now().unwrap_or(mark.due_at);
    let (key, tone) = match mark.state {
        _ if mark.is_late(now) => ("late", "badge badge-danger"),
        EscalationState::Answered => ("answered", "badge badge-success"),
        EscalationState::More | EscalationState::Refused => ("review", "badge badge-warning"),
        _ => ("waiting", "badge"),
    };
    html! { span class=(tone) { (icon("circle-question-mark")) " " (words.t(&format!("escalations-mark-{key}"))) } }
}

/// A line of the course, among what was said.
pub fn course_line(words: &Words, one: &Happened) -> Markup {
    html! {
        p.happened {
            (happened(words, one))
            @if let Some(said) = said(one).filter(|_| one.what != What::Held) { " " q { (said) } }
            ", " (time(words, one.at, &words.moment(one.at)))
        }
    }
}

/// The most pressing open escalation of a conversation.
pub fn mark_of(escalations: &[Escalation]) -> Option<Mark> {
    let open = escalations.iter().filter(|one| one.state.is_open());
    let answered = |one: &&Escalation| one.state != EscalationState::Answered;
    let first = open.min_by_key(|one| (answered(one), one.due_at))?;
    Some(Mark { state: first.state, due_at: first.due_at })
}

/// The way to ask about a conversation.
pub fn ask_button(frame: &Frame, conversation: &Conversation) -> Markup {
    let words = frame.words.t("escalations-ask-expert");
    let to = frame.url(&format!("escalations/new?conversation={}", conversation.id));
    html! {
        a.button.button-small.button-quiet href=(to) title=(words) { (icon("circle-question-mark")) span.visually-hidden { (words) } }
    }
}
