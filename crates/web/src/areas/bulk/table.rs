//! What each line of a file would become, as a table.

use maud::{Markup, html};
use primitives::text::shorten;
use publishing::bulk::{Line, LineProblem};

use crate::areas::posts::shown::ShownChannel;
use crate::words::{Words, args};

/// How many lines are shown before they are made.
const SHOWN: usize = 100;

/// The first lines, and all those with something wrong, up to as many again.
pub(super) fn lines_table(words: &Words, lines: &[Line], channels: &[ShownChannel]) -> Markup {
    let wrong = lines.iter().skip(SHOWN).filter(|line| !line.problems.is_empty()).take(SHOWN);
    let shown: Vec<&Line> = lines.iter().take(SHOWN).chain(wrong).collect();
    let left_out = lines.len() - shown.len();
    html! {
        div.table-wrap tabindex="0" role="region" aria-label=(words.t("bulk-preview")) {
            table.table.table-cards {
                thead { tr {
                    th scope="col" { (words.t("bulk-line")) }
                    th scope="col" { (words.t("bulk-column-text")) }
                    th scope="col" { (words.t("bulk-column-date")) }
                    th scope="col" { (words.t("bulk-column-channels")) }
                    th scope="col" { (words.t("bulk-remarks")) }
                } }
                tbody { @for line in &shown { tr {
                    th scope="row" { (words.number(line.line)) }
                    td data-label=(words.t("bulk-column-text")) { (shorten(&line.text, 90)) }
                    td data-label=(words.t("bulk-column-date")) { @match &line.at { Some(at) => (words.short_moment(at.at)), None => span.muted { "–" } } }
                    td data-label=(words.t("bulk-column-channels")) { @for id in &line.channels { @if let Some(channel) = channels.iter().find(|c| c.id == *id) { (channel.mark("network-sm")) span.visually-hidden { (channel.network) } " " } } }
                    td data-label=(words.t("bulk-remarks")) { (problems(words, &line.problems)) }
                } } }
            }
        }
        @if left_out > 0 { p.muted { (words.tn("bulk-not-shown", args![count => left_out])) } }
    }
}

/// What is wrong, in words.
pub(super) fn problems(words: &Words, problems: &[LineProblem]) -> Markup {
    html! {
        @if problems.is_empty() { span.muted { (words.t("bulk-fine")) } }
        @else { ul.stack.stack-sm { @for problem in problems { li {
            (words.tn(&format!("bulk-problem-{}", problem.kind.as_str().replace('_', "-")), args![cell => &problem.cell]))
        } } } }
    }
}
