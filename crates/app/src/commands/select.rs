//! Which brand, and who acts, when a person at a terminal names them.

use database::Tx;
use platform::field::Email;
use platform::{Actor, Brand, Membership, Role, Teammate};
use primitives::Id;
use web::words::args;

use crate::failure::Failure;

/// The brand at that address; the only one there is when none is named.
pub async fn brand(slug: Option<&str>, tx: &mut Tx) -> Result<Brand, Failure> {
    let mut all = Brand::all(tx).await?;
    let known = all.iter().map(|brand| brand.slug.as_str()).collect::<Vec<_>>().join(", ");
    if all.is_empty() {
        return Err(Failure::new("cli-wrong-not-set-up", &[]));
    }
    let Some(slug) = slug else {
        if all.len() == 1 {
            return Ok(all.remove(0));
        }
        return Err(Failure::new("cli-wrong-which-brand", args![known => known]));
    };
    let found = all.into_iter().find(|brand| brand.slug == slug);
    found.ok_or_else(|| Failure::new("cli-wrong-brand", args![slug => slug, known => known]))
}

/// A teammate at work in the brand: the one with that address, else its first owner.
pub async fn actor(brand: &Brand, email: Option<&str>, tx: &mut Tx) -> Result<Actor, Failure> {
    let members = Membership::of_brand(&Actor::system(brand.id), tx).await;
    let mut members = members.map_err(Failure::because)?;
    members.sort_by_key(|member| (member.role != Role::Owner, member.since));
    let found = match email {
        None => members.into_iter().next(),
        Some(email) => {
            let email = email.trim().to_lowercase();
            members.into_iter().find(|member| member.email.to_string().to_lowercase() == email)
        }
    };
    let member = found.ok_or_else(|| {
        let (brand, email) = (brand.slug.clone(), email.unwrap_or_default().to_owned());
        Failure::new("cli-wrong-not-a-member", args![brand => brand, email => email])
    })?;
    Ok(Actor::teammate(brand.id, member.teammate, member.role))
}

/// Whose a new brand will be: the teammate with that address, else the owner of the first brand.
pub async fn owner(email: Option<&str>, tx: &mut Tx) -> Result<Id<Teammate>, Failure> {
    if let Some(text) = email {
        let unknown = || Failure::new("cli-wrong-teammate", args![email => text]);
        let email = Email::parse(text).map_err(|_| unknown())?;
        let teammate = Teammate::by_email(&email, tx).await?.ok_or_else(unknown)?;
        return Ok(teammate.id);
    }
    let mut brands = Brand::all(tx).await?;
    brands.sort_by_key(|brand| (brand.demo, brand.id));
    let first = brands.first().ok_or_else(|| Failure::new("cli-wrong-not-set-up", &[]))?;
    let actor = actor(first, None, tx).await?;
    actor.teammate_id().ok_or_else(|| Failure::new("cli-wrong-not-set-up", &[]))
}
