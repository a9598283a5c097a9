//! What a post is about, and what it must say of itself.

use database::Tx;
use maud::{Markup, html};
use publishing::Campaign;
use strategy::Topic;

use super::ComposerPage;
use crate::areas::posts::problems;
use crate::{Frame, InBrand, Refusal};

/// The languages offered, worded by `posts-language-…`: those of France's networks first.
const LANGUAGES: [&str; 15] =
    ["fr", "en", "de", "es", "it", "nl", "pt", "pl", "ar", "br", "ca", "co", "eu", "gsw", "oc"];

/// What a post can be filed under.
#[derive(Default)]
pub(crate) struct Files {
    /// The charter's topics.
    pub topics: Vec<Topic>,
    /// The campaigns.
    pub campaigns: Vec<Campaign>,
}

impl Files {
    /// The brand's.
    pub(crate) async fn load(here: &InBrand, tx: &mut Tx) -> Result<Self, Refusal> {
        Ok(Self {
            topics: Topic::all(&here.actor, tx).await.map_err(problems::of_topic)?,
            campaigns: Campaign::all(&here.actor, tx).await.map_err(problems::of_campaign)?,
        })
    }
}

impl ComposerPage {
    pub(super) fn about(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let draft = &self.draft;
        let topics = self.files.topics.iter().filter(|t| !t.archived || draft.topic == Some(t.id));
        let campaigns =
            self.files.campaigns.iter().filter(|c| !c.archived || draft.campaign == Some(c.id));
        html! {
            fieldset.card.fieldset.stack {
                legend.visually-hidden { (words.t("posts-about")) }
                div.fields-inline {
                    div.field {
                        label for="topic" { (words.t("posts-topic")) }
                        select.select id="topic" name="topic" {
                            option value="" { (words.t("posts-topic-none")) }
                            @for topic in topics { option value=(topic.id) selected[draft.topic == Some(topic.id)] { (topic.name) } }
                        }
                    }
                    div.field {
                        label for="campaign" { (words.t("posts-campaign")) }
                        select.select id="campaign" name="campaign" {
                            option value="" { (words.t("posts-campaign-none")) }
                            @for campaign in campaigns { option value=(campaign.id) selected[draft.campaign == Some(campaign.id)] { (campaign.name) } }
                        }
                    }
                    (self.languages(frame))
                }
                (self.labels(frame))
            }
        }
    }

    fn languages(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let tag = self.draft.language.as_str();
        html! {
            div.field {
                label for="language" { (words.t("posts-language")) }
                select.select id="language" name="language" {
                    option value="" { (words.t("posts-language-brand")) }
                    @if !tag.is_empty() && !LANGUAGES.contains(&tag) { option value=(tag) selected { (tag) } }
                    @for known in LANGUAGES { option value=(known) selected[tag == known] { (words.t(&format!("posts-language-{known}"))) } }
                }
            }
        }
    }

    fn labels(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let extras = &self.draft.extras;
        html! {
            div.stack.stack-sm.labels {
                label.check {
                    input type="checkbox" name="commercial" value="1" checked[extras.commercial.is_some()];
                    span { (words.t("posts-commercial")) }
                }
                div.field.labels-partner {
                    label for="partner" { (words.t("posts-partner")) }
                    input.input id="partner" name="partner" value=(extras.commercial.as_deref().unwrap_or_default()) maxlength="200";
                }
                label.check {
                    input type="checkbox" name="retouched" value="1" checked[extras.retouched];
                    span { (words.t("posts-retouched")) }
                }
            }
        }
    }
}
