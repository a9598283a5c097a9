//! The networks under test: a connector, signed in to its fake.

use std::sync::Arc;
use std::time::Duration;

use channels::Call;
use channels::connector::{Connector, Inbox, Measure, Publish};
use testing::networks::control::{Deed, DeedKind, Driven};
use testing::networks::{FakeBluesky, FakeMastodon, Faults, PostSeen, bluesky, mastodon};

use crate::support::{self, Keeper};

/// How long the tests' client waits for an answer.
pub const PATIENCE: Duration = Duration::from_millis(1200);

enum Fake {
    Bluesky(FakeBluesky),
    Mastodon(FakeMastodon),
}

/// A connector, signed in to a fake of its network.
pub struct Subject {
    connector: Box<dyn Connector>,
    fake: Fake,
    pub keeper: Arc<Keeper>,
    pub call: Call,
    /// Whether the same key twice gives one post.
    pub same_key_is_one_post: bool,
    /// Whether the network gives back the very words of a post.
    pub tells_likes_apart: bool,
    /// Whether a token that has run out can be renewed without a person.
    pub renews: bool,
}

pub async fn bluesky() -> Subject {
    let fake = FakeBluesky::start(bluesky::Options { page_size: 7, ..Default::default() }).await;
    let connector = connectors::bluesky::Bluesky::default();
    let http = support::http(PATIENCE);
    let answers =
        [("handle", fake.handle()), ("password", fake.password()), ("server", &fake.url())];
    let connected = support::connected(&connector, &http, "app-password", &answers).await.unwrap();
    let keeper = Keeper::of(&connected);
    Subject {
        call: support::call(&connected, &http, keeper.clone()),
        connector: Box::new(connector),
        fake: Fake::Bluesky(fake),
        keeper,
        same_key_is_one_post: true,
        tells_likes_apart: true,
        renews: true,
    }
}

pub async fn mastodon() -> Subject {
    of_mastodon(mastodon::Options::default()).await
}

pub async fn mastodon_that_ignores_keys() -> Subject {
    of_mastodon(mastodon::Options { honours_idempotency: false, ..Default::default() }).await
}

pub async fn mastodon_that_keeps_its_sources() -> Subject {
    let options =
        mastodon::Options { serves_source: false, second_instance: false, ..Default::default() };
    of_mastodon(options).await
}

async fn of_mastodon(options: mastodon::Options) -> Subject {
    let options = mastodon::Options { page_size: 7, ..options };
    let (honours, sources) = (options.honours_idempotency, options.serves_source);
    let fake = FakeMastodon::start(options).await;
    let connector = connectors::mastodon::Mastodon;
    let http = support::http(PATIENCE);
    let answers = [("server", fake.url()), ("token", fake.token())];
    let answers = answers.each_ref().map(|(name, value)| (*name, value.as_str()));
    let connected = support::connected(&connector, &http, "token", &answers).await.unwrap();
    let keeper = Keeper::of(&connected);
    Subject {
        call: support::call(&connected, &http, keeper.clone()),
        connector: Box::new(connector),
        fake: Fake::Mastodon(fake),
        keeper,
        same_key_is_one_post: honours,
        tells_likes_apart: sources,
        renews: false,
    }
}

impl Subject {
    pub fn publish(&self) -> &dyn Publish {
        self.connector.publish().expect("it publishes")
    }

    pub fn inbox(&self) -> &dyn Inbox {
        self.connector.inbox().expect("it has an inbox")
    }

    pub fn measure(&self) -> &dyn Measure {
        self.connector.measure().expect("it measures")
    }

    pub fn moderate(&self) -> &dyn channels::Moderate {
        self.connector.moderate().expect("it acts on what is said")
    }

    pub fn marks(&self) -> testing::networks::control::Marks {
        self.driven().marks()
    }

    fn driven(&self) -> &dyn Driven {
        match &self.fake {
            Fake::Bluesky(fake) => fake.driven(),
            Fake::Mastodon(fake) => fake.driven(),
        }
    }

    pub fn faults(&self) -> &Faults {
        self.driven().faults()
    }

    pub fn posts(&self) -> Vec<PostSeen> {
        self.driven().posts()
    }

    pub fn people(&self, kind: DeedKind, to: &str, text: &str) -> String {
        self.driven().people(&Deed { kind, to: to.to_owned(), text: text.to_owned() })
    }

    pub fn expire_tokens(&self) {
        self.driven().expire_tokens();
    }

    pub fn something_unknown(&self) {
        match &self.fake {
            Fake::Bluesky(fake) => fake.add_unknown(),
            Fake::Mastodon(fake) => fake.add_unknown(),
        }
    }

    pub fn delete(&self, id: &str) {
        match &self.fake {
            Fake::Bluesky(fake) => fake.delete(id),
            Fake::Mastodon(fake) => fake.delete(id),
        }
    }

    /// Every secret in the stored credentials.
    pub async fn secrets(&self) -> Vec<String> {
        let secret = self.keeper.secret().await;
        let values = secret.as_object().expect("credentials are an object").iter();
        let kept = values.filter(|(name, _)| name.as_str() != "identifier");
        kept.filter_map(|(_, value)| value.as_str().map(str::to_owned)).collect()
    }
}
