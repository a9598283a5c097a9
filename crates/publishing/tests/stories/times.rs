//! Times in every zone: what is planned is a reading; the instant follows, also across changes
//! of clocks.

use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};
use proptest::prelude::*;
use publishing::{LocalSchedule, Moved};

#[test]
fn around_every_change_of_clocks_of_ten_years_in_every_zone_a_time_is_kept_or_explained() {
    let from = date(2026, 1, 1).at(0, 0, 0, 0).in_tz("UTC").unwrap().timestamp();
    let to = date(2036, 1, 1).at(0, 0, 0, 0).in_tz("UTC").unwrap().timestamp();
    let mut zones = 0;
    let mut told = 0;
    for name in jiff::tz::db().available() {
        let zone = TimeZone::get(name.as_str()).unwrap();
        zones += 1;
        for change in zone.following(from).take_while(|change| change.timestamp() < to) {
            for minutes in [-90, -60, -30, -1, 0, 1, 30, 59, 60, 90] {
                let near = change.timestamp() + SignedDuration::from_mins(minutes);
                let asked = zone.to_datetime(near).round(jiff::Unit::Minute).unwrap();
                let planned = LocalSchedule::resolve(asked, name.as_str()).unwrap();
                let shown = zone.to_datetime(planned.at);
                match planned.moved {
                    None => assert_eq!(shown, asked, "{name} {asked}"),
                    Some(Moved::Twice { second }) => {
                        assert_eq!(shown, asked);
                        assert!(second > planned.at, "the first of the two is meant");
                        assert_eq!(zone.to_datetime(second), asked);
                        told += 1;
                    }
                    Some(Moved::Skipped { to }) => {
                        assert_eq!(shown, to);
                        assert!(to > asked, "a skipped time goes forward, never back");
                        told += 1;
                    }
                }
            }
        }
    }
    assert!(zones > 300, "the time zone rules are there: {zones}");
    assert!(told > 100, "some times are skipped or doubled: {told}");
}

#[test]
fn dragging_to_another_day_keeps_the_clock_reading_across_every_change_of_clocks_of_ten_years() {
    let from = date(2026, 1, 1).at(0, 0, 0, 0).in_tz("UTC").unwrap().timestamp();
    let to = date(2036, 1, 1).at(0, 0, 0, 0).in_tz("UTC").unwrap().timestamp();
    let mut moved_over = 0;
    for name in jiff::tz::db().available() {
        let zone = TimeZone::get(name.as_str()).unwrap();
        for change in zone.following(from).take_while(|change| change.timestamp() < to) {
            let day = zone.to_datetime(change.timestamp()).date();
            for (hour, minute) in [(0, 0), (1, 30), (2, 30), (9, 0), (14, 45), (23, 59)] {
                // From three days before to the day itself and to three days after.
                let asked = day.at(hour, minute, 0, 0);
                for days in [-3, 0, 3] {
                    let dropped = asked.checked_add(days.days()).unwrap();
                    let planned = LocalSchedule::resolve(dropped, name.as_str()).unwrap();
                    assert_eq!(planned.local.time(), asked.time(), "the reading is kept");
                    let shown = zone.to_datetime(planned.at);
                    match planned.moved {
                        Some(Moved::Skipped { to }) => assert_eq!(shown, to, "{name}"),
                        _ => assert_eq!(shown, dropped, "{name} {dropped}"),
                    }
                    // Dragged back, it is where it was: to the minute and the instant.
                    let back = planned.local.checked_sub(days.days()).unwrap();
                    let back = LocalSchedule::resolve(back, name.as_str()).unwrap();
                    let before = LocalSchedule::resolve(asked, name.as_str()).unwrap();
                    assert_eq!(back, before, "{name} {asked} by {days} days and back");
                    moved_over += 1;
                }
            }
        }
    }
    assert!(moved_over > 10_000, "many changes were crossed: {moved_over}");
}

proptest! {
    #[test]
    fn a_reading_means_one_instant_that_shows_it_again(
        days in 0_i32..3650, minutes in 0_i64..1440, pick in 0_usize..600,
    ) {
        let names: Vec<_> = jiff::tz::db().available().collect();
        let name = names[pick % names.len()].as_str();
        let day = date(2026, 1, 1).checked_add(days.days()).unwrap();
        let asked = day.at(0, 0, 0, 0).checked_add(minutes.minutes()).unwrap();
        let planned = LocalSchedule::resolve(asked, name).unwrap();
        let shown = TimeZone::get(name).unwrap().to_datetime(planned.at);
        match planned.moved {
            Some(Moved::Skipped { to }) => prop_assert_eq!(shown, to),
            _ => prop_assert_eq!(shown, asked),
        }
    }

    #[test]
    fn no_text_makes_reading_a_time_panic(text in ".{0,40}", zone in ".{0,20}") {
        let _ = LocalSchedule::parse(&text, &zone);
    }
}
