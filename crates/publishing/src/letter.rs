//! Letters to those who are asked, answered or mentioned: facts, which `web` puts into words when
//! the job runs, in the language of the person, with a link made at that moment.

use channels::Publication;
use jobs::Job;
use platform::Teammate;
use primitives::Id;
use serde::{Deserialize, Serialize};

use crate::approval::Request;
use crate::comment::Comment;

/// One letter to one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum Letter {
    /// Someone's agreement is awaited.
    Asked {
        /// For what.
        request: Id<Request>,
        /// Who is asked: their key in the request.
        key: String,
        /// Whether they were asked before.
        reminder: bool,
    },
    /// What came of what someone asked.
    Settled {
        /// What they had asked.
        request: Id<Request>,
        /// `approval.scheduled`, `approval.refused`…
        fact: String,
        /// Who asked.
        to: Id<Teammate>,
    },
    /// Someone commented a draft.
    Commented {
        /// The comment.
        comment: Id<Comment>,
        /// Whom it is told to.
        to: Id<Teammate>,
        /// Whether it speaks to them by name.
        mentioned: bool,
    },
    /// Something is to be posted by hand. Told on their devices too, and there alone where no
    /// mail server is set.
    ByHand {
        /// What.
        publication: Id<Publication>,
        /// Whom it is told to.
        to: Id<Teammate>,
        /// Why.
        why: HandLetter,
    },
}

/// Why someone is told of a post by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HandLetter {
    /// It is due, or due again.
    Due,
    /// Someone handed it to them, and it is due.
    Reassigned,
    /// It was not posted in time.
    Late,
}

impl Job for Letter {
    const KIND: &'static str = "together_letter";
}
