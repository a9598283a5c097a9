//! Client links: who has one, what it shows, when it was last opened.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::Channel;
use maud::{Markup, html};
use platform::{Right, Secret};
use primitives::Id;
use publishing::Campaign;
use publishing::portal::{Life, NewPortal, Portal, PortalError};

use crate::areas::brand::settings_tabs;
use crate::areas::posts::problems;
use crate::parts::{
    Field, Select, Tone, badge, check, csrf, empty_state, error_summary, notice, one_button,
    page_header, secret, submit, time,
};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    Ok(here.show(&PortalsPage::load(&here, blank(&here)).await?))
}

fn blank(here: &InBrand) -> Form {
    let language = here.brand.language.tag();
    Form::filled([("life", "quarter"), ("language", language), ("may_comment", "yes")])
}

/// Makes one; its link is shown once.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let new = NewPortal {
        name: form.get("name").to_owned(),
        company: form.get("company").to_owned(),
        email: form.get("email").to_owned(),
        language: form.get("language").parse().unwrap_or(here.brand.language),
        campaign: form.get("campaign").parse().ok(),
        channels: form.all("channel").filter_map(|id| id.parse().ok()).collect(),
        may_comment: form.has("may_comment"),
        may_approve: form.has("may_approve"),
        life: form.get("life").parse().unwrap_or_default(),
    };
    let mut tx = here.begin().await?;
    let (field, key) = match Portal::make(new, &here.actor, &mut tx).await {
        Ok((portal, token)) => {
            tx.commit().await?;
            return fresh(&here, &portal, &token).await;
        }
        Err(PortalError::NoName) => ("name", "portal-no-name"),
        Err(PortalError::NotAnAddress) => ("email", "portal-no-address"),
        Err(error) => return Err(error.into()),
    };
    drop(tx);
    form.refuse(field, here.words().t(key));
    Ok(here.refused(&PortalsPage::load(&here, form).await?))
}

/// Gives the same client another link; the one before opens nothing any more.
pub async fn renew(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Portal>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let life: Life = form.get("life").parse().unwrap_or_default();
    let mut tx = here.begin().await?;
    let (portal, token) = Portal::renew(id, life, &here.actor, &mut tx).await?;
    tx.commit().await?;
    fresh(&here, &portal, &token).await
}

async fn fresh(here: &InBrand, portal: &Portal, token: &Secret) -> Result<Response, Refusal> {
    let mut page = PortalsPage::load(here, blank(here)).await?;
    let link = format!("{}/portal/{}", here.house.settings.base_url, token.reveal());
    page.fresh = Some((portal.name.clone(), link));
    Ok(here.show(&page))
}

/// Closes one.
pub async fn end(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Portal>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Portal::end(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("settings/portals").saying("portal-ended").into_response())
}

/// Client links.
pub struct PortalsPage {
    portals: Vec<Portal>,
    channels: Vec<(String, String)>,
    campaigns: Vec<(String, String)>,
    fresh: Option<(String, String)>,
    form: Form,
}

impl PortalsPage {
    async fn load(here: &InBrand, form: Form) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let portals = Portal::all(&here.actor, &mut tx).await?;
        let channels =
            Channel::for_posts(&here.actor, &mut tx).await.map_err(problems::of_channel)?;
        let campaigns = Campaign::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
        let named = |c: &Channel| (c.id.to_string(), format!("{}, {}", c.network_name, c.handle));
        Ok(Self {
            portals,
            channels: channels.iter().map(named).collect(),
            campaigns: campaigns.iter().map(|c| (c.id.to_string(), c.name.clone())).collect(),
            fresh: None,
            form,
        })
    }

    fn sees(&self, frame: &Frame, portal: &Portal) -> String {
        let words = &frame.words;
        let name = |all: &[(String, String)], id: String| {
            all.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone())
        };
        let mut parts = Vec::new();
        if let Some(id) = portal.campaign {
            let name = name(&self.campaigns, id.to_string()).unwrap_or_default();
            parts.push(words.tn("portal-sees-campaign", args![name => name]));
        }
        let channels = portal.channels.iter().filter_map(|id| name(&self.channels, id.to_string()));
        parts.extend(channels);
        if parts.is_empty() { words.t("portal-sees-all") } else { parts.join(", ") }
    }

    fn item(&self, frame: &Frame, portal: &Portal) -> Markup {
        let words = &frame.words;
        let who = match portal.company.as_str() {
            "" => portal.name.clone(),
            company => format!("{}, {company}", portal.name),
        };
        let seen = portal.link.as_ref().and_then(|link| link.last_seen_at);
        let expires = portal.link.as_ref().and_then(|link| link.expires_at);
        let over = words
            .now()
            .is_some_and(|now| portal.link.as_ref().is_none_or(|link| !link.opens_at(now)));
        html! {
            div.item {
                div.item-body {
                    p.item-title {
                        (who)
                        @if portal.may_approve { " " (badge(&words.t("portal-approves"), "info")) }
                        @if over { " " (badge(&words.t("portal-over"), "warning")) }
                    }
                    p.item-meta { (self.sees(frame, portal)) }
                    p.item-meta {
                        @match seen {
                            Some(at) => { (words.t("portal-last-seen")) " " (time(words, at, &words.relative(at))) },
                            None => (words.t("portal-never-seen")),
                        }
                        @if let Some(at) = expires { ", " (words.t("portal-until")) " " (time(words, at, &words.date(words.local(at).date()))) }
                    }
                }
                div.item-end.row {
                    form method="post" action=(frame.url(&format!("settings/portals/{}/link", portal.id))) {
                        (csrf(frame))
                        button.button.button-small { (words.t("portal-renew")) span.visually-hidden { ", " (portal.name) } }
                    }
                    (one_button(frame, &frame.url(&format!("settings/portals/{}/end", portal.id)), &words.t("portal-end"), "button-small button-quiet"))
                }
            }
        }
    }

    fn make(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        let lives = Life::ALL.iter().map(|l| (l.as_str(), words.t(&format!("portal-life-{l}"))));
        let campaigns = std::iter::once((String::new(), words.t("portal-all-posts")))
            .chain(self.campaigns.iter().cloned());
        html! {
            form.card.form method="post" action=(frame.url("settings/portals")) {
                h2 { (words.t("portal-new")) }
                (csrf(frame))
                (error_summary(words, form))
                div.fields-inline {
                    (Field::new(form, "name", &words.t("portal-field-name")).required().autocomplete("off"))
                    (Field::new(form, "company", &words.t("portal-field-company")).autocomplete("off"))
                }
                (Field::new(form, "email", &words.t("portal-field-email")).kind("email").autocomplete("off").hint(words.t("portal-field-email-hint")))
                @if !self.campaigns.is_empty() { (Select::new(form, "campaign", &words.t("portal-field-campaign"), campaigns)) }
                @if !self.channels.is_empty() {
                    fieldset.fieldset.stack.stack-sm {
                        legend { (words.t("portal-field-channels")) }
                        p.hint { (words.t("portal-field-channels-hint")) }
                        @for (id, name) in &self.channels {
                            label.check { input type="checkbox" name="channel" value=(id) checked[form.chose("channel", id)]; span { (name) } }
                        }
                    }
                }
                (check(form, "may_comment", "yes", &words.t("portal-may-comment")))
                (check(form, "may_approve", "yes", &words.t("portal-may-approve")))
                div.fields-inline {
                    (Select::new(form, "life", &words.t("portal-field-life"), lives))
                    (Select::new(form, "language", &words.t("portal-field-language"), [("fr", "Français"), ("en", "English")]))
                }
                div.form-actions { (submit(&words.t("portal-make"), "button-primary")) }
            }
        }
    }
}

impl Page for PortalsPage {
    fn samples() -> Vec<Self> {
        let portal = Portal {
            id: Id::from_uuid(uuid::Uuid::from_u128(3)),
            brand: Id::from_uuid(uuid::Uuid::nil()),
            name: "Paul Duval".to_owned(),
            company: "Duval SA".to_owned(),
            email: "paul@duval.example".to_owned(),
            language: primitives::Language::Fr,
            campaign: None,
            channels: Vec::new(),
            may_comment: true,
            may_approve: true,
            created_at: jiff::Timestamp::UNIX_EPOCH,
            link: None,
        };
        let pair = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        let page = |portals, fresh, form| Self {
            portals,
            channels: vec![pair("1", "Bluesky, fournil")],
            campaigns: vec![pair("2", "Noël")],
            fresh,
            form,
        };
        let mut refused = Form::empty();
        refused.refuse("name", "Écrivez un nom.");
        let link = Some(pair("Paul Duval", "https://parvis.example/portal/abc"));
        vec![
            page(vec![], None, Form::empty()),
            page(vec![portal.clone()], link, Form::empty()),
            page(vec![portal], None, refused),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("portal-settings-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { p.page-lead { (words.t("portal-settings-lead")) } }, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings/portals"))
                @if let Some((name, link)) = &self.fresh {
                    (notice(Tone::Success, &words.tn("portal-fresh", args![name => name]), html! {
                        p { (words.t("portal-fresh-lead")) }
                        (secret(words, link))
                    }))
                }
                @if self.portals.is_empty() {
                    (empty_state("eye", &words.t("portal-none"), &words.t("portal-none-lead"), html! {}))
                } @else {
                    ul.list.card.card-flush { @for portal in &self.portals { li { (self.item(frame, portal)) } } }
                }
                (self.make(frame))
                p.small.muted { (words.t("portal-safe")) }
            }
        }
    }
}

page_samples!(PortalsPage);
