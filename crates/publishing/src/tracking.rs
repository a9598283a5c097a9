//! What is added to a brand's links (UTM parameters), so that its site's figures tell where
//! visits come from. Done when a post is given to the send fence: the text that people write
//! stays short.

mod links;
mod sent;
mod store;

use std::collections::BTreeMap;

use database::Tx;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use serde_json::json;

use crate::campaign::Campaign;

pub use links::Tags;
pub use sent::Sent;

/// The longest value of a parameter, in characters.
pub const LONGEST_VALUE: usize = 60;

/// What is added to a brand's links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tracking {
    /// Whether anything is.
    pub on: bool,
    /// `utm_medium`.
    pub medium: String,
    /// `utm_source` of networks that have their own, by key; others are named by their key.
    pub sources: BTreeMap<String, String>,
    /// `utm_campaign` of campaigns that have their own; others are named after themselves.
    pub campaigns: BTreeMap<Id<Campaign>, String>,
    /// The brand's own sites; no other link is touched. Empty: every link.
    pub domains: Vec<String>,
}

impl Default for Tracking {
    fn default() -> Self {
        let medium = "social".to_owned();
        Self {
            on: false,
            medium,
            sources: BTreeMap::new(),
            campaigns: BTreeMap::new(),
            domains: Vec::new(),
        }
    }
}

/// Why what is added to links could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum TrackingError {
    /// A value is 1 to [`LONGEST_VALUE`] letters, digits, `-`, `_` or `.`.
    #[error("a value is made of letters, digits, hyphens, underscores and dots")]
    Value,
    /// Not a site's name: `fournil-de-louise.fr`.
    #[error("not a site's name")]
    Domain,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Tracking {
    /// The brand's.
    pub async fn load(actor: &Actor, tx: &mut Tx) -> Result<Tracking, TrackingError> {
        actor.must(Right::Read)?;
        Ok(store::load(actor.brand(), tx).await?.unwrap_or_default())
    }

    /// Makes it the brand's, for what is planned from now on.
    pub async fn save(self, actor: &Actor, tx: &mut Tx) -> Result<Tracking, TrackingError> {
        actor.must(Right::ManageBrand)?;
        let tracking = self.checked()?;
        store::save(&tracking, actor.brand(), tx).await?;
        let data = json!({ "on": tracking.on });
        activity::record(tx, actor, "tracking.changed", Subject::only("tracking"), data).await?;
        Ok(tracking)
    }

    /// What goes on the links of a network, for a campaign.
    pub fn tags(&self, network: &str, campaign: Option<&Campaign>) -> Tags {
        let source = self.sources.get(network).map_or(network, String::as_str);
        let named = |campaign: &Campaign| match self.campaigns.get(&campaign.id) {
            Some(own) => own.clone(),
            None => primitives::slug(&campaign.name),
        };
        let campaign = campaign.map(named).filter(|campaign| !campaign.is_empty());
        Tags {
            on: self.on,
            source: source.to_owned(),
            medium: self.medium.clone(),
            campaign,
            domains: self.domains.clone(),
        }
    }

    fn checked(mut self) -> Result<Self, TrackingError> {
        self.medium = value(&self.medium)?;
        self.sources.retain(|_, source| !source.trim().is_empty());
        for source in self.sources.values_mut() {
            *source = value(source)?;
        }
        self.campaigns.retain(|_, named| !named.trim().is_empty());
        for named in self.campaigns.values_mut() {
            *named = value(named)?;
        }
        for domain in &mut self.domains {
            *domain = site(domain).ok_or(TrackingError::Domain)?;
        }
        self.domains.sort();
        self.domains.dedup();
        Ok(self)
    }
}

fn value(text: &str) -> Result<String, TrackingError> {
    let text = text.trim();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let good = !text.is_empty() && text.chars().count() <= LONGEST_VALUE && text.chars().all(fits);
    if good { Ok(text.to_owned()) } else { Err(TrackingError::Value) }
}

/// The name of a site out of what was typed: an address, or the name alone.
fn site(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let text = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    let good = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    (host.contains('.') && !host.starts_with('.') && host.chars().all(good))
        .then(|| host.to_owned())
}
