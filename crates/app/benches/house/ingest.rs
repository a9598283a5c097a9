//! Taking in what people say, in batches of 500, against raw inserts of the same rows.

use std::path::Path;
use std::time::Instant;

use channels::{Channel, InboxBatch, InboxItem, ItemKind, RemoteProfile};
use conversations::ingest;
use jiff::{SignedDuration, Timestamp};
use platform::{Actor, Brand};

use crate::pages::thousands;
use crate::report::Report;
use crate::{Scale, data, raw};

/// How many items come at once.
pub const BATCH: usize = 500;

/// Takes in, then inserts the rows that this made into an empty database of the same schema.
pub async fn measure(folder: &Path, scale: &Scale, report: &mut Report) {
    let house = folder.join("house");
    data::set_up(&house);
    let database = data::open(&house).await;
    let mut tx = database.begin().await.expect("it can be written");
    let brand = Brand::all(&mut tx).await.expect("it is read").remove(0);
    let channel = data::channel(0, &Actor::system(brand.id), &mut tx).await;
    tx.commit().await.expect("it is kept");
    let start = database.ambient().now() - SignedDuration::from_hours(24 * 365);
    let batches: Vec<InboxBatch> =
        (0..scale.ingested / BATCH).map(|number| batch(number, &channel, start)).collect();
    let (mut came, began) = (0, Instant::now());
    for batch in &batches {
        let mut tx = database.begin().await.expect("it can be written");
        let done = ingest(&channel, batch, tx.now(), &mut tx).await.expect("it is taken in");
        tx.commit().await.expect("it is kept");
        came += done.new_messages;
    }
    let ours = began.elapsed().as_secs_f64();
    database.close().await;
    let bare = folder.join("bare");
    std::fs::create_dir_all(&bare).expect("a folder can be made");
    data::open(&bare).await.close().await;
    let (rows, theirs) =
        raw::insert(&house.join("parvis.db"), &bare.join("parvis.db"), batches.len());
    let per_second = |seconds: f64| came as f64 / seconds;
    let detail = format!(
        "{} messages in batches of {BATCH}; raw: the same {} rows of messages, conversations, \
         people and acts, by prepared inserts in transactions of the same size, {:.0} messages/s",
        thousands(usize::try_from(came).unwrap_or(0)),
        thousands(rows),
        per_second(theirs),
    );
    let reached = format!("{:.0} messages/s, {:.2} of raw", per_second(ours), theirs / ours);
    report.line("Ingest", &reached, "at least 0.6 of raw", &detail);
}

fn batch(number: usize, channel: &Channel, start: Timestamp) -> InboxBatch {
    let items = (number * BATCH..(number + 1) * BATCH).map(|i| item(i, channel, start)).collect();
    InboxBatch { items, cursor: Some(number.to_string()), more: true }
}

/// Six answers to a post, two mentions, a like and a share, and so on; from twenty thousand
/// people, about two thousand posts.
fn item(i: usize, channel: &Channel, start: Timestamp) -> InboxItem {
    let kind = match i % 10 {
        0..=5 => ItemKind::Reply,
        6 | 7 => ItemKind::Mention,
        8 => ItemKind::Like,
        _ => ItemKind::Share,
    };
    let person = i.wrapping_mul(7919) % 20_000;
    let post = (kind != ItemKind::Mention).then(|| format!("post {}", i / 50));
    let spoken = matches!(kind, ItemKind::Reply | ItemKind::Mention);
    InboxItem {
        remote_id: format!("item {i}"),
        kind,
        author: RemoteProfile {
            remote_id: format!("{person}@exemple.fr"),
            handle: format!("camille{person}@exemple.fr"),
            name: format!("Camille {person}"),
            url: Some(format!("https://exemple.fr/@camille{person}")),
            avatar_url: None,
            followers: None,
        },
        text: if spoken {
            format!("Avez-vous encore du pain de seigle ? {i}")
        } else {
            String::new()
        },
        url: Some(format!("{}/@camille{person}/{i}", channel.server)),
        at: start + SignedDuration::from_secs(i64::try_from(i).unwrap_or(0)),
        in_reply_to: post.clone().filter(|_| spoken),
        root: post,
        root_text: None,
        root_url: None,
        pictures: Vec::new(),
        data: serde_json::Value::Null,
        letter: None,
    }
}
