//! Archives: one zip with a manifest that says what it is, of which version, from when.
//!
//! Two kinds: a backup (`backup.rs`, a whole installation, to be put back as it was) and an
//! export (`export.rs`, one brand as readable JSON Lines, to be taken elsewhere).

pub mod export;
pub mod ids;
pub mod put;
mod store;
pub mod tables;

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use web::words::args;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::failure::Failure;

/// The file that says what an archive is.
pub const MANIFEST: &str = "manifest.json";
/// The form of archives that this program writes and reads.
pub const FORM: u32 = 1;

/// What an archive says of itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    /// `parvis-backup` or `parvis-export`.
    pub kind: String,
    /// [`FORM`].
    pub form: u32,
    /// The version of the program that wrote it.
    pub parvis: String,
    /// When, RFC 3339.
    pub made_at: String,
    /// The schema's last step.
    pub schema: i64,
    /// What it holds, by file, with counts.
    #[serde(default)]
    pub holds: std::collections::BTreeMap<String, u64>,
    /// Whether the key that opens sealed credentials is in it.
    #[serde(default)]
    pub with_key: bool,
    /// The brand, in an export.
    #[serde(default)]
    pub brand: Option<BrandFacts>,
}

/// What a brand is, in an export.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BrandFacts {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub colour: String,
    /// Its zone.
    pub zone: String,
    /// Its language's tag.
    pub language: String,
}

impl Manifest {
    /// A manifest of today.
    pub fn new(kind: &str, now: jiff::Timestamp) -> Self {
        Self {
            kind: kind.to_owned(),
            form: FORM,
            parvis: env!("CARGO_PKG_VERSION").to_owned(),
            made_at: now.to_string(),
            schema: database::MIGRATIONS.last().map_or(0, |migration| migration.version),
            holds: std::collections::BTreeMap::new(),
            with_key: false,
            brand: None,
        }
    }

    /// Refuses what this program can't read.
    fn must_be(&self, kind: &str) -> Result<(), Failure> {
        if self.kind != kind {
            let key =
                if kind == BACKUP { "cli-wrong-not-a-backup" } else { "cli-wrong-not-an-export" };
            return Err(Failure::new(key, &[]));
        }
        let known = database::MIGRATIONS.last().map_or(0, |migration| migration.version);
        if self.form > FORM || self.schema > known {
            return Err(Failure::new(
                "cli-wrong-newer",
                args![found => self.schema, known => known],
            ));
        }
        Ok(())
    }
}

/// The kind of a backup.
pub const BACKUP: &str = "parvis-backup";
/// The kind of an export.
pub const EXPORT: &str = "parvis-export";

/// Writes an archive beside its place, and puts it there whole at the end.
pub struct Writer {
    zip: ZipWriter<File>,
    beside: PathBuf,
    place: PathBuf,
}

impl Writer {
    /// Begins an archive; an existing file is never overwritten.
    pub fn begin(place: &Path) -> Result<Writer, Failure> {
        if place.exists() {
            return Err(Failure::new(
                "cli-wrong-exists",
                args![path => place.display().to_string()],
            ));
        }
        let mut name = place.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        let beside = place.with_file_name(name);
        let file = private_file(&beside).map_err(|error| Failure::at(&beside, error))?;
        Ok(Writer { zip: ZipWriter::new(file), beside, place: place.to_owned() })
    }

    /// Adds a file with these bytes.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let packed = !name.starts_with("media/");
        self.start(name, packed)?;
        self.zip.write_all(bytes).map_err(|error| Failure::at(&self.place, error))
    }

    /// Adds a file of this machine, streamed.
    pub fn add_file(&mut self, name: &str, path: &Path) -> Result<(), Failure> {
        self.start(name, !name.starts_with("media/"))?;
        let mut file = File::open(path).map_err(|error| Failure::at(path, error))?;
        std::io::copy(&mut file, &mut self.zip).map_err(|error| Failure::at(path, error))?;
        Ok(())
    }

    fn start(&mut self, name: &str, packed: bool) -> Result<(), Failure> {
        // Pictures are packed already.
        let method = if packed { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let options = SimpleFileOptions::default().compression_method(method).large_file(true);
        self.zip.start_file(name, options).map_err(|error| Failure::at(&self.place, error))
    }

    /// Ends the archive with its manifest, and puts it in its place.
    pub fn end(mut self, manifest: &Manifest) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(manifest).map_err(Failure::because)?;
        self.add(MANIFEST, text.as_bytes())?;
        let (beside, place) = (self.beside, self.place);
        let file = self.zip.finish().map_err(|error| Failure::at(&place, error))?;
        file.sync_all().map_err(|error| Failure::at(&place, error))?;
        std::fs::rename(&beside, &place).map_err(|error| Failure::at(&place, error))
    }
}

/// Archives hold people's data: only their owner reads them.
fn private_file(path: &Path) -> std::io::Result<File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Reads an archive.
pub struct Reader {
    zip: ZipArchive<File>,
    place: PathBuf,
    /// What it says of itself.
    pub manifest: Manifest,
}

impl Reader {
    /// Opens an archive of this kind.
    pub fn open(place: &Path, kind: &str) -> Result<Reader, Failure> {
        let file = File::open(place).map_err(|error| Failure::at(place, error))?;
        let wrong =
            if kind == BACKUP { "cli-wrong-not-a-backup" } else { "cli-wrong-not-an-export" };
        let zip = ZipArchive::new(file).map_err(|_| Failure::new(wrong, &[]))?;
        let nothing = Manifest::new("", jiff::Timestamp::UNIX_EPOCH);
        let mut reader = Reader { zip, place: place.to_owned(), manifest: nothing };
        let text = reader.read(MANIFEST)?.ok_or_else(|| Failure::new(wrong, &[]))?;
        reader.manifest = serde_json::from_slice(&text).map_err(|_| Failure::new(wrong, &[]))?;
        reader.manifest.must_be(kind)?;
        Ok(reader)
    }

    /// The names of its files.
    pub fn names(&self) -> Vec<String> {
        self.zip.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect()
    }

    /// The bytes of a file, if it is there.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Ok(mut file) = self.zip.by_name(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|error| Failure::at(&self.place, error))?;
        Ok(Some(bytes))
    }

    /// Writes a file of the archive at a place of this machine, streamed.
    pub fn unpack(&mut self, name: &str, to: &Path) -> Result<(), Failure> {
        let mut file = self.zip.by_name(name).map_err(|error| Failure::at(&self.place, error))?;
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder).map_err(|error| Failure::at(folder, error))?;
        }
        let mut out = private_file(to).map_err(|error| Failure::at(to, error))?;
        std::io::copy(&mut file, &mut out).map_err(|error| Failure::at(to, error))?;
        out.sync_all().map_err(|error| Failure::at(to, error))
    }
}
