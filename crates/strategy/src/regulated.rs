//! Regulated vocabulary: what the law watches in what a brand publishes.
//!
//! A list finds words, it does not judge: a person reads the text again with the rule beside it.

mod lists;
mod store;

use database::{Tx, text_enum};
use platform::{Actor, Right};
use serde_json::json;

use crate::charter::{CharterError, note};

text_enum! {
    /// A field that the law regulates; its rule and source are worded on screen by
    /// `charter-regulated-{kind}`.
    pub enum RegulatedKind {
        /// Food supplements and health claims: Regulation (EC) 1924/2006, Directive 2002/46/EC,
        /// Regulation (EU) 1169/2011 art. 7.
        Food => "food",
        /// Alcohol, « loi Évin »: Code de la santé publique, art. L3323-2 to L3323-4.
        Alcohol => "alcohol",
        /// Finance and crypto-assets: Code monétaire et financier, doctrine of AMF and ACPR, law
        /// of 9 June 2023 art. 4.
        Finance => "finance",
        /// Gambling: Code de la sécurité intérieure art. D320-1 s., decree 2020-1349, ANJ.
        Gambling => "gambling",
    }
}

/// A regulated list of a brand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regulated {
    /// Which field.
    pub kind: RegulatedKind,
    /// Whether texts are checked against it.
    pub active: bool,
    /// The brand's own list; none follows the one that Parvis comes with.
    pub own_terms: Option<Vec<String>>,
}

/// The longest list, in characters.
const LONGEST_LIST: usize = 20_000;

impl RegulatedKind {
    /// The list that Parvis comes with, French then English, a term each; see `language::Term`.
    pub fn default_terms(self) -> Vec<&'static str> {
        lists::of(self).lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    }
}

impl Regulated {
    /// The list of each kind, in the order of the kinds.
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Regulated>, CharterError> {
        actor.must(Right::Read)?;
        Ok(store::all(actor.brand(), tx).await?)
    }

    /// The terms that are looked for.
    pub fn terms(&self) -> Vec<&str> {
        match &self.own_terms {
            Some(own) => own.iter().map(String::as_str).collect(),
            None => self.kind.default_terms(),
        }
    }

    /// Switches a list on or off, and gives it the brand's own terms, or back the usual ones
    /// with `None`. Needs [`Right::ManageBrand`].
    pub async fn set(
        kind: RegulatedKind,
        active: bool,
        own_terms: Option<Vec<String>>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CharterError> {
        actor.must(Right::ManageBrand)?;
        let tidied = own_terms.map(|terms| {
            let tidy =
                terms.iter().map(|term| term.split_whitespace().collect::<Vec<_>>().join(" "));
            tidy.filter(|term| !term.is_empty()).collect::<Vec<_>>()
        });
        // Saving the usual list as it is keeps following it.
        let own = tidied.filter(|own| own.iter().map(String::as_str).ne(kind.default_terms()));
        let text = own.map(|own| own.join("\n"));
        if text.as_ref().is_some_and(|text| text.chars().count() > LONGEST_LIST) {
            return Err(CharterError::TooLong(LONGEST_LIST));
        }
        store::write(actor.brand(), kind, active, text.as_deref(), tx).await?;
        let data = json!({ "kind": kind.as_str(), "active": active, "own": text.is_some() });
        note("charter.regulated_set", data, actor, tx).await
    }
}
