//! Writing with help: kept texts, versions, tracked links, who else is there, searching.

use platform::Role;

use crate::support::{App, Browser, LE_FOURNIL};

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

async fn draft(browser: &Browser<'_>, text: &str) -> String {
    let answer = browser.post(&at("posts/new"), &[("text", text), ("do", "draft")]).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    answer.location()
}

#[tokio::test]
async fn kept_texts_are_put_in_a_post_without_script() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let tags = [("kind", "hashtags"), ("name", "Noël"), ("text", "noel, buche #noel")];
        let answer = louise.post(&at("templates"), &tags).await;
        let page = louise.follow(answer).await;
        assert!(page.says("#noel #buche"), "{page:?}");
        let refused = louise.post(&at("templates"), &[("kind", "text"), ("name", "")]).await;
        assert!(refused.status == 422 && refused.says("Donnez un nom"), "{refused:?}");
        let composer = louise.get(&at("posts/new")).await;
        let id = composer.between("name=\"insert\" value=\"", "\"").to_owned();
        let fields = [("text", "La bûche est là"), ("insert", id.as_str())];
        let answer = louise.post(&at("posts/new"), &fields).await;
        let page = louise.follow(answer).await;
        assert!(page.text.contains("La bûche est là\n\n#noel #buche"), "{page:?}");
        let answer = louise.post(&at(&format!("templates/{id}/removal")), &[]).await;
        assert!(!louise.follow(answer).await.text.contains("#noel #buche"));
        louise.post(&at(&format!("templates/{id}/removal/end")), &[]).await;
        assert!(louise.get(&at("templates")).await.says("#noel #buche"));
    }
}

#[tokio::test]
async fn versions_show_what_changed_and_one_is_restored() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let ines = app.joins("ines", Role::CommunityManager, &louise).await;
        let post = draft(&louise, "La bûche de Noël").await;
        let page = ines.get(&post).await;
        let version = page.between("name=\"version\" value=\"", "\"").to_owned();
        let fields = [("version", version.as_str()), ("text", "La galette de Noël")];
        assert_eq!(ines.post(&post, &fields).await.status, 303);
        let versions = louise.get(&format!("{post}/versions")).await;
        assert!(versions.text.contains("<del>bûche</del>"), "{versions:?}");
        assert!(versions.text.contains("<ins>galette</ins>") && versions.says("ines"));
        let first = versions.between("/versions/", "/restoration").to_owned();
        let answer = louise.post(&format!("{post}/versions/{first}/restoration"), &[]).await;
        let page = louise.follow(answer).await;
        assert!(page.says("La bûche de Noël") && page.says("Version restaurée"), "{page:?}");
    }
}

#[tokio::test]
async fn a_conflict_is_merged_text_by_text() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let post = draft(&louise, "Le début").await;
    let version = "0".to_owned();
    let stale = [("version", version.as_str()), ("text", "Ma suite")];
    let conflict = louise.post(&post, &stale).await;
    assert!(conflict.status == 409 && conflict.text.contains("<ins>"), "{conflict:?}");
    let version = conflict.between("name=\"version\" value=\"", "\"").to_owned();
    let both = [
        ("version", version.as_str()),
        ("text", "Ma suite"),
        ("theirs-text", "Le début"),
        ("keep-text", "both"),
    ];
    assert_eq!(louise.post(&post, &both).await.status, 303);
    assert!(louise.get(&post).await.text.contains("Ma suite\n\nLe début"));
}

#[tokio::test]
async fn what_someone_saved_meanwhile_is_said_while_one_types() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let post = draft(&louise, "Le début").await;
    let stale = [("version", "0"), ("text", "Ma suite")];
    let met = louise.post(&format!("{post}/draft"), &stale).await;
    assert_eq!(met.status, 409, "{met:?}");
    assert!(
        met.text.contains("Comparer les deux textes") && !met.text.contains("<html"),
        "{met:?}"
    );
}

#[tokio::test]
async fn a_conflict_loses_nothing_of_what_goes_beside_the_texts() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let post = draft(&louise, "La bûche").await;
    let page = louise.get(&post).await;
    let first = page.between("name=\"version\" value=\"", "\"").to_owned();
    let theirs = [
        ("version", first.as_str()),
        ("text", "La bûche"),
        ("extras", "1"),
        ("part", "Sa suite"),
        ("first-comment", "Son commentaire"),
    ];
    assert_eq!(louise.post(&post, &theirs).await.status, 303);
    let stale =
        [("version", first.as_str()), ("text", "La bûche"), ("extras", "1"), ("part", "Ma suite")];
    let conflict = louise.post(&post, &stale).await;
    assert!(conflict.status == 409, "{conflict:?}");
    assert!(conflict.says("Suite du fil") && conflict.says("Sa suite"), "{conflict:?}");
    let version = conflict.between("name=\"version\" value=\"", "\"").to_owned();
    let beside = conflict.between("name=\"theirs-beside\" value=\"", "\"");
    let beside = beside.replace("&quot;", "\"").replace("&amp;", "&");
    let kept = [
        ("version", version.as_str()),
        ("text", "La bûche"),
        ("extras", "1"),
        ("part", "Ma suite"),
        ("theirs-beside", &beside),
        ("keep-thread", "both"),
        ("keep-comment", "theirs"),
    ];
    assert_eq!(louise.post(&post, &kept).await.status, 303);
    let page = louise.get(&post).await;
    assert!(page.says("Ma suite") && page.says("Sa suite"), "{page:?}");
    assert!(page.says("Son commentaire"), "{page:?}");
}

#[tokio::test]
async fn a_long_text_is_cut_in_a_thread_and_shown_as_one() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let fields = [("text", "Un. Deux."), ("extras", "1"), ("part", "Trois."), ("split", "1")];
    let answer = louise.post(&at("posts/new"), &fields).await;
    let page = louise.follow(answer).await;
    // No account asks for less: it stays one text, and the thread stays.
    assert!(page.says("Un. Deux.") && page.says("Trois."), "{page:?}");
}

#[tokio::test]
async fn two_people_see_each_other_and_posts_are_found_by_their_words() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let ines = app.joins("ines", Role::CommunityManager, &louise).await;
        let post = draft(&louise, "La bûche de Noël").await;
        draft(&louise, "Le four est chaud").await;
        ines.post(&format!("{post}/presence"), &[("version", "9")]).await;
        let seen = louise.post(&format!("{post}/presence"), &[("version", "0")]).await;
        assert!(seen.says("ines écrit aussi ici") && seen.says("Une autre version"), "{seen:?}");
        assert!(louise.get(&post).await.says("ines écrit aussi ici"));
        ines.post(&format!("{post}/presence/end"), &[]).await;
        assert!(!louise.get(&post).await.says("écrit aussi ici"));

        let found = louise.get(&at("posts?q=BUCHE+noel")).await;
        assert!(found.says("La bûche de Noël") && !found.says("Le four est chaud"), "{found:?}");
        let none = louise.get(&at("posts?q=galette")).await;
        assert!(none.says("Aucune publication ne correspond"), "{none:?}");
    }
}

#[tokio::test]
async fn links_say_where_visits_come_from_once_the_brand_asks() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let fields = [("on", "on"), ("medium", "soc ial")];
    let refused = louise.post(&at("settings/links"), &fields).await;
    assert!(refused.status == 422 && refused.says("Seulement des lettres"), "{refused:?}");
    let fields = [("on", "on"), ("medium", "social"), ("domains", "fournil.fr")];
    assert_eq!(louise.post(&at("settings/links"), &fields).await.status, 303);
    let page = louise.get(&at("settings/links")).await;
    assert!(page.says("fournil.fr") && page.text.contains("checked"), "{page:?}");
}
