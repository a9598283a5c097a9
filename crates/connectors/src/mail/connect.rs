//! Connecting a mailbox: its servers are found from its address, or given; both are tried before
//! anything is kept.

use async_trait::async_trait;
use channels::connector::{
    Answers, Began, Connect, ConnectField, ConnectWay, Connected, FieldKind,
};
use channels::{Call, NetworkError, Rejection};
use lettre::Address;
use platform::outbound::Outbound;
use serde_json::{Value, json};

use super::account::{Account, Server, domain};
use super::find_servers::{self, Servers};
use super::providers::{Provider, WayIn};
use super::{Mail, folders, limits, session, smtp};
use crate::answer::rejected;

const fn field(name: &'static str, kind: FieldKind, required: bool) -> ConnectField {
    ConnectField { name, kind, required, initial: "" }
}

const ADDRESS: ConnectField = field("address", FieldKind::Text, true);
const PASSWORD: ConnectField = field("password", FieldKind::Secret, true);
const NAME: ConnectField = field("name", FieldKind::Text, false);
const USER: ConnectField = field("user", FieldKind::Text, false);
const IMAP: ConnectField = field("imap", FieldKind::Server, true);
const SMTP: ConnectField = field("smtp", FieldKind::Server, true);

static WAYS: [ConnectWay; 2] = [
    ConnectWay { key: "address", fields: &[ADDRESS, PASSWORD, NAME] },
    ConnectWay { key: "servers", fields: &[ADDRESS, IMAP, SMTP, USER, PASSWORD, NAME] },
];

#[async_trait]
impl Connect for Mail {
    fn ways(&self) -> &'static [ConnectWay] {
        &WAYS
    }

    async fn begin(
        &self,
        http: &Outbound,
        way: &str,
        answers: &Answers,
        _: &str,
        _: &str,
    ) -> Result<Began, NetworkError> {
        let given = |name: &str| answers.get(name).map_or("", |answer| answer.trim());
        let address = address(given("address"))?;
        let servers = match way {
            "servers" => named(given("imap"), given("smtp"))?,
            _ => found(http, &address).await?,
        };
        let user = Some(given("user").to_owned()).filter(|user| !user.is_empty());
        let account = Account {
            user: user.or(servers.user).unwrap_or_else(|| address.clone()),
            // Providers show application passwords in groups of letters, set apart to be read.
            password: password(answers.get("password").map_or("", String::as_str), &servers.imap),
            name: given("name").split_whitespace().collect::<Vec<_>>().join(" "),
            keeps_sent: Provider::of_server(&servers.smtp.host).is_some_and(|one| one.keeps_sent),
            address,
            imap: servers.imap,
            smtp: servers.smtp,
            sent: None,
        };
        Ok(Began::Connected(Box::new(tried(http, account).await?)))
    }

    async fn finish(
        &self,
        _: &Outbound,
        _: &Value,
        _: &Answers,
        _: &str,
    ) -> Result<Connected, NetworkError> {
        Err(NetworkError::Unsupported { what: "authorization".to_owned() })
    }

    async fn test(&self, call: &Call) -> Result<Connected, NetworkError> {
        let account = Account::of(call).await?;
        let connected = tried(&call.http, account).await.map_err(|error| match error {
            NetworkError::Rejected {
                reason:
                    Rejection::WrongCredentials | Rejection::AppPassword | Rejection::NoPasswords,
                detail,
            } => NetworkError::Reauthorize { detail },
            other => other,
        })?;
        Ok(Connected { credentials: Value::Null, ..connected })
    }
}

/// Tries both servers; the account as it will be kept.
async fn tried(http: &Outbound, mut account: Account) -> Result<Connected, NetworkError> {
    let way_in = Provider::of_server(&account.imap.host).map(|one| one.way_in);
    let opened = session::open(http, &account).await;
    let mut line = opened.map_err(|error| explained(error, way_in))?;
    account.sent = folders::sent(http, &account, &mut line).await?;
    drop(tokio::time::timeout(std::time::Duration::from_secs(2), line.logout()).await);
    let mut line = smtp::open(http, &account).await.map_err(|error| match error {
        NetworkError::Rejected { reason: Rejection::WrongCredentials, detail } => {
            rejected(Rejection::SendingRefused, detail)
        }
        other => other,
    })?;
    drop(tokio::time::timeout(std::time::Duration::from_secs(2), line.quit()).await);
    let name = match account.name.as_str() {
        "" => account.address.clone(),
        name => name.to_owned(),
    };
    Ok(Connected {
        server: domain(&account.address).to_owned(),
        remote_account_id: account.address.clone(),
        handle: account.address.clone(),
        name,
        profile_url: Some(format!("mailto:{}", account.address)),
        avatar_url: None,
        followers: None,
        limits: limits(),
        credentials: json!(account),
    })
}

/// A refused password, in the light of how the provider lets programs in.
fn explained(error: NetworkError, way_in: Option<WayIn>) -> NetworkError {
    match (error, way_in) {
        (NetworkError::Rejected { reason: Rejection::WrongCredentials, detail }, way_in) => {
            let lower = detail.to_ascii_lowercase();
            let reason = match way_in {
                Some(WayIn::NoPassword) => Rejection::NoPasswords,
                Some(WayIn::AppPassword) => Rejection::AppPassword,
                _ if lower.contains("application-specific") || lower.contains("app password") => {
                    Rejection::AppPassword
                }
                _ if lower.contains("oauth") || lower.contains("basicauthblocked") => {
                    Rejection::NoPasswords
                }
                _ => Rejection::WrongCredentials,
            };
            rejected(reason, detail)
        }
        (error, _) => error,
    }
}

fn address(written: &str) -> Result<String, NetworkError> {
    let written = written.to_lowercase();
    let wrong = || rejected(Rejection::Empty, "this is not an e-mail address");
    let address: Address = written.parse().map_err(|_| wrong())?;
    if address.domain().contains('[') { Err(wrong()) } else { Ok(written) }
}

async fn found(http: &Outbound, address: &str) -> Result<Servers, NetworkError> {
    let found = find_servers::of_address(http, address).await;
    found.ok_or_else(|| rejected(Rejection::ServersUnknown, domain(address)))
}

fn named(imap: &str, smtp: &str) -> Result<Servers, NetworkError> {
    let read = |written: &str, usual| {
        Server::read(written, usual)
            .ok_or_else(|| rejected(Rejection::ServersUnknown, format!("{written:?} is no server")))
    };
    Ok(Servers { imap: read(imap, 993)?, smtp: read(smtp, 587)?, user: None })
}

fn password(given: &str, imap: &Server) -> String {
    let provider = Provider::of_server(&imap.host);
    let groups: Vec<&str> = given.split_whitespace().collect();
    let of_application = provider.is_some_and(|one| one.way_in == WayIn::AppPassword);
    match of_application && groups.len() == 4 && groups.iter().all(|group| group.len() == 4) {
        true => groups.concat(),
        false => given.to_owned(),
    }
}
