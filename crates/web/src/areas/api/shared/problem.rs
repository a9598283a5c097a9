//! What is answered when something can't be done: `application/problem+json` (RFC 9457), in the
//! caller's language.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::Refusal;
use crate::words::{Given, Words};

/// The kinds of problems; each is a `type`, a status and a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The body is not JSON, or the address makes no sense.
    Malformed,
    /// The bytes are no text.
    NotText,
    /// No token, or one that is unknown, revoked or over.
    Unauthenticated,
    /// The token lacks the scope.
    MissingScope,
    /// The role of the token's maker does not allow it.
    NotAllowed,
    /// It does not exist in this brand.
    NotFound,
    /// The address does not take this method.
    Method,
    /// Someone else changed it meanwhile.
    Conflict,
    /// Where it stands, it can't be done.
    State,
    /// The version of `If-Match` is not that of today.
    Precondition,
    /// More bytes than are taken.
    TooLarge,
    /// The body is of a type that this address does not take.
    UnsupportedType,
    /// What was sent can't be taken; `errors` says why, field by field.
    Invalid,
    /// The network refused.
    Network,
    /// The key was used for another request.
    KeyReused,
    /// The request with this key is still being done.
    KeyRunning,
    /// Too many requests.
    TooMany,
    /// A fault of the program.
    Fault,
    /// The network can't be reached.
    NetworkAway,
    /// The database is busy.
    Busy,
    /// The disk is full.
    DiskFull,
}

impl Kind {
    /// All of them, by status.
    pub const ALL: [Kind; 21] = [
        Kind::Malformed,
        Kind::NotText,
        Kind::Unauthenticated,
        Kind::MissingScope,
        Kind::NotAllowed,
        Kind::NotFound,
        Kind::Method,
        Kind::Conflict,
        Kind::State,
        Kind::KeyRunning,
        Kind::Precondition,
        Kind::TooLarge,
        Kind::UnsupportedType,
        Kind::Invalid,
        Kind::Network,
        Kind::KeyReused,
        Kind::TooMany,
        Kind::Fault,
        Kind::NetworkAway,
        Kind::Busy,
        Kind::DiskFull,
    ];

    /// Its name in `type` and in the words.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Malformed => "malformed",
            Kind::NotText => "not-text",
            Kind::Unauthenticated => "unauthenticated",
            Kind::MissingScope => "missing-scope",
            Kind::NotAllowed => "not-allowed",
            Kind::NotFound => "not-found",
            Kind::Method => "method",
            Kind::Conflict => "conflict",
            Kind::State => "state",
            Kind::Precondition => "precondition",
            Kind::TooLarge => "too-large",
            Kind::UnsupportedType => "unsupported-type",
            Kind::Invalid => "invalid",
            Kind::Network => "network",
            Kind::KeyReused => "key-reused",
            Kind::KeyRunning => "key-running",
            Kind::TooMany => "too-many",
            Kind::Fault => "fault",
            Kind::NetworkAway => "network-away",
            Kind::Busy => "busy",
            Kind::DiskFull => "disk-full",
        }
    }

    /// The status of the answer.
    pub fn status(self) -> StatusCode {
        match self {
            Kind::Malformed | Kind::NotText => StatusCode::BAD_REQUEST,
            Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
            Kind::MissingScope | Kind::NotAllowed => StatusCode::FORBIDDEN,
            Kind::NotFound => StatusCode::NOT_FOUND,
            Kind::Method => StatusCode::METHOD_NOT_ALLOWED,
            Kind::Conflict | Kind::State | Kind::KeyRunning => StatusCode::CONFLICT,
            Kind::Precondition => StatusCode::PRECONDITION_FAILED,
            Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Kind::UnsupportedType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Kind::Invalid | Kind::Network | Kind::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Kind::Fault => StatusCode::INTERNAL_SERVER_ERROR,
            Kind::NetworkAway => StatusCode::BAD_GATEWAY,
            Kind::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Kind::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
        }
    }

    fn of_status(status: StatusCode) -> Self {
        match status.as_u16() {
            401 => Kind::Unauthenticated,
            403 => Kind::NotAllowed,
            404 => Kind::NotFound,
            405 => Kind::Method,
            409 => Kind::Conflict,
            413 => Kind::TooLarge,
            415 => Kind::UnsupportedType,
            422 => Kind::Invalid,
            429 => Kind::TooMany,
            503 => Kind::Busy,
            507 => Kind::DiskFull,
            400..=499 => Kind::Malformed,
            _ => Kind::Fault,
        }
    }

    /// Its title in words.
    pub fn title(self, words: &Words) -> String {
        words.t(&format!("api-problem-{}", self.name()))
    }

    /// What it means and what to do, in general.
    pub fn lead(self, words: &Words) -> String {
        words.t(&format!("api-problem-{}-detail", self.name()))
    }
}

/// What can't be done, to be worded once the caller's language is known.
#[derive(Debug, Clone)]
pub struct Problem {
    /// Its kind.
    pub kind: Kind,
    detail: Option<Said>,
    errors: Vec<FieldProblem>,
    more: Vec<(&'static str, Value)>,
    retry_after: Option<u64>,
}

#[derive(Debug, Clone)]
enum Said {
    Key(String, Vec<(&'static str, Given)>),
    Words(String),
}

/// What is wrong with one field.
#[derive(Debug, Clone)]
pub struct FieldProblem {
    field: String,
    code: String,
    said: Said,
}

impl FieldProblem {
    /// A problem of that code, worded by `api-error-{code}`.
    pub fn new(field: impl Into<String>, code: &str) -> Self {
        Self::given(field, code, &[])
    }

    /// The same, with what the words speak of.
    pub fn given(field: impl Into<String>, code: &str, given: &[(&'static str, Given)]) -> Self {
        let key = format!("api-error-{}", code.replace('_', "-"));
        Self { field: field.into(), code: code.to_owned(), said: Said::Key(key, given.to_vec()) }
    }
}

impl Problem {
    /// A problem of that kind, in its general words.
    pub fn new(kind: Kind) -> Self {
        Self { kind, detail: None, errors: Vec::new(), more: Vec::new(), retry_after: None }
    }

    /// The same, worded by that key, with what it speaks of.
    #[must_use]
    pub fn saying(mut self, key: &str, given: &[(&'static str, Given)]) -> Self {
        self.detail = Some(Said::Key(key.to_owned(), given.to_vec()));
        self
    }

    /// The same, in words already found.
    #[must_use]
    pub fn said(mut self, words: String) -> Self {
        self.detail = Some(Said::Words(words));
        self
    }

    /// The same, with one more member: `current` of a conflict.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &impl Serialize) -> Self {
        self.more.push((name, serde_json::to_value(value).unwrap_or(Value::Null)));
        self
    }

    /// The same, asking to wait so many seconds.
    #[must_use]
    pub fn after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// What was sent can't be taken because of these fields.
    pub fn fields(errors: Vec<FieldProblem>) -> Self {
        Self { errors, ..Self::new(Kind::Invalid) }
    }

    /// What was sent can't be taken because of that field.
    pub fn field(field: impl Into<String>, code: &str) -> Self {
        Self::fields(vec![FieldProblem::new(field, code)])
    }

    /// The same, said of another field: a room names it otherwise than the caller does.
    #[must_use]
    pub fn at(mut self, named: &str, field: &str) -> Self {
        for error in self.errors.iter_mut().filter(|error| error.field == named) {
            field.clone_into(&mut error.field);
        }
        self
    }

    /// It does not exist in this brand.
    pub fn not_found() -> Self {
        Self::new(Kind::NotFound)
    }

    /// What stands for an answer that a library or another layer made by itself.
    pub(super) fn of_response(response: &Response) -> Option<Self> {
        if let Some(problem) = response.extensions().get::<Problem>() {
            return Some(problem.clone());
        }
        if let Some(refusal) = response.extensions().get::<Refusal>() {
            return Some(refusal.clone().into());
        }
        let status = response.status();
        let failed = status.is_client_error() || status.is_server_error();
        failed.then(|| Self::new(Kind::of_status(status)))
    }

    /// The problem as it is written.
    fn body(&self, words: &Words) -> ProblemBody {
        let say = |said: &Said| match said {
            Said::Key(key, given) => words.tn(key, given),
            Said::Words(text) => text.clone(),
        };
        let errors = self.errors.iter().map(|error| FieldProblemBody {
            field: error.field.clone(),
            code: error.code.clone(),
            detail: say(&error.said),
        });
        ProblemBody {
            kind: format!("/api#problem-{}", self.kind.name()),
            title: self.kind.title(words),
            status: self.kind.status().as_u16(),
            detail: self.detail.as_ref().map_or_else(|| self.kind.lead(words), say),
            errors: errors.collect(),
            more: self
                .more
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
        }
    }

    /// The problem as programs read it.
    pub fn json(&self, words: &Words) -> Value {
        serde_json::to_value(self.body(words)).unwrap_or(Value::Null)
    }

    /// The problem as people read it: what is wrong with each field, else what happened.
    pub fn lines(&self, words: &Words) -> Vec<String> {
        let body = self.body(words);
        if body.errors.is_empty() {
            return vec![body.detail];
        }
        body.errors.into_iter().map(|error| error.detail).collect()
    }

    /// The problem as it is sent.
    pub(super) fn worded(&self, words: &Words) -> Response {
        let body = self.body(words);
        let text = serde_json::to_string(&body).unwrap_or_else(|_| "{}".to_owned());
        let mut response = (self.kind.status(), text).into_response();
        let headers = response.headers_mut();
        let kind = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, kind);
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.kind == Kind::Unauthenticated {
            let ask = HeaderValue::from_static("Bearer realm=\"Parvis\"");
            headers.insert(header::WWW_AUTHENTICATE, ask);
        }
        response
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.kind.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// What is answered when something can't be done (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody {
    /// The kind of problem, as an address of this server that explains it.
    #[serde(rename = "type")]
    #[schema(example = "/api#problem-invalid")]
    kind: String,
    /// The kind of problem, in words.
    #[schema(example = "What was sent can’t be taken")]
    title: String,
    /// The status of the answer.
    #[schema(example = 422)]
    status: u16,
    /// What happened and what to do, in the language asked for.
    detail: String,
    /// What is wrong, field by field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<FieldProblemBody>,
    /// Other members: `current` holds the present version where there is a conflict.
    #[serde(flatten)]
    #[schema(inline)]
    more: std::collections::BTreeMap<String, Value>,
}

/// What is wrong with one field.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FieldProblem)]
pub struct FieldProblemBody {
    /// The field: `variants[0].channel`.
    #[schema(example = "variants[0].channel")]
    field: String,
    /// What is wrong, for programs.
    #[schema(example = "not_an_id")]
    code: String,
    /// What is wrong and what to do, in the language asked for.
    detail: String,
}
