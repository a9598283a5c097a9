//! A crisis, from the room to its review; and a rehearsal that leaves nothing behind.

use super::support::{App, LE_FOURNIL};

fn url(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

/// The address of the page that an answer goes to, without its brand.
fn gone_to(answer: &super::support::Answer) -> String {
    let to = answer.headers["location"].to_str().expect("an address");
    to.trim_start_matches(&url("")).to_owned()
}

#[tokio::test]
async fn a_crisis_is_opened_told_on_every_page_stood_down_and_reviewed_as_pdf() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let page = louise.get(&url("crisis")).await;
        assert!(page.says("Pas encore d’habitude connue"), "{page:?}");
        let refused = louise.post(&url("crisis/new"), &[("name", " ")]).await;
        assert_eq!(refused.status, 422);
        let opened = louise
            .post(
                &url("crisis/new"),
                &[
                    ("name", "Le pain rassis"),
                    ("level", "serious"),
                    ("pauses", "on"),
                    ("checklist", "Prévenir"),
                ],
            )
            .await;
        let room = gone_to(&opened);
        let page = louise.follow(opened).await;
        assert!(page.says("Les publications sont retenues"), "{page:?}");
        let home = louise.get(&format!("/b/{LE_FOURNIL}")).await;
        assert!(home.says("Crise") && home.says("Le pain rassis"), "{home:?}");
        // The pause is the crisis's: it is not ended from the side.
        let answer = louise.post(&url("pause/end"), &[]).await;
        assert_eq!(answer.status, 409, "{answer:?}");
        let said = [("words", "On jette la fournée"), ("decision", "yes")];
        let answer = louise.post(&url(&format!("{room}/entries")), &said).await;
        assert!(louise.follow(answer).await.says("On jette la fournée"));
        let ended = [("lessons", "Goûter le matin")];
        let answer = louise.post(&url(&format!("{room}/stand-down")), &ended).await;
        let page = louise.follow(answer).await;
        assert!(page.says("La crise est levée") && page.says("Goûter le matin"), "{page:?}");
        let pdf = louise.get(&url(&format!("{room}/review.pdf"))).await;
        assert_eq!(pdf.headers["content-type"], "application/pdf");
        assert!(pdf.text.starts_with("%PDF-"));
    }
}

#[tokio::test]
async fn a_rehearsal_is_marked_everywhere_and_removed_whole() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let fields =
        [("name", "Exercice"), ("material", "template"), ("situation", "service"), ("many", "12")];
    let opened = louise.post(&url("crisis/rehearsal"), &fields).await;
    let room = gone_to(&opened);
    let page = louise.follow(opened).await;
    assert!(page.says("Rien de ceci n’est réel") && page.says("EXERCICE"), "{page:?}");
    assert!(page.says("12"), "{page:?}");
    for part in ["stand-down", "review"] {
        let page = louise.get(&url(&format!("{room}/{part}"))).await;
        assert!(page.says("Rien de ceci n’est réel"), "{part}");
    }
    let answer = louise.post(&url(&format!("{room}/removal")), &[]).await;
    let page = louise.follow(answer).await;
    assert!(page.says("L’exercice est effacé"), "{page:?}");
    assert_eq!(louise.get(&url(&room)).await.status, 404);
}

#[tokio::test]
async fn words_are_prepared_and_approved_before_they_serve() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let fields =
        [("title", "Nous cherchons"), ("words-fr", "Nous avons vu."), ("words-en", "Seen.")];
    let written = louise.post(&url("crisis/statements/new"), &fields).await;
    let one = gone_to(&written);
    let page = louise.follow(written).await;
    assert!(page.says("ne serviront qu’une fois approuvés"), "{page:?}");
    let answer = louise.post(&url(&format!("{one}/approval")), &[]).await;
    assert!(louise.follow(answer).await.says("Approuvé par Louise"));
    let changed = [("title", "Nous cherchons"), ("words-fr", "Nous avons tout vu.")];
    let answer = louise.post(&url(&one), &changed).await;
    assert!(louise.follow(answer).await.says("À approuver"), "a change is approved again");
}
