//! What could not be read of a file, by line and column.

use serde::{Deserialize, Serialize};

use super::number::NotACount;

/// What can't be read, where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Line of the file, from 1.
    pub line: u64,
    /// Name of the column; empty for the whole row.
    pub column: String,
    /// What went wrong.
    pub kind: ProblemKind,
    /// What the cell says, shortened.
    pub cell: String,
}

/// What can be wrong with a cell or a row; worded by `import-problem-{kind}` with hyphens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// Not a number: the figure is unknown.
    NotANumber,
    /// Not a whole number: the figure is unknown.
    NotWhole,
    /// Below 0: the figure is unknown.
    Negative,
    /// Beyond belief: the figure is unknown.
    TooLarge,
    /// Not a date: the post has none.
    NotADate,
    /// Not a month, a day of the week or an hour.
    OutOfRange,
    /// Neither yes nor no.
    NotYesOrNo,
    /// An id that a spreadsheet rounded (`1.23E+18`): another column stands for it.
    DamagedId,
    /// The row holds no figure: left out.
    NoFigure,
    /// The row has more cells than the header: left out.
    TooManyCells,
}

/// Problems met, the first of them listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problems {
    /// How many in all.
    pub count: usize,
    /// The first [`Problems::MOST_LISTED`].
    pub list: Vec<Problem>,
}

impl Problems {
    /// How many are listed.
    pub const MOST_LISTED: usize = 200;

    pub(super) fn add(&mut self, problems: Vec<Problem>) {
        self.count += problems.len();
        let room = Self::MOST_LISTED.saturating_sub(self.list.len());
        self.list.extend(problems.into_iter().take(room));
    }
}

impl From<NotACount> for ProblemKind {
    fn from(error: NotACount) -> Self {
        match error {
            NotACount::NotANumber => Self::NotANumber,
            NotACount::NotWhole => Self::NotWhole,
            NotACount::Negative => Self::Negative,
            NotACount::TooLarge => Self::TooLarge,
        }
    }
}
