use database::Tx;
use platform::activity::{self, Subject};
use platform::{Actor, Right};
use serde_json::json;

use super::{EscalationError, store};

/// How a brand escalates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Setting {
    /// Whether a holding reply keeps the promise of an answer. It does not, unless the brand says
    /// so: the person still waits.
    pub holding_counts: bool,
}

impl Setting {
    /// What the brand decided.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<Setting, EscalationError> {
        actor.must(Right::Read)?;
        Ok(store::setting(actor.brand(), tx).await?)
    }

    /// Decides otherwise. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn set(self, actor: &Actor, tx: &mut Tx) -> Result<(), EscalationError> {
        actor.must(Right::ManageBrand)?;
        store::set_setting(actor.brand(), self, tx).await?;
        let subject = Subject::new("brand", actor.brand());
        let data = json!({ "holding_counts": self.holding_counts });
        Ok(activity::record(tx, actor, "escalation.setting_changed", subject, data).await?)
    }
}
