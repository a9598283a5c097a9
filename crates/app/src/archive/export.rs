//! Taking a brand out, as files that people and programs can read.

use std::path::{Path, PathBuf};

use channels::ChannelKit;
use database::{Row, Value};
use platform::{Actor, Brand};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use super::tables::{TABLES, Table};
use super::{BrandFacts, EXPORT, MANIFEST, Manifest, Writer, store};
use crate::failure::Failure;

/// Where an export goes: a zip, or a folder.
enum Out {
    Zip(Box<Writer>),
    Folder(PathBuf),
}

/// Writes everything of a brand into `place`: a zip when its name ends so, else a folder.
/// Credentials are never in it.
pub async fn write(kit: &ChannelKit, brand: &Brand, place: &Path) -> Result<Manifest, Failure> {
    let mut manifest = Manifest::new(EXPORT, kit.database.ambient().now());
    manifest.brand = Some(BrandFacts {
        name: brand.name.to_string(),
        colour: brand.colour.to_string(),
        zone: brand.zone.name().to_owned(),
        language: brand.language.tag().to_owned(),
    });
    let mut out = Out::begin(place)?;
    let mut hashes = Vec::new();
    for table in TABLES {
        let mut tx = kit.database.read().await?;
        let rows = store::rows(table, brand.id, &mut tx).await?;
        drop(tx);
        if table.name == "media" {
            let of_row = |row: &Row| {
                let poster: Option<String> = row.get("poster")?;
                Ok([Some(row.get("hash")?), poster])
            };
            let found = rows.iter().map(of_row).collect::<Result<Vec<_>, database::Error>>()?;
            hashes = found.into_iter().flatten().flatten().collect::<Vec<String>>();
        }
        manifest.holds.insert(table.name.to_owned(), rows.len() as u64);
        out.add(&format!("{}.jsonl", table.name), &lines(table, rows)?)?;
    }
    hashes.sort();
    hashes.dedup();
    for hash in &hashes {
        let bytes = kit.media.get(hash).await.map_err(Failure::because)?;
        out.add(&format!("media/{hash}"), &bytes)?;
    }
    manifest.holds.insert("media files".to_owned(), hashes.len() as u64);
    out.end(&manifest)?;
    // Who took data out is part of the brand's own story.
    let mut tx = kit.database.begin().await?;
    let data = json!({ "records": manifest.holds.values().sum::<u64>() });
    let subject = platform::Subject::new("brand", brand.id);
    let actor = Actor::system(brand.id);
    platform::activity::record(&mut tx, &actor, "brand.exported", subject, data).await?;
    tx.commit().await?;
    Ok(manifest)
}

fn lines(table: &Table, rows: Vec<Row>) -> Result<Vec<u8>, Failure> {
    let mut text = Vec::new();
    for row in rows {
        let record = record(table, row);
        serde_json::to_writer(&mut text, &record).map_err(Failure::because)?;
        text.push(b'\n');
    }
    Ok(text)
}

fn record(table: &Table, row: Row) -> Json {
    let names = row.columns().to_vec();
    let fields = names.into_iter().zip(row.into_values());
    let kept = fields.filter(|(name, _)| !table.secret.contains(&name.as_str()));
    Json::Object(
        kept.map(|(name, value)| (name.clone(), json_of(table, &name, value)))
            .collect::<Map<_, _>>(),
    )
}

/// Ids are written `{"id": "…"}` and other bytes `{"hex": "…"}`, so that they are told from text.
fn json_of(table: &Table, name: &str, value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Int(n) if table.bools.contains(&name) => Json::Bool(n != 0),
        Value::Int(n) => json!(n),
        Value::Double(x) => json!(x),
        Value::Bool(b) => Json::Bool(b),
        Value::Text(text) => Json::String(text),
        Value::Bytes(bytes) => match Uuid::from_slice(&bytes) {
            Ok(uuid) => json!({ "id": uuid.hyphenated().to_string() }),
            Err(_) => json!({ "hex": hex::encode(bytes) }),
        },
    }
}

impl Out {
    fn begin(place: &Path) -> Result<Out, Failure> {
        if place.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip")) {
            return Ok(Out::Zip(Box::new(Writer::begin(place)?)));
        }
        let is_used = std::fs::read_dir(place).is_ok_and(|mut inside| inside.next().is_some());
        if is_used {
            let path = place.display().to_string();
            return Err(Failure::new("cli-wrong-exists", web::words::args![path => path]));
        }
        std::fs::create_dir_all(place).map_err(|error| Failure::at(place, error))?;
        Ok(Out::Folder(place.to_owned()))
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        match self {
            Out::Zip(zip) => zip.add(name, bytes),
            Out::Folder(folder) => {
                let path = folder.join(name);
                let inside = path.parent().unwrap_or(folder.as_path());
                std::fs::create_dir_all(inside)
                    .and_then(|()| std::fs::write(&path, bytes))
                    .map_err(|error| Failure::at(&path, error))
            }
        }
    }

    fn end(self, manifest: &Manifest) -> Result<(), Failure> {
        match self {
            Out::Zip(zip) => zip.end(manifest),
            mut folder @ Out::Folder(_) => {
                let text = serde_json::to_string_pretty(manifest).map_err(Failure::because)?;
                folder.add(MANIFEST, text.as_bytes())
            }
        }
    }
}
