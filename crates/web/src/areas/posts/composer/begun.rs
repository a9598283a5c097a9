//! A composer that was sent for with something known of the post to be.

use jiff::civil::Date;
use maud::{Markup, html};
use primitives::Id;
use publishing::post::Poll;
use strategy::Format;

use super::ComposerPage;
use crate::areas::posts::save::Begun;
use crate::parts::{Tone, notice};
use crate::words::args;
use crate::{Frame, InBrand, Refusal};

impl ComposerPage {
    /// A composer with what is known of the post to be.
    pub(in crate::areas::posts) async fn begun(
        here: &InBrand,
        begun: &Begun,
    ) -> Result<Self, Refusal> {
        let day = begun.date.as_ref().and_then(|day| day.parse::<Date>().ok());
        let mut page = Self::empty(here, day).await?;
        page.aim = begun.format.as_ref().and_then(|format| format.parse().ok());
        let read = |id: &Option<String>| id.as_ref().and_then(|id| id.parse::<uuid::Uuid>().ok());
        let topics = &page.files.topics;
        let campaigns = &page.files.campaigns;
        let topic = read(&begun.topic).map(Id::from_uuid);
        let campaign = read(&begun.campaign).map(Id::from_uuid);
        page.draft.topic = topic.filter(|id| topics.iter().any(|topic| topic.id == *id));
        page.draft.campaign = campaign.filter(|id| campaigns.iter().any(|one| one.id == *id));
        if let Some(channel) = read(&begun.channel).map(Id::from_uuid)
            && page.draft.channels.contains(&channel)
        {
            page.draft.channels = vec![channel];
        }
        match page.aim {
            Some(Format::Poll) => page.draft.extras.poll = Some(Poll::default()),
            Some(Format::Thread) => page.draft.extras.thread = vec![String::new()],
            _ => {}
        }
        Ok(page)
    }

    /// The kind of piece that the balance proposed, with how to make it one.
    pub(super) fn aimed(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            @if let Some(format) = self.aim {
                (notice(Tone::Info, &words.tn("mix-aim", args![what => words.t(&format!("mix-a-{format}"))]), html! {
                    p { (words.t(&format!("mix-aim-{format}"))) }
                }))
            }
        }
    }
}
