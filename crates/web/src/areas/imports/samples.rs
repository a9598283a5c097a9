//! Imports of the named world, for the samples of pages.

use measurement::insights::{
    Import, ImportPlan, ImportState, Problem, ProblemKind, Problems, Sheet,
};
use primitives::Ambient;

const FILE: &str = "Post ID,Page ID,Publish time,Description,Post type,Reactions,Comments,Shares,Total clicks,Reach\n\
    101,7,11/06/2026 08:00,\"Notre levain a 12 ans\",Photos,99,17,23,1248,12480\n\
    102,7,11/07/2026 09:30,\"La bûche, au café\",Links,4,,1,many,310\n";

/// A table with its proposed plan.
pub(super) fn sheet() -> (Sheet, ImportPlan) {
    let sheet = Sheet::read(FILE.as_bytes()).expect("the sample is a table");
    let plan = ImportPlan::by_hand(&sheet, "00", "octobre.csv", "Europe/Paris");
    (sheet, plan)
}

/// An import in each state.
pub(super) fn imports() -> Vec<Import> {
    let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 8);
    let problem = |kind, line| Problem {
        line,
        column: "Total clicks".to_owned(),
        kind,
        cell: "many".to_owned(),
    };
    let kinds = [
        ProblemKind::NotANumber,
        ProblemKind::NotWhole,
        ProblemKind::Negative,
        ProblemKind::TooLarge,
        ProblemKind::NotADate,
        ProblemKind::OutOfRange,
        ProblemKind::NotYesOrNo,
        ProblemKind::DamagedId,
        ProblemKind::NoFigure,
        ProblemKind::TooManyCells,
    ];
    let list: Vec<_> = kinds.into_iter().zip(2..).map(|(kind, line)| problem(kind, line)).collect();
    let states = [
        ImportState::Planned,
        ImportState::Running,
        ImportState::Done,
        ImportState::Done,
        ImportState::Undone,
    ];
    let import = |(index, state): (usize, ImportState)| Import {
        id: ambient.new_id(),
        brand: ambient.new_id(),
        plan: sheet().1,
        state,
        rows_read: 300,
        rows_imported: 290,
        rows_updated: 6,
        rows_unchanged: 0,
        rows_left_out: 4,
        problems: if index == 2 {
            Problems { count: 214, list: list.clone() }
        } else {
            Problems::default()
        },
        created_by: None,
        created_at: ambient.now(),
        ended_at: (state != ImportState::Running).then(|| ambient.now()),
    };
    states.into_iter().enumerate().map(import).collect()
}
