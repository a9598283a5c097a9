use clap::{Args, Subcommand};
use jiff::{SignedDuration, Timestamp};
use platform::ApiToken;
use platform::field::Name;
use platform::token::{Scopes, TokenError};
use primitives::Id;
use serde_json::json;
use web::words::{Words, args};

use super::select;
use crate::config::Options;
use crate::failure::Failure;
use crate::wiring;

/// `parvis token`.
#[derive(Debug, Args)]
pub struct Asked {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Makes a token
    Create(Create),
    /// Lists tokens
    List(List),
    /// Makes a token void
    Revoke(Revoke),
}

#[derive(Debug, Args)]
struct Create {
    #[arg(long, value_name = "SLUG")]
    brand: Option<String>,
    #[arg(long, value_name = "NAME")]
    name: String,
    #[arg(long, value_name = "SCOPES", default_value = "all")]
    scopes: String,
    #[arg(long, value_name = "DAYS")]
    days: Option<i64>,
    #[arg(long, value_name = "ADDRESS")]
    teammate: Option<String>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct List {
    #[arg(long, value_name = "SLUG")]
    brand: Option<String>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct Revoke {
    #[arg(value_name = "ID")]
    id: String,
    #[arg(long, value_name = "SLUG")]
    brand: Option<String>,
}

/// Does it.
pub async fn run(asked: Asked, options: &Options, words: &Words) -> Result<(), Failure> {
    let wired = wiring::open_beside(options).await?;
    let database = wired.kit.database.clone();
    match asked.what {
        What::Create(asked) => create(asked, &database, words).await?,
        What::List(asked) => list(asked, &database, words).await?,
        What::Revoke(asked) => revoke(asked, &database, words).await?,
    }
    database.close().await;
    Ok(())
}

async fn create(
    asked: Create,
    database: &database::Database,
    words: &Words,
) -> Result<(), Failure> {
    let name = Name::parse(&asked.name).map_err(|_| Failure::new("cli-wrong-name", &[]))?;
    let scopes: Scopes = match asked.scopes.trim() {
        "all" => Scopes::all(),
        some => {
            some.replace(',', " ").parse().map_err(|error: platform::token::UnknownScope| {
                let known: Vec<_> =
                    platform::token::Scope::ALL.iter().map(|scope| scope.as_str()).collect();
                Failure::new("cli-wrong-scope", args![scope => error.0, known => known.join(", ")])
            })?
        }
    };
    let mut tx = database.begin().await?;
    let brand = select::brand(asked.brand.as_deref(), &mut tx).await?;
    let actor = select::actor(&brand, asked.teammate.as_deref(), &mut tx).await?;
    let expires_at: Option<Timestamp> =
        asked.days.map(|days| tx.now() + SignedDuration::from_hours(24 * days.clamp(0, 36_500)));
    let (token, secret) =
        ApiToken::make(name, scopes, expires_at, &actor, &mut tx).await.map_err(refused)?;
    tx.commit().await?;
    if asked.json {
        let made = json!({
            "id": token.id, "brand": brand.slug, "name": token.name.as_str(),
            "scopes": token.scopes.to_string(), "expires_at": expires_at,
            "secret": secret.reveal(),
        });
        println!("{made}");
    } else {
        println!("{}", secret.reveal());
        eprintln!("{}", words.t("cli-token-once"));
    }
    Ok(())
}

async fn list(asked: List, database: &database::Database, words: &Words) -> Result<(), Failure> {
    let mut tx = database.read().await?;
    let brand = select::brand(asked.brand.as_deref(), &mut tx).await?;
    let actor = select::actor(&brand, None, &mut tx).await?;
    let tokens = ApiToken::of_brand(&actor, &mut tx).await.map_err(refused)?;
    if asked.json {
        let tokens = tokens.iter().map(|token| {
            json!({
                "id": token.id, "name": token.name.as_str(), "hint": token.hint,
                "scopes": token.scopes.to_string(), "created_at": token.created_at,
                "used_at": token.used_at, "expires_at": token.expires_at,
            })
        });
        let tokens: Vec<_> = tokens.collect();
        println!("{}", json!(tokens));
        return Ok(());
    }
    if tokens.is_empty() {
        println!("{}", words.t("cli-token-none"));
    }
    for token in tokens {
        println!("{}  {}  …{}  {}", token.id, token.name, token.hint, token.scopes);
    }
    Ok(())
}

async fn revoke(
    asked: Revoke,
    database: &database::Database,
    words: &Words,
) -> Result<(), Failure> {
    let id: Id<ApiToken> = asked.id.parse().map_err(|_| Failure::new("cli-wrong-token", &[]))?;
    let mut tx = database.begin().await?;
    let brand = select::brand(asked.brand.as_deref(), &mut tx).await?;
    let actor = select::actor(&brand, None, &mut tx).await?;
    ApiToken::revoke(id, &actor, &mut tx).await.map_err(refused)?;
    tx.commit().await?;
    println!("{}", words.t("cli-token-revoked"));
    Ok(())
}

fn refused(error: TokenError) -> Failure {
    match error {
        TokenError::NotFound => Failure::new("cli-wrong-token", &[]),
        TokenError::ExpiryInThePast => Failure::new("cli-wrong-days", &[]),
        TokenError::NoScope => Failure::new("cli-wrong-no-scope", &[]),
        TokenError::NotAllowed(_) => Failure::new("cli-wrong-role-too-narrow", &[]),
        TokenError::Database(error) => error.into(),
        other => Failure::because(other),
    }
}
