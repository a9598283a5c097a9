//! One handle of a person on a network.

mod store;

use std::collections::{BTreeMap, HashMap};

use channels::RemoteProfile;
use database::{Error, Tx};
use jiff::Timestamp;
use platform::{Actor, NotAllowed, Right};
use platform::Brand;
use primitives::Id;

/// One handle of a person on a network, as last seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Which one.
    pub id: Id<Identity>,
    /// The brand that saw them.
    pub brand: Id<Brand>,
    /// The network's key.
    pub network: String,
    /// Their lasting id there.
    pub remote_id: String,
    /// Their handle, without a leading at sign.
    pub handle: String,
    /// Their display name, or the handle.
    pub name: String,
    /// Their profile's page.
    pub profile_url: Option<String>,
    /// Their picture.
    pub avatar_url: Option<String>,
    /// When the brand first saw them.
    pub first_seen_at: Timestamp,
    /// When the brand last saw them.
    pub seen_at: Timestamp,
}

/// Why an identity could not be read.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// There is no such identity in the actor's brand.
    #[error("there is no such identity in this brand")]
    NotFound,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Identity {
    /// The identity, if the actor's brand has seen it.
    ///
    /// # Errors
    /// [`IdentityError`].
    pub async fn load(
        id: Id<Identity>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Identity, IdentityError> {
        actor.must(Right::Read)?;
        store::load(actor.brand(), id, tx).await?.ok_or(IdentityError::NotFound)
    }
}

/// Notes that someone was seen at a network, and what they are called there now. A value that
/// is known is never blanked by one that is missing.
///
/// # Errors
/// What the database met.
pub async fn observe(
    brand: Id<Brand>,
    network: &str,
    profile: &RemoteProfile,
    tx: &mut Tx,
) -> Result<Id<Identity>, Error> {
    let found = observe_all(brand, network, [profile], tx).await?;
    found.get(&profile.remote_id).copied().ok_or(Error::NoRow)
}

/// As [`observe`], for many at once; of one person given twice, the last is what counts.
///
/// # Errors
/// What the database met.
pub async fn observe_all<'p>(
    brand: Id<Brand>,
    network: &str,
    profiles: impl IntoIterator<Item = &'p RemoteProfile>,
    tx: &mut Tx,
) -> Result<HashMap<String, Id<Identity>>, Error> {
    // Sorted by key: two transactions that see the same people never wait for each other crosswise.
    let seen: BTreeMap<&str, &RemoteProfile> =
        profiles.into_iter().map(|profile| (profile.remote_id.as_str(), profile)).collect();
    let keys: Vec<&str> = seen.keys().copied().collect();
    let mut known = store::known(brand, network, &keys, tx).await?;
    let (old, new): (Vec<_>, Vec<_>) =
        seen.values().copied().partition(|profile| known.contains_key(&profile.remote_id));
    let inserted = store::insert(brand, network, &new, &mut known, tx).await?;
    store::update(&old, &known, tx).await?;
    if inserted < new.len() as u64 {
        // Someone else saw one of them first, at the same moment: theirs is the row.
        known = store::known(brand, network, &keys, tx).await?;
    }
    Ok(known)
}
