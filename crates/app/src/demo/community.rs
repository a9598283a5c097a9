//! The community speaks, and is answered.

use channels::{Channel, InboxBatch, InboxItem, ItemKind, RemoteProfile};
use conversations::{Conversation, Filter, StateFilter};
use database::Tx;
use jiff::{SignedDuration, Timestamp};
use primitives::{Ambient, Language};

use super::story::Told;
use super::team::Stage;
use super::voices::{Exchange, PEOPLE, voices};
use crate::failure::Failure;

/// Everything that was said, in the order of time.
pub async fn speak(
    stage: &Stage,
    told: &[Told],
    chance: &Ambient,
    tx: &mut Tx,
) -> Result<(), Failure> {
    super::care::prepare(stage, tx).await?;
    let voices = voices(stage.brand.language);
    let spread = stage.now.duration_since(told.first().map_or(stage.now, |told| told.at));
    let step = spread / (voices.past.len() as i32 + 1);
    for (nth, exchange) in voices.past.iter().enumerate() {
        let around = stage.now - spread + step * (nth as i32 + 1);
        let about = latest_before(told, around);
        exchange_at(
            stage,
            about,
            exchange,
            nth,
            around.min(stage.now - SignedDuration::from_hours(60)),
            tx,
        )
        .await?;
    }
    resolve_answered(stage, tx).await?;
    for about in told.iter().rev().take(26).rev() {
        react(stage, about, chance, tx).await?;
    }
    super::moderation::write(stage, tx).await?;
    for (nth, (minutes, who, french, english)) in super::moderation::SAID.iter().enumerate() {
        let at = stage.now - SignedDuration::from_mins(*minutes);
        let says = if stage.brand.language == Language::Fr { french } else { english };
        let exchange = Exchange { kind: ItemKind::Reply, who: *who, says, answer: None };
        exchange_at(stage, latest_before(told, at), &exchange, 200 + nth, at, tx).await?;
    }
    for (nth, (minutes, exchange)) in voices.waiting.iter().enumerate().rev() {
        let at = stage.now - SignedDuration::from_mins(*minutes);
        let about = latest_before(told, at);
        exchange_at(stage, about, exchange, 100 + nth, at, tx).await?;
    }
    super::care::follow(stage, tx).await
}

fn latest_before(told: &[Told], at: Timestamp) -> &Told {
    let before = told.iter().rev().find(|told| told.at + SignedDuration::from_mins(8) < at);
    before.or(told.first()).expect("a story of six months has posts")
}

async fn exchange_at(
    stage: &Stage,
    about: &Told,
    exchange: &Exchange,
    nth: usize,
    at: Timestamp,
    tx: &mut Tx,
) -> Result<(), Failure> {
    let channel = &stage.channels[about.channel];
    let id = format!("{}/said-{nth}", about.remote_id);
    let mut item = item(exchange.kind, exchange.who, &id, channel, at);
    item.text = exchange.says.to_owned();
    if matches!(exchange.kind, ItemKind::Reply | ItemKind::Quote) {
        item.in_reply_to = Some(about.remote_id.clone());
        point_at(&mut item, about);
    }
    bring(channel, item, tx).await?;
    let Some(answer) = exchange.answer else { return Ok(()) };
    // The bakery answers between twelve minutes and five hours later.
    let later = SignedDuration::from_mins(12 + (nth as i64 * 53) % 290);
    let mut ours =
        self::item(ItemKind::Reply, exchange.who, &format!("{id}/answer"), channel, at + later);
    ours.author.remote_id = channel.remote_account_id.clone();
    ours.author.handle = channel.handle.clone();
    ours.author.name = channel.name.clone();
    if exchange.kind == ItemKind::Direct {
        ours.kind = ItemKind::Direct;
    }
    ours.text = answer.to_owned();
    ours.in_reply_to = Some(id);
    point_at(&mut ours, about);
    bring(channel, ours, tx).await
}

/// Likes and shares of a recent piece, and a follow now and then.
async fn react(stage: &Stage, about: &Told, chance: &Ambient, tx: &mut Tx) -> Result<(), Failure> {
    let channel = &stage.channels[about.channel];
    let first = (chance.share() * PEOPLE.len() as f64) as usize;
    for nth in 0..3 + (chance.share() * 5.0) as usize {
        let who = (first + nth * 3) % PEOPLE.len();
        let kind = if nth == 4 { ItemKind::Share } else { ItemKind::Like };
        let at = about.at + SignedDuration::from_mins(9 + 31 * nth as i64);
        if at >= stage.now || who == 14 {
            continue;
        }
        let id = format!("{}/reaction-{nth}", about.remote_id);
        let mut item = item(kind, who, &id, channel, at);
        point_at(&mut item, about);
        bring(channel, item, tx).await?;
    }
    let follower = item(
        ItemKind::Follow,
        first,
        &format!("{}/follow", about.remote_id),
        channel,
        (about.at + SignedDuration::from_mins(40)).min(stage.now),
    );
    bring(channel, follower, tx).await
}

fn point_at(item: &mut InboxItem, about: &Told) {
    item.root = Some(about.remote_id.clone());
    item.root_text = Some(about.text.clone());
    item.root_url = Some(about.url.clone());
}

fn item(kind: ItemKind, who: usize, id: &str, channel: &Channel, at: Timestamp) -> InboxItem {
    let (name, handle) = PEOPLE[who];
    let network = channel.network_name.to_lowercase();
    InboxItem {
        remote_id: id.to_owned(),
        kind,
        author: RemoteProfile {
            remote_id: format!("{network}:{handle}"),
            handle: handle.to_owned(),
            name: name.to_owned(),
            url: Some(format!("https://{network}.example/{handle}")),
            avatar_url: None,
            followers: None,
        },
        text: String::new(),
        url: None,
        at,
        in_reply_to: None,
        root: None,
        root_text: None,
        root_url: None,
        pictures: Vec::new(),
        data: serde_json::Value::Null,
        letter: None,
    }
}

async fn bring(channel: &Channel, item: InboxItem, tx: &mut Tx) -> Result<(), Failure> {
    tx.move_to(item.at);
    let batch = InboxBatch { items: vec![item], cursor: None, more: false };
    // The next poll never comes: assisted channels have none.
    let next = tx.now();
    conversations::ingest(channel, &batch, next, tx).await?;
    Ok(())
}

/// What was answered is done with.
async fn resolve_answered(stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    let filter = Filter { state: StateFilter::Open, limit: 100, ..Filter::default() };
    let page = Conversation::list(&filter, &stage.camille, tx).await.map_err(Failure::because)?;
    for row in page.rows {
        if row.conversation.waiting_since.is_none() {
            tx.move_to(row.conversation.last_message_at + SignedDuration::from_mins(3));
            row.conversation.resolve(&stage.camille, tx).await.map_err(Failure::because)?;
        }
    }
    Ok(())
}
