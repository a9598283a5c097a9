use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use bytes::Bytes;
use http::{StatusCode, header};
use primitives::LONGEST_TEXT;

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
    /// Its bytes.
    pub bytes: Bytes,
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
        while let Some(part) = parts.next_field().await.map_err(|error| of(&error))? {
            sent = sent.with(part).await?;
        }
        Ok(sent)
    }
}

impl Sent {
    async fn with(mut self, part: Field<'_>) -> Result<Self, Refusal> {
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(str::to_owned);
        let bytes = part.bytes().await.map_err(|error| of(&error))?;
        match file {
            Some(file) if file.is_empty() && bytes.is_empty() => {}
            Some(name) => self.files.push(SentFile { name, bytes }),
            None => self.form = self.form.with(&name, text(&bytes)?),
        }
        Ok(self)
    }
}

fn text(bytes: &[u8]) -> Result<String, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotText)?;
    if text.contains('\0') {
        return Err(Refusal::NotText);
    }
    if text.len() > LONGEST_TEXT {
        return Err(Refusal::TooLarge);
    }
    Ok(text.replace("\r\n", "\n"))
}

fn of(error: &MultipartError) -> Refusal {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge,
        _ => Refusal::Malformed,
    }
}
