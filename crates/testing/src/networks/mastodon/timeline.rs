//! Lists that are read page by page: an account's statuses, the notifications.

use axum::extract::{Path, Query, State as Held};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::Value;

use super::Shared;
use super::routes::Asker;

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/api/v1/accounts/{id}/statuses", get(statuses))
        .route("/api/v1/notifications", get(notifications))
}

#[derive(Deserialize)]
struct Paging {
    max_id: Option<u64>,
    min_id: Option<u64>,
    since_id: Option<u64>,
    limit: Option<usize>,
}

impl Paging {
    /// The ids of the page, newest first: just after `min_id` when it is given, else the newest.
    fn page(&self, mut ids: Vec<u64>, most: usize) -> Vec<u64> {
        ids.sort_unstable();
        ids.retain(|id| self.max_id.is_none_or(|max| *id < max));
        let after = self.min_id.or(self.since_id);
        ids.retain(|id| after.is_none_or(|min| *id > min));
        let size = self.limit.unwrap_or(20).min(most);
        let mut page = match self.min_id {
            Some(_) => ids.into_iter().take(size).collect(),
            None => ids.split_off(ids.len().saturating_sub(size)),
        };
        page.reverse();
        page
    }
}

async fn statuses(
    Held(shared): Held<Shared>,
    Asker(asker): Asker,
    Path(account): Path<u64>,
    Query(paging): Query<Paging>,
) -> Response {
    let state = shared.lock();
    let visible = state.statuses.values().filter(|status| status.account == account);
    let visible = visible.filter(|status| asker == account || status.visibility == "public");
    let page = paging.page(visible.map(|status| status.id).collect(), state.options.page_size);
    let body = page.iter().map(|id| state.status_json(&state.statuses[id])).collect();
    answer(&state.base, &format!("/api/v1/accounts/{account}/statuses"), &page, body)
}

async fn notifications(
    Held(shared): Held<Shared>,
    _: Asker,
    Query(paging): Query<Paging>,
) -> Response {
    let state = shared.lock();
    let ids = state.notifications.iter().map(|notification| notification.id).collect();
    let page = paging.page(ids, state.options.page_size);
    let known = |id: &u64| state.notifications.iter().find(|notification| notification.id == *id);
    let body = page.iter().filter_map(known).map(|n| state.notification_json(n)).collect();
    answer(&state.base, "/api/v1/notifications", &page, body)
}

fn answer(base: &str, path: &str, page: &[u64], body: Vec<Value>) -> Response {
    let (Some(newest), Some(oldest)) = (page.first(), page.last()) else {
        return Json(body).into_response();
    };
    let links = format!(
        "<{base}{path}?max_id={oldest}>; rel=\"next\", <{base}{path}?min_id={newest}>; rel=\"prev\""
    );
    ([(header::LINK, links)], Json(body)).into_response()
}
