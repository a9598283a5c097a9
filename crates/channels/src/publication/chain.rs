//! What appears together on one channel: a post, its thread, its first comment. Each part is a
//! publication that answers the one before it.

use database::{Tx, text_enum};
use jobs::Enqueue;
use platform::Actor;
use primitives::Id;

use super::plan::ChangeError;
use super::{Deliver, Publication, PublicationState, Purpose, StateName, store};
use crate::channel::Channel;
use crate::connector::Publish;
use crate::outcome::Remote;
use crate::prepared::ReplyTarget;

text_enum! {
    /// What a publication is among those that appear together.
    pub enum PartKind {
        /// The post itself.
        Main => "main",
        /// A post that follows another of the same thread.
        Thread => "thread",
        /// Our own comment under what was published.
        FirstComment => "first_comment",
    }
}

/// Where a publication stands among those that appear together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its number: 0 is the post itself.
    pub part: i64,
    /// What it is.
    pub kind: PartKind,
    /// The publication it answers, and waits for.
    pub after: Option<Id<Publication>>,
}

impl Default for Place {
    /// Alone.
    fn default() -> Self {
        Self { part: 0, kind: PartKind::Main, after: None }
    }
}

/// What the one before says of a part that is due.
pub(super) enum Turn {
    /// It may be prepared, as an answer to this.
    Come(Option<ReplyTarget>),
    /// The one before is not there yet.
    Wait,
    /// The one before was given up.
    GivenUp,
    /// The one before is there, and can't be answered.
    Unanswerable,
}

/// Whether it is a part's turn.
pub(super) async fn turn(
    publication: &Publication,
    channel: &Channel,
    publisher: Option<&dyn Publish>,
    tx: &mut Tx,
) -> Result<Turn, database::Error> {
    let Some(before) = publication.place.after else {
        return Ok(Turn::Come(publication.content.reply_to.clone()));
    };
    let before = store::load(before, tx).await?;
    Ok(match before.map(|before| before.state) {
        Some(PublicationState::Published { remote, .. }) => {
            match id_of(&remote, channel, publisher) {
                Some(id) => Turn::Come(Some(answer_to(id))),
                None => Turn::Unanswerable,
            }
        }
        Some(PublicationState::Cancelled) | None => Turn::GivenUp,
        Some(_) => Turn::Wait,
    })
}

/// The lasting id of a piece; of one that a person confirmed, from its link.
fn id_of(remote: &Remote, channel: &Channel, publisher: Option<&dyn Publish>) -> Option<String> {
    if !remote.id.is_empty() {
        return Some(remote.id.clone());
    }
    publisher?.locate(remote.url.as_deref()?, &channel.server, &channel.remote_account_id)
}

/// An answer to a piece of our own: nobody is named in it.
fn answer_to(remote_id: String) -> ReplyTarget {
    let (handle, data) = (String::new(), serde_json::Value::Null);
    ReplyTarget { remote_id, root: None, handle, data }
}

/// Queues what waited for a publication that has just appeared, in the same transaction.
pub(super) async fn wake(publication: &Publication, tx: &mut Tx) -> Result<(), database::Error> {
    for next in store::after(publication.id, tx).await? {
        let at = next.due_at.max(tx.now());
        let how = Enqueue::at(at).brand(next.brand).once(format!("deliver:{}", next.id));
        jobs::enqueue(tx, &Deliver { publication: next.id }, how).await?;
    }
    Ok(())
}

impl Publication {
    /// The parts that follow this one on its channel and were not given up, in order.
    pub async fn followers(&self, tx: &mut Tx) -> Result<Vec<Publication>, database::Error> {
        let Purpose::Post { variant, .. } = self.purpose else { return Ok(Vec::new()) };
        let parts = store::of_variant(self.brand, variant, tx).await?;
        let later = parts.into_iter().filter(|part| {
            part.place.part > self.place.part && part.state.name() != StateName::Cancelled
        });
        Ok(later.collect())
    }

    /// Every part of what appears together with this one and was not given up, in order.
    pub async fn chain(&self, tx: &mut Tx) -> Result<Vec<Publication>, database::Error> {
        let Purpose::Post { variant, .. } = self.purpose else { return Ok(Vec::new()) };
        let parts = store::of_variant(self.brand, variant, tx).await?;
        let kept = parts
            .into_iter()
            .filter(|part| part.id == self.id || part.state.name() != StateName::Cancelled);
        Ok(kept.collect())
    }

    /// Whether it waits for the part before it rather than for its time.
    pub async fn waits_for_another(&self, tx: &mut Tx) -> Result<bool, database::Error> {
        let Some(before) = self.place.after else { return Ok(false) };
        let before = store::load(before, tx).await?;
        Ok(before.is_none_or(|before| before.state.name() != StateName::Published))
    }

    /// Gives up what follows one that was given up: it would answer nothing.
    pub(super) async fn cancel_followers(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ChangeError> {
        for mut follower in self.followers(tx).await? {
            let left =
                !(follower.state.may_change() || follower.state.name() == StateName::Prepared);
            if !left {
                follower.give_up(actor, tx).await?;
            }
        }
        Ok(())
    }
}
