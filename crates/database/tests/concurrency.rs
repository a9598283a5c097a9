//! Stories about many at once, and about callers who go away.
#![allow(clippy::unwrap_used)]

mod common;

use std::time::Duration;

use common::{databases, thing_table};
use database::{Database, Error, params};

async fn counter(db: &Database) {
    let mut tx = db.begin().await.unwrap();
    tx.execute("CREATE TABLE counter (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)", params![])
        .await
        .unwrap();
    tx.execute("INSERT INTO counter (id, n) VALUES (1, 0)", params![]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn count(db: &Database) -> i64 {
    let row = db.read().await.unwrap().query_one("SELECT n FROM counter", params![]).await.unwrap();
    row.get("n").unwrap()
}

/// Reads, then writes what it read plus one.
async fn increment(db: &Database) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    let select = format!("SELECT n FROM counter WHERE id = 1{}", tx.for_update());
    let n: i64 = tx.query_one(&select, params![]).await?.get("n")?;
    tokio::task::yield_now().await;
    tx.execute("UPDATE counter SET n = $1 WHERE id = 1", params![n + 1]).await?;
    tx.commit().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_tasks_that_count_lose_nothing() {
    for db in databases().await {
        counter(&db).await;
        let tasks: Vec<_> = (0..20)
            .map(|_| {
                let db = db.db.clone();
                tokio::spawn(async move {
                    for _ in 0..10 {
                        increment(&db).await.unwrap();
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(count(&db).await, 200);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn callers_who_go_away_at_any_moment_leave_no_half_transaction() {
    for db in databases().await {
        counter(&db).await;
        let mut done = 0;
        for round in 0..300 {
            let patience = Duration::from_micros(round * 20);
            if let Ok(Ok(())) = tokio::time::timeout(patience, increment(&db)).await {
                done += 1;
            }
        }
        // A commit whose answer nobody waited for may have taken place; nothing else may.
        let n = count(&db).await;
        assert!(n >= done, "{n} >= {done}");
        increment(&db).await.unwrap();
        assert_eq!(count(&db).await, n + 1);
        let mut readers = Vec::new();
        for _ in 0..2 {
            readers.push(db.read().await.unwrap());
        }
    }
}

#[tokio::test]
async fn a_statement_abandoned_half_way_condemns_its_transaction() {
    for db in databases().await {
        thing_table(&db).await;
        let mut tx = db.begin().await.unwrap();
        tx.execute("INSERT INTO thing (id, name) VALUES (1, 'a')", params![]).await.unwrap();
        let slow =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
            SELECT COUNT(*) AS n FROM n WHERE i > $1";
        let abandoned =
            tokio::time::timeout(Duration::from_millis(1), tx.query(slow, params![0i64])).await;
        assert!(abandoned.is_err());
        let after = tx.execute("INSERT INTO thing (id, name) VALUES (2, 'b')", params![]).await;
        assert!(matches!(after, Err(Error::TransactionFailed)));
        assert!(matches!(tx.commit().await, Err(Error::TransactionFailed)));
        let mut tx = db.begin().await.unwrap();
        assert!(common::names(&mut tx).await.is_empty());
    }
}

#[tokio::test]
async fn a_long_reading_nobody_waits_for_frees_its_reader() {
    let db = common::sqlite().await;
    let endless =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";
    for _ in 0..4 {
        let mut read = db.read().await.unwrap();
        let answer =
            tokio::time::timeout(Duration::from_millis(30), read.query(endless, params![])).await;
        assert!(answer.is_err());
    }
    tokio::time::timeout(Duration::from_secs(5), db.ping()).await.unwrap().unwrap();
}

#[tokio::test]
async fn readers_see_what_is_committed_while_a_transaction_is_open() {
    for db in databases().await {
        counter(&db).await;
        let mut tx = db.begin().await.unwrap();
        tx.execute("UPDATE counter SET n = 5", params![]).await.unwrap();
        assert_eq!(count(&db).await, 0);
        tx.commit().await.unwrap();
        assert_eq!(count(&db).await, 5);
    }
}

#[tokio::test]
async fn the_instant_of_a_transaction_does_not_move_and_has_microseconds() {
    for db in databases().await {
        let tx = db.begin().await.unwrap();
        let now = tx.now();
        tokio::time::sleep(Duration::from_millis(2)).await;
        assert_eq!(tx.now(), now);
        assert_eq!(now.as_nanosecond() % 1_000, 0);
    }
}

#[tokio::test]
async fn a_closed_database_says_so() {
    for db in databases().await {
        counter(&db).await;
        let other = db.db.clone();
        db.db.clone().close().await;
        assert!(matches!(other.begin().await, Err(Error::Unavailable(_))));
        assert!(matches!(other.read().await, Err(Error::Unavailable(_))));
    }
}
