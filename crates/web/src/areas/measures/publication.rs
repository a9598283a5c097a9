use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::Publication;
use channels::publication::{LoadError, Purpose};
use maud::{Markup, html};
use measurement::results::post_results;
use primitives::Id;

use crate::parts::{crumbs, empty_state, link_button, page_header_under};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Goes to the figures of what a publication put on its network, or says that there are none yet.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Publication>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let publication = match Publication::load(id, &here.actor, &mut tx).await {
        Ok(publication) => publication,
        Err(LoadError::Database(error)) => return Err(error.into()),
        Err(_) => return Err(Refusal::NotFound),
    };
    if let Purpose::Post { post, .. } = publication.purpose {
        let connectors = &here.house.kit.connectors;
        let results = post_results(post, connectors, &here.actor, &mut tx).await?;
        if let Some(result) = results.iter().find(|result| result.post.publication == Some(id)) {
            return Ok(here.go(&format!("measures/{}", result.post.id)).into_response());
        }
    }
    Ok(here.show(&NotMeasuredPage { publication: id.to_string() }))
}

/// A publication of which nothing was measured yet.
pub struct NotMeasuredPage {
    publication: String,
}

impl Page for NotMeasuredPage {
    fn samples() -> Vec<Self> {
        vec![Self { publication: "0193".to_owned() }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("measures-not-yet-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("measures", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("shell-room-measures"), &frame.url("measures"))]);
        html! {
            (page_header_under(above, &self.title(frame), html! {}, html! {}))
            (empty_state("clock", &words.t("measures-not-yet"), &words.t("measures-not-yet-lead"), html! {
                (link_button(&words.t("measures-see-publication"), &frame.url(&format!("publications/{}", self.publication)), ""))
            }))
        }
    }
}

page_samples!(NotMeasuredPage);
