//! Workbooks: XLSX and XLS.

use std::io::{Cursor, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, DataType, Reader, Xls, Xlsx};

use crate::{MOST_COLUMNS, MOST_ROWS, Row, Table, TableError};

/// What a workbook may weigh once unpacked, in bytes.
const MOST_UNPACKED: u64 = 600 * 1024 * 1024;
/// The most sheets looked at.
const MOST_SHEETS: usize = 20;

/// Whether these bytes begin as a workbook does.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    is_zip(bytes) || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
}

fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The sheets of a workbook that hold something.
pub(super) fn tabs(bytes: &[u8]) -> Result<Vec<Table>, TableError> {
    // The reader may panic on files made to harm: that is a broken file, not an end of Parvis.
    let read =
        catch_unwind(AssertUnwindSafe(|| if is_zip(bytes) { xlsx(bytes) } else { xls(bytes) }));
    let mut tabs = read.unwrap_or(Err(TableError::BrokenWorkbook))?;
    tabs.retain(|tab| !tab.rows.is_empty());
    if tabs.is_empty() { Err(TableError::Empty) } else { Ok(tabs) }
}

fn xlsx(bytes: &[u8]) -> Result<Vec<Table>, TableError> {
    let broken = |_| TableError::BrokenWorkbook;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let (mut unpacked, mut is_spreadsheet) = (0_u64, false);
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(broken)?;
        unpacked = unpacked.saturating_add(entry.size());
        is_spreadsheet |= entry.name().is_ok_and(|name| name == "xl/workbook.xml");
    }
    if !is_spreadsheet {
        return Err(TableError::NotATable);
    }
    if unpacked > MOST_UNPACKED {
        return Err(TableError::TooLarge);
    }
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| TableError::BrokenWorkbook)?;
    let names = book.sheet_names();
    names
        .into_iter()
        .take(MOST_SHEETS)
        .map(|name| Ok(Table { rows: xlsx_rows(&mut book, &name)?, name: Some(name) }))
        .collect()
}

/// Read cell by cell: a sheet with one cell in its last corner must not ask for all the others.
fn xlsx_rows<R: Read + Seek>(book: &mut Xlsx<R>, name: &str) -> Result<Vec<Row>, TableError> {
    // Sheets of charts have no cells to read.
    let Ok(mut reader) = book.worksheet_cells_reader(name) else { return Ok(Vec::new()) };
    let mut rows: Vec<Row> = Vec::new();
    while let Some(cell) = reader.next_cell().map_err(|_| TableError::BrokenWorkbook)? {
        let (row, column) = cell.get_position();
        let (line, column) = (u64::from(row) + 1, column as usize);
        let text = shown(cell.get_value());
        if text.is_empty() {
            continue;
        }
        if column >= MOST_COLUMNS {
            return Err(TableError::TooManyColumns);
        }
        if rows.last().is_none_or(|last| last.line != line) {
            if rows.len() >= MOST_ROWS {
                return Err(TableError::TooLarge);
            }
            rows.push(Row { line, cells: Vec::new() });
        }
        let Some(last) = rows.last_mut() else { continue };
        if last.cells.len() <= column {
            last.cells.resize(column + 1, String::new());
        }
        last.cells[column] = text;
    }
    Ok(rows)
}

fn xls(bytes: &[u8]) -> Result<Vec<Table>, TableError> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|_| TableError::BrokenWorkbook)?;
    let mut tabs = Vec::new();
    for name in book.sheet_names().into_iter().take(MOST_SHEETS) {
        let range = book.worksheet_range(&name).map_err(|_| TableError::BrokenWorkbook)?;
        let (first, left) = range.start().map_or((0, 0), |(row, column)| (row, column as usize));
        let mut rows = Vec::new();
        for (row, line) in range.rows().zip(u64::from(first) + 1..) {
            let mut cells = vec![String::new(); left];
            cells.extend(row.iter().map(shown::<Data>));
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push(Row { line, cells });
            }
        }
        tabs.push(Table { name: Some(name), rows });
    }
    Ok(tabs)
}

/// A cell as text: whole numbers without decimals, dates as `2026-01-03 10:30:00`.
fn shown<D: Shown>(cell: &D) -> String {
    // PostgreSQL keeps no NUL, and no export means one.
    cell.shown().replace('\0', "").trim().to_owned()
}

trait Shown {
    fn shown(&self) -> String;
}

impl Shown for DataRef<'_> {
    fn shown(&self) -> String {
        Data::from(self.clone()).shown()
    }
}

impl Shown for Data {
    fn shown(&self) -> String {
        match self {
            Data::Int(number) => number.to_string(),
            Data::Float(number) => number.to_string(),
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
            Data::Bool(yes) => (if *yes { "1" } else { "0" }).to_owned(),
            Data::DateTime(at) if at.is_datetime() => {
                let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
                if (hour, minute, second) == (0, 0, 0) {
                    return format!("{year:04}-{month:02}-{day:02}");
                }
                format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
            }
            Data::DateTime(length) => length.as_f64().to_string(),
            // A formula that failed is not known; an empty cell says nothing.
            Data::Error(_) => "n/a".to_owned(),
            other => other.as_string().unwrap_or_default(),
        }
    }
}
