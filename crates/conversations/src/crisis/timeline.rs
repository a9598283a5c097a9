//! What happened in a crisis, in order. Lines are only ever added: the room's own, and what the
//! rest of the house did meanwhile (answers, posts that the pause held, bursts).

use database::{Error, Tx, text_enum};
use jiff::Timestamp;
use platform::{Actor, Right};
use primitives::Id;
use serde_json::Value;

use super::{Crisis, CrisisError, store};

text_enum! {
    /// What a line says, worded by `crisis-line-{kind}`.
    pub enum EntryKind {
        /// It was opened.
        Opened => "opened",
        /// It is graver, or less: `from`, `to`.
        Level => "level",
        /// Posts are held from now on.
        Paused => "paused",
        /// Posts may leave again.
        Resumed => "resumed",
        /// A teammate has a part in it: `role`, `teammate`.
        RoleGiven => "role_given",
        /// A teammate has it no more.
        RoleTaken => "role_taken",
        /// The words by which messages belong to it.
        Words => "words",
        /// A line of the checklist was done.
        TaskDone => "task_done",
        /// It was not, after all.
        TaskUndone => "task_undone",
        /// A line was added to the checklist.
        TaskAdded => "task_added",
        /// Something was noted.
        Note => "note",
        /// Something was decided.
        Decision => "decision",
        /// Messages were answered from the room: `count`.
        Answered => "answered",
        /// A statement was posted: `post`, `channels`.
        Posted => "posted",
        /// Messages were left out of it: `count`.
        LeftOut => "left_out",
        /// A held post was looked at: `decision`, `publication`.
        Reviewed => "reviewed",
        /// It was stood down.
        Ended => "ended",
        /// Something is to be done after it.
        FollowUpAdded => "follow_up_added",
        /// It was done.
        FollowUpDone => "follow_up_done",
    }
}

/// A line that the room wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What it says.
    pub kind: EntryKind,
    /// Its words, where a person wrote some.
    pub words: String,
    /// The details.
    pub data: Value,
}

/// A line of the timeline.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// The room wrote it.
    Own {
        /// When.
        at: Timestamp,
        /// Who, by name; nobody when Parvis did.
        by: Option<String>,
        /// What.
        entry: Entry,
    },
    /// An answer was given in one of its conversations, elsewhere than from the room.
    Answer {
        /// When.
        at: Timestamp,
        /// Who, by name; nobody when it was written at the network.
        by: Option<String>,
        /// The conversation.
        conversation: Id<crate::Conversation>,
        /// To whom.
        to: String,
        /// The words.
        words: String,
    },
    /// The pause held a post that came due.
    Held {
        /// When.
        at: Timestamp,
        /// The publication.
        publication: Id<channels::Publication>,
        /// Its words.
        words: String,
    },
}

impl Line {
    /// When it happened.
    pub fn at(&self) -> Timestamp {
        match self {
            Line::Own { at, .. } | Line::Answer { at, .. } | Line::Held { at, .. } => *at,
        }
    }
}

impl Crisis {
    /// Its timeline, the oldest line first; the last 1,000 of each kind.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn timeline(&self, actor: &Actor, tx: &mut Tx) -> Result<Vec<Line>, CrisisError> {
        actor.must(Right::Read)?;
        let mut lines = store::timeline::own(self.id, tx).await?;
        if !self.rehearsal {
            let until = self.ended.map_or(tx.now(), |(_, at)| at);
            lines.extend(store::timeline::answers(self, until, tx).await?);
            lines.extend(store::timeline::held(self, until, tx).await?);
        }
        // Stable: what was written in one instant stays in the order in which it was.
        lines.sort_by_key(Line::at);
        Ok(lines)
    }
}

pub(super) async fn write(
    crisis: Id<Crisis>,
    kind: EntryKind,
    words: &str,
    data: Value,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    store::timeline::write(crisis, kind, words, &data, actor, tx).await
}
