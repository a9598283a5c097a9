//! What stands between a post and each of its channels.

mod joined;
mod poll;

use channels::{Channel, Limits};
use primitives::Id;
use primitives::text::{Count, count as count_text};

use super::{Post, Variant};

/// What stands between a variant and its channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Neither words nor pictures.
    Empty,
    /// More than the network takes; by how much, in its own units.
    TooLong {
        /// Units used.
        used: u64,
        /// Units allowed.
        most: u64,
    },
    /// More pictures than the network takes.
    TooManyPictures {
        /// Pictures joined.
        found: usize,
        /// Pictures allowed.
        most: usize,
    },
    /// A picture taller or wider than the network shows: it cuts what is too much.
    PictureShape {
        /// The first such picture, counted from 1.
        picture: usize,
        /// Whether it is too tall, rather than too wide.
        tall: bool,
    },
    /// A picture without a text for those who do not see it: said, not forbidden.
    NoAltText {
        /// The first such picture, counted from 1.
        picture: usize,
    },
    /// An alternative text longer than the network takes.
    AltTextTooLong {
        /// The first such picture, counted from 1.
        picture: usize,
        /// Units allowed.
        most: usize,
    },
    /// The network has no threads.
    NoThreads,
    /// A part of the thread says nothing.
    ThreadPartEmpty {
        /// Which, the post itself being the first.
        part: usize,
    },
    /// A part of the thread is longer than the network takes.
    ThreadPartTooLong {
        /// Which, the post itself being the first.
        part: usize,
        /// Units used.
        used: u64,
        /// Units allowed.
        most: u64,
    },
    /// Nobody may comment under their own post there.
    NoFirstComments,
    /// The first comment is longer than the network takes.
    FirstCommentTooLong {
        /// Units used.
        used: u64,
        /// Units allowed.
        most: u64,
    },
    /// The network has no polls.
    NoPolls,
    /// A poll asks nothing: the question is the post's text.
    PollWithoutQuestion,
    /// A poll offers fewer than two answers.
    TooFewChoices,
    /// A poll offers more answers than the network takes.
    TooManyChoices {
        /// Answers offered.
        found: usize,
        /// Answers allowed.
        most: usize,
    },
    /// An answer of a poll says nothing.
    ChoiceEmpty {
        /// The first such answer, counted from 1.
        choice: usize,
    },
    /// An answer of a poll is longer than the network takes.
    ChoiceTooLong {
        /// The first such answer, counted from 1.
        choice: usize,
        /// Characters allowed.
        most: usize,
    },
    /// Two answers of a poll are the same.
    ChoiceTwice {
        /// The second of them, counted from 1.
        choice: usize,
    },
    /// The poll is open for less time than the network allows.
    PollTooShort {
        /// The shortest, in minutes.
        least: u32,
    },
    /// The poll is open for more time than the network allows.
    PollTooLong {
        /// The longest, in minutes.
        most: u32,
    },
    /// Only one answer may be chosen there.
    PollOneChoiceOnly,
    /// A poll can't stand beside pictures or a video there.
    PollWithMedia,
    /// The network takes no videos.
    NoVideos,
    /// More videos than the network takes.
    TooManyVideos {
        /// Videos joined.
        found: usize,
        /// Videos allowed.
        most: usize,
    },
    /// A video of a type that the network does not take.
    VideoType {
        /// Its type: `video/webm`.
        found: String,
    },
    /// A video heavier than the network takes.
    VideoTooHeavy {
        /// Its weight, in bytes.
        found: u64,
        /// The weight allowed, in bytes.
        most: u64,
    },
    /// A video longer than the network takes.
    VideoTooLong {
        /// How long it lasts, in seconds.
        found: u64,
        /// How long it may last, in seconds.
        most: u64,
    },
    /// A video can't stand beside pictures there.
    VideoWithPictures,
    /// An animated picture would be shown still there: said, not forbidden.
    GifStill {
        /// The first such picture, counted from 1.
        picture: usize,
    },
    /// An animated picture too heavy to move there, and that would be shown still: said, not
    /// forbidden.
    GifTooHeavy {
        /// The first such picture, counted from 1.
        picture: usize,
        /// The weight under which it moves, in bytes.
        most: u64,
    },
    /// An animated picture can't stand beside other pictures there.
    GifWithPictures,
}

impl Problem {
    /// The name that screens and programs know it by.
    pub fn key(&self) -> &'static str {
        match self {
            Problem::Empty => "empty",
            Problem::TooLong { .. } => "too_long",
            Problem::TooManyPictures { .. } => "too_many_pictures",
            Problem::PictureShape { tall: true, .. } => "picture_too_tall",
            Problem::PictureShape { .. } => "picture_too_wide",
            Problem::NoAltText { .. } => "no_alt_text",
            Problem::AltTextTooLong { .. } => "alt_text_too_long",
            Problem::NoThreads => "no_threads",
            Problem::ThreadPartEmpty { .. } => "thread_part_empty",
            Problem::ThreadPartTooLong { .. } => "thread_part_too_long",
            Problem::NoFirstComments => "no_first_comments",
            Problem::FirstCommentTooLong { .. } => "first_comment_too_long",
            Problem::NoPolls => "no_polls",
            Problem::PollWithoutQuestion => "poll_without_question",
            Problem::TooFewChoices => "too_few_choices",
            Problem::TooManyChoices { .. } => "too_many_choices",
            Problem::ChoiceEmpty { .. } => "choice_empty",
            Problem::ChoiceTooLong { .. } => "choice_too_long",
            Problem::ChoiceTwice { .. } => "choice_twice",
            Problem::PollTooShort { .. } => "poll_too_short",
            Problem::PollTooLong { .. } => "poll_too_long",
            Problem::PollOneChoiceOnly => "poll_one_choice_only",
            Problem::PollWithMedia => "poll_with_media",
            Problem::NoVideos => "no_videos",
            Problem::TooManyVideos { .. } => "too_many_videos",
            Problem::VideoType { .. } => "video_type",
            Problem::VideoTooHeavy { .. } => "video_too_heavy",
            Problem::VideoTooLong { .. } => "video_too_long",
            Problem::VideoWithPictures => "video_with_pictures",
            Problem::GifStill { .. } => "gif_still",
            Problem::GifTooHeavy { .. } => "gif_too_heavy",
            Problem::GifWithPictures => "gif_with_pictures",
        }
    }

    /// Whether the network would refuse: scheduling is refused too.
    pub fn stops(&self) -> bool {
        use Problem as P;
        !matches!(
            self,
            P::NoAltText { .. }
                | P::PictureShape { .. }
                | P::GifStill { .. }
                | P::GifTooHeavy { .. }
        )
    }
}

/// A variant measured against its channel.
#[derive(Debug, Clone)]
pub struct VariantCheck {
    /// The channel.
    pub channel: Id<Channel>,
    /// Its text, counted by the network's own rule.
    pub count: Count,
    /// What follows it, each part counted the same way.
    pub thread: Vec<Count>,
    /// The comment under it, counted the same way.
    pub first_comment: Option<Count>,
    /// What is wrong or missing.
    pub problems: Vec<Problem>,
}

impl Post {
    /// Measures a variant against what its channel takes.
    pub fn check(&self, variant: &Variant, limits: &Limits) -> VariantCheck {
        let text = self.text_of(variant).trim_end();
        let sent = limits.as_counted(text, self.link.as_deref(), !self.media.is_empty());
        let count = count_text(&sent, &limits.text);
        let mut problems = Vec::new();
        if text.trim().is_empty() && self.media.is_empty() && self.link.is_none() {
            problems.push(Problem::Empty);
        }
        if count.over {
            problems.push(Problem::TooLong { used: count.used, most: count.max });
        }
        self.check_media(limits, &mut problems);
        self.check_poll(text, limits, &mut problems);
        let thread = self.check_thread(variant, limits, &mut problems);
        let first_comment = self.check_first_comment(variant, limits, &mut problems);
        VariantCheck { channel: variant.channel, count, thread, first_comment, problems }
    }

    fn check_thread(
        &self,
        variant: &Variant,
        limits: &Limits,
        problems: &mut Vec<Problem>,
    ) -> Vec<Count> {
        let thread = self.thread_of(variant);
        if !thread.is_empty() && !limits.thread {
            problems.push(Problem::NoThreads);
        }
        let mut counts = Vec::new();
        for (part, text) in (2..).zip(thread) {
            let count = count_text(text.trim_end(), &limits.text);
            if text.trim().is_empty() {
                problems.push(Problem::ThreadPartEmpty { part });
            } else if count.over {
                let (used, most) = (count.used, count.max);
                problems.push(Problem::ThreadPartTooLong { part, used, most });
            }
            counts.push(count);
        }
        counts
    }

    fn check_first_comment(
        &self,
        variant: &Variant,
        limits: &Limits,
        problems: &mut Vec<Problem>,
    ) -> Option<Count> {
        let count = count_text(self.first_comment_of(variant)?, &limits.text);
        if !limits.first_comment {
            problems.push(Problem::NoFirstComments);
        } else if count.over {
            let (used, most) = (count.used, count.max);
            problems.push(Problem::FirstCommentTooLong { used, most });
        }
        Some(count)
    }
}
