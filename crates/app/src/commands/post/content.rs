//! What a post is written from at a terminal.

use std::io::{IsTerminal, Read};
use std::path::PathBuf;

use clap::Args;
use database::Tx;
use jiff::civil::DateTime;
use platform::media::{Media, Taken};
use publishing::local_time::LocalSchedule;
use publishing::post::{Edit, PostMediaEdit, ScheduleError, VariantEdit};
use web::words::args;

use crate::commands::who::Desk;
use crate::failure::Failure;

/// What a post carries beside its text.
#[derive(Debug, Args)]
pub struct Content {
    #[arg(long, value_name = "ACCOUNT")]
    channel: Vec<String>,
    #[arg(long, value_name = "FILE")]
    media: Vec<PathBuf>,
    #[arg(long, value_name = "TEXT")]
    alt: Vec<String>,
    #[arg(long, value_name = "NAME")]
    topic: Option<String>,
    #[arg(long, value_name = "NAME")]
    campaign: Option<String>,
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    #[arg(long, value_name = "TEXT")]
    first_comment: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    link: Option<String>,
    #[arg(long, value_name = "TIME")]
    wanted: Option<String>,
    #[arg(long, value_name = "SEPARATOR", num_args = 0..=1, require_equals = true, default_missing_value = "---")]
    thread: Option<String>,
}

/// The text: as an argument, from a file, else from standard input.
pub fn text(given: Option<String>, file: Option<&PathBuf>) -> Result<Option<String>, Failure> {
    if let Some(given) = given.filter(|given| given != "-") {
        return Ok(Some(given));
    }
    if let Some(path) = file {
        let text = std::fs::read_to_string(path).map_err(|error| Failure::at(path, error))?;
        return Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()));
    }
    if std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).map_err(Failure::because)?;
    let text = text.trim_end_matches(['\r', '\n']).to_owned();
    Ok(Some(text).filter(|text| !text.is_empty()))
}

impl Content {
    /// Whether it says anything at all.
    pub fn is_empty(&self) -> bool {
        self.channel.is_empty()
            && self.media.is_empty()
            && self.alt.is_empty()
            && [&self.topic, &self.campaign, &self.language, &self.first_comment]
                .iter()
                .chain([&self.link, &self.wanted].iter())
                .all(|one| one.is_none())
    }

    /// Reads its pictures and films, before any transaction.
    pub async fn taken(&self, desk: &Desk) -> Result<Vec<(Taken, String)>, Failure> {
        if self.alt.len() > self.media.len() && !self.media.is_empty() {
            return Err(Failure::misuse("cli-wrong-alt", &[]));
        }
        let mut taken = Vec::new();
        for path in &self.media {
            let bytes = std::fs::read(path).map_err(|error| Failure::at(path, error))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let one = desk.kit.media.take(bytes).await.map_err(|error| desk.no(error))?;
            taken.push((one, name));
        }
        Ok(taken)
    }

    /// What a post says once this is said of it.
    pub async fn applied(
        self,
        text: Option<String>,
        taken: Vec<(Taken, String)>,
        mut edit: Edit,
        desk: &Desk,
        tx: &mut Tx,
    ) -> Result<Edit, Failure> {
        let known = desk.known(tx).await?;
        if let Some(text) = text {
            self.put_text(text, &mut edit);
        }
        if !self.channel.is_empty() {
            let before = std::mem::take(&mut edit.variants);
            let channels = desk.channels(&self.channel, &known)?;
            edit.variants = channels
                .into_iter()
                .map(|channel| {
                    let same = before.iter().find(|variant| variant.channel == channel);
                    same.cloned().unwrap_or_else(|| VariantEdit::from((channel, None)))
                })
                .collect();
        }
        if !taken.is_empty() {
            edit.media.clear();
            let mut alts = self.alt.iter();
            for (one, name) in &taken {
                let alt = alts.next().map_or("", String::as_str);
                let media = Media::enter(one, name, alt, &desk.actor, tx).await;
                let media = media.map_err(|error| desk.no(error))?;
                edit.media.push(PostMediaEdit { media: media.id, alt_text: alt.to_owned() });
            }
        } else {
            for (media, alt) in edit.media.iter_mut().zip(&self.alt) {
                alt.clone_into(&mut media.alt_text);
            }
        }
        if let Some(name) = &self.topic {
            edit.topic = Some(desk.named(name, &known.topics, "cli-wrong-topic")?);
        }
        if let Some(name) = &self.campaign {
            edit.campaign = Some(desk.named(name, &known.campaigns, "cli-wrong-campaign")?);
        }
        edit.language = self.language.or(edit.language);
        edit.link = self.link.or(edit.link);
        if let Some(comment) = self.first_comment {
            edit.extras.first_comment = Some(comment).filter(|comment| !comment.trim().is_empty());
        }
        if let Some(wanted) = &self.wanted {
            edit.wanted = Some(reading(wanted, desk, tx)?);
        }
        Ok(edit)
    }

    /// The text, cut into the posts of a thread where lines hold the separator alone.
    fn put_text(&self, text: String, edit: &mut Edit) {
        let Some(separator) = &self.thread else {
            edit.text = text;
            return;
        };
        let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
        for line in text.lines() {
            if line.trim() == separator.trim() {
                parts.push(Vec::new());
            } else if let Some(last) = parts.last_mut() {
                last.push(line);
            }
        }
        let parts = parts.iter().map(|lines| lines.join("\n").trim().to_owned());
        let mut parts = parts.filter(|part| !part.is_empty());
        edit.text = parts.next().unwrap_or_default();
        edit.extras.thread = parts.collect();
    }
}

fn reading(wanted: &str, desk: &Desk, tx: &Tx) -> Result<LocalSchedule, Failure> {
    let wanted: DateTime = wanted
        .trim()
        .parse()
        .map_err(|_| Failure::misuse("cli-wrong-time", args![time => wanted]))?;
    LocalSchedule::resolve(wanted, desk.brand.zone.name())
        .and_then(|at| at.within_ten_years(tx.now()))
        .map_err(|error| desk.no(ScheduleError::Time(error)))
}
