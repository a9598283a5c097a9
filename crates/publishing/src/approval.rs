//! Who agrees before a post leaves: paths, what is asked, and what was answered.
//!
//! A [`Path`] says whom to ask, for the whole brand, a channel or a campaign: the campaign's own
//! comes first, then each channel's own, then the brand's. Asking makes a [`Request`], which
//! keeps the steps as they were and the hash of what people will see ([`seen`]): agreement holds
//! for these words and pictures and no others. Whoever changes them asks again.

mod answer;
mod ask;
mod error;
mod follow;
mod look;
mod path;
mod remind;
mod seen;
mod speaker;
mod store;
mod tell;

use database::text_enum;
use jiff::Timestamp;
use platform::{Brand, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};

use crate::Post;
use crate::local_time::LocalSchedule;

pub use answer::NewAnswer;
pub use ask::Ask;
pub use error::ApprovalError;
pub use look::ApprovalLook;
pub(crate) use look::lacks;
pub use path::{Applies, Approver, Mode, Path, Scope, Step};
pub use remind::remind_due;
pub use seen::seen;
pub use speaker::{Opened, Speaker};

pub(crate) use follow::{content_changed, must_be_agreed};
pub(crate) use store::for_outside;
pub(crate) use tell::{title_in, title_of};

text_enum! {
    /// Where a request stands.
    pub enum RequestState {
        /// Someone's answer is awaited.
        Waiting => "waiting",
        /// Everyone needed has agreed.
        Agreed => "agreed",
        /// Someone asks for changes.
        Refused => "refused",
        /// Taken back, or what was agreed to has changed.
        Withdrawn => "withdrawn",
        /// An owner let it leave without, and said why.
        Bypassed => "bypassed",
    }
}

/// Agreement asked for a post.
#[derive(Debug, Clone)]
pub struct Request {
    /// Its id.
    pub id: Id<Request>,
    /// The brand.
    pub brand: Id<Brand>,
    /// The post.
    pub post: Id<Post>,
    /// Where it stands.
    pub state: RequestState,
    /// The hash of what was given to read.
    pub content_hash: String,
    /// The steps as they were when it was asked.
    pub steps: Vec<AskedStep>,
    /// The step that is under way, from 0.
    pub step: usize,
    /// When the post is to appear once agreed; `None` leaves that for later.
    pub wanted: Option<LocalSchedule>,
    /// Who asked.
    pub asked_by: Option<Id<Teammate>>,
    /// What they said; for one that was bypassed, why.
    pub note: String,
    /// Which reminders were sent.
    pub reminded: i64,
    /// When it was asked.
    pub created_at: Timestamp,
    /// When it was settled.
    pub settled_at: Option<Timestamp>,
    /// What was answered, the oldest first.
    pub answers: Vec<Answer>,
}

/// A step of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedStep {
    /// Whether one is enough.
    pub mode: Mode,
    /// Who is asked.
    pub people: Vec<Asked>,
}

/// Someone who is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// What tells them apart in the request: `t:` and a teammate's id, `o:` and an address.
    pub key: String,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their account, when they work here.
    pub teammate: Option<Id<Teammate>>,
    /// Who passed the question on to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<String>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// At which step.
    pub step: usize,
    /// Whose: the key of [`Asked`].
    pub approver: String,
    /// Their name.
    pub name: String,
    /// Whether they agree.
    pub agrees: bool,
    /// What they said.
    pub words: String,
    /// When.
    pub at: Timestamp,
    /// Whether what they agreed to has changed since.
    pub void: bool,
}

impl Request {
    /// Whose answer is awaited now.
    pub fn awaited(&self) -> Vec<&Asked> {
        let Some(step) = self.steps.get(self.step) else { return Vec::new() };
        if self.state != RequestState::Waiting {
            return Vec::new();
        }
        step.people.iter().filter(|asked| !self.has_agreed(self.step, &asked.key)).collect()
    }

    /// Whether that person's answer is awaited now.
    pub fn awaits(&self, key: &str) -> bool {
        self.awaited().iter().any(|asked| asked.key == key)
    }

    /// Whether the time it was wanted for has passed without an answer.
    pub fn is_late(&self, now: Timestamp) -> bool {
        self.state == RequestState::Waiting
            && self.wanted.as_ref().is_some_and(|wanted| wanted.at <= now)
    }

    fn has_agreed(&self, step: usize, key: &str) -> bool {
        self.answers
            .iter()
            .any(|answer| answer.step == step && answer.approver == key && answer.counts())
    }

    fn step_is_agreed(&self) -> bool {
        let Some(step) = self.steps.get(self.step) else { return true };
        let mut people = step.people.iter();
        match step.mode {
            Mode::Any => people.any(|asked| self.has_agreed(self.step, &asked.key)),
            Mode::All => people.all(|asked| self.has_agreed(self.step, &asked.key)),
        }
    }
}

impl Answer {
    fn counts(&self) -> bool {
        self.agrees && !self.void
    }
}

/// The key of a teammate among those who are asked.
pub fn key_of(teammate: Id<Teammate>) -> String {
    format!("t:{teammate}")
}

/// The key of someone outside among those who are asked.
pub fn key_of_outside(email: &str) -> String {
    format!("o:{}", email.trim().to_lowercase())
}
