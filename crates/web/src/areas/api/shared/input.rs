//! What came in: bodies, addresses and queries, refused with the field that is wrong.

use axum::body::to_bytes;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use bytes::Bytes;
use http::request::Parts as Head;
use http::{HeaderMap, header};
use primitives::Id;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use super::{FieldProblem, Kind, Problem};
use crate::words::args;

/// A JSON body.
pub struct Input<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Input<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::new(Kind::UnsupportedType));
        }
        // The gate has read it within its limit.
        let bytes = to_bytes(request.into_body(), usize::MAX).await;
        read_json(&bytes.map_err(|_| Problem::new(Kind::Malformed))?).map(Input)
    }
}

/// Reads a JSON text, naming the field that is wrong.
fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::new(Kind::NotText))?;
    if text.contains("\\u0000") || text.contains('\0') {
        let value = serde_json::from_str(text).map_err(|error| syntax(&error))?;
        if holds_nul(&value) {
            return Err(Problem::new(Kind::NotText));
        }
    }
    if !text.trim_start().starts_with('{') {
        // Else a list would be taken for the fields of an object, in their order.
        serde_json::from_str::<serde::de::IgnoredAny>(text).map_err(|error| syntax(&error))?;
        return Err(Problem::new(Kind::Malformed).saying("api-not-an-object", &[]));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let error = error.into_inner();
        if error.is_data() { wrong_field(&path, &error.to_string()) } else { syntax(&error) }
    })?;
    reader.end().map_err(|error| syntax(&error))?;
    Ok(read)
}

fn syntax(error: &serde_json::Error) -> Problem {
    let given = args![line => error.line(), column => error.column()];
    Problem::new(Kind::Malformed).saying("api-not-json", given)
}

fn holds_nul(value: &serde_json::Value) -> bool {
    use serde_json::Value;
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(holds_nul),
        Value::Object(fields) => {
            fields.iter().any(|(name, of)| name.contains('\0') || holds_nul(of))
        }
        _ => false,
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind: Option<mime::Mime> = kind.and_then(|kind| kind.parse().ok());
    kind.is_some_and(|kind| {
        let json = kind.subtype() == mime::JSON || kind.suffix() == Some(mime::JSON);
        kind.type_() == mime::APPLICATION && json
    })
}

/// What serde says of a field, as a problem of that field.
fn wrong_field(path: &str, said: &str) -> Problem {
    let quoted = |opening: &str| {
        let (_, rest) = said.split_once(opening)?;
        rest.split('`').next().map(str::to_owned)
    };
    let at = |name: &str| match path {
        "." | "" | "?" => name.to_owned(),
        // serde names an unknown field in its path already, a missing one not.
        path if path == name || path.ends_with(&format!(".{name}")) => path.to_owned(),
        path => format!("{path}.{name}"),
    };
    let wrong = if let Some(name) = quoted("unknown field `") {
        FieldProblem::new(at(&name), "unknown_field")
    } else if let Some(name) = quoted("missing field `") {
        FieldProblem::new(at(&name), "missing")
    } else if let Some(name) = quoted("duplicate field `") {
        FieldProblem::new(at(&name), "twice")
    } else if let Some(word) = quoted("unknown variant `") {
        let word: String = word.chars().take(60).collect();
        FieldProblem::given(path, "unknown_word", args![word => word])
    } else if said.contains("not an id") {
        FieldProblem::new(path, "not_an_id")
    } else if said.contains("not an instant") {
        FieldProblem::new(path, "not_an_instant")
    } else {
        FieldProblem::new(path, "wrong_type")
    };
    Problem::fields(vec![wrong])
}

/// The query of an address.
pub struct Params<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Params<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Head, _: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        if query.contains("%00") {
            return Err(Problem::new(Kind::NotText));
        }
        Query::try_from_uri(&parts.uri).map(|Query(read)| Params(read)).map_err(|error| {
            let said = error.body_text();
            let said = said.split_once("query string: ").map_or(said.as_str(), |(_, said)| said);
            let path = said.split_once(": ").map_or("", |(path, _)| path);
            let named = path.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            wrong_field(if named { path } else { "" }, said)
        })
    }
}

/// The id in an address; what is no id is nobody's.
pub struct At<T>(pub Id<T>);

impl<S: Send + Sync, T> FromRequestParts<S> for At<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Head, state: &S) -> Result<Self, Problem> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        let Path(text) = path.map_err(|_| Problem::not_found())?;
        text.parse().map(At).map_err(|_| Problem::not_found())
    }
}

/// The two ids in an address; what is no id is nobody's.
pub struct AtBoth<A, B>(pub Id<A>, pub Id<B>);

impl<S: Send + Sync, A, B> FromRequestParts<S> for AtBoth<A, B> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Head, state: &S) -> Result<Self, Problem> {
        let path = Path::<(String, String)>::from_request_parts(parts, state).await;
        let Path((first, second)) = path.map_err(|_| Problem::not_found())?;
        let first = first.parse().map_err(|_| Problem::not_found())?;
        let second = second.parse().map_err(|_| Problem::not_found())?;
        Ok(Self(first, second))
    }
}

/// A file and the fields sent with it, as a multipart form or as the whole body.
pub struct Parts {
    /// The file.
    pub file: Bytes,
    /// Its name; empty when it was not said.
    pub name: String,
    /// The other fields.
    pub fields: Vec<(String, String)>,
}

impl Parts {
    /// A field; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// Refuses fields of other names.
    ///
    /// # Errors
    /// A problem of each unknown field.
    pub fn only(self, known: &[&str]) -> Result<Self, Problem> {
        let unknown = self.fields.iter().filter(|(name, _)| !known.contains(&name.as_str()));
        let unknown: Vec<_> =
            unknown.map(|(name, _)| FieldProblem::new(name, "unknown_field")).collect();
        if unknown.is_empty() { Ok(self) } else { Err(Problem::fields(unknown)) }
    }

    /// A field that holds JSON; none when it was not sent.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn json<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Problem> {
        let text = self.get(name);
        if text.is_empty() { Ok(None) } else { read_json(text.as_bytes()).map(Some) }
    }

    async fn of_form(mut form: Multipart) -> Result<Self, Problem> {
        let broken =
            |_: MultipartError| Problem::new(Kind::Malformed).saying("api-not-multipart", &[]);
        let (mut file, mut name, mut fields) = (None, String::new(), Vec::new());
        while let Some(part) = form.next_field().await.map_err(broken)? {
            let called = part.name().unwrap_or_default().to_owned();
            if called == "file" {
                name = part.file_name().unwrap_or_default().to_owned();
                file = Some(part.bytes().await.map_err(broken)?);
            } else {
                let bytes = part.bytes().await.map_err(broken)?;
                let text = String::from_utf8(bytes.into()).ok().filter(|text| !text.contains('\0'));
                fields.push((called, text.ok_or_else(|| Problem::new(Kind::NotText))?));
            }
        }
        let file = file.ok_or_else(|| Problem::field("file", "missing"))?;
        Ok(Self { file, name: name.replace('\0', ""), fields })
    }
}

impl<S: Send + Sync> FromRequest<S> for Parts {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.to_ascii_lowercase().starts_with("multipart/form-data") {
            let form = Multipart::from_request(request, state).await;
            let broken = |_| Problem::new(Kind::Malformed).saying("api-not-multipart", &[]);
            return Self::of_form(form.map_err(broken)?).await;
        }
        if kind.is_empty() || kind.starts_with("application/json") {
            return Err(Problem::new(Kind::UnsupportedType));
        }
        let bytes = to_bytes(request.into_body(), usize::MAX).await;
        let file = bytes.map_err(|_| Problem::new(Kind::Malformed))?;
        Ok(Self { file, name: String::new(), fields: Vec::new() })
    }
}

/// Tells a field that was sent as null from one that was not sent, for partial changes.
pub fn present<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
