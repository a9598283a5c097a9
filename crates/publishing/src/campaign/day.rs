//! A campaign's day moves: drafts that follow the plan move with it, what is scheduled only when
//! asked.

use database::Tx;
use jiff::civil::Date;
use platform::{Actor, Right};
use primitives::Id;

use super::edit::{check_dates, note};
use super::step::{give_time, zone_of};
use super::{Campaign, CampaignError, Following, Step, store};
use crate::post::{EditError, Post};

/// What became of a plan when its campaign's day moved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DayMoved {
    /// Drafts that moved with it.
    pub drafts: usize,
    /// Steps whose post is scheduled and stayed: someone decides.
    pub scheduled: Vec<Id<Step>>,
}

impl Campaign {
    /// Gives the campaign another day. Its first and last day move by as much, and so do the
    /// drafts that follow the plan; what is scheduled stays, see [`Campaign::bring_to_plan`].
    pub async fn move_day(
        &self,
        day: Option<Date>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<DayMoved, CampaignError> {
        actor.must(Right::Draft)?;
        store::take_turn(self.id, actor.brand(), tx).await?;
        let before = Campaign::load(self.id, actor, tx).await?;
        let zone = zone_of(actor, tx).await?;
        let steps = before.steps(actor, tx).await?;
        let shift = |date: Option<Date>| match (before.day, day) {
            (Some(from), Some(to)) => date.and_then(|date| date.checked_add(to - from).ok()),
            _ => date,
        };
        let (starts_on, ends_on) = (shift(before.starts_on), shift(before.ends_on));
        check_dates(starts_on, day, ends_on)?;
        store::set_dates(self.id, (starts_on, day, ends_on), actor.brand(), tx).await?;
        let mut moved = DayMoved::default();
        for step in steps {
            let Some(post) = &step.post else { continue };
            match step.following(before.day, &zone) {
                Following::Follows => {
                    let due = day.and_then(|day| step.due(day, &zone));
                    give_time(post.id, due, actor, tx).await?;
                    moved.drafts += 1;
                }
                Following::Scheduled | Following::ScheduledApart
                    if step.following(day, &zone) == Following::ScheduledApart =>
                {
                    moved.scheduled.push(step.id);
                }
                _ => {}
            }
        }
        note("campaign.moved", self.id, &self.name, actor, tx).await?;
        Ok(moved)
    }

    /// Brings the posts of these steps to the plan's time: drafts, and what is scheduled, for
    /// whoever may publish. How many moved.
    pub async fn bring_to_plan(
        &self,
        steps: &[Id<Step>],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<usize, CampaignError> {
        actor.must(Right::Draft)?;
        let day = self.day.ok_or(CampaignError::NoDay)?;
        let zone = zone_of(actor, tx).await?;
        let mut moved = 0;
        for id in steps {
            let step = self.step(*id, actor, tx).await?;
            let (Some(post), Some(due)) = (&step.post, step.due(day, &zone)) else { continue };
            match step.following(self.day, &zone) {
                Following::Apart => {
                    give_time(post.id, Some(due), actor, tx).await?;
                    moved += 1;
                }
                Following::ScheduledApart => {
                    let post = Post::load(post.id, actor, tx).await.map_err(EditError::from)?;
                    post.schedule(&due.local.to_string(), actor, tx).await?;
                    moved += 1;
                }
                _ => {}
            }
        }
        Ok(moved)
    }
}
