//! Who calls: a program with a token.

use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use database::Tx;
use http::request::Parts;
use http::{HeaderValue, StatusCode, header};
use platform::{Actor, Brand, Right, idempotency};
use serde::Serialize;

use super::{Kind, Problem};
use crate::House;
use crate::words::Words;

/// A program at work in the brand of its token. Only the gate makes one: a handler that runs has
/// a token of the scope that its document names.
#[derive(Clone)]
pub struct Caller {
    /// The house.
    pub house: House,
    /// Who acts, and in which brand: give it to verbs.
    pub actor: Actor,
    /// The language asked for.
    pub words: Words,
    pub(super) key: Option<String>,
}

/// Says that an answer was kept with its work.
#[derive(Clone, Copy)]
pub(super) struct Kept;

impl Caller {
    /// Words that say times on the brand's clocks.
    pub async fn local_words(&self, tx: &mut Tx) -> Result<Words, Problem> {
        let zone = Brand::of(&self.actor, tx).await?.zone;
        Ok(self.words.clone().in_zone(zone.time_zone()))
    }

    /// A handle to read with.
    pub async fn read(&self) -> Result<Tx, Problem> {
        Ok(self.house.database().read().await?)
    }

    /// A transaction.
    pub async fn begin(&self) -> Result<Tx, Problem> {
        Ok(self.house.database().begin().await?)
    }

    /// Refuses unless the role allows it, before work that a verb would refuse only at its end.
    pub fn must(&self, right: Right) -> Result<(), Problem> {
        Ok(self.actor.must(right)?)
    }

    /// Commits, and answers what was made (201).
    pub async fn created(&self, tx: Tx, body: &impl Serialize) -> Result<Response, Problem> {
        self.keep(tx, StatusCode::CREATED, json(body)?).await
    }

    /// Commits, and answers what it became (200).
    pub async fn changed(&self, tx: Tx, body: &impl Serialize) -> Result<Response, Problem> {
        self.keep(tx, StatusCode::OK, json(body)?).await
    }

    /// Commits, and answers that it was taken and is being done (202).
    pub async fn accepted(&self, tx: Tx, body: &impl Serialize) -> Result<Response, Problem> {
        self.keep(tx, StatusCode::ACCEPTED, json(body)?).await
    }

    /// Commits, and answers nothing (204).
    pub async fn done(&self, tx: Tx) -> Result<Response, Problem> {
        self.keep(tx, StatusCode::NO_CONTENT, String::new()).await
    }

    /// Keeps the answer under the request's key, in the work's own transaction.
    async fn keep(
        &self,
        mut tx: Tx,
        status: StatusCode,
        body: String,
    ) -> Result<Response, Problem> {
        if let Some(key) = &self.key {
            let brand = self.actor.brand();
            idempotency::finish(brand, key, status.as_u16(), &body, &mut tx).await?;
        }
        tx.commit().await?;
        let mut response = answer(status, body);
        response.extensions_mut().insert(Kept);
        Ok(response)
    }
}

/// An answer whose body is already written.
pub(super) fn answer(status: StatusCode, body: String) -> Response {
    if body.is_empty() {
        return status.into_response();
    }
    let kind = HeaderValue::from_static("application/json");
    (status, [(header::CONTENT_TYPE, kind)], body).into_response()
}

fn json(body: &impl Serialize) -> Result<String, Problem> {
    serde_json::to_string(body).map_err(Problem::fault)
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let caller = parts.extensions.get::<Caller>().cloned();
        caller.ok_or_else(|| Problem::new(Kind::Unauthenticated))
    }
}
