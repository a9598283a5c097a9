use axum::response::Response;
use channels::{Channel, ChannelState, Mode};
use maud::{Markup, html};
use platform::Right;

use crate::parts::{badge, channel_mark, empty_state, network_mark, page_header, time};
use crate::words::Words;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The networks offered by name, by hand; any other can be typed.
pub const BY_HAND: &[&str] = &[
    "Facebook",
    "Instagram",
    "LinkedIn",
    "X",
    "TikTok",
    "YouTube",
    "Threads",
    "Pinterest",
    "Google Business",
];

/// The accounts of the brand, and what can be added.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let channels = Channel::all(&here.actor, &mut tx).await?;
    let offered = here.house.kit.connectors.all().filter(|c| c.publish().is_some());
    let offered = offered.map(|c| (c.network().key.to_owned(), c.network().name.to_owned()));
    Ok(here.show(&ChannelsPage { channels, offered: offered.collect() }))
}

/// « Where the brand is present. »
pub struct ChannelsPage {
    channels: Vec<Channel>,
    offered: Vec<(String, String)>,
}

impl Page for ChannelsPage {
    fn samples() -> Vec<Self> {
        let offered = || vec![("bluesky".to_owned(), "Bluesky".to_owned())];
        let channels = super::one::sample_channels();
        vec![
            Self { channels: Vec::new(), offered: offered() },
            Self { channels, offered: offered() },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("channels-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("channels", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let may = frame.may(Right::ManageChannels);
        html! {
            (page_header(&self.title(frame), html! { p.page-lead { (words.t("channels-lead")) } }, html! {}))
            div.stack.stack-lg {
                @if self.channels.is_empty() {
                    (empty_state("plug", &words.t("channels-none"), &words.t("channels-none-lead"), html! {}))
                } @else {
                    div.grid.grid-wide {
                        @for channel in &self.channels { (card(frame, channel)) }
                    }
                }
                @if may { (offers(frame, &self.offered)) }
            }
        }
    }
}

page_samples!(ChannelsPage);

fn card(frame: &Frame, channel: &Channel) -> Markup {
    let words = &frame.words;
    html! {
        article.card.channel {
            (channel_mark(channel, "network-lg"))
            div {
                h2.clip { a.plain href=(frame.url(&format!("channels/{}", channel.id))) { (channel.network_name) } }
                p.muted.small { (handle(channel)) }
            }
            (facts(words, channel))
            div.row {
                @if channel.needs_reconnection_now() {
                    a.button.button-small.button-primary href=(reconnect_url(frame, channel)) { (words.t("channels-reconnect")) }
                }
                a.button.button-small href=(frame.url(&format!("channels/{}", channel.id))) { (words.t("channels-see")) }
            }
        }
    }
}

/// What is known of a channel, as a list of facts.
pub fn facts(words: &Words, channel: &Channel) -> Markup {
    html! {
        dl.facts.wide {
            dt { (words.t("channels-state")) }
            dd { (state_of(words, channel)) }
            dt { (words.t("channels-followers")) }
            @match channel.followers {
                Some(followers) => dd { (words.number(followers)) },
                None => dd.faint { (words.t("channels-not-known")) },
            }
            @if channel.mode == Mode::Api {
                dt { (words.t("channels-read")) }
                @match channel.inbox_checked_at {
                    Some(at) => dd { (time(words, at, &words.relative(at))) },
                    None => dd.faint { (words.t("channels-not-read-yet")) },
                }
            }
        }
    }
}

/// Whether it works, in one word.
fn state_of(words: &Words, channel: &Channel) -> Markup {
    if channel.paused_at.is_some() {
        return badge(&words.t("channels-state-paused"), "warning");
    }
    match (&channel.state, channel.mode) {
        (ChannelState::NeedsReconnection { .. }, _) => {
            badge(&words.t("channels-state-reconnect"), "warning")
        }
        (_, Mode::Assisted) => badge(&words.t("channels-state-by-hand"), ""),
        (ChannelState::Connected, Mode::Api) => {
            badge(&words.t("channels-state-connected"), "success")
        }
    }
}

/// The account as people write it.
pub fn handle(channel: &Channel) -> String {
    match (channel.handle.as_str(), channel.profile_url.as_deref()) {
        ("", _) => channel.name.clone(),
        (handle, profile) => crate::parts::at_handle(handle, profile),
    }
}

/// Where this account is connected again.
pub fn reconnect_url(frame: &Frame, channel: &Channel) -> String {
    frame.url(&format!("channels/new/{}?again={}", channel.network, channel.id))
}

fn offers(frame: &Frame, offered: &[(String, String)]) -> Markup {
    let words = &frame.words;
    let choice = |href: String, mark: Markup, name: &str, how: String| {
        html! {
            a.network-choice href=(href) {
                (mark)
                span { span.strong { (name) } br; span.small.muted { (how) } }
            }
        }
    };
    html! {
        section aria-labelledby="add-title" {
            h2.section-title #add-title { (words.t("channels-add")) }
            div.grid {
                @for (key, name) in offered {
                    (choice(
                        frame.url(&format!("channels/new/{key}")),
                        network_mark(key, name, ""),
                        name,
                        words.t(&format!("channels-how-{key}")),
                    ))
                }
                @for name in BY_HAND {
                    (choice(
                        frame.url(&format!("channels/new/assisted?network={}", name.replace(' ', "%20"))),
                        network_mark(&key_of(name), name, ""),
                        name,
                        words.t("channels-how-assisted"),
                    ))
                }
                (choice(
                    frame.url("channels/new/assisted"),
                    network_mark("other", "", ""),
                    &words.t("channels-other"),
                    words.t("channels-how-assisted"),
                ))
                (choice(
                    frame.url("feeds"),
                    network_mark("rss", "", ""),
                    &words.t("channels-feed"),
                    words.t("channels-how-feed"),
                ))
            }
        }
    }
}

/// The icon key of a network offered by name.
fn key_of(name: &str) -> String {
    if name.contains("Google") { "google".to_owned() } else { primitives::slug(name) }
}
