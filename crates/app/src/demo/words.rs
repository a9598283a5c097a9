//! What the desk of the bakery says, in each language.

mod en;
mod fr;

use primitives::Language;
use publishing::template::TemplateKind;

/// A topic: name, what belongs to it, colour, share, the words it is known by.
pub type TopicWords = (&'static str, &'static str, &'static str, i64, &'static [&'static str]);

/// A step of the launch: what is meant, and the text of its post.
pub type StepWords = (&'static str, &'static str);

/// Where topics stand in [`Words::topics`].
pub const PRODUCTS: usize = 0;
/// Behind the oven.
pub const BACKSTAGE: usize = 1;
/// Questions to the community.
pub const TALK: usize = 2;
/// News of the shop.
pub const SHOP: usize = 3;

/// Everything that is said at the desk, in one language.
pub struct Words {
    /// The tone, in a few sentences.
    pub tone: &'static str,
    /// The tone, in words.
    pub tone_words: &'static [&'static str],
    /// The charter's topics: products, backstage, talk, shop.
    pub topics: [TopicWords; 4],
    /// Said so, rather than so, and why.
    pub preferred: &'static [(&'static str, &'static str, &'static str)],
    /// Never said, and why.
    pub avoided: &'static [(&'static str, &'static str)],
    /// Texts to begin with, signature, groups of hashtags.
    pub templates: &'static [(TemplateKind, &'static str, &'static str)],
    /// Folders of the library: breads, cakes, the house.
    pub folders: [&'static str; 3],
    /// Tags of pictures, by the picture's name.
    pub tags: &'static [(&'static str, &'static [&'static str])],
    /// The theme that ran some weeks ago: name, account.
    pub theme: (&'static str, &'static str),
    /// The launch that is on: name, account.
    pub launch: (&'static str, &'static str),
    /// Its steps: hint, making, guess, tomorrow, reveal, first reactions, feedback, testimony,
    /// answers.
    pub steps: [StepWords; 9],
    /// What follows the « making » on Mastodon.
    pub thread: &'static [&'static str],
    /// Our own comment under it on Instagram.
    pub first_comment: &'static str,
    /// Answers to choose from in the « guess ».
    pub choices: [&'static str; 4],
    /// What Bluesky reads of the « reveal ».
    pub reveal_short: &'static str,
    /// What the author says when asking for the reveal, and for the feedback.
    pub asks: [&'static str; 2],
    /// What the manager answers: to the first reactions, to the feedback.
    pub answers: [&'static str; 2],
    /// What is said under the reveal: by Youenn, by Camille (naming Louise and Youenn), settled.
    pub comments: [&'static str; 3],
    /// What the queue holds: text, picture, topic, slot's channels.
    pub queue: &'static [(&'static str, Option<&'static str>, usize, &'static [usize])],
    /// What comes back every Monday.
    pub weekly: [&'static str; 4],
    /// What fills the free slots now and then.
    pub evergreen: [&'static str; 3],
    /// Drafts with a wanted day: days ahead, hour, text, picture, topic.
    pub dated: &'static [(i8, i8, &'static str, Option<&'static str>, usize)],
    /// A draft that the checks remark on.
    pub remarked: &'static str,
    /// A draft as it was written, then again, then by someone else.
    pub drafted: [&'static str; 3],
    /// The brand's own blog: title, then articles with their summaries.
    pub blog: (&'static str, [(&'static str, &'static str); 3]),
    /// What the rule makes of an article.
    pub relay: &'static str,
    /// A partner who sees the launch: name, company.
    pub partner: (&'static str, &'static str),
}

/// The words of a language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Fr => &fr::WORDS,
        Language::En => &en::WORDS,
    }
}
