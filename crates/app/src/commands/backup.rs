use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;
use web::words::{Words, args};

use crate::archive::{BACKUP, Manifest, Writer};
use crate::config::Options;
use crate::failure::Failure;
use crate::wiring;

/// The database's name in a backup.
pub const DATABASE: &str = "parvis.db";
/// The key's name in a backup.
pub const KEY: &str = "parvis.key";

/// `parvis backup`.
#[derive(Debug, Args)]
pub struct Asked {
    #[arg(value_name = "FILE.zip")]
    archive: PathBuf,
    #[arg(long)]
    with_key: bool,
    #[arg(long)]
    json: bool,
}

/// Saves database and media in one file, while Parvis runs or not.
pub async fn run(asked: Asked, options: &Options, words: &Words) -> Result<(), Failure> {
    let folder = options.data_folder();
    if !folder.is_dir() {
        return Err(Failure::new("cli-wrong-no-data", args![path => folder.display().to_string()]));
    }
    let database = wiring::open_database(options).await?;
    database.pending_migrations().await?;
    let mut manifest = Manifest::new(BACKUP, database.ambient().now());
    let mut archive = Writer::begin(&asked.archive)?;
    // The database first: the media it speaks of are stored before it speaks of them.
    if options.on_sqlite() {
        let scratch = tempfile::tempdir_in(&folder).map_err(|error| Failure::at(&folder, error))?;
        let copy = scratch.path().join(DATABASE);
        database.backup_to(&copy).await?;
        archive.add_file(DATABASE, &copy)?;
        manifest.holds.insert(DATABASE.to_owned(), 1);
    }
    let media = options.in_data("media");
    let mut files = 0;
    for path in pictures(&media)? {
        let inside = path.strip_prefix(&media).unwrap_or(&path).display().to_string();
        archive.add_file(&format!("media/{inside}"), &path)?;
        files += 1;
    }
    manifest.holds.insert("media".to_owned(), files);
    if asked.with_key {
        manifest.with_key = add_key(&mut archive, options)?;
    }
    archive.end(&manifest)?;
    database.close().await;
    say(&asked, &manifest, options, words);
    Ok(())
}

fn add_key(archive: &mut Writer, options: &Options) -> Result<bool, Failure> {
    match &options.key {
        Some(key) => archive.add(KEY, key.trim().as_bytes())?,
        None => archive.add_file(KEY, &options.key_file())?,
    }
    Ok(true)
}

/// The pictures, without their renditions, which are made again.
fn pictures(media: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let Ok(folders) = std::fs::read_dir(media) else { return Ok(found) };
    let folders = folders.filter_map(Result::ok).map(|entry| entry.path());
    for folder in folders.filter(|path| path.is_dir() && !path.ends_with("renditions")) {
        let files = std::fs::read_dir(&folder).map_err(|error| Failure::at(&folder, error))?;
        found.extend(files.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| {
            // What is still being written has another name than a whole picture.
            path.is_file() && path.file_name().is_some_and(|name| name.len() == 62)
        }));
    }
    found.sort();
    Ok(found)
}

fn say(asked: &Asked, manifest: &Manifest, options: &Options, words: &Words) {
    let path = asked.archive.display().to_string();
    let pictures = manifest.holds.get("media").copied().unwrap_or_default();
    if asked.json {
        let database = options.on_sqlite();
        println!(
            "{}",
            json!({
                "path": path, "database": database, "media": pictures, "with_key": manifest.with_key
            })
        );
        return;
    }
    println!("{}", words.tn("cli-backup-done", args![path => path, pictures => pictures]));
    if !options.on_sqlite() {
        println!("{}", words.t("cli-backup-postgres"));
    }
    let key = options.key_file().display().to_string();
    if manifest.with_key {
        println!("{}", words.t("cli-backup-with-key"));
    } else {
        println!("{}", words.tn("cli-backup-without-key", args![path => key]));
    }
}
