//! What people say while the program is killed and its networks fail: every message is there
//! once, in one conversation, and waits for an answer.

use std::collections::BTreeMap;
use std::time::Duration;

use database::{Tx, params};
use platform::{Actor, Brand};
use primitives::{Ambient, Id};
use testing::Engine;
use testing::networks::control::{Deed, DeedKind};
use testing::networks::{Fault, Point};
use tokio::time::{Instant, sleep};

use crate::house;
use crate::network::Network;
use crate::parvis::{self, Parvis};
use crate::plan::{Kind, On, Trouble};

/// The networks, of each kind.
const OF_EACH: usize = 4;
/// How many people write on each network, how often the program is killed, and how long it may
/// take afterwards to have read everything.
const MESSAGES: usize = 120;
/// Fewer than a job may be tried, but for the whole matrix.
pub fn kills() -> usize {
    if crate::plan::is_full() { 8 } else { 3 }
}
// A reading that was killed as often as a job may be tried comes back after three minutes.
const PATIENCE: Duration = Duration::from_secs(240);
/// Between two of them.
const APART: Duration = Duration::from_millis(80);

/// What became of one run.
pub struct Told {
    pub on: On,
    pub two: bool,
    /// What is wrong, in words; empty when all is right.
    pub wrong: Vec<String>,
    pub messages: usize,
    pub troubles: usize,
}

/// People write without pause to eight networks where two readings in five fail; the program
/// (one of two instances, with `two`) is killed again and again, each second time at the moment
/// when it would write down what it read.
pub async fn tell(on: On, two: bool) -> Told {
    let seed = 90 + on as u64 + 10 * u64::from(two);
    let chance = Ambient::fixed("2026-11-22T09:00:00Z", seed);
    let engine = match on {
        On::Sqlite => testing::engines::sqlite(Ambient::real()).await,
        On::Postgres => {
            let engine = testing::engines::postgres(Ambient::real()).await;
            engine.expect("PARVIS_TEST_POSTGRES_URL is set")
        }
    };
    parvis::set_up(engine.folder.path(), &engine.location).await;
    let brand = Brand::all(&mut engine.read().await.unwrap()).await.unwrap().remove(0);
    let mut networks = Vec::new();
    for kind in [Kind::Bluesky, Kind::Mastodon].repeat(OF_EACH) {
        networks.push(Network::start(kind, Trouble::Nothing, 0, 0).await);
    }
    house::connect(&networks, &engine, &Actor::system(brand.id)).await;
    for (network, place) in networks.iter().zip(0..) {
        network.faults().random(Point::Inbox, seed + 1000 * place, 0.4, troubles());
    }
    let mut programs = Vec::new();
    for _ in 0..if two { 2 } else { 1 } {
        programs.push(start(&engine).await);
    }
    let people = async {
        for number in 0..MESSAGES {
            networks.iter().for_each(|network| write(network, number));
            sleep(APART).await;
        }
    };
    let killer = async {
        for kill in 0..kills() {
            sleep(Duration::from_secs_f64(0.2 + 0.7 * chance.share())).await;
            let locked = if kill % 2 == 1 { Some(lock(&engine, on).await) } else { None };
            if locked.is_some() {
                sleep(Duration::from_millis(400)).await;
            }
            programs.remove(0).kill().await;
            drop(locked);
            programs.push(start(&engine).await);
            house::let_job_leases_run_out(&engine, on).await;
        }
    };
    tokio::join!(people, killer);
    networks.iter().for_each(|network| network.faults().clear());
    let wrong = judged(&engine, brand.id, networks.len()).await;
    let troubles = networks.iter().map(met_troubles).sum();
    Told { on, two, wrong, messages: MESSAGES * networks.len(), troubles }
}

/// A revoked token needs a person on some networks: not what is looked at here.
fn troubles() -> Vec<Fault> {
    let all = Fault::all().into_iter();
    all.filter(|fault| !matches!(fault, Fault::ExpiredToken | Fault::Ok)).collect()
}

fn met_troubles(network: &Network) -> usize {
    let met = network.faults().met();
    met.iter().filter(|(point, fault)| *point == Point::Inbox && *fault != Fault::Ok).count()
}

async fn start(engine: &Engine) -> Parvis {
    Parvis::start_reading(engine.folder.path(), &engine.location).await
}

/// A mention of the account, each a conversation of its own.
fn write(network: &Network, number: usize) {
    let text = format!("Bonjour, message {number:04} : avez-vous encore du seigle ?");
    let said = network.people(&Deed { kind: DeedKind::Mention, to: String::new(), text });
    assert!(!said.is_empty(), "people can write");
}

/// Lets the program read its networks and not keep what they gave: nothing is written on SQLite,
/// no message on PostgreSQL, where the place of the next reading could be.
async fn lock(engine: &Engine, on: On) -> Tx {
    let mut tx = engine.begin().await.unwrap();
    if on == On::Postgres {
        tx.execute("LOCK TABLE message IN SHARE MODE", params![]).await.unwrap();
    }
    tx
}

/// Waits until everything was read, then counts.
async fn judged(engine: &Engine, brand: Id<Brand>, networks: usize) -> Vec<String> {
    let end = Instant::now() + PATIENCE;
    let mut seen = said(engine, brand).await;
    while seen.values().map(|rows| rows.len().min(networks)).sum::<usize>() < networks * MESSAGES
        && Instant::now() < end
    {
        sleep(Duration::from_millis(200)).await;
        seen = said(engine, brand).await;
    }
    // Whatever would double it has had the time to.
    sleep(Duration::from_secs(2)).await;
    seen = said(engine, brand).await;
    let mut wrong = Vec::new();
    for number in 0..MESSAGES {
        let rows = seen.get(&number).cloned().unwrap_or_default();
        if rows.len() != networks {
            let there = rows.len();
            wrong.push(format!("message {number} is there {there} times instead of {networks}"));
        }
        if rows.iter().any(|(waits, _)| !waits) {
            wrong.push(format!("message {number} waits for no answer"));
        }
        if rows.iter().any(|(_, counted)| *counted != 1) {
            wrong.push(format!("the conversation of message {number} counts wrong"));
        }
    }
    wrong
}

/// Of each number, a row for each time it is there: whether its conversation waits, and how many
/// messages that counts.
async fn said(engine: &Engine, brand: Id<Brand>) -> BTreeMap<usize, Vec<(bool, i64)>> {
    let mut tx = engine.read().await.unwrap();
    let text = "SELECT m.text, c.message_count,
        CASE WHEN c.waiting_since IS NULL THEN 0 ELSE 1 END AS waits
        FROM message m JOIN conversation c ON c.id = m.conversation_id
        WHERE m.brand_id = $1 ORDER BY m.id";
    let mut seen: BTreeMap<usize, Vec<(bool, i64)>> = BTreeMap::new();
    for row in tx.query(text, params![brand]).await.unwrap() {
        let said: String = row.get("text").unwrap();
        let number = said.split("message ").nth(1).and_then(|rest| rest.get(..4));
        let number = number.and_then(|number| number.parse().ok()).expect("it is ours");
        let waits: i64 = row.get("waits").unwrap();
        seen.entry(number).or_default().push((waits == 1, row.get("message_count").unwrap()));
    }
    seen
}
