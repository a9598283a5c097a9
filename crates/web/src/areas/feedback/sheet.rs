//! Suggestions and complaints as a file: a line for each case.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use conversations::feedback::{Case, CaseFilter};
use http::header;
use jiff::Timestamp;

use super::list::Asked;
use crate::areas::campaigns::csv_line;
use crate::{InBrand, Refusal};

/// The most lines of a file.
const MOST: usize = 20_000;
const HEAD: [&str; 13] = [
    "id",
    "kind",
    "category",
    "owner",
    "state",
    "title",
    "reason",
    "people",
    "received_at",
    "begun_at",
    "closed_at",
    "due_at",
    "sleeping",
];

/// What the list holds, as CSV; what has not happened is left empty.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let mut text = String::from("\u{feff}");
    text += &csv_line(&HEAD.map(str::to_owned));
    let filter = asked.filter(here.teammate.id);
    let mut skip = 0;
    while skip < MOST {
        let part = CaseFilter { skip, limit: 200, ..filter.clone() };
        let page = Case::list(&part, &here.actor, &mut tx).await?;
        for case in &page.cases {
            text += &csv_line(&cells(&here, case, tx.now()));
        }
        skip += page.cases.len();
        if !page.more {
            break;
        }
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"feedback.csv\""),
    ];
    Ok((headers, text).into_response())
}

fn cells(here: &InBrand, case: &Case, now: Timestamp) -> [String; 13] {
    let at = |at: Timestamp| here.words().local(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
    [
        case.id.to_string(),
        case.kind.to_string(),
        case.category_name.clone(),
        case.owner_name.clone(),
        case.state.to_string(),
        case.title.clone(),
        case.reason.clone(),
        case.people.to_string(),
        at(case.filed_at),
        case.begun_at.map(at).unwrap_or_default(),
        case.closed_at.map(at).unwrap_or_default(),
        at(case.due_at),
        if case.sleeps(now) { "yes" } else { "no" }.to_owned(),
    ]
}
