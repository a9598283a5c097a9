//! Bringing an exported brand into an installation, as a new brand, with new ids.
//!
//! Nothing of it can be sent before a person says so: its channels wait to be connected again,
//! what was planned is held, what was leaving waits for a person, its feeds are paused.

use channels::ChannelKit;
use database::{Tx, Value};
use platform::brand::NewBrand;
use platform::field::{Colour, Name, Zone};
use platform::{Brand, Teammate};
use primitives::Id;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use web::words::args;

use super::ids::NewIds;
use super::tables::{TABLES, Table};
use super::{BrandFacts, Reader, store};
use crate::failure::Failure;

type Record = Map<String, Json>;

/// Makes a brand of an export, owned by `owner`, beside the brands that are there.
pub async fn put(
    kit: &ChannelKit,
    reader: &mut Reader,
    owner: Id<Teammate>,
) -> Result<Brand, Failure> {
    let facts = reader.manifest.brand.clone();
    let facts = facts.ok_or_else(|| Failure::new("cli-wrong-not-an-export", &[]))?;
    let mut ids = NewIds::new(kit.database.ambient());
    let mut tables = Vec::new();
    for table in TABLES {
        let records = records(reader, table)?;
        for record in &records {
            if let Some(id) = record.get("id").and_then(id_of) {
                ids.learn(id);
            }
        }
        tables.push((table, records));
    }
    store_pictures(kit, reader).await?;
    let mut tx = kit.database.begin().await?;
    let organizations = platform::organization::Organization::all(&mut tx).await?;
    let organization =
        organizations.first().ok_or_else(|| Failure::new("cli-wrong-not-set-up", &[]))?;
    let (brand, _) = Brand::found(organization.id, owner, new_brand(&facts)?, &mut tx).await?;
    for (table, records) in tables {
        insert(table, records, &brand, &ids, &mut tx).await?;
    }
    tx.commit().await?;
    Ok(brand)
}

fn new_brand(facts: &BrandFacts) -> Result<NewBrand, Failure> {
    let wrong = || Failure::new("cli-wrong-not-an-export", &[]);
    Ok(NewBrand {
        name: Name::parse(&facts.name).map_err(|_| wrong())?,
        colour: Colour::parse(&facts.colour).map_err(|_| wrong())?,
        zone: Zone::parse(&facts.zone).map_err(|_| wrong())?,
        language: facts.language.parse().map_err(|_| wrong())?,
        demo: false,
    })
}

fn records(reader: &mut Reader, table: &Table) -> Result<Vec<Record>, Failure> {
    let name = format!("{}.jsonl", table.name);
    let Some(text) = reader.read(&name)? else { return Ok(Vec::new()) };
    let damaged = |line: usize| {
        Failure::new("cli-wrong-export-line", args![file => name.clone(), line => line + 1])
    };
    let text = String::from_utf8(text).map_err(|_| damaged(0))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| serde_json::from_str(line).map_err(|_| damaged(at)))
        .collect()
}

async fn store_pictures(kit: &ChannelKit, reader: &mut Reader) -> Result<(), Failure> {
    let names = reader.names();
    for name in names.iter().filter(|name| name.starts_with("media/")) {
        let bytes = reader.read(name)?.unwrap_or_default();
        let hash = kit.media.put(bytes.into()).await.map_err(Failure::because)?;
        if Some(hash.as_str()) != name.strip_prefix("media/") {
            return Err(Failure::new("cli-wrong-export-picture", args![file => name.as_str()]));
        }
    }
    Ok(())
}

async fn insert(
    table: &Table,
    records: Vec<Record>,
    brand: &Brand,
    ids: &NewIds,
    tx: &mut Tx,
) -> Result<(), Failure> {
    if records.is_empty() {
        return Ok(());
    }
    let columns = store::columns(table, tx).await?;
    // What a later version added is unknown to an older export: it takes its default.
    let columns: Vec<String> = columns
        .into_iter()
        .filter(|column| records.iter().any(|record| record.contains_key(column)))
        .collect();
    let now = tx.now().as_microsecond();
    let rows = records.into_iter().map(|mut record| {
        keep_still(table, &mut record, now);
        columns
            .iter()
            .map(|column| match record.remove(column) {
                _ if column == "brand_id" => Value::Bytes(brand.id.bytes().to_vec()),
                Some(value) => value_of(value, ids),
                None => Value::Null,
            })
            .collect()
    });
    let rows = rows.collect();
    store::insert(table, &columns, rows, tx).await?;
    Ok(())
}

/// Nothing of an import moves by itself.
fn keep_still(table: &Table, record: &mut Record, now: i64) {
    let mut set = |name: &str, value: Json| {
        if record.contains_key(name) {
            record.insert(name.to_owned(), value);
        }
    };
    match table.name {
        "channel" => {
            set("inbox_due_at", Json::Null);
            set("trouble", Json::String("imported".to_owned()));
            set("trouble_since", now.into());
        }
        "feed" => set("state", Json::String("paused".to_owned())),
        _ => {}
    }
    let state = record.get("state").and_then(Json::as_str).unwrap_or_default().to_owned();
    let is_api = record.get("mode").and_then(Json::as_str) == Some("api");
    let (to, reason) = match (table.name, state.as_str()) {
        ("channel", _) if is_api => ("needs_reconnection", None),
        ("publication", "planned" | "prepared") => ("held", Some("person")),
        ("publication", "sending" | "processing" | "uncertain") => {
            ("needs_person", Some("cannot_tell"))
        }
        _ => return,
    };
    record.insert("state".to_owned(), to.into());
    if let Some(reason) = reason {
        record.insert("reason".to_owned(), reason.into());
    }
}

fn id_of(value: &Json) -> Option<Uuid> {
    value.get("id")?.as_str().and_then(|text| Uuid::try_parse(text).ok())
}

fn value_of(value: Json, ids: &NewIds) -> Value {
    if let Some(id) = id_of(&value) {
        return Value::Bytes(ids.of(id).as_bytes().to_vec());
    }
    match value {
        Json::Null | Json::Array(_) => Value::Null,
        Json::Bool(yes) => Value::Bool(yes),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Value::Int(whole),
            None => Value::Double(number.as_f64().unwrap_or_default()),
        },
        Json::String(text) => Value::Text(ids.in_text(&text)),
        Json::Object(bytes) => {
            let hex = bytes.get("hex").and_then(Json::as_str).unwrap_or_default();
            Value::Bytes(hex::decode(hex).unwrap_or_default())
        }
    }
}
