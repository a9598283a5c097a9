//! What moderation reads and writes.

pub(super) mod cases;
pub(super) mod clauses;
pub(super) mod complaints;
pub(super) mod figures;
pub(super) mod history;
pub(super) mod log;
pub(super) mod rules;
pub(super) mod rulings;
pub(super) mod runs;
pub(super) mod sanctions;
pub(super) mod trials;

use database::Error;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn json<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::other(error.to_string()))
}

fn of_json<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::other(format!("what is kept: {error}")))
}
