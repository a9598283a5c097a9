//! Working time: any week, any zone, changes of clocks both ways.

use std::collections::BTreeMap;

use conversations::hours::{Holidays, Hours, Opening, openings};
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

const ZONES: [&str; 8] = [
    "Europe/Paris",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "UTC",
];

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse::<jiff::civil::DateTime>()
        .unwrap()
        .to_zoned(zone("Europe/Paris"))
        .unwrap()
        .timestamp()
}

fn hours(text: i64) -> SignedDuration {
    SignedDuration::from_hours(text)
}

fn opening(from: &str, until: &str) -> Opening {
    Opening::parse(from, until).unwrap()
}

/// Open from Tuesday to Saturday, shut at noon; Mondays in the afternoon.
fn bakery() -> Hours {
    let split = vec![opening("07:00", "13:00"), opening("15:30", "19:30")];
    let week = [
        vec![opening("14:00", "18:00")],
        split.clone(),
        split.clone(),
        split.clone(),
        split.clone(),
        split,
        vec![],
    ];
    let closed: Date = "2026-12-26".parse().unwrap();
    let sunday: Date = "2026-12-20".parse().unwrap();
    let own = BTreeMap::from([(closed, vec![]), (sunday, vec![opening("08:00", "12:00")])]);
    Hours::new(zone("Europe/Paris"), week, Holidays::France, own)
}

#[test]
fn a_message_of_friday_evening_is_due_on_the_next_day_of_work() {
    let week =
        std::array::from_fn(|day| if day < 5 { vec![opening("08:00", "18:00")] } else { vec![] });
    let office = Hours::new(zone("Europe/Paris"), week, Holidays::France, BTreeMap::new());
    let said = at("2026-11-20T17:30");
    assert_eq!(office.due(said, hours(4)), Some(at("2026-11-23T11:30")));
    assert_eq!(office.elapsed(said, at("2026-11-23T11:30")), hours(4));
    assert!(!office.is_open(at("2026-11-20T18:00")) && office.is_open(at("2026-11-20T17:59")));
}

#[test]
fn split_days_holidays_and_days_of_its_own_are_counted() {
    let bakery = bakery();
    let friday = at("2026-11-13T12:30");
    assert_eq!(bakery.due(friday, hours(1)), Some(at("2026-11-13T16:00")));
    // Wednesday, 11 November.
    assert_eq!(bakery.elapsed(at("2026-11-11T00:00"), at("2026-11-12T00:00")), hours(0));
    assert_eq!(bakery.elapsed(at("2026-12-20T00:00"), at("2026-12-21T00:00")), hours(4));
    assert_eq!(bakery.elapsed(at("2026-12-25T00:00"), at("2026-12-28T00:00")), hours(0));
    assert_eq!(bakery.next_open(at("2026-12-25T00:00")), Some(at("2026-12-28T14:00")));
}

#[test]
fn a_night_opening_has_an_hour_less_in_march_and_one_more_in_october() {
    let night = std::array::from_fn(|_| vec![opening("00:00", "06:00")]);
    let night = Hours::new(zone("Europe/Paris"), night, Holidays::None, BTreeMap::new());
    assert_eq!(night.elapsed(at("2026-03-29T00:00"), at("2026-03-29T12:00")), hours(5));
    assert_eq!(night.elapsed(at("2026-10-25T00:00"), at("2026-10-25T12:00")), hours(7));
    // Within the hour that is skipped, and within the one that comes twice.
    let skipped = std::array::from_fn(|_| vec![opening("02:15", "02:45")]);
    let skipped = Hours::new(zone("Europe/Paris"), skipped, Holidays::None, BTreeMap::new());
    assert_eq!(skipped.elapsed(at("2026-03-29T00:00"), at("2026-03-29T12:00")), hours(0));
    assert_eq!(skipped.elapsed(at("2026-10-25T00:00"), at("2026-10-25T12:00")), hours(1));
}

#[test]
fn who_is_never_open_owes_nothing_and_who_set_nothing_is_open_around_the_clock() {
    let never = Hours::new(zone("UTC"), Default::default(), Holidays::None, BTreeMap::new());
    let now = at("2026-11-22T10:00");
    assert_eq!(never.due(now, hours(1)), None);
    assert_eq!(never.elapsed(now, now + hours(24 * 900)), hours(0));
    let always = Hours::always(zone("UTC"));
    assert_eq!(always.due(now, hours(30)), Some(now + hours(30)));
}

#[test]
fn openings_are_read_as_forms_write_them() {
    assert_eq!(opening("18:00", "00:00"), Opening { from: 1080, until: 1440 });
    assert!(Opening::parse("12:00", "09:00").is_err() && Opening::parse("9 h", "12:00").is_err());
    assert!(openings(vec![opening("09:00", "12:00"), opening("11:00", "13:00")]).is_err());
    assert!(openings(vec![opening("12:00", "13:00"), opening("09:00", "12:00")]).is_ok());
    assert_eq!("2026-11-23".parse::<Date>().unwrap().weekday(), Weekday::Monday);
}

/// Any openings of a day: cut points in order, taken two by two.
fn any_day() -> impl Strategy<Value = Vec<Opening>> {
    prop::collection::btree_set(0u16..=1440, 0..7).prop_map(|cuts| {
        let cuts: Vec<u16> = cuts.into_iter().collect();
        cuts.chunks_exact(2).map(|pair| Opening::new(pair[0], pair[1]).unwrap()).collect()
    })
}

pub fn any_hours() -> impl Strategy<Value = Hours> {
    let holidays =
        prop::sample::select(vec![Holidays::None, Holidays::France, Holidays::AlsaceMoselle]);
    let own = prop::collection::btree_map(0i32..1200, any_day(), 0..6);
    let week = prop::array::uniform7(any_day());
    (prop::sample::select(&ZONES[..]), week, holidays, own, 0..12u8).prop_map(
        |(name, week, holidays, own, always)| {
            let first: Date = "2025-01-01".parse().unwrap();
            let day = |after: i32| first.checked_add(jiff::Span::new().days(after)).unwrap();
            let own = own.into_iter().map(|(after, openings)| (day(after), openings)).collect();
            match always {
                0 => Hours::always(zone(name)),
                _ => Hours::new(zone(name), week, holidays, own),
            }
        },
    )
}

/// Any instant from 2025 to 2027, near a change of clocks of some zone one time in three.
pub fn any_instant() -> impl Strategy<Value = Timestamp> {
    let seconds = prop_oneof![
        2 => 1_735_689_600i64..1_830_297_600,
        1 => prop::sample::select(vec![
            1_743_296_400i64, 1_761_440_400, 1_774_746_000, 1_792_890_000, 1_741_503_600,
            1_762_063_200, 1_743_865_200, 1_759_591_800, 1_740_279_600, 1_743_908_400,
        ]).prop_flat_map(|change| change - 90_000..change + 90_000),
    ];
    seconds.prop_map(|second| Timestamp::from_second(second).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_whole_is_the_sum_of_its_parts(hours in any_hours(), mut cuts in prop::collection::vec(any_instant(), 2..7)) {
        cuts.sort_unstable();
        let parts: SignedDuration = cuts
            .windows(2)
            .map(|pair| hours.elapsed(pair[0], pair[1]))
            .fold(SignedDuration::ZERO, |sum, part| sum + part);
        let (first, last) = (cuts[0], cuts[cuts.len() - 1]);
        if last.duration_since(first) < SignedDuration::from_hours(24 * 700) {
            prop_assert_eq!(parts, hours.elapsed(first, last));
        }
        for pair in cuts.windows(2) {
            let part = hours.elapsed(pair[0], pair[1]);
            prop_assert!(part >= SignedDuration::ZERO && part <= pair[1].duration_since(pair[0]));
            prop_assert_eq!(hours.elapsed(pair[1], pair[0]), SignedDuration::ZERO);
        }
    }

    #[test]
    fn what_is_due_is_the_inverse_of_what_has_gone(hours in any_hours(), from in any_instant(), minutes in 0i64..6000) {
        let working = SignedDuration::from_mins(minutes);
        if let Some(due) = hours.due(from, working) {
            prop_assert!(due >= from);
            prop_assert_eq!(hours.elapsed(from, due), working);
            // The first such instant: one second before, less has gone.
            if minutes > 0 {
                let before = due - SignedDuration::from_secs(1);
                prop_assert!(hours.elapsed(from, before) < working);
            }
        }
    }

    #[test]
    fn stretches_follow_each_other_and_are_open_by_the_clock_on_the_wall(hours in any_hours(), from in any_instant()) {
        let spans: Vec<_> = hours.spans(from).take(40).collect();
        for pair in spans.windows(2) {
            prop_assert!(pair[0].until <= pair[1].from);
        }
        for span in spans {
            prop_assert!(span.from < span.until && span.from >= from);
            for at in [span.from, span.until - SignedDuration::from_secs(1)] {
                let wall = hours.zone().to_datetime(at);
                let minute = u16::try_from(i32::from(wall.hour()) * 60 + i32::from(wall.minute())).unwrap();
                let open = hours.of_day(wall.date()).iter().any(|o| o.from <= minute && minute < o.until);
                prop_assert!(open, "{wall} in {:?}", hours.zone().iana_name());
            }
        }
    }

    #[test]
    fn an_instant_is_open_exactly_when_the_wall_says_so(hours in any_hours(), at in any_instant()) {
        let wall = hours.zone().to_datetime(at);
        let minute = u16::try_from(i32::from(wall.hour()) * 60 + i32::from(wall.minute())).unwrap();
        let open = hours.of_day(wall.date()).iter().any(|o| o.from <= minute && minute < o.until);
        prop_assert_eq!(hours.is_open(at), open);
    }
}
