//! One statement: its words by language and channel, its approval.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::Channel;
use conversations::crisis::{CrisisError, HoldingStatement, NewStatement, StatementText};
use maud::{Markup, Render, html};
use platform::Right;
use primitives::{Id, Language};

use super::{problem, room_view, statements};
use crate::parts::{
    Field, Tone, channel_mark, crumbs, csrf, error_summary, notice, one_button, page_header_under,
    submit,
};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

const LANGUAGES: [Language; 2] = [Language::Fr, Language::En];

type At = Path<(String, Id<HoldingStatement>)>;

/// An empty one.
pub async fn get_new(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let words = here.words();
    let form = Form::filled([
        ("words-fr", words.t("crisis-statement-proposed-fr").as_str()),
        ("words-en", words.t("crisis-statement-proposed-en").as_str()),
    ]);
    let channels = channels(&here).await?;
    Ok(here.show(&StatementPage { statement: None, channels, form }))
}

/// Writes it.
pub async fn post_new(here: InBrand, form: Form) -> Result<Response, Refusal> {
    write(here, None, form).await
}

/// One that is there.
pub async fn get(here: InBrand, Path((_, id)): At) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let statement = HoldingStatement::load(id, &here.actor, &mut tx).await?;
    drop(tx);
    let channels = channels(&here).await?;
    let form = form_of(&statement);
    Ok(here.show(&StatementPage { statement: Some(statement), channels, form }))
}

/// Changes it.
pub async fn post(here: InBrand, Path((_, id)): At, form: Form) -> Result<Response, Refusal> {
    write(here, Some(id), form).await
}

/// A manager approves the words that were shown.
pub async fn approve(here: InBrand, Path((_, id)): At) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let statement = HoldingStatement::load(id, &here.actor, &mut tx).await?;
    statement.approve(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("crisis/statements").saying("crisis-statement-approved-done").into_response())
}

/// Takes it out of the list.
pub async fn remove(here: InBrand, Path((_, id)): At) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let statement = HoldingStatement::load(id, &here.actor, &mut tx).await?;
    statement.remove(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let undo = here.url(&format!("crisis/statements/{id}/removal/end"));
    Ok(here.go("crisis/statements").saying("crisis-statement-removed").undo(undo).into_response())
}

/// Puts it back.
pub async fn bring_back(here: InBrand, Path((_, id)): At) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    HoldingStatement::bring_back(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("crisis/statements").into_response())
}

async fn channels(here: &InBrand) -> Result<Vec<Channel>, Refusal> {
    let mut tx = here.read().await?;
    let all = Channel::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
    Ok(all.into_iter().filter(|channel| channel.removed_at.is_none()).collect())
}

fn field(channel: Option<Id<Channel>>, language: Language) -> String {
    match channel {
        Some(channel) => format!("words-{}-{channel}", language.tag()),
        None => format!("words-{}", language.tag()),
    }
}

fn form_of(statement: &HoldingStatement) -> Form {
    let title = statement.title.as_str();
    let form = Form::filled([("title", title), ("situation", statement.situation.as_str())]);
    statement
        .texts
        .iter()
        .fold(form, |form, text| form.with(&field(text.channel, text.language), text.words.clone()))
}

async fn write(
    here: InBrand,
    id: Option<Id<HoldingStatement>>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let channels = channels(&here).await?;
    let all = std::iter::once(None).chain(channels.iter().map(|channel| Some(channel.id)));
    let texts = all.flat_map(|channel| {
        let form = &form;
        LANGUAGES.map(move |language| StatementText {
            channel,
            language,
            words: form.get(&field(channel, language)).to_owned(),
        })
    });
    let new = NewStatement {
        title: form.get("title").to_owned(),
        situation: form.get("situation").to_owned(),
        texts: texts.collect(),
    };
    let mut tx = here.begin().await?;
    match HoldingStatement::write(id, new, &here.actor, &mut tx).await {
        Ok(id) => {
            tx.commit().await?;
            let page = format!("crisis/statements/{id}");
            Ok(here.go(&page).saying("crisis-statement-written").into_response())
        }
        Err(error) => {
            let Some(said) = problem(here.words(), &error) else { return Err(error.into()) };
            let name = if matches!(error, CrisisError::NoWords) { "" } else { "title" };
            form.refuse(name, said);
            let statement = match id {
                Some(id) => Some(HoldingStatement::load(id, &here.actor, &mut tx).await?),
                None => None,
            };
            Ok(here.refused(&StatementPage { statement, channels, form }))
        }
    }
}

/// Its words, by language and channel.
pub struct StatementPage {
    statement: Option<HoldingStatement>,
    channels: Vec<Channel>,
    form: Form,
}

impl StatementPage {
    fn words_of(&self, frame: &Frame, channel: Option<Id<Channel>>) -> Markup {
        html! {
            div.columns.columns-even {
                @for language in LANGUAGES {
                    @let name = field(channel, language);
                    @let label = frame.words.t(&format!("crisis-language-{}", language.tag()));
                    div.field {
                        label for=(name) { (label) }
                        textarea.textarea id=(name) name=(name) rows="6" lang=(language.tag()) { (self.form.get(&name)) }
                    }
                }
            }
        }
    }

    fn approval(&self, frame: &Frame, statement: &HoldingStatement) -> Markup {
        let words = &frame.words;
        let base = format!("crisis/statements/{}", statement.id);
        html! {
            @match &statement.approved {
                Some((name, at)) => (notice(Tone::Success, &words.tn("crisis-statement-approved-by", args![name => name.clone().unwrap_or_default(), when => words.short_moment(*at)]), html! {})),
                None => (notice(Tone::Warning, &words.t("crisis-statement-to-approve"), html! {
                    @if frame.may(Right::ManageBrand) {
                        (one_button(frame, &frame.url(&format!("{base}/approval")), &words.t("crisis-statement-approve"), "button-primary"))
                    } @else { p { (words.t("crisis-statement-to-approve-lead")) } }
                })),
            }
        }
    }
}

impl Page for StatementPage {
    fn samples() -> Vec<Self> {
        let statement = room_view::sample(false, true).statements.pop();
        let draft = statement.clone().map(|one| HoldingStatement { approved: None, ..one });
        let mut refused = Form::empty();
        refused.refuse("title", "Écrivez quelque chose.");
        let of =
            |statement: Option<HoldingStatement>, form| Self { statement, channels: vec![], form };
        vec![
            of(None, Form::empty()),
            of(None, refused),
            of(statement, Form::filled([("title", "Nous cherchons")])),
            of(draft, Form::filled([("title", "Nous cherchons")])),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        match &self.statement {
            Some(statement) => statement.title.clone(),
            None => frame.words.t("crisis-statement-new"),
        }
    }

    fn shape(&self) -> Shape {
        Shape::Room("crisis", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let (title, address) = (words.t("crisis-tab-statements"), frame.url("crisis/statements"));
        let action = match &self.statement {
            Some(statement) => frame.url(&format!("crisis/statements/{}", statement.id)),
            None => frame.url("crisis/statements/new"),
        };
        let lead = html! {
            @if let Some(statement) = &self.statement { (statements::approval(frame, statement)) }
        };
        html! {
            (page_header_under(crumbs(frame, &[(&title, &address)]), &self.title(frame), lead, html! {
                @if let Some(statement) = self.statement.as_ref().filter(|_| frame.may(Right::Converse)) {
                    (one_button(frame, &frame.url(&format!("crisis/statements/{}/removal", statement.id)), &words.t("crisis-statement-remove"), "button-quiet"))
                }
            }))
            div.stack.stack-lg {
                @if let Some(statement) = &self.statement { (self.approval(frame, statement)) }
                form.form method="post" action=(action) {
                    (csrf(frame)) (error_summary(words, &self.form))
                    (Field::new(&self.form, "title", &words.t("crisis-statement-title")).required().render())
                    (Field::new(&self.form, "situation", &words.t("crisis-statement-situation")).hint(words.t("crisis-statement-situation-hint")).render())
                    fieldset.fieldset {
                        legend { (words.t("crisis-statement-everywhere")) }
                        (self.words_of(frame, None))
                    }
                    @for channel in &self.channels {
                        @let own = LANGUAGES.iter().any(|language| !self.form.get(&field(Some(channel.id), *language)).is_empty());
                        details.disclosure open[own] {
                            summary { (channel_mark(channel, "network-sm")) " " (words.tn("crisis-statement-own", args![name => channel.handle.clone()])) }
                            (self.words_of(frame, Some(channel.id)))
                        }
                    }
                    @if frame.may(Right::Converse) {
                        @if self.statement.as_ref().is_some_and(HoldingStatement::is_approved) { p.hint { (words.t("crisis-statement-changes")) } }
                        div.form-actions { (submit(&words.t("crisis-statement-save"), "button-primary")) }
                    }
                }
            }
        }
    }
}

page_samples!(StatementPage);
