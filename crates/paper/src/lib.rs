//! Documents on paper: what is printed, sent or filed, as PDF.
//!
//! Words: a [`Paper`] is a document, made of [`Block`]s (a section, a paragraph, figures, a table,
//! a curve, a timeline…) that say what they are and never how they look; *setting* breaks text
//! into lines; the *press* lays blocks on sheets, with page numbers; every piece that is laid is
//! tagged, so that what comes out is PDF/UA-1: read aloud, in order, with its language, headings,
//! tables and the words of its pictures. What callers give is already worded, with the spaces of
//! its language: a no-break space is never broken.
//!
//! Pure: no I/O, no clock, no chance; the same document gives the same bytes. May import:
//! `primitives`.
//!
//! To add a block: its struct here, what it looks like in `blocks.rs` (or a file of its own), and
//! a line in the story that reads every kind back.

mod blocks;
mod curve;
mod faces;
mod press;
mod setting;
mod table;
mod write;

use primitives::Language;

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// A line under the title: of whom, of when.
    pub subtitle: String,
    /// The language that it is in.
    pub language: Language,
    /// Who speaks, at the foot of each page.
    pub from: String,
    /// A mark at the head of each page, for what must not be taken for something else.
    pub mark: Option<String>,
    /// The colour of titles and curves, red, green and blue; dark enough to be read on white.
    pub accent: (u8, u8, u8),
    /// « page 3 of 5 », with `{page}` and `{pages}`.
    pub page_of: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A part begins.
    Section(String),
    /// A part of a part begins.
    Subsection(String),
    /// A paragraph.
    Paragraph(String),
    /// What is said beside: a definition, where figures come from.
    Small(String),
    /// What someone said, with who and where.
    Quote {
        /// The words.
        words: String,
        /// Whose.
        by: String,
    },
    /// Points.
    List(Vec<String>),
    /// Figures that are read first.
    KeyFigures(Vec<KeyFigure>),
    /// A table.
    Table(Table),
    /// A curve over time, with what is usual.
    Curve(Curve),
    /// What happened, in order.
    Timeline(Vec<Moment>),
}

/// A figure that is read first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFigure {
    /// What it is.
    pub label: String,
    /// How much, with its unit.
    pub value: String,
    /// On what it rests.
    pub note: String,
}

/// A table: its first row is read as its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The cells of each row, one a column.
    pub rows: Vec<Vec<String>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its title.
    pub title: String,
    /// Its share of the width, against the others'.
    pub share: u16,
    /// Whether it holds numbers, which stand to the right.
    pub number: bool,
}

/// A curve over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// What is counted.
    pub title: String,
    /// The unit, the period, the source.
    pub source: String,
    /// What it shows, for those who can't see it.
    pub summary: String,
    /// The name of the curve, and of the band of what is usual.
    pub legend: (String, String),
    /// The points, the oldest first.
    pub points: Vec<Point>,
}

/// A point of a curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// When, where it is written under the plot.
    pub label: Option<String>,
    /// How many.
    pub value: f64,
    /// The most that is usual; nothing where it is not known.
    pub usual: Option<f64>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// When.
    pub when: String,
    /// What, and by whom.
    pub what: String,
    /// The words that were said or written.
    pub words: String,
}

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// A face of the document can't be read.
    #[error("a face of the document can't be read")]
    Face,
    /// The document would not be one that everybody can read.
    #[error("the document is not accessible: {0}")]
    NotAccessible(String),
}

impl Paper {
    /// The document as PDF/UA-1.
    ///
    /// # Errors
    /// [`PaperError`].
    pub fn to_pdf(&self) -> Result<Vec<u8>, PaperError> {
        write::pdf(self)
    }
}
