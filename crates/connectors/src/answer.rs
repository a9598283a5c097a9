//! What every network's answers have in common: how trouble is told, and what may be said of it.

use channels::{NetworkError, Outcome, Rejection};
use jiff::{SignedDuration, Timestamp};
use platform::outbound::{Answer, OutboundError};

/// How long to wait when a network says "too many" without saying until when.
const WAIT: SignedDuration = SignedDuration::from_mins(5);

/// A request that changes nothing got no answer: it may be asked again.
pub(crate) fn unanswered(error: &OutboundError) -> NetworkError {
    let detail = error.to_string();
    match error {
        OutboundError::Forbidden { .. } => {
            NetworkError::Rejected { reason: Rejection::NotThisNetwork, detail }
        }
        _ => NetworkError::Retry { detail, after: None },
    }
}

/// The request that publishes got no answer.
pub(crate) fn send_unanswered(error: &OutboundError) -> Result<Outcome, NetworkError> {
    match error.certainly_not_sent() {
        true => Err(unanswered(error)),
        false => Ok(Outcome::Uncertain { detail: error.to_string() }),
    }
}

/// Whether an answer to the request that publishes leaves in doubt whether it was accepted: any
/// trouble of the server or of what stands before it, and a redirection to a result.
pub(crate) fn in_doubt(answer: &Answer) -> bool {
    answer.status >= 500 || matches!(answer.status, 302 | 303 | 408) || answer.status < 200
}

/// Too many requests. Without a clock of ours, the server's is taken.
pub(crate) fn rate_limited(answer: &Answer, now: Option<Timestamp>) -> NetworkError {
    match now.or_else(|| date(answer)) {
        Some(now) => NetworkError::RateLimited {
            until: answer
                .retry_after(now)
                .unwrap_or_else(|| now.saturating_add(WAIT).unwrap_or(now)),
        },
        None => NetworkError::Retry { detail: "too many requests".to_owned(), after: Some(WAIT) },
    }
}

/// The server is unwell: passing trouble.
pub(crate) fn unwell(answer: &Answer, words: String, now: Option<Timestamp>) -> NetworkError {
    let now = now.or_else(|| date(answer));
    let after = now.and_then(|now| Some(answer.retry_after(now)?.duration_since(now)));
    NetworkError::Retry { detail: format!("status {}: {words}", answer.status), after }
}

/// A success whose body is not what the network's documents say.
pub(crate) fn unreadable(detail: impl std::fmt::Display) -> NetworkError {
    NetworkError::Retry { detail: detail.to_string(), after: None }
}

/// A refusal that trying again does not change.
pub(crate) fn rejected(reason: Rejection, detail: impl Into<String>) -> NetworkError {
    NetworkError::Rejected { reason, detail: detail.into() }
}

/// The server's clock when it answered.
pub(crate) fn date(answer: &Answer) -> Option<Timestamp> {
    let date = jiff::fmt::rfc2822::parse(answer.header("date")?).ok()?;
    Some(date.timestamp())
}

/// The day of an instant, `2026-11-22`.
pub(crate) fn day(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d").to_string()
}

/// A network's words as they may be shown and logged: without our secrets, should the network
/// repeat them, and short.
pub(crate) fn words(text: &str, secrets: &[&str]) -> String {
    let mut clean = text.trim().to_owned();
    for secret in secrets.iter().filter(|secret| secret.len() >= 4) {
        clean = clean.replace(secret, "…");
    }
    primitives::text::shorten(&clean, 300).into_owned()
}
