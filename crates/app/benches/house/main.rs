//! `make bench`: how fast the house is, as ratios against a named baseline in the same run.
//! It never passes nor fails: it says what is reached beside what is aimed at.
//!
//! The program measured is the real one, in a process of its own, on SQLite; the bare page that
//! it is held against is served the same way by this program. `PARVIS_BENCH_SMALL=1` takes a
//! hundredth of the data, to see that it runs. `PARVIS_WRITE_REPORT=1` keeps the figures in
//! `docs/benchmarks.md`. `PARVIS_BENCH_ONLY=pages,inbox,ingest,start,reading,rebuild` takes some of the parts.

mod bare;
mod data;
mod inbox;
mod ingest;
mod load;
mod pages;
mod program;
mod raw;
mod reading;
mod rebuild;
mod report;

use std::path::Path;
use std::time::Instant;

use report::Report;

/// How much of everything.
pub struct Scale {
    /// Messages in the inbox.
    pub messages: usize,
    /// Publications in the calendar.
    pub publications: usize,
    /// Posts of one month, two years ahead.
    pub month: usize,
    /// Messages taken in.
    pub ingested: usize,
    /// How long each page is asked for.
    pub seconds: u64,
}

impl Scale {
    fn asked() -> Scale {
        let small = std::env::var_os("PARVIS_BENCH_SMALL").is_some();
        match small {
            false => Scale {
                messages: 1_000_000,
                publications: 100_000,
                month: 10_000,
                ingested: 100_000,
                seconds: 10,
            },
            true => Scale {
                messages: 10_000,
                publications: 1000,
                month: 10_000,
                ingested: 5000,
                seconds: 2,
            },
        }
    }
}

fn main() {
    if std::env::var_os("PARVIS_BENCH_BARE").is_some() {
        return bare::serve();
    }
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    let report = runtime.block_on(measure(&Scale::asked()));
    println!("{report}");
    if std::env::var("PARVIS_WRITE_REPORT").is_ok_and(|set| set == "1") {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/benchmarks.md");
        std::fs::write(path, report.to_string()).expect("the report can be kept");
    }
}

async fn measure(scale: &Scale) -> Report {
    let only = std::env::var("PARVIS_BENCH_ONLY").ok();
    let asked = |part: &str| only.as_deref().is_none_or(|only| only.split(',').any(|p| p == part));
    let mut report = Report::new(scale);
    if ["pages", "inbox", "start"].into_iter().any(asked) {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let began = Instant::now();
        let world = data::make(folder.path(), scale).await;
        said("data made", began);
        if asked("start") {
            program::starts(&world, &mut report).await;
            said("starts", began);
        }
        if asked("pages") {
            pages::measure(&world, scale, &mut report).await;
            said("pages", began);
        }
        if asked("inbox") {
            inbox::measure(&world, scale, &mut report).await;
            said("inbox", began);
        }
    }
    let began = Instant::now();
    if asked("ingest") {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        ingest::measure(folder.path(), scale, &mut report).await;
        said("ingest", began);
    }
    if asked("reading") {
        reading::measure(&mut report);
        said("reading", began);
    }
    if asked("rebuild") {
        rebuild::measure(Path::new(env!("CARGO_MANIFEST_DIR")), &mut report);
        said("rebuild", began);
    }
    report
}

fn said(what: &str, began: Instant) {
    eprintln!("{what}: {:.1} s", began.elapsed().as_secs_f64());
}
