use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// The identity of a `T`: a time-ordered UUID (version 7), so that ids sort by creation.
///
/// The type parameter keeps a post's id from being taken for a channel's.
pub struct Id<T> {
    uuid: Uuid,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id that has this UUID.
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self { uuid, of: PhantomData }
    }

    /// The UUID itself.
    pub const fn uuid(self) -> Uuid {
        self.uuid
    }

    /// The sixteen bytes that databases store.
    pub const fn bytes(&self) -> &[u8; 16] {
        self.uuid.as_bytes()
    }

    /// The id read from sixteen stored bytes.
    pub fn from_slice(bytes: &[u8]) -> Result<Self, InvalidId> {
        Uuid::from_slice(bytes).map(Self::from_uuid).map_err(|_| InvalidId)
    }

    /// The same identity seen as another noun (a reply's publication, a member's identity).
    pub const fn cast<U>(self) -> Id<U> {
        Id::from_uuid(self.uuid)
    }
}

/// A text that is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id")]
pub struct InvalidId;

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.uuid.cmp(&other.uuid)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.hyphenated().fmt(f)
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl<T> FromStr for Id<T> {
    type Err = InvalidId;
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        Uuid::try_parse(text).map(Self::from_uuid).map_err(|_| InvalidId)
    }
}
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Post;

    #[test]
    fn an_id_is_read_back_from_its_text_and_its_bytes() {
        let ambient = crate::Ambient::fixed("2026-11-22T09:00:00Z", 1);
        let id: Id<Post> = ambient.new_id();
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(Id::from_slice(id.bytes()), Ok(id));
        assert_eq!("not-an-id".parse::<Id<Post>>(), Err(InvalidId));
    }

    #[test]
    fn ids_made_later_sort_later() {
        let ambient = crate::Ambient::fixed("2026-11-22T09:00:00Z", 1);
        let first: Id<Post> = ambient.new_id();
        ambient.advance(jiff::SignedDuration::from_millis(1));
        assert!(first < ambient.new_id());
    }
}
