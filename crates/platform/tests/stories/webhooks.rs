//! A shop's till listens to what happens in the brand.

use std::sync::{Arc, Mutex};

use jiff::SignedDuration;
use jobs::Registry;
use platform::outbound::{Outbound, OutboundSettings};
use platform::vault::Vault;
use platform::webhook::{
    self, DeliverWebhook, DeliveryState, NewWebhook, Stopped, Webhook, WebhookError, WebhookKit,
};
use platform::{Actor, Role, Subject, activity};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::world::*;

/// An address outside: what it was told, and what it answers next.
#[derive(Clone, Default)]
struct Till {
    told: Arc<Mutex<Vec<(String, Value)>>>,
    answers: Arc<Mutex<Vec<u16>>>,
}

impl Till {
    async fn open(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/parvis", listener.local_addr().unwrap());
        let till = self.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
                let (head, body) = loop {
                    let read = stream.read(&mut buffer).await.unwrap();
                    seen.extend_from_slice(&buffer[..read]);
                    let text = String::from_utf8_lossy(&seen).into_owned();
                    let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
                    if let Ok(body) = serde_json::from_str::<Value>(body) {
                        break (head.to_owned(), body);
                    }
                };
                till.told.lock().unwrap().push((head, body));
                let status = till.answers.lock().unwrap().pop().unwrap_or(204);
                let answer = format!(
                    "HTTP/1.1 {status} x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                );
                stream.write_all(answer.as_bytes()).await.ok();
            }
        });
        url
    }

    fn verbs(&self) -> Vec<String> {
        let told = self.told.lock().unwrap();
        told.iter().map(|(_, body)| body["type"].as_str().unwrap().to_owned()).collect()
    }
}

struct World {
    engine: Engine,
    kit: WebhookKit,
    registry: Registry,
    claire: Actor,
    till: Till,
}

impl World {
    async fn all() -> Vec<World> {
        let mut worlds = Vec::new();
        for engine in engines().await {
            let done = bakery(&engine).await;
            let http = OutboundSettings { allow_private: true, ..OutboundSettings::default() };
            let kit = WebhookKit {
                database: engine.database.clone(),
                http: Outbound::new(http).unwrap(),
                vault: Vault::for_tests(engine.ambient()),
            };
            let sender = kit.clone();
            let registry = Registry::new().on::<DeliverWebhook, _, _>(move |job, context| {
                let kit = sender.clone();
                async move { webhook::deliver(job, &context, &kit).await }
            });
            let till = Till::default();
            worlds.push(World { engine, kit, registry, claire: done.actor, till });
        }
        worlds
    }

    async fn listen(&self, nouns: &[&str]) -> (Webhook, String) {
        let new = NewWebhook {
            name: name("Caisse"),
            url: self.till.open().await,
            nouns: nouns.iter().map(|noun| (*noun).to_owned()).collect(),
        };
        let mut tx = begin(&self.engine).await;
        let made = Webhook::add(new, &self.kit.vault, &self.claire, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        made
    }

    async fn happens(&self, verb: &'static str) {
        let mut tx = begin(&self.engine).await;
        let subject = Subject::only("post");
        activity::record(&mut tx, &self.claire, verb, subject, json!({ "n": 1 })).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn run(&self) -> jobs::RanDue {
        let now = self.engine.ambient().now();
        jobs::run_due(&self.engine, &self.registry, now).await.unwrap()
    }

    async fn state(&self, webhook: &Webhook) -> (Webhook, Vec<DeliveryState>) {
        let mut tx = read(&self.engine).await;
        let log = webhook.log(None, &mut tx).await.unwrap();
        let now = Webhook::load(webhook.id, &self.claire, &mut tx).await.unwrap();
        (now, log.iter().map(|delivery| delivery.state).collect())
    }
}

#[tokio::test]
async fn a_webhook_is_told_what_it_listens_to_signed_and_once() {
    for world in World::all().await {
        let (webhook, secret) = world.listen(&["post"]).await;
        world.happens("post.scheduled").await;
        world.happens("feed.followed").await;
        world.run().await;
        world.run().await;
        assert_eq!(world.till.verbs(), ["post.scheduled"], "{}", world.engine.name);
        let (head, body) = world.till.told.lock().unwrap()[0].clone();
        let header = |name: &str| {
            let line = head.lines().find(|line| line.to_lowercase().starts_with(name)).unwrap();
            line.split_once(": ").unwrap().1.to_owned()
        };
        let at = header("webhook-timestamp").parse().unwrap();
        let at = jiff::Timestamp::from_second(at).unwrap();
        let signed = webhook::sign(&secret, &header("webhook-id"), at, &body.to_string());
        assert_eq!(header(webhook::SIGNATURE), signed);
        assert_eq!(body["data"]["n"], 1);
        assert_eq!(world.state(&webhook).await.1, [DeliveryState::Taken]);
    }
}

#[tokio::test]
async fn what_did_not_happen_is_not_told() {
    for world in World::all().await {
        let (_, _) = world.listen(&[]).await;
        let mut tx = begin(&world.engine).await;
        let subject = Subject::only("post");
        activity::record(&mut tx, &world.claire, "post.begun", subject, json!({})).await.unwrap();
        drop(tx);
        world.run().await;
        assert_eq!(world.till.verbs(), Vec::<String>::new());
    }
}

#[tokio::test]
async fn an_address_that_is_unwell_is_told_again_under_the_same_id() {
    for world in World::all().await {
        let (webhook, _) = world.listen(&[]).await;
        world.till.answers.lock().unwrap().extend([200, 503, 500]);
        world.happens("post.scheduled").await;
        assert_eq!(world.run().await.retried, 1);
        assert!(world.state(&webhook).await.0.failing_since.is_some());
        for _ in 0..2 {
            world.engine.ambient().advance(SignedDuration::from_mins(30));
            world.run().await;
        }
        let told = world.till.told.lock().unwrap().clone();
        let ids: Vec<_> = told
            .iter()
            .map(|(head, _)| head.lines().find(|line| line.starts_with("webhook-id")).unwrap())
            .collect();
        assert_eq!(ids.len(), 3);
        assert!(ids.iter().all(|id| *id == ids[0]));
        let (webhook, states) = world.state(&webhook).await;
        assert_eq!((webhook.failing_since, states), (None, vec![DeliveryState::Taken]));
    }
}

#[tokio::test]
async fn an_address_that_is_gone_is_told_nothing_more_and_the_brand_knows() {
    for world in World::all().await {
        let (webhook, _) = world.listen(&[]).await;
        world.till.answers.lock().unwrap().push(410);
        world.happens("post.scheduled").await;
        world.run().await;
        world.happens("post.deleted").await;
        world.run().await;
        assert_eq!(world.till.verbs().len(), 1);
        let (webhook, states) = world.state(&webhook).await;
        assert_eq!((webhook.stopped, states), (Some(Stopped::Gone), vec![DeliveryState::GivenUp]));
        let mut tx = begin(&world.engine).await;
        let claire = world.claire.teammate_id().unwrap();
        let unread =
            platform::notification::Notification::unread(claire, world.claire.brand(), &mut tx);
        assert_eq!(unread.await.unwrap(), 1);
        // Begun again, it is told what happens from now on.
        webhook.stop(false, &world.claire, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.happens("post.restored").await;
        world.run().await;
        assert_eq!(world.till.verbs().last().unwrap(), "post.restored");
    }
}

#[tokio::test]
async fn only_those_who_manage_the_brand_see_its_webhooks_and_only_of_their_brand() {
    for world in World::all().await {
        let (webhook, _) = world.listen(&[]).await;
        let (_, leo) =
            colleague(&world.engine, &world.claire, "leo@exemple.test", Role::CommunityManager)
                .await;
        let mut tx = read(&world.engine).await;
        let seen = Webhook::all(&leo, &mut tx).await;
        assert!(matches!(seen, Err(WebhookError::NotAllowed(_))));
        let elsewhere = Actor::system(world.engine.ambient().new_id());
        let seen = Webhook::load(webhook.id, &elsewhere, &mut tx).await;
        assert!(matches!(seen, Err(WebhookError::NotFound)));
        drop(tx);
        let mut tx = begin(&world.engine).await;
        for (url, nouns) in [("ftp://a.fr", vec![]), ("https://a.fr", vec!["pain".to_owned()])] {
            let new = NewWebhook { name: name("Non"), url: url.to_owned(), nouns };
            Webhook::add(new, &world.kit.vault, &world.claire, &mut tx).await.unwrap_err();
        }
    }
}
