use platform::NotAllowed;

use crate::post::{PostError, ScheduleError};

/// Why an approval could not be asked, given or changed.
#[derive(Debug, thiserror::Error)]
pub enum ApprovalError {
    /// There is no such request, path or person in the actor's brand.
    #[error("there is no such thing in this brand")]
    NotFound,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// No path applies to this post: it needs nobody's agreement.
    #[error("this post needs nobody's agreement")]
    NobodyToAsk,
    /// It was answered, withdrawn or refused meanwhile.
    #[error("this request is settled")]
    Settled,
    /// This person is not asked, or not yet.
    #[error("this person's answer is not awaited")]
    NotAsked,
    /// The post changed since they read it.
    #[error("the post changed since it was read")]
    Changed,
    /// Asking for changes without saying which, or bypassing without a reason.
    #[error("words are needed")]
    SayWhat,
    /// A step without anybody, or an address that can't be one.
    #[error("a step names nobody")]
    NobodyNamed,
    /// An address that can't be one.
    #[error("this is not an address")]
    NotAnAddress,
    /// What is asked could not leave as it is.
    #[error(transparent)]
    Schedule(#[from] ScheduleError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl From<PostError> for ApprovalError {
    fn from(error: PostError) -> Self {
        match error {
            PostError::NotFound => Self::NotFound,
            PostError::NotAllowed(error) => Self::NotAllowed(error),
            PostError::Database(error) => Self::Database(error),
            error @ PostError::Publication(_) => Self::Schedule(error.into()),
        }
    }
}

/// Read from `PostError`'s side: what a hook of the post's own verbs met.
impl From<ApprovalError> for PostError {
    fn from(error: ApprovalError) -> Self {
        match error {
            ApprovalError::NotAllowed(error) => Self::NotAllowed(error),
            ApprovalError::Database(error) => Self::Database(error),
            ApprovalError::Schedule(ScheduleError::Post(error)) => error,
            ApprovalError::NotFound => Self::NotFound,
            other => Self::Database(database::Error::other(format!("an approval: {other}"))),
        }
    }
}
