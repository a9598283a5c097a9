use std::time::Instant;

use crate::process::House;

#[test]
fn the_demonstration_comes_once_and_leaves_nothing() {
    let house = House::set_up();
    let began = Instant::now();
    let added = house.json(&["demo", "--json"]);
    assert_eq!(added["brand"], "le-fournil-de-louise");
    assert!(began.elapsed().as_secs() < 40, "{:?}", began.elapsed());
    let again = house.json(&["demo", "--json"]);
    assert_eq!(again["outcome"], "there");
    let database = rusqlite::Connection::open(house.data().join("parvis.db")).unwrap();
    let count = |text: &str| database.query_row(text, [], |row| row.get::<_, i64>(0)).unwrap();
    assert!(count("SELECT COUNT(*) FROM publication WHERE state = 'published'") > 120);
    assert!(count("SELECT COUNT(*) FROM conversation WHERE waiting_since IS NOT NULL") >= 6);
    assert!(count("SELECT COUNT(*) FROM conversation WHERE reactions") > 5);
    assert!(count("SELECT COUNT(*) FROM figure_snapshot") > 500);
    // The desk is at work.
    for (what, least) in [
        ("topic", 4),
        ("charter_word", 5),
        ("template", 5),
        ("media_folder", 3),
        ("campaign", 2),
        ("slot", 6),
        ("queue_place", 10),
        ("recurrence", 2),
        ("post_comment", 3),
        ("portal", 1),
        ("feed", 1),
    ] {
        let found = count(&format!("SELECT COUNT(*) FROM {what}"));
        assert!(found >= least, "{found} of {what}");
    }
    for state in ["waiting", "agreed", "refused"] {
        let asked = "SELECT COUNT(*) FROM approval_request WHERE state";
        assert_eq!(count(&format!("{asked} = '{state}'")), 1, "{state}");
    }
    let ideas = "FROM post WHERE state = 'draft' AND deleted_at IS NULL AND wanted_at IS";
    assert!(count(&format!("SELECT COUNT(*) {ideas} NULL")) >= 6);
    assert!(count(&format!("SELECT COUNT(*) {ideas} NOT NULL")) >= 4);
    assert!(count("SELECT COUNT(*) FROM post WHERE extras LIKE '%\"poll\"%'") >= 1);
    assert!(count("SELECT COUNT(*) FROM teammate") == 4);
    // Nothing of it can call out.
    assert_eq!(count("SELECT COUNT(*) FROM channel WHERE mode <> 'assisted'"), 0);
    assert_eq!(
        count(
            "SELECT COUNT(*) FROM publication WHERE state IN ('prepared', 'sending', 'uncertain')"
        ),
        0
    );
    for state in ["planned", "held", "failed", "needs_person"] {
        let found = count(&format!("SELECT COUNT(*) FROM publication WHERE state = '{state}'"));
        assert!(found > 0, "{state}");
    }
    let removed = house.json(&["demo", "--remove", "--json"]);
    assert_eq!(removed["outcome"], "removed");
    assert_eq!(count("SELECT COUNT(*) FROM brand WHERE demo"), 0);
    assert_eq!(count("SELECT COUNT(*) FROM publication"), 0);
    // Nor is anyone left whom it invented.
    assert_eq!(count("SELECT COUNT(*) FROM teammate"), 1);
    let left = walk(&house.data().join("media"));
    assert!(left.is_empty(), "{left:?}");
    // It may come again.
    assert_eq!(house.json(&["demo", "--json"])["outcome"], "done");
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let Ok(inside) = std::fs::read_dir(folder) else { return Vec::new() };
    inside
        .flat_map(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path) } else { vec![path] }
        })
        .collect()
}
