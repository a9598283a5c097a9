//! How a file will be read: proposed from its header, open to change.

use std::collections::BTreeMap;

use channels::Channel;
use jiff::tz::TimeZone;
use primitives::Id;
use serde::{Deserialize, Serialize};

use super::cells::Weekdays;
use super::field::Field;
use super::number::{NumberStyle, guess_style};
use super::problem::Problem;
use super::row::{ImportedRow, LeftOut, RowReader};
use super::sheet::Sheet;
use super::template::columns;
use crate::statistics::Ingredient;
use tables::date::{DateOrder, guess_order};

/// How many rows the guesses of dates and numbers look at.
const GUESSED_FROM: usize = 2_000;

/// How a file will be read. Serialized, it waits in the import between upload and confirmation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPlan {
    /// The file, by the hash it is stored under (`MediaStore::put`).
    pub file_hash: String,
    /// Its name, as uploaded.
    pub file_name: String,
    /// The export it was recognised as, by key.
    pub template: Option<String>,
    /// The network's key.
    pub network: String,
    /// The channel whose posts these are, if it is connected: joins them to what Parvis published.
    pub channel: Option<Id<Channel>>,
    /// Which column, from 0, each field is read from.
    pub columns: BTreeMap<Field, usize>,
    /// The IANA zone of dates that say none.
    pub zone: String,
    /// What numeric dates begin with.
    pub order: DateOrder,
    /// How numbers are written.
    pub numbers: NumberStyle,
    /// Which day of the week 1 is.
    pub weekdays: Weekdays,
}

/// Why a plan can't be proposed or followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// No column of a figure is recognised: a person must say which is which.
    #[error("no column is recognised")]
    NoRecognisedColumn,
    /// The export counts days of the account, not posts.
    #[error("this export has a row for each day, not for each post")]
    DaysNotPosts,
    /// No figure is mapped: there is nothing to import.
    #[error("no figure is mapped to a column")]
    NoFigure,
    /// A field is mapped to a column that the file does not have.
    #[error("a field is mapped to a column that is not there")]
    NoSuchColumn(Field),
    /// The zone is not an IANA time zone.
    #[error("this is not a time zone")]
    NotAZone,
    /// The network is not named.
    #[error("the network is not named")]
    NoNetwork,
}

/// A row as the plan reads it, for the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewRow {
    /// Line of the file.
    pub line: u64,
    /// The post, or why there is none.
    pub row: Result<ImportedRow, LeftOut>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

impl ImportPlan {
    /// The plan that the header suggests. `zone` is the brand's.
    ///
    /// # Errors
    /// [`PlanError::NoRecognisedColumn`] (then [`Self::by_hand`]) or [`PlanError::DaysNotPosts`].
    pub fn propose(
        sheet: &Sheet,
        file_hash: &str,
        file_name: &str,
        zone: &str,
    ) -> Result<Self, PlanError> {
        if sheet.template.is_some_and(|template| template.days) {
            return Err(PlanError::DaysNotPosts);
        }
        let plan = Self::by_hand(sheet, file_hash, file_name, zone);
        if plan.has_figure() { Ok(plan) } else { Err(PlanError::NoRecognisedColumn) }
    }

    /// A plan for a person to fill in, with what could be recognised. The network is that of the
    /// export recognised, else `other`.
    #[must_use]
    pub fn by_hand(sheet: &Sheet, file_hash: &str, file_name: &str, zone: &str) -> Self {
        let template = sheet.template;
        let mut plan = Self {
            file_hash: file_hash.to_owned(),
            file_name: file_name.to_owned(),
            template: template.map(|template| template.key.to_owned()),
            network: template.map_or("other", |template| template.network).to_owned(),
            channel: None,
            columns: columns(&sheet.normal_header(), template),
            zone: zone.to_owned(),
            order: template.map(|template| template.order).unwrap_or_default(),
            numbers: NumberStyle::default(),
            weekdays: match template {
                Some(template) if template.key == "facebook_uci" => Weekdays::SundayFirst,
                _ => Weekdays::MondayFirst,
            },
        };
        plan.guess(sheet);
        plan
    }

    /// Guesses again how the mapped columns write dates and numbers: after a change of columns.
    pub fn guess(&mut self, sheet: &Sheet) {
        let figures = self.columns.iter().filter(|(field, _)| matches!(field, Field::Figure(_)));
        self.numbers =
            guess_style(figures.flat_map(|(_, column)| sheet.samples(*column, GUESSED_FROM)));
        if let Some(column) = self.columns.get(&Field::PublishedAt)
            && let Some(order) = guess_order(sheet.samples(*column, GUESSED_FROM))
        {
            self.order = order;
        }
    }

    /// Whether the plan can be followed with this file.
    ///
    /// # Errors
    /// [`PlanError`].
    pub fn check(&self, sheet: &Sheet) -> Result<(), PlanError> {
        if self.network.trim().is_empty() || self.network.len() > 60 {
            return Err(PlanError::NoNetwork);
        }
        if !self.has_figure() {
            return Err(PlanError::NoFigure);
        }
        let missing = self.columns.iter().find(|(_, column)| **column >= sheet.header.len());
        if let Some((field, _)) = missing {
            return Err(PlanError::NoSuchColumn(*field));
        }
        TimeZone::get(&self.zone).map(drop).map_err(|_| PlanError::NotAZone)
    }

    /// The first `count` rows as this plan reads them; `brand_zone` places them in the calendar.
    #[must_use]
    pub fn preview(&self, sheet: &Sheet, brand_zone: &TimeZone, count: usize) -> Vec<PreviewRow> {
        let mut reader = RowReader::new(self, sheet, brand_zone.clone());
        let rows = sheet.rows.iter().take(count);
        rows.map(|row| {
            let read = reader.read(row);
            PreviewRow { line: row.line, row: read.row, problems: read.problems }
        })
        .collect()
    }

    fn has_figure(&self) -> bool {
        self.columns
            .keys()
            .any(|field| matches!(field, Field::Figure(kind) if *kind != Ingredient::Followers))
    }
}
