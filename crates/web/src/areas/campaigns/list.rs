use std::collections::HashMap;

use axum::response::Response;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use publishing::Campaign;
use publishing::campaign::Tally;

use super::samples;
use super::wording::{dates, of, spot, standing};
use crate::parts::{empty_state, icon, link_button, page_header};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Every campaign of the brand.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let campaigns = Campaign::all(&here.actor, &mut tx).await.map_err(of)?;
    let tallies = Campaign::tallies(&here.actor, &mut tx).await.map_err(of)?;
    Ok(here.show(&CampaignsPage { campaigns, tallies: tallies.into_iter().collect() }))
}

/// « Launches, exclusives and themes. »
pub struct CampaignsPage {
    campaigns: Vec<Campaign>,
    tallies: HashMap<Id<Campaign>, Tally>,
}

impl Page for CampaignsPage {
    fn samples() -> Vec<Self> {
        let campaigns = samples::campaigns();
        let tally = Tally { drafts: 4, scheduled: 2, published: 3 };
        let tallies = campaigns.iter().map(|campaign| (campaign.id, tally)).collect();
        vec![Self { campaigns: vec![], tallies: HashMap::new() }, Self { campaigns, tallies }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("campaigns-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("campaigns", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let new = frame.url("campaigns/new");
        let write = html! {
            @if frame.may(Right::Draft) { a.button.button-primary href=(new) { (icon("plus")) (words.t("campaigns-new")) } }
        };
        let (live, away): (Vec<_>, Vec<_>) = self.campaigns.iter().partition(|one| !one.archived);
        html! {
            (page_header(&self.title(frame), html! { (words.t("campaigns-lead")) }, write))
            div.stack.stack-lg {
                @if self.campaigns.is_empty() {
                    (empty_state("megaphone", &words.t("campaigns-none"), &words.t("campaigns-none-lead"), html! {
                        @if frame.may(Right::Draft) { (link_button(&words.t("campaigns-new"), &new, "button-primary")) }
                    }))
                }
                @if !live.is_empty() { ul.list.card.card-flush { @for campaign in &live { (self.line(frame, campaign)) } } }
                @if !away.is_empty() {
                    details.disclosure {
                        summary { (words.tn("campaigns-put-away", args![count => away.len() as i64])) }
                        ul.list.card.card-flush { @for campaign in &away { (self.line(frame, campaign)) } }
                    }
                }
            }
        }
    }
}

impl CampaignsPage {
    fn line(&self, frame: &Frame, campaign: &Campaign) -> Markup {
        let words = &frame.words;
        let tally = self.tallies.get(&campaign.id).copied().unwrap_or_default();
        html! {
            li {
                a.item href=(frame.url(&format!("campaigns/{}", campaign.id))) {
                    (spot(&campaign.colour))
                    div.item-body {
                        p.item-title.clip { (campaign.name) }
                        p.item-meta { (words.t(&format!("campaigns-kind-{}", campaign.kind))) " · " (dates(words, campaign)) }
                        p.item-meta { (counts(words, tally)) }
                    }
                    div.item-end { (standing(words, campaign)) }
                }
            }
        }
    }
}

page_samples!(CampaignsPage);

/// « 3 publiées, 2 programmées, 4 brouillons ».
pub(super) fn counts(words: &Words, tally: Tally) -> String {
    if tally.all() == 0 {
        return words.t("campaigns-no-posts");
    }
    let said = [
        ("campaigns-count-published", tally.published),
        ("campaigns-count-scheduled", tally.scheduled),
        ("campaigns-count-drafts", tally.drafts),
    ];
    let said = said.into_iter().filter(|(_, count)| *count > 0);
    said.map(|(key, count)| words.tn(key, args![count => count])).collect::<Vec<_>>().join(", ")
}
