//! The bakery, its channel on a network in memory that gives figures, and a neighbour.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use channels::connector::{
    Connected, Connector, Measure, PreviewStyle, Publish, RemoteFigures, Repeat,
};
use channels::publication::{NewPublication, Place, PostRef, Purpose, VariantRef, deliver};
use channels::{
    Call, Channel, ChannelKit, Connectors, Content, FenceSettings, Found, Limits, Network,
    NetworkError, Outcome, Prepared, Publication, Remote,
};
use jiff::Timestamp;
use measurement::insights::{Import, ImportPlan, Sheet};
use platform::brand::NewBrand;
use platform::media::MediaStore;
use platform::outbound::{Outbound, OutboundSettings};
use platform::setup::{self, SetUp};
use platform::vault::Vault;
use platform::{Actor, Brand};
use primitives::text::CountRule;
use primitives::{Id, Language};
use serde_json::{Value, json};
use testing::Engine;

/// The bakery at work.
pub struct World {
    pub engine: Engine,
    pub network: Pretend,
    pub kit: ChannelKit,
    pub louise: Actor,
    pub neighbour: Actor,
    pub channel: Channel,
}

/// A network in memory: what it says of each piece, or the trouble it is in.
#[derive(Clone, Default)]
pub struct Pretend {
    pub figures: Arc<Mutex<HashMap<String, RemoteFigures>>>,
    pub trouble: Arc<Mutex<Option<NetworkError>>>,
    pub calls: Arc<Mutex<usize>>,
}

static NETWORK: Network =
    Network { key: "pretend", name: "Pretend", icon: "globe", preview: PreviewStyle::Plain };

impl Connector for Pretend {
    fn network(&self) -> &'static Network {
        &NETWORK
    }
    fn publish(&self) -> Option<&dyn Publish> {
        Some(self)
    }
    fn measure(&self) -> Option<&dyn Measure> {
        Some(self)
    }
}

#[async_trait]
impl Measure for Pretend {
    async fn figures(
        &self,
        _: &Call,
        remote_ids: &[String],
    ) -> Result<Vec<RemoteFigures>, NetworkError> {
        *self.calls.lock().unwrap() += 1;
        if let Some(trouble) = self.trouble.lock().unwrap().clone() {
            return Err(trouble);
        }
        let figures = self.figures.lock().unwrap();
        Ok(remote_ids.iter().filter_map(|id| figures.get(id).cloned()).collect())
    }
    fn gives(&self) -> &'static [&'static str] {
        &["reactions", "comments", "shares"]
    }
}

#[async_trait]
impl Publish for Pretend {
    fn send_key(&self, publication: [u8; 16], _: Timestamp) -> String {
        format!("{publication:02x?}")
    }
    fn prepare(&self, content: &Content, _: &Limits, _: Timestamp) -> Result<Value, NetworkError> {
        Ok(json!({ "text": content.text }))
    }
    async fn stage(&self, _: &Call, prepared: &Prepared) -> Result<channels::Staged, NetworkError> {
        Ok(channels::Staged::Ready(prepared.payload.clone()))
    }
    async fn send(&self, call: &Call, prepared: &Prepared) -> Result<Outcome, NetworkError> {
        let id = prepared.content.text.clone();
        let url = Some(format!("https://pretend.test/{id}"));
        Ok(Outcome::Published(Remote { id, url, at: Some(call.now) }))
    }
    async fn find(&self, _: &Call, _: &Prepared, _: &[String]) -> Result<Found, NetworkError> {
        Ok(Found::Absent)
    }
    fn repeat(&self) -> Repeat {
        Repeat::SameRecord
    }
}

/// The bakery on each engine.
pub async fn worlds() -> Vec<World> {
    let mut worlds = Vec::new();
    for engine in testing::engines().await {
        worlds.push(world(engine).await);
    }
    worlds
}

async fn world(engine: Engine) -> World {
    let network = Pretend::default();
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
    let channel = Channel::connect(&NETWORK, &account(), &vault, &louise, &mut tx).await.unwrap();
    let brand = Brand::of(&louise, &mut tx).await.unwrap();
    let new = NewBrand {
        name: platform::field::Name::parse("La Fromagerie").unwrap(),
        colour: brand.colour.clone(),
        zone: brand.zone.clone(),
        language: Language::Fr,
        demo: false,
    };
    let (_, neighbour) = Brand::create(new, &louise, &mut tx).await.unwrap();
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
    World { engine, network, kit, louise, neighbour, channel }
}

fn account() -> Connected {
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
        credentials: json!({ "token": "secret" }),
    }
}

/// A fixture's bytes.
pub fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    std::fs::read(path).unwrap()
}

/// The plan proposed for a file of the bakery.
pub fn plan(sheet: &Sheet, name: &str) -> ImportPlan {
    ImportPlan::propose(sheet, "hash", name, "Europe/Paris").unwrap()
}

impl World {
    /// Publishes a text now; its id at the network is the text.
    pub async fn publish(&self, text: &str) -> (Id<PostRef>, Publication) {
        let mut tx = self.engine.begin().await.unwrap();
        let post = tx.new_id::<PostRef>();
        let new = NewPublication {
            channel: self.channel.id,
            purpose: Purpose::Post { post, variant: tx.new_id::<VariantRef>() },
            place: Place::default(),
            due_at: tx.now(),
            content: Content { text: text.to_owned(), ..Content::default() },
        };
        let planned = Publication::plan(new, &self.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        deliver(&self.kit, planned.id).await.unwrap();
        let mut tx = self.engine.read().await.unwrap();
        (post, Publication::load(planned.id, &self.louise, &mut tx).await.unwrap())
    }

    /// The network now says this of a piece.
    pub fn says(&self, id: &str, reactions: i64, comments: i64) {
        let figures = RemoteFigures {
            remote_id: id.to_owned(),
            reactions: Some(reactions),
            comments: Some(comments),
            shares: Some(0),
            ..RemoteFigures::default()
        };
        self.network.figures.lock().unwrap().insert(id.to_owned(), figures);
    }

    /// Imports a file as proposed.
    pub async fn import(&self, bytes: &[u8], name: &str) -> Import {
        let sheet = Sheet::read(bytes).unwrap();
        self.import_with(&sheet, plan(&sheet, name)).await
    }

    /// Imports a file by a plan.
    pub async fn import_with(&self, sheet: &Sheet, plan: ImportPlan) -> Import {
        let mut tx = self.engine.begin().await.unwrap();
        let import = Import::begin(plan, &self.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        import.run(sheet, &self.louise, &self.engine, |_| {}).await.unwrap()
    }
}
