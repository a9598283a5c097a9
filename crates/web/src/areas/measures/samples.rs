//! Measured posts of the named world, for the samples of pages.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use measurement::comparing::{PostComparisons, PostRow, Split};
use measurement::results::{PostResult, measures};
use measurement::statistics::{
    Group, Ingredient, Measure, PostFigures, Weights, compare, median_interval, period_rate,
};
use measurement::{FigureSource, Format, MeasuredPost, Placed, Reading};
use primitives::Ambient;

/// Resamples of a sample: what is shown matters, not how well it is estimated.
const FEW: usize = 50;

/// `many` posts, compared by a measure, and their rows.
pub(super) fn measured(many: usize, measure: Measure) -> (PostComparisons, Vec<PostRow>) {
    let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 5);
    let posts: Vec<_> = (0..many).map(|index| post(&ambient, index)).collect();
    let rows = posts.iter().map(|(post, latest)| PostRow {
        post: post.clone(),
        latest: *latest,
        value: latest.map_or(Err(None), |latest| measure.of(&latest.figures).map_err(Some)),
    });
    (compared(&posts, measure), rows.collect())
}

/// What posts brought: published by Parvis, imported, not read yet, gone with trouble.
pub(super) fn results() -> Vec<PostResult> {
    let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 6);
    let (mut published, latest) = post(&ambient, 1);
    published.publication = Some(ambient.new_id());
    let mut series = Vec::new();
    for step in 0..9_i64 {
        let mut reading = latest.unwrap_or_else(|| reading(&ambient, 1));
        reading.at = ambient.now() - SignedDuration::from_hours(24 * (9 - step));
        reading.source = FigureSource::Network;
        reading.figures.reactions = (step != 4).then_some(step * step * 9);
        reading.figures.clicks = None;
        reading.figures.reach_total = None;
        series.push(reading);
    }
    let gives = vec![Ingredient::Reactions, Ingredient::Comments, Ingredient::Shares];
    let result = |post: MeasuredPost, series: Vec<Reading>, gives: Option<Vec<Ingredient>>| {
        let latest = series.last().copied();
        let measures =
            latest.map(|latest| measures(&latest, Weights::default())).unwrap_or_default();
        PostResult { post, channel: None, latest, series, measures, gives }
    };
    let (imported, _) = post(&ambient, 2);
    let mut fresh = published.clone();
    fresh.id = ambient.new_id();
    fresh.read_at = None;
    let mut gone = published.clone();
    gone.id = ambient.new_id();
    gone.gone_at = Some(ambient.now());
    gone.trouble = Some("reauthorize".to_owned());
    vec![
        result(published, series.clone(), Some(gives.clone())),
        result(imported, vec![reading(&ambient, 2)], None),
        result(fresh, Vec::new(), Some(gives.clone())),
        result(gone, series, Some(gives)),
    ]
}

fn post(ambient: &Ambient, index: usize) -> (MeasuredPost, Option<Reading>) {
    let formats = [Format::Picture, Format::Link, Format::Text, Format::Video, Format::Unknown];
    let networks = ["facebook", "bluesky", "linkedin"];
    let n = i64::try_from(index).unwrap_or_default();
    let at = (index % 5 != 4).then(|| ambient.now() - SignedDuration::from_hours(n * 31));
    let zone = jiff::tz::TimeZone::UTC;
    let post = MeasuredPost {
        id: ambient.new_id(),
        brand: ambient.new_id(),
        channel: None,
        publication: None,
        import: None,
        network: networks[index % networks.len()].to_owned(),
        account: String::new(),
        remote_id: index.to_string(),
        url: Some("https://social.example/p/1".to_owned()),
        text: if index % 3 == 2 {
            String::new()
        } else {
            "Notre levain a 12 ans aujourd’hui.\nIl est né rue Maréchal-Joffre.".to_owned()
        },
        format: formats[index % formats.len()],
        topic: (index.is_multiple_of(2)).then(|| "Coulisses".to_owned()),
        paid: (index % 4 != 3).then_some(index.is_multiple_of(4)),
        published_at: at,
        placed: at.map_or(Placed { month: Some(8), weekday: Some(3), hour: Some(9) }, |at| {
            Placed::of(at, &zone)
        }),
        followers: Some(1_320 + n),
        due_at: None,
        read_at: Some(ambient.now()),
        gone_at: None,
        trouble: None,
    };
    (post, (index % 7 != 6).then(|| reading(ambient, n)))
}

fn reading(ambient: &Ambient, n: i64) -> Reading {
    let figures = PostFigures {
        reactions: Some(40 + n * 7 % 90),
        comments: Some(n % 12),
        shares: (n % 3 != 1).then_some(n % 9),
        clicks: Some(120 + n * 13 % 400),
        reach_total: (n % 6 != 5).then_some(if n % 8 == 2 { 12 } else { 1_900 + n * 37 }),
        impressions_total: Some(3_000 + n * 41),
        followers: Some(1_320 + n),
        ..PostFigures::default()
    };
    let at: Timestamp = ambient.now();
    Reading { at, source: FigureSource::Import, figures }
}

type Measured = (MeasuredPost, Option<Reading>);

fn compared(posts: &[Measured], measure: Measure) -> PostComparisons {
    let figures: Vec<_> = posts.iter().map(figures_of).collect();
    let overall = period_rate(measure, &figures);
    PostComparisons {
        measure,
        interval: median_interval(&overall.sample, FEW, 1),
        overall,
        by_format: split(posts, measure, |post| {
            (post.format != Format::Unknown).then_some(post.format)
        }),
        by_hour: split(posts, measure, |post| post.placed.hour.map(|hour| hour / 3 * 3)),
        by_weekday: split(posts, measure, |post| post.placed.weekday),
        by_paid: split(posts, measure, |post| post.paid),
        by_network: split(posts, measure, |post| Some(post.network.clone())),
        undated: posts.iter().filter(|(post, _)| post.published_at.is_none()).count(),
    }
}

fn split<K: Ord + Clone>(
    posts: &[Measured],
    measure: Measure,
    key: impl Fn(&MeasuredPost) -> Option<K>,
) -> Split<K> {
    let mut groups: BTreeMap<K, Vec<PostFigures>> = BTreeMap::new();
    let mut unplaced = 0;
    for measured in posts {
        match key(&measured.0) {
            Some(key) => groups.entry(key).or_default().push(figures_of(measured)),
            None => unplaced += 1,
        }
    }
    let rates: Vec<_> = groups.values().map(|figures| period_rate(measure, figures)).collect();
    let groups = groups.into_keys().zip(&rates);
    let groups: Vec<_> =
        groups.map(|(key, rate)| Group { key, sample: rate.sample.clone() }).collect();
    Split { comparison: compare(&groups, FEW, 1), rates, unplaced }
}

fn figures_of((_, latest): &Measured) -> PostFigures {
    latest.map(|latest| latest.figures).unwrap_or_default()
}
