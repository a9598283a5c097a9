use std::io::{Read, Write};
use std::net::TcpStream;

use crate::process::House;

fn get(url: &str, path: &str) -> String {
    let port = url.rsplit(':').next().unwrap();
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_second_parvis_on_the_same_folder_is_refused() {
    let house = House::set_up();
    let serving = house.serve();
    assert!(get(&serving.url, "/healthz").starts_with("HTTP/1.1 200"));
    let second = house.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(second.code, 1);
    assert!(second.err.contains("utilise déjà le dossier"), "{}", second.err);
    // Short commands work beside it.
    assert!(house.run(&["token", "create", "--name", "à côté"]).ok);
}

#[test]
fn after_a_power_cut_it_starts_again_at_once() {
    let house = House::set_up();
    house.serve().kill();
    let serving = house.serve();
    assert!(get(&serving.url, "/readyz").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_newer_database_is_refused_and_left_alone() {
    let house = House::set_up();
    let database = rusqlite::Connection::open(house.data().join("parvis.db")).unwrap();
    database
        .execute(
            "INSERT INTO schema_migration (version, name, applied_at, checksum) VALUES (9999, 'x', 0, 'x')",
            [],
        )
        .unwrap();
    drop(database);
    for command in [&["serve", "--listen", "127.0.0.1:0"][..], &["migrate"], &["token", "list"]] {
        let answer = house.run(command);
        assert_eq!(answer.code, 1, "{command:?}");
        assert!(answer.err.contains("plus récent"), "{}", answer.err);
    }
}

#[test]
fn a_port_that_is_taken_and_a_folder_that_is_closed_are_said() {
    let house = House::set_up();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let answer = house.run(&["serve", "--listen", &address]);
    assert!(answer.err.contains("déjà prise"), "{}", answer.err);
    std::fs::write(house.beside("a-file"), "x").unwrap();
    let path = house.beside("a-file").display().to_string();
    let answer = house.run(&["migrate", "--database-url", &format!("sqlite:{path}/x.db")]);
    assert!(!answer.ok && !answer.err.contains("panicked"), "{}", answer.err);
}
