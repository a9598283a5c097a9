use channels::{Channel, Limits};
use primitives::Id;
use primitives::text::{Count, CountRule, count as count_text};

use super::{Post, Variant};

/// What stands between a variant and its channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Neither words nor pictures.
    Empty,
    /// More than the network takes; by how much, in its own units.
    TooLong {
        /// Units used.
        used: u64,
        /// Units allowed.
        most: u64,
    },
    /// More pictures than the network takes.
    TooManyPictures {
        /// Pictures joined.
        found: usize,
        /// Pictures allowed.
        most: usize,
    },
    /// A picture without a text for those who do not see it: said, not forbidden.
    NoAltText {
        /// The first such picture, counted from 1.
        picture: usize,
    },
    /// An alternative text longer than the network takes.
    AltTextTooLong {
        /// The first such picture, counted from 1.
        picture: usize,
        /// Units allowed.
        most: usize,
    },
}

impl Problem {
    /// Whether the network would refuse: scheduling is refused too.
    pub fn stops(&self) -> bool {
        !matches!(self, Problem::NoAltText { .. })
    }
}

/// A variant measured against its channel.
#[derive(Debug, Clone)]
pub struct VariantCheck {
    /// The channel.
    pub channel: Id<Channel>,
    /// Its text, counted by the network's own rule.
    pub count: Count,
    /// What is wrong or missing.
    pub problems: Vec<Problem>,
}

impl Post {
    /// Measures a variant against what its channel takes.
    pub fn check(&self, variant: &Variant, limits: &Limits) -> VariantCheck {
        let text = self.text_of(variant).trim_end();
        let sent = limits.as_counted(text, self.link.as_deref(), !self.media.is_empty());
        let count = count_text(&sent, &limits.text);
        let mut problems = Vec::new();
        if text.trim().is_empty() && self.media.is_empty() && self.link.is_none() {
            problems.push(Problem::Empty);
        }
        if count.over {
            problems.push(Problem::TooLong { used: count.used, most: count.max });
        }
        let most = limits.images as usize;
        if self.media.len() > most {
            problems.push(Problem::TooManyPictures { found: self.media.len(), most });
        }
        let alts = || self.media.iter().map(|media| media.alt_text.trim());
        if let Some(index) = alts().position(str::is_empty) {
            problems.push(Problem::NoAltText { picture: index + 1 });
        }
        let most = limits.alt_text as usize;
        let alt_rule = CountRule::graphemes(limits.alt_text);
        if let Some(index) = alts().position(|alt| !count_text(alt, &alt_rule).fits()) {
            problems.push(Problem::AltTextTooLong { picture: index + 1, most });
        }
        VariantCheck { channel: variant.channel, count, problems }
    }
}
