//! The one HTTP client out of the house: bounded in time and size, never to a private address,
//! and exact about whether a request may have left.

mod address;
mod answer;
mod error;
mod line;
mod request;

use std::sync::Arc;
use std::time::Duration;

use http::Method;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use address::CarefulResolver;
pub use answer::{Answer, Malformed};
pub use error::OutboundError;
pub use line::Line;
pub use request::{OutboundRequest, Part};

/// How the client out behaves.
#[derive(Debug, Clone)]
pub struct OutboundSettings {
    /// Lets requests reach loopback and private addresses, and secrets travel over plain HTTP:
    /// for tests and for servers of one's own network.
    pub allow_private: bool,
    /// How Parvis presents itself.
    pub user_agent: String,
    /// How long name, connection and TLS may take together.
    pub connect_timeout: Duration,
    /// How long a request may take in all, redirects and body included.
    pub total_timeout: Duration,
    /// The largest body of an answer, in bytes once decompressed.
    pub max_body: usize,
    /// Certificates (PEM) trusted besides the public ones: those of one's own authority.
    pub extra_roots: Option<String>,
}

impl Default for OutboundSettings {
    fn default() -> Self {
        Self {
            allow_private: false,
            user_agent: concat!("Parvis/", env!("CARGO_PKG_VERSION")).to_owned(),
            connect_timeout: Duration::from_secs(10),
            total_timeout: Duration::from_secs(30),
            max_body: 8 * 1024 * 1024,
            extra_roots: None,
        }
    }
}

/// The client out could not be made: the machine's TLS is at fault.
#[derive(Debug, thiserror::Error)]
#[error("the HTTP client can't be made: {0}")]
pub struct CannotStart(String);

/// The one HTTP client out. Cloning gives another handle on the same connections.
#[derive(Clone)]
pub struct Outbound {
    inner: Arc<Inner>,
}

struct Inner {
    settings: OutboundSettings,
    /// For GET and HEAD: keeps connections.
    reading: reqwest::Client,
    /// For lines that are not HTTP.
    tls: Arc<rustls::ClientConfig>,
    /// For everything else: a connection each. A kept connection that the server closes just as
    /// we write on it would leave us not knowing whether the request was taken.
    writing: reqwest::Client,
}

impl Outbound {
    /// Makes the client; no connection is opened.
    ///
    /// # Errors
    /// [`CannotStart`] when TLS can't be set up, or an extra root can't be read.
    pub fn new(settings: OutboundSettings) -> Result<Self, CannotStart> {
        let tls = tls(settings.extra_roots.as_deref())?;
        let mut bare = tls.clone();
        bare.alpn_protocols.clear();
        let reading = client(&settings, tls.clone())
            .pool_idle_timeout(Duration::from_secs(30))
            .pool_max_idle_per_host(4)
            .build();
        let writing =
            client(&settings, tls).pool_max_idle_per_host(0).retry(reqwest::retry::never()).build();
        let broken = |error: reqwest::Error| CannotStart(error.to_string());
        let inner = Inner {
            reading: reading.map_err(broken)?,
            writing: writing.map_err(broken)?,
            tls: Arc::new(bare),
            settings,
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Reads `url`; redirects are followed (five at most), each checked as the first address is.
    pub fn get(&self, url: &str) -> OutboundRequest {
        self.request(Method::GET, url)
    }

    /// Reads the headers of `url`; redirects are followed as by [`Outbound::get`].
    pub fn head(&self, url: &str) -> OutboundRequest {
        self.request(Method::HEAD, url)
    }

    /// Sends to `url`; a redirect is an answer like another, never followed.
    pub fn post(&self, url: &str) -> OutboundRequest {
        self.request(Method::POST, url)
    }

    /// Puts at `url`; a redirect is an answer like another.
    pub fn put(&self, url: &str) -> OutboundRequest {
        self.request(Method::PUT, url)
    }

    /// Deletes `url`; a redirect is an answer like another.
    pub fn delete(&self, url: &str) -> OutboundRequest {
        self.request(Method::DELETE, url)
    }

    /// Whether private addresses may be reached.
    pub fn allows_private(&self) -> bool {
        self.inner.settings.allow_private
    }

    fn request(&self, method: Method, url: &str) -> OutboundRequest {
        OutboundRequest::new(self.clone(), method, url)
    }

    fn settings(&self) -> &OutboundSettings {
        &self.inner.settings
    }

    fn client(&self, method: &Method) -> &reqwest::Client {
        if follows(method) { &self.inner.reading } else { &self.inner.writing }
    }
}

impl std::fmt::Debug for Outbound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outbound").field("settings", &self.inner.settings).finish_non_exhaustive()
    }
}

/// Whether an address given to us may be reached with credentials, as far as can be told before
/// its name is looked up.
pub(crate) fn may_reach(url: &url::Url, allow_private: bool) -> bool {
    address::check(url, allow_private, true).is_ok()
}

/// Whether redirects of this method are followed: only where repeating changes nothing.
fn follows(method: &Method) -> bool {
    *method == Method::GET || *method == Method::HEAD
}

fn client(settings: &OutboundSettings, tls: rustls::ClientConfig) -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .dns_resolver(Arc::new(CarefulResolver { allow_private: settings.allow_private }))
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .referer(false)
        .user_agent(&settings.user_agent)
        // Always shorter than the whole, so that running out of time while connecting is known
        // not to have sent anything.
        .connect_timeout(settings.connect_timeout.min(settings.total_timeout / 2))
        .timeout(settings.total_timeout)
}

/// TLS by ring, trusting Mozilla's roots as they were when Parvis was built.
fn tls(extra_roots: Option<&str>) -> Result<rustls::ClientConfig, CannotStart> {
    // Other libraries (mail) take the process's default. Somebody having set one already is fine.
    drop(rustls::crypto::ring::default_provider().install_default());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for certificate in CertificateDer::pem_slice_iter(extra_roots.unwrap_or_default().as_bytes()) {
        let broken = |error: &dyn std::fmt::Display| CannotStart(format!("extra roots: {error}"));
        let certificate = certificate.map_err(|error| broken(&error))?;
        roots.add(certificate).map_err(|error| broken(&error))?;
    }
    let mut config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| CannotStart(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}
