use jiff::SignedDuration;

/// The first pause at its longest, in seconds; each failure doubles it.
const FIRST: f64 = 5.0;
/// The longest pause, in seconds.
const LONGEST: f64 = 3600.0;
/// The shortest pause, in seconds.
const SHORTEST: f64 = 1.0;

/// How long to wait after the `attempt`-th failure: a random share (`share`, in `[0, 1)`) of a
/// time that doubles up to an hour, so that a crowd that failed together does not come back
/// together.
pub(crate) fn pause(attempt: u32, share: f64) -> SignedDuration {
    let doublings = i32::try_from(attempt.saturating_sub(1)).unwrap_or(i32::MAX);
    let most = (FIRST * 2_f64.powi(doublings)).min(LONGEST);
    SignedDuration::from_millis(((most * share).max(SHORTEST) * 1000.0) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_an_hour_and_are_never_nought() {
        assert_eq!(pause(1, 0.999_999).as_secs(), 4);
        assert_eq!(pause(4, 0.5), SignedDuration::from_secs(20));
        assert_eq!(pause(30, 0.5), SignedDuration::from_mins(30));
        assert_eq!(pause(u32::MAX, 0.0), SignedDuration::from_secs(1));
    }
}
