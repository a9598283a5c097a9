use database::{Error, Tx};

use super::{Brand, store};

/// First words of addresses that are not brands.
const RESERVED: &[&str] = &[
    "account",
    "accounts",
    "activity",
    "admin",
    "api",
    "app",
    "assets",
    "auth",
    "brand",
    "brands",
    "compte",
    "connect",
    "demo",
    "design",
    "doc",
    "docs",
    "favicon",
    "health",
    "healthz",
    "help",
    "invitation",
    "invitations",
    "login",
    "logout",
    "media",
    "metrics",
    "new",
    "oauth",
    "parvis",
    "ready",
    "readyz",
    "robots",
    "session",
    "sessions",
    "settings",
    "setup",
    "sign-in",
    "sign-out",
    "static",
    "style",
    "well-known",
];

/// The address of a brand whose name leaves nothing to make one from.
const NAMELESS: &str = "marque";

/// Stores the brand under the first free address made from its name: `name`, `name-2`, `name-3`…
pub(super) async fn insert_with_a_free_slug(brand: &mut Brand, tx: &mut Tx) -> Result<(), Error> {
    let base = match primitives::slug(brand.name.as_str()) {
        slug if slug.is_empty() => NAMELESS.to_owned(),
        slug => slug,
    };
    let mut number = if RESERVED.contains(&base.as_str()) { 2 } else { 1 };
    loop {
        brand.slug = if number == 1 { base.clone() } else { format!("{base}-{number}") };
        if store::insert(brand, tx).await? {
            return Ok(());
        }
        number += 1;
    }
}
