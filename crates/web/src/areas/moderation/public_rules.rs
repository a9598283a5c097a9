//! The house rules as anyone reads them.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use conversations::moderation::{Clause, OpenHouseRules};
use jiff::Timestamp;
use maud::{Markup, html};
use primitives::Language;

use super::samples::sample_clauses;
use crate::security::Visitor;
use crate::words::args;
use crate::{Frame, House, Page, Refusal, Shape, Width, guest, page_samples};

/// Leads to the language of the reader.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> Result<Response, Refusal> {
    let mut tx = house.database().read().await?;
    OpenHouseRules::at(&slug, &mut tx).await?.ok_or(Refusal::NotFound)?;
    let to = format!("/house-rules/{slug}/{}", visitor.language.tag());
    Ok(Redirect::to(&to).into_response())
}

/// Shows them in that language.
pub async fn get_in(
    State(house): State<House>,
    visitor: Visitor,
    Path((slug, language)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let language: Language = language.parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = house.database().read().await?;
    let open = OpenHouseRules::at(&slug, &mut tx).await?.ok_or(Refusal::NotFound)?;
    let base = format!("/house-rules/{slug}/{}", language.tag());
    let mut frame = guest::frame(&house, &visitor, &open.brand, language, base);
    frame.listed = true;
    let lead = match language {
        Language::Fr => open.rules.lead_french,
        Language::En => open.rules.lead_english,
    };
    let changed = open.rules.changed_at;
    Ok(frame.show(&PublicRulesPage { slug, language, lead, clauses: open.clauses, changed }))
}

/// The house rules.
pub struct PublicRulesPage {
    slug: String,
    language: Language,
    lead: String,
    clauses: Vec<Clause>,
    changed: Option<Timestamp>,
}

impl Page for PublicRulesPage {
    fn samples() -> Vec<Self> {
        vec![Self {
            slug: "le-fournil".to_owned(),
            language: Language::Fr,
            lead: "Ici, on se parle comme au comptoir.".to_owned(),
            clauses: sample_clauses(),
            changed: None,
        }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("moderation-house-title")
    }

    fn shape(&self) -> Shape {
        Shape::Guest(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let other = match self.language {
            Language::Fr => (Language::En, "English"),
            Language::En => (Language::Fr, "Français"),
        };
        html! {
            div.stack.stack-lg {
                header.stack.stack-sm {
                    h1 { (self.title(frame)) }
                    @if !self.lead.is_empty() { p.page-lead.keep-lines { (self.lead) } }
                }
                div.card.stack {
                    @for clause in &self.clauses {
                        @let (title, said) = clause.says.said_in(self.language);
                        section.stack.stack-sm #{ "r" (clause.number) } {
                            h2.h3 { (clause.number) ". " (title) }
                            p.keep-lines { (said) }
                        }
                    }
                }
                p.small.muted { (words.t("moderation-house-foot")) }
                @if let Some(at) = self.changed { p.small.muted { (words.tn("help-changed", args![when => words.day(words.local(at).date())])) } }
                p.small { a href=(format!("/house-rules/{}/{}", self.slug, other.0.tag())) lang=(other.0.tag()) hreflang=(other.0.tag()) { (other.1) } }
            }
        }
    }
}

page_samples!(PublicRulesPage);
