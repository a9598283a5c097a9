//! What a decision rests on: the law, or a clause of the house rules.

use database::{Error, Tx};
use platform::Brand;
use primitives::{Id, Language};
use serde::{Deserialize, Serialize};

use super::clause::Clause;

/// The longest ground in one's own words, in characters.
const LONGEST: usize = 300;

database::text_enum! {
    /// What the law forbids, as far as messages under a brand's posts go.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Law {
        /// Insulting someone in public.
        Insult => "insult",
        /// Attacking someone's honour by alleging a fact.
        Defamation => "defamation",
        /// Stirring up hatred, discrimination or violence.
        Hatred => "hatred",
        /// Threatening someone.
        Threat => "threat",
        /// Harassing someone.
        Harassment => "harassment",
        /// Making someone's private life or whereabouts known.
        Privacy => "privacy",
        /// Swindling people.
        Fraud => "fraud",
        /// Infringing rights on a work or a mark.
        Counterfeit => "counterfeit",
        /// Another, in one's own words.
        Other => "other",
    }
}

/// What a decision is to rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum NewGround {
    /// A clause of the house rules.
    Clause {
        /// Which one.
        clause: Id<Clause>,
    },
    /// The law.
    Law {
        /// What it forbids.
        law: Law,
        /// In one's own words, for another.
        #[serde(default)]
        words: String,
    },
}

/// What a decision rests on, as it read when it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Ground {
    /// A clause of the house rules.
    Clause {
        /// Which one.
        clause: Id<Clause>,
        /// Its number.
        number: i64,
        /// Its title, in French and in English.
        title: (String, String),
        /// Its words, in French and in English.
        words: (String, String),
    },
    /// The law.
    Law {
        /// What it forbids.
        law: Law,
        /// In one's own words, for another.
        words: String,
    },
}

impl Ground {
    /// What a ground stands for now; none when the brand has no such clause, or nothing is said.
    pub(super) async fn of(
        new: &NewGround,
        brand: Id<Brand>,
        tx: &mut Tx,
    ) -> Result<Option<Ground>, Error> {
        match new {
            NewGround::Clause { clause } => {
                let all = super::store::clauses::all(brand, tx).await?;
                let found = all.into_iter().find(|one| one.id == *clause);
                Ok(found.map(|one| Ground::Clause {
                    clause: one.id,
                    number: one.number,
                    title: (one.says.title_french, one.says.title_english),
                    words: (one.says.french, one.says.english),
                }))
            }
            NewGround::Law { law, words } => {
                let words = words.replace('\0', "").trim().to_owned();
                let good = *law != Law::Other || !words.is_empty();
                let good = good && words.chars().count() <= LONGEST;
                Ok(good.then_some(Ground::Law { law: *law, words }))
            }
        }
    }

    /// A word to count by: `law insult`, `clause 3`.
    pub(super) fn key(&self) -> String {
        match self {
            Ground::Clause { number, .. } => format!("clause {number}"),
            Ground::Law { law, .. } => format!("law {law}"),
        }
    }

    /// Title and words of its clause in a language, or in the other where it has none.
    #[must_use]
    pub fn clause_in(&self, language: Language) -> Option<(&str, &str)> {
        let Ground::Clause { title, words, .. } = self else { return None };
        let french = match language {
            Language::Fr => !words.0.is_empty() || words.1.is_empty(),
            Language::En => words.1.is_empty(),
        };
        Some(if french { (&title.0, &words.0) } else { (&title.1, &words.1) })
    }
}
