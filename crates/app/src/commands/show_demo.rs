use clap::Args;
use platform::Brand;
use platform::organization::Organization;
use serde_json::json;
use web::words::{Words, args};

use super::select;
use crate::config::Options;
use crate::failure::Failure;
use crate::{demo, wiring};

/// `parvis demo`.
#[derive(Debug, Args)]
pub struct Asked {
    #[arg(long)]
    remove: bool,
    #[arg(long, value_name = "ADDRESS")]
    owner: Option<String>,
    #[arg(long)]
    json: bool,
}

/// Adds the demonstration brand, or takes it away.
pub async fn run(asked: Asked, options: &Options, words: &Words) -> Result<(), Failure> {
    let wired = wiring::open_beside(options).await?;
    let database = &wired.kit.database;
    let mut tx = database.read().await?;
    let here = Brand::all(&mut tx).await?.into_iter().find(|brand| brand.demo);
    let owner = select::owner(asked.owner.as_deref(), &mut tx).await?;
    let organizations = Organization::all(&mut tx).await?;
    drop(tx);
    let (key, brand) = match (asked.remove, here) {
        (false, Some(brand)) => ("cli-demo-there", Some(brand)),
        (true, None) => ("cli-demo-none", None),
        (true, Some(brand)) => {
            demo::remove(brand.clone(), &wired.kit).await?;
            ("cli-demo-removed", Some(brand))
        }
        (false, None) => {
            let organization =
                organizations.first().ok_or_else(|| Failure::new("cli-wrong-not-set-up", &[]))?;
            ("cli-demo-done", Some(demo::add(organization.id, owner, &wired.kit).await?))
        }
    };
    let slug = brand.as_ref().map(|brand| brand.slug.clone()).unwrap_or_default();
    if asked.json {
        println!("{}", json!({ "brand": slug, "outcome": key.trim_start_matches("cli-demo-") }));
    } else {
        let name = brand.map(|brand| brand.name.to_string()).unwrap_or_default();
        println!("{}", words.tn(key, args![brand => name, slug => slug]));
    }
    wired.kit.database.close().await;
    Ok(())
}
