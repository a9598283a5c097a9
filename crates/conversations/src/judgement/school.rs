//! What a brand taught: worked out from all its corrections, kept, and read once by a program.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use database::{Error, Tx};
use language::{Adjustments, Analyser, Correction};
use platform::Brand;
use primitives::Id;
use sha2::{Digest, Sha256};

use super::store;

/// How many brands' lessons a program keeps at hand.
const AT_HAND: usize = 64;

/// By the digest of what was taught: the same lessons make the same analyser, whosever they are.
static SCHOOLED: LazyLock<Mutex<HashMap<String, Arc<Analyser>>>> = LazyLock::new(Mutex::default);
static UNSCHOOLED: LazyLock<Arc<Analyser>> = LazyLock::new(|| Arc::new(Analyser::new()));

/// What reads messages as the brand taught it. Cheap: models are read once a program, and what
/// was taught once each time it changes.
///
/// # Errors
/// What the database met.
pub async fn analyser(brand: Id<Brand>, tx: &mut Tx) -> Result<Arc<Analyser>, Error> {
    let Some(digest) = store::lessons::digest(brand, tx).await? else {
        return Ok(UNSCHOOLED.clone());
    };
    let at_hand = |digest: &str| {
        let schooled = SCHOOLED.lock().unwrap_or_else(PoisonError::into_inner);
        schooled.get(digest).cloned()
    };
    if let Some(analyser) = at_hand(&digest) {
        return Ok(analyser);
    }
    let text = store::lessons::adjustments(brand, tx).await?.unwrap_or_default();
    let adjustments: Adjustments = serde_json::from_str(&text)
        .map_err(|error| Error::other(format!("what a brand taught: {error}")))?;
    let analyser = Arc::new(Analyser::adjusted(adjustments));
    let mut schooled = SCHOOLED.lock().unwrap_or_else(PoisonError::into_inner);
    if schooled.len() >= AT_HAND {
        schooled.clear();
    }
    schooled.insert(digest, analyser.clone());
    Ok(analyser)
}

/// Learns anew from all the brand's corrections, whose lessons the caller holds.
pub(super) async fn learn_anew(brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    let corrections: Vec<Correction> = store::lessons::all(brand, tx).await?;
    let adjustments = Adjustments::learnt(&corrections);
    let text = serde_json::to_string(&adjustments)
        .map_err(|error| Error::other(format!("what a brand taught: {error}")))?;
    let digest = hex::encode(Sha256::digest(&text));
    store::lessons::teach(brand, &digest, &text, tx).await
}
