//! The desk at a terminal: writing, checking, scheduling, the calendar, files of posts.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::process::{House, Serving, text};

/// A house with an account that a person posts on by hand.
fn with_a_channel() -> (House, Serving, String) {
    let house = House::set_up();
    let made = house.json(&["token", "create", "--name", "desk", "--json"]);
    let serving = house.serve();
    let secret = made["secret"].as_str().unwrap().to_owned();
    let answers = json!({"network": "Instagram", "account": "cafe"});
    let new = json!({"network": "assisted", "answers": answers});
    let channel = ask(&serving, &secret, "POST", "/channels", &new);
    assert!(channel["id"].is_string(), "{channel}");
    (house, serving, secret)
}

/// What the interface answers.
fn ask(serving: &Serving, secret: &str, method: &str, path: &str, body: &Value) -> Value {
    let host = serving.url.trim_start_matches("http://").trim_end_matches('/');
    let address = host.replace("localhost", "127.0.0.1");
    let mut stream = TcpStream::connect(address).unwrap();
    let body = body.to_string();
    write!(
        stream,
        "{method} /api/v1{path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {secret}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let at = answer.find('{').unwrap_or_else(|| panic!("no JSON: {answer}"));
    let end = answer.rfind('}').unwrap();
    serde_json::from_str(&answer[at..=end]).unwrap_or_else(|_| panic!("no JSON: {answer}"))
}

fn id(post: &Value) -> &str {
    post["id"].as_str().unwrap()
}

#[test]
fn a_post_is_written_scheduled_seen_held_and_taken_away_while_parvis_runs() {
    let (house, serving, secret) = with_a_channel();
    let long = "La bûche arrive\n---\nAu marron\n---\nEt au chocolat";
    let written = house.with_input(
        &[
            "post",
            "write",
            "--channel",
            "instagram",
            "--thread",
            "--first-comment",
            "Recette sur le site",
            "--json",
        ],
        long,
    );
    assert!(written.ok, "{}{}", written.out, written.err);
    let post: Value = serde_json::from_str(&written.out).unwrap();
    assert_eq!(
        (&post["text"], &post["thread"][1]),
        (&json!("La bûche arrive"), &json!("Et au chocolat"))
    );
    assert_eq!(post["first_comment"], "Recette sur le site");
    let seen = ask(&serving, &secret, "GET", &format!("/posts/{}", id(&post)), &json!({}));
    assert_eq!(seen, post, "the command prints what the interface answers");

    let prefix = &id(&post)[..18];
    let edited = house.json(&["post", "edit", prefix, "La bûche est là", "--json"]);
    assert_eq!((&edited["text"], &edited["thread"]), (&json!("La bûche est là"), &post["thread"]));
    let refused = house.run(&["post", "schedule", prefix, "--at", "2031-12-01 09:00"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("n’a pas de fils"), "{}", refused.err);
    let plain =
        ["post", "edit", prefix, "La bûche est là", "--thread", "--first-comment", "", "--json"];
    assert_eq!(house.json(&plain)["thread"], json!([]));
    let at = house.json(&["post", "schedule", prefix, "--at", "2031-12-01 09:00", "--json"]);
    assert_eq!(at["schedule"]["at"], "2031-12-01T08:00:00Z", "the brand's zone");
    let past = house.run(&["post", "schedule", prefix, "--at", "2020-12-01 09:00", "--json"]);
    assert_eq!(past.code, 1);
    let problem: Value = serde_json::from_str(&past.out).unwrap();
    assert_eq!(problem["errors"][0]["code"], "in_the_past", "{problem}");
    let agenda = house.run(&["calendar", "--month", "2031-12"]);
    assert!(agenda.out.contains("lundi 1"), "{}", agenda.out);
    assert!(
        agenda.out.contains("09:00") && agenda.out.contains("La bûche est là"),
        "{}",
        agenda.out
    );
    assert!(agenda.out.contains("Noël"), "the holidays are there: {}", agenda.out);
    let cells = house.json(&["calendar", "--from", "2031-12-01", "--to", "2031-12-02", "--json"]);
    assert_eq!(cells["occasions"][0]["post"], post["id"]);
    let ics = house.run(&["calendar", "--month", "2031-12", "--ics"]);
    assert!(
        ics.out.starts_with("BEGIN:VCALENDAR") && ics.out.contains("DTSTART:20311201T080000Z"),
        "{}",
        ics.out
    );

    assert_eq!(house.json(&["post", "hold", prefix, "--json"])["changed"], 1);
    let again = house.run(&["post", "hold", prefix]);
    assert_eq!((again.code, again.out.contains("rien à faire")), (1, true), "{}", again.out);
    assert!(house.run(&["post", "release", prefix]).ok);
    assert_eq!(house.json(&["post", "unschedule", prefix, "--json"])["state"], "draft");
    let listed = house.json(&[
        "post",
        "list",
        "--state",
        "draft",
        "--text",
        "buche",
        "--channel",
        "cafe",
        "--json",
    ]);
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert!(house.run(&["post", "list"]).out.contains("Brouillon"));
    assert!(house.run(&["post", "show", prefix]).out.contains("Instagram (cafe)"));
    let nobody = house.run(&["post", "queue", prefix]);
    assert_eq!(nobody.code, 1);
    assert!(nobody.err.contains("créneaux"), "{}", nobody.err);
    assert!(house.run(&["post", "delete", prefix]).ok);
    let gone = house.run(&["post", "show", prefix]);
    assert_eq!(gone.code, 1);
    assert!(gone.err.contains("commence par"), "{}", gone.err);
}

#[test]
fn what_the_command_publishes_now_the_running_parvis_sends() {
    let (house, _serving, _) = with_a_channel();
    let made = house.json(&[
        "post",
        "write",
        "La fournée sort du four",
        "--channel",
        "Instagram",
        "--json",
    ]);
    assert!(house.run(&["post", "now", id(&made)]).ok);
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let post = house.json(&["post", "show", id(&made), "--json"]);
        // Posted by hand: sending it is asking a person to.
        if post["variants"][0]["publication_state"] == "needs_person" {
            break;
        }
        assert!(Instant::now() < until, "nobody took the work up: {post}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn checks_that_ask_are_printed_and_need_a_word() {
    let (house, _serving, _) = with_a_channel();
    let one = house.json(&[
        "post",
        "write",
        "La fournée de midi sort du four à bois ce samedi",
        "--channel",
        "cafe",
        "--json",
    ]);
    assert!(house.run(&["post", "schedule", id(&one), "--at", "2031-12-01 09:00"]).ok);
    let two = house.json(&[
        "post",
        "write",
        "La fournée de midi sort du four à bois ce samedi",
        "--channel",
        "cafe",
        "--json",
    ]);
    let at = ["post", "schedule", id(&two), "--at", "2031-12-02 09:00"];
    let asked = house.run(&at);
    assert_eq!(asked.code, 1, "{}{}", asked.out, asked.err);
    assert!(asked.err.contains("[repeated]") && asked.err.contains("--accept"), "{}", asked.err);
    let asked = house.run(&[&at[..], &["--json"]].concat());
    let problem: Value = serde_json::from_str(&asked.out).unwrap();
    assert_eq!(problem["findings"][0]["check"], "repeated", "{problem}");
    let done = house.run(&[&at[..], &["--accept"]].concat());
    assert!(done.ok, "{}{}", done.out, done.err);
    let check = house.run(&["post", "check", id(&two), "--json"]);
    let found: Value = serde_json::from_str(&check.out).unwrap();
    assert!(check.ok && found[0]["accepted"] == true, "{found}");
}

#[test]
fn what_is_misused_says_so_and_nothing_is_made() {
    let house = House::set_up();
    for (given, said) in [
        (vec!["post", "write"], "Rien à écrire"),
        (vec!["post", "list", "--state", "volante"], "n’est pas un état"),
        (vec!["calendar", "--month", "décembre"], "n’est pas un jour"),
        (vec!["calendar", "--month", "--week"], "--"),
    ] {
        let answer = house.run(&given);
        assert_eq!(answer.code, 2, "{given:?}: {}", answer.err);
        assert!(answer.err.contains(said), "{given:?}: {}", answer.err);
    }
    let unknown = house.run(&["post", "write", "Bonjour", "--channel", "personne"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.err.contains("personne"), "{}", unknown.err);
    let stranger = house.run(&["post", "list", "--as", "inconnue@example.org"]);
    assert_eq!(stranger.code, 1);
    assert_eq!(house.json(&["post", "list", "--json"]), json!([]));
    let english = house.run(&["--lang", "en", "post", "list"]);
    assert_eq!(english.out.trim(), "No posts.");
}

#[test]
fn a_file_of_posts_is_shown_then_made() {
    let (house, serving, _) = with_a_channel();
    let file = house.beside("posts.csv");
    let rows = "Légende;Quand;Lieu\nLa bûche arrive;2031-12-01 09:00;cafe\nUne galette;bientôt;cafe\n;2031-12-03;cafe\n";
    std::fs::write(&file, rows).unwrap();
    let maps = ["--map", "Quand=date", "--map", "Lieu=channels"];
    let ask = [&["import", "posts", text(&file)][..], &maps].concat();
    let shown = house.run(&ask);
    assert!(shown.ok, "{}", shown.err);
    assert!(shown.out.contains("Légende → text") && shown.out.contains("bientôt"), "{}", shown.out);
    assert!(shown.out.contains("--yes"), "{}", shown.out);
    assert_eq!(house.json(&["post", "list", "--json"]), json!([]), "nothing is made yet");
    let wrong = house.run(&["import", "posts", text(&file), "--map", "Quand=volant"]);
    assert_eq!(wrong.code, 2, "{}", wrong.err);
    let done = house.json(&[&ask[..], &["--schedule", "--yes", "--json"]].concat());
    assert_eq!((&done["made"], &done["lines"][2]["post"]), (&json!(2), &Value::Null), "{done}");
    let planned = house.json(&["post", "list", "--state", "scheduled", "--json"]);
    assert_eq!(planned.as_array().unwrap().len(), 1);
    drop(serving);
}
