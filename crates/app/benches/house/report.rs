//! What is told: each figure beside what is aimed at.

use std::fmt;
use std::thread::available_parallelism;

use crate::Scale;
use crate::pages::thousands;

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
        self.lines.iter().try_for_each(|line| writeln!(f, "| {} |", line.join(" | ")))
    }
}

/// The middle one.
pub fn median(all: &mut [f64]) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
}
