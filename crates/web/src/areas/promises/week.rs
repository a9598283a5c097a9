//! A week of openings as a form writes it: up to three a day.

use conversations::hours::{Holidays, HoursSetting, Opening, Week};
use jiff::civil::Weekday;
use maud::{Markup, html};

use crate::words::{Words, args};
use crate::{Form, Frame};

/// How many openings a day may have.
const MOST: usize = 3;

const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// What is proposed to who has set nothing: the usual hours of an office.
fn usual() -> Week {
    let day = vec![Opening { from: 540, until: 750 }, Opening { from: 840, until: 1080 }];
    std::array::from_fn(|index| if index < 5 { day.clone() } else { Vec::new() })
}

fn field(which: &str, day: usize, nth: usize) -> String {
    format!("{which}-{day}-{nth}")
}

/// The form of what is set.
pub fn form_of(setting: &HoursSetting) -> Form {
    let mode = if setting.week.is_some() { "week" } else { "always" };
    let mut form = Form::filled([("mode", mode), ("holidays", setting.holidays.as_str())]);
    let week = setting.week.clone().unwrap_or_else(usual);
    for (day, openings) in week.iter().enumerate() {
        for (nth, opening) in openings.iter().take(MOST).enumerate() {
            let (from, until) = opening.texts();
            form = form.with(&field("from", day, nth), from);
            form = form.with(&field("until", day, nth), until.replace("24:00", "00:00"));
        }
    }
    form
}

/// The openings of one line of the form; none when both fields are empty.
fn opening(form: &Form, day: usize, nth: usize) -> Option<Result<Opening, ()>> {
    let (from, until) = (field("from", day, nth), field("until", day, nth));
    let (from, until) = (form.get(&from).trim(), form.get(&until).trim());
    if from.is_empty() && until.is_empty() {
        return None;
    }
    Some(Opening::parse(from, until).map_err(|_| ()))
}

/// What the form says: none, around the clock. What can't be read is refused under `mode`.
pub fn read(form: &mut Form, words: &Words) -> Option<(Option<Week>, Holidays)> {
    let holidays = form.get("holidays").parse().unwrap_or(Holidays::France);
    if form.get("mode") == "always" {
        return Some((None, holidays));
    }
    let mut week = Week::default();
    for day in 0..7 {
        for nth in 0..MOST {
            match opening(form, day, nth) {
                None => {}
                Some(Ok(opening)) => week[day].push(opening),
                Some(Err(())) => {
                    let name = words.weekday(DAYS[day]);
                    form.refuse("mode", words.tn("promises-hours-unreadable", args![day => name]));
                    return None;
                }
            }
        }
    }
    Some((Some(week), holidays))
}

/// The fields of the week.
pub fn fields(frame: &Frame, form: &Form) -> Markup {
    let words = &frame.words;
    html! {
        div.week-hours {
            @for (day, weekday) in DAYS.iter().enumerate() {
                fieldset.week-day {
                    legend { (words.weekday(*weekday)) }
                    @for nth in 0..MOST { (pair(words, form, day, nth)) }
                }
            }
        }
    }
}

fn pair(words: &Words, form: &Form, day: usize, nth: usize) -> Markup {
    let (from, until) = (field("from", day, nth), field("until", day, nth));
    let label = |key: &str| words.tn(key, args![count => nth + 1]);
    html! {
        span.week-opening {
            input.input type="time" name=(from) value=(form.get(&from)) aria-label=(label("promises-hours-from"));
            span aria-hidden="true" { "–" }
            input.input type="time" name=(until) value=(form.get(&until)) aria-label=(label("promises-hours-until"));
        }
    }
}
