//! The large database that pages are read from: a brand with five channels, its messages, and
//! its publications over ten years.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use channels::connector::Connected;
use channels::{Channel, Limits};
use database::{Database, Location, Tx};
use platform::field::Email;
use platform::{Actor, Brand, Session, Teammate};
use primitives::text::CountRule;
use primitives::{Ambient, Id};
use rusqlite::Connection;

use crate::Scale;

const EMAIL: &str = "louise@fournil.test";
const CHANNELS: usize = 5;
/// The label that some conversations carry, as addresses write it.
pub const LABEL: &str = "6c616265-6c20-3030-3030-303030303031";

/// A database on which Parvis can be started.
pub struct World {
    pub folder: PathBuf,
    pub slug: String,
    /// The cookies of a teammate who is signed in.
    pub cookies: String,
}

/// Sets Parvis up as a person would, and fills it.
pub async fn make(folder: &Path, scale: &Scale) -> World {
    set_up(folder);
    let database = open(folder).await;
    let mut tx = database.begin().await.expect("it can be written");
    let brand = Brand::all(&mut tx).await.expect("it is read").remove(0);
    let actor = Actor::system(brand.id);
    let mut channels = Vec::new();
    for number in 0..CHANNELS {
        channels.push(channel(number, &actor, &mut tx).await.id);
    }
    let email = Email::parse(EMAIL).expect("it is an address");
    let louise = Teammate::by_email(&email, &mut tx).await.expect("it is read");
    let louise = louise.expect("she was set up");
    let opened = Session::open(&louise, "bench", &mut tx).await.expect("she signs in");
    tx.commit().await.expect("it is kept");
    database.close().await;
    fill(&folder.join("parvis.db"), brand.id, &channels, scale);
    let cookies = format!("parvis_session={}; parvis_brand={}", opened.token.reveal(), brand.slug);
    World { folder: folder.to_owned(), slug: brand.slug, cookies }
}

/// The database of a data folder, migrated.
pub async fn open(folder: &Path) -> Database {
    let location = Location::Sqlite { path: folder.join("parvis.db"), readers: 2 };
    let database = Database::open(&location, Ambient::real()).await.expect("it opens");
    database.migrate().await.expect("its schema is brought up to date");
    database
}

/// `parvis setup`.
pub fn set_up(folder: &Path) {
    let said = ["--organization", "Le Fournil", "--brand", "Le Fournil", "--name", "Louise"];
    let mut child = Command::new(env!("CARGO_BIN_EXE_parvis"))
        .arg("setup")
        .args(said)
        .args(["--email", EMAIL, "--password-stdin", "--zone", "Europe/Paris", "--language", "fr"])
        .env("PARVIS_DATA", folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("parvis starts");
    let mut typed = child.stdin.take().expect("it reads the password");
    typed.write_all(b"levain de douze ans\n").expect("it reads the password");
    drop(typed);
    assert!(child.wait().expect("it ends").success(), "parvis setup works");
}

/// A channel that no network is asked about.
pub async fn channel(number: usize, actor: &Actor, tx: &mut Tx) -> Channel {
    let limits = Limits {
        images: 4,
        image_bytes: 1_000_000,
        image_side: 2000,
        image_types: vec!["image/jpeg".into()],
        alt_text: 1000,
        source: "known".into(),
        learnt_on: "2026-11-22".into(),
        ..Limits::of(CountRule::graphemes(500))
    };
    let account = Connected {
        server: String::new(),
        remote_account_id: format!("fournil-{number}"),
        handle: format!("fournil{number}"),
        name: "Le Fournil".into(),
        profile_url: None,
        avatar_url: None,
        followers: Some(1200),
        limits,
        credentials: serde_json::Value::Null,
    };
    Channel::add_assisted("Mastodon", &account, actor, tx).await.expect("it is added")
}

/// Straight into the tables: a million rows through the verbs would take minutes.
fn fill(path: &Path, brand: Id<Brand>, channels: &[Id<Channel>], scale: &Scale) {
    let database = Connection::open(path).expect("the file opens");
    let run = |text: &str| database.execute_batch(text).unwrap_or_else(|e| panic!("{e}: {text}"));
    run("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN IMMEDIATE");
    run("CREATE TEMP TABLE place (number INTEGER PRIMARY KEY, id BLOB NOT NULL)");
    run("CREATE TEMP TABLE said (number INTEGER PRIMARY KEY, text TEXT NOT NULL)");
    let mut say = database.prepare("INSERT INTO said VALUES (?1, ?2)").expect("it is prepared");
    for (number, text) in (0_i64..).zip(sayings()) {
        say.execute((number, text)).expect("it is kept");
    }
    drop(say);
    for (number, channel) in channels.iter().enumerate() {
        run(&format!("INSERT INTO place VALUES ({number}, {})", blob(channel.bytes())));
    }
    let now = Ambient::real().now().as_microsecond();
    let brand = blob(brand.bytes());
    let month = [month_posts(), month_publications()];
    let all =
        [identities(), conversations(), messages(), cared_for(), labels(), posts(), publications()];
    for text in all.into_iter().chain(month) {
        let text = text
            .replace("$brand", &brand)
            .replace("$now", &now.to_string())
            .replace("$sayings", &sayings().len().to_string())
            .replace("$messages", &scale.messages.to_string())
            .replace("$conversations", &(scale.messages / 4).to_string())
            .replace("$publications", &scale.publications.to_string())
            .replace("$month", &scale.month.to_string());
        run(&text);
    }
    run("COMMIT");
}

fn blob(bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("x'{hex}'")
}

/// Numbers from nought to a bound, as `n.i`.
fn numbers(bound: &str) -> String {
    format!(
        "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {bound})"
    )
}

fn identities() -> String {
    numbers("50000")
        + " INSERT INTO identity (id, brand_id, network, remote_id, handle, name, profile_url,
           avatar_url, first_seen_at, seen_at) SELECT CAST(printf('p%015d', i) AS BLOB), $brand, 'mastodon',
           'p' || i, 'camille' || i || '@exemple.fr', 'Camille ' || i, NULL, NULL, $now, $now
           FROM n"
}

/// One message each thirty seconds, four in a conversation: a year of them for a million.
fn conversations() -> String {
    numbers("$conversations")
        + " INSERT INTO conversation (id, brand_id, channel_id, thread_key, kind, reactions, state,
           identity_id, preview, message_count, last_message_at, waiting_since, created_at)
           SELECT CAST(printf('c%015d', i) AS BLOB), $brand, place.id, 'thread ' || i, 'reply', 0,
           CASE WHEN i % 10 < 6 THEN 'open' ELSE 'resolved' END,
           CAST(printf('p%015d', i % 50000) AS BLOB),
           said.text || ' ' || i, 4, at, CASE WHEN i % 10 < 4 THEN at END, at
           FROM (SELECT i, $now - ($conversations - i) * 120000000 AS at FROM n)
           JOIN place ON place.number = i % 5
           JOIN said ON said.number = i * 4 * 7919 % $sayings"
}

fn messages() -> String {
    numbers("$messages")
        + " INSERT INTO message (id, brand_id, conversation_id, channel_id, direction, kind,
           remote_id, identity_id, text, url, data, sent_at, received_at)
           SELECT CAST(printf('m%015d', i) AS BLOB), $brand,
           CAST(printf('c%015d', i / 4) AS BLOB), place.id, 'inbound', 'reply', 'message ' || i,
           CAST(printf('p%015d', i / 4 % 50000) AS BLOB),
           said.text || ' ' || i,
           'https://exemple.fr/@camille/' || i, '{}', at, at
           FROM (SELECT i, $now - ($messages - i) * 30000000 AS at FROM n)
           JOIN place ON place.number = i / 4 % 5
           JOIN said ON said.number = i * 7919 % $sayings"
}

/// What people say: each of these of each of those, in both languages; « Rémoulade » once in
/// about two thousand.
fn sayings() -> Vec<String> {
    const OF: [&str; 24] = [
        "du pain de seigle",
        "des croissants",
        "une brioche aux pralines",
        "le gâteau d’anniversaire",
        "la livraison de samedi",
        "les viennoiseries",
        "la galette des rois",
        "du pain sans gluten",
        "la tarte aux pommes",
        "des macarons",
        "l’atelier du mercredi",
        "le levain",
        "la boutique du port",
        "my order",
        "the sourdough bread",
        "your opening hours",
        "the birthday cake",
        "the almond croissants",
        "le site internet",
        "la carte de fidélité",
        "les horaires de Noël",
        "the delivery",
        "une bûche glacée",
        "le rayon traiteur",
    ];
    const SAID: [&str; 14] = [
        "Bonjour, avez-vous encore §1 cet après-midi ?",
        "Toujours pas reçu §1, personne ne répond au téléphone !",
        "Merci pour §1, toute la famille s’est régalée 😍",
        "Vous devriez proposer §1 le dimanche aussi",
        "Hello, is there any news about §1? Thank you",
        "On m’a refusé §1, je suis très déçue par l’accueil",
        "Best in town: §1, we will come back with friends",
        "Peut-on réserver §1 pour vingt personnes, et à quel prix ?",
        "La photo de §1 donne faim, bravo à l’équipe",
        "I have been waiting two weeks for §1 and nobody answers",
        "Combien coûte §1 ?",
        "§1 : une merveille, comme chez ma grand-mère",
        "Est-ce que §1 convient aux personnes allergiques aux fruits à coque ?",
        "Where can I find §1 near the station?",
    ];
    let said = |words: &str, of: &str| words.replace("§1", of);
    let each = SAID.iter().flat_map(|words| OF.iter().map(move |of| said(words, of)));
    // Six times each, one of them said of something rare.
    let mut all: Vec<String> = (0..6).flat_map(|_| each.clone()).collect();
    all.push("Avez-vous de la rémoulade maison au rayon traiteur ?".to_owned());
    all
}

/// Whose they are, how urgent, and in which language.
fn cared_for() -> String {
    "UPDATE conversation SET
     assignee_id = CASE CAST(substr(id, 2) AS INTEGER) % 7 WHEN 0 THEN
       (SELECT teammate_id FROM membership WHERE brand_id = $brand LIMIT 1) END,
     priority = CASE CAST(substr(id, 2) AS INTEGER) % 20 WHEN 3 THEN 'high' ELSE 'normal' END,
     resolved_at = CASE state WHEN 'resolved' THEN last_message_at END,
     unread = CAST(substr(id, 2) AS INTEGER) % 3 = 0,
     language = CASE WHEN CAST(substr(id, 2) AS INTEGER) % 5 = 4 THEN 'en' ELSE 'fr' END
     WHERE brand_id = $brand"
        .to_owned()
}

/// One conversation in forty carries a label.
fn labels() -> String {
    "INSERT INTO label (id, brand_id, name, name_key, colour, created_at)
       VALUES (CAST('label 0000000001' AS BLOB), $brand, 'À rappeler', 'a rappeler', 'teal', $now);
     INSERT INTO conversation_label (conversation_id, label_id, brand_id, state, last_message_at)
       SELECT id, CAST('label 0000000001' AS BLOB), $brand, state, last_message_at
       FROM conversation WHERE CAST(substr(id, 2) AS INTEGER) % 40 = 1"
        .to_owned()
}

/// Nine years behind and one ahead, evenly.
fn posts() -> String {
    numbers("$publications")
        + " INSERT INTO post (id, brand_id, text, state, local_time, zone, due_at, source,
           created_at, updated_at)
           SELECT CAST(printf('o%015d', i) AS BLOB), $brand,
           'Fournée n° ' || i || ' : le pain de seigle sort du four, à tout à l’heure',
           'scheduled', strftime('%Y-%m-%dT%H:%M:%S', at / 1000000, 'unixepoch'),
           'Europe/Paris', at, 'written', at, at
           FROM (SELECT i, $now - 283824000000000 + i * (315360000000000 / $publications) AS at
           FROM n)"
}

fn publications() -> String {
    numbers("$publications")
        + " INSERT INTO publication (id, brand_id, channel_id, purpose, post_id, variant_id, state,
           due_at, content, attempts, remote_id, published_at, created_at, updated_at)
           SELECT CAST(printf('u%015d', i) AS BLOB), $brand, place.id, 'post',
           CAST(printf('o%015d', i) AS BLOB), CAST(printf('v%015d', i) AS BLOB),
           CASE WHEN at < $now THEN 'published' ELSE 'planned' END, at,
           '{\"text\": \"Fournée n° ' || i || '\"}', CASE WHEN at < $now THEN 1 ELSE 0 END,
           CASE WHEN at < $now THEN 'remote ' || i END, CASE WHEN at < $now THEN at END, at, at
           FROM (SELECT i, $now - 283824000000000 + i * (315360000000000 / $publications) AS at
           FROM n) JOIN place ON place.number = i % 5"
}

/// Two years ahead, thirty days as full as they can be: from 2028-11-01 in Paris.
const MONTH: &str = "(SELECT i, 1856646000000000 + i * 2592000000000 / $month AS at FROM n)";

fn month_posts() -> String {
    numbers("$month")
        + " INSERT INTO post (id, brand_id, text, state, local_time, zone, due_at, source,
           created_at, updated_at)
           SELECT CAST(printf('M%015d', i) AS BLOB), $brand,
           'Fournée n° ' || i || ' : le pain de seigle sort du four, à tout à l’heure',
           'scheduled', strftime('%Y-%m-%dT%H:%M:%S', at / 1000000, 'unixepoch'),
           'Europe/Paris', at, 'written', at, at FROM "
        + MONTH
}

fn month_publications() -> String {
    numbers("$month")
        + " INSERT INTO publication (id, brand_id, channel_id, purpose, post_id, variant_id, state,
           due_at, content, created_at, updated_at)
           SELECT CAST(printf('N%015d', i) AS BLOB), $brand, place.id, 'post',
           CAST(printf('M%015d', i) AS BLOB), CAST(printf('V%015d', i) AS BLOB), 'planned', at,
           '{\"text\": \"Fournée n° ' || i || '\"}', at, at FROM "
        + MONTH
        + " JOIN place ON place.number = i % 5"
}
