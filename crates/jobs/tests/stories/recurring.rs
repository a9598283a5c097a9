use std::time::Duration;

use jiff::SignedDuration;
use jobs::{Done, JobError, Registry};

use crate::world::{AtWork, Count, live_worlds, until, worlds};

fn every_hour(runs: &Count) -> Registry {
    let runs = runs.clone();
    Registry::new().every("tidy", Duration::from_secs(3600), move |_| {
        runs.add();
        async { Ok(Done::Finished) }
    })
}

#[tokio::test]
async fn recurring_work_runs_at_the_first_start_then_once_each_period() {
    for world in worlds().await {
        let start = world.ambient().now();
        let runs = Count::default();
        let registry = every_hour(&runs);
        world.run_due(&registry).await;
        world.run_due(&registry).await;
        assert_eq!(runs.get(), 1);
        world.ambient().advance(SignedDuration::from_mins(61));
        world.run_due(&registry).await;
        assert_eq!(runs.get(), 2);
        world.ambient().advance(SignedDuration::from_hours(10));
        world.run_due(&registry).await;
        world.run_due(&registry).await;
        assert_eq!(runs.get(), 3, "rounds missed are not made up for");
        world.ambient().set(start);
    }
}

#[tokio::test]
async fn recurring_work_that_fails_leaves_nothing_and_comes_round_again() {
    for world in worlds().await {
        let start = world.ambient().now();
        let runs = Count::default();
        let count = runs.clone();
        let registry = Registry::new().every("tidy", Duration::from_secs(60), move |_| {
            count.add();
            async { Err(JobError::dead("no broom")) }
        });
        world.run_due(&registry).await;
        assert_eq!(world.backlog().await, jobs::Backlog::default());
        world.ambient().advance(SignedDuration::from_secs(61));
        world.run_due(&registry).await;
        assert_eq!(runs.get(), 2);
        world.ambient().set(start);
    }
}

#[tokio::test]
async fn recurring_work_runs_once_over_two_instances() {
    for world in live_worlds().await {
        let runs = Count::default();
        let registry = every_hour(&runs);
        let one = AtWork::start(&world, &registry, world.settings());
        let other = AtWork::start(&world.again().await, &registry, world.settings());
        until(async || runs.get() > 0).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(runs.get(), 1);
        one.stop().await;
        other.stop().await;
    }
}
