//! The report, as Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use crate::judge::Case;
use crate::plan::{Kind, Moment, OUTBOUND, RunPlan, SETTLE, Trouble};

type Told = [(RunPlan, Case)];

/// Where the promise ends.
const LIMIT: &str = "\n## What this rests on\n\n\
A network that ignores keys gives one post only if it makes a lost one appear within \
`PARVIS_SETTLE_SECONDS` (120 s unless set). Told with 0.4 s, shorter than the slow network's \
3 s, the short version of single posts (measured before threads were told) finds what it \
should: 4 of 155 published twice, all on *Mastodon without keys, accepted too late*, and fails.\n";

/// What is counted of some cases.
#[derive(Default)]
struct Tally {
    n: usize,
    once: usize,
    doubted: usize,
    again: usize,
    person: usize,
    twice: usize,
    lost: usize,
    at_kill: BTreeMap<&'static str, usize>,
}

impl Tally {
    fn of<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Tally {
        let mut tally = Tally::default();
        for case in cases {
            tally.n += 1;
            tally.once += usize::from(case.is_right());
            tally.doubted += usize::from(case.doubted);
            tally.again += usize::from(case.again);
            tally.person += usize::from(!case.is_right() && !case.is_lost() && case.times < 2);
            tally.twice += usize::from(case.times > 1);
            tally.lost += usize::from(case.is_lost());
            if let Some(state) = case.at_kill {
                *tally.at_kill.entry(state.as_str()).or_default() += 1;
            }
        }
        tally
    }

    fn cells(&self) -> String {
        let Tally { n, once, doubted, again, person, twice, lost, .. } = self;
        format!("{n} | {once} | {doubted} | {again} | {person} | {twice} | {lost} |")
    }

    fn stood(&self) -> String {
        let stood: Vec<_> = self.at_kill.iter().map(|(state, n)| format!("{state} {n}")).collect();
        stood.join(", ")
    }
}

const COLUMNS: &str =
    "n | there once | were in doubt | sent again | need a person | twice | lost |";
const RULE: &str = "--:|--:|--:|--:|--:|--:|--:|";

/// One line for a run.
pub fn in_short(cases: &[Case]) -> String {
    let Tally { n, once, doubted, again, person, twice, lost, at_kill: _ } = Tally::of(cases);
    format!(
        "{n} planned, {once} there once, {doubted} doubted, {again} sent again, {person} for a \
         person, {twice} twice, {lost} lost"
    )
}

/// The whole report.
pub fn written(told: &Told, took: Duration, full: bool) -> String {
    let mut text = String::new();
    head(&mut text, told, took, full);
    text.push_str(LIMIT);
    let hands: BTreeMap<_, _> =
        told.iter().map(|(plan, _)| ((plan.part, plan.on, plan.two), plan.hands())).collect();
    let hands: Vec<String> = hands.into_values().collect();
    by_moment(&mut text, told, &hands);
    by_trouble(&mut text, told, &hands);
    matrix(&mut text, told, &hands);
    text
}

fn head(text: &mut String, told: &Told, took: Duration, full: bool) {
    let all = Tally::of(told.iter().map(|(_, case)| case));
    let seconds = took.as_secs();
    let command = "PARVIS_FAULTS=full PARVIS_WRITE_REPORT=1 make test-faults";
    let which = if full { "the whole matrix" } else { "the short version of the matrix" };
    let _ = write!(
        text,
        "# Fault matrix\n\n\
         {n} publications through the real program ({which}, {seconds} s): **{twice} published \
         twice, {lost} lost**, {person} left to a person.\n\n\
         Written by `crates/app/tests/faults` (`{command}`). Each publication goes to a fake \
         network of its kind that is in one trouble the first two times it is asked to publish; \
         the program is killed (`kill -9`) at one moment and started again, or another instance \
         goes on. Requests take at most {OUTBOUND} s and networks settle in {SETTLE} s, instead of \
         30 s and 120 s; a slow network takes 3 s. On PostgreSQL the test makes the leases of \
         jobs run out at once, those of living instances too, so that only the fence stands \
         between two senders.\n\n\
         *Threads* are three publications that follow one another, the last a first comment; the \
         trouble and the kill meet one of them, and each is counted.\n\n\
         *Recurring posts* are made some days ahead, each in a transaction of its own with the run \
         that says so: a key over the recurrence and its time lets none be made twice, and a \
         transaction that a kill cuts leaves neither \
         (`crates/publishing/tests/stories/recurrences.rs`: several instances at once, a \
         transaction that never ends, on both engines). Once made, such a post is a publication \
         like those below.\n\n\
         *There once*: exactly one post at the network, under the part it answers, and published \
         under its id in the database. *Were in doubt*: `uncertain` at some time, and settled by looking. *Sent \
         again*: more than one send was begun. *Need a person*: looking could not tell; none \
         here, since each of these networks gives back what it has.\n",
        n = all.n,
        twice = all.twice,
        lost = all.lost,
        person = all.person,
    );
}

fn by_moment(text: &mut String, told: &Told, hands: &[String]) {
    for hands in hands {
        let _ = write!(text, "\n## By the moment of the kill: {hands}\n\n");
        let _ = writeln!(text, "| killed when it was | {COLUMNS} stood, when killed |");
        let _ = writeln!(text, "|---|{RULE}---|");
        for moment in Moment::ALL {
            let cases = told.iter().filter(|(p, _)| p.moment == moment && p.hands() == *hands);
            let tally = Tally::of(cases.map(|(_, case)| case));
            if tally.n > 0 {
                let (cells, stood) = (tally.cells(), tally.stood());
                let _ = writeln!(text, "| {} | {cells} {stood} |", moment.told());
            }
        }
    }
}

fn by_trouble(text: &mut String, told: &Told, hands: &[String]) {
    for hands in hands {
        let _ = write!(text, "\n## By the trouble of the network: {hands}\n\n");
        let _ = writeln!(text, "| network | trouble | {COLUMNS}\n|---|---|{RULE}");
        for kind in Kind::ALL {
            for trouble in Trouble::ALL {
                let cases = told.iter().filter(|(plan, case)| {
                    plan.hands() == *hands && case.kind == kind && case.trouble == trouble
                });
                let tally = Tally::of(cases.map(|(_, case)| case));
                if tally.n > 0 {
                    let (kind, trouble) = (kind.told(), trouble.told());
                    let _ = writeln!(text, "| {kind} | {trouble} | {}", tally.cells());
                }
            }
        }
    }
}

/// Trouble by moment; a cell is the number of publications there once, of those planned.
fn matrix(text: &mut String, told: &Told, hands: &[String]) {
    for hands in hands {
        let of = |moment: Moment, trouble: Trouble| {
            let cases = told.iter().filter(|(plan, case)| {
                plan.hands() == *hands && plan.moment == moment && case.trouble == trouble
            });
            Tally::of(cases.map(|(_, case)| case))
        };
        let told_of =
            |moment: &Moment| told.iter().any(|(p, _)| p.moment == *moment && p.hands() == *hands);
        let moments: Vec<Moment> = Moment::ALL.into_iter().filter(told_of).collect();
        let _ = write!(text, "\n## Trouble × moment: {hands}\n\nThere once / planned");
        let _ = writeln!(text, " (and, where not nought: sent again).\n");
        let heads: Vec<_> = moments.iter().map(|moment| moment.told()).collect();
        let _ =
            writeln!(text, "| | {} |\n|---{}|", heads.join(" | "), "|--:".repeat(moments.len()));
        for trouble in Trouble::ALL {
            let cell = |moment: &Moment| {
                let tally = of(*moment, trouble);
                let again =
                    if tally.again > 0 { format!(" ({})", tally.again) } else { String::new() };
                format!("{}/{}{again}", tally.once, tally.n)
            };
            let cells: Vec<_> = moments.iter().map(cell).collect();
            let _ = writeln!(text, "| {} | {} |", trouble.told(), cells.join(" | "));
        }
    }
}
