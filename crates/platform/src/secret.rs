use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use primitives::Ambient;
use sha2::{Digest, Sha256};

/// A text that opens something to whoever holds it: a session's token, an invitation's, a
/// program's. Shown once, never logged; only [`Secret::hash`] is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one, of 256 bits, after `prefix`; fit for addresses and cookies.
    pub fn new(prefix: &str, ambient: &Ambient) -> Self {
        let mut bytes = [0; 32];
        ambient.fill(&mut bytes);
        Self(format!("{prefix}{}", URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// As received from a cookie, an address or a header.
    pub fn received(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself: to be given to its holder, once.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored and looked up: SHA-256, in hexadecimal. A fast hash is right because the
    /// secret is 256 random bits: there is nothing to guess.
    pub fn hash(&self) -> String {
        hex::encode(Sha256::digest(self.0.as_bytes()))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
