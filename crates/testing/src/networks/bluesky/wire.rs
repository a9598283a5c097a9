//! The server's JSON.

use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::Shared;
use super::state::{CUSTOMER, CUSTOMER_HANDLE, DID, HANDLE, Record, State};
use crate::networks::meddle::bearer;

/// An error as the network words it.
pub(super) fn error(status: u16, name: &str, message: &str) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Json(json!({ "error": name, "message": message }))).into_response()
}

/// The account under test has proved itself by an access token.
pub(super) struct SignedIn;

impl FromRequestParts<Shared> for SignedIn {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, shared: &Shared) -> Result<Self, Response> {
        let state = shared.lock();
        let Some(token) = bearer(&parts.headers) else {
            return Err(error(401, "AuthMissing", "Authentication Required"));
        };
        match state.access.get(&token) {
            Some(until) if *until > state.options.ambient.now() => Ok(SignedIn),
            _ if state.known_access.contains(&token) => {
                Err(error(400, "ExpiredToken", "Token has expired"))
            }
            _ => Err(error(400, "InvalidToken", &format!("Token {token} could not be verified"))),
        }
    }
}

impl State {
    /// The account's document in the identity directory.
    pub(super) fn did_document(&self) -> Value {
        json!({ "@context": ["https://www.w3.org/ns/did/v1"], "id": DID,
            "alsoKnownAs": [format!("at://{HANDLE}")],
            "service": [{ "id": "#atproto_pds", "type": "AtprotoPersonalDataServer",
                "serviceEndpoint": self.base }] })
    }

    pub(super) fn author_json(&self, uri: &str) -> Value {
        let (did, handle, name) = match uri.contains(CUSTOMER) {
            true => (CUSTOMER, CUSTOMER_HANDLE, "Camille"),
            false => (DID, HANDLE, "Boulangerie Martin"),
        };
        json!({ "did": did, "handle": handle, "displayName": name, "labels": [],
            "avatar": format!("{}/avatars/{handle}.jpg", self.base) })
    }

    /// A post as the app view shows it.
    pub(super) fn post_json(&self, record: &Record) -> Value {
        let about = |collection: &str, path: &str| {
            let part = format!("/{collection}/");
            let all = self.records.values().filter(|other| other.uri.contains(&part));
            all.filter(|other| other.value.pointer(path) == Some(&json!(record.uri))).count()
        };
        let images = record.value["embed"]["images"].as_array().map(|images| {
            let shown = |image: &Value| {
                let link = image["image"]["ref"]["$link"].as_str().unwrap_or_default();
                let url = format!("{}/img/{link}@jpeg", self.base);
                json!({ "thumb": url, "fullsize": url, "alt": image["alt"] })
            };
            json!({ "$type": "app.bsky.embed.images#view",
                "images": images.iter().map(shown).collect::<Vec<_>>() })
        });
        let post = super::state::POST;
        json!({ "uri": record.uri, "cid": record.cid, "author": self.author_json(&record.uri),
            "record": record.value, "embed": images, "indexedAt": record.at.to_string(),
            "replyCount": about(post, "/reply/parent/uri"),
            "quoteCount": about(post, "/embed/record/uri"),
            "likeCount": about("app.bsky.feed.like", "/subject/uri"),
            "repostCount": about("app.bsky.feed.repost", "/subject/uri"),
            "bookmarkCount": 0, "labels": [], "viewer": self.viewer_json(&record.uri) })
    }

    /// How the account under test stands to a post.
    fn viewer_json(&self, uri: &str) -> Value {
        match self.our_likes().find(|like| like.value["subject"]["uri"] == json!(uri)) {
            Some(like) => json!({ "like": like.uri }),
            None => json!({}),
        }
    }
}
