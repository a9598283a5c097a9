//! The brand's channels: connecting, testing, pausing, removing.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::response::Response;
use channels::connector::{Began, Connect, ConnectWay, Connected};
use channels::{
    Channel, ChannelState, Connector, Limits, Mode, NetworkError, PendingAuthorization,
};
use database::Tx;
use platform::{Brand, Right};
use primitives::Id;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shared::{At, Caller, FieldProblem, Ident, Input, Listing, Moment, Problem, word};

word! {
    /// How things are published on a channel: by Parvis, or by a person.
    ModeWord(Mode);
}

/// An account of the brand on a network.
#[derive(Serialize, ToSchema)]
#[schema(as = Channel)]
pub struct ChannelBody {
    id: Ident,
    #[schema(example = "bluesky")]
    network: String,
    #[schema(example = "Bluesky")]
    network_name: String,
    /// The server; empty for channels by hand.
    #[schema(example = "https://bsky.social")]
    server: String,
    #[schema(example = "fournil.example")]
    handle: String,
    name: String,
    profile_url: Option<String>,
    mode: ModeWord,
    /// `connected` or `needs_reconnection`.
    #[schema(example = "connected")]
    state: &'static str,
    /// What the network said when it refused.
    trouble: Option<String>,
    /// Since when nothing is sent on it.
    paused_at: Option<Moment>,
    /// Followers when last read; null where not known.
    followers: Option<i64>,
    limits: LimitsBody,
    created_at: Moment,
}

/// What the network takes.
#[derive(Serialize, ToSchema)]
#[schema(as = Limits)]
pub struct LimitsBody {
    /// The longest text, in the network's own count.
    #[schema(example = 300)]
    text: u32,
    /// How many pictures.
    #[schema(example = 4)]
    pictures: u32,
    /// How heavy a picture may be, in bytes.
    picture_bytes: u64,
    /// The longest alternative text, in characters.
    alt_text: u32,
    /// Where these figures come from.
    source: String,
    /// The day they were learnt.
    #[schema(format = "date", example = "2026-11-22")]
    learnt_on: String,
}

impl From<Limits> for LimitsBody {
    fn from(limits: Limits) -> Self {
        Self {
            text: limits.text.max,
            pictures: limits.images,
            picture_bytes: limits.image_bytes,
            alt_text: limits.alt_text,
            source: limits.source,
            learnt_on: limits.learnt_on,
        }
    }
}

impl From<Channel> for ChannelBody {
    fn from(channel: Channel) -> Self {
        let (state, trouble) = match channel.state {
            ChannelState::Connected => ("connected", None),
            ChannelState::NeedsReconnection { detail, .. } => ("needs_reconnection", Some(detail)),
        };
        Self {
            id: channel.id.into(),
            network: channel.network,
            network_name: channel.network_name,
            server: channel.server,
            handle: channel.handle,
            name: channel.name,
            profile_url: channel.profile_url,
            mode: channel.mode.into(),
            state,
            trouble,
            paused_at: channel.paused_at.map(Moment::from),
            followers: channel.followers,
            limits: channel.limits.into(),
            created_at: channel.created_at.into(),
        }
    }
}

/// An account to connect.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewChannel {
    /// The network, by its key; `assisted` for any network on which a person publishes.
    #[schema(example = "bluesky")]
    network: String,
    /// The way of signing in; the first when nothing is said.
    #[schema(example = "app-password")]
    way: Option<String>,
    /// The answers that the way asks for: see the networks.
    #[schema(example = json!({"server": "https://bsky.social", "handle": "fournil.example", "password": "abcd-efgh-ijkl-mnop"}))]
    answers: BTreeMap<String, String>,
}

/// A person must agree on the network's own page, in a browser signed in to Parvis as the one who
/// made the token.
#[derive(Serialize, ToSchema)]
pub struct Authorization {
    /// Where.
    authorization_url: String,
}

/// The brand's channels, oldest first
#[utoipa::path(get, path = "/api/v1/channels", operation_id = "channels", tag = "channels",
    security(("token" = ["channels:read"])),
    responses((status = 200, description = "All of them", body = Listing<ChannelBody>)))]
pub async fn list(caller: Caller) -> Result<Json<Listing<ChannelBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Channel::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(ChannelBody::from))))
}

/// Connect an account
#[utoipa::path(post, path = "/api/v1/channels", operation_id = "channel_connect", tag = "channels",
    security(("token" = ["channels:write"])), request_body = NewChannel,
    responses((status = 201, description = "The channel, connected", body = ChannelBody),
        (status = 202, description = "A person must agree on the network’s own page", body = Authorization)))]
pub async fn connect(caller: Caller, Input(new): Input<NewChannel>) -> Result<Response, Problem> {
    caller.must(Right::ManageChannels)?;
    let kit = &caller.house.kit;
    let known = kit.connectors.get(&new.network).cloned();
    let connector = known.ok_or_else(|| Problem::field("network", "no_such_network"))?;
    let connect =
        connector.connect().ok_or_else(|| Problem::field("network", "no_such_network"))?;
    let way = way_of(connect, new.way.as_deref())?;
    check(way, &new.answers)?;
    let (return_to, state) = (return_to(&caller).await?, state(&caller));
    let began = connect.begin(&kit.http, way.key, &new.answers, &return_to, &state).await;
    let named = new.answers.get("network").map_or(connector.network().name, String::as_str);
    match began.map_err(|error| Problem::of_network(&caller.words, named, &error))? {
        Began::Connected(connected) => keep(&caller, &connector, &connected).await,
        Began::GoTo { url, keep } => {
            let pending = PendingAuthorization { network: new.network, kept: keep };
            let mut tx = caller.begin().await?;
            pending.keep(&state, &kit.vault, &caller.actor, &mut tx).await?;
            caller.accepted(tx, &Authorization { authorization_url: url }).await
        }
    }
}

fn way_of(connect: &dyn Connect, asked: Option<&str>) -> Result<&'static ConnectWay, Problem> {
    let ways = connect.ways();
    let found = match asked {
        Some(asked) => ways.iter().find(|way| way.key == asked),
        None => ways.first(),
    };
    found.ok_or_else(|| Problem::field("way", "no_such_way"))
}

/// Every answer asked for, and no other.
fn check(way: &ConnectWay, answers: &BTreeMap<String, String>) -> Result<(), Problem> {
    let empty = |name: &str| answers.get(name).is_none_or(|answer| answer.trim().is_empty());
    let missing = way.fields.iter().filter(|field| field.required && empty(field.name));
    let missing =
        missing.map(|field| FieldProblem::new(format!("answers.{}", field.name), "missing"));
    let asked = |name: &String| way.fields.iter().any(|field| field.name == name);
    let unknown = answers.keys().filter(|name| !asked(name));
    let unknown = unknown.map(|name| FieldProblem::new(format!("answers.{name}"), "unknown_field"));
    let wrong: Vec<_> = missing.chain(unknown).collect();
    if wrong.is_empty() { Ok(()) } else { Err(Problem::fields(wrong)) }
}

async fn return_to(caller: &Caller) -> Result<String, Problem> {
    let mut tx = caller.read().await?;
    let slug = Brand::of(&caller.actor, &mut tx).await?.slug;
    Ok(format!("{}/b/{slug}/channels/authorization", caller.house.settings.base_url))
}

fn state(caller: &Caller) -> String {
    let mut bytes = [0; 24];
    caller.house.ambient().fill(&mut bytes);
    hex::encode(bytes)
}

async fn keep(
    caller: &Caller,
    connector: &Arc<dyn Connector>,
    connected: &Connected,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let channel = if connector.publish().is_some() {
        let vault = &caller.house.kit.vault;
        Channel::connect(connector.network(), connected, vault, &caller.actor, &mut tx).await?
    } else {
        let name = connected.credentials["network"].as_str().unwrap_or("?").to_owned();
        Channel::add_assisted(&name, connected, &caller.actor, &mut tx).await?
    };
    caller.created(tx, &ChannelBody::from(channel)).await
}

/// One channel
#[utoipa::path(get, path = "/api/v1/channels/{channel}", operation_id = "channel", tag = "channels",
    security(("token" = ["channels:read"])), params(("channel" = Ident, Path, description = "The channel")),
    responses((status = 200, description = "The channel", body = ChannelBody)))]
pub async fn get(caller: Caller, At(id): At<Channel>) -> Result<Json<ChannelBody>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(load(&caller, id, &mut tx).await?.into()))
}

async fn load(caller: &Caller, id: Id<Channel>, tx: &mut Tx) -> Result<Channel, Problem> {
    let channel = Channel::load(id, &caller.actor, tx).await?;
    if channel.removed_at.is_some() { Err(Problem::not_found()) } else { Ok(channel) }
}

/// Remove a channel
///
/// Its credentials are forgotten, what was planned on it is cancelled; what it published stays.
#[utoipa::path(delete, path = "/api/v1/channels/{channel}", operation_id = "channel_remove", tag = "channels",
    security(("token" = ["channels:write"])), params(("channel" = Ident, Path, description = "The channel")),
    responses((status = 204, description = "It is removed")))]
pub async fn remove(caller: Caller, At(id): At<Channel>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    load(&caller, id, &mut tx).await?.remove(&caller.actor, &mut tx).await?;
    caller.done(tx).await
}

/// Stop everything on a channel
#[utoipa::path(post, path = "/api/v1/channels/{channel}/pause", operation_id = "channel_pause", tag = "channels",
    security(("token" = ["channels:write"])), params(("channel" = Ident, Path, description = "The channel")),
    responses((status = 200, description = "The channel, paused", body = ChannelBody)))]
pub async fn pause(caller: Caller, At(id): At<Channel>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    load(&caller, id, &mut tx).await?.pause(&caller.actor, &mut tx).await?;
    let channel = load(&caller, id, &mut tx).await?;
    caller.changed(tx, &ChannelBody::from(channel)).await
}

/// Let a channel publish again
#[utoipa::path(delete, path = "/api/v1/channels/{channel}/pause", operation_id = "channel_resume", tag = "channels",
    security(("token" = ["channels:write"])), params(("channel" = Ident, Path, description = "The channel")),
    responses((status = 200, description = "The channel, no longer paused", body = ChannelBody)))]
pub async fn resume(caller: Caller, At(id): At<Channel>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    load(&caller, id, &mut tx).await?.resume(&caller.actor, &mut tx).await?;
    let channel = load(&caller, id, &mut tx).await?;
    caller.changed(tx, &ChannelBody::from(channel)).await
}

/// Ask the network whether a channel still works
#[utoipa::path(post, path = "/api/v1/channels/{channel}/test", operation_id = "channel_test", tag = "channels",
    security(("token" = ["channels:write"])), params(("channel" = Ident, Path, description = "The channel")),
    responses((status = 200, description = "It works: the channel, read again", body = ChannelBody)))]
pub async fn test(caller: Caller, At(id): At<Channel>) -> Result<Response, Problem> {
    caller.must(Right::ManageChannels)?;
    let mut tx = caller.read().await?;
    let channel = load(&caller, id, &mut tx).await?;
    drop(tx);
    let kit = &caller.house.kit;
    let connector = kit.connectors.get(&channel.network).ok_or_else(Problem::not_found)?;
    let connect = connector.connect().ok_or_else(Problem::not_found)?;
    let read = connect.test(&kit.call(&channel)).await;
    let mut tx = caller.begin().await?;
    match read {
        Ok(read) => {
            channel.refreshed(&read, &mut tx).await?;
            let channel = load(&caller, id, &mut tx).await?;
            caller.changed(tx, &ChannelBody::from(channel)).await
        }
        Err(error) => {
            if let NetworkError::Reauthorize { detail } = &error {
                channel.needs_reconnection(detail, &mut tx).await?;
            }
            tx.commit().await?;
            Err(Problem::of_network(&caller.words, &channel.network_name, &error))
        }
    }
}
