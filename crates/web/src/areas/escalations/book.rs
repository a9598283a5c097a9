//! « Who knows? » — the address book, and how the brand escalates.

use axum::response::{IntoResponse, Response};
use conversations::escalation::{Expert, ExpertAbsence, ExpertEdit, ExpertError, Setting};
use maud::{Markup, html};
use platform::Right;
use primitives::{Id, Language};

use super::ask_view::languages;
use super::room_tabs;
use crate::parts::{
    Field, badge, csrf, empty_state, error_summary, icon, page_header, submit, switch,
};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The address book.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    Ok(here.show(&load(&here, Form::empty()).await?))
}

async fn load(here: &InBrand, form: Form) -> Result<BookPage, Refusal> {
    let mut tx = here.read().await?;
    let form =
        if form.has("language") { form } else { form.with("language", here.brand.language.tag()) };
    Ok(BookPage {
        experts: Expert::all(&here.actor, &mut tx).await?,
        setting: Setting::of(&here.actor, &mut tx).await?,
        today: here.words().local(tx.now()).date(),
        form,
    })
}

/// What a form says of an expert.
pub fn read(form: &Form, language: Language) -> ExpertEdit {
    ExpertEdit {
        name: form.get("name").to_owned(),
        email: form.get("email").to_owned(),
        fields: form.get("fields").to_owned(),
        language: form.get("language").parse().unwrap_or(language),
    }
}

/// Puts a refusal into words beside its field, or gives it back.
pub fn refuse(form: &mut Form, error: ExpertError, words: &Words) -> Result<(), Refusal> {
    let (field, key) = match &error {
        ExpertError::Name => ("name", "escalations-expert-no-name"),
        ExpertError::Email => ("email", "escalations-expert-no-email"),
        ExpertError::KnownAlready => ("email", "escalations-expert-known"),
        ExpertError::TooLong => ("fields", "escalations-too-long"),
        ExpertError::TooMany => ("", "escalations-expert-too-many"),
        ExpertError::Backwards => ("until", "escalations-expert-backwards"),
        _ => return Err(error.into()),
    };
    form.refuse(field, words.t(key));
    Ok(())
}

/// Adds someone.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let edit = read(&form, here.brand.language);
    match Expert::add(edit, &here.actor, &mut tx).await {
        Ok(expert) => {
            tx.commit().await?;
            let go = here.go("escalations/experts").saying("escalations-expert-added");
            Ok(go.with("name", expert.name).into_response())
        }
        Err(error) => {
            drop(tx);
            refuse(&mut form, error, here.words())?;
            Ok(here.refused(&load(&here, form).await?))
        }
    }
}

/// Decides how the brand escalates.
pub async fn set(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let setting = Setting { holding_counts: form.has("holding_counts") };
    setting.set(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("escalations/experts").saying("escalations-setting-said").into_response())
}

/// Those whom the brand may ask.
pub struct BookPage {
    experts: Vec<Expert>,
    setting: Setting,
    today: jiff::civil::Date,
    form: Form,
}

/// An expert made up, for the samples of pages.
pub fn sample_expert() -> Expert {
    let (from, until) = (jiff::civil::date(2026, 11, 20), jiff::civil::date(2026, 11, 27));
    Expert {
        id: Id::from_uuid(uuid::Uuid::from_u128(1)),
        name: "Anna Bérard".to_owned(),
        email: "anna@labo.example".to_owned(),
        fields: "allergènes, étiquetage".to_owned(),
        language: Language::Fr,
        absences: vec![ExpertAbsence { id: Id::from_uuid(uuid::Uuid::from_u128(2)), from, until }],
    }
}

impl Page for BookPage {
    fn samples() -> Vec<Self> {
        let page = |experts, form| Self {
            experts,
            setting: Setting::default(),
            today: jiff::civil::date(2026, 11, 23),
            form,
        };
        let mut refused = Form::filled([("name", "Anna"), ("email", "anna")]);
        refused.refuse("email", "Indiquez une adresse.");
        vec![page(vec![], Form::empty()), page(vec![sample_expert()], refused)]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("escalations-experts-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("escalations", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("escalations-experts-lead")) }, html! {}))
            div.stack.stack-lg {
                (room_tabs(frame, "escalations/experts"))
                (error_summary(words, &self.form))
                @if self.experts.is_empty() {
                    (empty_state("users", &words.t("escalations-experts-none"), &words.t("escalations-experts-none-lead"), html! {}))
                } @else {
                    ul.list.card.card-flush { @for expert in &self.experts { li { (self.line(frame, expert)) } } }
                }
                @if frame.may(Right::Converse) {
                    details.card.disclosure open[self.experts.is_empty() || self.form.is_refused()] {
                        summary { strong { (words.t("escalations-expert-add")) } }
                        form.form.stack method="post" action=(frame.url("escalations/experts")) {
                            (csrf(frame))
                            (expert_fields(frame, &self.form))
                            div.form-actions { (submit(&words.t("escalations-expert-add"), "button-primary")) }
                        }
                    }
                }
                @if frame.may(Right::ManageBrand) {
                    @let form = if self.setting.holding_counts { Form::filled([("holding_counts", "on")]) } else { Form::empty() };
                    form.card.stack method="post" action=(frame.url("escalations/setting")) {
                        (csrf(frame))
                        h2 { (words.t("escalations-setting")) }
                        (switch(&form, "holding_counts", &words.t("escalations-setting-holding")))
                        p.hint { (words.t("escalations-setting-holding-hint")) }
                        div.form-actions { (submit(&words.t("escalations-save"), "")) }
                    }
                }
            }
        }
    }
}

page_samples!(BookPage);

/// The fields of an expert.
pub fn expert_fields(frame: &Frame, form: &Form) -> Markup {
    let words = &frame.words;
    html! {
        (Field::new(form, "name", &words.t("escalations-expert-name")).required().with("maxlength", "120").autocomplete("off"))
        (Field::new(form, "email", &words.t("escalations-expert-email")).kind("email").required().autocomplete("off"))
        (Field::new(form, "fields", &words.t("escalations-expert-fields")).hint(words.t("escalations-expert-fields-hint")))
        (languages(frame, form))
    }
}

impl BookPage {
    fn line(&self, frame: &Frame, expert: &Expert) -> Markup {
        let words = &frame.words;
        html! {
            a.item href=(frame.url(&format!("escalations/experts/{}", expert.id))) {
                (crate::parts::avatar(&expert.name, None))
                div.item-body {
                    p.item-title { (expert.name) " " span.muted.small { (expert.email) } }
                    p.item-meta {
                        @if !expert.fields.is_empty() { span { (expert.fields) } }
                        span { (icon("languages")) " " (words.t(&format!("inbox-language-{}", expert.language.tag()))) }
                    }
                }
                div.item-end {
                    @if let Some(away) = expert.away_on(self.today) { (badge(&words.tn("escalations-away", args![when => words.date(away.until)]), "warning")) }
                }
            }
        }
    }
}
