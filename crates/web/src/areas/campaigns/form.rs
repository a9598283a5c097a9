use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, Render, html};
use platform::Right;
use primitives::Id;
use publishing::Campaign;
use publishing::campaign::{CampaignEdit, CampaignKind};

use super::wording::{of, refuse};
use super::{ideas, samples};
use crate::parts::{
    Choice, Field, check, choice, crumbs, csrf, error_summary, page_header_under, submit,
};
use crate::words::Words;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// A new campaign.
pub async fn get_new(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let form = Form::filled([("kind", "launch"), ("colour", "#2e6f73"), ("plan", "1")]);
    Ok(here.show(&CampaignFormPage { campaign: None, form }))
}

/// Adds it, with the plan of its kind when asked.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let words = here.words().clone();
    let Some(edit) = read(&mut form, &words) else {
        return Ok(here.refused(&CampaignFormPage { campaign: None, form }));
    };
    let mut tx = here.begin().await?;
    let campaign = match Campaign::add(edit, &here.actor, &mut tx).await {
        Ok(campaign) => campaign,
        Err(error) => {
            drop(tx);
            refuse(error, &mut form, &words)?;
            return Ok(here.refused(&CampaignFormPage { campaign: None, form }));
        }
    };
    if form.has("plan") {
        let steps = ideas::proposed(&campaign, &here.brand, &words);
        campaign.lay_out(steps, &here.actor, &mut tx).await.map_err(of)?;
    }
    tx.commit().await?;
    let to = format!("campaigns/{}", campaign.id);
    Ok(here.go(&to).saying("campaigns-added").with("name", campaign.name).into_response())
}

/// A campaign's form.
pub async fn get_edit(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let mut tx = here.read().await?;
    let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
    let form = filled(&campaign);
    Ok(here.show(&CampaignFormPage { campaign: Some(campaign), form }))
}

/// Changes it.
pub async fn post_edit(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let words = here.words().clone();
    let mut tx = here.begin().await?;
    let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
    let Some(edit) = read(&mut form, &words) else {
        return Ok(here.refused(&CampaignFormPage { campaign: Some(campaign), form }));
    };
    if let Err(error) = campaign.edit(edit, &here.actor, &mut tx).await {
        drop(tx);
        refuse(error, &mut form, &words)?;
        return Ok(here.refused(&CampaignFormPage { campaign: Some(campaign), form }));
    }
    tx.commit().await?;
    Ok(here.go(&format!("campaigns/{id}")).saying("campaigns-changed").into_response())
}

/// What the form says; `None`, with the errors beside their fields, when it can't be read.
fn read(form: &mut Form, words: &Words) -> Option<CampaignEdit> {
    let mut date = |field: &'static str| {
        let text = form.get(field).trim().to_owned();
        if text.is_empty() {
            return None;
        }
        form.check(field, text.parse::<Date>(), |_| words.t("campaigns-problem-date"))
    };
    let (starts_on, ends_on, day) = (date("starts"), date("ends"), date("day"));
    let kind = form.get("kind").parse().unwrap_or(CampaignKind::Launch);
    let edit = CampaignEdit {
        name: form.get("name").to_owned(),
        kind,
        about: form.get("about").to_owned(),
        colour: form.get("colour").to_owned(),
        starts_on,
        ends_on,
        day,
    };
    (!form.is_refused()).then_some(edit)
}

fn filled(campaign: &Campaign) -> Form {
    let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    Form::empty()
        .with("name", &campaign.name)
        .with("kind", campaign.kind.as_str())
        .with("about", &campaign.about)
        .with("colour", &campaign.colour)
        .with("starts", date(campaign.starts_on))
        .with("ends", date(campaign.ends_on))
}

/// « A new campaign », or its form.
pub struct CampaignFormPage {
    campaign: Option<Campaign>,
    form: Form,
}

impl Page for CampaignFormPage {
    fn samples() -> Vec<Self> {
        let campaign = samples::campaigns().remove(0);
        let mut refused = filled(&campaign);
        for field in ["name", "about", "colour", "starts", "ends"] {
            refused.refuse(field, "…");
        }
        let mut new = Form::filled([("kind", "exclusive"), ("plan", "1")]);
        new.refuse("day", "…");
        vec![
            Self { campaign: None, form: Form::filled([("kind", "launch"), ("plan", "1")]) },
            Self { campaign: None, form: new },
            Self { form: filled(&campaign), campaign: Some(campaign.clone()) },
            Self { form: refused, campaign: Some(campaign) },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        let key = if self.campaign.is_some() { "campaigns-edit" } else { "campaigns-new" };
        frame.words.t(key)
    }

    fn shape(&self) -> Shape {
        Shape::Room("campaigns", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let (list, title) = (frame.url("campaigns"), words.t("campaigns-title"));
        let own = self.campaign.as_ref();
        let own = own.map(|one| (one.name.as_str(), frame.url(&format!("campaigns/{}", one.id))));
        let mut above = vec![(title.as_str(), list.as_str())];
        if let Some((name, url)) = &own {
            above.push((name, url));
        }
        let action = match &self.campaign {
            Some(campaign) => frame.url(&format!("campaigns/{}/edit", campaign.id)),
            None => list.clone(),
        };
        let button = if self.campaign.is_some() { "campaigns-save" } else { "campaigns-create" };
        html! {
            (page_header_under(crumbs(frame, &above), &self.title(frame), html! {}, html! {}))
            form.form.card method="post" action=(action) {
                (csrf(frame))
                (error_summary(words, &self.form))
                (Field::new(&self.form, "name", &words.t("campaigns-name")).hint(words.t("campaigns-name-hint")).with("maxlength", "80").required())
                (self.kinds(words))
                (self.days(words))
                (Field::new(&self.form, "about", &words.t("campaigns-about")).hint(words.t("campaigns-about-hint")).lines(4))
                (Field::new(&self.form, "colour", &words.t("campaigns-colour")).kind("color").hint(words.t("campaigns-colour-hint")))
                @if self.campaign.is_none() { (check(&self.form, "plan", "1", &words.t("campaigns-with-plan"))) }
                div.form-actions { (submit(&words.t(button), "button-primary")) }
            }
        }
    }
}

impl CampaignFormPage {
    fn kinds(&self, words: &Words) -> Markup {
        html! {
            fieldset.fieldset {
                legend { (words.t("campaigns-kind")) }
                div.choices {
                    @for kind in CampaignKind::ALL {
                        (choice(&self.form, "radio", "kind", Choice {
                            value: kind.as_str(),
                            title: &words.t(&format!("campaigns-kind-{kind}")),
                            hint: &words.t(&format!("campaigns-kind-{kind}-hint")),
                        }))
                    }
                }
            }
        }
    }

    fn days(&self, words: &Words) -> Markup {
        html! {
            @if self.campaign.is_none() {
                (Field::new(&self.form, "day", &words.t("campaigns-day")).kind("date").hint(words.t("campaigns-day-hint")).render())
            }
            div.fields-inline {
                (Field::new(&self.form, "starts", &words.t("campaigns-starts")).kind("date"))
                (Field::new(&self.form, "ends", &words.t("campaigns-ends")).kind("date"))
            }
        }
    }
}

page_samples!(CampaignFormPage);
