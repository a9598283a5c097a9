//! The fields of a rule.

use conversations::Priority;
use maud::{Markup, Render, html};

use super::{Around, HARMS, KINDS, LANGUAGES, TONES};
use crate::areas::moderation::decide::ground_fields;
use crate::parts::{Choice, Field, Select, check, choice, switch};
use crate::words::Words;
use crate::{Form, Frame};

/// The fields of a rule.
pub fn fields(frame: &Frame, form: &Form, around: &Around) -> Markup {
    let words = &frame.words;
    let joined = |value: &'static str| {
        let title = words.t(&format!("moderation-joined-{value}"));
        choice(form, "radio", "joined", Choice { value, title: &title, hint: "" })
    };
    html! {
        section.card.form {
            (Field::new(form, "name", &words.t("moderation-field-name")).required().with("maxlength", "80"))
            fieldset.fieldset { legend { (words.t("moderation-field-joined")) } div.choices { (joined("all")) (joined("any")) } }
        }
        section.card.form aria-labelledby="if" {
            h2.h3 #if { (words.t("moderation-if")) }
            p.muted { (words.t("moderation-if-lead")) }
            (said(frame, form))
            (meant(frame, form))
            (written_by(frame, form))
            (come(frame, form, around))
        }
        section.card.form aria-labelledby="then" {
            h2.h3 #then { (words.t("moderation-then")) }
            (done(frame, form, around))
        }
        section.card.form aria-labelledby="because" {
            h2.h3 #because { (words.t("moderation-because-title")) }
            p.muted { (words.t("moderation-because-lead")) }
            (ground_fields(frame, form, &around.grounds))
            (switch(form, "tells", &words.t("moderation-field-rule-tells")))
        }
    }
}

fn contrary(words: &Words, form: &Form, name: &'static str) -> Markup {
    check(form, name, "on", &words.t("moderation-contrary"))
}

fn number(form: &Form, name: &'static str, label: &str, most: &'static str) -> Markup {
    let field = Field::new(form, name, label).kind("number");
    field.with("min", "1").with("max", most).with("inputmode", "numeric").render()
}

/// What is said.
fn said(frame: &Frame, form: &Form) -> Markup {
    let words = &frame.words;
    let links = ["", "any", "hosts"].map(|value| {
        let key = if value.is_empty() { "none" } else { value };
        (value.to_owned(), words.t(&format!("moderation-links-{key}")))
    });
    let boxes = LANGUAGES.map(|tag| (tag, words.t(&format!("moderation-language-{tag}"))));
    html! {
        details.disclosure open[!form.get("words").is_empty() || form.error("words").is_some()] {
            summary { (words.t("moderation-why-words")) }
            (Field::new(form, "words", &words.t("moderation-field-words")).lines(4).hint(words.t("moderation-field-words-hint")))
            (contrary(words, form, "words_not"))
        }
        details.disclosure open[!form.get("pattern").is_empty() || form.error("pattern").is_some()] {
            summary { (words.t("moderation-why-pattern")) }
            (Field::new(form, "pattern", &words.t("moderation-field-pattern")).with("maxlength", "500").with("spellcheck", "false").hint(words.t("moderation-field-pattern-hint")))
            (contrary(words, form, "pattern_not"))
        }
        details.disclosure open[!form.get("links").is_empty() || form.error("hosts").is_some()] {
            summary { (words.t("moderation-why-links")) }
            (Select::new(form, "links", &words.t("moderation-field-links"), links))
            (Field::new(form, "hosts", &words.t("moderation-field-hosts")).lines(3).hint(words.t("moderation-field-hosts-hint")))
            (contrary(words, form, "links_not"))
        }
        details.disclosure open[form.has("language")] {
            summary { (words.t("moderation-why-language")) }
            div.row.row-wrap { @for (tag, name) in &boxes { (check(form, "language", tag, name)) } }
            (contrary(words, form, "language_not"))
        }
    }
}

/// What is meant.
fn meant(frame: &Frame, form: &Form) -> Markup {
    let words = &frame.words;
    let sure = words.t("moderation-field-sure");
    let none = (String::new(), words.t("moderation-tone-any"));
    let tones =
        TONES.map(|(_, name)| (name.to_owned(), words.t(&format!("moderation-tone-{name}"))));
    let tones: Vec<_> = std::iter::once(none).chain(tones).collect();
    let harms = HARMS.map(|(_, name)| (name, words.t(&format!("moderation-harm-{name}"))));
    html! {
        details.disclosure open[form.has("harm") || form.error("harm_sure").is_some()] {
            summary { (words.t("moderation-why-harm")) }
            div.row.row-wrap { @for (name, said) in &harms { (check(form, "harm", name, said)) } }
            (number(form, "harm_sure", &sure, "100"))
            (contrary(words, form, "harm_not"))
        }
        details.disclosure open[form.has("spam")] {
            summary { (words.t("moderation-why-spam")) }
            (check(form, "spam", "on", &words.t("moderation-field-spam")))
            (number(form, "spam_sure", &sure, "100"))
            (contrary(words, form, "spam_not"))
        }
        details.disclosure open[!form.get("feeling").is_empty()] {
            summary { (words.t("moderation-why-feeling")) }
            (Select::new(form, "feeling", &words.t("moderation-field-feeling"), tones))
            (number(form, "feeling_sure", &sure, "100"))
            (contrary(words, form, "feeling_not"))
        }
    }
}

/// Who wrote it.
fn written_by(frame: &Frame, form: &Form) -> Markup {
    let words = &frame.words;
    let open =
        ["first", "rulings", "regular", "flood"].iter().any(|name| !form.get(name).is_empty());
    html! {
        details.disclosure open[open] {
            summary { (words.t("moderation-author-conditions")) }
            (check(form, "first", "on", &words.t("moderation-field-first")))
            (contrary(words, form, "first_not"))
            div.fields-inline {
                (number(form, "rulings", &words.t("moderation-field-rulings"), "10000"))
                (number(form, "flood", &words.t("moderation-field-flood"), "10000"))
            }
            div.fields-inline {
                (number(form, "regular", &words.t("moderation-field-regular"), "10000"))
                (Field::new(form, "regular_days", &words.t("moderation-field-regular-days")).kind("number").with("min", "0").with("max", "3650"))
            }
            (check(form, "regular_not", "on", &words.t("moderation-field-regular-not")))
        }
    }
}

/// Where and when it came.
fn come(frame: &Frame, form: &Form, around: &Around) -> Markup {
    let words = &frame.words;
    let days = ["1", "2", "3", "4", "5", "6", "7"];
    let days = days.map(|day| (day, words.t(&format!("moderation-day-{day}"))));
    html! {
        @if !around.channels.is_empty() {
            details.disclosure open[form.has("channel")] {
                summary { (words.t("moderation-why-channel")) }
                div.row.row-wrap { @for (id, name) in &around.channels { (check(form, "channel", id, name)) } }
                (contrary(words, form, "channel_not"))
            }
        }
        details.disclosure open[form.has("kind")] {
            summary { (words.t("moderation-why-kind")) }
            div.row.row-wrap { @for kind in KINDS { (check(form, "kind", kind.as_str(), &words.t(&format!("moderation-kind-{kind}")))) } }
            (contrary(words, form, "kind_not"))
        }
        details.disclosure open[!form.get("from").is_empty() || form.error("from").is_some()] {
            summary { (words.t("moderation-why-time")) }
            div.fields-inline {
                (Field::new(form, "from", &words.t("moderation-field-from")).kind("time"))
                (Field::new(form, "until", &words.t("moderation-field-until")).kind("time"))
            }
            fieldset.fieldset {
                legend { (words.t("moderation-field-day")) }
                div.row.row-wrap { @for (day, name) in &days { (check(form, "day", day, name)) } }
            }
            (contrary(words, form, "time_not"))
        }
    }
}

/// What is done.
fn done(frame: &Frame, form: &Form, around: &Around) -> Markup {
    let words = &frame.words;
    let with = |key: &str, all: &[(String, String)]| {
        let none = (String::new(), words.t(key));
        std::iter::once(none).chain(all.iter().cloned()).collect::<Vec<_>>()
    };
    let priorities: Vec<_> = Priority::ALL
        .iter()
        .map(|one| (one.to_string(), words.t(&format!("promises-priority-{one}"))))
        .collect();
    let network = ["hide", "delete"]
        .map(|value| (value.to_owned(), words.t(&format!("moderation-action-{value}"))));
    let how = ["draft", "send"]
        .map(|value| (value.to_owned(), words.t(&format!("moderation-reply-{value}"))));
    html! {
        div.fields-inline {
            (Select::new(form, "label", &words.t("moderation-action-label"), with("moderation-none", &around.labels)))
            (Select::new(form, "priority", &words.t("moderation-action-priority"), with("moderation-none", &priorities)))
            (Select::new(form, "assign", &words.t("moderation-action-assign"), with("moderation-none", &around.team)))
        }
        (Select::new(form, "network", &words.t("moderation-field-network"), with("moderation-none", &network)).hint(words.t("moderation-field-network-hint")))
        (check(form, "ask", "on", &words.t("moderation-action-ask")))
        @if !around.saved.is_empty() {
            div.fields-inline {
                (Select::new(form, "reply", &words.t("moderation-field-reply"), with("moderation-none", &around.saved)))
                (Select::new(form, "reply_how", &words.t("moderation-field-reply-how"), how))
            }
        }
        (check(form, "resolve", "on", &words.t("moderation-action-resolve")))
        (switch(form, "stops", &words.t("moderation-stops")))
    }
}
