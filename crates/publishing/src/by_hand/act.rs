use channels::connector::Site;
use channels::publication::{PersonSays, StepKind};
use channels::{Channel, Publication};
use database::Tx;
use jiff::Timestamp;
use jobs::Enqueue;
use platform::notification::{Notification, Recipients, notify};
use platform::{Actor, Brand, Link, Right, Teammate};
use primitives::Id;
use serde_json::json;
use url::Url;

use super::{
    ByHand, ByHandError, LONGEST_REASON, RemindByHand, Snooze, link, remind, store, subject, team,
};
use crate::letter::HandLetter;

impl ByHand {
    /// Puts it off: its person is reminded again then, and nothing counts as late before. Past
    /// the day it is meant for (`sure` says that the person knows), those who run the brand are
    /// told.
    pub async fn snooze(
        id: Id<Publication>,
        snooze: &Snooze,
        sure: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Timestamp, ByHandError> {
        let mut hand = Self::for_change(id, actor, tx).await?;
        let brand = Brand::of(actor, tx).await?;
        let zone = brand.zone.time_zone();
        let until = snooze.until(tx.now(), zone)?;
        let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
        let other_day = day(until) > day(hand.publication.due_at).max(day(tx.now()));
        if other_day && !sure {
            return Err(ByHandError::OtherDay { until });
        }
        hand.snoozed_until = Some(until);
        hand.reminded_at = Some(hand.reminded_at.unwrap_or(tx.now()).min(tx.now()));
        store::put(&hand, tx).await?;
        Notification::settle(brand.id, &hand.subject(), tx).await?;
        let data = json!({ "until": until });
        let step = StepKind::Snoozed;
        hand.publication.note(step, "publication.snoozed", data, actor, tx).await?;
        let how = Enqueue::at(until).brand(brand.id);
        let how = how.once(format!("remind:{id}:{}", until.as_microsecond()));
        jobs::enqueue(tx, &RemindByHand { publication: id }, how).await?;
        if other_day {
            hand.tell_of_other_day(until, actor, tx).await?;
        }
        Ok(until)
    }

    async fn tell_of_other_day(
        &self,
        until: Timestamp,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), database::Error> {
        let system = Actor::system(actor.brand());
        for teammate in remind::above(&system, tx).await? {
            if Some(teammate) == actor.teammate_id() {
                continue;
            }
            let (data, to) = (json!({ "title": self.title(), "until": until }), teammate);
            let to = Recipients::Teammate(to);
            let kind = "publication.put_off";
            notify(tx, actor.brand(), kind, self.subject(), data, to).await?;
        }
        Ok(())
    }

    /// Hands it to someone else who may post; told at once when it is due.
    pub async fn reassign(
        id: Id<Publication>,
        to: Id<Teammate>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ByHandError> {
        actor.must(Right::Publish)?;
        let mut hand = Self::load_locked(id, actor, tx).await?;
        if !hand.waits() && !hand.publication.state.may_change() {
            return Err(ByHandError::NotWaiting);
        }
        let team = team(actor, tx).await?;
        if !team.iter().any(|member| member.teammate == to) {
            return Err(ByHandError::NoSuchTeammate);
        }
        if hand.assignee == Some(to) {
            return Ok(());
        }
        let data = json!({ "from": hand.assignee, "to": to });
        hand.assignee = Some(to);
        let due = hand.waits() && !hand.paused;
        if due {
            hand.snoozed_until = None;
            hand.reminded_at = Some(tx.now());
        }
        store::put(&hand, tx).await?;
        let step = StepKind::Reassigned;
        hand.publication.note(step, "publication.reassigned", data, actor, tx).await?;
        // Whoever takes it upon themselves knows.
        if due && actor.teammate_id() != Some(to) {
            hand.tell(&[to], HandLetter::Reassigned, tx).await?;
        } else if due {
            Notification::settle(actor.brand(), &hand.subject(), tx).await?;
        }
        Ok(())
    }

    /// Takes the word that it is there, with its link when there is one. A link that does not
    /// lead to the network is asked about, unless the person is `sure`.
    pub async fn posted(
        id: Id<Publication>,
        typed: &str,
        sure: bool,
        site: Option<&Site>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Publication, ByHandError> {
        let hand = Self::for_change(id, actor, tx).await?;
        let channel = Channel::load(hand.publication.channel, actor, tx).await;
        let profile = channel.ok().and_then(|channel| channel.profile_url);
        let url = match typed.trim() {
            "" => None,
            typed => Some(link_to(typed, profile.as_deref(), site, sure)?),
        };
        let mut publication = hand.publication;
        publication.decide(PersonSays::ItIsThere { url }, actor, tx).await?;
        settled(&publication, actor, tx).await?;
        Ok(publication)
    }

    /// Gives it up, and says why.
    pub async fn give_up(
        id: Id<Publication>,
        reason: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Publication, ByHandError> {
        let hand = Self::for_change(id, actor, tx).await?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(ByHandError::SayWhy);
        }
        if reason.chars().count() > LONGEST_REASON {
            return Err(ByHandError::ReasonTooLong);
        }
        let mut publication = hand.publication;
        publication.give_up_because(reason, actor, tx).await?;
        settled(&publication, actor, tx).await?;
        Ok(publication)
    }

    async fn for_change(
        id: Id<Publication>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Self, ByHandError> {
        actor.must(Right::Publish)?;
        let hand = Self::load_locked(id, actor, tx).await?;
        if hand.waits() { Ok(hand) } else { Err(ByHandError::NotWaiting) }
    }
}

/// Nothing is to be posted any more: what was told of it is read, its links open nothing. For
/// every verb that ends a post by hand, wherever it is called from.
pub async fn settled(
    publication: &Publication,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), database::Error> {
    let subject = subject(publication.id);
    Notification::settle(actor.brand(), &subject, tx).await?;
    Link::revoke_about(link::PURPOSE, &subject, actor, tx).await?;
    Ok(())
}

/// The address that was pasted, with or without `https://`, once it is sure that it leads to a
/// piece on the network.
fn link_to(
    typed: &str,
    profile: Option<&str>,
    site: Option<&Site>,
    sure: bool,
) -> Result<String, ByHandError> {
    let address = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = Url::parse(&address).map_err(|_| ByHandError::NotALink)?;
    let host = url.host_str().unwrap_or_default().trim_start_matches("www.").to_owned();
    if !matches!(url.scheme(), "http" | "https") || !host.contains('.') || address.len() > 2000 {
        return Err(ByHandError::NotALink);
    }
    if typed.contains(char::is_whitespace) {
        return Err(ByHandError::NotALink);
    }
    if sure {
        return Ok(url.into());
    }
    let profile = profile.and_then(|profile| Url::parse(profile).ok());
    let bare = |url: &Url| {
        let host = url.host_str().unwrap_or_default().trim_start_matches("www.").to_owned();
        (host, url.path().trim_end_matches('/').to_lowercase())
    };
    if profile.as_ref().is_some_and(|profile| bare(profile) == bare(&url) && url.query().is_none())
    {
        return Err(ByHandError::OtherSite { host, profile: true });
    }
    let own = profile.as_ref().and_then(Url::host_str).map(|host| host.trim_start_matches("www."));
    let mut known = site.map_or(&[][..], |site| site.hosts).iter().copied().chain(own).peekable();
    let nothing_known = known.peek().is_none();
    let leads = |to: &str| host == to || host.ends_with(&format!(".{to}"));
    if nothing_known || known.any(leads) {
        return Ok(url.into());
    }
    Err(ByHandError::OtherSite { host, profile: false })
}
