//! The demonstration brand.

use std::sync::Arc;

use channels::ChannelKit;
use platform::organization::Organization;
use platform::{Actor, Brand, Teammate, media};
use primitives::Id;
use web::house::{AddDemo, DemoError};

use crate::failure::Failure;

/// What the screens call.
pub fn hook(kit: &ChannelKit) -> AddDemo {
    let kit = kit.clone();
    Arc::new(move |organization, owner| {
        let kit = kit.clone();
        Box::pin(async move {
            add(organization, owner, &kit).await.map_err(|failure| DemoError(format!("{failure:?}")))
        })
    })
}

/// Adds it.
pub async fn add(
    organization: Id<Organization>,
    owner: Id<Teammate>,
    kit: &ChannelKit,
) -> Result<Brand, Failure> {
    let _ = (organization, owner, kit);
    Err(Failure::because("not yet"))
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
