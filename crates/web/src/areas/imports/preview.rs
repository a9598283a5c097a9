//! The first rows of a file, as they would be read.

use maud::{Markup, html};
use measurement::insights::{Field, ImportPlan, LeftOut, PreviewRow};
use measurement::statistics::Ingredient;
use primitives::text::shorten;

use super::one::problem_key;
use crate::areas::measures::{defined, format_name, hour_name, ingredient_name, weekday_name};
use crate::words::{Words, args};

/// The first rows of a file, as its plan reads them.
pub(super) fn preview(words: &Words, plan: &ImportPlan, rows: &[PreviewRow]) -> Markup {
    let mapped: Vec<Ingredient> = Ingredient::ALL
        .into_iter()
        .filter(|kind| plan.columns.contains_key(&Field::Figure(*kind)))
        .collect();
    html! {
        section.card.card-flush id="preview" aria-labelledby="preview-title" {
            div.card-head { div {
                h2 id="preview-title" { (words.t("imports-preview")) }
                p.small.muted { (words.t("imports-preview-lead")) }
            } }
            div.table-wrap tabindex="0" role="region" aria-label=(words.t("imports-preview-rows")) {
                table.table {
                    thead { tr {
                        th.num scope="col" { (words.t("imports-line")) }
                        th scope="col" { (words.t("measures-post")) }
                        th scope="col" { (words.t("measures-date")) }
                        th scope="col" { (words.t("measures-format")) }
                        @for kind in &mapped { th.num scope="col" { (defined(kind.id(), &ingredient_name(words, *kind))) } }
                    } }
                    tbody { @for row in rows { (preview_row(words, row, &mapped)) } }
                }
            }
        }
    }
}

fn preview_row(words: &Words, row: &PreviewRow, mapped: &[Ingredient]) -> Markup {
    let line = i64::try_from(row.line).unwrap_or_default();
    html! {
        tr {
            th.num scope="row" { (words.number(line)) }
            @match &row.row {
                Ok(read) => {
                    td.preview-cell { @if read.text.is_empty() { span.faint { (words.t("imports-no-text")) } } @else { (shorten(&read.text, 48)) } }
                    td.nowrap {
                        @match (read.published_at, read.placed.weekday, read.placed.hour) {
                            (Some(at), ..) => (words.short_moment(at)),
                            (None, Some(day), Some(hour)) => (words.tn("measures-placed", args![day => weekday_name(words, day), hour => hour_name(words, hour)])),
                            _ => span.faint { (words.t("measures-unknown")) },
                        }
                    }
                    td { (format_name(words, read.format)) }
                    @for kind in mapped {
                        @match read.figures.get(*kind) { Some(value) => td.num { (words.number(value)) }, None => td.num.faint { (words.t("measures-unknown")) } }
                    }
                }
                Err(reason) => td.faint colspan=(3 + mapped.len()) { (words.t(left_out_key(*reason))) },
            }
        }
        @for problem in &row.problems {
            tr.preview-problem { td {} td colspan=(3 + mapped.len()) { strong { (problem.column) } " " code { (problem.cell) } " " (words.t(problem_key(problem.kind))) } }
        }
    }
}

fn left_out_key(reason: LeftOut) -> &'static str {
    match reason {
        LeftOut::OneDay => "imports-left-out-one-day",
        LeftOut::Total => "imports-left-out-total",
        LeftOut::NoFigure => "imports-left-out-no-figure",
        LeftOut::TooManyCells => "imports-left-out-too-many-cells",
    }
}
