//! The bakery, with Louise who owns it, an apprentice who drafts, and a neighbour's brand.

use channels::connector::{Connected, PreviewStyle};
use channels::publication::{Publication, StateName};
use channels::{Channel, Limits, Network};
use platform::brand::NewBrand;
use platform::field::{Email, Password};
use platform::setup::{self, SetUp};
use platform::teammate::NewTeammate;
use platform::{Actor, Brand, Membership, Role, Teammate};
use primitives::text::CountRule;
use primitives::{Id, Language};
use publishing::Post;
use publishing::post::{Edit, NewPost, PostSource};
use testing::Engine;

/// The bakery at work.
pub struct World {
    pub engine: Engine,
    pub louise: Actor,
    pub neighbour: Actor,
    pub bluesky: Id<Channel>,
    pub mastodon: Id<Channel>,
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
    let checked = set_up.check(engine.ambient()).await.expect("the set-up is right");
    let mut tx = engine.begin().await.unwrap();
    let louise = setup::set_up(checked, &mut tx).await.unwrap().actor;
    let bluesky = channel("Bluesky", 300, &louise, &mut tx).await;
    let mastodon = channel("Mastodon", 500, &louise, &mut tx).await;
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
    World { engine, louise, neighbour, bluesky, mastodon }
}

async fn channel(name: &str, most: u32, actor: &Actor, tx: &mut database::Tx) -> Id<Channel> {
    Channel::add_assisted(name, &account("", most), actor, tx).await.unwrap().id
}

fn account(server: &str, most: u32) -> Connected {
    Connected {
        server: server.to_owned(),
        remote_account_id: String::new(),
        handle: "fournil".into(),
        name: "Le Fournil de Louise".into(),
        profile_url: None,
        avatar_url: None,
        followers: None,
        limits: Limits {
            images: 4,
            image_bytes: 1_000_000,
            image_side: 2000,
            image_types: vec!["image/jpeg".into()],
            alt_text: 1000,
            source: "served".into(),
            learnt_on: "2026-11-22".into(),
            thread: true,
            first_comment: true,
            ..Limits::of(CountRule::graphemes(most))
        },
        credentials: serde_json::Value::Null,
    }
}

impl World {
    /// A draft for both channels.
    pub async fn draft(&self, text: &str) -> Post {
        let mut tx = self.engine.begin().await.unwrap();
        let new = NewPost {
            text: text.into(),
            channels: vec![self.bluesky, self.mastodon],
            ..NewPost::default()
        };
        let post = Post::draft(new, PostSource::Written, &self.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        post
    }

    /// A channel that Parvis publishes on by itself.
    pub async fn connected(&self) -> Channel {
        static NETWORK: Network = Network {
            key: "pretend",
            name: "Pretend",
            icon: "globe",
            preview: PreviewStyle::Plain,
        };
        let vault = platform::vault::Vault::for_tests(self.engine.ambient());
        let mut account = account("https://pretend.test", 300);
        account.credentials = serde_json::json!({ "token": "secret" });
        let mut tx = self.engine.begin().await.unwrap();
        let channel =
            Channel::connect(&NETWORK, &account, &vault, &self.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        channel
    }

    /// The post as it is now.
    pub async fn post(&self, id: Id<Post>) -> Post {
        let mut tx = self.engine.read().await.unwrap();
        Post::load(id, &self.louise, &mut tx).await.unwrap()
    }

    /// Its publications that are not cancelled.
    pub async fn publications(&self, id: Id<Post>) -> Vec<Publication> {
        let mut tx = self.engine.read().await.unwrap();
        let mut all = Publication::of_post(id.cast(), &self.louise, &mut tx).await.unwrap();
        all.retain(|publication| publication.state.name() != StateName::Cancelled);
        all
    }

    /// Someone else of the brand, in that role.
    pub async fn colleague(&self, role: Role) -> Actor {
        let password = Password::parse("un mot de passe long").unwrap();
        let hash = password.hash(self.engine.ambient()).await.unwrap();
        let mut tx = self.engine.begin().await.unwrap();
        let new = NewTeammate {
            email: Email::parse(&format!("{role}@fournil.test")).unwrap(),
            name: platform::field::Name::parse("Inès").unwrap(),
            language: Language::Fr,
            password: hash,
        };
        let teammate: Teammate = Teammate::create(new, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let _ = Membership::of_brand;
        Actor::teammate(self.louise.brand(), teammate.id, role)
    }
}

/// The edit that leaves a post as it is.
pub fn as_it_is(post: &Post) -> Edit {
    post.as_edit()
}

impl World {
    /// A draft for those channels, in a transaction under way.
    pub async fn draft_in(&self, tx: &mut database::Tx, channels: &[Id<Channel>]) -> Post {
        let new = NewPost {
            text: "La bûche de Noël".into(),
            channels: channels.to_vec(),
            ..NewPost::default()
        };
        Post::draft(new, PostSource::Written, &self.louise, tx).await.unwrap()
    }
}
