//! Cases: filing, moving, putting together.

use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::activity::{self, Subject};
use platform::notification::{Recipients, notify};
use platform::{Actor, Right, Teammate};
use primitives::Id;
use primitives::text::shorten;
use serde_json::json;

use super::store::{cases, course, sources};
use super::{Case, CaseKind, CaseState, Category, FeedbackError, ToFile, tell};
use crate::conversation::Conversation;
use crate::judgement::{self, Intent};
use crate::message::{Message, store as messages};

/// The longest reason, in characters.
const LONGEST_REASON: usize = 2_000;

/// Which cases.
#[derive(Debug, Clone, Default)]
pub struct CaseFilter {
    /// Only in this state; those that are open (and proposed) when none is said and not `all`.
    pub state: Option<CaseState>,
    /// Those that ended too.
    pub all: bool,
    /// Only of this category.
    pub category: Option<Id<Category>>,
    /// Only of this kind.
    pub kind: Option<CaseKind>,
    /// Only this teammate's.
    pub owner: Option<Id<Teammate>>,
    /// Only those that take longer than they may.
    pub sleeping: bool,
    /// After so many.
    pub skip: usize,
    /// At most this many, 200 at most; 50 when nothing is said.
    pub limit: usize,
}

/// A page of cases, the oldest open first, then the latest.
#[derive(Debug, Clone, Default)]
pub struct CasePage {
    /// The cases.
    pub cases: Vec<Case>,
    /// Whether there are more.
    pub more: bool,
}

/// Who said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where.
    pub conversation: Id<Conversation>,
    /// The message.
    pub message: Id<Message>,
    /// Its words.
    pub text: String,
    /// Who.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

/// One thing that happened to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// `filed`, `proposed`, `moved`, `merged`, `joined`, `category`, `reminded`.
    pub what: String,
    /// To which state, from which case, to which category: by what happened.
    pub detail: String,
    /// Who did it; none for Parvis.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// What was filed of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The case.
    pub case: Case,
    /// The message.
    pub message: Id<Message>,
}

/// What was filed of a conversation, the latest first.
///
/// # Errors
/// [`FeedbackError`].
pub async fn filed_of(
    conversation: Id<Conversation>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Filed>, FeedbackError> {
    actor.must(Right::Read)?;
    Ok(sources::of_conversation(actor.brand(), conversation, tx).await?)
}

impl Case {
    /// A page of the brand's cases.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn list(
        filter: &CaseFilter,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<CasePage, FeedbackError> {
        actor.must(Right::Read)?;
        let limit = if filter.limit == 0 { 50 } else { filter.limit.min(200) };
        let mut list = cases::list(actor.brand(), filter, limit + 1, tx).await?;
        let more = list.len() > limit;
        list.truncate(limit);
        Ok(CasePage { cases: list, more })
    }

    /// One of them.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn load(id: Id<Case>, actor: &Actor, tx: &mut Tx) -> Result<Case, FeedbackError> {
        actor.must(Right::Read)?;
        cases::load(actor.brand(), id, "", tx).await?.ok_or(FeedbackError::NotFound)
    }

    async fn hold(id: Id<Case>, actor: &Actor, tx: &mut Tx) -> Result<Case, FeedbackError> {
        actor.must(Right::Converse)?;
        let lock = tx.for_update();
        // The row alone is held, then read with what it names.
        if !cases::hold(actor.brand(), id, lock, tx).await? {
            return Err(FeedbackError::NotFound);
        }
        let case = cases::load(actor.brand(), id, "", tx).await?.ok_or(FeedbackError::NotFound)?;
        if case.merged_into.is_some() { Err(FeedbackError::Stale) } else { Ok(case) }
    }

    /// Who said it, the first first.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn sources(&self, actor: &Actor, tx: &mut Tx) -> Result<Vec<Source>, FeedbackError> {
        actor.must(Right::Read)?;
        Ok(sources::all(actor.brand(), self.id, tx).await?)
    }

    /// Its course, the first thing first.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn course(&self, actor: &Actor, tx: &mut Tx) -> Result<Vec<Event>, FeedbackError> {
        actor.must(Right::Read)?;
        Ok(course::all(actor.brand(), self.id, tx).await?)
    }

    /// Files a message: its author is told that it is here, its owner that it came. A second
    /// message of the same conversation in the same open case only joins it.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn file(file: ToFile, actor: &Actor, tx: &mut Tx) -> Result<Case, FeedbackError> {
        actor.must(Right::Converse)?;
        let conversation = Conversation::load_to_change(file.conversation, actor, tx).await?;
        let message = messages::to_answer(conversation.id, file.message, tx).await?;
        let message = message.ok_or(FeedbackError::NotFound)?;
        let category = Category::load(file.category, actor, tx).await?;
        if let Some(known) = sources::of_message(actor.brand(), message.id, tx).await? {
            let case = Case::load(known, actor, tx).await?;
            let proposed = matches!(case.state, CaseState::Proposed | CaseState::Dismissed);
            if !proposed {
                return Err(FeedbackError::FiledAlready(known));
            }
            let case = case.recategorise(category.id, actor, tx).await?;
            return case.advance(CaseState::Received, "", actor, tx).await;
        }
        let kind = match file.kind {
            Some(kind) => kind,
            None => kind_of(&message, actor, tx).await?,
        };
        put(&message, kind, &category, CaseState::Received, actor, tx).await
    }

    /// Moves it on. Authors are told; declining needs a reason.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn advance(
        &self,
        to: CaseState,
        reason: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Case, FeedbackError> {
        let now = Case::hold(self.id, actor, tx).await?;
        let reason: String = reason.replace('\0', "").trim().chars().take(LONGEST_REASON).collect();
        if !now.state.next().contains(&to) {
            return Err(FeedbackError::Stale);
        }
        if to == CaseState::Declined && reason.is_empty() {
            return Err(FeedbackError::ReasonMissing);
        }
        cases::advance(&now, to, &reason, tx).await?;
        let detail = if reason.is_empty() { to.to_string() } else { format!("{to} {reason}") };
        course::add(now.id, "moved", &detail, actor, tx).await?;
        record("feedback.moved", now.id, json!({ "state": to.as_str() }), actor, tx).await?;
        let after = Case::load(now.id, actor, tx).await?;
        if !to.is_open() {
            let subject = Subject::new("feedback", now.id);
            platform::notification::Notification::settle(actor.brand(), &subject, tx).await?;
        }
        if now.state == CaseState::Proposed && to == CaseState::Received {
            tell_owner(&after, actor, tx).await?;
        }
        tell::tell(&after, actor, tx).await?;
        Ok(after)
    }

    /// Puts it in another category, whose owner is told.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn recategorise(
        &self,
        category: Id<Category>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Case, FeedbackError> {
        let now = Case::hold(self.id, actor, tx).await?;
        let category = Category::load(category, actor, tx).await?;
        if category.id == now.category {
            return Ok(now);
        }
        cases::recategorise(now.id, category.id, tx).await?;
        course::add(now.id, "category", &category.says.name, actor, tx).await?;
        let data = json!({ "category": category.says.name });
        record("feedback.recategorised", now.id, data, actor, tx).await?;
        let after = Case::load(now.id, actor, tx).await?;
        if after.state.is_open() {
            tell_owner(&after, actor, tx).await?;
        }
        Ok(after)
    }

    /// Puts another's sources with its own: they are told what follows as the others are, and
    /// where it stands now.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn merge(
        &self,
        other: Id<Case>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Case, FeedbackError> {
        if self.id == other {
            return Err(FeedbackError::Stale);
        }
        // Rows are held in one order everywhere.
        let first = Case::hold(self.id.min(other), actor, tx).await?;
        let second = Case::hold(self.id.max(other), actor, tx).await?;
        let (kept, other) = if first.id == self.id { (first, second) } else { (second, first) };
        if kept.state == CaseState::Proposed || kept.state == CaseState::Dismissed {
            return Err(FeedbackError::Stale);
        }
        cases::merge(kept.id, other.id, tx).await?;
        course::add(kept.id, "joined", &other.title, actor, tx).await?;
        course::add(other.id, "merged", &kept.title, actor, tx).await?;
        record("feedback.merged", kept.id, json!({ "other": other.id }), actor, tx).await?;
        let subject = Subject::new("feedback", other.id);
        platform::notification::Notification::settle(actor.brand(), &subject, tx).await?;
        let after = Case::load(kept.id, actor, tx).await?;
        tell::tell(&after, actor, tx).await?;
        Ok(after)
    }
}

/// Makes a case of a message, or joins the conversation's open one of that category.
pub(super) async fn put(
    message: &Message,
    kind: CaseKind,
    category: &Category,
    state: CaseState,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Case, FeedbackError> {
    let brand = actor.brand();
    if let Some(open) = sources::open_in(brand, message.conversation, category.id, tx).await? {
        let case = Case::load(open, actor, tx).await?;
        let agreed = case.state == CaseState::Proposed && state == CaseState::Received;
        return if agreed { case.advance(state, "", actor, tx).await } else { Ok(case) };
    }
    let line = message.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let id = tx.new_id();
    let new = cases::NewCase {
        id,
        category: category.id,
        kind,
        title: shorten(&line, 120).into_owned(),
        state,
        due_at: tx.now() + SignedDuration::from_hours(24 * category.says.days),
    };
    cases::insert(&new, actor, tx).await?;
    sources::add(id, message, brand, tx).await?;
    let what = if state == CaseState::Proposed { "proposed" } else { "filed" };
    course::add(id, what, &category.says.name, actor, tx).await?;
    let data = json!({ "category": category.says.name, "kind": kind.as_str() });
    let verb = if state == CaseState::Proposed { "feedback.proposed" } else { "feedback.filed" };
    record(verb, id, data, actor, tx).await?;
    let case = Case::load(id, actor, tx).await?;
    if state == CaseState::Received {
        tell_owner(&case, actor, tx).await?;
        tell::tell(&case, actor, tx).await?;
    }
    Ok(case)
}

async fn kind_of(message: &Message, actor: &Actor, tx: &mut Tx) -> Result<CaseKind, FeedbackError> {
    let read = judgement::of(actor.brand(), &[message.id], tx).await?;
    let suggests = read
        .get(&message.id)
        .is_some_and(|read| read.wants(Intent::Suggestion) && !read.wants(Intent::Complaint));
    Ok(if suggests { CaseKind::Suggestion } else { CaseKind::Complaint })
}

/// The owner hears of it, unless they did it.
async fn tell_owner(case: &Case, actor: &Actor, tx: &mut Tx) -> Result<(), FeedbackError> {
    if actor.teammate_id() == Some(case.owner) {
        return Ok(());
    }
    let subject = Subject::new("feedback", case.id);
    let data = json!({ "name": case.title, "category": case.category_name });
    let to = Recipients::Teammate(case.owner);
    notify(tx, actor.brand(), "feedback.filed", subject, data, to).await?;
    Ok(())
}

async fn record(
    verb: &'static str,
    id: Id<Case>,
    data: serde_json::Value,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), FeedbackError> {
    Ok(activity::record(tx, actor, verb, Subject::new("feedback", id), data).await?)
}
