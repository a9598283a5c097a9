//! Every word that a person reads, in their language: screens, mails, errors, command line.
//!
//! Words live in `locales/{fr,en}/AREA.ftl` (Fluent). A [`Words`] speaks one language, in one
//! time zone, at one instant: it words keys, numbers, dates, durations and money.
//!
//! To add words: the same key, with the same variables, in both languages' files. A test fails
//! for a key that is missing in one, for one that a source asks for and nobody has, and for
//! French typography. At run time a missing key shows itself in brackets.
//!
//! ```
//! use primitives::Language;
//! use web::words::{Words, args};
//! let words = Words::new(Language::Fr);
//! assert_eq!(words.t("state-published"), "Publiée");
//! assert_eq!(words.number(12480), "12\u{202f}480");
//! assert_eq!(words.tn("shell-waiting", args![count => 4]), "4 sans réponse");
//! ```

mod catalogue;
mod moments;
mod numbers;
mod problems;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use primitives::Language;

#[doc(hidden)]
pub use catalogue::{Given, SOURCES};
pub use problems::Worded;

/// A voice: a language, a time zone, and the instant that « tomorrow » is counted from.
#[derive(Debug, Clone)]
pub struct Words {
    language: Language,
    zone: TimeZone,
    now: Option<Timestamp>,
}

impl Words {
    /// A voice that knows no place and no present: UTC, and dates with their year.
    pub fn new(language: Language) -> Self {
        Self { language, zone: TimeZone::UTC, now: None }
    }

    /// The same voice, telling times in that zone.
    #[must_use]
    pub fn in_zone(mut self, zone: &TimeZone) -> Self {
        self.zone = zone.clone();
        self
    }

    /// The same voice, at that instant: the year goes without saying, and « in 2 hours » is known.
    #[must_use]
    pub fn at(mut self, now: Timestamp) -> Self {
        self.now = Some(now);
        self
    }

    /// The language spoken.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The time zone told in.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The instant spoken at, if it is known.
    pub fn now(&self) -> Option<Timestamp> {
        self.now
    }

    /// The words of a key.
    pub fn t(&self, key: &str) -> String {
        catalogue::format(self.language, key, &[])
    }

    /// The words of a key, with what they speak of: `words.tn(KEY, args![count => 3])`.
    pub fn tn(&self, key: &str, given: &[(&'static str, Given)]) -> String {
        catalogue::format(self.language, key, given)
    }

    /// Whether there are words for that key: for keys made at run time (an activity's verb).
    pub fn has(&self, key: &str) -> bool {
        catalogue::has(self.language, key)
    }

    /// The words of a key, or of `otherwise` where it has none.
    pub fn t_or(&self, key: &str, otherwise: &str) -> String {
        self.t(if self.has(key) { key } else { otherwise })
    }
}

#[doc(hidden)]
#[macro_export]
macro_rules! words_args {
    ($($name:ident => $value:expr),* $(,)?) => {
        &[$((stringify!($name), $crate::words::Given::from($value))),*]
    };
}
/// What the words of a key speak of: `args![name => "Louise", count => 3]`.
#[doc(inline)]
pub use crate::words_args as args;
