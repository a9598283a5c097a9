//! Which checks a brand uses, and how strongly each speaks there.

use database::Tx;
use platform::activity::{self, Subject};
use platform::{Actor, Right};
use serde_json::json;

use super::{Guard, GuardError, Level, store};

/// A check in a brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GuardSetting {
    /// The check.
    pub guard: Guard,
    /// Whether it is used.
    pub active: bool,
    /// How strongly it speaks.
    pub level: Level,
}

/// Every check as a brand has set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuardSettings(Vec<GuardSetting>);

impl Default for GuardSettings {
    fn default() -> Self {
        let usual = |guard: &Guard| GuardSetting {
            guard: *guard,
            active: true,
            level: guard.usual_level(),
        };
        Self(Guard::ALL.iter().map(usual).collect())
    }
}

impl GuardSettings {
    /// Those of the actor's brand.
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<Self, GuardError> {
        actor.must(Right::Read)?;
        let mut settings = Self::default();
        for decided in store::settings(actor.brand(), tx).await? {
            settings.put(decided);
        }
        Ok(settings)
    }

    /// Sets checks. Needs [`Right::ManageBrand`].
    pub async fn set(
        wanted: &[GuardSetting],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), GuardError> {
        actor.must(Right::ManageBrand)?;
        let before = Self::of(actor, tx).await?;
        let changed: Vec<_> =
            wanted.iter().copied().filter(|one| before.get(one.guard) != *one).collect();
        if changed.is_empty() {
            return Ok(());
        }
        store::write_settings(actor.brand(), &changed, tx).await?;
        let said = |one: &GuardSetting| json!({ "guard": one.guard.as_str(), "active": one.active, "level": one.level.as_str() });
        let data = json!({ "checks": changed.iter().map(said).collect::<Vec<_>>() });
        let subject = Subject::new("charter", actor.brand());
        activity::record(tx, actor, "guard.set", subject, data).await?;
        Ok(())
    }

    /// A check as it is set.
    pub fn get(&self, guard: Guard) -> GuardSetting {
        let found = self.0.iter().find(|one| one.guard == guard).copied();
        found.unwrap_or(GuardSetting { guard, active: true, level: guard.usual_level() })
    }

    /// Puts a check in its place; for a [`super::Desk`] made by hand.
    pub fn put(&mut self, setting: GuardSetting) {
        self.0.retain(|one| one.guard != setting.guard);
        self.0.push(setting);
    }

    /// How strongly a check speaks, if it is used.
    pub fn level(&self, guard: Guard) -> Option<Level> {
        Some(self.get(guard)).filter(|one| one.active).map(|one| one.level)
    }
}
