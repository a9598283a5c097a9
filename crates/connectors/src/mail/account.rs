//! What is kept of a mailbox: its address, its servers and the way in.

use channels::{Call, NetworkError};
use platform::outbound::Outbound;
use serde::{Deserialize, Serialize};

/// What is sealed.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Account {
    /// The address that answers leave from.
    pub address: String,
    /// The name beside it; empty for none.
    #[serde(default)]
    pub name: String,
    pub user: String,
    pub password: String,
    pub imap: Server,
    pub smtp: Server,
    /// The folder of sent letters.
    #[serde(default)]
    pub sent: Option<String>,
    /// Whether the provider itself keeps what is sent, so that what is not there was not sent.
    #[serde(default)]
    pub keeps_sent: bool,
}

/// One server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Server {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
}

/// When a line becomes encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Tls {
    /// From its first byte.
    AtOnce,
    /// Once asked for (STARTTLS).
    Asked,
}

impl Server {
    pub fn at_once(host: &str, port: u16) -> Self {
        Self { host: host.to_owned(), port, tls: Tls::AtOnce }
    }

    pub fn asked(host: &str, port: u16) -> Self {
        Self { host: host.to_owned(), port, tls: Tls::Asked }
    }

    /// A server as people write it: `imap.example.fr`, `imap.example.fr:143`,
    /// `imaps://127.0.0.1:4993`. Without a port, `usual`; encryption follows from the port unless
    /// it is said.
    pub fn read(written: &str, usual: u16) -> Option<Self> {
        let written = written.trim().trim_end_matches('/');
        let (scheme, rest) = match written.split_once("://") {
            Some((scheme, rest)) => (Some(scheme.to_ascii_lowercase()), rest),
            None => (None, written),
        };
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) if !host.contains(':') || host.ends_with(']') => {
                (host, port.trim().parse().ok()?)
            }
            _ => (rest, usual),
        };
        let host = host.trim();
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '[' | ']' | ':');
        if host.is_empty() || port == 0 || !host.chars().all(fits) {
            return None;
        }
        let tls = match scheme.as_deref() {
            Some("imaps" | "smtps") => Tls::AtOnce,
            Some(_) => Tls::Asked,
            None if matches!(port, 993 | 465) => Tls::AtOnce,
            None => Tls::Asked,
        };
        Some(Self { host: host.to_owned(), port, tls })
    }

    /// As people write it.
    pub fn shown(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }
}

impl Account {
    pub async fn of(call: &Call) -> Result<Self, NetworkError> {
        let credentials = call.keeper.current().await?;
        serde_json::from_value(credentials.secret).map_err(|_| NetworkError::Reauthorize {
            detail: "there is no password any more".to_owned(),
        })
    }

    /// The part of the address after the at sign.
    pub fn domain(&self) -> &str {
        domain(&self.address)
    }

    /// A server's words as they may be shown: without the password, should it repeat it.
    pub fn words(&self, said: &str) -> String {
        // Of what the library shows, what the server said.
        let info = said.split_once("info: Some(\"").and_then(|(_, rest)| rest.rsplit_once("\")"));
        let said = info.map_or(said, |(info, _)| info);
        crate::answer::words(said, &[&self.password])
    }
}

pub(super) fn domain(address: &str) -> &str {
    address.rsplit_once('@').map_or("", |(_, domain)| domain)
}

/// Whether a line in clear may carry a password: on one's own network, when that is allowed.
pub(super) fn may_be_clear(http: &Outbound) -> bool {
    http.allows_private()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_are_read_as_people_write_them() {
        assert_eq!(Server::read("imap.free.fr", 993), Some(Server::at_once("imap.free.fr", 993)));
        assert_eq!(
            Server::read(" imap.free.fr:143 ", 993),
            Some(Server::asked("imap.free.fr", 143))
        );
        let test = Server::read("imaps://127.0.0.1:4993", 993);
        assert_eq!(test, Some(Server::at_once("127.0.0.1", 4993)));
        assert_eq!(Server::read("smtp://[::1]:2525", 587), Some(Server::asked("[::1]", 2525)));
        for wrong in ["", "imap.free.fr:port", "a b", "http://a/b"] {
            assert_eq!(Server::read(wrong, 993), None, "{wrong}");
        }
    }
}
