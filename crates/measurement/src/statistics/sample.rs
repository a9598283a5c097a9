//! Samples and their quantiles.

/// Values in ascending order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sample(Vec<f64>);

/// The three values that cut a sample in four.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    /// A quarter of the values lie below.
    pub first: f64,
    /// Half of the values lie below.
    pub median: f64,
    /// Three quarters of the values lie below.
    pub third: f64,
}

impl Sample {
    /// A sample of these values. Infinite values and NaN are not values and are left out.
    #[must_use]
    pub fn new(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
        values.sort_unstable_by(f64::total_cmp);
        Self(values)
    }

    /// How many values.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no value.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The values, ascending.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.0
    }

    /// The value below which a share `p` of the sample lies, `p` from 0 to 1, by linear
    /// interpolation between ranks (type 7 of Hyndman and Fan, as in R and spreadsheets).
    /// `None` for an empty sample.
    #[must_use]
    pub fn quantile(&self, p: f64) -> Option<f64> {
        let last = self.0.len().checked_sub(1)?;
        let rank = p.clamp(0.0, 1.0) * last as f64;
        let below = rank.floor() as usize;
        let (low, high) = (self.0[below], self.0[(below + 1).min(last)]);
        let share = rank - below as f64;
        Some(low * (1.0 - share) + high * share).map(|value| value.clamp(low, high))
    }

    /// The middle value. `None` for an empty sample.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        self.quantile(0.5)
    }

    /// The median and the quartiles around it. `None` for an empty sample.
    #[must_use]
    pub fn quartiles(&self) -> Option<Quartiles> {
        Some(Quartiles {
            first: self.quantile(0.25)?,
            median: self.quantile(0.5)?,
            third: self.quantile(0.75)?,
        })
    }

    /// The value that nine in ten do not pass. `None` for an empty sample.
    #[must_use]
    pub fn p90(&self) -> Option<f64> {
        self.quantile(0.9)
    }
}

impl FromIterator<f64> for Sample {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        Self::new(values)
    }
}
