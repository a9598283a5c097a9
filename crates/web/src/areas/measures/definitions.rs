use axum::response::Response;
use maud::{Markup, html};
use measurement::statistics::{Ingredient, Measure};

use super::wording::{ingredient_name, measure_name};
use crate::parts::page_header;
use crate::words::Words;
use crate::{Frame, Page, Shape, SignedIn, Width, page_samples};

/// What is said of figures in general, by the anchors that pages lead to.
const GENERAL: [&str; 8] = [
    "unknown",
    "small-numbers",
    "coverage",
    "median",
    "quartiles",
    "interval",
    "no-difference",
    "organic-paid",
];

/// What each figure means and how it is computed.
pub async fn get(here: SignedIn) -> Response {
    here.frame.show(&DefinitionsPage)
}

/// « How figures are computed. »
pub struct DefinitionsPage;

impl Page for DefinitionsPage {
    fn samples() -> Vec<Self> {
        vec![Self]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("definitions-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("measures", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let figures = Ingredient::ALL.map(|kind| {
            let id = kind.id().replace('_', "-");
            let said = words.t(&format!("definition-{id}"));
            (id, ingredient_name(words, kind), said)
        });
        let measures = Measure::all().map(|measure| {
            let id = measure.id().replace('_', "-");
            (id, measure_name(words, measure), words.t(measure.formula_key()))
        });
        let general = GENERAL.map(|id| {
            let name = words.t(&format!("definition-{id}-name"));
            (id.to_owned(), name, words.t(&format!("definition-{id}")))
        });
        html! {
            (page_header(&self.title(frame), html! { (words.t("definitions-lead")) }, html! {}))
            div.stack.stack-lg {
                (section(words, "figures", &figures))
                (section(words, "rates", &measures))
                (section(words, "reading", &general))
            }
        }
    }
}

page_samples!(DefinitionsPage);

fn section(words: &Words, id: &str, lines: &[(String, String, String)]) -> Markup {
    html! {
        section.card.stack aria-labelledby={ "part-" (id) } {
            h2 id={ "part-" (id) } { (words.t(&format!("definitions-{id}"))) }
            dl.definitions {
                @for (id, name, said) in lines { div id=(id) { dt { (name) } dd { (said) } } }
            }
        }
    }
}
