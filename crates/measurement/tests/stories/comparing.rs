use measurement::comparing::{PostFilter, SortBy, compare_posts, measured_posts, networks};
use measurement::statistics::{Ingredient, Measure, Unknown, Verdict};

use crate::world::{fixture, worlds};

const BY_REACH: Measure = Measure::EngagementByReach;

#[tokio::test]
async fn a_real_difference_is_shown_and_the_unknown_are_counted_with_their_reasons() {
    for world in worlds().await {
        let mut file = "Post ID,Type,Likes,Comments,Shares,Clicks,Reach\n".to_owned();
        for n in 0..20 {
            file.push_str(&format!("p{n},Photo,{},0,0,0,1000\n", 50 + n));
            file.push_str(&format!("l{n},Link,{},0,0,0,1000\n", 5 + n % 3));
        }
        file.push_str("none,Link,1,0,0,0,\nnobody,Link,1,0,0,0,0\n");
        world.import(file.as_bytes(), "a.csv").await;
        let mut tx = world.engine.read().await.unwrap();
        let filter = PostFilter::default();
        let compared = compare_posts(&filter, BY_REACH, &world.louise, &mut tx).await.unwrap();
        let formats = &compared.by_format.comparison;
        let Verdict::Higher { group, .. } = formats.verdict else { panic!("{formats:?}") };
        assert_eq!(formats.groups[group].key, measurement::Format::Picture);
        assert_eq!((compared.overall.coverage.known, compared.overall.coverage.all), (40, 42));
        let missing = Unknown::Missing(vec![Ingredient::ReachTotal]);
        assert_eq!(compared.overall.unknown[&missing], 1);
        assert_eq!(compared.overall.unknown[&Unknown::Nobody(Ingredient::ReachTotal)], 1);
        assert!(compared.interval.is_ok());
        assert_eq!(compared.by_hour.unplaced, 42);
        let nobody = compare_posts(&filter, BY_REACH, &world.neighbour, &mut tx).await.unwrap();
        assert_eq!(nobody.overall.coverage.all, 0);
    }
}

#[tokio::test]
async fn posts_are_filtered_sorted_and_paged_alike_on_both_engines() {
    for world in worlds().await {
        let import = world.import(&fixture("meta_facebook_en.csv"), "a.csv").await;
        world.import(&fixture("meta_instagram_fr.csv"), "b.csv").await;
        world.import(&fixture("facebook_uci_sample.csv"), "c.csv").await;
        let mut tx = world.engine.read().await.unwrap();
        let actor = &world.louise;
        assert_eq!(networks(actor, &mut tx).await.unwrap(), ["facebook", "instagram"]);
        let count = async |filter: PostFilter, tx: &mut database::Tx| {
            measured_posts(&filter, BY_REACH, SortBy::Published, (1, 10), actor, tx)
                .await
                .unwrap()
                .all
        };
        let of_import = PostFilter { import: Some(import.id), ..PostFilter::default() };
        assert_eq!(count(of_import, &mut tx).await, 3);
        let instagram = PostFilter { network: Some("instagram".into()), ..PostFilter::default() };
        assert_eq!(count(instagram, &mut tx).await, 2);
        let january = PostFilter {
            from: Some("2026-01-01T00:00:00Z".parse().unwrap()),
            to: Some("2026-02-01T00:00:00Z".parse().unwrap()),
            ..PostFilter::default()
        };
        assert_eq!(count(january, &mut tx).await, 2, "undated posts are in no period");

        let all = PostFilter::default();
        let page = measured_posts(&all, BY_REACH, SortBy::Published, (2, 10), actor, &mut tx);
        let page = page.await.unwrap();
        assert_eq!((page.page, page.pages, page.all, page.rows.len()), (2, 3, 29, 10));
        let by_reach = SortBy::Figure(Ingredient::ReachTotal);
        let first = measured_posts(&all, BY_REACH, by_reach, (1, 1), actor, &mut tx);
        let most = first.await.unwrap().rows.remove(0).latest.unwrap();
        assert_eq!(most.figures.reach_total, Some(153_536));
        let dates = measured_posts(&all, BY_REACH, SortBy::Published, (1, 5), actor, &mut tx);
        let dates: Vec<_> =
            dates.await.unwrap().rows.iter().map(|row| row.post.published_at).collect();
        assert!(dates.iter().take(4).all(Option::is_some) && dates[4].is_none());
        assert!(dates.windows(2).take(3).all(|pair| pair[0] >= pair[1]), "the latest first");
    }
}
