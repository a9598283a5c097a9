//! Requests to an account's server, with a session that renews itself once.

use channels::{Call, Credentials, NetworkError, Rejection};
use futures_util::FutureExt;
use jiff::Timestamp;
use platform::outbound::{Answer, Outbound, OutboundError, OutboundRequest};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::signed_out;
use super::wire::{Failure, Session};
use crate::answer::{rate_limited, rejected, unanswered, unreadable, unwell, words};

/// What is kept of a sign-in.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Secret {
    /// The account, as it signs in: its lasting id, since handles change.
    pub identifier: String,
    /// The app password, for when the refresh token has run out too.
    pub password: String,
    pub access: String,
    pub refresh: String,
}

impl Secret {
    fn of(credentials: &Credentials) -> Result<Self, NetworkError> {
        serde_json::from_value(credentials.secret.clone()).map_err(|_| signed_out())
    }

    fn all(&self) -> [&str; 3] {
        [&self.password, &self.access, &self.refresh]
    }
}

/// An account's server, spoken to as the account.
pub(super) struct Pds<'a> {
    call: &'a Call,
}

/// Why a request has no answer that can be read.
pub(super) enum Trouble {
    /// It may or may not have left: see the error.
    Out(OutboundError),
    /// It never left, or was refused for want of a session.
    Network(NetworkError),
}

impl Trouble {
    /// As an error, for a request that may be repeated.
    pub(super) fn into_error(self) -> NetworkError {
        match self {
            Trouble::Out(error) => unanswered(&error),
            Trouble::Network(error) => error,
        }
    }
}

/// An answer, and what must not be repeated of it.
pub(super) struct Exchanged {
    pub answer: Answer,
    secret: Secret,
}

impl Exchanged {
    /// What an answer that is not a success means.
    pub(super) fn refusal(&self, now: Timestamp) -> NetworkError {
        refusal(&self.answer, &self.secret.all(), Some(now))
    }

    /// The server's words, without our secrets.
    pub(super) fn said(&self) -> String {
        let failure = failure(&self.answer);
        words(&format!("{} {}", failure.error, failure.message), &self.secret.all())
    }
}

impl<'a> Pds<'a> {
    pub(super) fn of(call: &'a Call) -> Self {
        Self { call }
    }

    /// The address of a method.
    pub(super) fn method(&self, name: &str) -> String {
        format!("{}/xrpc/{name}", self.call.server)
    }

    /// Sends what `build` makes, with the access token; if that has run out, renews it and sends
    /// once more. The server refused the first for certain, so this repeats nothing.
    pub(super) async fn exchange(
        &self,
        build: impl Fn(&Outbound) -> OutboundRequest,
    ) -> Result<Exchanged, Trouble> {
        let keeper = &self.call.keeper;
        let credentials = keeper.current().await.map_err(Trouble::Network)?;
        let secret = Secret::of(&credentials).map_err(Trouble::Network)?;
        let answer = self.send(&build, &secret).await?;
        if !is_stale(&answer) {
            return Ok(Exchanged { answer, secret });
        }
        let (http, server, now) = (self.call.http.clone(), self.call.server.clone(), self.call.now);
        let renew = move |stale: Credentials| {
            async move { renewed(&http, &server, Secret::of(&stale)?, now).await }.boxed()
        };
        let fresh = keeper.renew(credentials, Box::new(renew)).await.map_err(Trouble::Network)?;
        let secret = Secret::of(&fresh).map_err(Trouble::Network)?;
        let answer = self.send(&build, &secret).await?;
        Ok(Exchanged { answer, secret })
    }

    async fn send(
        &self,
        build: &impl Fn(&Outbound) -> OutboundRequest,
        secret: &Secret,
    ) -> Result<Answer, Trouble> {
        build(&self.call.http).bearer(&secret.access).send().await.map_err(Trouble::Out)
    }

    /// Sends a request that may be repeated, and gives its answer if it is a success.
    pub(super) async fn ask(
        &self,
        build: impl Fn(&Outbound) -> OutboundRequest,
    ) -> Result<Exchanged, NetworkError> {
        let exchanged = self.exchange(build).await.map_err(Trouble::into_error)?;
        match exchanged.answer.is_success() {
            true => Ok(exchanged),
            false => Err(exchanged.refusal(self.call.now)),
        }
    }

    /// As [`Pds::ask`], for a method that only reads.
    pub(super) async fn get<T: DeserializeOwned>(
        &self,
        method: &str,
        query: &[(&str, &str)],
    ) -> Result<T, NetworkError> {
        let url = self.method(method);
        let exchanged = self.ask(|http| http.get(&url).query(query)).await?;
        exchanged.answer.json().map_err(unreadable)
    }
}

pub(super) fn failure(answer: &Answer) -> Failure {
    answer.json().unwrap_or_default()
}

/// Whether the access token is what was wrong.
fn is_stale(answer: &Answer) -> bool {
    let named = |name: &str| matches!(name, "ExpiredToken" | "InvalidToken");
    answer.status == 401 || (answer.status == 400 && named(&failure(answer).error))
}

/// What an answer that is not a success means.
pub(super) fn refusal(answer: &Answer, secrets: &[&str], now: Option<Timestamp>) -> NetworkError {
    let Failure { error, message } = failure(answer);
    let said = words(&format!("{error}: {message}"), secrets);
    match (answer.status, error.as_str()) {
        (429, _) | (_, "RateLimitExceeded") => rate_limited(answer, now),
        (500.., _) => unwell(answer, said, now),
        (401, _) | (_, "ExpiredToken" | "InvalidToken" | "AuthMissing") => {
            NetworkError::Reauthorize { detail: said }
        }
        (_, "AccountTakedown" | "AccountDeactivated" | "AccountSuspended" | "Forbidden")
        | (403, _) => rejected(Rejection::Forbidden, said),
        // The server forgets uploads that no record uses: staging uploads them again.
        (_, "BlobNotFound") => NetworkError::Retry { detail: said, after: None },
        (413, _) | (_, "InvalidMimeType" | "BlobTooLarge") => rejected(Rejection::Media, said),
        (301 | 302 | 303 | 307 | 308, _) => {
            rejected(Rejection::NotThisNetwork, "the server has moved")
        }
        _ => rejected(reason(&message), said),
    }
}

/// A record is refused in words only.
fn reason(message: &str) -> Rejection {
    let of_text = message.contains("record.text") || message.contains("/text");
    if of_text && message.contains("too big") {
        Rejection::TextTooLong
    } else if message.contains("images") || message.contains("blob") {
        Rejection::Media
    } else {
        Rejection::Other
    }
}

/// A new session from the refresh token; when the server takes that no more, from the password.
async fn renewed(
    http: &Outbound,
    server: &str,
    stale: Secret,
    now: Timestamp,
) -> Result<Value, NetworkError> {
    let url = format!("{server}/xrpc/com.atproto.server.refreshSession");
    let answer = http.post(&url).bearer(&stale.refresh).send().await;
    let answer = answer.map_err(|error| unanswered(&error))?;
    if answer.status == 429 || answer.status >= 500 {
        return Err(refusal(&answer, &stale.all(), Some(now)));
    }
    let session = match answer.is_success() {
        true => answer.json::<Session>().map_err(unreadable)?,
        false => open(http, server, &stale.identifier, &stale.password, Some(now))
            .await
            .map_err(as_signed_out)?,
    };
    Ok(json!(Secret { access: session.access_jwt, refresh: session.refresh_jwt, ..stale }))
}

/// Opens a session with a password.
pub(super) async fn open(
    http: &Outbound,
    server: &str,
    identifier: &str,
    password: &str,
    now: Option<Timestamp>,
) -> Result<Session, NetworkError> {
    let url = format!("{server}/xrpc/com.atproto.server.createSession");
    let body = json!({ "identifier": identifier, "password": password });
    let answer = http.post(&url).secret().json(&body).send().await;
    let answer = answer.map_err(|error| unanswered(&error))?;
    if answer.is_success() {
        let session: Session = answer.json().map_err(|_| not_this_network())?;
        return match session.active {
            Some(false) => {
                let state = session.status.unwrap_or_else(|| "not active".to_owned());
                Err(rejected(Rejection::Forbidden, format!("the account is {state}")))
            }
            _ => Ok(session),
        };
    }
    let named = failure(&answer);
    let said = words(&named.message, &[password]);
    Err(match (answer.status, named.error.as_str()) {
        (_, "AuthFactorTokenRequired") => rejected(Rejection::SecondFactor, said),
        (401, _) | (_, "AuthenticationRequired") => rejected(Rejection::WrongCredentials, said),
        (404 | 405, "") | (200..=399, _) => not_this_network(),
        (501, "MethodNotImplemented") => not_this_network(),
        _ => refusal(&answer, &[password], now),
    })
}

fn not_this_network() -> NetworkError {
    rejected(Rejection::NotThisNetwork, "the server does not speak Bluesky's language")
}

/// A stored password that no longer works asks for a person.
fn as_signed_out(error: NetworkError) -> NetworkError {
    match error {
        NetworkError::Rejected {
            reason: Rejection::WrongCredentials | Rejection::SecondFactor | Rejection::Forbidden,
            detail,
        } => NetworkError::Reauthorize { detail },
        other => other,
    }
}
