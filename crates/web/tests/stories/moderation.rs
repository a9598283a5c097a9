//! Moderation, as browsers without script meet it.

use channels::connector::Connected;
use channels::{Channel, InboxBatch, InboxItem, ItemKind, Limits, RemoteProfile};
use platform::{Actor, Brand, Role};
use primitives::Id;
use primitives::text::CountRule;

use crate::support::{App, LE_FOURNIL};

fn at(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/moderation{path}")
}

/// Someone writes to the bakery on Mastodon.
async fn says(app: &App, id: &str, text: &str) {
    let mut tx = app.engine.begin().await.unwrap();
    let found = tx.query_one("SELECT id FROM brand", database::params![]).await.unwrap();
    let brand: Id<Brand> = found.get("id").unwrap();
    let actor = Actor::system(brand);
    let kit = &app.house.kit;
    let network = kit.connectors.get("mastodon").unwrap().network();
    let account = Connected {
        server: "https://pretend.test".into(),
        remote_account_id: "1".into(),
        handle: "fournil".into(),
        name: "Le Fournil".into(),
        profile_url: None,
        avatar_url: None,
        followers: None,
        limits: Limits::of(CountRule::graphemes(500)),
        credentials: serde_json::json!({ "token": "secret" }),
    };
    let channel = Channel::connect(network, &account, &kit.vault, &actor, &mut tx).await.unwrap();
    let item = InboxItem {
        remote_id: id.to_owned(),
        kind: ItemKind::Mention,
        author: RemoteProfile {
            remote_id: "77".to_owned(),
            handle: "karl@pretend.social".to_owned(),
            name: "Karl".to_owned(),
            url: None,
            avatar_url: None,
            followers: None,
        },
        text: text.to_owned(),
        url: None,
        at: tx.now(),
        in_reply_to: None,
        root: None,
        root_text: None,
        root_url: None,
        pictures: Vec::new(),
        data: serde_json::json!({}),
        letter: None,
    };
    let batch = InboxBatch { items: vec![item], cursor: Some(id.to_owned()), more: false };
    let next = tx.now();
    conversations::ingest(&channel, &batch, next, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_rule_is_written_tried_turned_on_and_fills_the_queue() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let wrong = [("name", "Insultes"), ("joined", "all"), ("pattern", "abruti ("), ("ask", "on")];
    let refused = louise.post(&at("/rules/new"), &wrong).await;
    assert_eq!(refused.status, 422);
    assert!(refused.says("au caractère 8"), "{refused:?}");
    let right =
        [("name", "Insultes"), ("joined", "all"), ("words", "abruti*\nimbécile"), ("ask", "on")];
    let page = louise.follow(louise.post(&at("/rules/new"), &right).await).await;
    assert!(page.says("essayez-la sur les messages passés"), "{page:?}");
    let id = page.between("/moderation/rules/", "/report").to_owned();
    let asked = [("rule", id.as_str()), ("days", "30"), ("most", "500")];
    let trial = louise.follow(louise.post(&at("/trials"), &asked).await).await;
    assert!(trial.says("Essai sur le passé") && trial.says("En cours"), "{trial:?}");
    let on = louise.post(&at(&format!("/rules/{id}/activity")), &[]).await;
    assert!(louise.follow(on).await.says("est active"));
    says(&app, "m1", "Quel abruti").await;
    let queue = louise.get(&at("")).await;
    assert!(queue.says("1 message à décider") && queue.says("Quel abruti"), "{queue:?}");
    let reader = app.joins("inès", Role::ReadOnly, &louise).await;
    assert!(reader.get(&at("")).await.says("Quel abruti"), "everyone who reads the inbox sees it");
    assert_eq!(reader.post(&at("/rules/new"), &right).await.status, 403);
    let report = louise.get(&at(&format!("/rules/{id}/report"))).await;
    assert!(report.says("Quel abruti") && report.says("Demander un regard humain"), "{report:?}");
}

#[tokio::test]
async fn a_decision_is_previewed_taken_told_and_complained_of_without_an_account() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let rule = [("name", "Insultes"), ("joined", "all"), ("words", "abruti*"), ("ask", "on")];
    let page = louise.follow(louise.post(&at("/rules/new"), &rule).await).await;
    let id = page.between("/moderation/rules/", "/report").to_owned();
    louise.post(&at(&format!("/rules/{id}/activity")), &[]).await;
    says(&app, "m1", "Quel abruti, ce boulanger").await;
    let queue = louise.get(&at("")).await;
    let case = at(&format!("/cases/{}", queue.between("/moderation/cases/", "\"")));
    let page = louise.get(&case).await;
    assert!(page.says("ne permet ni de masquer ni de supprimer"), "Mastodon hides nothing");
    let mut decision = vec![("decision", "keep"), ("sanction", "warn"), ("days", "30")];
    let refused = louise.post(&case, &decision).await;
    assert!(refused.status == 422 && refused.says("Choisissez un motif"), "{refused:?}");
    decision.extend([("ground", "law:insult"), ("reason", "Vous insultez <b>le boulanger</b>.")]);
    let mut preview = decision.clone();
    preview.push(("preview", "on"));
    let seen = louise.post(&case, &preview).await;
    assert!(seen.says("Ce que la personne lira") && seen.says("1881"), "{seen:?}");
    let ruling = louise.post(&case, &decision).await;
    let ruled = ruling.location();
    let page = louise.follow(ruling).await;
    assert!(page.says("Avertissement") && page.says("Pas encore transmis"), "{page:?}");
    let linked = louise.post(&format!("{ruled}/link"), &[]).await;
    let token = linked.between("/statement/", "<").split(['"', '<']).next().unwrap().to_owned();
    let karl = app.browser("198.51.100.9");
    let statement = format!("/statement/{token}");
    let read = karl.get(&statement).await;
    assert!(read.says("Une personne a") || read.says("moyen automatisé a repéré"), "{read:?}");
    assert!(read.says("organe de règlement extrajudiciaire") && !read.text.contains("<b>le"));
    assert!(read.text.contains("noindex") || read.status == 200);
    let said = [("words", "C’était affectueux.")];
    let taken = karl.post(&format!("{statement}/complaint"), &said).await;
    assert!(karl.follow(taken).await.says("attend une réponse"));
    assert_eq!(karl.get("/statement/nonsense").await.status, 404);
    let all = louise.get(&at("/complaints")).await;
    assert!(all.says("C’était affectueux."), "{all:?}");
    let one = at(&format!("/complaints/{}", all.between("/moderation/complaints/", "\"")));
    let answer = [("outcome", "reversed"), ("words", "Entendu, nous annulons.")];
    let done = louise.follow(louise.post(&one, &answer).await).await;
    assert!(done.says("La réponse est donnée"), "{done:?}");
    assert!(karl.get(&statement).await.says("Entendu, nous annulons."));
    let log = louise.get(&at("/log.csv")).await;
    for what in ["rule.applied", "sanction.warn", "statement.handed", "complaint.reversed"] {
        assert!(log.text.contains(what), "{what}: {log:?}");
    }
    assert!(louise.get(&at("/year")).await.says("1 reçue"));
}

#[tokio::test]
async fn the_house_rules_are_numbered_and_read_by_everyone_once_opened() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let half = [("title_french", "Respect"), ("french", "")];
    let refused = louise.post(&at("/house-rules/clauses"), &half).await;
    assert!(refused.status == 422 && refused.says("dans la même langue"), "{refused:?}");
    let clause = [
        ("title_french", "Respect"),
        ("french", "On se parle comme au comptoir."),
        ("title_english", "Respect"),
        ("english", "We talk as at the counter."),
    ];
    louise.post(&at("/house-rules/clauses"), &clause).await;
    let public = format!("/house-rules/{LE_FOURNIL}/en");
    let someone = app.browser("198.51.100.8");
    assert_eq!(someone.get(&public).await.status, 404, "not opened yet");
    let open = [("open", "on"), ("lead_french", "Bienvenue."), ("lead_english", "Welcome.")];
    louise.post(&at("/house-rules"), &open).await;
    let page = someone.get(&public).await;
    assert!(page.says("1. Respect") && page.says("as at the counter") && page.says("Welcome."));
    assert!(!page.text.contains("noindex"), "engines may list it");
}
