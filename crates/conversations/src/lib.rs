//! What people say to the brand, and what it answers: one inbox for all channels.
//!
//! Words: a [`Conversation`] is a thread with one person on a channel, or the reactions to one
//! piece; a [`Message`] is one comment, mention, direct message or reaction in it, or an answer of
//! ours; a conversation **waits** from its first message that has no answer.
//!
//! Where it stands: **open**, **pending** (the person is to write next), **snoozed** until an
//! instant, **resolved**; nobody waits but in an open one. A message of theirs opens it again.
//! Each change of state, assignee, priority and label is a [`Change`], with its instant.
//!
//! How a message comes in: [`poll`] calls the network, then [`ingest`](fn@ingest) stores what came and
//! where the next poll starts, in one transaction. Each message of a network has exactly one
//! place, however often it is given; what has none is kept aside. How an answer goes out:
//! [`Conversation::reply`] plans a publication through the send fence of `channels`; whoever
//! moves such a publication calls [`reply_settled`] afterwards, so that an answer that failed
//! makes its conversation wait again.
//!
//! Nothing forgotten: [`promise`] says until when an answer is promised, in the brand's [`hours`],
//! and tells before and after; [`assignment`] gives what comes to who is there; [`readback`] reads
//! channels again for what polls missed, and [`unplaced`] shows what has no place.
//!
//! Each message of theirs is read as it comes: [`judgement`] keeps how its author feels, whether it
//! hurts or sells and what it wants, and learns from what teammates correct.
//!
//! Hard questions: [`escalation`] hands one to those who know, with a deadline, and brings their
//! answer back as a draft. What loses pace: [`fading`] notices it, proposes to relaunch it, and
//! says what came of that.
//!
//! Kept fair: [`moderation`] applies the brand's rules to what comes, keeps what a person is to
//! look at, and says to its author what was decided, why, and how to complain.
//!
//! A bad buzz: [`crisis`] watches for negative bursts, and holds the room in which they are
//! answered.
//!
//! Suggestions and complaints: [`feedback`] files them, tells their authors at each step and
//! reminds those who look after them.
//!
//! May import: `members`, `channels`, `language`, `platform`, `jobs`, `database`, `primitives`.
//!
//! To add a kind of message: add it to `channels::ItemKind`, say in `ingest/place.rs` which
//! conversation it belongs to, and in [`ConversationKind`] what that conversation is.

mod act;
pub mod article;
pub mod assignment;
mod change;
mod conversation;
pub mod crisis;
pub mod escalation;
pub mod fading;
pub mod feedback;
mod figures;
mod heard;
pub mod hours;
mod ingest;
pub mod judgement;
mod label;
mod merge;
mod message;
pub mod moderation;
mod note;
mod person;
mod poll;
mod presence;
pub mod promise;
mod pulse;
pub mod readback;
mod reply;
pub mod saved;
mod search;
mod settle;
mod snooze;
mod typed;
mod undo;
pub mod unplaced;
mod view;
mod watch;

pub use act::{ActError, ActOnMessage, Deed, DeedState, aspect, perform};
pub use change::{Because, Change, Changed};
pub use conversation::{
    About, Assigned, Conversation, ConversationError, ConversationKind, ConversationRow,
    ConversationState, Cursor, Escalated, Filter, Group, Page, Person, Priority, Reading,
    StateFilter, StateWord, WakeConversation, wake,
};
pub use figures::{Counts, MOST_COUNTED, came_since, counts, waiting};
pub use heard::{Heard, HeardError};
pub use ingest::{Ingested, ingest};
pub use label::{Label, LabelError, labels_of};
pub use merge::MergeError;
pub use message::{Direction, Message, MessagePage, PublicationOfMessage};
pub use note::{Note, NoteError};
pub use person::KnownPerson;
pub use poll::{PollInbox, PollSettings, Polled, enqueue_due, poll};
pub use presence::Present;
pub use pulse::pulse;
pub use reply::{NewReply, PrivateAnswer, ReplyError};
pub use search::{Found, FoundPage, index_messages, marked};
pub use settle::{reply_settled, reply_settled_now};
pub use snooze::SnoozeUntil;
pub use undo::undo;
pub use view::{View, ViewError};
pub use watch::keep_watch;
