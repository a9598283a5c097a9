//! Any network, by name: a person posts by hand, with text and pictures ready to copy, and
//! confirms with the link.

mod looks;
mod networks;
mod sites;

use async_trait::async_trait;
use channels::connector::{
    Answers, Began, Connect, ConnectField, ConnectWay, Connected, Connector, FieldKind, Network,
    PreviewStyle,
};
use channels::{Call, NetworkError, Rejection};
use platform::outbound::Outbound;
use serde_json::{Value, json};
use url::Url;

use crate::answer::rejected;

pub use networks::{KnownNetwork, known, limits_of};

/// The connector of networks that a person posts on by hand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Assisted;

static NETWORK: Network =
    Network { key: "assisted", name: "Assisted", icon: "hand", preview: PreviewStyle::Plain };

static WAYS: [ConnectWay; 1] = [ConnectWay {
    key: "name",
    fields: &[
        ConnectField { name: "network", kind: FieldKind::Text, required: true, initial: "" },
        ConnectField { name: "account", kind: FieldKind::Text, required: true, initial: "" },
        ConnectField { name: "link", kind: FieldKind::Text, required: false, initial: "" },
    ],
}];

impl Connector for Assisted {
    fn network(&self) -> &'static Network {
        &NETWORK
    }
    fn look(&self, name: &str) -> channels::Look {
        looks::look_of(name)
    }
    fn connect(&self) -> Option<&dyn Connect> {
        Some(self)
    }
    fn limits_by_hand(&self, network: &str) -> Option<channels::Limits> {
        Some(limits_of(network))
    }
    fn site_by_hand(&self, network: &str) -> Option<&'static channels::connector::Site> {
        sites::site_of(network)
    }
}

#[async_trait]
impl Connect for Assisted {
    fn ways(&self) -> &'static [ConnectWay] {
        &WAYS
    }

    /// Nothing is asked of the network: the answers are the account. Its name among the networks
    /// comes back in `credentials.network`, as the network writes it where it is known.
    async fn begin(
        &self,
        _: &Outbound,
        _: &str,
        answers: &Answers,
        _: &str,
        _: &str,
    ) -> Result<Began, NetworkError> {
        let given = |name: &str| answers.get(name).map_or("", |answer| answer.trim());
        let (network, link) = (given("network"), link(given("link"))?);
        let account = match given("account").trim_start_matches('@').trim() {
            "" => last_part(link.as_ref()),
            account => account.to_owned(),
        };
        if network.is_empty() || account.is_empty() {
            return Err(rejected(Rejection::Empty, "a network and an account are needed"));
        }
        let name = known(network).map_or(network, |known| known.name);
        let slug = primitives::slug(name);
        Ok(Began::Connected(Box::new(Connected {
            server: String::new(),
            remote_account_id: format!("{slug}:{}", account.to_lowercase()),
            handle: account.clone(),
            name: account,
            profile_url: link.map(Into::into),
            avatar_url: None,
            followers: None,
            limits: limits_of(network),
            credentials: json!({ "network": name }),
        })))
    }

    async fn finish(
        &self,
        _: &Outbound,
        _: &Value,
        _: &Answers,
        _: &str,
    ) -> Result<Connected, NetworkError> {
        Err(NetworkError::Unsupported { what: "signing in: a person posts by hand".to_owned() })
    }

    /// There is nothing to test: what was typed is what is known.
    async fn test(&self, _: &Call) -> Result<Connected, NetworkError> {
        Err(NetworkError::Unsupported { what: "testing a network used by hand".to_owned() })
    }
}

/// The profile's page, with or without `https://`.
fn link(typed: &str) -> Result<Option<Url>, NetworkError> {
    if typed.is_empty() {
        return Ok(None);
    }
    let address = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    match Url::parse(&address) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(Some(url)),
        _ => Err(rejected(Rejection::NotThisNetwork, "the link is not a web address")),
    }
}

/// The account's name at the end of its page's address.
fn last_part(link: Option<&Url>) -> String {
    let mut parts = link.and_then(Url::path_segments).into_iter().flatten();
    let last = parts.rfind(|part| !part.is_empty()).unwrap_or_default();
    last.trim_start_matches('@').to_owned()
}
