//! The baseline of ingest: the rows that it made, inserted as plainly as SQLite allows.

use std::path::Path;
use std::time::Instant;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// What ingest writes.
const TABLES: [&str; 4] = ["identity", "conversation", "message", "interaction"];

/// Copies the rows from one database to another of the same schema and durability, in so many
/// transactions; how many rows, and how many seconds the inserts took.
pub fn insert(from: &Path, to: &Path, batches: usize) -> (usize, f64) {
    let from = Connection::open(from).expect("the file opens");
    let tables = TABLES.map(|table| (statement(&from, table), rows(&from, table)));
    let to = Connection::open(to).expect("the file opens");
    to.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF",
    )
    .expect("it can be set up");
    let began = Instant::now();
    for batch in 0..batches {
        to.execute_batch("BEGIN IMMEDIATE").expect("it can be written");
        for (statement, rows) in &tables {
            let mut insert = to.prepare_cached(statement).expect("it is prepared");
            let part = batch * rows.len() / batches..(batch + 1) * rows.len() / batches;
            for row in &rows[part] {
                insert.execute(params_from_iter(row)).expect("it is inserted");
            }
        }
        to.execute_batch("COMMIT").expect("it is kept");
    }
    let took = began.elapsed().as_secs_f64();
    (tables.iter().map(|(_, rows)| rows.len()).sum(), took)
}

fn statement(database: &Connection, table: &str) -> String {
    let select = database.prepare(&format!("SELECT * FROM {table}")).expect("it is prepared");
    let columns: Vec<_> = select.column_names().collect();
    let places = vec!["?"; columns.len()].join(", ");
    format!("INSERT INTO {table} ({}) VALUES ({places})", columns.join(", "))
}

/// In the order in which they were made.
fn rows(database: &Connection, table: &str) -> Vec<Vec<Value>> {
    let text = format!("SELECT * FROM {table} ORDER BY rowid");
    let mut select = database.prepare(&text).expect("it is prepared");
    let width = select.column_count();
    let read = select.query_map([], |row| (0..width).map(|column| row.get(column)).collect());
    read.expect("it is read").map(|row| row.expect("a row is read")).collect()
}
