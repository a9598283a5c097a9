//! Following what Parvis published: each piece that appears gets its measured post.

use channels::publication::{PublicationState, Purpose};
use channels::{Channel, Mode, Publication};
use database::{Database, Error, Tx};
use platform::{Actor, Brand};
use primitives::Id;

use crate::measured::{Format, MeasuredPost, Placed, store};
use crate::reading::next_due;

/// How many forgotten pieces one sweep takes up.
const MOST_SWEPT: i64 = 500;

/// Begins to follow a publication of a post that has appeared; bears being called again. Replies
/// and what has not appeared are left alone. Returns whether a post was added.
///
/// # Errors
/// What the database met.
pub async fn publication_published(publication: &Publication, tx: &mut Tx) -> Result<bool, Error> {
    let (Purpose::Post { .. }, PublicationState::Published { remote, at }) =
        (publication.purpose, &publication.state)
    else {
        return Ok(false);
    };
    // What follows a post on its channel is read with it: its figures are not another post's.
    if publication.place.part > 0 {
        return Ok(false);
    }
    let Some(channel) = Channel::of_system(publication.channel, tx).await? else {
        return Ok(false);
    };
    let Some((brand, _)) = Brand::for_system(publication.brand, tx).await? else {
        return Ok(false);
    };
    let published_at = remote.at.unwrap_or(*at);
    // What a person published by hand has no id that figures could be read by.
    let by_hand = remote.id.is_empty();
    let remote_id =
        if by_hand { format!("publication:{}", publication.id) } else { remote.id.clone() };
    let post = MeasuredPost {
        id: tx.new_id(),
        brand: publication.brand,
        channel: Some(channel.id),
        publication: Some(publication.id),
        import: None,
        network: network_of(&channel),
        account: channel.server,
        remote_id,
        url: remote.url.clone(),
        text: publication.content.text.clone(),
        format: Format::of_content(&publication.content),
        topic: None,
        paid: None,
        published_at: Some(published_at),
        placed: Placed::of(published_at, brand.zone.time_zone()),
        followers: channel.followers,
        due_at: if by_hand { None } else { next_due(published_at, published_at) },
        read_at: None,
        gone_at: None,
        trouble: None,
    };
    let added = store::insert(&post, tx).await?;
    if !added {
        store::adopt(&post, tx).await?;
    }
    Ok(added)
}

/// Follows what appeared and was missed: a crash between the delivery and the verb. Returns how
/// many.
///
/// # Errors
/// What the database met.
pub async fn sweep(database: &Database) -> Result<usize, Error> {
    let mut reader = database.read().await?;
    let missed = crate::reading::store::not_followed(MOST_SWEPT, &mut reader).await?;
    drop(reader);
    let mut followed = 0;
    for (id, brand) in missed {
        followed += usize::from(follow_one(id, brand, database).await?);
    }
    Ok(followed)
}

async fn follow_one(
    id: Id<Publication>,
    brand: Id<Brand>,
    database: &Database,
) -> Result<bool, Error> {
    use channels::publication::LoadError;
    let mut tx = database.begin().await?;
    let publication = match Publication::load(id, &Actor::system(brand), &mut tx).await {
        Ok(publication) => publication,
        Err(LoadError::Database(error)) => return Err(error),
        Err(LoadError::NotFound | LoadError::NotAllowed(_)) => return Ok(false),
    };
    let added = publication_published(&publication, &mut tx).await?;
    tx.commit().await?;
    Ok(added)
}

/// The network that a piece is on: for a channel kept by hand, the one that it names.
fn network_of(channel: &Channel) -> String {
    match channel.mode {
        Mode::Api => channel.network.clone(),
        Mode::Assisted => primitives::slug(&channel.network_name),
    }
}
