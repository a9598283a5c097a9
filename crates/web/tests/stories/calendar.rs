//! The calendar, full and moved about.

use crate::support::{App, LE_FOURNIL};

#[tokio::test]
async fn a_month_of_ten_thousand_publications_is_shown_with_right_counts_and_few_chips() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let mut tx = app.engine.begin().await.unwrap();
    // Ten thousand publications of a thousand posts, ten channels each, over 20 days.
    for statement in [
        "INSERT INTO post (id, brand_id, text, state, source, created_at, updated_at)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
         SELECT CAST(printf('post%012d', i) AS BLOB), (SELECT MIN(id) FROM brand), 'Fournée', 'scheduled', 'written', 0, 0 FROM n",
        "INSERT INTO channel (id, brand_id, network, network_name, server, remote_account_id, handle, name, mode, state, limits, created_at)
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
         SELECT CAST(printf('chan%012d', i) AS BLOB), (SELECT MIN(id) FROM brand), 'assisted', 'Réseau', '', 'r' || i, 'r' || i, 'R', 'assisted', 'connected',
         '{\"text\":{\"unit\":\"graphemes\",\"max\":300},\"images\":4,\"image_bytes\":1,\"image_side\":1,\"image_types\":[],\"alt_text\":9,\"source\":\"\",\"learnt_on\":\"\"}', 0 FROM n",
        "INSERT INTO publication (id, brand_id, channel_id, purpose, post_id, state, due_at, content, created_at, updated_at)
         SELECT CAST(printf('%06d%010d', substr(CAST(c.id AS TEXT), 5) + 0, substr(CAST(p.id AS TEXT), 5) + 0) AS BLOB), p.brand_id, c.id, 'post', p.id, 'planned',
         1796202000000000 + 86400000000 * ((substr(CAST(p.id AS TEXT), 5) + 0) % 20), '{\"text\":\"\"}', 0, 0 FROM post p, channel c",
    ] {
        tx.execute(statement, Vec::new()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let begun = std::time::Instant::now();
    let page = louise.get(&format!("/b/{LE_FOURNIL}/calendar?view=month&date=2026-12-10")).await;
    let took = begun.elapsed();
    assert!(page.says("1 000 publications"), "{page:?}");
    assert!(page.says("47 de plus"), "fifty a day, three shown: {page:?}");
    assert!(page.text.len() < 200_000, "{} bytes", page.text.len());
    assert!(took.as_secs() < 3, "{took:?} even without optimisation");
}
