//! The parts of the page of assignment.

use conversations::assignment::{Absence, Bearing, HandOver, NewAbsence, NewRule, Rule, Way};
use conversations::promise::DueRow;
use maud::{Markup, html};
use platform::Right;

use super::assignment::AssignmentPage;
use super::shown::{Named, sample_rows, scope};
use crate::parts::{
    Choice, Field, Select, badge, check, choice, csrf, error_summary, one_button, submit,
};
use crate::words::args;
use crate::{Form, Frame};

/// What those who are away leave open.
pub fn left(frame: &Frame, page: &AssignmentPage) -> Markup {
    let words = &frame.words;
    html! {
        @for one in &page.left {
            section.card.stack {
                h2 { (words.tn("promises-left", args![name => &one.absence.name, count => one.open.len()])) }
                p.muted { (words.tn("promises-left-until", args![day => words.date(one.absence.says.until)])) }
                ul.list { @for row in &one.open { li { (to_give(frame, page, one, row)) } } }
            }
        }
    }
}

fn to_give(
    frame: &Frame,
    page: &AssignmentPage,
    one: &HandOver,
    row: &conversations::ConversationRow,
) -> Markup {
    let words = &frame.words;
    let conversation = &row.conversation;
    let person = row.person.as_ref().map(|person| person.name.clone());
    let person = person.unwrap_or_else(|| words.t("inbox-someone"));
    let away = one.absence.says.teammate.to_string();
    let action = frame.url(&format!("settings/assignment/handover/{}", conversation.id));
    html! {
        div.item {
            div.item-body {
                p.item-title.clip { a href=(frame.url(&format!("inbox/{}", conversation.id))) { (person) } }
                p.item-meta.clip { (conversation.preview) }
            }
            form.item-end.row method="post" action=(action) {
                (csrf(frame))
                select.select name="to" aria-label=(words.tn("promises-give-to", args![name => &person])) {
                    option value="" { (words.t("promises-nobody")) }
                    @for (id, name) in page.named.team.iter().filter(|(id, _)| *id != away) { option value=(id) { (name) } }
                }
                button.button.button-small { (words.t("promises-give")) }
            }
        }
    }
}

/// The rules, in order, and the form of another.
pub fn rules(frame: &Frame, page: &AssignmentPage) -> Markup {
    let words = &frame.words;
    html! {
        section.card.stack aria-labelledby="rules" {
            h2 #rules { (words.t("promises-rules")) }
            @if page.rules.is_empty() { p.muted { (words.t("promises-rules-none")) } } @else {
                p.muted { (words.t("promises-rules-lead")) }
                ol.list { @for rule in &page.rules { li { (one_rule(frame, page, rule)) } } }
            }
            @if frame.may(Right::ManageBrand) {
                @if !page.rules.is_empty() {
                    div.row { (one_button(frame, &frame.url("settings/assignment/round"), &words.t("promises-give-out"), "")) }
                }
                (new_rule(frame, page))
            }
        }
    }
}

fn one_rule(frame: &Frame, page: &AssignmentPage, rule: &Rule) -> Markup {
    let words = &frame.words;
    let says = &rule.says;
    let (channel, label) =
        (says.channel.map(|id| id.to_string()), says.label.map(|id| id.to_string()));
    let team: Vec<_> = says.team.iter().map(|id| page.named.name(words, &id.to_string())).collect();
    html! {
        div.item {
            div.item-body {
                p.item-title { (scope(words, &page.named, channel, label, None)) }
                p.item-meta {
                    span { (words.t(&format!("promises-way-{}", key(says.way)))) }
                    span { (team.join(", ")) }
                }
            }
            @if frame.may(Right::ManageBrand) {
                div.item-end {
                    (one_button(frame, &frame.url(&format!("settings/assignment/rules/{}/end", rule.id)), &words.t("promises-remove"), "button-small"))
                }
            }
        }
    }
}

fn key(way: Way) -> &'static str {
    match way {
        Way::InTurn => "in-turn",
        Way::LeastLoaded => "least-loaded",
    }
}

fn new_rule(frame: &Frame, page: &AssignmentPage) -> Markup {
    let (words, form) = (&frame.words, &page.rule);
    let any = |key: &str, all: &[(String, String)]| {
        let first = (String::new(), words.t(key));
        std::iter::once(first).chain(all.iter().cloned()).collect::<Vec<_>>()
    };
    let way = |way: Way| {
        let (title, hint) = (
            words.t(&format!("promises-way-{}", key(way))),
            words.t(&format!("promises-way-{}-hint", key(way))),
        );
        choice(form, "radio", "way", Choice { value: way.as_str(), title: &title, hint: &hint })
    };
    html! {
        details.disclosure open[form.is_refused()] {
            summary { (words.t("promises-rule-add")) }
            form.form method="post" action=(frame.url("settings/assignment/rules")) {
                (csrf(frame))
                (error_summary(words, form))
                div.fields-inline {
                    (Select::new(form, "channel", &words.t("promises-field-channel"), any("promises-any-channel", &page.named.channels)))
                    @if !page.named.labels.is_empty() {
                        (Select::new(form, "label", &words.t("promises-field-label"), any("promises-any-label", &page.named.labels)))
                    }
                }
                fieldset.fieldset { legend { (words.t("promises-way")) } div.choices.choices-compact { (way(Way::InTurn)) (way(Way::LeastLoaded)) } }
                fieldset.fieldset #team {
                    legend { (words.t("promises-among")) }
                    @for (id, name) in &page.named.team { (check(form, "team", id, name)) }
                    @if let Some(error) = form.error("team") { p.error #team-error { (error) } }
                }
                div.form-actions { (submit(&words.t("promises-rule-save"), "button-primary")) }
            }
        }
    }
}

/// How much each bears.
pub fn bearings(frame: &Frame, page: &AssignmentPage) -> Markup {
    let words = &frame.words;
    let may = frame.may(Right::ManageBrand);
    html! {
        section.card.stack aria-labelledby="capacities" {
            h2 #capacities { (words.t("promises-capacities")) }
            p.muted { (words.t("promises-capacities-lead")) }
            form.form method="post" action=(frame.url("settings/assignment/capacities")) {
                (csrf(frame))
                (error_summary(words, &page.capacity))
                @if let Some(error) = page.capacity.error("most") { p.error #most { (error) } }
                ul.list { @for one in &page.bearings { li { (bearing(frame, one, may)) } } }
                @if may { div.form-actions { (submit(&words.t("promises-capacities-save"), "")) } }
            }
        }
    }
}

fn bearing(frame: &Frame, one: &Bearing, may: bool) -> Markup {
    let words = &frame.words;
    let most = one.most.map(|most| most.to_string()).unwrap_or_default();
    html! {
        div.item {
            div.item-body {
                p.item-title { (one.name) @if one.away { " " (badge(&words.t("promises-away"), "warning")) } }
                p.item-meta { span { (words.tn("promises-open-now", args![count => one.open])) } }
            }
            div.item-end {
                @if may {
                    input.input.input-short type="number" min="1" max="10000" inputmode="numeric"
                        name={ "most-" (one.teammate) } value=(most) placeholder=(words.t("promises-no-limit"))
                        aria-label=(words.tn("promises-most-of", args![name => &one.name]));
                } @else if let Some(most) = one.most { (words.tn("promises-at-most", args![count => most])) }
            }
        }
    }
}

/// Who is away, and the form to say so.
pub fn absences(frame: &Frame, page: &AssignmentPage) -> Markup {
    let (words, form) = (&frame.words, &page.absence);
    let may_all = frame.may(Right::ManageTeam);
    html! {
        section.card.stack aria-labelledby="absences" {
            h2 #absences { (words.t("promises-absences")) }
            p.muted { (words.t("promises-absences-lead")) }
            @if !page.absences.is_empty() {
                ul.list { @for one in &page.absences { li { (absence(frame, one, may_all || one.says.teammate.to_string() == page.me)) } } }
            }
            form.form method="post" action=(frame.url("settings/assignment/absences")) {
                (csrf(frame))
                (error_summary(words, form))
                @if may_all { (Select::new(form, "teammate", &words.t("promises-absent"), page.named.team.clone())) }
                div.fields-inline {
                    (Field::new(form, "from", &words.t("promises-day-from")).kind("date").required())
                    (Field::new(form, "until", &words.t("promises-last-day")).kind("date").required())
                }
                (Field::new(form, "note", &words.t("promises-note")).with("maxlength", "200"))
                div.form-actions { (submit(&words.t(if may_all { "promises-absence-add" } else { "promises-absence-own" }), "")) }
            }
        }
    }
}

fn absence(frame: &Frame, one: &Absence, may: bool) -> Markup {
    let words = &frame.words;
    let says = &one.says;
    html! {
        div.item {
            div.item-body {
                p.item-title { (one.name) }
                p.item-meta {
                    span { (words.tn("promises-days-span", args![from => words.date(says.from), until => words.date(says.until)])) }
                    @if !says.note.is_empty() { span { (says.note) } }
                }
            }
            @if may {
                div.item-end {
                    (one_button(frame, &frame.url(&format!("settings/assignment/absences/{}/end", one.id)), &words.t("promises-remove"), "button-small"))
                }
            }
        }
    }
}

/// The page before anything is set, and with everything.
pub fn samples() -> Vec<AssignmentPage> {
    let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 9);
    let day = |text: &str| text.parse().unwrap_or_default();
    let named = Named::sample();
    let teammate = ambient.new_id();
    let says = NewAbsence {
        teammate,
        from: day("2026-12-21"),
        until: day("2026-12-27"),
        note: "Congés".to_owned(),
    };
    let absence = Absence { id: ambient.new_id(), says, name: "Karim Benali".to_owned() };
    let open = sample_rows().into_iter().map(|due: DueRow| due.row).collect();
    let bearing = |name: &str, most, away| Bearing {
        teammate: ambient.new_id(),
        name: name.to_owned(),
        open: 3,
        most,
        away,
    };
    let page = |rules: Vec<Rule>, rule: Form| AssignmentPage {
        rules,
        bearings: vec![
            bearing("Karim Benali", Some(20), true),
            bearing("Louise Moreau", None, false),
        ],
        absences: Vec::new(),
        left: Vec::new(),
        named: named.clone(),
        me: "5".to_owned(),
        rule,
        capacity: Form::empty(),
        absence: Form::empty(),
    };
    let mut refused = Form::filled([("way", "in_turn")]);
    refused.refuse("team", "Choisissez au moins une personne");
    let new = NewRule { channel: None, label: None, way: Way::LeastLoaded, team: vec![teammate] };
    let mut full = page(vec![Rule { id: ambient.new_id(), says: new, last: None }], refused);
    full.left = vec![HandOver { absence: absence.clone(), open }];
    full.absences = vec![absence];
    full.capacity.refuse("most", "Un nombre de 1 à 10 000");
    vec![page(vec![], Form::empty()), full]
}
