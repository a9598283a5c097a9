use database::text_enum;
use primitives::Id;
use primitives::text::fold;
use serde::{Deserialize, Serialize};
use tables::{DateOrder, Row, TableError, guess_order, when};

use super::{BulkError, MOST_LINES};
use channels::Channel;

/// How far down a header is looked for.
const HEADER_WITHIN: usize = 8;

/// The table of a file: one header, and a row for each post.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The header, as the file writes it.
    pub header: Vec<String>,
    /// Each row's line in the file and its cells.
    pub rows: Vec<(u64, Vec<String>)>,
}

text_enum! {
    /// What a column of a file holds.
    pub enum Column {
        /// Nothing that is taken.
        Ignored => "ignored",
        /// The post's text.
        Text => "text",
        /// The day it is for, with or without the time.
        Date => "date",
        /// The time of day.
        Time => "time",
        /// The accounts it is for, by name, handle or network, separated by commas.
        Channels => "channels",
        /// A link to show as a card.
        Link => "link",
        /// A topic of the charter, by name.
        Topic => "topic",
        /// A campaign, by name.
        Campaign => "campaign",
        /// A comment of one's own under it.
        FirstComment => "first_comment",
        /// The address of a picture.
        Picture => "picture",
        /// What the picture shows.
        AltText => "alt_text",
    }
}

text_enum! {
    /// What each line becomes.
    pub enum Becomes {
        /// A draft; its date, if any, is the wished one.
        Draft => "draft",
        /// Scheduled at its date; a draft where it has none or can't be.
        Scheduled => "scheduled",
    }
}

/// Which column is what, and what becomes of the lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What each column is, in the table's order.
    #[serde(with = "columns")]
    pub columns: Vec<Column>,
    /// What the first number of `03/01/2026` is.
    pub order: DateOrder,
    /// The accounts of lines that name none.
    pub channels: Vec<Id<Channel>>,
    /// What each line becomes.
    #[serde(with = "becomes")]
    pub becomes: Becomes,
}

/// The names by which columns are known, folded; the first that fits wins.
const NAMES: &[(Column, &[&str])] = &[
    (Column::AltText, &["alt", "texte alternatif", "description de l'image", "alternative text"]),
    (Column::FirstComment, &["premier commentaire", "first comment"]),
    (Column::Text, &["texte", "text", "message", "legende", "caption", "contenu", "content"]),
    (Column::Picture, &["image", "picture", "photo", "media", "visuel"]),
    (Column::Date, &["date", "jour", "day", "scheduled", "publish", "publication", "posting time"]),
    (Column::Time, &["heure", "time", "hour"]),
    (Column::Channels, &["compte", "reseau", "channel", "network", "account", "profile", "profil"]),
    (Column::Link, &["lien", "link", "url"]),
    (Column::Topic, &["theme", "topic", "categorie", "category"]),
    (Column::Campaign, &["campagne", "campaign"]),
    (Column::Text, &["post", "publication"]),
];

fn column(name: &str) -> Column {
    let name = fold(name);
    let fits = |word: &&str| {
        name.split(|c: char| !c.is_alphanumeric() && c != '\'')
            .collect::<Vec<_>>()
            .join(" ")
            .split(' ')
            .collect::<Vec<_>>()
            .windows(word.split(' ').count())
            .any(|window| singular(&window.join(" ")) == singular(word))
    };
    NAMES.iter().find(|(_, words)| words.iter().any(&fits)).map_or(Column::Ignored, |n| n.0)
}

/// A word without the mark of several.
fn singular(word: &str) -> &str {
    word.trim_end_matches(['s', 'x'])
}

fn recognised(cells: &[String]) -> usize {
    // The name of a column is a few words; a post that holds one of them is longer.
    let short = |cell: &&String| cell.split_whitespace().count() <= 5;
    cells.iter().filter(short).filter(|cell| column(cell) != Column::Ignored).count()
}

impl Sheet {
    /// Reads a file: CSV of any usual delimiter and encoding, XLSX, XLS. Of a workbook, the sheet
    /// whose header is best recognised.
    ///
    /// # Errors
    /// [`BulkError::Table`], [`BulkError::TooManyLines`].
    pub fn read(bytes: &[u8]) -> Result<Sheet, BulkError> {
        let score = |rows: &[Row]| {
            rows.iter().take(HEADER_WITHIN).map(|row| recognised(&row.cells)).max().unwrap_or(0)
        };
        let tables = tables::read(bytes, score)?;
        let best = tables.into_iter().max_by_key(|table| score(&table.rows));
        let mut rows = best.ok_or(TableError::Empty)?.rows;
        let at = (0..rows.len().min(HEADER_WITHIN)).max_by_key(|at| {
            // The first of equals: `max_by_key` keeps the last.
            (recognised(&rows[*at].cells), std::cmp::Reverse(*at))
        });
        let at = at.ok_or(TableError::Empty)?;
        if rows[at].cells.iter().filter(|cell| !cell.is_empty()).count() == 0 {
            return Err(TableError::NoHeader.into());
        }
        let header = rows[at].cells.clone();
        rows.drain(..=at);
        if rows.is_empty() {
            return Err(TableError::Empty.into());
        }
        if rows.len() > MOST_LINES {
            return Err(BulkError::TooManyLines);
        }
        Ok(Sheet { header, rows: rows.into_iter().map(|row| (row.line, row.cells)).collect() })
    }
}

impl Plan {
    /// What the names of the columns, and the cells under them, suggest.
    pub fn propose(sheet: &Sheet) -> Plan {
        let mut columns: Vec<Column> = Vec::with_capacity(sheet.header.len());
        for name in &sheet.header {
            let found = column(name);
            // A second column of the same kind is left out, but for one that can't be.
            let taken = found != Column::Ignored && columns.contains(&found);
            columns.push(if taken { Column::Ignored } else { found });
        }
        if !columns.contains(&Column::Text)
            && let Some(longest) = longest_column(sheet, &columns)
        {
            columns[longest] = Column::Text;
        }
        let dates = columns.iter().position(|column| *column == Column::Date);
        let cells = dates.into_iter().flat_map(|at| cells_of(sheet, at));
        let order = guess_order(cells).unwrap_or(DateOrder::DayFirst);
        Plan { columns, order, channels: Vec::new(), becomes: Becomes::Draft }
    }
}

fn cells_of(sheet: &Sheet, at: usize) -> impl Iterator<Item = &str> {
    sheet.rows.iter().filter_map(move |(_, cells)| cells.get(at)).map(String::as_str)
}

/// The column not taken yet whose cells are longest: where no name says it, the text.
fn longest_column(sheet: &Sheet, columns: &[Column]) -> Option<usize> {
    let free = (0..columns.len()).filter(|at| columns[*at] == Column::Ignored);
    let length = |at: &usize| {
        let is_date = cells_of(sheet, *at).any(|cell| when(cell, DateOrder::DayFirst).is_some());
        if is_date { 0 } else { cells_of(sheet, *at).map(str::len).sum::<usize>() }
    };
    free.max_by_key(length)
}

macro_rules! spelt {
    ($name:ident, $kind:ty, $seen:ty, $out:ident => $write:expr, $in:ident => $read:expr) => {
        mod $name {
            use super::*;
            pub fn serialize<S: serde::Serializer>($out: &$seen, s: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$write, s)
            }
            pub fn deserialize<'de, D: serde::Deserializer<'de>>(d: D) -> Result<$kind, D::Error> {
                let $in = serde::Deserialize::deserialize(d)?;
                $read.ok_or_else(|| serde::de::Error::custom("not one of its kinds"))
            }
        }
    };
}
spelt!(becomes, Becomes, Becomes, one => one.as_str(), text => {
    let text: String = text;
    text.parse().ok()
});
spelt!(columns, Vec<Column>, [Column], all => all.iter().map(|c| c.as_str()).collect::<Vec<_>>(), texts => {
    let texts: Vec<String> = texts;
    texts.iter().map(|text| text.parse().ok()).collect::<Option<Vec<Column>>>()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_other_tools_and_of_spreadsheets_are_recognised() {
        let known = |name: &str| column(name);
        assert_eq!(known("Texte de la publication"), Column::Text);
        assert_eq!(known("Date de publication"), Column::Date);
        assert_eq!(known("Message"), Column::Text);
        assert_eq!(known("Posting Time"), Column::Date);
        assert_eq!(known("Image URL"), Column::Picture);
        assert_eq!(known("Réseaux"), Column::Channels);
        assert_eq!(known("Premier commentaire"), Column::FirstComment);
        assert_eq!(known("Budget"), Column::Ignored);
    }
}
