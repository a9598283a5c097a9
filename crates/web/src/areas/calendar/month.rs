//! The month: whole weeks of days, each with its first few posts.

use jiff::civil::Date;
use maud::{Markup, html};
use platform::Right;
use publishing::calendar::Cell;
use publishing::holidays::Family;

use super::grid::View;
use super::page::CalendarPage;
use super::place::Place;
use crate::Frame;
use crate::parts::icon;
use crate::words::args;

/// How many holidays and the like a day shows before « + n ».
const LINES: usize = 2;

impl CalendarPage {
    pub(super) fn month(&self, frame: &Frame, days: &[(Date, Cell)]) -> Markup {
        let words = &frame.words;
        let when = words.month_of(self.place.date);
        html! {
            table.calendar {
                caption.visually-hidden { (words.tn("calendar-caption", args![when => when])) }
                thead { tr {
                    @for (day, _) in days.iter().take(7) {
                        th scope="col" { span aria-hidden="true" { (words.short_weekday(day.weekday())) } span.visually-hidden { (words.weekday(day.weekday())) } }
                    }
                } }
                tbody { @for week in days.chunks(7) { tr {
                    @for (day, cell) in week {
                        td class=[self.class(*day)] data-drop-date=(day) {
                            (self.day_head(frame, *day, cell.count))
                            @if !cell.first.is_empty() {
                                ul.chips { @for occasion in &cell.first { (self.chip(frame, occasion, true)) } }
                            }
                            @let more = cell.count - i64::try_from(cell.first.len()).unwrap_or(0);
                            @if more > 0 {
                                a.chip-more href=(self.address(frame, |place| { place.view = View::Day; place.date = *day; })) { (words.tn("calendar-more", args![count => more])) }
                            }
                        }
                    }
                } } }
            }
        }
    }

    /// The address of a place near this one.
    pub(super) fn address(&self, frame: &Frame, change: impl FnOnce(&mut Place)) -> String {
        frame.url(&self.place.but(change).path())
    }

    /// A day's number, how full it is, what is special about it.
    pub(super) fn day_head(&self, frame: &Frame, day: Date, count: i64) -> Markup {
        let words = &frame.words;
        let open = self.address(frame, |place| {
            place.view = View::Day;
            place.date = day;
        });
        html! {
            div.day {
                span.day-name { (words.short_weekday(day.weekday())) }
                a href=(open) aria-current=[(day == self.today).then_some("date")] {
                    (day.day()) span.visually-hidden { @if self.is_outside(day) { " " (words.month(day.month())) } ", " (words.tn("calendar-count", args![count => count])) }
                }
                @if frame.may(Right::Draft) && day >= self.today {
                    a.day-add href=(frame.url(&format!("posts/new?date={day}"))) aria-label=(words.tn("calendar-write-on", args![day => words.day(day)])) { (icon("plus")) }
                }
            }
            (self.day_notes(frame, day))
        }
    }

    fn day_notes(&self, frame: &Frame, day: Date) -> Markup {
        let words = &frame.words;
        let Some(moments) = self.moments.get(&day) else { return html! {} };
        let about = frame.url(&format!("calendar/days?from={day}"));
        html! {
            ul.day-notes {
                @for moment in moments.iter().take(LINES) {
                    li { a.day-note data-family=[(matches!(moment.family, Family::Public | Family::AlsaceMoselle)).then_some("public")] href=(about) { (words.t(&format!("moment-{}", moment.key))) } }
                }
                @if moments.len() > LINES { li { a.day-note href=(about) { (words.tn("calendar-more", args![count => moments.len() - LINES])) } } }
            }
        }
    }

    fn is_outside(&self, day: Date) -> bool {
        self.place.view == View::Month && day.month() != self.place.date.month()
    }

    pub(super) fn class(&self, day: Date) -> Option<String> {
        let public = |found: &Vec<publishing::holidays::Moment>| {
            found.iter().any(|moment| moment.family == Family::Public)
        };
        let marks = [
            (self.is_outside(day), "outside"),
            (day < self.today, "past"),
            (day == self.today, "today-cell"),
            (self.moments.get(&day).is_some_and(public), "holiday"),
        ];
        let names: Vec<_> = marks.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect();
        (!names.is_empty()).then(|| names.join(" "))
    }
}
