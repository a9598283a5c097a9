//! What is a link, a mention, a hashtag. Cases restate what networks publish, with French ones.

use primitives::text::{Entity, EntityKind, entities, shorten, shorten_url};

fn of_kind(text: &str, kind: fn(&EntityKind) -> bool) -> Vec<&str> {
    entities(text)
        .iter()
        .filter(|entity| kind(&entity.kind))
        .map(|entity: &Entity| entity.written(text))
        .collect()
}

fn urls(text: &str) -> Vec<&str> {
    of_kind(text, |kind| matches!(kind, EntityKind::Url { .. }))
}

fn mentions(text: &str) -> Vec<&str> {
    of_kind(text, |kind| matches!(kind, EntityKind::Mention { .. }))
}

fn hashtags(text: &str) -> Vec<&str> {
    of_kind(text, |kind| matches!(kind, EntityKind::Hashtag))
}

fn cashtags(text: &str) -> Vec<&str> {
    of_kind(text, |kind| matches!(kind, EntityKind::Cashtag))
}

fn check(found: fn(&str) -> Vec<&str>, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(&found(text), expected, "{text:?}");
    }
}

#[test]
fn links_end_where_the_sentence_goes_on() {
    check(
        urls,
        &[
            ("Voir https://parvis.fr.", &["https://parvis.fr"]),
            ("« https://parvis.fr/été »", &["https://parvis.fr/été"]),
            ("«https://parvis.fr/a» puis", &["https://parvis.fr/a"]),
            ("Vraiment https://parvis.fr/a ?", &["https://parvis.fr/a"]),
            ("Vraiment https://parvis.fr/a?!…", &["https://parvis.fr/a"]),
            ("(voir http://a.fr/b)", &["http://a.fr/b"]),
            (
                "http://en.wikipedia.org/wiki/Primer_(film)",
                &["http://en.wikipedia.org/wiki/Primer_(film)"],
            ),
            (
                "(http://en.wikipedia.org/wiki/Primer_(film))",
                &["http://en.wikipedia.org/wiki/Primer_(film)"],
            ),
            ("http://example.com/path/!!!!!!!!", &["http://example.com/path/"]),
            (
                "http://example.com/a+ http://example.com/a-",
                &["http://example.com/a+", "http://example.com/a-"],
            ),
            ("http://xo.com/~matthew+%ff-,.;x", &["http://xo.com/~matthew+%ff-,.;x"]),
            ("text http://foobar.com/#", &["http://foobar.com/#"]),
            ("http://somehost.com:3000, puis", &["http://somehost.com:3000"]),
            ("https://parvis.fr’s", &["https://parvis.fr"]),
            ("fin.https://parvis.fr/a", &["https://parvis.fr/a"]),
            (
                "http://www.foo.com/foo/path-with-period./",
                &["http://www.foo.com/foo/path-with-period./"],
            ),
            (
                "http://msdn.microsoft.com/x(v=VS.100).aspx",
                &["http://msdn.microsoft.com/x(v=VS.100).aspx"],
            ),
            ("[lien](https://parvis.fr/a)", &["https://parvis.fr/a"]),
            (
                "http://a.org/Hatfield–McCoy http://a.org/b–",
                &["http://a.org/Hatfield–McCoy", "http://a.org/b"],
            ),
            ("a\nhttps://parvis.fr\nb", &["https://parvis.fr"]),
        ],
    );
}

#[test]
fn links_of_every_script_are_found() {
    check(
        urls,
        &[
            (
                "http://foobar.みんな/ http://foobar.中国/",
                &["http://foobar.みんな/", "http://foobar.中国/"],
            ),
            ("http://✪df.ws/ejp", &["http://✪df.ws/ejp"]),
            ("http://twitter.com/Русские_слова", &["http://twitter.com/Русские_слова"]),
            (
                "http://twitter.com/これは日本語です。example.com中国語http://t.co/abcde한국twitter.com",
                &["http://twitter.com/", "example.com", "http://t.co/abcde", "twitter.com"],
            ),
            ("test ELPAÍS.com", &["ELPAÍS.com"]),
            ("http://xn--ls8h.XN--ls8h.la/", &["http://xn--ls8h.XN--ls8h.la/"]),
            ("http://192.168.0.1/a", &["http://192.168.0.1/a"]),
            ("https://générosité.fr/don", &["https://générosité.fr/don"]),
        ],
    );
}

#[test]
fn links_may_miss_their_scheme_under_a_known_domain() {
    check(
        urls,
        &[
            ("foo.com foo.net foo.baz foo.co.jp", &["foo.com", "foo.net", "foo.co.jp"]),
            ("t.co/abcde bit.ly/abcde", &["t.co/abcde", "bit.ly/abcde"]),
            ("foo.comm foo.somecom tar.bz2", &[]),
            ("Rendez-vous sur www.parvis.fr.", &["www.parvis.fr"]),
            ("Merci.Bonjour", &[]),
            ("parvis.fr.Venez", &["parvis.fr"]),
            ("http:// example.com/path", &["example.com/path"]),
            ("john.doe.gov@mail.com jean@parvis.fr name.al+b@foo.com", &[]),
            ("$twitter.com $http://t.co/a #http://t.co/a @http://t.co/a", &[]),
            ("3.14 v1.2.3 12.50€ i.e. p.ex.", &[]),
        ],
    );
}

#[test]
fn what_only_looks_like_a_host_is_no_link() {
    check(
        urls,
        &[
            ("http://no-tld http://tld-too-short.x", &[]),
            ("http://-leadingdash.twitter.com http://trailingdash-.twitter.com", &[]),
            ("http://twitter-.com http://twitter_underscore.com http://twitter.c_o_m", &[]),
            ("http://domain-dash_2314352345_dfasd.foo-cow_4352.com", &[]),
            ("http://sub_domain-dash.twitter.com", &["http://sub_domain-dash.twitter.com"]),
            ("http://domain.com-that-you-should http://xn--はじめ.com", &[]),
            ("https:// http://", &[]),
        ],
    );
}

#[test]
fn mentions_are_found_with_and_without_server() {
    check(
        mentions,
        &[
            ("@username reply", &["@username"]),
            ("(cc : @user_name)", &["@user_name"]),
            ("Merci @lea.bsky.social !", &["@lea.bsky.social"]),
            ("@my-name.bsky.social.", &["@my-name.bsky.social"]),
            (
                "avec @lea@mastodon.social, @max@piaille.fr.",
                &["@lea@mastodon.social", "@max@piaille.fr"],
            ),
            ("«@jean.dupont»", &["@jean.dupont"]),
            ("Merci @marie.Bonjour", &["@marie"]),
            ("の@usernameに到着を待っている", &["@username"]),
            ("@username email me @test@example", &["@username"]),
            ("Current Status: @_@ (cc: @username)", &["@username"]),
            ("@aliceìnheiro something", &[]),
            ("f!@kn f@@kn f#@kn f$@kn f%@kn f&@kn f*@kn jean@parvis.fr", &[]),
            ("@http://twitter.com https://mastodon.social/@lea", &[]),
            ("@12345 @", &["@12345"]),
        ],
    );
}

#[test]
fn a_mention_knows_its_local_name() {
    let text = "Avec @lea@mastodon.social";
    let entity = entities(text).remove(0);
    assert_eq!(entity.local_name(text), "@lea");
    assert_eq!(entity.name(text), "lea@mastodon.social");
    assert_eq!(entity.range, 5..text.len());
}

#[test]
fn hashtags_take_letters_of_any_script() {
    check(
        hashtags,
        &[
            ("#1hashtag #hashtag1 #16 #0", &["#1hashtag", "#hashtag1"]),
            ("#Été_2026, #cœur! #l’été", &["#Été_2026", "#cœur", "#l"]),
            ("(#a1 )#b2 [#c3 ]#d4 ’#e5", &["#a1", "#b2", "#c3", "#d4", "#e5"]),
            (
                "#트위터 #ашок #漢字 #日本語ハッシュタグ。",
                &["#트위터", "#ашок", "#漢字", "#日本語ハッシュタグ"],
            ),
            ("#meditteranéé #עַל־יְדֵי #سیاست", &["#meditteranéé", "#עַל־יְדֵי", "#سیاست"]),
            ("#महात्मा_१२३४ #१२३४", &["#महात्मा_१२३४"]),
            ("できましたよー！＃日本語", &["＃日本語"]),
            ("日本語#日本語 a#b _#b &#39; ##b", &[]),
            ("http://twitter.com/#hashtag twitter.com/#hashtag", &[]),
            ("#http://twitter.com #️⃣", &[]),
            ("#fin. #fin? #fin", &["#fin", "#fin", "#fin"]),
            ("#catalan·a #point·", &["#catalan·a", "#point"]),
        ],
    );
}

#[test]
fn cashtags_are_symbols_not_prices() {
    check(
        cashtags,
        &[
            ("$AAPL et $BRK.A, $TVI.CA", &["$AAPL", "$BRK.A", "$TVI.CA"]),
            ("$20 $TOOLONGSYMBOL a$AAPL $AAPL_corp", &[]),
        ],
    );
}

#[test]
fn a_link_without_scheme_gets_one() {
    let text = "parvis.fr et HTTP://A.fr";
    let found = entities(text);
    assert_eq!(found[0].url(text).as_deref(), Some("https://parvis.fr"));
    assert_eq!(found[1].url(text).as_deref(), Some("HTTP://A.fr"));
}

#[test]
fn display_shortens_between_words_and_whole_characters() {
    assert_eq!(shorten("Bonjour", 7), "Bonjour");
    assert_eq!(shorten("Bonjour à toutes et tous", 17), "Bonjour à toutes…");
    assert_eq!(shorten("👨\u{200d}👩\u{200d}👧🇫🇷🇧🇪", 2), "👨\u{200d}👩\u{200d}👧…");
    assert_eq!(shorten("abc", 0), "");
    assert_eq!(shorten_url("https://www.parvis.fr/", 30), "parvis.fr");
    assert_eq!(shorten_url("https://parvis.fr/agenda/2026", 12), "parvis.fr/a…");
}
