//! What every endpoint is made of: who calls, what came in, how answers and problems are shaped.

mod caller;
mod cursor;
mod desk;
mod gate;
mod input;
mod problem;
mod rooms;
mod values;

pub use caller::Caller;
pub use cursor::{Listing, Place, limit};
pub use gate::{Gate, Rule, pass};
pub use input::{At, AtBoth, Input, Params, Parts, present};
pub use problem::{FieldProblem, Kind, Problem, ProblemBody};
pub use values::{Ident, Moment, instant, known};

pub(super) use values::word;
