//! One line of the address book.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::escalation::{Expert, ExpertAbsence, ExpertError};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::book::{expert_fields, read, refuse, sample_expert};
use crate::parts::{Field, crumbs, csrf, error_summary, icon, page_header_under, submit};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

type Place = Path<(String, Id<Expert>)>;

/// The line.
pub async fn get(here: InBrand, Path((_brand, id)): Place) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let expert = Expert::load(id, &here.actor, &mut tx).await?;
    let form = Form::filled([
        ("name", expert.name.as_str()),
        ("email", &expert.email),
        ("fields", &expert.fields),
        ("language", expert.language.tag()),
    ]);
    Ok(here.show(&ExpertPage { expert, form }))
}

/// Changes it.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Place,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let expert = Expert::load(id, &here.actor, &mut tx).await?;
    let edit = read(&form, here.brand.language);
    match expert.edit(edit, &here.actor, &mut tx).await {
        Ok(()) => {
            tx.commit().await?;
            let go = here.go("escalations/experts").saying("escalations-expert-changed");
            Ok(go.into_response())
        }
        Err(error) => {
            drop(tx);
            refuse(&mut form, error, here.words())?;
            Ok(here.refused(&ExpertPage { expert, form }))
        }
    }
}

/// Takes it out of the book, with a way back.
pub async fn remove(here: InBrand, Path((_brand, id)): Place) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let expert = Expert::load(id, &here.actor, &mut tx).await?;
    expert.remove(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let back = here.url(&format!("escalations/experts/{id}/removal/end"));
    let go = here.go("escalations/experts").saying("escalations-expert-removed");
    Ok(go.with("name", expert.name).undo(back).into_response())
}

/// Puts it back.
pub async fn bring_back(here: InBrand, Path((_brand, id)): Place) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Expert::bring_back(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("escalations/experts").saying("escalations-expert-is-back").into_response())
}

/// Says that they are away.
pub async fn away(
    here: InBrand,
    Path((_brand, id)): Place,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let expert = Expert::load(id, &here.actor, &mut tx).await?;
    let days = form.get("from").parse().ok().zip(form.get("until").parse().ok());
    let done = match days {
        Some((from, until)) => expert.away(from, until, &here.actor, &mut tx).await,
        None => Err(ExpertError::Backwards),
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            let go = here.go(&format!("escalations/experts/{id}"));
            Ok(go.saying("escalations-expert-away-said").into_response())
        }
        Err(error) => {
            drop(tx);
            let mut form = form
                .with("name", expert.name.clone())
                .with("email", expert.email.clone())
                .with("fields", expert.fields.clone())
                .with("language", expert.language.tag());
            refuse(&mut form, error, here.words())?;
            Ok(here.refused(&ExpertPage { expert, form }))
        }
    }
}

/// They are back.
pub async fn back(
    here: InBrand,
    Path((_brand, id, absence)): Path<(String, Id<Expert>, Id<ExpertAbsence>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let expert = Expert::load(id, &here.actor, &mut tx).await?;
    expert.back(absence, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let go = here.go(&format!("escalations/experts/{id}"));
    Ok(go.saying("escalations-expert-back-said").into_response())
}

/// One of those whom the brand may ask.
pub struct ExpertPage {
    expert: Expert,
    form: Form,
}

impl Page for ExpertPage {
    fn samples() -> Vec<Self> {
        let mut refused = Form::filled([("name", ""), ("from", "2026-12-24")]);
        refused.refuse("name", "Indiquez un nom.");
        refused.refuse("until", "Le dernier jour vient avant le premier.");
        let form = Form::filled([("name", "Anna Bérard")]);
        vec![
            Self { expert: sample_expert(), form },
            Self { expert: sample_expert(), form: refused },
        ]
    }

    fn title(&self, _: &Frame) -> String {
        self.expert.name.clone()
    }

    fn shape(&self) -> Shape {
        Shape::Room("escalations", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        let base = frame.url(&format!("escalations/experts/{}", self.expert.id));
        let room = words.t("escalations-tab-experts");
        html! {
            (page_header_under(crumbs(frame, &[(&room, &frame.url("escalations/experts"))]), &self.expert.name, html! { (self.expert.fields) }, html! {}))
            div.stack.stack-lg {
                (error_summary(words, form))
                @if frame.may(Right::Converse) {
                    form.form.card.stack method="post" action=(base) {
                        (csrf(frame))
                        (expert_fields(frame, form))
                        div.form-actions { (submit(&words.t("escalations-save"), "button-primary")) }
                    }
                }
                section.card.stack aria-labelledby="away" {
                    h2 #away { (words.t("escalations-absences")) }
                    @if self.expert.absences.is_empty() { p.muted { (words.t("escalations-absences-none")) } }
                    @else {
                        ul.list {
                            @for absence in &self.expert.absences {
                                li.item {
                                    div.item-body { p { (words.tn("escalations-absence", args![from => words.date(absence.from), until => words.date(absence.until)])) } }
                                    @if frame.may(Right::Converse) {
                                        form method="post" action={ (base) "/absences/" (absence.id) "/end" } {
                                            (csrf(frame))
                                            button.button.button-quiet.button-icon aria-label=(words.t("escalations-absence-remove")) { (icon("x")) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                    @if frame.may(Right::Converse) {
                        form.form.stack method="post" action={ (base) "/absences" } {
                            (csrf(frame))
                            div.row {
                                (Field::new(form, "from", &words.t("escalations-absence-from")).kind("date").required())
                                (Field::new(form, "until", &words.t("escalations-absence-until")).kind("date").required())
                            }
                            div.form-actions { (submit(&words.t("escalations-absence-add"), "")) }
                        }
                    }
                }
                @if frame.may(Right::Converse) {
                    form method="post" action={ (base) "/removal" } { (csrf(frame)) button.button.button-quiet { (words.t("escalations-expert-remove")) } }
                }
            }
        }
    }
}

page_samples!(ExpertPage);
