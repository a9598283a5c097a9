//! Record keys: time, then a number that tells records of the same microsecond apart.

use jiff::Timestamp;

const ALPHABET: &[u8; 32] = b"234567abcdefghijklmnopqrstuvwxyz";

/// The key of a publication prepared at an instant; always the same for the same two.
pub(super) fn tid(publication: [u8; 16], now: Timestamp) -> String {
    // 53 bits of microseconds, 10 bits of clock id, from the random end of the publication's id.
    // Many pieces are due at the same round minute: up to 65 ms tell them apart as well.
    let clock = u64::from(u16::from_be_bytes([publication[14], publication[15]]) & 0x3ff);
    let apart = u64::from(u16::from_be_bytes([publication[12], publication[13]]));
    let micros = (u64::try_from(now.as_microsecond()).unwrap_or(0) + apart) & ((1 << 53) - 1);
    encode((micros << 10) | clock)
}

/// A key of the network's shape out of a digest: always the same for the same thing.
pub(super) fn of_digest(digest: &[u8]) -> String {
    let number = digest.iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte));
    encode(number >> 1)
}

/// Thirteen characters that sort as the number does.
fn encode(number: u64) -> String {
    (0..13).rev().map(|place| ALPHABET[((number >> (5 * place)) & 31) as usize] as char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_sort_by_time_and_are_the_networks() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let first = tid([7; 16], at("2026-11-22T09:00:00Z"));
        let second = tid([1; 16], at("2026-11-22T09:00:00.1Z"));
        assert!(first < second);
        assert_eq!(first.len(), 13);
        assert_eq!(first, tid([7; 16], at("2026-11-22T09:00:00Z")));
        assert_ne!(first, tid([8; 16], at("2026-11-22T09:00:00Z")));
        // The documents' example: the lowest key.
        assert_eq!(encode(0), "2222222222222");
    }
}
