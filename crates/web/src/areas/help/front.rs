//! What one sees first: the articles by heading, or what a search found.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use conversations::article::{Article, OpenHelp};
use maud::{Markup, html};
use primitives::Language;
use serde::Deserialize;

use super::opened;
use crate::parts::{empty_state, icon};
use crate::security::Visitor;
use crate::words::args;
use crate::{Frame, House, Page, Refusal, Shape, Width, page_samples};

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
}

/// Leads to the language of the reader, where something is published in it.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> Result<Response, Refusal> {
    let mut tx = house.database().read().await?;
    let help = OpenHelp::at(&slug, &mut tx).await?.ok_or(Refusal::NotFound)?;
    let languages = help.languages(&mut tx).await?;
    let language = if languages.contains(&visitor.language) || languages.is_empty() {
        visitor.language
    } else {
        languages[0]
    };
    Ok(Redirect::to(&format!("/help/{slug}/{}", language.tag())).into_response())
}

/// The articles in that language; a search that finds none is remembered as a gap.
pub async fn get_in(
    State(house): State<House>,
    visitor: Visitor,
    Path((slug, language)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Refusal> {
    let language: Language = language.parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = house.database().read().await?;
    let (help, frame) = opened(&house, &visitor, &slug, language, &mut tx).await?;
    let q: String = wanted.q.trim().chars().take(200).collect();
    let articles = if q.is_empty() {
        help.articles(language, &mut tx).await?
    } else {
        help.look_for(&q, language, &mut tx).await?
    };
    let others = help.languages(&mut tx).await?;
    let others = others.into_iter().filter(|other| *other != language).collect();
    let rules = conversations::moderation::OpenHouseRules::at(&slug, &mut tx).await?.is_some();
    drop(tx);
    if !q.is_empty() && articles.is_empty() {
        let claim = format!("help-search:{}", visitor.address);
        if house.limits.try_as(visitor.address, &claim).is_ok() {
            let mut tx = house.database().begin().await?;
            help.note_not_found(&q, language, &mut tx).await?;
            tx.commit().await?;
        }
    }
    let lead = match language {
        Language::Fr => help.help.lead_french.clone(),
        Language::En => help.help.lead_english.clone(),
    };
    Ok(frame.show(&HelpPage { slug, lead, q, articles, others, rules }))
}

/// The front of a help.
pub struct HelpPage {
    slug: String,
    lead: String,
    /// What is looked for; empty for everything.
    q: String,
    articles: Vec<Article>,
    /// Other languages that something is published in.
    others: Vec<Language>,
    /// Whether everyone may read the house rules.
    rules: bool,
}

impl HelpPage {
    fn by_category(&self) -> Vec<(&str, Vec<&Article>)> {
        let mut all: Vec<(&str, Vec<&Article>)> = Vec::new();
        for article in &self.articles {
            let category = if self.q.is_empty() { article.category.as_str() } else { "" };
            match all.last_mut() {
                Some((known, list)) if *known == category => list.push(article),
                _ => all.push((category, vec![article])),
            }
        }
        all
    }

    fn search(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            form.row method="get" action=(frame.url("")) role="search" {
                input.input.grow type="search" name="q" value=(self.q) maxlength="200" aria-label=(words.t("help-search")) placeholder=(words.t("help-search"));
                button.button.button-primary { (icon("search")) (words.t("help-search-go")) }
            }
        }
    }
}

impl Page for HelpPage {
    fn samples() -> Vec<Self> {
        let mut article =
            crate::areas::knowledge::sample(1, "Ouvrez-vous le dimanche ?", "Horaires", true);
        let page = |q: &str, articles: Vec<Article>| Self {
            slug: "le-fournil".to_owned(),
            lead: "Tout ce qu’on nous demande au fournil.".to_owned(),
            q: q.to_owned(),
            articles,
            others: vec![Language::En],
            rules: true,
        };
        let one = article.clone();
        article.category = String::new();
        vec![
            page("", vec![]),
            page("", vec![article.clone(), one.clone()]),
            page("dimanche", vec![one]),
            page("carte cadeau", vec![]),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        if self.q.is_empty() {
            return frame.words.t("help-title");
        }
        frame.words.tn("help-title-search", args![name => self.q.as_str()])
    }

    fn shape(&self) -> Shape {
        Shape::Guest(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.stack.stack-lg {
                header.stack.stack-sm {
                    h1 { (words.t("help-title")) }
                    @if !self.lead.is_empty() { p.page-lead { (self.lead) } }
                }
                (self.search(frame))
                @if !self.q.is_empty() {
                    p role="status" {
                        (words.tn("help-found", args![count => self.articles.len(), name => self.q.as_str()])) " "
                        a href=(frame.url("")) { (words.t("help-all")) }
                    }
                } @else if self.articles.is_empty() {
                    (empty_state("book-open", &words.t("help-nothing"), &words.t("help-nothing-lead"), html! {}))
                }
                @for (category, list) in self.by_category() {
                    section.stack.stack-sm {
                        @if !category.is_empty() { h2 { (category) } }
                        ul.card.card-flush.list {
                            @for article in list {
                                li { a.item href=(frame.url(&article.slug)) { div.item-body { p.item-title { (article.title) } } (icon("chevron-right")) } }
                            }
                        }
                    }
                }
                @if self.rules { p.small { a href=(format!("/house-rules/{}", self.slug)) { (words.t("moderation-house-title")) } } }
                @if !self.others.is_empty() {
                    p.small.row {
                        @for other in &self.others {
                            a href=(format!("/help/{}/{}", self.slug, other.tag())) lang=(other.tag()) hreflang=(other.tag()) {
                                (match other { Language::Fr => "Français", Language::En => "English" })
                            }
                        }
                    }
                }
            }
        }
    }
}

page_samples!(HelpPage);
