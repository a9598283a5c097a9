//! Signing in: apps, the page where the person agrees, codes, tokens.

use std::collections::HashMap;

use axum::extract::{Query, State as Held};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::state::{ACCOUNT, App, Code};
use super::{Shared, wire};

type Answers = HashMap<String, String>;

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/api/v1/apps", post(app))
        .route("/oauth/authorize", get(ask).post(agree))
        .route("/oauth/token", post(token))
        .route("/.well-known/oauth-authorization-server", get(metadata))
}

async fn app(Held(shared): Held<Shared>, Form(answers): Form<Answers>) -> Response {
    let mut state = shared.lock();
    let id = state.next_id();
    let Some(redirect) = answers.get("redirect_uris") else {
        return wire::error(422, "Validation failed: Redirect URI can't be blank");
    };
    let (client, secret) = (format!("client-{id}"), format!("client-secret-{id}"));
    let body = json!({ "id": id.to_string(), "name": answers.get("client_name"),
        "redirect_uri": redirect, "client_id": client, "client_secret": secret });
    state.apps.insert(client, App { secret, redirect: redirect.clone() });
    Json(body).into_response()
}

async fn metadata(Held(shared): Held<Shared>) -> Response {
    let base = shared.lock().base.clone();
    Json(json!({ "issuer": base, "authorization_endpoint": format!("{base}/oauth/authorize"),
        "token_endpoint": format!("{base}/oauth/token"),
        "code_challenge_methods_supported": ["S256"] }))
    .into_response()
}

/// The page: one button, which comes back here by POST with the same address.
async fn ask() -> Response {
    let page = "<!doctype html><form method=post><button>Autoriser</button></form>";
    ([(header::CONTENT_TYPE, "text/html")], page).into_response()
}

async fn agree(Held(shared): Held<Shared>, Query(asked): Query<Answers>) -> Response {
    let mut state = shared.lock();
    let number = state.next_id();
    let client = asked.get("client_id").cloned().unwrap_or_default();
    let Some(app) = state.apps.get(&client) else {
        return wire::error(401, "Client authentication failed due to unknown client");
    };
    if asked.get("redirect_uri") != Some(&app.redirect) {
        return wire::error(400, "The redirect uri included is not valid.");
    }
    let code = format!("code-{number}");
    let asked_state = asked.get("state").cloned().unwrap_or_default();
    let joint = if app.redirect.contains('?') { '&' } else { '?' };
    let location = format!("{}{joint}code={code}&state={asked_state}", app.redirect);
    let challenge = asked.get("code_challenge").cloned();
    state.codes.insert(code, Code { client, challenge });
    (StatusCode::FOUND, [(header::LOCATION, location)]).into_response()
}

async fn token(Held(shared): Held<Shared>, Form(answers): Form<Answers>) -> Response {
    let mut state = shared.lock();
    let given = |name: &str| answers.get(name).cloned().unwrap_or_default();
    let grant = state.codes.remove(&given("code"));
    let sound = grant.is_some_and(|code| {
        let proof = URL_SAFE_NO_PAD.encode(Sha256::digest(given("code_verifier")));
        code.client == given("client_id")
            && code.challenge.is_none_or(|challenge| challenge == proof)
            && state.apps.get(&code.client).is_some_and(|app| {
                app.secret == given("client_secret") && app.redirect == given("redirect_uri")
            })
    });
    if !sound {
        let body = json!({ "error": "invalid_grant", "error_description":
            "The provided authorization grant is invalid, expired, revoked, does not match." });
        return (StatusCode::BAD_REQUEST, Json(body)).into_response();
    }
    let token = format!("fake-mastodon-token-{}", state.next_id());
    state.tokens.insert(token.clone(), ACCOUNT);
    Json(json!({ "access_token": token, "token_type": "Bearer", "scope": "read write",
        "created_at": state.options.ambient.now().as_second() }))
    .into_response()
}
