//! Lines out that are not HTTP (mail): the same addresses may be reached, the same authorities are
//! trusted, and secrets travel encrypted.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::{Outbound, OutboundError, address};

/// A line to a server, encrypted or not yet.
#[derive(Debug)]
pub enum Line {
    /// In clear.
    Plain(TcpStream),
    /// Encrypted.
    Secure(Box<TlsStream<TcpStream>>),
}

impl Outbound {
    /// Opens a line in clear to a server. Nothing has been said on it.
    ///
    /// # Errors
    /// [`OutboundError::Forbidden`] for private addresses, [`OutboundError::NotSent`] otherwise.
    pub async fn dial(&self, host: &str, port: u16) -> Result<Line, OutboundError> {
        let host = host.trim_matches(['[', ']']);
        let addresses = self.addresses(host, port).await?;
        let mut detail = format!("{host} has no address");
        for one in addresses {
            match timeout(self.settings().connect_timeout, TcpStream::connect(one)).await {
                Ok(Ok(stream)) => {
                    // What is asked is short, and waited for.
                    let _ = stream.set_nodelay(true);
                    return Ok(Line::Plain(stream));
                }
                Ok(Err(error)) => detail = format!("{host}:{port}: {error}"),
                Err(_) => detail = format!("{host}:{port}: no answer in time"),
            }
        }
        Err(OutboundError::NotSent { detail })
    }

    async fn addresses(&self, host: &str, port: u16) -> Result<Vec<SocketAddr>, OutboundError> {
        let private = self.allows_private();
        let forbidden =
            || OutboundError::Forbidden { detail: format!("{host} is not on the public Internet") };
        if !private && !address::is_public_name(host) {
            return Err(forbidden());
        }
        let found = timeout(self.settings().connect_timeout, tokio::net::lookup_host((host, port)));
        let not_found = |what: String| OutboundError::NotSent { detail: format!("{host}: {what}") };
        let found =
            found.await.map_err(|_| not_found("its name is not found in time".to_owned()))?;
        let found = found.map_err(|error| not_found(error.to_string()))?;
        let usable: Vec<SocketAddr> =
            found.filter(|one| private || address::is_public(one.ip())).collect();
        if usable.is_empty() { Err(forbidden()) } else { Ok(usable) }
    }

    /// How long each step of a line may take.
    pub fn patience(&self) -> Duration {
        self.settings().total_timeout
    }

    /// The authorities (PEM) trusted besides the public ones.
    pub fn extra_roots(&self) -> Option<&str> {
        self.settings().extra_roots.as_deref()
    }
}

impl Line {
    /// The line, encrypted from here on, once the server has proved that it is `host`.
    ///
    /// # Errors
    /// [`OutboundError::NotSent`].
    pub async fn secure(self, http: &Outbound, host: &str) -> Result<Line, OutboundError> {
        let Line::Plain(stream) = self else { return Ok(self) };
        let broken = |detail: String| OutboundError::NotSent { detail: format!("TLS: {detail}") };
        let name = ServerName::try_from(host.trim_matches(['[', ']']).to_owned());
        let name = name.map_err(|error| broken(format!("{host}: {error}")))?;
        let connector = TlsConnector::from(http.inner.tls.clone());
        let shaken = timeout(http.settings().connect_timeout, connector.connect(name, stream));
        let shaken = shaken.await.map_err(|_| broken(format!("{host}: no answer in time")))?;
        let stream = shaken.map_err(|error| broken(format!("{host}: {error}")))?;
        Ok(Line::Secure(Box::new(stream)))
    }

    /// Whether it is encrypted.
    pub fn is_secure(&self) -> bool {
        matches!(self, Line::Secure(_))
    }

    /// Whom it leads to.
    ///
    /// # Errors
    /// When the line is gone.
    pub fn peer(&self) -> io::Result<SocketAddr> {
        match self {
            Line::Plain(stream) => stream.peer_addr(),
            Line::Secure(stream) => stream.get_ref().0.peer_addr(),
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Line::Plain(stream) => Pin::new(stream).poll_read(context, buffer),
            Line::Secure(stream) => Pin::new(stream).poll_read(context, buffer),
        }
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match self.get_mut() {
            Line::Plain(stream) => Pin::new(stream).poll_write(context, bytes),
            Line::Secure(stream) => Pin::new(stream).poll_write(context, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Line::Plain(stream) => Pin::new(stream).poll_flush(context),
            Line::Secure(stream) => Pin::new(stream).poll_flush(context),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.get_mut() {
            Line::Plain(stream) => Pin::new(stream).poll_shutdown(context),
            Line::Secure(stream) => Pin::new(stream).poll_shutdown(context),
        }
    }
}
