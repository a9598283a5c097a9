//! Why a command did not do what was asked, in the person's language, with what to do about it.

use std::process::ExitCode;

use database::{MigrateError, OpenError};
use platform::vault::VaultError;
use web::areas::api::told::Problem;
use web::words::{Given, Words, args};

use crate::config::ConfigError;
use crate::lock::LockError;

/// Why a command did not do what was asked: words by key, said in the person's language.
#[derive(Debug, Clone)]
pub struct Failure {
    key: &'static str,
    given: Vec<(&'static str, Given)>,
    code: u8,
    problem: Option<Box<(Problem, Option<Words>)>>,
}

impl Failure {
    /// The failure worded by `key` in `cli.ftl`, with what its words speak of.
    pub fn new(key: &'static str, given: &[(&'static str, Given)]) -> Self {
        Self { key, given: given.to_vec(), code: 1, problem: None }
    }

    /// The same, for what was asked in a way that can't be meant: the exit code is 2.
    pub fn misuse(key: &'static str, given: &[(&'static str, Given)]) -> Self {
        Self { code: 2, ..Self::new(key, given) }
    }

    /// What a verb refused; told to a program in those words, where there are any.
    pub fn refused(problem: Problem, for_a_program: Option<Words>) -> Self {
        let problem = Some(Box::new((problem, for_a_program)));
        Self { problem, ..Self::new("cli-fault", &[]) }
    }

    /// Says it where it is looked for: a program reads it on standard output, as JSON.
    pub fn tell(&self, words: &Words) {
        match self.problem.as_deref() {
            Some((problem, Some(theirs))) => println!("{}", problem.json(theirs)),
            _ => eprintln!("parvis: {}", self.said(words)),
        }
    }

    /// The exit code.
    pub fn code(&self) -> ExitCode {
        ExitCode::from(self.code)
    }

    /// From what nobody foresaw: the detail is shown as it is.
    pub fn because(error: impl std::fmt::Display) -> Self {
        Self::new("cli-fault", args![detail => error.to_string()])
    }

    /// From a failure about a file or folder.
    pub fn at(path: &std::path::Path, error: impl std::fmt::Display) -> Self {
        let path = path.display().to_string();
        Self::new("cli-wrong-file", args![path => path, detail => error.to_string()])
    }

    /// The failure in words.
    pub fn said(&self, words: &Words) -> String {
        match self.problem.as_deref() {
            Some((problem, _)) => problem.lines(words).join("\n"),
            None => words.tn(self.key, &self.given),
        }
    }
}

impl From<database::Error> for Failure {
    fn from(error: database::Error) -> Self {
        match error {
            database::Error::DiskFull(_) => Failure::new("cli-wrong-disk-full", &[]),
            database::Error::Busy(_) => Failure::new("cli-wrong-busy", &[]),
            other => Failure::new("cli-wrong-database", args![detail => other.to_string()]),
        }
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        let detail = match &error {
            OpenError::Folder { source, .. } => format!("{error}: {source}"),
            _ => error.to_string(),
        };
        Failure::new("cli-wrong-database", args![detail => detail])
    }
}

impl From<MigrateError> for Failure {
    fn from(error: MigrateError) -> Self {
        match error {
            MigrateError::DatabaseIsNewer { found, known } => {
                Failure::new("cli-wrong-newer", args![found => found, known => known])
            }
            MigrateError::Database(error) => error.into(),
            MigrateError::Backup { path, source } => Failure::at(&path, source),
            other => Failure::new("cli-wrong-migration", args![detail => other.to_string()]),
        }
    }
}

impl From<VaultError> for Failure {
    fn from(error: VaultError) -> Self {
        let path = |path: &std::path::Path| path.display().to_string();
        match error {
            VaultError::KeyMissing(file) => {
                Failure::new("cli-wrong-key-missing", args![path => path(&file)])
            }
            VaultError::NotPrivate(file) => {
                Failure::new("cli-wrong-key-open", args![path => path(&file)])
            }
            VaultError::BadKey => Failure::new("cli-wrong-key", &[]),
            VaultError::File { path, source } => {
                Failure::new("cli-wrong-file", args![path => path, detail => source.to_string()])
            }
        }
    }
}

impl From<LockError> for Failure {
    fn from(error: LockError) -> Self {
        match error {
            LockError::InUse(path) => {
                Failure::new("cli-wrong-in-use", args![path => path.display().to_string()])
            }
            LockError::Io(path, error) => Failure::at(&path, error),
        }
    }
}

impl From<ConfigError> for Failure {
    fn from(ConfigError::File(path, detail): ConfigError) -> Self {
        let path = path.display().to_string();
        Failure::new("cli-wrong-config", args![path => path, detail => detail])
    }
}
