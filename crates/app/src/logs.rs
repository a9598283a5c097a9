//! Logs: readable lines or JSON, on standard error, never with a secret (rooms keep secrets in
//! types that do not print).

use tracing_subscriber::EnvFilter;

use crate::config::Options;

/// Starts logging as the options say; a second start changes nothing.
pub fn start(options: &Options) {
    log(options, "info");
}

/// Starts logging for a short command: only what goes wrong, unless more is asked.
pub fn start_quietly(options: &Options) {
    log(options, "error");
}

fn log(options: &Options, usual: &str) {
    let filter = options.log.clone().unwrap_or_else(|| usual.to_owned());
    let filter = EnvFilter::try_new(&filter).unwrap_or_else(|_| EnvFilter::new(usual));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = if options.log_format.as_deref() == Some("json") {
        lines.json().flatten_event(true).try_init()
    } else {
        lines.compact().with_target(false).try_init()
    };
    if started.is_err() {
        tracing::debug!("logging was already started");
    }
}
