//! Undoing: what was hidden is shown again, what was forbidden is allowed.

use channels::{Act, Connectors};
use database::Tx;
use platform::activity::{self, Subject};
use platform::{Actor, Right};
use primitives::Id;
use serde_json::json;

use super::{Decision, LONGEST_REASON, Reached, Ruling, RulingError};
use crate::act::ActError;
use crate::conversation::Conversation;
use crate::moderation::case::{self, Because};
use crate::moderation::sanction::{Sanction, SanctionError};
use crate::moderation::store;

impl Ruling {
    /// Undoes it: what was hidden is shown again where the network can, the sanction is lifted.
    /// What was deleted stays so. `reopens` puts the message back in the queue. Needs
    /// [`Right::Converse`].
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn undo(
        id: Id<Ruling>,
        because: &str,
        reopens: bool,
        connectors: &Connectors,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Ruling, RulingError> {
        actor.must(Right::Converse)?;
        let because = because.replace('\0', "").trim().to_owned();
        if because.chars().count() > LONGEST_REASON {
            return Err(RulingError::TooLong);
        }
        // Of another brand, it is not there; of this one, it may be undone already.
        Ruling::load(id, actor, tx).await?;
        if !store::rulings::undo(actor.brand(), id, actor.teammate_id(), &because, tx).await? {
            return Err(RulingError::Decided);
        }
        let ruling = Ruling::load(id, actor, tx).await?;
        let shown = ruling.show_again(connectors, actor, tx).await?;
        if let Some(sanction) = ruling.sanction {
            match Sanction::lift(sanction, &because, actor, tx).await {
                Ok(_) | Err(SanctionError::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        if let Some(rule) = ruling.rule.filter(|_| ruling.restricts()) {
            store::runs::overturn(rule, ruling.message, actor.teammate_id(), tx).await?;
        }
        if reopens {
            let found = crate::message::store::by_id(actor.brand(), ruling.message, tx).await?;
            if let Some(message) = found {
                case::open(&case::look_of(&message), Because::Undone, None, actor, tx).await?;
            }
        }
        let before = ruling.decision.to_string();
        let after = if shown { "shown" } else { "kept_as_is" };
        ruling.note("ruling.undone", &because, before, after.to_owned(), actor, tx).await?;
        let subject = Subject::new("ruling", ruling.id);
        let data = json!({ "decision": ruling.decision.as_str(), "message": ruling.message });
        activity::record(tx, actor, "moderation.undone", subject, data).await?;
        Ok(ruling)
    }

    /// Whether the network was asked to show it again.
    async fn show_again(
        &self,
        connectors: &Connectors,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<bool, RulingError> {
        let asked = matches!(self.reached, Reached::Asked | Reached::Done);
        if self.decision != Decision::Hide || !asked {
            return Ok(false);
        }
        let found = crate::message::store::by_id(actor.brand(), self.message, tx).await?;
        let Some(message) = found else { return Ok(false) };
        let conversation = Conversation::load(message.conversation, actor, tx).await?;
        match conversation.act(message.id, Act::Unhide, connectors, actor, tx).await {
            Ok(_) => Ok(true),
            Err(ActError::NotOffered | ActError::ChannelGone | ActError::NotFound) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}
