//! Which servers a mailbox has: a known provider's, those that its domain tells (autoconfig), those
//! that the Thunderbird directory knows, else the usual names, where something answers.

use platform::outbound::Outbound;
use scraper::{ElementRef, Html, Selector};

use super::account::{Server, domain};
use super::providers::Provider;

/// The two servers of a mailbox, and its user name where the domain says what that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Servers {
    pub imap: Server,
    pub smtp: Server,
    pub user: Option<String>,
}

/// Finds them, or nothing.
pub(super) async fn of_address(http: &Outbound, address: &str) -> Option<Servers> {
    let at = domain(address);
    if let Some(provider) = Provider::of_domain(at) {
        return Some(Servers { imap: provider.imap(), smtp: provider.smtp(), user: None });
    }
    for url in [
        format!("https://autoconfig.{at}/mail/config-v1.1.xml"),
        format!("https://{at}/.well-known/autoconfig/mail/config-v1.1.xml"),
        format!("https://autoconfig.thunderbird.net/v1.1/{at}"),
    ] {
        let Ok(answer) = http.get(&url).send().await else { continue };
        if let Some(found) = answer.is_success().then(|| read(&answer.text(), address)).flatten() {
            return Some(found);
        }
    }
    usual(http, at).await
}

/// What an autoconfig document says.
fn read(xml: &str, address: &str) -> Option<Servers> {
    let document = Html::parse_document(xml);
    let imap = one_of(&document, "incomingserver[type=imap]", address)?;
    let smtp = one_of(&document, "outgoingserver[type=smtp]", address)?;
    Some(Servers { imap: imap.0, smtp: smtp.0, user: imap.1 })
}

/// The first server of a kind that is encrypted.
fn one_of(document: &Html, selector: &str, address: &str) -> Option<(Server, Option<String>)> {
    let selector = Selector::parse(selector).ok()?;
    document.select(&selector).find_map(|server| {
        let (host, port) = (said(server, "hostname")?, said(server, "port")?.parse().ok()?);
        let host = filled(&host, address);
        let server_of = match said(server, "sockettype")?.to_ascii_uppercase().as_str() {
            "SSL" => Server::at_once(&host, port),
            "STARTTLS" => Server::asked(&host, port),
            _ => return None,
        };
        Some((server_of, said(server, "username").map(|user| filled(&user, address))))
    })
}

fn said(server: ElementRef<'_>, name: &str) -> Option<String> {
    let selector = Selector::parse(name).ok()?;
    let text: String = server.select(&selector).next()?.text().collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// With the parts of the address that the document leaves open.
fn filled(text: &str, address: &str) -> String {
    let local = address.split('@').next().unwrap_or_default();
    text.replace("%EMAILADDRESS%", address)
        .replace("%EMAILLOCALPART%", local)
        .replace("%EMAILDOMAIN%", domain(address))
}

/// The usual names, where something answers.
async fn usual(http: &Outbound, at: &str) -> Option<Servers> {
    let names = [format!("imap.{at}"), format!("mail.{at}"), at.to_owned()];
    let imap = first(http, names.iter().map(|host| Server::at_once(host, 993))).await?;
    let names = [format!("smtp.{at}"), imap.host.clone()];
    let both = names.iter().flat_map(|host| [Server::at_once(host, 465), Server::asked(host, 587)]);
    let smtp = first(http, both).await?;
    Some(Servers { imap, smtp, user: None })
}

async fn first(http: &Outbound, servers: impl Iterator<Item = Server>) -> Option<Server> {
    for server in servers {
        let dialled = http.dial(&server.host, server.port);
        let soon = tokio::time::timeout(std::time::Duration::from_secs(4), dialled).await;
        if matches!(soon, Ok(Ok(_))) {
            return Some(server);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_tells_its_servers() {
        let xml = r#"<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="fournil.fr">
            <incomingServer type="pop3"><hostname>pop.fournil.fr</hostname><port>995</port>
            <socketType>SSL</socketType></incomingServer>
            <incomingServer type="imap"><hostname>imap.%EMAILDOMAIN%</hostname><port>993</port>
            <socketType>SSL</socketType><username>%EMAILLOCALPART%</username></incomingServer>
            <outgoingServer type="smtp"><hostname>smtp.fournil.fr</hostname><port>25</port>
            <socketType>plain</socketType></outgoingServer>
            <outgoingServer type="smtp"><hostname>smtp.fournil.fr</hostname><port>587</port>
            <socketType>STARTTLS</socketType></outgoingServer></emailProvider></clientConfig>"#;
        let found = read(xml, "bonjour@fournil.fr").unwrap();
        assert_eq!(found.imap, Server::at_once("imap.fournil.fr", 993));
        assert_eq!(found.smtp, Server::asked("smtp.fournil.fr", 587));
        assert_eq!(found.user.as_deref(), Some("bonjour"));
        assert_eq!(read("<html>nothing here</html>", "a@b.fr"), None);
    }
}
