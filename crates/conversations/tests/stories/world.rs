//! The bakery, Louise who owns it, and its channel on the network in memory.

use std::sync::Arc;

use channels::connector::{Connected, Connector};
use channels::publication::deliver;
use channels::{Channel, ChannelKit, Connectors, FenceSettings, InboxItem, Limits, Publication};
use conversations::{Conversation, Filter, Ingested, Message, NewReply, PollSettings, StateFilter};
use jiff::SignedDuration;
use platform::field::{Email, Name, Password};
use platform::invitation::Invitation;
use platform::media::MediaStore;
use platform::outbound::{Outbound, OutboundSettings};
use platform::setup::{self, SetUp};
use platform::vault::Vault;
use platform::{Actor, Right, Role};
use primitives::text::CountRule;
use primitives::{Id, Language};
use testing::Engine;

use crate::network::{Pretend, batch};

/// The bakery at work.
pub struct World {
    pub engine: Engine,
    pub network: Pretend,
    pub kit: ChannelKit,
    pub louise: Actor,
    pub channel: Channel,
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
    let vault = Vault::for_tests(&ambient);
    let mut tx = engine.begin().await.unwrap();
    let louise = setup::set_up(checked, &mut tx).await.unwrap().actor;
    let facts = network.network();
    let channel = Channel::connect(facts, &account(), &vault, &louise, &mut tx).await.unwrap();
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
            images: 1,
            image_bytes: 1_000_000,
            image_side: 2000,
            image_types: vec!["image/jpeg".into()],
            alt_text: 1000,
            source: "served".into(),
            learnt_on: "2026-11-22".into(),
            ..Limits::of(CountRule::graphemes(50).with_mentions_without_server())
        },
        credentials: serde_json::json!({ "token": "secret" }),
    }
}

impl World {
    /// A batch comes in.
    pub async fn comes(&self, items: Vec<InboxItem>) -> Ingested {
        let mut tx = self.engine.begin().await.unwrap();
        let next_at = tx.now() + SignedDuration::from_mins(1);
        let batch = batch(items, "cursor");
        let done = conversations::ingest(&self.channel, &batch, next_at, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        self.minutes(1);
        done
    }

    /// Time goes by.
    pub fn minutes(&self, minutes: i64) {
        self.engine.ambient().advance(SignedDuration::from_mins(minutes));
    }

    /// All conversations of a half of the inbox, the latest first.
    pub async fn list(&self, group: conversations::Group) -> Vec<Conversation> {
        let mut tx = self.engine.read().await.unwrap();
        let filter = Filter { state: StateFilter::All, group, ..Filter::default() };
        let page = Conversation::list(&filter, &self.louise, &mut tx).await.unwrap();
        page.rows.into_iter().map(|row| row.conversation).collect()
    }

    /// The only conversation that may be answered.
    pub async fn only(&self) -> Conversation {
        let mut all = self.list(conversations::Group::Messages).await;
        assert_eq!(all.len(), 1, "{}", self.engine.name);
        all.remove(0)
    }

    pub async fn messages(&self, conversation: &Conversation) -> Vec<Message> {
        let mut tx = self.engine.read().await.unwrap();
        conversation.messages(None, 50, &self.louise, &mut tx).await.unwrap().messages
    }

    /// Louise answers, and the answer leaves; its publication.
    pub async fn answers(&self, conversation: &Conversation, text: &str) -> Id<Publication> {
        let publication = self.writes(conversation, text).await;
        self.delivers(publication).await;
        publication
    }

    /// Louise writes an answer, which does not leave yet.
    pub async fn writes(&self, conversation: &Conversation, text: &str) -> Id<Publication> {
        let mut tx = self.engine.begin().await.unwrap();
        let reply = NewReply { text: text.to_owned(), ..NewReply::default() };
        let message = conversation.reply(reply, &self.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        self.minutes(1);
        message.publication.unwrap().id
    }

    /// What the delivery job does.
    pub async fn delivers(&self, publication: Id<Publication>) {
        deliver(&self.kit, publication).await.unwrap();
        conversations::reply_settled_now(&self.engine, publication).await.unwrap();
        self.minutes(1);
    }

    pub async fn resolves(&self, conversation: &Conversation) {
        let mut tx = self.engine.begin().await.unwrap();
        conversation.resolve(&self.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        self.minutes(1);
    }

    pub async fn polls(&self) -> conversations::Polled {
        let settings = PollSettings::default();
        let polled = conversations::poll(&self.kit, self.channel.id, &settings).await.unwrap();
        self.minutes(1);
        polled
    }

    /// How many rows a table has.
    pub async fn count(&self, table: &str) -> i64 {
        let mut tx = self.engine.read().await.unwrap();
        let text = format!("SELECT COUNT(*) AS n FROM {table}");
        tx.query_one(&text, database::params![]).await.unwrap().get("n").unwrap()
    }

    /// Someone who works in the bakery for good.
    pub async fn teammate(&self, name: &str, role: Role) -> Actor {
        let password = Password::parse("un mot de passe long").unwrap();
        let hash = password.hash(self.engine.ambient()).await.unwrap();
        let mut tx = self.engine.begin().await.unwrap();
        let email = Email::parse(&format!("{}@fournil.test", name.replace(' ', "."))).unwrap();
        let (_, secret) = Invitation::invite(email, role, &self.louise, &mut tx).await.unwrap();
        let name = Name::parse(name).unwrap();
        let (_, actor) =
            Invitation::accept_as_new(&secret, name, Language::Fr, hash, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        actor
    }

    /// As [`World::teammate`], by their id alone.
    pub async fn member(&self, name: &str, role: Role) -> Id<platform::Teammate> {
        self.teammate(name, role).await.teammate_id().unwrap()
    }

    /// Someone with this role in the bakery.
    pub fn with_role(&self, role: Role) -> Actor {
        assert!(!role.may(Right::Converse));
        Actor::teammate(self.louise.brand(), self.louise.teammate_id().unwrap(), role)
    }

    /// Someone of another brand.
    pub fn stranger(&self) -> Actor {
        Actor::teammate(self.engine.ambient().new_id(), self.engine.ambient().new_id(), Role::Owner)
    }
}
