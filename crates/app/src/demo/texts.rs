//! What the bakery says. Original texts; the seasons and the days of the week choose them.

mod en;
mod fr;

use primitives::Language;

use super::words;

/// A kind of post: when in the week it comes, and what the community makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The bread of the week.
    Bread,
    /// The tart of Saturday.
    Tart,
    /// Behind the oven.
    Backstage,
    /// A question to the community.
    Question,
    /// Opening hours, news of the shop.
    News,
}

impl Kind {
    /// Its topic, among [`super::words::Words::topics`].
    pub fn topic(self) -> usize {
        match self {
            Kind::Bread | Kind::Tart => words::PRODUCTS,
            Kind::Backstage => words::BACKSTAGE,
            Kind::Question => words::TALK,
            Kind::News => words::SHOP,
        }
    }
}

/// A text, with the picture that goes with it.
pub struct Text {
    /// What it says.
    pub says: String,
    /// The picture's name in the album.
    pub picture: Option<&'static str>,
}

/// What the bakery says, in one language.
pub struct Texts {
    /// Bread, why it, picture.
    breads: [(&'static str, &'static str, &'static str); 13],
    /// Tart, picture.
    tarts: [(&'static str, &'static str); 13],
    backstage: [(&'static str, Option<&'static str>); 13],
    questions: [&'static str; 13],
    news: [(&'static str, Option<&'static str>); 9],
    /// How a bread is told the first time, and when it comes back: `{what}`, `{why}`.
    of_bread: [&'static str; 2],
    /// The same of a tart.
    of_tart: [&'static str; 2],
    /// What is said the second time, around `{what}`: backstage, questions, news.
    again: [&'static str; 3],
    /// Drafts that wait for an idea or an approval.
    pub drafts: [(&'static str, Option<&'static str>); 3],
    /// What is scheduled by hand: days ahead, hour, text, picture.
    pub ahead: [(i8, i8, &'static str, Option<&'static str>); 4],
    /// One that was refused, one in doubt, one to be posted by hand.
    pub trouble: [&'static str; 3],
    /// Why the first was refused, and what is not known of the second.
    pub reasons: [&'static str; 2],
    /// What a line of the old account's export is called, before its number.
    pub old_post: &'static str,
    /// What the pictures show, in the album's order.
    pub alts: [&'static str; 12],
}

/// The texts of a language.
pub fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Fr => &fr::TEXTS,
        Language::En => &en::TEXTS,
    }
}

impl Texts {
    /// The `nth` text of a kind: the same subject comes back after a season, said otherwise.
    pub fn text(&self, kind: Kind, nth: usize) -> Text {
        let again = usize::from(nth / 13 % 2 == 1);
        let around = |at: usize, says: &str, again: bool| {
            if again { self.again[at].replace("{what}", says) } else { says.to_owned() }
        };
        let (says, picture) = match kind {
            Kind::Bread => {
                let (bread, why, picture) = self.breads[nth % 13];
                let says = self.of_bread[again].replace("{what}", bread).replace("{why}", why);
                (says, Some(picture))
            }
            Kind::Tart => {
                let (tart, picture) = self.tarts[nth % 13];
                (self.of_tart[again].replace("{what}", tart), Some(picture))
            }
            Kind::Backstage => {
                let (says, picture) = self.backstage[nth % 13];
                (around(0, says, again == 1), picture)
            }
            Kind::Question => (around(1, self.questions[nth % 13], again == 1), None),
            Kind::News => {
                let (says, picture) = self.news[nth % 9];
                (around(2, says, nth >= 9), picture)
            }
        };
        Text { says, picture }
    }
}
