//! Text tables: encodings, delimiters, records.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{MOST_COLUMNS, Row, TableError};

/// How much of a file is looked at to guess its delimiter, in records.
const LOOKED_AT: usize = 30;

/// The text of a file: UTF-8, UTF-16, or else Windows-1252.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, TableError> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return if broken { Err(TableError::BadEncoding) } else { checked(text) };
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        return if broken { Err(TableError::BadEncoding) } else { checked(text) };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return checked(Cow::Borrowed(text));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    // Bytes that Windows-1252 does not have come out as C1 controls: it was something else.
    if text.contains(|c: char| ('\u{80}'..='\u{9f}').contains(&c)) {
        return Err(TableError::BadEncoding);
    }
    checked(text)
}

/// Refuses what is not a text people wrote: pictures, programs, pages.
fn checked(text: Cow<'_, str>) -> Result<Cow<'_, str>, TableError> {
    let is_control = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r');
    let start = text.trim_start();
    let head: String = start.chars().take(15).collect::<String>().to_ascii_lowercase();
    let marks = ["<!doctype", "<html", "<?xml", "<table", "%pdf", "{\\rtf", "{\"", "[{"];
    if text.contains(is_control) || marks.iter().any(|mark| head.starts_with(mark)) {
        return Err(TableError::NotATable);
    }
    if start.is_empty() {
        return Err(TableError::Empty);
    }
    Ok(text)
}

fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = &bytes[..bytes.len().min(400) & !1];
    let noughts = |parity| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let most = head.len() * 3 / 8;
    match (noughts(0), noughts(1)) {
        (0, odd) if head.len() >= 8 && odd > most => Some(UTF_16LE),
        (even, 0) if head.len() >= 8 && even > most => Some(UTF_16BE),
        _ => None,
    }
}

/// All the records of a text. `score` says how much a reading of the first records looks like an
/// export: the delimiter with the best score is taken.
pub(super) fn records(text: &str, score: impl Fn(&[Row]) -> usize) -> Result<Vec<Row>, TableError> {
    // Spreadsheets may say their delimiter on a line of its own.
    let (told, text, skipped) = told_delimiter(text);
    let delimiter = match told {
        Some(delimiter) => delimiter,
        None => sniff(text, score)?,
    };
    let mut rows = read(text, delimiter, usize::MAX)?;
    for row in &mut rows {
        row.line += skipped;
    }
    Ok(rows)
}

fn told_delimiter(text: &str) -> (Option<u8>, &str, u64) {
    let line = text.lines().next().unwrap_or_default();
    match line.trim().trim_matches('"').strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) => (Some(*delimiter), text[line.len()..].trim_start(), 1),
        _ => (None, text, 0),
    }
}

fn sniff(text: &str, score: impl Fn(&[Row]) -> usize) -> Result<u8, TableError> {
    let mut best: Option<((usize, usize), u8)> = None;
    let mut trouble = TableError::NotATable;
    for delimiter in [b',', b';', b'\t', b'|'] {
        let rows = match read(text, delimiter, LOOKED_AT) {
            Ok(rows) => rows,
            Err(error) => {
                trouble = error;
                continue;
            }
        };
        let points = (score(&rows), steadiness(&rows));
        if points.1 > 0 && best.is_none_or(|(best, _)| points > best) {
            best = Some((points, delimiter));
        }
    }
    best.map(|(_, delimiter)| delimiter).ok_or(trouble)
}

/// In how many cells the rows that agree on their width agree; 0 for a single column.
fn steadiness(rows: &[Row]) -> usize {
    let same = |width: usize| rows.iter().filter(|row| row.cells.len() == width).count() * width;
    let widths = rows.iter().map(|row| row.cells.len()).filter(|width| *width > 1);
    widths.map(same).max().unwrap_or(0)
}

fn read(text: &str, delimiter: u8, most: usize) -> Result<Vec<Row>, TableError> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut lines = Lines { bytes: text.as_bytes(), at: 0, line: 1 };
    while rows.len() < most {
        if !reader.read_record(&mut record).map_err(|_| TableError::NotATable)? {
            break;
        }
        if record.len() > MOST_COLUMNS {
            return Err(TableError::TooManyColumns);
        }
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        let line = lines.line_of(record.position().map_or(0, csv::Position::byte));
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { line, cells });
        }
    }
    Ok(rows)
}

/// Counts lines as text editors do; the reader's own count is one short after `\r\n`.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the record that begins at a byte, or at the first after line ends.
    fn line_of(&mut self, byte: u64) -> u64 {
        let is_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
        let mut to = usize::try_from(byte).unwrap_or(usize::MAX).min(self.bytes.len());
        to += self.bytes[to..].iter().take_while(|byte| is_end(byte)).count();
        if to > self.at {
            let ends = self.bytes[self.at..to].iter().filter(|byte| **byte == b'\n').count();
            self.line += ends as u64;
            self.at = to;
        }
        self.line
    }
}
