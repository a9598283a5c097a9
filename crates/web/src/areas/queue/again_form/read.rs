//! What the form says, and the form of what is there.

use channels::Channel;
use jiff::civil::Date;
use primitives::Id;
use publishing::recurrence::{Piece, Recurrence, RecurrenceEdit, Rhythm, Rule, When};

use crate::Form;
use crate::areas::queue::shown::{clock, minute};

/// What the form says; `piece` is what it does not show.
pub(super) fn read(form: &Form, piece: Piece) -> RecurrenceEdit {
    let channels: Vec<Id<Channel>> = form.all("channel").filter_map(|id| id.parse().ok()).collect();
    let mut piece = piece.on(&channels);
    piece.topic = form.get("topic").parse().ok();
    RecurrenceEdit {
        rhythm: rhythm(form),
        texts: form.all("text").map(str::to_owned).collect(),
        piece,
        ends_when_used: form.has("used"),
    }
}

/// Numbers that mean nothing are nought, which the verb refuses.
fn rhythm(form: &Form) -> Rhythm {
    let every = form.get("every").parse().unwrap_or(0);
    let weekday = form.get("weekday").parse().unwrap_or(0);
    let rule = match form.get("kind") {
        "days" => Rule::Days { every },
        "month-day" => Rule::MonthDay { every, day: form.get("day").parse().unwrap_or(0) },
        "month-weekday" => {
            Rule::MonthWeekday { every, nth: form.get("nth").parse().unwrap_or(0), weekday }
        }
        _ => Rule::Weeks { every, on: form.all("on").filter_map(|on| on.parse().ok()).collect() },
    };
    let when = if form.get("kind") == "free" {
        When::Free { gap_days: form.get("gap").parse().unwrap_or(0) }
    } else {
        When::Rule { rule, minute: minute(form.get("time")).unwrap_or(-1) }
    };
    let until = form.get("until").parse::<Date>().ok().filter(|_| form.get("ends") == "until");
    let times = (form.get("ends") == "times").then(|| form.get("times").parse().unwrap_or(0));
    Rhythm { start: form.get("start").parse().unwrap_or_default(), until, times, when }
}

pub(super) fn filled(recurrence: &Recurrence) -> Form {
    let rhythm = &recurrence.rhythm;
    let mut form = Form::empty().with("start", rhythm.start.to_string()).with("gap", "30");
    let mut set = |name: &str, value: String| form = std::mem::take(&mut form).with(name, value);
    match &rhythm.when {
        When::Free { gap_days } => {
            set("kind", "free".to_owned());
            set("gap", gap_days.to_string());
            set("time", "09:00".to_owned());
            set("every", "1".to_owned());
        }
        When::Rule { rule, minute } => {
            set("time", clock(*minute));
            let (kind, every) = match rule {
                Rule::Days { every } => ("days", every),
                Rule::Weeks { every, on } => {
                    on.iter().for_each(|day| set("on", day.to_string()));
                    ("weeks", every)
                }
                Rule::MonthDay { every, day } => {
                    set("day", day.to_string());
                    ("month-day", every)
                }
                Rule::MonthWeekday { every, nth, weekday } => {
                    set("nth", nth.to_string());
                    set("weekday", weekday.to_string());
                    ("month-weekday", every)
                }
            };
            set("kind", kind.to_owned());
            set("every", every.to_string());
        }
    }
    match (rhythm.until, rhythm.times) {
        (Some(until), _) => {
            set("ends", "until".to_owned());
            set("until", until.to_string());
        }
        (None, Some(times)) => {
            set("ends", "times".to_owned());
            set("times", times.to_string());
        }
        (None, None) => set("ends", "never".to_owned()),
    }
    recurrence.texts.iter().for_each(|text| set("text", text.clone()));
    recurrence.piece.channels().iter().for_each(|id| set("channel", id.to_string()));
    set("topic", recurrence.piece.topic.map(|topic| topic.to_string()).unwrap_or_default());
    if recurrence.ends_when_used {
        set("used", "on".to_owned());
    }
    form
}
