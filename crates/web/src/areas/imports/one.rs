use axum::response::Response;
use maud::{Markup, html};
use measurement::insights::{Import, ImportState, Problem, ProblemKind, Progress};
use platform::Right;

use super::{ImportPath, load, mapping, run, samples, sheet_of};
use crate::areas::measures::network_name;
use crate::parts::{Tone, badge, crumbs, link_button, notice, one_button, page_header_under, time};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Where an import stands: its columns to confirm, how far it is, what it brought.
pub async fn get(here: InBrand, path: ImportPath) -> Result<Response, Refusal> {
    let mut import = load(&here, path.0.1).await?;
    let progress = run::progress(import.id);
    if progress.is_some() {
        import.state = ImportState::Running;
    }
    if import.state == ImportState::Planned {
        here.must(Right::ManageChannels)?;
        let sheet = sheet_of(&here, &import).await?;
        return mapping::show(&here, import, &sheet).await;
    }
    Ok(here.show(&ImportPage { import, progress }))
}

/// « What came of this file? »
pub struct ImportPage {
    import: Import,
    progress: Option<Progress>,
}

impl Page for ImportPage {
    fn samples() -> Vec<Self> {
        let imports = || samples::imports().into_iter().skip(1);
        let mut pages: Vec<_> = imports().map(|import| Self { import, progress: None }).collect();
        let running = imports().take(1);
        pages.extend(
            running
                .map(|import| Self { import, progress: Some(Progress { read: 300, all: 1_200 }) }),
        );
        pages
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.tn("imports-one-title", args![file => &self.import.plan.file_name])
    }

    fn shape(&self) -> Shape {
        Shape::Room("measures", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let import = &self.import;
        let above = crumbs(
            frame,
            &[
                (&words.t("shell-room-measures"), &frame.url("measures")),
                (&words.t("imports-title"), &frame.url("imports")),
            ],
        );
        let (state, tone) = super::state(words, import.state);
        let lead = html! {
            (badge(&state, tone)) " " (network_name(words, &import.plan.network)) ", "
            (time(words, import.created_at, &words.relative(import.created_at)))
        };
        // While it is under way, the script shows this anew.
        let again = self.progress.map(|_| frame.url(&format!("imports/{}", import.id)));
        html! {
            div id="import" data-refresh=[again] data-every="2" {
                (page_header_under(above, &self.title(frame), lead, html! {}))
                @match import.state {
                    ImportState::Running | ImportState::Planned => (self.running(frame)),
                    ImportState::Undone => (notice(Tone::Info, &words.t("imports-undone-title"), html! { p { (words.t("imports-undone-lead")) } })),
                    ImportState::Done => (self.done(frame)),
                }
            }
        }
    }
}

impl ImportPage {
    /// How far it is; refreshed by the script until it is done.
    fn running(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let address = frame.url(&format!("imports/{}", self.import.id));
        let Some(progress) = self.progress else {
            return html! {
                div { (notice(Tone::Warning, &words.t("imports-cut"), html! {
                    p { (words.tn("imports-cut-lead", args![count => self.import.rows_read])) }
                    @if frame.may(Right::ManageChannels) {
                        div.row {
                            (one_button(frame, &format!("{address}/run"), &words.t("imports-resume"), "button-primary"))
                            (one_button(frame, &format!("{address}/removal"), &words.t("imports-undo"), ""))
                        }
                    }
                })) }
            };
        };
        let (read, all) = (whole(progress.read), whole(progress.all));
        html! {
            section.card.stack {
                p.strong role="status" { (words.tn("imports-progress", args![read => words.number(read), count => all])) }
                progress.progress max=(all.max(1)) value=(read) aria-label=(words.t("imports-progress-label")) {}
                p.small.muted { (words.t("imports-leave")) }
                p { a href=(address) { (words.t("imports-look-again")) } }
            }
        }
    }

    fn done(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let import = &self.import;
        let counts = [
            ("imports-new-posts", import.rows_imported),
            ("imports-updated", import.rows_updated),
            ("imports-unchanged", import.rows_unchanged),
            ("imports-left-out", import.rows_left_out),
        ];
        // A file that said nothing new brought nothing: its network's posts are shown instead.
        let which = match import.rows_imported + import.rows_updated {
            0 => format!("network={}", import.plan.network),
            _ => format!("import={}", import.id),
        };
        let see = |page: &str| frame.url(&format!("{page}?{which}"));
        html! {
            div.stack.stack-lg {
                ul.tiles { @for (key, count) in counts { li.tile {
                    span.tile-label { (words.t(key)) }
                    span.tile-value { (words.number(count)) }
                    span.tile-note { (words.t(&format!("{key}-note"))) }
                } } }
                div.row {
                    (link_button(&words.t("imports-see-posts"), &see("measures"), "button-primary"))
                    (link_button(&words.t("imports-see-comparisons"), &see("measures/comparisons"), ""))
                    @if frame.may(Right::ManageChannels) {
                        (one_button(frame, &frame.url(&format!("imports/{}/removal", import.id)), &words.t("imports-undo"), "button-quiet"))
                    }
                }
                (self.problems(words))
            }
        }
    }

    fn problems(&self, words: &Words) -> Markup {
        let problems = &self.import.problems;
        if problems.count == 0 {
            return notice(
                Tone::Success,
                &words.t("imports-no-problem"),
                html! { p { (words.t("imports-no-problem-lead")) } },
            );
        }
        let (count, listed) = (whole(problems.count), whole(problems.list.len()));
        html! {
            section.card.card-flush {
                div.card-head { div {
                    h2 { (words.tn("imports-problems", args![count => count])) }
                    p.small.muted { (words.t("imports-problems-lead")) }
                } }
                div.table-wrap { table.table.table-cards {
                    caption.visually-hidden { (words.t("imports-problems-caption")) }
                    thead { tr { @for key in ["imports-line", "imports-column", "imports-cell", "imports-what"] { th scope="col" { (words.t(key)) } } } }
                    tbody { @for problem in &problems.list { (line(words, problem)) } }
                } }
                @if count > listed { p.card-foot.small.muted { (words.tn("imports-problems-more", args![count => count - listed])) } }
            }
        }
    }
}

page_samples!(ImportPage);

fn line(words: &Words, problem: &Problem) -> Markup {
    html! {
        tr {
            th scope="row" { (words.tn("imports-line-number", args![line => i64::try_from(problem.line).unwrap_or_default()])) }
            td data-label=(words.t("imports-column")) { (problem.column) }
            td data-label=(words.t("imports-cell")) { @if !problem.cell.is_empty() { code { (problem.cell) } } }
            td data-label=(words.t("imports-what")) { (words.t(problem_key(problem.kind))) }
        }
    }
}

/// The words of a problem.
pub(super) fn problem_key(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::NotANumber => "import-problem-not-a-number",
        ProblemKind::NotWhole => "import-problem-not-whole",
        ProblemKind::Negative => "import-problem-negative",
        ProblemKind::TooLarge => "import-problem-too-large",
        ProblemKind::NotADate => "import-problem-not-a-date",
        ProblemKind::OutOfRange => "import-problem-out-of-range",
        ProblemKind::NotYesOrNo => "import-problem-not-yes-or-no",
        ProblemKind::DamagedId => "import-problem-damaged-id",
        ProblemKind::NoFigure => "import-problem-no-figure",
        ProblemKind::TooManyCells => "import-problem-too-many-cells",
    }
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
