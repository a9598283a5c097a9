//! What the charter asks of the mix.

use channels::Channel;
use database::Tx;
use publishing::mix::Targets;
use strategy::Topic;

use crate::areas::posts::problems;
use crate::{InBrand, Refusal};

/// The charter's targets, with the topics' own words.
pub(super) async fn load(here: &InBrand, tx: &mut Tx) -> Result<(Targets, Vec<Topic>), Refusal> {
    let topics = Topic::all(&here.actor, tx).await.map_err(problems::of_topic)?;
    let topics: Vec<Topic> = topics.into_iter().filter(|topic| !topic.archived).collect();
    let channels = Channel::all(&here.actor, tx).await.map_err(problems::of_channel)?;
    let targets = Targets {
        topics: topics.iter().map(|topic| (topic.id, topic.target_share)).collect(),
        formats: Vec::new(),
        channels: channels.into_iter().map(|channel| (channel, None)).collect(),
    };
    Ok((targets, topics))
}
