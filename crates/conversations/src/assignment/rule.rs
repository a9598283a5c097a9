use channels::Channel;
use database::{Error, Tx, text_enum};
use platform::activity::{self, Subject};
use platform::membership::MembershipError;
use platform::{Actor, Membership, NotAllowed, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::store;
use crate::label::Label;

/// The most rules of a brand.
const MOST: usize = 30;

text_enum! {
    /// How a rule chooses.
    pub enum Way {
        /// One after the other.
        InTurn => "in_turn",
        /// Who has the fewest open conversations.
        LeastLoaded => "least_loaded",
    }
}

/// Who gets the conversations that fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Which one.
    pub id: Id<Rule>,
    /// What it says.
    pub says: NewRule,
    /// Who got the last one.
    pub last: Option<Id<Teammate>>,
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRule {
    /// Only what comes on this channel.
    pub channel: Option<Id<Channel>>,
    /// Only what carries this label.
    pub label: Option<Id<Label>>,
    /// How it chooses.
    pub way: Way,
    /// Among whom, in order.
    pub team: Vec<Id<Teammate>>,
}

/// How much a teammate who answers bears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearing {
    /// Who.
    pub teammate: Id<Teammate>,
    /// Their name.
    pub name: String,
    /// How many open conversations they have.
    pub open: i64,
    /// How many at most.
    pub most: Option<i64>,
    /// Whether they are away today.
    pub away: bool,
}

/// Why a rule or a capacity was not changed.
#[derive(Debug, thiserror::Error)]
pub enum RuleError {
    /// It names nobody.
    #[error("a rule names someone")]
    Nobody,
    /// It names someone who does not answer in this brand.
    #[error("someone of the rule does not answer in this brand")]
    NotOfTeam,
    /// The number is not from 1 to 10,000.
    #[error("a capacity lies between 1 and 10,000")]
    BadCapacity,
    /// The brand has as many as it may.
    #[error("a brand has {MOST} rules at most")]
    TooMany,
    /// There is no such rule, channel or label in the brand.
    #[error("there is no such thing in this brand")]
    NotFound,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<MembershipError> for RuleError {
    fn from(error: MembershipError) -> Self {
        match error {
            MembershipError::NotAllowed(error) => Self::NotAllowed(error),
            MembershipError::Database(error) => Self::Database(error),
            other => Self::Database(Error::other(other.to_string())),
        }
    }
}

impl NewRule {
    pub(super) fn fits(&self, channel: Id<Channel>, labels: &[Id<Label>]) -> bool {
        self.channel.is_none_or(|only| only == channel)
            && self.label.is_none_or(|only| labels.contains(&only))
    }

    async fn check(&mut self, actor: &Actor, tx: &mut Tx) -> Result<(), RuleError> {
        let mut seen = std::collections::HashSet::new();
        self.team.retain(|teammate| seen.insert(*teammate));
        if self.team.is_empty() {
            return Err(RuleError::Nobody);
        }
        let members = Membership::of_brand(actor, tx).await?;
        let answers = |id: &Id<Teammate>| {
            members.iter().any(|m| m.teammate == *id && m.role.may(Right::Converse))
        };
        if !self.team.iter().all(answers) {
            return Err(RuleError::NotOfTeam);
        }
        match store::knows(actor.brand(), self, tx).await? {
            true => Ok(()),
            false => Err(RuleError::NotFound),
        }
    }
}

impl Rule {
    /// The brand's rules, in the order in which they are tried.
    ///
    /// # Errors
    /// [`RuleError`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Rule>, RuleError> {
        actor.must(Right::Read)?;
        Ok(store::rules(actor.brand(), "", tx).await?)
    }

    /// Adds a rule, tried after those that are there. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`RuleError`].
    pub async fn add(mut new: NewRule, actor: &Actor, tx: &mut Tx) -> Result<Rule, RuleError> {
        actor.must(Right::ManageBrand)?;
        new.check(actor, tx).await?;
        if store::rules(actor.brand(), "", tx).await?.len() >= MOST {
            return Err(RuleError::TooMany);
        }
        let rule = Rule { id: tx.new_id(), says: new, last: None };
        store::insert(actor.brand(), &rule, tx).await?;
        rule.record("assignment_rule.added", actor, tx).await?;
        Ok(rule)
    }

    /// Says something else. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`RuleError`].
    pub async fn change(
        id: Id<Rule>,
        mut new: NewRule,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), RuleError> {
        actor.must(Right::ManageBrand)?;
        new.check(actor, tx).await?;
        let rule = Rule { id, says: new, last: None };
        if !store::update(actor.brand(), &rule, tx).await? {
            return Err(RuleError::NotFound);
        }
        rule.record("assignment_rule.changed", actor, tx).await
    }

    /// Takes a rule away. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`RuleError`].
    pub async fn remove(id: Id<Rule>, actor: &Actor, tx: &mut Tx) -> Result<(), RuleError> {
        actor.must(Right::ManageBrand)?;
        let all = store::rules(actor.brand(), "", tx).await?;
        let rule = all.iter().find(|rule| rule.id == id).ok_or(RuleError::NotFound)?;
        store::remove(actor.brand(), id, tx).await?;
        rule.record("assignment_rule.removed", actor, tx).await
    }

    async fn record(
        &self,
        verb: &'static str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), RuleError> {
        let data = json!({ "way": self.says.way.as_str(), "team": self.says.team.len() });
        let subject = Subject::new("assignment_rule", self.id);
        Ok(activity::record(tx, actor, verb, subject, data).await?)
    }
}

/// Those who answer in the brand, by name, with what they have and what they bear.
///
/// # Errors
/// [`RuleError`].
pub async fn bearings(actor: &Actor, tx: &mut Tx) -> Result<Vec<Bearing>, RuleError> {
    let members = Membership::of_brand(actor, tx).await?;
    let able = members.into_iter().filter(|member| member.role.may(Right::Converse));
    let mut all = Vec::new();
    for member in able {
        let stands = store::stands(actor.brand(), member.teammate, tx).await?;
        all.push(Bearing {
            teammate: member.teammate,
            name: member.name.to_string(),
            open: stands.open,
            most: stands.most,
            away: !stands.here,
        });
    }
    Ok(all)
}

/// Says how many open conversations a teammate bears; none: as many as come. Needs
/// [`Right::ManageBrand`].
///
/// # Errors
/// [`RuleError`].
pub async fn set_capacity(
    teammate: Id<Teammate>,
    most: Option<i64>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), RuleError> {
    actor.must(Right::ManageBrand)?;
    if most.is_some_and(|most| !(1..=10_000).contains(&most)) {
        return Err(RuleError::BadCapacity);
    }
    let members = Membership::of_brand(actor, tx).await?;
    if !members.iter().any(|member| member.teammate == teammate) {
        return Err(RuleError::NotOfTeam);
    }
    store::set_capacity(actor.brand(), teammate, most, tx).await?;
    let subject = Subject::new("teammate", teammate);
    let data = json!({ "most": most });
    Ok(activity::record(tx, actor, "assignment.capacity_changed", subject, data).await?)
}
