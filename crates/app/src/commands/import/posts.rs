//! `parvis import posts`: a file with a line for each post, looked at before anything is made.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use publishing::bulk::{self, Becomes, Column, Known, Line, Plan, PostImport, Sheet};
use serde_json::{Value, json};
use web::areas::api::told;
use web::words::{Words, args};

use crate::commands::who::{Desk, Who};
use crate::config::Options;
use crate::failure::Failure;

/// How many lines a person is shown of a proposal.
const SHOWN: usize = 20;

/// `parvis import posts`.
#[derive(Debug, Args)]
pub struct Posts {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    who: Who,
    #[arg(long, value_name = "COLUMN=FIELD")]
    map: Vec<String>,
    #[arg(long, value_name = "ACCOUNT")]
    channel: Vec<String>,
    #[arg(long)]
    schedule: bool,
    #[arg(long)]
    yes: bool,
}

/// Shows what each line would become; makes the posts when told so.
pub async fn run(asked: Posts, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    let desk = Desk::open(&asked.who, options, words).await?;
    let bytes = std::fs::read(&asked.file).map_err(|error| Failure::at(&asked.file, error))?;
    let sheet = Sheet::read(&bytes).map_err(|error| desk.no(error))?;
    let mut tx = desk.read().await?;
    let known = desk.known(&mut tx).await?;
    drop(tx);
    let plan = plan(&asked, &sheet, &known, &desk)?;
    if !asked.yes {
        propose(&sheet, &plan, &known, &desk);
        return Ok(ExitCode::SUCCESS);
    }
    let name = asked.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut tx = desk.begin().await?;
    let import = PostImport::propose(sheet, &name, &desk.actor, &mut tx).await;
    let mut import = import.map_err(|error| desk.no(error))?;
    import.change_plan(plan, &desk.actor, &mut tx).await.map_err(|error| desk.no(error))?;
    import.start(&desk.actor, &mut tx).await.map_err(|error| desk.no(error))?;
    tx.commit().await?;
    // A running Parvis may take the same work up: no line is made twice.
    bulk::run(import.id, &desk.kit)
        .await
        .map_err(|error| Failure::because(format!("{error:?}")))?;
    done(&import, &desk).await
}

/// The proposed plan, changed as the flags say.
fn plan(asked: &Posts, sheet: &Sheet, known: &Known, desk: &Desk) -> Result<Plan, Failure> {
    let mut plan = Plan::propose(sheet);
    for pair in &asked.map {
        let (at, column) = mapped(pair, sheet)?;
        for other in plan.columns.iter_mut().filter(|other| **other == column) {
            *other = Column::Ignored;
        }
        plan.columns[at] = column;
    }
    plan.channels = desk.channels(&asked.channel, known)?;
    plan.becomes = if asked.schedule { Becomes::Scheduled } else { Becomes::Draft };
    Ok(plan)
}

/// `Légende=text` or `3=date`: a column by its title, or by its number from 1.
fn mapped(pair: &str, sheet: &Sheet) -> Result<(usize, Column), Failure> {
    let wrong = || {
        let fields: Vec<_> = Column::ALL.iter().map(|column| column.as_str()).collect();
        let given =
            args![pair => pair, fields => fields.join(", "), columns => sheet.header.join(" | ")];
        Failure::misuse("cli-wrong-map", given)
    };
    let (column, field) = pair.rsplit_once('=').ok_or_else(wrong)?;
    let field: Column = field.trim().parse().map_err(|_| wrong())?;
    let by_title = sheet.header.iter().position(|title| title.trim() == column.trim());
    let by_number = || column.trim().parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let at = by_title.or_else(by_number).filter(|at| *at < sheet.header.len());
    Ok((at.ok_or_else(wrong)?, field))
}

fn propose(sheet: &Sheet, plan: &Plan, known: &Known, desk: &Desk) {
    let lines: Vec<Line> = sheet.rows.iter().map(|row| Line::read(row, plan, known)).collect();
    let columns: Vec<_> = sheet
        .header
        .iter()
        .zip(&plan.columns)
        .map(|(title, column)| json!({ "column": title, "field": column.as_str() }))
        .collect();
    let said: Vec<Value> = lines
        .iter()
        .map(|line| {
            let problems: Vec<_> =
                line.problems.iter().map(|one| told::line(one, &desk.words)).collect();
            json!({
                "line": line.line, "text": line.text, "channels": line.channels,
                "at": line.at.as_ref().map(|at| at.at),
                "local_time": line.at.as_ref().map(|at| at.local.to_string()),
                "problems": problems, "makes_a_post": line.makes_a_post(),
            })
        })
        .collect();
    let value = json!({ "columns": columns, "becomes": plan.becomes.as_str(), "lines": said });
    desk.say(&value, || text(sheet, plan, &lines, desk));
}

fn text(sheet: &Sheet, plan: &Plan, lines: &[Line], desk: &Desk) -> String {
    let words = &desk.words;
    let makes = lines.iter().filter(|line| line.makes_a_post()).count();
    let given = args![lines => lines.len(), posts => makes];
    let mut out = vec![words.tn("cli-import-posts-plan", given)];
    for (title, column) in sheet.header.iter().zip(&plan.columns) {
        out.push(format!("  {title} → {}", column.as_str()));
    }
    for (index, line) in lines.iter().enumerate() {
        if index >= SHOWN && line.problems.is_empty() {
            continue;
        }
        let when = line.at.as_ref().map(|at| words.short_moment(at.at)).unwrap_or_default();
        let first = line.text.lines().next().unwrap_or_default();
        out.push(format!("{:>4}  {when:<22}  {}", line.line, primitives::text::shorten(first, 60)));
        for problem in &line.problems {
            out.push(format!("      ! {}", told::line_problem(words, problem)));
        }
    }
    out.push(words.t("cli-import-posts-yes"));
    out.join("\n")
}

async fn done(import: &PostImport, desk: &Desk) -> Result<ExitCode, Failure> {
    let mut tx = desk.read().await?;
    let progress = import.progress(&mut tx).await.map_err(|error| desk.no(error))?;
    let lines = import.lines(&mut tx).await.map_err(|error| desk.no(error))?;
    let said: Vec<Value> = lines
        .iter()
        .map(|line| {
            let problems: Vec<_> =
                line.problems.iter().map(|one| told::line(one, &desk.words)).collect();
            json!({ "line": line.line, "post": line.post, "problems": problems })
        })
        .collect();
    let value = json!({
        "import": import.id, "done": progress.done, "made": progress.made,
        "problems": progress.problems, "lines": said,
    });
    desk.say(&value, || {
        let given = args![made => progress.made, problems => progress.problems];
        let mut out = vec![desk.words.tn("cli-import-posts-done", given)];
        for line in lines.iter().filter(|line| !line.problems.is_empty()) {
            for problem in &line.problems {
                out.push(format!("{:>4}  {}", line.line, told::line_problem(&desk.words, problem)));
            }
        }
        out.join("\n")
    });
    Ok(ExitCode::SUCCESS)
}
