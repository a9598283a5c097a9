//! The three clocks of a conversation.

use std::collections::BTreeMap;

use conversations::hours::{Holidays, Hours, Opening};
use conversations::promise::{ClockKind, Ending, Fact, Measure, Standing, Terms, What, read};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::hours::{any_hours, any_instant};

fn at(text: &str) -> Timestamp {
    let zone = TimeZone::get("Europe/Paris").unwrap();
    text.parse::<jiff::civil::DateTime>().unwrap().to_zoned(zone).unwrap().timestamp()
}

/// In November 2026: `15T09:00`.
fn on(day: &str) -> Timestamp {
    at(&format!("2026-11-{day}"))
}

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

fn office() -> Hours {
    let day =
        vec![Opening::parse("09:00", "12:00").unwrap(), Opening::parse("14:00", "18:00").unwrap()];
    let week = std::array::from_fn(|index| if index < 5 { day.clone() } else { vec![] });
    Hours::new(TimeZone::get("Europe/Paris").unwrap(), week, Holidays::France, BTreeMap::new())
}

fn terms() -> Terms {
    Terms {
        first: Some(minutes(240)),
        next: Some(minutes(120)),
        resolution: Some(minutes(14 * 60)),
        warning: minutes(60),
        since: None,
    }
}

fn said(day: &str) -> Fact {
    Fact { at: on(day), what: What::Said }
}

fn answered(day: &str) -> Fact {
    Fact { at: on(day), what: What::Answered }
}

fn became(to: Standing, day: &str) -> Fact {
    Fact { at: on(day), what: What::Became { to, again: false } }
}

fn again(day: &str) -> Fact {
    Fact { at: on(day), what: What::Became { to: Standing::Open, again: true } }
}

fn clocks(facts: &[Fact], now: &str) -> Vec<Measure> {
    read(facts, &terms(), &office(), on(now))
}

fn the(kind: ClockKind, measures: &[Measure]) -> Measure {
    let mut found = measures.iter().filter(|measure| measure.kind == kind);
    let one = found.next().unwrap().clone();
    assert!(found.next().is_none(), "{measures:?}");
    one
}

#[test]
fn a_first_answer_is_due_in_working_hours_and_stops_its_clock() {
    let facts = [said("20T17:30")];
    let first = the(ClockKind::First, &clocks(&facts, "21T10:00"));
    assert_eq!((first.due, first.used), (Some(on("23T14:30")), minutes(30)));
    assert_eq!(first.at_risk, Some(on("23T11:30")));
    let facts = [said("20T17:30"), answered("23T10:00")];
    let first = the(ClockKind::First, &clocks(&facts, "24T10:00"));
    assert_eq!(first.ended, Some((on("23T10:00"), Ending::Met)));
    assert_eq!((first.used, first.broken_at, first.due), (minutes(90), None, None));
}

#[test]
fn a_next_answer_is_due_from_their_oldest_message_without_one() {
    let facts = [said("16T09:00"), answered("16T09:30"), said("16T10:00"), said("16T11:30")];
    let next = the(ClockKind::Next, &clocks(&facts, "16T11:45"));
    assert_eq!((next.since, next.due), (on("16T10:00"), Some(on("16T12:00"))));
    let late = the(ClockKind::Next, &clocks(&facts, "17T09:00"));
    assert_eq!((late.broken_at, late.due), (Some(on("16T12:00")), Some(on("16T12:00"))));
}

#[test]
fn clocks_stand_still_while_pending_or_put_aside() {
    let facts = [
        said("16T09:00"),
        became(Standing::Stopped, "16T10:00"),
        became(Standing::Open, "17T09:00"),
    ];
    let stopped = the(ClockKind::First, &clocks(&facts[..2], "16T17:00"));
    assert_eq!((stopped.used, stopped.due), (minutes(60), None));
    let first = the(ClockKind::First, &clocks(&facts, "17T09:30"));
    assert_eq!((first.used, first.due), (minutes(90), Some(on("17T12:00"))));
}

#[test]
fn resolving_without_an_answer_leaves_nothing_to_keep_and_taking_it_up_by_hand_goes_on() {
    let facts = [said("16T09:00"), became(Standing::Resolved, "16T10:00"), again("16T11:00")];
    let resolved = clocks(&facts[..2], "16T10:30");
    assert_eq!(the(ClockKind::First, &resolved).ended, Some((on("16T10:00"), Ending::Dropped)));
    assert_eq!(the(ClockKind::Resolution, &resolved).ended, Some((on("16T10:00"), Ending::Met)));
    let taken = clocks(&facts, "16T11:30");
    let first = the(ClockKind::First, &taken);
    assert_eq!((first.used, first.ended, first.due), (minutes(90), None, Some(on("16T16:00"))));
    assert_eq!(the(ClockKind::Resolution, &taken).used, minutes(90));
}

#[test]
fn a_person_who_comes_back_within_a_week_goes_on_with_the_same_matter_and_later_begins_another() {
    let begun = [said("02T09:00"), answered("02T10:00"), became(Standing::Resolved, "02T10:00")];
    let back = |day: &str| {
        let mut facts = begun.to_vec();
        facts.extend([became(Standing::Open, day), said(day)]);
        clocks(&facts, "27T18:00")
    };
    let same = back("04T09:00");
    assert_eq!(
        same.iter().map(|m| m.kind).collect::<Vec<_>>(),
        [ClockKind::First, ClockKind::Resolution, ClockKind::Next]
    );
    let other = back("16T09:00");
    let kinds: Vec<_> = other.iter().map(|measure| measure.kind).collect();
    use ClockKind::{First, Resolution};
    assert_eq!(kinds, [First, Resolution, First, Resolution]);
    assert_eq!(other[1].used, minutes(60));
}

#[test]
fn nothing_was_promised_before_the_promise_began() {
    let mut terms = terms();
    terms.since = Some(on("17T09:00"));
    let answered_before = [said("16T09:00"), answered("16T17:00"), said("16T17:30")];
    let read = read(&answered_before, &terms, &office(), on("17T10:00"));
    assert_eq!(read.len(), 2, "{read:?}");
    let next = the(ClockKind::Next, &read);
    assert_eq!(
        (next.since, next.due, next.used),
        (on("17T09:00"), Some(on("17T11:00")), minutes(60))
    );
}

fn any_fact() -> impl Strategy<Value = Fact> {
    let to = prop::sample::select(vec![Standing::Open, Standing::Stopped, Standing::Resolved]);
    let what = prop_oneof![
        2 => Just(What::Said),
        2 => Just(What::Answered),
        3 => (to, any::<bool>()).prop_map(|(to, again)| What::Became { to, again }),
    ];
    // Near each other: within twenty days.
    (0i64..1_700_000, what).prop_map(|(second, what)| {
        let first: Timestamp = "2026-03-20T00:00:00Z".parse().unwrap();
        Fact { at: first + SignedDuration::from_secs(second), what }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_clock_goes_backwards_nor_counts_an_hour_twice(
        hours in any_hours(),
        facts in prop::collection::vec(any_fact(), 0..14),
        promised in 1i64..3000,
        mut nows in prop::collection::vec(any_instant(), 2),
    ) {
        nows.sort_unstable();
        let terms = Terms {
            first: Some(minutes(promised)),
            next: Some(minutes(promised / 2 + 1)),
            resolution: Some(minutes(promised * 2)),
            warning: minutes(60),
            since: None,
        };
        let Some(first) = facts.iter().map(|fact| fact.at).min() else { return Ok(()) };
        let (one, two) = (read(&facts, &terms, &hours, nows[0]), read(&facts, &terms, &hours, nows[1]));
        for (measures, now) in [(&one, nows[0]), (&two, nows[1])] {
            for kinds in [&[ClockKind::First, ClockKind::Next][..], &[ClockKind::Resolution]] {
                let of_kind = measures.iter().filter(|m| kinds.contains(&m.kind));
                let sum = of_kind.fold(SignedDuration::ZERO, |sum, m| sum + m.used);
                if now.duration_since(first) < SignedDuration::from_hours(24 * 365) {
                    prop_assert!(sum <= hours.elapsed(first, now), "{sum:?}: {measures:?}");
                }
            }
            for m in measures {
                prop_assert!(m.used >= SignedDuration::ZERO);
                prop_assert!(m.due.is_none() || m.ended.is_none());
                // Broken exactly when more was used than promised.
                if now.duration_since(first) < SignedDuration::from_hours(24 * 365) {
                    prop_assert_eq!(m.broken_at.is_some(), m.used > m.promised || m.broken_at.is_some());
                    if m.used > m.promised { prop_assert!(m.broken_at.is_some()); }
                    if m.broken_at.is_some() { prop_assert!(m.used >= m.promised); }
                }
            }
        }
        // What was kept or broken by then stays so, unless it was taken up again.
        for before in one.iter().filter(|m| matches!(m.ended, Some((_, Ending::Met))) && m.kind != ClockKind::Resolution) {
            prop_assert!(two.contains(before), "{before:?} not in {two:?}");
        }
    }

    #[test]
    fn the_order_in_which_facts_are_told_changes_nothing(
        hours in any_hours(),
        facts in prop::collection::vec(any_fact(), 0..8),
        now in any_instant(),
    ) {
        let mut distinct = facts.clone();
        distinct.sort_by_key(|fact| fact.at);
        distinct.dedup_by_key(|fact| fact.at);
        let mut turned = distinct.clone();
        turned.reverse();
        prop_assert_eq!(read(&distinct, &terms(), &hours, now), read(&turned, &terms(), &hours, now));
    }
}
