//! Fields of forms of which the page has several: their ids carry the form's place.

use maud::{Markup, html};

use crate::Form;

/// A field of the form of a place.
pub(super) struct Line<'a> {
    /// Where the form is: `topic-0190…`.
    pub place: &'a str,
    /// What it holds.
    pub form: &'a Form,
}

impl Line<'_> {
    /// One line of text, or a number, a colour.
    pub fn input(&self, name: &str, kind: &str, label: &str, hint: &str) -> Markup {
        let id = format!("{}-{name}", self.place);
        let number = kind == "number";
        self.around(name, label, hint, html! {
            input.input id=(id) name=(name) type=(kind) value=(self.form.get(name)) min=[number.then_some("0")]
                inputmode=[number.then_some("numeric")] aria-describedby=[self.described(name, hint)]
                aria-invalid=[self.form.error(name).map(|_| "true")];
        })
    }

    /// Several lines.
    pub fn lines(&self, name: &str, rows: u8, label: &str, hint: &str) -> Markup {
        let id = format!("{}-{name}", self.place);
        self.around(name, label, hint, html! {
            textarea.textarea id=(id) name=(name) rows=(rows) aria-describedby=[self.described(name, hint)]
                aria-invalid=[self.form.error(name).map(|_| "true")] { "\n" (self.form.get(name)) }
        })
    }

    /// A menu of `(value, words)`.
    pub fn select(&self, name: &str, label: &str, options: &[(String, String)]) -> Markup {
        let id = format!("{}-{name}", self.place);
        self.around(name, label, "", html! {
            select.select id=(id) name=(name) aria-invalid=[self.form.error(name).map(|_| "true")] {
                @for (value, words) in options { option value=(value) selected[value == self.form.get(name)] { (words) } }
            }
        })
    }

    fn described(&self, name: &str, hint: &str) -> Option<String> {
        let id = |what: &str| format!("{}-{name}-{what}", self.place);
        let mut ids = Vec::new();
        if !hint.is_empty() {
            ids.push(id("hint"));
        }
        if self.form.error(name).is_some() {
            ids.push(id("error"));
        }
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn around(&self, name: &str, label: &str, hint: &str, control: Markup) -> Markup {
        let id = format!("{}-{name}", self.place);
        html! {
            div.field {
                label for=(id) { (label) }
                (control)
                @if !hint.is_empty() { p.hint id={ (id) "-hint" } { (hint) } }
                @if let Some(error) = self.form.error(name) { p.error id={ (id) "-error" } { (error) } }
            }
        }
    }
}

/// A spot of colour.
pub(super) fn swatch(colour: &str) -> Markup {
    html! {
        svg.swatch viewBox="0 0 10 10" aria-hidden="true" { circle cx="5" cy="5" r="5" fill=(colour) {} }
    }
}

/// How much of a hundred, as a bar; the figure stands beside it.
pub(super) fn bar(share: i64, colour: &str) -> Markup {
    html! {
        svg.share-bar viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" {
            rect.share-rail width="100" height="6" {}
            rect width=(share.clamp(0, 100)) height="6" fill=(colour) {}
        }
    }
}
