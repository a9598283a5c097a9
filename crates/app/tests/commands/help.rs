use crate::process::House;

#[test]
fn help_speaks_the_language_asked_for() {
    let house = House::new();
    let french = house.run(&["--help"]);
    assert!(french.ok);
    assert!(
        french.out.contains("Utilisation\u{a0}:") && french.out.contains("Commandes"),
        "{}",
        french.out
    );
    let english = house.run(&["--lang", "en", "--help"]);
    assert!(english.out.contains("Usage:") && english.out.contains("Commands"), "{}", english.out);
    assert!(!french.out.contains('[') || !french.out.contains("[cli-"), "a word is missing");
}

#[test]
fn help_documents_every_setting_and_every_command() {
    let house = House::new();
    for language in ["fr", "en"] {
        let help = house.run(&["serve", "--lang", language, "--help"]).out;
        for setting in [
            "config",
            "data",
            "database-url",
            "listen",
            "base-url",
            "key-file",
            "key",
            "allow-private-network",
            "smtp-url",
            "mail-from",
            "log",
            "log-format",
            "workers",
            "inbox-seconds",
            "settle-seconds",
            "outbound-seconds",
            "video-megabytes",
            "metrics-token",
            "trust-proxy",
            "lang",
        ] {
            assert!(help.contains(&format!("--{setting}")), "--{setting} is missing in {language}");
        }
        for command in [
            vec!["setup"],
            vec!["setup", "brand"],
            vec!["setup", "teammate"],
            vec!["token", "create"],
            vec!["token", "list"],
            vec!["token", "revoke"],
            vec!["demo"],
            vec!["import", "insights"],
            vec!["import", "brand"],
            vec!["import", "posts"],
            vec!["post"],
            vec!["post", "list"],
            vec!["post", "show"],
            vec!["post", "write"],
            vec!["post", "edit"],
            vec!["post", "check"],
            vec!["post", "schedule"],
            vec!["post", "unschedule"],
            vec!["post", "queue"],
            vec!["post", "now"],
            vec!["post", "hold"],
            vec!["post", "release"],
            vec!["post", "delete"],
            vec!["calendar"],
            vec!["export"],
            vec!["backup"],
            vec!["restore"],
            vec!["analyse"],
            vec!["doctor"],
            vec!["worker"],
            vec!["migrate"],
        ] {
            let asked = [command.as_slice(), &["--lang", language, "--help"]].concat();
            let help = house.run(&asked);
            assert!(help.ok, "{command:?}");
            assert!(!help.out.contains("[cli-"), "{command:?} in {language}: {}", help.out);
        }
    }
}

#[test]
fn what_is_mistyped_is_said_in_words_with_what_to_do() {
    let house = House::new();
    let answer = house.run(&["tokn"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("«\u{a0}tokn\u{a0}» n’est pas une commande"), "{}", answer.err);
    assert!(answer.err.contains("--help"));
    let answer = house.run(&["doctor", "--frobnicate"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("--frobnicate"), "{}", answer.err);
}
