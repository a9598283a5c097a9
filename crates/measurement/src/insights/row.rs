//! One row of an export, read as a plan says.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use platform::media::MediaStore;
use primitives::text::shorten;
use serde::{Deserialize, Serialize};

use super::cells;
use super::field::{Field, normal};
use super::number::{count, says_unknown};
use super::plan::ImportPlan;
use super::problem::{Problem, ProblemKind};
use super::sheet::Sheet;
use super::template::Template;
use crate::measured::{Format, Placed};
use crate::statistics::{Ingredient, PostFigures};
use tables::Row as SheetRow;
use tables::date::when;

/// The longest text kept of a post, in graphemes.
const LONGEST_TEXT: usize = 10_000;
/// The longest key kept as it is, in bytes.
const LONGEST_KEY: usize = 500;

/// A row read: a post and its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedRow {
    /// The id at the network, the address, or what stands for them: a hash of what the row says.
    pub remote_id: String,
    /// The public address.
    pub url: Option<String>,
    /// The words.
    pub text: String,
    /// What it is made of.
    pub format: Format,
    /// What it is about.
    pub topic: Option<String>,
    /// Whether reach was bought; from the export's own flag, else from its paid reach.
    pub paid: Option<bool>,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// Where that falls in the brand's calendar.
    pub placed: Placed,
    /// The figures, followers among them.
    pub figures: PostFigures,
}

/// Why a row is not imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// It counts one day of a post whose total is on another row.
    OneDay,
    /// It is the total of the others.
    Total,
    /// It holds no figure.
    NoFigure,
    /// It has more cells than the header: its quotes are broken.
    TooManyCells,
}

/// Reads the rows of a sheet in order; counts rows that say the same, to tell them apart.
pub(super) struct RowReader<'a> {
    plan: &'a ImportPlan,
    header: &'a [String],
    template: Option<&'static Template>,
    zone: TimeZone,
    brand_zone: TimeZone,
    twins: HashMap<String, usize>,
}

/// What reading one row gave.
pub(super) struct ReadRow {
    pub row: Result<ImportedRow, LeftOut>,
    pub problems: Vec<Problem>,
}

impl<'a> RowReader<'a> {
    pub fn new(plan: &'a ImportPlan, sheet: &'a Sheet, brand_zone: TimeZone) -> Self {
        let zone = TimeZone::get(&plan.zone).unwrap_or_else(|_| brand_zone.clone());
        let template = plan.template.as_deref().and_then(Template::by_key);
        Self { plan, header: &sheet.header, template, zone, brand_zone, twins: HashMap::new() }
    }

    pub fn read(&mut self, row: &'a SheetRow) -> ReadRow {
        let mut cells = Cells { reader: self, row, problems: Vec::new() };
        let found = cells.imported();
        let problems = cells.problems;
        let row = found.map(|(mut imported, own_id)| {
            if !own_id {
                let twins = self.twins.entry(imported.remote_id.clone()).or_insert(0);
                *twins += 1;
                imported.remote_id = format!("row:{}:{twins}", imported.remote_id);
            }
            imported
        });
        ReadRow { row, problems }
    }
}

struct Cells<'r, 'a> {
    reader: &'r RowReader<'a>,
    row: &'a SheetRow,
    problems: Vec<Problem>,
}

impl<'a> Cells<'_, 'a> {
    /// The post of the row, and whether its id is its own rather than a hash.
    fn imported(&mut self) -> Result<(ImportedRow, bool), LeftOut> {
        if self.row.cells.iter().skip(self.reader.header.len()).any(|cell| !cell.is_empty()) {
            self.problem(None, ProblemKind::TooManyCells);
            return Err(LeftOut::TooManyCells);
        }
        if self.is_total() {
            return Err(LeftOut::Total);
        }
        if self.is_one_day() {
            return Err(LeftOut::OneDay);
        }
        let figures = self.figures();
        let known = |kind: &Ingredient| figures.get(*kind).is_some();
        if !Ingredient::ALL.iter().filter(|kind| **kind != Ingredient::Followers).any(known) {
            self.problem(None, ProblemKind::NoFigure);
            return Err(LeftOut::NoFigure);
        }
        let (published_at, placed) = self.published();
        let (remote_id, own_id) = self.key();
        let said = self.format();
        let row = ImportedRow {
            remote_id,
            url: self.url().map(str::to_owned),
            text: shorten(self.cell(Field::Text).unwrap_or_default(), LONGEST_TEXT).to_string(),
            format: said.or(self.reader.template.and_then(|t| t.format)).unwrap_or(Format::Unknown),
            topic: self.cell(Field::Topic).map(|topic| shorten(topic, 200).to_string()),
            paid: self.paid(&figures),
            published_at,
            placed,
            figures,
        };
        Ok((row, own_id))
    }

    /// What a cell says; `None` for a column that is not mapped or a cell that says nothing.
    fn cell(&self, field: Field) -> Option<&'a str> {
        let column = *self.reader.plan.columns.get(&field)?;
        let cell = self.row.cells.get(column)?.as_str();
        (!says_unknown(cell)).then_some(cell)
    }

    fn is_total(&self) -> bool {
        let id = self.cell(Field::RemoteId).or_else(|| self.cell(Field::Url));
        let is_total = |cell| matches!(normal(cell).as_str(), "total" | "totals" | "totaux");
        id.is_some_and(is_total) && self.cell(Field::PublishedAt).is_none()
    }

    /// A row of a daily breakdown has a date where others have `Lifetime` or `Global`.
    fn is_one_day(&self) -> bool {
        self.cell(Field::Period).is_some_and(|cell| when(cell, self.reader.plan.order).is_some())
    }

    fn figures(&mut self) -> PostFigures {
        let mut figures = PostFigures::default();
        for kind in Ingredient::ALL {
            let field = Field::Figure(kind);
            let Some(cell) = self.cell(field) else { continue };
            match count(cell, self.reader.plan.numbers) {
                Ok(value) => figures.set(kind, value),
                Err(error) => self.problem(Some(field), ProblemKind::from(error)),
            }
        }
        figures
    }

    fn published(&mut self) -> (Option<Timestamp>, Placed) {
        let plan = self.reader.plan;
        let Some(cell) = self.cell(Field::PublishedAt) else { return (None, self.placed()) };
        let read = when(cell, plan.order);
        let Some((when, at)) = read.and_then(|w| Some((w, w.instant(&self.reader.zone)?))) else {
            self.problem(Some(Field::PublishedAt), ProblemKind::NotADate);
            return (None, self.placed());
        };
        let placed = match when.time {
            Some(_) => Placed::of(at, &self.reader.brand_zone),
            None => placed_on(when.date),
        };
        (Some(at), placed)
    }

    /// From columns of their own, where there is no date.
    fn placed(&mut self) -> Placed {
        let weekdays = self.reader.plan.weekdays;
        Placed {
            month: self.part(Field::Month, cells::month_of),
            weekday: self.part(Field::Weekday, |cell| cells::weekday(cell, weekdays)),
            hour: self.part(Field::Hour, |cell| cells::between(cell, 0, 23)),
        }
    }

    fn part(
        &mut self,
        field: Field,
        read: impl Fn(&str) -> Result<Option<i64>, cells::Unreadable>,
    ) -> Option<i64> {
        let cell = self.cell(field)?;
        read(cell).unwrap_or_else(|_| {
            self.problem(Some(field), ProblemKind::OutOfRange);
            None
        })
    }

    fn format(&self) -> Option<Format> {
        self.cell(Field::Format).and_then(cells::format)
    }

    fn paid(&mut self, figures: &PostFigures) -> Option<bool> {
        let bought = figures.reach_paid.or(figures.impressions_paid).map(|people| people > 0);
        let Some(cell) = self.cell(Field::Paid) else { return bought };
        cells::paid(cell).unwrap_or_else(|_| {
            self.problem(Some(Field::Paid), ProblemKind::NotYesOrNo);
            None
        })
    }

    fn url(&self) -> Option<&'a str> {
        let url = self.cell(Field::Url)?;
        (url.starts_with("https://") || url.starts_with("http://")).then_some(url)
    }

    /// The id; else the address; else a hash of the words and the date, or of the whole row.
    fn key(&mut self) -> (String, bool) {
        if let Some(id) = self.cell(Field::RemoteId) {
            if !is_rounded(id) {
                return (short_key(id), true);
            }
            self.problem(Some(Field::RemoteId), ProblemKind::DamagedId);
        }
        if let Some(url) = self.cell(Field::Url) {
            return (short_key(url), true);
        }
        let said = match (self.cell(Field::Text), self.cell(Field::PublishedAt)) {
            (Some(text), Some(at)) => vec![at, text],
            _ => self.row.cells.iter().map(String::as_str).collect(),
        };
        let joined = said.join("\u{1f}");
        let hash = MediaStore::hash(joined.trim_end_matches('\u{1f}').as_bytes());
        (hash[..40].to_owned(), false)
    }

    fn problem(&mut self, field: Option<Field>, kind: ProblemKind) {
        let column = field.and_then(|field| self.reader.plan.columns.get(&field).copied());
        let cell = column.and_then(|column| self.row.cells.get(column));
        let name = column.and_then(|column| self.reader.header.get(column));
        self.problems.push(Problem {
            line: self.row.line,
            column: name.cloned().unwrap_or_default(),
            kind,
            cell: cell.map(|cell| shorten(cell, 80).to_string()).unwrap_or_default(),
        });
    }
}

fn placed_on(date: Date) -> Placed {
    Placed {
        month: Some(i64::from(date.month())),
        weekday: Some(i64::from(date.weekday().to_monday_one_offset())),
        hour: None,
    }
}

/// A key that an index can hold.
fn short_key(key: &str) -> String {
    if key.len() <= LONGEST_KEY { key.to_owned() } else { MediaStore::hash(key.as_bytes()) }
}

/// `1.23457E+18`: what a spreadsheet makes of a long id.
fn is_rounded(id: &str) -> bool {
    let Some((number, power)) = id.split_once(['e', 'E']) else { return false };
    let is_number = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    };
    is_number(number) && power.strip_prefix('+').is_some_and(is_number)
}
