//! What refuses, as answers of pages.

use conversations::assignment::{AbsenceError, RuleError};
use conversations::hours::HoursError;
use conversations::promise::PolicyError;
use conversations::readback::CheckError;
use conversations::unplaced::UnplacedError;

use crate::Refusal;

impl From<PolicyError> for Refusal {
    fn from(error: PolicyError) -> Self {
        match error {
            PolicyError::NotFound => Refusal::NotFound,
            PolicyError::NotAllowed(error) => error.into(),
            PolicyError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}

impl From<HoursError> for Refusal {
    fn from(error: HoursError) -> Self {
        match error {
            HoursError::NotFound => Refusal::NotFound,
            HoursError::NotAllowed(error) => error.into(),
            HoursError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}

impl From<RuleError> for Refusal {
    fn from(error: RuleError) -> Self {
        match error {
            RuleError::NotFound => Refusal::NotFound,
            RuleError::NotAllowed(error) => error.into(),
            RuleError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}

impl From<AbsenceError> for Refusal {
    fn from(error: AbsenceError) -> Self {
        match error {
            AbsenceError::NotFound => Refusal::NotFound,
            AbsenceError::NotAllowed(error) => error.into(),
            AbsenceError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}

impl From<CheckError> for Refusal {
    fn from(error: CheckError) -> Self {
        match error {
            CheckError::NotFound => Refusal::NotFound,
            CheckError::UnderWay => Refusal::Stale,
            CheckError::NotAllowed(error) => error.into(),
            CheckError::Database(error) => error.into(),
        }
    }
}

impl From<UnplacedError> for Refusal {
    fn from(error: UnplacedError) -> Self {
        match error {
            UnplacedError::NotFound => Refusal::NotFound,
            UnplacedError::NothingToRead | UnplacedError::NotThere => Refusal::Stale,
            UnplacedError::NotAllowed(error) => error.into(),
            UnplacedError::Database(error) => error.into(),
        }
    }
}
