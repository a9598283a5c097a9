//! The shapes that networks show, and the part of a picture that has such a shape.

use platform::media::Crop;
use platform::media::Media;
use primitives::Id;

/// One shape, with where it is at home.
pub(super) struct Ratio {
    /// As addresses and people write it: `4:5`.
    pub name: &'static str,
    pub width: f64,
    pub height: f64,
    /// The networks that show it so.
    pub networks: &'static str,
}

/// The shapes proposed, from the tallest to the widest.
pub(super) const RATIOS: [Ratio; 6] = [
    Ratio { name: "9:16", width: 9.0, height: 16.0, networks: "Stories, Reels, TikTok, Shorts" },
    Ratio { name: "3:4", width: 3.0, height: 4.0, networks: "Instagram, Pinterest" },
    Ratio { name: "4:5", width: 4.0, height: 5.0, networks: "Instagram, Facebook" },
    Ratio { name: "1:1", width: 1.0, height: 1.0, networks: "Instagram, LinkedIn, Google" },
    Ratio { name: "16:9", width: 16.0, height: 9.0, networks: "Bluesky, Mastodon, X, YouTube" },
    Ratio { name: "1.91:1", width: 1.91, height: 1.0, networks: "Facebook, LinkedIn, Instagram" },
];

pub(super) fn named(name: &str) -> Option<&'static Ratio> {
    RATIOS.iter().find(|ratio| ratio.name == name)
}

/// The largest part of that shape, in the middle; all of it for a free one.
pub(super) fn middle(original: Id<Media>, width: i64, height: i64, ratio: Option<&Ratio>) -> Crop {
    let (mut wide, mut high) = (width, height);
    if let Some(ratio) = ratio {
        let shape = ratio.width / ratio.height;
        if width as f64 / height as f64 > shape {
            wide = ((height as f64 * shape).round() as i64).clamp(1, width);
        } else {
            high = ((width as f64 / shape).round() as i64).clamp(1, height);
        }
    }
    Crop { original, left: (width - wide) / 2, top: (height - high) / 2, width: wide, height: high }
}

/// The shape that a part has, to a hundredth.
pub(super) fn of(width: i64, height: i64) -> Option<&'static Ratio> {
    let shape = width as f64 / height.max(1) as f64;
    RATIOS.iter().find(|ratio| (ratio.width / ratio.height - shape).abs() < 0.012)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_of_a_shape_is_the_largest_in_the_middle() {
        let id = Id::from_uuid(uuid::Uuid::nil());
        let part = middle(id, 1200, 800, named("1:1"));
        assert_eq!((part.left, part.top, part.width, part.height), (200, 0, 800, 800));
        let part = middle(id, 1200, 800, named("1.91:1"));
        assert_eq!((part.left, part.width, part.height), (0, 1200, 628));
        assert_eq!(of(1200, 628).map(|ratio| ratio.name), Some("1.91:1"));
        let part = middle(id, 1200, 800, None);
        assert_eq!((part.width, part.height), (1200, 800));
    }
}
