//! What is told: each figure beside what is aimed at.

use std::fmt;
use std::thread::available_parallelism;

use crate::Scale;
use crate::pages::thousands;

/// What is known of the reasons; to be read again when the figures change.
const WHY: &str = "\
## Why, as far as it is known\n\n\
- Inbox throughput misses its aim. One profile of it (six seconds over a million messages, with \
other builds on the machine): 58 % of the samples are in the reader threads of SQLite, 42 % in the \
threads that serve; 28 % of all, across both, are in the kernel, where switching between threads \
comes first; and parsing SQL shows, as it should not with statements kept. That points at the \
number of trips to the readers and at the statements that are not kept. Neither was changed to \
see. The bare page is 76 bytes, the inbox 29 KB.\n\
- The calendar misses both aims: 833 publications a month is the load chosen here, 143 KB a page, \
and 200 requests/s is two thirds of all that it can answer. In a run of the same bench with a \
hundredth of the data (8 publications a month) it answered 1,637 requests/s, p99 6.6 ms. What of \
its time is reading and what drawing was not looked at.\n\
- Ingest misses its aim: 0.40 of raw over 100,000 messages, 0.79 in a run over 5,000. It looks for \
what is known before it writes, which raw inserts don't, nor do they check foreign keys; whether \
that explains the fall was not tried.\n";

/// The figures so far.
pub struct Report {
    head: String,
    lines: Vec<[String; 4]>,
}

impl Report {
    pub fn new(scale: &Scale) -> Report {
        let cores = available_parallelism().map_or(1, usize::from);
        let head = format!(
            "# Benchmarks\n\n\
             Written by `make bench` (`PARVIS_WRITE_REPORT=1 make bench`; `crates/app/benches/house`). \
             A machine of {cores} cores, which serves, asks, and builds for others at the same \
             time: the ratios say more than the figures. SQLite, {} messages in {} \
             conversations of 50,000 people, {} publications over ten years. The program is \
             built as a release without link-time optimization. Pages are read with a real \
             session, over kept connections; requests at a fixed rate leave on the clock and are \
             timed from when they should have left.\n",
            thousands(scale.messages),
            thousands(scale.messages / 4),
            thousands(scale.publications),
        );
        Report { head, lines: Vec::new() }
    }

    /// One figure: what, what is reached, what is aimed at, and how it was read.
    pub fn line(&mut self, what: &str, reached: &str, aim: &str, detail: &str) {
        eprintln!("{what}: {reached} (aim: {aim}; {detail})");
        self.lines.push([what, reached, aim, detail].map(str::to_owned));
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n| | reached | aim | how |\n|---|---|---|---|", self.head)?;
        self.lines.iter().try_for_each(|line| writeln!(f, "| {} |", line.join(" | ")))?;
        write!(f, "\n{WHY}")
    }
}

/// The middle one.
pub fn median(all: &mut [f64]) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
}
