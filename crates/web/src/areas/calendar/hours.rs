//! The week and the day: a grid of hours.

use jiff::civil::{Date, Time};
use maud::{Markup, html};
use publishing::calendar::Cell;

use super::grid::View;
use super::page::CalendarPage;
use crate::Frame;
use crate::words::args;

/// The hours that are always shown.
const FIRST: usize = 7;
const LAST: usize = 21;

impl CalendarPage {
    pub(super) fn hours(&self, frame: &Frame, days: &[(Date, Vec<Cell>)]) -> Markup {
        let words = &frame.words;
        let (first, last) = self.span(days);
        let count = last - first + 1;
        let one = days.len() == 1;
        html! {
            ol.week.timed.one-day[one] data-hours=(count) {
                li.hour-names aria-hidden="true" {
                    div.day-top {}
                    @for hour in first..=last { span { (words.time(clock(hour))) } }
                }
                @for (day, cells) in days {
                    li class=[self.class(*day)] data-day=(day) {
                        div.day-top { (self.day_head(frame, *day, cells.iter().map(|cell| cell.count).sum())) }
                        @for (hour, cell) in cells.iter().enumerate().take(last + 1).skip(first) {
                            (self.hour(frame, *day, hour, cell))
                        }
                    }
                }
            }
            @if count < 24 || self.place.every_hour {
                p.hour-switch.no-print {
                    a href=(self.address(frame, |place| place.every_hour = !place.every_hour)) {
                        (words.t(if self.place.every_hour { "calendar-hours-few" } else { "calendar-hours-all" }))
                    }
                }
            }
        }
    }

    /// The hours shown: those of the day, and any others that hold something.
    fn span(&self, days: &[(Date, Vec<Cell>)]) -> (usize, usize) {
        if self.place.every_hour {
            return (0, 23);
        }
        let full = days.iter().flat_map(|(_, cells)| {
            cells.iter().enumerate().filter(|(_, cell)| cell.count > 0).map(|(hour, _)| hour)
        });
        full.fold((FIRST, LAST), |(first, last), hour| (first.min(hour), last.max(hour)))
    }

    fn hour(&self, frame: &Frame, day: Date, hour: usize, cell: &Cell) -> Markup {
        let words = &frame.words;
        let more = cell.count - i64::try_from(cell.first.len()).unwrap_or(0);
        html! {
            div.hour data-drop-date=(day) data-drop-hour=(hour) {
                @if !cell.first.is_empty() {
                    ul.chips { @for occasion in &cell.first { (self.chip(frame, occasion, true)) } }
                }
                @if more > 0 {
                    @let list = self.address(frame, |place| { place.view = View::List; place.date = day; });
                    a.chip-more href={ (list) "&hour=" (hour) } { (words.tn("calendar-more", args![count => more])) }
                }
            }
        }
    }
}

fn clock(hour: usize) -> Time {
    Time::constant(i8::try_from(hour).unwrap_or(0), 0, 0, 0)
}
