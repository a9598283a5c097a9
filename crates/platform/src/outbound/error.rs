//! What keeps an answer from coming, told apart by whether the request may have left.

use std::error::Error;

use super::address::NotPublic;

/// Why there is no answer. What matters to a sender: [`OutboundError::certainly_not_sent`].
///
/// Details never carry query strings, headers or bodies: they may be shown and logged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutboundError {
    /// The request certainly never left: a bad address, an unknown name, a refused connection,
    /// a failed TLS handshake, or no connection in time.
    #[error("not sent: {detail}")]
    NotSent {
        /// What was seen.
        detail: String,
    },
    /// The request was not allowed to leave: a private address, another scheme than http and
    /// https, credentials without TLS. After a redirect of a GET, the hop that was refused.
    #[error("not allowed: {detail}")]
    Forbidden {
        /// What was refused.
        detail: String,
    },
    /// The request left, or may have, and its answer is missing, cut, late or too large: it may
    /// have been acted upon.
    #[error("no answer: {detail}")]
    NoAnswer {
        /// What was seen.
        detail: String,
    },
}

impl OutboundError {
    /// Whether the server can't have seen the request, so that sending it again is safe.
    pub fn certainly_not_sent(&self) -> bool {
        !matches!(self, OutboundError::NoAnswer { .. })
    }

    /// What was seen.
    pub fn detail(&self) -> &str {
        match self {
            Self::NotSent { detail } | Self::Forbidden { detail } | Self::NoAnswer { detail } => {
                detail
            }
        }
    }

    /// A word for metrics.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::NotSent { .. } => "not_sent",
            Self::Forbidden { .. } => "forbidden",
            Self::NoAnswer { .. } => "no_answer",
        }
    }

    /// Reads the library's error. Only what failed while building the request or connecting
    /// (name, TCP, TLS) is known not to have left; everything else is in doubt.
    pub(super) fn of(error: reqwest::Error, host: &str) -> Self {
        let error = error.without_url();
        if let Some(refused) = cause::<NotPublic>(&error) {
            return Self::Forbidden { detail: refused.to_string() };
        }
        let detail = format!("{host}: {}", innermost(&error));
        if error.is_builder() || error.is_connect() {
            Self::NotSent { detail }
        } else if error.is_timeout() {
            Self::NoAnswer { detail: format!("{host}: no complete answer in time") }
        } else {
            Self::NoAnswer { detail }
        }
    }
}

/// The first error of type `E` among an error and its causes.
fn cause<'a, E: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a E> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref::<E>() {
            return Some(found);
        }
        // An `io::Error` shows the cause of its cause, and hides the cause itself.
        if let Some(found) = error
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref)
            .and_then(|inner| inner.downcast_ref::<E>())
        {
            return Some(found);
        }
        next = error.source();
    }
    None
}

/// The last cause, which says most in fewest words.
fn innermost(error: &dyn Error) -> String {
    let mut last = error;
    while let Some(source) = last.source() {
        last = source;
    }
    last.to_string()
}
