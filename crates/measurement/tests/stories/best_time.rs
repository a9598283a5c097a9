//! The best times: found where they are, and not found where they are not.

use measurement::best_time::fit::{Seen, fit};
use measurement::best_time::{TimeVerdict, best_times};
use measurement::statistics::Measure;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::world::{fixture, worlds};

/// Posts at random times, whose rate at a time is `truth`, skewed as rates are.
fn posts(count: usize, seed: u64, truth: impl Fn(usize, usize) -> f64) -> Vec<Seen> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut noise = || {
        let sum: f64 = (0..12).map(|_| rng.random::<f64>()).sum();
        (0.6 * (sum - 6.0)).exp()
    };
    let noises: Vec<f64> = (0..count).map(|_| noise()).collect();
    noises
        .into_iter()
        .map(|noise| {
            let weekday = rng.random_range(0..7);
            let hour = rng.random_range(7..22);
            Seen { group: 0, weekday, hour, rate: truth(weekday, hour) * noise }
        })
        .collect()
}

#[test]
fn where_all_hours_are_alike_a_difference_is_claimed_at_most_once_in_twenty() {
    let mut claims = 0;
    for seed in 0..200 {
        let fit = fit(&posts(120, seed, |_, _| 0.03)).unwrap();
        let better = (0..7).any(|day| (0..24).any(|hour| fit.at(day, hour).1.low > fit.usual()));
        claims += usize::from(fit.is_beyond_chance() && better);
    }
    assert!(claims <= 14, "{claims} false claims in 200");
}

#[test]
fn a_true_peak_is_found_and_the_truth_lies_in_the_intervals() {
    let truth = |_: usize, hour: usize| if (17..20).contains(&hour) { 0.06 } else { 0.03 };
    let (mut found, mut held, mut asked) = (0, 0, 0);
    for seed in 0..60 {
        let fit = fit(&posts(300, seed, truth)).unwrap();
        found += usize::from(fit.is_beyond_chance() && fit.at(2, 18).1.low > fit.usual());
        // What is usual at a time is the mean of the roots, squared: of noise exp(0.6 z), exp(0.09).
        let typical = 0.09_f64.exp();
        for hour in 8..21 {
            let interval = fit.at(2, hour).1;
            asked += 1;
            let true_rate = truth(2, hour) * typical;
            held += usize::from(interval.low <= true_rate && true_rate <= interval.high);
        }
    }
    assert!(found >= 57, "{found} of 60");
    assert!(held * 100 >= asked * 85, "{held} of {asked}");
}

#[test]
fn few_posts_are_pulled_to_the_usual_rate_more_than_many() {
    let mut few = posts(200, 1, |_, _| 0.03);
    let mut many = few.clone();
    let one = Seen { group: 0, weekday: 6, hour: 23, rate: 0.2 };
    few.push(one);
    many.extend(vec![one; 25]);
    let (few, many) = (fit(&few).unwrap(), fit(&many).unwrap());
    assert!(few.at(6, 23).0 < 0.1 && many.at(6, 23).0 > 0.15);
    assert!(fit(&[]).is_none());
}

#[test]
fn an_account_that_engages_more_does_not_make_its_own_hour_better() {
    let mut seen = posts(150, 3, |_, _| 0.02);
    seen.iter_mut().for_each(|one| one.hour = 9);
    let mut loud = posts(150, 4, |_, _| 0.08);
    loud.iter_mut().for_each(|one| {
        one.hour = 18;
        one.group = 1;
    });
    seen.extend(loud);
    let fit = fit(&seen).unwrap();
    let better = fit.is_beyond_chance() && fit.at(0, 18).1.low > fit.usual();
    assert!(!better, "it is the account, not the hour");
}

#[tokio::test]
async fn a_brand_with_few_posts_is_told_so_with_their_number() {
    for world in worlds().await {
        let mut tx = world.engine.read().await.unwrap();
        let none = best_times(None, &world.louise, &mut tx).await.unwrap();
        drop(tx);
        assert_eq!((none.verdict, none.posts, none.usual), (TimeVerdict::TooFew, 0, None));
        assert!(none.hours.iter().all(|hour| hour.expected.is_none()));
        world.import(&fixture("meta_facebook_en.csv"), "a.csv").await;
        let mut tx = world.engine.read().await.unwrap();
        let few = best_times(None, &world.louise, &mut tx).await.unwrap();
        assert_eq!(few.verdict, TimeVerdict::TooFew);
        assert!(few.posts > 0 && few.posts <= 3 && few.advised.is_empty());
    }
}

#[tokio::test]
async fn the_posts_of_the_uci_file_are_counted_without_those_that_were_paid_for() {
    for world in worlds().await {
        world.import(&fixture("facebook_uci_sample.csv"), "uci.csv").await;
        let mut tx = world.engine.read().await.unwrap();
        let best = best_times(None, &world.louise, &mut tx).await.unwrap();
        let neighbour = best_times(None, &world.neighbour, &mut tx).await.unwrap();
        assert_eq!(best.measure, Measure::EngagementByReach);
        assert_eq!(best.hours.len(), 168);
        assert_eq!(best.hours.iter().map(|hour| hour.posts).sum::<usize>(), best.posts);
        assert!(best.paid > 0 && best.posts + best.paid <= best.all, "{best:?}");
        assert_eq!(neighbour.all, 0);
    }
}
