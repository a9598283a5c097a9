use conversations::escalation::{Asked, AskedState, EscalationState, Shown};
use maud::{Markup, html};
use platform::Right;

use super::ask_view::{deadline_fields, people};
use super::one::{Facts, sample, sample_course};
use super::shown::{answer, asked_badge, context, course, due, state_badge};
use crate::parts::{
    Field, Tone, crumbs, csrf, error_summary, link_button, notice, page_header_under, secret,
    submit, time,
};
use crate::words::args;
use crate::{Form, Frame, Page, Shape, Width, page_samples};

/// One question.
pub struct EscalationPage {
    pub(super) facts: Facts,
    pub(super) form: Form,
}

impl Page for EscalationPage {
    fn samples() -> Vec<Self> {
        let page = |escalation: conversations::escalation::Escalation, own: bool| Self {
            facts: Facts {
                own: own.then(|| escalation.asked[0].id),
                escalation,
                person: "Léa Fontaine".to_owned(),
                course: sample_course(),
                shown: Shown::default(),
                may_hold: true,
                experts: vec![],
                team: vec![],
                deadlines: vec![],
                has_hours: true,
                today: jiff::civil::date(2026, 11, 23),
                letters: !own,
                link: own
                    .then(|| ("Anna".to_owned(), "https://parvis.example/escalation/x".into())),
            },
            form: Form::empty(),
        };
        let mut all: Vec<_> = sample().into_iter().map(|one| page(one, false)).collect();
        let mut own = page(sample().remove(0), true);
        own.form.refuse("answer", "Écrivez votre réponse.");
        all.push(own);
        all
    }

    fn title(&self, frame: &Frame) -> String {
        let person = self.person(frame);
        frame.words.tn("escalations-one-title", args![name => person])
    }

    fn shape(&self) -> Shape {
        Shape::Room("escalations", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let (words, facts) = (&frame.words, &self.facts);
        let escalation = &facts.escalation;
        let room = words.t("escalations-tab-list");
        let talk = frame.url(&format!("inbox/{}", escalation.conversation));
        let lead = html! {
            @if !escalation.is_late(words.now().unwrap_or(escalation.due_at)) { (state_badge(words, escalation.state, false)) " " }
            (due(words, escalation)) " "
            (words.tn("escalations-asked-on", args![when => words.moment(escalation.asked_at)]))
        };
        let brand = frame.brand.as_ref().map_or("", |brand| brand.name.as_str());
        html! {
            (page_header_under(crumbs(frame, &[(&room, &frame.url("escalations"))]), &self.title(frame), lead, link_button(&words.t("escalations-see-conversation"), &talk, "")))
            (error_summary(words, &self.form))
            @if let Some((name, link)) = &facts.link {
                (notice(Tone::Info, &words.tn("escalations-link-for", args![name => name]), html! { p { (words.t("escalations-link-lead")) } (secret(words, link)) }))
            }
            div.columns {
                div.stack.stack-lg {
                    section.card.stack aria-labelledby="question" {
                        h2 #question { (words.t("escalations-question")) }
                        p.pre { (escalation.question) }
                    }
                    @if let Some(own) = facts.own.and_then(|id| escalation.of_asked(id)) { (self.own(frame, own)) }
                    section.stack aria-labelledby="people" {
                        h2 #people { (words.t("escalations-people")) }
                        ul.list.card.card-flush { @for asked in &escalation.asked { li { (self.person_asked(frame, asked)) } } }
                    }
                    @if escalation.state.is_open() && frame.may(Right::Converse) { (self.team(frame)) }
                    details.card.disclosure {
                        summary { (words.t("escalations-they-see")) }
                        (context(words, &facts.shown, brand))
                    }
                }
                aside.stack aria-labelledby="course" {
                    h2.section-title #course { (words.t("escalations-course")) }
                    (course(words, &facts.course))
                }
            }
        }
    }
}

page_samples!(EscalationPage);

impl EscalationPage {
    fn person(&self, frame: &Frame) -> String {
        match self.facts.person.as_str() {
            "" => frame.words.t("inbox-someone"),
            name => name.to_owned(),
        }
    }

    fn to(&self, frame: &Frame, what: &str) -> String {
        frame.url(&format!("escalations/{}/{what}", self.facts.escalation.id))
    }

    /// What the one who looks is asked.
    fn own(&self, frame: &Frame, own: &Asked) -> Markup {
        let words = &frame.words;
        let open = self.facts.escalation.state.is_open() && own.state != AskedState::Used;
        let mut form = self.form.clone();
        if !form.has("answer") {
            form = form.with("answer", own.answer.clone());
        }
        html! {
            @if open {
                section.card.stack aria-labelledby="own" {
                    h2 #own { (words.t("escalations-own")) }
                    form.form.stack method="post" action=(self.to(frame, "answer")) {
                        (csrf(frame))
                        (Field::new(&form, "answer", &words.t("escalations-answer")).lines(6).required())
                        div.form-actions { (submit(&words.t(if own.answer.is_empty() { "escalations-answer-send" } else { "escalations-answer-correct" }), "button-primary")) }
                    }
                    (other_answers(frame, &self.form, &self.to(frame, "missing"), &self.to(frame, "refusal"), false))
                }
            }
        }
    }

    fn person_asked(&self, frame: &Frame, asked: &Asked) -> Markup {
        let words = &frame.words;
        let open = self.facts.escalation.state.is_open() && frame.may(Right::Converse);
        let awaited = matches!(asked.state, AskedState::Waiting | AskedState::More);
        let base = self.to(frame, &format!("asked/{}", asked.id));
        html! {
            div.item.escalation-person {
                div.item-body.stack.stack-sm {
                    p.item-title { (asked.name) " " span.muted.small { (asked.email) } }
                    p.item-meta { (asked_badge(words, asked)) " " (time(words, asked.asked_at, &words.tn("escalations-asked-at", args![when => words.relative(asked.asked_at)]))) }
                    (answer(words, asked))
                    @if !asked.why.is_empty() { blockquote.escalation-answer { p.pre { (asked.why) } } }
                    @if let Some((name, email)) = &asked.instead {
                        p.small { (words.tn("escalations-names", args![name => name, address => email])) }
                        @if open && asked.state == AskedState::Declined {
                            form method="post" action=(self.to(frame, "asked")) {
                                (csrf(frame))
                                input type="hidden" name="name" value=(name);
                                input type="hidden" name="email" value=(email);
                                input type="hidden" name="language" value=(asked.language.tag());
                                button.button.button-small { (words.tn("escalations-ask-them", args![name => if name.is_empty() { email } else { name }])) }
                            }
                        }
                    }
                    @if open && awaited {
                        div.row {
                            @if asked.teammate.is_none() {
                                form method="post" action={ (base) "/link" } { (csrf(frame)) button.button.button-small { (words.t("escalations-link-make")) } }
                            }
                            form method="post" action={ (base) "/end" } { (csrf(frame)) button.button.button-small.button-quiet { (words.t("escalations-release")) } }
                        }
                    }
                }
            }
        }
    }

    /// What the team may do.
    fn team(&self, frame: &Frame) -> Markup {
        let (words, facts) = (&frame.words, &self.facts);
        let escalation = &facts.escalation;
        let form = &self.form;
        let missing = escalation.state == EscalationState::More
            || escalation.asked.iter().any(|asked| asked.state == AskedState::More);
        let answered = escalation.asked.iter().any(|asked| asked.state == AskedState::Answered);
        let refused = escalation.state == EscalationState::Refused;
        html! {
            section.stack aria-labelledby="acts" {
                h2.visually-hidden #acts { (words.t("escalations-acts")) }
                @if !facts.letters { (notice(Tone::Warning, &words.t("escalations-no-letters"), html! { p { (words.t("escalations-no-letters-lead")) } })) }
                @if answered {
                    div.card.stack {
                        h3 { (words.t("escalations-answered-title")) }
                        p { (words.t("escalations-answered-lead")) }
                        div.row { (link_button(&words.t("escalations-to-reply"), &format!("{}#escalation", frame.url(&format!("inbox/{}", escalation.conversation))), "button-primary")) }
                    }
                }
                @if missing || answered {
                    details.card.disclosure open[missing || form.error("words").is_some()] {
                        summary { strong { (words.t(if missing { "escalations-complete" } else { "escalations-ask-again" })) } }
                        form.form.stack method="post" action=(self.to(frame, "completion")) {
                            (csrf(frame))
                            @if !missing {
                                @for asked in escalation.asked.iter().filter(|asked| asked.state == AskedState::Answered).take(1) { input type="hidden" name="asked" value=(asked.id); }
                            }
                            (Field::new(form, "words", &words.t("escalations-complete-words")).lines(3).required())
                            div.form-actions { (submit(&words.t("escalations-complete-send"), "button-primary")) }
                        }
                    }
                }
                details.card.disclosure open[refused || form.error("to").is_some() || form.error("email").is_some() || form.error("name").is_some()] {
                    summary { strong { (words.t("escalations-also")) } }
                    form.form.stack method="post" action=(self.to(frame, "asked")) {
                        (csrf(frame))
                        (people(frame, form, &facts.experts, &facts.team, facts.today))
                        @let awaited: Vec<&Asked> = escalation.asked.iter().filter(|asked| asked.state == AskedState::Waiting).collect();
                        @if !awaited.is_empty() {
                            fieldset.field {
                                legend.label { (words.t("escalations-instead")) }
                                @for asked in awaited {
                                    @let value = asked.id.to_string();
                                    (crate::parts::check(form, "instead", &value, &words.tn("escalations-instead-of", args![name => asked.name.as_str()])))
                                }
                            }
                        }
                        div.form-actions { (submit(&words.t("escalations-ask"), "button-primary")) }
                    }
                }
                details.card.disclosure open[form.error("deadline").is_some()] {
                    summary { strong { (words.t("escalations-extend")) } }
                    form.form.stack method="post" action=(self.to(frame, "deadline")) {
                        (csrf(frame))
                        (deadline_fields(frame, form, &facts.deadlines, facts.has_hours))
                        div.form-actions { (submit(&words.t("escalations-extend-send"), "button-primary")) }
                    }
                }
                @if facts.may_hold {
                    details.card.disclosure open[form.error("holding").is_some()] {
                        summary { strong { (words.t("escalations-holding")) } }
                        form.form.stack method="post" action=(self.to(frame, "holding")) {
                            (csrf(frame))
                            (Field::new(form, "holding", &words.t("escalations-holding-text")).lines(3).required().hint(words.t("escalations-holding-hint")))
                            div.form-actions { (submit(&words.t("escalations-holding-send"), "button-primary")) }
                        }
                    }
                }
                form method="post" action=(self.to(frame, "end")) {
                    (csrf(frame))
                    button.button.button-quiet { (words.t("escalations-withdraw")) }
                }
            }
        }
    }
}

/// « It misses something », « I can't »: for who is asked.
pub fn other_answers(
    frame: &Frame,
    form: &Form,
    missing: &str,
    refusal: &str,
    names: bool,
) -> Markup {
    let words = &frame.words;
    let refused =
        ["why", "instead-name", "instead-email"].iter().any(|name| form.error(name).is_some());
    html! {
        details.disclosure open[form.error("missing").is_some()] {
            summary { (words.t("escalations-miss")) }
            form.form.stack method="post" action=(missing) {
                (csrf(frame))
                (Field::new(form, "missing", &words.t("escalations-miss-what")).lines(3).required().with("maxlength", "1000"))
                div.form-actions { (submit(&words.t("escalations-miss-send"), "")) }
            }
        }
        details.disclosure open[refused] {
            summary { (words.t("escalations-cannot")) }
            form.form.stack method="post" action=(refusal) {
                (csrf(frame))
                @if names {
                    (Field::new(form, "instead-name", &words.t("escalations-instead-name")).autocomplete("off").with("maxlength", "120"))
                    (Field::new(form, "instead-email", &words.t("escalations-instead-email")).kind("email").autocomplete("off"))
                }
                (Field::new(form, "why", &words.t(if names { "escalations-why-or" } else { "escalations-why" })).lines(2).with("maxlength", "1000"))
                div.form-actions { (submit(&words.t("escalations-cannot-send"), "")) }
            }
        }
    }
}
