//! Rules: what the brand has done with what comes, in order.

use database::{Error, Tx};
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right, Role, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::condition::{Bad, Condition, Ready, Why};
use super::facts::{Facts, Needs};
use super::ground::{Ground, NewGround};
use super::log::{self, NewEntry};
use super::pattern::PatternError;
use super::store;
use crate::conversation::Priority;
use crate::label::Label;
use crate::saved::SavedReply;

/// The most rules of a brand.
const MOST: usize = 60;
/// The longest name and the longest reason, in characters.
const LONGEST_NAME: usize = 80;
pub(super) const LONGEST_REASON: usize = 2_000;

database::text_enum! {
    /// How conditions go together.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Joined {
        /// All of them hold.
        All => "all",
        /// One holds at least.
        Any => "any",
    }
}

/// One thing that a rule does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Action {
    /// Puts a label on the conversation.
    Label {
        /// Which one.
        label: Id<Label>,
    },
    /// Gives the conversation to a teammate.
    Assign {
        /// To whom.
        to: Id<Teammate>,
    },
    /// Says how urgent it is.
    Priority {
        /// How urgent.
        priority: PriorityWord,
    },
    /// Hides the message at its network.
    Hide,
    /// Deletes it.
    Delete,
    /// Puts it in the review queue.
    Ask,
    /// Answers with a ready reply.
    Reply {
        /// Which one.
        saved: Id<SavedReply>,
        /// Sent at once; otherwise laid out for a person.
        send: bool,
    },
    /// Resolves the conversation.
    Resolve,
}

/// An urgency, as it is written in a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriorityWord(pub Priority);

impl Serialize for PriorityWord {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.as_str())
    }
}

impl<'de> Deserialize<'de> for PriorityWord {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(PriorityWord).map_err(serde::de::Error::custom)
    }
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewRule {
    /// What teammates call it.
    pub name: String,
    /// How its conditions go together.
    pub joined: Joined,
    /// What it asks, each kind once at most.
    pub conditions: Vec<Condition>,
    /// What it does, each kind once at most.
    pub actions: Vec<Action>,
    /// Whether rules after it are left aside when it applies.
    #[serde(default)]
    pub stops: bool,
    /// What hiding or deleting rests on.
    #[serde(default)]
    pub ground: Option<NewGround>,
    /// The facts, as their author reads them.
    #[serde(default)]
    pub reason: String,
    /// Whether the author is sent the statement of reasons where the network allows it.
    #[serde(default)]
    pub tells: bool,
}

/// A rule of the brand.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Which one.
    pub id: Id<Rule>,
    /// Whether it is applied to what comes.
    pub active: bool,
    /// What it says.
    pub says: NewRule,
}

/// Why a rule was not taken.
#[derive(Debug, thiserror::Error)]
pub enum RuleError {
    /// There is no such rule in the brand.
    #[error("there is no such rule in this brand")]
    NotFound,
    /// It has no name, or one that is too long.
    #[error("a name has 1 to {LONGEST_NAME} characters")]
    BadName,
    /// It asks nothing.
    #[error("it asks nothing")]
    NoCondition,
    /// It does nothing.
    #[error("it does nothing")]
    NoAction,
    /// It asks, or does, the same kind of thing twice.
    #[error("twice the same kind")]
    Twice,
    /// A pattern can't be used.
    #[error("a pattern: {0}")]
    Pattern(PatternError),
    /// A list of words holds none, or too many.
    #[error("no words")]
    Words,
    /// That is no host.
    #[error("not a host: {0}")]
    Host(String),
    /// A choice among several names none.
    #[error("nothing chosen: {0}")]
    Choice(&'static str),
    /// A number is out of bounds.
    #[error("out of bounds: {0}")]
    Number(&'static str),
    /// Hours that are none.
    #[error("not a span of hours")]
    Time,
    /// Hiding and deleting rest on a ground, with a reason.
    #[error("hiding and deleting need a ground and a reason")]
    NoGround,
    /// The reason is too long.
    #[error("longer than {LONGEST_REASON} characters")]
    TooLong,
    /// It names a label, a channel, a ready reply, a clause or a teammate that the brand lacks.
    #[error("it names something that this brand lacks: {0}")]
    Unknown(&'static str),
    /// The brand has as many as it may.
    #[error("a brand has {MOST} rules at most")]
    TooMany,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<Bad> for RuleError {
    fn from(bad: Bad) -> Self {
        match bad {
            Bad::Pattern(error) => Self::Pattern(error),
            Bad::Words => Self::Words,
            Bad::Host(host) => Self::Host(host),
            Bad::Choice(what) => Self::Choice(what),
            Bad::Number(what) => Self::Number(what),
            Bad::Time => Self::Time,
        }
    }
}

impl Action {
    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            Action::Label { .. } => "label",
            Action::Assign { .. } => "assign",
            Action::Priority { .. } => "priority",
            Action::Hide => "hide",
            Action::Delete => "delete",
            Action::Ask => "ask",
            Action::Reply { send: false, .. } => "draft",
            Action::Reply { .. } => "reply",
            Action::Resolve => "resolve",
        }
    }
}

/// A rule made ready to look at many messages.
pub(super) struct ReadyRule {
    pub rule: Rule,
    conditions: Vec<Ready>,
}

/// Makes rules ready; one that can no longer be read is left out.
pub(super) fn ready(rules: Vec<Rule>) -> (Vec<ReadyRule>, Needs) {
    let mut needs = Needs::default();
    let mut all = Vec::with_capacity(rules.len());
    for rule in rules {
        let conditions: Result<Vec<_>, _> =
            rule.says.conditions.iter().map(Condition::ready).collect();
        let Ok(conditions) = conditions else {
            tracing::warn!(rule = %rule.id, "a rule can't be read; it is left aside");
            continue;
        };
        needs.judging |= rule.says.conditions.iter().any(|one| one.what.needs_judging());
        needs.history |= rule.says.conditions.iter().any(|one| one.what.needs_history());
        all.push(ReadyRule { rule, conditions });
    }
    (all, needs)
}

/// The rules that apply to a message, in order, with what held.
pub(super) fn fitting<'r>(rules: &'r [ReadyRule], facts: &Facts) -> Vec<(&'r Rule, Vec<Why>)> {
    let mut found = Vec::new();
    for ready in rules {
        if let Some(why) = ready.fits(facts) {
            found.push((&ready.rule, why));
            if ready.rule.says.stops {
                break;
            }
        }
    }
    found
}

impl ReadyRule {
    fn fits(&self, facts: &Facts) -> Option<Vec<Why>> {
        let held: Vec<Option<Why>> = self.conditions.iter().map(|one| one.holds(facts)).collect();
        let fits = match self.rule.says.joined {
            Joined::All => held.iter().all(Option::is_some),
            Joined::Any => held.iter().any(Option::is_some),
        };
        (fits && !held.is_empty()).then(|| held.into_iter().flatten().collect())
    }
}

impl NewRule {
    /// Whether it hides or deletes.
    pub fn restricts(&self) -> bool {
        self.actions.iter().any(|action| matches!(action, Action::Hide | Action::Delete))
    }

    async fn check(mut self, actor: &Actor, tx: &mut Tx) -> Result<NewRule, RuleError> {
        self.name = self.name.split_whitespace().collect::<Vec<_>>().join(" ").replace('\0', "");
        if self.name.is_empty() || self.name.chars().count() > LONGEST_NAME {
            return Err(RuleError::BadName);
        }
        self.reason = self.reason.replace("\r\n", "\n").replace('\0', "").trim().to_owned();
        if self.reason.chars().count() > LONGEST_REASON {
            return Err(RuleError::TooLong);
        }
        if self.conditions.is_empty() {
            return Err(RuleError::NoCondition);
        }
        if self.actions.is_empty() {
            return Err(RuleError::NoAction);
        }
        for condition in &self.conditions {
            condition.ready()?;
        }
        let twice = |names: Vec<&str>| {
            let mut seen = std::collections::HashSet::new();
            names.into_iter().any(|name| !seen.insert(if name == "draft" { "reply" } else { name }))
        };
        if twice(self.conditions.iter().map(|one| one.what.name()).collect())
            || twice(self.actions.iter().map(Action::name).collect())
        {
            return Err(RuleError::Twice);
        }
        if self.restricts() && (self.ground.is_none() || self.reason.is_empty()) {
            return Err(RuleError::NoGround);
        }
        self.known(actor, tx).await?;
        Ok(self)
    }

    /// Whether all that it names is there.
    async fn known(&self, actor: &Actor, tx: &mut Tx) -> Result<(), RuleError> {
        if let Some(ground) = &self.ground {
            let there = Ground::of(ground, actor.brand(), tx).await?;
            there.ok_or(RuleError::Unknown("ground"))?;
        }
        for condition in &self.conditions {
            if let super::What::Channel { channels } = &condition.what {
                for channel in channels {
                    if !crate::promise::knows(actor.brand(), Some(*channel), None, tx).await? {
                        return Err(RuleError::Unknown("channel"));
                    }
                }
            }
        }
        for action in &self.actions {
            let known = match action {
                Action::Label { label } => {
                    crate::promise::knows(actor.brand(), None, Some(*label), tx).await?
                }
                Action::Assign { to } => {
                    let role: Option<Role> =
                        crate::conversation::store::role_of(actor.brand(), *to, tx).await?;
                    role.is_some_and(|role| role.may(Right::Converse))
                }
                Action::Reply { saved, .. } => match SavedReply::load(*saved, actor, tx).await {
                    Ok(_) => true,
                    Err(crate::saved::SavedReplyError::Database(error)) => return Err(error.into()),
                    Err(_) => false,
                },
                _ => true,
            };
            if !known {
                return Err(RuleError::Unknown(action.name()));
            }
        }
        Ok(())
    }
}

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
