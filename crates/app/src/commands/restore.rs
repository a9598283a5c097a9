use std::path::{Path, PathBuf};

use clap::Args;
use database::Location;
use serde_json::json;
use web::words::{Words, args};

use super::backup::{DATABASE, KEY};
use crate::archive::{BACKUP, Reader};
use crate::config::Options;
use crate::failure::Failure;
use crate::wiring;

/// `parvis restore`.
#[derive(Debug, Args)]
pub struct Asked {
    #[arg(value_name = "FILE.zip")]
    archive: PathBuf,
    #[arg(long)]
    json: bool,
}

/// Puts a backup in the place of what is there, which is kept beside it.
pub async fn run(asked: Asked, options: &Options, words: &Words) -> Result<(), Failure> {
    // Another Parvis on this folder would write over what is restored.
    let _lock = wiring::lock(options)?;
    let mut reader = Reader::open(&asked.archive, BACKUP)?;
    let folder = options.data_folder();
    std::fs::create_dir_all(&folder).map_err(|error| Failure::at(&folder, error))?;
    let stamp = primitives::Ambient::real().now().strftime("%Y%m%dT%H%M%SZ").to_string();
    // Everything is unpacked and read before anything is replaced.
    let fresh = folder.join(format!("restoring-{stamp}"));
    let names = unpack(&mut reader, &fresh).await?;
    let kept = folder.join(format!("before-restore-{stamp}"));
    replace(&fresh, &kept, &names, options)?;
    let _ = std::fs::remove_dir_all(&fresh);
    let kept = kept.display().to_string();
    if asked.json {
        println!(
            "{}",
            json!({
                "made_at": reader.manifest.made_at, "kept": kept, "with_key": reader.manifest.with_key
            })
        );
        return Ok(());
    }
    let made_at = reader.manifest.made_at.clone();
    println!("{}", words.tn("cli-restore-done", args![at => made_at, path => kept]));
    if !options.on_sqlite() {
        println!("{}", words.t("cli-restore-postgres"));
    }
    if !reader.manifest.with_key && !options.key_file().exists() && options.key.is_none() {
        let path = options.key_file().display().to_string();
        println!("{}", words.tn("cli-restore-no-key", args![path => path]));
    }
    Ok(())
}

async fn unpack(reader: &mut Reader, fresh: &Path) -> Result<Vec<String>, Failure> {
    let mut names = reader.names();
    names.retain(|name| name == DATABASE || name == KEY || is_picture(name));
    for name in &names {
        reader.unpack(name, &fresh.join(name))?;
    }
    if names.iter().any(|name| name == DATABASE) {
        // Opening it reads its schema: a damaged or foreign file is refused here.
        let location = Location::Sqlite { path: fresh.join(DATABASE), readers: 1 };
        let database = database::Database::open(&location, primitives::Ambient::real()).await?;
        database.pending_migrations().await?;
        database.close().await;
    }
    Ok(names)
}

/// `media/ab/cdef…`: an archive can't name a file outside the folder of media.
fn is_picture(name: &str) -> bool {
    let is_hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let parts: Vec<&str> = name.split('/').collect();
    matches!(parts.as_slice(), ["media", folder, file]
        if folder.len() == 2 && file.len() == 62 && is_hex(folder) && is_hex(file))
}

fn replace(fresh: &Path, kept: &Path, names: &[String], options: &Options) -> Result<(), Failure> {
    std::fs::create_dir_all(kept).map_err(|error| Failure::at(kept, error))?;
    if options.on_sqlite() && names.iter().any(|name| name == DATABASE) {
        let url = options.database_url();
        let place = PathBuf::from(url.trim_start_matches("sqlite:").trim_start_matches("//"));
        // A journal of the replaced database would be played over the restored one.
        for ending in ["", "-wal", "-shm"] {
            let mut old = place.clone().into_os_string();
            old.push(ending);
            move_if_there(Path::new(&old), &kept.join(format!("{DATABASE}{ending}")))?;
        }
        move_if_there(&fresh.join(DATABASE), &place)?;
    }
    if names.iter().any(|name| name == KEY) && options.key.is_none() {
        move_if_there(&options.key_file(), &kept.join(KEY))?;
        move_if_there(&fresh.join(KEY), &options.key_file())?;
    }
    // Pictures lie under the hash of what they hold: those that are there are the same.
    for name in names.iter().filter(|name| is_picture(name)) {
        let place = options.data_folder().join(name);
        if !place.exists() {
            move_if_there(&fresh.join(name), &place)?;
        }
    }
    Ok(())
}

fn move_if_there(from: &Path, to: &Path) -> Result<(), Failure> {
    if !from.exists() {
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder).map_err(|error| Failure::at(folder, error))?;
    }
    std::fs::rename(from, to)
        .or_else(|_| std::fs::copy(from, to).and_then(|_| std::fs::remove_file(from)))
        .map_err(|error| Failure::at(to, error))
}
