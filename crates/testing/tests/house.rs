//! The house: which room may import which. Cargo's own edges are held against the list, so that
//! an arrow that runs up, or across, fails here before anything is built on it.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// What each room may import, as `ARCHITECTURE.md` draws it.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("primitives", &[]),
    ("language", &["primitives"]),
    ("tables", &["primitives"]),
    ("paper", &["primitives"]),
    ("database", &["primitives"]),
    ("jobs", &["database", "primitives"]),
    ("platform", &["jobs", "database", "primitives"]),
    ("strategy", &["platform", "database", "primitives"]),
    ("channels", &["platform", "jobs", "database", "primitives"]),
    ("connectors", &["channels", "platform", "database", "primitives"]),
    ("members", &["channels", "platform", "jobs", "database", "primitives"]),
    (
        "publishing",
        &[
            "tables",
            "strategy",
            "channels",
            "platform",
            "jobs",
            "database",
            "language",
            "primitives",
        ],
    ),
    (
        "conversations",
        &["members", "channels", "language", "platform", "jobs", "database", "primitives"],
    ),
    (
        "measurement",
        &[
            "publishing",
            "conversations",
            "members",
            "channels",
            "tables",
            "strategy",
            "platform",
            "jobs",
            "database",
            "primitives",
        ],
    ),
    (
        "web",
        &[
            "paper",
            "measurement",
            "publishing",
            "conversations",
            "members",
            "channels",
            "tables",
            "strategy",
            "platform",
            "jobs",
            "database",
            "language",
            "primitives",
        ],
    ),
    (
        "app",
        &[
            "web",
            "connectors",
            "measurement",
            "publishing",
            "conversations",
            "members",
            "channels",
            "strategy",
            "platform",
            "jobs",
            "database",
            "language",
            "primitives",
        ],
    ),
    ("testing", &["database", "primitives"]),
];

/// Libraries that one room alone may use: the wall they stand behind.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("axum", &["web", "testing"]),
    ("maud", &["web"]),
    ("rusqlite", &["database"]),
    ("tokio-postgres", &["database", "testing"]),
    ("reqwest", &["platform"]),
    ("lettre", &["platform", "connectors"]),
    ("web-push-native", &["platform"]),
    ("clap", &["app"]),
    ("icalendar", &["web"]),
    ("krilla", &["paper"]),
    ("rustybuzz", &["paper"]),
];

fn edges() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .output()
        .expect("cargo answers");
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON");
    let packages = metadata["packages"].as_array().expect("there are packages");
    let name = |value: &serde_json::Value| value["name"].as_str().unwrap_or_default().to_owned();
    packages
        .iter()
        .map(|package| {
            let dependencies = package["dependencies"].as_array().into_iter().flatten();
            let kept = dependencies.filter(|dependency| dependency["kind"] != "dev").map(name);
            (name(package), kept.collect())
        })
        .collect()
}

#[test]
fn no_room_imports_what_it_may_not() {
    let edges = edges();
    let rooms: BTreeSet<&str> = MAY_IMPORT.iter().map(|(room, _)| *room).collect();
    let found: BTreeSet<&str> = edges.keys().map(String::as_str).collect();
    assert_eq!(found, rooms, "every crate has its line in the list, and each line its crate");
    for (room, allowed) in MAY_IMPORT {
        for imported in edges[*room].iter().filter(|name| rooms.contains(name.as_str())) {
            assert!(allowed.contains(&imported.as_str()), "{room} may not import {imported}");
        }
    }
}

#[test]
fn the_arrows_run_down_and_never_in_a_circle() {
    let mut above: BTreeSet<&str> = BTreeSet::new();
    for (room, allowed) in MAY_IMPORT {
        for imported in *allowed {
            assert!(above.contains(imported), "{room} imports {imported}, listed after it");
        }
        above.insert(room);
    }
}

#[test]
fn each_library_stays_behind_its_wall() {
    let edges = edges();
    for (library, rooms) in ONLY_IN {
        for (room, imported) in &edges {
            if imported.contains(*library) {
                assert!(rooms.contains(&room.as_str()), "{room} may not use {library}");
            }
        }
    }
}
