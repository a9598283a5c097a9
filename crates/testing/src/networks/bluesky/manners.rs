//! What the network's errors look like.

use axum::Json;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use serde_json::json;

use super::{Shared, wire};
use crate::networks::faults::{Manners, Point};
use crate::networks::meddle::{authorization, bearer};

pub(super) struct BlueskyManners {
    pub shared: Shared,
}

impl Manners for BlueskyManners {
    fn point(&self, _: &Method, path: &str) -> Option<Point> {
        match path.strip_prefix("/xrpc/")? {
            "com.atproto.repo.putRecord" => Some(Point::Publish),
            "com.atproto.repo.uploadBlob" => Some(Point::Upload),
            "com.atproto.repo.getRecord" | "app.bsky.feed.getPosts" => Some(Point::Read),
            "app.bsky.notification.listNotifications" => Some(Point::Inbox),
            "com.atproto.server.refreshSession" => Some(Point::Renew),
            _ => None,
        }
    }

    fn too_many(&self, retry: u64) -> Response {
        let wait = SignedDuration::from_secs(i64::try_from(retry).unwrap_or(0));
        let reset = self.shared.lock().options.ambient.now() + wait;
        let headers = [
            ("ratelimit-limit", "3000".to_owned()),
            ("ratelimit-remaining", "0".to_owned()),
            ("ratelimit-reset", reset.as_second().to_string()),
        ];
        let body = json!({ "error": "RateLimitExceeded", "message": "Rate Limit Exceeded" });
        (StatusCode::TOO_MANY_REQUESTS, headers, Json(body)).into_response()
    }

    fn unwell(&self, headers: &HeaderMap) -> Response {
        let message = format!("Internal Server Error while serving {}", authorization(headers));
        wire::error(500, "InternalServerError", &message)
    }

    fn expired(&self, headers: &HeaderMap) -> Response {
        let token = bearer(headers).unwrap_or_default();
        self.shared.lock().access.remove(&token);
        wire::error(400, "ExpiredToken", &format!("Token {token} has expired"))
    }
}
