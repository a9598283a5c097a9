//! What the charter asks of the mix.

use channels::Channel;
use database::Tx;
use platform::Actor;
use publishing::mix::Targets;
use strategy::{Charter, Topic};

use crate::Refusal;
use crate::areas::posts::problems;

/// The charter's targets, with the topics' own words.
pub(crate) async fn load(actor: &Actor, tx: &mut Tx) -> Result<(Targets, Vec<Topic>), Refusal> {
    let charter = Charter::of(actor, tx).await?;
    let topics: Vec<Topic> = charter.live_topics().cloned().collect();
    let channels = Channel::for_posts(actor, tx).await.map_err(problems::of_channel)?;
    let cadence = |channel: Channel| {
        let a_week = charter.channel(channel.id).and_then(|line| line.per_week);
        (channel, a_week)
    };
    let targets = Targets {
        topics: topics.iter().map(|topic| (topic.id, topic.target_share)).collect(),
        formats: charter.formats.clone(),
        channels: channels.into_iter().map(cadence).collect(),
    };
    Ok((targets, topics))
}
