//! How long a text is by each kind of rule. Expected values restate published facts: Unicode's
//! grapheme clusters, twitter-text v3's weights, Mastodon's concessions for links and mentions.

use primitives::text::{ByteCount, CountRule, Unit, count, distinct_urls};

const FAMILY: &str = "👨\u{200d}👩\u{200d}👧\u{200d}👦";

fn used(text: &str, rule: CountRule) -> u64 {
    count(text, &rule).used
}

#[test]
fn what_a_reader_sees_as_one_character_is_one_grapheme() {
    for one in [
        FAMILY,
        "🇫🇷",
        "1\u{fe0f}\u{20e3}",
        "👍🏽",
        "e\u{301}",
        "한",
        "\u{1112}\u{1161}\u{11ab}",
        "❤\u{fe0f}",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "நி",
        "\r\n",
    ] {
        assert_eq!(used(one, CountRule::graphemes(300)), 1, "{one:?}");
    }
    assert_eq!(used("🇫🇷🇧🇪", CountRule::graphemes(300)), 2);
    assert_eq!(used("Été à Nîmes", CountRule::graphemes(300)), 11);
}

#[test]
fn each_unit_counts_the_same_text_in_its_own_way() {
    let text = format!("été {FAMILY}");
    for (unit, expected) in [
        (Unit::Graphemes, 5),
        (Unit::Characters, 4 + 7),
        (Unit::Utf8Bytes, 6 + 25),
        (Unit::Utf16, 4 + 11),
        (Unit::EmojiAsBytes, 4 + 25),
        (Unit::Weighted, 4 + 2),
    ] {
        assert_eq!(used(&text, CountRule::new(unit, 500)), expected, "{unit:?}");
    }
}

#[test]
fn weights_follow_the_published_table() {
    for (text, expected) in [
        ("This is a test.", 15),
        ("Hi http://test.co", 26),
        ("http://test.co", 23),
        ("test.com", 23),
        ("Test https://test.com test https://test.com test.com test", 86),
        ("故人西辞黄鹤楼", 14),
        ("the故人", 7),
        ("A\u{301}B", 2),
        ("A\u{fb2c}", 4),
        ("😷👾😡🔥💩", 10),
        ("H🐱☺👨\u{200d}👩\u{200d}👧\u{200d}👦", 7),
        ("🙋🏽👨\u{200d}🎤", 4),
        ("1\u{fe0f}\u{20e3}", 2),
        ("🇫🇷", 2),
        ("© ®", 3),
        ("©\u{fe0f}", 2),
        ("« l’été » — œuvre…", 19),
        ("€", 2),
        ("\u{2000}\u{200d}‐–—―", 6),
        // A host label longer than 63 characters is no link.
        ("randomurlrandomurlrandomurlrandomurlrandomurlrandomurlrandomurls.com", 68),
    ] {
        assert_eq!(used(text, CountRule::weighted(280)), expected, "{text:?}");
    }
}

#[test]
fn a_weighted_text_overflows_where_the_published_cases_say() {
    let latin = "x".repeat(285);
    assert_eq!(count(&latin, &CountRule::weighted(280)).first_over, Some(280));
    let emoji = "😷".repeat(160);
    let counted = count(&emoji, &CountRule::weighted(280));
    assert_eq!((counted.used, counted.left), (320, -40));
    assert_eq!(counted.first_over, Some(140 * '😷'.len_utf8()));
    let ends_with_link = format!("{} http://www.twitter.com/jack", "x".repeat(260));
    let counted = count(&ends_with_link, &CountRule::weighted(280));
    assert_eq!((counted.used, counted.first_over), (284, Some(261)));
}

#[test]
fn a_server_that_counts_links_as_23_wants_their_scheme() {
    let rule = CountRule::graphemes(500).with_urls(23, false).with_mentions_without_server();
    let long = format!("https://parvis.example.org/{}", "a".repeat(200));
    assert_eq!(used(&long, rule), 23);
    assert_eq!(used("http://a.fr", rule), 23);
    assert_eq!(used("parvis.fr", rule), 9);
    assert_eq!(used("Bonjour @lea@mastodon.social !", rule), "Bonjour @lea !".len() as u64);
    assert_eq!(used("@lea @max", rule), 9);
}

#[test]
fn a_limit_in_bytes_can_be_passed_before_the_one_in_graphemes() {
    let rule = CountRule::graphemes(300).with_max_bytes(50);
    let text = FAMILY.repeat(3);
    let counted = count(&text, &rule);
    assert!(!counted.fits());
    assert_eq!((counted.used, counted.left), (3, 297));
    assert_eq!(counted.bytes, Some(ByteCount { used: 75, max: 50 }));
    assert_eq!(counted.first_over, Some(50));
}

#[test]
fn a_text_exactly_at_its_limit_fits() {
    let counted = count("abc", &CountRule::characters(3));
    assert!(counted.fits());
    assert_eq!((counted.left, counted.first_over), (0, None));
    assert_eq!(count("", &CountRule::characters(0)).left, 0);
}

#[test]
fn right_to_left_text_is_marked_at_a_character() {
    let text = "שלום עולם";
    let counted = count(text, &CountRule::graphemes(4));
    assert_eq!(counted.first_over, Some("שלום".len()));
}

#[test]
fn the_same_link_twice_is_one_link() {
    assert_eq!(distinct_urls("https://parvis.fr parvis.fr https://parvis.fr/a"), 2);
}

#[test]
fn a_rule_is_data_and_reads_back() {
    let rule = CountRule::weighted(280).with_max_bytes(3000);
    let json = serde_json::to_string(&rule).unwrap();
    assert_eq!(serde_json::from_str::<CountRule>(&json).unwrap(), rule);
    let short: CountRule = serde_json::from_str(r#"{"unit":"graphemes","max":300}"#).unwrap();
    assert_eq!(short, CountRule::graphemes(300));
}
