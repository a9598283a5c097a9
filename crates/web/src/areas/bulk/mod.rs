//! Bringing many posts in from a file.

mod list;
mod one;
mod result;
mod table;

use publishing::bulk::{BulkError, ImportState};
use tables::TableError;

use crate::Refusal;
use crate::route::Routes;
use crate::words::{Words, args};

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/posts/imports", list::get)
        .upload("/b/{brand}/posts/imports", list::post)
        .get("/b/{brand}/posts/imports/example", list::example)
        .get("/b/{brand}/posts/imports/{import}", one::get)
        .post("/b/{brand}/posts/imports/{import}", one::post)
        .post("/b/{brand}/posts/imports/{import}/end", result::undo)
}

impl From<BulkError> for Refusal {
    fn from(error: BulkError) -> Self {
        match error {
            BulkError::NotFound => Refusal::NotFound,
            BulkError::NotAllowed(_) => Refusal::NotAllowed,
            BulkError::NotProposed | BulkError::NotDone => Refusal::Stale,
            BulkError::Table(_) | BulkError::TooManyLines | BulkError::NoText => Refusal::Malformed,
            BulkError::Database(error) => error.into(),
        }
    }
}

/// Why a file can't be read, and what to do.
fn file_words(words: &Words, error: &BulkError) -> String {
    let most = i64::try_from(publishing::bulk::MOST_LINES).unwrap_or(i64::MAX);
    match error {
        BulkError::TooManyLines => words.tn("bulk-too-many-lines", args![most => most]),
        BulkError::Table(error) => words.t(match error {
            TableError::Empty => "imports-file-empty",
            TableError::TooLarge => "bulk-too-large",
            TableError::BadEncoding => "imports-file-bad-encoding",
            TableError::BrokenWorkbook => "imports-file-broken-workbook",
            TableError::NoHeader => "imports-file-no-header",
            TableError::TooManyColumns => "imports-file-too-many-columns",
            TableError::NotATable => "imports-file-not-a-table",
        }),
        _ => words.t("imports-file-not-a-table"),
    }
}

/// The name of a state and its tone.
fn state(words: &Words, state: ImportState) -> (String, &'static str) {
    let tone = match state {
        ImportState::Proposed | ImportState::Undone => "",
        ImportState::Running => "info",
        ImportState::Done => "success",
    };
    (words.t(&format!("bulk-state-{state}")), tone)
}
