//! Pictures and videos, sent to the server before the status that shows them. The server works
//! on them for a while: what it has is kept, and asked about, rather than sent again.

use std::time::Duration;

use channels::{AttachedMedia, Call, NetworkError};
use jiff::SignedDuration;
use platform::outbound::Part;

use super::client::Server;
use super::wire::Uploaded;
use crate::answer::{unanswered, unreadable};
use crate::pictures;

/// How often, and how many times, what is being worked on is asked about while one waits.
const WAIT: Duration = Duration::from_millis(700);
const ASKS: u32 = 6;
/// After how long it is asked about again, then.
pub(super) const LATER: SignedDuration = SignedDuration::from_secs(10);
/// A picture goes through quickly; a video may weigh a hundred megabytes.
const PICTURE_PATIENCE: Duration = Duration::from_secs(120);
const VIDEO_PATIENCE: Duration = Duration::from_secs(900);

/// Has the server hold everything; `ids` are what it was given before, if it was. False while it
/// is still working on some of it.
pub(super) async fn stage(
    call: &Call,
    server: &Server,
    media: &[AttachedMedia],
    ids: &mut Vec<String>,
) -> Result<bool, NetworkError> {
    let mut working = match kept(server, media, ids).await? {
        Some(working) => working,
        None => send_all(call, server, media, ids).await?,
    };
    for _ in 0..ASKS {
        if working.is_empty() {
            return Ok(true);
        }
        tokio::time::sleep(WAIT).await;
        let mut still = Vec::new();
        for id in working {
            if !is_ready(server, &id).await?.unwrap_or(true) {
                still.push(id);
            }
        }
        working = still;
    }
    Ok(working.is_empty())
}

/// What the server is still working on of what it was given before; `None` when it does not have
/// all of it, or no longer.
async fn kept(
    server: &Server,
    media: &[AttachedMedia],
    ids: &[String],
) -> Result<Option<Vec<String>>, NetworkError> {
    if ids.len() != media.len() {
        return Ok(None);
    }
    let mut working = Vec::new();
    for id in ids {
        match is_ready(server, id).await? {
            Some(true) => {}
            Some(false) => working.push(id.clone()),
            None => return Ok(None),
        }
    }
    Ok(Some(working))
}

async fn send_all(
    call: &Call,
    server: &Server,
    media: &[AttachedMedia],
    ids: &mut Vec<String>,
) -> Result<Vec<String>, NetworkError> {
    ids.clear();
    let mut working = Vec::new();
    for one in media {
        let (id, ready) = send(call, server, one).await?;
        ids.push(id.clone());
        if !ready {
            working.push(id);
        }
    }
    Ok(working)
}

async fn send(
    call: &Call,
    server: &Server,
    media: &AttachedMedia,
) -> Result<(String, bool), NetworkError> {
    let (file, patience) = if media.is_video() {
        let bytes = pictures::video(call, media).await?;
        (file(bytes, "video", &media.content_type), VIDEO_PATIENCE)
    } else {
        let picture = pictures::fitting(call, media).await?;
        (file(picture.bytes, "picture", picture.content_type), PICTURE_PATIENCE)
    };
    let described = Part::Text(media.alt_text.clone());
    let parts = vec![("description", described), ("file", file)];
    let request = server.post("/api/v2/media").timeout(patience).multipart(parts);
    let answer = server.ask(request).await?;
    let uploaded: Uploaded = answer.json().map_err(unreadable)?;
    Ok((uploaded.id, answer.status != 202))
}

fn file(bytes: bytes::Bytes, name: &str, mime: &str) -> Part {
    let ending = match mime {
        "video/quicktime" => "mov",
        other => other.rsplit('/').next().unwrap_or("bin"),
    };
    Part::file(bytes, &format!("{name}.{ending}"), mime)
}

/// Whether the server is done with it; `None` when it does not have it (any longer).
async fn is_ready(server: &Server, id: &str) -> Result<Option<bool>, NetworkError> {
    let request = server.get(&format!("/api/v1/media/{id}"));
    let answer = request.send().await.map_err(|error| unanswered(&error))?;
    match answer.status {
        200 => Ok(Some(true)),
        202 | 206 => Ok(Some(false)),
        404 | 410 => Ok(None),
        _ => Err(server.refusal(&answer)),
    }
}
