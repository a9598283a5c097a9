//! Importing native exports of insights.
//!
//! A file is read into a [`Sheet`] (any usual text table, XLSX, XLS); an [`ImportPlan`] says
//! which column is which [`Field`] and how dates and numbers are written, proposed from the
//! header and open to change; an [`Import`] keeps the plan, runs it, and can be undone.
//!
//! What is not known stays unknown: blanks, dashes and `N/A` are never 0. A cell that can't be
//! read is unknown too, and listed as a [`Problem`] with its line and column; a row that can't
//! be kept is counted, and the others are imported all the same. Importing the same file twice
//! changes nothing.

mod cells;
mod field;
mod import;
mod number;
mod plan;
mod problem;
mod row;
mod sheet;
mod store;
mod template;

pub use cells::Weekdays;
pub use field::{Field, normal};
pub use import::{Import, ImportError, ImportState, Progress};
pub use number::{NotACount, NumberStyle, count, guess_style, says_unknown};
pub use plan::{ImportPlan, PlanError, PreviewRow};
pub use problem::{Problem, ProblemKind, Problems};
pub use row::{ImportedRow, LeftOut};
pub use sheet::Sheet;
pub use tables::{
    DateOrder, MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Row as SheetRow, TableError as SheetError,
    When, guess_order, when,
};
pub use template::{TEMPLATES, Template};
