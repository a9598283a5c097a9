//! What Mastodon's errors look like.

use axum::Json;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use serde_json::json;

use super::{Shared, wire};
use crate::networks::faults::{Manners, Point};
use crate::networks::meddle::{authorization, bearer};

pub(super) struct MastodonManners {
    pub shared: Shared,
}

impl Manners for MastodonManners {
    fn point(&self, method: &Method, path: &str) -> Option<Point> {
        match (method.as_str(), path) {
            ("POST", "/api/v1/statuses") => Some(Point::Publish),
            ("POST", "/api/v2/media") => Some(Point::Upload),
            ("GET", "/api/v1/notifications") => Some(Point::Inbox),
            ("POST", "/oauth/token") => Some(Point::Renew),
            ("GET", path) if path.starts_with("/api/v1/accounts/") => Some(Point::Read),
            ("GET", path) if path.starts_with("/api/v1/statuses/") => Some(Point::Read),
            _ => None,
        }
    }

    fn too_many(&self, retry: u64) -> Response {
        let wait = SignedDuration::from_secs(i64::try_from(retry).unwrap_or(0));
        let reset = self.shared.lock().options.ambient.now() + wait;
        let headers =
            [("x-ratelimit-remaining", "0".to_owned()), ("x-ratelimit-reset", reset.to_string())];
        let body = json!({ "error": "Too many requests" });
        (StatusCode::TOO_MANY_REQUESTS, headers, Json(body)).into_response()
    }

    fn unwell(&self, headers: &HeaderMap) -> Response {
        wire::error(500, &format!("Internal error while serving {}", authorization(headers)))
    }

    fn expired(&self, headers: &HeaderMap) -> Response {
        let token = bearer(headers).unwrap_or_default();
        self.shared.lock().tokens.remove(&token);
        wire::error(401, &format!("The access token {token} was revoked"))
    }
}
