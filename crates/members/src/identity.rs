//! One handle of a person on a network.

mod store;

use std::collections::{BTreeMap, HashMap};

use channels::RemoteProfile;
use database::{Error, Tx};
use jiff::{SignedDuration, Timestamp};
use platform::Brand;
use platform::{Actor, NotAllowed, Right};
use primitives::Id;

/// How exact [`Identity::seen_at`] is: someone who says ten things at once is noted once.
const SEEN_WITHIN: SignedDuration = SignedDuration::from_mins(15);

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
    /// When the brand last saw them, to within a quarter of an hour.
    pub seen_at: Timestamp,
    /// How many follow them, as last read; not every network says it.
    pub followers: Option<i64>,
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

    /// Those whose handle, or a word of whose name, begins so, accents and capitals aside; the
    /// last seen first.
    ///
    /// # Errors
    /// [`IdentityError`].
    pub async fn beginning(
        begins: &str,
        most: i64,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Identity>, IdentityError> {
        actor.must(Right::Read)?;
        let begins = primitives::text::fold(begins.trim());
        Ok(store::beginning(actor.brand(), &begins, most, tx).await?)
    }

    /// Whether a profile says something else than what is known; what it leaves out says nothing.
    fn differs(&self, profile: &RemoteProfile) -> bool {
        let said = |new: &str, known: &str| !new.is_empty() && new != known;
        let given = |new: &Option<String>, known: &Option<String>| new.is_some() && new != known;
        said(&profile.handle, &self.handle)
            || said(&profile.name, &self.name)
            || given(&profile.url, &self.profile_url)
            || given(&profile.avatar_url, &self.avatar_url)
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
    let here = store::known(brand, network, &keys, tx).await?;
    let is_stale = |known: &Identity, profile: &RemoteProfile| {
        known.differs(profile) || known.seen_at + SEEN_WITHIN <= tx.now()
    };
    let (mut new, mut stale) = (Vec::new(), Vec::new());
    for (key, profile) in seen {
        match here.get(key) {
            None => new.push(profile),
            Some(known) if is_stale(known, profile) => stale.push((known.id, profile)),
            Some(_) => {}
        }
    }
    let mut known: HashMap<String, Id<Identity>> =
        here.into_iter().map(|(key, known)| (key, known.id)).collect();
    let inserted = store::insert(brand, network, &new, &mut known, tx).await?;
    store::update(&stale, tx).await?;
    if inserted < new.len() as u64 {
        // Someone else saw one of them first, at the same moment: theirs is the row.
        let here = store::known(brand, network, &keys, tx).await?;
        known = here.into_iter().map(|(key, known)| (key, known.id)).collect();
    }
    Ok(known)
}
