//! What the app view answers: posts with their figures, notifications.

use axum::extract::{RawQuery, State as Held};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::Shared;
use super::state::{DID, Notification, State};
use super::wire::{SignedIn, error};

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/xrpc/app.bsky.feed.getPosts", get(posts))
        .route("/xrpc/app.bsky.notification.listNotifications", get(notifications))
}

/// The parameters of an address; some come several times.
fn parameters(query: Option<String>) -> Vec<(String, String)> {
    let decode = |text: &str| percent_decode(&text.replace('+', " "));
    let query = query.unwrap_or_default();
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (decode(name), decode(value))).collect()
}

fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits: String = rest.by_ref().take(2).map(char::from).collect();
        bytes.push(u8::from_str_radix(&digits, 16).unwrap_or(b'?'));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn posts(Held(shared): Held<Shared>, _: SignedIn, RawQuery(query): RawQuery) -> Response {
    let asked: Vec<String> = parameters(query)
        .into_iter()
        .filter(|(name, _)| name == "uris" || name == "uris[]")
        .map(|(_, uri)| uri)
        .collect();
    if asked.is_empty() || asked.len() > 25 {
        return error(400, "InvalidRequest", "array too big (maximum 25) at $.uris");
    }
    let state = shared.lock();
    let known = asked.iter().filter_map(|uri| state.records.get(uri));
    let posts: Vec<Value> = known.map(|record| state.post_json(record)).collect();
    Json(json!({ "posts": posts })).into_response()
}

async fn notifications(
    Held(shared): Held<Shared>,
    _: SignedIn,
    RawQuery(query): RawQuery,
) -> Response {
    let parameters = parameters(query);
    let given = |name: &str| parameters.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    let state = shared.lock();
    let limit = given("limit").and_then(|limit| limit.parse().ok()).unwrap_or(50);
    let before = given("cursor").and_then(|cursor| cursor.parse::<Timestamp>().ok());
    let older = |notification: &&Notification| before.is_none_or(|before| notification.at < before);
    let page: Vec<&Notification> = state
        .notifications
        .iter()
        .rev()
        .filter(older)
        .take(state.options.page_size.min(limit))
        .collect();
    let shown: Vec<Value> = page.iter().map(|n| notification_json(&state, n)).collect();
    let mut answer = json!({ "notifications": shown, "priority": false });
    if let Some(last) = page.last() {
        answer["cursor"] = json!(last.at.to_string());
    }
    Json(answer).into_response()
}

fn notification_json(state: &State, notification: &Notification) -> Value {
    let record = state.records.get(&notification.uri);
    let mut shown = json!({ "uri": notification.uri, "cid": record.map(|record| record.cid.clone()),
        "author": state.author_json(&notification.uri), "reason": notification.reason,
        "record": record.map(|record| record.value.clone()), "isRead": false,
        "indexedAt": notification.at.to_string(), "labels": [] });
    let ours = notification.subject.as_ref().filter(|subject| subject.contains(DID));
    if let Some(subject) = ours {
        shown["reasonSubject"] = json!(subject);
    }
    shown
}
