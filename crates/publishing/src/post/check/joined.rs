//! Pictures, animated pictures and videos.

use channels::{Gif, Limits, VideoLimits};
use primitives::text::{CountRule, count};

use super::super::Post;
use super::Problem;

impl Post {
    pub(super) fn check_media(&self, limits: &Limits, problems: &mut Vec<Problem>) {
        let media = self.attached();
        let videos = media.iter().filter(|media| media.is_video()).count();
        let pictures = media.len() - videos;
        let most = limits.images as usize;
        if pictures > most {
            problems.push(Problem::TooManyPictures { found: pictures, most });
        }
        match &limits.video {
            _ if videos == 0 => {}
            None => problems.push(Problem::NoVideos),
            Some(takes) => {
                self.check_videos(videos, takes, problems);
                if pictures > 0 && !limits.together.video_and_pictures {
                    problems.push(Problem::VideoWithPictures);
                }
            }
        }
        self.check_shapes(limits, problems);
        self.check_animated(pictures, limits, problems);
        self.check_descriptions(limits, problems);
    }

    fn check_videos(&self, found: usize, takes: &VideoLimits, problems: &mut Vec<Problem>) {
        let most = takes.count as usize;
        if found > most {
            problems.push(Problem::TooManyVideos { found, most });
        }
        for video in self.attached().iter().filter(|media| media.is_video()) {
            if !takes.types.contains(&video.content_type) {
                problems.push(Problem::VideoType { found: video.content_type.clone() });
            }
            let weight = u64::try_from(video.size).unwrap_or(0);
            if weight > takes.bytes {
                problems.push(Problem::VideoTooHeavy { found: weight, most: takes.bytes });
            }
            let lasts = video.duration_ms.and_then(|ms| u64::try_from(ms).ok());
            if let (Some(lasts), Some(most)) = (lasts, takes.seconds)
                && lasts > u64::from(most) * 1000
            {
                let (found, most) = (lasts.div_ceil(1000), u64::from(most));
                problems.push(Problem::VideoTooLong { found, most });
            }
        }
    }

    /// What a network would cut is said: the person may choose what is kept.
    fn check_shapes(&self, limits: &Limits, problems: &mut Vec<Problem>) {
        let Some(shown) = limits.image_ratio else { return };
        let media = self.attached();
        let cut = media.iter().position(|m| !m.is_video() && !shown.shows(m.width, m.height));
        if let Some(index) = cut {
            let tall = media[index].width < media[index].height;
            problems.push(Problem::PictureShape { picture: index + 1, tall });
        }
    }

    /// What moves here and would not there is said: nothing is lost in silence.
    fn check_animated(&self, pictures: usize, limits: &Limits, problems: &mut Vec<Problem>) {
        let media = self.attached();
        let Some(index) = media.iter().position(|media| media.is_gif()) else { return };
        let picture = index + 1;
        if limits.gif == Gif::Still {
            problems.push(Problem::GifStill { picture });
            return;
        }
        let heavy = |media: &channels::AttachedMedia| {
            media.is_gif() && u64::try_from(media.size).is_ok_and(|size| size > limits.image_bytes)
        };
        if let Some(index) = media.iter().position(heavy) {
            let most = limits.image_bytes;
            problems.push(Problem::GifTooHeavy { picture: index + 1, most });
        } else if pictures > 1 && !limits.together.video_and_pictures {
            problems.push(Problem::GifWithPictures);
        }
    }

    fn check_descriptions(&self, limits: &Limits, problems: &mut Vec<Problem>) {
        let alts = || self.media.iter().map(|media| media.alt_text.trim());
        if let Some(index) = alts().position(str::is_empty) {
            problems.push(Problem::NoAltText { picture: index + 1 });
        }
        let most = limits.alt_text as usize;
        let alt_rule = CountRule::graphemes(limits.alt_text);
        if let Some(index) = alts().position(|alt| !count(alt, &alt_rule).fits()) {
            problems.push(Problem::AltTextTooLong { picture: index + 1, most });
        }
    }
}
