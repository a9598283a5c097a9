//! Rules made ready, and which of them apply to a message.

use super::{Joined, Rule};
use crate::moderation::condition::{Condition, Ready, Why};
use crate::moderation::facts::{Facts, Needs};

/// A rule made ready to look at many messages.
pub(in crate::moderation) struct ReadyRule {
    pub rule: Rule,
    conditions: Vec<Ready>,
}

/// Makes rules ready; one that can no longer be read is left out.
pub(in crate::moderation) fn ready(rules: Vec<Rule>) -> (Vec<ReadyRule>, Needs) {
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
pub(in crate::moderation) fn fitting<'r>(
    rules: &'r [ReadyRule],
    facts: &Facts,
) -> Vec<(&'r Rule, Vec<Why>)> {
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
