//! Six months, post by post.

use channels::publication::{Failure as Refusal, NeedsPerson, Publication, PublicationState};
use channels::{Rejection, Remote};
use database::Tx;
use jiff::civil::{DateTime, Weekday};
use jiff::{SignedDuration, Timestamp, ToSpan};
use platform::media::Media;
use platform::notification::{self, Recipients};
use platform::{Actor, Subject};
use primitives::{Ambient, Id};
use publishing::post::{Edit, PostMediaEdit, PostSource, ScheduleError};
use publishing::{Finding, Post};
use serde_json::json;

use super::pictures::Album;
use super::team::{Stage, profile};
use super::texts::{Kind, texts};
use super::words::SHOP;
use super::{community, desk, figures};
use crate::failure::Failure;

/// A piece that appeared: what the community answers and reacts to.
pub struct Told {
    /// Its id at the network that it never saw.
    pub remote_id: String,
    /// Its address, on a domain that belongs to nobody.
    pub url: String,
    /// What it says.
    pub text: String,
    /// When it appeared.
    pub at: Timestamp,
    /// Which of the stage's channels.
    pub channel: usize,
}

/// What a week holds: day, hour, minute, kind, channels.
const WEEK: [(Weekday, i8, i8, Kind, &[usize]); 5] = [
    (Weekday::Tuesday, 8, 0, Kind::Bread, &[0, 1, 2]),
    (Weekday::Wednesday, 17, 15, Kind::News, &[1, 3]),
    (Weekday::Thursday, 12, 10, Kind::Question, &[1, 2]),
    (Weekday::Friday, 9, 30, Kind::Tart, &[0, 1]),
    (Weekday::Sunday, 10, 5, Kind::Backstage, &[0, 2, 3]),
];

/// Tells it all, up to now and a little beyond.
pub async fn tell(stage: &Stage, album: &Album, tx: &mut Tx) -> Result<(), Failure> {
    // What varies is always the same: only the present moves it.
    let chance = Ambient::fixed_at(stage.now, 1_789);
    let media = album.record(&stage.camille, tx).await?;
    desk::prepare(stage, &media, tx).await?;
    let mut told = past(stage, &media, &chance, tx).await?;
    let launch = desk::launch::begin(stage, &media, &chance, &mut told, tx).await?;
    told.sort_by_key(|told| told.at);
    community::speak(stage, &told, &chance, tx).await?;
    ahead(stage, &media, tx).await?;
    trouble(stage, &media, tx).await?;
    desk::fill(stage, &media, launch, tx).await
}

async fn past(
    stage: &Stage,
    media: &[(&'static str, Media)],
    chance: &Ambient,
    tx: &mut Tx,
) -> Result<Vec<Told>, Failure> {
    let zone = stage.brand.zone.time_zone().clone();
    let today = stage.now.to_zoned(zone.clone()).date();
    let mut told = Vec::new();
    let mut counts = [0_usize; 5];
    let texts = texts(stage.brand.language);
    for back in (0..super::DAYS - 2).rev() {
        let day = today.saturating_sub(back.days());
        for (slot, (weekday, hour, minute, kind, channels)) in WEEK.into_iter().enumerate() {
            let local = day.at(hour, minute, 0, 0);
            let at = local.to_zoned(zone.clone()).map_err(Failure::because)?.timestamp();
            if day.weekday() != weekday || at + SignedDuration::from_mins(20) > stage.now {
                continue;
            }
            let words = texts.text(kind, counts[slot]);
            counts[slot] += 1;
            let mut new = piece(&words.says, words.picture, channels, stage, media);
            new.topic = Some(stage.topics[kind.topic()]);
            new.campaign = desk::theme::of(stage, back, kind);
            let author = if slot % 2 == 0 { &stage.camille } else { &stage.louise };
            tx.move_to(at - SignedDuration::from_hours(41));
            let post = draft(new, author, tx).await?;
            tx.move_to(at - SignedDuration::from_hours(20));
            schedule(&post, local, &stage.camille, tx).await?;
            tx.move_to(at + SignedDuration::from_secs(2));
            appear(&post, kind, stage, chance, &mut told, tx).await?;
        }
    }
    Ok(told)
}

/// Every publication of a post appears, and its figures grow.
pub(super) async fn appear(
    post: &Post,
    kind: Kind,
    stage: &Stage,
    chance: &Ambient,
    told: &mut Vec<Told>,
    tx: &mut Tx,
) -> Result<(), Failure> {
    let at = tx.now();
    let system = Actor::system(stage.brand.id);
    for mut publication in publications(post, &system, tx).await? {
        let channel = stage
            .channels
            .iter()
            .position(|channel| channel.id == publication.channel)
            .unwrap_or_default();
        let remote_id = format!("demo-{}", publication.id);
        let number = chance.number() % 1_000_000_000;
        let url = format!("{}/{number:09}", profile(&stage.channels[channel].network_name));
        let remote = Remote { id: remote_id.clone(), url: Some(url.clone()), at: Some(at) };
        publication
            .tell_past(PublicationState::Published { remote, at }, &system, tx)
            .await
            .map_err(Failure::because)?;
        let readings = figures::readings(kind, channel, at, stage.now, chance);
        measurement::past::tell_past(&publication, &readings, tx).await?;
        told.push(Told { remote_id, url, text: post.text.clone(), at, channel });
    }
    Ok(())
}

/// Drafts, and the weeks to come.
async fn ahead(stage: &Stage, media: &[(&'static str, Media)], tx: &mut Tx) -> Result<(), Failure> {
    let texts = texts(stage.brand.language);
    for (nth, (says, picture)) in texts.drafts.into_iter().enumerate() {
        tx.move_to(stage.now - SignedDuration::from_hours(9 + 17 * nth as i64));
        draft(piece(says, picture, &[0, 1], stage, media), &stage.camille, tx).await?;
    }
    let zone = stage.brand.zone.time_zone().clone();
    let today = stage.now.to_zoned(zone).date();
    tx.move_to(stage.now);
    for (nth, (days, hour, says, picture)) in texts.ahead.into_iter().enumerate() {
        let channels: &[usize] = if nth % 2 == 0 { &[0, 1] } else { &[1, 3] };
        let mut new = piece(says, picture, channels, stage, media);
        new.topic = Some(stage.topics[SHOP]);
        let post = draft(new, &stage.camille, tx).await?;
        let local = today.saturating_add(i64::from(days).days()).at(hour, 0, 0, 0);
        schedule(&post, local, &stage.camille, tx).await?;
        if nth == 2 {
            for mut publication in publications(&post, &stage.louise, tx).await? {
                publication.hold(&stage.louise, tx).await.map_err(Failure::because)?;
            }
        }
    }
    Ok(())
}

/// One that failed, one in doubt, one that waits to be posted by hand.
async fn trouble(
    stage: &Stage,
    media: &[(&'static str, Media)],
    tx: &mut Tx,
) -> Result<(), Failure> {
    let texts = texts(stage.brand.language);
    let [refused, unclear] = texts.reasons.map(str::to_owned);
    let rejected =
        PublicationState::Failed { reason: Refusal::Rejected(Rejection::Other), detail: refused };
    let doubt = PublicationState::NeedsPerson {
        why: NeedsPerson::CannotTell,
        detail: unclear,
        frozen: None,
    };
    let by_hand = PublicationState::NeedsPerson {
        why: NeedsPerson::Assisted,
        detail: String::new(),
        frozen: None,
    };
    let [first, second, third] = texts.trouble;
    let scenes = [
        (26, 3, rejected, "publication_failed", first),
        (5, 2, doubt, "publication_needs_person", second),
        (1, 0, by_hand, "publication_needs_person", third),
    ];
    for (hours, channel, state, kind, says) in scenes {
        tx.move_to(stage.now - SignedDuration::from_hours(hours + 3));
        let new = piece(says, Some("chouquettes"), &[channel], stage, media);
        let post = draft(new, &stage.camille, tx).await?;
        let at = stage.now - SignedDuration::from_hours(hours);
        let local = at.to_zoned(stage.brand.zone.time_zone().clone()).datetime();
        schedule(&post, local, &stage.camille, tx).await?;
        tx.move_to(at + SignedDuration::from_secs(4));
        let system = Actor::system(stage.brand.id);
        for mut publication in publications(&post, &system, tx).await? {
            publication.tell_past(state.clone(), &system, tx).await.map_err(Failure::because)?;
            tell_owner(kind, &publication, stage, tx).await?;
        }
    }
    tx.move_to(stage.now);
    Ok(())
}

async fn tell_owner(
    kind: &'static str,
    publication: &Publication,
    stage: &Stage,
    tx: &mut Tx,
) -> Result<(), Failure> {
    let Some(owner) = stage.owner.teammate_id() else { return Ok(()) };
    let (reason, detail) = match &publication.state {
        PublicationState::Failed { reason, detail } => (reason.key(), detail.clone()),
        PublicationState::NeedsPerson { why, detail, .. } => (why.to_string(), detail.clone()),
        _ => return Ok(()),
    };
    let data = json!({ "reason": reason, "why": reason, "detail": detail });
    let subject = Subject::new("publication", publication.id);
    let to = Recipients::Teammate(owner);
    notification::notify(tx, stage.brand.id, kind, subject, data, to).await?;
    Ok(())
}

/// What a post says on those channels.
pub(super) fn piece(
    says: &str,
    picture: Option<&str>,
    channels: &[usize],
    stage: &Stage,
    media: &[(&'static str, Media)],
) -> Edit {
    let found = media.iter().find(|(name, _)| Some(*name) == picture);
    let joined =
        found.map(|(_, media)| PostMediaEdit { media: media.id, alt_text: media.alt_text.clone() });
    Edit {
        text: says.to_owned(),
        variants: channels.iter().map(|at| (stage.channels[*at].id, None).into()).collect(),
        media: joined.into_iter().collect(),
        ..Edit::default()
    }
}

pub(super) async fn draft(edit: Edit, author: &Actor, tx: &mut Tx) -> Result<Post, Failure> {
    Post::begin(edit, PostSource::Demo, author, tx).await.map_err(Failure::because)
}

/// Schedules it, once what checks ask about was looked at.
pub(super) async fn schedule(
    post: &Post,
    at: DateTime,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Failure> {
    let local = at.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    match post.schedule(&local, actor, tx).await {
        Ok(_) => Ok(()),
        // What a check asks about, the community manager of the story has looked at.
        Err(ScheduleError::Asked(found)) => {
            accept(post, &found, actor, tx).await?;
            post.schedule(&local, actor, tx).await.map(drop).map_err(Failure::because)
        }
        Err(error) => Err(Failure::because(error)),
    }
}

/// The publications of a post.
pub(super) async fn publications(
    post: &Post,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Publication>, Failure> {
    let id: Id<Post> = post.id;
    Publication::of_post(id.cast(), actor, tx).await.map_err(Failure::because)
}

/// Says that what was found was looked at.
pub(super) async fn accept(
    post: &Post,
    found: &[Finding],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Failure> {
    let guards: Vec<_> = found.iter().map(|finding| finding.guard).collect();
    post.accept(&guards, actor, tx).await.map_err(Failure::because)
}
