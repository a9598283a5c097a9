//! The bytes of a content's pictures and videos, and what of them a network would refuse.

use bytes::Bytes;
use channels::{AttachedMedia, Call, Content, Limits, NetworkError, PollLimits, Rejection};
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
        FitError::Storage(error) => unread(error),
        FitError::Broken | FitError::CannotFit => rejected(Rejection::Media, error.to_string()),
    })
}

/// A video, as it was taken in: it is not remade.
pub(crate) async fn video(call: &Call, media: &AttachedMedia) -> Result<Bytes, NetworkError> {
    let bytes = call.media.get(&media.hash).await.map_err(unread)?;
    let most = call.limits.video.as_ref().map_or(0, |video| video.bytes);
    if bytes.len() as u64 > most {
        let detail = format!("a video of {} bytes of {most}", bytes.len());
        return Err(rejected(Rejection::Media, detail));
    }
    Ok(bytes)
}

fn unread(error: StorageError) -> NetworkError {
    match error {
        StorageError::Missing => rejected(Rejection::Media, "the file is no longer stored"),
        other => NetworkError::Retry { detail: other.to_string(), after: None },
    }
}

/// Refuses what the network would refuse, before anything is sent. The weight and size of
/// pictures are not looked at: pictures are made to fit.
pub(crate) fn check(content: &Content, limits: &Limits) -> Result<(), NetworkError> {
    let (videos, pictures): (Vec<_>, Vec<_>) =
        content.media.iter().partition(|media| media.is_video());
    if pictures.len() as u64 > u64::from(limits.images) {
        let detail = format!("{} of {}", pictures.len(), limits.images);
        return Err(rejected(Rejection::TooManyMedia, detail));
    }
    let rule = CountRule::graphemes(limits.alt_text);
    if content.media.iter().any(|media| count(&media.alt_text, &rule).over) {
        let detail = format!("an alternative text is longer than {}", limits.alt_text);
        return Err(rejected(Rejection::Media, detail));
    }
    check_videos(&videos, pictures.len(), limits)?;
    check_poll(content, limits)
}

fn check_videos(
    videos: &[&AttachedMedia],
    pictures: usize,
    limits: &Limits,
) -> Result<(), NetworkError> {
    if videos.is_empty() {
        return Ok(());
    }
    let Some(takes) = &limits.video else {
        return Err(NetworkError::Unsupported { what: "videos".to_owned() });
    };
    if videos.len() as u64 > u64::from(takes.count) {
        let detail = format!("{} videos of {}", videos.len(), takes.count);
        return Err(rejected(Rejection::TooManyMedia, detail));
    }
    if pictures > 0 && !limits.together.video_and_pictures {
        return Err(rejected(Rejection::Media, "a video beside pictures"));
    }
    for video in videos {
        let weight = u64::try_from(video.size).unwrap_or(0);
        let lasts = video.duration_ms.unwrap_or(0);
        let longest = takes.seconds.map_or(i64::MAX, |seconds| i64::from(seconds) * 1000);
        if !takes.types.contains(&video.content_type) || weight > takes.bytes || lasts > longest {
            let detail = format!("a video of type {}, {weight} bytes", video.content_type);
            return Err(rejected(Rejection::Media, detail));
        }
    }
    Ok(())
}

fn check_poll(content: &Content, limits: &Limits) -> Result<(), NetworkError> {
    let Some(poll) = &content.poll else { return Ok(()) };
    let Some(PollLimits { choices, choice_chars, min_minutes, max_minutes, several }) = limits.poll
    else {
        return Err(NetworkError::Unsupported { what: "polls".to_owned() });
    };
    if !content.media.is_empty() && !limits.together.poll_and_media {
        return Err(rejected(Rejection::Media, "a poll beside pictures or a video"));
    }
    let rule = CountRule::graphemes(choice_chars);
    let fits = |choice: &String| !choice.trim().is_empty() && count(choice, &rule).fits();
    let taken = (2..=choices as usize).contains(&poll.choices.len())
        && poll.choices.iter().all(fits)
        && (min_minutes..=max_minutes).contains(&poll.minutes)
        && (several || !poll.several);
    if taken { Ok(()) } else { Err(rejected(Rejection::Other, "a poll it does not take")) }
}
