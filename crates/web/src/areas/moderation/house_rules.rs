//! The house rules, as those who run the brand write them.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::moderation::{Clause, ClauseEdit, ClauseError, HouseRules};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::room_tabs;
use super::samples::sample_clauses;
use crate::parts::{
    Field, badge, csrf, empty_state, error_summary, icon, one_button, page_header, submit, switch,
};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    Ok(here.show(&HouseRulesPage::load(&here, None, Form::empty()).await?))
}

/// Says who reads them, and what they say first.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let leads = (form.get("lead_french"), form.get("lead_english"));
    HouseRules::set(form.has("open"), leads, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("moderation/house-rules").saying("moderation-house-saved").into_response())
}

fn read(form: &Form) -> ClauseEdit {
    ClauseEdit {
        title_french: form.get("title_french").to_owned(),
        title_english: form.get("title_english").to_owned(),
        french: form.get("french").to_owned(),
        english: form.get("english").to_owned(),
    }
}

fn refuse(form: &mut Form, error: ClauseError, words: &Words) -> Result<(), Refusal> {
    let key = match error {
        ClauseError::Empty => "moderation-clause-empty",
        ClauseError::TooLong => "moderation-clause-too-long",
        ClauseError::TooMany => "moderation-clause-too-many",
        error => return Err(error.into()),
    };
    form.refuse("title_french", words.t(key));
    Ok(())
}

/// Adds a clause.
pub async fn add(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    match Clause::add(read(&form), &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(here.go("moderation/house-rules").saying("moderation-clause-added").into_response())
        }
        Err(error) => {
            drop(tx);
            refuse(&mut form, error, here.words())?;
            Ok(here.refused(&HouseRulesPage::load(&here, None, form).await?))
        }
    }
}

/// Says one otherwise.
pub async fn edit(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Clause>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    match Clause::edit(id, read(&form), &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(here.go("moderation/house-rules").saying("moderation-clause-saved").into_response())
        }
        Err(error) => {
            drop(tx);
            refuse(&mut form, error, here.words())?;
            Ok(here.refused(&HouseRulesPage::load(&here, Some(id), form).await?))
        }
    }
}

/// Takes one away.
pub async fn remove(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Clause>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Clause::remove(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let undo = here.url(&format!("moderation/house-rules/clauses/{id}/removal/end"));
    let go = here.go("moderation/house-rules").saying("moderation-clause-removed");
    Ok(go.undo(undo).into_response())
}

/// Brings one back.
pub async fn bring_back(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Clause>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Clause::bring_back(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("moderation/house-rules").saying("moderation-clause-back").into_response())
}

/// The house rules.
pub struct HouseRulesPage {
    rules: HouseRules,
    clauses: Vec<Clause>,
    slug: String,
    /// The clause whose form was refused; a new one otherwise.
    editing: Option<Id<Clause>>,
    form: Form,
}

impl HouseRulesPage {
    async fn load(
        here: &InBrand,
        editing: Option<Id<Clause>>,
        form: Form,
    ) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        Ok(Self {
            rules: HouseRules::of(&here.actor, &mut tx).await?,
            clauses: Clause::all(&here.actor, &mut tx).await?,
            slug: here.brand.slug.clone(),
            editing,
            form,
        })
    }

    fn fields(&self, frame: &Frame, form: &Form) -> Markup {
        let words = &frame.words;
        let field = |name: &'static str, rows: Option<u8>| {
            let label = words.t(&format!("moderation-field-{}", name.replace('_', "-")));
            let most = if rows.is_some() { "2000" } else { "120" };
            // Several forms on one page: labels hold their fields.
            html! {
                label.field {
                    span { (label) }
                    @match rows {
                        Some(rows) => textarea.textarea id=[form.is_refused().then_some(name)] name=(name) rows=(rows) maxlength=(most) { "\n" (form.get(name)) },
                        None => input.input id=[form.is_refused().then_some(name)] name=(name) value=(form.get(name)) maxlength=(most) aria-invalid=[form.error(name).map(|_| "true")];,
                    }
                    @if let Some(error) = form.error(name) { span.error { (error) } }
                }
            }
        };
        html! {
            div.fields-inline { (field("title_french", None)) (field("title_english", None)) }
            div.fields-inline { (field("french", Some(4))) (field("english", Some(4))) }
        }
    }

    fn clause(&self, frame: &Frame, clause: &Clause) -> Markup {
        let words = &frame.words;
        let (title, said) = clause.says.said_in(words.language());
        let url = frame.url(&format!("moderation/house-rules/clauses/{}", clause.id));
        let refused = self.editing == Some(clause.id);
        let says = &clause.says;
        let filled = Form::filled([
            ("title_french", says.title_french.as_str()),
            ("title_english", says.title_english.as_str()),
            ("french", says.french.as_str()),
            ("english", says.english.as_str()),
        ]);
        let form = if refused { &self.form } else { &filled };
        let other = says.french.is_empty() || says.english.is_empty();
        html! {
            section.card.stack.stack-sm {
                div.card-head {
                    h2.h3 { (clause.number) ". " (title) }
                    @if other { (badge(&words.t("moderation-one-language"), "warning")) }
                }
                p.keep-lines { (said) }
                @if frame.may(Right::ManageBrand) {
                    details.disclosure open[refused] {
                        summary { (words.t("moderation-clause-change")) span.visually-hidden { " " (clause.number) } }
                        form.form method="post" action=(url) {
                            (csrf(frame))
                            @if refused { (error_summary(words, form)) }
                            (self.fields(frame, form))
                            div.form-actions { (submit(&words.t("moderation-save"), "button-primary")) }
                        }
                        (one_button(frame, &format!("{url}/removal"), &words.t("moderation-clause-remove"), "button-small button-danger"))
                    }
                }
            }
        }
    }

    fn reading(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let form = Form::filled([
            ("lead_french", self.rules.lead_french.as_str()),
            ("lead_english", self.rules.lead_english.as_str()),
        ]);
        let form = if self.rules.open { form.with("open", "on") } else { form };
        html! {
            form.card.form method="post" action=(frame.url("moderation/house-rules")) {
                (csrf(frame))
                h2.h3 { (words.t("moderation-house-who")) }
                (switch(&form, "open", &words.t("moderation-house-open")))
                @if self.rules.open && !self.clauses.is_empty() {
                    p { a href=(format!("/house-rules/{}", self.slug)) { (icon("external-link")) " " (words.t("moderation-house-see")) } }
                }
                (Field::new(&form, "lead_french", &words.t("moderation-field-lead-french")).lines(2).with("maxlength", "2000"))
                (Field::new(&form, "lead_english", &words.t("moderation-field-lead-english")).lines(2).with("maxlength", "2000"))
                div.form-actions { (submit(&words.t("moderation-save"), "button-primary")) }
            }
        }
    }
}

impl Page for HouseRulesPage {
    fn samples() -> Vec<Self> {
        let page = |clauses: Vec<Clause>, open: bool, form: Form| Self {
            rules: HouseRules { open, ..HouseRules::default() },
            clauses,
            slug: "le-fournil".to_owned(),
            editing: None,
            form,
        };
        let mut refused = Form::empty();
        refused.refuse("title_french", "Il faut un titre");
        vec![
            page(vec![], false, Form::empty()),
            page(sample_clauses(), true, Form::empty()),
            page(sample_clauses(), true, refused),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("moderation-house-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let may = frame.may(Right::ManageBrand);
        let adds = self.editing.is_none() && self.form.is_refused();
        let blank = Form::empty();
        let form = if adds { &self.form } else { &blank };
        let next = self.clauses.last().map_or(1, |last| last.number + 1);
        html! {
            (page_header(&self.title(frame), html! { (words.t("moderation-house-lead")) }, html! {}))
            div.stack.stack-lg {
                (room_tabs(frame, "moderation/house-rules"))
                @if self.clauses.is_empty() {
                    (empty_state("book-open", &words.t("moderation-house-none"), &words.t("moderation-house-none-lead"), html! {}))
                }
                @for clause in &self.clauses { (self.clause(frame, clause)) }
                @if may {
                    details.card.disclosure open[adds || self.clauses.is_empty()] {
                        summary { (words.tn("moderation-clause-add", args![number => next.to_string()])) }
                        form.form method="post" action=(frame.url("moderation/house-rules/clauses")) {
                            (csrf(frame))
                            @if adds { (error_summary(words, form)) }
                            (self.fields(frame, form))
                            div.form-actions { (submit(&words.t("moderation-save"), "button-primary")) }
                        }
                    }
                    (self.reading(frame))
                }
            }
        }
    }
}

page_samples!(HouseRulesPage);
