use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use primitives::Ambient;
use sha2::Sha256;

/// The header that carries the signature; `webhook-id` and `webhook-timestamp` go with it.
pub const SIGNATURE: &str = "webhook-signature";

/// What secrets begin with, as the Standard Webhooks specification has it.
const PREFIX: &str = "whsec_";

/// A new secret: 32 random bytes.
pub(super) fn new_secret(ambient: &Ambient) -> String {
    let mut bytes = [0; 32];
    ambient.fill(&mut bytes);
    format!("{PREFIX}{}", STANDARD.encode(bytes))
}

/// The signature of one sending (Standard Webhooks 1.0: HMAC-SHA256 of `id.timestamp.body`).
pub fn sign(secret: &str, id: &str, at: Timestamp, body: &str) -> String {
    let encoded = secret.strip_prefix(PREFIX).unwrap_or(secret);
    // A secret of ours is always base64; one that is not signs with its own bytes.
    let key = STANDARD.decode(encoded).unwrap_or_else(|_| encoded.as_bytes().to_vec());
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("HMAC takes keys of any length");
    mac.update(format!("{id}.{}.{body}", at.as_second()).as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example that the specification's own libraries are tested with.
    #[test]
    fn the_specification_s_example_gives_its_signature() {
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        let at = Timestamp::from_second(1_614_265_330).unwrap();
        let signature = sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, r#"{"test": 2432232314}"#);
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
