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
    // Where a network has words of its own for it, they say more.
    let own = format!("-{}", primitives::slug(network));
    let said = |key: &str, detail: &str| {
        let given = args![network => network, detail => detail];
        let special = format!("{key}{own}");
        if words.has(&special) { words.tn(&special, given) } else { words.tn(key, given) }
    };
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
                R::AppPassword => "channels-error-app_password",
                R::NoPasswords => "channels-error-no_passwords",
                R::NotSecure => "channels-error-not_secure",
                R::SendingRefused => "channels-error-sending_refused",
                R::ServersUnknown => "channels-error-servers_unknown",
                _ => "channels-error-other",
            };
            said(key, detail)
        }
    }
}
