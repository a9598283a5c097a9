//! Sanctions: what an author may not do for a while.

use channels::Channel;
use database::{Error, Tx};
use jiff::{SignedDuration, Timestamp};
use jobs::Enqueue;
use members::Identity;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::enforce::SanctionAtNetwork;
use super::log::{self, NewEntry};
use super::ruling::Ruling;
use super::store;

/// The longest a sanction with an end may last, in days.
const MOST_DAYS: i64 = 3_650;

database::text_enum! {
    /// What an author may not do.
    pub enum SanctionKind {
        /// Nothing is taken away: it is written down, and told.
        Warn => "warn",
        /// What they write goes to the queue, and waits for nobody.
        Mute => "mute",
        /// They are blocked at the network, or else what they write is hidden as it comes.
        Ban => "ban",
    }
}

database::text_enum! {
    /// Where a ban stands at the network.
    pub enum AtNetwork {
        /// Nothing is asked of it.
        None => "none",
        /// It is being asked.
        Asked => "asked",
        /// It blocks them.
        Blocked => "blocked",
        /// It is being asked to let them back.
        Ending => "ending",
        /// It lets them back.
        Ended => "ended",
        /// It offers no such thing.
        Cannot => "cannot",
        /// It refused.
        Failed => "failed",
    }
}

/// A sanction to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewSanction {
    /// What.
    pub kind: SanctionKind,
    /// For how many days; without end when nothing is said.
    pub days: Option<i64>,
}

/// What an author may not do, since when and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sanction {
    /// Which one.
    pub id: Id<Sanction>,
    /// Whose.
    pub identity: Id<Identity>,
    /// Their name.
    pub name: String,
    /// Their handle.
    pub handle: String,
    /// On which channel it was taken.
    pub channel: Id<Channel>,
    /// What.
    pub kind: SanctionKind,
    /// Since when.
    pub since: Timestamp,
    /// Until when; none without end.
    pub until: Option<Timestamp>,
    /// Why.
    pub reason: String,
    /// The decision it came with.
    pub ruling: Option<Id<Ruling>>,
    /// Who took it.
    pub by: Option<Id<Teammate>>,
    /// Their name.
    pub by_name: Option<String>,
    /// When it was lifted.
    pub lifted_at: Option<Timestamp>,
    /// Where it stands at the network.
    pub network: AtNetwork,
    /// The network's own words, when it refused.
    pub detail: Option<String>,
}

/// Why a sanction was not taken or lifted.
#[derive(Debug, thiserror::Error)]
pub enum SanctionError {
    /// There is no such one that still holds.
    #[error("there is no such sanction that still holds")]
    NotFound,
    /// It would end before it begins, or last longer than sanctions may.
    #[error("its end is not to come, or too far")]
    NoEndToCome,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Sanction {
    /// Whether it holds at that instant.
    pub fn holds_at(&self, now: Timestamp) -> bool {
        self.lifted_at.is_none() && self.until.is_none_or(|until| until > now)
    }

    pub(super) fn foreseen(
        new: &NewSanction,
        identity: Id<Identity>,
        channel: Id<Channel>,
        tx: &Tx,
    ) -> Sanction {
        let until = new.days.and_then(|days| {
            tx.now().checked_add(SignedDuration::from_hours(24 * days.clamp(0, MOST_DAYS))).ok()
        });
        let ban = new.kind == SanctionKind::Ban;
        Sanction {
            id: tx.new_id(),
            identity,
            name: String::new(),
            handle: String::new(),
            channel,
            kind: new.kind,
            since: tx.now(),
            until,
            reason: String::new(),
            ruling: None,
            by: None,
            by_name: None,
            lifted_at: None,
            network: if ban { AtNetwork::Asked } else { AtNetwork::None },
            detail: None,
        }
    }

    /// Takes a sanction, with the decision it belongs to.
    pub(super) async fn impose(
        new: &NewSanction,
        identity: Id<Identity>,
        channel: Id<Channel>,
        why: (Id<Ruling>, &str),
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Sanction, SanctionError> {
        actor.must(Right::Converse)?;
        if new.days.is_some_and(|days| !(1..=MOST_DAYS).contains(&days)) {
            return Err(SanctionError::NoEndToCome);
        }
        let mut sanction = Sanction::foreseen(new, identity, channel, tx);
        (sanction.ruling, sanction.reason) = (Some(why.0), why.1.to_owned());
        sanction.by = actor.teammate_id();
        store::sanctions::insert(actor.brand(), &sanction, tx).await?;
        let job = SanctionAtNetwork { sanction: sanction.id, brand: actor.brand() };
        if new.kind == SanctionKind::Ban {
            jobs::enqueue(tx, &job, Enqueue::now().brand(actor.brand())).await?;
        }
        if let Some(until) = sanction.until {
            jobs::enqueue(tx, &job, Enqueue::at(until).brand(actor.brand())).await?;
        }
        let what = match new.kind {
            SanctionKind::Warn => "sanction.warn",
            SanctionKind::Mute => "sanction.mute",
            SanctionKind::Ban => "sanction.ban",
        };
        sanction.note(what, why.1, actor, tx).await?;
        let subject = Subject::new("sanction", sanction.id);
        let data = json!({ "kind": new.kind.as_str(), "identity": identity });
        activity::record(tx, actor, "moderation.sanctioned", subject, data).await?;
        Ok(sanction)
    }

    /// Lifts it before its end. Needs [`Right::Converse`].
    ///
    /// # Errors
    /// [`SanctionError`].
    pub async fn lift(
        id: Id<Sanction>,
        because: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Sanction, SanctionError> {
        actor.must(Right::Converse)?;
        if !store::sanctions::lift(actor.brand(), id, actor.teammate_id(), tx).await? {
            return Err(SanctionError::NotFound);
        }
        let sanction = store::sanctions::load(actor.brand(), id, tx).await?;
        let sanction = sanction.ok_or(SanctionError::NotFound)?;
        if sanction.kind == SanctionKind::Ban {
            let job = SanctionAtNetwork { sanction: id, brand: actor.brand() };
            jobs::enqueue(tx, &job, Enqueue::now().brand(actor.brand())).await?;
        }
        sanction.note("sanction.lifted", because, actor, tx).await?;
        let subject = Subject::new("sanction", id);
        let data = json!({ "kind": sanction.kind.as_str(), "identity": sanction.identity });
        activity::record(tx, actor, "moderation.lifted", subject, data).await?;
        Ok(sanction)
    }

    /// The brand's sanctions, the latest first, those that hold above; of one author when one is
    /// named.
    ///
    /// # Errors
    /// [`SanctionError`].
    pub async fn list(
        of: Option<Id<Identity>>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Sanction>, SanctionError> {
        actor.must(Right::Read)?;
        let now = tx.now();
        let mut all = store::sanctions::list(actor.brand(), of, 300, tx).await?;
        all.sort_by_key(|sanction| !sanction.holds_at(now));
        Ok(all)
    }

    /// One of them.
    ///
    /// # Errors
    /// [`SanctionError`].
    pub async fn load(
        id: Id<Sanction>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Sanction, SanctionError> {
        actor.must(Right::Read)?;
        let found = store::sanctions::load(actor.brand(), id, tx).await?;
        found.ok_or(SanctionError::NotFound)
    }

    pub(super) async fn note(
        &self,
        what: &'static str,
        reason: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), Error> {
        let until = self.until.map(|until| until.to_string()).unwrap_or_default();
        let entry = NewEntry {
            identity: Some(self.identity),
            ruling: self.ruling,
            about: self.kind.to_string(),
            reason: reason.to_owned(),
            after: until,
            ..NewEntry::of(what)
        };
        log::write(entry, actor, tx).await
    }
}
