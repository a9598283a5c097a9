//! The secret address at which calendar programs read a brand's calendar.

mod store;

use channels::publication::{Publication, StateName};
use database::Tx;
use jiff::Timestamp;
use platform::activity::{self, Subject};
use platform::vault::Vault;
use platform::{Actor, NotAllowed, Right, Secret};
use primitives::Id;
use serde_json::json;

use crate::Post;

/// The most publications that one reading gives.
const MOST: i64 = 5000;

/// The address of a brand's calendar, by its secret.
#[derive(Debug, Clone)]
pub struct CalendarLink {
    /// What opens it: never logged, kept sealed.
    pub token: Secret,
    /// Whether holidays and the like are in it.
    pub with_days: bool,
    /// When it was made.
    pub created_at: Timestamp,
}

/// A publication, as calendar programs read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEntry {
    /// The publication.
    pub publication: Id<Publication>,
    /// Its post.
    pub post: Id<Post>,
    /// The network's name.
    pub network: String,
    /// Where it stands.
    pub state: StateName,
    /// When it is due, or when it was published.
    pub at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Its address at the network.
    pub url: Option<String>,
    /// The beginning of the post's text.
    pub text: String,
}

/// Why the address could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// It was sealed with another key: it has to be made anew.
    #[error(transparent)]
    Sealed(#[from] platform::vault::OpenError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

fn context(actor: &Actor) -> Vec<u8> {
    [b"calendar link ".as_slice(), actor.brand().bytes()].concat()
}

impl CalendarLink {
    /// The brand's, if there is one.
    pub async fn of(
        vault: &Vault,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<CalendarLink>, LinkError> {
        actor.must(Right::Publish)?;
        let Some(kept) = store::load(actor.brand(), tx).await? else { return Ok(None) };
        let plain = vault.open(&context(actor), &kept.sealed)?;
        let token = Secret::received(String::from_utf8_lossy(&plain));
        let (with_days, created_at) = (kept.with_days, kept.created_at);
        Ok(Some(CalendarLink { token, with_days, created_at }))
    }

    /// Makes a new one; the one before opens nothing any more.
    pub async fn renew(
        with_days: bool,
        vault: &Vault,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<CalendarLink, LinkError> {
        actor.must(Right::Publish)?;
        let token = Secret::new("", tx.ambient());
        let sealed = vault.seal(tx.ambient(), &context(actor), token.reveal().as_bytes());
        let link = CalendarLink { token, with_days, created_at: tx.now() };
        store::put(actor, &link, sealed, tx).await?;
        let subject = Subject::new("brand", actor.brand());
        activity::record(tx, actor, "calendar.link_made", subject, json!({})).await?;
        Ok(link)
    }

    /// Takes it away.
    pub async fn revoke(actor: &Actor, tx: &mut Tx) -> Result<(), LinkError> {
        actor.must(Right::Publish)?;
        store::remove(actor.brand(), tx).await?;
        let subject = Subject::new("brand", actor.brand());
        activity::record(tx, actor, "calendar.link_revoked", subject, json!({})).await?;
        Ok(())
    }

    /// Puts holidays and the like in it, or leaves them out; the address stays.
    pub async fn show_days(with_days: bool, actor: &Actor, tx: &mut Tx) -> Result<(), LinkError> {
        actor.must(Right::Publish)?;
        Ok(store::show_days(actor.brand(), with_days, tx).await?)
    }

    /// Who holds the token may read as this actor; and whether days are asked for.
    pub async fn opened_by(
        token: &Secret,
        tx: &mut Tx,
    ) -> Result<Option<(Actor, bool)>, database::Error> {
        let found = store::by_hash(&token.hash(), tx).await?;
        Ok(found.map(|(brand, with_days)| (Actor::system(brand), with_days)))
    }

    /// The publications of posts in `[from, to)` that are to leave, or have left, by time.
    pub async fn entries(
        from: Timestamp,
        to: Timestamp,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<FeedEntry>, LinkError> {
        actor.must(Right::Read)?;
        Ok(store::entries(actor.brand(), from, to, MOST, tx).await?)
    }
}
