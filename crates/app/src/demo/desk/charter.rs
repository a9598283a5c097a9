//! The charter, what goes on links, and the templates.

use database::Tx;
use platform::Actor;
use primitives::Id;
use publishing::Tracking;
use publishing::template::{Template, TemplateEdit};
use strategy::charter::{ChannelLineEdit, VoiceEdit, WordEdit};
use strategy::topic::TopicEdit;
use strategy::{Charter, CharterWord, Format, Regulated, RegulatedKind, Topic, WordKind};

use crate::demo::team::Stage;
use crate::demo::words::Words;
use crate::failure::Failure;

/// The bakery's own site, on a domain that belongs to nobody.
const SITE: &str = "fournil-de-louise.example";

/// Posts a week, a day, and minutes between two, for each channel of the stage.
const CADENCES: [(i64, i64, i64); 4] = [(5, 2, 180), (6, 2, 120), (5, 2, 120), (4, 1, 240)];

/// What the bakery speaks about.
pub async fn topics(words: &Words, louise: &Actor, tx: &mut Tx) -> Result<Vec<Id<Topic>>, Failure> {
    let mut all = Vec::new();
    for (name, about, colour, share, known_by) in words.topics {
        let edit = TopicEdit {
            name: name.to_owned(),
            about: about.to_owned(),
            colour: colour.to_owned(),
            target_share: Some(share),
            words: owned(known_by),
        };
        all.push(Topic::add(edit, louise, tx).await.map_err(Failure::because)?.id);
    }
    Ok(all)
}

/// How it speaks, how often, and what it does not say.
pub async fn decide(stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    let (words, louise) = (stage.words, &stage.louise);
    let voice = VoiceEdit {
        tone: words.tone.to_owned(),
        tone_words: owned(words.tone_words),
        languages: vec![stage.brand.language.tag().to_owned()],
        sites: vec![SITE.to_owned()],
    };
    Charter::say_voice(voice, louise, tx).await.map_err(Failure::because)?;
    let preferred = words.preferred.iter().map(|(instead, word, why)| (word, *instead, *why));
    let avoided = words.avoided.iter().map(|(word, why)| (word, "", *why));
    let preferred = preferred.map(|said| (WordKind::Prefer, said));
    for (kind, (word, instead, why)) in preferred.chain(avoided.map(|s| (WordKind::Avoid, s))) {
        let edit = WordEdit {
            kind,
            word: (*word).to_owned(),
            instead: instead.to_owned(),
            why: why.to_owned(),
        };
        CharterWord::add(edit, louise, tx).await.map_err(Failure::because)?;
    }
    let shares =
        [(Format::Image, 60), (Format::Text, 20), (Format::Carousel, 10), (Format::Video, 10)];
    Charter::share_formats(&shares, louise, tx).await.map_err(Failure::because)?;
    for (channel, (per_week, most_per_day, least_gap)) in stage.channels.iter().zip(CADENCES) {
        let edit = ChannelLineEdit {
            per_week: Some(per_week),
            most_per_day: Some(most_per_day),
            least_gap: Some(least_gap),
            language: None,
            personal: false,
        };
        Charter::say_channel(channel.id.cast(), edit, louise, tx)
            .await
            .map_err(Failure::because)?;
    }
    Regulated::set(RegulatedKind::Food, true, None, louise, tx).await.map_err(Failure::because)?;
    links_and_templates(stage, tx).await
}

async fn links_and_templates(stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    let tracking = Tracking { on: true, domains: vec![SITE.to_owned()], ..Tracking::default() };
    tracking.save(&stage.louise, tx).await.map_err(Failure::because)?;
    for (kind, name, text) in stage.words.templates {
        let edit = TemplateEdit {
            kind: *kind,
            name: (*name).to_owned(),
            text: (*text).to_owned(),
            channel: None,
        };
        Template::add(edit, &stage.camille, tx).await.map_err(Failure::because)?;
    }
    Ok(())
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
