//! Properties of the burst: steady series raise about one false alarm in a thousand, and bursts
//! that are put in are found.

use conversations::crisis::burst::{Basis, Prediction};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// A Poisson count, by the waiting times of its events.
fn poisson(rate: f64, chance: &mut TestRng) -> i64 {
    let (mut passed, mut count) = (0.0, 0);
    loop {
        let share = (chance.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
        passed -= (1.0 - share).ln() / rate;
        if passed > 1.0 {
            return count;
        }
        count += 1;
    }
}

fn weeks(rate: f64, chance: &mut TestRng) -> Prediction {
    let past = (0..4).map(|_| poisson(rate, chance)).collect();
    Prediction::of(Basis::Measured, past).expect("there is a past")
}

#[test]
fn a_steady_series_raises_about_one_false_alarm_in_a_thousand() {
    let mut chance = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    for rate in [0.2, 1.0, 3.0, 8.0, 20.0, 60.0] {
        let many = 4_000;
        let alarms = (0..many)
            .filter(|_| weeks(rate, &mut chance).is_burst(poisson(rate, &mut chance)))
            .count();
        // One in a thousand, and no more than chance adds to it (5 standard deviations).
        assert!(alarms <= 4 + 10, "{alarms} of {many} at {rate}");
    }
}

#[test]
fn a_burst_that_is_put_in_is_found() {
    let mut chance = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    for rate in [0.2, 1.0, 3.0, 8.0, 20.0, 60.0] {
        let many = 500;
        let found = (0..many).filter(|_| {
            let burst = rate * 3.0 + 15.0;
            weeks(rate, &mut chance).is_burst(poisson(burst, &mut chance))
        });
        let found = found.count();
        assert!(found * 100 >= many * 98, "{found} of {many} at {rate}");
    }
}

proptest! {
    #[test]
    fn a_larger_past_never_lowers_what_is_usual(past in prop::collection::vec(0_i64..500, 4), more in 0_i64..50) {
        let usual = Prediction::of(Basis::Measured, past.clone()).expect("a past");
        let mut larger = past;
        larger[0] += more;
        let larger = Prediction::of(Basis::Measured, larger).expect("a past");
        prop_assert!(larger.most >= usual.most && larger.usual() >= usual.usual());
    }

    #[test]
    fn what_the_past_saw_is_no_burst_and_few_never_are(past in prop::collection::vec(0_i64..500, 4), seen in 0_i64..1_000) {
        let prediction = Prediction::of(Basis::Measured, past.clone()).expect("a past");
        let steady = *past.iter().min().expect("four");
        prop_assert!(!prediction.is_burst(steady));
        prop_assert_eq!(prediction.is_burst(seen), seen >= prediction.threshold());
        prop_assert!(prediction.threshold() >= 5);
    }
}
