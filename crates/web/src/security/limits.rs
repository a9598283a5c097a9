//! How often one may try what could be guessed.

use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use primitives::Id;

use crate::Refusal;

/// After how many tries the limits forget those who stopped trying.
const SWEEP: u32 = 512;

/// How often one may try to sign in, by where one is and by whom one claims to be. Kept in
/// memory: a restart forgives.
#[derive(Clone)]
pub struct Limits(Arc<Kept>);

struct Kept {
    by_address: DefaultKeyedRateLimiter<IpAddr>,
    by_claim: DefaultKeyedRateLimiter<String>,
    calendars: DefaultKeyedRateLimiter<IpAddr>,
    tries: AtomicU32,
}

impl Default for Limits {
    /// 20 tries at once and 10 a minute from one address; 8 at once and 2 a minute for one
    /// account.
    fn default() -> Self {
        Self(Arc::new(Kept {
            by_address: RateLimiter::keyed(quota(20, 6)),
            by_claim: RateLimiter::keyed(quota(8, 30)),
            calendars: RateLimiter::keyed(quota(60, 2)),
            tries: AtomicU32::new(0),
        }))
    }
}

impl Limits {
    /// Counts a try to sign in, to set up or to accept an invitation, from an address, as the
    /// holder of `claim` (an e-mail address).
    ///
    /// # Errors
    /// [`Refusal::TooMany`] with the seconds to wait.
    pub fn try_as(&self, address: IpAddr, claim: &str) -> Result<(), Refusal> {
        let kept = &self.0;
        if kept.tries.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            kept.by_address.retain_recent();
            kept.by_claim.retain_recent();
            kept.calendars.retain_recent();
        }
        check(&kept.by_address, &network_of(address))?;
        let claim: String = claim.trim().to_lowercase().chars().take(254).collect();
        check(&kept.by_claim, &claim)
    }

    /// Counts a reading of a calendar by its secret address: 60 at once and 30 a minute from
    /// one network, which a team behind one address stays under.
    ///
    /// # Errors
    /// As [`Limits::try_as`].
    pub fn read_calendar(&self, address: IpAddr) -> Result<(), Refusal> {
        check(&self.0.calendars, &network_of(address))
    }

    /// Counts a try of a second factor.
    ///
    /// # Errors
    /// As [`Limits::try_as`].
    pub fn try_code<T>(&self, address: IpAddr, teammate: Id<T>) -> Result<(), Refusal> {
        self.try_as(address, &format!("code:{teammate}"))
    }
}

fn quota(at_once: u32, seconds_each: u64) -> Quota {
    let at_once = NonZeroU32::new(at_once).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(Duration::from_secs(seconds_each))
        .unwrap_or(Quota::per_minute(at_once))
        .allow_burst(at_once)
}

fn check<K: Hash + Eq + Clone>(
    limiter: &DefaultKeyedRateLimiter<K>,
    key: &K,
) -> Result<(), Refusal> {
    limiter.check_key(key).map_err(|refused| {
        let wait = refused.wait_time_from(DefaultClock::default().now());
        Refusal::TooMany(wait.as_secs() + 1)
    })
}

/// Someone with IPv6 has a whole /64.
fn network_of(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(long) => match long.to_ipv4_mapped() {
            Some(short) => short.into(),
            None => IpAddr::V6((u128::from(long) & !u128::from(u64::MAX)).into()),
        },
    }
}
