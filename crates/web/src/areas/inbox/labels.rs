//! The brand's labels.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::{Label, LabelError};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use crate::parts::{Field, crumbs, csrf, empty_state, error_summary, page_header_under, submit};
use crate::words::Words;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

const FIRST_COLOUR: &str = "#3b6ea5";

/// The list, with where to make one.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let form = Form::filled([("colour", FIRST_COLOUR)]);
    Ok(here.show(&page(&here, form).await?))
}

async fn page(here: &InBrand, form: Form) -> Result<LabelsPage, Refusal> {
    let mut tx = here.read().await?;
    let labels = Label::all(&here.actor, &mut tx).await.map_err(super::of_label)?;
    Ok(LabelsPage { labels, form })
}

fn worded(error: LabelError, words: &Words) -> Result<(&'static str, String), Refusal> {
    Ok(match error {
        LabelError::BadName => ("name", words.t("inbox-label-bad-name")),
        LabelError::Taken => ("name", words.t("inbox-label-taken")),
        LabelError::TooMany => ("name", words.t("inbox-label-too-many")),
        LabelError::BadColour => ("colour", words.t("inbox-label-bad-colour")),
        other => return Err(super::of_label(other)),
    })
}

/// Makes one.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let made = Label::make(form.get("name"), form.get("colour"), &here.actor, &mut tx).await;
    match made {
        Ok(_) => {
            tx.commit().await?;
            Ok(here.go("inbox/labels").saying("inbox-label-made").into_response())
        }
        Err(error) => {
            drop(tx);
            let (field, words) = worded(error, here.words())?;
            form.refuse(field, words);
            Ok(here.refused(&page(&here, form).await?))
        }
    }
}

/// Gives one another name or colour.
pub async fn change(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Label>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let label = Label::load(id, &here.actor, &mut tx).await.map_err(super::of_label)?;
    let changed = label.change(form.get("name"), form.get("colour"), &here.actor, &mut tx).await;
    match changed {
        Ok(_) => {
            tx.commit().await?;
            Ok(here.go("inbox/labels").saying("inbox-label-changed").into_response())
        }
        Err(error) => {
            drop(tx);
            let (field, words) = worded(error, here.words())?;
            form.refuse(field, words);
            Ok(here.refused(&page(&here, form).await?))
        }
    }
}

/// Takes one away.
pub async fn end(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Label>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let label = Label::load(id, &here.actor, &mut tx).await.map_err(super::of_label)?;
    label.remove(&here.actor, &mut tx).await.map_err(super::of_label)?;
    tx.commit().await?;
    Ok(here.go("inbox/labels").saying("inbox-label-removed").into_response())
}

/// The labels of the brand.
pub struct LabelsPage {
    labels: Vec<Label>,
    form: Form,
}

impl Page for LabelsPage {
    fn samples() -> Vec<Self> {
        let mut refused = Form::filled([("name", "Réclamation"), ("colour", FIRST_COLOUR)]);
        refused.refuse("name", "…");
        let labels = super::view::sample_labels();
        vec![
            Self { labels: vec![], form: Form::filled([("colour", FIRST_COLOUR)]) },
            Self { labels, form: refused },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("inbox-labels")
    }

    fn shape(&self) -> Shape {
        Shape::Room("inbox", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let trail = crumbs(frame, &[(&words.t("shell-room-inbox"), &frame.url("inbox"))]);
        html! {
            (page_header_under(trail, &self.title(frame), html! { (words.t("inbox-labels-lead")) }, html! {}))
            form.form.card method="post" action=(frame.url("inbox/labels")) {
                (csrf(frame)) (error_summary(words, &self.form))
                (Field::new(&self.form, "name", &words.t("inbox-label-name")).required())
                (Field::new(&self.form, "colour", &words.t("inbox-label-colour")).kind("color"))
                div.form-actions { (submit(&words.t("inbox-label-make"), "button-primary")) }
            }
            @if self.labels.is_empty() {
                (empty_state("tag", &words.t("inbox-labels-none"), &words.t("inbox-labels-none-lead"), html! {}))
            } @else {
                ul.list.label-list { @for label in &self.labels { li { (self.line(frame, label)) } } }
            }
        }
    }
}

impl LabelsPage {
    fn line(&self, frame: &Frame, label: &Label) -> Markup {
        let words = &frame.words;
        let url = frame.url(&format!("inbox/labels/{}", label.id));
        let (name, colour) = (format!("name-{}", label.id), format!("colour-{}", label.id));
        html! {
            div.label-line {
                form method="post" action=(url) {
                    (csrf(frame))
                    label.visually-hidden for=(colour) { (words.t("inbox-label-colour")) }
                    input.label-colour #(colour) type="color" name="colour" value=(label.colour);
                    label.visually-hidden for=(name) { (words.t("inbox-label-name")) }
                    input.input #(name) name="name" value=(label.name) maxlength="40" required;
                    button.button.button-small { (words.t("inbox-label-save")) }
                }
                form method="post" action={ (url) "/end" } {
                    (csrf(frame))
                    button.button.button-small.button-quiet { (words.t("inbox-label-remove")) }
                }
            }
        }
    }
}

page_samples!(LabelsPage);
