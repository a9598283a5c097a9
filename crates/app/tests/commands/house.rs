use crate::process::House;

#[test]
fn a_house_is_set_up_once_without_a_browser() {
    let house = House::set_up();
    let again = house.with_input(
        &[
            "setup",
            "--organization",
            "Autre",
            "--brand",
            "Autre",
            "--name",
            "Bo",
            "--email",
            "bo@example.org",
            "--password-stdin",
        ],
        "un autre mot de passe 2\n",
    );
    assert!(!again.ok);
    assert!(again.err.contains("déjà préparé"), "{}", again.err);
    let brand = house.json(&["setup", "brand", "--name", "Second", "--json"]);
    assert_eq!(brand["brand"], "second");
    let joined = house.with_input(
        &[
            "setup",
            "teammate",
            "--brand",
            "second",
            "--name",
            "Bo",
            "--email",
            "bo@example.org",
            "--role",
            "manager",
            "--password-stdin",
            "--json",
        ],
        "un autre mot de passe 2\n",
    );
    assert!(joined.ok, "{}", joined.err);
    assert!(joined.out.contains("\"manager\""));
}

#[test]
fn a_weak_password_is_refused_and_nothing_is_made() {
    let house = House::new();
    let answer = house.with_input(
        &[
            "setup",
            "--organization",
            "M",
            "--brand",
            "B",
            "--name",
            "A",
            "--email",
            "a@example.org",
            "--password-stdin",
        ],
        "court\n",
    );
    assert!(!answer.ok);
    assert!(answer.err.contains("mot de passe"), "{}", answer.err);
    assert!(house.run(&["token", "list"]).err.contains("pas encore préparé"));
}

#[test]
fn a_token_is_shown_once_listed_and_revoked() {
    let house = House::set_up();
    let made = house.json(&[
        "token",
        "create",
        "--name",
        "essai",
        "--scopes",
        "posts:read,posts:write",
        "--days",
        "3",
        "--json",
    ]);
    let secret = made["secret"].as_str().unwrap();
    assert!(secret.starts_with("pv_"));
    let listed = house.json(&["token", "list", "--json"]);
    assert_eq!(listed[0]["name"], "essai");
    assert!(!listed.to_string().contains(secret));
    let id = made["id"].as_str().unwrap();
    assert!(house.run(&["token", "revoke", id]).ok);
    assert!(!house.run(&["token", "revoke", id]).ok);
    let wrong = house.run(&["token", "create", "--name", "x", "--scopes", "posts:fly"]);
    assert!(wrong.err.contains("posts:fly") && wrong.err.contains("posts:read"), "{}", wrong.err);
}

#[test]
fn the_doctor_says_what_is_well_and_what_is_not() {
    let house = House::set_up();
    let well = house.json(&["doctor", "--offline", "--json"]);
    assert_eq!(well["level"], "warn", "{well}");
    std::fs::write(house.data().join("parvis.key"), "00").unwrap();
    let answer = house.run(&["doctor", "--offline", "--json"]);
    assert_eq!(answer.code, 1, "{}", answer.out);
    assert!(answer.out.contains("64 chiffres"), "{}", answer.out);
}
