//! What can be asked of `parvis`, one file a command.

mod migrate;
mod serve;

use clap::Subcommand;
use primitives::Language;
use web::words::Words;

use crate::config::Options;
use crate::wiring::CannotOpen;

/// The commands. Their help is worded in `cli.ftl`, by the command's and the flag's names.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// cli-serve
    Serve,
    /// cli-worker
    Worker,
    /// cli-migrate
    Migrate,
}

/// Does what was asked.
pub async fn run(command: Command, options: Options) -> Result<(), CannotOpen> {
    let options = options.with_file().map_err(CannotOpen::because)?;
    match command {
        Command::Serve => serve::serve(&options).await,
        Command::Worker => serve::work(&options).await,
        Command::Migrate => migrate::migrate(&options).await,
    }
}

/// The voice of the command line: the language asked for, or the environment's.
pub fn words(asked: Option<&str>) -> Words {
    let from_environment = || {
        let names = ["PARVIS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
        let set = names.iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
        // The environment's own word for "no language" is C or POSIX: English then.
        if set.is_some_and(|tag| tag.starts_with("fr")) { Language::Fr } else { Language::En }
    };
    let asked = asked.and_then(|tag| tag.parse().ok());
    Words::new(asked.unwrap_or_else(from_environment))
}

/// The command line's help in the voice's language: `cli-NAME` for a command, `cli-flag-NAME`
/// for a flag.
pub fn worded(mut command: clap::Command, words: &Words) -> clap::Command {
    let about = words.t(&about_key(command.get_name()));
    command = command.about(about);
    let flags: Vec<_> = command.get_arguments().map(|flag| flag.get_id().clone()).collect();
    for id in flags {
        if matches!(id.as_str(), "help" | "version") {
            continue;
        }
        let help = words.t(&format!("cli-flag-{}", id.as_str().replace('_', "-")));
        command = command.mut_arg(id, |flag| flag.help(help));
    }
    let names: Vec<_> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(name, |inner| worded(inner, words));
    }
    command
}

fn about_key(name: &str) -> String {
    if name == "parvis" { "cli-about".to_owned() } else { format!("cli-{name}") }
}
