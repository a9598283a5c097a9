use crate::process::{House, text};

#[test]
fn a_backup_made_while_parvis_runs_is_put_back_and_the_replaced_is_kept() {
    let house = House::set_up();
    let archive = house.beside("sauvegarde.zip");
    let serving = house.serve();
    let made = house.json(&["backup", text(&archive), "--with-key", "--json"]);
    assert_eq!(made["with_key"], true);
    // Nothing is put back under a running Parvis, nor written over a file.
    assert!(house.run(&["restore", text(&archive)]).err.contains("utilise déjà"));
    assert!(house.run(&["backup", text(&archive)]).err.contains("existe déjà"));
    serving.kill();
    assert!(house.run(&["setup", "brand", "--name", "Trop tard"]).ok);
    let restored = house.json(&["restore", text(&archive), "--json"]);
    let kept = restored["kept"].as_str().unwrap();
    assert!(std::path::Path::new(kept).join("parvis.db").exists());
    // What came after the backup is gone, and the rest works.
    assert!(house.run(&["token", "create", "--name", "x"]).ok);
    assert_eq!(house.json(&["doctor", "--offline", "--json"])["level"], "warn");
}

#[test]
fn a_backup_without_the_key_says_so() {
    let house = House::set_up();
    let answer = house.run(&["backup", text(&house.beside("b.zip"))]);
    assert!(answer.out.contains("La clé n’y est pas"), "{}", answer.out);
    std::fs::write(house.beside("faux.zip"), "pas un zip").unwrap();
    let answer = house.run(&["restore", text(&house.beside("faux.zip"))]);
    assert!(answer.err.contains("pas une sauvegarde"), "{}", answer.err);
}

#[test]
fn a_brand_taken_out_comes_in_beside_the_one_it_was() {
    let house = House::set_up();
    house.json(&["demo", "--json"]);
    let archive = house.beside("louise.zip");
    let out = house.json(&["export", text(&archive), "--brand", "le-fournil-de-louise", "--json"]);
    assert!(out["holds"]["publication"].as_i64().unwrap() > 120);
    let brought = house.json(&["import", "brand", text(&archive), "--json"]);
    let slug = brought["brand"].as_str().unwrap();
    let again = house.json(&["export", text(&house.beside("encore")), "--brand", slug, "--json"]);
    for kind in [
        "post",
        "publication",
        "publication_step",
        "message",
        "figure_snapshot",
        "media",
        "media files",
    ] {
        assert_eq!(out["holds"][kind], again["holds"][kind], "{kind}");
    }
    // Nothing of it goes out by itself.
    let text = std::fs::read_to_string(house.beside("encore").join("publication.jsonl")).unwrap();
    assert!(!text.contains("\"state\":\"planned\""));
    let channels = std::fs::read_to_string(house.beside("encore").join("channel.jsonl")).unwrap();
    assert!(!channels.contains("\"credentials\""));
}

#[test]
fn an_export_of_insights_is_imported_once() {
    let house = House::set_up();
    let file = house.beside("facebook.csv");
    let rows = "Post ID,Description,Publish time,Reach,Reactions,Comments,Shares\n\
                1,Bonjour,10/02/2026 09:00,120,12,3,\n2,Encore,10/09/2026 18:30,,7,0,1\n";
    std::fs::write(&file, rows).unwrap();
    let given = ["import", "insights", text(&file), "--network", "facebook"];
    let plan = house.json(&[&given[..], &["--dry-run", "--json"]].concat());
    assert_eq!(plan["rows"], 2);
    let first = house.json(&[&given[..], &["--json"]].concat());
    assert_eq!(first["imported"], 2, "{first}");
    let second = house.json(&[&given[..], &["--json"]].concat());
    assert_eq!((&second["imported"], &second["unchanged"]), (&0.into(), &2.into()), "{second}");
}
