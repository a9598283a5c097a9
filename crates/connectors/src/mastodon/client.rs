//! Requests to a server, and what its refusals mean.

use channels::{Call, NetworkError, Rejection};
use jiff::Timestamp;
use platform::outbound::{Answer, Outbound, OutboundRequest};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::wire::Failure;
use crate::answer::{rate_limited, rejected, unanswered, unreadable, unwell, words};

/// What is kept of a sign-in.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Secret {
    pub access_token: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<String>,
}

/// A server, spoken to as an account (or as nobody, before signing in).
pub(super) struct Server {
    http: Outbound,
    pub base: String,
    token: Option<String>,
    pub now: Option<Timestamp>,
}

impl Server {
    /// As nobody.
    pub(super) fn unknown(http: &Outbound, base: &str) -> Self {
        Self { http: http.clone(), base: base.to_owned(), token: None, now: None }
    }

    /// As whoever a token stands for.
    pub(super) fn with_token(http: &Outbound, base: &str, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..Self::unknown(http, base) }
    }

    /// As a channel's account.
    pub(super) async fn of(call: &Call) -> Result<Self, NetworkError> {
        let credentials = call.keeper.current().await?;
        let secret: Secret = serde_json::from_value(credentials.secret).map_err(|_| {
            NetworkError::Reauthorize { detail: "there is no token any more".to_owned() }
        })?;
        let server = Self::with_token(&call.http, &call.server, &secret.access_token);
        Ok(Self { now: Some(call.now), ..server })
    }

    pub(super) fn get(&self, path: &str) -> OutboundRequest {
        self.authorized(self.http.get(&format!("{}{path}", self.base)))
    }

    pub(super) fn post(&self, path: &str) -> OutboundRequest {
        self.authorized(self.http.post(&format!("{}{path}", self.base)))
    }

    pub(super) fn delete(&self, path: &str) -> OutboundRequest {
        self.authorized(self.http.delete(&format!("{}{path}", self.base)))
    }

    fn authorized(&self, request: OutboundRequest) -> OutboundRequest {
        match &self.token {
            Some(token) => request.bearer(token),
            None => request,
        }
    }

    /// Sends a request that may be repeated, and gives its answer if it is a success.
    pub(super) async fn ask(&self, request: OutboundRequest) -> Result<Answer, NetworkError> {
        let answer = request.send().await.map_err(|error| unanswered(&error))?;
        match answer.is_success() {
            true => Ok(answer),
            false => Err(self.refusal(&answer)),
        }
    }

    /// As [`Server::ask`], reading the answer.
    pub(super) async fn read<T: DeserializeOwned>(
        &self,
        request: OutboundRequest,
    ) -> Result<T, NetworkError> {
        self.ask(request).await?.json().map_err(unreadable)
    }

    /// As [`Server::read`], but what is not there (or no longer) is `None`.
    pub(super) async fn find<T: DeserializeOwned>(
        &self,
        request: OutboundRequest,
    ) -> Result<Option<T>, NetworkError> {
        let answer = request.send().await.map_err(|error| unanswered(&error))?;
        match answer.status {
            200..300 => answer.json().map(Some).map_err(unreadable),
            404 | 405 | 410 | 501 => Ok(None),
            _ => Err(self.refusal(&answer)),
        }
    }

    /// What an answer that is not a success means.
    pub(super) fn refusal(&self, answer: &Answer) -> NetworkError {
        let said = self.said(answer);
        match answer.status {
            401 => NetworkError::Reauthorize { detail: said },
            403 if said.contains("scope") => NetworkError::Reauthorize { detail: said },
            403 => rejected(Rejection::Forbidden, said),
            413 => rejected(Rejection::Media, said),
            422 => rejected(reason(&said), said),
            429 => rate_limited(answer, self.now),
            301 | 307 | 308 => rejected(Rejection::NotThisNetwork, "the server has moved"),
            500.. => unwell(answer, said, self.now),
            status => rejected(Rejection::Other, format!("status {status}: {said}")),
        }
    }

    /// The server's own words, without our secrets.
    pub(super) fn said(&self, answer: &Answer) -> String {
        let failure: Failure = answer.json().unwrap_or_default();
        let said = match failure.error_description.as_str() {
            "" => failure.error,
            description => description.to_owned(),
        };
        words(&said, &[self.token.as_deref().unwrap_or_default()])
    }
}

/// Mastodon gives no codes: its words tell.
fn reason(said: &str) -> Rejection {
    let said = said.to_lowercase();
    let says = |parts: &[&str]| parts.iter().any(|part| said.contains(part));
    if says(&["too long", "character limit"]) {
        Rejection::TextTooLong
    } else if says(&["more than"]) && says(&["attach", "file", "media"]) {
        Rejection::TooManyMedia
    } else if says(&["can't be blank", "cannot be blank"]) && !says(&["file"]) {
        Rejection::Empty
    } else if says(&["attach", "file", "media", "image"]) {
        Rejection::Media
    } else if says(&["duplicate"]) {
        Rejection::Duplicate
    } else {
        Rejection::Other
    }
}
