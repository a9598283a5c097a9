//! What a brand is: its name, colour, zone; whether it is paused; removing it.

use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use maud::{Markup, Render, html};
use platform::Right;
use platform::brand::{BrandEdit, BrandError, Pause};
use platform::field::{Colour, Name, Zone};

use super::settings_tabs;
use crate::parts::{
    Field, Select, Tone, csrf, error_summary, link_button, notice, page_header, submit,
};
use crate::words::{Worded, Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows the settings.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let form = form_of(&here);
    Ok(here.show(&SettingsPage::new(&here, form)))
}

/// Changes them.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let Some(edit) = read(&mut form, here.words()) else {
        return Ok(here.refused(&SettingsPage::new(&here, form)));
    };
    let mut tx = here.begin().await?;
    match here.brand.clone().edit(edit, &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(here.go("settings").saying("settings-saved").into_response())
        }
        Err(BrandError::DelayOutOfRange) => {
            form.refuse("late_after", here.words().t("settings-late-after-range"));
            Ok(here.refused(&SettingsPage::new(&here, form)))
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) fn form_of(here: &InBrand) -> Form {
    let brand = &here.brand;
    Form::filled([
        ("brand", brand.name.as_str()),
        ("colour", brand.colour.as_str()),
        ("zone", brand.zone.name()),
        ("language", brand.language.tag()),
    ])
    .with("late_after", (brand.late_after.as_secs() / 60).to_string())
}

fn read(form: &mut Form, words: &Words) -> Option<BrandEdit> {
    let name = Name::parse(form.get("brand"));
    let name = form.check("brand", name, |problem| problem.worded(words));
    let colour = Colour::parse(form.get("colour"));
    let colour = form.check("colour", colour, |problem| problem.worded(words));
    let zone = Zone::parse(form.get("zone"));
    let zone = form.check("zone", zone, |problem| problem.worded(words));
    let language = form.get("language").parse().unwrap_or_default();
    let minutes = form.get("late_after").trim().parse::<u32>();
    let minutes = form.check("late_after", minutes, |_| words.t("settings-late-after-range"));
    let late_after = SignedDuration::from_mins(minutes?.into());
    Some(BrandEdit { name: name?, colour: colour?, zone: zone?, language, late_after })
}

impl From<BrandError> for Refusal {
    fn from(error: BrandError) -> Self {
        match error {
            BrandError::NotAllowed(_) => Refusal::NotAllowed,
            BrandError::AlreadyPaused | BrandError::NotPaused | BrandError::InCrisis(_) => {
                Refusal::Stale
            }
            BrandError::ReasonTooLong => Refusal::TooLarge,
            BrandError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}

/// The settings of a brand.
pub struct SettingsPage {
    pub(super) form: Form,
    pause: Option<Pause>,
    demo: bool,
}

impl SettingsPage {
    pub(super) fn new(here: &InBrand, form: Form) -> Self {
        Self { form, pause: here.brand.paused.clone(), demo: here.brand.demo }
    }
}

impl Page for SettingsPage {
    fn samples() -> Vec<Self> {
        let form = Form::filled([
            ("brand", "Le Fournil de Louise"),
            ("zone", "Europe/Paris"),
            ("late_after", "10"),
        ]);
        let at = "2026-11-23T07:00:00Z".parse().unwrap_or_default();
        let pause =
            Pause { at, by: None, reason: "Coupure d’eau au fournil".to_owned(), crisis: None };
        let mut refused = form.clone();
        refused.refuse("late_after", "De 1 minute à 7 jours");
        vec![
            Self { form: form.clone(), pause: None, demo: false },
            Self { form, pause: Some(pause), demo: true },
            Self { form: refused, pause: None, demo: false },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("settings-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        html! {
            (page_header(&self.title(frame), html! {}, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings"))
                @if frame.may(Right::ManageBrand) { (self.edit(frame)) } @else {
                    (notice(Tone::Info, &frame.words.t("settings-read-only"), html! {}))
                }
                @if frame.may(Right::Publish) { (self.pausing(frame)) }
                @if frame.may(Right::RemoveBrand) { (self.removal(frame)) }
            }
        }
    }
}

impl SettingsPage {
    fn edit(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        let languages = [("fr", "Français"), ("en", "English")];
        html! {
            form.card.form method="post" action=(frame.url("settings")) {
                (csrf(frame))
                (error_summary(words, form))
                div.fields-inline data-fit="last" {
                    (Field::new(form, "brand", &words.t("brand-field-name")).required())
                    (Field::new(form, "colour", &words.t("brand-field-colour")).kind("color").with("data-brand-color", ""))
                }
                div.fields-inline {
                    (Select::new(form, "zone", &words.t("brand-field-zone"), Words::zones()))
                    (Select::new(form, "language", &words.t("brand-field-language"), languages))
                }
                (Field::new(form, "late_after", &words.t("settings-late-after")).kind("number").with("min", "1")
                    .with("max", "10080").with("inputmode", "numeric").hint(words.t("settings-late-after-hint")).render())
                div.form-actions { (submit(&words.t("settings-save"), "button-primary")) }
            }
        }
    }

    fn pausing(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.card.stack aria-labelledby="pause" {
                h2 #pause { (words.t("pause-title")) }
                @match &self.pause {
                    Some(pause) => {
                        p { (words.tn("pause-since", args![when => words.moment(pause.at)])) }
                        @if !pause.reason.is_empty() { p.pre.muted { (pause.reason) } }
                        @match pause.crisis {
                            // Ended by its stand-down, which looks at each post.
                            Some(crisis) => div.row {
                                (link_button(&words.t("shell-crisis-room"), &frame.url(&format!("crisis/{crisis}")), "button-primary"))
                            },
                            None => form method="post" action=(frame.url("pause/end")) {
                                (csrf(frame)) (submit(&words.t("shell-resume"), "button-primary"))
                            },
                        }
                    },
                    None => form.form method="post" action=(frame.url("pause")) {
                        (csrf(frame))
                        p { (words.t("pause-lead")) }
                        (Field::new(&self.form, "reason", &words.t("pause-reason")).with("maxlength", "500"))
                        div.form-actions { (submit(&words.t("pause-go"), "button-danger")) }
                    },
                }
            }
        }
    }

    fn removal(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let action = frame.url("removal");
        html! {
            section.card.stack aria-labelledby="removal" {
                h2 #removal { (words.t("removal-title")) }
                form.form method="post" action=(action) {
                    (csrf(frame))
                    @if self.demo {
                        p { (words.t("removal-demo-lead")) }
                        div.form-actions { (submit(&words.t("removal-demo-go"), "button-danger")) }
                    } @else {
                        p { (words.t("removal-lead")) }
                        (Field::new(&self.form, "typed_name", &words.t("removal-typed-name")).autocomplete("off"))
                        div.form-actions { (submit(&words.t("removal-go"), "button-danger")) }
                    }
                }
            }
        }
    }
}

page_samples!(SettingsPage);
