//! What stands before every endpoint: the token, its scope, how often it may call, and the key
//! under which a write is done once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use jiff::{SignedDuration, Timestamp};
use platform::idempotency::{self, Begun, LONGEST_KEY};
use platform::token::{ApiToken, Scope};
use platform::{Actor, Secret, Who};
use primitives::{Id, Language};
use sha2::{Digest, Sha256};
use tracing::Instrument;

use super::caller::{Kept, answer};
use super::{Caller, Kind, Problem};
use crate::House;
use crate::route::{LARGEST_FORM, LARGEST_UPLOAD};
use crate::words::{Words, args};

/// The largest JSON body, in bytes.
const LARGEST_BODY: usize = LARGEST_FORM;

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replay");
/// How many calls a token may make at once, and how many in a second lastingly.
const AT_ONCE: u32 = 300;
const A_SECOND: u64 = 20;
/// How often the use of a token is noted.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// What an endpoint asks for.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The scope.
    pub scope: Scope,
    /// Whether it takes files.
    pub upload: bool,
}

/// What the layer knows.
#[derive(Clone)]
pub struct Gate(Arc<Known>);

struct Known {
    house: House,
    rules: HashMap<(Method, String), Rule>,
    calls: DefaultKeyedRateLimiter<Id<ApiToken>>,
    sweep: AtomicU32,
    noted: Mutex<HashMap<Id<ApiToken>, Timestamp>>,
}

/// What became of a request at the gate.
enum Admitted {
    /// It goes on.
    Goes(Request, Option<(Actor, String)>),
    /// It was done before: the same answer.
    Replayed(Response),
}

impl Gate {
    /// The gate of a house, with what each endpoint asks for.
    pub fn new(house: House, rules: HashMap<(Method, String), Rule>) -> Self {
        let least = NonZeroU32::MIN;
        let burst = NonZeroU32::new(AT_ONCE).unwrap_or(least);
        let every = Duration::from_micros(1_000_000 / A_SECOND);
        let quota =
            Quota::with_period(every).unwrap_or(Quota::per_second(least)).allow_burst(burst);
        Self(Arc::new(Known {
            house,
            rules,
            calls: RateLimiter::keyed(quota),
            sweep: AtomicU32::new(0),
            noted: Mutex::default(),
        }))
    }

    async fn admit(&self, mut request: Request, words: &Words) -> Result<Admitted, Problem> {
        let matched = request.extensions().get::<MatchedPath>();
        let path = matched.map_or("", MatchedPath::as_str).to_owned();
        let method = match request.method() {
            &Method::HEAD => Method::GET,
            method => method.clone(),
        };
        let Some(rule) = self.0.rules.get(&(method.clone(), path)).copied() else {
            return Ok(Admitted::Goes(request, None));
        };
        let (actor, token) = self.authenticate(request.headers().clone(), rule.scope).await?;
        self.may_call(token)?;
        self.note_use(token).await?;
        let mut caller =
            Caller { house: self.0.house.clone(), actor, words: words.clone(), key: None };
        if method == Method::GET {
            request.extensions_mut().insert(caller);
            return Ok(Admitted::Goes(request, None));
        }
        let (mut parts, body) = request.into_parts();
        let body = read(body, if rule.upload { LARGEST_UPLOAD } else { LARGEST_BODY }).await?;
        let key = key(&parts.headers)?;
        if let Some(key) = &key {
            let address = parts.uri.path_and_query().map_or("", |path| path.as_str());
            let kind =
                parts.headers.get(header::CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
            let hash = hash(&method, address, kind, &body);
            if let Some(response) = self.begin_once(&caller.actor, key, &hash).await? {
                return Ok(Admitted::Replayed(response));
            }
            caller.key = Some(key.clone());
        }
        let begun = key.map(|key| (caller.actor.clone(), key));
        parts.extensions.insert(caller);
        Ok(Admitted::Goes(Request::from_parts(parts, Body::from(body)), begun))
    }

    async fn authenticate(
        &self,
        headers: HeaderMap,
        scope: Scope,
    ) -> Result<(Actor, Id<ApiToken>), Problem> {
        let unknown = || Problem::new(Kind::Unauthenticated);
        let sent = headers.get(header::AUTHORIZATION).ok_or_else(unknown)?;
        let (scheme, token) =
            sent.to_str().ok().and_then(|sent| sent.split_once(' ')).ok_or_else(unknown)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(unknown());
        }
        let mut tx = self.0.house.database().read().await?;
        let found = ApiToken::authenticate(&Secret::received(token.trim()), &mut tx).await?;
        let (actor, scopes) = found.ok_or_else(unknown)?;
        let Who::Token(id, _) = actor.who() else { return Err(unknown()) };
        scopes.must(scope).map_err(|missing| {
            let given = args![scope => missing.0.as_str()];
            Problem::new(Kind::MissingScope)
                .saying("api-scope-missing", given)
                .with("scope", &missing.0.as_str())
        })?;
        Ok((actor, id))
    }

    fn may_call(&self, token: Id<ApiToken>) -> Result<(), Problem> {
        if self.0.sweep.fetch_add(1, Ordering::Relaxed) % 4096 == 4095 {
            self.0.calls.retain_recent();
        }
        self.0.calls.check_key(&token).map_err(|refused| {
            let wait = refused.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
            let given = args![seconds => wait];
            Problem::new(Kind::TooMany).saying("api-too-many-wait", given).after(wait)
        })
    }

    /// Notes that a token is used, at most each 5 minutes: reading costs no transaction.
    async fn note_use(&self, token: Id<ApiToken>) -> Result<(), Problem> {
        let now = self.0.house.ambient().now();
        {
            let Ok(mut noted) = self.0.noted.lock() else { return Ok(()) };
            match noted.get(&token) {
                Some(at) if now.duration_since(*at) < NOTED_EVERY => return Ok(()),
                _ => noted.insert(token, now),
            };
        }
        let mut tx = self.0.house.database().begin().await?;
        ApiToken::touch(token, &mut tx).await?;
        Ok(tx.commit().await?)
    }

    /// Begins a request under its key; the answer, when it was done before.
    async fn begin_once(
        &self,
        actor: &Actor,
        key: &str,
        hash: &str,
    ) -> Result<Option<Response>, Problem> {
        let mut tx = self.0.house.database().begin().await?;
        let begun = idempotency::begin(actor.brand(), key, hash, &mut tx).await?;
        tx.commit().await?;
        match begun {
            Begun::New => Ok(None),
            Begun::DifferentRequest => Err(Problem::new(Kind::KeyReused)),
            Begun::StillRunning => Err(Problem::new(Kind::KeyRunning).after(1)),
            Begun::Replay { status, body } => {
                let status = http::StatusCode::from_u16(status).map_err(Problem::fault)?;
                let mut response = answer(status, body);
                response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
                Ok(Some(response))
            }
        }
    }

    /// What was not done may be asked for again with the same key.
    async fn forget(&self, actor: &Actor, key: &str) -> Result<(), Problem> {
        let mut tx = self.0.house.database().begin().await?;
        idempotency::forget(actor.brand(), key, &mut tx).await?;
        Ok(tx.commit().await?)
    }

    /// Does a request, once under its key: to its end, even when the caller hangs up.
    async fn run(self, request: Request, begun: Option<(Actor, String)>, next: Next) -> Response {
        let Some((actor, key)) = begun else { return next.run(request).await };
        let work = async move {
            let response = next.run(request).await;
            if response.extensions().get::<Kept>().is_none()
                && self.forget(&actor, &key).await.is_err()
            {
                tracing::warn!("the key of a failed request could not be forgotten");
            }
            response
        };
        let done = tokio::spawn(work.in_current_span()).await;
        done.unwrap_or_else(|error| Problem::fault(error).into_response())
    }
}

/// The layer.
pub async fn pass(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE);
    let accepted = accepted.and_then(|value| value.to_str().ok()).unwrap_or_default();
    let language = Language::preferred(accepted);
    let words = Words::new(language).at(gate.0.house.ambient().now());
    let response = match gate.admit(request, &words).await {
        Ok(Admitted::Goes(request, begun)) => gate.run(request, begun, next).await,
        Ok(Admitted::Replayed(response)) => response,
        Err(problem) => problem.into_response(),
    };
    finished(response, &words)
}

/// Words problems, and says how the answer may be kept.
fn finished(response: Response, words: &Words) -> Response {
    let mut response = match Problem::of_response(&response) {
        Some(problem) => {
            let mut worded = problem.worded(words);
            if let Some(methods) = response.headers().get(header::ALLOW) {
                worded.headers_mut().insert(header::ALLOW, methods.clone());
            }
            worded
        }
        None => response,
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(words.language().tag()));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.append(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

async fn read(body: Body, most: usize) -> Result<Bytes, Problem> {
    to_bytes(body, most).await.map_err(|error| {
        let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        if cause.contains("length limit") {
            let given = args![most => most];
            Problem::new(Kind::TooLarge).saying("api-too-large-most", given)
        } else {
            Problem::new(Kind::Malformed)
        }
    })
}

fn key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(key) = headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
    let key = key.to_str().ok().filter(|key| !key.is_empty() && key.len() <= LONGEST_KEY);
    let wrong = || Problem::field("Idempotency-Key", "idempotency_key");
    key.map(|key| Some(key.to_owned())).ok_or_else(wrong)
}

fn hash(method: &Method, address: &str, kind: &[u8], body: &[u8]) -> String {
    let mut hash = Sha256::new();
    // Programs choose a new boundary each time they send the same form.
    let form = std::str::from_utf8(kind).ok().and_then(|kind| kind.split_once("boundary="));
    let boundary = form.map(|(_, boundary)| boundary.trim_matches('"').as_bytes());
    let (kind, body) = match boundary.filter(|boundary| !boundary.is_empty()) {
        Some(boundary) => (&b"form"[..], Cow::Owned(without(body, boundary))),
        None => (kind, Cow::Borrowed(body)),
    };
    for part in [method.as_str().as_bytes(), address.as_bytes(), kind, &body] {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    hex::encode(hash.finalize())
}

/// The bytes without each occurrence of `left_out`.
fn without(bytes: &[u8], left_out: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, others)) = rest.split_first() {
        if let Some(after) = rest.strip_prefix(left_out) {
            rest = after;
        } else {
            kept.push(*first);
            rest = others;
        }
    }
    kept
}
