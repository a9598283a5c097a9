//! What the screen shows, read for whoever may see it.

use channels::Channel;
use database::Tx;
use platform::{Actor, Brand, Right};
use publishing::by_hand::{self, ByHand, Snooze, Stage};

use super::view::{Next, ToPostPage};
use crate::areas::posts::problems;
use crate::areas::posts::shown::{ShownChannel, headline};
use crate::words::Words;
use crate::{Form, House, Refusal};

/// Where the screen lives: its own address, and that of its pictures.
pub(super) struct Place {
    pub base: String,
    pub media: String,
    pub guest: bool,
}

pub(super) async fn page(
    hand: ByHand,
    place: Place,
    form: Form,
    brand: &Brand,
    actor: &Actor,
    house: &House,
    tx: &mut Tx,
) -> Result<ToPostPage, Refusal> {
    let channel = Channel::load(hand.publication.channel, actor, tx).await;
    let channel = channel.map_err(problems::of_channel)?;
    let connectors = &house.kit.connectors;
    let team = by_hand::team(actor, tx).await?;
    let now = tx.now();
    Ok(ToPostPage {
        open: connectors.site_of(&channel).map(|site| site.compose.to_owned()),
        channel: ShownChannel::of(&channel, connectors),
        team: team.into_iter().map(|one| (one.teammate, one.name.to_string())).collect(),
        me: actor.teammate_id(),
        may: actor.may(Right::Publish),
        evening: Snooze::Evening.until(now, brand.zone.time_zone()).is_ok(),
        next: None,
        asks: None,
        hand,
        place,
        form,
        now,
    })
}

/// The next one that waits for the same person, the latest first.
pub(super) async fn next(
    hand: &ByHand,
    actor: &Actor,
    words: &Words,
    tx: &mut Tx,
) -> Result<Option<Next>, Refusal> {
    let now = tx.now();
    // Due this very instant is due.
    let soon = now + jiff::SignedDuration::from_secs(1);
    let waiting = ByHand::list(soon, actor, tx).await?;
    let next = waiting.into_iter().find(|one| {
        let mine = one.assignee.is_none() || one.assignee == actor.teammate_id();
        let due = matches!(one.stage(now), Stage::Due | Stage::Late);
        mine && due && one.publication.id != hand.publication.id
    });
    let Some(next) = next else { return Ok(None) };
    let channel = Channel::load(next.publication.channel, actor, tx).await;
    Ok(Some(Next {
        id: next.publication.id,
        title: headline(&next.publication.content.text, &words.t("posts-without-words")),
        network: channel.map(|channel| channel.network_name).unwrap_or_default(),
        due_at: next.publication.due_at,
    }))
}

/// The screen in each of its stages, for samples.
pub(super) fn samples() -> Vec<ToPostPage> {
    use super::act::Asks;
    use channels::AttachedMedia;
    use channels::publication::{HeldBy, NeedsPerson, PublicationState};
    use jiff::Timestamp;
    let now: Timestamp = "2026-11-23T07:40:00Z".parse().unwrap_or_default();
    let channel = ShownChannel::samples().remove(2);
    let waits = || PublicationState::NeedsPerson {
        why: NeedsPerson::Assisted,
        detail: String::new(),
        frozen: None,
    };
    let one = |state: PublicationState, guest: bool| {
        let mut publication = crate::areas::posts::held_sample(HeldBy::Person, 2);
        publication.state = state;
        publication.content.link = Some("https://fournil-de-louise.fr/noel".to_owned());
        publication.content.thread = vec!["Au marron, au chocolat ou aux agrumes.".to_owned()];
        publication.content.first_comment = Some("Réservez jusqu’au 22.".to_owned());
        publication.content.media = (1..3)
            .map(|n| AttachedMedia {
                media: primitives::Id::from_uuid(uuid::Uuid::from_u128(n)),
                hash: "00".repeat(32),
                content_type: "image/jpeg".to_owned(),
                width: 1200,
                height: 800,
                alt_text: "Une bûche sur une ardoise".to_owned(),
                size: 120_000,
                duration_ms: None,
            })
            .collect();
        let hand = ByHand {
            assignee: None,
            asked_at: Some(now),
            snoozed_until: None,
            reminded_at: Some(now),
            escalated_at: None,
            late_at: None,
            paused: false,
            publication,
        };
        let base = "/b/le-fournil-de-louise/to-post/1".to_owned();
        ToPostPage {
            open: Some("https://www.instagram.com/".to_owned()),
            channel: channel.clone(),
            team: Vec::new(),
            me: None,
            may: true,
            evening: true,
            next: None,
            asks: None,
            place: Place { media: format!("{base}/media"), base, guest },
            form: Form::empty(),
            hand,
            now,
        }
    };
    let mut late = one(waits(), false);
    late.hand.late_at = Some(now - jiff::SignedDuration::from_mins(5));
    late.next = Some(Next {
        id: late.hand.publication.id,
        title: "La galette arrive".to_owned(),
        network: "Facebook".to_owned(),
        due_at: now,
    });
    let mut snoozed = one(waits(), true);
    snoozed.hand.snoozed_until = Some(now + jiff::SignedDuration::from_mins(15));
    let mut elsewhere = one(waits(), true);
    elsewhere.form = Form::filled([("link", "https://ailleurs.example/1")]);
    elsewhere.asks = Some(Asks::OtherSite { host: "ailleurs.example".to_owned(), profile: false });
    let mut other_day = one(waits(), false);
    other_day.asks = Some(Asks::OtherDay { until: now, snooze: "morning".to_owned() });
    let mut refused = one(waits(), false);
    refused.form.refuse("reason", "Dites pourquoi");
    let mut reader = one(waits(), false);
    reader.may = false;
    let posted = PublicationState::Published {
        remote: channels::Remote {
            id: String::new(),
            url: Some("https://www.instagram.com/p/1".to_owned()),
            at: None,
        },
        at: now,
    };
    vec![
        one(waits(), false),
        late,
        snoozed,
        elsewhere,
        other_day,
        refused,
        reader,
        one(posted, false),
        one(PublicationState::Planned, false),
        one(PublicationState::Held { reason: HeldBy::Person }, false),
        one(PublicationState::Cancelled, false),
    ]
}
