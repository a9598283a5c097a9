//! Addresses of servers, as people type them.

use channels::{NetworkError, Rejection};
use url::Url;

use crate::answer::rejected;

/// The origin of what was typed: `mastodon.social`, `https://mastodon.social/@me` and
/// `@me@mastodon.social` all give `https://mastodon.social`.
pub(crate) fn origin(typed: &str) -> Result<String, NetworkError> {
    let typed = typed.trim();
    let address = match typed.split_once("://") {
        Some(_) => typed.to_owned(),
        None => format!("https://{}", typed.rsplit('@').next().unwrap_or(typed)),
    };
    let wrong = || rejected(Rejection::NotThisNetwork, "this is not the address of a server");
    let url = Url::parse(&address).map_err(|_| wrong())?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none_or(str::is_empty) {
        return Err(wrong());
    }
    Ok(url.origin().ascii_serialization())
}

/// The host of an origin, with its port where it is not the usual one.
pub(crate) fn host(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, host)| host).trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_found_in_whatever_people_type() {
        for typed in [
            "mastodon.social",
            " https://mastodon.social/ ",
            "https://mastodon.social/@me",
            "@me@mastodon.social",
            "me@mastodon.social",
            "MASTODON.social",
        ] {
            assert_eq!(origin(typed).unwrap(), "https://mastodon.social", "{typed}");
        }
        assert_eq!(origin("http://localhost:3000").unwrap(), "http://localhost:3000");
        for wrong in ["", "   ", "ftp://example.org", "javascript://x", "not a server"] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }
}
