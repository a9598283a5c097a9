//! Medians, quartiles and their intervals.

use measurement::statistics::{
    NotEnough, Quartiles, RESAMPLES, SMALLEST_SAMPLE, Sample, difference_interval, median_interval,
};
use proptest::prelude::*;

fn sample(values: impl IntoIterator<Item = i32>) -> Sample {
    values.into_iter().map(f64::from).collect()
}

#[test]
fn quantiles_interpolate_between_ranks_as_spreadsheets_do() {
    let quartiles = |first, median, third| Some(Quartiles { first, median, third });
    assert_eq!(sample([1, 2, 3, 4]).quartiles(), quartiles(1.75, 2.5, 3.25));
    assert_eq!(sample([5, 1, 3]).quartiles(), quartiles(2.0, 3.0, 4.0));
    assert_eq!(sample([7]).quartiles(), quartiles(7.0, 7.0, 7.0));
    assert_eq!(sample([]).quartiles(), None);
    assert_eq!(sample(1..=11).p90(), Some(10.0));
    assert_eq!(Sample::new([1.0, f64::NAN, f64::INFINITY]).len(), 1);
}

#[test]
fn a_small_sample_has_no_interval() {
    let few = sample(1..SMALLEST_SAMPLE as i32);
    let refused = NotEnough { have: SMALLEST_SAMPLE - 1, need: SMALLEST_SAMPLE };
    assert_eq!(median_interval(&few, RESAMPLES, 1), Err(refused));
    assert_eq!(difference_interval(&sample(1..50), &few, RESAMPLES, 1), Err(refused));
}

#[test]
fn the_same_seed_gives_the_same_interval() {
    let values = sample(1..40);
    assert_eq!(median_interval(&values, 500, 3), median_interval(&values, 500, 3));
}

/// A plain congruential generator, so that these checks share nothing with what they check.
fn uniform(state: &mut u64) -> f64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 11) as f64 / (1_u64 << 53) as f64
}

/// The bootstrap as it is usually written: draw, sort, take the median.
fn plain_bootstrap(values: &[f64], resamples: usize, state: &mut u64) -> (f64, f64) {
    let mut medians: Vec<f64> = (0..resamples)
        .map(|_| {
            let draws =
                (0..values.len()).map(|_| values[(uniform(state) * values.len() as f64) as usize]);
            draws.collect::<Sample>().median().expect("as many draws as values")
        })
        .collect();
    medians.sort_unstable_by(f64::total_cmp);
    (medians[resamples / 40], medians[resamples - 1 - resamples / 40])
}

#[test]
fn drawing_ranks_gives_the_interval_of_the_plain_bootstrap() {
    let mut state = 7;
    for size in [10, 11, 25, 60] {
        let values: Vec<f64> = (0..size).map(f64::from).collect();
        let interval = median_interval(&Sample::new(values.clone()), 20_000, 5).unwrap();
        let (low, high) = plain_bootstrap(&values, 20_000, &mut state);
        assert!((interval.low - low).abs() <= 0.5, "{size}: {interval:?} against {low}");
        assert!((interval.high - high).abs() <= 0.5, "{size}: {interval:?} against {high}");
    }
}

#[test]
fn intervals_hold_the_median_about_95_times_in_100() {
    let mut state = 11;
    for size in [SMALLEST_SAMPLE, 15, 40] {
        let held = (0..1_000)
            .filter(|seed| {
                // Squares of uniform draws: skewed as rates are, with median 0.25.
                let values: Sample = (0..size).map(|_| uniform(&mut state).powi(2)).collect();
                let interval = median_interval(&values, 400, *seed).unwrap();
                interval.low <= 0.25 && 0.25 <= interval.high
            })
            .count();
        assert!((920..=970).contains(&held), "{size}: {held} of 1000");
    }
}

proptest! {
    #[test]
    fn quantiles_are_ordered_and_within_the_sample(
        values in prop::collection::vec(-1e9_f64..1e9, 1..60), p in 0.0_f64..1.0,
    ) {
        let sample = Sample::new(values.clone());
        let quartiles = sample.quartiles().unwrap();
        prop_assert!(quartiles.first <= quartiles.median && quartiles.median <= quartiles.third);
        let at = sample.quantile(p).unwrap();
        prop_assert!(sample.values()[0] <= at && at <= sample.values()[values.len() - 1]);
    }

    #[test]
    fn an_interval_lies_within_the_sample_and_around_its_median(
        values in prop::collection::vec(-1e3_f64..1e3, 10..60), seed: u64,
    ) {
        let sample = Sample::new(values);
        let interval = median_interval(&sample, 1_000, seed).unwrap();
        let median = sample.median().unwrap();
        prop_assert!(interval.low <= median && median <= interval.high);
        prop_assert!(sample.values()[0] <= interval.low);
        prop_assert!(interval.high <= sample.values()[sample.len() - 1]);
    }

    #[test]
    fn a_sample_compared_with_itself_shows_no_difference(
        values in prop::collection::vec(-1e3_f64..1e3, 10..60), seed: u64,
    ) {
        let sample = Sample::new(values);
        prop_assert!(difference_interval(&sample, &sample, 1_000, seed).unwrap().holds_zero());
    }
}
