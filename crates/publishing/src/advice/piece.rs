//! A piece of information, as advice needs to know it.

use database::text_enum;
use strategy::Format;

/// A piece of information, before it is anywhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece {
    /// How long its text is, in characters.
    pub length: u64,
    /// What it shows.
    pub carried: Carried,
    /// The width and height of its first picture or video, where known.
    pub shape: Option<(u32, u32)>,
    /// Whether it leads somewhere.
    pub link: bool,
    /// Whether it asks a question with answers to choose from.
    pub poll: bool,
    /// Whom it is for; empty for no one in particular.
    pub audience: Vec<Audience>,
    /// How quickly it must be known.
    pub urgency: Urgency,
    /// What it is to bring.
    pub objective: Option<Objective>,
}

text_enum! {
    /// What a piece shows.
    #[derive(Default)]
    pub enum Carried {
        /// Words alone.
        #[default]
        Nothing => "nothing",
        /// One picture.
        Picture => "picture",
        /// Several pictures.
        Pictures => "pictures",
        /// A picture that moves.
        Gif => "gif",
        /// A video.
        Video => "video",
    }
}

text_enum! {
    /// Whom a piece is for.
    pub enum Audience {
        /// Customers, the public at large.
        Customers => "customers",
        /// Professionals.
        Professionals => "professionals",
        /// The young.
        Young => "young",
        /// Neighbours.
        Local => "local",
        /// Members of the community, who follow closely.
        Members => "members",
    }
}

text_enum! {
    /// How quickly a piece must be known.
    #[derive(Default)]
    pub enum Urgency {
        /// In the hour: closed today, stock just in.
        Now => "now",
        /// In the days to come.
        #[default]
        Days => "days",
        /// It may be found for months.
        Lasting => "lasting",
    }
}

text_enum! {
    /// What a piece is to bring; each is an objective of the SPACE model (article 1).
    pub enum Objective {
        /// To be known: acquisition.
        Awareness => "awareness",
        /// Visits to the site: acquisition.
        Traffic => "traffic",
        /// Sales: acquisition.
        Sales => "sales",
        /// People who talk with the brand: engagement.
        Conversation => "conversation",
        /// Customers who stay: engagement and success.
        Loyalty => "loyalty",
        /// Help and answers: support.
        Help => "help",
        /// Opinions and ideas on products: product.
        Feedback => "feedback",
        /// What members make: contribution.
        Contribution => "contribution",
    }
}

impl Piece {
    /// The kind of piece it is as it stands.
    #[must_use]
    pub const fn format(&self) -> Format {
        match self.carried {
            _ if self.poll => Format::Poll,
            Carried::Video => Format::Video,
            Carried::Gif => Format::Gif,
            Carried::Pictures => Format::Carousel,
            Carried::Picture => Format::Image,
            Carried::Nothing if self.link => Format::Link,
            Carried::Nothing => Format::Text,
        }
    }
}
