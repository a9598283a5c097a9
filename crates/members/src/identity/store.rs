use std::collections::HashMap;

use channels::RemoteProfile;
use database::{Error, IntoValue, Row, Tx, in_groups, params, placeholders, sql};
use platform::Brand;
use primitives::Id;

use super::Identity;

const COLUMNS: &str = "id, brand_id, network, remote_id, handle, name, profile_url, avatar_url, \
    first_seen_at, seen_at, followers";

fn read(row: &Row) -> Result<Identity, Error> {
    Ok(Identity {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        network: row.get("network")?,
        remote_id: row.get("remote_id")?,
        handle: row.get("handle")?,
        name: row.get("name")?,
        profile_url: row.get("profile_url")?,
        avatar_url: row.get("avatar_url")?,
        first_seen_at: row.get("first_seen_at")?,
        seen_at: row.get("seen_at")?,
        followers: row.get("followers")?,
    })
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Identity>,
    tx: &mut Tx,
) -> Result<Option<Identity>, Error> {
    let text = format!("SELECT {COLUMNS} FROM identity WHERE brand_id = $1 AND id = $2");
    tx.query_opt(&text, params![brand, id]).await?.as_ref().map(read).transpose()
}

/// Which of these people the brand has seen, by their ids at the network.
pub(super) async fn known(
    brand: Id<Brand>,
    network: &str,
    remote_ids: &[&str],
    tx: &mut Tx,
) -> Result<HashMap<String, Identity>, Error> {
    let mut known = HashMap::with_capacity(remote_ids.len());
    for group in in_groups(remote_ids) {
        let text = format!(
            "SELECT {COLUMNS} FROM identity WHERE brand_id = $1 AND network = $2
             AND remote_id IN ({}) ORDER BY remote_id",
            placeholders(3, group.len())
        );
        let mut values = params![brand, network];
        values.extend(group.into_iter().map(IntoValue::into_value));
        for row in tx.query(&text, values).await? {
            let identity = read(&row)?;
            known.insert(identity.remote_id.clone(), identity);
        }
    }
    Ok(known)
}

/// Inserts those who are new and adds them to `known`; how many rows were inserted.
pub(super) async fn insert(
    brand: Id<Brand>,
    network: &str,
    profiles: &[&RemoteProfile],
    known: &mut HashMap<String, Id<Identity>>,
    tx: &mut Tx,
) -> Result<u64, Error> {
    let rows = profiles.iter().map(|profile| {
        let id: Id<Identity> = tx.new_id();
        known.insert(profile.remote_id.clone(), id);
        params![
            id,
            brand,
            network,
            &profile.remote_id,
            &profile.handle,
            name_of(profile),
            &profile.url,
            &profile.avatar_url,
            tx.now(),
            folded(&profile.handle, name_of(profile)),
            profile.followers
        ]
    });
    let rows = rows.collect();
    tx.execute_many(
        sql!(
            "INSERT INTO identity (id, brand_id, network, remote_id, handle, name, profile_url,
             avatar_url, first_seen_at, seen_at, folded, followers)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11)
             ON CONFLICT (brand_id, network, remote_id) DO NOTHING"
        ),
        rows,
    )
    .await
}

/// Brings those who are known up to date, without blanking anything.
pub(super) async fn update(
    profiles: &[(Id<Identity>, &RemoteProfile)],
    tx: &mut Tx,
) -> Result<(), Error> {
    let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let rows = profiles.iter().map(|(id, profile)| {
        let both = !profile.handle.is_empty() && !profile.name.is_empty();
        params![
            *id,
            filled(&profile.handle),
            filled(&profile.name),
            &profile.url,
            &profile.avatar_url,
            tx.now(),
            both.then(|| folded(&profile.handle, &profile.name)),
            profile.followers
        ]
    });
    let rows = rows.collect();
    tx.execute_many(
        sql!(
            "UPDATE identity SET handle = COALESCE($2, handle), name = COALESCE($3, name),
             profile_url = COALESCE($4, profile_url), avatar_url = COALESCE($5, avatar_url),
             seen_at = $6, folded = COALESCE($7, folded),
             followers = COALESCE($8, followers) WHERE id = $1"
        ),
        rows,
    )
    .await
    .map(drop)
}

fn name_of(profile: &RemoteProfile) -> &str {
    if profile.name.is_empty() { &profile.handle } else { &profile.name }
}

/// How someone is searched: every word after a space.
fn folded(handle: &str, name: &str) -> String {
    format!(" {} {}", primitives::text::fold(handle), primitives::text::fold(name))
}

/// Those whose handle, or a word of whose name, begins so; the last seen first.
pub(super) async fn beginning(
    brand: Id<Brand>,
    begins: &str,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<Identity>, Error> {
    let kept = begins.replace(['%', '_', '!'], "");
    let text = format!(
        "SELECT {COLUMNS} FROM identity WHERE brand_id = $1 AND folded LIKE $2
         ORDER BY seen_at DESC, id LIMIT $3"
    );
    let rows = tx.query(&text, params![brand, format!("% {kept}%"), most]).await?;
    rows.iter().map(read).collect()
}
