//! Channel advice: which channels and formats suit a piece of information, with reasons.
//!
//! Every point given or taken is a [`Reason`] that is shown, each under a named [`Rule`] with
//! its [`Source`]; the ranking is the sum of the points and nothing else. To add a rule: a variant
//! of [`Rule`], its lines in `advice/rules.rs`, its words in `mix.ftl`.

mod network;
mod piece;
mod rules;

use channels::Channel;
use primitives::Id;
use strategy::Format;

pub use network::{Character, LinkUse, NETWORKS, Needs, Ratio, character};
pub use piece::{Audience, Carried, Objective, Piece, Urgency};
pub use rules::{Adaptation, Reason, Rule, Source};

/// A network, and the brand's channel on it if it has one.
#[derive(Debug, Clone)]
pub struct Place {
    /// The network's key: `bluesky`, `linkedin`.
    pub network: String,
    /// Its name as people say it.
    pub name: String,
    /// The brand's channel there.
    pub channel: Option<Channel>,
}

/// What the brand's own posts did in one format on one network.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnResult {
    /// The network's key.
    pub network: String,
    /// The kind of piece.
    pub format: Format,
    /// Posts whose rate is known.
    pub posts: usize,
    /// The median of their rates.
    pub median: f64,
    /// That median drawn towards the usual one, the more so the fewer the posts.
    pub drawn: f64,
    /// Whether there are enough posts to say anything of them.
    pub enough: bool,
}

/// What the brand's own posts did, by network and format.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnResults {
    /// The median over all posts.
    pub usual: Option<f64>,
    /// Posts whose rate is known.
    pub posts: usize,
    /// Each network and format.
    pub cells: Vec<OwnResult>,
}

/// What is advised for one network.
#[derive(Debug, Clone)]
pub struct Advice {
    /// The network.
    pub place: Place,
    /// The kind of piece that suits it.
    pub format: Format,
    /// The sum of the points of its reasons.
    pub points: i32,
    /// Why, the strongest first.
    pub reasons: Vec<Reason>,
    /// What to change in the piece for it.
    pub adapt: Vec<Adaptation>,
}

/// What is advised for a piece.
#[derive(Debug, Clone, Default)]
pub struct Advised {
    /// The brand's channels, the best first.
    pub channels: Vec<Advice>,
    /// Networks that the brand is not on and that would suit, the best first.
    pub elsewhere: Vec<Advice>,
}

/// How many points a network that the brand lacks must reach to be named.
const WORTH_NAMING: i32 = 4;

/// Ranks the brand's channels for a piece, and names networks that it lacks.
#[must_use]
pub fn advise(piece: &Piece, channels: &[(String, Channel)], own: &OwnResults) -> Advised {
    let of = |place: Place| rules::judge(piece, place, own);
    let mut ours: Vec<Advice> = channels
        .iter()
        .map(|(key, channel)| Place {
            network: key.clone(),
            name: channel.network_name.clone(),
            channel: Some(channel.clone()),
        })
        .map(of)
        .collect();
    let there = |key: &str| channels.iter().any(|(known, _)| known == key);
    let mut elsewhere: Vec<Advice> = NETWORKS
        .iter()
        .filter(|one| !there(one.key))
        .map(|one| Place { network: one.key.into(), name: one.name.into(), channel: None })
        .map(of)
        .filter(|advice| advice.points >= WORTH_NAMING)
        .collect();
    // Stable: equal points keep the order of the brand's channels, and of the table.
    ours.sort_by_key(|advice| -advice.points);
    elsewhere.sort_by_key(|advice| -advice.points);
    elsewhere.truncate(5);
    Advised { channels: ours, elsewhere }
}

impl Advice {
    /// The channel, where the brand has one.
    #[must_use]
    pub fn channel(&self) -> Option<Id<Channel>> {
        self.place.channel.as_ref().map(|channel| channel.id)
    }
}
