//! The articles of the help, by heading.

use axum::response::Response;
use conversations::article::{Article, ArticleKind, Help};
use maud::{Markup, html};
use platform::Right;
use primitives::{Id, Language};

use super::beside;
use crate::parts::{Tone, badge, empty_state, icon, link_button, notice, page_header};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Those of the brand.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let all = Article::all(&here.actor, &mut tx).await?;
    let help = Help::of(&here.actor, &mut tx).await?;
    let address = here.house.settings.base_url.clone() + "/help/" + &here.brand.slug;
    Ok(here.show(&ArticlesPage { all, open: help.open.then_some(address) }))
}

/// The articles of a brand.
pub struct ArticlesPage {
    all: Vec<Article>,
    /// The address of the help, where it is open.
    open: Option<String>,
}

/// One that samples show.
pub(crate) fn sample(n: u128, title: &str, category: &str, published: bool) -> Article {
    Article {
        id: Id::from_uuid(uuid::Uuid::from_u128(n)),
        kind: ArticleKind::Question,
        language: Language::Fr,
        slug: "ouvrez-vous-le-dimanche".to_owned(),
        title: title.to_owned(),
        category: category.to_owned(),
        body: "Oui, de **7 h** à 13 h.\n\n- pain\n- brioche".to_owned(),
        published_at: published.then(|| "2026-11-20T08:00:00Z".parse().unwrap_or_default()),
        seen: 214,
        useful: 31,
        not_useful: 4,
        from: None,
        edited_at: "2026-11-20T08:00:00Z".parse().unwrap_or_default(),
    }
}

impl ArticlesPage {
    fn line(&self, frame: &Frame, article: &Article) -> Markup {
        let words = &frame.words;
        let votes = article.useful + article.not_useful;
        html! {
            li {
                a.item href=(frame.url(&format!("knowledge/{}", article.id))) {
                    div.item-body {
                        p.item-title lang=(article.language.tag()) { (article.title) }
                        p.item-meta {
                            (words.t(&format!("knowledge-kind-{}", article.kind))) " · " (article.language.tag().to_uppercase())
                            @if article.published_at.is_some() {
                                " · " (words.tn("knowledge-seen", args![count => article.seen]))
                                @if votes > 0 { " · " (words.tn("knowledge-useful", args![count => votes, name => article.useful])) }
                            }
                        }
                    }
                    div.item-end {
                        @if article.published_at.is_some() { (badge(&words.t("knowledge-published"), "success")) }
                        @else { (badge(&words.t("knowledge-draft"), "")) }
                    }
                }
            }
        }
    }

    fn by_category(&self) -> Vec<(&str, Vec<&Article>)> {
        let mut all: Vec<(&str, Vec<&Article>)> = Vec::new();
        for article in &self.all {
            match all.last_mut() {
                Some((category, list)) if *category == article.category => list.push(article),
                _ => all.push((&article.category, vec![article])),
            }
        }
        all
    }
}

impl Page for ArticlesPage {
    fn samples() -> Vec<Self> {
        let all = vec![
            sample(1, "Ouvrez-vous le dimanche ?", "", true),
            sample(2, "Conserver son pain", "Tutoriels", false),
        ];
        vec![
            Self { all: vec![], open: None },
            Self { all: all.clone(), open: None },
            Self { all, open: Some("https://parvis.example/help/le-fournil".to_owned()) },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("knowledge-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("knowledge", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let write = || {
            if frame.may(Right::Converse) {
                link_button(
                    &words.t("knowledge-write"),
                    &frame.url("knowledge/new"),
                    "button-primary",
                )
            } else {
                html! {}
            }
        };
        html! {
            (page_header(&self.title(frame), html! { (words.t("knowledge-lead")) }, write()))
            (beside(frame, "knowledge"))
            div.stack.stack-lg {
                @match &self.open {
                    Some(address) => p { (icon("external-link")) " " a href=(address) target="_blank" rel="noopener" { (address) } },
                    None if !self.all.is_empty() => {
                        (notice(Tone::Info, &words.t("knowledge-closed"), html! { p { (words.t("knowledge-closed-lead")) }
                            @if frame.may(Right::ManageBrand) { div.row { (link_button(&words.t("knowledge-open-it"), &frame.url("knowledge/settings"), "")) } } }))
                    },
                    None => {},
                }
                @if self.all.is_empty() {
                    (empty_state("book-open", &words.t("knowledge-none"), &words.t("knowledge-none-lead"), write()))
                }
                @for (category, list) in self.by_category() {
                    section.stack.stack-sm {
                        @if !category.is_empty() { h2 { (category) } }
                        ul.card.card-flush.list { @for article in list { (self.line(frame, article)) } }
                    }
                }
            }
        }
    }
}

page_samples!(ArticlesPage);
