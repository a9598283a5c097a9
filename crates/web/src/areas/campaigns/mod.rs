//! Campaigns: their list, and each one's plan, posts and figures.

mod actions;
mod figures;
mod form;
pub(crate) mod ideas;
mod list;
mod one;
mod plan;
mod plan_view;
mod posts_view;
mod samples;
mod sheet;
pub(crate) use sheet::line as csv_line;
mod step;
mod wording;

use crate::route::Routes;

pub(crate) use plan_view::panel;
pub(crate) use samples::campaigns as sample_campaigns;

/// The routes of the area.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/campaigns", list::get)
        .post("/b/{brand}/campaigns", form::post)
        .get("/b/{brand}/campaigns/new", form::get_new)
        .get("/b/{brand}/campaigns/{campaign}", one::get)
        .get("/b/{brand}/campaigns/{campaign}/edit", form::get_edit)
        .post("/b/{brand}/campaigns/{campaign}/edit", form::post_edit)
        .post("/b/{brand}/campaigns/{campaign}/archive", actions::archive)
        .post("/b/{brand}/campaigns/{campaign}/archive/end", actions::take_up)
        .post("/b/{brand}/campaigns/{campaign}/removal", actions::remove)
        .post("/b/{brand}/campaigns/{campaign}/removal/end", actions::restore)
        .post("/b/{brand}/campaigns/{campaign}/day", plan::day)
        .post("/b/{brand}/campaigns/{campaign}/plan", plan::lay_out)
        .post("/b/{brand}/campaigns/{campaign}/drafts", plan::prepare)
        .post("/b/{brand}/campaigns/{campaign}/plan/time", plan::bring_all)
        .get("/b/{brand}/campaigns/{campaign}/steps/new", step::get_new)
        .post("/b/{brand}/campaigns/{campaign}/steps", step::post)
        .get("/b/{brand}/campaigns/{campaign}/steps/{step}", step::get)
        .post("/b/{brand}/campaigns/{campaign}/steps/{step}", step::post_edit)
        .post("/b/{brand}/campaigns/{campaign}/steps/{step}/draft", step::prepare)
        .post("/b/{brand}/campaigns/{campaign}/steps/{step}/time", step::bring)
        .post("/b/{brand}/campaigns/{campaign}/steps/{step}/removal", step::remove)
        .post("/b/{brand}/campaigns/{campaign}/steps/{step}/removal/end", step::restore)
        .get("/b/{brand}/campaigns/{campaign}/figures", sheet::get)
}
