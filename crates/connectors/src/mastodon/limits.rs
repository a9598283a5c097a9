//! What a server takes: it says so itself; the table is for what it leaves out.

use channels::{Gif, Limits, PollLimits, VideoLimits};
use primitives::text::CountRule;
use serde_json::Value;

const TEXT: u32 = 500;
const LINK: u32 = 23;
const IMAGES: u32 = 4;
const IMAGE_BYTES: u64 = 10_485_760;
const IMAGE_SIDE: u32 = 4096;
const ALT_TEXT: u32 = 1500;
const SOURCE: &str = "https://docs.joinmastodon.org/user/posting/";
const LEARNT_ON: &str = "2026-11-22";
const VIDEO_BYTES: u64 = 103_809_024;
const VIDEO_TYPES: [&str; 3] = ["video/mp4", "video/webm", "video/quicktime"];
/// Mastodon's own: five minutes to a month.
const POLL: PollLimits =
    PollLimits { choices: 4, choice_chars: 50, min_minutes: 5, max_minutes: 43_829, several: true };
const IMAGE_TYPES: [&str; 4] = ["image/jpeg", "image/png", "image/webp", "image/gif"];

/// The usual limits of Mastodon.
pub(super) fn usual() -> Limits {
    Limits {
        images: IMAGES,
        image_bytes: IMAGE_BYTES,
        image_side: IMAGE_SIDE,
        image_types: IMAGE_TYPES.map(str::to_owned).to_vec(),
        alt_text: ALT_TEXT,
        source: SOURCE.to_owned(),
        learnt_on: LEARNT_ON.to_owned(),
        link: channels::LinkPlace::UnderTheText,
        thread: true,
        first_comment: true,
        poll: Some(POLL),
        gif: Gif::Animated,
        video: Some(VideoLimits {
            count: 1,
            bytes: VIDEO_BYTES,
            seconds: None,
            types: VIDEO_TYPES.map(str::to_owned).to_vec(),
        }),
        learnt_as: Limits::UP_TO_DATE,
        ..Limits::of(rule(TEXT, LINK))
    }
}

/// The limits in the answer of `/api/v2/instance` or `/api/v1/instance`, read on `day`.
pub(super) fn served(instance: &Value, day: Option<String>) -> Limits {
    let number = |path: &str| instance.pointer(path).and_then(Value::as_u64);
    let small = |path: &str| number(path).and_then(|number| u32::try_from(number).ok());
    let usual = usual();
    let text = small("/configuration/statuses/max_characters")
        // Written so by older and derived servers.
        .or_else(|| small("/max_toot_chars"));
    let Some(text) = text else { return usual };
    let link = small("/configuration/statuses/characters_reserved_per_url").unwrap_or(LINK);
    let media = "/configuration/media_attachments";
    // The server limits the surface; a square's side fits whatever the shape.
    let side = number(&format!("{media}/image_matrix_limit")).map(u64::isqrt);
    Limits {
        images: small("/configuration/statuses/max_media_attachments").unwrap_or(usual.images),
        image_bytes: number(&format!("{media}/image_size_limit")).unwrap_or(usual.image_bytes),
        image_side: side.and_then(|side| side.try_into().ok()).unwrap_or(usual.image_side),
        image_types: types(instance, &IMAGE_TYPES).unwrap_or(usual.image_types),
        alt_text: small(&format!("{media}/description_limit")).unwrap_or(usual.alt_text),
        source: "served".to_owned(),
        learnt_on: day.unwrap_or(usual.learnt_on),
        poll: Some(poll(instance)),
        video: video(instance),
        text: rule(text, link),
        ..usual
    }
}

/// Links written with their scheme count the same whatever their length; mentions count without
/// their server.
fn rule(text: u32, link: u32) -> CountRule {
    CountRule::graphemes(text).with_urls(link, false).with_mentions_without_server()
}

/// Durations are served in seconds.
fn poll(instance: &Value) -> PollLimits {
    let small = |name: &str| {
        let number = instance.pointer(&format!("/configuration/polls/{name}"))?.as_u64()?;
        u32::try_from(number).ok()
    };
    PollLimits {
        choices: small("max_options").unwrap_or(POLL.choices),
        choice_chars: small("max_characters_per_option").unwrap_or(POLL.choice_chars),
        min_minutes: small("min_expiration").map_or(POLL.min_minutes, |s| s.div_ceil(60)),
        max_minutes: small("max_expiration").map_or(POLL.max_minutes, |s| s / 60),
        several: true,
    }
}

/// A server that names the types it takes, and no video among them, takes none.
fn video(instance: &Value) -> Option<VideoLimits> {
    let path = "/configuration/media_attachments";
    let said = instance.pointer(&format!("{path}/supported_mime_types")).is_some();
    let types = types(instance, &VIDEO_TYPES);
    if said && types.is_none() {
        return None;
    }
    let bytes = instance.pointer(&format!("{path}/video_size_limit")).and_then(Value::as_u64);
    let usual = usual().video?;
    Some(VideoLimits {
        bytes: bytes.unwrap_or(usual.bytes),
        types: types.unwrap_or(usual.types.clone()),
        ..usual
    })
}

fn types(instance: &Value, known: &[&str]) -> Option<Vec<String>> {
    let all = instance.pointer("/configuration/media_attachments/supported_mime_types")?;
    let named: Vec<&str> = all.as_array()?.iter().filter_map(Value::as_str).collect();
    let taken = known.iter().filter(|kind| named.contains(kind));
    let taken: Vec<String> = taken.map(|kind| (*kind).to_owned()).collect();
    (!taken.is_empty()).then_some(taken)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_server_that_takes_more_is_believed() {
        let instance = json!({ "configuration": {
            "statuses": { "max_characters": 5000, "max_media_attachments": 6 },
            "media_attachments": { "image_matrix_limit": 16_777_216,
                "video_size_limit": 41_943_040,
                "supported_mime_types": ["image/png", "video/mp4"] },
            "polls": { "max_options": 10, "max_characters_per_option": 100,
                "min_expiration": 300, "max_expiration": 2_629_746 } } });
        let limits = served(&instance, Some("2026-11-22".to_owned()));
        assert_eq!((limits.text.max, limits.images, limits.image_side), (5000, 6, 4096));
        assert_eq!(limits.image_types, ["image/png"]);
        assert_eq!(limits.source, "served");
        let video = limits.video.expect("it takes videos");
        assert_eq!((video.bytes, video.types), (41_943_040, vec!["video/mp4".to_owned()]));
        let poll = limits.poll.expect("it takes polls");
        assert_eq!((poll.choices, poll.choice_chars, poll.min_minutes), (10, 100, 5));
        assert_eq!(poll.max_minutes, 43_829);
    }

    #[test]
    fn a_server_that_names_no_video_takes_none() {
        let instance = json!({ "configuration": {
            "statuses": { "max_characters": 500 },
            "media_attachments": { "supported_mime_types": ["image/png"] } } });
        assert_eq!(served(&instance, None).video, None);
    }

    #[test]
    fn a_server_that_says_nothing_has_the_usual_limits() {
        assert_eq!(served(&json!({}), None), usual());
    }
}
