//! Signing in: the sound ways, and what is said when it does not work.
#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]

#[path = "support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::time::Duration;

use channels::connector::{Began, Connect, Connector};
use channels::{NetworkError, Rejection};
use connectors::assisted::Assisted;
use connectors::bluesky::Bluesky;
use connectors::mastodon::Mastodon;
use serde_json::Value;
use support::{Keeper, answered, call, connected, http};
use testing::networks::{FakeBluesky, FakeMastodon, bluesky, mastodon};

const PATIENCE: Duration = Duration::from_secs(5);

fn reason(error: &NetworkError) -> Option<Rejection> {
    match error {
        NetworkError::Rejected { reason, .. } => Some(*reason),
        _ => None,
    }
}

#[tokio::test]
async fn a_handle_alone_leads_to_the_server_that_keeps_the_account() {
    let fake = FakeBluesky::start(bluesky::Options::default()).await;
    let connector = Bluesky::with_directories(&fake.url(), &fake.url());
    for (handle, server) in [("@Boulangerie.test", ""), ("boulangerie.test", "bsky.social")] {
        let answers = [("handle", handle), ("password", fake.password()), ("server", server)];
        let connected = connected(&connector, &http(PATIENCE), "app-password", &answers).await;
        let connected = connected.unwrap();
        assert_eq!(connected.server, fake.url());
        assert_eq!(connected.remote_account_id, fake.did());
        assert_eq!(connected.handle, "boulangerie.test");
        assert_eq!(
            (connected.name.as_str(), connected.followers),
            ("Boulangerie Martin", Some(42))
        );
        assert_eq!(connected.limits.text.max, 300);
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_bluesky_sign_in_is_told_apart() {
    let fake = FakeBluesky::start(bluesky::Options::default()).await;
    let other = FakeMastodon::start(mastodon::Options::default()).await;
    let (url, other) = (fake.url(), other.url());
    let connector = Bluesky::with_directories(&url, &url);
    for (handle, password, server, expected) in [
        ("boulangerie.test", "wrong", url.as_str(), Rejection::WrongCredentials),
        ("nobody.test", "wrong", "", Rejection::WrongCredentials),
        ("boulangerie.test", "wrong", &other, Rejection::NotThisNetwork),
        ("boulangerie.test", "wrong", "not a server", Rejection::NotThisNetwork),
    ] {
        let answers = [("handle", handle), ("password", password), ("server", server)];
        let error = connected(&connector, &http(PATIENCE), "app-password", &answers).await;
        assert_eq!(reason(&error.unwrap_err()), Some(expected), "{handle} {server}");
    }
}

#[tokio::test]
async fn when_neither_refresh_nor_password_work_a_person_is_asked() {
    let fake = FakeBluesky::start(bluesky::Options::default()).await;
    let connector = Bluesky::default();
    let url = fake.url();
    let answers = [("handle", fake.handle()), ("password", fake.password()), ("server", &url)];
    let client = http(PATIENCE);
    let account = connected(&connector, &client, "app-password", &answers).await.unwrap();
    let call = call(&account, &client, Keeper::of(&account));
    fake.stop_refreshing();
    fake.expire_tokens();
    let read = connector.test(&call).await.expect("the password opens a new session");
    assert!(read.credentials.is_null());
    assert_eq!(fake.sessions(), (2, 0));
    fake.revoke_password();
    fake.expire_tokens();
    let error = connector.test(&call).await.unwrap_err();
    assert!(matches!(error, NetworkError::Reauthorize { .. }), "{error}");
}

#[tokio::test]
async fn a_person_agrees_on_mastodons_own_page() {
    let fake = FakeMastodon::start(mastodon::Options::default()).await;
    let client = http(PATIENCE);
    let (server, back) = (fake.url(), "http://back.test/connections?n=1");
    let answers = answered(&[("server", &server)]);
    let began = Mastodon.begin(&client, "oauth", &answers, back, "our state").await.unwrap();
    let Began::GoTo { url, keep } = began else { panic!("{began:?}") };
    assert!(url.starts_with(&server) && url.contains("code_challenge_method=S256"), "{url}");
    let kept_secret = keep["verifier"].as_str().unwrap();
    assert!(!url.contains(kept_secret), "the proof goes through the browser");

    let agreed = client.post(&url).send().await.unwrap();
    let location = agreed.header("location").unwrap().to_owned();
    assert!(location.starts_with(back));
    let returned = url::Url::parse(&location).unwrap();
    let returned: BTreeMap<String, String> =
        returned.query_pairs().map(|(name, value)| (name.into(), value.into())).collect();
    assert_eq!(returned["state"], "our state");

    let mut forged = keep.clone();
    forged["verifier"] = Value::from("somebody else's");
    let error = Mastodon.finish(&client, &forged, &returned, back).await.unwrap_err();
    assert_eq!(reason(&error), Some(Rejection::WrongCredentials), "{error}");

    let agreed = client.post(&url).send().await.unwrap();
    let location = url::Url::parse(agreed.header("location").unwrap()).unwrap();
    let returned = location.query_pairs().map(|(n, v)| (n.into(), v.into())).collect();
    let account = Mastodon.finish(&client, &keep, &returned, back).await.unwrap();
    assert_eq!(account.remote_account_id, fake.account_id());
    assert!(account.handle.starts_with("boulangerie@"));
    let call = call(&account, &client, Keeper::of(&account));
    assert_eq!(Mastodon.test(&call).await.unwrap().name, "Boulangerie Martin");
}

#[tokio::test]
async fn a_person_who_does_not_agree_is_told_so() {
    let fake = FakeMastodon::start(mastodon::Options::default()).await;
    let client = http(PATIENCE);
    let answers = answered(&[("server", &fake.url())]);
    let began = Mastodon.begin(&client, "oauth", &answers, "http://back.test/", "s").await.unwrap();
    let Began::GoTo { keep, .. } = began else { panic!("{began:?}") };
    let returned = answered(&[("error", "access_denied")]);
    let error = Mastodon.finish(&client, &keep, &returned, "http://back.test/").await.unwrap_err();
    assert_eq!(reason(&error), Some(Rejection::Forbidden));
}

#[tokio::test]
async fn what_is_wrong_with_a_mastodon_sign_in_is_told_apart() {
    let fake = FakeMastodon::start(mastodon::Options::default()).await;
    let other = FakeBluesky::start(bluesky::Options::default()).await;
    let client = http(PATIENCE);
    for (server, expected) in [
        (fake.url(), Rejection::WrongCredentials),
        (other.url(), Rejection::NotThisNetwork),
        (String::new(), Rejection::NotThisNetwork),
    ] {
        let answers = [("server", server.as_str()), ("token", "a wrong token")];
        let error = connected(&Mastodon, &client, "token", &answers).await.unwrap_err();
        assert_eq!(reason(&error), Some(expected), "{server}: {error}");
    }
}

#[tokio::test]
async fn a_servers_own_limits_are_read() {
    for second_instance in [true, false] {
        let options =
            mastodon::Options { max_characters: 5000, second_instance, ..Default::default() };
        let fake = FakeMastodon::start(options).await;
        let (server, token) = (fake.url(), fake.token());
        let answers = [("server", server.as_str()), ("token", &token)];
        let account = connected(&Mastodon, &http(PATIENCE), "token", &answers).await.unwrap();
        assert_eq!(account.limits.text.max, 5000);
        assert_eq!(account.limits.source, "served");
        assert_eq!(account.limits.learnt_on.len(), 10);
    }
}

#[tokio::test]
async fn any_network_has_its_place_by_name() {
    let client = http(PATIENCE);
    let answers =
        [("network", "linkedin"), ("account", ""), ("link", "linkedin.com/company/martin/")];
    let account = connected(&Assisted, &client, "name", &answers).await.unwrap();
    assert_eq!(account.credentials["network"], "LinkedIn");
    assert_eq!((account.handle.as_str(), account.limits.text.max), ("martin", 3000));
    assert_eq!(account.profile_url.as_deref(), Some("https://linkedin.com/company/martin/"));
    let answers = [("network", "Forum du quartier"), ("account", "@martin")];
    let account = connected(&Assisted, &client, "name", &answers).await.unwrap();
    assert_eq!(account.credentials["network"], "Forum du quartier");
    assert_eq!(account.handle, "martin");
    assert!(Assisted.publish().is_none());
    let error = connected(&Assisted, &client, "name", &[("network", "X")]).await.unwrap_err();
    assert_eq!(reason(&error), Some(Rejection::Empty));
}
