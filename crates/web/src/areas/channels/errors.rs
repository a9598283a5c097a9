use channels::publication::LoadError;
use channels::{ChannelError, NetworkError};

use crate::Refusal;
use crate::words::{Words, args};

impl From<ChannelError> for Refusal {
    fn from(error: ChannelError) -> Self {
        match error {
            ChannelError::NotAllowed(error) => error.into(),
            ChannelError::NotFound => Refusal::NotFound,
            ChannelError::Vault(detail) => Refusal::fault(detail),
            ChannelError::Database(error) => error.into(),
        }
    }
}

impl From<LoadError> for Refusal {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::NotFound => Refusal::NotFound,
            LoadError::NotAllowed(error) => error.into(),
            LoadError::Database(error) => error.into(),
        }
    }
}

/// What a network's refusal means and what to do, in words.
pub fn refused_by_network(words: &Words, network: &str, error: &NetworkError) -> String {
    let said = |key: &str, detail: &str| words.tn(key, args![network => network, detail => detail]);
    match error {
        NetworkError::Retry { detail, .. } => said("channels-error-unreachable", detail),
        NetworkError::RateLimited { until } => {
            let when = words.relative(*until);
            words.tn("channels-error-rate-limited", args![network => network, when => when])
        }
        NetworkError::Reauthorize { detail } => said("channels-error-reauthorize", detail),
        NetworkError::Unsupported { .. } => said("channels-error-unsupported", ""),
        NetworkError::Rejected { reason, detail } => {
            use channels::Rejection as R;
            let key = match reason {
                R::WrongCredentials => "channels-error-wrong-credentials",
                R::SecondFactor => "channels-error-second-factor",
                R::NotThisNetwork => "channels-error-not-this-network",
                R::Forbidden => "channels-error-forbidden",
                R::Empty => "channels-error-empty",
                _ => "channels-error-other",
            };
            said(key, detail)
        }
    }
}
