//! The account, its pictures and its statuses.

use axum::extract::{FromRequestParts, Multipart, Path, State as Held};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::state::{Draft, Media, Poll, State, Status};
use super::{Shared, wire};
use crate::networks::meddle::bearer;

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/api/v2/instance", get(instance))
        .route("/api/v1/instance", get(old_instance))
        .route("/api/v1/accounts/verify_credentials", get(verify))
        .route("/api/v2/media", post(upload))
        .route("/api/v1/media/{id}", get(media))
        .route("/api/v1/statuses", post(publish))
        .route("/api/v1/statuses/{id}", get(status).delete(remove))
        .route("/api/v1/statuses/{id}/context", get(context))
        .route("/api/v1/statuses/{id}/source", get(source))
        .route("/api/v1/statuses/{id}/favourite", post(favourite))
        .route("/api/v1/statuses/{id}/unfavourite", post(unfavourite))
        .route("/api/v1/accounts/{id}/block", post(block))
        .route("/api/v1/accounts/{id}/unblock", post(unblock))
}

/// Who asks, by the bearer token; without one, 401.
pub(super) struct Asker(pub u64);

impl FromRequestParts<Shared> for Asker {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, shared: &Shared) -> Result<Self, Response> {
        let token = bearer(&parts.headers).unwrap_or_default();
        let account = shared.lock().tokens.get(&token).copied();
        account.map(Asker).ok_or_else(|| wire::error(401, "The access token is invalid"))
    }
}

async fn instance(Held(shared): Held<Shared>) -> Response {
    let state = shared.lock();
    if !state.options.second_instance {
        return wire::error(404, "Record not found");
    }
    Json(json!({ "domain": state.base.trim_start_matches("http://"), "title": "Fake Mastodon",
        "version": "4.5.0", "configuration": state.configuration_json() }))
    .into_response()
}

async fn old_instance(Held(shared): Held<Shared>) -> Response {
    let state = shared.lock();
    Json(json!({ "uri": state.base.trim_start_matches("http://"), "title": "Fake Mastodon",
        "version": "3.5.0", "configuration": state.configuration_json() }))
    .into_response()
}

async fn verify(Held(shared): Held<Shared>, Asker(account): Asker) -> Response {
    let state = shared.lock();
    Json(state.account_json(&state.accounts[&account])).into_response()
}

async fn upload(Held(shared): Held<Shared>, _: Asker, mut form: Multipart) -> Response {
    let (mut file, mut description) = (None, String::new());
    while let Ok(Some(field)) = form.next_field().await {
        match field.name() {
            Some("file") => {
                let kind = field.content_type().unwrap_or_default().to_owned();
                file = field.bytes().await.ok().map(|bytes| (kind, bytes));
            }
            Some("description") => description = field.text().await.unwrap_or_default(),
            _ => {}
        }
    }
    let Some((content_type, bytes)) = file else {
        return wire::error(422, "Validation failed: File can't be blank");
    };
    let video = content_type == "video/mp4";
    if !content_type.starts_with("image/") && !video {
        return wire::error(422, "Validation failed: File content type is invalid");
    }
    let mut state = shared.lock();
    if video && bytes.len() > state.options.video_bytes {
        return wire::error(422, "Validation failed: File size is too big");
    }
    // A video is always worked on for a while.
    let waits = state.options.media_waits.max(u32::from(video));
    let id = state.next_id();
    let media = Media { id, description, content_type, bytes: bytes.len(), waits };
    let body = state.media_json(&media);
    state.media.insert(id, media);
    let status = if waits == 0 { StatusCode::OK } else { StatusCode::ACCEPTED };
    (status, Json(body)).into_response()
}

async fn media(Held(shared): Held<Shared>, _: Asker, Path(id): Path<u64>) -> Response {
    let mut state = shared.lock();
    // What a status shows already is no longer asked about here.
    let shown = state.statuses.values().any(|status| status.media.contains(&id));
    let Some(media) = state.media.get_mut(&id).filter(|_| !shown) else {
        return wire::error(404, "Record not found");
    };
    media.waits = media.waits.saturating_sub(1);
    let (status, media) = match media.waits {
        0 => (StatusCode::OK, media.clone()),
        _ => (StatusCode::PARTIAL_CONTENT, media.clone()),
    };
    (status, Json(state.media_json(&media))).into_response()
}

#[derive(Deserialize)]
struct StatusForm {
    #[serde(default)]
    status: String,
    #[serde(default)]
    media_ids: Vec<String>,
    in_reply_to_id: Option<String>,
    visibility: Option<String>,
    language: Option<String>,
    poll: Option<Poll>,
}

async fn publish(
    Held(shared): Held<Shared>,
    Asker(account): Asker,
    headers: HeaderMap,
    Json(form): Json<StatusForm>,
) -> Response {
    let key = headers.get("idempotency-key").and_then(|key| key.to_str().ok());
    let draft = Draft {
        text: form.status,
        key: key.map(str::to_owned),
        media: form.media_ids.iter().map(|id| id.parse().unwrap_or(0)).collect(),
        in_reply_to: form.in_reply_to_id.map(|id| id.parse().unwrap_or(0)),
        visibility: form.visibility.unwrap_or_else(|| "public".to_owned()),
        language: form.language,
        poll: form.poll,
    };
    let mut state = shared.lock();
    match state.publish(account, draft) {
        Ok(status) => Json(state.status_json(&status)).into_response(),
        Err((status, words)) => wire::error(status, &words),
    }
}

/// Answers with something about a status, or 404.
fn about(shared: &Shared, id: u64, tell: impl FnOnce(&State, &Status) -> Value) -> Response {
    let state = shared.lock();
    match state.statuses.get(&id) {
        Some(status) => Json(tell(&state, status)).into_response(),
        None => wire::error(404, "Record not found"),
    }
}

async fn status(Held(shared): Held<Shared>, _: Asker, Path(id): Path<u64>) -> Response {
    about(&shared, id, State::status_json)
}

async fn remove(
    Held(shared): Held<Shared>,
    Asker(account): Asker,
    Path(id): Path<u64>,
) -> Response {
    let ours = shared.lock().statuses.get(&id).is_none_or(|status| status.account == account);
    if !ours {
        return wire::error(404, "Record not found");
    }
    let answer = about(&shared, id, State::status_json);
    shared.lock().delete(&id.to_string());
    answer
}

async fn favourite(Held(shared): Held<Shared>, _: Asker, Path(id): Path<u64>) -> Response {
    shared.lock().like(id, true);
    about(&shared, id, State::status_json)
}

async fn block(Held(shared): Held<Shared>, _: Asker, Path(id): Path<u64>) -> Response {
    relate(&shared, id, true)
}

async fn unblock(Held(shared): Held<Shared>, _: Asker, Path(id): Path<u64>) -> Response {
    relate(&shared, id, false)
}

fn relate(shared: &Shared, id: u64, blocked: bool) -> Response {
    let mut state = shared.lock();
    if !state.accounts.contains_key(&id) {
        return wire::error(404, "Record not found");
    }
    if blocked {
        state.blocked.insert(id);
    } else {
        state.blocked.remove(&id);
    }
    Json(json!({ "id": id.to_string(), "blocking": blocked })).into_response()
}

async fn unfavourite(Held(shared): Held<Shared>, _: Asker, Path(id): Path<u64>) -> Response {
    shared.lock().like(id, false);
    about(&shared, id, State::status_json)
}

async fn source(
    Held(shared): Held<Shared>,
    Asker(account): Asker,
    Path(id): Path<u64>,
) -> Response {
    let known = {
        let state = shared.lock();
        state.options.serves_source
            && state.statuses.get(&id).is_some_and(|status| status.account == account)
    };
    match known {
        true => about(
            &shared,
            id,
            |_, status| json!({ "id": status.id.to_string(), "text": status.text, "spoiler_text": "" }),
        ),
        false => wire::error(404, "Record not found"),
    }
}

async fn context(Held(shared): Held<Shared>, _: Asker, Path(id): Path<u64>) -> Response {
    about(&shared, id, |state, status| {
        let mut ancestors = Vec::new();
        let mut above = status.in_reply_to;
        while let Some(parent) = above.and_then(|id| state.statuses.get(&id)) {
            ancestors.insert(0, state.status_json(parent));
            above = parent.in_reply_to;
        }
        let below = state.statuses.values().filter(|other| other.in_reply_to == Some(status.id));
        let descendants: Vec<_> = below.map(|below| state.status_json(below)).collect();
        json!({ "ancestors": ancestors, "descendants": descendants })
    })
}
