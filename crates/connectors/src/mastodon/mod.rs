//! Mastodon and the servers that speak its language.

mod client;
mod connect;
mod inbox;
mod limits;
mod measure;
mod moderate;
mod publish;
mod read_back;
mod uploads;
mod wire;

use channels::Moderate;
use channels::connector::{Connect, Connector, Inbox, Measure, Network, PreviewStyle, Publish};

/// The connector of Mastodon and compatible servers.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mastodon;

static NETWORK: Network = Network {
    key: "mastodon",
    name: "Mastodon",
    icon: "mastodon",
    preview: PreviewStyle::Mastodon,
};

impl Connector for Mastodon {
    fn network(&self) -> &'static Network {
        &NETWORK
    }
    fn connect(&self) -> Option<&dyn Connect> {
        Some(self)
    }
    fn publish(&self) -> Option<&dyn Publish> {
        Some(self)
    }
    fn inbox(&self) -> Option<&dyn Inbox> {
        Some(self)
    }
    fn moderate(&self) -> Option<&dyn Moderate> {
        Some(self)
    }
    fn measure(&self) -> Option<&dyn Measure> {
        Some(self)
    }
}
