//! Campaigns: launches, exclusives and themes that group posts.

mod day;
mod edit;
mod plan;
mod step;
mod step_store;
mod store;
mod tally;

use database::{Tx, text_enum};
use jiff::civil::Date;
use platform::{Actor, Brand, NotAllowed, Right};
use primitives::Id;

pub use day::DayMoved;
pub use edit::{CampaignEdit, LONGEST_ABOUT, LONGEST_NAME};
pub use plan::{Idea, PhaseName, ideas, phases};
pub use step::{Following, LONGEST_BRIEF, Step, StepEdit, StepPost};
pub use tally::{CampaignPost, PostOn, Stage, Tally};

/// A launch, an exclusive or a theme that groups posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Its id.
    pub id: Id<Campaign>,
    /// The brand.
    pub brand: Id<Brand>,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub kind: CampaignKind,
    /// What it is about, for the team.
    pub about: String,
    /// `#rrggbb`.
    pub colour: String,
    /// Its first day in the brand's zone.
    pub starts_on: Option<Date>,
    /// Its last day.
    pub ends_on: Option<Date>,
    /// The day that its plan turns around: the launch, the opening to everyone, the theme's
    /// first day.
    pub day: Option<Date>,
    /// Whether it is over and put away.
    pub archived: bool,
}

text_enum! {
    /// What a campaign is for.
    pub enum CampaignKind {
        /// A product's launch: teasing, the day, what follows.
        Launch => "launch",
        /// Something that the community gets first.
        Exclusive => "exclusive",
        /// A theme that runs for a while.
        Theme => "theme",
    }
}

/// Where a campaign stands on a day, by its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It has no dates.
    Undated,
    /// Its first day is still to come.
    ToCome,
    /// It is on.
    On,
    /// Its last day has passed.
    Over,
    /// It was put away.
    PutAway,
}

/// Why a campaign could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum CampaignError {
    /// There is no such campaign in the actor's brand.
    #[error("there is no such campaign in this brand")]
    NotFound,
    /// A campaign needs a name of at most [`LONGEST_NAME`] characters.
    #[error("a campaign needs a name of at most {LONGEST_NAME} characters")]
    Name,
    /// Another campaign has this name.
    #[error("another campaign has this name")]
    NameTaken,
    /// More than [`LONGEST_ABOUT`] characters.
    #[error("what it is about is longer than {LONGEST_ABOUT} characters")]
    About,
    /// Not `#rrggbb`.
    #[error("not a colour")]
    Colour,
    /// It would end before it starts.
    #[error("a campaign can't end before it starts")]
    EndsBeforeItStarts,
    /// Its day is not between its first and its last.
    #[error("the day is not within the campaign")]
    DayOutside,
    /// There is no such step in the campaign's plan.
    #[error("there is no such step in this plan")]
    NoSuchStep,
    /// A step says what is to be said, in at most [`LONGEST_BRIEF`] characters.
    #[error("a step needs words, at most {LONGEST_BRIEF} characters")]
    Brief,
    /// More than a year from the day, or not a time of day.
    #[error("a step is at most a year from the day, at a time of day")]
    StepTime,
    /// The campaign has no day yet, so that its plan has no dates.
    #[error("the campaign has no day yet")]
    NoDay,
    /// A post of it could not be changed.
    #[error(transparent)]
    Post(#[from] crate::post::EditError),
    /// A post of it could not be moved.
    #[error(transparent)]
    Schedule(#[from] crate::post::ScheduleError),
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Campaign {
    /// Every campaign of the brand, the newest first, archived ones last.
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Campaign>, CampaignError> {
        actor.must(Right::Read)?;
        Ok(store::all(actor.brand(), tx).await?)
    }

    /// The campaign, if the actor's brand has it.
    pub async fn load(
        id: Id<Campaign>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Campaign, CampaignError> {
        actor.must(Right::Read)?;
        store::load(actor.brand(), id, tx).await?.ok_or(CampaignError::NotFound)
    }

    /// Whether the brand has it or had it: what was written for a campaign taken away still says
    /// so, in case it is brought back.
    pub(crate) async fn was_ever(
        id: Id<Campaign>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<bool, database::Error> {
        store::was_ever(actor.brand(), id, tx).await
    }

    /// Where it stands on that day.
    pub fn standing(&self, today: Date) -> Standing {
        let first = self.starts_on.or(self.day);
        let last = self.ends_on.or(self.day);
        if self.archived {
            Standing::PutAway
        } else if first.is_none() && last.is_none() {
            Standing::Undated
        } else if last.is_some_and(|last| last < today) {
            Standing::Over
        } else if first.is_some_and(|first| first > today) {
            Standing::ToCome
        } else {
            Standing::On
        }
    }
}
