use channels::{Channel, ChannelError};
use database::Tx;
use jiff::SignedDuration;
use platform::{Actor, Right, Subject, Teammate, activity};
use primitives::Id;
use serde_json::json;

use super::{ByHandError, store, team};

/// Who is reminded in a brand, and whom to tell when nothing happens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    /// Who posts, unless a channel says otherwise; each post's author when nobody is named.
    pub assignee: Option<Id<Teammate>>,
    /// Channels that have someone of their own.
    pub channels: Vec<(Id<Channel>, Id<Teammate>)>,
    /// How late before others are told; the brand's delay before an alert when not said.
    pub escalate_after: Option<SignedDuration>,
    /// Whom to tell; those who run the brand when nobody is named.
    pub escalate_to: Option<Id<Teammate>>,
}

impl Rules {
    /// Those of the actor's brand.
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<Self, ByHandError> {
        actor.must(Right::Read)?;
        Ok(store::rules(actor.brand(), tx).await?)
    }

    /// Makes them those of the actor's brand. Needs [`Right::ManageBrand`].
    pub async fn keep(&self, actor: &Actor, tx: &mut Tx) -> Result<(), ByHandError> {
        actor.must(Right::ManageBrand)?;
        let week = SignedDuration::from_hours(7 * 24);
        let minute = SignedDuration::from_mins(1);
        if self.escalate_after.is_some_and(|after| after < minute || after > week) {
            return Err(ByHandError::DelayOutOfRange);
        }
        let team = team(actor, tx).await?;
        let of_channels = self.channels.iter().map(|(_, teammate)| teammate);
        let named = self.assignee.iter().chain(&self.escalate_to).chain(of_channels);
        for teammate in named {
            if !team.iter().any(|member| member.teammate == *teammate) {
                return Err(ByHandError::NoSuchTeammate);
            }
        }
        for (channel, _) in &self.channels {
            match Channel::load(*channel, actor, tx).await {
                Ok(_) => {}
                Err(ChannelError::Database(error)) => return Err(error.into()),
                Err(_) => return Err(ByHandError::NoSuchChannel),
            }
        }
        store::put_rules(actor.brand(), self, tx).await?;
        let data = json!({ "minutes": self.escalate_after.map(|after| after.as_secs() / 60) });
        let subject = Subject::only("brand");
        activity::record(tx, actor, "brand.by_hand_rules", subject, data).await?;
        Ok(())
    }
}
