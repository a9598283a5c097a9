use channels::publication::StateName;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use platform::vault::Vault;
use platform::{Role, Secret};
use primitives::Id;
use publishing::calendar::{
    self, Bulk, CalendarLink, Narrowed, Shown, Standing, WantError, Why, agenda, cells, ideas,
};
use publishing::post::{Edit, PostSource};
use publishing::{Post, PostState};
use strategy::{Format, Topic, topic::TopicEdit};

use crate::world::{World, worlds};

fn local(text: &str) -> DateTime {
    text.parse().unwrap()
}

/// The days of a stretch, as instants in the brand's zone.
fn days(first: &str, count: i32) -> Vec<(Timestamp, Timestamp)> {
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let first: Date = first.parse().unwrap();
    let at = |n: i32| {
        let day = first.checked_add(n.days()).unwrap();
        day.to_zoned(zone.clone()).unwrap().timestamp()
    };
    (0..count).map(|n| (at(n), at(n + 1))).collect()
}

impl World {
    async fn planned(&self, text: &str, at: &str) -> Post {
        let post = self.draft(text).await;
        let mut tx = self.engine.begin().await.unwrap();
        let post = post.schedule(at, &self.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        post
    }

    async fn wanted(&self, text: &str, at: &str) -> Post {
        let post = self.draft(text).await;
        let mut tx = self.engine.begin().await.unwrap();
        let post = post.want(Some(local(at)), &self.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        post
    }

    async fn apply(&self, bulk: Bulk, posts: &[Id<Post>]) -> calendar::Done {
        let mut tx = self.engine.begin().await.unwrap();
        let done = calendar::apply(bulk, posts, &self.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        done
    }

    async fn undo(&self, done: &calendar::Done) -> usize {
        let mut tx = self.engine.begin().await.unwrap();
        let change = done.change.unwrap();
        let back = calendar::undo(change, &self.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        back
    }

    async fn states(&self, post: Id<Post>) -> Vec<StateName> {
        self.publications(post).await.iter().map(|p| p.state.name()).collect()
    }

    async fn when(&self, post: Id<Post>) -> Option<String> {
        let post = self.post(post).await;
        match post.state {
            PostState::Scheduled(at) => Some(at.local.to_string()),
            PostState::Draft => post.wanted.map(|at| at.local.to_string()),
        }
    }
}

#[tokio::test]
async fn a_month_counts_every_occasion_and_reads_the_first_few_of_each_day() {
    for world in worlds().await {
        for hour in 9..14 {
            world
                .planned(&format!("Fournée de {hour} h"), &format!("2026-12-03T{hour:02}:00"))
                .await;
        }
        let idea = world.wanted("Une idée pour le 3", "2026-12-03T10:30").await;
        world.wanted("Une autre pour le 5", "2026-12-05T08:00").await;
        let mut tx = world.engine.read().await.unwrap();
        let narrowed = Narrowed::default();
        let month = days("2026-11-30", 35);
        let found = cells(&month, |_| 3, &narrowed, &world.louise, &mut tx).await.unwrap();
        let counts: Vec<_> = found.iter().map(|cell| cell.count).collect();
        assert_eq!((counts[3], counts[5], counts.iter().sum::<i64>()), (6, 1, 7));
        let third = &found[3].first;
        assert_eq!(third.len(), 3, "three of six are read");
        assert_eq!(third[0].channels.len(), 2, "both channels are one occasion");
        assert_eq!(third[2].post, idea.id, "a draft is at its place among them");
        assert_eq!(third[2].standing, Standing::Draft);
        assert!(found[3].first.is_sorted_by_key(|occasion| occasion.at));
        // Crowded pages show fewer.
        let few =
            cells(&month, |all| if all > 5 { 1 } else { 3 }, &narrowed, &world.louise, &mut tx);
        assert_eq!(few.await.unwrap()[3].first.len(), 1);
        let theirs = cells(&month, |_| 3, &narrowed, &world.neighbour, &mut tx).await.unwrap();
        assert!(theirs.iter().all(|cell| cell.count == 0), "a neighbour sees nothing");
    }
}

#[tokio::test]
async fn filters_leave_what_is_asked_for_and_counts_follow() {
    for world in worlds().await {
        let ines = world.colleague(Role::Contributor).await;
        let mut tx = world.engine.begin().await.unwrap();
        let edit =
            TopicEdit { name: "Pains".into(), colour: "#b3402a".into(), ..TopicEdit::default() };
        let bread = Topic::add(edit, &world.louise, &mut tx).await.unwrap();
        let edit = Edit {
            text: "Levain https://fournil.fr".into(),
            topic: Some(bread.id),
            variants: vec![(world.mastodon, None).into()],
            ..Edit::default()
        };
        let hers = Post::begin(edit, PostSource::Written, &ines, &mut tx).await.unwrap();
        hers.want(Some(local("2026-12-02T09:00")), &ines, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.planned("Bûche", "2026-12-02T10:00").await;
        let month = days("2026-12-01", 7);
        let count = async |narrowed: Narrowed| {
            let mut tx = world.engine.read().await.unwrap();
            let found = cells(&month, |_| 3, &narrowed, &world.louise, &mut tx).await.unwrap();
            (found[1].count, found[1].first.iter().map(|o| o.post).collect::<Vec<_>>())
        };
        let all = Narrowed::default();
        assert_eq!(count(all).await.0, 2);
        let only_hers = (1, vec![hers.id]);
        assert_eq!(count(Narrowed { topic: Some(bread.id), ..all }).await, only_hers);
        assert_eq!(count(Narrowed { author: ines.teammate_id(), ..all }).await, only_hers);
        assert_eq!(count(Narrowed { format: Some(Format::Link), ..all }).await, only_hers);
        assert_eq!(count(Narrowed { shown: Some(Shown::Drafts), ..all }).await, only_hers);
        let planned = Shown::State(StateName::Planned);
        assert_eq!(count(Narrowed { shown: Some(planned), ..all }).await.0, 1);
        assert_eq!(count(Narrowed { channel: Some(world.mastodon), ..all }).await.0, 2);
        assert_eq!(count(Narrowed { channel: Some(world.bluesky), ..all }).await.0, 1);
        let nothing = Narrowed { topic: Some(bread.id), shown: Some(planned), ..all };
        assert_eq!(count(nothing).await, (0, vec![]));
    }
}

#[tokio::test]
async fn an_idea_is_given_a_day_and_gives_it_back() {
    for world in worlds().await {
        let idea = world.draft("Raconter le levain").await;
        let mut tx = world.engine.begin().await.unwrap();
        let all = Narrowed::default();
        let beside = ideas(&all, 30, &world.louise, &mut tx).await.unwrap();
        assert_eq!(beside.len(), 1);
        assert_eq!((beside[0].post, beside[0].channels.len()), (idea.id, 2));
        let idea =
            idea.want(Some(local("2026-12-04T09:00")), &world.louise, &mut tx).await.unwrap();
        assert!(ideas(&all, 30, &world.louise, &mut tx).await.unwrap().is_empty());
        assert_eq!(idea.wanted.as_ref().unwrap().at.to_string(), "2026-12-04T08:00:00Z");
        let past = idea.want(Some(local("2026-11-20T09:00")), &world.louise, &mut tx).await;
        assert!(matches!(past, Err(WantError::InThePast)));
        let idea = idea.want(None, &world.louise, &mut tx).await.unwrap();
        assert_eq!(idea.wanted, None);
        assert_eq!(ideas(&all, 30, &world.louise, &mut tx).await.unwrap().len(), 1);
        let planned = idea.schedule("2026-12-04T09:00", &world.louise, &mut tx).await.unwrap();
        let refused = planned.want(Some(local("2026-12-05T09:00")), &world.louise, &mut tx).await;
        assert!(matches!(refused, Err(WantError::NotADraft)), "what is planned is scheduled");
        tx.commit().await.unwrap();
        assert!(world.publications(planned.id).await.len() == 2, "wanting planned nothing");
    }
}

#[tokio::test]
async fn a_list_goes_on_from_page_to_page_without_a_gap() {
    for world in worlds().await {
        let mut expected = Vec::new();
        for n in 0..4 {
            // Two at one minute: the list still has one order.
            expected.push(world.planned(&format!("P{n}"), "2026-12-03T09:00").await.id);
            expected.push(world.wanted(&format!("B{n}"), &format!("2026-12-04T1{n}:00")).await.id);
        }
        let (from, _) = days("2026-12-01", 1)[0];
        let mut tx = world.engine.read().await.unwrap();
        let (mut seen, mut after) = (Vec::new(), None);
        let all = Narrowed::default();
        loop {
            let page = agenda(from, None, after, 3, &all, &world.louise, &mut tx);
            let page = page.await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some(last.key());
            seen.extend(page.iter().map(calendar::Occasion::key));
        }
        assert!(seen.is_sorted());
        let mut posts: Vec<_> = seen.into_iter().map(|(_, post)| post).collect();
        posts.sort();
        expected.sort();
        assert_eq!(posts, expected, "each once, on {}", world.engine.name);
    }
}

#[tokio::test]
async fn several_posts_move_by_days_and_hours_keep_their_reading_and_come_back() {
    for world in worlds().await {
        let over_the_change =
            world.planned("Avant le changement d’heure", "2027-03-27T09:00").await;
        let draft = world.wanted("Une idée", "2026-12-04T10:00").await;
        let without_day = world.draft("Sans jour").await;
        let soon = world.planned("Demain", "2026-11-23T09:00").await;
        let posts = [over_the_change.id, draft.id, without_day.id, soon.id];
        let done = world.apply(Bulk::Shift { days: 1, minutes: 90 }, &posts).await;
        assert_eq!((done.changed, done.refused.clone()), (3, vec![(without_day.id, Why::NoDay)]));
        assert_eq!(world.when(over_the_change.id).await.unwrap(), "2027-03-28T10:30:00");
        let due = world.publications(over_the_change.id).await[0].due_at;
        assert_eq!(
            due.to_string(),
            "2027-03-28T08:30:00Z",
            "the clock reading moved, not the instant"
        );
        assert_eq!(world.when(draft.id).await.unwrap(), "2026-12-05T11:30:00");
        assert_eq!(world.undo(&done).await, 3);
        assert_eq!(world.when(over_the_change.id).await.unwrap(), "2027-03-27T09:00:00");
        assert_eq!(world.when(draft.id).await.unwrap(), "2026-12-04T10:00:00");
        let mut tx = world.engine.begin().await.unwrap();
        let again = calendar::undo(done.change.unwrap(), &world.louise, &mut tx).await;
        assert!(again.is_err(), "what was undone is not undone twice");
        drop(tx);
        let done = world.apply(Bulk::Shift { days: -3, minutes: 0 }, &[soon.id]).await;
        assert_eq!((done.changed, done.change), (0, None), "never into the past");
        assert_eq!(done.refused, [(soon.id, Why::InThePast)]);
        let done = world.apply(Bulk::To("2026-12-24".parse().unwrap()), &posts).await;
        assert_eq!(done.changed, 3);
        assert_eq!(world.when(soon.id).await.unwrap(), "2026-12-24T09:00:00");
    }
}

#[tokio::test]
async fn several_posts_are_held_released_and_taken_away_each_with_a_way_back() {
    for world in worlds().await {
        let one = world.planned("Un", "2026-12-01T09:00").await;
        let two = world.planned("Deux", "2026-12-02T09:00").await;
        let draft = world.draft("Brouillon").await;
        let posts = [one.id, two.id, draft.id];
        let held = world.apply(Bulk::Hold, &posts).await;
        assert_eq!((held.changed, held.refused.clone()), (2, vec![(draft.id, Why::NothingToDo)]));
        assert_eq!(world.states(one.id).await, [StateName::Held, StateName::Held]);
        let mut tx = world.engine.read().await.unwrap();
        assert_eq!(calendar::held_count(&world.louise, &mut tx).await.unwrap(), 4);
        assert_eq!(calendar::held_count(&world.neighbour, &mut tx).await.unwrap(), 0);
        drop(tx);
        assert_eq!(world.undo(&held).await, 2);
        assert_eq!(world.states(two.id).await, [StateName::Planned, StateName::Planned]);
        world.apply(Bulk::Hold, &posts).await;
        world.apply(Bulk::Shift { days: 1, minutes: 0 }, &posts).await;
        assert_eq!(world.when(one.id).await.unwrap(), "2026-12-02T09:00:00");
        assert_eq!(
            world.states(one.id).await,
            [StateName::Held, StateName::Held],
            "moving is no release"
        );
        world.apply(Bulk::Shift { days: -1, minutes: 0 }, &posts).await;
        let released = world.apply(Bulk::Release, &posts).await;
        assert_eq!(released.changed, 2);
        assert_eq!(world.states(one.id).await, [StateName::Planned, StateName::Planned]);
        let removed = world.apply(Bulk::Remove, &posts).await;
        assert_eq!(removed.changed, 3);
        assert!(world.publications(one.id).await.is_empty());
        assert_eq!(world.undo(&removed).await, 3);
        assert_eq!(world.when(one.id).await.unwrap(), "2026-12-01T09:00:00");
        assert_eq!(world.states(one.id).await.len(), 2, "planned again on both channels");
        assert!(world.post(draft.id).await.is_draft());
    }
}

#[tokio::test]
async fn an_apprentice_moves_drafts_alone_and_a_neighbour_nothing() {
    for world in worlds().await {
        let planned = world.planned("Bûche", "2026-12-01T09:00").await;
        let idea = world.wanted("Idée", "2026-12-02T09:00").await;
        let ines = world.colleague(Role::Contributor).await;
        let posts = [planned.id, idea.id];
        let shift = Bulk::Shift { days: 1, minutes: 0 };
        let mut tx = world.engine.begin().await.unwrap();
        let done = calendar::apply(shift, &posts, &ines, &mut tx).await.unwrap();
        assert_eq!((done.changed, done.refused), (1, vec![(planned.id, Why::NotAllowed)]));
        let theirs = calendar::apply(shift, &posts, &world.neighbour, &mut tx).await.unwrap();
        assert_eq!((theirs.changed, theirs.refused.len()), (0, 2));
        assert!(theirs.refused.iter().all(|(_, why)| *why == Why::Gone));
        let undo = calendar::undo(done.change.unwrap(), &world.neighbour, &mut tx).await;
        assert!(undo.is_err(), "nor is another brand's change undone");
    }
}

#[tokio::test]
async fn what_has_left_is_not_moved_in_a_bulk() {
    for world in worlds().await {
        let post = world.planned("Partie", "2026-11-23T09:00").await;
        let mut tx = world.engine.begin().await.unwrap();
        let one = world.publications(post.id).await.remove(0).id;
        tx.execute(
            "UPDATE publication SET state = 'published', published_at = due_at WHERE id = $1",
            database::params![one],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let done = world.apply(Bulk::Shift { days: 2, minutes: 0 }, &[post.id]).await;
        assert_eq!(done.refused, [(post.id, Why::AlreadyLeft)]);
        assert_eq!(world.when(post.id).await.unwrap(), "2026-11-23T09:00:00");
    }
}

#[tokio::test]
async fn a_calendar_s_secret_address_opens_one_brand_until_it_is_taken_away() {
    for world in worlds().await {
        let vault = Vault::for_tests(world.engine.ambient());
        world.planned("La bûche de Noël", "2026-12-01T09:00").await;
        let mut tx = world.engine.begin().await.unwrap();
        let of = CalendarLink::of(&vault, &world.louise, &mut tx).await.unwrap();
        assert!(of.is_none());
        let first = CalendarLink::renew(false, &vault, &world.louise, &mut tx).await.unwrap();
        let shown = CalendarLink::of(&vault, &world.louise, &mut tx).await.unwrap().unwrap();
        assert_eq!(shown.token, first.token, "it can be shown again");
        let opened = CalendarLink::opened_by(&first.token, &mut tx).await.unwrap();
        let (reader, with_days) = opened.unwrap();
        assert_eq!((reader.brand(), with_days), (world.louise.brand(), false));
        let (from, to) = (tx.now(), tx.now() + SignedDuration::from_hours(24 * 60));
        let entries = CalendarLink::entries(from, to, &reader, &mut tx).await.unwrap();
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[0].text, "La bûche de Noël");
        CalendarLink::show_days(true, &world.louise, &mut tx).await.unwrap();
        let second = CalendarLink::renew(true, &vault, &world.louise, &mut tx).await.unwrap();
        let old = CalendarLink::opened_by(&first.token, &mut tx).await.unwrap();
        assert!(old.is_none(), "the address before opens nothing any more");
        assert!(CalendarLink::opened_by(&second.token, &mut tx).await.unwrap().unwrap().1);
        let guess = Secret::received("devinette");
        assert!(CalendarLink::opened_by(&guess, &mut tx).await.unwrap().is_none());
        CalendarLink::revoke(&world.louise, &mut tx).await.unwrap();
        assert!(CalendarLink::opened_by(&second.token, &mut tx).await.unwrap().is_none());
        tx.commit().await.unwrap();
        let ines = world.colleague(Role::Contributor).await;
        let mut tx = world.engine.begin().await.unwrap();
        assert!(CalendarLink::renew(true, &vault, &ines, &mut tx).await.is_err());
    }
}

#[tokio::test]
async fn a_draft_that_waits_for_agreement_is_shown_so_and_is_agreed_to_for_the_day_it_is_moved_to()
{
    for world in worlds().await {
        let draft = world.wanted("À relire par Karim", "2026-12-03T09:00").await;
        world.wanted("Simple brouillon", "2026-12-03T10:00").await;
        let mut tx = world.engine.begin().await.unwrap();
        tx.execute(
            "INSERT INTO approval_request (id, brand_id, post_id, state, content_hash, steps, step,
             wanted_at, note, reminded, created_at)
             VALUES ($1, $2, $3, 'waiting', '', '[]', 0, 0, '', 0, 0)",
            database::params![tx.new_id::<()>(), world.louise.brand(), draft.id],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let third = days("2026-12-03", 1);
        let mut tx = world.engine.begin().await.unwrap();
        let all = Narrowed::default();
        let found = cells(&third, |_| 3, &all, &world.louise, &mut tx).await.unwrap();
        let standings: Vec<_> = found[0].first.iter().map(|o| o.standing.clone()).collect();
        assert_eq!(standings, [Standing::Asked, Standing::Draft]);
        let asked = Narrowed { shown: Some(Shown::Asked), ..all };
        let found = cells(&third, |_| 3, &asked, &world.louise, &mut tx).await.unwrap();
        assert_eq!((found[0].count, found[0].first[0].post), (1, draft.id));
        let post = Post::load(draft.id, &world.louise, &mut tx).await.unwrap();
        post.want(Some(local("2026-12-05T09:00")), &world.louise, &mut tx).await.unwrap();
        let row =
            tx.query_one("SELECT wanted_local FROM approval_request", Vec::new()).await.unwrap();
        assert_eq!(row.get::<String>(0).unwrap(), "2026-12-05T09:00:00");
    }
}
