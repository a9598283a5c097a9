//! Signing in, renewing, and finding who is who.

use axum::extract::{Path, Query, State as Held};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Shared;
use super::state::{CUSTOMER, CUSTOMER_HANDLE, DID, HANDLE, PASSWORD, State};
use super::wire::{SignedIn, error};
use crate::networks::meddle::bearer;

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/xrpc/com.atproto.server.describeServer", get(describe))
        .route("/xrpc/com.atproto.server.createSession", post(create))
        .route("/xrpc/com.atproto.server.refreshSession", post(refresh))
        .route("/xrpc/com.atproto.server.getSession", get(session))
        .route("/xrpc/com.atproto.identity.resolveHandle", get(resolve))
        .route("/xrpc/app.bsky.actor.getProfile", get(profile))
        .route("/{did}", get(document))
}

async fn describe() -> Response {
    Json(json!({ "did": "did:web:localhost", "availableUserDomains": [".test"],
        "inviteCodeRequired": false }))
    .into_response()
}

#[derive(Deserialize)]
struct SignIn {
    identifier: String,
    password: String,
}

fn opened(state: &mut State) -> Value {
    let (access, refresh) = state.open();
    json!({ "accessJwt": access, "refreshJwt": refresh, "did": DID, "handle": HANDLE,
        "didDoc": state.did_document(), "active": true })
}

async fn create(Held(shared): Held<Shared>, Json(given): Json<SignIn>) -> Response {
    let mut state = shared.lock();
    let known = [HANDLE, DID].contains(&given.identifier.as_str());
    if !known || given.password != PASSWORD || !state.password_works {
        return error(401, "AuthenticationRequired", "Invalid identifier or password");
    }
    state.opened += 1;
    Json(opened(&mut state)).into_response()
}

async fn refresh(Held(shared): Held<Shared>, headers: HeaderMap) -> Response {
    let mut state = shared.lock();
    let token = bearer(&headers).unwrap_or_default();
    if !state.options.refreshes {
        return error(400, "ExpiredToken", "Token has been revoked");
    }
    if !state.refresh.contains(&token) {
        return error(400, "InvalidToken", &format!("Token {token} could not be verified"));
    }
    state.renewed += 1;
    Json(opened(&mut state)).into_response()
}

async fn session(Held(shared): Held<Shared>, _: SignedIn) -> Response {
    let document = shared.lock().did_document();
    Json(json!({ "did": DID, "handle": HANDLE, "didDoc": document, "active": true }))
        .into_response()
}

#[derive(Deserialize)]
struct Handle {
    handle: String,
}

async fn resolve(Query(asked): Query<Handle>) -> Response {
    match asked.handle.as_str() {
        HANDLE => Json(json!({ "did": DID })).into_response(),
        CUSTOMER_HANDLE => Json(json!({ "did": CUSTOMER })).into_response(),
        _ => error(400, "InvalidRequest", "Unable to resolve handle"),
    }
}

#[derive(Deserialize)]
struct Actor {
    actor: String,
}

async fn profile(Held(shared): Held<Shared>, _: SignedIn, Query(asked): Query<Actor>) -> Response {
    let state = shared.lock();
    let mut profile = state.author_json(&asked.actor);
    profile["followersCount"] = json!(42);
    let block = state.our_blocks().find(|block| block.value["subject"] == asked.actor.as_str());
    if let Some(block) = block {
        profile["viewer"] = json!({ "blocking": block.uri });
    }
    Json(profile).into_response()
}

/// The identity directory.
async fn document(Held(shared): Held<Shared>, Path(did): Path<String>) -> Response {
    match did == DID {
        true => Json(shared.lock().did_document()).into_response(),
        false => error(404, "NotFound", "DID not registered"),
    }
}
