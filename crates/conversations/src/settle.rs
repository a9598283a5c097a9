//! Who waits: told again when the sending of an answer ends, one way or the other.

mod store;

use channels::Publication;
use channels::publication::StateName;
use database::{Database, Error, Tx};
use platform::activity::{self, Subject};
use platform::{Actor, Brand};
use primitives::Id;
use serde_json::json;

use crate::change::{self, Because, NewChange};
use crate::conversation::store::copy_to_labels;
use crate::conversation::{Conversation, StateWord};
use crate::promise;

/// Says anew whether a conversation waits, after the publication of an answer moved: one that
/// failed or was cancelled leaves the person without an answer, one tried again does not. For
/// whoever moves a publication: the delivery job after each run, the pages that cancel, hold or
/// release. Does nothing for the publication of a post; may be repeated.
///
/// # Errors
/// What the database met.
pub async fn reply_settled(publication: Id<Publication>, tx: &mut Tx) -> Result<(), Error> {
    let Some(conversation) = store::conversation_of(publication, tx).await? else { return Ok(()) };
    let settled = store::lock(conversation, tx).await?;
    let Some(reply) = store::reply_of(publication, tx).await? else { return Ok(()) };
    if let Some(remote_id) = &reply.published_as {
        store::name_message(&reply, remote_id, tx).await?;
    }
    let unanswered = answers_nobody(reply.state);
    // It was put away in the belief that the answer had left.
    let settled = settled.filter(|(_, at)| *at >= reply.written_at && *at < reply.moved_at);
    if let Some((was, _)) = settled
        && unanswered
        && store::reopen_unanswered(conversation, tx).await?
    {
        let actor = Actor::system(reply.brand);
        let (open, because) = (StateWord::Open.as_str(), Because::ReplyFailed);
        let change = NewChange::of_state(conversation, was.as_str(), open, because);
        change::note(vec![change], &actor, tx).await?;
        copy_to_labels(&[conversation], tx).await?;
        let data = json!({ "because": "reply_failed", "publication": publication });
        let subject = Subject::new("conversation", conversation);
        activity::record(tx, &actor, "conversation.reopened", subject, data).await?;
    }
    wait_again(&[conversation], tx).await?;
    promise::work_out(reply.brand, &[conversation], tx).await
}

/// Whether an answer whose sending stands so has reached nobody, as far as is known, and will not
/// by itself.
pub(crate) fn answers_nobody(state: StateName) -> bool {
    matches!(
        state,
        StateName::Failed | StateName::Cancelled | StateName::Held | StateName::NeedsPerson
    )
}

/// An answer turned out not to have arrived: whoever it was for waits again.
pub(crate) async fn wait_for_want_of_answer(
    conversation: Id<Conversation>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let was = store::lock(conversation, tx).await?;
    if let Some((was, _)) = was
        && store::reopen_unanswered(conversation, tx).await?
    {
        let actor = Actor::system(brand);
        let (open, because) = (StateWord::Open.as_str(), Because::ReplyFailed);
        let change = NewChange::of_state(conversation, was.as_str(), open, because);
        change::note(vec![change], &actor, tx).await?;
        copy_to_labels(&[conversation], tx).await?;
    }
    wait_again(&[conversation], tx).await?;
    promise::work_out(brand, &[conversation], tx).await
}

/// As [`reply_settled`], in a transaction of its own; a read alone when it is about a post.
///
/// # Errors
/// What the database met.
pub async fn reply_settled_now(
    database: &Database,
    publication: Id<Publication>,
) -> Result<(), Error> {
    if store::conversation_of(publication, &mut database.read().await?).await?.is_none() {
        return Ok(());
    }
    let mut tx = database.begin().await?;
    reply_settled(publication, &mut tx).await?;
    tx.commit().await
}

/// Works out anew, from their messages, since when these open conversations wait.
pub(crate) async fn wait_again(
    conversations: &[Id<Conversation>],
    tx: &mut Tx,
) -> Result<(), Error> {
    store::wait_again(conversations, tx).await
}
