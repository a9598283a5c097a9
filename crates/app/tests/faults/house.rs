//! One database, one data folder, the networks connected to it and the programs at work on it.

use std::time::Duration;

use channels::publication::{
    Filter, NewPublication, PartKind, Place, PostRef, Purpose, VariantRef,
};
use channels::{AttachedMedia, Channel, Content, Publication};
use database::{Tx, params};
use jiff::{SignedDuration, Timestamp};
use platform::media::MediaStore;
use platform::outbound::{Outbound, OutboundSettings};
use platform::vault::Vault;
use platform::{Actor, Brand};
use primitives::{Ambient, Id};
use testing::Engine;

use crate::network::Network;
use crate::parvis::{self, Parvis};
use crate::plan::{Kind, On, PARTS, RunPlan, Trouble};

/// A publication on its way.
pub struct Planned {
    pub id: Id<Publication>,
    /// Where in [`House::networks`].
    pub network: usize,
    pub text: String,
    /// The one it answers.
    pub after: Option<Id<Publication>>,
}

/// All that one run needs.
pub struct House {
    pub plan: RunPlan,
    pub engine: Engine,
    pub actor: Actor,
    pub networks: Vec<Network>,
    channels: Vec<Id<Channel>>,
    programs: Vec<Parvis>,
}

impl House {
    /// Sets Parvis up, connects every network, and starts the program.
    pub async fn open(plan: RunPlan) -> House {
        let engine = match plan.on {
            On::Sqlite => testing::engines::sqlite(Ambient::real()).await,
            On::Postgres => {
                let engine = testing::engines::postgres(Ambient::real()).await;
                engine.expect("PARVIS_TEST_POSTGRES_URL is set")
            }
        };
        parvis::set_up(engine.folder.path(), &engine.location).await;
        let brands = Brand::all(&mut engine.read().await.unwrap()).await.unwrap();
        let actor = Actor::system(brands[0].id);
        let mut networks = Vec::new();
        for kind in Kind::ALL {
            for trouble in Trouble::ALL.into_iter().filter(|trouble| kind.meets(*trouble)) {
                let through = plan.part.unwrap_or(0);
                networks.push(Network::start(kind, trouble, plan.each, through).await);
            }
        }
        let channels = connect(&networks, &engine, &actor).await;
        let mut house = House { plan, engine, actor, networks, channels, programs: Vec::new() };
        for _ in 0..if plan.two { 2 } else { 1 } {
            house.start().await;
        }
        house
    }

    /// Starts a program. Alone it has hands for the whole batch; of two, neither has, so that
    /// both are in the middle of something when one is killed.
    pub async fn start(&mut self) {
        let batch = self.networks.len() * self.plan.each;
        let workers = if self.plan.two { batch * 55 / 100 } else { batch + 10 };
        let folder = self.engine.folder.path();
        let program = Parvis::start(folder, &self.engine.location, workers).await;
        self.programs.push(program);
    }

    /// Kills the program that was started first.
    pub async fn kill(&mut self) {
        self.programs.remove(0).kill().await;
    }

    /// Makes the leases of jobs run out: see [`let_job_leases_run_out`].
    pub async fn let_job_leases_run_out(&self) {
        let_job_leases_run_out(&self.engine, self.plan.on).await;
    }

    /// Plans the batch: for each network, as many publications as the run asks for.
    pub async fn plan_batch(&self, due_at: Timestamp) -> Vec<Planned> {
        let media = self.picture().await;
        let mut tx = self.engine.begin().await.unwrap();
        let mut batch = Vec::new();
        for number in 0..self.networks.len() * self.plan.each {
            let network = number % self.networks.len();
            // As alike as a bakery's mornings: only a close look tells them apart.
            let text =
                format!("Fournée n° {number} : le pain de seigle sort du four, à tout à l’heure");
            let (post, variant) = (tx.new_id::<PostRef>(), tx.new_id::<VariantRef>());
            let parts = if self.plan.part.is_some() { PARTS } else { 1 };
            let mut after = None;
            for part in 0..parts {
                let text = match part {
                    0 => text.clone(),
                    _ => format!("{text} ({} sur {parts})", part + 1),
                };
                let media = if part == 0 { media.clone() } else { Vec::new() };
                let new = NewPublication {
                    channel: self.channels[network],
                    purpose: Purpose::Post { post, variant },
                    place: place(part, after),
                    due_at,
                    content: Content { text: text.clone(), media, ..Content::default() },
                };
                let id = Publication::plan(new, &self.actor, &mut tx).await.unwrap().id;
                batch.push(Planned { id, network, text, after });
                after = Some(id);
            }
        }
        tx.commit().await.unwrap();
        batch
    }

    async fn picture(&self) -> Vec<AttachedMedia> {
        if !self.plan.moment.has_pictures() {
            return Vec::new();
        }
        let image = image::RgbImage::from_pixel(60, 40, image::Rgb([179, 64, 42]));
        let mut bytes = std::io::Cursor::new(Vec::new());
        image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        let store = MediaStore::in_folder(&self.engine.folder.path().join("media")).unwrap();
        vec![AttachedMedia {
            media: self.engine.ambient().new_id(),
            hash: store.put(bytes.into_inner().into()).await.unwrap(),
            content_type: "image/png".to_owned(),
            width: 60,
            height: 40,
            alt_text: "Le pain de seigle".to_owned(),
            size: 0,
            duration_ms: None,
        }]
    }

    /// Where every publication stands, in the order of its due time and id.
    pub async fn publications(&self) -> Vec<Publication> {
        let mut tx = self.engine.read().await.unwrap();
        Publication::list(&Filter::default(), &self.actor, &mut tx).await.unwrap()
    }

    /// Holds every publication's row, so that the program can read it and not move it: until the
    /// transaction is dropped.
    pub async fn lock(&self) -> Tx {
        let mut tx = self.engine.begin().await.unwrap();
        let text = format!(
            "SELECT id FROM publication WHERE brand_id = $1 ORDER BY id{}",
            tx.for_update()
        );
        tx.query(&text, params![self.actor.brand()]).await.unwrap();
        tx
    }

    /// How many requests the networks hold.
    pub fn held(&self) -> usize {
        self.networks.iter().map(|network| network.faults().held()).sum()
    }

    pub fn let_go(&self) {
        self.networks.iter().for_each(|network| network.faults().let_go());
    }

    /// How many publications are on networks that take connections.
    pub fn reachable(&self) -> usize {
        let refused = self.networks.iter().filter(|n| n.trouble == Trouble::Refused).count();
        (self.networks.len() - refused) * self.plan.each
    }
}

fn place(part: usize, after: Option<Id<Publication>>) -> Place {
    let kind = match part {
        0 => PartKind::Main,
        last if last + 1 == PARTS => PartKind::FirstComment,
        _ => PartKind::Thread,
    };
    Place { part: i64::try_from(part).unwrap(), kind, after }
}

/// Connects every network to the brand.
pub async fn connect(networks: &[Network], engine: &Engine, actor: &Actor) -> Vec<Id<Channel>> {
    let settings = OutboundSettings {
        allow_private: true,
        total_timeout: Duration::from_secs(60),
        ..OutboundSettings::default()
    };
    let http = Outbound::new(settings).unwrap();
    let key = engine.folder.path().join("parvis.key");
    let vault = Vault::open_or_create(&key, true, engine.ambient()).unwrap();
    let mut channels = Vec::new();
    for network in networks {
        let (connector, connected) = network.connect(&http).await;
        let mut tx = engine.begin().await.unwrap();
        let channel =
            Channel::connect(connector.network(), &connected, &vault, actor, &mut tx).await;
        channels.push(channel.unwrap().id);
        tx.commit().await.unwrap();
    }
    channels
}

/// Sleeps until an instant.
pub async fn until(instant: Timestamp) {
    let left = instant.duration_since(Ambient::real().now());
    tokio::time::sleep(left.try_into().unwrap_or(Duration::ZERO)).await;
}

/// A moment from now.
pub fn in_millis(millis: i64) -> Timestamp {
    Ambient::real().now() + SignedDuration::from_millis(millis)
}

/// Makes the leases of jobs run out, as two minutes would: on PostgreSQL nothing else tells
/// that an instance is dead. Those of living instances run out too, so that the fence alone
/// keeps two of them from sending the same publication. The fence's own leases are left alone.
pub async fn let_job_leases_run_out(engine: &Engine, on: On) {
    if on == On::Postgres {
        let mut tx = engine.begin().await.unwrap();
        let now = tx.now();
        let text = "UPDATE job SET lease_until = $1 WHERE lease_until IS NOT NULL";
        tx.execute(text, params![now]).await.unwrap();
        tx.commit().await.unwrap();
    }
}
