//! What is added to the brand's links, so that its site's figures tell where visits come from.

use axum::response::{IntoResponse, Response};
use maud::{Markup, Render, html};
use platform::Right;
use publishing::tracking::TrackingError;
use publishing::{Campaign, Tracking};

use super::settings_tabs;
use crate::areas::posts::composer::load_channels;
use crate::parts::{Field, csrf, error_summary, page_header, submit, switch};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

impl From<TrackingError> for Refusal {
    fn from(error: TrackingError) -> Self {
        match error {
            TrackingError::NotAllowed(error) => error.into(),
            TrackingError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}

/// The networks of the brand's channels: key and name.
async fn networks(here: &InBrand) -> Result<Vec<(String, String)>, Refusal> {
    let mut tx = here.read().await?;
    let mut networks: Vec<_> = load_channels(here, &mut tx)
        .await?
        .into_iter()
        .map(|channel| (channel.key, channel.network))
        .collect();
    networks.sort();
    networks.dedup();
    Ok(networks)
}

/// The campaigns that are not put away.
async fn campaigns(here: &InBrand) -> Result<Vec<Campaign>, Refusal> {
    let mut tx = here.read().await?;
    let mut all = Campaign::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
    all.retain(|campaign| !campaign.archived);
    Ok(all)
}

/// Shows what is added.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let networks = networks(&here).await?;
    let mut tx = here.read().await?;
    let tracking = Tracking::load(&here.actor, &mut tx).await?;
    let mut form = Form::filled([("medium", tracking.medium.as_str())])
        .with("domains", tracking.domains.join("\n"));
    if tracking.on {
        form = form.with("on", "1");
    }
    for (network, source) in &tracking.sources {
        form = form.with(&format!("source-{network}"), source.as_str());
    }
    for (campaign, named) in &tracking.campaigns {
        form = form.with(&format!("campaign-{campaign}"), named.as_str());
    }
    drop(tx);
    let campaigns = campaigns(&here).await?;
    Ok(here.show(&LinksPage { form, networks, campaigns, tracking }))
}

/// Changes it.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let source = |(name, value): (&str, &str)| {
        Some((name.strip_prefix("source-")?.to_owned(), value.trim().to_owned()))
    };
    let named = |(name, value): (&str, &str)| {
        Some((name.strip_prefix("campaign-")?.parse().ok()?, value.trim().to_owned()))
    };
    let mut tx = here.begin().await?;
    let before = Tracking::load(&here.actor, &mut tx).await?;
    // Campaigns that were put away keep theirs: the page does not show them.
    let mut campaigns_named = before.campaigns.clone();
    campaigns_named.extend(form.fields().filter_map(named));
    let tracking = Tracking {
        campaigns: campaigns_named,
        on: form.has("on"),
        medium: form.get("medium").to_owned(),
        sources: form.fields().filter_map(source).filter(|(_, value)| !value.is_empty()).collect(),
        domains: form.get("domains").split_whitespace().map(str::to_owned).collect(),
    };
    match tracking.save(&here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            return Ok(here.go("settings/links").saying("links-saved").into_response());
        }
        Err(TrackingError::Value) => form.refuse("medium", here.words().t("links-problem-value")),
        Err(TrackingError::Domain) => {
            form.refuse("domains", here.words().t("links-problem-domain"));
        }
        Err(error) => return Err(error.into()),
    }
    drop(tx);
    let networks = networks(&here).await?;
    let campaigns = campaigns(&here).await?;
    Ok(here.refused(&LinksPage { form, networks, campaigns, tracking: before }))
}

/// What is added to a brand's links.
pub struct LinksPage {
    form: Form,
    networks: Vec<(String, String)>,
    campaigns: Vec<Campaign>,
    tracking: Tracking,
}

impl LinksPage {
    /// A link as each network gets it, with what is kept now.
    fn example(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let site = self.tracking.domains.first().map_or("fournil-de-louise.fr", String::as_str);
        let link = format!("https://{site}/");
        let campaign = self.campaigns.first();
        html! {
            @if self.tracking.on && !self.networks.is_empty() {
                section.card.stack.stack-sm aria-labelledby="example" {
                    h2 id="example" { (words.t("links-example")) }
                    p.hint { (words.tn("links-example-lead", args![link => link.as_str()])) }
                    dl.stack.stack-sm { @for (key, name) in &self.networks {
                        div { dt.strong { (name) } dd { code { (self.tracking.tags(key, campaign).on_link(&link)) } } }
                    } }
                }
            }
        }
    }
}

impl Page for LinksPage {
    fn samples() -> Vec<Self> {
        let form = Form::filled([("on", "1"), ("medium", "social"), ("source-bluesky", "bsky")]);
        let networks = vec![
            ("bluesky".to_owned(), "Bluesky".to_owned()),
            ("mastodon".to_owned(), "Mastodon".to_owned()),
        ];
        let mut refused = form.clone();
        refused.refuse("domains", "Ce n’est pas un site.");
        let campaigns = crate::areas::campaigns::sample_campaigns();
        let tracking = Tracking { on: true, ..Tracking::default() };
        let none = Tracking::default();
        vec![
            Self { form, networks, campaigns, tracking },
            Self { form: refused, networks: vec![], campaigns: vec![], tracking: none },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("links-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        html! {
            (page_header(&self.title(frame), html! {}, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings/links"))
                form.card.form method="post" action=(frame.url("settings/links")) {
                    (csrf(frame))
                    (error_summary(words, form))
                    p { (words.t("links-lead")) }
                    (switch(form, "on", &words.t("links-on")))
                    (Field::new(form, "medium", &words.t("links-medium")).required().with("maxlength", "60").hint(words.t("links-medium-hint")).render())
                    @if !self.networks.is_empty() {
                        fieldset.fieldset.stack {
                            legend { (words.t("links-sources")) }
                            p.hint { (words.t("links-sources-hint")) }
                            @for (key, name) in &self.networks {
                                @let field = format!("source-{key}");
                                div.field {
                                    label for=(field) { (name) }
                                    input.input.input-short id=(field) name=(field) value=(form.get(&field)) placeholder=(key) maxlength="60";
                                }
                            }
                        }
                    }
                    @if self.campaigns.is_empty() { p.hint { (words.t("links-campaign")) } } @else {
                        fieldset.fieldset.stack {
                            legend { (words.t("links-campaigns")) }
                            p.hint { (words.t("links-campaign")) }
                            @for campaign in &self.campaigns {
                                @let field = format!("campaign-{}", campaign.id);
                                div.field {
                                    label for=(field) { (campaign.name) }
                                    input.input.input-short id=(field) name=(field) value=(form.get(&field)) placeholder=(primitives::slug(&campaign.name)) maxlength="60";
                                }
                            }
                        }
                    }
                    (Field::new(form, "domains", &words.t("links-domains")).lines(3).with("placeholder", "fournil-de-louise.fr").hint(words.t("links-domains-hint")).render())
                    div.form-actions { (submit(&words.t("settings-save"), "button-primary")) }
                }
                (self.example(frame))
            }
        }
    }
}

page_samples!(LinksPage);
