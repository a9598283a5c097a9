//! Posts that a person posts by hand: reminded, put off, handed over, posted, late.

use std::sync::Arc;

use channels::connector::Site;
use channels::publication::{Publication, PublicationState, StateName};
use channels::{Channel, ChannelKit, Connectors, FenceSettings, NothingToSay};
use jiff::SignedDuration;
use jobs::Registry;
use platform::media::MediaStore;
use platform::notification::Notification;
use platform::outbound::{Outbound, OutboundSettings};
use platform::vault::Vault;
use platform::{Actor, Brand, Role, Secret};
use primitives::Id;
use publishing::by_hand::{
    self, ByHand, ByHandError, Opened, RemindByHand, Rules, Snooze, Stage, Through,
};
use publishing::letter::{HandLetter, Letter};

use crate::world::{World, worlds};

/// Monday 30 November, nine in Paris.
const TIME: &str = "2026-11-30T09:00";

/// A post on the Mastodon account that Louise keeps by hand, and what lets it come due.
struct Scene {
    world: World,
    kit: ChannelKit,
    id: Id<Publication>,
}

impl Scene {
    async fn all() -> Vec<Self> {
        let mut scenes = Vec::new();
        for world in worlds().await {
            let mut tx = world.engine.begin().await.unwrap();
            let post = world.draft_in(&mut tx, &[world.mastodon]).await;
            post.schedule(TIME, &world.louise, &mut tx).await.unwrap();
            tx.commit().await.unwrap();
            let id = world.publications(post.id).await[0].id;
            let kit = kit(&world);
            scenes.push(Self { world, kit, id });
        }
        scenes
    }

    /// Its time comes, and the fence asks for a person.
    async fn comes_due(&self) {
        let due = self.hand().await.publication.due_at;
        let now = self.world.engine.ambient().now();
        self.wait(due.duration_since(now).max(SignedDuration::ZERO)).await;
        self.deliver().await;
    }

    async fn deliver(&self) {
        channels::publication::deliver(&self.kit, self.id).await.unwrap();
        by_hand::remind(self.id, self.world.louise.brand(), &self.kit.database).await.unwrap();
    }

    async fn wait(&self, time: SignedDuration) {
        self.world.engine.ambient().advance(time);
    }

    /// What the clock of the house does each minute.
    async fn look(&self) {
        by_hand::look_after(&self.kit.database).await.unwrap();
    }

    async fn hand(&self) -> ByHand {
        let mut tx = self.world.engine.read().await.unwrap();
        ByHand::load(self.id, &self.world.louise, &mut tx).await.unwrap()
    }

    async fn stage(&self) -> Stage {
        self.hand().await.stage(self.world.engine.ambient().now())
    }

    /// The letters that left so far: to whom, and why.
    async fn letters(&self) -> Vec<(Id<platform::Teammate>, HandLetter)> {
        let mut tx = self.world.engine.read().await.unwrap();
        let text = "SELECT payload FROM job WHERE kind = 'together_letter' ORDER BY id";
        let rows = tx.query(text, Vec::new()).await.unwrap();
        let letters = rows.iter().filter_map(|row| {
            let payload: String = row.get(0).unwrap();
            match serde_json::from_str(&payload).unwrap() {
                Letter::ByHand { to, why, .. } => Some((to, why)),
                _ => None,
            }
        });
        letters.collect()
    }

    async fn snooze(&self, word: &str, sure: bool) -> Result<String, ByHandError> {
        let mut tx = self.world.engine.begin().await.unwrap();
        let (snooze, louise) = (Snooze::read(word), &self.world.louise);
        let until = ByHand::snooze(self.id, &snooze, sure, louise, &mut tx).await?;
        tx.commit().await.unwrap();
        Ok(until.to_string())
    }

    async fn posted(&self, link: &str, sure: bool) -> Result<Publication, ByHandError> {
        static SITE: Site = Site { hosts: &["mastodon.example"], compose: "" };
        let mut tx = self.world.engine.begin().await.unwrap();
        let louise = &self.world.louise;
        let posted = ByHand::posted(self.id, link, sure, Some(&SITE), louise, &mut tx).await?;
        tx.commit().await.unwrap();
        Ok(posted)
    }

    async fn news(&self, who: &Actor) -> Vec<String> {
        let mut tx = self.world.engine.read().await.unwrap();
        let (who, brand) = (who.teammate_id().unwrap(), who.brand());
        let all = Notification::list(who, brand, None, 100, &mut tx).await.unwrap();
        all.into_iter().filter(|n| n.read_at.is_none()).map(|n| n.kind).collect()
    }

    fn louise(&self) -> Id<platform::Teammate> {
        self.world.louise.teammate_id().unwrap()
    }
}

fn kit(world: &World) -> ChannelKit {
    let ambient = world.engine.ambient();
    ChannelKit {
        database: world.engine.database.clone(),
        connectors: Connectors::default(),
        http: Outbound::new(OutboundSettings::default()).unwrap(),
        media: MediaStore::in_memory(),
        vault: Vault::for_tests(ambient),
        instance: ambient.new_id(),
        fence: FenceSettings::default(),
        last_look: Arc::new(NothingToSay),
    }
}

const QUARTER: SignedDuration = SignedDuration::from_mins(15);

#[tokio::test]
async fn a_reminder_leaves_at_the_due_time_once_though_the_job_runs_twice() {
    for scene in Scene::all().await {
        scene.look().await;
        let brand = scene.world.louise.brand();
        assert!(!by_hand::remind(scene.id, brand, &scene.kit.database).await.unwrap());
        assert_eq!(scene.stage().await, Stage::Coming);
        scene.comes_due().await;
        assert_eq!(scene.stage().await, Stage::Due);
        let database = scene.kit.database.clone();
        let registry = Registry::new().on::<RemindByHand, _, _>(move |job, context| {
            let database = database.clone();
            async move {
                let brand = context.brand().unwrap();
                by_hand::remind(job.publication, brand, &database).await?;
                Ok(jobs::Done::Finished)
            }
        });
        for _ in 0..2 {
            let mut tx = scene.world.engine.begin().await.unwrap();
            let how = jobs::Enqueue::now().brand(brand);
            jobs::enqueue(&mut tx, &RemindByHand { publication: scene.id }, how).await.unwrap();
            tx.commit().await.unwrap();
            let now = scene.world.engine.ambient().now();
            jobs::run_due(&scene.kit.database, &registry, now).await.unwrap();
            scene.look().await;
        }
        assert_eq!(scene.letters().await, [(scene.louise(), HandLetter::Due)]);
        assert_eq!(scene.news(&scene.world.louise).await, ["publication.to_post_by_hand"]);
    }
}

#[tokio::test]
async fn a_crash_between_the_fence_and_the_reminder_is_made_good() {
    for scene in Scene::all().await {
        let due = scene.hand().await.publication.due_at;
        scene.world.engine.ambient().set(due);
        channels::publication::deliver(&scene.kit, scene.id).await.unwrap();
        assert!(scene.letters().await.is_empty());
        scene.look().await;
        assert_eq!(scene.letters().await.len(), 1);
    }
}

#[tokio::test]
async fn a_snoozed_one_is_reminded_again_at_the_chosen_time_and_not_before() {
    for scene in Scene::all().await {
        scene.comes_due().await;
        scene.snooze("15m", false).await.unwrap();
        assert_eq!(scene.stage().await, Stage::Snoozed);
        // Read, so to say: nothing asks for it any more.
        assert!(scene.news(&scene.world.louise).await.is_empty());
        let until = scene.snooze("2026-11-30T17:30", false).await.unwrap();
        assert_eq!(until, "2026-11-30T16:30:00Z");
        for _ in 0..3 {
            scene.wait(QUARTER).await;
            scene.look().await;
            scene.deliver().await;
        }
        assert_eq!(scene.letters().await.len(), 1, "{}", scene.world.engine.name);
        scene.world.engine.ambient().set(until.parse().unwrap());
        scene.look().await;
        scene.look().await;
        assert_eq!(scene.letters().await.len(), 2);
        assert_eq!(scene.stage().await, Stage::Due);
    }
}

#[tokio::test]
async fn put_off_to_another_day_it_asks_and_those_who_run_the_brand_know() {
    for scene in Scene::all().await {
        let karim = scene.world.hires("karim", Role::Manager).await;
        scene.comes_due().await;
        let refused = scene.snooze("morning", false).await;
        assert!(matches!(refused, Err(ByHandError::OtherDay { .. })), "{refused:?}");
        assert!(scene.news(&karim).await.is_empty());
        scene.snooze("evening", false).await.unwrap();
        let until = scene.snooze("morning", true).await.unwrap();
        assert_eq!(until, "2026-12-01T08:00:00Z");
        assert_eq!(scene.news(&karim).await, ["publication.put_off"]);
        assert!(matches!(
            scene.snooze("2026-11-30T08:00", true).await,
            Err(ByHandError::InThePast)
        ));
    }
}

#[tokio::test]
async fn a_held_one_reminds_nobody_released_it_does() {
    for scene in Scene::all().await {
        let louise = &scene.world.louise;
        scene.comes_due().await;
        let mut tx = scene.world.engine.begin().await.unwrap();
        let mut publication = Publication::load(scene.id, louise, &mut tx).await.unwrap();
        publication.hold(louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        scene.wait(SignedDuration::from_hours(3)).await;
        scene.look().await;
        assert_eq!((scene.letters().await.len(), scene.stage().await), (1, Stage::Held));
        assert!(matches!(scene.snooze("15m", false).await, Err(ByHandError::NotWaiting)));
        let mut tx = scene.world.engine.begin().await.unwrap();
        publication.release(louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        scene.deliver().await;
        assert_eq!((scene.letters().await.len(), scene.stage().await), (2, Stage::Due));
    }
}

#[tokio::test]
async fn a_paused_brand_or_account_reminds_nobody_until_it_goes_on() {
    for scene in Scene::all().await {
        let louise = &scene.world.louise;
        // Due already, then paused before anybody was reminded.
        let due = scene.hand().await.publication.due_at;
        scene.world.engine.ambient().set(due);
        channels::publication::deliver(&scene.kit, scene.id).await.unwrap();
        let mut tx = scene.world.engine.begin().await.unwrap();
        let brand = Brand::of(louise, &mut tx).await.unwrap();
        let brand = brand.pause("Le four", louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        scene.wait(QUARTER).await;
        scene.deliver().await;
        scene.look().await;
        assert_eq!((scene.letters().await.len(), scene.stage().await), (0, Stage::Held));
        let mut tx = scene.world.engine.begin().await.unwrap();
        brand.resume(louise, &mut tx).await.unwrap();
        let channel = Channel::load(scene.world.mastodon, louise, &mut tx).await.unwrap();
        channel.pause(louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        scene.look().await;
        assert!(scene.letters().await.is_empty());
        let mut tx = scene.world.engine.begin().await.unwrap();
        channel.resume(louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        scene.look().await;
        assert_eq!(scene.letters().await[0].1, HandLetter::Due);
    }
}

#[tokio::test]
async fn reassigned_when_due_the_new_one_is_told_at_once() {
    for scene in Scene::all().await {
        let ines = scene.world.hires("ines", Role::CommunityManager).await;
        let noe = scene.world.hires("noe", Role::Contributor).await;
        let louise = &scene.world.louise;
        let (ines_id, noe_id) = (ines.teammate_id().unwrap(), noe.teammate_id().unwrap());
        scene.comes_due().await;
        let mut tx = scene.world.engine.begin().await.unwrap();
        // One who may not publish can't be asked to.
        let refused = ByHand::reassign(scene.id, noe_id, louise, &mut tx).await;
        assert!(matches!(refused, Err(ByHandError::NoSuchTeammate)));
        assert!(ByHand::reassign(scene.id, ines_id, &noe, &mut tx).await.is_err());
        ByHand::reassign(scene.id, ines_id, louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(scene.letters().await.contains(&(ines_id, HandLetter::Reassigned)));
        assert_eq!(scene.news(&ines).await, ["publication.handed_over"]);
        assert!(scene.news(louise).await.is_empty());
        scene.look().await;
        assert_eq!(scene.letters().await.len(), 2);
        let mut tx = scene.world.engine.read().await.unwrap();
        let waiting = ByHand::waiting(ines_id, &ines, &mut tx).await.unwrap();
        assert!(waiting.any_channel && waiting.mine == 1, "{waiting:?}");
        assert_eq!(ByHand::waiting(scene.louise(), louise, &mut tx).await.unwrap().mine, 0);
    }
}

#[tokio::test]
async fn handed_over_before_its_time_the_new_one_is_reminded_at_its_time() {
    for scene in Scene::all().await {
        let ines = scene.world.hires("ines", Role::CommunityManager).await;
        let ines_id = ines.teammate_id().unwrap();
        let mut tx = scene.world.engine.begin().await.unwrap();
        ByHand::reassign(scene.id, ines_id, &scene.world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(scene.letters().await.is_empty());
        scene.comes_due().await;
        assert_eq!(scene.letters().await, [(ines_id, HandLetter::Due)]);
    }
}

#[tokio::test]
async fn a_channel_or_a_brand_may_name_who_posts() {
    for scene in Scene::all().await {
        let ines = scene.world.hires("ines", Role::CommunityManager).await;
        let karim = scene.world.hires("karim", Role::Manager).await;
        let louise = &scene.world.louise;
        let (ines_id, karim_id) = (ines.teammate_id().unwrap(), karim.teammate_id().unwrap());
        let keep = async |rules: Rules, who: &Actor| {
            let mut tx = scene.world.engine.begin().await.unwrap();
            let kept = rules.keep(who, &mut tx).await;
            if kept.is_ok() {
                tx.commit().await.unwrap();
            }
            kept
        };
        let mut rules = Rules { assignee: Some(karim_id), ..Rules::default() };
        assert!(keep(rules.clone(), &ines).await.is_err());
        keep(rules.clone(), louise).await.unwrap();
        assert_eq!(scene.hand().await.assignee, Some(karim_id));
        rules.channels = vec![(scene.world.mastodon, ines_id)];
        rules.escalate_after = Some(SignedDuration::from_hours(200));
        let far = keep(rules.clone(), louise).await;
        assert!(matches!(far, Err(ByHandError::DelayOutOfRange)));
        rules.escalate_after = Some(SignedDuration::from_hours(2));
        keep(rules.clone(), louise).await.unwrap();
        let mut tx = scene.world.engine.read().await.unwrap();
        assert_eq!(Rules::of(louise, &mut tx).await.unwrap(), rules);
        drop(tx);
        scene.comes_due().await;
        assert_eq!(scene.letters().await, [(ines_id, HandLetter::Due)]);
    }
}

#[tokio::test]
async fn late_by_more_than_the_brands_delay_administrators_are_told_once_and_again_each_day() {
    for scene in Scene::all().await {
        let karim = scene.world.hires("karim", Role::Manager).await;
        let ines = scene.world.hires("ines", Role::CommunityManager).await;
        scene.comes_due().await;
        let late = async || {
            let letters = scene.letters().await;
            letters.into_iter().filter(|(_, why)| *why == HandLetter::Late).count()
        };
        scene.wait(SignedDuration::from_mins(9)).await;
        scene.look().await;
        assert_eq!(late().await, 0);
        scene.wait(SignedDuration::from_mins(2)).await;
        scene.look().await;
        scene.look().await;
        // Louise and Karim run the brand; Inès does not.
        assert_eq!(late().await, 2, "{}", scene.world.engine.name);
        assert_eq!(scene.news(&karim).await, ["publication.not_posted"]);
        assert!(scene.news(&ines).await.is_empty());
        assert_eq!(scene.stage().await, Stage::Late);
        // The alert of what Parvis itself sends late stays out of it.
        assert_eq!(channels::publication::alert_late(&scene.kit.database).await.unwrap(), 0);
        scene.wait(SignedDuration::from_hours(23)).await;
        scene.look().await;
        assert_eq!(late().await, 2);
        scene.wait(SignedDuration::from_hours(1)).await;
        scene.look().await;
        assert_eq!(late().await, 4);
        // Put off, it is late again only once that has passed.
        scene.snooze("1h", false).await.unwrap();
        scene.wait(SignedDuration::from_hours(25)).await;
        scene.look().await;
        assert_eq!(late().await, 6);
        scene.posted("", false).await.unwrap();
        scene.wait(SignedDuration::from_hours(48)).await;
        scene.look().await;
        assert_eq!(late().await, 6);
        assert!(scene.news(&karim).await.is_empty());
    }
}

#[tokio::test]
async fn a_named_teammate_is_told_of_what_is_late_after_the_delay_that_was_chosen() {
    for scene in Scene::all().await {
        let ines = scene.world.hires("ines", Role::CommunityManager).await;
        let rules = Rules {
            escalate_to: ines.teammate_id(),
            escalate_after: Some(SignedDuration::from_hours(2)),
            ..Rules::default()
        };
        let mut tx = scene.world.engine.begin().await.unwrap();
        rules.keep(&scene.world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        scene.comes_due().await;
        scene.wait(SignedDuration::from_mins(100)).await;
        scene.look().await;
        assert_eq!(scene.letters().await.len(), 1);
        scene.wait(SignedDuration::from_mins(21)).await;
        scene.look().await;
        let letters = scene.letters().await;
        assert_eq!(letters[1..], [(ines.teammate_id().unwrap(), HandLetter::Late)]);
    }
}

#[tokio::test]
async fn a_link_of_another_site_asks_before_it_is_taken() {
    for scene in Scene::all().await {
        scene.comes_due().await;
        for bad in ["demain", "javascript:alert(1)", "ftp://mastodon.example/1", "a b.fr"] {
            let refused = scene.posted(bad, true).await;
            assert!(matches!(refused, Err(ByHandError::NotALink)), "{bad}: {refused:?}");
        }
        let asked = scene.posted("https://notmastodon.example/@fournil/1", false).await;
        let Err(ByHandError::OtherSite { host, profile: false }) = asked else {
            panic!("{asked:?}")
        };
        assert_eq!(host, "notmastodon.example");
        // One of the network's own, without its `https://`, is taken as it is meant.
        let posted = scene.posted("www.mastodon.example/@fournil/1", false).await.unwrap();
        let PublicationState::Published { remote, .. } = posted.state else { panic!() };
        assert_eq!(remote.url.as_deref(), Some("https://www.mastodon.example/@fournil/1"));
        assert_eq!(scene.stage().await, Stage::Posted);
        let again = scene.posted("", false).await;
        assert!(matches!(again, Err(ByHandError::NotWaiting)));
    }
}

#[tokio::test]
async fn given_up_it_keeps_the_reason() {
    for scene in Scene::all().await {
        let louise = &scene.world.louise;
        scene.comes_due().await;
        let mut tx = scene.world.engine.begin().await.unwrap();
        let silent = ByHand::give_up(scene.id, "  ", louise, &mut tx).await;
        assert!(matches!(silent, Err(ByHandError::SayWhy)));
        let over = ByHand::give_up(scene.id, "Le marché est annulé", louise, &mut tx).await;
        assert_eq!(over.unwrap().state.name(), StateName::Cancelled);
        tx.commit().await.unwrap();
        let hand = scene.hand().await;
        let mut tx = scene.world.engine.read().await.unwrap();
        let steps = hand.publication.timeline(&mut tx).await.unwrap();
        assert_eq!(steps.last().unwrap().data["reason"], "Le marché est annulé");
        assert!(scene.news(louise).await.is_empty());
    }
}

#[tokio::test]
async fn a_signed_link_opens_this_post_to_its_holder_until_it_is_done() {
    for scene in Scene::all().await {
        let louise = &scene.world.louise;
        scene.comes_due().await;
        let hand = scene.hand().await;
        let mut tx = scene.world.engine.begin().await.unwrap();
        let teammate = platform::Teammate::by_id(scene.louise(), &mut tx).await.unwrap().unwrap();
        let (_, secret) = hand.link_for(&teammate, &mut tx).await.unwrap();
        assert!(Opened::by(&Secret::received("autre"), &mut tx).await.unwrap().is_none());
        let Some(Through::Open(opened)) = Opened::by(&secret, &mut tx).await.unwrap() else {
            panic!("the link opens nothing")
        };
        assert_eq!(opened.hand.publication.id, scene.id);
        let to = "https://mastodon.example/@fournil/1";
        ByHand::posted(scene.id, to, false, None, &opened.actor, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = scene.world.engine.read().await.unwrap();
        let after = Opened::by(&secret, &mut tx).await.unwrap();
        assert!(matches!(after, Some(Through::Over { .. })), "{after:?}");
        drop(tx);
        assert_eq!(louise.brand(), hand.publication.brand);
    }
}

#[tokio::test]
async fn a_signed_link_has_its_time() {
    for scene in Scene::all().await {
        scene.comes_due().await;
        let hand = scene.hand().await;
        let mut tx = scene.world.engine.begin().await.unwrap();
        let teammate = platform::Teammate::by_id(scene.louise(), &mut tx).await.unwrap().unwrap();
        let (_, secret) = hand.link_for(&teammate, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        scene.wait(SignedDuration::from_hours(8 * 24)).await;
        let mut tx = scene.world.engine.read().await.unwrap();
        let after = Opened::by(&secret, &mut tx).await.unwrap();
        assert!(matches!(after, Some(Through::Over { .. })));
    }
}

#[tokio::test]
async fn the_list_holds_what_comes_what_is_due_and_nothing_of_another_brand() {
    for scene in Scene::all().await {
        let until = scene.world.engine.ambient().now() + SignedDuration::from_hours(24 * 14);
        let mut tx = scene.world.engine.read().await.unwrap();
        let list = ByHand::list(until, &scene.world.louise, &mut tx).await.unwrap();
        assert_eq!(list.len(), 1);
        assert_eq!(list[0].assignee, Some(scene.louise()));
        assert!(ByHand::list(until, &scene.world.neighbour, &mut tx).await.unwrap().is_empty());
        let theirs = ByHand::load(scene.id, &scene.world.neighbour, &mut tx).await;
        assert!(matches!(theirs, Err(ByHandError::NotFound)));
    }
}
