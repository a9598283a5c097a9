//! What a negative burst raises, once.

use database::{Tx, text_enum};
use jiff::Timestamp;
use platform::activity::{self, Subject};
use platform::notification::Notification;
use platform::{Actor, Brand, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::burst::{Prediction, Span};
use super::{Crisis, CrisisError, Spoken, store};

/// A negative burst that was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// Which one.
    pub id: Id<Alert>,
    /// Whose.
    pub brand: Id<Brand>,
    /// An hour, or a day.
    pub span: Span,
    /// Its beginning.
    pub from: Timestamp,
    /// Its end.
    pub to: Timestamp,
    /// Negative messages in it, as last counted.
    pub seen: i64,
    /// What its past predicts.
    pub prediction: Prediction,
    /// When it was told.
    pub raised_at: Timestamp,
    /// When the burst was last seen to go on.
    pub last_at: Timestamp,
    /// Where it stands.
    pub state: AlertState,
    /// Who closed it; nobody when it passed by itself.
    pub closed_by: Option<Id<Teammate>>,
    /// When it was closed, or became a crisis.
    pub closed_at: Option<Timestamp>,
    /// The crisis that was opened from it.
    pub crisis: Option<Id<Crisis>>,
}

text_enum! {
    /// Where an alert stands.
    pub enum AlertState {
        /// Someone should look.
        Open => "open",
        /// Someone looked, and it is no crisis; or it passed.
        Closed => "closed",
        /// A crisis was opened from it.
        Crisis => "crisis",
    }
}

impl Alert {
    /// The alert, if the actor's brand has it.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn load(id: Id<Alert>, actor: &Actor, tx: &mut Tx) -> Result<Alert, CrisisError> {
        actor.must(Right::Read)?;
        store::alerts::load(actor.brand(), id, "", tx).await?.ok_or(CrisisError::NotFound)
    }

    /// The brand's alerts, the latest first; 50 at most.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn list(actor: &Actor, tx: &mut Tx) -> Result<Vec<Alert>, CrisisError> {
        actor.must(Right::Read)?;
        Ok(store::alerts::list(actor.brand(), false, 50, tx).await?)
    }

    /// What is said in its hour, or day: the last 500 negative messages.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn spoken(&self, actor: &Actor, tx: &mut Tx) -> Result<Spoken, CrisisError> {
        actor.must(Right::Read)?;
        let said =
            store::messages::negative_said(actor.brand(), self.from, self.to, 500, tx).await?;
        Ok(Spoken { total: said.len() as i64, said })
    }

    /// Someone looked, and it is no crisis. One that is closed already stays as it is.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn close(id: Id<Alert>, actor: &Actor, tx: &mut Tx) -> Result<(), CrisisError> {
        actor.must(Right::Converse)?;
        let lock = tx.for_update();
        let alert = store::alerts::load(actor.brand(), id, lock, tx).await?;
        let alert = alert.ok_or(CrisisError::NotFound)?;
        if alert.state != AlertState::Open {
            return Ok(());
        }
        store::alerts::close(id, AlertState::Closed, actor.teammate_id(), None, tx).await?;
        alert.settled("crisis.alert_closed", actor, tx).await
    }

    /// Nobody needs to be told any more.
    pub(super) async fn settled(
        &self,
        verb: &'static str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        let subject = Subject::new("crisis_alert", self.id);
        Notification::settle(self.brand, &subject, tx).await?;
        activity::record(tx, actor, verb, subject, json!({ "messages": self.seen })).await?;
        Ok(())
    }
}
