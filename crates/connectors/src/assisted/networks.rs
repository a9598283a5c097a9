//! What networks take when a person posts by hand. Facts of the dates and sources given; where a
//! source is the network's own documents its address stands there.

use channels::{Gif, ImageRatio, Limits, PollLimits, Together, VideoLimits};
use primitives::text::CountRule;

/// A network known by name.
#[derive(Debug, Clone, Copy)]
pub struct KnownNetwork {
    /// As it writes itself.
    pub name: &'static str,
    /// Other ways people write it, in lower case.
    others: &'static [&'static str],
    text: CountRule,
    images: u32,
    image_bytes: u64,
    image_side: u32,
    alt_text: u32,
    source: &'static str,
    more: More,
}

/// What a network takes beside words and pictures.
#[derive(Debug, Clone, Copy)]
struct More {
    thread: bool,
    first_comment: bool,
    poll: Option<PollLimits>,
    gif: Gif,
    video: Option<Video>,
    together: Together,
    ratio: Option<ImageRatio>,
}

#[derive(Debug, Clone, Copy)]
struct Video {
    count: u32,
    bytes: u64,
    seconds: Option<u32>,
    types: &'static [&'static str],
}

const MB: u64 = 1_000_000;
const DAY: u32 = 1440;
const MP4: &[&str] = &["video/mp4", "video/quicktime"];
const ANY_VIDEO: &[&str] = &["video/mp4", "video/quicktime", "video/webm", "video/x-matroska"];
const LEARNT_ON: &str = "2026-11-22";
const MEMORY: &str = "common knowledge, not yet checked in the network's documents";
const OTHERS: &str = "third parties, not yet checked in the network's documents";

/// What is assumed of a network that nobody described: generous, so as not to be in the way.
const ANY: KnownNetwork = network("", &[], CountRule::graphemes(100_000), 20, 20 * MB, 4096, 1000)
    .learnt_from("none: generous, so as not to be in the way")
    .thread()
    .commented()
    .poll(20, 200, 1, 525_600)
    .moving()
    .video(20, 20_000 * MB, None, ANY_VIDEO)
    .mixing()
    .poll_with_media();

static KNOWN: [KnownNetwork; 14] = [
    network("Facebook", &["fb", "meta"], CountRule::characters(63_206), 10, 10 * MB, 2048, 1000)
        .learnt_from(MEMORY)
        .commented()
        .moving()
        .video(1, 4_000 * MB, Some(14_400), ANY_VIDEO),
    network("Instagram", &["insta", "ig"], CountRule::characters(2200), 10, 8 * MB, 1440, 1000)
        .learnt_from("https://developers.facebook.com/docs/instagram-platform")
        .commented()
        .video(10, 300 * MB, Some(900), MP4)
        .mixing()
        .showing(75, 191),
    network("Threads", &[], CountRule::emoji_as_bytes(500), 20, 8 * MB, 1440, 1000)
        .learnt_from("https://developers.facebook.com/docs/threads")
        .thread()
        .commented()
        .poll(4, 25, DAY, DAY)
        .moving()
        .video(20, 1_000 * MB, Some(300), MP4)
        .mixing(),
    network("X", &["twitter"], CountRule::weighted(280), 4, 5 * MB, 4096, 1000)
        .learnt_from("https://docs.x.com/resources/fundamentals/counting-characters")
        .thread()
        .commented()
        .poll(4, 25, 5, 7 * DAY)
        .moving()
        .video(1, 512 * MB, Some(140), MP4),
    network("LinkedIn", &["linked in"], CountRule::utf16(3000), 20, 8 * MB, 4096, 4086)
        .learnt_from(OTHERS)
        .commented()
        .poll(4, 30, DAY, 14 * DAY)
        .moving()
        .video(1, 500 * MB, Some(1_800), MP4),
    network("TikTok", &["tik tok"], CountRule::utf16(4000), 35, 20 * MB, 1920, 1000)
        .learnt_from(OTHERS)
        .commented()
        .video(1, 4_000 * MB, Some(3_600), ANY_VIDEO),
    network("YouTube", &["you tube"], CountRule::utf8_bytes(5000), 1, 2 * MB, 1280, 1000)
        .learnt_from(MEMORY)
        .commented()
        .video(1, 256_000 * MB, Some(43_200), ANY_VIDEO),
    network("Pinterest", &[], CountRule::characters(800), 5, 20 * MB, 4096, 500)
        .learnt_from("https://developers.pinterest.com/docs/api/v5/")
        .commented()
        .video(1, 2_000 * MB, Some(900), MP4),
    network(
        "Google Business",
        &["google my business", "google business profile", "gmb"],
        CountRule::characters(1500),
        1,
        5 * MB,
        4096,
        1000,
    )
    .learnt_from(MEMORY)
    .video(1, 75 * MB, Some(30), MP4),
    network("Reddit", &[], CountRule::characters(40_000), 20, 20 * MB, 4096, 1000)
        .learnt_from(MEMORY)
        .commented()
        .poll(6, 120, DAY, 7 * DAY)
        .moving()
        .video(1, 1_000 * MB, Some(900), MP4),
    network("Telegram", &[], CountRule::utf16(4096), 10, 10 * MB, 4096, 1000)
        .learnt_from("https://core.telegram.org/bots/api")
        .poll(10, 100, 1, 525_600)
        .moving()
        .video(10, 2_000 * MB, None, MP4)
        .mixing(),
    network("Discord", &[], CountRule::characters(2000), 10, 10 * MB, 4096, 1024)
        .learnt_from(MEMORY)
        .commented()
        .poll(10, 55, 60, 32 * DAY)
        .moving()
        .video(10, 10 * MB, None, ANY_VIDEO)
        .mixing(),
    network("WhatsApp", &["whats app"], CountRule::characters(4096), 10, 5 * MB, 4096, 1000)
        .learnt_from(MEMORY)
        .poll(12, 100, 1, 525_600)
        .moving()
        .video(10, 16 * MB, None, MP4)
        .mixing(),
    network("Snapchat", &["snap"], CountRule::characters(250), 1, 5 * MB, 1920, 1000)
        .learnt_from(MEMORY)
        .video(1, 300 * MB, Some(60), MP4),
];

const fn network(
    name: &'static str,
    others: &'static [&'static str],
    text: CountRule,
    images: u32,
    image_bytes: u64,
    image_side: u32,
    alt_text: u32,
) -> KnownNetwork {
    let more = More {
        thread: false,
        first_comment: false,
        poll: None,
        gif: Gif::Still,
        video: None,
        together: Together { video_and_pictures: false, poll_and_media: false },
        ratio: None,
    };
    let source = MEMORY;
    KnownNetwork { name, others, text, images, image_bytes, image_side, alt_text, source, more }
}

impl KnownNetwork {
    const fn learnt_from(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }

    /// Posts may follow one another, each an answer to the one before.
    const fn thread(mut self) -> Self {
        self.more.thread = true;
        self
    }

    /// One may comment under one's own post.
    const fn commented(mut self) -> Self {
        self.more.first_comment = true;
        self
    }

    /// It takes polls of so many answers, of so many characters, open from so many minutes to so
    /// many.
    const fn poll(mut self, choices: u32, choice_chars: u32, min: u32, max: u32) -> Self {
        let (min_minutes, max_minutes) = (min, max);
        self.more.poll =
            Some(PollLimits { choices, choice_chars, min_minutes, max_minutes, several: true });
        self
    }

    /// Animated pictures move.
    const fn moving(mut self) -> Self {
        self.more.gif = Gif::Animated;
        self
    }

    const fn video(
        mut self,
        count: u32,
        bytes: u64,
        seconds: Option<u32>,
        types: &'static [&'static str],
    ) -> Self {
        self.more.video = Some(Video { count, bytes, seconds, types });
        self
    }

    /// Videos may stand beside pictures.
    const fn mixing(mut self) -> Self {
        self.more.together.video_and_pictures = true;
        self
    }

    /// Pictures are shown whole within these shapes, in hundredths of width over height.
    const fn showing(mut self, tallest: u32, widest: u32) -> Self {
        self.more.ratio = Some(ImageRatio { tallest, widest });
        self
    }

    /// Polls may stand beside pictures and videos.
    const fn poll_with_media(mut self) -> Self {
        self.more.together.poll_and_media = true;
        self
    }

    fn limits(&self) -> Limits {
        let more = self.more;
        Limits {
            images: self.images,
            image_bytes: self.image_bytes,
            image_side: self.image_side,
            image_types: ["image/jpeg", "image/png"].map(str::to_owned).to_vec(),
            alt_text: self.alt_text,
            source: self.source.to_owned(),
            learnt_on: LEARNT_ON.to_owned(),
            link: channels::LinkPlace::UnderTheText,
            thread: more.thread,
            first_comment: more.first_comment,
            poll: more.poll,
            image_ratio: more.ratio,
            gif: more.gif,
            video: more.video.map(|video| VideoLimits {
                count: video.count,
                bytes: video.bytes,
                seconds: video.seconds,
                types: video.types.iter().map(|kind| (*kind).to_owned()).collect(),
            }),
            together: more.together,
            learnt_as: Limits::UP_TO_DATE,
            ..Limits::of(self.text)
        }
    }
}

/// The network that people call so, if it is described.
pub fn known(name: &str) -> Option<&'static KnownNetwork> {
    let name = name.trim().to_lowercase();
    KNOWN
        .iter()
        .find(|known| known.name.to_lowercase() == name || known.others.contains(&name.as_str()))
}

/// What a network takes, as far as it is known.
pub fn limits_of(name: &str) -> Limits {
    known(name).unwrap_or(&ANY).limits()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_are_known_by_the_names_people_give_them() {
        assert_eq!(known(" twitter ").unwrap().name, "X");
        assert_eq!(known("FACEBOOK").unwrap().name, "Facebook");
        assert!(known("le forum du quartier").is_none());
        assert!(limits_of("le forum du quartier").text.max > 60_000);
    }
}
