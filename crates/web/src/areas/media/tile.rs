//! What is shown of a film that has no picture yet: a plain tile with its length.

use axum::response::IntoResponse;
use http::header;
use maud::html;
use platform::media::Media;

/// `1:05`, `1:02:03`.
pub(crate) fn clock(milliseconds: i64) -> String {
    let seconds = (milliseconds + 500) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// The tile, as a drawing.
pub(super) fn of(media: &Media) -> impl IntoResponse + use<> {
    let length = media.duration_ms.map(clock).unwrap_or_default();
    let drawing = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480" width="480" height="480" {
            rect width="480" height="480" fill="#3d3833" {}
            circle cx="240" cy="222" r="62" fill="none" stroke="#f5efe6" stroke-width="8" {}
            path d="M222 192 L272 222 L222 252 Z" fill="#f5efe6" {}
            @if !length.is_empty() {
                text x="240" y="352" text-anchor="middle" font-family="sans-serif" font-size="40" fill="#f5efe6" { (length) }
            }
        }
    };
    ([(header::CONTENT_TYPE, "image/svg+xml")], drawing.into_string())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_length_is_written_as_players_write_it() {
        assert_eq!(super::clock(12_500), "0:13");
        assert_eq!(super::clock(65_000), "1:05");
        assert_eq!(super::clock(3_723_000), "1:02:03");
    }
}
