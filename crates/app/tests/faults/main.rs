//! The fault matrix: the real program, fake networks that fail at each point, `kill -9` at each
//! step of the send fence, and a restart. Every publication must be there exactly once at the
//! end, and Parvis must know it under its right id.
//!
//! One *run* is one database, one moment of the kill, and a fake network of its own for each kind
//! of network and each trouble, so that troubles do not mix. The fakes live in the test and stay
//! while the program dies; they hold requests where the kill is to happen, and a lock on the
//! rows holds the program just before it writes.
//!
//! `cargo test -p app --test faults` tells the short version on SQLite (and some of PostgreSQL
//! if `PARVIS_TEST_POSTGRES_URL` is set). `PARVIS_FAULTS=full` tells all of it,
//! `PARVIS_WRITE_REPORT=1` keeps its report in `docs/fault-matrix.md`.

#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]

mod house;
mod incoming;
mod judge;
mod network;
mod parvis;
mod plan;
mod report;
mod run;

use std::sync::Arc;
use std::time::Instant;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use plan::{On, RunPlan};

/// A server of PostgreSQL takes a hundred connections, and each program keeps up to sixteen.
const PROGRAMS_AT_ONCE: usize = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_published_twice_and_nothing_is_lost() {
    let (began, full) = (Instant::now(), plan::is_full());
    let room = [On::Sqlite, On::Postgres].map(|_| Arc::new(Semaphore::new(PROGRAMS_AT_ONCE)));
    let mut runs = JoinSet::new();
    for plan in plan::runs(full) {
        let room = room[usize::from(plan.on == On::Postgres)].clone();
        runs.spawn(async move { (plan, one(plan, room).await) });
    }
    let mut told = Vec::new();
    while let Some(ended) = runs.join_next().await {
        let (plan, cases) = ended.expect("a run ends");
        eprintln!("{} ({})", plan, report::in_short(&cases));
        told.extend(cases.into_iter().map(|case| (plan, case)));
    }
    let report = report::written(&told, began.elapsed(), full);
    println!("{report}");
    if std::env::var("PARVIS_WRITE_REPORT").is_ok_and(|set| set == "1") {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/fault-matrix.md");
        std::fs::write(path, &report).expect("the report can be kept");
    }
    let wrong: Vec<_> = told.iter().filter(|(_, case)| !case.is_right()).collect();
    for (plan, case) in &wrong {
        eprintln!("\n{plan}: {case}");
    }
    assert!(wrong.is_empty(), "{} of {} publications went wrong", wrong.len(), told.len());
}

/// What comes in: see [`incoming`]. On PostgreSQL with two instances, one of which dies each time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_message_is_lost_or_doubled_while_it_is_read() {
    let mut runs = vec![(On::Sqlite, false)];
    if std::env::var("PARVIS_TEST_POSTGRES_URL").is_ok() {
        runs.push((On::Postgres, true));
        if plan::is_full() {
            runs.push((On::Postgres, false));
        }
    }
    for (on, two) in runs {
        let told = incoming::tell(on, two).await;
        let hands = if told.two { "two instances" } else { "one instance" };
        println!(
            "{}, {hands}: {} messages, {} readings went wrong, {} kills, {} wrong",
            told.on,
            told.messages,
            told.troubles,
            incoming::kills(),
            told.wrong.len()
        );
        assert!(told.troubles > 0, "the networks' troubles were met");
        assert!(told.wrong.is_empty(), "{}, {hands}: {:#?}", told.on, told.wrong);
    }
}

async fn one(plan: RunPlan, room: Arc<Semaphore>) -> Vec<judge::Case> {
    let programs = if plan.two { 2 } else { 1 };
    let _room = room.acquire_many(programs).await.expect("the room stays open");
    run::tell(plan).await
}
