//! What a handler answers when it can't do what was asked. Handlers return it with `?`; a layer
//! turns it into a page in the person's language ([`crate::security::refusals`]).

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use platform::NotAllowed;

/// What a handler answers when it can't do what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It does not exist, or not for this person: which one is nobody's to know.
    NotFound,
    /// The role does not allow it.
    NotAllowed,
    /// One must sign in first; then comes back there.
    SignInFirst(String),
    /// The second factor is still to be given.
    SecondFactorFirst,
    /// The form came from elsewhere, or is too old.
    NotOurForm,
    /// The form holds bytes that are no text.
    NotText,
    /// The request makes no sense.
    Malformed,
    /// More bytes than are taken.
    TooLarge,
    /// Too many tries; again after so many seconds.
    TooMany(u64),
    /// Someone else changed it meanwhile: show it again.
    Stale,
    /// The database is busy or away: again later.
    Busy,
    /// The disk is full.
    DiskFull,
    /// A fault of the program; already logged.
    Fault,
}

impl Refusal {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Refusal::NotFound => StatusCode::NOT_FOUND,
            Refusal::NotAllowed | Refusal::NotOurForm => StatusCode::FORBIDDEN,
            Refusal::SignInFirst(_) | Refusal::SecondFactorFirst => StatusCode::SEE_OTHER,
            Refusal::NotText | Refusal::Malformed => StatusCode::BAD_REQUEST,
            Refusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Refusal::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Refusal::Stale => StatusCode::CONFLICT,
            Refusal::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Refusal::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
            Refusal::Fault => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Its name in the words: `refusal-{name}-title`.
    pub fn name(&self) -> &'static str {
        match self {
            Refusal::NotFound => "not-found",
            Refusal::NotAllowed => "not-allowed",
            Refusal::SignInFirst(_) | Refusal::SecondFactorFirst => "sign-in",
            Refusal::NotOurForm => "not-our-form",
            Refusal::NotText => "not-text",
            Refusal::Malformed => "malformed",
            Refusal::TooLarge => "too-large",
            Refusal::TooMany(_) => "too-many",
            Refusal::Stale => "stale",
            Refusal::Busy => "busy",
            Refusal::DiskFull => "disk-full",
            Refusal::Fault => "fault",
        }
    }

    /// The refusal that a bare status stands for, where a library answered by itself.
    pub fn of_status(status: StatusCode) -> Option<Self> {
        Some(match status.as_u16() {
            404 | 405 => Refusal::NotFound,
            403 => Refusal::NotAllowed,
            409 => Refusal::Stale,
            413 => Refusal::TooLarge,
            429 => Refusal::TooMany(60),
            503 => Refusal::Busy,
            507 => Refusal::DiskFull,
            // A part of a film that is not there: its player reads what the headers say.
            416 => return None,
            400..=499 => Refusal::Malformed,
            500..=599 => Refusal::Fault,
            _ => return None,
        })
    }

    /// A fault of the program, logged here, once.
    pub fn fault(error: impl std::fmt::Display) -> Self {
        tracing::error!(%error, "a request failed");
        Refusal::Fault
    }

    /// All of them, for the samples.
    pub fn all() -> Vec<Self> {
        vec![
            Refusal::NotFound,
            Refusal::NotAllowed,
            Refusal::NotOurForm,
            Refusal::NotText,
            Refusal::Malformed,
            Refusal::TooLarge,
            Refusal::TooMany(90),
            Refusal::Stale,
            Refusal::Busy,
            Refusal::DiskFull,
            Refusal::Fault,
        ]
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<database::Error> for Refusal {
    fn from(error: database::Error) -> Self {
        match error {
            database::Error::NoRow => Refusal::NotFound,
            database::Error::Busy(_) | database::Error::Unavailable(_) => {
                tracing::warn!(%error, "the database did not answer");
                Refusal::Busy
            }
            database::Error::DiskFull(_) => {
                tracing::error!(%error, "the disk is full");
                Refusal::DiskFull
            }
            error => Refusal::fault(error),
        }
    }
}

impl From<NotAllowed> for Refusal {
    fn from(_: NotAllowed) -> Self {
        Refusal::NotAllowed
    }
}
