//! When things come back: the reading of the clock holds in every zone, whatever clocks do.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use publishing::Moved;
use publishing::recurrence::{Rhythm, Rule, When};

fn rhythm(rule: Rule, minute: i64) -> Rhythm {
    let until = Some(date(2035, 12, 31));
    Rhythm { start: date(2026, 1, 1), until, times: None, when: When::Rule { rule, minute } }
}

fn days(rule: &Rule, start: Date, most: usize) -> Vec<String> {
    rule.dates(start).take(most).map(|day| day.to_string()).collect()
}

#[test]
fn each_day_of_ten_years_in_every_zone_has_its_time_once() {
    // Half past two in the night, when most clocks change, and midnight, when the others do.
    for (minute, reading) in [(150, "02:30:00"), (0, "00:00:00")] {
        let daily = rhythm(Rule::Days { every: 1 }, minute);
        let all: Vec<_> = daily.readings().collect();
        assert_eq!(all.len(), 3652, "ten years, leap days in");
        let mut zones = 0;
        for name in jiff::tz::db().available() {
            let zone = TimeZone::get(name.as_str()).unwrap();
            zones += 1;
            let mut last = None;
            let mut count = 0;
            for (at, asked) in daily.occurrences(name.as_str()).zip(&all) {
                count += 1;
                assert_eq!(at.local, *asked);
                assert!(at.local.time().to_string().starts_with(reading));
                assert!(last.is_none_or(|last| last < at.at), "{name}: {asked} is not after");
                let shown = zone.to_datetime(at.at);
                match at.moved {
                    Some(Moved::Skipped { to }) => assert!(to > *asked && shown == to),
                    _ => assert_eq!(shown, *asked, "{name}"),
                }
                last = Some(at.at);
            }
            assert_eq!(count, all.len(), "{name}: none is missing, none comes twice");
        }
        assert!(zones > 300);
    }
}

#[test]
fn rules_give_the_days_that_people_mean() {
    let from = date(2026, 11, 22);
    let first_monday = Rule::MonthWeekday { every: 1, nth: 1, weekday: 1 };
    assert_eq!(days(&first_monday, from, 3), ["2026-12-07", "2027-01-04", "2027-02-01"]);
    let last_friday = Rule::MonthWeekday { every: 1, nth: -1, weekday: 5 };
    assert_eq!(days(&last_friday, from, 2), ["2026-11-27", "2026-12-25"]);
    let end_of_month = Rule::MonthDay { every: 1, day: 31 };
    assert_eq!(
        days(&end_of_month, date(2027, 1, 31), 3),
        ["2027-01-31", "2027-02-28", "2027-03-31"]
    );
    let each_other_week = Rule::Weeks { every: 2, on: vec![4, 2] };
    assert_eq!(
        days(&each_other_week, date(2026, 11, 25), 3),
        ["2026-11-26", "2026-12-08", "2026-12-10"]
    );
    assert_eq!(days(&Rule::Days { every: 10 }, from, 2), ["2026-11-22", "2026-12-02"]);
}

fn any_rule() -> impl Strategy<Value = Rule> {
    prop_oneof![
        (1_u16..400).prop_map(|every| Rule::Days { every: every.min(366) }),
        (1_u16..54, prop::collection::vec(1_i8..8, 1..7))
            .prop_map(|(every, on)| Rule::Weeks { every, on }),
        (1_u16..60, 1_i8..32).prop_map(|(every, day)| Rule::MonthDay { every, day }),
        (1_u16..60, prop_oneof![1_i8..5, Just(-1_i8)], 1_i8..8)
            .prop_map(|(every, nth, weekday)| Rule::MonthWeekday { every, nth, weekday }),
    ]
}

proptest! {
    #[test]
    fn days_only_go_forward_and_keep_their_rule(rule in any_rule(), offset in 0_i32..3650) {
        let start = date(2026, 1, 1).checked_add(offset.days()).unwrap();
        prop_assert!(rule.is_sound());
        let mut last: Option<Date> = None;
        for day in rule.dates(start).take(60) {
            prop_assert!(day >= start && last.is_none_or(|last| last < day));
            match &rule {
                Rule::Days { every } => {
                    prop_assert_eq!((day - start).get_days() % i32::from(*every), 0);
                }
                Rule::Weeks { on, .. } => {
                    prop_assert!(on.contains(&day.weekday().to_monday_one_offset()));
                }
                Rule::MonthDay { day: asked, .. } => {
                    prop_assert_eq!(day.day(), (*asked).min(day.days_in_month()));
                }
                Rule::MonthWeekday { nth, weekday, .. } => {
                    let weekday = Weekday::from_monday_one_offset(*weekday).unwrap();
                    prop_assert_eq!(Ok(day), day.nth_weekday_of_month(*nth, weekday).map_err(|_| ()));
                }
            }
            last = Some(day);
        }
        prop_assert!(last.is_some());
    }

    #[test]
    fn a_number_of_times_is_that_number(rule in any_rule(), times in 1_u32..40) {
        let rhythm = Rhythm {
            start: date(2026, 1, 1), until: None, times: Some(times),
            when: When::Rule { rule, minute: 540 },
        };
        prop_assert_eq!(rhythm.readings().count(), times as usize);
    }
}
