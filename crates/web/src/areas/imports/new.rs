use axum::extract::Multipart;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use maud::{Markup, html};
use measurement::insights::{Import, ImportPlan, MOST_BYTES, PlanError, Sheet, SheetError};
use platform::Right;
use platform::media::StorageError;

use crate::parts::{Field, crumbs, csrf, error_summary, page_header_under, submit};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The longest name of a file kept, in characters.
const LONGEST_NAME: usize = 120;

/// Where a file is chosen.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageChannels)?;
    Ok(here.show(&NewImportPage { form: Form::empty() }))
}

/// Reads the file and keeps it with a proposed plan, for a person to confirm.
pub async fn post(here: InBrand, parts: Multipart) -> Result<Response, Refusal> {
    here.must(Right::ManageChannels)?;
    let words = here.words().clone();
    let mut form = Form::empty();
    let Some((name, bytes)) = uploaded(parts).await? else {
        form.refuse("file", words.t("imports-file-none"));
        return Ok(here.refused(&NewImportPage { form }));
    };
    let (sheet, bytes) = match read(bytes).await? {
        Ok(read) => read,
        Err(error) => {
            form.refuse("file", sheet_error(&words, error));
            return Ok(here.refused(&NewImportPage { form }));
        }
    };
    let hash = here.house.kit.media.put(bytes).await.map_err(not_stored)?;
    let zone = here.brand.zone.name();
    let plan = match ImportPlan::propose(&sheet, &hash, &name, zone) {
        Err(PlanError::NoRecognisedColumn) => ImportPlan::by_hand(&sheet, &hash, &name, zone),
        Err(error) => {
            form.refuse("file", super::plan_error(&words, error));
            return Ok(here.refused(&NewImportPage { form }));
        }
        Ok(plan) => plan,
    };
    let mut tx = here.begin().await?;
    let import = Import::begin(plan, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("imports/{}", import.id)).into_response())
}

/// The file of the form and its name; none where none was chosen.
async fn uploaded(mut parts: Multipart) -> Result<Option<(String, Bytes)>, Refusal> {
    let wrong = |error: axum::extract::multipart::MultipartError| {
        Refusal::of_status(error.status()).unwrap_or(Refusal::Malformed)
    };
    while let Some(part) = parts.next_field().await.map_err(wrong)? {
        if part.name() != Some("file") {
            continue;
        }
        let name = part.file_name().map(plain_name).unwrap_or_default();
        let bytes = part.bytes().await.map_err(wrong)?;
        let chosen = !(name.is_empty() && bytes.is_empty());
        return Ok(chosen.then_some((name, bytes)));
    }
    Ok(None)
}

/// The name of a file without its folders and without what can't be shown.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect()
}

async fn read(bytes: Bytes) -> Result<Result<(Sheet, Bytes), SheetError>, Refusal> {
    let reading = move || Sheet::read(&bytes).map(|sheet| (sheet, bytes));
    tokio::task::spawn_blocking(reading).await.map_err(Refusal::fault)
}

fn not_stored(error: StorageError) -> Refusal {
    match error {
        StorageError::Full => Refusal::DiskFull,
        error => Refusal::fault(error),
    }
}

fn sheet_error(words: &Words, error: SheetError) -> String {
    match error {
        SheetError::Empty => words.t("imports-file-empty"),
        SheetError::TooLarge => {
            let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
            words.tn("imports-file-too-large", args![most => words.size(most)])
        }
        SheetError::NotATable => words.t("imports-file-not-a-table"),
        SheetError::BadEncoding => words.t("imports-file-bad-encoding"),
        SheetError::BrokenWorkbook => words.t("imports-file-broken-workbook"),
        SheetError::NoHeader => words.t("imports-file-no-header"),
        SheetError::TooManyColumns => words.t("imports-file-too-many-columns"),
    }
}

/// « Which file? »
pub struct NewImportPage {
    form: Form,
}

impl Page for NewImportPage {
    fn samples() -> Vec<Self> {
        let mut refused = Form::empty();
        refused.refuse("file", "…");
        vec![Self { form: Form::empty() }, Self { form: refused }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("imports-new-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("measures", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(
            frame,
            &[
                (&words.t("shell-room-measures"), &frame.url("measures")),
                (&words.t("imports-title"), &frame.url("imports")),
            ],
        );
        let places = ["facebook", "linkedin", "x", "tiktok", "youtube"];
        html! {
            (page_header_under(above, &self.title(frame), html! { (words.t("imports-new-lead")) }, html! {}))
            div.stack.stack-lg {
                form.card.form method="post" action=(frame.url("imports")) enctype="multipart/form-data" {
                    (csrf(frame))
                    (error_summary(words, &self.form))
                    (Field::new(&self.form, "file", &words.t("imports-file")).kind("file").required()
                        .with("accept", ".csv,.tsv,.txt,.xlsx,.xls").hint(words.t("imports-file-hint")))
                    p.small.muted { (words.t("imports-nothing-yet")) }
                    div.form-actions { (submit(&words.t("imports-read"), "button-primary")) }
                }
                section.card.stack.stack-sm {
                    h2 { (words.t("imports-where")) }
                    dl.definitions { @for place in places { div {
                        dt { (words.t(&format!("imports-where-{place}-name"))) }
                        dd { (words.t(&format!("imports-where-{place}"))) }
                    } } }
                }
            }
        }
    }
}

page_samples!(NewImportPage);
