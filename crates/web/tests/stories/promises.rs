//! Promises of answers, from the settings to the list.

use platform::Role;

use super::support::{App, LE_FOURNIL};

fn url(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

/// A week from Monday to Friday, nine to six with a break.
fn office() -> Vec<(String, String)> {
    let mut fields =
        vec![("mode".to_owned(), "week".to_owned()), ("holidays".to_owned(), "france".to_owned())];
    for day in 0..5 {
        for (nth, (from, until)) in [("09:00", "12:00"), ("14:00", "18:00")].into_iter().enumerate()
        {
            fields.push((format!("from-{day}-{nth}"), from.to_owned()));
            fields.push((format!("until-{day}-{nth}"), until.to_owned()));
        }
    }
    fields
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn hours_then_a_promise_whose_end_is_told_beforehand() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let page = louise.get(&url("promises")).await;
        assert!(page.says("Aucun délai n’est promis"), "{page:?}");
        let fields = office();
        let answer = louise.post(&url("settings/hours"), &pairs(&fields)).await;
        let page = louise.follow(answer).await;
        assert!(page.text.contains(r#"value="14:00""#), "{page:?}");
        let page = louise.get(&url("settings/promises")).await;
        // It is Sunday; on Friday at half past five, half an hour of work is left.
        assert!(page.says("vendredi 27 novembre à 17"), "{page:?}");
        assert!(page.says("lundi 30 novembre à 14"), "{page:?}");
        let answer = louise.post(&url("settings/promises/proposal"), &[]).await;
        let page = louise.follow(answer).await;
        assert!(page.says("Première réponse sous"), "{page:?}");
        let page = louise.get(&url("promises")).await;
        assert_eq!(page.status, 200);
        assert!(!page.says("Aucun délai n’est promis"));
        let page = louise.get(&url("promises/figures")).await;
        assert!(page.says("Non connu"), "{page:?}");
    }
}

#[tokio::test]
async fn what_can_not_be_is_refused_beside_its_field_and_kept() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let mut fields = office();
    fields.push(("from-2-2".to_owned(), "11:00".to_owned()));
    fields.push(("until-2-2".to_owned(), "15:00".to_owned()));
    let page = louise.post(&url("settings/hours"), &pairs(&fields)).await;
    assert_eq!(page.status, 422);
    assert!(page.says("se chevauchent") && page.text.contains(r#"value="11:00""#), "{page:?}");
    let fields = [("name", "Rapide"), ("first", "demain"), ("working", "on")];
    let page = louise.post(&url("settings/promises"), &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.says("Un délai va d’une minute") && page.text.contains("Rapide"), "{page:?}");
    let page = louise.post(&url("settings/promises"), &[("name", "Rien")]).await;
    assert!(page.says("Indiquez au moins un délai"), "{page:?}");
    let page = louise.post(&url("settings/assignment/rules"), &[("way", "in_turn")]).await;
    assert!(page.says("Choisissez au moins une personne"), "{page:?}");
}

#[tokio::test]
async fn who_answers_notes_their_own_absence_and_sets_nothing_for_the_brand() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let ines = app.joins("ines", Role::CommunityManager, &louise).await;
    assert_eq!(ines.get(&url("settings/promises")).await.status, 403);
    assert_eq!(ines.get(&url("settings/assignment")).await.status, 200);
    let fields = [("from", "2026-12-21"), ("until", "2026-12-27"), ("note", "Congés")];
    let answer = ines.post(&url("settings/assignment/absences"), &fields).await;
    let page = ines.follow(answer).await;
    assert!(page.says("Congés"), "{page:?}");
    let fields = [("from", "2026-12-27"), ("until", "2026-12-21")];
    let page = ines.post(&url("settings/assignment/absences"), &fields).await;
    assert_eq!(page.status, 422);
    assert!(page.says("vient avant le premier"), "{page:?}");
}
