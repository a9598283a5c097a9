//! Drafts and the day they are meant for.

use database::Tx;
use jiff::civil::DateTime;
use platform::activity::{self, Subject};
use platform::{Actor, Brand, NotAllowed, Right};
use serde_json::json;

use super::{CalendarError, Narrowed, Occasion, store};
use crate::local_time::{LocalSchedule, TimeError};
use crate::post::{Post, PostError};

/// Why a draft could not be given a day.
#[derive(Debug, thiserror::Error)]
pub enum WantError {
    /// It is scheduled: its time is moved by scheduling it.
    #[error("only a draft has a wanted day")]
    NotADraft,
    /// The day has passed.
    #[error("this day has passed")]
    InThePast,
    /// Not a time, or out of range.
    #[error(transparent)]
    Time(#[from] TimeError),
    /// Not found, not allowed, or the database.
    #[error(transparent)]
    Post(#[from] PostError),
}

impl From<NotAllowed> for WantError {
    fn from(error: NotAllowed) -> Self {
        PostError::from(error).into()
    }
}
impl From<database::Error> for WantError {
    fn from(error: database::Error) -> Self {
        PostError::from(error).into()
    }
}

/// The drafts without a day, the last changed first.
pub async fn ideas(
    narrowed: &Narrowed,
    most: i64,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Occasion>, CalendarError> {
    actor.must(Right::Read)?;
    Ok(store::ideas(actor.brand(), narrowed, most, tx).await?)
}

impl Post {
    /// Gives a draft the day and time it is meant for, as the brand's clocks read; `None` takes
    /// them away. Nothing leaves for it.
    pub async fn want(
        &self,
        local: Option<DateTime>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Post, WantError> {
        actor.must(Right::Draft)?;
        if !self.is_draft() {
            return Err(WantError::NotADraft);
        }
        let at = match local {
            None => None,
            Some(local) => {
                let brand = Brand::of(actor, tx).await?;
                let at = LocalSchedule::resolve(local, brand.zone.name())?;
                let at = at.within_ten_years(tx.now())?;
                if local.date() < brand.zone.time_zone().to_datetime(tx.now()).date() {
                    return Err(WantError::InThePast);
                }
                Some(at)
            }
        };
        store::want(self.id, at.as_ref(), tx).await?;
        let (verb, data) = match &at {
            Some(at) => ("post.wanted", json!({ "local": at.local.to_string() })),
            None => ("post.unwanted", json!({})),
        };
        activity::record(tx, actor, verb, Subject::new("post", self.id), data).await?;
        Ok(Post::load(self.id, actor, tx).await?)
    }
}
