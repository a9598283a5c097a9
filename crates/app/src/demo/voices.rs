//! What the community says, and what the bakery answers. Nobody here exists.

mod en;
mod fr;

use channels::ItemKind;
use primitives::Language;

/// Someone of the community: display name and handle.
pub const PEOPLE: [(&str, &str); 16] = [
    ("Maëlle Guérin", "maelle.guerin"),
    ("Théo Brossard", "theo_brossard"),
    ("Nadia B.", "nadia.b44"),
    ("Jean-Yves Corbel", "jycorbel"),
    ("Agathe et ses tartines", "agathe.tartines"),
    ("Karim Haddou", "karim.haddou"),
    ("Solène Moreau", "solene.m"),
    ("Papi Roger", "roger.du.port"),
    ("Lucie Ferrand", "lucieferrand"),
    ("Bastien Kermorgant", "bastienk"),
    ("Inès Oliveira", "ines.oliveira"),
    ("Club de lecture Zola", "club.zola"),
    ("Hortense D.", "hortense.d"),
    ("Mathieu Le Goff", "mat.legoff"),
    ("Promo Followers Express", "promo_express_77"),
    ("Yasmine Allard", "yas.allard"),
];

/// What was said, and what became of it.
pub struct Exchange {
    /// What it is.
    pub kind: ItemKind,
    /// Which of [`PEOPLE`].
    pub who: usize,
    /// What they said.
    pub says: &'static str,
    /// What the bakery answered, if it did.
    pub answer: Option<&'static str>,
}

const fn said(kind: ItemKind, who: usize, says: &'static str, answer: &'static str) -> Exchange {
    Exchange { kind, who, says, answer: Some(answer) }
}

const fn open(kind: ItemKind, who: usize, says: &'static str) -> Exchange {
    Exchange { kind, who, says, answer: None }
}

/// What is said, in one language.
pub struct Voices {
    /// Exchanges of the past months, all looked after.
    pub past: [Exchange; 24],
    /// Those that wait, with the minutes since they came.
    pub waiting: [(i64, Exchange); 8],
}

/// The voices of a language.
pub fn voices(language: Language) -> &'static Voices {
    match language {
        Language::Fr => &fr::VOICES,
        Language::En => &en::VOICES,
    }
}
