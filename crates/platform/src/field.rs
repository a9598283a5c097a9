//! The fields people fill in, checked once and then trusted: a value of these types is valid.
//!
//! Each has a `parse` that says what is wrong as a typed fact; `web` words it.

use std::fmt;

use database::{FromValue, IntoValue, Mismatch, Row, Value};
use jiff::tz::TimeZone;
use primitives::Language;

mod password;

pub use password::{Password, PasswordHash, PasswordProblem, Unhashable};

/// A name of a person, a brand or an organization: trimmed, on one line, 1 to 100 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name(String);

/// Why a name is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameProblem {
    /// Nothing was written.
    #[error("the name is empty")]
    Empty,
    /// It has more than [`Name::LONGEST`] characters.
    #[error("the name is longer than {} characters", Name::LONGEST)]
    TooLong,
}

impl Name {
    /// The longest name, in characters.
    pub const LONGEST: usize = 100;

    /// Reads a name; runs of white space and control characters become one space.
    pub fn parse(text: &str) -> Result<Self, NameProblem> {
        let words = text.split(|c: char| c.is_whitespace() || c.is_control());
        let name = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        match name.chars().count() {
            0 => Err(NameProblem::Empty),
            n if n > Self::LONGEST => Err(NameProblem::TooLong),
            _ => Ok(Self(name)),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An e-mail address as it identifies a teammate: trimmed, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

/// Why an address is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmailProblem {
    /// Nothing was written.
    #[error("the address is empty")]
    Empty,
    /// It does not look like `someone@domain.tld`.
    #[error("this is not an e-mail address")]
    NotAnAddress,
}

impl Email {
    /// Reads an address. Only its shape is checked: whether it exists is for a letter to tell.
    pub fn parse(text: &str) -> Result<Self, EmailProblem> {
        let address = text.trim().to_lowercase();
        if address.is_empty() {
            return Err(EmailProblem::Empty);
        }
        let fits = address.len() <= 254
            && !address.contains(|c: char| {
                c.is_whitespace() || c.is_control() || "<>()[],;:\\\"".contains(c)
            })
            && address.split_once('@').is_some_and(|(local, domain)| {
                let labels = || domain.split('.');
                (1..=64).contains(&local.len())
                    && !local.starts_with('.')
                    && !local.ends_with('.')
                    && labels().count() >= 2
                    && labels().all(is_label)
            });
        if fits { Ok(Self(address)) } else { Err(EmailProblem::NotAnAddress) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(|c| c.is_alphanumeric() || c == '-')
}

/// A brand's colour, as `#rrggbb` in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colour(String);

/// The text is not a colour such as `#c0392b` or `#c39`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a colour such as #c0392b")]
pub struct NotAColour;

impl Colour {
    /// Reads `#rrggbb` or `#rgb`, with or without its `#`.
    pub fn parse(text: &str) -> Result<Self, NotAColour> {
        let text = text.trim();
        let digits = text.strip_prefix('#').unwrap_or(text).to_ascii_lowercase();
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotAColour);
        }
        match digits.len() {
            6 => Ok(Self(format!("#{digits}"))),
            3 => Ok(Self(digits.chars().fold("#".to_owned(), |mut all, c| {
                all.extend([c, c]);
                all
            }))),
            _ => Err(NotAColour),
        }
    }

    /// `#rrggbb`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A time zone of the IANA list, by its name (`Europe/Paris`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

/// The text is not the name of a time zone that this machine knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not the name of a time zone such as Europe/Paris")]
pub struct NotAZone;

impl Zone {
    /// Finds a zone by its name, in any case.
    pub fn parse(name: &str) -> Result<Self, NotAZone> {
        let zone = TimeZone::get(name.trim()).map_err(|_| NotAZone)?;
        zone.iana_name().ok_or(NotAZone)?;
        Ok(Self(zone))
    }

    /// The name: what is stored and shown.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The zone itself, to compute with.
    pub fn time_zone(&self) -> &TimeZone {
        &self.0
    }
}

macro_rules! stored_text {
    ($($type:ident: $expected:literal),+) => {$(
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.stored())
            }
        }
        impl IntoValue for $type {
            fn into_value(self) -> Value {
                self.stored().into_value()
            }
        }
        impl FromValue for $type {
            fn from_value(value: &Value) -> Result<Self, Mismatch> {
                let text = String::from_value(value)?;
                $type::parse(&text)
                    .map_err(|_| Mismatch { expected: $expected.into(), found: "another text".into() })
            }
        }
    )+};
}
stored_text!(Name: "a name", Email: "an e-mail address", Colour: "a colour", Zone: "a time zone");

impl Name {
    fn stored(&self) -> &str {
        &self.0
    }
}
impl Email {
    fn stored(&self) -> &str {
        &self.0
    }
}
impl Colour {
    fn stored(&self) -> &str {
        &self.0
    }
}
impl Zone {
    fn stored(&self) -> &str {
        self.name()
    }
}

/// A stored language; one that a later version wrote and this one does not know is French.
pub(crate) fn language(row: &Row) -> Result<Language, database::Error> {
    Ok(row.get::<String>("language")?.parse().unwrap_or_default())
}
