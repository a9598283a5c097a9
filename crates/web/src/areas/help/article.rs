//! One article, and whether it helped.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use conversations::article::{Article, Opinion, Reader};
use maud::{Markup, html};
use primitives::Language;
use sha2::{Digest, Sha256};

use super::{opened, prose};
use crate::parts::{crumbs, csrf};
use crate::security::Visitor;
use crate::words::args;
use crate::{Form, Frame, Go, House, Page, Refusal, Shape, Width, page_samples};

type OfArticle = Path<(String, String, String)>;

/// Shows it.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Path((slug, language, article)): OfArticle,
) -> Result<Response, Refusal> {
    let language: Language = language.parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = house.database().read().await?;
    let (help, frame) = opened(&house, &visitor, &slug, language, &mut tx).await?;
    let article = help.article(language, &article, &mut tx).await?.ok_or(Refusal::NotFound)?;
    drop(tx);
    // Coming back from one's say is not another reading.
    if visitor.flash.is_none() {
        let mut tx = house.database().begin().await?;
        help.note_seen(article.id, &mut tx).await?;
        tx.commit().await?;
    }
    Ok(frame.show(&HelpArticlePage { article, said: visitor.flash.is_some() }))
}

/// Keeps what a reader says.
pub async fn say(
    State(house): State<House>,
    visitor: Visitor,
    Path((slug, language, article)): OfArticle,
    form: Form,
) -> Result<Response, Refusal> {
    let language: Language = language.parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = house.database().begin().await?;
    let (help, _) = opened(&house, &visitor, &slug, language, &mut tx).await?;
    let article = help.article(language, &article, &mut tx).await?.ok_or(Refusal::NotFound)?;
    house.limits.try_as(visitor.address, &format!("opinion:{}:{}", visitor.address, article.id))?;
    let opinion = Opinion { useful: form.get("useful") == "yes", words: form.get("words").into() };
    // The visit's own secret makes it of no use to know who reads.
    let hash = Sha256::digest(format!("{}:{}:{}", visitor.csrf, visitor.address, article.id));
    help.say(&article, &Reader(hex::encode(&hash[..16])), &opinion, &mut tx).await?;
    tx.commit().await?;
    let to = format!("/help/{slug}/{}/{}", language.tag(), article.slug);
    Ok(Go::to(to).saying("help-thanks").into_response())
}

/// One article, as its readers see it.
pub struct HelpArticlePage {
    article: Article,
    /// Whether the reader has just said what they think.
    said: bool,
}

impl HelpArticlePage {
    fn asked(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.card.stack.stack-sm aria-labelledby="useful" {
                h2.h3 id="useful" { (words.t("help-useful")) }
                form.stack.stack-sm method="post" action=(frame.url(&format!("{}/opinion", self.article.slug))) {
                    (csrf(frame))
                    div.row {
                        button.button name="useful" value="yes" { (words.t("help-yes")) }
                        details.disclosure {
                            summary { (words.t("help-no")) }
                            div.stack.stack-sm {
                                div.field {
                                    label for="words" { (words.t("help-missing")) }
                                    textarea.textarea id="words" name="words" rows="3" maxlength="1000" {}
                                }
                                button.button name="useful" value="no" { (words.t("help-send")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Page for HelpArticlePage {
    fn samples() -> Vec<Self> {
        let article =
            crate::areas::knowledge::sample(1, "Ouvrez-vous le dimanche ?", "Horaires", true);
        vec![Self { article: article.clone(), said: false }, Self { article, said: true }]
    }

    fn title(&self, _frame: &Frame) -> String {
        self.article.title.clone()
    }

    fn shape(&self) -> Shape {
        Shape::Guest(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.stack.stack-lg {
                (crumbs(frame, &[(&words.t("help-title"), &frame.url(""))]))
                article.prose {
                    h1 { (self.article.title) }
                    (prose(&self.article.body))
                }
                p.small.muted { (words.tn("help-changed", args![when => words.day(words.local(self.article.edited_at).date())])) }
                @if !self.said { (self.asked(frame)) }
            }
        }
    }
}

page_samples!(HelpArticlePage);
