//! The key that this house signs its pushes with (VAPID, RFC 8292): made once, sealed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use database::Tx;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use web_push_native::p256::ecdsa::signature::Signer;
use web_push_native::p256::ecdsa::{Signature, SigningKey};

use super::{PushError, store};
use crate::vault::Vault;

const CONTEXT: &[u8] = b"push_key";
/// How long a signature is good for; services take at most a day.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(12);

/// What browsers know this house by, in base64url: made at the first call.
///
/// # Errors
/// When the database fails.
pub async fn public_key(vault: &Vault, tx: &mut Tx) -> Result<String, PushError> {
    if let Some((public, _)) = store::key(tx).await? {
        return Ok(public);
    }
    let mut bytes = [0; 32];
    // All but one in 2^32 are below the order of the curve.
    let key = loop {
        tx.ambient().fill(&mut bytes);
        if let Ok(key) = SigningKey::from_slice(&bytes) {
            break key;
        }
    };
    let public = key.verifying_key().to_encoded_point(false);
    let public = URL_SAFE_NO_PAD.encode(public.as_bytes());
    let sealed = vault.seal(tx.ambient(), CONTEXT, &bytes);
    store::put_key(&public, &sealed, tx).await?;
    // Another copy of the program may have been quicker.
    let kept = store::key(tx).await?;
    Ok(kept.map_or(public, |(public, _)| public))
}

/// The key to sign with, and what browsers know it by.
pub(super) async fn signing_key(
    vault: &Vault,
    tx: &mut Tx,
) -> Result<Option<(SigningKey, String)>, PushError> {
    let Some((public, sealed)) = store::key(tx).await? else { return Ok(None) };
    let sealed_wrong = |error: &dyn std::fmt::Display| PushError::Sealed(error.to_string());
    let bytes = vault.open(CONTEXT, &sealed).map_err(|error| sealed_wrong(&error))?;
    let key = SigningKey::from_slice(&bytes).map_err(|error| sealed_wrong(&error))?;
    Ok(Some((key, public)))
}

/// What says to the push service at `audience` (an origin) who sends: the `Authorization`.
pub(super) fn authorization(
    key: &SigningKey,
    public: &str,
    audience: &str,
    contact: &str,
    now: Timestamp,
) -> String {
    let encode = |json: serde_json::Value| URL_SAFE_NO_PAD.encode(json.to_string());
    let head = encode(json!({ "typ": "JWT", "alg": "ES256" }));
    let until = (now + GOOD_FOR).as_second();
    let claims = encode(json!({ "aud": audience, "exp": until, "sub": contact }));
    let said = format!("{head}.{claims}");
    let signature: Signature = key.sign(said.as_bytes());
    let signature = URL_SAFE_NO_PAD.encode(signature.to_bytes());
    format!("vapid t={said}.{signature}, k={public}")
}
