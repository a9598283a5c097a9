//! What is done to rules: listed, added, changed, turned, moved, taken away, brought back.

use database::{Error, Tx};
use platform::activity::{self, Subject};
use platform::{Actor, Right};
use primitives::Id;
use serde_json::json;

use super::{MOST, NewRule, Rule, RuleError};
use crate::moderation::log::{self, NewEntry};
use crate::moderation::store;

impl Rule {
    /// The brand's rules, in the order in which they are tried.
    ///
    /// # Errors
    /// [`RuleError`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Rule>, RuleError> {
        actor.must(Right::Read)?;
        Ok(store::rules::all(actor.brand(), tx).await?)
    }

    /// One of them.
    ///
    /// # Errors
    /// [`RuleError`].
    pub async fn load(id: Id<Rule>, actor: &Actor, tx: &mut Tx) -> Result<Rule, RuleError> {
        let all = Rule::all(actor, tx).await?;
        all.into_iter().find(|rule| rule.id == id).ok_or(RuleError::NotFound)
    }

    /// Adds a rule after those that are there, off until someone turns it on. Needs
    /// [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`RuleError`].
    pub async fn add(new: NewRule, actor: &Actor, tx: &mut Tx) -> Result<Rule, RuleError> {
        actor.must(Right::ManageBrand)?;
        let says = new.check(actor, tx).await?;
        if store::rules::all(actor.brand(), tx).await?.len() >= MOST {
            return Err(RuleError::TooMany);
        }
        let rule = Rule { id: tx.new_id(), active: false, says };
        store::rules::insert(actor.brand(), &rule, tx).await?;
        rule.record("rule.added", String::new(), rule.written()?, actor, tx).await?;
        Ok(rule)
    }

    /// Says something else. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`RuleError`].
    pub async fn change(
        id: Id<Rule>,
        new: NewRule,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Rule, RuleError> {
        actor.must(Right::ManageBrand)?;
        let mut rule = Rule::load(id, actor, tx).await?;
        let before = rule.written()?;
        rule.says = new.check(actor, tx).await?;
        store::rules::update(actor.brand(), &rule, tx).await?;
        rule.record("rule.changed", before, rule.written()?, actor, tx).await?;
        Ok(rule)
    }

    /// Turns it on, or off. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`RuleError`].
    pub async fn turn(
        id: Id<Rule>,
        on: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Rule, RuleError> {
        actor.must(Right::ManageBrand)?;
        let mut rule = Rule::load(id, actor, tx).await?;
        if rule.active != on {
            rule.active = on;
            store::rules::update(actor.brand(), &rule, tx).await?;
            let what = if on { "rule.turned_on" } else { "rule.turned_off" };
            rule.record(what, String::new(), String::new(), actor, tx).await?;
        }
        Ok(rule)
    }

    /// Tries it one place earlier, or later. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`RuleError`].
    pub async fn shift(
        id: Id<Rule>,
        earlier: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), RuleError> {
        actor.must(Right::ManageBrand)?;
        let mut all = Rule::all(actor, tx).await?;
        let at = all.iter().position(|rule| rule.id == id).ok_or(RuleError::NotFound)?;
        let to = if earlier { at.checked_sub(1) } else { Some(at + 1) };
        let Some(to) = to.filter(|to| *to < all.len()) else { return Ok(()) };
        let (before, after) = ((at + 1).to_string(), (to + 1).to_string());
        all.swap(at, to);
        let order: Vec<_> = all.iter().map(|rule| rule.id).collect();
        store::rules::set_order(actor.brand(), &order, tx).await?;
        all[to].record("rule.moved", before, after, actor, tx).await
    }

    /// Takes it away; what it did stays written. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`RuleError`].
    pub async fn remove(id: Id<Rule>, actor: &Actor, tx: &mut Tx) -> Result<(), RuleError> {
        actor.must(Right::ManageBrand)?;
        let rule = Rule::load(id, actor, tx).await?;
        store::rules::set_removed(actor.brand(), id, Some(tx.now()), tx).await?;
        rule.record("rule.removed", rule.written()?, String::new(), actor, tx).await
    }

    /// Brings back what was just taken away. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`RuleError`].
    pub async fn bring_back(id: Id<Rule>, actor: &Actor, tx: &mut Tx) -> Result<(), RuleError> {
        actor.must(Right::ManageBrand)?;
        store::rules::set_removed(actor.brand(), id, None, tx).await?;
        let rule = Rule::load(id, actor, tx).await?;
        rule.record("rule.brought_back", String::new(), rule.written()?, actor, tx).await
    }

    fn written(&self) -> Result<String, Error> {
        serde_json::to_string(&self.says).map_err(|error| Error::other(error.to_string()))
    }

    async fn record(
        &self,
        what: &'static str,
        before: String,
        after: String,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), RuleError> {
        let entry = NewEntry {
            rule: Some(self.id),
            about: self.says.name.clone(),
            before,
            after,
            ..NewEntry::of(what)
        };
        log::write(entry, actor, tx).await?;
        let verb = match what {
            "rule.added" => "moderation_rule.added",
            "rule.changed" => "moderation_rule.changed",
            "rule.turned_on" => "moderation_rule.turned_on",
            "rule.turned_off" => "moderation_rule.turned_off",
            "rule.moved" => "moderation_rule.moved",
            "rule.removed" => "moderation_rule.removed",
            _ => "moderation_rule.brought_back",
        };
        let subject = Subject::new("moderation_rule", self.id);
        let data = json!({ "name": self.says.name });
        Ok(activity::record(tx, actor, verb, subject, data).await?)
    }
}
