//! The UCI file: figures checked against a separate computation (see `fixtures/README.md`).

use measurement::Format;
use measurement::comparing::{PostComparisons, PostFilter, compare_posts};
use measurement::insights::Sheet;
use measurement::statistics::{Coverage, Measure, Verdict};

use crate::world::{World, fixture, worlds};

async fn compared(world: &World, measure: Measure) -> PostComparisons {
    let mut tx = world.engine.read().await.unwrap();
    let filter = PostFilter::default();
    compare_posts(&filter, measure, &world.louise, &mut tx).await.unwrap()
}

fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-12, "{a} is not {b}");
}

fn median<K: PartialEq + std::fmt::Debug>(
    split: &measurement::comparing::Split<K>,
    key: &K,
) -> (usize, f64) {
    let group = split.comparison.groups.iter().find(|group| group.key == *key).unwrap();
    (group.count, group.quartiles.unwrap().median)
}

#[test]
fn days_of_the_week_begin_on_sunday_and_there_is_no_date() {
    let sheet = Sheet::read(&fixture("facebook_uci_sample.csv")).unwrap();
    let plan = crate::world::plan(&sheet, "uci.csv");
    let rows = plan.preview(&sheet, &jiff::tz::TimeZone::UTC, 1);
    let post = rows[0].row.as_ref().unwrap();
    // Its "4" is a Wednesday.
    let placed = post.placed;
    assert_eq!((placed.month, placed.weekday, placed.hour), (Some(8), Some(3), Some(3)));
    assert_eq!(post.published_at, None);
    assert_eq!(post.paid, Some(true));
    assert_eq!(post.format, Format::Picture);
    assert_eq!(post.topic.as_deref(), Some("2"));
    let f = post.figures;
    assert_eq!(
        (f.reactions, f.comments, f.shares, f.clicks),
        (Some(139), Some(2), Some(25), Some(596))
    );
    assert_eq!((f.reach_total, f.impressions_total), (Some(4204), Some(7191)));
    assert_eq!((f.followers, f.reach_organic, f.reach_paid), (Some(132_817), None, None));
}

#[tokio::test]
async fn the_sample_gives_the_figures_computed_apart() {
    for world in worlds().await {
        let import = world.import(&fixture("facebook_uci_sample.csv"), "uci.csv").await;
        assert_eq!((import.rows_imported, import.problems.count), (24, 0));
        let by_reach = compared(&world, Measure::EngagementByReach).await;
        assert_eq!(by_reach.overall.coverage, Coverage { known: 24, all: 24 });
        let quartiles = by_reach.overall.quartiles.unwrap();
        near(quartiles.first, 0.102_501_492_648_374_58);
        near(quartiles.median, 0.202_667_709_391_336_5);
        near(quartiles.third, 0.269_513_888_888_888_9);
        let (count, paid) = median(&by_reach.by_paid, &true);
        assert_eq!(count, 7);
        near(paid, 0.181_255_946_717_412);
        let (count, organic) = median(&by_reach.by_paid, &false);
        assert_eq!(count, 16);
        near(organic, 0.223_127_159_748_283);
        assert_eq!(by_reach.by_paid.unplaced, 1, "the blank is in neither");
        assert_eq!(by_reach.by_paid.comparison.verdict, Verdict::NotEnough, "7 are too few");
        near(median(&by_reach.by_weekday, &3).1, 0.205_826_170_009_551_08);
        near(median(&by_reach.by_hour, &9).1, 0.051_071_272_997_314_37);
        near(median(&by_reach.by_format, &Format::Link).1, 0.015_073_529_411_764_706);
        let public = compared(&world, Measure::PublicEngagement).await;
        near(public.overall.quartiles.unwrap().median, 0.001_356_147_727_916_346_2);
        let clicks = compared(&world, Measure::ClickThrough).await;
        near(clicks.overall.quartiles.unwrap().median, 0.162_380_863_426_385_36);
        assert_eq!(by_reach, compared(&world, Measure::EngagementByReach).await, "repeatable");
    }
}

#[tokio::test]
async fn the_whole_file_gives_the_figures_computed_apart() {
    let Ok(folder) = std::env::var("PARVIS_TEST_DATA") else { return };
    let path = format!("{folder}/exports/facebook_post_metrics_uci_older300.csv");
    let bytes = std::fs::read(path).unwrap();
    for world in worlds().await {
        let import = world.import(&bytes, "uci.csv").await;
        assert_eq!((import.rows_imported, import.problems.count), (300, 0));
        assert_eq!(world.import(&bytes, "uci.csv").await.rows_unchanged, 300);
        let by_reach = compared(&world, Measure::EngagementByReach).await;
        assert_eq!(by_reach.overall.coverage, Coverage { known: 300, all: 300 });
        let quartiles = by_reach.overall.quartiles.unwrap();
        near(quartiles.first, 0.103_556_358_843_178_89);
        near(quartiles.median, 0.207_268_664_353_949_53);
        near(quartiles.third, 0.252_823_475_746_808_47);
        assert_eq!(median(&by_reach.by_paid, &true).0, 89);
        near(median(&by_reach.by_paid, &true).1, 0.206_515_885_837_371_2);
        assert_eq!(median(&by_reach.by_paid, &false).0, 210);
        near(median(&by_reach.by_paid, &false).1, 0.207_927_060_413_524_85);
        assert_eq!(by_reach.by_paid.unplaced, 1);
        assert_eq!(by_reach.by_paid.comparison.verdict, Verdict::NoDifferenceShown);
        near(median(&by_reach.by_format, &Format::Link).1, 0.018_486_520_254_812_937);
        near(median(&by_reach.by_weekday, &7).1, 0.218_553_459_119_496_86);
        near(median(&by_reach.by_hour, &3).1, 0.201_668_775_880_270_8);
        assert_eq!(by_reach.undated, 300);
    }
}

#[test]
fn the_template_headers_are_all_recognised() {
    let Ok(folder) = std::env::var("PARVIS_TEST_DATA") else { return };
    let mut seen = 0;
    for entry in std::fs::read_dir(format!("{folder}/exports/templates")).unwrap() {
        let path = entry.unwrap().path();
        let mut bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if let Err(measurement::insights::SheetError::Empty) = Sheet::read(&bytes) {
            // A header alone: give it a row, so that what it is can be told.
            let columns = bytes.iter().filter(|byte| **byte == b',').count();
            bytes.extend(format!("x{}\n", ",1".repeat(columns)).bytes());
        }
        let sheet = Sheet::read(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(sheet.template.is_some(), "{name}");
        seen += 1;
    }
    assert!(seen >= 10);
}
