//! Acting on posts: likes are records of ours, hidden answers are listed in the gate of our own
//! thread, people are blocked by a record, and only what is in our repository can be deleted.
//! Private messages need a right that app passwords don't usually have, on a service of their
//! own: they are not offered.

use async_trait::async_trait;
use channels::{Act, Call, Moderate, NetworkError, Piece};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::pds::Pds;
use super::wire::Stored;
use super::{Bluesky, POST, posts, tid};
use crate::answer::{rejected, unreadable};

const LIKE: &str = "app.bsky.feed.like";
const BLOCK: &str = "app.bsky.graph.block";
const GATE: &str = "app.bsky.feed.threadgate";
/// How many answers a gate may hide.
const MOST_HIDDEN: usize = 300;

#[async_trait]
impl Moderate for Bluesky {
    fn offers(&self, account: &str, piece: &Piece) -> Vec<Act> {
        if piece.ours {
            return vec![Act::Delete];
        }
        let mut offered = vec![Act::Like, Act::Unlike];
        if piece.root.as_deref().is_some_and(|root| is_of(root, account)) {
            offered.extend([Act::Hide, Act::Unhide]);
        }
        offered
    }

    async fn act(&self, call: &Call, act: Act, piece: &Piece) -> Result<(), NetworkError> {
        if !self.offers(&call.remote_account_id, piece).contains(&act) {
            return Err(NetworkError::Unsupported { what: act.to_string() });
        }
        let pds = Pds::of(call);
        match act {
            Act::Like => like(&pds, call, piece).await,
            Act::Unlike => unlike(&pds, call, piece).await,
            Act::Hide => gate(&pds, call, piece, true).await,
            Act::Unhide => gate(&pds, call, piece, false).await,
            Act::Delete => delete(&pds, call, &piece.remote_id).await,
        }
    }

    fn privately(&self, _: &Piece) -> Option<Value> {
        None
    }

    fn blocks(&self) -> bool {
        true
    }

    async fn block(&self, call: &Call, person: &str, blocked: bool) -> Result<(), NetworkError> {
        let pds = Pds::of(call);
        // Always the same key, so that blocking twice is one block.
        let key = like_key(person);
        if blocked {
            let record =
                json!({ "$type": BLOCK, "subject": person, "createdAt": call.now.to_string() });
            return put(&pds, call, BLOCK, &key, None, record).await;
        }
        if let Some(uri) = block_of(&pds, person).await? {
            delete(&pds, call, &uri).await?;
        }
        let ours = format!("at://{}/{BLOCK}/{key}", call.remote_account_id);
        delete(&pds, call, &ours).await
    }
}

/// Whether a record is in the account's repository.
fn is_of(uri: &str, account: &str) -> bool {
    uri.strip_prefix("at://").and_then(|rest| rest.split('/').next()) == Some(account)
}

fn key_of(uri: &str) -> &str {
    uri.rsplit('/').next().unwrap_or_default()
}

/// The key of our like of a post: always the same, so that liking twice is one like.
fn like_key(uri: &str) -> String {
    tid::of_digest(&Sha256::digest(uri))
}

async fn like(pds: &Pds<'_>, call: &Call, piece: &Piece) -> Result<(), NetworkError> {
    let shown = posts::by_uri(pds, [piece.remote_id.as_str()]).await?;
    let Some(post) = shown.get(&piece.remote_id) else {
        return Err(rejected(channels::Rejection::ReplyTargetGone, "the post is gone"));
    };
    if post.our_like().is_some() {
        return Ok(());
    }
    let record = json!({ "$type": LIKE, "createdAt": call.now.to_string(),
        "subject": { "uri": post.uri, "cid": post.cid } });
    put(pds, call, LIKE, &like_key(&piece.remote_id), None, record).await
}

async fn unlike(pds: &Pds<'_>, call: &Call, piece: &Piece) -> Result<(), NetworkError> {
    let shown = posts::by_uri(pds, [piece.remote_id.as_str()]).await?;
    // One given in the network's own application has another key.
    if let Some(like) = shown.get(&piece.remote_id).and_then(|post| post.our_like()) {
        delete(pds, call, like).await?;
    }
    let ours = format!("at://{}/{LIKE}/{}", call.remote_account_id, like_key(&piece.remote_id));
    delete(pds, call, &ours).await
}

/// The block of someone that was made in the network's own application, which has another key.
async fn block_of(pds: &Pds<'_>, person: &str) -> Result<Option<String>, NetworkError> {
    let url = pds.method("app.bsky.actor.getProfile");
    let query = [("actor", person)];
    let exchanged = pds.exchange(|http| http.get(&url).query(&query)).await;
    let exchanged = exchanged.map_err(super::pds::Trouble::into_error)?;
    if !exchanged.answer.is_success() {
        // Someone who is gone has no profile; our own record is taken away all the same.
        return Ok(None);
    }
    let profile: Value = exchanged.answer.json().map_err(unreadable)?;
    Ok(profile["viewer"]["blocking"].as_str().map(str::to_owned))
}

/// Writes the gate of our thread anew, with or without this answer among those hidden; who may
/// answer stays as it was.
async fn gate(pds: &Pds<'_>, call: &Call, piece: &Piece, hide: bool) -> Result<(), NetworkError> {
    let Some(root) = piece.root.as_deref() else { return Ok(()) };
    let there = find(pds, call, GATE, key_of(root)).await?;
    let mut record = there.as_ref().map_or_else(
        || json!({ "$type": GATE, "post": root, "createdAt": call.now.to_string() }),
        |stored| stored.value.clone(),
    );
    let listed = record["hiddenReplies"].as_array().cloned().unwrap_or_default();
    let mut hidden: Vec<Value> =
        listed.into_iter().filter(|uri| uri.as_str() != Some(&piece.remote_id)).collect();
    if hide {
        if hidden.len() >= MOST_HIDDEN {
            let words = format!("a thread hides {MOST_HIDDEN} answers at most");
            return Err(rejected(channels::Rejection::Other, words));
        }
        hidden.push(json!(piece.remote_id));
    } else if there.is_none() {
        return Ok(());
    }
    record["hiddenReplies"] = json!(hidden);
    // Only over the gate that was read: another's change meanwhile is not undone.
    let was = there.map_or(Value::Null, |stored| json!(stored.cid));
    put(pds, call, GATE, key_of(root), Some(was), record).await
}

async fn find(
    pds: &Pds<'_>,
    call: &Call,
    collection: &str,
    key: &str,
) -> Result<Option<Stored>, NetworkError> {
    let url = pds.method("com.atproto.repo.getRecord");
    let query =
        [("repo", call.remote_account_id.as_str()), ("collection", collection), ("rkey", key)];
    let exchanged = pds.exchange(|http| http.get(&url).query(&query)).await;
    let exchanged = exchanged.map_err(super::pds::Trouble::into_error)?;
    if super::pds::failure(&exchanged.answer).error == "RecordNotFound" {
        return Ok(None);
    }
    match exchanged.answer.is_success() {
        true => exchanged.answer.json().map(Some).map_err(unreadable),
        false => Err(exchanged.refusal(call.now)),
    }
}

async fn put(
    pds: &Pds<'_>,
    call: &Call,
    collection: &str,
    key: &str,
    swap: Option<Value>,
    record: Value,
) -> Result<(), NetworkError> {
    let url = pds.method("com.atproto.repo.putRecord");
    let mut body = json!({ "repo": call.remote_account_id, "collection": collection, "rkey": key,
        "record": record });
    if let Some(swap) = swap {
        body["swapRecord"] = swap;
    }
    let exchanged = pds.exchange(|http| http.post(&url).json(&body)).await;
    let exchanged = exchanged.map_err(super::pds::Trouble::into_error)?;
    if super::pds::failure(&exchanged.answer).error == "InvalidSwap" {
        return Err(NetworkError::Retry { detail: exchanged.said(), after: None });
    }
    if exchanged.answer.is_success() { Ok(()) } else { Err(exchanged.refusal(call.now)) }
}

/// Deletes a record of ours; one that is gone is deleted.
async fn delete(pds: &Pds<'_>, call: &Call, uri: &str) -> Result<(), NetworkError> {
    let collection = uri.split('/').nth(3).unwrap_or(POST);
    let url = pds.method("com.atproto.repo.deleteRecord");
    let body = json!({ "repo": call.remote_account_id, "collection": collection,
        "rkey": key_of(uri) });
    pds.ask(|http| http.post(&url).json(&body)).await.map(drop)
}
