//! A campaign's plan: its steps, and the drafts made of them.

use channels::Channel;
use database::Tx;
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use platform::{Actor, Brand, Right};
use primitives::Id;
use strategy::Format;

use super::edit::note;
use super::{Campaign, CampaignError, PhaseName, step_store, store};
use crate::local_time::LocalSchedule;
use crate::post::{Edit, Post, PostSource, PostState, VariantEdit};

/// The longest account of what a step is to say, and its longest opening words, in characters.
pub const LONGEST_BRIEF: usize = 1_000;
/// How far a step may be from the campaign's day.
const FARTHEST: i64 = 366;

/// One post that a campaign's plan foresees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: Id<Step>,
    /// The phase it belongs to.
    pub phase: PhaseName,
    /// Days after the campaign's day; before it, below 0.
    pub days: i64,
    /// Minutes after midnight, by the brand's clock.
    pub minute: i64,
    /// What the team means to say.
    pub brief: String,
    /// The words that its draft begins with.
    pub opening: String,
    /// The kind of piece that suits it, if one was chosen.
    pub format: Option<Format>,
    /// The post made of it, if one was.
    pub post: Option<StepPost>,
}

/// What a step becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepEdit {
    /// The phase it belongs to.
    pub phase: PhaseName,
    /// Days after the campaign's day; before it, below 0.
    pub days: i64,
    /// Minutes after midnight.
    pub minute: i64,
    /// What the team means to say; not empty.
    pub brief: String,
    /// The words that its draft begins with; may be empty.
    pub opening: String,
    /// The kind of piece that suits it.
    pub format: Option<Format>,
}

/// The post made of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepPost {
    /// The post.
    pub id: Id<Post>,
    /// Whether it was deleted since.
    pub deleted: bool,
    /// Where it stands.
    pub state: PostState,
    /// The time its draft is meant for.
    pub wanted: Option<LocalSchedule>,
    /// Whether some of it has left.
    pub left: bool,
}

/// How the post of a step stands to the time that the plan gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Following {
    /// No draft was made of it yet.
    NotBegun,
    /// Its draft was deleted.
    Deleted,
    /// A draft at the plan's time: it moves with the campaign's day.
    Follows,
    /// A draft that was given another time, or none: it stays where it is.
    Apart,
    /// Scheduled at the plan's time.
    Scheduled,
    /// Scheduled at another time than the plan's: it only moves when asked.
    ScheduledApart,
    /// Published, at least in part.
    Left,
}

impl Step {
    /// The time that the plan gives it, for a campaign with a day.
    #[must_use]
    pub fn due(&self, day: Date, zone: &str) -> Option<LocalSchedule> {
        due(day, self.days, self.minute, zone)
    }

    /// How its post stands to the plan's time.
    #[must_use]
    pub fn following(&self, day: Option<Date>, zone: &str) -> Following {
        let due = day.and_then(|day| self.due(day, zone));
        let as_planned = |local| due.as_ref().is_some_and(|due| due.local == local);
        match &self.post {
            None => Following::NotBegun,
            Some(post) if post.left => Following::Left,
            Some(post) if post.deleted => Following::Deleted,
            Some(post) => match (&post.state, &post.wanted) {
                (PostState::Scheduled(at), _) if as_planned(at.local) => Following::Scheduled,
                (PostState::Scheduled(_), _) => Following::ScheduledApart,
                (PostState::Draft, Some(at)) if as_planned(at.local) => Following::Follows,
                (PostState::Draft, None) if due.is_none() => Following::Follows,
                (PostState::Draft, _) => Following::Apart,
            },
        }
    }
}

/// The reading, so many days after a day at a minute of it.
pub(super) fn due(day: Date, days: i64, minute: i64, zone: &str) -> Option<LocalSchedule> {
    let date = day.checked_add(0.days().try_days(days).ok()?).ok()?;
    let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    let time = Time::new(hour, minute, 0, 0).ok()?;
    LocalSchedule::resolve(date.to_datetime(time), zone).ok()
}

impl Campaign {
    /// The steps of its plan, in order of time.
    pub async fn steps(&self, actor: &Actor, tx: &mut Tx) -> Result<Vec<Step>, CampaignError> {
        actor.must(Right::Read)?;
        Ok(step_store::of_campaign(self.id, actor.brand(), tx).await?)
    }

    /// Gives it these steps if its plan is still empty; doing so twice changes nothing.
    pub async fn lay_out(
        &self,
        steps: Vec<StepEdit>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Step>, CampaignError> {
        actor.must(Right::Draft)?;
        store::take_turn(self.id, actor.brand(), tx).await?;
        if self.steps(actor, tx).await?.is_empty() {
            for step in steps {
                let step = checked(step)?;
                let id = tx.new_id();
                step_store::insert(id, self.id, &step, actor.brand(), tx).await?;
            }
            note("campaign.laid_out", self.id, &self.name, actor, tx).await?;
        }
        self.steps(actor, tx).await
    }

    /// Adds a step to its plan.
    pub async fn add_step(
        &self,
        step: StepEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Id<Step>, CampaignError> {
        actor.must(Right::Draft)?;
        let step = checked(step)?;
        let id = tx.new_id();
        step_store::insert(id, self.id, &step, actor.brand(), tx).await?;
        note("campaign.step_added", self.id, &self.name, actor, tx).await?;
        Ok(id)
    }

    /// Changes a step; its draft moves with it if it follows the plan, what is scheduled stays.
    pub async fn edit_step(
        &self,
        id: Id<Step>,
        edit: StepEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CampaignError> {
        actor.must(Right::Draft)?;
        let edit = checked(edit)?;
        let zone = zone_of(actor, tx).await?;
        let before = self.step(id, actor, tx).await?;
        step_store::update(id, &edit, actor.brand(), tx).await?;
        if before.following(self.day, &zone) == Following::Follows
            && let Some(post) = &before.post
        {
            let due = self.day.and_then(|day| due(day, edit.days, edit.minute, &zone));
            give_time(post.id, due, actor, tx).await?;
        }
        note("campaign.step_changed", self.id, &self.name, actor, tx).await
    }

    /// Takes a step out of the plan, or puts it back; its post stays as it is.
    pub async fn remove_step(
        &self,
        id: Id<Step>,
        removed: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CampaignError> {
        actor.must(Right::Draft)?;
        step_store::remove(id, self.id, removed, actor.brand(), tx).await?;
        let verb = if removed { "campaign.step_removed" } else { "campaign.step_restored" };
        note(verb, self.id, &self.name, actor, tx).await
    }

    /// Makes a draft of each step that never had one, for the channels of its phase, each at the
    /// plan's time; the posts made. Doing so twice makes nothing twice.
    pub async fn prepare(
        &self,
        channels: &[(PhaseName, Vec<Id<Channel>>)],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Id<Post>>, CampaignError> {
        actor.must(Right::Draft)?;
        store::take_turn(self.id, actor.brand(), tx).await?;
        let campaign = Campaign::load(self.id, actor, tx).await?;
        if campaign.day.is_none() {
            return Err(CampaignError::NoDay);
        }
        let mut made = Vec::new();
        for step in campaign.steps(actor, tx).await? {
            if step.post.is_none() {
                let of_phase = channels.iter().find(|(phase, _)| *phase == step.phase);
                let of_phase = of_phase.map_or(&[][..], |(_, channels)| channels.as_slice());
                made.push(campaign.draft_of(&step, of_phase, actor, tx).await?);
            }
        }
        if !made.is_empty() {
            note("campaign.prepared", self.id, &self.name, actor, tx).await?;
        }
        Ok(made)
    }

    /// Makes the draft of one step, when it has none or its own was deleted.
    pub async fn prepare_step(
        &self,
        id: Id<Step>,
        channels: &[Id<Channel>],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Id<Post>, CampaignError> {
        actor.must(Right::Draft)?;
        store::take_turn(self.id, actor.brand(), tx).await?;
        let step = self.step(id, actor, tx).await?;
        match &step.post {
            Some(post) if !post.deleted => Ok(post.id),
            _ => self.draft_of(&step, channels, actor, tx).await,
        }
    }

    /// The step that a post was made of, with its campaign, if there is one.
    pub async fn step_of(
        post: Id<Post>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<(Campaign, Step)>, CampaignError> {
        actor.must(Right::Read)?;
        let Some((campaign, step)) = step_store::of_post(post, actor.brand(), tx).await? else {
            return Ok(None);
        };
        let Some(campaign) = store::load(actor.brand(), campaign, tx).await? else {
            return Ok(None);
        };
        let step = campaign.steps(actor, tx).await?.into_iter().find(|one| one.id == step);
        Ok(step.map(|step| (campaign, step)))
    }

    pub(super) async fn step(
        &self,
        id: Id<Step>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Step, CampaignError> {
        let steps = self.steps(actor, tx).await?;
        steps.into_iter().find(|step| step.id == id).ok_or(CampaignError::NoSuchStep)
    }

    async fn draft_of(
        &self,
        step: &Step,
        channels: &[Id<Channel>],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Id<Post>, CampaignError> {
        let zone = zone_of(actor, tx).await?;
        let edit = Edit {
            text: step.opening.clone(),
            variants: channels.iter().map(|channel| VariantEdit::from((*channel, None))).collect(),
            campaign: Some(self.id),
            wanted: self.day.and_then(|day| step.due(day, &zone)),
            ..Edit::default()
        };
        let post = Post::begin(edit, PostSource::Written, actor, tx).await?;
        step_store::set_post(step.id, post.id, actor.brand(), tx).await?;
        Ok(post.id)
    }
}

pub(super) async fn zone_of(actor: &Actor, tx: &mut Tx) -> Result<String, database::Error> {
    Ok(Brand::of(actor, tx).await?.zone.name().to_owned())
}

/// Gives a draft another tentative time.
pub(super) async fn give_time(
    post: Id<Post>,
    wanted: Option<LocalSchedule>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), CampaignError> {
    let post = Post::load(post, actor, tx).await.map_err(crate::post::EditError::from)?;
    let edit = Edit { wanted, ..post.as_edit() };
    post.edit(edit, post.version, actor, tx).await?;
    Ok(())
}

fn checked(mut step: StepEdit) -> Result<StepEdit, CampaignError> {
    step.brief = step.brief.trim().replace("\r\n", "\n");
    step.opening = step.opening.trim().replace("\r\n", "\n");
    let too_long = |text: &str| text.chars().count() > LONGEST_BRIEF;
    if step.brief.is_empty() || too_long(&step.brief) || too_long(&step.opening) {
        return Err(CampaignError::Brief);
    }
    if step.days.abs() > FARTHEST || !(0..24 * 60).contains(&step.minute) {
        return Err(CampaignError::StepTime);
    }
    Ok(step)
}
