//! The house as stories meet it: the whole router, driven as browsers drive it.
//!
//! ```ignore
//! for app in App::on_each_engine().await {
//!     let louise = app.set_up().await;                       // signed in, owner of LE_FOURNIL
//!     let page = louise.get("/b/le-fournil-de-louise/posts").await;
//!     assert_eq!(page.status, 200, "{page:?}");
//!     let answer = louise.post("/b/le-fournil-de-louise/posts", &[("title", "Bûche")]).await;
//!     let page = louise.follow(answer).await;                 // the page after the redirect
//!     assert!(page.text.contains("Bûche"));
//!     let ines = app.joins("ines", Role::Contributor, &louise).await; // another teammate
//!     app.engine.ambient().advance(SignedDuration::from_hours(1));
//! }
//! ```
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Mutex;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use channels::{ChannelKit, Connectors, FenceSettings};
use http::{HeaderMap, Request, header};
use platform::media::MediaStore;
use platform::outbound::{Outbound, OutboundSettings};
use platform::vault::Vault;
use platform::{Brand, Role};
use testing::Engine;
use tower::ServiceExt;
use web::House;
use web::house::{Rooms, Settings};
use web::security::Limits;

/// The slug of the brand that [`App::set_up`] makes.
pub const LE_FOURNIL: &str = "le-fournil-de-louise";
/// Everyone's password.
pub const PASSWORD: &str = "le levain dort la nuit";

/// The house on one engine.
pub struct App {
    pub engine: Engine,
    pub house: House,
    router: Router,
}

impl App {
    /// One on each engine.
    pub async fn on_each_engine() -> Vec<Self> {
        testing::engines().await.into_iter().map(Self::on).collect()
    }

    /// One on SQLite: for stories that ask nothing of the engine.
    pub async fn start() -> Self {
        let ambient = primitives::Ambient::fixed(testing::engines::THE_INSTANT, 7);
        Self::on(testing::engines::sqlite(ambient).await)
    }

    /// The house on that engine, with the real connectors and a client that may reach this
    /// machine.
    pub fn on(engine: Engine) -> Self {
        Self::with(engine, Connectors::new(connectors::registry()), |_| {})
    }

    /// The same, with other connectors, and whatever is to be changed.
    pub fn with(engine: Engine, connectors: Connectors, change: impl FnOnce(&mut Rooms)) -> Self {
        let ambient = engine.ambient().clone();
        let http = OutboundSettings { allow_private: true, ..OutboundSettings::default() };
        let kit = ChannelKit {
            database: engine.database.clone(),
            connectors,
            http: Outbound::new(http).expect("a client starts"),
            media: MediaStore::in_memory(),
            vault: Vault::for_tests(&ambient),
            instance: ambient.new_id(),
            fence: FenceSettings::default(),
            last_look: std::sync::Arc::new(channels::NothingToSay),
        };
        let mut rooms = Rooms {
            kit,
            mailer: None,
            settings: Settings {
                base_url: "http://parvis.test".to_owned(),
                secure_cookies: false,
                version: "0.0.0",
                trust_proxy: true,
                metrics_token: None,
            },
            metrics: None,
            demo: None,
            limits: Limits::default(),
        };
        change(&mut rooms);
        let house = House::new(rooms);
        Self { engine, router: web::router(house.clone()), house }
    }

    /// A browser that nobody knows, at an address of its own, in French.
    pub fn browser(&self, address: &str) -> Browser<'_> {
        let headers = BTreeMap::from([
            ("accept-language".to_owned(), "fr-FR,fr;q=0.9".to_owned()),
            ("x-forwarded-for".to_owned(), address.to_owned()),
            ("user-agent".to_owned(), "Firefox of the story".to_owned()),
        ]);
        Browser { app: self, cookies: Mutex::default(), csrf: Mutex::default(), headers }
    }

    /// The first visit: Louise opens the house of the Fournil and is signed in.
    pub async fn set_up(&self) -> Browser<'_> {
        let louise = self.browser("192.0.2.1");
        let form = [
            ("organization", "Maison Moreau"),
            ("brand", "Le Fournil de Louise"),
            ("colour", "#b3402a"),
            ("zone", "Europe/Paris"),
            ("language", "fr"),
            ("name", "Louise Moreau"),
            ("email", "louise@fournil.example"),
            ("password", PASSWORD),
        ];
        let answer = louise.post("/setup", &form).await;
        assert_eq!(answer.location(), format!("/b/{LE_FOURNIL}"), "{answer:?}");
        louise
    }

    /// Someone whom Louise invites to the Fournil, and who accepts: `NAME@fournil.example`.
    pub async fn joins(&self, name: &str, role: Role, louise: &Browser<'_>) -> Browser<'_> {
        let email = format!("{name}@fournil.example");
        let form = [("email", email.as_str()), ("role", role.as_str())];
        let team = louise.post(&format!("/b/{LE_FOURNIL}/settings/team/invitations"), &form).await;
        assert_eq!(team.status, 200, "{team:?}");
        let link = team.between("http://parvis.test/invitations/", "<").to_owned();
        let newcomer = self.browser("192.0.2.9");
        let form = [("name", name), ("password", PASSWORD)];
        let answer = newcomer.post(&format!("/invitations/{link}"), &form).await;
        assert_eq!(answer.location(), format!("/b/{LE_FOURNIL}"), "{answer:?}");
        newcomer
    }

    /// A stranger: signed in, owner of another brand in another organization, `autre-marque`.
    pub async fn stranger(&self) -> Browser<'_> {
        use platform::field::{Colour, Email, Name, Password, Zone};
        let password =
            Password::parse(PASSWORD).unwrap().hash(self.engine.ambient()).await.unwrap();
        let mut tx = self.engine.begin().await.unwrap();
        let new = platform::teammate::NewTeammate {
            email: Email::parse("etranger@ailleurs.example").unwrap(),
            name: Name::parse("Émile Ailleurs").unwrap(),
            language: primitives::Language::Fr,
            password,
        };
        let teammate = platform::Teammate::create(new, &mut tx).await.unwrap();
        let name = Name::parse("Ailleurs").unwrap();
        let organization =
            platform::organization::Organization::found(name, &mut tx).await.unwrap();
        let brand = platform::brand::NewBrand {
            name: Name::parse("Autre marque").unwrap(),
            colour: Colour::parse("#2e6f73").unwrap(),
            zone: Zone::parse("Europe/Paris").unwrap(),
            language: primitives::Language::Fr,
            demo: false,
        };
        Brand::found(organization.id, teammate.id, brand, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let stranger = self.browser("198.51.100.7");
        let form = [("email", "etranger@ailleurs.example"), ("password", PASSWORD)];
        let answer = stranger.post("/login", &form).await;
        assert_eq!(answer.status, 303, "{answer:?}");
        stranger
    }

    /// Every row of every table whose name is given, as text: to see that nothing changed.
    pub async fn rows(&self, tables: &[&str]) -> String {
        let mut tx = self.engine.read().await.unwrap();
        let mut all = String::new();
        for table in tables {
            let rows = tx
                .query(&format!("SELECT * FROM {table} ORDER BY 1, 2"), Vec::new())
                .await
                .unwrap();
            for row in rows {
                all += &format!("{table} {:?}\n", row.into_values());
            }
        }
        all
    }

    async fn answer(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("a router never fails");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body can be read");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status.as_u16(), headers: parts.headers, bytes, text }
    }
}

/// A browser: it keeps its cookies, and sends forms with the token of the last page.
pub struct Browser<'a> {
    pub app: &'a App,
    cookies: Mutex<BTreeMap<String, String>>,
    csrf: Mutex<Option<String>>,
    headers: BTreeMap<String, String>,
}

impl Browser<'_> {
    /// Adds a header to each of its requests.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Shows a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    /// Sends a form, as a page of ours does.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = self.token().await;
        let mut body = form(fields);
        body =
            if body.is_empty() { format!("csrf={token}") } else { format!("csrf={token}&{body}") };
        self.post_raw(path, "application/x-www-form-urlencoded", body).await
    }

    /// Sends a form with one file, as a page of ours does.
    pub async fn upload(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        name: &str,
        file: (&str, &str, &[u8]),
    ) -> Answer {
        let token = self.token().await;
        let mut body = Vec::new();
        let mark = "limite-de-l-histoire";
        for (name, value) in [("csrf", token.as_str())].iter().chain(fields) {
            body.extend(
                format!(
                    "--{mark}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .into_bytes(),
            );
        }
        let (filename, kind, bytes) = file;
        let head = format!(
            "--{mark}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{filename}\"\r\nContent-Type: {kind}\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend(bytes);
        body.extend(format!("\r\n--{mark}--\r\n").into_bytes());
        self.post_raw(path, &format!("multipart/form-data; boundary={mark}"), body).await
    }

    /// Sends any body of any type: with no token but what it holds.
    pub async fn post_raw(&self, path: &str, kind: &str, body: impl Into<Body>) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, kind);
        self.send(request.body(body.into()).expect("a request")).await
    }

    /// The page that a redirect leads to.
    pub async fn follow(&self, answer: Answer) -> Answer {
        assert_eq!(answer.status, 303, "not a redirect: {answer:?}");
        self.get(&answer.location()).await
    }

    /// Sends a request as it is, with the browser's cookies and headers.
    pub async fn send(&self, mut request: Request<Body>) -> Answer {
        let headers = request.headers_mut();
        headers.insert(header::HOST, "parvis.test".parse().expect("a header"));
        for (name, value) in &self.headers {
            let name: http::HeaderName = name.parse().expect("a header's name");
            headers.insert(name, value.parse().expect("a header"));
        }
        let cookies: Vec<_> = self
            .cookies
            .lock()
            .unwrap()
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            headers.insert(header::COOKIE, cookies.join("; ").parse().expect("a header"));
        }
        let answer = self.app.answer(request).await;
        self.keep(&answer);
        answer
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// The token that forms carry.
    pub async fn token(&self) -> String {
        if self.csrf.lock().unwrap().is_none() {
            let page = self.get("/no-such-page").await;
            assert!(self.csrf.lock().unwrap().is_some(), "no token on {page:?}");
        }
        self.csrf.lock().unwrap().clone().expect("it was just read")
    }

    fn keep(&self, answer: &Answer) {
        let mut cookies = self.cookies.lock().unwrap();
        for line in answer.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("a cookie is text");
            let (name, value) =
                line.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            if line.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
            if name == "parvis_session" {
                *self.csrf.lock().unwrap() = None;
            }
        }
        if answer.text.contains("name=\"csrf-token\"") {
            let token = answer.between("name=\"csrf-token\" content=\"", "\"").to_owned();
            *self.csrf.lock().unwrap() = Some(token);
        }
    }
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Bytes,
    pub text: String,
}

impl Answer {
    /// Where a redirect leads; empty if it is none.
    pub fn location(&self) -> String {
        let to = self.headers.get(header::LOCATION);
        to.map_or("", |to| to.to_str().expect("an address is text")).to_owned()
    }

    /// The text between two others.
    pub fn between(&self, start: &str, end: &str) -> &str {
        let (_, rest) =
            self.text.split_once(start).unwrap_or_else(|| panic!("no {start} in {self:?}"));
        rest.split(end).next().expect("a split has a first part")
    }

    /// Whether those words can be read on the page: entities undone, any space as a space.
    pub fn says(&self, words: &str) -> bool {
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        let text = self.text.replace("&amp;", "&").replace("&quot;", "\"");
        plain(&text).contains(&plain(words))
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text.split("<main").last().unwrap_or_default();
        write!(
            f,
            "{} {} {}",
            self.status,
            self.location(),
            text.chars().take(3000).collect::<String>()
        )
    }
}

/// Fields as browsers send them.
pub fn form(fields: &[(&str, &str)]) -> String {
    let encode =
        |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect::<Vec<_>>()
        .join("&")
}
