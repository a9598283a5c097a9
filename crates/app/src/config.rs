//! What can be set, where: flags over environment over file over what suits most people.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;

/// Everything that can be set. Each is a flag, an environment variable and a key of the file.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Options {
    /// A TOML file with any of these settings, by the names of the flags
    #[arg(long, global = true, env = "PARVIS_CONFIG", value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// Folder of the database, the media and the key [default: ./data]
    #[arg(long, global = true, env = "PARVIS_DATA", value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    /// Database: sqlite:FILE or postgres://… [default: parvis.db in the data folder]
    #[arg(
        long,
        global = true,
        env = "PARVIS_DATABASE_URL",
        value_name = "URL",
        hide_env_values = true
    )]
    pub database_url: Option<String>,
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, global = true, env = "PARVIS_LISTEN", value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// Public address of this Parvis [default: http://ADDRESS]
    #[arg(long, global = true, env = "PARVIS_BASE_URL", value_name = "URL")]
    pub base_url: Option<String>,
    /// File of the key that seals tokens [default: parvis.key in the data folder]
    #[arg(long, global = true, env = "PARVIS_KEY_FILE", value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// The key itself, 64 hexadecimal digits, instead of a file
    #[arg(long, global = true, env = "PARVIS_KEY", value_name = "HEX", hide_env_values = true)]
    pub key: Option<String>,
    /// Lets requests out reach private addresses: for servers of your own network, and tests
    #[arg(long, global = true, env = "PARVIS_ALLOW_PRIVATE_NETWORK", value_name = "0|1", num_args = 0..=1, default_missing_value = "1")]
    #[serde(deserialize_with = "flag_from_file")]
    pub allow_private_network: Option<String>,
    /// File of certificates (PEM) trusted besides the public ones: those of your own authority
    #[arg(long, global = true, env = "PARVIS_AUTHORITIES", value_name = "FILE")]
    pub authorities: Option<PathBuf>,
    /// Server that mail goes out by: smtp://name:password@host:port or smtps://…
    #[arg(
        long,
        global = true,
        env = "PARVIS_SMTP_URL",
        value_name = "URL",
        hide_env_values = true
    )]
    pub smtp_url: Option<String>,
    /// Sender of mails: Parvis <parvis@example.org>
    #[arg(long, global = true, env = "PARVIS_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// What to log: error, warn, info, debug, or a filter by module [default: info]
    #[arg(long, global = true, env = "PARVIS_LOG", value_name = "FILTER")]
    pub log: Option<String>,
    /// How to log: text or json [default: text]
    #[arg(long, global = true, env = "PARVIS_LOG_FORMAT", value_name = "FORMAT")]
    pub log_format: Option<String>,
    /// Jobs that run at once [default: 16]
    #[arg(long, global = true, env = "PARVIS_WORKERS", value_name = "N")]
    pub workers: Option<usize>,
    /// Seconds between two readings of a channel's inbox [default: 60]
    #[arg(long, global = true, env = "PARVIS_INBOX_SECONDS", value_name = "SECONDS")]
    pub inbox_seconds: Option<u32>,
    /// Seconds after which a network that does not honour keys no longer makes a lost post appear [default: 120]
    #[arg(long, global = true, env = "PARVIS_SETTLE_SECONDS", value_name = "SECONDS")]
    pub settle_seconds: Option<f64>,
    /// Seconds that a request to a network may take [default: 30]
    #[arg(long, global = true, env = "PARVIS_OUTBOUND_SECONDS", value_name = "SECONDS")]
    pub outbound_seconds: Option<f64>,
    /// Heaviest video that is taken, in megabytes [default: 512]
    #[arg(long, global = true, env = "PARVIS_VIDEO_MEGABYTES", value_name = "MEGABYTES")]
    pub video_megabytes: Option<u32>,
    /// Token that /metrics asks for; without one, it answers only to this machine
    #[arg(
        long,
        global = true,
        env = "PARVIS_METRICS_TOKEN",
        value_name = "TOKEN",
        hide_env_values = true
    )]
    pub metrics_token: Option<String>,
    /// Trusts the proxy in front to say where requests come from (X-Forwarded-For)
    #[arg(long, global = true, env = "PARVIS_TRUST_PROXY", value_name = "0|1", num_args = 0..=1, default_missing_value = "1")]
    #[serde(deserialize_with = "flag_from_file")]
    pub trust_proxy: Option<String>,
    /// Language of the command line and of mails: fr or en [default: the environment's]
    #[arg(long, global = true, env = "PARVIS_LANG", value_name = "fr|en")]
    pub lang: Option<String>,
}

fn flag_from_file<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Option<String>, D::Error> {
    Ok(Some(if bool::deserialize(d)? { "1" } else { "0" }.to_owned()))
}

/// Why the configuration can't be used.
#[derive(Debug)]
pub enum ConfigError {
    /// The file can't be read, or says something that is not a setting.
    File(PathBuf, String),
}

macro_rules! over {
    ($flags:expr, $file:expr; $($field:ident),+) => {
        Options { config: $flags.config.clone(), $($field: $flags.$field.or($file.$field)),+ }
    };
}

impl Options {
    /// These, completed from the configuration file, if one is named or lies in the data folder.
    pub fn with_file(self) -> Result<Options, ConfigError> {
        let beside = self.data_folder().join("parvis.toml");
        let path = match &self.config {
            Some(path) => path.clone(),
            None if beside.exists() => beside,
            None => return Ok(self),
        };
        let wrong = |e: &dyn std::fmt::Display| ConfigError::File(path.clone(), e.to_string());
        let text = std::fs::read_to_string(&path).map_err(|e| wrong(&e))?;
        let file: Options = toml::from_str(&text).map_err(|e| wrong(&e))?;
        Ok(over!(self, file; data, database_url, listen, base_url, key_file, key,
            allow_private_network, authorities, smtp_url, mail_from, log, log_format, workers, inbox_seconds,
            settle_seconds, outbound_seconds, video_megabytes, metrics_token, trust_proxy, lang))
    }

    /// The folder of everything that Parvis keeps on this machine.
    pub fn data_folder(&self) -> PathBuf {
        self.data.clone().unwrap_or_else(|| PathBuf::from("./data"))
    }

    /// Where the database is.
    pub fn database_url(&self) -> String {
        let default = || format!("sqlite:{}", self.in_data("parvis.db").display());
        self.database_url.clone().unwrap_or_else(default)
    }

    /// Where to listen.
    pub fn listen(&self) -> SocketAddr {
        self.listen.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8080)))
    }

    /// The public address, without a slash at its end; `bound` is where the server listens.
    pub fn base_url(&self, bound: SocketAddr) -> String {
        let url = self.base_url.clone().unwrap_or_else(|| {
            let host = if bound.ip().is_unspecified() || bound.ip().is_loopback() {
                "localhost".to_owned()
            } else {
                bound.ip().to_string()
            };
            format!("http://{host}:{}", bound.port())
        });
        url.trim_end_matches('/').to_owned()
    }

    /// The file of the key that seals tokens.
    pub fn key_file(&self) -> PathBuf {
        self.key_file.clone().unwrap_or_else(|| self.in_data("parvis.key"))
    }

    /// Whether requests out may reach private addresses.
    pub fn allows_private_network(&self) -> bool {
        is_set(self.allow_private_network.as_deref())
    }

    /// Whether a proxy in front is believed.
    pub fn trusts_proxy(&self) -> bool {
        is_set(self.trust_proxy.as_deref())
    }

    /// Whether the database is a file of this machine.
    pub fn on_sqlite(&self) -> bool {
        self.database_url().starts_with("sqlite:")
    }

    /// A file of the data folder.
    pub fn in_data(&self, name: impl AsRef<Path>) -> PathBuf {
        self.data_folder().join(name)
    }
}

fn is_set(flag: Option<&str>) -> bool {
    matches!(flag, Some("1" | "true" | "yes"))
}
