//! What is particular to one network.
#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]

#[path = "support/mod.rs"]
mod support;

use std::time::Duration;

use axum::Router;
use axum::http::header;
use axum::routing::get;
use channels::connector::{Inbox, Publish};
use channels::{Call, Content, Found, ItemKind, Outcome, ReplyTarget};
use connectors::bluesky::Bluesky;
use connectors::mastodon::Mastodon;
use serde_json::{Value, json};
use support::{Keeper, call, connected, http, picture, published, says, staged};
use testing::networks::control::DeedKind;
use testing::networks::{FakeBluesky, FakeMastodon, Fault, Point, bluesky, mastodon};

const PATIENCE: Duration = Duration::from_secs(5);

async fn on_bluesky() -> (FakeBluesky, Call) {
    let fake = FakeBluesky::start(bluesky::Options::default()).await;
    let (client, url) = (http(PATIENCE), fake.url());
    let answers = [("handle", fake.handle()), ("password", fake.password()), ("server", &url)];
    let account = connected(&Bluesky::default(), &client, "app-password", &answers).await.unwrap();
    let call = call(&account, &client, Keeper::of(&account));
    (fake, call)
}

async fn on_mastodon(options: mastodon::Options) -> (FakeMastodon, Call) {
    let fake = FakeMastodon::start(options).await;
    let (client, url, token) = (http(PATIENCE), fake.url(), fake.token());
    let answers = [("server", url.as_str()), ("token", token.as_str())];
    let account = connected(&Mastodon, &client, "token", &answers).await.unwrap();
    let call = call(&account, &client, Keeper::of(&account));
    (fake, call)
}

/// A site with one page, in Latin-1, and its picture.
async fn site() -> String {
    let page = get(|| async {
        let html = b"<html><head><meta charset=iso-8859-1><title>La tourte d'\xe9t\xe9</title>\
            <meta name=description content=\"Au levain\"><meta property=og:image content=/four.png></head>";
        ([(header::CONTENT_TYPE, "text/html")], html.to_vec())
    });
    let image =
        get(|| async { ([(header::CONTENT_TYPE, "image/png")], b"\x89PNG not quite".to_vec()) });
    let router = Router::new().route("/page", page).route("/four.png", image);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

#[tokio::test]
async fn a_link_has_its_card_and_a_dead_one_never_blocks() {
    let (fake, call) = on_bluesky().await;
    let publish = Bluesky::default();
    let link = format!("{}/page", site().await);
    let beside = Content { link: Some(link.clone()), ..says("Lisez") };
    let remote = published(&publish, &call, &beside).await;
    let card = &fake.record(&remote.id).unwrap()["embed"]["external"];
    assert_eq!(
        (card["title"].as_str(), card["uri"].as_str()),
        (Some("La tourte d'été"), Some(link.as_str()))
    );
    assert_eq!(card["description"], "Au levain");
    assert!(card["thumb"]["ref"]["$link"].is_string());

    let dead = "http://127.0.0.1:9/perdu";
    let beside = Content { link: Some(dead.to_owned()), ..says("Lisez") };
    let remote = published(&publish, &call, &beside).await;
    let card = &fake.record(&remote.id).unwrap()["embed"]["external"];
    assert_eq!(
        (card["title"].as_str(), card["uri"].as_str()),
        (Some("127.0.0.1:9/perdu"), Some(dead))
    );
    let remote = published(&publish, &call, &says(&format!("Lisez {dead}"))).await;
    assert_eq!(fake.record(&remote.id).unwrap().get("embed"), None);

    let image = picture(&call, 20, 20, "Le four").await;
    let both = Content { link: Some(link.clone()), media: vec![image], ..says("Lisez") };
    let remote = published(&publish, &call, &both).await;
    let record = fake.record(&remote.id).unwrap();
    assert_eq!(record["text"], format!("Lisez\n\n{link}"));
    assert!(record["embed"]["images"].is_array());
}

#[tokio::test]
async fn links_hashtags_and_accounts_that_exist_become_facets() {
    let (fake, call) = on_bluesky().await;
    let text = "Été 🥖 @camille.test et @personne.test : www.boulangerie-martin.fr #crème";
    let remote = published(&Bluesky::default(), &call, &says(text)).await;
    let record = fake.record(&remote.id).unwrap();
    let facets = record["facets"].as_array().unwrap().iter();
    let written: Vec<&str> = facets
        .map(|facet| {
            let at = |name: &str| facet["index"][name].as_u64().unwrap() as usize;
            &text[at("byteStart")..at("byteEnd")]
        })
        .collect();
    assert_eq!(written, ["@camille.test", "www.boulangerie-martin.fr", "#crème"]);
    assert_eq!(record["facets"][0]["features"][0]["did"], fake.customer().1);
    assert_eq!(record["langs"], json!(["fr"]));
}

#[tokio::test]
async fn another_record_under_our_key_is_never_written_over() {
    let (fake, call) = on_bluesky().await;
    let publish = Bluesky::default();
    let prepared = staged(&publish, &call, &says("Le premier")).await;
    publish.send(&call, &prepared).await.unwrap();
    let mut restaged = prepared.clone();
    restaged.payload["record"]["langs"] = json!(["en"]);
    let outcome = publish.send(&call, &restaged).await.unwrap();
    assert!(matches!(outcome, Outcome::Uncertain { .. }), "{outcome:?}");
    let found = publish.find(&call, &restaged, &[]).await.unwrap();
    assert!(matches!(found, Found::There(_)), "the same words are ours: {found:?}");
    let mut other = prepared.clone();
    other.payload["record"]["text"] = json!("Le second");
    let found = publish.find(&call, &other, &[]).await.unwrap();
    assert!(matches!(found, Found::CannotTell(_)), "{found:?}");
    assert_eq!(fake.posts().len(), 1);
}

#[tokio::test]
async fn an_answer_is_published_though_the_app_view_is_unwell() {
    let (fake, call) = on_bluesky().await;
    let publish = Bluesky::default();
    let ours = published(&publish, &call, &says("Ouvert dimanche")).await;
    let asked = fake.add_reply(&ours.id, "À quelle heure ?");
    let item = publish.poll(&call, None).await.unwrap().items.pop().unwrap();
    assert_eq!((item.kind, &item.remote_id), (ItemKind::Reply, &asked));
    let mut target = ReplyTarget {
        remote_id: item.remote_id,
        root: item.root,
        handle: item.author.handle,
        data: item.data,
    };
    fake.faults().script(Point::Read, [Fault::Status500BeforeAccept]);
    let content = Content { reply_to: Some(target.clone()), ..says("8 h") };
    let answer = published(&publish, &call, &content).await;
    let reply = fake.record(&answer.id).unwrap()["reply"].clone();
    assert_eq!(reply["root"]["uri"], ours.id);
    assert_eq!(reply["parent"]["uri"], asked);
    // Without what the network gave with the message, it is looked up.
    target.data = Value::Null;
    let content = Content { reply_to: Some(target), ..says("8 h, promis") };
    let again = published(&publish, &call, &content).await;
    assert_eq!(fake.record(&again.id).unwrap()["reply"], reply);
}

#[tokio::test]
async fn a_quote_and_its_pictures_come_with_what_they_quote() {
    let (fake, call) = on_bluesky().await;
    let publish = Bluesky::default();
    let ours = published(&publish, &call, &says("Notre four")).await;
    fake.add_quote(&ours.id, "Regardez");
    fake.add_share(&ours.id);
    let items = publish.poll(&call, None).await.unwrap().items;
    assert_eq!(
        items.iter().map(|item| item.kind).collect::<Vec<_>>(),
        [ItemKind::Quote, ItemKind::Share]
    );
    assert!(items.iter().all(|item| item.root_text.as_deref() == Some("Notre four")));
    assert_eq!(items[0].text, "Regardez");
}

#[tokio::test]
async fn a_picture_that_is_processed_is_waited_for() {
    let options = mastodon::Options { media_waits: 2, ..Default::default() };
    let (fake, call) = on_mastodon(options).await;
    let image = picture(&call, 20, 20, "Le four").await;
    let content = Content { media: vec![image], ..says("Regardez") };
    published(&Mastodon, &call, &content).await;
    assert_eq!(fake.posts()[0].alt_texts, ["Le four"]);
}

#[tokio::test]
async fn a_private_message_is_answered_in_private() {
    let (fake, call) = on_mastodon(mastodon::Options::default()).await;
    fake.add_direct("Entre nous");
    let item = Mastodon.poll(&call, None).await.unwrap().items.pop().unwrap();
    assert_eq!(item.kind, ItemKind::Direct);
    let target = ReplyTarget {
        remote_id: item.remote_id.clone(),
        root: None,
        handle: item.author.handle,
        data: item.data,
    };
    let content = Content { reply_to: Some(target), ..says("Bien sûr") };
    published(&Mastodon, &call, &content).await;
    let answer = fake.posts().pop().unwrap();
    assert_eq!((answer.visibility.as_str(), answer.text.as_str()), ("direct", "@camille Bien sûr"));
    let prepared = staged(&Mastodon, &call, &content).await;
    let found = Mastodon.find(&call, &prepared, &[]).await.unwrap();
    assert!(matches!(found, Found::There(_)), "private answers are read back too: {found:?}");
}

#[tokio::test]
async fn what_a_person_posted_at_the_same_time_is_not_taken_for_ours() {
    for serves_source in [true, false] {
        let options = mastodon::Options { serves_source, page_size: 5, ..Default::default() };
        let (fake, call) = on_mastodon(options).await;
        let prepared = staged(&Mastodon, &call, &says("Le four est chaud, venez vite")).await;
        for number in 0..30 {
            fake.post_by_hand(&format!("Tout autre chose : nouvelle {number} du quartier"));
        }
        assert_eq!(Mastodon.find(&call, &prepared, &[]).await.unwrap(), Found::Absent);
        let alike = fake.post_by_hand("Le four est chaud, venez vite !");
        let found = Mastodon.find(&call, &prepared, &[]).await.unwrap();
        match (serves_source, found) {
            (true, Found::Absent) => {}
            (false, Found::CannotTell(doubtful)) => {
                assert_eq!(doubtful.iter().map(|d| d.id.as_str()).collect::<Vec<_>>(), [alike]);
            }
            (_, other) => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_hundred_at_once_are_each_told_apart() {
    let (fake, call) = on_mastodon(mastodon::Options::default()).await;
    let mut lost = Vec::new();
    for number in 0..100 {
        let text = format!("Publication {number} : la fournée numéro {number} sort du four.");
        let prepared = staged(&Mastodon, &call, &says(&text)).await;
        let fault = if number % 2 == 0 { Fault::AfterAccept } else { Fault::BeforeAccept };
        fake.faults().script(Point::Publish, [fault]);
        let outcome = Mastodon.send(&call, &prepared).await.unwrap();
        assert!(matches!(outcome, Outcome::Uncertain { .. }));
        lost.push((number, prepared));
    }
    for (number, prepared) in lost {
        let found = Mastodon.find(&call, &prepared, &[]).await.unwrap();
        match found {
            Found::There(_) => assert_eq!(number % 2, 0),
            Found::Absent => assert_eq!(number % 2, 1),
            Found::CannotTell(doubtful) => panic!("{number}: {} doubtful", doubtful.len()),
        }
    }
}

#[tokio::test]
async fn a_fake_is_driven_over_http_too() {
    let (fake, call) = on_mastodon(mastodon::Options::default()).await;
    let post = |path: &str| call.http.post(&format!("{}/_fake/{path}", fake.url()));
    let plan = json!({ "point": "publish", "script": ["after_accept"],
        "random": { "seed": 1, "share": 1.0, "among": [{ "status429": { "retry": 2 } }] } });
    assert!(post("faults").json(&plan).send().await.unwrap().is_success());
    let prepared = staged(&Mastodon, &call, &says("Bonjour")).await;
    assert!(matches!(Mastodon.send(&call, &prepared).await, Ok(Outcome::Uncertain { .. })));
    assert!(Mastodon.send(&call, &prepared).await.is_err());
    let posts = call.http.get(&format!("{}/_fake/posts", fake.url())).send().await.unwrap();
    let posts: Value = posts.json().unwrap();
    assert_eq!(posts.as_array().unwrap().len(), 1);
    let deed = json!({ "do": DeedKind::Reply, "to": posts[0]["id"], "text": "Bonsoir" });
    let done: Value = post("people").json(&deed).send().await.unwrap().json().unwrap();
    assert!(done["id"].is_string());
}
