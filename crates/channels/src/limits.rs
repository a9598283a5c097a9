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
    /// Whether several posts may follow one another, each an answer to the one before.
    #[serde(default)]
    pub thread: bool,
    /// Whether one may comment under one's own post.
    #[serde(default)]
    pub first_comment: bool,
    /// The questions with answers to choose from that it takes.
    #[serde(default)]
    pub poll: Option<PollLimits>,
    /// What becomes of an animated picture.
    #[serde(default)]
    pub gif: Gif,
    /// The videos it takes.
    #[serde(default)]
    pub video: Option<VideoLimits>,
    /// What may stand together in one post.
    #[serde(default)]
    pub together: Together,
    /// The shapes of picture that it shows whole.
    #[serde(default)]
    pub image_ratio: Option<ImageRatio>,
    /// Whether nothing is published there for all to see: one only answers people.
    #[serde(default)]
    pub answers_only: bool,
    /// Which fields were known when these limits were learnt: see [`Limits::UP_TO_DATE`].
    #[serde(default)]
    pub learnt_as: u32,
}

/// The shapes of picture that a network shows whole, in hundredths of width over height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageRatio {
    /// The tallest: 80 is 4:5.
    pub tallest: u32,
    /// The widest: 191 is 1.91:1.
    pub widest: u32,
}

impl ImageRatio {
    /// Whether a picture of this size is shown whole; a hundredth more or less is nothing.
    pub fn shows(self, width: i64, height: i64) -> bool {
        if width <= 0 || height <= 0 {
            return true;
        }
        let shape = width * 100 / height;
        (i64::from(self.tallest) - 1..=i64::from(self.widest) + 1).contains(&shape)
    }
}

/// The questions that a network takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollLimits {
    /// How many answers at most; two at least, everywhere.
    pub choices: u32,
    /// How long an answer may be, in characters.
    pub choice_chars: u32,
    /// The shortest it may be open, in minutes.
    pub min_minutes: u32,
    /// The longest it may be open, in minutes.
    pub max_minutes: u32,
    /// Whether several answers may be chosen.
    pub several: bool,
}

/// The videos that a network takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VideoLimits {
    /// How many in one post.
    pub count: u32,
    /// How heavy each may be, in bytes.
    pub bytes: u64,
    /// How long each may last, in seconds; `None` where only the weight counts.
    pub seconds: Option<u32>,
    /// Their types: `video/mp4`…
    pub types: Vec<String>,
}

/// What becomes of an animated picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gif {
    /// Its first picture is shown, still.
    #[default]
    Still,
    /// It moves.
    Animated,
}

/// What may stand together in one post.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Together {
    /// A video beside pictures.
    pub video_and_pictures: bool,
    /// A poll beside pictures or a video.
    pub poll_and_media: bool,
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
    /// What [`Limits::learnt_as`] is when everything above was looked for. Limits learnt before
    /// are learnt again: what they leave out is not known, rather than not taken.
    pub const UP_TO_DATE: u32 = 2;

    /// A network that takes words by this rule, and of the rest nothing.
    pub fn of(text: CountRule) -> Self {
        Self {
            text,
            images: 0,
            image_bytes: 0,
            image_side: 0,
            image_types: Vec::new(),
            alt_text: 0,
            source: String::new(),
            learnt_on: String::new(),
            link: LinkPlace::default(),
            thread: false,
            first_comment: false,
            poll: None,
            gif: Gif::default(),
            video: None,
            together: Together::default(),
            image_ratio: None,
            answers_only: false,
            learnt_as: 0,
        }
    }

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
            let limits = Limits { link: place, ..Limits::of(CountRule::graphemes(300)) };
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
