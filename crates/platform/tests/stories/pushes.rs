//! A phone in a pocket is told what is due, by a push service that can't read it.

use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use jobs::Registry;
use platform::outbound::{Outbound, OutboundSettings};
use platform::push::{self, Device, NewDevice, Push, PushError, PushKit, SendPush};
use platform::vault::Vault;
use platform::{Actor, Teammate};
use primitives::Id;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use web_push_native::p256::ecdsa::signature::Verifier;
use web_push_native::p256::ecdsa::{Signature, VerifyingKey};
use web_push_native::p256::{SecretKey, elliptic_curve::sec1::ToEncodedPoint};

use crate::world::*;

/// The headers and the body of a push.
type Came = (String, Vec<u8>);

/// A push service, and the browser behind it.
#[derive(Clone)]
struct Service {
    key: SecretKey,
    /// What came: the head and the encrypted body.
    came: Arc<Mutex<Vec<Came>>>,
    answers: Arc<Mutex<Vec<u16>>>,
}

const SECRET: [u8; 16] = *b"seize octets ici";

impl Service {
    fn new() -> Self {
        let key = SecretKey::from_slice(&[7; 32]).unwrap();
        Self { key, came: Arc::default(), answers: Arc::default() }
    }

    async fn open(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/push/louise", listener.local_addr().unwrap());
        let service = self.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
                let (head, body) = loop {
                    let read = stream.read(&mut buffer).await.unwrap();
                    seen.extend_from_slice(&buffer[..read]);
                    let Some(end) = seen.windows(4).position(|four| four == b"\r\n\r\n") else {
                        continue;
                    };
                    let head = String::from_utf8_lossy(&seen[..end]).to_lowercase();
                    let length = head.split("content-length: ").nth(1).unwrap();
                    let length: usize = length.lines().next().unwrap().trim().parse().unwrap();
                    if seen.len() >= end + 4 + length {
                        let head = String::from_utf8_lossy(&seen[..end]).into_owned();
                        break (head, seen[end + 4..].to_vec());
                    }
                };
                service.came.lock().unwrap().push((head, body));
                let status = service.answers.lock().unwrap().pop().unwrap_or(201);
                let answer = format!(
                    "HTTP/1.1 {status} x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                );
                stream.write_all(answer.as_bytes()).await.ok();
            }
        });
        url
    }

    /// What the browser says of itself.
    fn browser(&self, endpoint: String) -> NewDevice {
        let public = self.key.public_key().to_encoded_point(false);
        NewDevice {
            endpoint,
            p256dh: URL_SAFE_NO_PAD.encode(public.as_bytes()),
            auth: URL_SAFE_NO_PAD.encode(SECRET),
            device: "Téléphone de Claire".into(),
        }
    }

    fn header(&self, name: &str) -> String {
        let came = self.came.lock().unwrap();
        let line = came[0].0.lines().find(|line| line.to_lowercase().starts_with(name)).unwrap();
        line.split_once(": ").unwrap().1.to_owned()
    }
}

struct World {
    engine: Engine,
    kit: PushKit,
    registry: Registry,
    claire: Id<Teammate>,
    actor: Actor,
    service: Service,
}

impl World {
    async fn all() -> Vec<World> {
        let mut worlds = Vec::new();
        for engine in engines().await {
            let actor = bakery(&engine).await.actor;
            let http = OutboundSettings { allow_private: true, ..OutboundSettings::default() };
            let kit = PushKit {
                database: engine.database.clone(),
                http: Outbound::new(http).unwrap(),
                vault: Vault::for_tests(engine.ambient()),
                contact: "https://parvis.exemple.test".into(),
            };
            let sender = kit.clone();
            let registry = Registry::new().on::<SendPush, _, _>(move |job, context| {
                let kit = sender.clone();
                async move { push::deliver(job, &context, &kit).await }
            });
            let claire = actor.teammate_id().unwrap();
            let service = Service::new();
            worlds.push(World { engine, kit, registry, claire, actor, service });
        }
        worlds
    }

    async fn turns_on(&self) -> String {
        let new = self.service.browser(self.service.open().await);
        let mut tx = begin(&self.engine).await;
        let public = push::public_key(&self.kit.vault, &mut tx).await.unwrap();
        Device::add(new, self.claire, true, &self.kit.vault, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        public
    }

    async fn tell(&self) -> jobs::RanDue {
        let push = Push {
            title: "À publier sur Instagram".into(),
            body: "La bûche de Noël".into(),
            url: "https://parvis.exemple.test/b/oeuf/to-post/1".into(),
            tag: "to_post:1".into(),
        };
        let mut tx = begin(&self.engine).await;
        let brand = Some(self.actor.brand());
        push::tell(self.claire, &push, brand, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        self.run().await
    }

    async fn run(&self) -> jobs::RanDue {
        let now = self.engine.ambient().now();
        jobs::run_due(&self.engine, &self.registry, now).await.unwrap()
    }

    async fn devices(&self) -> Vec<Device> {
        Device::of_teammate(self.claire, &mut read(&self.engine).await).await.unwrap()
    }
}

#[tokio::test]
async fn the_push_that_a_browser_receives_decrypts_to_the_title_and_address() {
    for world in World::all().await {
        let public = world.turns_on().await;
        world.tell().await;
        let (_, sealed) = world.service.came.lock().unwrap()[0].clone();
        assert!(!String::from_utf8_lossy(&sealed).contains("Instagram"));
        let secret = web_push_native::Auth::from(SECRET);
        let plain = web_push_native::decrypt(sealed, &world.service.key, &secret).unwrap();
        let told: Push = serde_json::from_slice(&plain).unwrap();
        assert_eq!(told.title, "À publier sur Instagram");
        assert_eq!(told.url, "https://parvis.exemple.test/b/oeuf/to-post/1");
        assert_eq!(world.service.header("content-encoding"), "aes128gcm");
        // The service can tell that it comes from this house, and is meant for it.
        let said = world.service.header("authorization");
        let (token, key) = said.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(key, public);
        let (claims, signature) = token.rsplit_once('.').unwrap();
        let key = URL_SAFE_NO_PAD.decode(key).unwrap();
        let key = VerifyingKey::from_sec1_bytes(&key).unwrap();
        let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
        let signature = Signature::from_slice(&signature).unwrap();
        key.verify(claims.as_bytes(), &signature).unwrap();
        let claims = URL_SAFE_NO_PAD.decode(claims.split_once('.').unwrap().1).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert!(claims["aud"].as_str().unwrap().starts_with("http://127.0.0.1:"));
        assert_eq!(claims["sub"], "https://parvis.exemple.test");
        assert!(world.devices().await[0].reached_at.is_some());
    }
}

#[tokio::test]
async fn a_gone_device_is_forgotten() {
    for world in World::all().await {
        for gone in [410, 404] {
            world.turns_on().await;
            world.service.answers.lock().unwrap().push(gone);
            world.tell().await;
            assert!(world.devices().await.is_empty(), "{} {gone}", world.engine.name);
        }
    }
}

#[tokio::test]
async fn a_push_service_that_is_unwell_is_asked_again() {
    for world in World::all().await {
        world.turns_on().await;
        world.service.answers.lock().unwrap().push(503);
        assert_eq!(world.tell().await.retried, 1);
        world.engine.ambient().advance(SignedDuration::from_mins(30));
        world.run().await;
        assert_eq!(world.service.came.lock().unwrap().len(), 2);
        assert_eq!(world.devices().await.len(), 1);
    }
}

#[tokio::test]
async fn the_same_browser_turned_on_twice_is_one_device_and_its_address_is_sealed() {
    for world in World::all().await {
        let new = world.service.browser("https://push.exemple.fr/secret-de-claire".into());
        let mut tx = begin(&world.engine).await;
        for _ in 0..2 {
            let (vault, new) = (&world.kit.vault, new.clone());
            Device::add(new, world.claire, false, vault, &mut tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        let device = world.devices().await.remove(0);
        assert_eq!(world.devices().await.len(), 1);
        let mut tx = read(&world.engine).await;
        let rows = tx.query("SELECT sealed FROM push_device ORDER BY id", vec![]).await.unwrap();
        let sealed: Vec<u8> = rows[0].get(0).unwrap();
        assert!(!String::from_utf8_lossy(&sealed).contains("secret-de-claire"));
        drop(tx);
        // Nobody else turns it off.
        let other = stranger(&world.engine, "leo@exemple.test").await;
        let mut tx = begin(&world.engine).await;
        assert!(!Device::remove(device.id, other.id, &mut tx).await.unwrap());
        assert!(Device::remove(device.id, world.claire, &mut tx).await.unwrap());
    }
}

#[tokio::test]
async fn a_push_service_on_a_private_network_or_without_tls_is_refused_unless_allowed() {
    for world in World::all().await {
        let mut tx = begin(&world.engine).await;
        for endpoint in [
            "http://push.exemple.fr/a",
            "https://127.0.0.1/a",
            "https://192.168.1.4/a",
            "https://imprimante.local/a",
            "ftp://push.exemple.fr/a",
        ] {
            let new = world.service.browser(endpoint.into());
            let added = Device::add(new, world.claire, false, &world.kit.vault, &mut tx).await;
            assert!(matches!(added, Err(PushError::NotAnAddress)), "{endpoint}");
        }
        let mut new = world.service.browser("https://push.exemple.fr/a".into());
        new.p256dh = "pas une clé".into();
        let added = Device::add(new, world.claire, false, &world.kit.vault, &mut tx).await;
        assert!(matches!(added, Err(PushError::BadKeys)));
    }
}
