//! One publication: where it stands, what to do if something is wrong, what happened.

mod advice;
mod lines;
mod samples;

use channels::Channel;
use channels::publication::{HeldBy, PartKind, Publication, PublicationState, Purpose, StateName};
use database::Tx;
use platform::membership::Membership;
use platform::{Right, Teammate};
use primitives::Id;
use publishing::guard::Hold;

use super::problems;
use super::shown::ShownChannel;
use super::steps::{self, ShownStep};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Refusal};

pub(super) use samples::sample_states;

/// A publication with what is needed to tell of it.
#[derive(Debug, Clone)]
pub(super) struct ShownPublication {
    pub publication: Publication,
    pub channel: ShownChannel,
    pub steps: Vec<ShownStep>,
    /// All that appears together with it, in order; itself alone where nothing follows.
    pub chain: Vec<Publication>,
    /// The checks that keep it back, with what they saw.
    pub hold: Option<Hold>,
}

/// The names of the brand's teammates.
pub(super) async fn names(
    here: &InBrand,
    tx: &mut Tx,
) -> Result<Vec<(Id<Teammate>, String)>, Refusal> {
    let team = Membership::of_brand(&here.actor, tx).await;
    // Who may not see the team reads the story without names.
    let team = team.unwrap_or_default();
    Ok(team.into_iter().map(|member| (member.teammate, member.name.to_string())).collect())
}

impl ShownPublication {
    /// Reads what is needed to tell of it.
    pub async fn load(
        publication: Publication,
        names: &[(Id<Teammate>, String)],
        here: &InBrand,
        tx: &mut Tx,
    ) -> Result<Self, Refusal> {
        let channel = Channel::load(publication.channel, &here.actor, tx).await;
        let channel = channel.map_err(problems::of_channel)?;
        let channel = ShownChannel::of(&channel, &here.house.kit.connectors);
        let steps = publication.timeline(tx).await?;
        let who = |id: Option<Id<Teammate>>| {
            names.iter().find(|(known, _)| Some(*known) == id).map(|(_, name)| name.clone())
        };
        let steps = steps.into_iter().map(|step| ShownStep { who: who(step.teammate), step });
        let by_guard =
            matches!(publication.state, PublicationState::Held { reason: HeldBy::Guard });
        let hold = if by_guard { Hold::of(publication.id, &here.actor, tx).await? } else { None };
        let chain = publication.chain(tx).await?;
        Ok(Self { steps: steps.collect(), publication, channel, chain, hold })
    }

    /// Where it stands, in one sentence.
    pub fn now(&self, words: &Words) -> String {
        let before = self.publication.place.after;
        let before = before.and_then(|id| self.chain.iter().find(|part| part.id == id));
        let waits = before.is_some_and(|before| before.state.name() != StateName::Published);
        match self.publication.state.name() {
            StateName::Planned if waits => words.t("publications-now-waits"),
            _ => steps::now(words, &self.publication, &self.channel),
        }
    }

    /// Which part it is of what appears together: « Partie 2 sur 3 ».
    pub fn part(&self, words: &Words) -> Option<String> {
        part_of(words, &self.publication, &self.chain)
    }

    /// Whether it is late beyond what the brand allows.
    pub fn is_late(&self) -> bool {
        let waits = matches!(
            self.publication.state.name(),
            StateName::Planned
                | StateName::Prepared
                | StateName::Sending
                | StateName::Processing
                | StateName::Uncertain
                | StateName::NeedsPerson
        );
        waits && self.publication.late_alerted_at.is_some()
    }

    fn url(&self, frame: &Frame, path: &str) -> String {
        frame.url(&format!("publications/{}{path}", self.publication.id))
    }

    /// The link to the piece at the network.
    pub fn permalink(&self) -> Option<&str> {
        match &self.publication.state {
            PublicationState::Published { remote, .. } => {
                remote.url.as_deref().filter(|url| url.starts_with("http"))
            }
            _ => None,
        }
    }

    fn right(&self) -> Right {
        match self.publication.purpose {
            Purpose::Post { .. } => Right::Publish,
            Purpose::Reply { .. } => Right::Converse,
        }
    }
}

/// « Partie 2 sur 3 », « Premier commentaire »; nothing for a post that nothing follows.
fn part_of(words: &Words, part: &Publication, chain: &[Publication]) -> Option<String> {
    let posts = chain.iter().filter(|part| part.place.kind != PartKind::FirstComment).count();
    match part.place.kind {
        PartKind::FirstComment => Some(words.t("publications-first-comment")),
        _ if chain.len() < 2 => None,
        _ if posts < 2 => Some(words.t("publications-main-part")),
        _ => {
            let number = part.place.part + 1;
            Some(words.tn("publications-part", args![part => number, parts => posts]))
        }
    }
}
