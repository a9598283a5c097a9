//! Several posts changed in one go, with a way back.

mod held;
mod label;
mod store;

use channels::publication::{Publication, PublicationState, StateName};
use database::Tx;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;
use strategy::Topic;

use super::ideas::WantError;
use super::occasion::may_move;
use crate::campaign::Campaign;
use crate::post::{Post, PostError, PostState, ScheduleError};

/// The most posts that are changed in one go.
pub const MOST_AT_ONCE: usize = 500;

/// What is done to each of several posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bulk {
    /// Moves the clock reading by so many days and minutes, forward or back.
    Shift {
        /// Days.
        days: i32,
        /// Minutes.
        minutes: i32,
    },
    /// Moves it to that day; the time of day stays.
    To(Date),
    /// Keeps back what is planned of it.
    Hold,
    /// Lets go what is held of it.
    Release,
    /// Takes it away with everything of it that has not left.
    Remove,
    /// Says what it speaks about and what it belongs to; `None` leaves it as it is.
    Label {
        /// The topic, or none.
        topic: Option<Option<Id<Topic>>>,
        /// The campaign, or none.
        campaign: Option<Option<Id<Campaign>>>,
    },
}

/// Stands for what was done in one go, in an id.
#[derive(Debug)]
pub enum Change {}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What undoes it; none when nothing was changed.
    pub change: Option<Id<Change>>,
    /// How many posts were changed.
    pub changed: usize,
    /// Those that were left as they are, in whole or in part, and why.
    pub refused: Vec<(Id<Post>, Why)>,
}

/// Why a post was left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is not there any more.
    Gone,
    /// The role does not allow it.
    NotAllowed,
    /// It has left, in part or whole.
    AlreadyLeft,
    /// It would be in the past.
    InThePast,
    /// A draft without a day has none to move.
    NoDay,
    /// A network would refuse it.
    Refused,
    /// Someone must agree first.
    NeedsApproval,
    /// A check stops it, or asks for a second look.
    Checked,
    /// The brand or the channel is paused.
    Paused,
    /// There is nothing of it to hold, or to release.
    NothingToDo,
}

/// Why nothing at all was done.
#[derive(Debug, thiserror::Error)]
pub enum BulkError {
    /// More than [`MOST_AT_ONCE`].
    #[error("more than {MOST_AT_ONCE} posts at once")]
    TooMany,
    /// A topic that the brand does not have.
    #[error("there is no such topic in this brand")]
    NoSuchTopic,
    /// A campaign that the brand does not have.
    #[error("there is no such campaign in this brand")]
    NoSuchCampaign,
    /// There is no such change, or it was undone already.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// Not allowed, a race with the fence, or the database.
    #[error(transparent)]
    Post(#[from] PostError),
}

impl From<NotAllowed> for BulkError {
    fn from(error: NotAllowed) -> Self {
        PostError::from(error).into()
    }
}
impl From<database::Error> for BulkError {
    fn from(error: database::Error) -> Self {
        PostError::from(error).into()
    }
}

/// What brings one post back to where it was.
#[derive(Debug, Clone, Serialize, Deserialize)]
enum Back {
    Time { post: Id<Post>, local: DateTime },
    Wanted { post: Id<Post>, local: DateTime },
    Release { publications: Vec<Id<Publication>> },
    Hold { publications: Vec<Id<Publication>> },
    Restore { post: Id<Post>, local: Option<DateTime> },
    Label { post: Id<Post>, topic: Option<Id<Topic>>, campaign: Option<Id<Campaign>> },
}

/// Does the same to several posts; each that can't be is left as it is, and said.
pub async fn apply(
    bulk: Bulk,
    posts: &[Id<Post>],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Done, BulkError> {
    actor.must(Right::Draft)?;
    if posts.len() > MOST_AT_ONCE {
        return Err(BulkError::TooMany);
    }
    let (mut backs, mut refused) = (Vec::new(), Vec::new());
    for id in posts {
        match one(bulk, *id, actor, tx).await? {
            Ok(back) => backs.push(back),
            Err(left) => {
                backs.extend(left.back);
                refused.push((*id, left.why));
            }
        }
    }
    let changed = backs.len();
    let mut change = None;
    if changed > 0 {
        let id = tx.new_id();
        store::keep(id, &backs, actor, tx).await?;
        let data = json!({ "posts": changed, "how": bulk.name() });
        let subject = Subject::new("brand", actor.brand());
        activity::record(tx, actor, "calendar.changed", subject, data).await?;
        change = Some(id);
    }
    Ok(Done { change, changed, refused })
}

impl Bulk {
    fn name(self) -> &'static str {
        match self {
            Bulk::Shift { .. } => "shift",
            Bulk::To(_) => "to",
            Bulk::Hold => "hold",
            Bulk::Release => "release",
            Bulk::Remove => "remove",
            Bulk::Label { .. } => "label",
        }
    }

    /// The clock reading that another becomes.
    fn moved(self, local: DateTime) -> Option<DateTime> {
        match self {
            Bulk::Shift { days, minutes } => {
                local.checked_add(days.days()).ok()?.checked_add(minutes.minutes()).ok()
            }
            Bulk::To(day) => Some(day.to_datetime(local.time())),
            _ => None,
        }
    }
}

type Tried = Result<Back, Left>;

/// A post that was left as it is, in whole, or in part when there is something to bring back.
struct Left {
    back: Option<Back>,
    why: Why,
}

impl From<Why> for Left {
    fn from(why: Why) -> Self {
        Self { back: None, why }
    }
}

async fn one(bulk: Bulk, id: Id<Post>, actor: &Actor, tx: &mut Tx) -> Result<Tried, BulkError> {
    let post = match Post::load(id, actor, tx).await {
        Ok(post) => post,
        Err(PostError::NotFound) => return Ok(Err(Why::Gone.into())),
        Err(error) => return Err(error.into()),
    };
    let needs = if post.is_draft() { Right::Draft } else { Right::Publish };
    if !actor.may(needs) {
        return Ok(Err(Why::NotAllowed.into()));
    }
    match bulk {
        Bulk::Shift { .. } | Bulk::To(_) => match &post.state {
            PostState::Draft => move_draft(bulk, &post, actor, tx).await,
            PostState::Scheduled(at) => move_planned(bulk, &post, at.local, actor, tx).await,
        },
        Bulk::Hold => held::hold(&post, actor, tx).await,
        Bulk::Release => held::release(&post, actor, tx).await,
        Bulk::Label { topic, campaign } => label::label(&post, topic, campaign, actor, tx).await,
        Bulk::Remove => {
            let local = match &post.state {
                PostState::Draft => None,
                PostState::Scheduled(at) => Some(at.local),
            };
            post.delete(actor, tx).await?;
            Ok(Ok(Back::Restore { post: id, local }))
        }
    }
}

async fn move_draft(
    bulk: Bulk,
    post: &Post,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Tried, BulkError> {
    let Some(wanted) = &post.wanted else { return Ok(Err(Why::NoDay.into())) };
    let Some(local) = bulk.moved(wanted.local) else { return Ok(Err(Why::InThePast.into())) };
    match post.want(Some(local), actor, tx).await {
        Ok(_) => Ok(Ok(Back::Wanted { post: post.id, local: wanted.local })),
        Err(WantError::Post(error)) => Err(error.into()),
        Err(_) => Ok(Err(Why::InThePast.into())),
    }
}

async fn move_planned(
    bulk: Bulk,
    post: &Post,
    before: DateTime,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Tried, BulkError> {
    let publications = of_post(post, actor, tx).await?;
    if !publications.iter().all(|publication| may_move(publication.state.name())) {
        return Ok(Err(Why::AlreadyLeft.into()));
    }
    let Some(local) = bulk.moved(before) else { return Ok(Err(Why::InThePast.into())) };
    match post.move_to(&local.to_string(), actor, tx).await {
        Ok(_) => Ok(Ok(Back::Time { post: post.id, local: before })),
        Err(ScheduleError::InThePast | ScheduleError::Time(_)) => Ok(Err(Why::InThePast.into())),
        Err(ScheduleError::NoChannel | ScheduleError::Refused(_)) => Ok(Err(Why::Refused.into())),
        Err(ScheduleError::NeedsApproval(_)) => Ok(Err(Why::NeedsApproval.into())),
        Err(ScheduleError::Stopped(_) | ScheduleError::Asked(_)) => Ok(Err(Why::Checked.into())),
        Err(ScheduleError::Post(error)) => Err(error.into()),
    }
}

impl Post {
    /// Moves what is planned of it to another clock reading; what is held stays held, which
    /// [`Post::schedule`] would let go: moving is not the second look that a release asks for.
    pub async fn move_to(
        &self,
        local: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Post, ScheduleError> {
        let all = Publication::of_post(self.id.cast(), actor, tx).await;
        let mut held = all.map_err(PostError::from)?;
        held.retain(|publication| matches!(publication.state, PublicationState::Held { .. }));
        let post = self.schedule(local, actor, tx).await?;
        for publication in held {
            let again = Publication::load(publication.id, actor, tx).await;
            let mut again = again.map_err(PostError::from)?;
            again.hold(actor, tx).await.map_err(PostError::from)?;
        }
        Ok(post)
    }
}

async fn of_post(post: &Post, actor: &Actor, tx: &mut Tx) -> Result<Vec<Publication>, BulkError> {
    let mut all = Publication::of_post(post.id.cast(), actor, tx).await.map_err(PostError::from)?;
    all.retain(|publication| publication.state.name() != StateName::Cancelled);
    Ok(all)
}

/// Brings back what was changed in one go, as far as it has not left or moved on since; returns
/// how many posts came back.
pub async fn undo(change: Id<Change>, actor: &Actor, tx: &mut Tx) -> Result<usize, BulkError> {
    actor.must(Right::Draft)?;
    let backs = store::take(change, actor.brand(), tx).await?.ok_or(BulkError::NothingToUndo)?;
    let mut came_back = 0;
    for back in backs {
        came_back += usize::from(bring_back(back, actor, tx).await?);
    }
    Ok(came_back)
}

async fn bring_back(back: Back, actor: &Actor, tx: &mut Tx) -> Result<bool, BulkError> {
    match back {
        Back::Time { post, local } => at_its_time(post, local, actor, tx).await,
        Back::Wanted { post, local } => match Post::load(post, actor, tx).await {
            Ok(post) if post.is_draft() => {
                let wanted = post.want(Some(local), actor, tx).await;
                wanted_or_not(wanted.map(drop))
            }
            Ok(_) | Err(PostError::NotFound) => Ok(false),
            Err(error) => Err(error.into()),
        },
        Back::Restore { post, local } => {
            Post::restore(post, actor, tx).await?;
            if let Some(local) = local {
                at_its_time(post, local, actor, tx).await?;
            }
            Ok(true)
        }
        Back::Label { post, topic, campaign } => {
            label::bring_back(post, topic, campaign, actor, tx).await
        }
        Back::Release { publications } => {
            let mut any = false;
            for id in publications {
                let mut publication = load(id, actor, tx).await?;
                if matches!(publication.state, PublicationState::Held { .. }) {
                    publication.release(actor, tx).await.map_err(PostError::from)?;
                    any = true;
                }
            }
            Ok(any)
        }
        Back::Hold { publications } => {
            let mut any = false;
            for id in publications {
                let mut publication = load(id, actor, tx).await?;
                if matches!(publication.state.name(), StateName::Planned | StateName::Prepared) {
                    publication.hold(actor, tx).await.map_err(PostError::from)?;
                    any = true;
                }
            }
            Ok(any)
        }
    }
}

fn wanted_or_not(wanted: Result<(), WantError>) -> Result<bool, BulkError> {
    match wanted {
        Ok(()) => Ok(true),
        Err(WantError::Post(error)) => Err(error.into()),
        Err(_) => Ok(false),
    }
}

async fn load(id: Id<Publication>, actor: &Actor, tx: &mut Tx) -> Result<Publication, BulkError> {
    Ok(Publication::load(id, actor, tx).await.map_err(PostError::from)?)
}

async fn at_its_time(
    post: Id<Post>,
    local: DateTime,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<bool, BulkError> {
    let post = match Post::load(post, actor, tx).await {
        Ok(post) => post,
        Err(PostError::NotFound) => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    match post.move_to(&local.to_string(), actor, tx).await {
        Ok(_) => Ok(true),
        Err(ScheduleError::Post(error)) => Err(error.into()),
        Err(_) => Ok(false),
    }
}
