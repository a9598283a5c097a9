mod checks;
mod network;

use std::process::ExitCode;

use clap::Args;
use serde_json::json;
use web::words::{Given, Words};

use crate::config::Options;
use crate::failure::Failure;

/// `parvis doctor`.
#[derive(Debug, Args)]
pub struct Asked {
    #[arg(long)]
    offline: bool,
    #[arg(long)]
    json: bool,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// As it should be.
    Ok,
    /// It works, and something asks for attention.
    Warn,
    /// It does not work.
    Fail,
}

impl Level {
    fn key(self) -> &'static str {
        match self {
            Level::Ok => "ok",
            Level::Warn => "warn",
            Level::Fail => "fail",
        }
    }
}

/// One thing looked at: its name, how it is, and the words that say so and what to do.
pub struct Finding {
    what: &'static str,
    level: Level,
    said: String,
}

/// What was found so far.
pub struct Findings<'a> {
    words: &'a Words,
    all: Vec<Finding>,
}

impl Findings<'_> {
    /// Notes a finding, worded by `cli-doctor-{key}`.
    pub fn note(
        &mut self,
        what: &'static str,
        level: Level,
        key: &str,
        given: &[(&'static str, Given)],
    ) {
        let said = self.words.tn(&format!("cli-doctor-{key}"), given);
        self.all.push(Finding { what, level, said });
    }

    /// Notes a failure that already has its words.
    pub fn fail(&mut self, what: &'static str, failure: &Failure) {
        self.all.push(Finding { what, level: Level::Fail, said: failure.said(self.words) });
    }
}

/// Looks at everything; the exit code is a failure when something does not work.
pub async fn run(asked: Asked, options: &Options, words: &Words) -> Result<ExitCode, Failure> {
    let mut findings = Findings { words, all: Vec::new() };
    checks::look(options, &mut findings, asked.offline).await;
    let worst = findings.all.iter().map(|finding| finding.level).max().unwrap_or(Level::Ok);
    if asked.json {
        let lines = findings.all.iter().map(|finding| {
            json!({ "what": finding.what, "level": finding.level.key(), "said": finding.said })
        });
        let lines: Vec<_> = lines.collect();
        println!("{}", json!({ "level": worst.key(), "findings": lines }));
    } else {
        for finding in &findings.all {
            let mark = words.t(&format!("cli-doctor-mark-{}", finding.level.key()));
            println!("{mark}  {}", finding.said);
        }
        println!("{}", words.t(&format!("cli-doctor-{}", worst.key())));
    }
    Ok(if worst == Level::Fail { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
