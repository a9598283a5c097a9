//! Adding a brand beside those one owns.

use axum::response::{IntoResponse, Response};
use maud::{Markup, Render, html};
use platform::brand::NewBrand;
use platform::field::{Colour, Name, Zone};
use platform::{Actor, Brand, Right};

use crate::parts::{Field, Select, csrf, error_summary, page_header, submit};
use crate::words::{Worded, Words};
use crate::{Form, Frame, Go, Page, Refusal, Shape, SignedIn, Width, page_samples};

/// Asks what the brand is.
pub async fn get(here: SignedIn) -> Result<Response, Refusal> {
    let beside = beside(&here)?;
    let zone = beside.0.zone.name();
    let form = Form::filled([
        ("colour", "#2e6f73"),
        ("zone", zone),
        ("language", here.teammate.language.tag()),
    ]);
    Ok(here.frame.show(&NewBrandPage { form }))
}

/// Adds it.
pub async fn post(here: SignedIn, mut form: Form) -> Result<Response, Refusal> {
    let (_, actor) = beside(&here)?;
    let Some(new) = read(&mut form, here.words()) else {
        return Ok(here.frame.refused(&NewBrandPage { form }));
    };
    let mut tx = here.begin().await?;
    let (brand, _) = Brand::create(new, &actor, &mut tx).await?;
    tx.commit().await?;
    let go = Go::to(format!("/b/{}", brand.slug)).saying("brand-added");
    Ok(go.with("name", brand.name.as_str()).into_response())
}

/// The brand whose organization gets another one: the last worked in, else the first, of those
/// that the teammate owns.
fn beside(here: &SignedIn) -> Result<(Brand, Actor), Refusal> {
    let last = here.visitor.last_brand.as_deref();
    let owned = || here.brands.iter().filter(|(_, role)| role.may(Right::RemoveBrand));
    let near = owned().find(|(brand, _)| Some(brand.slug.as_str()) == last).or(owned().next());
    let (brand, role) = near.ok_or(Refusal::NotAllowed)?;
    Ok((brand.clone(), Actor::teammate(brand.id, here.teammate.id, *role)))
}

fn read(form: &mut Form, words: &Words) -> Option<NewBrand> {
    let name = Name::parse(form.get("brand"));
    let name = form.check("brand", name, |problem| problem.worded(words));
    let colour = Colour::parse(form.get("colour"));
    let colour = form.check("colour", colour, |problem| problem.worded(words));
    let zone = Zone::parse(form.get("zone"));
    let zone = form.check("zone", zone, |problem| problem.worded(words));
    let language = form.get("language").parse().unwrap_or_default();
    Some(NewBrand { name: name?, colour: colour?, zone: zone?, language, demo: false })
}

/// The form of a new brand.
pub struct NewBrandPage {
    form: Form,
}

impl Page for NewBrandPage {
    fn samples() -> Vec<Self> {
        vec![Self { form: Form::filled([("colour", "#2e6f73"), ("zone", "Europe/Paris")]) }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("brand-new-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        let languages = [("fr", "Français"), ("en", "English")];
        html! {
            (page_header(&self.title(frame), html! { (words.t("brand-new-lead")) }, html! {}))
            form.card.form method="post" action="/brands" {
                (csrf(frame))
                (error_summary(words, form))
                div.fields-inline data-fit="last" {
                    (Field::new(form, "brand", &words.t("brand-field-name")).required())
                    (Field::new(form, "colour", &words.t("brand-field-colour")).kind("color").with("data-brand-color", ""))
                }
                p.hint { (words.t("brand-field-colour-hint")) }
                div.fields-inline {
                    (Select::new(form, "zone", &words.t("brand-field-zone"), Words::zones()).render())
                    (Select::new(form, "language", &words.t("brand-field-language"), languages))
                }
                div.form-actions { (submit(&words.t("brand-new-go"), "button-primary")) }
            }
        }
    }
}

page_samples!(NewBrandPage);
