//! An import and its plan as they are written and read.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use measurement::insights::{
    DateOrder, Field, Import, ImportPlan, ImportState, LeftOut, NumberStyle, Sheet, Weekdays,
};
use measurement::statistics::Ingredient;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::areas::api::shared::{FieldProblem, Ident, Moment, Problem, word};

word! {
    /// Where an import stands.
    ImportStateWord(ImportState);
}

/// A file of insights on its way in, or in.
#[derive(Serialize, ToSchema)]
#[schema(as = Import)]
pub struct ImportBody {
    pub id: Ident,
    state: ImportStateWord,
    file_name: String,
    plan: PlanBody,
    /// Rows read so far.
    rows_read: i64,
    /// Posts it brought.
    rows_imported: i64,
    /// Posts already known whose figures it changed.
    rows_updated: i64,
    /// Posts already known of which it says nothing new.
    rows_unchanged: i64,
    /// Rows left out: days of a breakdown, totals, rows without figures.
    rows_left_out: i64,
    /// How much could not be read, in all.
    problem_count: usize,
    /// The first 200 of it.
    problems: Vec<CellProblem>,
    created_at: Moment,
    ended_at: Option<Moment>,
}

/// What could not be read, where.
#[derive(Serialize, ToSchema)]
pub struct CellProblem {
    /// Line of the file, from 1.
    line: u64,
    column: String,
    /// What went wrong: `not_a_number`, `not_a_date`, `damaged_id`…
    #[schema(value_type = String, example = "not_a_number")]
    kind: measurement::insights::ProblemKind,
    cell: String,
}

/// How a file is read.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportPlan)]
pub struct PlanBody {
    /// The export that was recognised.
    #[schema(example = "meta_facebook")]
    template: Option<String>,
    #[schema(example = "facebook")]
    network: String,
    channel: Option<Ident>,
    /// The column of each field, from 0.
    #[schema(value_type = BTreeMap<String, usize>, example = json!({"remote_id": 0, "reactions": 5}))]
    columns: BTreeMap<&'static str, usize>,
    /// The zone of its times.
    #[schema(example = "Europe/Paris")]
    zone: String,
    /// `month_first` or `day_first`.
    #[schema(value_type = String, example = "month_first")]
    order: DateOrder,
    /// `whole`, `point_decimal` or `comma_decimal`.
    #[schema(value_type = String, example = "whole")]
    numbers: NumberStyle,
    /// `monday_first` or `sunday_first`.
    #[schema(value_type = String, example = "monday_first")]
    weekdays: Weekdays,
}

impl From<ImportPlan> for PlanBody {
    fn from(plan: ImportPlan) -> Self {
        Self {
            template: plan.template,
            network: plan.network,
            channel: plan.channel.map(Ident::from),
            columns: plan.columns.into_iter().map(|(field, column)| (field.id(), column)).collect(),
            zone: plan.zone,
            order: plan.order,
            numbers: plan.numbers,
            weekdays: plan.weekdays,
        }
    }
}

impl From<Import> for ImportBody {
    fn from(import: Import) -> Self {
        let problems = import.problems.list.into_iter().map(|problem| CellProblem {
            line: problem.line,
            column: problem.column,
            kind: problem.kind,
            cell: problem.cell,
        });
        Self {
            id: import.id.into(),
            state: import.state.into(),
            file_name: import.plan.file_name.clone(),
            plan: import.plan.into(),
            rows_read: import.rows_read,
            rows_imported: import.rows_imported,
            rows_updated: import.rows_updated,
            rows_unchanged: import.rows_unchanged,
            rows_left_out: import.rows_left_out,
            problem_count: import.problems.count,
            problems: problems.collect(),
            created_at: import.created_at.into(),
            ended_at: import.ended_at.map(Moment::from),
        }
    }
}

/// A file just taken in, with what a person needs to check its plan.
#[derive(Serialize, ToSchema)]
pub struct ImportProposed {
    #[serde(flatten)]
    import: ImportBody,
    /// The names of the file’s columns.
    header: Vec<String>,
    /// How many rows the file has.
    rows: usize,
    /// The first rows as the plan reads them.
    preview: Vec<PreviewBody>,
}

/// A row as the plan reads it.
#[derive(Serialize, ToSchema)]
#[schema(as = PreviewRow)]
pub struct PreviewBody {
    /// Line of the file, from 1.
    line: u64,
    /// Why it would be left out: `one_day`, `total`, `no_figure`, `too_many_cells`.
    left_out: Option<&'static str>,
    text: Option<String>,
    published_at: Option<Moment>,
    /// The figures that are known, by name.
    figures: BTreeMap<&'static str, i64>,
}

impl ImportProposed {
    /// An import, and its file as the plan reads it.
    pub fn new(import: Import, sheet: &Sheet, zone: &TimeZone) -> Self {
        let preview = import.plan.preview(sheet, zone, 5).into_iter().map(|row| match row.row {
            Ok(read) => PreviewBody {
                line: row.line,
                left_out: None,
                published_at: read.published_at.map(Moment::from),
                figures: Ingredient::ALL
                    .into_iter()
                    .filter_map(|one| Some((one.id(), read.figures.get(one)?)))
                    .collect(),
                text: Some(read.text),
            },
            Err(why) => PreviewBody {
                line: row.line,
                left_out: Some(left_out(why)),
                text: None,
                published_at: None,
                figures: BTreeMap::new(),
            },
        });
        let preview = preview.collect();
        Self {
            header: sheet.header.clone(),
            rows: sheet.rows.len(),
            preview,
            import: import.into(),
        }
    }
}

fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::OneDay => "one_day",
        LeftOut::Total => "total",
        LeftOut::NoFigure => "no_figure",
        LeftOut::TooManyCells => "too_many_cells",
    }
}

/// How a file is to be read; what is left out is as recognised.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanChange {
    #[schema(example = "facebook")]
    network: Option<String>,
    /// The channel that its posts are on.
    channel: Option<Ident>,
    /// The column of each field, from 0: all of them. Fields are `remote_id`, `url`, `text`,
    /// `format`, `published_at`, `month`, `weekday`, `hour`, `paid`, `topic`, `period`, and each
    /// figure by its name.
    #[schema(example = json!({"remote_id": 0, "reactions": 5}))]
    columns: Option<BTreeMap<String, usize>>,
    #[schema(example = "Europe/Paris")]
    zone: Option<String>,
    /// `month_first` or `day_first`.
    #[schema(value_type = Option<String>, example = "day_first")]
    order: Option<DateOrder>,
    /// `whole`, `point_decimal` or `comma_decimal`.
    #[schema(value_type = Option<String>, example = "whole")]
    numbers: Option<NumberStyle>,
    /// `monday_first` or `sunday_first`.
    #[schema(value_type = Option<String>, example = "monday_first")]
    weekdays: Option<Weekdays>,
}

impl PlanChange {
    /// A plan, changed as asked.
    ///
    /// # Errors
    /// A problem of each field that is not one.
    pub fn apply(self, plan: &mut ImportPlan, sheet: &Sheet) -> Result<(), Problem> {
        if let Some(columns) = self.columns {
            plan.columns = named(columns)?;
            plan.guess(sheet);
        }
        if let Some(network) = self.network {
            plan.network = network.trim().to_owned();
        }
        plan.channel = self.channel.map(Ident::of).or(plan.channel);
        plan.zone = self.zone.unwrap_or_else(|| plan.zone.clone());
        plan.order = self.order.unwrap_or(plan.order);
        plan.numbers = self.numbers.unwrap_or(plan.numbers);
        plan.weekdays = self.weekdays.unwrap_or(plan.weekdays);
        Ok(())
    }
}

fn named(columns: BTreeMap<String, usize>) -> Result<BTreeMap<Field, usize>, Problem> {
    let mut known = BTreeMap::new();
    let mut wrong = Vec::new();
    for (name, column) in columns {
        match Field::parse(&name) {
            Some(field) => drop(known.insert(field, column)),
            None => wrong.push(FieldProblem::new(format!("plan.columns.{name}"), "unknown_field")),
        }
    }
    if wrong.is_empty() { Ok(known) } else { Err(Problem::fields(wrong)) }
}
