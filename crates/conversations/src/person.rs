//! What is known of someone: since when, how much they wrote, their other conversations.

mod store;

use database::Tx;
use jiff::Timestamp;
use members::Identity;
use platform::{Actor, Right};
use primitives::Id;

use crate::conversation::{
    Conversation, ConversationError, ConversationRow, Filter, Group, StateFilter,
};

/// What is known of the one a conversation is with.
#[derive(Debug, Clone)]
pub struct KnownPerson {
    /// Their identity at the network.
    pub identity: Identity,
    /// How many conversations, up to [`crate::MOST_COUNTED`].
    pub conversations: i64,
    /// How many messages those hold.
    pub messages: i64,
    /// How many of their likes, shares and follows are known, up to [`crate::MOST_COUNTED`].
    pub reactions: i64,
    /// When they last did anything.
    pub last_at: Option<Timestamp>,
    /// Their last conversations but this one.
    pub others: Vec<ConversationRow>,
}

impl Conversation {
    /// What is known of the one it is with.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn known_person(
        &self,
        most: usize,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<KnownPerson>, ConversationError> {
        actor.must(Right::Read)?;
        let Some(identity) = self.identity else { return Ok(None) };
        let identity = match Identity::load(identity, actor, tx).await {
            Ok(identity) => identity,
            Err(members::IdentityError::Database(error)) => return Err(error.into()),
            Err(_) => return Ok(None),
        };
        let others = others(self.id, identity.id, most, actor, tx).await?;
        let counted = store::counted(actor.brand(), identity.id, crate::MOST_COUNTED, tx).await?;
        Ok(Some(KnownPerson {
            conversations: counted.conversations,
            messages: counted.messages,
            reactions: counted.reactions,
            last_at: counted.last_at,
            identity,
            others,
        }))
    }
}

async fn others(
    but: Id<Conversation>,
    identity: Id<Identity>,
    most: usize,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<ConversationRow>, ConversationError> {
    let filter = Filter {
        state: StateFilter::All,
        group: Group::Messages,
        identity: Some(identity),
        limit: most + 1,
        ..Filter::default()
    };
    let mut rows = Conversation::list(&filter, actor, tx).await?.rows;
    rows.retain(|row| row.conversation.id != but);
    rows.truncate(most);
    Ok(rows)
}

/// What counting gave.
pub(crate) struct Counted {
    pub conversations: i64,
    pub messages: i64,
    pub reactions: i64,
    pub last_at: Option<Timestamp>,
}
