//! One article: its words, what readers say of it, whether the public reads it.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use conversations::article::{Article, ArticleEdit, ArticleError, ArticleKind};
use conversations::escalation::Escalation;
use conversations::{Conversation, Direction};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use primitives::text::shorten;
use serde::Deserialize;

use super::articles::sample;
use crate::areas::help::prose;
use crate::parts::{
    Field, Select, badge, crumbs, csrf, error_summary, one_button, page_header_under, submit, time,
};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

type OfArticle = Path<(String, Id<Article>)>;

/// What an article may begin from.
#[derive(Debug, Default, Deserialize)]
pub struct Begun {
    /// A conversation: the question of the person, and our last answer.
    pub conversation: Option<String>,
    /// A question that nobody answered.
    pub title: Option<String>,
    /// Its language.
    pub language: Option<String>,
    /// A question that was handed over: its answer.
    pub answer: Option<String>,
}

/// A new article.
pub async fn get_new(here: InBrand, Query(begun): Query<Begun>) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let language = begun.language.as_deref().and_then(|tag| tag.parse().ok());
    let language = language.unwrap_or(here.brand.language);
    let mut title = begun.title.unwrap_or_default();
    let mut body = String::new();
    let from: Option<Id<Conversation>> =
        begun.conversation.as_deref().and_then(|id| id.parse().ok());
    if let Some(id) = from {
        (title, body) = question_and_answer(&here, id, title).await?;
    }
    if let Some(id) = begun.answer.as_deref().and_then(|id| id.parse().ok()) {
        let mut tx = here.read().await?;
        let escalation = Escalation::load(id, &here.actor, &mut tx).await?;
        let answered = escalation.asked.iter().find(|asked| !asked.answer.is_empty());
        body = answered.map(|asked| asked.answer.clone()).unwrap_or(body);
    }
    let from = from.map(|id| id.to_string()).unwrap_or_default();
    let form = Form::filled([
        ("title", shorten(&title, 150).as_ref()),
        ("body", &body),
        ("language", language.tag()),
        ("kind", "question"),
        ("from", &from),
    ]);
    Ok(here.show(&ArticlePage { article: None, form, remarks: vec![] }))
}

/// What a person asked last before our last answer, and that answer.
async fn question_and_answer(
    here: &InBrand,
    id: Id<Conversation>,
    title: String,
) -> Result<(String, String), Refusal> {
    let mut tx = here.read().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    let messages = conversation.messages(None, 100, &here.actor, &mut tx).await?.messages;
    let answer = messages.iter().rposition(|one| one.direction == Direction::Outbound);
    let until = answer.unwrap_or(messages.len());
    let asked = messages[..until].iter().rev().find(|one| one.direction == Direction::Inbound);
    let title = if title.is_empty() {
        asked.map(|message| message.text.replace('\n', " ")).unwrap_or_default()
    } else {
        title
    };
    Ok((title, answer.map(|at| messages[at].text.clone()).unwrap_or_default()))
}

/// Begins it.
pub async fn post_new(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let from = form.get("from").parse().ok();
    match Article::add(read(&here, &form), from, &here.actor, &mut tx).await {
        Ok(article) => finish(here, article, tx, form).await,
        Err(error) => {
            drop(tx);
            refused(here, None, form, error).await
        }
    }
}

/// Shows one.
pub async fn get(here: InBrand, Path((_brand, id)): OfArticle) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let article = Article::load(id, &here.actor, &mut tx).await?;
    let remarks = article.remarks(&here.actor, &mut tx).await?;
    let form = Form::filled([
        ("title", article.title.as_str()),
        ("category", &article.category),
        ("body", &article.body),
        ("language", article.language.tag()),
        ("kind", article.kind.as_str()),
    ]);
    Ok(here.show(&ArticlePage { article: Some(article), form, remarks }))
}

/// Changes it.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): OfArticle,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let article = Article::load(id, &here.actor, &mut tx).await?;
    match article.edit(read(&here, &form), &here.actor, &mut tx).await {
        Ok(article) => finish(here, article, tx, form).await,
        Err(error) => {
            drop(tx);
            refused(here, Some(article), form, error).await
        }
    }
}

/// Keeps it, and publishes it where the button says so.
async fn finish(
    here: InBrand,
    article: Article,
    mut tx: database::Tx,
    form: Form,
) -> Result<Response, Refusal> {
    let mut said = "knowledge-kept";
    if form.get("do") == "publish" {
        match article.publish(&here.actor, &mut tx).await {
            Ok(_) => said = "knowledge-is-published",
            Err(ArticleError::Empty) => {
                drop(tx);
                return refused(here, None, form, ArticleError::Empty).await;
            }
            Err(error) => return Err(error.into()),
        }
    }
    tx.commit().await?;
    Ok(here.go(&format!("knowledge/{}", article.id)).saying(said).into_response())
}

/// Lets the public read it.
pub async fn publish(here: InBrand, Path((_brand, id)): OfArticle) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let article = Article::load(id, &here.actor, &mut tx).await?;
    article.publish(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("knowledge/{id}")).saying("knowledge-is-published").into_response())
}

/// Makes it a draft again.
pub async fn withdraw(here: InBrand, Path((_brand, id)): OfArticle) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let article = Article::load(id, &here.actor, &mut tx).await?;
    article.withdraw(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let back = here.url(&format!("knowledge/{id}/publication"));
    let go = here.go(&format!("knowledge/{id}")).saying("knowledge-is-withdrawn").undo(back);
    Ok(go.into_response())
}

/// Takes it away, with a way back.
pub async fn remove(here: InBrand, Path((_brand, id)): OfArticle) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let article = Article::load(id, &here.actor, &mut tx).await?;
    article.remove(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let back = here.url(&format!("knowledge/{id}/removal/end"));
    let go = here.go("knowledge").saying("knowledge-removed").with("name", article.title);
    Ok(go.undo(back).into_response())
}

/// Brings back what was just taken away.
pub async fn bring_back(here: InBrand, Path((_brand, id)): OfArticle) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Article::bring_back(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("knowledge/{id}")).saying("knowledge-kept").into_response())
}

fn read(here: &InBrand, form: &Form) -> ArticleEdit {
    ArticleEdit {
        kind: form.get("kind").parse().unwrap_or(ArticleKind::Question),
        language: form.get("language").parse().unwrap_or(here.brand.language),
        title: form.get("title").to_owned(),
        category: form.get("category").to_owned(),
        body: form.get("body").to_owned(),
    }
}

async fn refused(
    here: InBrand,
    article: Option<Article>,
    mut form: Form,
    error: ArticleError,
) -> Result<Response, Refusal> {
    let (field, key) = match error {
        ArticleError::Title => ("title", "knowledge-problem-title"),
        ArticleError::Empty => ("body", "knowledge-problem-empty"),
        ArticleError::TooLong => ("body", "knowledge-problem-long"),
        error => return Err(error.into()),
    };
    form.refuse(field, here.words().t(key));
    Ok(here.refused(&ArticlePage { article, form, remarks: vec![] }))
}

/// One article.
pub struct ArticlePage {
    article: Option<Article>,
    form: Form,
    remarks: Vec<(String, Timestamp)>,
}

impl ArticlePage {
    fn fields(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let action = match &self.article {
            Some(article) => frame.url(&format!("knowledge/{}", article.id)),
            None => frame.url("knowledge/new"),
        };
        let kinds = [ArticleKind::Question, ArticleKind::Tutorial];
        let kinds = kinds.map(|kind| (kind.as_str(), words.t(&format!("knowledge-kind-{kind}"))));
        let published = self.article.as_ref().is_some_and(|one| one.published_at.is_some());
        html! {
            form.form.card method="post" action=(action) {
                (csrf(frame)) (error_summary(words, &self.form))
                @if self.article.is_none() { input type="hidden" name="from" value=(self.form.get("from")); }
                (Field::new(&self.form, "title", &words.t("knowledge-field-title")).required().with("maxlength", "160"))
                div.fields-inline {
                    (Select::new(&self.form, "kind", &words.t("knowledge-field-kind"), kinds))
                    (Select::new(&self.form, "language", &words.t("knowledge-field-language"), [("fr", "Français"), ("en", "English")]))
                    (Field::new(&self.form, "category", &words.t("knowledge-field-category")).with("maxlength", "60"))
                }
                (Field::new(&self.form, "body", &words.t("knowledge-field-body")).lines(16).hint(words.t("knowledge-field-body-hint")))
                div.form-actions {
                    (submit(&words.t("knowledge-keep"), if published { "button-primary" } else { "" }))
                    @if !published { button.button.button-primary name="do" value="publish" { (words.t("knowledge-publish")) } }
                }
            }
        }
    }

    fn readers(&self, frame: &Frame, article: &Article) -> Markup {
        let words = &frame.words;
        let votes = article.useful + article.not_useful;
        html! {
            section.card.stack.stack-sm aria-labelledby="readers" {
                h2 id="readers" { (words.t("knowledge-readers")) }
                p {
                    (words.tn("knowledge-seen", args![count => article.seen])) " · "
                    @if votes == 0 { (words.t("knowledge-no-votes")) }
                    @else { (words.tn("knowledge-useful", args![count => votes, name => article.useful])) }
                }
                @if !self.remarks.is_empty() {
                    p.strong { (words.t("knowledge-missing")) }
                    ul.stack.stack-sm { @for (said, at) in &self.remarks { li { q { (said) } " " (time(words, *at, &words.relative(*at))) } } }
                }
            }
        }
    }
}

impl Page for ArticlePage {
    fn samples() -> Vec<Self> {
        let form = || {
            Form::filled([
                ("title", "Ouvrez-vous le dimanche ?"),
                ("body", "Oui."),
                ("kind", "question"),
            ])
        };
        let mut refused = form();
        refused.refuse("title", "Donnez un titre.");
        let at: Timestamp = "2026-11-21T08:00:00Z".parse().unwrap_or_default();
        let article =
            |published| Some(sample(1, "Ouvrez-vous le dimanche ?", "Horaires", published));
        vec![
            Self { article: None, form: refused, remarks: vec![] },
            Self { article: article(false), form: form(), remarks: vec![] },
            Self { article: article(true), form: form(), remarks: vec![("Et le 25 ?".into(), at)] },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        match &self.article {
            Some(article) => article.title.clone(),
            None => frame.words.t("knowledge-new"),
        }
    }

    fn shape(&self) -> Shape {
        Shape::Room("knowledge", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("knowledge-articles"), &frame.url("knowledge"))]);
        let lead = html! {
            @if let Some(article) = &self.article {
                @match article.published_at {
                    Some(since) => { (badge(&words.t("knowledge-published"), "success")) " " (words.tn("knowledge-since", args![when => words.short_moment(since)])) },
                    None => (badge(&words.t("knowledge-draft"), "")),
                }
            }
        };
        html! {
            (page_header_under(above, &self.title(frame), lead, html! {}))
            div.stack.stack-lg {
                @if frame.may(Right::Converse) { (self.fields(frame)) }
                @if let Some(article) = &self.article {
                    details.disclosure open[!frame.may(Right::Converse)] {
                        summary { (words.t("knowledge-preview")) }
                        article.card.prose lang=(article.language.tag()) { (prose(&article.body)) }
                    }
                    @if article.published_at.is_some() { (self.readers(frame, article)) }
                    @if frame.may(Right::Converse) {
                        div.row {
                            @if article.published_at.is_some() {
                                (one_button(frame, &frame.url(&format!("knowledge/{}/publication/end", article.id)), &words.t("knowledge-withdraw"), ""))
                            }
                            (one_button(frame, &frame.url(&format!("knowledge/{}/removal", article.id)), &words.t("knowledge-remove"), "button-quiet"))
                        }
                    }
                }
            }
        }
    }
}

page_samples!(ArticlePage);
