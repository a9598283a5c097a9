//! Reading the account's own statuses back, to see whether one that got no answer is there.

use channels::{Call, Found, NetworkError, Prepared, Remote};
use jiff::{SignedDuration, Timestamp};
use primitives::text::{normalise_for_fingerprint, similarity};

use super::client::Server;
use super::publish::Payload;
use super::wire::{Source, Status};
use crate::answer::{date, unreadable};

/// How far the server's clock may be from ours, beyond what its answers show.
const CLOCKS: SignedDuration = SignedDuration::from_mins(2);
/// How many pages of 40 are read at most.
const PAGES: usize = 25;
/// From this likeness on, a text may be ours as the server rewrote it.
const ALIKE: f64 = 0.85;
/// Below this likeness a text is not ours, even if it appeared at the same time.
const UNLIKE: f64 = 0.4;
/// How many doubtful statuses are looked at closely, the likest first.
const CLOSE_LOOKS: usize = 12;

/// Whether the prepared status is among those that appeared since it was frozen.
pub(super) async fn find(
    call: &Call,
    prepared: &Prepared,
    taken: &[String],
) -> Result<Found, NetworkError> {
    let payload = Payload::of(prepared)?;
    let server = Server::of(call).await?;
    let Some(recent) = statuses_since(call, &server, prepared.prepared_at).await? else {
        return Ok(Found::CannotTell(Vec::new()));
    };
    let ours = normalise_for_fingerprint(&payload.status);
    let (mut exact, mut doubtful) = (Vec::new(), Vec::new());
    for status in recent {
        let other_place = status.in_reply_to_id != payload.in_reply_to_id;
        if other_place || taken.contains(&status.id) {
            continue;
        }
        match resemblance(&ours, &status, prepared) {
            Resemblance::Exact => exact.push(status),
            Resemblance::Doubtful(likeness) => doubtful.push((likeness, status)),
            Resemblance::None => {}
        }
    }
    // Read newest first: the oldest is the first to have appeared.
    if let Some(status) = exact.last() {
        return Ok(Found::There(status.remote()));
    }
    doubtful.sort_by(|a, b| b.0.total_cmp(&a.0));
    let doubtful: Vec<Status> = doubtful.into_iter().map(|(_, status)| status).collect();
    look_closely(&server, &ours, &doubtful).await
}

enum Resemblance {
    Exact,
    Doubtful(f64),
    None,
}

fn resemblance(ours: &str, status: &Status, prepared: &Prepared) -> Resemblance {
    let theirs = normalise_for_fingerprint(&status.text());
    if theirs == ours {
        // Pictures without words all look alike: their number tells some apart.
        let pictures = status.media_attachments.len() == prepared.content.media.len();
        return if ours.is_empty() && !pictures { Resemblance::None } else { Resemblance::Exact };
    }
    let likeness = similarity(ours, &theirs);
    let since = prepared.sending_since.unwrap_or(prepared.prepared_at);
    let same_time = status.created_at.duration_since(since).abs() <= CLOCKS;
    let wordless = ours.chars().count() < 3 || theirs.chars().count() < 3;
    match likeness {
        likeness if likeness >= ALIKE => Resemblance::Doubtful(likeness),
        likeness if same_time && (likeness >= UNLIKE || wordless) => {
            Resemblance::Doubtful(likeness)
        }
        _ => Resemblance::None,
    }
}

/// Asks the server for the very words of the doubtful ones. Only where it does not give them
/// must a person look. When the likest of them came back just as they were written, this server
/// does not rewrite: the others, read already, are not ours.
async fn look_closely(
    server: &Server,
    ours: &str,
    doubtful: &[Status],
) -> Result<Found, NetworkError> {
    let (mut unclear, mut rewrites): (Vec<Remote>, bool) = (Vec::new(), false);
    for status in doubtful.iter().take(CLOSE_LOOKS) {
        let request = server.get(&format!("/api/v1/statuses/{}/source", status.id));
        match server.find::<Source>(request).await {
            Ok(Some(source)) => {
                let written = normalise_for_fingerprint(&source.text);
                if written == ours {
                    return Ok(Found::There(status.remote()));
                }
                rewrites |= written != normalise_for_fingerprint(&status.text());
            }
            // Not every server knows this request.
            Ok(None) | Err(NetworkError::Rejected { .. }) => unclear.push(status.remote()),
            Err(error) => return Err(error),
        }
    }
    if rewrites || !unclear.is_empty() {
        unclear.extend(doubtful.iter().skip(CLOSE_LOOKS).map(Status::remote));
    }
    Ok(if unclear.is_empty() { Found::Absent } else { Found::CannotTell(unclear) })
}

/// The account's statuses since an instant, newest first; `None` when they are too many to read.
async fn statuses_since(
    call: &Call,
    server: &Server,
    since: Timestamp,
) -> Result<Option<Vec<Status>>, NetworkError> {
    let path = format!("/api/v1/accounts/{}/statuses", call.remote_account_id);
    let mut read: Vec<Status> = Vec::new();
    let mut before: Option<String> = None;
    for _ in 0..PAGES {
        let mut query = vec![("limit", "40"), ("exclude_reblogs", "true")];
        if let Some(id) = &before {
            query.push(("max_id", id));
        }
        let answer = server.ask(server.get(&path).query(&query)).await?;
        let page: Vec<Status> = answer.json().map_err(unreadable)?;
        // A server that is late by its own clock dates its statuses so.
        let behind =
            date(&answer).map_or(SignedDuration::ZERO, |date| date.duration_since(call.now));
        let earliest = since.saturating_add(behind.min(SignedDuration::ZERO)).unwrap_or(since);
        let earliest = earliest.saturating_sub(CLOCKS).unwrap_or(earliest);
        let Some(last) = page.last() else { return Ok(Some(read)) };
        let (id, reached) = (last.id.clone(), last.created_at < earliest);
        let known = before.as_ref() == Some(&id) || read.iter().any(|status| status.id == id);
        read.extend(page.into_iter().filter(|status| status.created_at >= earliest));
        // A server that ignores `max_id` gives the same page again.
        if reached || known {
            return Ok(Some(read));
        }
        before = Some(id);
    }
    Ok(None)
}
