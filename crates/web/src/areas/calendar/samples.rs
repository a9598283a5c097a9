//! The calendar as it can be met, for the test that renders every page.

use std::collections::BTreeMap;

use channels::publication::StateName;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use primitives::Id;
use publishing::calendar::{Cell, Narrowed, Occasion, Shown as Narrow, Standing};
use publishing::holidays::{self, Family};
use strategy::Format;

use super::grid::View;
use super::page::{CalendarPage, Known, Shown};
use super::place::Place;
use crate::areas::posts::shown::ShownChannel;

fn id<T>(n: usize) -> Id<T> {
    Id::from_uuid(uuid::Uuid::from_u128(n as u128))
}

fn occasion(day: Date, n: usize) -> Occasion {
    let zone = TimeZone::get("Europe/Paris").expect("a zone of the samples");
    let local = day.at(7 + (n % 14) as i8, 30, 0, 0);
    let state = StateName::ALL[n % StateName::ALL.len()];
    Occasion {
        post: id(n + 1),
        at: zone.to_timestamp(local).unwrap_or_default(),
        standing: match n % 8 {
            3 => Standing::Draft,
            7 => Standing::Asked,
            _ => Standing::Given(vec![(id(n), state)]),
        },
        channels: ShownChannel::samples().iter().take(1 + n % 3).map(|c| c.id).collect(),
        excerpt: "La bûche de Noël est arrivée au fournil".to_owned(),
        format: Format::Image,
        topic: Some(id(1)),
        campaign: Some(id(1)),
        author: Some(id(1)),
    }
}

fn known() -> Known {
    let channels = ShownChannel::samples();
    Known {
        paused: vec![channels[0].id],
        channels,
        topics: vec![(id(1), "Pains".to_owned())],
        campaigns: vec![(id(1), "Noël".to_owned())],
        team: vec![(id(1), "Inès Le Goff".to_owned())],
    }
}

fn cell(day: Date, n: usize, shown: usize) -> Cell {
    let first = (0..n.min(shown)).map(|at| occasion(day, n + at)).collect();
    Cell { count: n as i64, first }
}

fn page(view: View, full: bool, change: impl FnOnce(&mut Place)) -> CalendarPage {
    let date: Date = "2026-11-23".parse().expect("a day of the samples");
    let mut place = Place::at(view, date);
    change(&mut place);
    let days = view.days(date);
    let n = |at: usize| if full { at % 6 } else { 0 };
    let shown = match view {
        View::Month => {
            let days = days.iter().enumerate();
            // As many as a month of more than sixty shows.
            Shown::Month(days.map(|(at, day)| (*day, cell(*day, n(at), 2))).collect())
        }
        View::Week | View::Day => {
            // A busy week, not one beyond what a page shows.
            let n = |hour: usize| if hour % 5 == 4 { n(hour) } else { 0 };
            let hours = |day: Date| (0..24).map(|hour| cell(day, n(hour), 3)).collect();
            Shown::Hours(days.iter().map(|day| (*day, hours(*day))).collect())
        }
        View::List => {
            let lines = (0..if full { 12 } else { 0 }).map(|at| occasion(date, at)).collect();
            let on = full.then(|| "calendar?view=list&after=1_2".to_owned());
            Shown::List { lines, on, goes_on: full }
        }
        View::Ideas => Shown::Ideas,
    };
    let zone = TimeZone::get("Europe/Paris").expect("a zone of the samples");
    let last = days.last().copied().unwrap_or(date);
    let mut moments: BTreeMap<Date, Vec<_>> = BTreeMap::new();
    for moment in holidays::between(date.first_of_month(), last, Family::ALL, &zone) {
        moments.entry(moment.day).or_default().push(moment);
    }
    CalendarPage {
        place,
        today: date,
        shown,
        ideas: if full { (0..4).map(|n| occasion(date, n * 4 + 3)).collect() } else { vec![] },
        moments: if full { moments } else { BTreeMap::new() },
        known: if full { known() } else { Known::default() },
        held: i64::from(full) * 3,
    }
}

/// Empty and full, each view, narrowed and choosing.
pub(super) fn pages() -> Vec<CalendarPage> {
    let narrowed = |place: &mut Place| {
        place.narrowed = Narrowed {
            channel: Some(ShownChannel::samples()[0].id),
            campaign: Some(id(1)),
            topic: Some(id(1)),
            format: Some(Format::Image),
            shown: Some(Narrow::State(StateName::Planned)),
            author: Some(id(1)),
        };
    };
    let choosing = |place: &mut Place| place.choosing = true;
    let bare = |place: &mut Place| {
        place.without_days = true;
        place.without_ideas = true;
        place.every_hour = true;
    };
    vec![
        page(View::Month, false, |_| {}),
        page(View::Month, true, narrowed),
        page(View::Month, true, choosing),
        page(View::Week, true, |_| {}),
        page(View::Week, true, bare),
        page(View::Day, false, |_| {}),
        page(View::Day, true, choosing),
        page(View::List, false, |_| {}),
        page(View::List, true, narrowed),
        page(View::Ideas, false, |_| {}),
        page(View::Ideas, true, |_| {}),
    ]
}
