//! The engagement measures of a post and of a period.

use std::collections::BTreeSet;

use measurement::statistics::{
    Coverage, Ingredient, Measure, PostFigures, Rate, ShownRate, Unknown, Weights, period_rate,
};
use proptest::prelude::*;

fn post() -> PostFigures {
    PostFigures {
        reactions: Some(30),
        comments: Some(10),
        shares: Some(5),
        clicks: Some(15),
        saves: Some(4),
        video_views: None,
        reach_total: Some(1_000),
        reach_organic: Some(600),
        reach_paid: Some(400),
        impressions_total: Some(1_500),
        impressions_organic: None,
        impressions_paid: None,
        views: Some(2_000),
        followers: Some(900),
    }
}

#[test]
fn each_measure_is_its_formula() {
    let weights =
        Weights { reactions: 1, comments: 3, shares: 5, clicks: 0, saves: 2, video_views: 0 };
    for (measure, numerator, denominator) in [
        (Measure::EngagementByReach, 60, 1_000),
        (Measure::EngagementByOrganicReach, 60, 600),
        (Measure::EngagementByPaidReach, 60, 400),
        (Measure::EngagementByImpressions, 60, 1_500),
        (Measure::EngagementByViews, 60, 2_000),
        (Measure::PublicEngagement, 45, 900),
        (Measure::ClickThrough, 15, 1_000),
        (Measure::Conversation, 10, 1_000),
        (Measure::Amplification, 5, 1_000),
        (Measure::Applause, 30, 1_000),
        (Measure::WeightedEngagement(Weights::default()), 60, 1_000),
        (Measure::WeightedEngagement(weights), 30 + 30 + 25 + 8, 1_000),
    ] {
        let rate = Rate::new(numerator, denominator).unwrap();
        assert_eq!(measure.of(&post()), Ok(rate), "{measure:?}");
    }
}

#[test]
fn an_unknown_ingredient_makes_the_measure_unknown_never_zero() {
    let unseen = PostFigures { clicks: None, reach_total: None, ..post() };
    assert_eq!(
        Measure::EngagementByReach.of(&unseen),
        Err(Unknown::Missing(vec![Ingredient::Clicks, Ingredient::ReachTotal]))
    );
    assert_eq!(Measure::PublicEngagement.of(&unseen), Ok(Rate::new(45, 900).unwrap()));
    let to_nobody = PostFigures { reach_total: Some(0), ..post() };
    assert_eq!(Measure::Applause.of(&to_nobody), Err(Unknown::Nobody(Ingredient::ReachTotal)));
    let wrong = PostFigures { shares: Some(-1), ..post() };
    assert_eq!(Measure::Amplification.of(&wrong), Err(Unknown::Impossible(Ingredient::Shares)));
}

#[test]
fn a_kind_that_weighs_nothing_is_not_needed() {
    let weights = Weights { clicks: 0, ..Weights::default() };
    let unseen = PostFigures { clicks: None, ..post() };
    assert!(Measure::WeightedEngagement(weights).of(&unseen).is_ok());
}

#[test]
fn a_rate_over_few_people_shows_its_two_numbers() {
    let shown = |numerator, denominator| Rate::new(numerator, denominator).unwrap().shown_as();
    assert_eq!(shown(3, 19), ShownRate::Parts { numerator: 3, denominator: 19 });
    assert_eq!(shown(5, 20), ShownRate::Share { share: 0.25 });
    assert_eq!(Rate::new(1, 0), None);
    assert_eq!(Rate::new(-1, 10), None);
    assert!(serde_json::from_str::<Rate>("[1,0]").is_err());
}

#[test]
fn a_period_is_the_median_of_its_posts_with_its_coverage() {
    let with_reach = |reach| PostFigures { reach_total: reach, ..post() };
    let posts = [
        with_reach(Some(1_000)),
        with_reach(Some(600)),
        with_reach(Some(100)),
        with_reach(None),
        with_reach(None),
        with_reach(Some(0)),
    ];
    let period = period_rate(Measure::EngagementByReach, &posts);
    assert_eq!(period.quartiles.unwrap().median, 0.1);
    assert_eq!(period.coverage, Coverage { known: 3, all: 6 });
    assert!(!period.coverage.is_complete());
    assert_eq!(period.unknown[&Unknown::Missing(vec![Ingredient::ReachTotal])], 2);
    assert_eq!(period.unknown[&Unknown::Nobody(Ingredient::ReachTotal)], 1);
    assert_eq!(period_rate(Measure::Applause, &[]).quartiles, None);
}

#[test]
fn every_measure_has_its_own_name_and_formula() {
    let ids: BTreeSet<_> = Measure::all().iter().map(|measure| measure.id()).collect();
    let formulas: BTreeSet<_> =
        Measure::all().iter().map(|measure| measure.formula_key()).collect();
    assert_eq!((ids.len(), formulas.len()), (Measure::all().len(), Measure::all().len()));
    for measure in Measure::all() {
        assert_eq!(measure.formula_key(), format!("formula-{}", measure.id().replace('_', "-")));
    }
}

proptest! {
    #[test]
    fn a_measure_is_known_exactly_when_all_it_needs_is(
        values in prop::collection::vec(prop::option::of(0..i64::MAX), 14),
    ) {
        let mut post = PostFigures::default();
        for (ingredient, value) in Ingredient::ALL.into_iter().zip(values) {
            post.set(ingredient, value);
            prop_assert_eq!(post.get(ingredient), value);
        }
        for measure in Measure::all() {
            let needs = measure.needs();
            let divisor = needs[needs.len() - 1];
            let known = needs.iter().all(|need| post.get(*need).is_some())
                && post.get(divisor) != Some(0);
            prop_assert_eq!(measure.of(&post).is_ok(), known);
        }
    }
}
