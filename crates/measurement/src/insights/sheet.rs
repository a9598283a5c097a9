//! A table read from a file, whatever the file.

use super::field::{Field, normal};
use super::number::says_unknown;
use super::template::{Template, columns};
use tables::{MOST_ROWS, Row as SheetRow, Table, TableError as SheetError, date};

/// How far down a header is looked for.
const HEADER_WITHIN: usize = 12;

/// A table: one header, rows of text cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The header, as the file writes it.
    pub header: Vec<String>,
    /// The rows under it that hold something.
    pub rows: Vec<SheetRow>,
    /// The export it was recognised as.
    pub template: Option<&'static Template>,
    /// The sheet's name in its workbook.
    pub tab: Option<String>,
}

impl Sheet {
    /// Reads a file: CSV with any usual delimiter and encoding, XLSX, XLS. The content decides,
    /// not the name; of a workbook, the sheet that looks most like an export of posts is taken.
    ///
    /// # Errors
    /// [`SheetError`].
    pub fn read(bytes: &[u8]) -> Result<Self, SheetError> {
        Self::of_tables(tables::read(bytes, |rows| find_header(rows).1)?)
    }

    /// The first `count` cells of a column, for the screen where columns are matched.
    pub fn samples(&self, column: usize, count: usize) -> impl Iterator<Item = &str> {
        self.rows
            .iter()
            .filter_map(move |row| row.cells.get(column))
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
            .take(count)
    }

    fn of_tables(tables: Vec<Table>) -> Result<Self, SheetError> {
        let mut best: Option<(usize, Self)> = None;
        let mut trouble = SheetError::Empty;
        for tab in tables {
            let mut points = find_header(&tab.rows).1;
            match Self::of_rows(tab.rows, tab.name) {
                Ok(sheet) => {
                    points += match sheet.template {
                        Some(template) if template.days => 0,
                        Some(_) => 100,
                        None => 1,
                    };
                    if best.as_ref().is_none_or(|(most, _)| points > *most) {
                        best = Some((points, sheet));
                    }
                }
                Err(error) => trouble = error,
            }
        }
        best.map(|(_, sheet)| sheet).ok_or(trouble)
    }

    fn of_rows(mut rows: Vec<SheetRow>, tab: Option<String>) -> Result<Self, SheetError> {
        if rows.is_empty() {
            return Err(SheetError::Empty);
        }
        if rows.len() > MOST_ROWS {
            return Err(SheetError::TooLarge);
        }
        let (at, recognised) = find_header(&rows);
        if recognised == 0 && !could_be_header(&rows[at].cells) {
            return Err(SheetError::NoHeader);
        }
        let mut header = rows[at].cells.clone();
        let mut first = at + 1;
        if let Some(second) = rows.get(first).filter(|row| is_second_header(&header, &row.cells)) {
            header = joined(&header, &second.cells);
            first += 1;
        }
        rows.drain(..first);
        if rows.is_empty() {
            return Err(SheetError::Empty);
        }
        let template = Template::of(&normalised(&header));
        Ok(Self { header, rows, template, tab })
    }

    /// The header as it is compared.
    pub(super) fn normal_header(&self) -> Vec<String> {
        normalised(&self.header)
    }
}

fn normalised(header: &[String]) -> Vec<String> {
    header.iter().map(|name| normal(name)).collect()
}

/// Where the header is among the first rows, and how many of its columns are recognised.
fn find_header(rows: &[SheetRow]) -> (usize, usize) {
    let mut best = (0, 0);
    for (at, row) in rows.iter().take(HEADER_WITHIN).enumerate() {
        let names = normalised(&row.cells);
        let known = columns(&names, Template::of(&names)).len();
        // One cell that happens to be a known word is a title, not a header.
        if known > best.1 && (known > 1 || row.cells.len() < 4) {
            best = (at, known);
        }
    }
    if best.1 == 0 {
        let named = rows.iter().take(HEADER_WITHIN).position(|row| could_be_header(&row.cells));
        best.0 = named.unwrap_or(0);
    }
    best
}

/// Names of columns: at least two, none a number or a date.
fn could_be_header(cells: &[String]) -> bool {
    let named: Vec<&String> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    named.len() >= 2 && !named.iter().any(|cell| is_value(cell))
}

/// Older exports of Facebook describe or detail each column in a row under the header: words
/// alone, with nothing under the post's id.
fn is_second_header(header: &[String], cells: &[String]) -> bool {
    let names = normalised(header);
    let lifetime = names.iter().any(|name| name.starts_with("lifetime "));
    let id = columns(&names, None).get(&Field::RemoteId).copied().unwrap_or(0);
    let under_id = cells.get(id).is_none_or(|cell| cell.is_empty());
    let words = cells.iter().filter(|cell| !cell.is_empty()).count();
    lifetime && under_id && words > 0 && !cells.iter().any(|cell| is_value(cell))
}

/// A column whose first row is repeated or blank is named by both rows together; descriptions
/// are left out.
fn joined(header: &[String], below: &[String]) -> Vec<String> {
    let mut above = String::new();
    let width = header.len().max(below.len());
    let cell = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
    (0..width)
        .map(|at| {
            let (name, detail) = (cell(header, at), cell(below, at));
            if !name.is_empty() {
                above.clone_from(&name);
            }
            let is_detail = !detail.is_empty() && detail.chars().count() <= 30;
            let repeated = header.iter().filter(|other| **other == name).count() > 1;
            let known = normal(&above).ends_with(" by action type");
            if is_detail && (name.is_empty() || repeated || known) {
                format!("{above} - {detail}")
            } else {
                name
            }
        })
        .collect()
}

fn is_value(cell: &str) -> bool {
    let is_number = cell.chars().any(|c| c.is_ascii_digit())
        && cell.chars().all(|c| {
            c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '-' | '%' | '+')
        });
    let is_dash = says_unknown(cell) && !cell.trim().is_empty();
    is_number || is_dash || date::when(cell, date::DateOrder::default()).is_some()
}
