//! Blanks of a kept text, and what fills them.

use primitives::text::fold;

/// A blank, as one writes it between braces in either language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// `{prénom}`, `{first name}`: the person's first name, where their profile shows one.
    FirstName,
    /// `{nom}`, `{name}`: their name as they show it.
    Name,
    /// `{compte}`, `{account}`: their handle.
    Account,
    /// `{marque}`, `{brand}`: the brand's name.
    Brand,
    /// `{moi}`, `{me}`: the teammate who answers.
    Me,
}

impl Blank {
    /// All of them, in the order that a page lists.
    pub const ALL: [Blank; 5] =
        [Blank::FirstName, Blank::Name, Blank::Account, Blank::Brand, Blank::Me];

    /// How it is written in French, then in English.
    #[must_use]
    pub fn spellings(self) -> [&'static str; 2] {
        match self {
            Blank::FirstName => ["prénom", "first name"],
            Blank::Name => ["nom", "name"],
            Blank::Account => ["compte", "account"],
            Blank::Brand => ["marque", "brand"],
            Blank::Me => ["moi", "me"],
        }
    }

    fn parse(written: &str) -> Option<Blank> {
        let written = fold(written.trim());
        Blank::ALL.into_iter().find(|blank| blank.spellings().iter().any(|s| fold(s) == written))
    }
}

/// What fills the blanks of a kept text, in one conversation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// The person's name as they show it.
    pub name: String,
    /// Their handle.
    pub account: String,
    /// The brand's name.
    pub brand: String,
    /// The teammate who answers.
    pub me: String,
}

impl Fields {
    /// The first name, where the name shown begins with what looks like one: letters only, and
    /// not the name of a house (« Mairie de… », an account's handle).
    #[must_use]
    pub fn first_name(&self) -> &str {
        let mut words = self.name.split_whitespace();
        let first = words.next().unwrap_or_default();
        let shown = first.chars().count() >= 2
            && first.chars().all(|c| c.is_alphabetic() || c == '-')
            && first.chars().next().is_some_and(char::is_uppercase)
            && !words.any(|word| matches!(fold(word).as_str(), "de" | "du" | "des" | "of" | "the"));
        if shown { first } else { "" }
    }

    fn value(&self, blank: Blank) -> &str {
        match blank {
            Blank::FirstName => self.first_name(),
            Blank::Name => &self.name,
            Blank::Account => &self.account,
            Blank::Brand => &self.brand,
            Blank::Me => &self.me,
        }
    }
}

/// The first blank of a text that nothing fills.
#[must_use]
pub fn unknown_blank(text: &str) -> Option<String> {
    pieces(text).into_iter().find_map(|piece| match piece {
        Piece::Blank(written) if Blank::parse(written).is_none() => Some(written.to_owned()),
        _ => None,
    })
}

/// The text with its blanks filled. Where nothing is known, the blank goes with the space before
/// it: « Bonjour {prénom}, » becomes « Bonjour, ».
pub(super) fn fill(text: &str, fields: &Fields) -> String {
    let mut filled = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => filled.push_str(words),
            Piece::Blank(written) => match Blank::parse(written).map(|blank| fields.value(blank)) {
                Some("") => {
                    let kept = filled.trim_end_matches([' ', '\u{a0}', '\u{202f}']).len();
                    filled.truncate(kept);
                }
                Some(value) => filled.push_str(value),
                None => {
                    filled.push('{');
                    filled.push_str(written);
                    filled.push('}');
                }
            },
        }
    }
    filled
}

enum Piece<'t> {
    Words(&'t str),
    Blank(&'t str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let Some(length) = rest[open + 1..].find('}') else { break };
        pieces.push(Piece::Words(&rest[..open]));
        pieces.push(Piece::Blank(&rest[open + 1..open + 1 + length]));
        rest = &rest[open + length + 2..];
    }
    pieces.push(Piece::Words(rest));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(name: &str) -> Fields {
        Fields {
            name: name.to_owned(),
            account: "camille".to_owned(),
            brand: "Le Fournil".to_owned(),
            me: "Louise".to_owned(),
        }
    }

    #[test]
    fn blanks_are_filled_in_either_language() {
        let text = "Bonjour {prénom}, ici {Moi} pour {brand}.";
        assert_eq!(
            fill(text, &fields("Camille Roux")),
            "Bonjour Camille, ici Louise pour Le Fournil."
        );
    }

    #[test]
    fn what_is_not_known_leaves_no_hole() {
        assert_eq!(fill("Bonjour {prénom}, merci !", &fields("☀️ soleil 44")), "Bonjour, merci !");
        assert_eq!(fill("Bonjour {prenom} !", &fields("Mairie de Nantes")), "Bonjour !");
    }

    #[test]
    fn a_blank_that_nothing_fills_is_named() {
        assert_eq!(unknown_blank("À {heure}"), Some("heure".to_owned()));
        assert_eq!(unknown_blank("{FIRST NAME} {compte} {"), None);
    }
}
