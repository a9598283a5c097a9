//! Whether what a rule says can be taken, and whether all that it names is there.

use database::Tx;
use platform::{Actor, Right, Role};

use super::{Action, LONGEST_NAME, LONGEST_REASON, NewRule, RuleError};
use crate::moderation::What;
use crate::moderation::ground::Ground;
use crate::saved::SavedReply;
use crate::typed;

impl NewRule {
    pub(super) async fn check(mut self, actor: &Actor, tx: &mut Tx) -> Result<NewRule, RuleError> {
        self.name = typed::line(&self.name);
        if self.name.is_empty() || self.name.chars().count() > LONGEST_NAME {
            return Err(RuleError::BadName);
        }
        self.reason = typed::words(&self.reason);
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
            if let What::Channel { channels } = &condition.what {
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
