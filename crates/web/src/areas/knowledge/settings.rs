//! Whether the help is open, and what it says first.

use axum::response::{IntoResponse, Response};
use conversations::article::{ArticleError, Help};
use maud::{Markup, html};
use platform::Right;

use super::beside;
use crate::parts::{Field, csrf, error_summary, page_header, secret, submit, switch};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows it.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let help = Help::of(&here.actor, &mut tx).await?;
    let leads = [("lead_fr", help.lead_french.as_str()), ("lead_en", &help.lead_english)];
    let form = match help.open {
        true => Form::filled([("open", "yes"), leads[0], leads[1]]),
        false => Form::filled(leads),
    };
    Ok(here.show(&page(&here, form)))
}

/// Changes it.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let help = Help {
        open: form.has("open"),
        lead_french: form.get("lead_fr").trim().to_owned(),
        lead_english: form.get("lead_en").trim().to_owned(),
    };
    let mut tx = here.begin().await?;
    match Help::set(&help, &here.actor, &mut tx).await {
        Ok(()) => {
            tx.commit().await?;
            let said = if help.open { "help-is-open" } else { "help-is-closed" };
            Ok(here.go("knowledge/settings").saying(said).into_response())
        }
        Err(ArticleError::TooLong) => {
            drop(tx);
            form.refuse("lead_fr", here.words().t("help-lead-long"));
            Ok(here.refused(&page(&here, form)))
        }
        Err(error) => Err(error.into()),
    }
}

fn page(here: &InBrand, form: Form) -> HelpSettingsPage {
    let address = format!("{}/help/{}", here.house.settings.base_url, here.brand.slug);
    HelpSettingsPage { form, address }
}

/// Whether the help is open.
pub struct HelpSettingsPage {
    form: Form,
    address: String,
}

impl Page for HelpSettingsPage {
    fn samples() -> Vec<Self> {
        let address = "https://parvis.example/help/le-fournil".to_owned();
        vec![
            Self { form: Form::empty(), address: address.clone() },
            Self { form: Form::filled([("open", "yes"), ("lead_fr", "Bonjour")]), address },
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
        html! {
            (page_header(&self.title(frame), html! { (words.t("help-settings-lead")) }, html! {}))
            (beside(frame, "knowledge/settings"))
            div.stack.stack-lg {
                @if self.form.has("open") { div.stack.stack-sm { p { (words.t("help-address")) } (secret(words, &self.address)) } }
                @if frame.may(Right::ManageBrand) {
                    form.form.card method="post" action=(frame.url("knowledge/settings")) {
                        (csrf(frame)) (error_summary(words, &self.form))
                        (switch(&self.form, "open", &words.t("help-open")))
                        (Field::new(&self.form, "lead_fr", &words.t("help-lead-fr")).lines(2).with("maxlength", "500").with("lang", "fr"))
                        (Field::new(&self.form, "lead_en", &words.t("help-lead-en")).lines(2).with("maxlength", "500").with("lang", "en"))
                        div.form-actions { (submit(&words.t("help-keep"), "button-primary")) }
                    }
                } @else { p.muted { (words.t("help-not-yours")) } }
            }
        }
    }
}

page_samples!(HelpSettingsPage);
