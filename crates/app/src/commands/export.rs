use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use web::words::{Words, args};

use super::select;
use crate::archive::export;
use crate::config::Options;
use crate::failure::Failure;
use crate::wiring;

/// `parvis export`.
#[derive(Debug, Args)]
pub struct Asked {
    #[arg(value_name = "FOLDER|FILE.zip")]
    to: PathBuf,
    #[arg(long, value_name = "SLUG")]
    brand: Option<String>,
    #[arg(long)]
    json: bool,
}

/// Takes a brand out.
pub async fn run(asked: Asked, options: &Options, words: &Words) -> Result<(), Failure> {
    let wired = wiring::open_beside(options).await?;
    let mut tx = wired.kit.database.read().await?;
    let brand = select::brand(asked.brand.as_deref(), &mut tx).await?;
    drop(tx);
    let manifest = export::write(&wired.kit, &brand, &asked.to).await?;
    let path = asked.to.display().to_string();
    if asked.json {
        println!("{}", json!({ "path": path, "brand": brand.slug, "holds": manifest.holds }));
    } else {
        let count = manifest.holds.values().sum::<u64>();
        let name = brand.name.to_string();
        println!(
            "{}",
            words.tn("cli-export-done", args![brand => name, path => path, count => count])
        );
        println!("{}", words.t("cli-export-no-credentials"));
    }
    wired.kit.database.close().await;
    Ok(())
}
