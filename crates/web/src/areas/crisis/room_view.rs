//! The room of a crisis: how it looks.

use conversations::crisis::{Level, Role, Task};
use maud::{Markup, Render, html};
use platform::Right;

use super::room::RoomFacts;
use super::shown::{self, ShownLine};
use super::{level_badge, list, new, rehearsal_mark, room_said};
use crate::parts::{
    Field, Tone, crumbs, csrf, icon, link_button, notice, one_button, page_header_under, submit,
    time, timeline,
};
use crate::words::args;
use crate::{Form, Frame, Page, Shape, Width, page_samples};

/// The room.
pub struct RoomPage {
    pub(super) facts: RoomFacts,
    pub(super) form: Form,
}

impl RoomPage {
    fn url(&self, frame: &Frame, path: &str) -> String {
        frame.url(&format!("crisis/{}{path}", self.facts.crisis.id))
    }

    fn level(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let level = self.facts.crisis.level.as_str();
        let form = Form::filled([("level", level)]);
        html! {
            details.disclosure.card {
                summary { (words.t("crisis-level-change")) }
                form.form method="post" action=(self.url(frame, "/level")) {
                    (csrf(frame))
                    (new::levels(words, &form))
                    (Field::new(&form, "why", &words.t("crisis-level-why")).render())
                    div.form-actions { (submit(&words.t("crisis-level-set"), "")) }
                }
            }
        }
    }

    fn pause(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let rehearsal = self.facts.crisis.rehearsal;
        let stand_down = self.url(frame, "/stand-down");
        html! {
            @if self.facts.pauses {
                (notice(Tone::Warning, &words.t(if rehearsal { "crisis-paused-rehearsal" } else { "crisis-paused" }), html! {
                    p { (words.t(if rehearsal { "crisis-paused-rehearsal-lead" } else { "crisis-paused-lead" })) }
                    @if self.facts.undecided > 0 {
                        p { a href=(stand_down) { (words.tn("crisis-to-review", args![count => self.facts.undecided as i64])) } }
                    }
                }))
            } @else if frame.may(Right::Publish) {
                (notice(Tone::Info, &words.t("crisis-not-paused"), html! {
                    p { (words.t("crisis-not-paused-lead")) }
                    (one_button(frame, &self.url(frame, "/pause"), &words.t("crisis-pause"), "button-danger"))
                }))
            }
        }
    }

    fn roles(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let may = frame.may(Right::Converse);
        html! {
            section.card.stack.stack-sm aria-labelledby="roles" {
                h2.section-title #roles { (words.t("crisis-roles")) }
                @for role in Role::ALL {
                    @let of_role: Vec<_> = self.facts.roles.iter().filter(|one| one.role == *role).collect();
                    div.crisis-role {
                        p.strong { (shown::role_words(words, *role)) }
                        @if of_role.is_empty() { p.muted.small { (words.t("crisis-role-nobody")) } }
                        ul.crisis-people {
                            @for one in &of_role {
                                li.row.row-tight {
                                    span { (one.name) }
                                    @if may {
                                        form method="post" action=(self.url(frame, "/roles/end")) {
                                            (csrf(frame))
                                            input type="hidden" name="role" value=(role.as_str());
                                            button.button.button-quiet.button-icon.button-small name="teammate" value=(one.teammate)
                                                aria-label=(words.tn("crisis-role-take", args![name => one.name.clone()])) { (icon("x")) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
                @if may { (self.give_role(frame)) }
            }
        }
    }

    fn give_role(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            form.crisis-line-form method="post" action=(self.url(frame, "/roles")) {
                (csrf(frame))
                select.select name="teammate" aria-label=(words.t("crisis-role-who")) {
                    @for person in &self.facts.team { option value=(person.id) { (person.name) } }
                }
                select.select name="role" aria-label=(words.t("crisis-role-what")) {
                    @for role in Role::ALL { option value=(role.as_str()) { (shown::role_words(words, *role)) } }
                }
                (submit(&words.t("crisis-role-give"), "button-small"))
            }
        }
    }

    fn tasks(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let done = self.facts.tasks.iter().filter(|task| task.done.is_some()).count();
        let counted = args![done => done as i64, count => self.facts.tasks.len() as i64];
        html! {
            section.card.stack.stack-sm aria-labelledby="tasks" {
                div.spread {
                    h2.section-title #tasks { (words.t("crisis-checklist")) }
                    span.small.muted { (words.tn("crisis-checklist-done", counted)) }
                }
                ul.crisis-tasks { @for task in &self.facts.tasks { (self.task(frame, task)) } }
                @if frame.may(Right::Converse) {
                    form.crisis-line-form method="post" action=(self.url(frame, "/tasks")) {
                        (csrf(frame))
                        input.input name="words" required maxlength="160" aria-label=(words.t("crisis-task-new")) placeholder=(words.t("crisis-task-new"));
                        (submit(&words.t("crisis-task-add"), "button-small"))
                    }
                }
            }
        }
    }

    fn task(&self, frame: &Frame, task: &Task) -> Markup {
        let words = &frame.words;
        let done = task.done.is_some();
        let (label, value) =
            if done { ("crisis-task-undo", "no") } else { ("crisis-task-do", "yes") };
        html! {
            li.crisis-task data-done=[done.then_some("")] {
                @if frame.may(Right::Converse) {
                    form method="post" action=(self.url(frame, &format!("/tasks/{}", task.id))) {
                        (csrf(frame))
                        button.button.button-quiet.button-icon name="done" value=(value)
                            aria-label=(words.tn(label, args![name => task.words.clone()])) {
                            (icon(if done { "circle-check" } else { "circle" }))
                        }
                    }
                }
                div {
                    p { (task.words) }
                    @if let Some((name, at)) = &task.done {
                        p.small.muted { (words.tn("crisis-task-done-by", args![name => name.clone(), when => words.short_moment(*at)])) }
                    }
                }
            }
        }
    }

    fn timeline(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.card.stack aria-labelledby="timeline" {
                h2.section-title #timeline { (words.t("crisis-timeline")) }
                @if frame.may(Right::Converse) {
                    form.stack.stack-sm method="post" action=(self.url(frame, "/entries")) {
                        (csrf(frame))
                        textarea.textarea name="words" rows="3" required aria-label=(words.t("crisis-say")) placeholder=(words.t("crisis-say")) {}
                        div.row {
                            button.button.button-small name="decision" value="no" { (icon("sticky-note")) (words.t("crisis-note")) }
                            button.button.button-small.button-primary name="decision" value="yes" { (icon("check")) (words.t("crisis-decide")) }
                        }
                    }
                }
                (timeline(&self.facts.lines.iter().map(|one| line(frame, one)).collect::<Vec<_>>()))
            }
        }
    }
}

/// A line of the timeline.
pub(super) fn line(frame: &Frame, line: &ShownLine) -> Markup {
    let words = &frame.words;
    html! {
        li data-decision=[line.decision.then_some("")] {
            div {
                p.timeline-title {
                    @match &line.to {
                        Some(to) => a href=(frame.url(to)) { (line.title) },
                        None => (line.title),
                    }
                }
                (time(words, line.at, &words.short_moment(line.at)))
                @if !line.words.is_empty() { p.crisis-words { (line.words) } }
            }
        }
    }
}

impl Page for RoomPage {
    fn samples() -> Vec<Self> {
        let of = |rehearsal, full| Self { facts: sample(rehearsal, full), form: Form::empty() };
        vec![of(false, false), of(false, true), of(true, true)]
    }

    fn title(&self, frame: &Frame) -> String {
        match self.facts.crisis.rehearsal {
            true => frame
                .words
                .tn("crisis-room-rehearsal", args![name => self.facts.crisis.name.clone()]),
            false => self.facts.crisis.name.clone(),
        }
    }

    fn shape(&self) -> Shape {
        Shape::Room("crisis", Width::Wide)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let crisis = &self.facts.crisis;
        let (title, address) = (words.t("crisis-title"), frame.url("crisis"));
        let actions = html! {
            (link_button(&words.t("crisis-review"), &self.url(frame, "/review"), ""))
            @if frame.may(Right::Converse) {
                (link_button(&words.t("crisis-stand-down"), &self.url(frame, "/stand-down"), "button-primary"))
            }
        };
        html! {
            @if crisis.rehearsal { (rehearsal_mark(words)) }
            (page_header_under(crumbs(frame, &[(&title, &address)]), &self.title(frame), html! {
                span.row.row-tight {
                    (level_badge(words, crisis.level))
                    span { (words.tn("crisis-since", args![when => words.moment(crisis.opened_at)])) }
                }
            }, actions))
            div.columns {
                div.stack.stack-lg {
                    (self.pause(frame))
                    (shown::chart(words, &self.facts.curve, crisis.rehearsal).render(words))
                    (room_said::said(frame, &self.facts, &self.form))
                    (room_said::post(frame, &self.facts))
                }
                div.stack.stack-lg {
                    @if frame.may(Right::Converse) { (self.level(frame)) }
                    (self.roles(frame))
                    (self.tasks(frame))
                    (self.timeline(frame))
                    @if frame.may(Right::Converse) { (room_said::words_form(frame, crisis)) }
                }
            }
        }
    }
}

page_samples!(RoomPage);

/// A room, for samples.
pub(super) fn sample(rehearsal: bool, full: bool) -> RoomFacts {
    use conversations::crisis::{HoldingStatement, Hour, InRole, Said, Spoken, StatementText};
    use primitives::{Id, Language};
    let alert = list::sample_alert();
    let id = |n: u128| uuid::Uuid::from_u128(n);
    let said = |n: u128, words: &str, followers| Said {
        id: Id::from_uuid(id(20 + n)),
        message: (!rehearsal).then(|| Id::from_uuid(id(n))),
        conversation: (!rehearsal).then(|| Id::from_uuid(id(n))),
        channel: None,
        identity: None,
        author: format!("Marie {n}"),
        handle: format!("marie{n}@piaille.fr"),
        followers,
        words: words.to_owned(),
        language: Some("fr".to_owned()),
        at: alert.from,
        url: None,
        answered_at: (n == 2).then_some(alert.last_at),
    };
    let spoken = Spoken {
        total: 3,
        said: vec![
            said(1, "Pain rassis, honteux !", Some(1_204)),
            said(2, "Pain rassis, honteux !", None),
            said(3, "Et la farine ?", Some(12)),
        ],
    };
    let person = shown::Person { id: Id::from_uuid(id(2)), name: "Louise Moreau".to_owned() };
    let (statement, task) = (id(4), id(5));
    let line = |title: &str, decision| ShownLine {
        at: alert.raised_at,
        title: title.to_owned(),
        words: "On jette la fournée.".to_owned(),
        decision,
        to: None,
    };
    let mut facts = RoomFacts {
        crisis: list::sample_crisis(rehearsal),
        pauses: full,
        undecided: 2,
        spoken: Spoken::default(),
        curve: vec![Hour {
            from: alert.from,
            seen: 42,
            prediction: Some(alert.prediction.clone()),
        }],
        roles: vec![],
        tasks: vec![],
        lines: vec![],
        statements: vec![],
        channels: vec![],
        team: vec![person.clone()],
    };
    if full {
        facts.spoken = spoken;
        facts.roles = vec![InRole { role: Role::Decides, teammate: person.id, name: person.name }];
        let done = Some(("Louise Moreau".to_owned(), alert.raised_at));
        let open =
            Task { id: Id::from_uuid(task), words: "Prévenir la direction".into(), done: None };
        facts.tasks = vec![open.clone(), Task { done, ..open }];
        facts.lines = vec![line("Décision de Louise", true), line("Ouverture", false)];
        facts.statements = vec![HoldingStatement {
            id: Id::from_uuid(statement),
            title: "Nous cherchons".to_owned(),
            situation: String::new(),
            texts: vec![StatementText {
                channel: None,
                language: Language::Fr,
                words: "Nous avons vu, nous cherchons.".to_owned(),
            }],
            approved: Some((None, alert.raised_at)),
            changed_at: alert.raised_at,
        }];
    }
    facts.crisis.level = if full { Level::Major } else { Level::Watch };
    facts
}
