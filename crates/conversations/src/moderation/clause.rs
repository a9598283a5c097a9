//! The house rules: numbered clauses that decisions cite, and their public page.

use database::{Error, Tx};
use jiff::Timestamp;
use platform::activity::{self, Subject};
use platform::{Actor, Brand, NotAllowed, Right};
use primitives::{Id, Language};
use serde_json::json;

use super::log::{self, NewEntry};
use super::store;
use crate::typed;

/// How many clauses a brand may have had.
const MOST: i64 = 200;
/// The longest title and the longest clause, in characters.
const LONGEST_TITLE: usize = 120;
const LONGEST: usize = 2_000;

/// One clause; its number is given once, and never to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Which one.
    pub id: Id<Clause>,
    /// Its number.
    pub number: i64,
    /// What it says.
    pub says: ClauseEdit,
    /// When it was last changed.
    pub changed_at: Timestamp,
}

/// What a clause says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClauseEdit {
    /// Its title in French.
    pub title_french: String,
    /// Its title in English.
    pub title_english: String,
    /// Its words in French.
    pub french: String,
    /// Its words in English.
    pub english: String,
}

/// Who reads the house rules, and what they say first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HouseRules {
    /// Whether anyone may read them.
    pub open: bool,
    /// What they say first, in French.
    pub lead_french: String,
    /// What they say first, in English.
    pub lead_english: String,
    /// When they were last changed.
    pub changed_at: Option<Timestamp>,
}

/// The house rules of a brand that opened them.
#[derive(Debug, Clone)]
pub struct OpenHouseRules {
    /// Whose.
    pub brand: Brand,
    /// What they say first.
    pub rules: HouseRules,
    /// The clauses, by number.
    pub clauses: Vec<Clause>,
}

/// Why a clause was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ClauseError {
    /// There is no such clause in the brand.
    #[error("there is no such clause in this brand")]
    NotFound,
    /// It needs a title and words in one language at least, both in the same.
    #[error("it needs a title and words in the same language")]
    Empty,
    /// Longer than clauses are.
    #[error("a title has {LONGEST_TITLE} characters at most, a clause {LONGEST}")]
    TooLong,
    /// The brand has had as many as it may.
    #[error("a brand has {MOST} clauses at most")]
    TooMany,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

fn checked(edit: ClauseEdit) -> Result<ClauseEdit, ClauseError> {
    let edit = ClauseEdit {
        title_french: typed::line(&edit.title_french),
        title_english: typed::line(&edit.title_english),
        french: typed::words(&edit.french),
        english: typed::words(&edit.english),
    };
    let half = edit.title_french.is_empty() != edit.french.is_empty()
        || edit.title_english.is_empty() != edit.english.is_empty();
    if half || (edit.french.is_empty() && edit.english.is_empty()) {
        return Err(ClauseError::Empty);
    }
    let long = |text: &str, most: usize| text.chars().count() > most;
    let titles = [&edit.title_french, &edit.title_english];
    if titles.into_iter().any(|title| long(title, LONGEST_TITLE))
        || long(&edit.french, LONGEST)
        || long(&edit.english, LONGEST)
    {
        return Err(ClauseError::TooLong);
    }
    Ok(edit)
}

impl ClauseEdit {
    /// Its title and its words in a language, or in the other where it has none.
    #[must_use]
    pub fn said_in(&self, language: Language) -> (&str, &str) {
        let french = match language {
            Language::Fr => !self.french.is_empty(),
            Language::En => self.english.is_empty(),
        };
        if french {
            (&self.title_french, &self.french)
        } else {
            (&self.title_english, &self.english)
        }
    }
}

impl Clause {
    /// The brand's clauses, by number.
    ///
    /// # Errors
    /// [`ClauseError`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Clause>, ClauseError> {
        actor.must(Right::Read)?;
        Ok(store::clauses::all(actor.brand(), tx).await?)
    }

    /// Adds one, under the next number. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`ClauseError`].
    pub async fn add(edit: ClauseEdit, actor: &Actor, tx: &mut Tx) -> Result<Clause, ClauseError> {
        actor.must(Right::ManageBrand)?;
        let says = checked(edit)?;
        let number = store::clauses::last_number(actor.brand(), tx).await? + 1;
        if number > MOST {
            return Err(ClauseError::TooMany);
        }
        let clause = Clause { id: tx.new_id(), number, says, changed_at: tx.now() };
        store::clauses::insert(actor.brand(), &clause, tx).await?;
        clause.record("clause.added", String::new(), clause.text(), actor, tx).await?;
        Ok(clause)
    }

    /// Says it otherwise; what cited it keeps its words. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`ClauseError`].
    pub async fn edit(
        id: Id<Clause>,
        edit: ClauseEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Clause, ClauseError> {
        actor.must(Right::ManageBrand)?;
        let mut clause = Clause::load(id, actor, tx).await?;
        let before = clause.text();
        clause.says = checked(edit)?;
        store::clauses::update(actor.brand(), &clause, tx).await?;
        clause.record("clause.changed", before, clause.text(), actor, tx).await?;
        Ok(clause)
    }

    /// Takes it away; its number stays free. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`ClauseError`].
    pub async fn remove(id: Id<Clause>, actor: &Actor, tx: &mut Tx) -> Result<(), ClauseError> {
        actor.must(Right::ManageBrand)?;
        let clause = Clause::load(id, actor, tx).await?;
        store::clauses::set_removed(actor.brand(), id, Some(tx.now()), tx).await?;
        clause.record("clause.removed", clause.text(), String::new(), actor, tx).await
    }

    /// Brings back what was just taken away. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`ClauseError`].
    pub async fn bring_back(id: Id<Clause>, actor: &Actor, tx: &mut Tx) -> Result<(), ClauseError> {
        actor.must(Right::ManageBrand)?;
        store::clauses::set_removed(actor.brand(), id, None, tx).await?;
        let clause = Clause::load(id, actor, tx).await?;
        clause.record("clause.brought_back", String::new(), clause.text(), actor, tx).await
    }

    async fn load(id: Id<Clause>, actor: &Actor, tx: &mut Tx) -> Result<Clause, ClauseError> {
        let all = Clause::all(actor, tx).await?;
        all.into_iter().find(|clause| clause.id == id).ok_or(ClauseError::NotFound)
    }

    fn text(&self) -> String {
        let says = &self.says;
        let parts = [&says.title_french, &says.french, &says.title_english, &says.english];
        let said: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        said.join("\n")
    }

    async fn record(
        &self,
        what: &'static str,
        before: String,
        after: String,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ClauseError> {
        let about = format!("{}. {}", self.number, self.says.said_in(Language::Fr).0);
        let data = json!({ "name": about });
        let entry = NewEntry { about, before, after, ..NewEntry::of(what) };
        log::write(entry, actor, tx).await?;
        store::clauses::touch(actor.brand(), tx).await?;
        let verb = match what {
            "clause.added" => "house_rules.added",
            "clause.removed" => "house_rules.removed",
            _ => "house_rules.changed",
        };
        Ok(activity::record(tx, actor, verb, Subject::only("house_rules"), data).await?)
    }
}

impl HouseRules {
    /// What the brand decided.
    ///
    /// # Errors
    /// [`ClauseError`].
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<HouseRules, ClauseError> {
        actor.must(Right::Read)?;
        Ok(store::clauses::rules(actor.brand(), tx).await?)
    }

    /// Decides otherwise. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`ClauseError`].
    pub async fn set(
        open: bool,
        leads: (&str, &str),
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ClauseError> {
        actor.must(Right::ManageBrand)?;
        let (french, english) = (typed::words(leads.0), typed::words(leads.1));
        if french.chars().count().max(english.chars().count()) > LONGEST {
            return Err(ClauseError::TooLong);
        }
        store::clauses::set_rules(actor.brand(), open, &french, &english, tx).await?;
        let after = if open { "open" } else { "closed" };
        let entry = NewEntry { after: after.to_owned(), ..NewEntry::of("house_rules.set") };
        log::write(entry, actor, tx).await?;
        let subject = Subject::only("house_rules");
        activity::record(tx, actor, "house_rules.changed", subject, json!({ "open": open }))
            .await?;
        Ok(())
    }
}

impl OpenHouseRules {
    /// The house rules at that address, if the brand opened them.
    ///
    /// # Errors
    /// What the database met.
    pub async fn at(slug: &str, tx: &mut Tx) -> Result<Option<OpenHouseRules>, Error> {
        let Some(brand) = store::clauses::brand_at(slug, tx).await? else { return Ok(None) };
        let Some((brand, _)) = Brand::for_system(brand, tx).await? else { return Ok(None) };
        let rules = store::clauses::rules(brand.id, tx).await?;
        let clauses = store::clauses::all(brand.id, tx).await?;
        Ok((rules.open && !clauses.is_empty()).then_some(OpenHouseRules { brand, rules, clauses }))
    }
}
