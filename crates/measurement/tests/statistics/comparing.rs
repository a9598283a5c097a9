//! Comparing groups of posts.

use std::time::{Duration, Instant};

use measurement::statistics::{Group, NotEnough, PairVerdict, RESAMPLES, Sample, Verdict, compare};
use proptest::prelude::*;

fn group(key: &'static str, values: impl IntoIterator<Item = f64>) -> Group<&'static str> {
    Group { key, sample: Sample::new(values) }
}

fn around(centre: f64, count: usize) -> impl Iterator<Item = f64> {
    (0..count).map(move |i| centre + (i % 10) as f64 / 10.0)
}

#[test]
fn a_clear_difference_is_shown() {
    let groups = [group("photo", around(1.0, 30)), group("video", around(3.0, 30))];
    let comparison = compare(&groups, RESAMPLES, 1);
    assert_eq!(comparison.verdict, Verdict::Higher { group: 1, than: vec![0] });
    let pair = comparison.pairs[0];
    assert_eq!((pair.higher, pair.lower, pair.verdict), (1, 0, PairVerdict::Higher));
    assert!(pair.difference.low > 1.0 && pair.difference.high < 3.0);
}

#[test]
fn likeness_is_said_as_no_difference_shown() {
    let groups = [group("morning", around(1.0, 30)), group("evening", around(1.05, 30))];
    let comparison = compare(&groups, RESAMPLES, 1);
    assert_eq!(comparison.verdict, Verdict::NoDifferenceShown);
    assert!(comparison.pairs[0].difference.holds_zero());
}

#[test]
fn a_group_of_few_posts_is_listed_but_not_compared() {
    let groups =
        [group("photo", around(1.0, 30)), group("poll", around(9.0, 3)), group("none", [])];
    let comparison = compare(&groups, RESAMPLES, 1);
    assert_eq!(comparison.verdict, Verdict::NotEnough);
    assert!(comparison.pairs.is_empty());
    assert_eq!(comparison.groups[1].interval, Err(NotEnough { have: 3, need: 10 }));
    assert_eq!(comparison.groups[1].quartiles.unwrap().median, 9.1);
    assert_eq!(comparison.groups[2].quartiles, None);
}

#[test]
fn adding_a_group_keeps_the_other_intervals_close() {
    let two = [group("a", around(1.0, 30)), group("b", around(2.0, 30))];
    let three = [two[0].clone(), two[1].clone(), group("c", around(1.5, 30))];
    let (two, three) = (compare(&two, 20_000, 9), compare(&three, 20_000, 9));
    assert_eq!(two.groups[0].interval, three.groups[0].interval);
}

#[test]
fn ten_groups_drawn_alike_seldom_show_a_difference() {
    let mut state = 3_u64;
    let mut uniform = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let found = (0..30)
        .filter(|seed| {
            let groups: Vec<_> =
                (0..6).map(|_| group("same", (0..25).map(|_| uniform()))).collect();
            compare(&groups, 500, *seed).verdict != Verdict::NoDifferenceShown
        })
        .count();
    assert!(found <= 4, "{found} of 30");
}

#[test]
fn ten_groups_of_five_hundred_posts_are_compared_quickly() {
    let groups: Vec<_> =
        (0..10).map(|i| group("g", (0..500).map(move |j| f64::from(j * 7919 % 503 + i)))).collect();
    let start = Instant::now();
    let comparison = compare(&groups, RESAMPLES, 1);
    let took = start.elapsed();
    println!("10 groups, 5,000 posts: {took:?}");
    assert_eq!(comparison.pairs.len(), 45);
    // 200 ms alone on a plain machine; shared machines need room.
    assert!(took < Duration::from_secs(2), "{took:?}");
}

proptest! {
    #[test]
    fn comparing_never_depends_on_the_order_of_two_groups_for_its_signs(
        a in prop::collection::vec(0.0_f64..1.0, 0..40), b in prop::collection::vec(0.0_f64..1.0, 0..40),
    ) {
        let groups = [group("a", a), group("b", b)];
        let comparison = compare(&groups, 500, 4);
        for pair in &comparison.pairs {
            let median = |i: usize| comparison.groups[i].quartiles.unwrap().median;
            prop_assert!(median(pair.higher) >= median(pair.lower));
            prop_assert_eq!(pair.verdict == PairVerdict::Higher, pair.difference.low > 0.0);
        }
        prop_assert_eq!(comparison.pairs.is_empty(), comparison.verdict == Verdict::NotEnough);
    }
}
