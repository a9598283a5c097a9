use std::collections::HashMap;

use axum::extract::{Path, Query};
use axum::response::Response;
use channels::Channel;
use maud::{Markup, html};
use measurement::campaign::{CampaignFigures, campaign_figures};
use measurement::statistics::Measure;
use platform::Right;
use primitives::Id;
use publishing::approval::Request;
use publishing::campaign::{CampaignPost, Stage, Step, Tally};
use publishing::{Campaign, Post};
use serde::Deserialize;
use strategy::Topic;

use super::wording::{dates, of, spot, standing};
use super::{figures, plan_view, posts_view, samples};
use crate::areas::posts::problems;
use crate::parts::{crumbs, csrf, icon, link_button, page_header_under};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// What may be asked of the page.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// The measure compared by.
    measure: Option<String>,
}

/// A campaign: its plan, its posts, its figures.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let measure = asked.measure.and_then(|id| Measure::all().into_iter().find(|m| m.id() == id));
    Ok(here.show(&CampaignPage::load(&here, id, measure, Form::empty()).await?))
}

/// « This campaign. »
pub struct CampaignPage {
    pub(super) campaign: Campaign,
    pub(super) steps: Vec<Step>,
    pub(super) posts: Vec<CampaignPost>,
    pub(super) figures: CampaignFigures,
    pub(super) channels: Vec<Channel>,
    pub(super) topics: HashMap<Id<Topic>, String>,
    /// Posts whose agreement is awaited.
    pub(super) asked: Vec<Id<Post>>,
    pub(super) form: Form,
}

impl CampaignPage {
    pub(super) async fn load(
        here: &InBrand,
        id: Id<Campaign>,
        measure: Option<Measure>,
        form: Form,
    ) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
        let asked = Request::waiting(&here.actor, &mut tx).await?;
        let topics = Topic::all(&here.actor, &mut tx).await.map_err(problems::of_topic)?;
        Ok(Self {
            steps: campaign.steps(&here.actor, &mut tx).await.map_err(of)?,
            posts: campaign.posts(&here.actor, &mut tx).await.map_err(of)?,
            figures: campaign_figures(&campaign, measure, &here.actor, &mut tx).await?,
            channels: Channel::for_posts(&here.actor, &mut tx)
                .await
                .map_err(problems::of_channel)?,
            topics: topics.into_iter().map(|topic| (topic.id, topic.name)).collect(),
            asked: asked.into_iter().map(|request| request.post).collect(),
            campaign,
            form,
        })
    }

    pub(super) fn url(&self, frame: &Frame, what: &str) -> String {
        let own = frame.url(&format!("campaigns/{}", self.campaign.id));
        if what.is_empty() { own } else { format!("{own}/{what}") }
    }

    fn tally(&self) -> Tally {
        let of = |stage| {
            let count = self.posts.iter().filter(|post| post.stage == stage).count();
            i64::try_from(count).unwrap_or(i64::MAX)
        };
        Tally {
            drafts: of(Stage::Draft),
            scheduled: of(Stage::Scheduled),
            published: of(Stage::Published),
        }
    }
}

impl Page for CampaignPage {
    fn samples() -> Vec<Self> {
        let all = samples::campaigns();
        let (steps, posts) = (samples::steps(), samples::posts());
        let page = |campaign: &Campaign, many: usize| Self {
            campaign: campaign.clone(),
            steps: steps.clone(),
            posts: posts.clone(),
            figures: samples::figures(many),
            channels: Vec::new(),
            topics: HashMap::new(),
            asked: posts.last().map(|post| post.id).into_iter().collect(),
            form: Form::empty(),
        };
        let mut refused = page(&all[0], 3);
        refused.form.refuse("day", "…");
        vec![
            Self { steps: vec![], posts: vec![], ..page(&all[2], 0) },
            page(&all[0], 3),
            page(&all[1], 40),
            refused,
        ]
    }

    fn title(&self, _frame: &Frame) -> String {
        self.campaign.name.clone()
    }

    fn shape(&self) -> Shape {
        Shape::Room("campaigns", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let campaign = &self.campaign;
        let above = crumbs(frame, &[(&words.t("campaigns-title"), &frame.url("campaigns"))]);
        let lead = html! {
            span.row.row-tight.campaign-lead {
                (spot(&campaign.colour))
                span { (words.t(&format!("campaigns-kind-{}", campaign.kind))) " · " (dates(words, campaign)) }
                (standing(words, campaign))
            }
        };
        let write = frame.url(&format!("posts/new?campaign={}", campaign.id));
        let actions = html! {
            @if frame.may(Right::Draft) && !campaign.archived {
                (link_button(&words.t("campaigns-write"), &write, "button-primary"))
            }
            @if frame.may(Right::Draft) { (self.more(frame)) }
        };
        html! {
            (page_header_under(above, &self.title(frame), lead, actions))
            div.stack.stack-lg {
                @if !campaign.about.is_empty() { p.pre.measure-text { (campaign.about) } }
                (self.tiles(frame))
                (plan_view::plan(self, frame))
                (posts_view::outside(self, frame))
                (figures::figures(self, frame))
            }
        }
    }
}

impl CampaignPage {
    fn more(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let put_away = if self.campaign.archived {
            ("archive/end", "undo-2", "campaigns-take-up")
        } else {
            ("archive", "archive", "campaigns-archive")
        };
        html! {
            details.menu.menu-end {
                summary.button.button-quiet.button-icon aria-label=(words.t("campaigns-more")) { (icon("ellipsis")) }
                div.menu-panel {
                    a.menu-item href=(self.url(frame, "edit")) { (icon("pencil")) (words.t("campaigns-edit")) }
                    @for (what, picture, key) in [put_away, ("removal", "trash-2", "campaigns-remove")] {
                        form method="post" action=(self.url(frame, what)) {
                            (csrf(frame)) button.menu-item { (icon(picture)) (words.t(key)) }
                        }
                    }
                }
            }
        }
    }

    fn tiles(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let tally = self.tally();
        let begun = self.steps.iter().filter(|step| step.post.is_some()).count();
        html! {
            ul.tiles aria-label=(words.t("campaigns-where")) {
                @for (key, count) in [("published", tally.published), ("scheduled", tally.scheduled), ("drafts", tally.drafts)] {
                    li.tile {
                        span.tile-label { (words.t(&format!("campaigns-tile-{key}"))) }
                        span.tile-value { (words.number(count)) }
                    }
                }
                @if !self.steps.is_empty() {
                    li.tile {
                        span.tile-label { (words.t("campaigns-tile-plan")) }
                        span.tile-value { (words.number(begun as i64)) span.tile-of { " / " (words.number(self.steps.len() as i64)) } }
                    }
                }
            }
        }
    }
}

page_samples!(CampaignPage);
