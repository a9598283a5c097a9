//! What becomes of a feed's new items.

use channels::Channel;
use channels::feeds::FeedItem;
use database::Tx;
use platform::Actor;
use platform::media::Media;
use primitives::Id;
use primitives::text::{fold, shorten};
use serde::{Deserialize, Serialize};
use strategy::Topic;

use super::web_link;
use crate::campaign::Campaign;
use crate::post::{Edit, PostMediaEdit, VariantEdit};

/// The longest beginning of a summary that a text takes, in characters.
const SUMMARY: usize = 280;

/// What becomes of a feed's new items; kept whole, as JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FeedRule {
    /// Where a new item goes.
    pub into: Relay,
    /// The channels it is for, each with a text of its own or the common one.
    pub channels: Vec<RuleChannel>,
    /// The common text, with `{titre}`, `{résumé}` and `{lien}` (or `{title}`, `{summary}`,
    /// `{link}`); `None` is the title, the beginning of the summary and the link.
    pub text: Option<String>,
    /// What its posts speak about.
    pub topic: Option<Id<Topic>>,
    /// What its posts belong to.
    pub campaign: Option<Id<Campaign>>,
    /// Only items that have one of these words, where there are any.
    pub with_words: Vec<String>,
    /// No item that has one of these words.
    pub without_words: Vec<String>,
    /// Whether the article's picture goes with it.
    pub picture: bool,
}

/// Where a new item goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relay {
    /// Among the drafts: a person decides.
    #[default]
    Drafts,
    /// Into the next free slot of the queue.
    Queue,
}

/// A channel of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleChannel {
    /// The channel.
    pub channel: Id<Channel>,
    /// Its own text, with the same places to fill; `None` follows the common one.
    pub text: Option<String>,
}

impl FeedRule {
    /// Whether the words of an item let it through.
    pub fn lets_through(&self, item: &FeedItem) -> bool {
        let said = fold(&format!("{} {}", item.title, item.summary_text));
        let has = |word: &String| {
            let word = fold(word.trim());
            !word.is_empty() && said.contains(&word)
        };
        let wanted: Vec<_> = self.with_words.iter().filter(|w| !w.trim().is_empty()).collect();
        (wanted.is_empty() || wanted.into_iter().any(has)) && !self.without_words.iter().any(has)
    }

    /// The post that an item makes. What the brand no longer has (a removed channel, an archived
    /// topic) is left out rather than refused.
    pub(super) async fn edit_for(
        &self,
        item: &FeedItem,
        picture: Option<&Media>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Edit, database::Error> {
        let mut variants = Vec::new();
        for wanted in &self.channels {
            let channel = Channel::load(wanted.channel, actor, tx).await;
            if channel.is_ok_and(|channel| channel.removed_at.is_none()) {
                let own = wanted.text.as_deref().filter(|text| !text.trim().is_empty());
                let text = own.map(|text| filled(text, item));
                variants.push(VariantEdit::from((wanted.channel, text)));
            }
        }
        let mut edit = Edit {
            text: match self.text.as_deref().filter(|text| !text.trim().is_empty()) {
                Some(text) => filled(text, item),
                None => usual_text(item),
            },
            link: web_link(item),
            variants,
            ..Edit::default()
        };
        if let Some(topic) = self.topic {
            edit.topic = Topic::load(topic, actor, tx).await.ok().map(|topic| topic.id);
        }
        if let Some(campaign) = self.campaign {
            let known = Campaign::load(campaign, actor, tx).await;
            edit.campaign = known.ok().map(|campaign| campaign.id);
        }
        if let Some(picture) = picture {
            let alt_text = picture.alt_text.clone();
            edit.media = vec![PostMediaEdit { media: picture.id, alt_text }];
        }
        Ok(edit)
    }
}

/// The title, the beginning of the summary when it says more, and the link.
fn usual_text(item: &FeedItem) -> String {
    let title = item.title.trim();
    let summary = summary(item);
    let mut parts = vec![];
    if !title.is_empty() {
        parts.push(title.to_owned());
    }
    if !summary.is_empty() && summary != title {
        parts.push(summary);
    }
    parts.extend(web_link(item));
    parts.join("\n\n")
}

fn summary(item: &FeedItem) -> String {
    shorten(item.summary_text.trim(), SUMMARY).into_owned()
}

/// A text whose places are filled with what an item says; lines left empty at the end go.
fn filled(text: &str, item: &FeedItem) -> String {
    let (summary, link) = (summary(item), web_link(item).unwrap_or_default());
    let places = [
        (["{titre}", "{title}"], item.title.trim()),
        (["{résumé}", "{summary}"], summary.as_str()),
        (["{lien}", "{link}"], link.as_str()),
    ];
    // One pass: what an item says is never taken for a place.
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    'all: while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        for (names, value) in &places {
            for name in names {
                if let Some(after) = rest.strip_prefix(name) {
                    out.push_str(value);
                    rest = after;
                    continue 'all;
                }
            }
        }
        out.push('{');
        rest = &rest[1..];
    }
    out.push_str(rest);
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item() -> FeedItem {
        FeedItem {
            key: "1".to_owned(),
            title: "Le levain {lien}".to_owned(),
            link: Some("https://fournil.test/levain".to_owned()),
            summary_text: "Douze ans de levain.".to_owned(),
            picture_url: None,
            published_at: None,
        }
    }

    #[test]
    fn places_are_filled_once_and_what_an_item_says_is_no_place() {
        let text = filled("Au fournil : {titre}\n\n{summary} {inconnu}\n{lien}\n", &item());
        assert_eq!(
            text,
            "Au fournil : Le levain {lien}\n\nDouze ans de levain. {inconnu}\n\
             https://fournil.test/levain"
        );
    }

    #[test]
    fn words_let_through_whatever_their_accents() {
        let rule = |with: &[&str], without: &[&str]| FeedRule {
            with_words: with.iter().map(|w| (*w).to_owned()).collect(),
            without_words: without.iter().map(|w| (*w).to_owned()).collect(),
            ..FeedRule::default()
        };
        assert!(rule(&[], &[]).lets_through(&item()));
        assert!(rule(&["LEVAÎN", "farine"], &[" "]).lets_through(&item()));
        assert!(!rule(&["farine"], &[]).lets_through(&item()));
        assert!(!rule(&[], &["douze"]).lets_through(&item()));
    }
}
