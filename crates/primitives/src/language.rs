use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language the screens, mails and errors speak. French is the product's first language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Français
    #[default]
    Fr,
    /// English
    En,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Language; 2] = [Language::Fr, Language::En];

    /// The BCP 47 tag: `fr` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Fr => "fr",
            Language::En => "en",
        }
    }

    /// The language that an `Accept-Language` header prefers among ours; French when it names
    /// neither (RFC 9110, section 12.5.4: quality values order the list).
    pub fn preferred(accept_language: &str) -> Language {
        let mut best = (0.0_f32, Language::default());
        for item in accept_language.split(',') {
            let mut parts = item.split(';');
            let tag = parts.next().unwrap_or("").trim();
            let primary = tag.split('-').next().unwrap_or("");
            let quality =
                parts.find_map(|part| part.trim().strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
            if let Ok(language) = primary.to_ascii_lowercase().parse::<Language>()
                && quality > best.0
            {
                best = (quality, language);
            }
        }
        best.1
    }
}

/// A language tag that is neither French nor English.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown language: {0}")]
pub struct UnknownLanguage(String);

impl FromStr for Language {
    type Err = UnknownLanguage;
    fn from_str(tag: &str) -> Result<Self, UnknownLanguage> {
        match tag {
            "fr" => Ok(Language::Fr),
            "en" => Ok(Language::En),
            other => Err(UnknownLanguage(other.chars().take(20).collect())),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_s_preferred_language_is_found_and_french_is_the_default() {
        assert_eq!(Language::preferred("en-GB,en;q=0.9,fr;q=0.8"), Language::En);
        assert_eq!(Language::preferred("de-DE,fr;q=0.7,en;q=0.3"), Language::Fr);
        assert_eq!(Language::preferred("de"), Language::Fr);
        assert_eq!(Language::preferred(""), Language::Fr);
        assert_eq!(Language::preferred(";;;q=x,,"), Language::Fr);
    }
}
