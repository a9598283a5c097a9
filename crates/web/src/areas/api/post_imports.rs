//! Files of posts: a line each, looked at before anything is made.

use axum::Json;
use axum::response::Response;
use database::Tx;
use platform::Right;
use primitives::Id;
use publishing::bulk::{
    Becomes, Column, ImportState, Known, Line, LineProblem, Plan, PostImport, ProblemKind, Sheet,
};
use serde::{Deserialize, Serialize};
use tables::DateOrder;
use utoipa::ToSchema;

use super::posts::ScheduleBody;
use super::shared::{At, Caller, Ident, Input, Listing, Moment, Parts, Problem, word};
use crate::words::{Words, args};

/// How many lines of a proposal are told.
const PREVIEW: usize = 100;

word! {
    /// Where an import of posts stands.
    PostImportStateWord(ImportState);
    /// What a column of a file holds.
    ColumnWord(Column);
    /// What each line becomes.
    BecomesWord(Becomes);
    /// What is wrong with a line.
    LineProblemWord(ProblemKind);
}

/// A file of posts.
#[derive(Serialize, ToSchema)]
#[schema(as = PostImport)]
pub struct PostImportBody {
    pub id: Ident,
    state: PostImportStateWord,
    file_name: String,
    by: Option<Ident>,
    created_at: Moment,
    ended_at: Option<Moment>,
}

impl From<&PostImport> for PostImportBody {
    fn from(import: &PostImport) -> Self {
        Self {
            id: import.id.into(),
            state: import.state.into(),
            file_name: import.file_name.clone(),
            by: import.by.map(Ident::from),
            created_at: import.created_at.into(),
            ended_at: import.ended_at.map(Moment::from),
        }
    }
}

/// Which column is what, and what becomes of the lines.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PostImportPlan)]
pub struct PlanBody {
    /// What each column is, in the table’s order.
    #[schema(example = json!(["text", "date", "channels", "ignored"]))]
    columns: Vec<ColumnWord>,
    /// What the first number of 03/01/2026 is: `day_first` or `month_first`.
    #[schema(value_type = String, example = "day_first")]
    order: DateOrder,
    /// The channels of lines that name none.
    #[serde(default)]
    channels: Vec<Ident>,
    becomes: BecomesWord,
}

impl From<&Plan> for PlanBody {
    fn from(plan: &Plan) -> Self {
        Self {
            columns: plan.columns.iter().copied().map(ColumnWord).collect(),
            order: plan.order,
            channels: plan.channels.iter().copied().map(Ident::from).collect(),
            becomes: plan.becomes.into(),
        }
    }
}

/// A file of posts, with its plan and its lines.
#[derive(Serialize, ToSchema)]
pub struct PostImportInFull {
    #[serde(flatten)]
    import: PostImportBody,
    /// The names of the file’s columns.
    header: Vec<String>,
    plan: PlanBody,
    /// How many lines the file has.
    lines_in_all: usize,
    /// Of a proposal: what the first hundred lines would become, then those with a problem.
    lines: Vec<LineBody>,
    /// How far it has come.
    progress: ProgressBody,
    /// What each line became, once it is running.
    done: Vec<DoneLineBody>,
}

/// How far an import has come.
#[derive(Serialize, ToSchema)]
#[schema(as = PostImportProgress)]
pub struct ProgressBody {
    /// Lines that have been done.
    done: i64,
    /// Posts that were made.
    made: i64,
    /// Lines that met a problem.
    problems: i64,
}

/// What a line would become.
#[derive(Serialize, ToSchema)]
#[schema(as = PostImportLine)]
pub struct LineBody {
    /// Line of the file, from 1.
    line: i64,
    text: String,
    at: Option<ScheduleBody>,
    channels: Vec<Ident>,
    problems: Vec<LineProblemBody>,
    /// Whether a post can be made of it at all.
    makes_a_post: bool,
}

/// What is wrong with a line.
#[derive(Serialize, ToSchema)]
#[schema(as = LineProblem)]
pub struct LineProblemBody {
    kind: LineProblemWord,
    /// What the cell says.
    cell: String,
    /// The problem, in the language asked for.
    said: String,
}

impl LineProblemBody {
    fn all(problems: &[LineProblem], words: &Words) -> Vec<Self> {
        let body = |problem: &LineProblem| Self {
            kind: problem.kind.into(),
            cell: problem.cell.clone(),
            said: line_problem(words, problem),
        };
        problems.iter().map(body).collect()
    }
}

/// A problem of a line, in words.
pub fn line_problem(words: &Words, problem: &LineProblem) -> String {
    let key = format!("bulk-problem-{}", problem.kind.as_str().replace('_', "-"));
    words.tn(&key, args![cell => problem.cell.as_str()])
}

/// What a line became.
#[derive(Serialize, ToSchema)]
pub struct DoneLineBody {
    /// Line of the file, from 1.
    line: i64,
    post: Option<Ident>,
    problems: Vec<LineProblemBody>,
}

async fn in_full(
    import: &PostImport,
    caller: &Caller,
    tx: &mut Tx,
) -> Result<PostImportInFull, Problem> {
    let mut lines = Vec::new();
    if import.state == ImportState::Proposed {
        let known = Known::of(&caller.actor, tx).await?;
        for (index, row) in import.sheet.rows.iter().enumerate() {
            let line = Line::read(row, &import.plan, &known);
            if index < PREVIEW || !line.problems.is_empty() {
                lines.push(LineBody {
                    line: line.line,
                    makes_a_post: line.makes_a_post(),
                    at: line.at.as_ref().map(ScheduleBody::from),
                    channels: line.channels.iter().copied().map(Ident::from).collect(),
                    problems: LineProblemBody::all(&line.problems, &caller.words),
                    text: line.text,
                });
            }
        }
    }
    let progress = import.progress(tx).await?;
    let done = import.lines(tx).await?;
    let done = done.into_iter().map(|line| DoneLineBody {
        line: line.line,
        post: line.post.map(Ident::from),
        problems: LineProblemBody::all(&line.problems, &caller.words),
    });
    Ok(PostImportInFull {
        import: import.into(),
        header: import.sheet.header.clone(),
        plan: (&import.plan).into(),
        lines_in_all: import.sheet.rows.len(),
        lines,
        progress: ProgressBody {
            done: progress.done,
            made: progress.made,
            problems: progress.problems,
        },
        done: done.collect(),
    })
}

/// The latest files of posts, the newest first
#[utoipa::path(get, path = "/api/v1/post-imports", operation_id = "post_imports", tag = "posts",
    security(("token" = ["posts:read"])),
    responses((status = 200, description = "At most 30", body = Listing<PostImportBody>)))]
pub async fn list(caller: Caller) -> Result<Json<Listing<PostImportBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = PostImport::latest(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.iter().map(PostImportBody::from))))
}

/// A file of posts, as a form.
#[derive(ToSchema)]
#[allow(dead_code)]
pub struct PostImportForm {
    /// A CSV, XLSX or XLS file with a line for each post.
    #[schema(value_type = String, format = "binary")]
    file: Vec<u8>,
}

/// Take a file of posts in, with a plan to look at
///
/// Nothing is made until it is run.
#[utoipa::path(post, path = "/api/v1/post-imports", operation_id = "post_import_propose", tag = "posts",
    security(("token" = ["posts:write"])),
    request_body(description = "A form, or the file itself", content(
        (PostImportForm = "multipart/form-data"), (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (Vec<u8> = "application/vnd.ms-excel"))),
    responses((status = 201, description = "The file as the plan reads it", body = PostImportInFull)))]
pub async fn propose(caller: Caller, parts: Parts) -> Result<Response, Problem> {
    caller.must(Right::Draft)?;
    let parts = parts.only(&[])?;
    let bytes = parts.file.clone();
    let read = tokio::task::spawn_blocking(move || Sheet::read(&bytes)).await;
    let sheet = read.map_err(Problem::fault)??;
    let mut tx = caller.begin().await?;
    let import = PostImport::propose(sheet, &parts.name, &caller.actor, &mut tx).await?;
    let body = in_full(&import, &caller, &mut tx).await?;
    caller.created(tx, &body).await
}

/// One file of posts, how far it is and what its lines became
#[utoipa::path(get, path = "/api/v1/post-imports/{import}", operation_id = "post_import", tag = "posts",
    security(("token" = ["posts:read"])), params(("import" = Ident, Path, description = "The import")),
    responses((status = 200, description = "The import", body = PostImportInFull)))]
pub async fn get(
    caller: Caller,
    At(id): At<PostImport>,
) -> Result<Json<PostImportInFull>, Problem> {
    let mut tx = caller.read().await?;
    let import = PostImport::load(id, &caller.actor, &mut tx).await?;
    Ok(Json(in_full(&import, &caller, &mut tx).await?))
}

/// Change which column is what, before it is run
#[utoipa::path(put, path = "/api/v1/post-imports/{import}/plan", operation_id = "post_import_plan", tag = "posts",
    security(("token" = ["posts:write"])), params(("import" = Ident, Path, description = "The import")),
    request_body = PlanBody,
    responses((status = 200, description = "The file as the plan now reads it", body = PostImportInFull)))]
pub async fn plan(
    caller: Caller,
    At(id): At<PostImport>,
    Input(new): Input<PlanBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let mut import = PostImport::load(id, &caller.actor, &mut tx).await?;
    if new.columns.len() != import.sheet.header.len() {
        return Err(Problem::field("columns", "one_for_each_column"));
    }
    let known = Known::of(&caller.actor, &mut tx).await?;
    let channels: Vec<Id<channels::Channel>> = new.channels.into_iter().map(Ident::of).collect();
    if channels.iter().any(|id| known.channels.iter().all(|(one, _)| one != id)) {
        return Err(Problem::field("channels", "no_such_channel"));
    }
    let columns = new.columns.into_iter().map(|column| column.0).collect();
    let plan = Plan { columns, order: new.order, channels, becomes: new.becomes.0 };
    import.change_plan(plan, &caller.actor, &mut tx).await?;
    let body = in_full(&import, &caller, &mut tx).await?;
    caller.changed(tx, &body).await
}

/// Make a post of each line
///
/// It goes on after the answer: read the import again to see how far it is.
#[utoipa::path(post, path = "/api/v1/post-imports/{import}/run", operation_id = "post_import_run", tag = "posts",
    security(("token" = ["posts:write"])), params(("import" = Ident, Path, description = "The import")),
    responses((status = 202, description = "The import, which is being run", body = PostImportBody)))]
pub async fn run(caller: Caller, At(id): At<PostImport>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let mut import = PostImport::load(id, &caller.actor, &mut tx).await?;
    import.start(&caller.actor, &mut tx).await?;
    caller.accepted(tx, &PostImportBody::from(&import)).await
}

/// What stays of an import that was undone.
#[derive(Serialize, ToSchema)]
pub struct PostImportUndone {
    #[serde(flatten)]
    import: PostImportBody,
    /// How many posts stay because part of them has been published.
    stay: usize,
}

/// Take away what an import made and has not left
#[utoipa::path(delete, path = "/api/v1/post-imports/{import}", operation_id = "post_import_undo", tag = "posts",
    security(("token" = ["posts:write"])), params(("import" = Ident, Path, description = "The import")),
    responses((status = 200, description = "The import, undone", body = PostImportUndone)))]
pub async fn undo(caller: Caller, At(id): At<PostImport>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let mut import = PostImport::load(id, &caller.actor, &mut tx).await?;
    let stay = import.undo(&caller.actor, &mut tx).await?;
    caller.changed(tx, &PostImportUndone { import: (&import).into(), stay }).await
}
