//! The named world: the bakery, Louise who owns it, and its channel on the network in memory.

use std::sync::Arc;

use channels::connector::{Connected, Connector, Repeat};
use channels::publication::{
    NewPublication, Next, PartKind, Place, PostRef, Purpose, VariantRef, deliver,
};
use channels::{
    Channel, ChannelKit, Connectors, Content, FenceSettings, Limits, Publication, PublicationState,
};
use jiff::SignedDuration;
use platform::Actor;
use platform::media::MediaStore;
use platform::outbound::{Outbound, OutboundSettings};
use platform::setup::{self, SetUp};
use platform::vault::Vault;
use primitives::text::CountRule;
use primitives::{Id, Language};
use testing::Engine;

use crate::network::Pretend;

/// The bakery at work.
pub struct World {
    pub engine: Engine,
    pub network: Pretend,
    pub kit: ChannelKit,
    pub louise: Actor,
    pub channel: Channel,
}

/// The bakery on each engine, its network honouring keys or not.
pub async fn worlds(repeat: Repeat) -> Vec<World> {
    let mut worlds = Vec::new();
    for engine in testing::engines().await {
        worlds.push(world(engine, repeat).await);
    }
    worlds
}

async fn world(engine: Engine, repeat: Repeat) -> World {
    let network = Pretend::new(repeat);
    let ambient = engine.ambient().clone();
    let set_up = SetUp {
        organization: "Le Fournil de Louise".into(),
        brand: "Le Fournil de Louise".into(),
        colour: "#b3402a".into(),
        zone: "Europe/Paris".into(),
        language: Language::Fr,
        name: "Louise Martin".into(),
        email: "louise@fournil.test".into(),
        password: "levain de douze ans".into(),
    };
    let checked = set_up.check(&ambient).await.expect("the set-up is right");
    let mut tx = engine.begin().await.unwrap();
    let louise = setup::set_up(checked, &mut tx).await.unwrap().actor;
    let vault = Vault::for_tests(&ambient);
    let network_facts = network.network();
    let channel =
        Channel::connect(network_facts, &account(), &vault, &louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let kit = ChannelKit {
        database: engine.database.clone(),
        connectors: Connectors::new([Arc::new(network.clone()) as Arc<dyn Connector>]),
        http: Outbound::new(OutboundSettings::default()).unwrap(),
        media: MediaStore::in_memory(),
        vault,
        instance: ambient.new_id(),
        fence: FenceSettings::default(),
        last_look: std::sync::Arc::new(channels::NothingToSay),
    };
    World { engine, network, kit, louise, channel }
}

/// The bakery's account.
pub fn account() -> Connected {
    Connected {
        server: "https://pretend.test".into(),
        remote_account_id: "1".into(),
        handle: "fournil".into(),
        name: "Le Fournil de Louise".into(),
        profile_url: None,
        avatar_url: None,
        followers: Some(120),
        limits: Limits {
            images: 4,
            image_bytes: 1_000_000,
            image_side: 2000,
            image_types: vec!["image/jpeg".into()],
            alt_text: 1000,
            source: "served".into(),
            learnt_on: "2026-11-22".into(),
            ..Limits::of(CountRule::graphemes(300))
        },
        credentials: serde_json::json!({ "token": "secret" }),
    }
}

impl World {
    /// Plans a text for so many seconds from now.
    pub async fn plan(&self, text: &str, in_seconds: i64) -> Publication {
        let mut tx = self.engine.begin().await.unwrap();
        let new = NewPublication {
            channel: self.channel.id,
            purpose: Purpose::Post {
                post: tx.new_id::<PostRef>(),
                variant: tx.new_id::<VariantRef>(),
            },
            place: Place::default(),
            due_at: tx.now() + SignedDuration::from_secs(in_seconds),
            content: Content { text: text.to_owned(), ..Content::default() },
        };
        let publication = Publication::plan(new, &self.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        publication
    }

    /// Plans texts that follow one another, the last as a first comment.
    pub async fn plan_chain(&self, texts: &[&str], in_seconds: i64) -> Vec<Publication> {
        let mut tx = self.engine.begin().await.unwrap();
        let (post, variant) = (tx.new_id::<PostRef>(), tx.new_id::<VariantRef>());
        let mut planned: Vec<Publication> = Vec::new();
        for (number, text) in texts.iter().enumerate() {
            let kind = match number {
                0 => PartKind::Main,
                last if last + 1 == texts.len() => PartKind::FirstComment,
                _ => PartKind::Thread,
            };
            let after = planned.last().map(|before| before.id);
            let new = NewPublication {
                channel: self.channel.id,
                purpose: Purpose::Post { post, variant },
                place: Place { part: i64::try_from(number).unwrap(), kind, after },
                due_at: tx.now() + SignedDuration::from_secs(in_seconds),
                content: Content { text: (*text).to_owned(), ..Content::default() },
            };
            planned.push(Publication::plan(new, &self.louise, &mut tx).await.unwrap());
        }
        tx.commit().await.unwrap();
        planned
    }

    /// Delivers each part until it rests, in the order given, for some hours.
    pub async fn let_all_pass(&self, parts: &[Publication], hours: i64) -> Vec<&'static str> {
        let mut states = Vec::new();
        for part in parts {
            states.push(self.let_pass(part.id, hours).await.name().as_str());
        }
        states
    }

    /// The words that are there, in order, each with what it answers.
    pub fn seen(&self) -> Vec<(String, Option<String>)> {
        let state = self.network.state.lock().unwrap();
        let words = state.posts.iter().map(|(_, text)| text.clone());
        words.zip(state.answers.clone()).collect()
    }

    /// The publications whose delivery is queued.
    pub async fn queued(&self) -> Vec<String> {
        let mut tx = self.engine.read().await.unwrap();
        let text = database::sql!("SELECT once_key FROM job WHERE kind = 'deliver' ORDER BY id");
        let rows = tx.query(text, database::params![]).await.unwrap();
        let keys = rows.iter().map(|row| row.get::<Option<String>>("once_key").unwrap());
        keys.flatten().collect()
    }

    /// Lets the clock go and the fence work, until it rests or the hours are over.
    pub async fn let_pass(&self, id: Id<Publication>, hours: i64) -> PublicationState {
        let end = self.kit.database.ambient().now() + SignedDuration::from_hours(hours);
        loop {
            match deliver(&self.kit, id).await.unwrap() {
                Next::Rest => break,
                Next::At(at) if at > end => break,
                Next::At(at) => {
                    let now = self.kit.database.ambient().now();
                    let next = at.max(now + SignedDuration::from_millis(1));
                    self.kit.database.ambient().set(next);
                }
            }
        }
        self.state(id).await
    }

    /// Moves it as far as it goes at this instant.
    pub async fn deliver(&self, id: Id<Publication>) -> PublicationState {
        deliver(&self.kit, id).await.unwrap();
        self.state(id).await
    }

    /// Where it stands.
    pub async fn state(&self, id: Id<Publication>) -> PublicationState {
        self.publication(id).await.state
    }

    /// The publication.
    pub async fn publication(&self, id: Id<Publication>) -> Publication {
        let mut tx = self.engine.read().await.unwrap();
        Publication::load(id, &self.louise, &mut tx).await.unwrap()
    }

    /// The kinds of what happened to it, in order.
    pub async fn steps(&self, id: Id<Publication>) -> Vec<&'static str> {
        let mut tx = self.engine.read().await.unwrap();
        let publication = Publication::load(id, &self.louise, &mut tx).await.unwrap();
        let steps = publication.timeline(&mut tx).await.unwrap();
        steps.into_iter().map(|step| step.kind.as_str()).collect()
    }
}
