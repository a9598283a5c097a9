//! Files joined to letters, fetched from the mailbox for those who work here.

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::{Channel, NetworkError};
use conversations::{Conversation, Message};
use http::header;
use primitives::Id;

use super::view::name_of_file;
use crate::{InBrand, Refusal};

/// A file, always to be kept rather than shown: it comes from a stranger.
pub async fn get(
    here: InBrand,
    Path((_brand, id, message, number)): Path<(String, Id<Conversation>, Id<Message>, usize)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    let message = conversation.message(message, &here.actor, &mut tx).await?;
    let channel = Channel::load(conversation.channel, &here.actor, &mut tx).await?;
    drop(tx);
    let message = message.ok_or(Refusal::NotFound)?;
    let file = message.letter.as_ref().and_then(|letter| letter.files.get(number));
    let file = file.ok_or(Refusal::NotFound)?;
    let bytes = match message.file(number, &channel, &here.house.kit).await {
        Ok(bytes) => bytes,
        Err(NetworkError::Retry { .. } | NetworkError::RateLimited { .. }) => {
            return Err(Refusal::Busy);
        }
        Err(_) => return Err(Refusal::NotFound),
    };
    let name = name_of_file(here.words(), file, number);
    let plain: String =
        name.chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') {
                    c
                } else {
                    '_'
                }
            })
            .collect();
    let exact = percent(&name);
    let kept = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}");
    let said = [
        (header::CONTENT_TYPE, kind_of(&bytes).to_owned()),
        (header::CONTENT_DISPOSITION, kept),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'".to_owned()),
        (header::CACHE_CONTROL, "private, max-age=3600".to_owned()),
    ];
    Ok((said, Body::from(bytes)).into_response())
}

/// What the bytes are, by themselves; whatever else they claim to be is a file like any.
fn kind_of(bytes: &[u8]) -> &'static str {
    let kinds: [(&[u8], &str); 6] = [
        (b"%PDF-", "application/pdf"),
        (b"\x89PNG\r\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"PK\x03\x04", "application/zip"),
        (b"", "application/octet-stream"),
    ];
    let found = kinds.into_iter().find(|(begins, _)| bytes.starts_with(begins));
    found.map_or("application/octet-stream", |(_, kind)| kind)
}

/// A name as RFC 5987 writes it.
fn percent(name: &str) -> String {
    use std::fmt::Write;
    name.bytes().fold(String::new(), |mut written, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            written.push(char::from(byte));
        } else {
            let _ = write!(written, "%{byte:02X}");
        }
        written
    })
}

#[cfg(test)]
mod tests {
    use super::{kind_of, percent};

    #[test]
    fn a_file_is_what_its_bytes_are() {
        assert_eq!(kind_of(b"%PDF-1.4"), "application/pdf");
        assert_eq!(kind_of(b"<html><script>"), "application/octet-stream");
        assert_eq!(kind_of(b""), "application/octet-stream");
        assert_eq!(percent("été 1.pdf"), "%C3%A9t%C3%A9%201.pdf");
    }
}
