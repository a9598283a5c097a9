use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use uuid::Builder;

use crate::Id;

/// Where the present and chance come from: the machine in the program, set values in tests.
///
/// Verbs never ask the machine: they get the instant and new ids from their transaction, which
/// got them from here. Cloning gives another handle on the same clock.
#[derive(Clone)]
pub struct Ambient {
    clock: Clock,
    random: Arc<Mutex<ChaCha20Rng>>,
}

#[derive(Clone)]
enum Clock {
    Machine,
    Set(Arc<AtomicI64>),
}

impl Ambient {
    /// The machine's clock, and randomness seeded by the operating system.
    pub fn real() -> Self {
        Self { clock: Clock::Machine, random: Arc::new(Mutex::new(ChaCha20Rng::from_os_rng())) }
    }

    /// A clock that stands at `instant` (RFC 3339) until it is moved, and repeatable randomness.
    ///
    /// # Panics
    /// When `instant` is not a valid instant: it is a constant of a test.
    pub fn fixed(instant: &str, seed: u64) -> Self {
        let instant: Timestamp = instant.parse().expect("a test's instant is valid");
        Self::fixed_at(instant, seed)
    }

    /// As [`Ambient::fixed`], from an instant.
    pub fn fixed_at(instant: Timestamp, seed: u64) -> Self {
        Self {
            clock: Clock::Set(Arc::new(AtomicI64::new(instant.as_microsecond()))),
            random: Arc::new(Mutex::new(ChaCha20Rng::seed_from_u64(seed))),
        }
    }

    /// The present, to the microsecond (what both engines store).
    pub fn now(&self) -> Timestamp {
        let micros = match &self.clock {
            Clock::Machine => machine_now(),
            Clock::Set(at) => at.load(Ordering::SeqCst),
        };
        Timestamp::from_microsecond(micros).unwrap_or(Timestamp::MAX)
    }

    /// Moves a set clock forward (or back, by a negative duration); the machine's is left alone.
    pub fn advance(&self, by: SignedDuration) {
        if let Clock::Set(at) = &self.clock {
            at.fetch_add(i64::try_from(by.as_micros()).unwrap_or(i64::MAX), Ordering::SeqCst);
        }
    }

    /// Puts a set clock at an instant; the machine's is left alone.
    pub fn set(&self, instant: Timestamp) {
        if let Clock::Set(at) = &self.clock {
            at.store(instant.as_microsecond(), Ordering::SeqCst);
        }
    }

    /// A new id: the present and 74 random bits.
    pub fn new_id<T>(&self) -> Id<T> {
        let mut random = [0; 10];
        self.fill(&mut random);
        let millis = u64::try_from(self.now().as_millisecond()).unwrap_or(0);
        Id::from_uuid(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// Fills `bytes` with unpredictable bytes (ChaCha20), fit for keys and tokens.
    pub fn fill(&self, bytes: &mut [u8]) {
        self.random.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes);
    }

    /// An unpredictable number.
    pub fn number(&self) -> u64 {
        self.random.lock().unwrap_or_else(PoisonError::into_inner).next_u64()
    }

    /// An unpredictable share of one, in `[0, 1)`; what jitter is drawn from.
    pub fn share(&self) -> f64 {
        (self.number() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where the clock enters the program")]
fn machine_now() -> i64 {
    Timestamp::now().as_microsecond()
}

impl fmt::Debug for Ambient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ambient").field("now", &self.now()).finish_non_exhaustive()
    }
}
