//! Publishing and reading when the network fails.

use std::time::Duration;

use channels::{Found, NetworkError, Outcome, Prepared};
use testing::networks::{Fault, Point};

use crate::subject::Subject;
use crate::support::{published, says, staged};

/// Longer than the tests' client waits.
const SLOW: u64 = 1800;

fn faults() -> Vec<Fault> {
    vec![
        Fault::BeforeAccept,
        Fault::AfterAccept,
        Fault::SlowBeforeAccept { millis: SLOW },
        Fault::SlowAfterAccept { millis: SLOW },
        Fault::Status429 { retry: 1 },
        Fault::Status500BeforeAccept,
        Fault::Status500AfterAccept,
        Fault::Malformed,
    ]
}

/// Waits until a slow network has done what it still has in hand.
async fn settled(fault: Fault) {
    if matches!(fault, Fault::SlowBeforeAccept { .. }) {
        tokio::time::sleep(Duration::from_millis(SLOW)).await;
    }
}

fn count(network: &Subject, text: &str) -> usize {
    network.posts().iter().filter(|post| post.text == text).count()
}

async fn fails(network: &Subject, fault: Fault) -> (Prepared, Result<Outcome, NetworkError>) {
    let text = format!("Fournée pendant la panne {fault:?}");
    let prepared = staged(network.publish(), &network.call, &says(&text)).await;
    network.faults().script(Point::Publish, [fault]);
    let result = network.publish().send(&network.call, &prepared).await;
    (prepared, result)
}

pub async fn after_each_fault_reading_back_tells_the_truth(network: &Subject) {
    for fault in faults() {
        let (prepared, _) = fails(network, fault).await;
        settled(fault).await;
        let text = prepared.content.text.clone();
        let there = count(network, &text);
        assert_eq!(there, usize::from(fault.accepts()), "{fault:?}");
        let found = network.publish().find(&network.call, &prepared, &[]).await.unwrap();
        match found {
            Found::There(remote) => {
                assert_eq!(there, 1, "{fault:?}: seen though it is not there");
                assert!(network.posts().iter().any(|post| post.id == remote.id));
            }
            Found::Absent => {
                assert_eq!(there, 0, "{fault:?}: not seen though it is there");
                let outcome = network.publish().send(&network.call, &prepared).await.unwrap();
                assert!(matches!(outcome, Outcome::Published(_)), "{outcome:?}");
            }
            Found::CannotTell(_) => assert!(!network.tells_likes_apart, "{fault:?}"),
        }
        if network.tells_likes_apart {
            assert_eq!(count(network, &text), 1, "{fault:?}");
        }
    }
}

pub async fn what_is_in_doubt_is_never_called_an_error(network: &Subject) {
    for fault in faults() {
        let (prepared, result) = fails(network, fault).await;
        match result {
            Ok(Outcome::Uncertain { detail }) => assert!(!detail.is_empty()),
            Ok(other) => panic!("{fault:?}: {other:?}"),
            Err(error) => {
                let certain = matches!(fault, Fault::Status429 { .. });
                assert!(certain, "{fault:?} was called an error: {error}");
                assert_eq!(count(network, &prepared.content.text), 0);
            }
        }
    }
}

pub async fn a_server_that_is_away_gets_nothing(network: &Subject) {
    let prepared = staged(network.publish(), &network.call, &says("Personne n’écoute")).await;
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let away = channels::Call { server: format!("http://{nobody}"), ..network.call.clone() };
    let error = network.publish().send(&away, &prepared).await.unwrap_err();
    assert!(matches!(error, NetworkError::Retry { .. }), "{error}");
    let error = network.publish().find(&away, &prepared, &[]).await.unwrap_err();
    assert!(matches!(error, NetworkError::Retry { .. }), "{error}");
    let error = network.inbox().poll(&away, None).await.unwrap_err();
    assert!(matches!(error, NetworkError::Retry { .. }), "{error}");
}

pub async fn too_many_requests_wait_as_long_as_asked(network: &Subject) {
    let (_, result) = fails(network, Fault::Status429 { retry: 90 }).await;
    let Err(NetworkError::RateLimited { until }) = result else { panic!("{result:?}") };
    let wait = until.duration_since(network.call.now).as_secs();
    assert!((85..=100).contains(&wait), "{wait} s");
    network.faults().script(Point::Inbox, [Fault::Status429 { retry: 90 }]);
    let error = network.inbox().poll(&network.call, None).await.unwrap_err();
    assert!(matches!(error, NetworkError::RateLimited { .. }), "{error}");
}

pub async fn an_expired_token_is_renewed_once_or_asks_for_a_person(network: &Subject) {
    let (prepared, result) = fails(network, Fault::ExpiredToken).await;
    if network.renews {
        assert!(matches!(result, Ok(Outcome::Published(_))), "{result:?}");
        assert_eq!(network.keeper.renewals(), 1);
        assert_eq!(count(network, &prepared.content.text), 1);
        network.expire_tokens();
        network.inbox().poll(&network.call, None).await.unwrap();
        assert_eq!(network.keeper.renewals(), 2);
    } else {
        assert!(matches!(result, Err(NetworkError::Reauthorize { .. })), "{result:?}");
        assert_eq!(count(network, &prepared.content.text), 0);
        let error = network.inbox().poll(&network.call, None).await.unwrap_err();
        assert!(matches!(error, NetworkError::Reauthorize { .. }), "{error}");
    }
}

pub async fn two_renewals_at_once_are_one(network: &Subject) {
    if !network.renews {
        return;
    }
    network.expire_tokens();
    let (inbox, call) = (network.inbox(), &network.call);
    let (first, second, third) =
        tokio::join!(inbox.poll(call, None), inbox.poll(call, None), inbox.poll(call, None));
    assert!(first.is_ok() && second.is_ok() && third.is_ok());
    assert_eq!(network.keeper.renewals(), 1);
}

pub async fn credentials_are_in_no_error(network: &Subject) {
    let mut said = Vec::new();
    let mut secrets = network.secrets().await;
    for fault in faults().into_iter().chain([Fault::ExpiredToken]) {
        if fault == (Fault::ExpiredToken) && !network.renews {
            continue;
        }
        let (prepared, result) = fails(network, fault).await;
        said.push(format!("{result:?}"));
        for point in [Point::Read, Point::Inbox, Point::Upload] {
            network.faults().script(point, [fault]);
        }
        said.push(format!("{:?}", network.publish().find(&network.call, &prepared, &[]).await));
        said.push(format!("{:?}", network.inbox().poll(&network.call, None).await.err()));
        said.push(format!("{:?}", network.call.keeper.current().await));
        network.faults().clear();
        secrets.extend(network.secrets().await);
    }
    network.expire_tokens();
    network.faults().script(Point::Renew, [Fault::Status500BeforeAccept, Fault::Malformed]);
    for _ in 0..2 {
        let result = network.inbox().poll(&network.call, None).await;
        said.push(format!("{:?}", result.unwrap_err()));
    }
    assert!(secrets.iter().all(|secret| secret.len() > 8), "these are no secrets");
    for secret in &secrets {
        for words in &said {
            assert!(!words.contains(secret.as_str()), "a secret is in {words}");
        }
    }
}

pub async fn reading_that_fails_says_nothing_about_what_is_there(network: &Subject) {
    let content = says("Lu à moitié");
    let prepared = staged(network.publish(), &network.call, &content).await;
    published(network.publish(), &network.call, &content).await;
    for fault in faults() {
        // A slow answer is still an answer, once waited for.
        network.faults().script(Point::Read, [fault]);
        let result = network.publish().find(&network.call, &prepared, &[]).await;
        assert!(result.is_err(), "{fault:?}: {result:?}");
    }
}
