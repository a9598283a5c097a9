use jobs::Job;
use platform::Teammate;
use primitives::Id;
use serde::{Deserialize, Serialize};

use super::{Asked, Escalation};

/// One letter to one person: facts, which `web` puts into words when the job runs, in the
/// language of the person, with a link made at that moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum EscalationLetter {
    /// To someone who is asked.
    ToAsked {
        /// What.
        escalation: Id<Escalation>,
        /// Who.
        asked: Id<Asked>,
        /// Why.
        why: Why,
    },
    /// To someone who runs the brand: no answer came in time.
    Late {
        /// What.
        escalation: Id<Escalation>,
        /// To whom.
        to: Id<Teammate>,
    },
}

/// Why someone who is asked is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// They are asked.
    Asked,
    /// The deadline is near.
    Reminder,
    /// It has passed.
    Late,
    /// The question was completed.
    Completed,
    /// There is another deadline.
    Extended,
    /// It is no longer needed.
    Withdrawn,
    /// They asked for a fresh link.
    Link,
}

impl Job for EscalationLetter {
    const KIND: &'static str = "escalation_letter";
}
