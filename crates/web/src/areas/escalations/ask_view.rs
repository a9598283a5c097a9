use conversations::escalation::{Context, Expert};
use maud::{Markup, html};
use primitives::Id;

use super::ask::Offered;
use crate::parts::{
    Choice, Field, Select, badge, check, choice, crumbs, csrf, error_summary, page_header_under,
    submit,
};
use crate::words::args;
use crate::{Form, Frame, Page, Shape, Width, page_samples};

/// A question to hand over.
pub struct AskPage {
    pub(super) offered: Offered,
    pub(super) form: Form,
}

impl Page for AskPage {
    fn samples() -> Vec<Self> {
        let id = |n: u128| uuid::Uuid::from_u128(n);
        let expert = Expert {
            id: Id::from_uuid(id(2)),
            name: "Anna Bérard".to_owned(),
            email: "anna@labo.example".to_owned(),
            fields: "allergènes, étiquetage".to_owned(),
            language: primitives::Language::Fr,
            absences: Vec::new(),
        };
        let at = |text: &str| text.parse().unwrap_or_default();
        let offered = Offered {
            conversation: Id::from_uuid(id(1)),
            person: "Léa Fontaine".to_owned(),
            said: "Y a-t-il du sésame dans la tradition\u{202f}?".to_owned(),
            has_post: true,
            notes: 2,
            experts: vec![(expert, true)],
            team: vec![(Id::from_uuid(id(3)), "Karim Benali".to_owned())],
            deadlines: vec![
                ("1h", at("2026-11-23T10:00:00Z")),
                ("4h", at("2026-11-23T13:00:00Z")),
                ("tomorrow", at("2026-11-24T17:00:00Z")),
            ],
            has_hours: true,
            holding_counts: false,
            ready: vec![(Id::from_uuid(id(4)), "Je me renseigne".to_owned(), "Bonjour".to_owned())],
            today: jiff::civil::date(2026, 11, 23),
        };
        let empty = Offered {
            experts: vec![],
            team: vec![],
            ready: vec![],
            has_post: false,
            notes: 0,
            has_hours: false,
            holding_counts: true,
            ..offered.clone()
        };
        let mut refused = Form::filled([("question", ""), ("deadline", "at")]);
        refused.refuse("question", "Posez la question.");
        refused.refuse("to", "Choisissez à qui.");
        refused.refuse("holding", "Trop long.");
        let form = Form::filled([("question", "Du sésame\u{202f}?"), ("deadline", "4h")]);
        vec![Self { offered, form }, Self { offered: empty, form: refused }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("escalations-new-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("escalations", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let (words, form, offered) = (&frame.words, &self.form, &self.offered);
        let back = frame.url(&format!("inbox/{}", offered.conversation));
        let person = match offered.person.as_str() {
            "" => words.t("inbox-someone"),
            name => name.to_owned(),
        };
        let crumb = words.tn("inbox-with", args![name => person.as_str()]);
        html! {
            (page_header_under(crumbs(frame, &[(&crumb, &back)]), &self.title(frame), html! { (words.t("escalations-new-lead")) }, html! {}))
            form.form.stack.stack-lg method="post" action=(frame.url("escalations")) {
                (csrf(frame))
                (error_summary(words, form))
                input type="hidden" name="conversation" value=(offered.conversation);
                (Field::new(form, "question", &words.t("escalations-question")).lines(4).required().with("maxlength", "4000")
                    .hint(words.t("escalations-question-hint")))
                (people(frame, form, &offered.experts, &offered.team, offered.today))
                (deadline(frame, form, offered))
                (self.context(frame))
                (self.holding(frame, &person))
                div.form-actions {
                    (submit(&words.t("escalations-ask"), "button-primary"))
                    a.button.button-quiet href=(back) { (words.t("escalations-cancel")) }
                }
            }
        }
    }
}

page_samples!(AskPage);

/// Whom to ask: the address book, the team, or someone new.
pub fn people(
    frame: &Frame,
    form: &Form,
    experts: &[(Expert, bool)],
    team: &[(Id<platform::Teammate>, String)],
    today: jiff::civil::Date,
) -> Markup {
    let words = &frame.words;
    let open = !form.get("name").is_empty()
        || !form.get("email").is_empty()
        || form.error("email").is_some()
        || (experts.is_empty() && team.is_empty());
    html! {
        fieldset.field {
            legend.label { (words.t("escalations-to")) }
            @if let Some(error) = form.error("to") { p.error { (error) } }
            div.choices {
                @for (expert, fits) in experts {
                    @let value = format!("expert-{}", expert.id);
                    label.choice {
                        input type="checkbox" name="to" value=(value) checked[form.chose("to", &value)];
                        span {
                            span.choice-title { (expert.name) @if *fits { " " (badge(&words.t("escalations-fits"), "success")) } }
                            span.hint {
                                @if !expert.fields.is_empty() { (expert.fields) } @else { (expert.email) }
                                @if let Some(away) = expert.away_on(today) { " · " strong { (words.tn("escalations-away", args![when => words.date(away.until)])) } }
                            }
                        }
                    }
                }
                @for (id, name) in team {
                    @let value = format!("teammate-{id}");
                    label.choice {
                        input type="checkbox" name="to" value=(value) checked[form.chose("to", &value)];
                        span { span.choice-title { (name) } span.hint { (words.t("escalations-teammate")) } }
                    }
                }
            }
            details.disclosure open[open] {
                summary { (words.t("escalations-someone-new")) }
                div.stack {
                    (Field::new(form, "name", &words.t("escalations-expert-name")).with("maxlength", "120").autocomplete("off"))
                    (Field::new(form, "email", &words.t("escalations-expert-email")).kind("email").autocomplete("off"))
                    (Field::new(form, "fields", &words.t("escalations-expert-fields")).hint(words.t("escalations-expert-fields-hint")))
                    (languages(frame, form))
                    p.hint { (words.t("escalations-someone-new-hint")) }
                }
            }
        }
    }
}

/// What letters to someone are written in.
pub fn languages<'a>(frame: &'a Frame, form: &'a Form) -> Markup {
    let words = &frame.words;
    let options = [("fr", words.t("inbox-language-fr")), ("en", words.t("inbox-language-en"))];
    maud::Render::render(&Select::new(
        form,
        "language",
        &words.t("escalations-expert-language"),
        options,
    ))
}

fn deadline(frame: &Frame, form: &Form, offered: &Offered) -> Markup {
    html! { (deadline_fields(frame, form, &offered.deadlines, offered.has_hours)) }
}

/// Until when: quick choices, and any other instant.
pub fn deadline_fields(
    frame: &Frame,
    form: &Form,
    deadlines: &[(&'static str, jiff::Timestamp)],
    has_hours: bool,
) -> Markup {
    let words = &frame.words;
    html! {
        fieldset.field {
            legend.label { (words.t("escalations-deadline")) }
            @if let Some(error) = form.error("deadline") { p.error { (error) } }
            div.choices.choices-row {
                @for (key, at) in deadlines {
                    (choice(form, "radio", "deadline", Choice {
                        value: key,
                        title: &words.t(&format!("escalations-deadline-{key}")),
                        hint: &words.moment(*at),
                    }))
                }
                label.choice.choice-instant {
                    input type="radio" name="deadline" value="at" checked[form.chose("deadline", "at")];
                    span {
                        span.choice-title { (words.t("escalations-deadline-at")) }
                        input.input type="datetime-local" name="at" value=(form.get("at")) aria-label=(words.t("escalations-deadline-at-label"));
                    }
                }
            }
            p.hint { (words.t(if has_hours { "escalations-deadline-hours" } else { "escalations-deadline-always" })) }
        }
    }
}

impl AskPage {
    fn context(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        let offered =
            Context::ALL.iter().filter(|one| **one != Context::Post || self.offered.has_post);
        html! {
            fieldset.field {
                legend.label { (words.t("escalations-context")) }
                div.choices {
                    @for one in offered {
                        (choice(form, "radio", "context", Choice {
                            value: one.as_str(),
                            title: &words.t(&format!("escalations-context-{one}")),
                            hint: &words.t(&format!("escalations-context-{one}-hint")),
                        }))
                    }
                }
                @if self.offered.notes > 0 {
                    (check(form, "notes", "yes", &words.tn("escalations-with-notes", args![count => self.offered.notes])))
                }
                p.hint { (words.t("escalations-context-hint")) }
            }
        }
    }

    fn holding(&self, frame: &Frame, person: &str) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        let lead = if self.offered.holding_counts {
            "escalations-holding-lead-counts"
        } else {
            "escalations-holding-lead"
        };
        let none = [(String::new(), words.t("escalations-holding-none"))];
        let ready = self.offered.ready.iter().map(|(id, name, _)| (id.to_string(), name.clone()));
        html! {
            fieldset.field {
                legend.label { (words.t("escalations-holding")) }
                p.hint { (words.tn(lead, args![name => person])) }
                label.check { input type="checkbox" name="hold" value="yes" checked[form.has("hold")]; span { (words.t("escalations-hold")) } }
                @if !self.offered.ready.is_empty() {
                    (Select::new(form, "ready", &words.t("escalations-holding-ready"), none.into_iter().chain(ready)))
                }
                (Field::new(form, "holding", &words.t("escalations-holding-text")).lines(3).hint(words.t("escalations-holding-hint")))
            }
        }
    }
}
