//! The command line in the person's language: help, headings, and what was mistyped.

use std::process::ExitCode;

use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command};
use primitives::Language;
use web::words::{Words, args};

/// The voice of the command line: `--lang`, else the environment's language.
pub fn voice() -> Words {
    let mut given = std::env::args().skip(1);
    let mut asked = None;
    while let Some(word) = given.next() {
        if word == "--lang" {
            asked = given.next();
        } else if let Some(tag) = word.strip_prefix("--lang=") {
            asked = Some(tag.to_owned());
        }
    }
    speaking(asked.as_deref())
}

/// The voice in the language asked for, else the environment's.
pub fn speaking(asked: Option<&str>) -> Words {
    let from_environment = || {
        let names = ["PARVIS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
        let set = names.iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
        // The environment's own word for "no language" is C or POSIX: English then.
        if set.is_some_and(|tag| tag.starts_with("fr")) { Language::Fr } else { Language::En }
    };
    let asked = asked.and_then(|tag| tag.parse().ok());
    Words::new(asked.unwrap_or_else(from_environment))
}

/// The command line worded: `cli-about`, `cli-PATH` for a command (`cli-token-create`),
/// `cli-flag-PATH-NAME` or else `cli-flag-NAME` for a flag.
pub fn worded(command: Command, words: &Words) -> Command {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help_heading(words.t("cli-heading-settings"))
        .help(words.t("cli-flag-version"));
    let command = command.disable_version_flag(true).arg(version);
    word(command, "", words)
}

fn word(mut command: Command, path: &str, words: &Words) -> Command {
    let about = if path.is_empty() { "cli-about".to_owned() } else { format!("cli{path}") };
    let flags: Vec<_> = command.get_arguments().map(|flag| flag.get_id().clone()).collect();
    for id in flags {
        let name = id.as_str().replace('_', "-");
        let own = format!("cli-flag{path}-{name}");
        let help = words.t_or(&own, &format!("cli-flag-{name}"));
        command = command.mut_arg(id, |flag| {
            let positional = flag.is_positional();
            let heading = if positional { "cli-heading-arguments" } else { "cli-heading-settings" };
            flag.help(help).help_heading(words.t(heading))
        });
    }
    let names: Vec<_> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        let inside = format!("{path}-{name}");
        command = command.mut_subcommand(name, |inner| word(inner, &inside, words));
    }
    let usage = words.t("cli-usage");
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help_heading(words.t("cli-heading-settings"))
        .help(words.t("cli-flag-help"));
    command
        .about(words.t(&about))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .subcommand_help_heading(words.t("cli-heading-commands"))
        .subcommand_value_name(words.t("cli-value-command"))
        .help_template(format!(
            "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
}

/// Help, the version, or what was mistyped.
pub fn refuse(error: &clap::Error, words: &Words) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    let said = |kind| error.get(kind).map(|value| value.to_string()).unwrap_or_default();
    let (name, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => words.tn("cli-mistyped-flag", args![name => name]),
        ErrorKind::InvalidSubcommand => {
            let name = said(ContextKind::InvalidSubcommand);
            words.tn("cli-mistyped-command", args![name => name])
        }
        ErrorKind::MissingRequiredArgument => words.tn("cli-mistyped-missing", args![name => name]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            words.tn("cli-mistyped-no-value", args![name => name])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            words.tn("cli-mistyped-value", args![name => name, value => value])
        }
        _ => {
            let _ = error.print();
            return ExitCode::from(2);
        }
    };
    eprintln!("parvis: {sentence}");
    eprintln!("{}", words.t("cli-mistyped-help"));
    ExitCode::from(2)
}
