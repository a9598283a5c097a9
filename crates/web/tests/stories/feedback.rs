//! How messages are read and corrected, and suggestions and complaints, by their screens.

use serde_json::json;

use crate::api::{Program, assisted, read};
use crate::support::{App, Browser, LE_FOURNIL};

const SCOPES: [&str; 3] = ["channels:write", "conversations:write", "brand:write"];

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

/// Someone says that, on a channel that is read by hand; the conversation.
async fn hears(louise: &Browser<'_>, channel: &str, text: &str) -> String {
    let fields = [
        ("channel", channel),
        ("kind", "direct"),
        ("name", "Anna Roux"),
        ("text", text),
        ("day", "2026-11-22"),
        ("time", "08:00"),
    ];
    let taken = louise.post(&at("inbox/heard"), &fields).await;
    assert_eq!(taken.status, 303, "{taken:?}");
    taken.location().rsplit('/').next().unwrap().split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_message_says_how_it_is_read_and_is_corrected_without_script() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let program = Program::of(&louise, &SCOPES).await;
        let channel = assisted(&program).await;
        let id = hears(&louise, &channel, "Très déçue, le pain livré était rassis").await;
        let page = louise.get(&at(&format!("inbox/{id}"))).await;
        assert!(page.says("mécontentement") && page.says("Ce qui a pesé"), "{page:?}");
        let before = page.text.split("/judgement").next().unwrap();
        let message = before.rsplit("messages/").next().unwrap().to_owned();
        let to = at(&format!("inbox/{id}/messages/{message}/judgement"));
        let said = [("feeling", "positive"), ("harm", "none"), ("intent", "praise")];
        let page = louise.follow(louise.post(&to, &said).await).await;
        assert!(page.says("dit par l’équipe") && page.says("contentement"), "{page:?}");
        let list = louise.get(&at("settings/corrections")).await;
        assert!(list.says("le pain livré était rassis") && list.says("Louise Moreau"), "{list:?}");
        let none = louise.get(&at("inbox?tab=open&feeling=negative")).await;
        assert!(none.says("Rien ne correspond"), "{none:?}");
        let end = at(&format!("settings/corrections/{message}/end"));
        let list = louise.follow(louise.post(&end, &[]).await).await;
        assert!(list.says("Aucune correction"), "{list:?}");
        let sad = louise.get(&at("inbox?tab=open&feeling=negative&intent=complaint")).await;
        assert!(sad.says("Anna Roux"), "{sad:?}");
        let read = read(&program.get(&format!("/messages/{message}/judgement")).await);
        assert_eq!((&read["feeling"], &read["corrected"]), (&json!("negative"), &json!(false)));
    }
}

#[tokio::test]
async fn a_complaint_is_filed_in_one_action_and_moved_on_to_its_end() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let program = Program::of(&louise, &SCOPES).await;
    let channel = assisted(&program).await;
    let id = hears(&louise, &channel, "Très déçue, le pain livré était rassis").await;
    let new = louise.get(&at("feedback/categories/new")).await;
    let me = new.between("<option value=\"", "\"").to_owned();
    let mut fields = vec![
        ("name", "Livraison"),
        ("takes", "both"),
        ("owner", me.as_str()),
        ("terms", ""),
        ("filing", "by_hand"),
        ("telling", "draft"),
        ("days", "5"),
        ("received-fr", "Bonjour {quoi}"),
    ];
    let refused = louise.post(&at("feedback/categories"), &fields).await;
    assert_eq!(refused.status, 422);
    assert!(refused.says("Rien ne remplit quoi") && refused.says("Bonjour {quoi}"), "{refused:?}");
    *fields.last_mut().unwrap() = ("received-fr", "Bonjour {prénom}, bien reçu.");
    let page = louise.follow(louise.post(&at("feedback/categories"), &fields).await).await;
    assert!(page.says("Livraison") && page.says("5 jours prévus"), "{page:?}");
    let listed = read(&program.get("/feedback-categories").await);
    let category = listed["items"][0]["id"].as_str().unwrap().to_owned();
    let filing = at(&format!("inbox/{id}/filing"));
    let answer = louise.post(&filing, &[("category", &category)]).await;
    let page = louise.follow(answer).await;
    assert!(page.says("Classé dans") && page.says("Réclamation, Livraison"), "{page:?}");
    let case = page.between("/feedback/", "\"").to_owned();
    let one = louise.get(&at(&format!("feedback/{case}"))).await;
    assert!(one.says("Bonjour Anna, bien reçu.") && one.says("Un message à relire"), "{one:?}");
    let step = at(&format!("feedback/{case}/step"));
    let wordless = louise.post(&step, &[("state", "declined"), ("reason", "")]).await;
    assert_eq!(wordless.status, 422);
    assert!(wordless.says("Dites pourquoi"), "{wordless:?}");
    let moved = program.post(&format!("/feedback/{case}/step"), &json!({"state": "done"})).await;
    assert_eq!(read(&moved)["state"], "done");
    let list = louise.get(&at("feedback")).await;
    assert!(list.says("Rien n’est en cours"), "{list:?}");
    let sheet = louise.get(&at("feedback/sheet?state=all")).await;
    assert!(sheet.text.contains("complaint,Livraison,Louise Moreau,done"), "{sheet:?}");
}
