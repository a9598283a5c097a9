//! The file to bring in, and those brought in before.

use axum::extract::Multipart;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header;
use maud::{Markup, html};
use platform::Right;
use publishing::bulk::{Column, PostImport, Sheet};

use crate::parts::{Field, badge, crumbs, csrf, error_summary, page_header_under, submit, time};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The longest name of a file kept, in characters.
const LONGEST_NAME: usize = 120;

/// Where a file is chosen.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    Ok(here.show(&BulkPage { before: latest(&here).await?, form: Form::empty() }))
}

/// Reads a file, or what was pasted, and keeps it to be looked at.
pub async fn post(here: InBrand, parts: Multipart) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let words = here.words().clone();
    let (name, bytes, pasted) = uploaded(parts).await?;
    let mut form = Form::empty().with("pasted", pasted.clone());
    let (name, bytes) = if bytes.is_empty() {
        (words.t("bulk-pasted-name"), Bytes::from(pasted))
    } else {
        (name, bytes)
    };
    let read = tokio::task::spawn_blocking(move || Sheet::read(&bytes)).await;
    let sheet = match read.map_err(Refusal::fault)? {
        Ok(sheet) => sheet,
        Err(error) => {
            form.refuse("file", super::file_words(&words, &error));
            let before = latest(&here).await?;
            return Ok(here.refused(&BulkPage { before, form }));
        }
    };
    let mut tx = here.begin().await?;
    let import = PostImport::propose(sheet, &name, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("posts/imports/{}", import.id)).into_response())
}

/// A file to start from, with the names of columns in the reader's language.
pub async fn example(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::Draft)?;
    let words = here.words();
    let columns = Column::ALL.iter().filter(|column| **column != Column::Ignored);
    let name =
        |column: &Column| words.t(&format!("bulk-column-{}", column.as_str().replace('_', "-")));
    let header: Vec<_> = columns.map(name).collect();
    let line = words.t("bulk-example-text");
    // Spreadsheets read UTF-8 when it begins with its mark.
    let text = format!(
        "\u{feff}{}\r\n{line};24/12/2030;8:30;Bluesky, Mastodon;https://example.org\r\n",
        header.join(";")
    );
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"parvis.csv\""),
    ];
    Ok((headers, text).into_response())
}

async fn latest(here: &InBrand) -> Result<Vec<PostImport>, Refusal> {
    let mut tx = here.read().await?;
    Ok(PostImport::latest(&here.actor, &mut tx).await?)
}

/// The file's name, its bytes, and what was pasted instead.
async fn uploaded(mut parts: Multipart) -> Result<(String, Bytes, String), Refusal> {
    let wrong = |error: axum::extract::multipart::MultipartError| {
        Refusal::of_status(error.status()).unwrap_or(Refusal::Malformed)
    };
    let (mut name, mut bytes, mut pasted) = (String::new(), Bytes::new(), String::new());
    while let Some(part) = parts.next_field().await.map_err(wrong)? {
        match part.name() {
            Some("file") => {
                let full = part.file_name().unwrap_or_default();
                let last = full.rsplit(['/', '\\']).next().unwrap_or_default();
                name = last.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
                bytes = part.bytes().await.map_err(wrong)?;
            }
            Some("pasted") => pasted = part.text().await.map_err(wrong)?,
            _ => {}
        }
    }
    Ok((name, bytes, pasted))
}

/// « Bring posts in from a file. »
pub struct BulkPage {
    before: Vec<PostImport>,
    form: Form,
}

impl Page for BulkPage {
    fn samples() -> Vec<Self> {
        let mut refused = Form::filled([("pasted", "…")]);
        refused.refuse("file", "…");
        vec![
            Self { before: vec![], form: Form::empty() },
            Self { before: super::one::sample_imports(), form: refused },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("bulk-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("posts", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("shell-room-posts"), &frame.url("posts"))]);
        html! {
            (page_header_under(above, &self.title(frame), html! { (words.t("bulk-lead")) }, html! {}))
            div.stack.stack-lg {
                form.card.form method="post" action=(frame.url("posts/imports")) enctype="multipart/form-data" {
                    (csrf(frame))
                    (error_summary(words, &self.form))
                    (Field::new(&self.form, "file", &words.t("bulk-file")).kind("file")
                        .with("accept", ".csv,.tsv,.txt,.xlsx,.xls").hint(html! {
                            (words.t("bulk-file-hint")) " "
                            a href=(frame.url("posts/imports/example")) download { (words.t("bulk-example")) }
                        }))
                    details.disclosure open[!self.form.get("pasted").is_empty()] {
                        summary { (words.t("bulk-paste")) }
                        (Field::new(&self.form, "pasted", &words.t("bulk-pasted")).lines(6).hint(words.t("bulk-pasted-hint")))
                    }
                    p.small.muted { (words.t("bulk-nothing-yet")) }
                    div.form-actions { (submit(&words.t("bulk-read"), "button-primary")) }
                }
                @if !self.before.is_empty() {
                    section.stack {
                        h2.section-title { (words.t("bulk-before")) }
                        ul.list.card.card-flush { @for import in &self.before { li { (line(frame, import)) } } }
                    }
                }
            }
        }
    }
}

fn line(frame: &Frame, import: &PostImport) -> Markup {
    let words = &frame.words;
    let (name, tone) = super::state(words, import.state);
    html! {
        div.item {
            div.item-body {
                p.item-title { a href=(frame.url(&format!("posts/imports/{}", import.id))) { (import.file_name) } }
                p.item-meta { (time(words, import.created_at, &words.relative(import.created_at))) }
            }
            div.item-end { (badge(&name, tone)) }
        }
    }
}

page_samples!(BulkPage);
