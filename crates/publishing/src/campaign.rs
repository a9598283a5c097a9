//! Campaigns: launches and themes that group posts.

mod store;

use database::{Tx, text_enum};
use jiff::civil::Date;
use platform::{Actor, Brand, NotAllowed, Right};
use primitives::Id;

/// A launch or a theme that groups posts.
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

/// Why a campaign could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum CampaignError {
    /// There is no such campaign in the actor's brand.
    #[error("there is no such campaign in this brand")]
    NotFound,
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
        let all = Campaign::all(actor, tx).await?;
        all.into_iter().find(|campaign| campaign.id == id).ok_or(CampaignError::NotFound)
    }
}
