//! The brand, its channels, and three teammates who do not exist.

use channels::connector::Connected;
use channels::{Channel, Limits, PollLimits};
use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::brand::NewBrand;
use platform::field::{Colour, Email, Name, Password, PasswordHash, Zone};
use platform::invitation::Invitation;
use platform::organization::Organization;
use platform::{Actor, Brand, Role, Teammate};
use primitives::text::CountRule;
use primitives::{Ambient, Id, Language};
use publishing::Campaign;
use strategy::Topic;

use super::desk;
use super::words::{Words, words};
use crate::failure::Failure;

/// Where the story plays.
pub struct Stage {
    /// The brand.
    pub brand: Brand,
    /// Its owner: the teammate who asked for the demonstration.
    pub owner: Actor,
    /// Louise, whose bakery it is.
    pub louise: Actor,
    /// Camille, who does the day's work.
    pub camille: Actor,
    /// Youenn, who bakes, and has ideas.
    pub youenn: Actor,
    /// The charter's topics, as in [`Words::topics`].
    pub topics: Vec<Id<Topic>>,
    /// The theme that ran some weeks ago.
    pub theme: Id<Campaign>,
    /// What the desk says.
    pub words: &'static Words,
    /// Instagram, Facebook, Bluesky, Mastodon, in this order.
    pub channels: Vec<Channel>,
    /// When the story ends.
    pub now: Timestamp,
}

/// What a channel is in the story: network, handle, followers at the end.
const CHANNELS: [(&str, &str, i64); 4] = [
    ("Instagram", "lefournildelouise", 2_847),
    ("Facebook", "lefournildelouise", 1_962),
    ("Bluesky", "lefournildelouise.example.org", 418),
    ("Mastodon", "fournil@social.example.org", 233),
];

/// A password that nobody knows: fictitious teammates can't sign in.
pub async fn nobodys_password(ambient: &Ambient) -> Result<PasswordHash, Failure> {
    let text =
        format!("{:016x}{:016x}{:016x}", ambient.number(), ambient.number(), ambient.number());
    let password = Password::parse(&text).map_err(|_| Failure::because("a password"))?;
    password.hash(ambient).await.map_err(Failure::because)
}

/// Makes the brand at the beginning of its story.
pub async fn gather(
    organization: Id<Organization>,
    owner: Id<Teammate>,
    password: PasswordHash,
    now: Timestamp,
    language: Language,
    tx: &mut Tx,
) -> Result<Stage, Failure> {
    let zone = "Europe/Paris";
    let new = NewBrand {
        name: Name::parse("Le Fournil de Louise").map_err(|_| Failure::because("a name"))?,
        colour: Colour::parse("#b3542e").map_err(|_| Failure::because("a colour"))?,
        zone: Zone::parse(zone).map_err(|_| Failure::because("a zone"))?,
        language,
        demo: true,
    };
    let (brand, owner) = Brand::found(organization, owner, new, tx).await?;
    let louise = join("Louise Morvan", "louise", Role::Manager, &password, &owner, tx).await?;
    let camille =
        join("Camille Rouault", "camille", Role::CommunityManager, &password, &owner, tx).await?;
    let youenn =
        join("Youenn Le Bihan", "youenn", Role::Contributor, &password, &owner, tx).await?;
    let mut channels = Vec::new();
    for (network, handle, followers) in CHANNELS {
        tx.move_to(tx.now() + SignedDuration::from_mins(7));
        channels.push(channel(network, handle, followers, &owner, tx).await?);
    }
    let words = words(brand.language);
    let topics = desk::charter::topics(words, &louise, tx).await?;
    let theme = desk::theme::begin(words, &brand, now, &camille, tx).await?;
    Ok(Stage { brand, owner, louise, camille, youenn, topics, theme, words, channels, now })
}

/// The teammate joins; one who was there in an earlier demonstration comes back.
async fn join(
    name: &str,
    mailbox: &str,
    role: Role,
    password: &PasswordHash,
    owner: &Actor,
    tx: &mut Tx,
) -> Result<Actor, Failure> {
    let email = Email::parse(&format!("{mailbox}@fournil-de-louise.example"))
        .map_err(|_| Failure::because("an address"))?;
    let known = Teammate::by_email(&email, tx).await?;
    let (_, secret) = Invitation::invite(email, role, owner, tx).await.map_err(Failure::because)?;
    if let Some(teammate) = known {
        return Invitation::accept_as(&secret, &teammate, tx).await.map_err(Failure::because);
    }
    let name = Name::parse(name).map_err(|_| Failure::because("a name"))?;
    let language = Brand::of(owner, tx).await?.language;
    let (_, actor) = Invitation::accept_as_new(&secret, name, language, password.clone(), tx)
        .await
        .map_err(Failure::because)?;
    Ok(actor)
}

async fn channel(
    network: &str,
    handle: &str,
    followers: i64,
    owner: &Actor,
    tx: &mut Tx,
) -> Result<Channel, Failure> {
    let connected = Connected {
        server: String::new(),
        remote_account_id: String::new(),
        handle: handle.to_owned(),
        name: "Le Fournil de Louise".to_owned(),
        profile_url: Some(profile(network)),
        avatar_url: None,
        followers: Some(followers),
        limits: limits(network),
        credentials: serde_json::Value::Null,
    };
    let channel =
        Channel::add_assisted(network, &connected, owner, tx).await.map_err(Failure::because)?;
    channel.refreshed(&connected, tx).await.map_err(Failure::because)?;
    Channel::load(channel.id, owner, tx).await.map_err(Failure::because)
}

/// The account's page, on a domain that belongs to nobody.
pub fn profile(network: &str) -> String {
    format!("https://{}.example/lefournildelouise", network.to_lowercase())
}

/// Networks that Parvis speaks to by itself have no line among those published by hand.
fn limits(network: &str) -> Limits {
    let limits = connectors::assisted::limits_of(network);
    let talked = Limits { images: 4, thread: true, first_comment: true, ..limits.clone() };
    match network {
        "Bluesky" => Limits { text: CountRule::graphemes(300), ..talked },
        "Mastodon" => Limits {
            text: CountRule::graphemes(500),
            poll: Some(PollLimits {
                choices: 4,
                choice_chars: 50,
                min_minutes: 5,
                max_minutes: 43_829,
                several: true,
            }),
            ..talked
        },
        _ => limits,
    }
}
