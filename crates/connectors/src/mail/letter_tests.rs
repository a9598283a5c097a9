//! Letters as they come, and what is made of them.

use channels::{InboxItem, Machine};
use jiff::Timestamp;

use super::letter::{Spot, item, subject};

const OWN: &str = "bonjour@fournil.test";

fn read(raw: &[u8]) -> InboxItem {
    let at: Timestamp = "2026-11-22T09:05:00Z".parse().unwrap();
    item(raw, at, Spot { folder: "INBOX".to_owned(), validity: 1, uid: 7 }, OWN, false)
}

macro_rules! letter {
    ($name:literal) => {
        read(include_bytes!(concat!("fixtures/", $name, ".eml")))
    };
}

#[test]
fn a_letter_says_who_wrote_what_to_whom_with_which_files() {
    let first = letter!("first");
    assert_eq!(first.remote_id, "first@exemple.test");
    assert_eq!(
        (first.author.handle.as_str(), first.author.name.as_str()),
        ("camille@exemple.test", "Camille Lefèvre")
    );
    let words = "Une question d'allergènes\n\nBonjour,\ny a-t-il du sésame dans la tourte\u{a0}?";
    assert_eq!(first.text, words);
    let letter = first.letter.unwrap();
    assert_eq!(letter.subject, "Une question d'allergènes");
    assert_eq!(letter.to, ["bonjour@fournil.test", "paul@exemple.test", "bonjour@fournil.test"]);
    assert_eq!((letter.machine, letter.answers, letter.thread.len()), (None, false, 0));
    assert_eq!(letter.files.len(), 1);
    let file = &letter.files[0];
    assert_eq!(
        (file.name.as_str(), file.content_type.as_str(), file.size),
        ("menu d'ete.pdf", "application/pdf", 9)
    );
}

#[test]
fn an_answer_names_its_thread_and_what_it_repeats_is_folded() {
    let answer = letter!("answer");
    assert_eq!(answer.text, "Merci beaucoup !");
    assert_eq!(answer.in_reply_to.as_deref(), Some("ours@fournil.test"));
    let letter = answer.letter.unwrap();
    assert_eq!(letter.thread, ["first@exemple.test", "ours@fournil.test"]);
    assert!(letter.answers && letter.quoted.contains("aucun sésame"), "{}", letter.quoted);
    assert_eq!(letter.subject, "Une question d'allergenes");
}

#[test]
fn a_page_is_read_as_words_and_nothing_of_it_runs_or_is_fetched() {
    let page = letter!("html");
    assert_eq!(page.text, "Commande\n\nÉté : deux tourtes\n\nMerci");
    assert!(page.remote_id.starts_with("sha256-"), "it has no id of its own");
    assert_eq!(page.remote_id, letter!("html").remote_id);
    let letter = page.letter.unwrap();
    assert_eq!(letter.files, []);
}

#[test]
fn what_no_person_wrote_is_known_by_its_headers() {
    let machine = |item: InboxItem| item.letter.unwrap().machine;
    assert_eq!(machine(letter!("absence")), Some(Machine::Absence));
    assert_eq!(machine(letter!("list")), Some(Machine::List));
    assert_eq!(machine(letter!("bounce")), Some(Machine::Bounce));
    assert_eq!(machine(letter!("first")), None);
}

#[test]
fn a_form_of_our_own_site_speaks_for_the_person_to_answer() {
    let form = letter!("form");
    assert_eq!(
        (form.author.remote_id.as_str(), form.author.name.as_str()),
        ("camille@exemple.test", "Camille")
    );
    assert_eq!(form.letter.unwrap().machine, None, "a person waits behind the form");
    assert_eq!(form.data["to"], serde_json::json!(["camille@exemple.test"]));
}

#[test]
fn a_letter_that_came_back_says_which_and_why() {
    let back = letter!("bounce").letter.unwrap().undelivered.unwrap();
    assert_eq!(back.letter, "ours@fournil.test");
    let reason =
        "camille@exemple.test: 550 5.1.1 <camille@exemple.test>: Recipient address rejected";
    assert_eq!(back.reason, reason);
}

#[test]
fn a_delay_is_not_a_refusal() {
    let late = include_str!("fixtures/bounce.eml").replace("Action: failed", "Action: delayed");
    let letter = read(late.as_bytes()).letter.unwrap();
    assert_eq!((letter.machine, letter.undelivered), (Some(Machine::Bounce), None));
}

#[test]
fn subjects_lose_the_marks_of_answers_only() {
    assert_eq!(subject("Re: RE : TR: Pain"), ("Pain".to_owned(), true));
    assert_eq!(subject("Re[2]: Pain"), ("Pain".to_owned(), true));
    assert_eq!(subject("Fwd: Pain"), ("Pain".to_owned(), false));
    assert_eq!(subject("Pain : une question"), ("Pain : une question".to_owned(), false));
}

#[test]
fn no_bytes_keep_the_others_from_coming() {
    for raw in [
        &b""[..],
        b"\0\0\0",
        b"\xff\xfe:\r\n\r\n",
        b"From: \r\nSubject: =?x?Q?=",
        b"no header at all",
    ] {
        let item = read(raw);
        assert!(!item.remote_id.is_empty() && !item.author.remote_id.is_empty(), "{raw:?}");
    }
    // Parts within parts within parts.
    let mut deep = String::new();
    for level in 0..2000 {
        deep.push_str(&format!(
            "Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"
        ));
    }
    assert!(!read(deep.as_bytes()).remote_id.is_empty());
}
