//! What the tests of connectors share: calls with credentials kept in memory, pictures, drafts.
#![allow(dead_code, reason = "each test binary uses its part")]

use std::io::Cursor;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use channels::connector::{Answers, Began, Connect, Connected, Connector, Publish};
use channels::{
    AttachedMedia, Call, Content, CredentialKeeper, Credentials, NetworkError, Outcome, Prepared,
    Remote, Renew, Staged,
};
use platform::media::MediaStore;
use platform::outbound::{Outbound, OutboundSettings};
use primitives::{Ambient, Id};
use tokio::sync::Mutex;

/// Keeps credentials in memory, renewing one at a time as the program does.
pub struct Keeper {
    credentials: Mutex<Credentials>,
    pub renewals: AtomicU32,
}

impl Keeper {
    pub fn of(connected: &Connected) -> Arc<Self> {
        let credentials = Credentials { version: 1, secret: connected.credentials.clone() };
        Arc::new(Self { credentials: Mutex::new(credentials), renewals: AtomicU32::new(0) })
    }

    pub fn renewals(&self) -> u32 {
        self.renewals.load(Ordering::SeqCst)
    }

    pub async fn secret(&self) -> serde_json::Value {
        self.credentials.lock().await.secret.clone()
    }
}

#[async_trait]
impl CredentialKeeper for Keeper {
    async fn current(&self) -> Result<Credentials, NetworkError> {
        Ok(self.credentials.lock().await.clone())
    }

    async fn renew(&self, stale: Credentials, renew: Renew) -> Result<Credentials, NetworkError> {
        let mut kept = self.credentials.lock().await;
        if kept.version == stale.version {
            let secret = renew(kept.clone()).await?;
            self.renewals.fetch_add(1, Ordering::SeqCst);
            *kept = Credentials { version: kept.version + 1, secret };
        }
        Ok(kept.clone())
    }
}

/// A client that reaches the loopback address and does not wait long.
pub fn http(patience: Duration) -> Outbound {
    let settings = OutboundSettings {
        allow_private: true,
        total_timeout: patience,
        connect_timeout: Duration::from_secs(2),
        ..OutboundSettings::default()
    };
    Outbound::new(settings).expect("the client starts")
}

/// Signs in with answers, expecting it to be done at once.
pub async fn connected(
    connector: &dyn Connector,
    http: &Outbound,
    way: &str,
    answers: &[(&str, &str)],
) -> Result<Connected, NetworkError> {
    let connect: &dyn Connect = connector.connect().expect("it can be connected");
    match connect.begin(http, way, &answered(answers), "http://back.test/", "state").await? {
        Began::Connected(connected) => Ok(*connected),
        Began::GoTo { url, .. } => panic!("it wants to send the person to {url}"),
    }
}

pub fn answered(answers: &[(&str, &str)]) -> Answers {
    answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// What a connector gets to act for an account.
pub fn call(connected: &Connected, http: &Outbound, keeper: Arc<Keeper>) -> Call {
    Call {
        channel: Ambient::real().new_id(),
        server: connected.server.clone(),
        remote_account_id: connected.remote_account_id.clone(),
        handle: connected.handle.clone(),
        limits: connected.limits.clone(),
        http: http.clone(),
        media: MediaStore::in_memory(),
        now: Ambient::real().now(),
        keeper,
    }
}

pub fn says(text: &str) -> Content {
    Content { text: text.to_owned(), language: Some("fr".to_owned()), ..Content::default() }
}

/// Freezes a content as the send fence does.
pub fn frozen(publish: &dyn Publish, call: &Call, content: &Content) -> Prepared {
    let ambient = Ambient::real();
    let publication: Id<channels::Publication> = ambient.new_id();
    let now = ambient.now();
    let payload = publish.prepare(content, &call.limits, now).expect("the network takes it");
    Prepared {
        publication,
        content: content.clone(),
        payload,
        send_key: publish.send_key(*publication.bytes(), now),
        prepared_at: now,
        sending_since: Some(now),
    }
}

/// Freezes and stages.
pub async fn staged(publish: &dyn Publish, call: &Call, content: &Content) -> Prepared {
    let mut prepared = frozen(publish, call, content);
    // As the fence does: asked again with what was kept, until all is ready.
    for _ in 0..20 {
        match publish.stage(call, &prepared).await.expect("staging works") {
            Staged::Ready(payload) => {
                prepared.payload = payload;
                return prepared;
            }
            Staged::Later { payload, .. } => prepared.payload = payload,
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("staging never ends")
}

/// Publishes, expecting it to be there at once.
pub async fn published(publish: &dyn Publish, call: &Call, content: &Content) -> Remote {
    let prepared = staged(publish, call, content).await;
    match publish.send(call, &prepared).await.expect("the network takes it") {
        Outcome::Published(remote) => remote,
        other => panic!("not published: {other:?}"),
    }
}

/// A video, as far as its first bytes tell, in the call's media store.
pub async fn video(call: &Call, alt_text: &str) -> AttachedMedia {
    let mut bytes = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom".to_vec();
    bytes.resize(2000, 7);
    let hash = call.media.put(bytes.into()).await.expect("it is stored");
    AttachedMedia {
        media: Ambient::real().new_id(),
        hash,
        content_type: "video/mp4".to_owned(),
        width: 640,
        height: 360,
        alt_text: alt_text.to_owned(),
        size: 2000,
        duration_ms: Some(3000),
    }
}

/// A picture of a width and a height, in the call's media store.
pub async fn picture(call: &Call, width: u32, height: u32, alt_text: &str) -> AttachedMedia {
    let shade = image::Rgb([200_u8, 150, u8::try_from(width % 251).unwrap_or(0)]);
    let image = image::RgbImage::from_pixel(width, height, shade);
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).expect("a PNG is written");
    let hash = call.media.put(bytes.into_inner().into()).await.expect("it is stored");
    AttachedMedia {
        media: Ambient::real().new_id(),
        hash,
        content_type: "image/png".to_owned(),
        width: width.into(),
        height: height.into(),
        alt_text: alt_text.to_owned(),
        size: 0,
        duration_ms: None,
    }
}
