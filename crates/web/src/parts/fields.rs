//! Fields of forms, each with its label, a hint, and its error beside it.

use maud::{Markup, Render, html};

use super::is_nothing;
use crate::form::Form;

/// One line or several, filled from the form, with its error beside it.
///
/// ```
/// use maud::Render;
/// use web::{form::Form, parts::Field};
/// let form = Form::filled([("name", "Le Fournil")]);
/// let field = Field::new(&form, "name", "Nom").required().autocomplete("organization");
/// assert!(field.render().into_string().contains(r#"value="Le Fournil""#));
/// ```
pub struct Field<'a> {
    form: &'a Form,
    name: &'static str,
    label: &'a str,
    kind: &'static str,
    hint: Markup,
    autocomplete: Option<&'static str>,
    required: bool,
    rows: Option<u8>,
    attributes: Vec<(&'static str, String)>,
}

impl<'a> Field<'a> {
    /// A field of text.
    pub fn new(form: &'a Form, name: &'static str, label: &'a str) -> Self {
        Self {
            form,
            name,
            label,
            kind: "text",
            hint: html! {},
            autocomplete: None,
            required: false,
            rows: None,
            attributes: Vec::new(),
        }
    }

    /// Another `type`: `email`, `password`, `url`, `color`, `date`, `number`, `file`…
    #[must_use]
    pub fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }

    /// Several lines.
    #[must_use]
    pub fn lines(mut self, rows: u8) -> Self {
        self.rows = Some(rows);
        self
    }

    /// A line that helps, under the field.
    #[must_use]
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = hint.render();
        self
    }

    /// What browsers may fill in.
    #[must_use]
    pub fn autocomplete(mut self, what: &'static str) -> Self {
        self.autocomplete = Some(what);
        self
    }

    /// The form can't be sent without it.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// An attribute more, for scripts or limits: `data-…`, `maxlength`, `inputmode`, `min`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    fn described(&self, error: bool) -> Option<String> {
        let hint = (!is_nothing(&self.hint)).then(|| format!("{}-hint", self.name));
        let error = error.then(|| format!("{}-error", self.name));
        let ids: Vec<_> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The control itself, written by hand since attributes are open.
    fn control(&self, error: bool) -> Markup {
        let mut text = String::new();
        let mut add = |name: &str, value: &str| {
            text.push(' ');
            text += name;
            text += "=\"";
            maud::Escaper::new(&mut text).write_str(value).expect("a text grows");
            text.push('"');
        };
        use std::fmt::Write as _;
        add("id", self.name);
        add("name", self.name);
        if let Some(described) = self.described(error) {
            add("aria-describedby", &described);
        }
        if error {
            add("aria-invalid", "true");
        }
        if let Some(what) = self.autocomplete {
            add("autocomplete", what);
        }
        for (name, value) in &self.attributes {
            add(name, value);
        }
        if let Some(rows) = self.rows {
            add("rows", &rows.to_string());
        } else {
            add("type", self.kind);
            if !matches!(self.kind, "password" | "file") {
                add("value", self.form.get(self.name));
            }
        }
        if self.required {
            text += " required";
        }
        let value = self.form.get(self.name);
        let open = if self.rows.is_some() {
            "<textarea class=\"textarea\""
        } else {
            "<input class=\"input\""
        };
        maud::PreEscaped(match self.rows {
            // A line end first: HTML drops the first one of a textarea.
            Some(_) => format!("{open}{text}>\n{}</textarea>", html! { (value) }.into_string()),
            None => format!("{open}{text}>"),
        })
    }
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        let error = self.form.error(self.name);
        html! {
            div.field {
                label for=(self.name) { (self.label) }
                (self.control(error.is_some()))
                (under(self.name, &self.hint, error))
            }
        }
    }
}

fn under(name: &str, hint: &Markup, error: Option<&str>) -> Markup {
    html! {
        @if !is_nothing(hint) { p.hint id={ (name) "-hint" } { (hint) } }
        @if let Some(error) = error { p.error id={ (name) "-error" } { (error) } }
    }
}

/// A choice among many, as a menu.
pub struct Select<'a> {
    form: &'a Form,
    name: &'static str,
    label: &'a str,
    options: Vec<(String, String)>,
    hint: Markup,
    data: Option<&'static str>,
}

impl<'a> Select<'a> {
    /// A menu of `(value, words)`.
    pub fn new<V: Into<String>, W: Into<String>>(
        form: &'a Form,
        name: &'static str,
        label: &'a str,
        options: impl IntoIterator<Item = (V, W)>,
    ) -> Self {
        let options =
            options.into_iter().map(|(value, words)| (value.into(), words.into())).collect();
        Self { form, name, label, options, hint: html! {}, data: None }
    }

    /// A line that helps, under the field.
    #[must_use]
    pub fn hint(mut self, hint: impl Render) -> Self {
        self.hint = hint.render();
        self
    }

    /// Marks the menu for the script that guesses the browser's time zone.
    #[must_use]
    pub fn guessing_the_zone(mut self) -> Self {
        // What was chosen once is left alone.
        self.data = Some(if self.form.is_refused() { "no" } else { "" });
        self
    }
}

impl Render for Select<'_> {
    fn render(&self) -> Markup {
        let error = self.form.error(self.name);
        let chosen = self.form.get(self.name);
        let mut described = String::new();
        if !is_nothing(&self.hint) {
            described = format!("{}-hint", self.name);
        }
        if error.is_some() {
            described = format!("{described} {}-error", self.name);
        }
        let described = (!described.is_empty()).then_some(described.trim());
        html! {
            div.field {
                label for=(self.name) { (self.label) }
                select.select id=(self.name) name=(self.name) data-guess-zone=[self.data]
                    aria-describedby=[described] aria-invalid=[error.map(|_| "true")] {
                    @for (value, words) in &self.options {
                        option value=(value) selected[value == chosen] { (words) }
                    }
                }
                (under(self.name, &self.hint, error))
            }
        }
    }
}

/// A box to tick.
pub fn check(form: &Form, name: &'static str, value: &str, label: &str) -> Markup {
    html! {
        label.check {
            input type="checkbox" name=(name) value=(value) checked[form.chose(name, value)];
            span { (label) }
        }
    }
}

/// A setting that is on or off.
pub fn switch(form: &Form, name: &'static str, label: &str) -> Markup {
    html! {
        label.switch {
            input type="checkbox" role="switch" name=(name) value="on" checked[form.has(name)];
            span { (label) }
        }
    }
}

/// What a [`choice`] says.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// What is sent.
    pub value: &'a str,
    /// Its name.
    pub title: &'a str,
    /// What it means; may be empty.
    pub hint: &'a str,
}

/// A card to choose, one of several (`kind` is `"radio"`) or any of them (`"checkbox"`).
pub fn choice(form: &Form, kind: &str, name: &'static str, choice: Choice<'_>) -> Markup {
    html! {
        label.choice {
            input type=(kind) name=(name) value=(choice.value) checked[form.chose(name, choice.value)];
            span {
                span.choice-title { (choice.title) }
                @if !choice.hint.is_empty() { span.hint { (choice.hint) } }
            }
        }
    }
}
