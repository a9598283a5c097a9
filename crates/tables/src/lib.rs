//! Tables that people bring in files: CSV of any usual delimiter and encoding, XLSX and XLS, read
//! as rows of text cells; and dates as such files write them. Pure: bytes in, rows out.
//!
//! Words: a [`Row`] is a line of cells; a [`Table`] is the rows of a file or of one sheet of a
//! workbook. What the columns mean is for the rooms above.
//!
//! May import: `primitives`. To add a kind of file: a module beside `workbook`, asked in [`read`].

pub mod date;
mod text;
mod workbook;

pub use date::{DateOrder, When, guess_order, when};

/// The heaviest file read, in bytes.
pub const MOST_BYTES: usize = 50 * 1024 * 1024;
/// The most columns a table may have; exports were seen with 227.
pub const MOST_COLUMNS: usize = 2_000;
/// The most rows.
pub const MOST_ROWS: usize = 1_000_000;

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the file, from 1, at which it begins.
    pub line: u64,
    /// Its cells; those missing at the end are blank.
    pub cells: Vec<String>,
}

/// The rows of a file, or of a sheet of a workbook, that hold something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The sheet's name in its workbook.
    pub name: Option<String>,
    /// Its rows, with the header among the first.
    pub rows: Vec<Row>,
}

/// Why a file can't be read as a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// There is nothing in it, or a header without rows.
    #[error("the file holds no rows")]
    Empty,
    /// More than [`MOST_BYTES`], [`MOST_ROWS`], or a workbook that unpacks to too much.
    #[error("the file is too large")]
    TooLarge,
    /// It is not a text with columns nor a workbook.
    #[error("the file is not a table")]
    NotATable,
    /// The bytes are in no encoding that is read (UTF-8, UTF-16, Windows-1252).
    #[error("the encoding of the file can't be read")]
    BadEncoding,
    /// The workbook is damaged, or locked by a password.
    #[error("the workbook is damaged or locked")]
    BrokenWorkbook,
    /// No row names the columns.
    #[error("no row names the columns")]
    NoHeader,
    /// More than [`MOST_COLUMNS`].
    #[error("the table has too many columns")]
    TooManyColumns,
}

/// Reads a file: the content decides, not the name. A text is one table, a workbook one for each
/// sheet that holds something. `score` says how much a reading of the first rows looks like what
/// is expected: of a text, the delimiter with the best score is taken.
///
/// # Errors
/// [`TableError`].
pub fn read(bytes: &[u8], score: impl Fn(&[Row]) -> usize) -> Result<Vec<Table>, TableError> {
    if bytes.len() > MOST_BYTES {
        return Err(TableError::TooLarge);
    }
    if bytes.is_empty() {
        return Err(TableError::Empty);
    }
    if workbook::is_workbook(bytes) {
        return workbook::tabs(bytes);
    }
    let text = text::decode(bytes)?;
    Ok(vec![Table { name: None, rows: text::records(&text, score)? }])
}
