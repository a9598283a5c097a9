use platform::media::Media;
use strategy::Format;

use super::{Edit, Post, PostMediaEdit, VariantEdit};

impl Post {
    /// The edit that changes nothing: what a caller that changes one thing starts from.
    pub fn as_edit(&self) -> Edit {
        let media = self
            .media
            .iter()
            .map(|m| PostMediaEdit { media: m.media.id, alt_text: m.alt_text.clone() });
        let variants = self.variants.iter().map(|variant| VariantEdit {
            channel: variant.channel,
            text: variant.text.clone(),
            extras: variant.extras.clone(),
        });
        Edit {
            text: self.text.clone(),
            link: self.link.clone(),
            variants: variants.collect(),
            media: media.collect(),
            topic: self.topic,
            campaign: self.campaign,
            language: self.language.clone(),
            wanted: self.wanted.clone(),
            extras: self.extras.clone(),
        }
    }

    /// The kind of piece that this content makes.
    pub fn format_of(edit: &Edit, media: &[Media]) -> Format {
        let kind = |prefix: &str| media.iter().any(|m| m.content_type.starts_with(prefix));
        if edit.extras.poll.is_some() {
            Format::Poll
        } else if !edit.extras.thread.is_empty() {
            Format::Thread
        } else if kind("video/") {
            Format::Video
        } else if kind("image/gif") {
            Format::Gif
        } else if media.len() > 1 {
            Format::Carousel
        } else if media.len() == 1 {
            Format::Image
        } else if edit.link.is_some() || edit.text.contains("://") {
            Format::Link
        } else {
            Format::Text
        }
    }
}
