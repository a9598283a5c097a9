//! A line to the server that receives: opened, signed in, and every step bounded in time.

use std::future::Future;
use std::time::Duration;

use async_imap::error::Error;
use async_imap::{Authenticator, Client};
use channels::{NetworkError, Rejection};
use platform::outbound::{Line, Outbound, OutboundError};
use tokio::time::timeout;

use super::account::{Account, Tls, may_be_clear};
use crate::answer::rejected;

pub(super) type Session = async_imap::Session<Line>;

/// Opens a line and signs in.
///
/// # Errors
/// `Rejected` with `WrongCredentials` when the password is refused; `NotSecure`; `Retry`.
pub(super) async fn open(http: &Outbound, account: &Account) -> Result<Session, NetworkError> {
    let client = client(http, account).await?;
    let signed_in = within(http.patience(), account, async {
        // A password with other letters than English ones has no form in a plain command.
        let plain = [&account.user, &account.password].iter().all(|word| word.is_ascii());
        let signed_in = match plain {
            true => client.login(&account.user, &account.password).await,
            false => client.authenticate("PLAIN", Plain::of(account)).await,
        };
        Ok(signed_in.map_err(|(error, _)| error))
    });
    signed_in.await?.map_err(|error| match error {
        Error::No(said) if passing(&said) => retry(account, &said),
        Error::No(said) | Error::Bad(said) => {
            rejected(Rejection::WrongCredentials, account.words(&said))
        }
        error => of_imap(account, &error),
    })
}

/// The same, for an account that worked: a refused password asks for a person.
pub(super) async fn reopen(http: &Outbound, account: &Account) -> Result<Session, NetworkError> {
    open(http, account).await.map_err(|error| match error {
        NetworkError::Rejected { reason: Rejection::WrongCredentials, detail } => {
            NetworkError::Reauthorize { detail }
        }
        NetworkError::Rejected { detail, .. } => NetworkError::Retry { detail, after: None },
        other => other,
    })
}

async fn client(http: &Outbound, account: &Account) -> Result<Client<Line>, NetworkError> {
    let server = &account.imap;
    let line = http.dial(&server.host, server.port).await.map_err(|error| undialled(&error))?;
    if server.tls == Tls::AtOnce {
        let line = line.secure(http, &server.host).await.map_err(|error| insecure(&error))?;
        return greeted(http, account, line).await;
    }
    let mut client = greeted(http, account, line).await?;
    let asked = within(http.patience(), account, async {
        Ok(client.run_command_and_check_ok("STARTTLS", None).await)
    });
    match asked.await? {
        Ok(()) => {
            let line = client.into_inner();
            let line = line.secure(http, &server.host).await.map_err(|error| insecure(&error))?;
            // A server greets once only.
            Ok(Client::new(line))
        }
        Err(Error::No(_) | Error::Bad(_)) if may_be_clear(http) => Ok(client),
        Err(Error::No(said) | Error::Bad(said)) => {
            Err(rejected(Rejection::NotSecure, format!("{}: {said}", server.shown())))
        }
        Err(error) => Err(of_imap(account, &error)),
    }
}

async fn greeted(
    http: &Outbound,
    account: &Account,
    line: Line,
) -> Result<Client<Line>, NetworkError> {
    let mut client = Client::new(line);
    let greeting = within(http.patience(), account, async { Ok(client.read_response().await?) });
    match greeting.await? {
        Some(_) => Ok(client),
        None => Err(retry(account, "the server hung up at once")),
    }
}

/// Runs a step within a time; what it meets becomes passing trouble.
pub(super) async fn within<T>(
    patience: Duration,
    account: &Account,
    step: impl Future<Output = Result<T, Error>>,
) -> Result<T, NetworkError> {
    match timeout(patience, step).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(of_imap(account, &error)),
        Err(_) => Err(retry(account, "no answer in time")),
    }
}

fn of_imap(account: &Account, error: &Error) -> NetworkError {
    retry(account, &error.to_string())
}

fn retry(account: &Account, said: &str) -> NetworkError {
    let detail = format!("{}: {}", account.imap.shown(), account.words(said));
    NetworkError::Retry { detail, after: None }
}

pub(super) fn undialled(error: &OutboundError) -> NetworkError {
    crate::answer::unanswered(error)
}

pub(super) fn insecure(error: &OutboundError) -> NetworkError {
    rejected(Rejection::NotSecure, error.detail())
}

/// Whether a refusal to let in is passing: too many lines at once, a server being repaired.
fn passing(said: &str) -> bool {
    let said = said.to_ascii_lowercase();
    ["unavailable", "inuse", "too many", "temporar", "try again", "limit", "overquota"]
        .iter()
        .any(|word| said.contains(word))
}

/// Signs in by SASL PLAIN.
struct Plain(Vec<u8>);

impl Plain {
    fn of(account: &Account) -> Self {
        Self(format!("\0{}\0{}", account.user, account.password).into_bytes())
    }
}

impl Authenticator for Plain {
    type Response = Vec<u8>;
    fn process(&mut self, _: &[u8]) -> Vec<u8> {
        self.0.clone()
    }
}
