//! One request out, built step by step; mistakes in building it show when it is sent.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, LOCATION};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use serde::Serialize;
use tokio::time::Instant;
use url::Url;

use super::{Answer, Outbound, OutboundError, address, follows};

/// How many redirects of a GET are followed.
const MOST_REDIRECTS: usize = 5;

/// A part of a multipart form.
#[derive(Debug, Clone)]
pub enum Part {
    /// A field.
    Text(String),
    /// A file.
    File {
        /// Its bytes.
        bytes: Bytes,
        /// The name it is sent under.
        file_name: String,
        /// Its content type.
        mime: String,
    },
}

impl Part {
    /// A file of these bytes.
    pub fn file(bytes: impl Into<Bytes>, file_name: &str, mime: &str) -> Self {
        Part::File { bytes: bytes.into(), file_name: file_name.to_owned(), mime: mime.to_owned() }
    }
}

/// A request being built.
#[must_use = "nothing leaves until it is sent"]
pub struct OutboundRequest {
    http: Outbound,
    method: Method,
    url: Result<Url, OutboundError>,
    headers: HeaderMap,
    body: Body,
    secret: bool,
    timeout: Duration,
    max_body: usize,
}

enum Body {
    Empty,
    Bytes(Bytes),
    Multipart(Vec<(String, Part)>),
}

impl OutboundRequest {
    pub(super) fn new(http: Outbound, method: Method, url: &str) -> Self {
        let url = Url::parse(url).map_err(|error| not_sent(format!("a bad address: {error}")));
        let (timeout, max_body) = (http.settings().total_timeout, http.settings().max_body);
        let (headers, body) = (HeaderMap::new(), Body::Empty);
        Self { http, method, url, headers, body, secret: false, timeout, max_body }
    }

    /// Adds a header, replacing one of the same name.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let header = (HeaderName::try_from(name), HeaderValue::try_from(value));
        let (Ok(name), Ok(value)) = header else {
            return self.broken(format!("the header {name:?} can't be sent"));
        };
        self.secret |= is_secret(&name);
        self.headers.insert(name, value);
        self
    }

    /// Authorizes by a bearer token; implies [`OutboundRequest::secret`].
    pub fn bearer(self, token: &str) -> Self {
        let Ok(mut value) = HeaderValue::try_from(format!("Bearer {token}")) else {
            return self.broken("the token can't be sent in a header".to_owned());
        };
        value.set_sensitive(true);
        let mut this = self.secret();
        this.headers.insert(AUTHORIZATION, value);
        this
    }

    /// Says that the request carries credentials (in its body, its address): it is refused
    /// where it would travel unencrypted, unless private addresses are allowed.
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Adds parameters to the address.
    pub fn query<K: AsRef<str>, V: AsRef<str>>(mut self, pairs: &[(K, V)]) -> Self {
        if let (Ok(url), false) = (&mut self.url, pairs.is_empty()) {
            url.query_pairs_mut().extend_pairs(pairs);
        }
        self
    }

    /// Sends JSON.
    pub fn json<T: Serialize + ?Sized>(self, body: &T) -> Self {
        match serde_json::to_vec(body) {
            Ok(bytes) => self.body(bytes, "application/json"),
            Err(_) => self.broken("the body can't be written as JSON".to_owned()),
        }
    }

    /// Sends the fields of a form.
    pub fn form<K: AsRef<str>, V: AsRef<str>>(self, fields: &[(K, V)]) -> Self {
        let body =
            url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.body(body, "application/x-www-form-urlencoded")
    }

    /// Sends a form with files.
    pub fn multipart(mut self, parts: Vec<(&str, Part)>) -> Self {
        let owned = parts.into_iter().map(|(name, part)| (name.to_owned(), part));
        self.body = Body::Multipart(owned.collect());
        self
    }

    /// Sends bytes of a content type.
    pub fn body(mut self, bytes: impl Into<Bytes>, mime: &str) -> Self {
        self.body = Body::Bytes(bytes.into());
        self.header(CONTENT_TYPE.as_str(), mime)
    }

    /// Allows this long in all, instead of the client's own limit.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Takes a body of at most this many bytes, instead of the client's own limit.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// Sends the request and reads the answer to its end, whatever its status.
    ///
    /// # Errors
    /// [`OutboundError`], which tells whether the request may have left.
    pub async fn send(self) -> Result<Answer, OutboundError> {
        let (method, started) = (method_name(&self.method), Instant::now());
        let result = self.exchange().await;
        let outcome = match &result {
            Ok(answer) => match answer.status / 100 {
                2 => "2xx",
                3 => "3xx",
                4 => "4xx",
                _ => "5xx",
            },
            Err(error) => error.kind(),
        };
        metrics::counter!("parvis_outbound_requests_total", "method" => method, "outcome" => outcome)
            .increment(1);
        metrics::histogram!("parvis_outbound_seconds", "method" => method)
            .record(started.elapsed().as_secs_f64());
        result
    }

    async fn exchange(mut self) -> Result<Answer, OutboundError> {
        let deadline = Instant::now() + self.timeout;
        let mut url = self.url.clone()?;
        self.secret |= url.password().is_some();
        for _ in 0..=MOST_REDIRECTS {
            address::check(&url, self.http.allows_private(), self.secret)?;
            let answer = self.one_hop(&url, deadline).await?;
            let Some(next) = self.redirect(&answer)? else { return Ok(answer) };
            if next.origin() != url.origin() {
                self.forget_secrets();
            }
            url = next;
        }
        Err(OutboundError::NoAnswer { detail: "redirected too many times".to_owned() })
    }

    async fn one_hop(&self, url: &Url, deadline: Instant) -> Result<Answer, OutboundError> {
        let host = url.host_str().unwrap_or_default().to_owned();
        let left = deadline.saturating_duration_since(Instant::now());
        let request = self
            .http
            .client(&self.method)
            .request(self.method.clone(), url.clone())
            .headers(self.headers.clone())
            .timeout(left);
        let request = match &self.body {
            Body::Empty => request,
            Body::Bytes(bytes) => request.body(bytes.clone()),
            Body::Multipart(parts) => request.multipart(form(parts)?),
        };
        let answer = request.send().await.map_err(|error| OutboundError::of(error, &host))?;
        read(answer, url, &host, self.max_body).await
    }

    /// Where an answer sends us, if this is a request whose redirects are followed.
    fn redirect(&self, answer: &Answer) -> Result<Option<Url>, OutboundError> {
        if !follows(&self.method) || !matches!(answer.status, 301 | 302 | 303 | 307 | 308) {
            return Ok(None);
        }
        let Some(location) = answer.headers.get(LOCATION) else { return Ok(None) };
        let target = location.to_str().ok().and_then(|to| answer.url.join(to).ok());
        target.map(Some).ok_or_else(|| OutboundError::Forbidden {
            detail: format!("{} redirects to no valid address", address::shown(&answer.url)),
        })
    }

    /// What was meant for one server is not shown to another.
    fn forget_secrets(&mut self) {
        let names: Vec<HeaderName> =
            self.headers.keys().filter(|name| is_secret(name)).cloned().collect();
        for name in names {
            self.headers.remove(name);
        }
    }

    fn broken(mut self, detail: String) -> Self {
        if self.url.is_ok() {
            self.url = Err(not_sent(detail));
        }
        self
    }
}

async fn read(
    mut answer: reqwest::Response,
    url: &Url,
    host: &str,
    max_body: usize,
) -> Result<Answer, OutboundError> {
    let too_large = || OutboundError::NoAnswer {
        detail: format!("{host}: an answer of more than {max_body} bytes"),
    };
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    let mut body = BytesMut::new();
    // Here the request has left for certain, whatever the library says of the error.
    let lost = |error| match OutboundError::of(error, host) {
        OutboundError::NotSent { detail } => OutboundError::NoAnswer { detail },
        other => other,
    };
    while let Some(chunk) = answer.chunk().await.map_err(lost)? {
        if body.len() + chunk.len() > max_body {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Answer { status, headers, body: body.freeze(), url: url.clone() })
}

fn form(parts: &[(String, Part)]) -> Result<reqwest::multipart::Form, OutboundError> {
    let mut form = reqwest::multipart::Form::new();
    for (name, part) in parts {
        let part = match part {
            Part::Text(text) => reqwest::multipart::Part::text(text.clone()),
            Part::File { bytes, file_name, mime } => {
                let length = bytes.len() as u64;
                reqwest::multipart::Part::stream_with_length(bytes.clone(), length)
                    .file_name(file_name.clone())
                    .mime_str(mime)
                    .map_err(|_| not_sent(format!("a bad content type: {mime:?}")))?
            }
        };
        form = form.part(name.clone(), part);
    }
    Ok(form)
}

fn is_secret(name: &HeaderName) -> bool {
    *name == AUTHORIZATION || *name == COOKIE || name == "dpop" || name.as_str().contains("api-key")
}

fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "get",
        Method::HEAD => "head",
        Method::POST => "post",
        Method::PUT => "put",
        Method::DELETE => "delete",
        _ => "other",
    }
}

fn not_sent(detail: String) -> OutboundError {
    OutboundError::NotSent { detail }
}
