use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::{Channel, ChannelState, Limits, Mode};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use primitives::text::{CountRule, Unit};

use super::list::{facts, handle, reconnect_url};
use super::refused_by_network;
use crate::parts::{Tone, channel_mark, crumbs, csrf, notice, one_button, page_header_under};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// One account: how it fares, what its network takes, what can be done.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Channel>)>,
) -> Result<Response, Refusal> {
    let channel = load(&here, id).await?;
    Ok(here.show(&ChannelPage { channel, tested: None }))
}

/// Asks the network whether the account still works, and reads its facts again.
pub async fn test(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Channel>)>,
) -> Result<Response, Refusal> {
    here.must(Right::ManageChannels)?;
    let channel = load(&here, id).await?;
    let kit = &here.house.kit;
    let connector = kit.connectors.get(&channel.network).ok_or(Refusal::NotFound)?;
    let connect = connector.connect().ok_or(Refusal::NotFound)?;
    let read = connect.test(&kit.call(&channel)).await;
    let mut tx = here.begin().await?;
    match read {
        Ok(read) => {
            channel.refreshed(&read, &mut tx).await?;
            tx.commit().await?;
            let go = here.go(&format!("channels/{id}")).saying("channels-tested");
            Ok(go.with("name", channel.network_name).into_response())
        }
        Err(error) => {
            if let channels::NetworkError::Reauthorize { detail } = &error {
                channel.needs_reconnection(detail, &mut tx).await?;
            }
            tx.commit().await?;
            let tested = Some(refused_by_network(here.words(), &channel.network_name, &error));
            let channel = load(&here, id).await?;
            Ok(here.refused(&ChannelPage { channel, tested }))
        }
    }
}

/// Stops everything on this account.
pub async fn pause(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Channel>)>,
) -> Result<Response, Refusal> {
    let channel = load(&here, id).await?;
    let mut tx = here.begin().await?;
    channel.pause(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("channels/{id}")).saying("channels-paused").into_response())
}

/// Lets this account publish again.
pub async fn resume(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Channel>)>,
) -> Result<Response, Refusal> {
    let channel = load(&here, id).await?;
    let mut tx = here.begin().await?;
    channel.resume(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("channels/{id}")).saying("channels-resumed").into_response())
}

/// Removes the account from Parvis.
pub async fn remove(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Channel>)>,
) -> Result<Response, Refusal> {
    let channel = load(&here, id).await?;
    let mut tx = here.begin().await?;
    channel.remove(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let go = here.go("channels").saying("channels-removed");
    Ok(go.with("name", channel.network_name).into_response())
}

async fn load(here: &InBrand, id: Id<Channel>) -> Result<Channel, Refusal> {
    let mut tx = here.read().await?;
    let channel = Channel::load(id, &here.actor, &mut tx).await?;
    if channel.removed_at.is_some() { Err(Refusal::NotFound) } else { Ok(channel) }
}

/// One account.
pub struct ChannelPage {
    channel: Channel,
    tested: Option<String>,
}

impl Page for ChannelPage {
    fn samples() -> Vec<Self> {
        let pages = sample_channels().into_iter().map(|channel| Self { channel, tested: None });
        let mut pages: Vec<_> = pages.collect();
        pages[0].tested = Some("…".to_owned());
        pages
    }

    fn title(&self, frame: &Frame) -> String {
        let name = self.channel.network_name.as_str();
        frame.words.tn("channels-one", args![network => name, account => handle(&self.channel)])
    }

    fn shape(&self) -> Shape {
        Shape::Room("channels", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let channel = &self.channel;
        html! {
            (page_header_under(
                crumbs(frame, &[(&words.t("channels-title"), &frame.url("channels"))]),
                &self.title(frame),
                html! {},
                html! {},
            ))
            div.stack {
                @if let Some(said) = &self.tested { (notice(Tone::Danger, said, html! {})) }
                @if let ChannelState::NeedsReconnection { since, .. } = &channel.state {
                    (notice(Tone::Warning, &words.t("channels-reconnect-title"), html! {
                        p { (words.tn("channels-reconnect-lead", args![when => words.moment(*since)])) }
                        div.row { a.button.button-primary href=(reconnect_url(frame, channel)) { (words.t("channels-reconnect")) } }
                    }))
                }
                @if channel.paused_at.is_some() {
                    (notice(Tone::Warning, &words.t("channels-paused-title"), html! { p { (words.t("channels-paused-lead")) } }))
                }
                div.card.channel {
                    (channel_mark(channel, "network-lg"))
                    div { h2 { (channel.name) } p.muted.small {
                        @match &channel.profile_url {
                            Some(url) => a href=(url) rel="noopener noreferrer" target="_blank" { (handle(channel)) },
                            None => (handle(channel)),
                        }
                    } }
                    (facts(words, channel))
                }
                (takes(words, &channel.limits))
                @if frame.may(Right::ManageChannels) { (self.actions(frame)) }
            }
        }
    }
}

impl ChannelPage {
    fn actions(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let url = |what: &str| frame.url(&format!("channels/{}/{what}", self.channel.id));
        html! {
            div.card {
                h2.section-title { (words.t("channels-actions")) }
                div.row {
                    @if self.channel.mode == Mode::Api {
                        (one_button(frame, &url("test"), &words.t("channels-test"), ""))
                    }
                    @if self.channel.paused_at.is_some() {
                        (one_button(frame, &url("pause/end"), &words.t("channels-resume"), "button-primary"))
                    } @else {
                        (one_button(frame, &url("pause"), &words.t("channels-pause"), ""))
                    }
                }
                details.more {
                    summary { (words.t("channels-remove")) }
                    p.small { (words.t("channels-remove-lead")) }
                    form method="post" action=(url("removal")) {
                        (csrf(frame))
                        button.button.button-danger { (words.t("channels-remove-button")) }
                    }
                }
            }
        }
    }
}

page_samples!(ChannelPage);

/// What the network takes, with where that was learnt.
fn takes(words: &Words, limits: &Limits) -> Markup {
    let text = i64::from(limits.text.max);
    let unit = match limits.text.unit {
        Unit::Utf8Bytes => "channels-takes-bytes",
        Unit::Weighted => "channels-takes-weighted",
        _ => "channels-takes-characters",
    };
    html! {
        section.card aria-labelledby="takes" {
            h2.section-title #takes { (words.t("channels-takes")) }
            dl.facts.wide {
                dt { (words.t("channels-takes-text")) }
                dd { (words.tn(unit, args![count => text])) }
                dt { (words.t("channels-takes-pictures")) }
                dd { (words.tn("channels-takes-pictures-of", args![
                    count => i64::from(limits.images),
                    size => words.size(limits.image_bytes),
                ])) }
                dt { (words.t("channels-takes-alt")) }
                dd { (words.tn("channels-takes-characters", args![count => i64::from(limits.alt_text)])) }
            }
            p.small.muted {
                @if limits.source == "served" { (words.t("channels-takes-served")) }
                @else { (words.tn("channels-takes-source", args![source => limits.source.as_str(), day => limits.learnt_on.as_str()])) }
            }
        }
    }
}

/// Channels of each kind, for the samples of pages.
pub fn sample_channels() -> Vec<Channel> {
    let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 3);
    let now = ambient.now();
    let channel = Channel {
        id: ambient.new_id(),
        brand: ambient.new_id(),
        network: "bluesky".into(),
        network_name: "Bluesky".into(),
        server: "https://bsky.social".into(),
        remote_account_id: "did:plc:fournil".into(),
        handle: "fournil-de-louise.fr".into(),
        name: "Le Fournil de Louise".into(),
        profile_url: Some("https://bsky.app/profile/fournil-de-louise.fr".into()),
        avatar_url: None,
        mode: Mode::Api,
        state: ChannelState::Connected,
        limits: Limits {
            images: 4,
            image_bytes: 2_000_000,
            image_side: 2000,
            image_types: vec!["image/jpeg".into()],
            alt_text: 1000,
            source: "served".into(),
            learnt_on: "2026-11-22".into(),
            ..Limits::of(CountRule::graphemes(300).with_max_bytes(3000))
        },
        followers: Some(1204),
        inbox_checked_at: Some(now),
        paused_at: None,
        created_at: now,
        removed_at: None,
    };
    let refused = ChannelState::NeedsReconnection { detail: "revoked".into(), since: now };
    vec![
        channel.clone(),
        Channel {
            network: "mastodon".into(),
            network_name: "Mastodon".into(),
            state: refused,
            followers: None,
            inbox_checked_at: None,
            ..channel.clone()
        },
        Channel {
            network: "assisted".into(),
            network_name: "LinkedIn".into(),
            mode: Mode::Assisted,
            handle: String::new(),
            profile_url: None,
            followers: None,
            paused_at: Some(now),
            limits: Limits { source: "docs".into(), ..channel.limits.clone() },
            ..channel
        },
    ]
}
