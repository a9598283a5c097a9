mod posts;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use measurement::insights::{Field, Import, ImportPlan, PlanError, Sheet};
use platform::media::MediaStore;
use serde_json::json;
use web::words::{Words, args};

use super::select;
use crate::archive::{EXPORT, Reader, put};
use crate::config::Options;
use crate::failure::Failure;
use crate::wiring;

/// `parvis import`.
#[derive(Debug, Args)]
pub struct Asked {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Figures exported by a network
    Insights(Insights),
    /// Posts of a table
    Posts(posts::Posts),
    /// A brand exported by Parvis
    Brand(WholeBrand),
}

#[derive(Debug, Args)]
struct Insights {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "SLUG")]
    brand: Option<String>,
    #[arg(long, value_name = "NETWORK")]
    network: Option<String>,
    #[arg(long, value_name = "FIELD=COLUMN")]
    mapping: Vec<String>,
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct WholeBrand {
    #[arg(value_name = "FILE.zip")]
    archive: PathBuf,
    #[arg(long, value_name = "ADDRESS")]
    owner: Option<String>,
    #[arg(long)]
    json: bool,
}

/// Brings it in.
pub async fn run(asked: Asked, options: &Options, words: &Words) -> Result<(), Failure> {
    match asked.what {
        What::Insights(asked) => insights(asked, options, words).await,
        What::Posts(asked) => posts::run(asked, options, words).await.map(drop),
        What::Brand(asked) => brand(asked, options, words).await,
    }
}

async fn brand(asked: WholeBrand, options: &Options, words: &Words) -> Result<(), Failure> {
    let wired = wiring::open_beside(options).await?;
    let mut reader = Reader::open(&asked.archive, EXPORT)?;
    let mut tx = wired.kit.database.read().await?;
    let owner = select::owner(asked.owner.as_deref(), &mut tx).await?;
    drop(tx);
    let brand = put::put(&wired.kit, &mut reader, owner).await?;
    if asked.json {
        println!("{}", json!({ "brand": brand.slug, "holds": reader.manifest.holds }));
    } else {
        let (name, slug) = (brand.name.to_string(), brand.slug.clone());
        println!("{}", words.tn("cli-import-brand-done", args![brand => name, slug => slug]));
    }
    wired.kit.database.close().await;
    Ok(())
}

async fn insights(asked: Insights, options: &Options, words: &Words) -> Result<(), Failure> {
    let wired = wiring::open_beside(options).await?;
    let database = &wired.kit.database;
    let bytes = std::fs::read(&asked.file).map_err(|error| Failure::at(&asked.file, error))?;
    let sheet = Sheet::read(&bytes).map_err(|error| Failure::at(&asked.file, error))?;
    let mut tx = database.read().await?;
    let brand = select::brand(asked.brand.as_deref(), &mut tx).await?;
    let actor = select::actor(&brand, None, &mut tx).await?;
    drop(tx);
    let plan = plan(&asked, &sheet, &MediaStore::hash(&bytes), brand.zone.name())?;
    plan.check(&sheet).map_err(|error| refused(error, &sheet))?;
    if asked.dry_run {
        show_plan(&asked, &plan, &sheet, words);
        return Ok(());
    }
    wired.kit.media.put(bytes.into()).await.map_err(Failure::because)?;
    let mut tx = database.begin().await?;
    let import = Import::begin(plan, &actor, &mut tx).await.map_err(Failure::because)?;
    tx.commit().await?;
    let import = import.run(&sheet, &actor, database, |_| {}).await.map_err(Failure::because)?;
    if asked.json {
        println!(
            "{}",
            json!({
                "import": import.id, "read": import.rows_read, "imported": import.rows_imported,
                "updated": import.rows_updated, "unchanged": import.rows_unchanged,
                "left_out": import.rows_left_out,
            })
        );
    } else {
        println!(
            "{}",
            words.tn(
                "cli-import-insights-done",
                args![
                    read => import.rows_read, imported => import.rows_imported,
                    updated => import.rows_updated, unchanged => import.rows_unchanged,
                    out => import.rows_left_out
                ]
            )
        );
    }
    wired.kit.database.close().await;
    Ok(())
}

fn plan(asked: &Insights, sheet: &Sheet, hash: &str, zone: &str) -> Result<ImportPlan, Failure> {
    let name = asked.file.file_name().unwrap_or_default().to_string_lossy();
    let zone = asked.zone.as_deref().unwrap_or(zone);
    let mut plan = if asked.mapping.is_empty() {
        ImportPlan::propose(sheet, hash, &name, zone).map_err(|error| refused(error, sheet))?
    } else {
        ImportPlan::by_hand(sheet, hash, &name, zone)
    };
    if let Some(network) = &asked.network {
        plan.network = network.trim().to_lowercase();
    }
    if !asked.mapping.is_empty() {
        for pair in &asked.mapping {
            let (field, column) = mapped(pair, sheet)?;
            plan.columns.insert(field, column);
        }
        plan.guess(sheet);
    }
    Ok(plan)
}

/// `reactions=Likes` or `reactions=4`: a column by its title, or by its number from 1.
fn mapped(pair: &str, sheet: &Sheet) -> Result<(Field, usize), Failure> {
    let wrong = || {
        Failure::new(
            "cli-wrong-mapping",
            args![
                pair => pair, fields => fields(), columns => sheet.header.join(" | ")
            ],
        )
    };
    let (field, column) = pair.split_once('=').ok_or_else(wrong)?;
    let field = Field::parse(field.trim()).ok_or_else(wrong)?;
    let by_title = sheet.header.iter().position(|title| title.trim() == column.trim());
    let by_number = || column.trim().parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let column = by_title.or_else(by_number).filter(|at| *at < sheet.header.len());
    Ok((field, column.ok_or_else(wrong)?))
}

fn fields() -> String {
    Field::all().iter().map(|field| field.id()).collect::<Vec<_>>().join(", ")
}

fn refused(error: PlanError, sheet: &Sheet) -> Failure {
    let columns = sheet.header.join(" | ");
    match error {
        PlanError::NoRecognisedColumn | PlanError::NoFigure => {
            Failure::new("cli-wrong-no-column", args![columns => columns, fields => fields()])
        }
        PlanError::DaysNotPosts => Failure::new("cli-wrong-days-not-posts", &[]),
        PlanError::NotAZone => Failure::new("cli-wrong-zone", &[]),
        other => Failure::because(other),
    }
}

fn show_plan(asked: &Insights, plan: &ImportPlan, sheet: &Sheet, words: &Words) {
    let columns: BTreeMap<String, &str> = plan
        .columns
        .iter()
        .map(|(field, at)| (field.id().to_owned(), sheet.header[*at].as_str()))
        .collect();
    if asked.json {
        println!(
            "{}",
            json!({
                "rows": sheet.rows.len(), "network": plan.network, "template": plan.template,
                "zone": plan.zone, "columns": columns,
            })
        );
        return;
    }
    let file = file_name(&asked.file);
    println!(
        "{}",
        words.tn(
            "cli-import-plan",
            args![
                file => file, rows => sheet.rows.len(), network => plan.network.as_str(),
                zone => plan.zone.as_str()
            ]
        )
    );
    for (field, column) in columns {
        println!("  {field} ← {column}");
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
