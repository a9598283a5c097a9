//! Saying what a message really is, and the list of what was said.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use conversations::judgement::{
    self, CorrectedMessage, Feeling, Harm, Intent, JudgementError, Said,
};
use conversations::{Conversation, Message};
use maud::{Markup, html};
use platform::Right;
use primitives::{Ambient, Id};
use serde::Deserialize;

use super::asked::Asked;
use crate::parts::{csrf, empty_state, page_header, time};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many corrections a page shows.
const A_PAGE: usize = 50;

impl From<JudgementError> for Refusal {
    fn from(error: JudgementError) -> Self {
        match error {
            JudgementError::NotFound => Refusal::NotFound,
            JudgementError::NotAllowed(error) => error.into(),
            JudgementError::Database(error) => error.into(),
        }
    }
}

/// Corrects how a message is read.
pub async fn post(
    here: InBrand,
    Path((_brand, id, message)): Path<(String, Id<Conversation>, Id<Message>)>,
    Query(asked): Query<Asked>,
    form: Form,
) -> Result<Response, Refusal> {
    let intents = form.all("intent");
    let said = Said {
        feeling: form.get("feeling").parse::<Feeling>().map_err(|_| Refusal::NotFound)?,
        harm: form.get("harm").parse::<Harm>().map_err(|_| Refusal::NotFound)?,
        spam: form.has("spam"),
        intents: intents.filter_map(|word| word.parse::<Intent>().ok()).collect(),
    };
    let mut tx = here.begin().await?;
    let read = judgement::correct(message, said, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let saying = if read.corrected { "reading-learnt" } else { "reading-agreed" };
    let undo = here.url(&format!("inbox/{id}/messages/{message}/judgement/end{}", asked.query()));
    let go = here.go(&format!("inbox/{id}{}", asked.query())).saying(saying);
    Ok(if read.corrected { go.undo(undo).into_response() } else { go.into_response() })
}

/// Takes a correction back.
pub async fn end(
    here: InBrand,
    Path((_brand, id, message)): Path<(String, Id<Conversation>, Id<Message>)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    judgement::withdraw(message, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let go = here.go(&format!("inbox/{id}{}", asked.query()));
    Ok(go.saying("reading-withdrawn").into_response())
}

/// Which corrections.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PartAsked {
    skip: usize,
}

/// The corrections of the brand.
pub async fn list(here: InBrand, Query(asked): Query<PartAsked>) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let mut tx = here.read().await?;
    let mut lines = judgement::corrections(asked.skip, A_PAGE + 1, &here.actor, &mut tx).await?;
    let next = (lines.len() > A_PAGE).then_some(asked.skip + A_PAGE);
    lines.truncate(A_PAGE);
    Ok(here.show(&CorrectionsPage { lines, next }))
}

/// Takes one back, from their list.
pub async fn withdraw(
    here: InBrand,
    Path((_brand, message)): Path<(String, Id<Message>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    judgement::withdraw(message, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("settings/corrections").saying("reading-withdrawn").into_response())
}

/// What teammates corrected.
pub struct CorrectionsPage {
    lines: Vec<CorrectedMessage>,
    next: Option<usize>,
}

impl Page for CorrectionsPage {
    fn samples() -> Vec<Self> {
        let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 23);
        let said = |feeling, harm, intents: &[Intent]| Said {
            feeling,
            harm,
            spam: harm == Harm::Insult,
            intents: intents.to_vec(),
        };
        let line = |by: Option<&str>| CorrectedMessage {
            message: ambient.new_id(),
            conversation: ambient.new_id(),
            text: "Ce croissant aux pralines, une tuerie".into(),
            before: said(Feeling::Negative, Harm::Insult, &[Intent::Complaint]),
            now: said(Feeling::Positive, Harm::None, &[Intent::Praise]),
            by: None,
            by_name: by.map(str::to_owned),
            at: ambient.now(),
        };
        vec![
            Self { lines: vec![], next: None },
            Self { lines: vec![line(Some("Louise Martin")), line(None)], next: Some(50) },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("reading-corrections")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("reading-corrections-lead")) }, html! {}))
            (crate::areas::brand::settings_tabs(frame, "settings/corrections"))
            @if self.lines.is_empty() {
                (empty_state("message-circle", &words.t("reading-corrections-none"), &words.t("reading-corrections-none-lead"), html! {}))
            } @else {
                ul.list.correction-list { @for line in &self.lines { li { (correction(frame, line)) } } }
                @if let Some(next) = self.next {
                    p { a href=(frame.url(&format!("settings/corrections?skip={next}"))) { (words.t("reading-corrections-more")) } }
                }
            }
        }
    }
}

fn correction(frame: &Frame, line: &CorrectedMessage) -> Markup {
    let words = &frame.words;
    let name = line.by_name.clone().unwrap_or_else(|| words.t("reading-someone"));
    html! {
        article.correction {
            blockquote.clip-2 { a href=(frame.url(&format!("inbox/{}#m{}", line.conversation, line.message))) { (line.text) } }
            dl.small {
                div { dt { (words.t("reading-was")) } dd { (summed(words, &line.before)) } }
                div { dt { (words.t("reading-is")) } dd { strong { (summed(words, &line.now)) } } }
            }
            div.row {
                span.small.muted { (words.tn("reading-said-by", args![name => name])) ", " (time(words, line.at, &words.moment(line.at))) }
                form method="post" action=(frame.url(&format!("settings/corrections/{}/end", line.message))) {
                    (csrf(frame))
                    button.button.button-small { (words.t("reading-withdraw")) }
                }
            }
        }
    }
}

fn summed(words: &Words, said: &Said) -> String {
    let mut parts = vec![words.t(&format!("reading-feeling-{}", said.feeling))];
    if said.harm != Harm::None {
        parts.push(words.t(&format!("reading-harm-{}", said.harm)));
    }
    if said.spam {
        parts.push(words.t("reading-spam"));
    }
    parts.extend(said.intents.iter().map(|intent| words.t(&format!("reading-intent-{intent}"))));
    parts.join(", ")
}

page_samples!(CorrectionsPage);
