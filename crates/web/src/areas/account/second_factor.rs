//! The second factor: begun with a QR code, confirmed with a first code, ended with the password.

use axum::response::{IntoResponse, Response};
use fast_qr::QRBuilder;
use fast_qr::convert::Builder;
use fast_qr::convert::svg::SvgBuilder;
use maud::{Markup, PreEscaped, html};
use platform::teammate::{Enrolment, PasswordError, SecondFactorError};

use crate::parts::{
    Field, Tone, crumbs, csrf, error_summary, notice, page_header_under, secret, submit,
};
use crate::words::args;
use crate::{Form, Frame, Go, Page, Refusal, Shape, SignedIn, Width, page_samples};

/// Shows where it stands.
pub async fn get(here: SignedIn) -> Result<Response, Refusal> {
    let standing = standing(&here).await?;
    Ok(here.frame.show(&FactorPage { standing, form: Form::empty() }))
}

/// Begins: shows a new secret, which asks nothing until it is confirmed.
pub async fn post(here: SignedIn) -> Result<Response, Refusal> {
    let standing = enrol(&here).await?;
    Ok(here.frame.show(&FactorPage { standing, form: Form::empty() }))
}

/// Confirms with a first code; the recovery codes are shown once. A wrong code begins again.
pub async fn confirm(here: SignedIn, form: Form) -> Result<Response, Refusal> {
    here.house.limits.try_code(here.visitor.address, here.teammate.id)?;
    let mut tx = here.begin().await?;
    let vault = &here.house.kit.vault;
    match here.teammate.confirm_second_factor(form.get("code"), vault, &mut tx).await {
        Ok(codes) => {
            tx.commit().await?;
            let standing = Standing::Codes(codes);
            Ok(here.frame.show(&FactorPage { standing, form: Form::empty() }))
        }
        Err(SecondFactorError::WrongCode) => {
            drop(tx);
            let mut form = Form::empty();
            form.refuse("code", here.words().t("second-factor-wrong-begin-again"));
            let standing = enrol(&here).await?;
            Ok(here.frame.refused(&FactorPage { standing, form }))
        }
        Err(SecondFactorError::None) => Ok(Go::to("/account/second-factor").into_response()),
        Err(error) => Err(error.into()),
    }
}

/// Ten other recovery codes, shown once; the former are void.
pub async fn renew_codes(here: SignedIn, form: Form) -> Result<Response, Refusal> {
    here.house.limits.try_as(here.visitor.address, &format!("password:{}", here.teammate.id))?;
    let database = here.house.database();
    match here.teammate.renew_recovery_codes(form.get("password"), database).await {
        Ok(codes) => {
            let standing = Standing::Codes(codes);
            Ok(here.frame.show(&FactorPage { standing, form: Form::empty() }))
        }
        Err(error) => wrong_password(&here, error).await,
    }
}

/// Ends it, with the password.
pub async fn end(here: SignedIn, form: Form) -> Result<Response, Refusal> {
    here.house.limits.try_as(here.visitor.address, &format!("password:{}", here.teammate.id))?;
    let database = here.house.database();
    match here.teammate.disable_second_factor(form.get("password"), database).await {
        Ok(()) => Ok(Go::to("/account").saying("second-factor-ended").into_response()),
        Err(error) => wrong_password(&here, error).await,
    }
}

async fn wrong_password(here: &SignedIn, error: PasswordError) -> Result<Response, Refusal> {
    let PasswordError::WrongPassword = error else { return Err(error.into()) };
    let mut form = Form::empty();
    form.refuse("password", here.words().t("account-password-wrong"));
    let standing = standing(here).await?;
    Ok(here.frame.refused(&FactorPage { standing, form }))
}

async fn standing(here: &SignedIn) -> Result<Standing, Refusal> {
    if !here.teammate.second_factor {
        return Ok(Standing::Off);
    }
    let mut tx = here.read().await?;
    Ok(Standing::On { codes_left: here.teammate.recovery_codes_left(&mut tx).await? })
}

async fn enrol(here: &SignedIn) -> Result<Standing, Refusal> {
    let mut tx = here.begin().await?;
    let enrolment = here.teammate.begin_second_factor(&here.house.kit.vault, &mut tx).await?;
    tx.commit().await?;
    Ok(Standing::Begun(enrolment))
}

/// Where the second factor stands.
pub struct FactorPage {
    standing: Standing,
    form: Form,
}

enum Standing {
    Off,
    Begun(Enrolment),
    Codes(Vec<String>),
    On { codes_left: i64 },
}

impl Page for FactorPage {
    fn samples() -> Vec<Self> {
        let enrolment = Enrolment {
            url: "otpauth://totp/Parvis:louise?secret=JBSWY3DPEHPK3PXP&issuer=Parvis".to_owned(),
            secret: "JBSWY3DPEHPK3PXP".to_owned(),
        };
        let codes = vec!["abcd-efgh-jkmn-pqrs".to_owned(); 10];
        [
            Standing::Off,
            Standing::Begun(enrolment),
            Standing::Codes(codes),
            Standing::On { codes_left: 9 },
        ]
        .into_iter()
        .map(|standing| Self { standing, form: Form::empty() })
        .collect()
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("second-factor-section")
    }

    fn shape(&self) -> Shape {
        Shape::Room("", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let account = words.t("account-title");
        html! {
            (page_header_under(crumbs(frame, &[(&account, "/account")]), &self.title(frame), html! {}, html! {}))
            div.stack {
                (error_summary(words, &self.form))
                @match &self.standing {
                    Standing::Off => form.card.stack method="post" action="/account/second-factor" {
                        (csrf(frame)) p { (words.t("second-factor-lead")) }
                        div.row { (submit(&words.t("second-factor-begin"), "button-primary")) }
                    },
                    Standing::Begun(enrolment) => (self.begun(frame, enrolment)),
                    Standing::Codes(codes) => (recovery_codes(frame, codes)),
                    Standing::On { codes_left } => (self.on(frame, *codes_left)),
                }
            }
        }
    }
}

impl FactorPage {
    fn begun(&self, frame: &Frame, enrolment: &Enrolment) -> Markup {
        let words = &frame.words;
        html! {
            form.card.form method="post" action="/account/second-factor/confirmation" {
                (csrf(frame))
                p { (words.t("second-factor-scan")) }
                div.qr role="img" aria-label=(words.t("second-factor-qr")) { (qr(&enrolment.url)) }
                p { (words.t("second-factor-or-type")) }
                (secret(words, &enrolment.secret))
                (Field::new(&self.form, "code", &words.t("second-factor-first-code")).required()
                    .autocomplete("one-time-code").with("inputmode", "numeric"))
                div.form-actions { (submit(&words.t("second-factor-confirm"), "button-primary")) }
            }
        }
    }

    fn on(&self, frame: &Frame, codes_left: i64) -> Markup {
        let words = &frame.words;
        let form = &self.form;
        html! {
            (notice(Tone::Success, &words.t("second-factor-on"), html! { p { (words.tn("second-factor-codes-left", args![count => codes_left])) } }))
            form.card.form method="post" action="/account/second-factor/codes" {
                (csrf(frame))
                p { (words.t("second-factor-with-password")) }
                (Field::new(form, "password", &words.t("field-password")).kind("password").required().autocomplete("current-password"))
                div.form-actions {
                    (submit(&words.t("second-factor-renew-codes"), ""))
                    button.button.button-danger formaction="/account/second-factor/end" { (words.t("second-factor-end")) }
                }
            }
        }
    }
}

fn recovery_codes(frame: &Frame, codes: &[String]) -> Markup {
    let words = &frame.words;
    html! {
        (notice(Tone::Warning, &words.t("second-factor-codes-once"), html! { p { (words.t("second-factor-codes-lead")) } }))
        (secret(words, &codes.join("\n")))
        div.row { a.button.button-primary href="/account" { (words.t("second-factor-codes-kept")) } }
    }
}

/// The address as a drawing; nothing if it is too long for one.
fn qr(address: &str) -> Markup {
    match QRBuilder::new(address).build() {
        Ok(code) => {
            let drawn = SvgBuilder::default().margin(1).to_str(&code);
            PreEscaped(drawn.replace("<svg ", "<svg aria-hidden=\"true\" "))
        }
        Err(_) => html! {},
    }
}

page_samples!(FactorPage);
