//! When a recurrence comes round, and what it says, as they are written and read.

use publishing::Recurrence;
use publishing::recurrence::{RecurrenceState, Rule, When};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shared::{Ident, Moment, Problem, word};
use super::slots::{clock, minute};

word! {
    /// Whether a recurrence comes back.
    RecurrenceStateWord(RecurrenceState);
}

/// On which days something comes round, at a time of day; or from time to time, into what is free.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[schema(as = When, example = json!({"kind": "weeks", "every": 1, "on": [2], "time": "09:00"}))]
pub enum WhenBody {
    /// Every so many days.
    Days {
        /// 1 to 366.
        every: u16,
        time: String,
    },
    /// On days of the week, every so many weeks.
    Weeks {
        /// 1 to 53.
        every: u16,
        /// 1 for Monday to 7 for Sunday.
        on: Vec<i8>,
        time: String,
    },
    /// On a day of the month, every so many months; a month too short gives its last day.
    MonthDay {
        /// 1 to 60.
        every: u16,
        /// 1 to 31.
        day: i8,
        time: String,
    },
    /// On the first Monday, the last Friday…
    MonthWeekday {
        /// Every so many months, 1 to 60.
        every: u16,
        /// 1 to 4, or -1 for the last.
        nth: i8,
        /// 1 for Monday to 7 for Sunday.
        weekday: i8,
        time: String,
    },
    /// From time to time, into slots that stay free.
    Free {
        /// The fewest days between two, 1 to 366.
        gap_days: u16,
    },
}

impl WhenBody {
    pub(super) fn when(self) -> Result<When, Problem> {
        let at = |rule, time: &str| Ok(When::Rule { rule, minute: minute("when.time", time)? });
        match self {
            WhenBody::Days { every, time } => at(Rule::Days { every }, &time),
            WhenBody::Weeks { every, on, time } => at(Rule::Weeks { every, on }, &time),
            WhenBody::MonthDay { every, day, time } => at(Rule::MonthDay { every, day }, &time),
            WhenBody::MonthWeekday { every, nth, weekday, time } => {
                at(Rule::MonthWeekday { every, nth, weekday }, &time)
            }
            WhenBody::Free { gap_days } => Ok(When::Free { gap_days }),
        }
    }
}

impl From<When> for WhenBody {
    fn from(when: When) -> Self {
        let (rule, time) = match when {
            When::Free { gap_days } => return WhenBody::Free { gap_days },
            When::Rule { rule, minute } => (rule, clock(minute)),
        };
        match rule {
            Rule::Days { every } => WhenBody::Days { every, time },
            Rule::Weeks { every, on } => WhenBody::Weeks { every, on, time },
            Rule::MonthDay { every, day } => WhenBody::MonthDay { every, day, time },
            Rule::MonthWeekday { every, nth, weekday } => {
                WhenBody::MonthWeekday { every, nth, weekday, time }
            }
        }
    }
}

/// A post that comes back.
#[derive(Serialize, ToSchema)]
#[schema(as = Recurrence)]
pub struct RecurrenceBody {
    pub id: Ident,
    state: RecurrenceStateWord,
    when: WhenBody,
    #[schema(format = "date", example = "2026-12-01")]
    start: String,
    #[schema(format = "date")]
    until: Option<String>,
    /// How many times in all.
    times: Option<u32>,
    /// Its variations, used in turn.
    texts: Vec<String>,
    ends_when_used: bool,
    channels: Vec<Ident>,
    topic: Option<Ident>,
    campaign: Option<Ident>,
    /// All that it says beside its texts: link, pictures, variants, thread…
    #[schema(value_type = Object)]
    content: serde_json::Value,
    /// Who began it.
    created_by: Option<Ident>,
    created_at: Moment,
    ended_at: Option<Moment>,
}

impl From<Recurrence> for RecurrenceBody {
    fn from(recurrence: Recurrence) -> Self {
        let piece = recurrence.piece;
        Self {
            id: recurrence.id.into(),
            state: recurrence.state.into(),
            when: recurrence.rhythm.when.into(),
            start: recurrence.rhythm.start.to_string(),
            until: recurrence.rhythm.until.map(|day| day.to_string()),
            times: recurrence.rhythm.times,
            texts: recurrence.texts,
            ends_when_used: recurrence.ends_when_used,
            channels: piece.channels().into_iter().map(Ident::from).collect(),
            topic: piece.topic.map(Ident::from),
            campaign: piece.campaign.map(Ident::from),
            content: serde_json::to_value(&piece).unwrap_or_default(),
            created_by: recurrence.created_by.map(Ident::from),
            created_at: recurrence.created_at.into(),
            ended_at: recurrence.ended_at.map(Moment::from),
        }
    }
}
