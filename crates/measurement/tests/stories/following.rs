use channels::NetworkError;
use jiff::SignedDuration;
use measurement::reading::{measure_channel, measure_due, next_due};
use measurement::results::{PostResult, ResultsError, measured_post_result, post_results};
use measurement::statistics::{Ingredient, Measure, Unknown};
use measurement::{Format, publication_published};

use crate::world::{World, worlds};

impl World {
    fn wait(&self, minutes: i64) {
        self.engine.ambient().advance(SignedDuration::from_mins(minutes));
    }

    async fn read_figures(&self) {
        measure_due(&self.engine).await.unwrap();
        measure_channel(self.channel.id, &self.kit).await.unwrap();
    }

    async fn result(&self, post: primitives::Id<channels::publication::PostRef>) -> PostResult {
        let mut tx = self.engine.read().await.unwrap();
        let connectors = &self.kit.connectors;
        post_results(post, connectors, &self.louise, &mut tx).await.unwrap().remove(0)
    }
}

#[tokio::test]
async fn a_published_post_is_followed_even_when_the_verb_was_missed() {
    for world in worlds().await {
        let (told, publication) = world.publish("pain").await;
        let mut tx = world.engine.begin().await.unwrap();
        assert!(publication_published(&publication, &mut tx).await.unwrap());
        assert!(!publication_published(&publication, &mut tx).await.unwrap());
        tx.commit().await.unwrap();
        let (missed, _) = world.publish("brioche https://fournil.test").await;
        measure_due(&world.engine).await.unwrap();

        let result = world.result(told).await;
        assert_eq!(result.post.format, Format::Text);
        assert_eq!(result.post.followers, Some(120));
        // 09:00 UTC on Sunday 22 November 2026 is 10:00 in Paris.
        let placed = result.post.placed;
        assert_eq!((placed.month, placed.weekday, placed.hour), (Some(11), Some(7), Some(10)));
        assert_eq!(result.latest, None);
        assert_eq!(world.result(missed).await.post.format, Format::Link);
    }
}

#[tokio::test]
async fn figures_are_read_when_due_and_kept_when_they_change() {
    for world in worlds().await {
        let (post, _) = world.publish("pain").await;
        measure_due(&world.engine).await.unwrap();
        world.says("pain", 3, 1);
        world.read_figures().await;
        assert_eq!(world.result(post).await.latest, None, "not before a quarter of an hour");

        world.wait(15);
        world.read_figures().await;
        world.wait(60);
        world.read_figures().await;
        world.says("pain", 5, 1);
        world.wait(60);
        world.read_figures().await;
        let result = world.result(post).await;
        let reactions: Vec<_> =
            result.series.iter().map(|reading| reading.figures.reactions).collect();
        assert_eq!(reactions, [Some(3), Some(5)], "nothing is stored when nothing changed");
        assert_eq!(result.post.read_at, Some(world.engine.ambient().now()));

        for _ in 0..24 {
            world.wait(60);
            world.read_figures().await;
        }
        assert_eq!(world.result(post).await.series.len(), 3, "but once a day it is");
    }
}

#[tokio::test]
async fn what_the_network_does_not_give_is_not_known() {
    for world in worlds().await {
        let (post, _) = world.publish("pain").await;
        world.says("pain", 6, 0);
        measure_due(&world.engine).await.unwrap();
        world.wait(15);
        world.read_figures().await;
        let result = world.result(post).await;
        let value = |measure| {
            result.measures.iter().find(|one| one.measure == measure).unwrap().value.clone()
        };
        assert_eq!(value(Measure::PublicEngagement).unwrap().numerator(), 6);
        assert_eq!(value(Measure::PublicEngagement).unwrap().denominator(), 120);
        let missing = vec![Ingredient::Clicks, Ingredient::ReachTotal];
        assert_eq!(value(Measure::EngagementByReach), Err(Unknown::Missing(missing)));
        assert_eq!(result.may_be_known(Ingredient::Clicks), Some(false));
        assert_eq!(result.may_be_known(Ingredient::Shares), Some(true));
        assert_eq!(result.known_series().len(), 3);

        let mut tx = world.engine.read().await.unwrap();
        let stranger =
            measured_post_result(result.post.id, &world.kit.connectors, &world.neighbour, &mut tx);
        assert!(matches!(stranger.await, Err(ResultsError::NotFound)));
    }
}

#[tokio::test]
async fn a_piece_that_vanished_is_marked_then_left_alone() {
    for world in worlds().await {
        let (post, _) = world.publish("pain").await;
        measure_due(&world.engine).await.unwrap();
        world.says("pain", 6, 0);
        world.wait(15);
        world.read_figures().await;
        world.network.figures.lock().unwrap().clear();
        world.wait(60);
        world.read_figures().await;
        let gone = world.result(post).await;
        assert!(gone.post.gone_at.is_some());
        assert!(gone.latest.is_some(), "what was known of it stays");
        world.wait(24 * 60);
        world.read_figures().await;
        assert_eq!(world.result(post).await.post.due_at, None);
    }
}

#[tokio::test]
async fn trouble_of_the_network_puts_readings_off_with_its_name() {
    for world in worlds().await {
        let (post, _) = world.publish("pain").await;
        measure_due(&world.engine).await.unwrap();
        world.wait(15);
        let until = world.engine.ambient().now() + SignedDuration::from_mins(50);
        *world.network.trouble.lock().unwrap() = Some(NetworkError::RateLimited { until });
        world.read_figures().await;
        let put_off = world.result(post).await.post;
        assert_eq!(put_off.trouble.as_deref(), Some("rate_limited"));
        assert_eq!(put_off.due_at, Some(until));

        world.wait(50);
        let refused = NetworkError::Reauthorize { detail: "expired".into() };
        *world.network.trouble.lock().unwrap() = Some(refused);
        world.read_figures().await;
        world.wait(5);
        assert_eq!(measure_due(&world.engine).await.unwrap(), 0, "until it is connected again");
    }
}

#[test]
fn posts_are_read_more_rarely_as_they_age_and_no_more_after_a_year() {
    let published = "2026-01-01T00:00:00Z".parse().unwrap();
    let wait = |hours: i64| {
        let now = published + SignedDuration::from_hours(hours);
        next_due(published, now).map(|next| next.duration_since(now).as_mins())
    };
    assert_eq!(wait(0), Some(1));
    assert_eq!(wait(1), Some(60));
    assert_eq!(wait(48), Some(6 * 60));
    assert_eq!(wait(14 * 24), Some(24 * 60));
    assert_eq!(wait(60 * 24), Some(7 * 24 * 60));
    assert_eq!(wait(365 * 24), None);
}
