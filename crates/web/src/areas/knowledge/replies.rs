//! Texts kept for answers: their list, each opened where it stands.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::saved::{Blank, SavedReply, SavedReplyEdit, SavedReplyError};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use primitives::text::shorten;

use super::beside;
use crate::parts::{badge, csrf, empty_state, icon, page_header};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

type OfReply = Path<(String, Id<SavedReply>)>;

async fn page(
    here: &InBrand,
    form: Form,
    open: Option<Id<SavedReply>>,
) -> Result<RepliesPage, Refusal> {
    let mut tx = here.read().await?;
    let all = SavedReply::all(&here.actor, &mut tx).await?;
    Ok(RepliesPage { all, form, open })
}

/// Those that the brand keeps.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    Ok(here.show(&page(&here, Form::empty(), None).await?))
}

/// Keeps one more.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    match SavedReply::add(read(&form), &here.actor, &mut tx).await {
        Ok(saved) => {
            tx.commit().await?;
            Ok(said(&here, "replies-kept", &saved))
        }
        Err(error) => {
            drop(tx);
            refused(here, form, None, error).await
        }
    }
}

/// Changes one.
pub async fn edit(
    here: InBrand,
    Path((_brand, id)): OfReply,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let saved = SavedReply::load(id, &here.actor, &mut tx).await?;
    match saved.edit(read(&form), &here.actor, &mut tx).await {
        Ok(saved) => {
            tx.commit().await?;
            Ok(said(&here, "replies-kept", &saved))
        }
        Err(error) => {
            drop(tx);
            refused(here, form, Some(id), error).await
        }
    }
}

/// Takes one away, with a way back.
pub async fn remove(here: InBrand, Path((_brand, id)): OfReply) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let saved = SavedReply::load(id, &here.actor, &mut tx).await?;
    saved.remove(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let back = here.url(&format!("replies/{id}/removal/end"));
    let go = here.go("replies").saying("replies-removed").with("name", saved.name).undo(back);
    Ok(go.into_response())
}

/// Brings back what was just taken away.
pub async fn bring_back(here: InBrand, Path((_brand, id)): OfReply) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let saved = SavedReply::bring_back(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(said(&here, "replies-kept", &saved))
}

fn said(here: &InBrand, key: &'static str, saved: &SavedReply) -> Response {
    here.go("replies").saying(key).with("name", saved.name.clone()).into_response()
}

fn read(form: &Form) -> SavedReplyEdit {
    SavedReplyEdit {
        name: form.get("name").to_owned(),
        french: form.get("french").to_owned(),
        english: form.get("english").to_owned(),
    }
}

async fn refused(
    here: InBrand,
    mut form: Form,
    open: Option<Id<SavedReply>>,
    error: SavedReplyError,
) -> Result<Response, Refusal> {
    let words = here.words();
    let (field, said) = match error {
        SavedReplyError::Name => ("name", words.t("replies-problem-name")),
        SavedReplyError::Empty => ("french", words.t("replies-problem-empty")),
        SavedReplyError::TooLong => ("french", words.t("replies-problem-long")),
        SavedReplyError::UnknownBlank(blank) => {
            let field = if form.get("french").contains(&blank) { "french" } else { "english" };
            (field, words.tn("replies-problem-blank", args![name => blank]))
        }
        error => return Err(error.into()),
    };
    form.refuse(field, said);
    Ok(here.refused(&page(&here, form, open).await?))
}

/// The texts that a brand keeps for answers.
pub struct RepliesPage {
    all: Vec<SavedReply>,
    /// What was sent and refused.
    form: Form,
    /// The text that was being changed.
    open: Option<Id<SavedReply>>,
}

impl RepliesPage {
    fn line(&self, frame: &Frame, saved: &SavedReply) -> Markup {
        let words = &frame.words;
        let removal = frame.url(&format!("replies/{}/removal", saved.id));
        let text = if saved.french.is_empty() { &saved.english } else { &saved.french };
        html! {
            li.template {
                div.item {
                    div.item-body {
                        h2.item-title {
                            (saved.name)
                            @if !saved.french.is_empty() { " " (badge("FR", "")) }
                            @if !saved.english.is_empty() { " " (badge("EN", "")) }
                        }
                        p.item-meta.pre { (shorten(text, 200)) }
                        p.small.muted { (words.tn("replies-used", args![count => saved.used])) }
                    }
                    @if frame.may(Right::Converse) {
                        form.item-end method="post" action=(removal) {
                            (csrf(frame))
                            button.button.button-quiet.button-icon title=(words.t("replies-remove"))
                                aria-label=(words.tn("replies-remove-one", args![name => saved.name.as_str()])) { (icon("trash-2")) }
                        }
                    }
                }
                @if frame.may(Right::Converse) {
                    details.disclosure.template-edit open[self.open == Some(saved.id)] {
                        summary { (words.t("replies-edit")) span.visually-hidden { " " (saved.name) } }
                        (self.fields(frame, Some(saved)))
                    }
                }
            }
        }
    }

    fn fields(&self, frame: &Frame, of: Option<&SavedReply>) -> Markup {
        let words = &frame.words;
        let id = of.map_or_else(|| "new".to_owned(), |saved| saved.id.to_string());
        let action = of
            .map_or_else(|| frame.url("replies"), |one| frame.url(&format!("replies/{}", one.id)));
        let sent = self.form.is_refused() && self.open == of.map(|saved| saved.id);
        let value = |field: &str, kept: &str| {
            if sent { self.form.get(field).to_owned() } else { kept.to_owned() }
        };
        let error = |field: &str| self.form.error(field).filter(|_| sent);
        let texts = [
            ("french", "fr", value("french", of.map_or("", |one| &one.french))),
            ("english", "en", value("english", of.map_or("", |one| &one.english))),
        ];
        html! {
            form.form method="post" action=(action) {
                (csrf(frame))
                div.field {
                    label for={ "name-" (id) } { (words.t("replies-name")) }
                    input.input id={ "name-" (id) } name="name" value=(value("name", of.map_or("", |one| &one.name))) required maxlength="80"
                        aria-invalid=[error("name").map(|_| "true")] aria-describedby=[error("name").map(|_| format!("name-error-{id}"))];
                    @if let Some(said) = error("name") { p.error id={ "name-error-" (id) } { (said) } }
                }
                @for (field, tag, text) in &texts {
                    div.field {
                        label for={ (field) "-" (id) } { (words.t(&format!("replies-{field}"))) }
                        textarea.textarea id={ (field) "-" (id) } name=(field) lang=(tag) rows="4"
                            aria-invalid=[error(field).map(|_| "true")] aria-describedby=[error(field).map(|_| format!("{field}-error-{id}"))] { "\n" (text) }
                        @if let Some(said) = error(field) { p.error id={ (field) "-error-" (id) } { (said) } }
                    }
                }
                p.small.muted {
                    (words.t("replies-blanks")) " "
                    @for blank in Blank::ALL {
                        code { "{" (blank.spellings()[usize::from(words.language().tag() == "en")]) "}" } " "
                    }
                }
                div.form-actions { button.button.button-primary { (words.t("replies-keep")) } }
            }
        }
    }
}

impl Page for RepliesPage {
    fn samples() -> Vec<Self> {
        let one = |n: u128, name: &str, french: &str, english: &str| SavedReply {
            id: Id::from_uuid(uuid::Uuid::from_u128(n)),
            name: name.to_owned(),
            french: french.to_owned(),
            english: english.to_owned(),
            used: i64::try_from(n).unwrap_or(0) - 1,
            last_used_at: None,
        };
        let all = vec![
            one(1, "Horaires", "Bonjour {prénom}, nous ouvrons à 7 h.", "Hello, we open at 7."),
            one(2, "Sans gluten", "Bonjour, notre atelier travaille le blé.", ""),
        ];
        let mut refused = Form::filled([("name", ""), ("french", "x"), ("english", "")]);
        refused.refuse("name", "Donnez un nom.");
        let open = Some(all[1].id);
        vec![
            Self { all: vec![], form: Form::empty(), open: None },
            Self { all: all.clone(), form: Form::empty(), open: None },
            Self { all: all.clone(), form: refused.clone(), open: None },
            Self { all, form: refused, open },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("knowledge-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("knowledge", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let adding = self.form.is_refused() && self.open.is_none();
        html! {
            (page_header(&self.title(frame), html! { (words.t("replies-lead")) }, html! {}))
            (beside(frame, "replies"))
            div.stack.stack-lg {
                @if self.all.is_empty() {
                    (empty_state("message-square", &words.t("replies-none"), &words.t("replies-none-lead"), html! {}))
                } @else {
                    ul.card.card-flush.list { @for saved in &self.all { (self.line(frame, saved)) } }
                }
                @if frame.may(Right::Converse) {
                    details.disclosure open[adding || self.all.is_empty()] {
                        summary { (words.t("replies-add")) }
                        (self.fields(frame, None))
                    }
                }
            }
        }
    }
}

page_samples!(RepliesPage);
