//! How ids, instants and fixed words are written.

use jiff::Timestamp;
use primitives::Id;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{FieldProblem, Problem};
use crate::words::args;

/// An id: a time-ordered UUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[schema(value_type = String, format = "uuid", example = "019ab0de-3c00-7c3e-9d6f-2a1b4c5d6e7f")]
pub struct Ident(Uuid);

impl Ident {
    /// The id as a room knows it.
    pub fn of<T>(self) -> Id<T> {
        Id::from_uuid(self.0)
    }
}

impl<T> From<Id<T>> for Ident {
    fn from(id: Id<T>) -> Self {
        Self(id.uuid())
    }
}

impl<'de> Deserialize<'de> for Ident {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Uuid::try_parse(&text).map(Self).map_err(|_| D::Error::custom("not an id"))
    }
}

/// An instant, in UTC (RFC 3339).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[schema(value_type = String, format = "date-time", example = "2026-11-23T08:00:00Z")]
pub struct Moment(Timestamp);

impl Moment {
    /// The instant as a room knows it.
    pub fn at(self) -> Timestamp {
        self.0
    }
}

impl From<Timestamp> for Moment {
    fn from(at: Timestamp) -> Self {
        Self(at)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Self).map_err(|_| D::Error::custom("not an instant"))
    }
}

/// An instant that must be given.
///
/// # Errors
/// A problem of that field.
pub fn instant(field: &str, given: Option<Moment>) -> Result<Timestamp, Problem> {
    given.map(Moment::at).ok_or_else(|| Problem::field(field, "missing"))
}

/// One of the words of a room's enum.
///
/// # Errors
/// A problem of that field.
pub fn known<T: std::str::FromStr>(field: &str, text: &str) -> Result<T, Problem> {
    text.trim().parse().map_err(|_| {
        let word: String = text.chars().take(60).collect();
        Problem::fields(vec![FieldProblem::given(field, "unknown_word", args![word => word])])
    })
}

/// Makes the type that writes and reads the words of a room's enum, and lists them in the
/// document.
macro_rules! word {
    ($($(#[$doc:meta])* $name:ident($of:ty);)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name(pub $of);

        impl From<$of> for $name {
            fn from(word: $of) -> Self {
                Self(word)
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0.as_str())
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                let unknown = |_| serde::de::Error::custom(format!("unknown variant `{text}`"));
                text.parse().map(Self).map_err(unknown)
            }
        }
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                let words = <$of>::ALL.iter().map(|word| word.as_str());
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .enum_values(Some(words))
                    .into()
            }
        }
        impl utoipa::ToSchema for $name {}
    )+};
}
pub(in crate::areas::api) use word;
