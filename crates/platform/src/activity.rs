//! What a teammate, a program or Parvis itself did: the one append-only stream that the audit
//! log, notifications and webhooks read. Each verb records its own act in its transaction.

use std::borrow::Cow;

use database::{Error, Tx};
use jiff::Timestamp;
use primitives::Id;
use serde_json::Value as Json;

use crate::{Actor, NotAllowed, Right, Teammate, Who};

mod store;

/// One dated act.
#[derive(Debug, Clone)]
pub struct Activity {
    /// Its place in the stream: ids sort by time.
    pub id: Id<Activity>,
    /// When.
    pub at: Timestamp,
    /// Who, with the name as it is today.
    pub by: By,
    /// What, as `noun.done`: `brand.paused`, `post.scheduled`.
    pub verb: String,
    /// To what.
    pub subject: Subject,
    /// What else is known: before and after, a reason. Never a secret.
    pub data: Json,
}

/// The one behind an act, as a screen names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// A teammate; no name when the account is gone.
    Teammate {
        /// Who.
        id: Id<Teammate>,
        /// Their name.
        name: Option<String>,
    },
    /// A program, with the token of that name, which that teammate made.
    Token {
        /// The token's name; none when it is gone.
        token: Option<String>,
        /// The name of the teammate who made it.
        teammate: Option<String>,
    },
    /// Parvis itself.
    System,
}

/// What an act or a notification is about: a kind of noun and its id, in any room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The noun: `post`, `brand`, `publication`.
    pub kind: Cow<'static, str>,
    /// Which one, if it has an id.
    pub id: Option<Id<Subject>>,
}

impl Subject {
    /// That `kind` of noun, of that id.
    pub fn new<T>(kind: &'static str, id: Id<T>) -> Self {
        Self { kind: Cow::Borrowed(kind), id: Some(id.cast()) }
    }

    /// A kind of which there is one only.
    pub fn only(kind: &'static str) -> Self {
        Self { kind: Cow::Borrowed(kind), id: None }
    }
}

/// Why the stream is not shown.
#[derive(Debug, thiserror::Error)]
pub enum ActivityError {
    /// The role may not read it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// A page of the stream, newest first.
#[derive(Debug, Clone)]
pub struct Page {
    /// The acts.
    pub activities: Vec<Activity>,
    /// Where the next, older page begins: give it as `before`. None at the end.
    pub next: Option<Id<Activity>>,
}

/// Records what `actor` did in their brand, in the verb's own transaction.
pub async fn record(
    tx: &mut Tx,
    actor: &Actor,
    verb: &'static str,
    subject: Subject,
    data: Json,
) -> Result<(), Error> {
    let (kind, id) = match actor.who() {
        Who::Teammate(id) => ("teammate", Some(id.cast())),
        Who::Token(id, _) => ("token", Some(id.cast())),
        Who::System => ("system", None),
    };
    store::insert(tx, Some(actor.brand()), kind, id, verb, &subject, &data).await
}

/// Records what a teammate did that is of no brand: signing in, changing a password.
pub async fn record_of_teammate(
    tx: &mut Tx,
    teammate: Id<Teammate>,
    verb: &'static str,
    subject: Subject,
    data: Json,
) -> Result<(), Error> {
    store::insert(tx, None, "teammate", Some(teammate.cast()), verb, &subject, &data).await
}

/// A page of the brand's stream, of at most `limit` acts (100 at most), older than `before`: the
/// audit log. Needs [`Right::ManageBrand`].
pub async fn page(
    actor: &Actor,
    before: Option<Id<Activity>>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Page, ActivityError> {
    actor.must(Right::ManageBrand)?;
    let limit = limit.clamp(1, 100);
    let mut activities = store::of_brand(actor.brand(), before, limit + 1, tx).await?;
    let more = activities.len() > limit;
    activities.truncate(limit);
    let next = activities.last().filter(|_| more).map(|last| last.id);
    Ok(Page { activities, next })
}

/// The latest 200 acts about one subject of the brand, newest first: its history.
pub async fn about(
    actor: &Actor,
    subject: &Subject,
    tx: &mut Tx,
) -> Result<Vec<Activity>, ActivityError> {
    actor.must(Right::Read)?;
    Ok(store::about(actor.brand(), subject, tx).await?)
}

/// The latest 100 acts of a teammate on their own account, newest first.
pub async fn of_account(teammate: Id<Teammate>, tx: &mut Tx) -> Result<Vec<Activity>, Error> {
    store::of_account(teammate, tx).await
}
