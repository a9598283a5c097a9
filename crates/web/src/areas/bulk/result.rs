//! What came of a file.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use database::Tx;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use publishing::bulk::{DoneLine, ImportState, LineProblem, PostImport, ProblemKind, Progress};

use super::one::sample_imports;
use super::table::problems;
use crate::parts::{Tone, badge, crumbs, link_button, notice, one_button, page_header_under, time};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Takes away what a file brought and has not left.
pub async fn undo(
    here: InBrand,
    Path((_, id)): Path<(String, Id<PostImport>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let mut import = PostImport::load(id, &here.actor, &mut tx).await?;
    let stay = import.undo(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let said = if stay == 0 { "bulk-was-undone" } else { "bulk-was-partly-undone" };
    let go = here.go(&format!("posts/imports/{id}")).saying(said);
    Ok(go.with("count", here.words().number(i64::try_from(stay).unwrap_or(0))).into_response())
}

/// « What came of this file? »
pub struct ResultPage {
    import: PostImport,
    progress: Progress,
    all: i64,
    lines: Vec<DoneLine>,
}

impl ResultPage {
    pub(super) async fn load(
        here: &InBrand,
        import: PostImport,
        tx: &mut Tx,
    ) -> Result<Self, Refusal> {
        let _ = here;
        let progress = import.progress(tx).await?;
        let mut lines = import.lines(tx).await?;
        lines.retain(|line| !line.problems.is_empty());
        let all = i64::try_from(import.sheet.rows.len()).unwrap_or(i64::MAX);
        Ok(Self { import, progress, all, lines })
    }

    fn running(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.card.stack {
                p.strong role="status" { (words.tn("bulk-progress", args![done => words.number(self.progress.done), count => self.all])) }
                progress.progress max=(self.all.max(1)) value=(self.progress.done) aria-label=(words.t("bulk-progress-label")) {}
                p.small.muted { (words.t("imports-leave")) }
                p { a href=(frame.url(&format!("posts/imports/{}", self.import.id))) { (words.t("imports-look-again")) } }
            }
        }
    }

    fn done(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let address = frame.url(&format!("posts/imports/{}/end", self.import.id));
        html! {
            div.stack.stack-lg {
                ul.tiles {
                    li.tile { span.tile-label { (words.t("bulk-made")) } span.tile-value { (words.number(self.progress.made)) } }
                    li.tile { span.tile-label { (words.t("bulk-with-remarks")) } span.tile-value { (words.number(self.progress.problems)) } }
                    li.tile { span.tile-label { (words.t("bulk-not-made")) } span.tile-value { (words.number(self.progress.done - self.progress.made)) } }
                }
                div.row {
                    (link_button(&words.t("bulk-see-posts"), &frame.url("posts"), "button-primary"))
                    (link_button(&words.t("bulk-see-calendar"), &frame.url("calendar"), ""))
                    @if frame.may(Right::Publish) { (one_button(frame, &address, &words.t("bulk-undo"), "button-quiet")) }
                }
                (self.remarks(frame))
            }
        }
    }

    fn remarks(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        if self.lines.is_empty() {
            return notice(Tone::Success, &words.t("bulk-all-fine"), html! {});
        }
        html! {
            section.stack {
                h2.section-title { (words.t("bulk-remarks")) }
                div.table-wrap tabindex="0" role="region" aria-label=(words.t("bulk-remarks")) {
                    table.table {
                        thead { tr { th scope="col" { (words.t("bulk-line")) } th scope="col" { (words.t("bulk-remarks")) } th scope="col" { (words.t("bulk-post")) } } }
                        tbody { @for line in &self.lines { tr {
                            th scope="row" { (words.number(line.line)) }
                            td { (problems(words, &line.problems)) }
                            td { @match line.post {
                                Some(post) => a href=(frame.url(&format!("posts/{post}"))) { (words.t("bulk-see-post")) },
                                None => span.muted { (words.t("bulk-no-post")) },
                            } }
                        } } }
                    }
                }
            }
        }
    }
}

impl Page for ResultPage {
    fn samples() -> Vec<Self> {
        let problem = LineProblem { kind: ProblemKind::UnknownChannel, cell: "Instagram".into() };
        let line = |post| DoneLine { line: 7, post, problems: vec![problem.clone()] };
        let imports = sample_imports().into_iter().skip(1);
        let page = |import: PostImport| Self {
            lines: vec![line(None), line(Some(Id::from_uuid(uuid::Uuid::nil())))],
            progress: Progress { done: 6, made: 5, problems: 2 },
            all: 12,
            import,
        };
        imports.map(page).collect()
    }

    fn title(&self, _frame: &Frame) -> String {
        self.import.file_name.clone()
    }

    fn shape(&self) -> Shape {
        Shape::Room("posts", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(
            frame,
            &[
                (&words.t("shell-room-posts"), &frame.url("posts")),
                (&words.t("bulk-title"), &frame.url("posts/imports")),
            ],
        );
        let (name, tone) = super::state(words, self.import.state);
        let at = self.import.created_at;
        let lead = html! { (badge(&name, tone)) " " (time(words, at, &words.relative(at))) };
        let running = self.import.state == ImportState::Running;
        let again = running.then(|| frame.url(&format!("posts/imports/{}", self.import.id)));
        html! {
            div id="bulk" data-refresh=[again] data-every="2" {
                (page_header_under(above, &self.title(frame), lead, html! {}))
                @match self.import.state {
                    ImportState::Running | ImportState::Proposed => (self.running(frame)),
                    ImportState::Done => (self.done(frame)),
                    ImportState::Undone => (notice(Tone::Info, &words.t("bulk-undone"), html! { p { (words.t("bulk-undone-lead")) } })),
                }
            }
        }
    }
}

page_samples!(ResultPage);
