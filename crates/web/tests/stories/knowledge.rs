//! Ready replies, articles and the public help, as browsers without script meet them.

use crate::support::{App, LE_FOURNIL};

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

#[tokio::test]
async fn a_ready_reply_is_kept_refused_with_its_words_and_brought_back() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let wrong = [("name", "Heures"), ("french", "Ouvert à {heure}"), ("english", "")];
    let refused = louise.post(&at("replies"), &wrong).await;
    assert_eq!(refused.status, 422);
    assert!(refused.says("Ouvert à {heure}") && refused.says("Rien ne remplit"), "{refused:?}");
    let right = [("name", "Heures"), ("french", "Ouvert à 7 h, {prénom}"), ("english", "")];
    let page = louise.follow(louise.post(&at("replies"), &right).await).await;
    assert!(page.says("Ouvert à 7 h") && page.says("pas encore utilisée"), "{page:?}");
    let id = page.between("/replies/", "/removal").to_owned();
    let gone = louise.follow(louise.post(&at(&format!("replies/{id}/removal")), &[]).await).await;
    assert!(!gone.says("Ouvert à 7 h") && gone.says("Annuler"), "{gone:?}");
    let back = louise.post(&at(&format!("replies/{id}/removal/end")), &[]).await;
    assert!(louise.follow(back).await.says("Ouvert à 7 h"));
}

#[tokio::test]
async fn the_public_reads_what_is_published_and_says_whether_it_helped() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let fields = [
        ("title", "Ouvrez-vous le dimanche ?"),
        ("kind", "question"),
        ("language", "fr"),
        ("body", "Oui, **le matin**.\n\n<script>alert(1)</script>"),
        ("do", "publish"),
    ];
    let page = louise.follow(louise.post(&at("knowledge/new"), &fields).await).await;
    assert!(page.says("Article publié"), "{page:?}");
    let front = format!("/help/{LE_FOURNIL}/fr");
    let someone = app.browser("198.51.100.7");
    assert_eq!(someone.get(&front).await.status, 404, "not open yet");
    let open = [("open", "yes"), ("lead_fr", "Tout sur le fournil."), ("lead_en", "")];
    assert_eq!(louise.post(&at("knowledge/settings"), &open).await.status, 303);
    let page = someone.get(&front).await;
    assert!(page.says("Tout sur le fournil.") && page.says("Ouvrez-vous le dimanche"), "{page:?}");
    assert!(!page.text.contains("noindex"), "engines may list it");
    assert!(someone.get(&format!("{front}?q=dimanches")).await.says("Un article répond"));
    let none = someone.get(&format!("{front}?q=carte+cadeau")).await;
    assert!(none.says("Votre question est notée"), "{none:?}");
    let address = format!("{front}/ouvrez-vous-le-dimanche");
    let read = someone.get(&address).await;
    assert!(read.text.contains("<strong>le matin</strong>"), "{read:?}");
    assert!(!read.text.contains("<script>alert"), "{read:?}");
    let no = [("useful", "no"), ("words", "Et à Noël ?")];
    let thanked = someone.follow(someone.post(&format!("{address}/opinion"), &no).await).await;
    assert!(thanked.says("Merci") && !thanked.says("vous a-t-il aidé"), "{thanked:?}");
    let list = louise.get(&at("knowledge")).await;
    assert!(list.says("ouvert une fois") && list.says("utile à 0 lecteur"), "{list:?}");
    let gaps = louise.get(&at("knowledge/gaps")).await;
    assert!(gaps.says("carte cadeau") && gaps.says("cherché dans l’aide"), "{gaps:?}");
}
