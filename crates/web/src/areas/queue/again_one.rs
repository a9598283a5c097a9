//! One post that comes back: its next dates, its history with results.

use axum::extract::Path;
use axum::response::Response;
use database::Tx;
use maud::{Markup, html};
use measurement::results::post_results;
use measurement::statistics::{Ingredient, Measure};
use platform::Right;
use primitives::Id;
use publishing::recurrence::{Coming, Outcome, Recurrence, RecurrenceState, Run};

use super::again_form::sample;
use super::again_list::{end_words, rhythm_words, state_badge};
use super::shown::{marks, reading, topic, topic_samples};
use super::words::refusal;
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::shown::{ShownChannel, headline};
use crate::chart::share;
use crate::parts::{badge, crumbs, csrf, icon, one_button, page_header_under};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};
use strategy::Topic;

/// How many dates ahead.
const AHEAD: usize = 8;
/// How many past ones have their results read.
const HISTORY: usize = 20;

/// What a past time brought, on all its channels.
#[derive(Debug, Clone, Default)]
struct Brought {
    reactions: Option<i64>,
    comments: Option<i64>,
    shares: Option<i64>,
    rates: Vec<(String, f64)>,
}

/// The recurrence.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Recurrence>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let recurrence = Recurrence::load(id, &here.actor, &mut tx).await.map_err(refusal)?;
    let coming = recurrence.coming(AHEAD, &mut tx).await.map_err(refusal)?;
    let mut history = Vec::new();
    for run in recurrence.history(&mut tx).await.map_err(refusal)?.into_iter().take(HISTORY) {
        let brought = brought(&here, &run, &mut tx).await?;
        history.push((run, brought));
    }
    let topics = Topic::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
    let channels = load_channels(&here, &mut tx).await?;
    Ok(here.show(&RecurrencePage { recurrence, coming, history, topics, channels }))
}

async fn brought(here: &InBrand, run: &Run, tx: &mut Tx) -> Result<Brought, Refusal> {
    let mut brought = Brought::default();
    let Some(post) = run.post else { return Ok(brought) };
    let results = post_results(post.cast(), &here.house.kit.connectors, &here.actor, tx).await;
    for result in results.map_err(Refusal::fault)? {
        let Some(latest) = &result.latest else { continue };
        let figure = |kind| latest.figures.get(kind);
        let add = |sum: &mut Option<i64>, more: Option<i64>| {
            if let Some(more) = more {
                *sum = Some(sum.unwrap_or(0) + more);
            }
        };
        add(&mut brought.reactions, figure(Ingredient::Reactions));
        add(&mut brought.comments, figure(Ingredient::Comments));
        add(&mut brought.shares, figure(Ingredient::Shares));
        let rate = Measure::EngagementByReach
            .of(&latest.figures)
            .or_else(|_| Measure::PublicEngagement.of(&latest.figures));
        if let Ok(rate) = rate {
            let name = result.channel.as_ref().map(|channel| channel.network_name.clone());
            brought.rates.push((name.unwrap_or(result.post.network.clone()), rate.share()));
        }
    }
    Ok(brought)
}

/// One post that comes back.
pub struct RecurrencePage {
    recurrence: Recurrence,
    coming: Vec<Coming>,
    history: Vec<(Run, Brought)>,
    topics: Vec<Topic>,
    channels: Vec<ShownChannel>,
}

impl RecurrencePage {
    fn url(&self, frame: &Frame, rest: &str) -> String {
        frame.url(&format!("queue/recurring/{}{rest}", self.recurrence.id))
    }

    fn stands(&self) -> bool {
        self.recurrence.state != RecurrenceState::Ended
    }

    fn actions(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            @if frame.may(Right::Publish) && self.stands() {
                a.button href=(self.url(frame, "/edit")) { (icon("pencil")) (words.t("again-edit")) }
                @if self.recurrence.state == RecurrenceState::Paused {
                    (one_button(frame, &self.url(frame, "/pause/end"), &words.t("again-resume"), "button-primary"))
                } @else {
                    (one_button(frame, &self.url(frame, "/pause"), &words.t("again-pause"), ""))
                }
            }
        }
    }

    fn next(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.card.card-flush aria-labelledby="coming" {
                div.card-head { h2 id="coming" { (words.t("again-coming")) } }
                @if self.coming.is_empty() { p.card-body { (words.t(if self.stands() { "again-coming-free" } else { "again-coming-none" })) } }
                ul.list { @for one in &self.coming { li { div.item.again-date { (self.date(frame, one)) } } } }
            }
        }
    }

    fn date(&self, frame: &Frame, one: &Coming) -> Markup {
        let words = &frame.words;
        let outcome = one.run.as_ref().map(|run| run.outcome);
        let when = reading(words, one.at.local);
        let publishes = frame.may(Right::Publish) && self.stands();
        html! {
            div.again-row {
                strong { time datetime=(one.at.at) { (when) } }
                span.row {
                    @match outcome {
                        Some(outcome) => (outcome_badge(words, outcome)),
                        None => { span.hint { (words.t("again-not-yet")) } },
                    }
                    @if let Some(run) = &one.run { @if run.post.is_some() && self.recurrence.texts.len() > 1 { span.hint { (words.tn("again-variation", args![number => run.variation + 1])) } } }
                }
            }
            @if publishes {
                form.row.end method="post" action=(self.url(frame, "/skips")) {
                    (csrf(frame))
                    input type="hidden" name="at" value=(one.at.local);
                    @if outcome == Some(Outcome::Skipped) {
                        button.button.button-small formaction=(self.url(frame, "/skips/end")) { (words.t("again-unskip")) span.visually-hidden { " " (when) } }
                    } @else {
                        button.button.button-small formaction=(self.url(frame, "/posts")) { (words.t("again-this-one")) span.visually-hidden { " " (when) } }
                        a.button.button-small.button-quiet href=(self.url(frame, &format!("/edit?from={}", one.at.local))) { (words.t("again-following")) span.visually-hidden { " " (when) } }
                        button.button.button-small.button-quiet { (words.t("again-skip")) span.visually-hidden { " " (when) } }
                    }
                }
            }
        }
    }

    fn past(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.card.stack aria-labelledby="history" {
                h2 id="history" { (words.t("again-history")) }
                @if self.history.is_empty() { p { (words.t("again-history-none")) } } @else {
                    div.table-wrap tabindex="0" role="region" aria-label=(words.t("again-history")) {
                        table.table {
                            thead { tr { th scope="col" { (words.t("again-date")) } th scope="col" { (words.t("again-variation-head")) } th scope="col" { (words.t("ingredient-reactions")) } th scope="col" { (words.t("ingredient-comments")) } th scope="col" { (words.t("ingredient-shares")) } th scope="col" { (words.t("again-rate")) } } }
                            tbody { @for (run, brought) in &self.history { (past_row(frame, run, brought)) } }
                        }
                    }
                }
            }
        }
    }

    fn said(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let many = self.recurrence.texts.len() > 1;
        html! {
            section.card.stack {
                h2 { (words.tn("again-texts", args![count => self.recurrence.texts.len()])) }
                ol.again-texts {
                    @for (index, text) in self.recurrence.texts.iter().enumerate() {
                        li { @if many { span.hint { (words.tn("again-variation", args![number => index + 1])) } } p.post-text { (text) } }
                    }
                }
                p.row { (marks(&self.channels, &self.recurrence.piece.channels())) (topic(&self.topics, self.recurrence.piece.topic)) }
            }
        }
    }

    fn ending(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            @if frame.may(Right::Publish) && self.stands() {
                form.card.stack method="post" action=(self.url(frame, "/end")) {
                    (csrf(frame))
                    h2 { (words.t("again-end")) }
                    label.check { input type="checkbox" name="withdraw" value="on" checked; span { (words.t("again-withdraw")) } }
                    div.form-actions { button.button.button-danger { (words.t("again-end-do")) } }
                }
            }
        }
    }
}

fn outcome_badge(words: &Words, outcome: Outcome) -> Markup {
    let tone = match outcome {
        Outcome::Made => "info",
        Outcome::Refused => "bad",
        Outcome::Missed => "warn",
        Outcome::Skipped => "",
    };
    badge(&words.t(&format!("again-outcome-{outcome}")), tone)
}

fn past_row(frame: &Frame, run: &Run, brought: &Brought) -> Markup {
    let words = &frame.words;
    let number = |value: Option<i64>| value.map_or("–".to_owned(), |value| words.number(value));
    let rates: Vec<_> = brought
        .rates
        .iter()
        .map(|(name, rate)| format!("{} ({name})", share(words, *rate)))
        .collect();
    html! {
        tr {
            th scope="row" {
                @match run.post { Some(post) => { a href=(frame.url(&format!("posts/{post}"))) { (reading(words, run.occurrence)) } }, None => (reading(words, run.occurrence)) }
                @if run.outcome != Outcome::Made { " " (outcome_badge(words, run.outcome)) }
            }
            td { @if run.post.is_some() { (run.variation + 1) } @else { "–" } }
            td { (number(brought.reactions)) } td { (number(brought.comments)) } td { (number(brought.shares)) }
            td { @if rates.is_empty() { "–" } @else { (rates.join(", ")) } }
        }
    }
}

impl Page for RecurrencePage {
    fn samples() -> Vec<Self> {
        let run = |at: &str, outcome| Run {
            occurrence: at.parse().expect("a sample's time"),
            at: "2026-11-17T08:00:00Z".parse().expect("a sample's instant"),
            outcome,
            variation: 1,
            post: (outcome != Outcome::Missed).then(|| Id::from_uuid(uuid::Uuid::from_u128(5))),
            made_version: 2,
        };
        let coming = |at: &str, outcome: Option<Outcome>| Coming {
            at: publishing::LocalSchedule::parse(at, "Europe/Paris").expect("a sample's time"),
            run: outcome.map(|outcome| run(at, outcome)),
        };
        let figures = Brought {
            reactions: Some(12),
            comments: None,
            shares: Some(0),
            rates: vec![("Bluesky".to_owned(), 0.034)],
        };
        let full = Self {
            recurrence: sample(),
            coming: vec![
                coming("2026-11-24T09:00", Some(Outcome::Made)),
                coming("2026-12-01T09:00", Some(Outcome::Skipped)),
                coming("2026-12-08T09:00", Some(Outcome::Refused)),
                coming("2026-12-15T09:00", None),
            ],
            history: vec![
                (run("2026-11-17T09:00", Outcome::Made), figures),
                (run("2026-11-10T09:00", Outcome::Missed), Brought::default()),
            ],
            topics: topic_samples(),
            channels: ShownChannel::samples(),
        };
        let bare = |state| Self {
            recurrence: Recurrence { state, ..sample() },
            coming: vec![],
            history: vec![],
            topics: vec![],
            channels: ShownChannel::samples(),
        };
        vec![full, bare(RecurrenceState::Paused), bare(RecurrenceState::Ended)]
    }

    fn title(&self, frame: &Frame) -> String {
        let text = self.recurrence.texts.first().map(String::as_str).unwrap_or_default();
        headline(text, &frame.words.t("posts-without-words"))
    }

    fn shape(&self) -> Shape {
        Shape::Room("queue", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let back = crumbs(frame, &[(&words.t("again-title"), &frame.url("queue/recurring"))]);
        let lead = html! {
            (rhythm_words(words, &self.recurrence.rhythm)) " · " (end_words(words, &self.recurrence)) " " (state_badge(words, self.recurrence.state))
        };
        html! {
            (page_header_under(back, &self.title(frame), lead, self.actions(frame)))
            div.columns.columns-wide.columns-map { div.stack { (self.next(frame)) (self.past(frame)) } div.stack { (self.said(frame)) (self.ending(frame)) } }
        }
    }
}

page_samples!(RecurrencePage);
