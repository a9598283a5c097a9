//! What a record needs before it is written: pictures uploaded, mentioned accounts found, the
//! card of a link, the exact names of what is answered. Nothing of it is visible.

use std::time::Duration;

use channels::{AttachedMedia, Call, NetworkError, Prepared, Rejection, ReplyTarget};
use platform::outbound::Outbound;
use serde_json::{Value, json};

use super::pds::Pds;
use super::publish::Payload;
use super::wire::{Reply, Resolved, Stored, Strong, Uploaded};
use super::{card, posts, rich_text};
use crate::answer::{rejected, unreadable};
use crate::pictures;

const UPLOAD_PATIENCE: Duration = Duration::from_secs(60);

/// Completes the payload. Running it again gives the same, but for what changed at the network.
pub(super) async fn stage(call: &Call, prepared: &Prepared) -> Result<Value, NetworkError> {
    let mut payload = Payload::of(prepared)?;
    let pds = Pds::of(call);
    let text = payload.text();
    let facets = facets(&pds, &text).await?;
    if !facets.is_empty() {
        payload.record["facets"] = json!(facets);
    }
    if let Some(target) = &prepared.content.reply_to {
        payload.record["reply"] = json!(reply(call, &pds, target, &payload.record["reply"]).await?);
    }
    let embed = match &payload.card {
        _ if !prepared.content.media.is_empty() => {
            Some(joined(call, &pds, &prepared.content.media).await?)
        }
        Some(link) => card::of(call, &pds, link, text.contains(link.as_str())).await,
        None => None,
    };
    if let Some(embed) = embed {
        payload.record["embed"] = embed;
    }
    Ok(json!(payload))
}

/// Links, hashtags, and mentions of accounts that exist; in the order of the text.
async fn facets(pds: &Pds<'_>, text: &str) -> Result<Vec<Value>, NetworkError> {
    let mut facets = rich_text::facets(text);
    for (handle, entity) in rich_text::mentions(text) {
        let method = "com.atproto.identity.resolveHandle";
        match pds.get::<Resolved>(method, &[("handle", &handle)]).await {
            Ok(resolved) => facets.push(rich_text::mention(&entity, &resolved.did)),
            // Nobody has this handle: it stays plain text.
            Err(NetworkError::Rejected { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    facets.sort_by_key(|facet| facet["index"]["byteStart"].as_u64());
    Ok(facets)
}

/// A video alone, or pictures.
async fn joined(
    call: &Call,
    pds: &Pds<'_>,
    media: &[AttachedMedia],
) -> Result<Value, NetworkError> {
    match media.iter().find(|media| media.is_video()) {
        Some(video) => self::video(call, pds, video).await,
        None => images(call, pds, media).await,
    }
}

/// The network works on a video once it is shown; until then its players wait.
async fn video(call: &Call, pds: &Pds<'_>, media: &AttachedMedia) -> Result<Value, NetworkError> {
    let bytes = pictures::video(call, media).await?;
    let blob = upload(pds, &bytes, &media.content_type).await?;
    let mut embed =
        json!({ "$type": "app.bsky.embed.video", "video": blob, "alt": media.alt_text });
    if media.width > 0 && media.height > 0 {
        embed["aspectRatio"] = json!({ "width": media.width, "height": media.height });
    }
    Ok(embed)
}

async fn images(
    call: &Call,
    pds: &Pds<'_>,
    media: &[AttachedMedia],
) -> Result<Value, NetworkError> {
    let mut images = Vec::new();
    for attached in media {
        let picture = pictures::fitting(call, attached).await?;
        let blob = upload(pds, &picture.bytes, picture.content_type).await?;
        images.push(json!({ "alt": attached.alt_text, "image": blob,
            "aspectRatio": { "width": picture.width, "height": picture.height } }));
    }
    Ok(json!({ "$type": "app.bsky.embed.images", "images": images }))
}

/// Uploads bytes; the same bytes give the same blob.
pub(super) async fn upload(
    pds: &Pds<'_>,
    bytes: &bytes::Bytes,
    mime: &str,
) -> Result<Value, NetworkError> {
    let url = pds.method("com.atproto.repo.uploadBlob");
    // A slow line carries at least a megabyte in six seconds.
    let patience = UPLOAD_PATIENCE + Duration::from_secs(bytes.len() as u64 / 160_000);
    let request = |http: &Outbound| http.post(&url).timeout(patience).body(bytes.clone(), mime);
    let exchanged = pds.ask(request).await?;
    let uploaded: Uploaded = exchanged.answer.json().map_err(unreadable)?;
    Ok(uploaded.blob)
}

/// What is answered, checked to be still there: the network would take an answer to nothing.
async fn reply(
    call: &Call,
    pds: &Pds<'_>,
    target: &ReplyTarget,
    known: &Value,
) -> Result<Reply, NetworkError> {
    let known: Option<Reply> = serde_json::from_value(known.clone()).ok();
    let uri = target.remote_id.as_str();
    if uri.starts_with(&format!("at://{}/", call.remote_account_id)) {
        return match known {
            Some(known) => Ok(known),
            None => own_reply(call, pds, uri).await,
        };
    }
    match (posts::by_uri(pds, [uri]).await, known) {
        (Ok(found), known) => match found.get(uri) {
            Some(post) => {
                let parent = Strong { uri: post.uri.clone(), cid: post.cid.clone() };
                Ok(known.unwrap_or_else(|| below(parent, &post.record)))
            }
            None => Err(rejected(Rejection::ReplyTargetGone, "the post answered is gone")),
        },
        // The app view is unwell, the account's server is not: what is known is enough.
        (Err(NetworkError::Retry { .. }), Some(known)) => Ok(known),
        (Err(error), _) => Err(error),
    }
}

/// An answer to a post of our own, read from our repository: the app view may be late.
async fn own_reply(call: &Call, pds: &Pds<'_>, uri: &str) -> Result<Reply, NetworkError> {
    let key = uri.rsplit('/').next().unwrap_or_default();
    let query =
        [("repo", call.remote_account_id.as_str()), ("collection", super::POST), ("rkey", key)];
    let stored: Stored =
        pds.get("com.atproto.repo.getRecord", &query).await.map_err(|error| match error {
            NetworkError::Rejected { detail, .. } => rejected(Rejection::ReplyTargetGone, detail),
            other => other,
        })?;
    let cid = stored.cid.ok_or_else(|| unreadable("a record without its content id"))?;
    Ok(below(Strong { uri: stored.uri, cid }, &stored.value))
}

/// The reply to a post: its thread begins where that post's does, or with it.
fn below(parent: Strong, record: &Value) -> Reply {
    let root = serde_json::from_value(record["reply"]["root"].clone());
    Reply { root: root.unwrap_or_else(|_| parent.clone()), parent }
}
