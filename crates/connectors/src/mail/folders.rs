//! The folders of a mailbox: what came, and what was sent.

use async_imap::types::NameAttribute;
use channels::NetworkError;
use futures_util::TryStreamExt;
use platform::outbound::Outbound;

use super::account::Account;
use super::session::{Session, within};

/// Where letters come.
pub(super) const INBOX: &str = "INBOX";

/// Usual names of the folder of sent letters, in IMAP's own spelling, where none is marked so.
const SENT_NAMES: &[&str] = &[
    "sent",
    "sent items",
    "sent messages",
    "sent mail",
    "envoy&AOk-s",
    "messages envoy&AOk-s",
    "&AMk-l&AOk-ments envoy&AOk-s",
];

/// The folder of sent letters: the one marked so, else the one named so, else one that is made.
pub(super) async fn sent(
    http: &Outbound,
    account: &Account,
    session: &mut Session,
) -> Result<Option<String>, NetworkError> {
    let names = within(http.patience(), account, async {
        session.list(Some(""), Some("*")).await?.try_collect::<Vec<_>>().await
    });
    let names = names.await?;
    let marked = names.iter().find(|name| name.attributes().contains(&NameAttribute::Sent));
    let named = || {
        names.iter().find(|name| {
            let (whole, mark) = (name.name(), name.delimiter().unwrap_or("/"));
            let last = whole.rsplit(mark).next().unwrap_or(whole);
            SENT_NAMES.iter().any(|sent| sent.eq_ignore_ascii_case(last))
        })
    };
    if let Some(found) = marked.or_else(named) {
        return Ok(Some(found.name().to_owned()));
    }
    let made = within(http.patience(), account, async { Ok(session.create("Sent").await) });
    Ok(made.await?.is_ok().then(|| "Sent".to_owned()))
}
