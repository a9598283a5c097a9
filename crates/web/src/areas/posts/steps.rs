//! What happens to a publication, in plain words.

use channels::publication::{
    Failure, HeldBy, NeedsPerson, Publication, PublicationState, Step, StepKind,
};
use jiff::Timestamp;
use maud::{Markup, html};
use serde_json::Value;

use super::shown::ShownChannel;
use crate::parts::{timeline, timeline_line};
use crate::words::{Words, args};

/// A step, with the name of who did it.
#[derive(Debug, Clone)]
pub(super) struct ShownStep {
    pub step: Step,
    pub who: Option<String>,
}

/// What happened, the latest first.
pub(super) fn story(words: &Words, steps: &[ShownStep]) -> Markup {
    let lines: Vec<_> = steps.iter().rev().map(|step| line(words, step)).collect();
    timeline(&lines)
}

fn line(words: &Words, shown: &ShownStep) -> Markup {
    let step = &shown.step;
    let title = words.t(&format!("step-{}", step.kind.as_str()));
    let text = |name: &str| step.data.get(name).and_then(Value::as_str).filter(|t| !t.is_empty());
    let moment = |name: &str| text(name)?.parse::<Timestamp>().ok();
    timeline_line(
        words,
        step.at,
        dot(step.kind),
        &title,
        html! {
            @if let Some(who) = &shown.who { p.small.muted { (words.tn("publications-by", args![who => who])) } }
            @if let Some(due) = moment("due_at").filter(|_| step.kind != StepKind::Late) {
                p.small.muted { (words.tn("publications-for", args![when => words.moment(due)])) }
            }
            @if let Some(until) = moment("until") {
                p.small.muted { (words.tn("publications-next", args![when => words.relative(until)])) }
            }
            @if let Some(reason) = text("reason") {
                p.small { (words.t_or(&format!("failure-{reason}"), "failure-rejected_other")) }
            }
            @if let Some(detail) = text("detail") { p.small.muted { (words.tn("publications-detail", args![detail => detail])) } }
            @if let Some(url) = text("url").filter(|url| url.starts_with("http")) {
                p.small { a href=(url) rel="noopener noreferrer" target="_blank" { (primitives::text::shorten_url(url, 60)) } }
            }
        },
    )
}

/// The colour of a step's dot, when it is one of a state's.
fn dot(kind: StepKind) -> Option<&'static str> {
    match kind {
        StepKind::Planned | StepKind::Released => Some("planned"),
        StepKind::Prepared => Some("prepared"),
        StepKind::Sending => Some("sending"),
        StepKind::Processing => Some("processing"),
        StepKind::Published | StepKind::Confirmed => Some("published"),
        StepKind::Uncertain => Some("uncertain"),
        StepKind::Failed | StepKind::Late => Some("failed"),
        StepKind::Held => Some("held"),
        StepKind::NeedsPerson => Some("needs-a-person"),
        _ => None,
    }
}

/// Where a publication stands, in one sentence.
pub(super) fn now(words: &Words, publication: &Publication, channel: &ShownChannel) -> String {
    use PublicationState as S;
    let due = || words.moment(publication.due_at);
    match &publication.state {
        S::Planned => words.tn("publications-now-planned", args![when => due()]),
        S::Prepared { next_at, .. } => {
            words.tn("publications-now-prepared", args![when => words.relative(*next_at)])
        }
        S::Sending { since, .. } => {
            words.tn("publications-now-sending", args![time => words.time_of(*since)])
        }
        S::Processing { .. } => {
            words.tn("publications-now-processing", args![network => channel.network.as_str()])
        }
        S::Published { at, .. } => {
            words.tn("publications-now-published", args![when => words.relative(*at)])
        }
        S::Uncertain { since, .. } => {
            words.tn("publications-now-uncertain", args![time => words.time_of(*since)])
        }
        S::Failed { reason, .. } => failure(words, *reason),
        S::Held { reason } => words.t(match reason {
            HeldBy::BrandPause => "publications-held-brand_pause",
            HeldBy::ChannelPause => "publications-held-channel_pause",
            HeldBy::Person => "publications-held-person",
            HeldBy::Guard => "publications-held-guard",
            HeldBy::Approval => "publications-held-approval",
        }),
        S::Cancelled => words.t("publications-now-cancelled"),
        S::NeedsPerson { why: NeedsPerson::Assisted, .. } => {
            words.tn("publications-now-assisted", args![when => due()])
        }
        S::NeedsPerson { .. } => {
            words.tn("publications-now-cannot-tell", args![network => channel.network.as_str()])
        }
    }
}

/// Why it failed and what to do.
pub(super) fn failure(words: &Words, reason: Failure) -> String {
    words.t_or(&format!("failure-{}", reason.key()), "failure-rejected_other")
}
