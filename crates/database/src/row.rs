//! One row of an answer.

use std::sync::Arc;

use crate::{Error, FromValue, Value};

/// One row: values under column names, which all rows of an answer share.
#[derive(Debug, Clone)]
pub struct Row {
    columns: Arc<[String]>,
    values: Vec<Value>,
}

impl Row {
    pub(crate) fn new(columns: Arc<[String]>, values: Vec<Value>) -> Row {
        Row { columns, values }
    }

    /// The value of a column, by name or number (from 0).
    ///
    /// # Errors
    /// [`Error::WrongType`] if there is no such column or it holds something else.
    pub fn get<T: FromValue>(&self, column: impl Column) -> Result<T, Error> {
        let value = column.position(&self.columns).and_then(|at| self.values.get(at));
        let wrong = |expected: String, found: String| Error::WrongType {
            column: column.label(),
            expected,
            found,
        };
        let Some(value) = value else {
            return Err(wrong("a column".into(), format!("only {}", self.columns.join(", "))));
        };
        T::from_value(value)
            .map_err(|mismatch| wrong(mismatch.expected.into(), mismatch.found.into()))
    }

    /// The names of the columns, in order.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The values, in the order of the columns.
    pub fn into_values(self) -> Vec<Value> {
        self.values
    }
}

/// A way to name a column: its name or its number.
pub trait Column {
    /// Where it is among `columns`.
    fn position(&self, columns: &[String]) -> Option<usize>;
    /// How to name it in an error.
    fn label(&self) -> String;
}

impl Column for usize {
    fn position(&self, _columns: &[String]) -> Option<usize> {
        Some(*self)
    }
    fn label(&self) -> String {
        format!("#{self}")
    }
}

impl Column for &str {
    fn position(&self, columns: &[String]) -> Option<usize> {
        columns.iter().position(|name| name == self)
    }
    fn label(&self) -> String {
        (*self).to_owned()
    }
}
