//! The editorial charter: one page, readable first, each part changed in its place.

mod cadence;
mod fields;
mod formats;
mod page;
mod proposal;
mod regulated;
mod topics;
mod vocabulary;
mod voice;

use strategy::CharterError;

use crate::areas::posts::problems;
use crate::route::Routes;
use crate::{Form, Refusal};

/// The routes of the area.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/charter", page::get)
        .post("/b/{brand}/charter/proposal", proposal::post)
        .post("/b/{brand}/charter/voice", voice::post)
        .post("/b/{brand}/charter/topics", topics::add)
        .post("/b/{brand}/charter/topics/{topic}", topics::post)
        .post("/b/{brand}/charter/topics/{topic}/archive", topics::archive)
        .post("/b/{brand}/charter/topics/{topic}/archive/end", topics::take_up)
        .post("/b/{brand}/charter/words", vocabulary::add)
        .post("/b/{brand}/charter/words/{word}", vocabulary::post)
        .post("/b/{brand}/charter/words/{word}/removal", vocabulary::remove)
        .post("/b/{brand}/charter/formats", formats::post)
        .post("/b/{brand}/charter/channels/{channel}", cadence::post)
        .post("/b/{brand}/charter/regulated/{kind}", regulated::post)
}

impl From<CharterError> for Refusal {
    fn from(error: CharterError) -> Self {
        match error {
            CharterError::NotFound => Refusal::NotFound,
            CharterError::NotAllowed(error) => error.into(),
            CharterError::Database(error) => error.into(),
            CharterError::Topic(error) => problems::of_topic(error),
            CharterError::Word
            | CharterError::Instead
            | CharterError::WordTaken
            | CharterError::TooLong(_)
            | CharterError::Shares
            | CharterError::Cadence
            | CharterError::Language
            | CharterError::Site => Refusal::Malformed,
        }
    }
}

/// A number that may be left empty; `None` when it is no number.
fn number(form: &Form, name: &str) -> Option<Option<i64>> {
    let typed = form.get(name).trim();
    if typed.is_empty() {
        return Some(None);
    }
    typed.parse().ok().map(Some)
}

/// Lines, or items between commas.
fn items(text: &str) -> Vec<String> {
    text.split(['\n', ',', ';'])
        .map(|item| item.trim().to_owned())
        .filter(|item| !item.is_empty())
        .collect()
}
