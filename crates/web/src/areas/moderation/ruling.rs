//! One decision: what its author is told, how, and undoing it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::ReplyError;
use conversations::moderation::{Ruling, Sanction, Statement, ToldHow};
use database::Tx;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::samples::{sample_ruling, sample_sanction};
use super::shown::{at_network, decision_badge, ground_line, reached, sanction_badge, until};
use super::statement::{parts, private_message, redress, shown};
use crate::parts::{
    Field, Tone, badge, check, crumbs, csrf, error_summary, icon, notice, one_button,
    page_header_under, secret, submit, time,
};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows it.
pub async fn get(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Ruling>)>,
) -> Result<Response, Refusal> {
    Ok(here.show(&RulingPage::load(&here, id, Form::empty()).await?))
}

/// Undoes it.
pub async fn undo(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Ruling>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let connectors = &here.house.kit.connectors;
    let (because, reopens) = (form.get("because"), form.has("reopens"));
    Ruling::undo(id, because, reopens, connectors, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here
        .go(&format!("moderation/rulings/{id}"))
        .saying("moderation-undone-said")
        .into_response())
}

/// Tells its author in private.
pub async fn send(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Ruling>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let sent = send_statement(&here, id, &mut tx).await?;
    let key = if sent { "moderation-sent" } else { "moderation-not-sent" };
    if sent {
        tx.commit().await?;
    }
    Ok(here.go(&format!("moderation/rulings/{id}")).saying(key).into_response())
}

/// Makes a link to hand over; shown once.
pub async fn link(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Ruling>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let statement = Statement::of(id, &here.actor, &mut tx).await?;
    let token = statement.link(&here.actor, &mut tx).await?;
    statement.handed(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let mut page = RulingPage::load(&here, id, Form::empty()).await?;
    page.link = Some(address(&here, token.reveal()));
    Ok(here.show(&page))
}

fn address(here: &InBrand, token: &str) -> String {
    format!("{}/statement/{token}", here.house.settings.base_url)
}

/// Words in the language of whom they are for, by the brand's clock.
pub fn their_words(here: &InBrand, language: primitives::Language) -> Words {
    let words = Words::new(language).in_zone(here.words().zone());
    match here.words().now() {
        Some(now) => words.at(now),
        None => words,
    }
}

/// Sends the statement of a decision by a private message; false where the network takes none,
/// or none so long.
pub async fn send_statement(here: &InBrand, id: Id<Ruling>, tx: &mut Tx) -> Result<bool, Refusal> {
    let statement = Statement::of(id, &here.actor, tx).await?;
    let connectors = &here.house.kit.connectors;
    if statement.can_be_sent(connectors, &here.actor, tx).await?.is_none() {
        return Ok(false);
    }
    let token = statement.link(&here.actor, tx).await?;
    let words = their_words(here, statement.ruling.language);
    let name = here.brand.name.as_str();
    let text = private_message(&words, &statement, name, &address(here, token.reveal()));
    match statement.send(text, connectors, &here.actor, tx).await {
        Ok(_) => Ok(true),
        Err(ReplyError::NotAllowed(error)) => Err(error.into()),
        Err(ReplyError::Database(error)) => Err(error.into()),
        Err(_) => Ok(false),
    }
}

/// One decision.
pub struct RulingPage {
    statement: Statement,
    sanction: Option<Sanction>,
    privately: bool,
    told: Vec<(String, Vec<String>)>,
    redress: Vec<String>,
    message: String,
    link: Option<String>,
    form: Form,
}

impl RulingPage {
    async fn load(here: &InBrand, id: Id<Ruling>, form: Form) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let statement = Statement::of(id, &here.actor, &mut tx).await?;
        let connectors = &here.house.kit.connectors;
        let privately = statement.can_be_sent(connectors, &here.actor, &mut tx).await?.is_some();
        let words = their_words(here, statement.ruling.language);
        let name = here.brand.name.as_str();
        let (ruling, sanction) = (&statement.ruling, statement.sanction.as_ref());
        Ok(Self {
            told: parts(&words, ruling, sanction, statement.channel.as_ref(), name),
            redress: redress(&words, &statement),
            message: private_message(&words, &statement, name, &address(here, "…")),
            sanction: statement.sanction.clone(),
            statement,
            privately,
            link: None,
            form,
        })
    }

    fn facts(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let ruling = &self.statement.ruling;
        html! {
            section.card.stack {
                div.card-head {
                    h2.h3 { (words.t("moderation-ruling-facts")) }
                    (decision_badge(words, ruling))
                }
                blockquote.moderation-said { @if ruling.said.is_empty() { (words.t("moderation-no-words")) } @else { (ruling.said) } }
                dl.person-facts {
                    div { dt { (words.t("moderation-fact-author")) } dd { (ruling.name.as_deref().unwrap_or_default()) @if let Some(handle) = &ruling.handle { ", @" (handle) } } }
                    div { dt { (words.t("moderation-fact-when")) } dd { (time(words, ruling.at, &words.moment(ruling.at))) } }
                    div { dt { (words.t("moderation-fact-by")) } dd {
                        @match (&ruling.by_name, ruling.automated) {
                            (Some(name), false) => (name),
                            _ => (words.tn("moderation-by-rule", args![name => ruling.rule_name.as_deref().unwrap_or_default()])),
                        }
                    } }
                    @if let Some(ground) = &ruling.ground { div { dt { (words.t("moderation-fact-ground")) } dd { (ground_line(words, ground)) } } }
                    @if !ruling.reason.is_empty() { div { dt { (words.t("moderation-fact-reason")) } dd.keep-lines { (ruling.reason) } } }
                    @if let Some(reached) = reached(words, ruling) { div { dt { (words.t("moderation-fact-network")) } dd { (reached) } } }
                    @if let Some(sanction) = &self.sanction {
                        div { dt { (words.t("moderation-fact-sanction")) } dd { (sanction_badge(words, sanction.kind)) " " (until(words, sanction.until)) @if let Some(state) = at_network(words, sanction) { ", " (state) } } }
                    }
                }
                p { a href=(frame.url(&format!("inbox/{}#m{}", ruling.conversation, ruling.message))) { (words.t("moderation-open-conversation")) } }
                @if let Some(at) = ruling.undone_at {
                    (notice(Tone::Info, &words.tn("moderation-was-undone", args![when => words.moment(at)]), html! { @if let Some(why) = &ruling.undone_because { p { (why) } } }))
                }
            }
        }
    }

    fn telling(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let ruling = &self.statement.ruling;
        let base = format!("moderation/rulings/{}", ruling.id);
        let language = ruling.language.tag();
        html! {
            section.card.stack aria-labelledby="told" {
                div.card-head {
                    h2.h3 #told { (words.t("moderation-statement")) }
                    @match ruling.told_how {
                        Some(ToldHow::Sent) => (badge(&words.t("moderation-told-sent"), "success")),
                        Some(ToldHow::Handed) => (badge(&words.t("moderation-told-handed"), "info")),
                        None => (badge(&words.t("moderation-told-not"), "warning")),
                    }
                }
                @if let Some(link) = &self.link {
                    (notice(Tone::Success, &words.t("moderation-link-made"), html! { (secret(words, link)) p.small { (words.t("moderation-link-once")) } }))
                }
                @if frame.may(Right::Converse) && ruling.undone_at.is_none() {
                    @if self.privately {
                        details.disclosure { summary { (words.t("moderation-message-preview")) } p.keep-lines lang=(language) { (self.message) } }
                        (one_button(frame, &frame.url(&format!("{base}/statement")), &words.t("moderation-send"), "button-primary"))
                    } @else { p.muted { (words.t("moderation-no-private")) } }
                    (one_button(frame, &frame.url(&format!("{base}/link")), &words.t("moderation-make-link"), ""))
                }
                details.disclosure open[ruling.told_at.is_none()] {
                    summary { (words.t("moderation-statement-whole")) }
                    div.stack lang=(language) {
                        (shown(&self.told))
                        (shown(&[(String::new(), self.redress.clone())]))
                    }
                }
                @if let Some(complaint) = &self.statement.complaint {
                    p { a href=(frame.url(&format!("moderation/complaints/{}", complaint.id))) { (words.t(&format!("moderation-complaint-is-{}", complaint.state))) } }
                }
            }
        }
    }

    fn undoing(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let ruling = &self.statement.ruling;
        let deleted = ruling.decision == conversations::moderation::Decision::Delete;
        html! {
            details.card.disclosure open[self.form.is_refused()] {
                summary { (words.t("moderation-undo")) }
                p.muted { (words.t(if deleted { "moderation-undo-deleted" } else { "moderation-undo-lead" })) }
                form.form method="post" action=(frame.url(&format!("moderation/rulings/{}/end", ruling.id))) {
                    (csrf(frame))
                    (error_summary(words, &self.form))
                    (Field::new(&self.form, "because", &words.t("moderation-field-because")).lines(2).with("maxlength", "2000"))
                    (check(&self.form, "reopens", "on", &words.t("moderation-field-reopens")))
                    div.form-actions { (submit(&words.t("moderation-undo-go"), "")) }
                }
            }
        }
    }
}

impl Page for RulingPage {
    fn samples() -> Vec<Self> {
        let page = |ruling: Ruling, link: Option<String>| Self {
            told: vec![("Décision".to_owned(), vec!["Votre message est masqué.".to_owned()])],
            redress: vec!["Vous pouvez réclamer.".to_owned()],
            message: "Votre message a été masqué.".to_owned(),
            sanction: Some(sample_sanction()),
            privately: link.is_none(),
            statement: Statement { ruling, sanction: None, channel: None, complaint: None },
            link,
            form: Form::empty(),
        };
        let undone = Ruling {
            undone_at: Some(sample_ruling(1).at),
            undone_because: Some("Une erreur".to_owned()),
            automated: true,
            ..sample_ruling(1)
        };
        vec![
            page(sample_ruling(1), None),
            page(sample_ruling(1), Some("https://parvis.test/statement/x".to_owned())),
            page(undone, None),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("moderation-ruling-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(
            frame,
            &[(&words.t("moderation-tab-rulings"), &frame.url("moderation/rulings"))],
        );
        let restricts = self.statement.ruling.restricts();
        let next = html! { a.button href=(frame.url("moderation")) data-key="n" { (words.t("moderation-back-to-queue")) (icon("arrow-right")) } };
        html! {
            (page_header_under(above, &self.title(frame), html! {}, next))
            div.stack.stack-lg {
                (self.facts(frame))
                @if restricts { (self.telling(frame)) }
                @if frame.may(Right::Converse) && self.statement.ruling.undone_at.is_none() && restricts { (self.undoing(frame)) }
            }
        }
    }
}

page_samples!(RulingPage);
