//! A launch from its plan to its drafts, the balance and what it proposes, and advice.

use platform::Role;

use crate::support::{App, Browser, LE_FOURNIL};

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

/// A launch on 15 December; its address.
async fn launch(louise: &Browser<'_>) -> String {
    let form = [
        ("name", "La bûche de Noël"),
        ("kind", "launch"),
        ("colour", "#2e6f73"),
        ("day", "2026-12-15"),
        ("about", "Marrons d’Ardèche."),
        ("plan", "1"),
    ];
    let answer = louise.post(&at("campaigns"), &form).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    answer.location()
}

#[tokio::test]
async fn a_launch_is_planned_prepared_moved_put_away_and_brought_back() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let empty = louise.get(&at("campaigns")).await;
        assert!(empty.says("Aucune campagne"), "{empty:?}");
        let campaign = launch(&louise).await;
        let page = louise.get(&campaign).await;
        for said in
            ["J-14", "Jour J", "J+14", "mardi 1er décembre à 18 h", "Préparer les 9 brouillons"]
        {
            assert!(page.says(said), "{said}: {page:?}");
        }
        let answer = louise.post(&format!("{campaign}/drafts"), &[]).await;
        let page = louise.follow(answer).await;
        assert!(page.says("9 brouillons préparés"), "{page:?}");
        assert!(!page.says("à préparer"), "{page:?}");
        let answer = louise.post(&format!("{campaign}/drafts"), &[]).await;
        let again = louise.follow(answer).await;
        assert!(again.says("Tout était déjà préparé"), "{again:?}");

        let answer = louise.post(&format!("{campaign}/day"), &[("day", "2026-12-18")]).await;
        let page = louise.follow(answer).await;
        assert!(page.says("9 brouillons ont suivi"), "{page:?}");
        assert!(page.says("vendredi 4 décembre à 18 h"), "{page:?}");
        let wrong = louise.post(&format!("{campaign}/day"), &[("day", "demain")]).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.says("Ce n’est pas une date"), "{wrong:?}");

        let post = format!("0{}", page.between("/posts/0", "\""));
        let composer = louise.get(&at(&format!("posts/{post}"))).await;
        assert!(composer.says("Montrez un détail, sans tout dire"), "the brief is in sight");

        let answer = louise.post(&format!("{campaign}/archive"), &[]).await;
        let list = louise.follow(answer).await;
        assert!(list.says("1 campagne rangée") && list.says("9 brouillons"), "{list:?}");
        let answer = louise.post(&format!("{campaign}/removal"), &[]).await;
        let list = louise.follow(answer).await;
        assert!(list.says("Aucune campagne"), "{list:?}");
        let answer = louise.post(&format!("{campaign}/removal/end"), &[]).await;
        assert!(louise.follow(answer).await.says("La bûche de Noël"));
    }
}

#[tokio::test]
async fn a_step_is_added_changed_and_taken_out_with_its_errors_beside_their_fields() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let campaign = launch(&louise).await;
    let step = [
        ("phase", "follow_up"),
        ("days", "30"),
        ("time", "08:15"),
        ("brief", "Un mois après : ce qui reste"),
        ("opening", ""),
        ("format", "image"),
    ];
    let answer = louise.post(&format!("{campaign}/steps"), &step).await;
    let page = louise.follow(answer).await;
    assert!(page.says("J+30") && page.says("Un mois après"), "{page:?}");
    assert!(page.says("10 étapes"), "the tile counts it: {page:?}");
    let mut wrong = step;
    wrong[1] = ("days", "beaucoup");
    wrong[3] = ("brief", "");
    let refused = louise.post(&format!("{campaign}/steps"), &wrong).await;
    assert_eq!(refused.status, 422);
    assert!(refused.says("Un nombre de jours"), "{refused:?}");
}

#[tokio::test]
async fn the_name_of_a_campaign_is_its_own_and_a_refused_form_comes_back_filled() {
    let app = App::start().await;
    let louise = app.set_up().await;
    launch(&louise).await;
    let form = [("name", "la buche de noel"), ("kind", "theme"), ("colour", "#112233")];
    let refused = louise.post(&at("campaigns"), &form).await;
    assert_eq!(refused.status, 422);
    assert!(refused.says("Une autre campagne porte ce nom"), "{refused:?}");
    assert!(refused.text.contains("la buche de noel"));
}

#[tokio::test]
async fn a_reader_sees_a_campaign_and_changes_nothing() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let campaign = launch(&louise).await;
    let reader = app.joins("ines", Role::ReadOnly, &louise).await;
    let page = reader.get(&campaign).await;
    assert_eq!(page.status, 200);
    assert!(!page.says("Préparer les 9 brouillons"), "{page:?}");
    let before = app.rows(&["campaign", "campaign_step", "post"]).await;
    for path in ["day", "drafts", "plan", "archive", "removal"] {
        let answer = reader.post(&format!("{campaign}/{path}"), &[("day", "2026-12-20")]).await;
        assert_eq!(answer.status, 403, "{path}: {answer:?}");
    }
    assert_eq!(app.rows(&["campaign", "campaign_step", "post"]).await, before);
}

#[tokio::test]
async fn the_figures_of_a_campaign_are_a_file_that_says_what_is_not_known_by_nothing() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let campaign = launch(&louise).await;
    let file = louise.get(&format!("{campaign}/figures")).await;
    assert_eq!(file.status, 200);
    assert!(file.text.starts_with("\u{feff}publication,published_at,network"), "{file:?}");
    assert!(file.text.contains("engagement_by_reach"));
    let named = file.headers["content-disposition"].to_str().unwrap();
    assert!(named.contains("la-buche-de-noel.csv"), "{named}");
}

#[tokio::test]
async fn the_balance_counts_what_is_planned_and_leads_to_the_composer_with_all_chosen() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let empty = louise.get(&at("mix")).await;
        assert!(empty.says("Rien sur cette période"), "{empty:?}");
        let campaign = launch(&louise).await;
        louise.post(&format!("{campaign}/drafts"), &[]).await;
        let page = louise.get(&at("mix?period=quarter")).await;
        assert!(page.says("9 brouillons datés"), "{page:?}");
        assert!(page.says("9 sur 9") && page.says("Sans thème"), "small numbers stay numbers");
        assert!(page.says("ne sont que des mots ou un lien"), "{page:?}");
        let way = page.between("posts/new?", "\"").replace("&amp;", "&");
        let composer = louise.get(&at(&format!("posts/new?{way}"))).await;
        assert!(composer.says("Proposé par l’équilibre : Une image"), "{composer:?}");
    }
}

#[tokio::test]
async fn a_campaign_s_button_begins_a_post_of_it() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let campaign = launch(&louise).await;
    let id = campaign.rsplit('/').next().unwrap();
    let composer = louise.get(&at(&format!("posts/new?campaign={id}"))).await;
    assert!(composer.text.contains(&format!("value=\"{id}\" selected")), "{composer:?}");
}

#[tokio::test]
async fn advice_names_each_reason_and_where_it_comes_from() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let page = louise.get(&at("advice")).await;
    assert!(page.says("Décrivez l’information"), "{page:?}");
    let asked = "advice?length=long&media=nothing&urgency=days&audience=professionals";
    let page = louise.get(&at(asked)).await;
    assert!(page.says("Vous n’avez pas encore de compte"), "{page:?}");
    assert!(page.says("On lit les longs textes sur LinkedIn"), "{page:?}");
    assert!(page.says("Article 3, le média idéal"), "{page:?}");
    assert!(page.says("Vos propres résultats n’entrent pas en compte"), "{page:?}");
}
