use jiff::civil::Date;
use jiff::tz::TimeZone;
use platform::Role;
use publishing::holidays::{self, Choice, Family, MARKERS, between, marker};

use crate::world::worlds;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// That day of each year from 2024 to 2030.
fn from_2024(key: &str) -> Vec<String> {
    let marker = marker(key).unwrap();
    (2024..=2030).map(|year| marker.in_year(year).unwrap().day.to_string()).collect()
}

#[test]
fn easter_and_what_hangs_from_it_fall_where_the_almanacs_say() {
    let known = [
        (
            "easter",
            [
                "2024-03-31",
                "2025-04-20",
                "2026-04-05",
                "2027-03-28",
                "2028-04-16",
                "2029-04-01",
                "2030-04-21",
            ],
        ),
        (
            "easter-monday",
            [
                "2024-04-01",
                "2025-04-21",
                "2026-04-06",
                "2027-03-29",
                "2028-04-17",
                "2029-04-02",
                "2030-04-22",
            ],
        ),
        (
            "good-friday",
            [
                "2024-03-29",
                "2025-04-18",
                "2026-04-03",
                "2027-03-26",
                "2028-04-14",
                "2029-03-30",
                "2030-04-19",
            ],
        ),
        (
            "ascension",
            [
                "2024-05-09",
                "2025-05-29",
                "2026-05-14",
                "2027-05-06",
                "2028-05-25",
                "2029-05-10",
                "2030-05-30",
            ],
        ),
        (
            "pentecost",
            [
                "2024-05-19",
                "2025-06-08",
                "2026-05-24",
                "2027-05-16",
                "2028-06-04",
                "2029-05-20",
                "2030-06-09",
            ],
        ),
        (
            "pentecost-monday",
            [
                "2024-05-20",
                "2025-06-09",
                "2026-05-25",
                "2027-05-17",
                "2028-06-05",
                "2029-05-21",
                "2030-06-10",
            ],
        ),
        (
            "shrove-tuesday",
            [
                "2024-02-13",
                "2025-03-04",
                "2026-02-17",
                "2027-02-09",
                "2028-02-29",
                "2029-02-13",
                "2030-03-05",
            ],
        ),
    ];
    for (key, days) in known {
        assert_eq!(from_2024(key), days, "{key}");
    }
}

#[test]
fn family_days_follow_the_law_or_the_custom() {
    let known = [
        (
            "mothers",
            [
                "2024-05-26",
                "2025-05-25",
                "2026-05-31",
                "2027-05-30",
                "2028-05-28",
                "2029-05-27",
                "2030-05-26",
            ],
        ),
        (
            "fathers",
            [
                "2024-06-16",
                "2025-06-15",
                "2026-06-21",
                "2027-06-20",
                "2028-06-18",
                "2029-06-17",
                "2030-06-16",
            ],
        ),
        (
            "grandmothers",
            [
                "2024-03-03",
                "2025-03-02",
                "2026-03-01",
                "2027-03-07",
                "2028-03-05",
                "2029-03-04",
                "2030-03-03",
            ],
        ),
        (
            "advent",
            [
                "2024-12-01",
                "2025-11-30",
                "2026-11-29",
                "2027-11-28",
                "2028-12-03",
                "2029-12-02",
                "2030-12-01",
            ],
        ),
    ];
    for (key, days) in known {
        assert_eq!(from_2024(key), days, "{key}");
    }
    // The years in which the last Sunday of May is Pentecost: the law moves the mothers.
    let mothers = marker("mothers").unwrap();
    for (year, expected) in [(2012, "2012-06-03"), (2023, "2023-06-04"), (2034, "2034-06-04")] {
        assert_eq!(mothers.in_year(year).unwrap().day, day(expected));
    }
}

#[test]
fn sales_begin_when_the_decree_says_and_last_four_weeks() {
    let winter = [
        "2024-01-10",
        "2025-01-08",
        "2026-01-07",
        "2027-01-06",
        "2028-01-12",
        "2029-01-10",
        "2030-01-09",
    ];
    let summer = [
        "2024-06-26",
        "2025-06-25",
        "2026-06-24",
        "2027-06-23",
        "2028-06-28",
        "2029-06-27",
        "2030-06-26",
    ];
    assert_eq!(from_2024("winter-sales"), winter);
    assert_eq!(from_2024("summer-sales"), summer);
    let sales = marker("winter-sales").unwrap().in_year(2025).unwrap();
    assert_eq!(sales.until, day("2025-02-04"), "the last day of 2025");
}

#[test]
fn days_counted_by_weekday_fall_where_they_did() {
    let known = [
        (
            "black-friday",
            [
                "2024-11-29",
                "2025-11-28",
                "2026-11-27",
                "2027-11-26",
                "2028-11-24",
                "2029-11-23",
                "2030-11-29",
            ],
        ),
        (
            "cyber-monday",
            [
                "2024-12-02",
                "2025-12-01",
                "2026-11-30",
                "2027-11-29",
                "2028-11-27",
                "2029-11-26",
                "2030-12-02",
            ],
        ),
        (
            "beaujolais",
            [
                "2024-11-21",
                "2025-11-20",
                "2026-11-19",
                "2027-11-18",
                "2028-11-16",
                "2029-11-15",
                "2030-11-21",
            ],
        ),
        (
            "heritage-days",
            [
                "2024-09-21",
                "2025-09-20",
                "2026-09-19",
                "2027-09-18",
                "2028-09-16",
                "2029-09-15",
                "2030-09-21",
            ],
        ),
        (
            "local-trade",
            [
                "2024-10-12",
                "2025-10-11",
                "2026-10-10",
                "2027-10-09",
                "2028-10-14",
                "2029-10-13",
                "2030-10-12",
            ],
        ),
    ];
    for (key, days) in known {
        assert_eq!(from_2024(key), days, "{key}");
    }
}

#[test]
fn france_has_eleven_public_holidays_a_year_and_alsace_two_more() {
    let paris = TimeZone::get("Europe/Paris").unwrap();
    for year in 1980..2100 {
        let (first, last) = (Date::new(year, 1, 1).unwrap(), Date::new(year, 12, 31).unwrap());
        assert_eq!(between(first, last, &[Family::Public], &paris).len(), 11, "{year}");
        assert_eq!(between(first, last, &[Family::AlsaceMoselle], &paris).len(), 2, "{year}");
    }
}

#[test]
fn clocks_change_as_the_brand_s_own_zone_has_it() {
    let year = (day("2026-01-01"), day("2026-12-31"));
    let found = |zone: &str| -> Vec<(String, &str)> {
        let zone = TimeZone::get(zone).unwrap();
        let found = between(year.0, year.1, &[Family::Clocks], &zone);
        found.into_iter().map(|moment| (moment.day.to_string(), moment.key)).collect()
    };
    let paris =
        [("2026-03-29".to_owned(), "clocks-forward"), ("2026-10-25".to_owned(), "clocks-back")];
    assert_eq!(found("Europe/Paris"), paris);
    let montreal =
        [("2026-03-08".to_owned(), "clocks-forward"), ("2026-11-01".to_owned(), "clocks-back")];
    assert_eq!(found("America/Montreal"), montreal);
    assert!(found("Indian/Reunion").is_empty(), "La Réunion keeps its clocks");
}

#[test]
fn days_come_in_order_each_once_and_each_says_its_rule() {
    let paris = TimeZone::get("Europe/Paris").unwrap();
    let all = between(day("2026-11-20"), day("2027-02-20"), Family::ALL, &paris);
    assert!(all.is_sorted_by_key(|moment| moment.day));
    assert!(
        all.iter().any(|moment| moment.key == "winter-sales" && moment.day == day("2027-01-06"))
    );
    assert!(!all.iter().any(|moment| moment.key == "beaujolais"), "it was the day before");
    let mut keys: Vec<_> = MARKERS.iter().map(|marker| marker.key).collect();
    keys.sort_unstable();
    let known = keys.len();
    keys.dedup();
    assert_eq!(keys.len(), known, "two days have one name");
    assert!(MARKERS.iter().all(|marker| !marker.source.is_empty() && marker.lasts >= 1));
}

#[tokio::test]
async fn a_brand_chooses_which_days_it_sees_and_its_neighbour_keeps_its_own() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let usual = Choice::of(&world.louise, &mut tx).await.unwrap();
        assert_eq!(usual.families, Family::USUAL);
        let choice = Choice { families: vec![Family::AlsaceMoselle, Family::Public] };
        choice.keep(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let kept = Choice::of(&world.louise, &mut tx).await.unwrap();
        assert_eq!(kept.families, [Family::Public, Family::AlsaceMoselle]);
        let theirs = Choice::of(&world.neighbour, &mut tx).await.unwrap();
        assert_eq!(theirs.families, Family::USUAL);
        drop(tx);
        let reader = world.colleague(Role::ReadOnly).await;
        let mut tx = world.engine.begin().await.unwrap();
        assert!(holidays::Choice::default().keep(&reader, &mut tx).await.is_err());
    }
}
