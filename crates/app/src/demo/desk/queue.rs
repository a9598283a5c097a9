//! The brand's times of the week, what waits in them, and what comes back by itself.

use database::Tx;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use platform::media::Media;
use publishing::post::ScheduleError;
use publishing::queue::QueueError;
use publishing::recurrence::{Piece, RecurrenceEdit, Rhythm, Rule, When};
use publishing::slot::{Slot, SlotEdit};
use publishing::{Post, Recurrence};

use crate::demo::story::{accept, draft, piece};
use crate::demo::team::Stage;
use crate::demo::words::{BACKSTAGE, PRODUCTS, SHOP, TALK};
use crate::failure::Failure;

/// Day of the week, minutes after midnight, topic, channels.
const SLOTS: [(i64, i64, Option<usize>, &[usize]); 6] = [
    (2, 8 * 60, Some(PRODUCTS), &[0, 1, 2]),
    (3, 17 * 60 + 15, None, &[1, 3]),
    (4, 12 * 60 + 10, Some(TALK), &[1, 2]),
    (5, 9 * 60 + 30, Some(PRODUCTS), &[0, 1]),
    (6, 9 * 60, None, &[0]),
    (7, 10 * 60 + 5, Some(BACKSTAGE), &[0, 2, 3]),
];

/// Keeps those times.
pub async fn slots(stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    let edits = SLOTS.map(|(weekday, minute, topic, channels)| SlotEdit {
        weekday,
        minute,
        topic: topic.map(|at| stage.topics[at]),
        channels: channels.iter().map(|at| stage.channels[*at].id).collect(),
    });
    Slot::add(edits.to_vec(), &stage.camille, tx).await.map_err(Failure::because)?;
    Ok(())
}

/// Fills the weeks to come.
pub async fn fill(
    stage: &Stage,
    media: &[(&'static str, Media)],
    tx: &mut Tx,
) -> Result<(), Failure> {
    tx.move_to(stage.now);
    for (says, picture, topic, channels) in stage.words.queue {
        let mut new = piece(says, *picture, channels, stage, media);
        new.topic = Some(stage.topics[*topic]);
        let post = draft(new, &stage.camille, tx).await?;
        enqueue(&post, stage, tx).await?;
    }
    come_back(stage, media, tx).await
}

async fn enqueue(post: &Post, stage: &Stage, tx: &mut Tx) -> Result<(), Failure> {
    match post.enqueue(&stage.camille, tx).await {
        Err(QueueError::Schedule(ScheduleError::Asked(found))) => {
            accept(post, &found, &stage.camille, tx).await?;
            post.enqueue(&stage.camille, tx).await.map(drop).map_err(Failure::because)
        }
        done => done.map(drop).map_err(Failure::because),
    }
}

/// The hours of the week every Monday, and what the house likes to say again.
async fn come_back(
    stage: &Stage,
    media: &[(&'static str, Media)],
    tx: &mut Tx,
) -> Result<(), Failure> {
    let today = stage.now.to_zoned(stage.brand.zone.time_zone().clone()).date();
    let rule = Rule::Weeks { every: 1, on: vec![1] };
    let weekly = When::Rule { rule, minute: 9 * 60 };
    let next_monday = next(today, Weekday::Monday);
    let hours = again(&stage.words.weekly, "boutique", &[1], SHOP, stage, media);
    let hours = Recurrence::begin(hours(next_monday, weekly), &stage.camille, tx).await;
    let hours = hours.map_err(Failure::because)?;
    for coming in hours.coming(2, tx).await.map_err(Failure::because)? {
        hours.make(coming.at.local, &stage.camille, tx).await.map_err(Failure::because)?;
    }
    let evergreen = again(&stage.words.evergreen, "miche", &[0], PRODUCTS, stage, media);
    let free = When::Free { gap_days: 21 };
    let edit = evergreen(today, free);
    Recurrence::begin(edit, &stage.camille, tx).await.map(drop).map_err(Failure::because)
}

fn again(
    texts: &[&str],
    picture: &str,
    channels: &[usize],
    topic: usize,
    stage: &Stage,
    media: &[(&'static str, Media)],
) -> impl FnOnce(Date, When) -> RecurrenceEdit {
    let mut first = piece("", Some(picture), channels, stage, media);
    first.topic = Some(stage.topics[topic]);
    let texts = texts.iter().map(|text| (*text).to_owned()).collect();
    let piece = Piece::of(&first);
    move |start, when| RecurrenceEdit {
        rhythm: Rhythm { start, until: None, times: None, when },
        texts,
        piece,
        ends_when_used: false,
    }
}

fn next(today: Date, weekday: Weekday) -> Date {
    (1..=7)
        .map(|ahead: i64| today.saturating_add(ahead.days()))
        .find(|day| day.weekday() == weekday)
        .unwrap_or(today)
}
