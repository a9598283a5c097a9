//! Words to prefer and words to avoid.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use primitives::Id;
use strategy::charter::{WordEdit, WordKind};
use strategy::{CharterError, CharterWord};

use super::fields::Line;
use super::page::{CharterPage, again, change, section};
use crate::parts::{csrf, error_summary, icon, one_button, submit};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Refusal};

fn read(form: &Form) -> WordEdit {
    WordEdit {
        kind: form.get("kind").parse().unwrap_or(WordKind::Avoid),
        word: form.get("word").to_owned(),
        instead: form.get("instead").to_owned(),
        why: form.get("why").to_owned(),
    }
}

fn refuse(form: &mut Form, error: CharterError, words: &Words) -> Result<(), Refusal> {
    let (field, key) = match error {
        CharterError::Word => ("word", "charter-word-wrong"),
        CharterError::WordTaken => ("word", "charter-word-taken"),
        CharterError::Instead => ("instead", "charter-word-instead-missing"),
        CharterError::TooLong(_) => ("why", "charter-word-long"),
        error => return Err(error.into()),
    };
    form.refuse(field, words.t(key));
    Ok(())
}

/// Adds one.
pub async fn add(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let words = here.words().clone();
    let mut tx = here.begin().await?;
    match CharterWord::add(read(&form), &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(here.go("charter#part-words").saying("charter-saved").into_response())
        }
        Err(error) => {
            drop(tx);
            refuse(&mut form, error, &words)?;
            again(&here, "word-new", form).await
        }
    }
}

/// Changes one.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<CharterWord>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let words = here.words().clone();
    let mut tx = here.begin().await?;
    let word = CharterWord::load(id, &here.actor, &mut tx).await?;
    match word.edit(read(&form), &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(here.go("charter#part-words").saying("charter-saved").into_response())
        }
        Err(error) => {
            drop(tx);
            refuse(&mut form, error, &words)?;
            again(&here, format!("word-{id}"), form).await
        }
    }
}

/// Takes one out.
pub async fn remove(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<CharterWord>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let word = CharterWord::load(id, &here.actor, &mut tx).await?;
    word.remove(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let go = here.go("charter#part-words").saying("charter-word-removed");
    Ok(go.with("name", word.word).into_response())
}

impl CharterPage {
    pub(super) fn vocabulary(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        section(
            "words",
            &words.t("charter-words"),
            &words.t("charter-words-lead"),
            html! {
                @if self.charter.words.is_empty() { p.faint { (words.t("charter-words-none")) } }
                @for kind in WordKind::ALL {
                    @let of_kind: Vec<_> = self.charter.words.iter().filter(|word| word.kind == *kind).collect();
                    @if !of_kind.is_empty() {
                        h3 { (words.t(&format!("charter-words-{kind}"))) }
                        ul.charter-list { @for word in of_kind { (self.word(frame, word)) } }
                    }
                }
                (change(frame, &words.t("charter-word-add"), self.is_open("word-new"), self.word_form(frame, None)))
            },
        )
    }

    fn word(&self, frame: &Frame, word: &CharterWord) -> Markup {
        let words = &frame.words;
        let place = format!("word-{}", word.id);
        html! {
            li.charter-item {
                p.row {
                    @if word.kind == WordKind::Prefer {
                        span.strong { (word.instead) }
                        span.muted { (words.tn("charter-rather-than", args![word => &word.word])) }
                    } @else {
                        span.strong.struck { (word.word) }
                        @if !word.instead.is_empty() { (icon("arrow-right")) span.visually-hidden { (words.t("charter-word-instead")) } span { (word.instead) } }
                    }
                }
                @if !word.why.is_empty() { p.muted.small { (word.why) } }
                (change(frame, &words.t("charter-change"), self.is_open(&place), self.word_form(frame, Some(word))))
            }
        }
    }

    fn word_form(&self, frame: &Frame, word: Option<&CharterWord>) -> Markup {
        let words = &frame.words;
        let place = word.map_or("word-new".to_owned(), |word| format!("word-{}", word.id));
        let action = match word {
            Some(word) => frame.url(&format!("charter/words/{}", word.id)),
            None => frame.url("charter/words"),
        };
        let form = self.form(&place, || match word {
            Some(word) => Form::empty()
                .with("kind", word.kind.as_str())
                .with("word", word.word.as_str())
                .with("instead", word.instead.as_str())
                .with("why", word.why.as_str()),
            None => Form::empty().with("kind", "avoid"),
        });
        let line = Line { place: &place, form: &form };
        let kinds: Vec<_> = [WordKind::Avoid, WordKind::Prefer]
            .iter()
            .map(|kind| (kind.to_string(), words.t(&format!("charter-word-{kind}"))))
            .collect();
        html! {
            form.form method="post" action=(action) {
                (csrf(frame)) (error_summary(words, &form))
                (line.select("kind", &words.t("charter-word-kind"), &kinds))
                div.fields-inline {
                    (line.input("word", "text", &words.t("charter-word-word"), &words.t("charter-word-hint")))
                    (line.input("instead", "text", &words.t("charter-word-instead"), ""))
                }
                (line.input("why", "text", &words.t("charter-word-why"), ""))
                div.form-actions { (submit(&words.t("charter-save"), "button-primary")) }
            }
            @if let Some(word) = word {
                (one_button(frame, &frame.url(&format!("charter/words/{}/removal", word.id)), &words.t("charter-word-remove"), "button-small button-quiet"))
            }
        }
    }
}
