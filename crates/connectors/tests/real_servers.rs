//! The whole loop against real servers, when they run (`tests/servers/with.sh bluesky mastodon`):
//! sign in, publish with a picture and rich text, read back, be answered and liked, measure.
#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]

#[path = "support/mod.rs"]
mod support;

use std::time::Duration;

use channels::connector::{Connector, Inbox, Measure, Publish};
use channels::feeds::FeedAnswer;
use channels::{Call, Content, Found, InboxItem, ItemKind, Outcome, Remote, ReplyTarget};
use connectors::bluesky::Bluesky;
use connectors::mastodon::Mastodon;
use platform::outbound::Outbound;
use serde_json::{Value, json};
use support::{Keeper, call, connected, http, picture, published, says, staged};

const PATIENCE: Duration = Duration::from_secs(20);
const TEXT: &str =
    "Été 🥖 : la tourte d’Auvergne ! https://www.boulangerie-martin.fr/tourte?a=1#four #pain";

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// A variable that goes with another one which is set.
fn given(name: &str) -> String {
    variable(name).unwrap_or_else(|| panic!("{name} is not set"))
}

/// Polls until something of this kind has come.
async fn comes(inbox: &dyn Inbox, call: &Call, kind: ItemKind) -> InboxItem {
    for _ in 0..60 {
        let batch = inbox.poll(call, None).await.unwrap();
        if let Some(item) = batch.items.into_iter().rev().find(|item| item.kind == kind) {
            return item;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    panic!("nothing of the kind {kind:?} came")
}

/// Sends the same twice, reads it back, and gives where it is.
async fn sent_twice(publish: &dyn Publish, call: &Call, content: &Content) -> Remote {
    let prepared = staged(publish, call, content).await;
    let absent = publish.find(call, &prepared, &[]).await.unwrap();
    assert_eq!(absent, Found::Absent);
    let first = publish.send(call, &prepared).await.unwrap();
    let second = publish.send(call, &prepared).await.unwrap();
    let (Outcome::Published(remote), Outcome::Published(again)) = (first, second) else {
        panic!("not published")
    };
    assert_eq!(remote.id, again.id, "the same send is the same post");
    let Found::There(found) = publish.find(call, &prepared, &[]).await.unwrap() else {
        panic!("not found")
    };
    assert_eq!(found.id, remote.id);
    let other = publish.find(call, &prepared, std::slice::from_ref(&remote.id)).await.unwrap();
    assert!(publish.repeat() == channels::connector::Repeat::SameRecord || other == Found::Absent);
    remote
}

fn answering(item: &InboxItem) -> Option<ReplyTarget> {
    Some(ReplyTarget {
        remote_id: item.remote_id.clone(),
        root: item.root.clone(),
        handle: item.author.handle.clone(),
        data: item.data.clone(),
    })
}

/// A customer of Bluesky, who speaks to the network without our connector.
struct Customer {
    http: Outbound,
    server: String,
    token: String,
    did: String,
}

impl Customer {
    async fn of_bluesky(http: &Outbound, server: &str) -> Self {
        let body = json!({ "identifier": given("PARVIS_TEST_BLUESKY_CUSTOMER_HANDLE"),
            "password": given("PARVIS_TEST_BLUESKY_CUSTOMER_PASSWORD") });
        let url = format!("{server}/xrpc/com.atproto.server.createSession");
        let session: Value = http.post(&url).json(&body).send().await.unwrap().json().unwrap();
        Self {
            http: http.clone(),
            server: server.to_owned(),
            token: session["accessJwt"].as_str().unwrap().to_owned(),
            did: session["did"].as_str().unwrap().to_owned(),
        }
    }

    async fn writes(&self, collection: &str, record: Value) -> Value {
        let url = format!("{}/xrpc/com.atproto.repo.createRecord", self.server);
        let body = json!({ "repo": self.did, "collection": collection, "record": record });
        let answer = self.http.post(&url).bearer(&self.token).json(&body).send().await.unwrap();
        assert!(answer.is_success(), "{}", answer.text());
        answer.json().unwrap()
    }
}

async fn bluesky(http: &Outbound) -> Option<Call> {
    let server = variable("PARVIS_TEST_BLUESKY_PDS")?;
    let (handle, password) =
        (given("PARVIS_TEST_BLUESKY_HANDLE"), given("PARVIS_TEST_BLUESKY_PASSWORD"));
    let plc = given("PARVIS_TEST_BLUESKY_PLC");
    // Both roads: the server named, and found from the handle alone.
    let found = [("handle", handle.as_str()), ("password", &password), ("server", "")];
    let by_handle = Bluesky::with_directories(&server, &plc);
    let by_handle = connected(&by_handle, http, "app-password", &found).await.unwrap();
    let named = [("handle", handle.as_str()), ("password", &password), ("server", &server)];
    let account = connected(&Bluesky::default(), http, "app-password", &named).await.unwrap();
    assert_eq!(by_handle.server, account.server);
    assert_eq!(account.name, "Boulangerie Martin");
    Some(call(&account, http, Keeper::of(&account)))
}

#[tokio::test]
async fn a_bluesky_network_takes_answers_and_counts() {
    let http = http(PATIENCE);
    let Some(call) = bluesky(&http).await else { return };
    let network = Bluesky::default();
    let customer = given("PARVIS_TEST_BLUESKY_CUSTOMER_HANDLE");
    let image = picture(&call, 400, 300, "Une tourte sortie du four").await;
    let text = format!("{TEXT} @{customer}");
    let ours = sent_twice(&network, &call, &Content { media: vec![image], ..says(&text) }).await;

    let key = ours.id.rsplit('/').next().unwrap();
    let stored: Value = http
        .get(&format!("{}/xrpc/com.atproto.repo.getRecord", call.server))
        .query(&[("repo", call.remote_account_id.as_str()), ("rkey", key)])
        .query(&[("collection", "app.bsky.feed.post")])
        .send()
        .await
        .unwrap()
        .json()
        .unwrap();
    let record = &stored["value"];
    assert_eq!(record["facets"].as_array().unwrap().len(), 3, "{record}");
    assert_eq!(record["embed"]["images"][0]["alt"], "Une tourte sortie du four");
    assert_eq!(record["embed"]["images"][0]["aspectRatio"], json!({ "width": 400, "height": 300 }));

    let someone = Customer::of_bluesky(&http, &call.server).await;
    let strong = json!({ "uri": ours.id, "cid": stored["cid"] });
    let now = call.now.to_string();
    someone.writes("app.bsky.feed.like", json!({ "subject": strong, "createdAt": now })).await;
    let reply = json!({ "text": "Miam 😋", "createdAt": now,
        "reply": { "root": strong, "parent": strong } });
    let said = someone.writes("app.bsky.feed.post", reply).await;

    let item = comes(&network, &call, ItemKind::Reply).await;
    assert_eq!((item.text.as_str(), item.root_text.as_deref()), ("Miam 😋", Some(text.as_str())));
    assert_eq!(Some(item.remote_id.as_str()), said["uri"].as_str());
    let like = comes(&network, &call, ItemKind::Like).await;
    assert_eq!(like.root.as_deref(), Some(ours.id.as_str()));
    let answer = Content { reply_to: answering(&item), ..says("Merci, à samedi !") };
    published(&network, &call, &answer).await;
    let mut counted = None;
    for _ in 0..40 {
        let figures = network.figures(&call, std::slice::from_ref(&ours.id)).await.unwrap();
        counted = figures.first().map(|f| (f.reactions, f.comments, f.shares, f.reach));
        if counted == Some((Some(1), Some(1), Some(0), None)) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    panic!("the figures are {counted:?}");
}

#[tokio::test]
async fn a_bluesky_server_refuses_what_we_would() {
    let http = http(PATIENCE);
    let Some(mut call) = bluesky(&http).await else { return };
    let network = Bluesky::default();
    assert_eq!(network.connect().unwrap().test(&call).await.unwrap().handle, call.handle);
    published(&network, &call, &says(&"é".repeat(300))).await;
    call.limits.text.max = 400;
    let long = staged(&network, &call, &says(&"é".repeat(301))).await;
    let error = network.send(&call, &long).await.unwrap_err();
    let too_long = channels::Rejection::TextTooLong;
    assert!(
        matches!(&error, channels::NetworkError::Rejected { reason, .. } if *reason == too_long),
        "{error}"
    );
}

#[tokio::test]
async fn a_mastodon_server_takes_answers_and_counts() {
    let http = http(PATIENCE);
    let Some(server) = variable("PARVIS_TEST_MASTODON_URL") else { return };
    let token = given("PARVIS_TEST_MASTODON_TOKEN");
    let answers = [("server", server.as_str()), ("token", &token)];
    let account = connected(&Mastodon, &http, "token", &answers).await.unwrap();
    assert_eq!((account.limits.text.max, account.limits.source.as_str()), (500, "served"));
    let call = call(&account, &http, Keeper::of(&account));
    let image = picture(&call, 400, 300, "Une tourte sortie du four").await;
    let content = Content { media: vec![image], ..says(TEXT) };
    let ours = sent_twice(&Mastodon, &call, &content).await;

    let customer = given("PARVIS_TEST_MASTODON_CUSTOMER_TOKEN");
    let post = |path: String| http.post(&format!("{server}{path}")).bearer(&customer);
    let like = post(format!("/api/v1/statuses/{}/favourite", ours.id)).send().await.unwrap();
    assert!(like.is_success(), "{}", like.text());
    let name = given("PARVIS_TEST_MASTODON_USERNAME");
    for (text, visibility) in [("Miam 😋", "public"), ("Entre nous", "direct")] {
        let body = json!({ "status": format!("@{name} {text}"), "visibility": visibility,
            "in_reply_to_id": (visibility == "public").then_some(&ours.id) });
        let said = post("/api/v1/statuses".to_owned()).json(&body).send().await.unwrap();
        assert!(said.is_success(), "{}", said.text());
    }
    let item = comes(&Mastodon, &call, ItemKind::Reply).await;
    assert!(item.text.ends_with("Miam 😋"), "{}", item.text);
    assert_eq!(item.root.as_deref(), Some(ours.id.as_str()));
    comes(&Mastodon, &call, ItemKind::Like).await;
    let private = comes(&Mastodon, &call, ItemKind::Direct).await;
    let answer = Content { reply_to: answering(&private), ..says("Oui, entre nous") };
    let answered = sent_twice(&Mastodon, &call, &answer).await;
    let status: Value = http
        .get(&format!("{server}/api/v1/statuses/{}", answered.id))
        .bearer(&token)
        .send()
        .await
        .unwrap()
        .json()
        .unwrap();
    assert_eq!(status["visibility"], "direct");
    let figures = Mastodon.figures(&call, &[ours.id.clone(), "1".to_owned()]).await.unwrap();
    assert_eq!(figures.len(), 1);
    assert_eq!((figures[0].reactions, figures[0].comments), (Some(1), Some(1)));
    assert_eq!(figures[0].reach, None);
}

#[tokio::test]
async fn a_feed_server_is_read_and_costs_nothing_the_second_time() {
    let Some(url) = variable("PARVIS_TEST_FEED_URL") else { return };
    let (http, reader) = (http(PATIENCE), connectors::feed_reader());
    let FeedAnswer::Feed(feed) = reader.read(&http, &url, None, None).await.unwrap() else {
        panic!("nothing was read before")
    };
    assert!(!feed.items.is_empty());
    if feed.etag.is_some() || feed.last_modified.is_some() {
        let (etag, date) = (feed.etag.as_deref(), feed.last_modified.as_deref());
        let again = reader.read(&http, &url, etag, date).await.unwrap();
        assert_eq!(again, FeedAnswer::NotModified);
    }
}
