//! Going elsewhere after something was done, and saying so there, once, with a way to undo it.

use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{HeaderValue, StatusCode, header};
use serde::{Deserialize, Serialize};

use crate::words::{Given, Words};

/// The cookie that carries it to the next page.
pub const COOKIE: &str = "parvis_flash";

/// What was just done, to be said on the next page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Flash {
    key: String,
    #[serde(default)]
    given: Vec<(String, String)>,
    /// Where a `POST` undoes it.
    pub undo: Option<String>,
}

impl Flash {
    /// Reads the cookie; none when it is not ours.
    pub fn from_cookie(text: &str) -> Option<Self> {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
    }

    /// What was done, in words.
    pub fn worded(&self, words: &Words) -> String {
        if !words.has(&self.key) {
            return String::new();
        }
        let name = |name: &str| GIVEN.into_iter().find(|known| *known == name);
        let given: Vec<_> = self
            .given
            .iter()
            .filter_map(|(known, value)| {
                let number = value.parse().ok().filter(|_| known == "count");
                Some((name(known)?, number.map_or(Given::from(value), Given::Number)))
            })
            .collect();
        words.tn(&self.key, &given)
    }
}

/// What the words of a flash may speak of.
const GIVEN: [&str; 4] = ["name", "when", "count", "where"];

/// An answer that goes elsewhere: `303`.
#[derive(Debug, Clone)]
pub struct Go {
    to: String,
    flash: Option<Flash>,
}

impl Go {
    /// Goes to that address.
    pub fn to(to: impl Into<String>) -> Self {
        Self { to: to.into(), flash: None }
    }

    /// Says there what was done, by the key of its words.
    #[must_use]
    pub fn saying(mut self, key: &str) -> Self {
        self.flash = Some(Flash { key: key.to_owned(), given: Vec::new(), undo: None });
        self
    }

    /// Gives the words what they speak of: `name`, `when`, `count` (in digits) or
    /// `where`.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        debug_assert!(GIVEN.contains(&name), "{name} is not among what a flash may speak of");
        if let Some(flash) = &mut self.flash {
            flash.given.push((name.to_owned(), value.into()));
        }
        self
    }

    /// Offers to undo it by a `POST` to that address.
    #[must_use]
    pub fn undo(mut self, address: impl Into<String>) -> Self {
        if let Some(flash) = &mut self.flash {
            flash.undo = Some(address.into());
        }
        self
    }
}

impl IntoResponse for Go {
    fn into_response(self) -> Response {
        let mut response = StatusCode::SEE_OTHER.into_response();
        let headers = response.headers_mut();
        let to = HeaderValue::try_from(self.to).unwrap_or(HeaderValue::from_static("/"));
        headers.insert(header::LOCATION, to);
        if let Some(flash) = self.flash {
            let text = URL_SAFE_NO_PAD.encode(serde_json::to_vec(&flash).unwrap_or_default());
            let cookie = format!("{COOKIE}={text}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
            if let Ok(cookie) = HeaderValue::try_from(cookie) {
                headers.append(header::SET_COOKIE, cookie);
            }
        }
        response
    }
}
