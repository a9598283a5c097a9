//! Links that open one thing of a brand to one person who has no need of an account: sent by
//! letter or handed over. Only the hash of the token is kept; a link has a purpose, a subject, a
//! person, an end, and can be revoked at any moment.
//!
//! A link is never used up by being looked at, since programs that guard letter boxes open what
//! they find there: pages that `GET` show, and only a `POST` acts.

use database::{Error, Tx};
use jiff::{SignedDuration, Timestamp};
use primitives::Id;

use crate::{Actor, Brand, Secret, Subject, Teammate};

mod store;

/// A link that was made.
#[derive(Debug, Clone)]
pub struct Link {
    /// Which one.
    pub id: Id<Link>,
    /// Of which brand.
    pub brand: Id<Brand>,
    /// What it opens, by a word of the room that made it: `approval`, `portal`.
    pub purpose: String,
    /// What it is about.
    pub subject: Subject,
    /// Who holds it.
    pub person: Person,
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it opens; `None` until it is revoked.
    pub expires_at: Option<Timestamp>,
    /// Since when it opens nothing.
    pub revoked_at: Option<Timestamp>,
    /// When it was last looked at.
    pub last_seen_at: Option<Timestamp>,
    /// When something was first done through it.
    pub used_at: Option<Timestamp>,
}

/// Who holds a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// Their address; empty when the link is handed over otherwise.
    pub email: String,
    /// Their account, when they work here.
    pub teammate: Option<Id<Teammate>>,
}

/// What a link is made for.
#[derive(Debug, Clone)]
pub struct NewLink {
    /// A word of the room that makes it.
    pub purpose: &'static str,
    /// What it is about.
    pub subject: Subject,
    /// For whom.
    pub person: Person,
    /// How long it opens; `None` until it is revoked.
    pub life: Option<SignedDuration>,
}

impl Link {
    /// Makes a link of the actor's brand; the secret goes to its holder, once. Whether the actor
    /// may is for the verb that calls.
    pub async fn make(new: NewLink, actor: &Actor, tx: &mut Tx) -> Result<(Self, Secret), Error> {
        let now = tx.now();
        let secret = Secret::new("", tx.ambient());
        let link = Self {
            id: tx.new_id(),
            brand: actor.brand(),
            purpose: new.purpose.to_owned(),
            subject: new.subject,
            person: new.person,
            created_at: now,
            expires_at: new.life.and_then(|life| now.saturating_add(life).ok()),
            revoked_at: None,
            last_seen_at: None,
            used_at: None,
        };
        store::insert(&link, &secret, actor.teammate_id(), tx).await?;
        Ok((link, secret))
    }

    /// The link of that secret, if it was made for that purpose and still opens.
    pub async fn open(
        purpose: &'static str,
        secret: &Secret,
        tx: &mut Tx,
    ) -> Result<Option<Self>, Error> {
        let now = tx.now();
        let found = store::by_secret(purpose, secret, tx).await?;
        Ok(found.filter(|link| link.opens_at(now)))
    }

    /// The link of that secret, if it was ever made for that purpose: whether it still opens is
    /// for the caller to ask, who may have a word for those who come too late.
    pub async fn find(
        purpose: &'static str,
        secret: &Secret,
        tx: &mut Tx,
    ) -> Result<Option<Self>, Error> {
        store::by_secret(purpose, secret, tx).await
    }

    /// Whether it opens at that instant.
    pub fn opens_at(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| end > now)
    }

    /// Whether it is worth noting that it is being looked at: at most once a minute.
    pub fn is_to_be_noted(&self, now: Timestamp) -> bool {
        let minute = SignedDuration::from_mins(1);
        self.last_seen_at.is_none_or(|seen| now.duration_since(seen) > minute)
    }

    /// Notes that it was looked at.
    pub async fn note_seen(&self, tx: &mut Tx) -> Result<(), Error> {
        store::seen(self.id, tx).await
    }

    /// Notes that something was done through it; true the first time. A purpose that is good
    /// once refuses when this is false.
    pub async fn use_up(&self, tx: &mut Tx) -> Result<bool, Error> {
        store::used(self.id, tx).await
    }

    /// The links of the actor's brand about a subject, the newest first.
    pub async fn about(
        purpose: &'static str,
        subject: &Subject,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Self>, Error> {
        store::about(actor.brand(), purpose, subject, tx).await
    }

    /// Ends every link of the actor's brand about a subject; the number ended. Whether the actor
    /// may is for the verb that calls.
    pub async fn revoke_about(
        purpose: &'static str,
        subject: &Subject,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<u64, Error> {
        store::revoke_about(actor.brand(), purpose, subject, tx).await
    }
}
