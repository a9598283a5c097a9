use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use jobs::{Done, Enqueue, JobError, Registry};

use crate::world::{AtWork, Count, Greet, greet, live_worlds, until};

/// Counts its runs.
fn counting(runs: &Count) -> Registry {
    let runs = runs.clone();
    Registry::new().on::<Greet, _, _>(move |_, _| {
        runs.add();
        async { Ok(Done::Finished) }
    })
}

/// Counts the runs it begins, and does not end them.
fn never_ending(began: &Count) -> Registry {
    let began = began.clone();
    Registry::new().on::<Greet, _, _>(move |_, _| {
        began.add();
        std::future::pending::<Result<Done, JobError>>()
    })
}

#[tokio::test]
async fn an_enqueued_job_starts_at_once() {
    for world in live_worlds().await {
        let runs = Count::default();
        let settings = jobs::WorkerSettings { poll: Duration::from_secs(30), ..world.settings() };
        let worker = AtWork::start(&world, &counting(&runs), settings);
        tokio::time::sleep(Duration::from_millis(300)).await;
        let started = Instant::now();
        world.enqueue(&greet("Ada"), Enqueue::now()).await;
        until(async || runs.get() == 1).await;
        assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
        worker.stop().await;
    }
}

#[tokio::test]
async fn a_job_whose_instance_was_killed_is_taken_up_by_another_after_its_lease() {
    for world in live_worlds().await {
        let (began, runs) = (Count::default(), Count::default());
        let killed = AtWork::start(&world, &never_ending(&began), world.settings());
        world.enqueue(&greet("Ada"), Enqueue::now()).await;
        until(async || began.get() == 1).await;
        killed.task.abort();
        killed.task.await.unwrap_err();
        let killed_at = Instant::now();

        let other = AtWork::start(&world.again().await, &counting(&runs), world.settings());
        until(async || runs.get() == 1).await;
        assert!(killed_at.elapsed() > Duration::from_millis(200), "the lease was not respected");
        until(async || world.backlog().await == jobs::Backlog::default()).await;
        other.stop().await;
        assert_eq!(began.get(), 1);
    }
}

#[tokio::test]
async fn a_long_job_keeps_its_lease_and_is_not_run_by_another() {
    for world in live_worlds().await {
        let began = Count::default();
        let count = began.clone();
        // Four times its lease.
        let slow = Registry::new().on::<Greet, _, _>(move |_, _| {
            count.add();
            async {
                tokio::time::sleep(Duration::from_millis(2400)).await;
                Ok(Done::Finished)
            }
        });
        let one = AtWork::start(&world, &slow, world.settings());
        let other = AtWork::start(&world.again().await, &slow, world.settings());
        world.enqueue(&greet("Ada"), Enqueue::now()).await;
        until(async || began.get() > 0 && world.backlog().await == jobs::Backlog::default()).await;
        assert_eq!(began.get(), 1);
        one.stop().await;
        other.stop().await;
    }
}

#[tokio::test]
async fn two_workers_never_run_the_same_job() {
    const JOBS: usize = 300;
    for world in live_worlds().await {
        let seen: Arc<Mutex<Vec<String>>> = Arc::default();
        let noted = seen.clone();
        let registry = Registry::new().on::<Greet, _, _>(move |job, _| {
            noted.lock().unwrap().push(job.name);
            async { Ok(Done::Finished) }
        });
        let mut tx = world.begin().await.unwrap();
        for n in 0..JOBS {
            jobs::enqueue(&mut tx, &greet(&n.to_string()), Enqueue::now()).await.unwrap();
        }
        tx.commit().await.unwrap();
        let one = AtWork::start(&world, &registry, world.settings());
        let other = AtWork::start(&world.again().await, &registry, world.settings());
        until(async || world.backlog().await == jobs::Backlog::default()).await;
        one.stop().await;
        other.stop().await;
        let mut seen = seen.lock().unwrap().clone();
        assert_eq!(seen.len(), JOBS);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), JOBS);
    }
}

#[tokio::test]
async fn a_worker_asked_to_stop_lets_its_jobs_end_and_takes_no_more() {
    for world in live_worlds().await {
        let (began, ended) = (Count::default(), Count::default());
        let (b, e) = (began.clone(), ended.clone());
        let registry = Registry::new().on::<Greet, _, _>(move |_, _| {
            b.add();
            let ended = e.clone();
            async move {
                tokio::time::sleep(Duration::from_millis(300)).await;
                ended.add();
                Ok(Done::Finished)
            }
        });
        let worker = AtWork::start(&world, &registry, world.settings());
        world.enqueue(&greet("Ada"), Enqueue::now()).await;
        until(async || began.get() == 1).await;
        worker.stop.send(true).unwrap();
        world.enqueue(&greet("Bob"), Enqueue::now()).await;
        worker.task.await.unwrap();
        assert_eq!((began.get(), ended.get()), (1, 1));
        assert_eq!(world.backlog().await.due, 1);
    }
}

#[tokio::test]
async fn a_job_too_slow_for_the_stop_is_given_back_at_once_with_its_try() {
    for world in live_worlds().await {
        let (began, runs) = (Count::default(), Count::default());
        let settings =
            jobs::WorkerSettings { grace: Duration::from_millis(50), ..world.settings() };
        let worker = AtWork::start(&world, &never_ending(&began), settings);
        world.enqueue(&greet("Ada"), Enqueue::now()).await;
        until(async || began.get() == 1).await;
        worker.stop().await;
        assert_eq!(world.backlog().await.due, 1);
        assert_eq!(world.run_due(&counting(&runs)).await.finished, 1);
        assert_eq!(runs.get(), 1);
    }
}
