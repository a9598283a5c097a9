//! Counting a text by a network's rule.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::emoji::is_emoji;
use super::entities::{Entity, EntityKind, entities};

/// What one unit of a limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// What a reader sees as one character: a family emoji, a flag or an accented letter is 1.
    Graphemes,
    /// Unicode scalar values.
    Characters,
    /// The weights published as twitter-text v3: after NFC, U+0000–10FF and common punctuation
    /// weigh 1, everything else 2, and an emoji sequence 2 whatever its length.
    Weighted,
    /// UTF-8 bytes.
    Utf8Bytes,
    /// UTF-16 code units.
    Utf16,
    /// Unicode scalar values, but an emoji sequence counts its UTF-8 bytes.
    EmojiAsBytes,
}

/// How a link is counted when a network gives every link the same length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct UrlCount {
    /// What one link counts, in the rule's units.
    pub units: u32,
    /// Whether a link written without `https://` has that length too.
    pub bare: bool,
}

/// A text limit as data; each network's connector holds its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CountRule {
    /// What is counted.
    pub unit: Unit,
    /// The most accepted, in `unit`.
    pub max: u32,
    /// A second limit in UTF-8 bytes, checked on the text as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_bytes: Option<u32>,
    /// The fixed length of links, if they have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urls: Option<UrlCount>,
    /// Whether `@name@server` counts as `@name`.
    #[serde(default)]
    pub mentions_without_server: bool,
}

impl CountRule {
    /// At most `max` of `unit`, links and mentions counted as written.
    #[must_use]
    pub const fn new(unit: Unit, max: u32) -> Self {
        Self { unit, max, max_bytes: None, urls: None, mentions_without_server: false }
    }

    /// At most `max` graphemes.
    #[must_use]
    pub const fn graphemes(max: u32) -> Self {
        Self::new(Unit::Graphemes, max)
    }

    /// At most `max` Unicode scalar values.
    #[must_use]
    pub const fn characters(max: u32) -> Self {
        Self::new(Unit::Characters, max)
    }

    /// At most `max` in the weights of [`Unit::Weighted`], every link counting 23.
    #[must_use]
    pub const fn weighted(max: u32) -> Self {
        Self::new(Unit::Weighted, max).with_urls(23, true)
    }

    /// At most `max` UTF-8 bytes.
    #[must_use]
    pub const fn utf8_bytes(max: u32) -> Self {
        Self::new(Unit::Utf8Bytes, max)
    }

    /// At most `max` UTF-16 code units.
    #[must_use]
    pub const fn utf16(max: u32) -> Self {
        Self::new(Unit::Utf16, max)
    }

    /// At most `max` characters, an emoji counting its UTF-8 bytes.
    #[must_use]
    pub const fn emoji_as_bytes(max: u32) -> Self {
        Self::new(Unit::EmojiAsBytes, max)
    }

    /// Also at most `max` UTF-8 bytes.
    #[must_use]
    pub const fn with_max_bytes(mut self, max: u32) -> Self {
        self.max_bytes = Some(max);
        self
    }

    /// Every link counts `units`; those without a scheme too if `bare`.
    #[must_use]
    pub const fn with_urls(mut self, units: u32, bare: bool) -> Self {
        self.urls = Some(UrlCount { units, bare });
        self
    }

    /// `@name@server` counts as `@name`.
    #[must_use]
    pub const fn with_mentions_without_server(mut self) -> Self {
        self.mentions_without_server = true;
        self
    }
}

/// A length in bytes against its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByteCount {
    /// UTF-8 bytes of the text as written.
    pub used: u64,
    /// The most accepted.
    pub max: u64,
}

/// How long a text is by a rule, and where it stops fitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Length in the rule's units.
    pub used: u64,
    /// The most accepted, in the same units.
    pub max: u64,
    /// The length in bytes, when the rule limits it too.
    pub bytes: Option<ByteCount>,
    /// Units left; below zero when there are too many.
    pub left: i64,
    /// Whether either limit is passed.
    pub over: bool,
    /// Byte offset of the first grapheme, link or mention that no longer fits, so that a screen
    /// can mark the text from there.
    pub first_over: Option<usize>,
}

impl Count {
    /// Whether the network would take the text as far as its length goes.
    #[must_use]
    pub const fn fits(&self) -> bool {
        !self.over
    }
}

/// Counts `text` by `rule`. Linear in the text; never fails.
#[must_use]
pub fn count(text: &str, rule: &CountRule) -> Count {
    let mut tally = Tally::new(rule);
    let mut at = 0;
    for entity in entities_counted_apart(text, rule) {
        tally.add_plain(text, at..entity.range.start);
        tally.add_entity(text, &entity);
        at = entity.range.end;
    }
    tally.add_plain(text, at..text.len());
    tally.finish()
}

/// The links of a text, each once, for networks that limit how many different ones a post holds.
#[must_use]
pub fn distinct_urls(text: &str) -> usize {
    entities(text).iter().filter_map(|entity| entity.url(text)).collect::<BTreeSet<_>>().len()
}

fn entities_counted_apart(text: &str, rule: &CountRule) -> Vec<Entity> {
    if rule.urls.is_none() && !rule.mentions_without_server {
        return Vec::new();
    }
    let mut found = entities(text);
    found.retain(|entity| match &entity.kind {
        EntityKind::Url { bare } => rule.urls.is_some_and(|urls| urls.bare || !bare),
        EntityKind::Mention { server } => rule.mentions_without_server && server.is_some(),
        EntityKind::Hashtag | EntityKind::Cashtag => false,
    });
    found
}

struct Tally<'a> {
    rule: &'a CountRule,
    used: u64,
    bytes: u64,
    first_over: Option<usize>,
}

impl<'a> Tally<'a> {
    const fn new(rule: &'a CountRule) -> Self {
        Self { rule, used: 0, bytes: 0, first_over: None }
    }

    fn add_plain(&mut self, text: &str, range: Range<usize>) {
        for (offset, cluster) in text[range.clone()].grapheme_indices(true) {
            let units = units_of(cluster, self.rule.unit);
            self.add(range.start + offset, units, cluster.len());
        }
    }

    fn add_entity(&mut self, text: &str, entity: &Entity) {
        let units = match (&entity.kind, self.rule.urls) {
            (EntityKind::Url { .. }, Some(urls)) => u64::from(urls.units),
            _ => entity
                .local_name(text)
                .graphemes(true)
                .map(|cluster| units_of(cluster, self.rule.unit))
                .sum(),
        };
        self.add(entity.range.start, units, entity.range.len());
    }

    fn add(&mut self, at: usize, units: u64, bytes: usize) {
        self.used += units;
        self.bytes += bytes as u64;
        let over = self.used > u64::from(self.rule.max)
            || self.rule.max_bytes.is_some_and(|max| self.bytes > u64::from(max));
        if over && self.first_over.is_none() {
            self.first_over = Some(at);
        }
    }

    fn finish(self) -> Count {
        let max = u64::from(self.rule.max);
        Count {
            used: self.used,
            max,
            bytes: self
                .rule
                .max_bytes
                .map(|max| ByteCount { used: self.bytes, max: u64::from(max) }),
            left: i64::from(self.rule.max)
                .saturating_sub(i64::try_from(self.used).unwrap_or(i64::MAX)),
            over: self.first_over.is_some(),
            first_over: self.first_over,
        }
    }
}

/// What one grapheme cluster counts. NFC never composes across clusters, so weighing cluster by
/// cluster gives the weight of the whole normalised text.
fn units_of(cluster: &str, unit: Unit) -> u64 {
    let units = match unit {
        Unit::Graphemes => 1,
        Unit::Characters => cluster.chars().count(),
        Unit::Utf8Bytes => cluster.len(),
        Unit::Utf16 => cluster.encode_utf16().count(),
        Unit::EmojiAsBytes if is_emoji(cluster) => cluster.len(),
        Unit::EmojiAsBytes => cluster.chars().count(),
        Unit::Weighted if is_emoji(cluster) => 2,
        Unit::Weighted => cluster.nfc().map(weight).sum(),
    };
    units as u64
}

const fn weight(c: char) -> usize {
    match c as u32 {
        0..=4351 | 8192..=8205 | 8208..=8223 | 8242..=8247 => 1,
        _ => 2,
    }
}
