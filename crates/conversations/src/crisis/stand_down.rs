//! Standing down: each post that was held, or is about to leave, is looked at by a person; then
//! the crisis ends, and what was decided is carried out.

use channels::Publication;
use channels::publication::{Filter, HeldBy, PublicationState, StateName};
use database::{Error, Tx, text_enum};
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use platform::{Actor, Brand, Right};
use primitives::Id;
use serde_json::json;

use super::notice::{self, News};
use super::timeline::{self, EntryKind};
use super::{Crisis, CrisisError, LONGEST, store};

/// Posts that are to leave so soon after the end are looked at too.
const SOON: SignedDuration = SignedDuration::from_hours(48);
/// The most posts of one stand-down.
const MOST: i64 = 300;

text_enum! {
    /// What a person decided of a post.
    pub enum Decision {
        /// It leaves at its time, or as the crisis ends when that has passed.
        Release => "release",
        /// It leaves at another time.
        Move => "move",
        /// It stays held.
        Keep => "keep",
        /// It is given up.
        GiveUp => "give_up",
    }
}

/// What was decided of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// Its publication.
    pub publication: Id<Publication>,
    /// What.
    pub decision: Decision,
    /// A clock reading in the brand's zone, for [`Decision::Move`].
    pub moved_to: Option<String>,
    /// Why.
    pub reason: String,
    /// Who, by name.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// A post to look at.
#[derive(Debug, Clone)]
pub struct ToReview {
    /// The publication.
    pub publication: Publication,
    /// Whether it came due and was held; it is to leave soon otherwise.
    pub held: bool,
    /// What was decided.
    pub reviewed: Option<Reviewed>,
}

/// What a stand-down looks at.
#[derive(Debug, Clone, Default)]
pub struct StandDown {
    /// The posts, by their time.
    pub posts: Vec<ToReview>,
}

impl StandDown {
    /// How many wait for a decision.
    pub fn undecided(&self) -> usize {
        self.posts.iter().filter(|post| post.reviewed.is_none()).count()
    }
}

impl Crisis {
    /// The posts that a stand-down looks at: those that its pause held, and those that leave soon.
    /// None where it held none.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn stand_down(&self, actor: &Actor, tx: &mut Tx) -> Result<StandDown, CrisisError> {
        actor.must(Right::Read)?;
        if !self.runs() || !self.pauses(tx).await? {
            return Ok(StandDown::default());
        }
        let reviewed = store::parts::reviewed(self.id, tx).await?;
        let mut posts = Vec::new();
        let held = Filter {
            states: vec![StateName::Held],
            posts_only: true,
            most: MOST,
            ..Filter::default()
        };
        let by_the_pause = PublicationState::Held { reason: HeldBy::BrandPause };
        if !self.rehearsal {
            for publication in of(&held, actor, tx).await? {
                if publication.state == by_the_pause {
                    posts.push((publication, true));
                }
            }
        }
        let soon = Filter {
            states: vec![StateName::Planned, StateName::Prepared],
            to: Some(tx.now() + SOON),
            posts_only: true,
            most: MOST,
            ..Filter::default()
        };
        for publication in of(&soon, actor, tx).await? {
            if !store::parts::goes_through(publication.id, tx).await? {
                posts.push((publication, false));
            }
        }
        let posts = posts.into_iter().map(|(publication, held)| {
            let reviewed = reviewed.iter().find(|one| one.publication == publication.id).cloned();
            ToReview { publication, held, reviewed }
        });
        Ok(StandDown { posts: posts.collect() })
    }

    /// What was decided of posts, in the order in which it was.
    ///
    /// # Errors
    /// What the database met.
    pub async fn reviewed(&self, tx: &mut Tx) -> Result<Vec<Reviewed>, Error> {
        store::parts::reviewed(self.id, tx).await
    }

    /// Decides of one post; a new decision replaces the former until the crisis ends.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn review(
        id: Id<Crisis>,
        publication: Id<Publication>,
        decision: Decision,
        moved_to: &str,
        reason: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        actor.must(Right::Publish)?;
        let crisis = Crisis::lock_running(id, actor, tx).await?;
        let all = crisis.stand_down(actor, tx).await?;
        if !all.posts.iter().any(|post| post.publication.id == publication) {
            return Err(CrisisError::NotFound);
        }
        let moved_to = match decision {
            Decision::Move => Some(to_come(moved_to, actor, tx).await?),
            _ => None,
        };
        let reason: String = reason.trim().chars().take(LONGEST).collect();
        if decision == Decision::GiveUp && reason.is_empty() {
            return Err(CrisisError::ReasonNeeded);
        }
        let reviewed = Reviewed { publication, decision, moved_to, reason, by: None, at: tx.now() };
        store::parts::review(&crisis, &reviewed, actor.teammate_id(), tx).await?;
        let data = json!({
            "decision": decision.as_str(), "publication": publication,
            "moved_to": reviewed.moved_to,
        });
        let kind = EntryKind::Reviewed;
        timeline::write(id, kind, &reviewed.reason, data.clone(), actor, tx).await?;
        crisis.record("crisis.post_reviewed", data, actor, tx).await
    }

    /// Ends it: the brand's posts are no longer held, and what was decided of those that were is
    /// given back, for the caller to carry out in the same transaction (nothing in a rehearsal).
    /// Every post has been looked at.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn end(
        id: Id<Crisis>,
        lessons: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Reviewed>, CrisisError> {
        let crisis = Crisis::lock_running(id, actor, tx).await?;
        let all = crisis.stand_down(actor, tx).await?;
        if all.undecided() > 0 {
            return Err(CrisisError::Undecided(all.undecided()));
        }
        if !lessons.trim().is_empty() {
            Crisis::learn(id, lessons, actor, tx).await?;
        }
        let mut decided = Vec::new();
        if crisis.pauses(tx).await? {
            if !crisis.rehearsal {
                let brand = Brand::of(actor, tx).await?;
                brand.resume_after_crisis(id.cast(), actor, tx).await?;
                decided.extend(all.posts.into_iter().filter_map(|post| post.reviewed));
            }
            timeline::write(id, EntryKind::Resumed, "", json!({}), actor, tx).await?;
        }
        store::end(id, actor.teammate_id(), tx).await?;
        timeline::write(id, EntryKind::Ended, "", json!({}), actor, tx).await?;
        crisis.record("crisis.ended", json!({ "posts": decided.len() }), actor, tx).await?;
        let news = News::Ended(id);
        notice::of_crisis(&crisis, "crisis.ended", news, actor.teammate_id(), tx).await?;
        Ok(decided)
    }
}

async fn of(filter: &Filter, actor: &Actor, tx: &mut Tx) -> Result<Vec<Publication>, CrisisError> {
    let found = Publication::list(filter, actor, tx).await;
    let found = found.map_err(|error| Error::other(error.to_string()))?;
    Ok(found.into_iter().filter(|publication| publication.place.after.is_none()).collect())
}

/// A clock reading in the brand's zone, later than now.
async fn to_come(local: &str, actor: &Actor, tx: &mut Tx) -> Result<String, CrisisError> {
    let reading: DateTime = local.trim().parse().map_err(|_| CrisisError::NotATime)?;
    let zone = Brand::of(actor, tx).await?.zone.time_zone().clone();
    let at = reading.to_zoned(zone).map_err(|_| CrisisError::NotATime)?;
    if at.timestamp() <= tx.now() {
        return Err(CrisisError::NotATime);
    }
    Ok(reading.to_string())
}
