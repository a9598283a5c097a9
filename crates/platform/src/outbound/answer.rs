//! An answer, read to its end.

use bytes::Bytes;
use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use serde::de::DeserializeOwned;
use url::Url;

/// The longest wait that a server is believed about.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(24);

/// An answer of any status, whole.
#[derive(Clone)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, decompressed.
    pub body: Bytes,
    /// The address that answered, after redirects.
    pub url: Url,
}

/// An answer is not the JSON that was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the answer (status {status}) is not what was expected: {detail}")]
pub struct Malformed {
    /// The HTTP status of the answer.
    pub status: u16,
    /// What was wrong and where; never the body itself.
    pub detail: String,
}

impl Answer {
    /// Whether the status is of success (2xx).
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The body as JSON of any shape that `T` reads.
    ///
    /// # Errors
    /// [`Malformed`] when it is something else.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Malformed> {
        serde_json::from_slice(&self.body).map_err(|error| {
            let what = match error.classify() {
                serde_json::error::Category::Eof => "it ends too early",
                serde_json::error::Category::Syntax => "it is not JSON",
                _ => "it has another shape",
            };
            let detail = format!("{what} (line {}, column {})", error.line(), error.column());
            Malformed { status: self.status, detail }
        })
    }

    /// A header's first value, if it is readable text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body as text; what is not UTF-8 shows as U+FFFD.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// When the server wants the next request, from `Retry-After` (seconds or a date), else
    /// `X-RateLimit-Reset` or `RateLimit-Reset` (an instant, epoch seconds, or seconds to wait).
    /// Never before `now`, never more than a day after it.
    pub fn retry_after(&self, now: Timestamp) -> Option<Timestamp> {
        let until = ["retry-after", "x-ratelimit-reset", "ratelimit-reset"]
            .iter()
            .find_map(|name| instant(self.header(name)?.trim(), now))?;
        Some(until.max(now).min(now.saturating_add(LONGEST_WAIT).unwrap_or(now)))
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let size = self.body.len();
        write!(f, "Answer({}, {size} bytes)", self.status)
    }
}

/// Reads seconds to wait, epoch seconds, RFC 3339 or an HTTP date.
fn instant(text: &str, now: Timestamp) -> Option<Timestamp> {
    /// Below this, a number is a wait; above, an instant (2001).
    const EPOCH_FROM: i64 = 1_000_000_000;
    if let Ok(number) = text.parse::<f64>() {
        let seconds = number.ceil().clamp(0.0, 1e12) as i64;
        return if seconds < EPOCH_FROM {
            now.checked_add(SignedDuration::from_secs(seconds)).ok()
        } else {
            Timestamp::from_second(seconds).ok()
        };
    }
    text.parse::<Timestamp>()
        .ok()
        .or_else(|| jiff::fmt::rfc2822::parse(text).ok().map(|date| date.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(name: &'static str, value: &str) -> Answer {
        let mut headers = HeaderMap::new();
        headers.insert(name, value.parse().unwrap());
        let url = Url::parse("https://example.org/").unwrap();
        Answer { status: 429, headers, body: Bytes::from_static(b"{\"a\":"), url }
    }

    #[test]
    fn a_wait_is_read_in_every_form_that_servers_write() {
        let now: Timestamp = "2026-11-22T09:00:00Z".parse().unwrap();
        for (name, value, expected) in [
            ("retry-after", "120", Some("2026-11-22T09:02:00Z")),
            ("retry-after", "Sun, 22 Nov 2026 09:05:00 GMT", Some("2026-11-22T09:05:00Z")),
            ("x-ratelimit-reset", "2026-11-22T09:10:00.000000Z", Some("2026-11-22T09:10:00Z")),
            ("ratelimit-reset", "1795338600", Some("2026-11-22T09:10:00Z")),
            ("retry-after", "Sun, 22 Nov 2020 09:05:00 GMT", Some("2026-11-22T09:00:00Z")),
            ("retry-after", "99999999", Some("2026-11-23T09:00:00Z")),
            ("retry-after", "soon", None),
            ("retry-after", "", None),
        ] {
            let expected = expected.map(|text| text.parse::<Timestamp>().unwrap());
            assert_eq!(answer(name, value).retry_after(now), expected, "{name}: {value}");
        }
    }

    #[test]
    fn a_cut_body_says_so_without_showing_it() {
        let error = answer("x", "y").json::<serde_json::Value>().unwrap_err();
        assert!(error.detail.contains("ends too early"), "{error}");
    }
}
