//! The review as a page.

use conversations::crisis::FollowUp;
use maud::{Markup, Render, html};
use platform::Right;
use primitives::text::shorten;

use super::review::ReviewFacts;
use super::shown;
use super::{level_badge, list, rehearsal_mark, room_view};
use crate::parts::{
    Field, crumbs, csrf, icon, link_button, one_button, page_header_under, submit, timeline,
};
use crate::words::{Words, args};
use crate::{Form, Frame, Page, Shape, Width, page_samples};

/// What happened, its figures, what was learnt.
pub struct ReviewPage {
    pub(super) facts: ReviewFacts,
    pub(super) form: Form,
}

/// A figure: what it is, how much, on what it rests.
pub(super) struct ShownFigure {
    pub label: String,
    pub value: String,
    pub note: String,
}

/// The figures with their definitions.
pub(super) fn figures(words: &Words, facts: &ReviewFacts) -> Vec<ShownFigure> {
    let figures = &facts.figures;
    let unknown = || words.t("crisis-unknown");
    let shown = |key: &str, value: String, note: String| ShownFigure {
        label: words.t(&format!("crisis-figure-{key}")),
        value,
        note,
    };
    let read = facts.spoken.said.len() as i64;
    let response = figures.response;
    let reach = if figures.reach_known == 0 { unknown() } else { words.number(figures.reach) };
    let coverage = args![known => figures.reach_known as i64, count => figures.authors as i64];
    let peak = figures.peak.as_ref();
    vec![
        shown("messages", words.number(figures.messages), words.t("crisis-figure-messages-note")),
        shown(
            "authors",
            words.number(figures.authors as i64),
            words.tn("crisis-figure-authors-note", args![count => read]),
        ),
        shown("reach", reach, words.tn("crisis-figure-reach-note", coverage)),
        shown(
            "peak",
            peak.map_or_else(unknown, |hour| words.number(hour.seen)),
            peak.map(|hour| {
                let when = words.short_moment(hour.from);
                match &hour.prediction {
                    Some(past) => words.tn("crisis-figure-peak-note", args![when => when, most => past.most]),
                    None => words.tn("crisis-figure-peak-unknown", args![when => when]),
                }
            })
            .unwrap_or_default(),
        ),
        shown(
            "answered",
            words.tn("crisis-figure-of", args![count => figures.answered as i64, of => read]),
            words.t("crisis-figure-answered-note"),
        ),
        shown(
            "response",
            response.map_or_else(unknown, |times| words.length(times.median)),
            response.map_or_else(
                || words.t("crisis-figure-response-none"),
                |times| {
                    words.tn("crisis-figure-response-note", args![ninetieth => words.length(times.ninetieth), count => times.count as i64])
                },
            ),
        ),
        shown(
            "reaction",
            figures.reaction.map_or_else(unknown, |lapse| words.length(lapse)),
            words.t(if figures.reaction.is_some() { "crisis-figure-reaction-note" } else { "crisis-figure-reaction-none" }),
        ),
        shown("lasted", words.length(figures.lasted), words.t("crisis-figure-lasted-note")),
    ]
}

/// « From … to …, by … ».
pub(super) fn span(words: &Words, facts: &ReviewFacts) -> String {
    let from = words.moment(facts.crisis.opened_at);
    match facts.crisis.ended {
        Some((_, at)) => words.tn("crisis-from-to", args![from => from, to => words.moment(at)]),
        None => words.tn("crisis-since", args![when => from]),
    }
}

impl ReviewPage {
    fn url(&self, frame: &Frame, path: &str) -> String {
        frame.url(&format!("crisis/{}{path}", self.facts.crisis.id))
    }

    fn groups(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let groups = self.facts.spoken.groups();
        html! {
            @if !groups.is_empty() {
                section.stack.stack-sm aria-labelledby="said" {
                    h2.section-title #said { (words.t("crisis-said")) }
                    ul.card.card-flush.list {
                        @for group in groups.iter().take(8) {
                            li.item {
                                div.item-body {
                                    p.crisis-words { (shorten(&group.said[0].words, 300)) }
                                    p.item-meta {
                                        (words.tn("crisis-times", args![count => group.said.len() as i64, people => group.authors as i64])) " · "
                                        (shown::reach(words, group.reach, group.reach_known, group.authors))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn follow_up(&self, frame: &Frame, one: &FollowUp) -> Markup {
        let words = &frame.words;
        let done = one.done_at.is_some();
        let (label, value) =
            if done { ("crisis-task-undo", "no") } else { ("crisis-task-do", "yes") };
        html! {
            li.crisis-task data-done=[done.then_some("")] {
                @if frame.may(Right::Converse) {
                    form method="post" action=(self.url(frame, &format!("/follow-ups/{}", one.id))) {
                        (csrf(frame))
                        button.button.button-quiet.button-icon name="done" value=(value)
                            aria-label=(words.tn(label, args![name => one.words.clone()])) {
                            (icon(if done { "circle-check" } else { "circle" }))
                        }
                    }
                }
                div {
                    p { (one.words) }
                    p.small.muted {
                        (one.name.clone().unwrap_or_else(|| words.t("crisis-follow-up-nobody")))
                        @if let Some(day) = one.due_on { " · " (words.tn("crisis-follow-up-due", args![when => words.date(day)])) }
                    }
                }
            }
        }
    }

    fn lessons(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let may = frame.may(Right::Converse);
        html! {
            section.card.stack aria-labelledby="learnt" {
                h2.section-title #learnt { (words.t("crisis-lessons")) }
                @if may {
                    form.form method="post" action=(self.url(frame, "/review")) {
                        (csrf(frame))
                        (Field::new(&self.form, "lessons", &words.t("crisis-lessons-field")).lines(6).hint(words.t("crisis-lessons-hint")).render())
                        div.form-actions { (submit(&words.t("crisis-lessons-save"), "")) }
                    }
                } @else { p.crisis-words { (self.facts.crisis.lessons) } }
            }
            section.card.stack aria-labelledby="follow-ups" {
                h2.section-title #follow-ups { (words.t("crisis-follow-ups")) }
                ul.crisis-tasks { @for one in &self.facts.follow_ups { (self.follow_up(frame, one)) } }
                @if may {
                    form.stack.stack-sm method="post" action=(self.url(frame, "/follow-ups")) {
                        (csrf(frame))
                        input.input name="words" required maxlength="160" aria-label=(words.t("crisis-follow-up-new")) placeholder=(words.t("crisis-follow-up-new"));
                        div.crisis-line-form {
                            select.select name="teammate" aria-label=(words.t("crisis-follow-up-who")) {
                                option value="" { (words.t("crisis-follow-up-nobody")) }
                                @for person in &self.facts.team { option value=(person.id) { (person.name) } }
                            }
                            input.input type="date" name="due_on" aria-label=(words.t("crisis-follow-up-when"));
                            (submit(&words.t("crisis-task-add"), "button-small"))
                        }
                    }
                }
            }
        }
    }

    fn posts(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            @if !self.facts.reviewed.is_empty() {
                section.stack.stack-sm aria-labelledby="posts" {
                    h2.section-title #posts { (words.t("crisis-review-posts")) }
                    ul.card.card-flush.list {
                        @for (one, text) in &self.facts.reviewed {
                            li.item { div.item-body {
                                p.item-title { a href=(frame.url(&format!("publications/{}", one.publication))) { (shorten(text, 120)) } }
                                p.item-meta {
                                    (words.t(&format!("crisis-decided-{}", one.decision.as_str().replace('_', "-"))))
                                    @if let Some(by) = &one.by { " · " (by) }
                                    @if !one.reason.is_empty() { " · " (one.reason) }
                                }
                            } }
                        }
                    }
                }
            }
        }
    }
}

impl Page for ReviewPage {
    fn samples() -> Vec<Self> {
        [false, true]
            .into_iter()
            .map(|rehearsal| {
                let room = room_view::sample(rehearsal, true);
                let facts = ReviewFacts {
                    opened_by: Some("Louise Moreau".to_owned()),
                    ended_by: None,
                    alert: Some(list::sample_alert()),
                    figures: conversations::crisis::Figures {
                        messages: 3,
                        authors: 3,
                        reach: 1_216,
                        reach_known: 2,
                        peak: room.curve.first().cloned(),
                        answered: 1,
                        response: None,
                        reaction: None,
                        lasted: jiff::SignedDuration::from_hours(5),
                    },
                    spoken: room.spoken,
                    curve: room.curve,
                    roles: room.roles,
                    tasks: room.tasks,
                    lines: room.lines,
                    reviewed: vec![],
                    follow_ups: vec![],
                    team: room.team,
                    crisis: room.crisis,
                };
                Self { facts, form: Form::empty() }
            })
            .collect()
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.tn("crisis-review-of", args![name => self.facts.crisis.name.clone()])
    }

    fn shape(&self) -> Shape {
        Shape::Room("crisis", Width::Wide)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let crisis = &self.facts.crisis;
        let above = [(words.t("crisis-title"), frame.url("crisis"))];
        let above: Vec<(&str, &str)> = above.iter().map(|(a, b)| (&**a, &**b)).collect();
        let actions = html! {
            @if crisis.runs() { (link_button(&words.t("crisis-back-to-room"), &self.url(frame, ""), "")) }
            @if cfg!(feature = "pdf") {
                a.button.button-primary href=(self.url(frame, "/review.pdf")) { (icon("download")) (words.t("crisis-review-pdf")) }
            }
        };
        html! {
            @if crisis.rehearsal { (rehearsal_mark(words)) }
            (page_header_under(crumbs(frame, &above), &self.title(frame), html! {
                span.row.row-tight { (level_badge(words, crisis.level)) span { (span(words, &self.facts)) } }
            }, actions))
            div.columns {
                div.stack.stack-lg {
                    @if let Some(alert) = &self.facts.alert { p { (shown::burst(words, alert)) " " (shown::basis(words, &alert.prediction)) } }
                    div.tiles {
                        @for figure in figures(words, &self.facts) {
                            div.tile {
                                p.tile-label { (figure.label) }
                                p.tile-value { (figure.value) }
                                p.tile-note { (figure.note) }
                            }
                        }
                    }
                    (shown::chart(words, &self.facts.curve, crisis.rehearsal).render(words))
                    (self.groups(frame))
                    (self.posts(frame))
                    section.stack.stack-sm aria-labelledby="timeline" {
                        h2.section-title #timeline { (words.t("crisis-timeline")) }
                        div.card { (timeline(&self.facts.lines.iter().map(|one| room_view::line(frame, one)).collect::<Vec<_>>())) }
                    }
                }
                div.stack.stack-lg {
                    (self.lessons(frame))
                    @if crisis.rehearsal && frame.may(Right::Converse) {
                        (one_button(frame, &self.url(frame, "/removal"), &words.t("crisis-remove-rehearsal-do"), "button-danger"))
                    }
                }
            }
        }
    }
}

page_samples!(ReviewPage);
