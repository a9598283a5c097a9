//! Handing a letter over. Until its last line has left, whatever happens means that it was not
//! taken; after it, only an answer tells.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use channels::{NetworkError, Rejection};
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{
    AsyncSmtpConnection, AsyncTokioStream, Certificate, TlsParameters,
};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use platform::outbound::{Line, Outbound};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::timeout;

use super::account::{Account, Tls, may_be_clear};
use super::session::{insecure, undialled};
use crate::answer::rejected;

/// What became of a letter handed over.
pub(super) enum Handed {
    /// The server has it.
    Taken,
    /// Its last line left, and no answer came.
    InDoubt(String),
}

/// Opens a line to the server that sends, and signs in.
///
/// # Errors
/// As [`super::session::open`].
pub(super) async fn open(
    http: &Outbound,
    account: &Account,
) -> Result<AsyncSmtpConnection, NetworkError> {
    let mut line = greeted(http, account).await?;
    let credentials = Credentials::new(account.user.clone(), account.password.clone());
    let ways = [Mechanism::Plain, Mechanism::Login];
    let signed_in = within(http.patience(), account, line.auth(&ways, &credentials)).await?;
    match signed_in {
        Ok(_) => Ok(line),
        // On one's own network a server may let everybody send.
        Err(error) if error.is_client() && may_be_clear(http) => Ok(line),
        Err(error) => Err(match error.status().map(u16::from) {
            Some(500..) => rejected(Rejection::WrongCredentials, said(account, &error)),
            _ => retry(account, &error),
        }),
    }
}

async fn greeted(http: &Outbound, account: &Account) -> Result<AsyncSmtpConnection, NetworkError> {
    let server = &account.smtp;
    let line = http.dial(&server.host, server.port).await.map_err(|error| undialled(&error))?;
    let line = match server.tls {
        Tls::AtOnce => line.secure(http, &server.host).await.map_err(|error| insecure(&error))?,
        Tls::Asked => line,
    };
    let hello = ClientId::Domain(match account.domain() {
        "" => "localhost".to_owned(),
        domain => domain.to_owned(),
    });
    let asked = AsyncSmtpConnection::connect_with_transport(Box::new(Carrier(line)), &hello);
    let mut line =
        within(http.patience(), account, asked).await?.map_err(|e| retry(account, &e))?;
    if server.tls == Tls::Asked {
        if !line.can_starttls() {
            if may_be_clear(http) {
                return Ok(line);
            }
            return Err(rejected(Rejection::NotSecure, format!("{}: no STARTTLS", server.shown())));
        }
        let tls = tls(http, &server.host)?;
        let encrypted = within(http.patience(), account, line.starttls(tls, &hello)).await?;
        encrypted.map_err(|error| rejected(Rejection::NotSecure, said(account, &error)))?;
    }
    Ok(line)
}

fn tls(http: &Outbound, host: &str) -> Result<TlsParameters, NetworkError> {
    let wrong = |error: Error| rejected(Rejection::NotSecure, error.to_string());
    let mut tls = TlsParameters::builder(host.trim_matches(['[', ']']).to_owned());
    if let Some(roots) = http.extra_roots() {
        tls = tls.add_root_certificate(Certificate::from_pem(roots.as_bytes()).map_err(wrong)?);
    }
    tls.build().map_err(wrong)
}

/// Hands a letter over.
///
/// # Errors
/// Each means that the server certainly did not take it.
pub(super) async fn hand(
    http: &Outbound,
    account: &Account,
    to: &Address,
    letter: &[u8],
) -> Result<Handed, NetworkError> {
    let mut line = open(http, account).await.map_err(|error| match error {
        NetworkError::Rejected { reason: Rejection::WrongCredentials, detail } => {
            NetworkError::Reauthorize { detail }
        }
        NetworkError::Rejected { detail, .. } => NetworkError::Retry { detail, after: None },
        other => other,
    })?;
    let from: Address = account
        .address
        .parse()
        .map_err(|_| rejected(Rejection::Other, "the mailbox's own address is wrong"))?;
    let refused = |error: Error| refusal(account, &error);
    let before = async {
        line.command(Mail::new(Some(from), Vec::new())).await?;
        line.command(Rcpt::new(to.clone(), Vec::new())).await?;
        line.command(Data).await
    };
    within(http.patience(), account, before).await?.map_err(refused)?;
    // From here on it may be taken.
    let handed = match timeout(http.patience() * 2, line.message(letter)).await {
        Err(_) => Ok(Handed::InDoubt("no answer in time".to_owned())),
        Ok(Ok(_)) => Ok(Handed::Taken),
        Ok(Err(error)) if error.status().is_some() => Err(refusal(account, &error)),
        Ok(Err(error)) => Ok(Handed::InDoubt(said(account, &error))),
    };
    drop(timeout(Duration::from_secs(2), line.quit()).await);
    handed
}

async fn within<T>(
    patience: Duration,
    account: &Account,
    step: impl Future<Output = Result<T, Error>>,
) -> Result<Result<T, Error>, NetworkError> {
    timeout(patience, step).await.map_err(|_| NetworkError::Retry {
        detail: format!("{}: no answer in time", account.smtp.shown()),
        after: None,
    })
}

/// What a refusal means: « later » (4xx), « never » (5xx), or a line that broke.
fn refusal(account: &Account, error: &Error) -> NetworkError {
    match error.status().map(u16::from) {
        Some(530 | 535 | 538) => NetworkError::Reauthorize { detail: said(account, error) },
        Some(500..) => rejected(Rejection::Other, said(account, error)),
        _ => retry(account, error),
    }
}

fn retry(account: &Account, error: &Error) -> NetworkError {
    let detail = format!("{}: {}", account.smtp.shown(), said(account, error));
    NetworkError::Retry { detail, after: None }
}

/// The server's words.
fn said(account: &Account, error: &Error) -> String {
    let mut last: &dyn std::error::Error = error;
    while let Some(source) = last.source() {
        last = source;
    }
    let code = error.status().map(|code| format!("{code} ")).unwrap_or_default();
    account.words(&format!("{code}{last}"))
}

/// A line of ours, as the library wants it.
#[derive(Debug)]
struct Carrier(Line);

impl AsyncTokioStream for Carrier {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.0.peer()
    }
}

impl AsyncRead for Carrier {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(context, buffer)
    }
}

impl AsyncWrite for Carrier {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(context)
    }
}
