//! Posts that a person posts by hand, where Parvis can't: whose turn it is, when they are
//! reminded, what they put off, hand over, post or give up, and who is told when nothing happens.
//!
//! The send fence asks for a person (`NeedsPerson::Assisted`) once a post is due and nothing
//! holds it; everything here begins there. What is held, and what belongs to a paused brand or
//! channel, reminds nobody.

mod act;
mod link;
mod remind;
mod rules;
mod snooze;
mod store;

use std::collections::BTreeMap;

use channels::Publication;
use channels::publication::{
    DecideError, Filter, LoadError, NeedsPerson, PublicationState, Purpose, StateName,
};
use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::membership::MembershipError;
use platform::{Actor, Membership, NotAllowed, Right, Subject, Teammate};
use primitives::Id;

pub use act::settled;
pub use link::{Opened, Through};
pub use remind::{RemindByHand, look_after, remind};
pub use rules::Rules;
pub use snooze::Snooze;

use crate::local_time::TimeError;

/// The longest reason for giving up, in characters.
pub const LONGEST_REASON: usize = 500;
/// A post that stays late is told again after so long.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// A publication that a person posts by hand.
#[derive(Debug, Clone)]
pub struct ByHand {
    /// The publication.
    pub publication: Publication,
    /// Whose turn it is; nobody in particular when nobody who may publish is named.
    pub assignee: Option<Id<Teammate>>,
    /// Since when a person is asked to post it; `None` before its time.
    pub asked_at: Option<Timestamp>,
    /// Until when it was put off, last.
    pub snoozed_until: Option<Timestamp>,
    /// When its person was last reminded.
    pub reminded_at: Option<Timestamp>,
    /// When others were last told that it is late.
    pub escalated_at: Option<Timestamp>,
    /// From when on it is late.
    pub late_at: Option<Timestamp>,
    /// Whether the brand or the channel is paused.
    pub paused: bool,
}

/// Where a post by hand stands, for those who post it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Its time has not come.
    Coming,
    /// It is to be posted now.
    Due,
    /// It was put off.
    Snoozed,
    /// It should have been posted.
    Late,
    /// Something holds it: it is not to be posted.
    Held,
    /// It is there.
    Posted,
    /// It was given up, or failed.
    Over,
}

/// What waits to be posted by hand in a brand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Whether the brand has a channel that is posted to by hand.
    pub any_channel: bool,
    /// How many are due, for the teammate asked about or for nobody in particular.
    pub mine: i64,
}

/// Why something could not be done to a post by hand.
#[derive(Debug, thiserror::Error)]
pub enum ByHandError {
    /// There is no such thing to post by hand in the actor's brand.
    #[error("there is no such post by hand in this brand")]
    NotFound,
    /// It does not wait to be posted (any more).
    #[error("this does not wait to be posted by hand")]
    NotWaiting,
    /// Not a time, or none that can be meant.
    #[error(transparent)]
    Time(#[from] TimeError),
    /// The time is past.
    #[error("this time is past")]
    InThePast,
    /// The time is more than 30 days ahead.
    #[error("this is more than 30 days ahead")]
    TooFar,
    /// It would be posted another day than it was meant for: the person must say so.
    #[error("it would be posted another day than it was meant for")]
    OtherDay {
        /// Until when it would be put off.
        until: Timestamp,
    },
    /// Nobody of that id may publish in the brand.
    #[error("nobody of that id may publish in this brand")]
    NoSuchTeammate,
    /// Not a link of the web.
    #[error("this is not a link")]
    NotALink,
    /// The link leads to another site than the network's, or to the account itself: the person
    /// must say that it is right.
    #[error("this link leads to {host}")]
    OtherSite {
        /// Where it leads.
        host: String,
        /// Whether it leads to the account's own page rather than to a post of it.
        profile: bool,
    },
    /// Giving up wants a reason.
    #[error("giving up wants a reason")]
    SayWhy,
    /// The reason has more than [`LONGEST_REASON`] characters.
    #[error("the reason is too long")]
    ReasonTooLong,
    /// The delay is not between 1 minute and 7 days.
    #[error("the delay is not between 1 minute and 7 days")]
    DelayOutOfRange,
    /// There is no such channel posted to by hand.
    #[error("there is no such channel in this brand")]
    NoSuchChannel,
    /// What the fence says.
    #[error(transparent)]
    Decide(#[from] DecideError),
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl From<LoadError> for ByHandError {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::NotFound => Self::NotFound,
            LoadError::NotAllowed(error) => Self::NotAllowed(error),
            LoadError::Database(error) => Self::Database(error),
        }
    }
}

impl ByHand {
    /// The post by hand, if the actor's brand has it.
    pub async fn load(
        id: Id<Publication>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Self, ByHandError> {
        actor.must(Right::Read)?;
        Self::of(Publication::load(id, actor, tx).await?, actor, tx).await
    }

    /// The same, locked until the transaction ends.
    async fn load_locked(
        id: Id<Publication>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Self, ByHandError> {
        Self::of(Publication::load_locked(id, actor, tx).await?, actor, tx).await
    }

    async fn of(publication: Publication, actor: &Actor, tx: &mut Tx) -> Result<Self, ByHandError> {
        let team = team(actor, tx).await?;
        let found = gather(vec![publication], &team, actor, tx).await?;
        found.into_iter().next().ok_or(ByHandError::NotFound)
    }

    /// Those of the actor's brand that wait, are held or come, due before `until`, by their time.
    pub async fn list(
        until: Timestamp,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Self>, ByHandError> {
        actor.must(Right::Read)?;
        let filter = Filter {
            to: Some(until),
            states: vec![StateName::Planned, StateName::Held, StateName::NeedsPerson],
            posts_only: true,
            by_hand: true,
            most: 300,
            ..Filter::default()
        };
        let publications = Publication::list(&filter, actor, tx).await?;
        let team = team(actor, tx).await?;
        gather(publications, &team, actor, tx).await
    }

    /// What waits for a teammate in a brand, in one query.
    pub async fn waiting(
        teammate: Id<Teammate>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Waiting, database::Error> {
        store::waiting(actor.brand(), teammate, tx).await
    }

    /// Where it stands at that instant.
    pub fn stage(&self, now: Timestamp) -> Stage {
        match &self.publication.state {
            PublicationState::Published { .. } => Stage::Posted,
            PublicationState::Cancelled | PublicationState::Failed { .. } => Stage::Over,
            PublicationState::Held { .. } => Stage::Held,
            PublicationState::NeedsPerson { .. } if self.paused => Stage::Held,
            PublicationState::NeedsPerson { .. } if self.is_snoozed(now) => Stage::Snoozed,
            PublicationState::NeedsPerson { .. } if self.is_late(now) => Stage::Late,
            PublicationState::NeedsPerson { .. } => Stage::Due,
            _ => Stage::Coming,
        }
    }

    /// Whether a person is asked to post it.
    pub fn waits(&self) -> bool {
        waits(&self.publication)
    }

    fn is_snoozed(&self, now: Timestamp) -> bool {
        self.snoozed_until.is_some_and(|until| until > now)
    }

    fn is_late(&self, now: Timestamp) -> bool {
        self.late_at.is_some_and(|late| late < now)
    }

    fn is_to_be_reminded(&self, now: Timestamp) -> bool {
        let over = self.snoozed_until.is_none_or(|until| until <= now);
        let told = match (self.reminded_at, self.snoozed_until) {
            (Some(at), Some(until)) => at >= until,
            (reminded, _) => reminded.is_some(),
        };
        self.waits() && !self.paused && over && !told
    }

    fn is_to_be_escalated(&self, now: Timestamp) -> bool {
        let told = self.escalated_at.is_some_and(|at| at + AGAIN_AFTER > now);
        self.waits() && !self.paused && self.is_late(now) && !self.is_snoozed(now) && !told
    }

    /// What notifications and links call it.
    pub fn subject(&self) -> Subject {
        subject(self.publication.id)
    }
}

fn subject(id: Id<Publication>) -> Subject {
    Subject::new("to_post", id)
}

fn waits(publication: &Publication) -> bool {
    matches!(publication.purpose, Purpose::Post { .. })
        && matches!(
            publication.state,
            PublicationState::NeedsPerson { why: NeedsPerson::Assisted, .. }
        )
}

/// Those of the brand who may post, by name.
pub async fn team(actor: &Actor, tx: &mut Tx) -> Result<Vec<Membership>, database::Error> {
    let all = match Membership::of_brand(&Actor::system(actor.brand()), tx).await {
        Ok(all) => all,
        Err(MembershipError::Database(error)) => return Err(error),
        Err(other) => return Err(database::Error::other(other.to_string())),
    };
    Ok(all.into_iter().filter(|member| member.role.may(Right::Publish)).collect())
}

/// Publications with what is known of their posting; those of channels that Parvis posts to by
/// itself are left out.
async fn gather(
    publications: Vec<Publication>,
    team: &[Membership],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<ByHand>, ByHandError> {
    let ids: Vec<_> = publications.iter().map(|publication| publication.id).collect();
    let known = store::standing(actor.brand(), &ids, tx).await?;
    let mut known: BTreeMap<_, _> = known.into_iter().map(|one| (one.publication, one)).collect();
    let may = |id: &Id<Teammate>| team.iter().any(|member| member.teammate == *id);
    let found = publications.into_iter().filter_map(|publication| {
        let one = known.remove(&publication.id)?;
        // What was known of an earlier time it was due is over.
        let same = one.known_at.is_some() && one.known_at == one.asked_at;
        let snoozed_until = one.snoozed_until.filter(|_| same);
        let asked_at = one.asked_at.filter(|_| waits(&publication));
        let late_at = asked_at.map(|asked| snoozed_until.unwrap_or(asked).max(asked) + one.delay);
        Some(ByHand {
            assignee: one.candidates.into_iter().flatten().find(may),
            asked_at,
            snoozed_until,
            reminded_at: one.reminded_at.filter(|_| same),
            escalated_at: one.escalated_at.filter(|_| same),
            late_at,
            paused: one.paused,
            publication,
        })
    });
    Ok(found.collect())
}
