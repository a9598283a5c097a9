//! The queue and what comes back, on screen.

use platform::Role;

use crate::posts::account;
use crate::support::{App, Browser, LE_FOURNIL};

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

async fn post(louise: &Browser<'_>, channel: &str, text: &str, press: &str) -> String {
    let form = [("text", text), ("channel", channel), ("do", press)];
    let answer = louise.post(&at("posts/new"), &form).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    answer.location()
}

#[tokio::test]
async fn a_post_written_and_queued_says_when_and_leaves_again_with_undo() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let form = [("day", "2"), ("day", "4"), ("time", "09:00"), ("channel", &channel)];
        let added = louise.post(&at("queue/slots"), &form).await;
        let page = louise.follow(added).await;
        assert!(page.says("2 créneaux ajoutés") && page.says("9 h"), "{page:?}");
        let composer = louise.get(&at("posts/new")).await;
        assert!(composer.says("Mettre dans la file"), "{composer:?}");
        assert!(composer.says("Prochain créneau libre : mardi 24 novembre à 9 h"), "{composer:?}");
        let place = post(&louise, &channel, "La bûche du mardi", "queue").await;
        let page = louise.get(&place).await;
        assert!(page.says("Dans la file, pour mardi 24 novembre à 9 h"), "{page:?}");
        let queue = louise.get(&at("queue")).await;
        assert!(queue.says("Une publication attend") && queue.says("La bûche du mardi"));
        let id = queue.between("name=\"post\" value=\"", "\"").to_owned();
        let form = [("post", id.as_str()), ("way", "later")];
        let moved = louise.post(&at("queue/order"), &form).await;
        assert!(louise.follow(moved).await.says("Déplacée : jeudi 26 novembre à 9 h"));
        let left = louise.post(&at(&format!("posts/{id}/queue/end")), &[]).await;
        let page = louise.follow(left).await;
        assert!(page.says("Retirée de la file") && page.says("Rien n’attend"), "{page:?}");
        let undo = page.between("/queue/changes/", "/end").to_owned();
        let undone = louise.post(&at(&format!("queue/changes/{undo}/end")), &[]).await;
        let page = louise.follow(undone).await;
        assert!(page.says("C’est annulé") && page.says("La bûche du mardi"), "{page:?}");
    }
}

#[tokio::test]
async fn a_slot_that_goes_says_what_became_of_what_was_in_it() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let form = [("day", "2"), ("time", "09:00"), ("channel", &channel)];
        louise.post(&at("queue/slots"), &form).await;
        post(&louise, &channel, "Seule", "queue").await;
        let page = louise.get(&at("queue/slots")).await;
        let id = page.between("/queue/slots/", "\"").to_owned();
        let form = [("weekday", "3"), ("time", "10:30"), ("channel", &channel)];
        let changed = louise.post(&at(&format!("queue/slots/{id}")), &form).await;
        assert!(louise.follow(changed).await.says("Une publication a suivi"));
        let removed = louise.post(&at(&format!("queue/slots/{id}/removal")), &[]).await;
        let page = louise.follow(removed).await;
        assert!(page.says("elle garde son heure, hors de la file"), "{page:?}");
    }
}

#[tokio::test]
async fn what_cannot_be_queued_is_kept_and_says_why() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let channel = account(&louise).await;
    let form = [("text", "Sans créneau"), ("channel", channel.as_str()), ("do", "queue")];
    let page = louise.post(&at("posts/new"), &form).await;
    assert_eq!(page.status, 422, "{page:?}");
    assert!(page.says("La marque n’a pas encore de créneaux") && page.says("Sans créneau"));
}

#[tokio::test]
async fn a_post_comes_back_each_week_one_date_is_skipped_and_it_ends() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let channel = account(&louise).await;
        let mut form = vec![
            ("text", "Mardi seigle"),
            ("text", "Le seigle du mardi"),
            ("channel", channel.as_str()),
            ("kind", "weeks"),
            ("on", "2"),
            ("every", "1"),
            ("time", "09:00"),
            ("start", "2026-11-22"),
            ("ends", "never"),
        ];
        let begun = louise.post(&at("queue/recurring/new"), &form).await;
        let one = begun.location();
        let page = louise.follow(begun).await;
        assert!(page.says("Chaque semaine, mardi, à 9 h") && page.says("Prête"), "{page:?}");
        let queue = louise.get(&at("posts")).await;
        assert!(queue.says("Mardi seigle") && queue.says("Le seigle du mardi"), "{queue:?}");
        let skipped = louise.post(&format!("{one}/skips"), &[("at", "2026-11-24T09:00:00")]).await;
        assert!(louise.follow(skipped).await.says("Passée : mardi 24 novembre à 9 h"));
        let ended = louise.post(&format!("{one}/end"), &[("withdraw", "on")]).await;
        let page = louise.follow(ended).await;
        assert!(page.says("Une publication déjà prête a été retirée"), "{page:?}");
        form.retain(|(name, _)| *name != "text");
        let nothing = louise.post(&at("queue/recurring/new"), &form).await;
        assert_eq!(nothing.status, 422);
        assert!(nothing.says("Écrivez au moins un texte"), "{nothing:?}");
    }
}

#[tokio::test]
async fn a_brand_without_figures_is_told_that_they_are_too_few() {
    let app = App::start().await;
    let louise = app.set_up().await;
    account(&louise).await;
    let page = louise.get(&at("queue/times")).await;
    assert!(page.says("Aucune publication mesurée"), "{page:?}");
    let slots = louise.get(&at("queue/slots")).await;
    assert!(slots.says("De quoi commencer, rien de plus"), "{slots:?}");
    let added = louise.post(&at("queue/proposal"), &[]).await;
    assert!(louise.follow(added).await.says("3 créneaux ajoutés"));
    let ines = app.joins("ines", Role::Contributor, &louise).await;
    let refused = ines.post(&at("queue/shuffle"), &[]).await;
    assert_eq!(refused.status, 403, "{refused:?}");
    assert!(!ines.get(&at("queue/slots")).await.says("Ajouter des créneaux"));
}
