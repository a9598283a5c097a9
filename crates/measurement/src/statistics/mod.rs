//! Figures and what may be said of them: medians, intervals, comparisons, and the engagement
//! measures of one post and of a period.
//!
//! Words: a *sample* is a set of values; an *interval* is where its median lies 95 times in 100;
//! an *ingredient* is a number a network gave; a *measure* is a formula over ingredients; its
//! *coverage* is how many posts had all of them. A missing ingredient makes a measure unknown
//! with its reason, never 0.
//!
//! Pure: no I/O, no clock, randomness only from a seed. To add a measure, add a variant to
//! [`Measure`] with its id, formula and ingredients, and its words in the `measures` Fluent files.

mod bootstrap;
mod compare;
mod engagement;
mod figures;
mod period;
mod rate;
mod sample;

pub use bootstrap::{
    Interval, NotEnough, RESAMPLES, SMALLEST_SAMPLE, difference_interval, median_interval,
};
pub use compare::{Comparison, Group, GroupSummary, Pair, PairVerdict, Verdict, compare};
pub use engagement::{Measure, Unknown, Weights};
pub use figures::{Ingredient, PostFigures};
pub use period::{Coverage, PeriodRate, period_rate};
pub use rate::{FEW_PEOPLE, Rate, ShownRate};
pub use sample::{Quartiles, Sample};
