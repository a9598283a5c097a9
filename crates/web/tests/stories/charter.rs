//! The charter's page and the checks beside a text, as browsers meet them.

use platform::Role;

use crate::support::{App, LE_FOURNIL};

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

#[tokio::test]
async fn a_first_charter_is_proposed_and_what_is_kept_is_written_down() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let page = louise.get(&at("charter")).await;
        assert_eq!(page.status, 200, "{page:?}");
        assert!(page.text.contains("Une charte pour commencer"), "{page:?}");
        let kept = [("topic", "products"), ("topic", "making"), ("tone", "on")];
        let answer = louise.post(&at("charter/proposal"), &kept).await;
        let page = louise.follow(answer).await;
        assert!(page.text.contains("Les coulisses") && !page.text.contains("Une charte pour"));
        let ines = app.joins("ines", Role::Contributor, &louise).await;
        let page = ines.get(&at("charter")).await;
        assert!(page.text.contains("Les coulisses") && !page.text.contains("Modifier"), "{page:?}");
        let refused =
            ines.post(&at("charter/words"), &[("kind", "avoid"), ("word", "promo")]).await;
        assert_eq!(refused.status, 403, "{refused:?}");
    }
}

#[tokio::test]
async fn a_refused_word_comes_back_filled_with_the_reason_beside_it() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let form = [("kind", "prefer"), ("word", "clients"), ("instead", "")];
        let page = louise.post(&at("charter/words"), &form).await;
        assert_eq!(page.status, 422, "{page:?}");
        assert!(page.text.contains("value=\"clients\""), "{page:?}");
        let form = [("kind", "prefer"), ("word", "clients"), ("instead", "habitués")];
        let answer = louise.post(&at("charter/words"), &form).await;
        let page = louise.follow(answer).await;
        assert!(page.text.contains("plutôt que"), "{page:?}");
    }
}

#[tokio::test]
async fn a_word_to_avoid_is_seen_while_one_writes_and_answered_when_one_schedules() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let word = [("kind", "avoid"), ("word", "pas cher*"), ("instead", "à prix doux")];
        louise.post(&at("charter/words"), &word).await;
        let text = "Nos baguettes pas chères du mardi";
        let panel = louise.post(&at("posts/checks"), &[("text", text)]).await;
        assert_eq!(panel.status, 200, "{panel:?}");
        assert!(
            panel.text.contains("pas chères") && panel.text.contains("à prix doux"),
            "{panel:?}"
        );
        let nothing = louise.post(&at("posts/checks"), &[("text", "Bonjour")]).await;
        assert!(nothing.text.contains("Rien à redire"), "{nothing:?}");
    }
}

#[tokio::test]
async fn a_check_is_switched_off_for_the_brand() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let text = [("text", "Retour de mes vacances avec mon mari et mes enfants")];
        let panel = louise.post(&at("posts/checks"), &text).await;
        assert!(panel.text.contains("Vie privée"), "{panel:?}");
        let off = [("level-personal_content", "asks")];
        let answer = louise.post(&at("charter/checks"), &off).await;
        louise.follow(answer).await;
        let panel = louise.post(&at("posts/checks"), &text).await;
        assert!(!panel.text.contains("Vie privée"), "{panel:?}");
    }
}
