use std::borrow::Cow;

use primitives::text::CountRule;
use serde::{Deserialize, Serialize};

/// What a network takes, with where and when that was learnt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// How long a text may be and how it is counted.
    pub text: CountRule,
    /// How many pictures.
    pub images: u32,
    /// How heavy a picture may be, in bytes.
    pub image_bytes: u64,
    /// The longest side of a picture, in pixels; larger ones are made smaller.
    pub image_side: u32,
    /// Picture types it takes.
    pub image_types: Vec<String>,
    /// How long an alternative text may be, in graphemes.
    pub alt_text: u32,
    /// Where these figures come from: an address, or `served` when the server said them.
    pub source: String,
    /// The day they were read or learnt, `2026-11-22`.
    pub learnt_on: String,
    /// Where a link that is not in the text goes.
    #[serde(default)]
    pub link: LinkPlace,
}

/// Where a network puts a link that is given beside the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkPlace {
    /// On a card of its own: it does not count.
    #[default]
    Card,
    /// On a card, but under the text beside pictures, where there is no card.
    CardUnlessPictures,
    /// Under the text, where it counts.
    UnderTheText,
}

impl Limits {
    /// The text as the network will get it, and count it: with the link under it, where that is
    /// where it goes. The words alone when they already hold the link.
    pub fn as_counted<'a>(
        &self,
        text: &'a str,
        link: Option<&str>,
        pictures: bool,
    ) -> Cow<'a, str> {
        let under = match self.link {
            LinkPlace::Card => false,
            LinkPlace::CardUnlessPictures => pictures,
            LinkPlace::UnderTheText => true,
        };
        match link.filter(|link| under && !text.contains(*link)) {
            Some(link) if text.is_empty() => Cow::Owned(link.to_owned()),
            Some(link) => Cow::Owned(format!("{text}\n\n{link}")),
            None => Cow::Borrowed(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_counts_where_it_is_put_under_the_text() {
        let counted = |place, text, pictures| {
            let limits = Limits {
                text: CountRule::graphemes(300),
                images: 4,
                image_bytes: 1,
                image_side: 1,
                image_types: Vec::new(),
                alt_text: 1,
                source: String::new(),
                learnt_on: String::new(),
                link: place,
            };
            limits.as_counted(text, Some("https://a.fr"), pictures).into_owned()
        };
        assert_eq!(counted(LinkPlace::Card, "Pain", true), "Pain");
        assert_eq!(counted(LinkPlace::CardUnlessPictures, "Pain", false), "Pain");
        assert_eq!(counted(LinkPlace::CardUnlessPictures, "Pain", true), "Pain\n\nhttps://a.fr");
        assert_eq!(counted(LinkPlace::UnderTheText, "", false), "https://a.fr");
        let already = "Voir https://a.fr";
        assert_eq!(counted(LinkPlace::UnderTheText, already, false), already);
    }
}
