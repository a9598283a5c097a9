//! A conversation: a thread with one person on a channel, or the reactions to one piece.

mod care;
mod decide;
mod list;
mod state;
pub(crate) mod store;

use channels::{Channel, ItemKind, Publication};
use database::{Error, Tx, text_enum};
use jiff::Timestamp;
use members::Identity;
use platform::{Actor, Brand, NotAllowed, Right, Teammate};
use primitives::Id;

use crate::judgement::{Feeling, Harm, Intent};
use crate::label::Label;
use crate::promise::{DueRow, Promised};

pub(crate) use list::on_rows;

pub use decide::{WakeConversation, wake};
pub use state::{ConversationState, Priority, StateWord};

/// A thread with one person on a channel, or the reactions to one piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// Which one.
    pub id: Id<Conversation>,
    /// Whose.
    pub brand: Id<Brand>,
    /// Where.
    pub channel: Id<Channel>,
    /// What began it.
    pub kind: ConversationKind,
    /// Where it stands.
    pub state: ConversationState,
    /// Whose it is among the teammates.
    pub assignee: Option<Id<Teammate>>,
    /// How urgent it is.
    pub priority: Priority,
    /// Whether something of theirs came that nobody has opened.
    pub unread: bool,
    /// What they write in, as far as it is known: `fr`.
    pub language: Option<String>,
    /// How their last message is read, as a list marks it.
    pub reading: Reading,
    /// With whom; for reactions, who reacted last.
    pub identity: Option<Id<Identity>>,
    /// What it is about.
    pub about: About,
    /// The beginning of its last message, on one line.
    pub preview: String,
    /// How many messages.
    pub message_count: i64,
    /// When its last message was said.
    pub last_message_at: Timestamp,
    /// When the first message that has no answer was said.
    pub waiting_since: Option<Timestamp>,
    /// The nearest thing that is promised of it, while its clock runs.
    pub promised: Option<Promised>,
    /// When it began here.
    pub created_at: Timestamp,
}

/// How the last message of theirs that has words is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// How its author feels, where that is known.
    pub feeling: Option<Feeling>,
    /// Whom it hurts: an insult, hate, a threat.
    pub harm: Option<Harm>,
    /// Whether it is spam.
    pub spam: bool,
    /// What it wants.
    pub intents: Vec<Intent>,
}

/// The piece that a conversation answers or reacts to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The publication, when the piece is one of Parvis's.
    pub publication: Option<Id<Publication>>,
    /// The first piece of the thread, as the network names it.
    pub remote_id: Option<String>,
    /// Its address, where the network gave it.
    pub url: Option<String>,
    /// Its words, where the network gave them.
    pub text: Option<String>,
}

text_enum! {
    /// What began a conversation.
    pub enum ConversationKind {
        /// An answer to one of our posts.
        Reply => "reply",
        /// A post that names us.
        Mention => "mention",
        /// A post that quotes one of ours.
        Quote => "quote",
        /// Private messages.
        Direct => "direct",
        /// An opinion left on a page of the brand.
        Review => "review",
        /// The likes and shares of one piece.
        Reactions => "reactions",
        /// A day's new followers.
        Follows => "follows",
    }
}

impl ConversationKind {
    /// Whether it only gathers reactions: nobody waits for an answer there.
    pub fn is_reactions(self) -> bool {
        matches!(self, Self::Reactions | Self::Follows)
    }
}

impl From<ItemKind> for ConversationKind {
    fn from(kind: ItemKind) -> Self {
        match kind {
            ItemKind::Reply => Self::Reply,
            ItemKind::Mention => Self::Mention,
            ItemKind::Quote => Self::Quote,
            ItemKind::Direct => Self::Direct,
            ItemKind::Review => Self::Review,
            ItemKind::Like | ItemKind::Share => Self::Reactions,
            ItemKind::Follow => Self::Follows,
        }
    }
}

/// Who a conversation is with, as a screen names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The identity.
    pub identity: Id<Identity>,
    /// The handle, without a leading at sign.
    pub handle: String,
    /// The display name.
    pub name: String,
    /// The profile's page.
    pub profile_url: Option<String>,
    /// The profile's picture.
    pub avatar_url: Option<String>,
}

/// A line of a list: a conversation, and who it is with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationRow {
    /// The conversation.
    pub conversation: Conversation,
    /// Who it is with; for reactions, who reacted last.
    pub person: Option<Person>,
}

impl ConversationRow {
    fn cursor(&self) -> Cursor {
        Cursor { at: self.conversation.last_message_at, id: self.conversation.id }
    }
}

text_enum! {
    /// Which conversations by state.
    pub enum StateFilter {
        /// Those that are open.
        Open => "open",
        /// Those that wait for the person.
        Pending => "pending",
        /// Those that are put aside.
        Snoozed => "snoozed",
        /// Those that are resolved.
        Resolved => "resolved",
        /// All of them.
        All => "all",
    }
}

/// Whose conversations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assigned {
    /// Nobody's.
    Nobody,
    /// This teammate's.
    To(Id<Teammate>),
}

text_enum! {
    /// The two halves of the inbox.
    pub enum Group {
        /// What may be answered.
        Messages => "messages",
        /// Likes, shares and follows.
        Reactions => "reactions",
    }
}

/// Which conversations by the questions that are asked about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escalated {
    /// Someone is asked.
    Any,
    /// The deadline had passed without an answer at that instant.
    Late(Timestamp),
}

/// A place in a list of conversations: the last one that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// When its last message was said.
    pub at: Timestamp,
    /// The conversation.
    pub id: Id<Conversation>,
}

/// What a list of conversations is narrowed to; `Filter::default()` is the inbox as it opens.
#[derive(Debug, Clone)]
pub struct Filter {
    /// By state.
    pub state: StateFilter,
    /// Only those that wait for an answer.
    pub waiting: bool,
    /// Only on this channel.
    pub channel: Option<Id<Channel>>,
    /// Which half.
    pub group: Group,
    /// Only those about this publication.
    pub publication: Option<Id<Publication>>,
    /// Only those with this person.
    pub identity: Option<Id<Identity>>,
    /// Only those begun so.
    pub kind: Option<ConversationKind>,
    /// By whose they are.
    pub assigned: Option<Assigned>,
    /// Only those that carry this label.
    pub label: Option<Id<Label>>,
    /// Only those as urgent.
    pub priority: Option<Priority>,
    /// Only those about which someone is asked.
    pub escalated: Option<Escalated>,
    /// Only those where something came that nobody has opened.
    pub unread: bool,
    /// Only those where the person writes in this language: `fr`.
    pub language: Option<String>,
    /// Only those whose last message of theirs feels so.
    pub feeling: Option<Feeling>,
    /// Only those whose last message of theirs wants that.
    pub intent: Option<Intent>,
    /// Only those whose last message of theirs hurts someone.
    pub harm: bool,
    /// Only those whose last message of theirs is spam; or only the others.
    pub spam: Option<bool>,
    /// Only those with a message that belongs to this crisis.
    pub crisis: Option<Id<crate::crisis::Crisis>>,
    /// Only those whose last message was said at this instant or later.
    pub since: Option<Timestamp>,
    /// Only those whose last message was said before this instant.
    pub until: Option<Timestamp>,
    /// After this one, for pages.
    pub after: Option<Cursor>,
    /// At most this many, from 1 to 100.
    pub limit: usize,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            state: StateFilter::Open,
            waiting: false,
            channel: None,
            group: Group::Messages,
            publication: None,
            identity: None,
            kind: None,
            assigned: None,
            label: None,
            priority: None,
            escalated: None,
            unread: false,
            language: None,
            crisis: None,
            feeling: None,
            intent: None,
            harm: false,
            spam: None,
            since: None,
            until: None,
            after: None,
            limit: 50,
        }
    }
}

/// A page of conversations, the latest message first.
#[derive(Debug, Clone)]
pub struct Page {
    /// The conversations.
    pub rows: Vec<ConversationRow>,
    /// Where the next page begins: give it as `after`. None at the end. A list narrowed in several
    /// ways looks at a bounded number of conversations: a page may be short, even empty, with
    /// more to look at after it.
    pub next: Option<Cursor>,
}

/// Why a conversation could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum ConversationError {
    /// There is no such conversation in the actor's brand.
    #[error("there is no such conversation in this brand")]
    NotFound,
    /// It can't be put aside until an instant that is past.
    #[error("that instant is past")]
    InThePast,
    /// That teammate does not work in the brand, or may not answer.
    #[error("there is no such teammate who may answer in this brand")]
    NoSuchTeammate,
    /// There is no such label in the actor's brand.
    #[error("there is no such label in this brand")]
    NoSuchLabel,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Conversation {
    /// The conversation, if the actor's brand has it.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn load(
        id: Id<Conversation>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Conversation, ConversationError> {
        actor.must(Right::Read)?;
        store::load(actor.brand(), id, "", tx).await?.ok_or(ConversationError::NotFound)
    }

    /// Reads it for a change: its row is held until the transaction ends.
    pub(crate) async fn load_to_change(
        id: Id<Conversation>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Conversation, ConversationError> {
        actor.must(Right::Converse)?;
        let lock = tx.for_update();
        store::load(actor.brand(), id, lock, tx).await?.ok_or(ConversationError::NotFound)
    }

    /// A page of the brand's conversations, the latest message first.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn list(
        filter: &Filter,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Page, ConversationError> {
        actor.must(Right::Read)?;
        let limit = filter.limit.clamp(1, 100);
        let (mut rows, scanned) = list::list(actor.brand(), filter, limit + 1, tx).await?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let last = rows.last().map(ConversationRow::cursor);
        let next = if more { last } else { scanned };
        Ok(Page { rows, next })
    }

    /// How many a list would hold, up to [`crate::MOST_COUNTED`].
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn count(
        filter: &Filter,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<i64, ConversationError> {
        actor.must(Right::Read)?;
        Ok(list::count(actor.brand(), filter, crate::MOST_COUNTED, tx).await?)
    }

    /// Who it is with; for reactions, who reacted last.
    ///
    /// # Errors
    /// What the database met.
    pub async fn person(&self, tx: &mut Tx) -> Result<Option<Person>, Error> {
        store::person(self.id, tx).await
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.state == ConversationState::Open
    }
}

/// The conversations that have waited longest, the oldest first: what the home page asks.
pub(crate) async fn longest_waiting(
    brand: Id<Brand>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<ConversationRow>, Error> {
    store::longest_waiting(brand, limit, tx).await
}

/// Conversations by the end of their nearest promise, the soonest first.
pub(crate) async fn due_rows(
    conditions: &str,
    values: database::Params,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<DueRow>, Error> {
    let rows = store::rows(conditions, "c.due_at, c.id", values, limit, tx).await?;
    let promised =
        |row: ConversationRow| row.conversation.promised.map(|promised| DueRow { row, promised });
    Ok(rows.into_iter().filter_map(promised).collect())
}

/// Whom a conversation is with and whose it is, in a few words.
pub(crate) struct AboutOne {
    /// The person's name.
    pub name: String,
    /// Whose it is.
    pub assignee: Option<Id<Teammate>>,
}

pub(crate) async fn about_one(id: Id<Conversation>, tx: &mut Tx) -> Result<AboutOne, Error> {
    let assignee = store::assignee(id, tx).await?;
    let name = store::person(id, tx).await?.map(|person| person.name).unwrap_or_default();
    Ok(AboutOne { name, assignee })
}

/// The open conversations of a teammate in a brand (`$1`, `$2`), the longest waiting first.
pub(crate) async fn open_of_assignee(
    values: database::Params,
    tx: &mut Tx,
) -> Result<Vec<ConversationRow>, Error> {
    let theirs = "c.assignee_id = $2 AND c.state = 'open' AND c.brand_id = $1";
    let order = "COALESCE(c.waiting_since, c.last_message_at), c.id";
    store::rows(theirs, order, values, 50, tx).await
}
