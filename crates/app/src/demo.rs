//! The demonstration brand: « Le Fournil de Louise », a bakery in Nantes, with six months of
//! history that end now, in the language of whoever asks for it. Everything is invented, drawn or
//! written here; nothing of it can leave: its channels are assisted ones, which have no way to
//! call out, and a demonstration writes no letters.
//!
//! It is lived rather than inserted: one transaction whose clock is moved through the six months,
//! in which the rooms' own verbs draft, schedule, answer and resolve. Only what a network would
//! have said is told by the verbs for a past (`Publication::tell_past`, `measurement::past`).
//!
//! To change what it tells: `texts/` (posts), `voices/` (the community), `words/` (the desk),
//! `figures.rs`, `pictures.rs`. To show a new room: a scene in `story.rs`, or in `desk/`.

mod care;
mod community;
mod desk;
mod figures;
mod moderation;
mod paint;
mod pictures;
mod story;
mod team;
mod texts;
mod voices;
mod words;

use std::sync::Arc;

use channels::ChannelKit;
use jiff::SignedDuration;
use platform::organization::Organization;
use platform::{Actor, Brand, Teammate, media};
use primitives::{Ambient, Id, Language};
use web::house::{AddDemo, DemoError};

use crate::failure::Failure;

/// How far back its history goes.
const DAYS: i64 = 183;

/// What the screens call to add it.
pub fn hook(kit: &ChannelKit) -> AddDemo {
    let kit = kit.clone();
    Arc::new(move |organization, owner| {
        let kit = kit.clone();
        Box::pin(async move {
            add(organization, owner, &kit)
                .await
                .map_err(|failure| DemoError(format!("{failure:?}")))
        })
    })
}

/// Adds it to an organization, owned by that teammate.
pub async fn add(
    organization: Id<Organization>,
    owner: Id<Teammate>,
    kit: &ChannelKit,
) -> Result<Brand, Failure> {
    let now = kit.database.ambient().now();
    let mut read = kit.database.read().await?;
    let language = Teammate::by_id(owner, &mut read).await?.map(|teammate| teammate.language);
    drop(read);
    let language = language.unwrap_or(Language::Fr);
    let album = pictures::album(language, kit).await?;
    let password = team::nobodys_password(kit.database.ambient()).await?;
    let began = now - SignedDuration::from_hours(24 * DAYS);
    // Ids are as unpredictable as any; only the clock is ours.
    let past = kit.database.with_ambient(Ambient::fixed_at(began, kit.database.ambient().number()));
    let mut tx = past.begin().await?;
    let stage = team::gather(organization, owner, password, now, language, &mut tx).await?;
    story::tell(&stage, &album, &mut tx).await?;
    tx.commit().await?;
    // An import stores its rows in transactions of its own.
    if let Err(failure) = figures::import(&stage, &past).await {
        remove(stage.brand, kit).await?;
        return Err(failure);
    }
    Ok(stage.brand)
}

/// Takes it away, with its pictures.
pub async fn remove(brand: Brand, kit: &ChannelKit) -> Result<(), Failure> {
    let mut tx = kit.database.begin().await?;
    let hashes = media::hashes_of(brand.id, &mut tx).await?;
    let actor = Actor::system(brand.id);
    brand.remove(&actor, &mut tx).await.map_err(Failure::because)?;
    tx.commit().await?;
    media::forget_unused(&hashes, &kit.media, &kit.database).await.map_err(Failure::because)?;
    Ok(())
}
