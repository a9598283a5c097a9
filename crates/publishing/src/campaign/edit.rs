use database::Tx;
use jiff::civil::Date;
use platform::activity::{self, Subject};
use platform::{Actor, Right};
use primitives::Id;
use serde_json::json;

use super::{Campaign, CampaignError, CampaignKind, store};

/// The longest name of a campaign, in characters.
pub const LONGEST_NAME: usize = 80;
/// The longest account of what a campaign is about, in characters.
pub const LONGEST_ABOUT: usize = 2_000;

/// What a campaign becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignEdit {
    /// Its name, not empty, its own in the brand.
    pub name: String,
    /// What it is for.
    pub kind: CampaignKind,
    /// What it is about.
    pub about: String,
    /// `#rrggbb`.
    pub colour: String,
    /// Its first day.
    pub starts_on: Option<Date>,
    /// Its last day.
    pub ends_on: Option<Date>,
    /// The day that its plan turns around. [`Campaign::edit`] leaves it as it is: drafts follow
    /// it, so [`Campaign::move_day`] changes it.
    pub day: Option<Date>,
}

impl Campaign {
    /// The edit that changes nothing.
    pub fn as_edit(&self) -> CampaignEdit {
        CampaignEdit {
            name: self.name.clone(),
            kind: self.kind,
            about: self.about.clone(),
            colour: self.colour.clone(),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            day: self.day,
        }
    }

    /// Adds a campaign.
    pub async fn add(
        edit: CampaignEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Campaign, CampaignError> {
        actor.must(Right::Draft)?;
        let edit = checked(edit, None, actor, tx).await?;
        let id = tx.new_id();
        store::insert(id, &edit, actor, tx).await?;
        note("campaign.added", id, &edit.name, actor, tx).await?;
        Campaign::load(id, actor, tx).await
    }

    /// Changes it, but for its day.
    pub async fn edit(
        &self,
        edit: CampaignEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Campaign, CampaignError> {
        actor.must(Right::Draft)?;
        let edit = CampaignEdit { day: self.day, ..edit };
        let edit = checked(edit, Some(self.id), actor, tx).await?;
        store::update(self.id, &edit, actor.brand(), tx).await?;
        note("campaign.changed", self.id, &edit.name, actor, tx).await?;
        Campaign::load(self.id, actor, tx).await
    }

    /// Puts it away with what was written for it, or takes it up again.
    pub async fn archive(
        &self,
        archived: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CampaignError> {
        actor.must(Right::Draft)?;
        store::archive(self.id, archived, actor.brand(), tx).await?;
        let verb = if archived { "campaign.archived" } else { "campaign.taken_up" };
        note(verb, self.id, &self.name, actor, tx).await
    }

    /// Takes it away; its posts stay as they are, and are its own again if it is brought back.
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), CampaignError> {
        actor.must(Right::Draft)?;
        store::remove(self.id, actor.brand(), tx).await?;
        note("campaign.removed", self.id, &self.name, actor, tx).await
    }

    /// Brings back what was just taken away.
    pub async fn restore(
        id: Id<Campaign>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Campaign, CampaignError> {
        actor.must(Right::Draft)?;
        store::restore(id, actor.brand(), tx).await?;
        let campaign = Campaign::load(id, actor, tx).await?;
        note("campaign.restored", id, &campaign.name, actor, tx).await?;
        Ok(campaign)
    }
}

pub(super) async fn note(
    verb: &'static str,
    id: Id<Campaign>,
    name: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), CampaignError> {
    let data = json!({ "name": name });
    activity::record(tx, actor, verb, Subject::new("campaign", id), data).await?;
    Ok(())
}

async fn checked(
    mut edit: CampaignEdit,
    own: Option<Id<Campaign>>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<CampaignEdit, CampaignError> {
    edit.name = edit.name.trim().to_owned();
    edit.about = edit.about.trim().replace("\r\n", "\n");
    if edit.name.is_empty() || edit.name.chars().count() > LONGEST_NAME {
        return Err(CampaignError::Name);
    }
    if edit.about.chars().count() > LONGEST_ABOUT {
        return Err(CampaignError::About);
    }
    let hex = edit.colour.strip_prefix('#').unwrap_or_default();
    if hex.len() != 6 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(CampaignError::Colour);
    }
    check_dates(edit.starts_on, edit.day, edit.ends_on)?;
    let folded = primitives::text::fold(&edit.name);
    let others = store::all(actor.brand(), tx).await?;
    let same = |one: &Campaign| primitives::text::fold(&one.name) == folded;
    if others.iter().any(|one| Some(one.id) != own && same(one)) {
        return Err(CampaignError::NameTaken);
    }
    Ok(edit)
}

pub(super) fn check_dates(
    starts_on: Option<Date>,
    day: Option<Date>,
    ends_on: Option<Date>,
) -> Result<(), CampaignError> {
    let after = |a: Option<Date>, b: Option<Date>| a.zip(b).is_some_and(|(a, b)| a > b);
    if after(starts_on, ends_on) {
        return Err(CampaignError::EndsBeforeItStarts);
    }
    if after(starts_on, day) || after(day, ends_on) {
        return Err(CampaignError::DayOutside);
    }
    Ok(())
}
