//! The rules of advice: each gives or takes points, and says why.

use channels::Mode;
use strategy::Format;

use super::network::{Character, LinkUse, Needs, Ratio, character};
use super::piece::{Audience, Carried, Objective, Piece, Urgency};
use super::{Advice, OwnResult, OwnResults, Place};

/// The length under which a text is short news: what article 3 gives as example, 280.
const BRIEF: u64 = 280;
/// The length from which a text is long.
const LONG: u64 = 600;
/// How much better or worse than usual is worth a word, and worth more.
const BETTER: (f64, f64) = (1.1, 1.5);

/// Points given or taken, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// The rule, with what it saw.
    pub rule: Rule,
    /// Points; 0 for what is only worth knowing.
    pub points: i32,
}

/// A rule, with what it saw.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// Short news where short news is at home.
    Brief,
    /// A long text where long texts are read.
    RoomForLong,
    /// Longer than the network takes.
    TooLong {
        /// What it takes.
        most: u64,
        /// Whether it may go on in a thread.
        threads: bool,
    },
    /// The network takes no post without a picture.
    NeedsPicture,
    /// The network takes no post without a video.
    NeedsVideo,
    /// This kind of piece is at home there; at the first place or the next ones.
    AtHome(Format),
    /// This kind of piece is not what the network is made for.
    NotAtHome(Format),
    /// The link can be followed.
    LinkFollowed,
    /// The link can't be followed from the text.
    LinkLost,
    /// Whom it is for is there.
    Reaches(Vec<Audience>),
    /// Whom it is for is elsewhere.
    Misses,
    /// Read within the hour.
    ReadAtOnce,
    /// Not read at once, for something urgent.
    ReadLater,
    /// Found for months.
    FoundForMonths,
    /// Gone within the day, for something that lasts.
    GoneSoon,
    /// What it is to bring, the network brings.
    Brings(Objective),
    /// The brand's own posts of that kind did better or worse there than usual.
    Own {
        /// Posts whose rate is known.
        posts: usize,
        /// Their median.
        median: f64,
        /// That median drawn towards the usual one.
        drawn: f64,
        /// The usual one.
        usual: f64,
    },
    /// The brand has too few posts of that kind there to say.
    OwnTooFew {
        /// Posts whose rate is known.
        posts: usize,
    },
    /// Nothing is known of this network but its limits.
    NotKnown,
    /// Nothing leaves on this channel for now.
    Paused,
}

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Article 3, « Sélectionner le média idéal ».
    IdealMedium,
    /// Article 1, the SPACE model.
    Space,
    /// The network's own limits.
    Limits,
    /// How the trade uses the network.
    Trade,
    /// The brand's own posts.
    Own,
    /// What was decided in Parvis.
    Settings,
}

/// What to change in a piece for a network.
#[derive(Debug, Clone, PartialEq)]
pub enum Adaptation {
    /// Say it shorter.
    Shorten {
        /// To so many characters.
        most: u64,
    },
    /// Say it in several posts.
    Split,
    /// Add a picture; the network takes nothing without, or it only helps (article 3,
    /// « Diversifier ses contenus »).
    AddPicture {
        /// Whether there is no post without one.
        needed: bool,
    },
    /// Make a video of it.
    MakeVideo,
    /// Cut the picture or video to this shape.
    Shape {
        /// The shape that fills the screen.
        ratio: Ratio,
        /// Whether its own shape is known, and another.
        other: bool,
    },
    /// Say where the link is to be found.
    LinkElsewhere,
    /// Another kind of piece did better there.
    TryFormat {
        /// Which one.
        format: Format,
        /// Posts whose rate is known.
        posts: usize,
        /// Their median, drawn towards the usual one.
        drawn: f64,
    },
}

impl Rule {
    /// Where it comes from.
    #[must_use]
    pub const fn source(&self) -> Source {
        match self {
            Rule::Brief | Rule::RoomForLong | Rule::AtHome(_) | Rule::NotAtHome(_) => {
                Source::IdealMedium
            }
            Rule::TooLong { .. }
            | Rule::NeedsPicture
            | Rule::NeedsVideo
            | Rule::LinkFollowed
            | Rule::LinkLost
            | Rule::NotKnown => Source::Limits,
            Rule::Reaches(_)
            | Rule::Misses
            | Rule::ReadAtOnce
            | Rule::ReadLater
            | Rule::FoundForMonths
            | Rule::GoneSoon => Source::Trade,
            Rule::Brings(_) => Source::Space,
            Rule::Own { .. } | Rule::OwnTooFew { .. } => Source::Own,
            Rule::Paused => Source::Settings,
        }
    }
}

/// Judges one place for a piece.
pub(super) fn judge(piece: &Piece, place: Place, own: &OwnResults) -> Advice {
    let known = character(&place.network);
    let most = most_text(&place, known);
    let format = suited(piece, known, most);
    let mut reasons = Vec::new();
    let mut adapt = Vec::new();
    length(piece, known, most, &mut reasons, &mut adapt);
    if let Some(known) = known {
        matter(piece, known, &mut reasons, &mut adapt);
        link(piece, known, &mut reasons, &mut adapt);
        people(piece, known, &mut reasons);
    } else {
        reasons.push(Reason { rule: Rule::NotKnown, points: 0 });
    }
    figures(&place.network, format, own, &mut reasons, &mut adapt);
    if place.channel.as_ref().is_some_and(|channel| channel.paused_at.is_some()) {
        reasons.push(Reason { rule: Rule::Paused, points: -4 });
    }
    let points = reasons.iter().map(|reason| reason.points).sum();
    reasons.sort_by_key(|reason| -reason.points);
    Advice { place, format, points, reasons, adapt }
}

/// How long a text may be: the channel's own limit, or the table's where the channel is kept by
/// hand or is not there.
fn most_text(place: &Place, known: Option<&Character>) -> Option<u64> {
    let table = known.map(|known| known.most_text);
    match &place.channel {
        Some(channel) if channel.mode == Mode::Assisted => {
            let own = u64::from(channel.limits.text.max);
            Some(table.map_or(own, |table| table.min(own)))
        }
        Some(channel) => Some(u64::from(channel.limits.text.max)),
        None => table,
    }
}

/// The kind of piece to make of it there.
fn suited(piece: &Piece, known: Option<&Character>, most: Option<u64>) -> Format {
    let format = piece.format();
    let Some(known) = known else { return format };
    let is_words = matches!(format, Format::Text | Format::Link);
    match known.needs {
        Needs::Video => Format::Video,
        Needs::Picture if is_words => Format::Image,
        _ if is_words && known.threads && most.is_some_and(|most| piece.length > most) => {
            Format::Thread
        }
        _ if known.formats.contains(&format) => format,
        _ if matches!(format, Format::Gif | Format::Carousel) => Format::Image,
        _ => format,
    }
}

fn length(
    piece: &Piece,
    known: Option<&Character>,
    most: Option<u64>,
    reasons: &mut Vec<Reason>,
    adapt: &mut Vec<Adaptation>,
) {
    let threads = known.is_some_and(|known| known.threads);
    if let Some(most) = most.filter(|most| piece.length > *most) {
        let points = if threads { -2 } else { -3 };
        reasons.push(Reason { rule: Rule::TooLong { most, threads }, points });
        adapt.push(Adaptation::Shorten { most });
        if threads {
            adapt.push(Adaptation::Split);
        }
    } else if (1..=BRIEF).contains(&piece.length) && known.is_some_and(|known| known.brief) {
        reasons.push(Reason { rule: Rule::Brief, points: 2 });
    } else if piece.length >= LONG && known.is_some_and(|known| known.long) {
        reasons.push(Reason { rule: Rule::RoomForLong, points: 2 });
    }
}

fn matter(
    piece: &Piece,
    known: &Character,
    reasons: &mut Vec<Reason>,
    adapt: &mut Vec<Adaptation>,
) {
    let format = piece.format();
    let has_video = piece.carried == Carried::Video;
    let has_nothing = piece.carried == Carried::Nothing;
    if known.needs == Needs::Video && !has_video {
        reasons.push(Reason { rule: Rule::NeedsVideo, points: -5 });
        adapt.push(Adaptation::MakeVideo);
    } else if known.needs == Needs::Picture && has_nothing {
        reasons.push(Reason { rule: Rule::NeedsPicture, points: -4 });
        adapt.push(Adaptation::AddPicture { needed: true });
    } else {
        let (rule, points) = match known.formats.iter().position(|one| *one == format) {
            Some(0) => (Rule::AtHome(format), 2),
            Some(_) => (Rule::AtHome(format), 1),
            None => (Rule::NotAtHome(format), -1),
        };
        reasons.push(Reason { rule, points });
        if has_nothing && !piece.poll && known.formats.contains(&Format::Image) {
            adapt.push(Adaptation::AddPicture { needed: false });
        }
    }
    let shown = !has_nothing && piece.carried != Carried::Gif;
    if let Some(ratio) = known.ratio.filter(|_| shown)
        && !piece.shape.is_some_and(|shape| fits(shape, ratio))
    {
        adapt.push(Adaptation::Shape { ratio, other: piece.shape.is_some() });
    }
}

/// Whether a picture has this shape, give or take a twentieth.
fn fits((width, height): (u32, u32), ratio: Ratio) -> bool {
    let (own, wanted) = (
        f64::from(width) / f64::from(height.max(1)),
        f64::from(ratio.width) / f64::from(ratio.height),
    );
    (own / wanted - 1.0).abs() < 0.05
}

fn link(piece: &Piece, known: &Character, reasons: &mut Vec<Reason>, adapt: &mut Vec<Adaptation>) {
    let to_site = matches!(piece.objective, Some(Objective::Traffic | Objective::Sales));
    match known.link {
        _ if !piece.link => {}
        LinkUse::Followed => {
            let points = if to_site { 2 } else { 1 };
            reasons.push(Reason { rule: Rule::LinkFollowed, points });
        }
        LinkUse::NotFollowed => {
            let points = if to_site { -3 } else { -2 };
            reasons.push(Reason { rule: Rule::LinkLost, points });
            adapt.push(Adaptation::LinkElsewhere);
        }
    }
}

fn people(piece: &Piece, known: &Character, reasons: &mut Vec<Reason>) {
    let asked = piece.audience.iter().copied();
    let there: Vec<Audience> = asked.filter(|one| known.audience.contains(one)).collect();
    if !there.is_empty() {
        let points = if there.len() > 1 { 3 } else { 2 };
        reasons.push(Reason { rule: Rule::Reaches(there), points });
    } else if !piece.audience.is_empty() {
        reasons.push(Reason { rule: Rule::Misses, points: -2 });
    }
    let urgency = match piece.urgency {
        Urgency::Now if known.live => Some((Rule::ReadAtOnce, 2)),
        Urgency::Now => Some((Rule::ReadLater, if known.lasting { -2 } else { -1 })),
        Urgency::Lasting if known.lasting => Some((Rule::FoundForMonths, 3)),
        Urgency::Lasting if known.live => Some((Rule::GoneSoon, -1)),
        _ => None,
    };
    reasons.extend(urgency.map(|(rule, points)| Reason { rule, points }));
    if let Some(objective) = piece.objective
        && known.objectives.contains(&objective)
    {
        reasons.push(Reason { rule: Rule::Brings(objective), points: 2 });
    }
}

fn figures(
    network: &str,
    format: Format,
    own: &OwnResults,
    reasons: &mut Vec<Reason>,
    adapt: &mut Vec<Adaptation>,
) {
    let Some(usual) = own.usual.filter(|usual| *usual > 0.0) else { return };
    let here: Vec<&OwnResult> = own.cells.iter().filter(|cell| cell.network == network).collect();
    let cell = here.iter().find(|cell| cell.format == format);
    if let Some(cell) = cell.filter(|cell| cell.enough) {
        let times = cell.drawn / usual;
        let points = match times {
            _ if times >= BETTER.1 => 3,
            _ if times >= BETTER.0 => 2,
            _ if times <= 1.0 / BETTER.1 => -3,
            _ if times <= 1.0 / BETTER.0 => -2,
            _ => 0,
        };
        let (posts, median, drawn) = (cell.posts, cell.median, cell.drawn);
        reasons.push(Reason { rule: Rule::Own { posts, median, drawn, usual }, points });
    } else if let Some(cell) = cell.filter(|cell| cell.posts > 0) {
        reasons.push(Reason { rule: Rule::OwnTooFew { posts: cell.posts }, points: 0 });
    }
    let least = cell.filter(|cell| cell.enough).map_or(usual, |cell| cell.drawn.max(usual));
    let better = here.iter().filter(|cell| cell.enough && cell.format != format);
    let better = better.filter(|cell| cell.drawn > least * BETTER.0);
    if let Some(best) = better.max_by(|a, b| a.drawn.total_cmp(&b.drawn)) {
        let (format, posts, drawn) = (best.format, best.posts, best.drawn);
        adapt.push(Adaptation::TryFormat { format, posts, drawn });
    }
}
