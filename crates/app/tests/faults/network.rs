//! Fake networks, one for each kind and trouble, and a door that can be closed before each.

use std::net::SocketAddr;

use channels::connector::{Answers, Began, Connected, Connector};
use platform::outbound::Outbound;
use testing::networks::control::{Deed, Driven};
use testing::networks::{
    FakeBluesky, FakeMastodon, Fault, Faults, Hold, Point, PostSeen, mastodon,
};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpSocket, TcpStream};
use tokio::task::JoinHandle;

use crate::plan::{Kind, Trouble};

enum Fake {
    Bluesky(FakeBluesky),
    Mastodon(FakeMastodon),
}

/// A network with its trouble.
pub struct Network {
    pub kind: Kind,
    pub trouble: Trouble,
    fake: Fake,
    door: Option<Door>,
}

impl Network {
    /// Starts it; its trouble waits for the first publication.
    /// Its trouble lets so many requests through first.
    pub async fn start(kind: Kind, trouble: Trouble, each: usize, through: usize) -> Network {
        let fake = match kind {
            Kind::Bluesky => Fake::Bluesky(FakeBluesky::start(Default::default()).await),
            Kind::Mastodon | Kind::Keyless => {
                let honours_idempotency = kind == Kind::Mastodon;
                let options = mastodon::Options { honours_idempotency, ..Default::default() };
                Fake::Mastodon(FakeMastodon::start(options).await)
            }
        };
        let mut network = Network { kind, trouble, fake, door: None };
        if trouble == Trouble::Refused {
            network.door = Some(Door::closed(&network.url()));
        }
        network.faults().script(Point::Publish, vec![Fault::Ok; through]);
        network.faults().script(Point::Publish, trouble.script(each));
        network
    }

    /// Signs in, as a person would, and gives the connector with what was learnt.
    pub async fn connect(&self, http: &Outbound) -> (std::sync::Arc<dyn Connector>, Connected) {
        let (key, way, answers) = match &self.fake {
            Fake::Bluesky(fake) => {
                let (handle, password) = (fake.handle().to_owned(), fake.password().to_owned());
                let answers =
                    vec![("handle", handle), ("password", password), ("server", fake.url())];
                ("bluesky", "app-password", answers)
            }
            Fake::Mastodon(fake) => {
                ("mastodon", "token", vec![("server", fake.url()), ("token", fake.token())])
            }
        };
        let answers: Answers =
            answers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let connectors = connectors::registry();
        let connector = connectors.into_iter().find(|c| c.network().key == key).expect("known");
        let connect = connector.connect().expect("it can be connected");
        let began = connect.begin(http, way, &answers, "http://back.test/", "state").await;
        let Ok(Began::Connected(connected)) = began else { panic!("signing in works") };
        let mut connected = *connected;
        if let Some(door) = &self.door {
            connected.server = format!("http://{}", door.address);
        }
        (connector, connected)
    }

    /// From now on a refused network takes connections.
    pub fn open_door(&mut self) {
        if let Some(door) = &mut self.door {
            door.open();
        }
    }

    pub fn faults(&self) -> &Faults {
        self.driven().faults()
    }

    pub fn hold(&self, point: Point, at: Hold) {
        self.faults().hold(point, at);
    }

    /// Holds what comes once so many requests have gone through.
    pub fn hold_after(&self, point: Point, at: Hold, through: usize) {
        self.faults().hold_after(point, at, through);
    }

    /// The posts that are really there.
    pub fn posts(&self) -> Vec<PostSeen> {
        self.driven().posts()
    }

    /// Someone does something; the id of what came of it.
    pub fn people(&self, deed: &Deed) -> String {
        self.driven().people(deed)
    }

    /// How many requests to publish came so far.
    pub fn requests(&self) -> usize {
        self.faults().met().iter().filter(|(point, _)| *point == Point::Publish).count()
    }

    fn url(&self) -> String {
        match &self.fake {
            Fake::Bluesky(fake) => fake.url(),
            Fake::Mastodon(fake) => fake.url(),
        }
    }

    fn driven(&self) -> &dyn Driven {
        match &self.fake {
            Fake::Bluesky(fake) => fake.driven(),
            Fake::Mastodon(fake) => fake.driven(),
        }
    }
}

/// An address that refuses connections until it is opened, then leads to a fake.
struct Door {
    address: SocketAddr,
    to: SocketAddr,
    socket: Option<TcpSocket>,
    opened: Option<JoinHandle<()>>,
}

impl Door {
    /// Bound and not listening: the port is kept, and connections are refused.
    fn closed(url: &str) -> Door {
        let to = url.trim_start_matches("http://").parse().expect("a fake has an address");
        let socket = TcpSocket::new_v4().expect("a socket can be made");
        socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a port is free");
        let address = socket.local_addr().expect("a bound socket has an address");
        Door { address, to, socket: Some(socket), opened: None }
    }

    fn open(&mut self) {
        let (to, Some(socket)) = (self.to, self.socket.take()) else { return };
        let listener = socket.listen(128).expect("a bound socket can listen");
        self.opened = Some(tokio::spawn(async move {
            while let Ok((mut from, _)) = listener.accept().await {
                tokio::spawn(async move {
                    let mut through = TcpStream::connect(to).await?;
                    copy_bidirectional(&mut from, &mut through).await
                });
            }
        }));
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        if let Some(task) = &self.opened {
            task.abort();
        }
    }
}
