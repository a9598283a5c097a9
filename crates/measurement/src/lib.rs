//! Measuring: what posts brought, imports of insights, comparisons, and the statistics beneath.
//!
//! Words: a **[`MeasuredPost`]** is one piece on one network whose figures are known, whether
//! Parvis published it or an import brought it; a **[`Reading`]** is its figures at one instant
//! from one source; a **measure** ([`statistics::Measure`]) is a rate with one definition; an
//! **[`insights::ImportPlan`]** says how a file will be read, before anything of it is stored.
//! A figure that is not known is `None`, never 0.
//!
//! Reads every room below (`publishing`, `conversations`, `members`, `channels`); only `web` and
//! `app` import it.
//!
//! - To add a figure that networks give: [`statistics::Ingredient`], a column of
//!   `figure_snapshot`, its place in `measured/store.rs`, its column names in
//!   `insights/field.rs`.
//! - To add a known export: a line in `insights/template.rs`.
//! - To add a way of grouping posts: a [`comparing::Split`] in `comparing.rs`.

pub mod advice;
pub mod answering;
pub mod best_time;
pub mod campaign;
pub mod comparing;
pub mod follow;
pub mod insights;
mod measured;
pub mod past;
pub mod reading;
pub mod results;
pub mod statistics;

pub use follow::publication_published;
pub use measured::{FigureSource, Format, MeasuredPost, Placed, Reading};
