//! The bytes of a content's pictures.

use channels::{AttachedMedia, Call, Limits, NetworkError, Rejection};
use platform::media::{FitError, FitLimits, Fitted, StorageError};
use primitives::text::{CountRule, count};

use crate::answer::rejected;

/// A picture within the limits of the channel.
pub(crate) async fn fitting(call: &Call, media: &AttachedMedia) -> Result<Fitted, NetworkError> {
    let limits = FitLimits {
        max_bytes: call.limits.image_bytes,
        max_side: call.limits.image_side,
        types: call.limits.image_types.clone(),
    };
    call.media.fitted(&media.hash, &limits).await.map_err(|error| match error {
        FitError::Storage(StorageError::Missing) => {
            rejected(Rejection::Media, "the picture is no longer stored")
        }
        FitError::Storage(other) => NetworkError::Retry { detail: other.to_string(), after: None },
        FitError::Broken | FitError::CannotFit => rejected(Rejection::Media, error.to_string()),
    })
}

/// Refuses pictures that the network would refuse, before anything is sent. Weight and size are
/// not looked at: pictures are made to fit.
pub(crate) fn check(pictures: &[AttachedMedia], limits: &Limits) -> Result<(), NetworkError> {
    if pictures.len() as u64 > u64::from(limits.images) {
        let detail = format!("{} of {}", pictures.len(), limits.images);
        return Err(rejected(Rejection::TooManyMedia, detail));
    }
    let rule = CountRule::graphemes(limits.alt_text);
    if pictures.iter().any(|picture| count(&picture.alt_text, &rule).over) {
        let detail = format!("an alternative text is longer than {}", limits.alt_text);
        return Err(rejected(Rejection::Media, detail));
    }
    Ok(())
}
