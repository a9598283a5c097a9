//! The repository: records and blobs.

use axum::body::Bytes;
use axum::extract::{Query, State as Held};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Shared;
use super::state::{Blob, DID, HANDLE, cid};
use super::wire::{SignedIn, error};

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/xrpc/com.atproto.repo.putRecord", post(put))
        .route("/xrpc/com.atproto.repo.getRecord", get(record))
        .route("/xrpc/com.atproto.repo.deleteRecord", post(delete))
        .route("/xrpc/com.atproto.repo.uploadBlob", post(upload))
}

#[derive(Deserialize)]
struct Put {
    repo: String,
    collection: String,
    rkey: String,
    record: Value,
    #[serde(rename = "swapRecord", default, deserialize_with = "given")]
    swap: Option<Value>,
}

/// A value that was given, even null.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

async fn put(Held(shared): Held<Shared>, _: SignedIn, Json(put): Json<Put>) -> Response {
    if put.repo != DID && put.repo != HANDLE {
        return error(400, "InvalidRequest", "Could not find repo");
    }
    if put.rkey.len() != 13 {
        let words = format!("Invalid record key (got \"{}\") at $.rkey", put.rkey);
        return error(400, "InvalidRequest", &words);
    }
    let uri = format!("at://{DID}/{}/{}", put.collection, put.rkey);
    match shared.lock().put(&uri, &put.record, put.swap.as_ref()) {
        Ok((record, written)) => {
            let mut answer = json!({ "uri": record.uri, "cid": record.cid,
                "validationStatus": "valid" });
            if written {
                answer["commit"] = json!({ "cid": cid(&answer), "rev": put.rkey });
            }
            Json(answer).into_response()
        }
        Err((name, message)) => error(400, name, &message),
    }
}

#[derive(Deserialize)]
struct Key {
    repo: String,
    collection: String,
    rkey: String,
}

impl Key {
    fn uri(&self) -> String {
        format!("at://{}/{}/{}", self.repo, self.collection, self.rkey)
    }
}

async fn record(Held(shared): Held<Shared>, Query(key): Query<Key>) -> Response {
    let uri = key.uri();
    match shared.lock().records.get(&uri) {
        Some(record) => {
            Json(json!({ "uri": uri, "cid": record.cid, "value": record.value })).into_response()
        }
        None => error(400, "RecordNotFound", &format!("Could not locate record: {uri}")),
    }
}

async fn delete(Held(shared): Held<Shared>, _: SignedIn, Json(key): Json<Key>) -> Response {
    shared.lock().records.remove(&key.uri());
    Json(json!({})).into_response()
}

async fn upload(
    Held(shared): Held<Shared>,
    _: SignedIn,
    headers: HeaderMap,
    bytes: Bytes,
) -> Response {
    let given = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let content_type = sniffed(&bytes).or(given).unwrap_or("application/octet-stream").to_owned();
    let most = if content_type == "video/mp4" { 100_000_000 } else { 5_000_000 };
    if bytes.len() > most {
        return error(413, "PayloadTooLarge", "request entity too large");
    }
    let reference = cid(&json!(hex::encode(&bytes))).replace("bafyrei", "bafkrei");
    let size = bytes.len();
    let blob = json!({ "$type": "blob", "ref": { "$link": reference }, "mimeType": content_type,
        "size": size });
    shared.lock().blobs.insert(reference, Blob { content_type, size });
    Json(json!({ "blob": blob })).into_response()
}

fn sniffed(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [0xff, 0xd8, ..] => Some("image/jpeg"),
        [b'G', b'I', b'F', ..] => Some("image/gif"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some("video/mp4"),
        _ => None,
    }
}
