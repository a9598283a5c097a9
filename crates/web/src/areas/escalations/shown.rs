//! Pieces shared by the pages of escalations.

use conversations::escalation::{
    Asked, AskedState, Escalation, EscalationError, EscalationState, Happened, Shown, Via, What,
};
use conversations::{Direction, Message};
use jiff::Timestamp;
use maud::{Markup, html};

use crate::parts::{badge, icon, time};
use crate::words::{Words, args};
use crate::{Form, Refusal};

/// Where an escalation stands, as a badge.
pub fn state_badge(words: &Words, state: EscalationState, late: bool) -> Markup {
    let tone = match state {
        _ if late => "danger",
        EscalationState::Waiting => "",
        EscalationState::More | EscalationState::Refused => "warning",
        EscalationState::Answered | EscalationState::Done => "success",
        EscalationState::Withdrawn => "",
    };
    let key = if late { "late" } else { state.as_str() };
    badge(&words.t(&format!("escalations-state-{key}")), tone)
}

/// Until when, in words; red when it has passed.
pub fn due(words: &Words, escalation: &Escalation) -> Markup {
    let now = words.now().unwrap_or(escalation.due_at);
    let awaited = matches!(escalation.state, EscalationState::Waiting | EscalationState::More);
    let (key, tone) = match escalation.is_late(now) {
        true => ("escalations-was-due", "danger"),
        false => ("escalations-due", ""),
    };
    html! {
        @if awaited { (badge(&words.tn(key, args![when => words.relative(escalation.due_at)]), tone)) }
    }
}

/// Where it stands with someone who is asked.
pub fn asked_badge(words: &Words, asked: &Asked) -> Markup {
    let late = asked.state == AskedState::Waiting && asked.late_told_at.is_some();
    let tone = match asked.state {
        _ if late => "danger",
        AskedState::Answered | AskedState::Used => "success",
        AskedState::More | AskedState::Declined => "warning",
        AskedState::Waiting | AskedState::Withdrawn => "",
    };
    let key = if late { "late" } else { asked.state.as_str() };
    badge(&words.t(&format!("escalations-asked-{key}")), tone)
}

/// The names of those who are asked.
pub fn names(escalation: &Escalation) -> String {
    let live = |asked: &&Asked| asked.state != AskedState::Withdrawn;
    let names: Vec<&str> =
        escalation.asked.iter().filter(live).map(|asked| asked.name.as_str()).collect();
    names.join(", ")
}

/// What was answered, and how it came.
pub fn answer(words: &Words, asked: &Asked) -> Markup {
    html! {
        @if !asked.answer.is_empty() {
            blockquote.escalation-answer {
                p.pre { (asked.answer) }
                footer.small.muted {
                    (asked.name)
                    @if let Some(at) = asked.answered_at { ", " (time(words, at, &words.relative(at))) }
                    @if asked.via == Some(Via::Mail) { " · " (words.t("escalations-by-mail")) }
                    @if let Some(from) = &asked.answered_from { " · " (words.tn("escalations-from-other", args![address => from])) }
                }
            }
            @if let Some(letter) = &asked.letter {
                details.disclosure { summary { (words.t("escalations-whole-letter")) } p.pre.small { (letter) } }
            }
        }
    }
}

/// A line of the course, in words.
pub fn happened(words: &Words, one: &Happened) -> String {
    let by = one.by.as_deref().unwrap_or("Parvis");
    let name = one.name.as_str();
    let key = match one.what {
        What::Withdrawn if one.name.is_empty() => "escalations-did-withdrawn-all".to_owned(),
        What::Link if one.by.is_some() => "escalations-did-link-handed".to_owned(),
        what => format!("escalations-did-{what}"),
    };
    let when = match one.what {
        What::Extended => one.words.parse::<Timestamp>().ok().map(|at| words.moment(at)),
        _ => None,
    };
    words.tn(&key, args![by => by, name => name, when => when.unwrap_or_default()])
}

/// What was said in it, where that is to be read.
pub fn said(one: &Happened) -> Option<&str> {
    let said = matches!(
        one.what,
        What::More | What::Declined | What::Completed | What::After | What::Held
    );
    Some(one.words.as_str()).filter(|words| said && !words.is_empty())
}

/// The course of an escalation.
pub fn course(words: &Words, course: &[Happened]) -> Markup {
    html! {
        ol.timeline {
            @for one in course {
                li {
                    div {
                        p.timeline-title { (happened(words, one)) }
                        (time(words, one.at, &words.moment(one.at)))
                        @if let Some(said) = said(one) { p.pre.small { (said) } }
                    }
                }
            }
        }
    }
}

/// What of the conversation they see.
pub fn context(words: &Words, shown: &Shown, ours: &str) -> Markup {
    html! {
        @if let Some(text) = shown.about.text.as_deref().filter(|text| !text.is_empty()) {
            div.escalation-about {
                p.small.muted { (words.t("escalations-about")) }
                p.pre { (text) }
            }
        }
        div.escalation-thread {
            @for message in &shown.messages { (bubble(words, message, ours)) }
            @for note in &shown.notes {
                article.bubble.bubble-note {
                    p.bubble-note-head { (icon("lock")) strong { (words.t("escalations-note")) } }
                    p.bubble-text { (note.words) }
                    div.bubble-meta { span { (note.name) } (time(words, note.created_at, &words.moment(note.created_at))) }
                }
            }
        }
    }
}

fn bubble(words: &Words, message: &Message, ours: &str) -> Markup {
    let out = message.direction == Direction::Outbound;
    let who = match (&message.person, out) {
        (_, true) => ours.to_owned(),
        (Some(person), _) if !person.name.is_empty() => person.name.clone(),
        _ => words.t("inbox-someone"),
    };
    let pictures = message.pictures.len() + message.media.len();
    html! {
        article.bubble.bubble-out[out] {
            @if !message.text.is_empty() { p.bubble-text { (message.text) } }
            div.bubble-meta {
                span { (who) }
                (time(words, message.sent_at, &words.moment(message.sent_at)))
                @if pictures > 0 {
                    @match &message.url {
                        Some(url) => a href=(url) rel="noopener noreferrer" target="_blank" { (words.tn("escalations-pictures", args![count => pictures])) },
                        None => span { (words.tn("escalations-pictures", args![count => pictures])) },
                    }
                }
            }
        }
    }
}

/// Puts a refusal into words beside its field, or gives it back.
pub fn refuse(
    form: &mut Form,
    field: &'static str,
    error: EscalationError,
    words: &Words,
) -> Result<(), Refusal> {
    let (field, key) = match &error {
        EscalationError::NoQuestion => ("question", "escalations-no-question"),
        EscalationError::Empty => (field, "escalations-empty"),
        EscalationError::TooLong => (field, "escalations-too-long"),
        EscalationError::Nobody => ("to", "escalations-nobody"),
        EscalationError::AskedAlready => ("to", "escalations-asked-already"),
        EscalationError::NoSuchPerson => ("to", "escalations-no-such-person"),
        EscalationError::InThePast => ("deadline", "escalations-in-the-past"),
        EscalationError::TooFar => ("deadline", "escalations-too-far"),
        EscalationError::HeldAlready => ("holding", "escalations-held-already"),
        EscalationError::Reply(error) => {
            form.refuse("holding", reply_words(error, words));
            return Ok(());
        }
        _ => return Err(error.into()),
    };
    form.refuse(field, words.t(key));
    Ok(())
}

fn reply_words(error: &conversations::ReplyError, words: &Words) -> String {
    use conversations::ReplyError as E;
    match error {
        E::TooLong { used, most } => {
            let over = i64::try_from(used.saturating_sub(*most)).unwrap_or(i64::MAX);
            words.tn("inbox-reply-too-long", args![over => over])
        }
        E::ChannelGone => words.t("inbox-reply-channel-gone"),
        E::NothingToAnswer => words.t("inbox-reply-nothing"),
        E::Empty => words.t("inbox-reply-empty"),
        _ => words.t("escalations-held-refused"),
    }
}
