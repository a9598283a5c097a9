use std::sync::{Arc, Mutex};

use jiff::SignedDuration;
use jobs::{Done, Enqueue, JobError, RanDue, Registry, Scope};

use crate::world::{Count, Greet, greet, worlds};

/// Greets, and remembers whom.
fn greeter(greeted: &Arc<Mutex<Vec<String>>>) -> Registry {
    let greeted = greeted.clone();
    Registry::new().on::<Greet, _, _>(move |job, _| {
        greeted.lock().unwrap().push(job.name);
        async { Ok(Done::Finished) }
    })
}

/// Fails as told.
fn failing(error: JobError) -> Registry {
    Registry::new().on::<Greet, _, _>(move |_, _| std::future::ready(Err(error.clone())))
}

#[tokio::test]
async fn a_job_runs_once_its_transaction_has_committed_and_only_then() {
    for world in worlds().await {
        let greeted = Arc::default();
        let registry = greeter(&greeted);
        let mut lost = world.begin().await.unwrap();
        jobs::enqueue(&mut lost, &greet("nobody"), Enqueue::now()).await.unwrap();
        drop(lost);
        world.enqueue(&greet("Ada"), Enqueue::now()).await;
        assert_eq!(world.run_due(&registry).await, RanDue { finished: 1, ..RanDue::default() });
        assert_eq!(*greeted.lock().unwrap(), ["Ada"]);
        assert_eq!(world.backlog().await, jobs::Backlog::default());
    }
}

#[tokio::test]
async fn a_job_for_later_waits_and_jobs_run_in_the_order_of_their_instants() {
    for world in worlds().await {
        let greeted = Arc::default();
        let registry = greeter(&greeted);
        let start = world.ambient().now();
        let at = |minutes| Enqueue::at(start + SignedDuration::from_mins(minutes));
        world.enqueue(&greet("third"), at(30)).await;
        world.enqueue(&greet("second"), at(20)).await;
        world.enqueue(&greet("first"), at(-5)).await;
        world.run_due(&registry).await;
        assert_eq!(*greeted.lock().unwrap(), ["first"]);
        world.ambient().advance(SignedDuration::from_hours(1));
        world.run_due(&registry).await;
        assert_eq!(*greeted.lock().unwrap(), ["first", "second", "third"]);
        world.ambient().set(start);
    }
}

#[tokio::test]
async fn a_failing_job_is_tried_again_later_and_later_then_becomes_a_dead_letter() {
    for world in worlds().await {
        let start = world.ambient().now();
        let registry = failing(JobError::retry("no wind"));
        world.enqueue(&greet("Ada"), Enqueue::now()).await;
        assert_eq!(world.run_due(&registry).await.retried, 1);
        assert_eq!(world.run_due(&registry).await, RanDue::default(), "it must wait first");
        world.ambient().advance(SignedDuration::from_secs(6));
        assert_eq!(world.run_due(&registry).await.retried, 1);
        world.ambient().advance(SignedDuration::from_hours(1));
        assert_eq!(world.run_due(&registry).await.dead, 1);

        let mut tx = world.begin().await.unwrap();
        let dead = jobs::dead_letters(&mut tx, Scope::Everything, 10).await.unwrap();
        assert_eq!(dead.len(), 1);
        assert_eq!((dead[0].attempts, dead[0].last_error.as_str()), (3, "no wind"));
        let stranger = Scope::brand(tx.new_id::<()>());
        assert!(jobs::dead_letters(&mut tx, stranger, 10).await.unwrap().is_empty());
        assert!(!jobs::retry(&mut tx, stranger, dead[0].id).await.unwrap());
        assert!(!jobs::discard(&mut tx, stranger, dead[0].id).await.unwrap());
        assert!(jobs::retry(&mut tx, Scope::Everything, dead[0].id).await.unwrap());
        tx.commit().await.unwrap();

        let greeted = Arc::default();
        assert_eq!(world.run_due(&greeter(&greeted)).await.finished, 1);
        assert_eq!(*greeted.lock().unwrap(), ["Ada"]);
        world.ambient().set(start);
    }
}

#[tokio::test]
async fn a_lasting_failure_is_a_dead_letter_at_once_and_can_be_thrown_away() {
    for world in worlds().await {
        world.enqueue(&greet("Ada"), Enqueue::now().once("greet:ada")).await;
        assert_eq!(world.run_due(&failing(JobError::dead("no such person"))).await.dead, 1);
        world.enqueue(&greet("Ada"), Enqueue::now().once("greet:ada")).await;
        let backlog = world.backlog().await;
        assert_eq!((backlog.due, backlog.dead), (1, 1), "a dead letter must not hold its key");
        let mut tx = world.begin().await.unwrap();
        let dead = jobs::dead_letters(&mut tx, Scope::Everything, 10).await.unwrap();
        assert!(jobs::discard(&mut tx, Scope::Everything, dead[0].id).await.unwrap());
        assert_eq!(jobs::dead_letter_count(&mut tx, Scope::Everything).await.unwrap(), 0);
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_job_that_must_wait_until_an_instant_waits_until_then() {
    for world in worlds().await {
        let start = world.ambient().now();
        let reset = start + SignedDuration::from_mins(15);
        world.enqueue(&greet("Ada"), Enqueue::now()).await;
        let told = failing(JobError::RetryAt(reset, "too many requests".to_owned()));
        assert_eq!(world.run_due(&told).await.retried, 1);
        let greeted = Arc::default();
        world.ambient().set(reset - SignedDuration::from_secs(1));
        assert_eq!(world.run_due(&greeter(&greeted)).await.finished, 0);
        world.ambient().set(reset);
        assert_eq!(world.run_due(&greeter(&greeted)).await.finished, 1);
        world.ambient().set(start);
    }
}

#[tokio::test]
async fn one_live_job_holds_a_key_at_the_earlier_instant() {
    for world in worlds().await {
        let greeted = Arc::default();
        let later = world.ambient().now() + SignedDuration::from_hours(2);
        world.enqueue(&greet("Ada"), Enqueue::at(later).once("greet:ada")).await;
        world.enqueue(&greet("Ada"), Enqueue::now().once("greet:ada")).await;
        world.enqueue(&greet("Ada"), Enqueue::at(later).once("greet:ada")).await;
        world.enqueue(&greet("Bob"), Enqueue::now().once("greet:bob")).await;
        assert_eq!(world.run_due(&greeter(&greeted)).await.finished, 2);
        assert_eq!(world.backlog().await, jobs::Backlog::default());
    }
}

#[tokio::test]
async fn a_job_asked_for_again_while_it_runs_runs_once_more() {
    for world in worlds().await {
        let runs = Count::default();
        let count = runs.clone();
        let registry = Registry::new().on::<Greet, _, _>(move |_, context| {
            let first = count.add() == 1;
            async move {
                if first {
                    let mut tx = context.db.begin().await?;
                    let how = Enqueue::now().once("greet:ada");
                    jobs::enqueue(&mut tx, &greet("Ada"), how).await?;
                    tx.commit().await?;
                }
                Ok(Done::Finished)
            }
        });
        world.enqueue(&greet("Ada"), Enqueue::now().once("greet:ada")).await;
        world.run_due(&registry).await;
        assert_eq!(runs.get(), 2);
        assert_eq!(world.backlog().await, jobs::Backlog::default());
    }
}

#[tokio::test]
async fn a_panic_is_passing_trouble() {
    for world in worlds().await {
        let registry = Registry::new().on::<Greet, _, _>(|job, _| async move {
            assert!(job.name.is_empty(), "not for {}", job.name);
            Ok(Done::Finished)
        });
        world.enqueue(&greet("Ada"), Enqueue::now()).await;
        assert_eq!(world.run_due(&registry).await.retried, 1);
        assert_eq!(world.backlog().await.later, 1);
    }
}

#[tokio::test]
async fn kinds_that_the_program_does_not_know_stay_untouched() {
    for world in worlds().await {
        world.enqueue(&greet("Ada"), Enqueue::now()).await;
        assert_eq!(world.run_due(&Registry::new()).await, RanDue::default());
        assert_eq!(world.backlog().await.due, 1);
    }
}
