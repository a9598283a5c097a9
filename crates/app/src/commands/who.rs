//! Where and as whom a command of the desk works, and how it answers.

use channels::ChannelKit;
use clap::Args;
use database::Tx;
use platform::{Actor, Brand};
use primitives::Id;
use publishing::Post;
use publishing::bulk::Known;
use serde_json::Value;
use web::areas::api::told::Problem;
use web::words::{Words, args};

use super::select;
use crate::config::Options;
use crate::failure::Failure;
use crate::wiring;

/// The flags that every command of the desk has.
#[derive(Debug, Args)]
pub struct Who {
    #[arg(long, value_name = "SLUG")]
    pub brand: Option<String>,
    #[arg(long, visible_alias = "as", value_name = "ADDRESS")]
    pub teammate: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// A brand's desk, opened at a terminal.
pub struct Desk {
    /// Database, media, networks.
    pub kit: ChannelKit,
    /// Who acts.
    pub actor: Actor,
    /// The brand.
    pub brand: Brand,
    /// Words, on the brand's clocks.
    pub words: Words,
    /// Whether a program reads the answer.
    pub json: bool,
}

impl Desk {
    /// Opens it, beside a running Parvis if there is one.
    pub async fn open(who: &Who, options: &Options, words: &Words) -> Result<Self, Failure> {
        let wired = wiring::open_beside(options).await?;
        let kit = wired.kit.clone();
        let mut tx = kit.database.read().await?;
        let brand = select::brand(who.brand.as_deref(), &mut tx).await?;
        let actor = select::actor(&brand, who.teammate.as_deref(), &mut tx).await?;
        let words = words.clone().in_zone(brand.zone.time_zone()).at(tx.now());
        drop(tx);
        Ok(Self { kit, actor, brand, words, json: who.json })
    }

    /// A handle to read with.
    pub async fn read(&self) -> Result<Tx, Failure> {
        Ok(self.kit.database.read().await?)
    }

    /// A transaction.
    pub async fn begin(&self) -> Result<Tx, Failure> {
        Ok(self.kit.database.begin().await?)
    }

    /// What a verb refused, said as this desk answers.
    pub fn no(&self, error: impl Into<Problem>) -> Failure {
        Failure::refused(error.into(), self.json.then(|| self.words.clone()))
    }

    /// Prints an answer, for a program or for a person.
    pub fn say(&self, value: &Value, text: impl FnOnce() -> String) {
        if self.json { println!("{value}") } else { println!("{}", text()) }
    }

    /// The words of a key.
    pub fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    /// The post that a person names by its id, or by the beginning of it.
    pub async fn post(&self, id: &str, tx: &mut Tx) -> Result<Post, Failure> {
        let found = Post::beginning_with(id, &self.actor, tx).await.map_err(|e| self.no(e))?;
        match found.as_slice() {
            [one] => Post::load(*one, &self.actor, tx).await.map_err(|error| self.no(error)),
            [] => Err(Failure::new("cli-wrong-post", args![id => id])),
            several => {
                let known: Vec<_> = several.iter().map(Id::to_string).collect();
                Err(Failure::new(
                    "cli-wrong-post-prefix",
                    args![id => id, known => known.join(", ")],
                ))
            }
        }
    }

    /// What names mean in the brand: accounts, topics, campaigns.
    pub async fn known(&self, tx: &mut Tx) -> Result<Known, Failure> {
        Known::of(&self.actor, tx).await.map_err(|error| self.no(error))
    }

    /// The accounts that people name: by handle, name, network or id.
    pub fn channels(
        &self,
        names: &[String],
        known: &Known,
    ) -> Result<Vec<Id<channels::Channel>>, Failure> {
        let mut found = Vec::new();
        for name in names.iter().flat_map(|names| names.split(',')).map(str::trim) {
            let folded = primitives::text::fold(name.trim_start_matches('@'));
            let fits = |(id, names): &&(Id<channels::Channel>, Vec<String>)| {
                names.contains(&folded) || id.to_string() == name
            };
            let before = found.len();
            found.extend(known.channels.iter().filter(fits).map(|(id, _)| *id));
            if found.len() == before {
                let all = known.channels.iter().filter_map(|(_, names)| names.first());
                let all: Vec<_> = all.map(String::as_str).collect();
                let given = args![name => name, known => all.join(", ")];
                return Err(Failure::new("cli-wrong-channel", given));
            }
        }
        found.dedup();
        Ok(found)
    }

    /// What people name by its name or id: a topic, a campaign.
    pub fn named<T>(
        &self,
        name: &str,
        known: &[(Id<T>, String)],
        wrong: &'static str,
    ) -> Result<Id<T>, Failure> {
        let folded = primitives::text::fold(name);
        let found = known.iter().find(|(id, one)| *one == folded || id.to_string() == name);
        found.map(|(id, _)| *id).ok_or_else(|| {
            let all: Vec<_> = known.iter().map(|(_, name)| name.as_str()).collect();
            Failure::new(wrong, args![name => name, known => all.join(", ")])
        })
    }
}
