//! Bringing exports of insights in, through the screens.

use platform::Role;

use crate::support::{Answer, App, Browser, LE_FOURNIL};

const META: &str = "Post ID,Page ID,Publish time,Description,Post type,Reactions,Comments,Shares,Total clicks,Reach\n\
    101,7,11/06/2026 08:00,Notre levain a 12 ans,Photos,99,17,23,1248,12480\n\
    102,7,11/07/2026 09:30,\"La bûche, au café\",Links,4,,1,beaucoup,310\n\
    103,7,11/08/2026 09:30,Douze amis,Photos,2,1,0,0,12\n";

fn url(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

async fn send(browser: &Browser<'_>, name: &str, bytes: &[u8]) -> Answer {
    browser.upload(&url("imports"), &[], "file", (name, "text/csv", bytes)).await
}

/// Every choice of the mapping screen, as it is shown.
fn choices(page: &Answer) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for select in page.text.split("<select").skip(1) {
        let select = select.split("</select>").next().unwrap();
        let name = select.split("name=\"").nth(1).unwrap().split('"').next().unwrap();
        let chosen = select.split("<option").find(|option| option.contains(" selected"));
        let value = chosen.and_then(|option| option.split("value=\"").nth(1));
        let value = value.map_or("", |rest| rest.split('"').next().unwrap());
        fields.push((name.to_owned(), value.to_owned()));
    }
    fields
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// The page of an import once it is no more under way.
async fn ended(browser: &Browser<'_>, address: &str) -> Answer {
    for _ in 0..400 {
        let page = browser.get(address).await;
        if page.text.contains("class=\"tiles\"") {
            return page;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    panic!("the import did not end: {:?}", browser.get(address).await);
}

/// Uploads, confirms as proposed, and waits.
pub async fn import(browser: &Browser<'_>, name: &str, bytes: &[u8]) -> String {
    let answer = send(browser, name, bytes).await;
    let address = answer.location();
    let page = browser.follow(answer).await;
    assert_eq!(page.status, 200, "{page:?}");
    let answer = browser.post(&format!("{address}/run"), &borrowed(&choices(&page))).await;
    assert_eq!(answer.location(), address, "{answer:?}");
    ended(browser, &address).await;
    address
}

#[tokio::test]
async fn an_export_is_recognised_previewed_imported_and_undone() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let answer = send(&louise, "C:\\louise\\octobre.csv", META.as_bytes()).await;
        assert_eq!(answer.status, 303, "{answer:?}");
        let address = answer.location();
        let page = louise.follow(answer).await;
        assert!(page.says("Reconnu\u{a0}: Meta Business Suite, Facebook"), "{page:?}");
        assert!(page.says("octobre.csv") && !page.says("louise\\octobre"), "{page:?}");
        assert!(page.says("Notre levain a 12 ans") && page.says("12\u{202f}480"), "{page:?}");
        assert!(page.says("beaucoup"), "the preview shows what it can't read: {page:?}");
        let answer = louise.post(&format!("{address}/run"), &borrowed(&choices(&page))).await;
        assert_eq!(answer.location(), address);
        let page = ended(&louise, &address).await;
        assert!(page.says("1 case n’a pas pu être lue"), "{page:?}");
        assert!(
            page.says("Ligne 3")
                && page.says("Total clicks")
                && page.says("Ce n’est pas un nombre")
        );
        let list = louise.get(&url("imports")).await;
        assert!(list.says("octobre.csv") && list.says("Importé"), "{list:?}");
        let posts = louise.get(&url("measures")).await;
        assert!(posts.says("Douze amis") && posts.says("3 sur 12"), "{posts:?}");
        assert!(posts.says("non connu") && posts.says("11,1\u{202f}%"), "{posts:?}");
        let page = louise.follow(louise.post(&format!("{address}/removal"), &[]).await).await;
        assert!(page.says("Cet import a été annulé"), "{page:?}");
        assert!(louise.get(&url("measures")).await.says("Rien à mesurer"));
        let again = louise.post(&format!("{address}/removal"), &[]).await;
        assert_eq!(again.status, 409, "{again:?}");
    }
}

#[tokio::test]
async fn importing_the_same_file_twice_changes_nothing() {
    let app = App::start().await;
    let louise = app.set_up().await;
    import(&louise, "a.csv", META.as_bytes()).await;
    let address = import(&louise, "a.csv", META.as_bytes()).await;
    let page = louise.get(&address).await;
    let unchanged = page.text.split("Inchangées").nth(1).unwrap();
    assert!(unchanged.contains("\"tile-value\">3<"), "{page:?}");
}

#[tokio::test]
async fn columns_nobody_knows_are_matched_by_hand() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let file = "Quoi;Gens;Coeurs\nPain;1200;40\nBrioche;900;31\n";
    let answer = send(&louise, "maison.csv", file.as_bytes()).await;
    let address = answer.location();
    let page = louise.follow(answer).await;
    assert!(page.says("Aucune colonne de chiffres n’a été reconnue"), "{page:?}");
    let mut fields = choices(&page);
    let refused = louise.post(&format!("{address}/run"), &borrowed(&fields)).await;
    assert_eq!(refused.status, 422, "{refused:?}");
    assert!(refused.says("Aucun chiffre n’a de colonne"), "{refused:?}");
    for (name, value) in &mut fields {
        match name.as_str() {
            "column-text" => *value = "0".to_owned(),
            "column-reach_total" => *value = "1".to_owned(),
            "column-reactions" => *value = "2".to_owned(),
            _ => {}
        }
    }
    let page =
        louise.follow(louise.post(&format!("{address}/plan"), &borrowed(&fields)).await).await;
    assert!(page.says("Brioche") && page.says("1\u{202f}200"), "{page:?}");
    fields.push(("column-clicks".to_owned(), "99".to_owned()));
    fields.retain(|(name, value)| name != "column-clicks" || value == "99");
    let refused = louise.post(&format!("{address}/plan"), &borrowed(&fields)).await;
    assert_eq!(refused.status, 422, "{refused:?}");
    fields.retain(|(name, _)| name != "column-clicks");
    fields
        .iter_mut()
        .filter(|(name, _)| name == "zone")
        .for_each(|(_, zone)| *zone = "Lune/Mer".to_owned());
    let refused = louise.post(&format!("{address}/run"), &borrowed(&fields)).await;
    assert!(refused.says("Ce fuseau horaire n’existe pas"), "{refused:?}");
}

#[tokio::test]
async fn files_that_are_no_export_are_refused_with_what_to_do() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let picture = [b"\x89PNG\r\n\x1a\n".as_slice(), &[0, 1, 2, 3, 255, 254].repeat(40)].concat();
    let days = "Date,Impressions,New follows,Unfollows\n2026-11-01,12,1,0\n";
    let wide = format!("{}\n{}\n", "a,".repeat(2_500), "1,".repeat(2_500));
    let files: [(&str, &[u8], &str); 6] = [
        ("vide.csv", b"", "aucune ligne"),
        ("seul.csv", b"Post ID,Reach\n", "aucune ligne"),
        ("photo.csv", &picture, "n’est pas un tableau"),
        ("faux.xlsx", b"PK\x03\x04 rien", "abîmé ou protégé"),
        ("jours.csv", days.as_bytes(), "des jours du compte"),
        ("large.csv", wide.as_bytes(), "colonnes"),
    ];
    for (name, bytes, words) in files {
        let page = send(&louise, name, bytes).await;
        assert_eq!(page.status, 422, "{name}: {page:?}");
        assert!(page.says(words), "{name}: {page:?}");
    }
    let none =
        louise.upload(&url("imports"), &[], "file", ("", "application/octet-stream", b"")).await;
    assert!(none.status == 422 && none.says("Choisissez un fichier"), "{none:?}");
    let heavy = vec![b'a'; 51 * 1024 * 1024];
    let page = send(&louise, "lourd.csv", &heavy).await;
    assert!(page.status == 422 && page.says("trop grand"), "{page:?}");
    assert_eq!(app.rows(&["insights_import"]).await, "", "nothing is kept of what was refused");
}

#[tokio::test]
async fn who_may_not_import_sees_the_list_and_changes_nothing() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let address = import(&louise, "a.csv", META.as_bytes()).await;
    let ines = app.joins("ines", Role::ReadOnly, &louise).await;
    let list = ines.get(&url("imports")).await;
    assert!(list.status == 200 && !list.text.contains("imports/new"), "{list:?}");
    let before = app.rows(&["insights_import", "measured_post"]).await;
    assert_eq!(ines.get(&url("imports/new")).await.status, 403);
    assert_eq!(send(&ines, "b.csv", META.as_bytes()).await.status, 403);
    assert_eq!(ines.post(&format!("{address}/removal"), &[]).await.status, 403);
    assert_eq!(ines.post(&format!("{address}/run"), &[]).await.status, 403);
    let stranger = app.stranger().await;
    assert_eq!(stranger.get(&address).await.status, 404);
    let theirs = address.replace(LE_FOURNIL, "autre-marque");
    assert_eq!(stranger.get(&theirs).await.status, 404);
    for verb in ["plan", "run", "removal"] {
        let answer = stranger.post(&format!("{theirs}/{verb}"), &[]).await;
        assert_eq!(answer.status, 404, "{verb}: {answer:?}");
    }
    assert_eq!(app.rows(&["insights_import", "measured_post"]).await, before);
}
