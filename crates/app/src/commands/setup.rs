use clap::{Args, Subcommand};
use platform::brand::NewBrand;
use platform::field::{Colour, Email, Name, Password, Zone};
use platform::invitation::Invitation;
use platform::organization::Organization;
use platform::setup::{CheckError, SetUp, SetUpError, needs_setup, set_up};
use platform::{Brand, Role, Teammate};
use primitives::Language;
use serde_json::json;
use web::words::{Words, args};

use super::{ask, select};
use crate::config::Options;
use crate::failure::Failure;
use crate::wiring;

/// `parvis setup`, and what may be added later.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Asked {
    #[command(subcommand)]
    more: Option<More>,
    #[command(flatten)]
    first: First,
}

#[derive(Debug, Subcommand)]
enum More {
    /// Adds a brand
    Brand(OneBrand),
    /// Adds a teammate to a brand
    Teammate(OneTeammate),
}

#[derive(Debug, Args)]
struct First {
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    #[arg(long, value_name = "NAME")]
    brand: Option<String>,
    #[command(flatten)]
    look: Look,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    #[arg(long)]
    password_stdin: bool,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct Look {
    #[arg(long, value_name = "#RRGGBB", default_value = "#2f6f5e")]
    colour: String,
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    #[arg(long, value_name = "fr|en")]
    language: Option<Language>,
}

#[derive(Debug, Args)]
struct OneBrand {
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    look: Look,
    #[arg(long, value_name = "ADDRESS")]
    owner: Option<String>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
struct OneTeammate {
    #[arg(long, value_name = "SLUG")]
    brand: Option<String>,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    #[arg(long, value_name = "ROLE", default_value = "community_manager")]
    role: String,
    #[arg(long, value_name = "fr|en")]
    language: Option<Language>,
    #[arg(long)]
    password_stdin: bool,
    #[arg(long)]
    json: bool,
}

/// Does it.
pub async fn run(asked: Asked, options: &Options, words: &Words) -> Result<(), Failure> {
    match asked.more {
        None => first(asked.first, options, words).await,
        Some(More::Brand(asked)) => brand(asked, options, words).await,
        Some(More::Teammate(asked)) => teammate(asked, options, words).await,
    }
}

async fn first(asked: First, options: &Options, words: &Words) -> Result<(), Failure> {
    let wired = wiring::open_beside(options).await?;
    let database = &wired.kit.database;
    if !needs_setup(&mut database.read().await?).await? {
        return Err(Failure::new("cli-wrong-set-up-already", &[]));
    }
    let typed = SetUp {
        organization: ask::or_ask(asked.organization, "organization", words)?,
        brand: ask::or_ask(asked.brand, "brand", words)?,
        colour: asked.look.colour.clone(),
        zone: asked.look.zone(words),
        language: asked.look.language.unwrap_or(words.language()),
        name: ask::or_ask(asked.name, "name", words)?,
        email: ask::or_ask(asked.email, "email", words)?,
        password: ask::password(asked.password_stdin, words)?,
    };
    let checked = typed.check(database.ambient()).await.map_err(|error| refused(&error))?;
    let mut tx = database.begin().await?;
    let done = set_up(checked, &mut tx).await.map_err(|error| match error {
        SetUpError::AlreadyDone => Failure::new("cli-wrong-set-up-already", &[]),
        SetUpError::Database(error) => error.into(),
    })?;
    tx.commit().await?;
    if asked.json {
        let email = done.teammate.email.to_string();
        println!("{}", json!({ "brand": done.brand.slug, "teammate": email }));
    } else {
        let (brand, slug) = (done.brand.name.to_string(), done.brand.slug.clone());
        println!("{}", words.tn("cli-setup-done", args![brand => brand, slug => slug]));
    }
    wired.kit.database.close().await;
    Ok(())
}

/// The first thing that is wrong with what was typed.
fn refused(error: &CheckError) -> Failure {
    let CheckError::Fields(problems) = error else { return Failure::because(error) };
    let wrong = [
        (problems.organization.is_some(), "cli-wrong-organization"),
        (problems.brand.is_some() || problems.name.is_some(), "cli-wrong-name"),
        (problems.colour.is_some(), "cli-wrong-colour"),
        (problems.zone.is_some(), "cli-wrong-zone"),
        (problems.email.is_some(), "cli-wrong-email"),
        (problems.password.is_some(), "cli-wrong-password"),
    ];
    let first = wrong.iter().find(|(is_wrong, _)| *is_wrong);
    Failure::new(first.map_or("cli-wrong-name", |(_, key)| key), &[])
}

impl Look {
    /// The zone asked for, else the machine's, else one of the language.
    fn zone(&self, words: &Words) -> String {
        let usual = match words.language() {
            Language::Fr => "Europe/Paris",
            Language::En => "Europe/London",
        };
        let of_machine = || jiff::tz::TimeZone::system().iana_name().map(str::to_owned);
        let known = of_machine().filter(|zone| zone.contains('/') && !zone.starts_with("Etc/"));
        self.zone.clone().or(known).unwrap_or_else(|| usual.to_owned())
    }

    fn brand(&self, name: &str, words: &Words) -> Result<NewBrand, Failure> {
        let wrong = |key| move |_| Failure::new(key, &[]);
        Ok(NewBrand {
            name: Name::parse(name).map_err(|_| Failure::new("cli-wrong-name", &[]))?,
            colour: Colour::parse(&self.colour).map_err(wrong("cli-wrong-colour"))?,
            zone: Zone::parse(&self.zone(words))
                .map_err(|_| Failure::new("cli-wrong-zone", &[]))?,
            language: self.language.unwrap_or(words.language()),
            demo: false,
        })
    }
}

async fn brand(asked: OneBrand, options: &Options, words: &Words) -> Result<(), Failure> {
    let wired = wiring::open_beside(options).await?;
    let name = ask::or_ask(asked.name, "brand", words)?;
    let new = asked.look.brand(&name, words)?;
    let mut tx = wired.kit.database.begin().await?;
    let owner = select::owner(asked.owner.as_deref(), &mut tx).await?;
    let organizations = Organization::all(&mut tx).await?;
    let organization =
        organizations.first().ok_or_else(|| Failure::new("cli-wrong-not-set-up", &[]))?;
    let (brand, _) = Brand::found(organization.id, owner, new, &mut tx).await?;
    tx.commit().await?;
    if asked.json {
        println!("{}", json!({ "brand": brand.slug }));
    } else {
        let (name, slug) = (brand.name.to_string(), brand.slug.clone());
        println!("{}", words.tn("cli-setup-brand-done", args![brand => name, slug => slug]));
    }
    wired.kit.database.close().await;
    Ok(())
}

async fn teammate(asked: OneTeammate, options: &Options, words: &Words) -> Result<(), Failure> {
    let wired = wiring::open_beside(options).await?;
    let database = &wired.kit.database;
    let role: Role = asked
        .role
        .parse()
        .map_err(|_| Failure::new("cli-wrong-role", args![role => asked.role.clone()]))?;
    let email = ask::or_ask(asked.email, "email", words)?;
    let email = Email::parse(&email).map_err(|_| Failure::new("cli-wrong-email", &[]))?;
    let known = Teammate::by_email(&email, &mut database.read().await?).await?;
    let account = match known {
        Some(_) => None,
        None => {
            let name = ask::or_ask(asked.name, "name", words)?;
            let name = Name::parse(&name).map_err(|_| Failure::new("cli-wrong-name", &[]))?;
            let password = Password::parse(&ask::password(asked.password_stdin, words)?)
                .map_err(|_| Failure::new("cli-wrong-password", &[]))?;
            Some((name, password.hash(database.ambient()).await.map_err(Failure::because)?))
        }
    };
    let mut tx = database.begin().await?;
    let brand = select::brand(asked.brand.as_deref(), &mut tx).await?;
    let actor = select::actor(&brand, None, &mut tx).await?;
    // Invited and accepted at once: one way of joining a team, whatever the door.
    let (_, secret) =
        Invitation::invite(email.clone(), role, &actor, &mut tx).await.map_err(Failure::because)?;
    match (account, known) {
        (Some((name, password)), _) => {
            let language = asked.language.unwrap_or(words.language());
            Invitation::accept_as_new(&secret, name, language, password, &mut tx)
                .await
                .map_err(Failure::because)?;
        }
        (None, Some(teammate)) => {
            Invitation::accept_as(&secret, &teammate, &mut tx).await.map_err(Failure::because)?;
        }
        (None, None) => {}
    }
    tx.commit().await?;
    let email = email.to_string();
    if asked.json {
        println!("{}", json!({ "brand": brand.slug, "teammate": email, "role": role.as_str() }));
    } else {
        let name = brand.name.to_string();
        println!("{}", words.tn("cli-setup-teammate-done", args![email => email, brand => name]));
    }
    wired.kit.database.close().await;
    Ok(())
}
