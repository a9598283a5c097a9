use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use http::{StatusCode, header};
use platform::Actor;
use platform::media::{Incoming, Media, MediaStore, StorageError, UploadError};
use primitives::LONGEST_TEXT;

use crate::route::LARGEST_UPLOAD;
use crate::{Form, House, Refusal};

/// A form with its files, however it was sent: with files (multipart) or without.
pub(crate) struct Sent {
    /// The fields.
    pub form: Form,
    /// The files, in order; a file field left empty sends none.
    pub files: Vec<SentFile>,
}

/// One file as it came.
pub(crate) struct SentFile {
    /// The name it had.
    pub name: String,
    /// The file, on this machine's disk; or why it was not taken to its end.
    pub content: Result<Incoming, UploadError>,
}

impl FromRequest<House> for Sent {
    type Rejection = Refusal;

    async fn from_request(request: Request, house: &House) -> Result<Self, Refusal> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.to_ascii_lowercase().starts_with("multipart/form-data") {
            let form = Form::from_request(request, house).await?;
            return Ok(Self { form, files: Vec::new() });
        }
        let parts = Multipart::from_request(request, house).await;
        let mut parts = parts.map_err(|_| Refusal::Malformed)?;
        let mut sent = Self { form: Form::empty(), files: Vec::new() };
        let store = &house.kit.media;
        // A film, and some pictures: each is bounded by what it is, and all of them together.
        let mut left = store.most_film_bytes().saturating_add(LARGEST_UPLOAD as u64);
        while let Some(part) = parts.next_field().await.map_err(|error| of(&error))? {
            sent = sent.with(part, store, &mut left).await?;
        }
        Ok(sent)
    }
}

impl SentFile {
    /// Takes it in, for that teammate.
    pub async fn receive(self, house: &House, actor: &Actor) -> Result<Media, UploadError> {
        let kit = &house.kit;
        Media::receive(self.content?, &self.name, "", actor, &kit.media, &kit.database).await
    }
}

impl Sent {
    async fn with(
        mut self,
        mut part: Field<'_>,
        store: &MediaStore,
        left: &mut u64,
    ) -> Result<Self, Refusal> {
        let name = part.name().unwrap_or_default().to_owned();
        let Some(file) = part.file_name().map(str::to_owned) else {
            let mut bytes = Vec::new();
            while let Some(piece) = part.chunk().await.map_err(|error| of(&error))? {
                bytes.extend_from_slice(&piece);
                if bytes.len() > LONGEST_TEXT {
                    return Err(Refusal::TooLarge);
                }
            }
            self.form = self.form.with(&name, text(&bytes)?);
            return Ok(self);
        };
        let incoming = store.incoming().await.map_err(of_storage)?;
        let (mut content, mut weighs) = (Ok(incoming), 0);
        while let Some(piece) = part.chunk().await.map_err(|error| of(&error))? {
            weighs += piece.len() as u64;
            *left = left.checked_sub(piece.len() as u64).ok_or(Refusal::TooLarge)?;
            // What is refused is read to its end all the same: an answer in the middle of a
            // form is lost by most browsers.
            if let Ok(incoming) = &mut content
                && let Err(error) = incoming.write(&piece).await
            {
                content = Err(error);
            }
        }
        if !(file.is_empty() && weighs == 0) {
            self.files.push(SentFile { name: file, content });
        }
        Ok(self)
    }
}

fn of_storage(error: StorageError) -> Refusal {
    match error {
        StorageError::Full => Refusal::DiskFull,
        error => Refusal::fault(error),
    }
}

fn text(bytes: &[u8]) -> Result<String, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotText)?;
    if text.contains('\0') {
        return Err(Refusal::NotText);
    }
    Ok(text.replace("\r\n", "\n"))
}

fn of(error: &MultipartError) -> Refusal {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge,
        _ => Refusal::Malformed,
    }
}
