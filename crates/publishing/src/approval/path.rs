use channels::Channel;
use database::Tx;
use jiff::Timestamp;
use platform::activity::{self, Subject};
use platform::field::Email;
use platform::{Actor, Membership, Right, Role, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{ApprovalError, Asked, AskedStep, key_of, key_of_outside, store};
use crate::campaign::Campaign;
use crate::post::Post;

/// The most steps a path may have, and people a step.
const MOST: usize = 10;

/// Whom to ask before what is published somewhere.
#[derive(Debug, Clone)]
pub struct Path {
    /// Its id.
    pub id: Id<Path>,
    /// What it is for.
    pub scope: Scope,
    /// Its steps, in order; none: nobody is asked, whatever the brand's own path says.
    pub steps: Vec<Step>,
    /// Since when.
    pub created_at: Timestamp,
}

/// What a path is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everything that has no path of its own.
    Brand,
    /// What is published on a channel.
    Channel(Id<Channel>),
    /// The posts of a campaign, wherever they go.
    Campaign(Id<Campaign>),
}

/// A step: people who are asked at the same time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Whether one is enough.
    pub mode: Mode,
    /// Who is asked.
    pub approvers: Vec<Approver>,
}

/// How many of a step must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Any one.
    Any,
    /// All of them.
    All,
}

/// Who may be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Approver {
    /// Whoever runs the brand on that day: its owners and managers.
    Managers,
    /// A teammate.
    Teammate {
        /// Who.
        id: Id<Teammate>,
    },
    /// Someone outside, who answers from a letter or a client link.
    Outside {
        /// Their name.
        name: String,
        /// Their address.
        email: String,
    },
}

/// What applies to a post.
#[derive(Debug, Clone, Default)]
pub struct Applies {
    /// The steps of every path that applies, one after the other.
    pub steps: Vec<Step>,
    /// Since when the oldest of them is there.
    pub since: Timestamp,
}

impl Path {
    /// The paths of the actor's brand: its own, then those of channels and campaigns.
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Path>, ApprovalError> {
        actor.must(Right::Read)?;
        Ok(store::paths(actor.brand(), tx).await?)
    }

    /// Says whom to ask for a scope, from now on. What was asked already keeps its steps.
    pub async fn set(
        scope: Scope,
        steps: Vec<Step>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ApprovalError> {
        actor.must(Right::ManageBrand)?;
        let steps = checked(steps, actor, tx).await?;
        match scope {
            Scope::Brand => {}
            Scope::Channel(id) => {
                Channel::load(id, actor, tx).await.map_err(|_| ApprovalError::NotFound)?;
            }
            Scope::Campaign(id) => {
                Campaign::load(id, actor, tx).await.map_err(|_| ApprovalError::NotFound)?;
            }
        }
        store::set_path(scope, &steps, actor, tx).await?;
        let data = json!({ "scope": scope.kind(), "steps": steps.len() });
        let subject = Subject::new("brand", actor.brand());
        Ok(activity::record(tx, actor, "approval.path_set", subject, data).await?)
    }

    /// Takes a scope's path away: the brand's own holds again; for the brand, nobody is asked.
    pub async fn remove(scope: Scope, actor: &Actor, tx: &mut Tx) -> Result<(), ApprovalError> {
        actor.must(Right::ManageBrand)?;
        if !store::remove_path(scope, actor, tx).await? {
            return Err(ApprovalError::NotFound);
        }
        let data = json!({ "scope": scope.kind() });
        let subject = Subject::new("brand", actor.brand());
        Ok(activity::record(tx, actor, "approval.path_removed", subject, data).await?)
    }

    /// What applies to a post: its campaign's path, else that of each of its channels.
    pub async fn of(post: &Post, tx: &mut Tx) -> Result<Applies, database::Error> {
        let paths = store::paths(post.brand, tx).await?;
        let find = |scope: Scope| paths.iter().find(|path| path.scope == scope);
        let mut chosen: Vec<&Path> = Vec::new();
        match post.campaign.and_then(|id| find(Scope::Campaign(id))) {
            Some(path) => chosen.push(path),
            None => {
                for variant in &post.variants {
                    let own = find(Scope::Channel(variant.channel)).or(find(Scope::Brand));
                    let new = own.filter(|path| chosen.iter().all(|known| known.id != path.id));
                    chosen.extend(new);
                }
            }
        }
        let mut steps: Vec<Step> = Vec::new();
        // Two channels that ask the same people ask them once.
        for step in chosen.iter().flat_map(|path| &path.steps) {
            if !steps.contains(step) {
                steps.push(step.clone());
            }
        }
        let since = chosen.iter().filter(|path| !path.steps.is_empty());
        let since = since.map(|path| path.created_at).min().unwrap_or_default();
        Ok(Applies { steps, since })
    }
}

impl Scope {
    /// Its name.
    pub fn kind(self) -> &'static str {
        match self {
            Scope::Brand => "brand",
            Scope::Channel(_) => "channel",
            Scope::Campaign(_) => "campaign",
        }
    }
}

impl Applies {
    /// Whether nobody is asked.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The steps with the people that they mean today. A step whose people have all left falls
    /// to those who run the brand, so that nothing waits for nobody.
    pub(super) async fn people(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<AskedStep>, ApprovalError> {
        let team = team_of(actor, tx).await?;
        let asked = |member: &Membership| Asked {
            key: key_of(member.teammate),
            name: member.name.to_string(),
            email: member.email.to_string(),
            teammate: Some(member.teammate),
            instead_of: None,
        };
        let managers = || team.iter().filter(|m| m.role <= Role::Manager).map(asked);
        let mut steps = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let mut people: Vec<Asked> = Vec::new();
            for approver in &step.approvers {
                let found: Vec<Asked> = match approver {
                    Approver::Managers => managers().collect(),
                    Approver::Teammate { id } => {
                        team.iter().filter(|m| m.teammate == *id).map(asked).collect()
                    }
                    Approver::Outside { name, email } => vec![outside(name, email)],
                };
                let new = found.into_iter().filter(|f| people.iter().all(|p| p.key != f.key));
                let new: Vec<_> = new.collect();
                people.extend(new);
            }
            let mode = if people.is_empty() { Mode::Any } else { step.mode };
            if people.is_empty() {
                people = managers().collect();
            }
            steps.push(AskedStep { mode, people });
        }
        Ok(steps)
    }
}

pub(super) fn outside(name: &str, email: &str) -> Asked {
    Asked {
        key: key_of_outside(email),
        name: name.to_owned(),
        email: email.to_owned(),
        teammate: None,
        instead_of: None,
    }
}

/// The brand's team, whoever asks.
pub(super) async fn team_of(
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Membership>, database::Error> {
    let found = Membership::of_brand(&Actor::system(actor.brand()), tx).await;
    found.map_err(|error| match error {
        platform::membership::MembershipError::Database(error) => error,
        other => database::Error::other(other.to_string()),
    })
}

async fn checked(steps: Vec<Step>, actor: &Actor, tx: &mut Tx) -> Result<Vec<Step>, ApprovalError> {
    if steps.len() > MOST {
        return Err(ApprovalError::NobodyNamed);
    }
    let team = team_of(actor, tx).await?;
    let mut kept = Vec::with_capacity(steps.len());
    for step in steps {
        let mut approvers = Vec::with_capacity(step.approvers.len());
        for approver in step.approvers.into_iter().take(MOST) {
            let approver = match approver {
                Approver::Teammate { id } if team.iter().all(|m| m.teammate != id) => {
                    return Err(ApprovalError::NotFound);
                }
                Approver::Outside { name, email } => named_outside(&name, &email)?,
                known => known,
            };
            approvers.push(approver);
        }
        if approvers.is_empty() {
            return Err(ApprovalError::NobodyNamed);
        }
        kept.push(Step { mode: step.mode, approvers });
    }
    Ok(kept)
}

/// Someone outside, with a name and an address that can be one.
pub(super) fn named_outside(name: &str, email: &str) -> Result<Approver, ApprovalError> {
    let email = Email::parse(email).map_err(|_| ApprovalError::NotAnAddress)?;
    let name = name.trim();
    let name = if name.is_empty() { email.as_str() } else { name };
    let name: String = name.chars().take(100).collect();
    Ok(Approver::Outside { name, email: email.to_string() })
}
