//! A post at a time, as a chip that leads to it and can be dragged.

use jiff::civil::DateTime;
use maud::{Markup, html};
use platform::Right;
use publishing::calendar::{Occasion, Standing};

use super::grid::View;
use super::page::CalendarPage;
use crate::Frame;
use crate::areas::posts::shown::{ShownChannel, headline, state_key};
use crate::words::args;

impl CalendarPage {
    /// The channels of an occasion that the brand still has.
    pub(super) fn channels_of<'a>(&'a self, occasion: &Occasion) -> Vec<&'a ShownChannel> {
        let known = |id| self.known.channels.iter().find(|channel| channel.id == id);
        occasion.channels.iter().filter_map(|id| known(*id)).collect()
    }

    /// What may be dragged: `d` a draft, `p` what is planned.
    pub(super) fn draggable(&self, frame: &Frame, occasion: &Occasion) -> Option<&'static str> {
        match &occasion.standing {
            Standing::Draft | Standing::Asked => frame.may(Right::Draft).then_some("d"),
            Standing::Given(_) => (frame.may(Right::Publish) && occasion.may_move()).then_some("p"),
        }
    }

    /// The chip; an idea shows no time.
    pub(super) fn chip(&self, frame: &Frame, occasion: &Occasion, dated: bool) -> Markup {
        let words = &frame.words;
        let key = standing_key(occasion);
        let name = headline(&occasion.excerpt, &words.t("posts-without-words"));
        let shown = self.channels_of(occasion);
        let local = words.local(occasion.at).datetime();
        let time = words.time(local.time());
        let networks: Vec<_> = shown.iter().map(|channel| channel.network.as_str()).collect();
        let state = words.t(&format!("state-{key}"));
        // A month's cells are narrow.
        let most = match self.place.view {
            View::Month if shown.len() > 2 => 1,
            View::Month => 2,
            _ => 3,
        };
        // Beside the words that are seen, for those who hear them.
        let rest = if dated { state } else { words.t("calendar-chip-undated") };
        let rest = networks.iter().copied().chain([rest.as_str()]).collect::<Vec<_>>().join(", ");
        let href = match occasion.standing {
            Standing::Draft | Standing::Asked => format!("posts/{}/edit", occasion.post),
            Standing::Given(_) => format!("posts/{}", occasion.post),
        };
        html! {
            li {
                @if self.place.choosing && dated {
                    input.pick type="checkbox" name="post" value=(occasion.post) form="changes" aria-label=(words.tn("calendar-choose-one", args![name => &name]));
                }
                a.chip href=(frame.url(&href)) data-state=(key) data-draggable=[self.draggable(frame, occasion)] {
                    @for channel in shown.iter().take(most) { (channel.glyph()) }
                    @if shown.len() > most { small { "+" (shown.len() - most) } }
                    @if dated { time datetime=(reading(local)) { (time) } }
                    " " span.chip-text { (name) }
                    span.visually-hidden { ", " (rest) }
                }
            }
        }
    }
}

/// A clock reading as scripts and `<time>` read it.
pub(super) fn reading(local: DateTime) -> String {
    local.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// The key of where an occasion stands, in words and colours.
pub(super) fn standing_key(occasion: &Occasion) -> &'static str {
    match occasion.standing {
        Standing::Asked => "asked",
        _ => occasion.state().map_or("draft", state_key),
    }
}
