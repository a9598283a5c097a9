//! The kinds of piece that a post can be.

use database::text_enum;

text_enum! {
    /// The kind of piece that a post is, by what it carries.
    pub enum Format {
        /// Words alone.
        Text => "text",
        /// Words around a link.
        Link => "link",
        /// One picture.
        Image => "image",
        /// Several pictures.
        Carousel => "carousel",
        /// An animated picture.
        Gif => "gif",
        /// A video.
        Video => "video",
        /// Several posts in a row.
        Thread => "thread",
        /// A question with answers to choose from.
        Poll => "poll",
    }
}
