use channels::feeds::{Feed as ReadFeed, FeedError, FeedItem};
use publishing::feed::{FeedState, FollowError};
use publishing::post::ListFilter;
use publishing::{Feed, Post};

use crate::world::{World, worlds};

fn item(n: i64) -> FeedItem {
    FeedItem {
        key: format!("article-{n}"),
        title: format!("Article {n}"),
        link: Some(format!("https://blog.fournil.test/{n}")),
        summary_text: "Le levain se nourrit chaque matin.".into(),
        picture_url: None,
        published_at: Some(jiff::Timestamp::from_second(1_790_000_000 + n).unwrap()),
    }
}

fn reading(items: impl IntoIterator<Item = i64>) -> ReadFeed {
    ReadFeed {
        title: "Le blog du fournil".into(),
        site_url: Some("https://blog.fournil.test".into()),
        items: items.into_iter().map(item).collect(),
        etag: Some("\"1\"".into()),
        last_modified: None,
        moved_to: None,
    }
}

async fn follow(world: &World, drafts: usize) -> Feed {
    let mut tx = world.engine.begin().await.unwrap();
    let url = "https://blog.fournil.test/feed";
    let feed = Feed::follow(url, &reading(1..=3), drafts, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    feed
}

async fn drafts(world: &World) -> Vec<String> {
    let mut tx = world.engine.read().await.unwrap();
    let page = Post::list(&ListFilter::default(), &world.louise, &mut tx).await.unwrap();
    let mut titles: Vec<_> =
        page.into_iter().map(|row| row.text.lines().next().unwrap_or("").to_owned()).collect();
    titles.sort();
    titles
}

#[tokio::test]
async fn new_items_of_a_feed_become_drafts_once() {
    for world in worlds().await {
        let feed = follow(&world, 1).await;
        assert_eq!(drafts(&world).await, ["Article 3"], "what was there is not drafted again");
        for _ in 0..2 {
            let mut tx = world.engine.begin().await.unwrap();
            feed.read_again(&reading(2..=5), &mut tx).await.unwrap();
            tx.commit().await.unwrap();
        }
        let expected = ["Article 3", "Article 4", "Article 5"];
        assert_eq!(drafts(&world).await, expected, "on {}", world.engine.name);
    }
}

#[tokio::test]
async fn a_feed_followed_twice_is_refused_and_one_that_fails_waits_longer_each_time() {
    for world in worlds().await {
        let feed = follow(&world, 0).await;
        let mut tx = world.engine.begin().await.unwrap();
        let url = "https://blog.fournil.test/feed";
        let again = Feed::follow(url, &reading([]), 0, &world.louise, &mut tx).await;
        assert!(matches!(again, Err(FollowError::AlreadyFollowed(id)) if id == feed.id));
        let mut waits = Vec::new();
        for _ in 0..4 {
            let now = Feed::load(feed.id, &world.louise, &mut tx).await.unwrap();
            now.failed(&FeedError::Status { status: 500 }, &mut tx).await.unwrap();
            let now = Feed::load(feed.id, &world.louise, &mut tx).await.unwrap();
            waits.push(now.due_at.duration_since(tx.now()).as_secs());
        }
        assert_eq!(waits, [900, 1800, 3600, 7200]);
        feed.failed(&FeedError::Gone, &mut tx).await.unwrap();
        let now = Feed::load(feed.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!(now.state, FeedState::Gone);
    }
}

#[tokio::test]
async fn a_site_that_republishes_everything_does_not_bury_the_team() {
    for world in worlds().await {
        let feed = follow(&world, 0).await;
        let mut tx = world.engine.begin().await.unwrap();
        let made = feed.read_again(&reading(10..=300), &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(made, 20);
        assert!(drafts(&world).await.contains(&"Article 300".to_owned()), "the newest are kept");
    }
}
