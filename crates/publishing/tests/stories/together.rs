//! Agreements: asked, given, refused, lost, waited for.

use jiff::SignedDuration;

use channels::LastLook;
use channels::publication::{HeldBy, PublicationState, StateName};
use platform::field::{Email, Name, Password};
use platform::invitation::Invitation;
use platform::notification::Notification;
use platform::{Actor, Role};
use primitives::Language;
use publishing::approval::{
    self, ApprovalError, ApprovalLook, Approver, Ask, Mode, NewAnswer, Opened, Path, Request,
    RequestState, Scope, Speaker, Step, key_of, key_of_outside,
};
use publishing::guard::{Guard, GuardSetting, GuardSettings, Level};
use publishing::post::{PostState, ScheduleError};
use publishing::{Campaign, Post};
use strategy::charter::WordEdit;
use strategy::{CharterWord, WordKind};

use crate::world::{World, worlds};

pub const TIME: &str = "2026-12-01T09:00";

impl World {
    /// Someone who works in the brand for good.
    pub async fn hires(&self, name: &str, role: Role) -> Actor {
        let password = Password::parse("un mot de passe long").unwrap();
        let hash = password.hash(self.engine.ambient()).await.unwrap();
        let mut tx = self.engine.begin().await.unwrap();
        let email = Email::parse(&format!("{name}@fournil.test")).unwrap();
        let (_, secret) = Invitation::invite(email, role, &self.louise, &mut tx).await.unwrap();
        let name = Name::parse(name).unwrap();
        let (_, actor) =
            Invitation::accept_as_new(&secret, name, Language::Fr, hash, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        actor
    }

    /// Says who is asked.
    pub async fn path(&self, scope: Scope, steps: Vec<Step>) {
        let mut tx = self.engine.begin().await.unwrap();
        Path::set(scope, steps, &self.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Asks for a post, for [`TIME`].
    pub async fn ask(&self, post: &Post, who: &Actor) -> Request {
        let mut tx = self.engine.begin().await.unwrap();
        let ask = Ask { wanted: Some(TIME.into()), note: "Pour Noël".into() };
        let request = post.ask_approval(ask, who, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        request
    }

    /// Answers.
    pub async fn answers(
        &self,
        request: &Request,
        who: &Speaker,
        agrees: bool,
    ) -> Result<Request, ApprovalError> {
        let mut tx = self.engine.begin().await.unwrap();
        let now = Request::load(request.id, &self.louise, &mut tx).await.unwrap();
        let words = if agrees { "" } else { "La bûche est à 24 €." };
        let answer = NewAnswer { agrees, words: words.into(), seen: now.content_hash.clone() };
        let answered = request.answer(answer, who, &mut tx).await?;
        tx.commit().await.unwrap();
        Ok(answered)
    }

    /// Rewords a post.
    pub async fn rewords(&self, post: &Post, text: &str, who: &Actor) -> Post {
        let mut tx = self.engine.begin().await.unwrap();
        let post = Post::load(post.id, who, &mut tx).await.unwrap();
        let mut edit = post.as_edit();
        edit.text = text.into();
        let post = post.edit(edit, post.version, who, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        post
    }

    async fn news(&self, who: &Actor) -> Vec<String> {
        let mut tx = self.engine.read().await.unwrap();
        let (who, brand) = (who.teammate_id().unwrap(), who.brand());
        let all = Notification::list(who, brand, None, 100, &mut tx).await.unwrap();
        all.into_iter().filter(|n| n.read_at.is_none()).map(|n| n.kind).collect()
    }

    async fn requests(&self, post: &Post) -> Vec<Request> {
        let mut tx = self.engine.read().await.unwrap();
        Request::of_post(post.id, &self.louise, &mut tx).await.unwrap()
    }
}

pub fn teammate(actor: &Actor) -> Approver {
    Approver::Teammate { id: actor.teammate_id().unwrap() }
}

pub fn step(mode: Mode, approvers: Vec<Approver>) -> Step {
    Step { mode, approvers }
}

pub fn speaker(actor: &Actor) -> Speaker {
    Speaker::Teammate(actor.clone())
}

fn managers() -> Vec<Step> {
    vec![step(Mode::Any, vec![Approver::Managers])]
}

#[tokio::test]
async fn nothing_is_asked_where_no_path_applies() {
    for world in worlds().await {
        let post = world.draft("La bûche").await;
        let mut tx = world.engine.begin().await.unwrap();
        let asked = post.ask_approval(Ask::default(), &world.louise, &mut tx).await;
        assert!(matches!(asked, Err(ApprovalError::NobodyToAsk)), "{asked:?}");
        post.schedule(TIME, &world.louise, &mut tx).await.unwrap();
    }
}

#[tokio::test]
async fn a_contributor_asks_the_manager_agrees_and_it_is_scheduled_at_its_time() {
    for world in worlds().await {
        world.path(Scope::Brand, managers()).await;
        let ines = world.hires("ines", Role::Contributor).await;
        let post = world.draft("La bûche de Noël est arrivée").await;
        let request = world.ask(&post, &ines).await;
        assert_eq!(request.state, RequestState::Waiting);
        assert!(world.publications(post.id).await.is_empty(), "nothing is planned yet");
        assert_eq!(world.news(&world.louise).await, ["approval.asked"]);
        let wanted = world.post(post.id).await.wanted.unwrap();
        assert_eq!(wanted.local.to_string(), "2026-12-01T09:00:00", "the calendar shows it");
        let own = world.answers(&request, &speaker(&ines), true).await;
        assert!(matches!(own, Err(ApprovalError::NotAsked)), "{own:?}");
        let done = world.answers(&request, &speaker(&world.louise), true).await.unwrap();
        assert_eq!(done.state, RequestState::Agreed);
        let PostState::Scheduled(at) = world.post(post.id).await.state else { panic!() };
        assert_eq!(at.at.to_string(), "2026-12-01T08:00:00Z");
        assert_eq!(world.publications(post.id).await.len(), 2);
        assert_eq!(world.news(&ines).await, ["approval.scheduled"]);
        assert!(world.news(&world.louise).await.iter().all(|kind| kind != "approval.asked"));
        let again = world.answers(&request, &speaker(&world.louise), true).await;
        assert!(matches!(again, Err(ApprovalError::Settled)), "{again:?}");
    }
}

#[tokio::test]
async fn who_may_publish_is_refused_too_where_another_must_agree() {
    for world in worlds().await {
        world.path(Scope::Brand, managers()).await;
        let karim = world.hires("karim", Role::CommunityManager).await;
        let post = world.draft("La bûche").await;
        let mut tx = world.engine.begin().await.unwrap();
        let refused = post.schedule(TIME, &karim, &mut tx).await;
        let Err(ScheduleError::NeedsApproval(names)) = refused else { panic!("{refused:?}") };
        assert_eq!(names, ["Louise Martin"]);
        let now = post.publish_now(&karim, &mut tx).await;
        assert!(matches!(now, Err(ScheduleError::NeedsApproval(_))), "{now:?}");
        // The one whose agreement is enough gives it by scheduling.
        post.schedule(TIME, &world.louise, &mut tx).await.unwrap();
    }
}

#[tokio::test]
async fn two_of_two_must_agree_before_it_is_scheduled() {
    for world in worlds().await {
        let karim = world.hires("karim", Role::CommunityManager).await;
        let paul = world.hires("paul", Role::Expert).await;
        let ines = world.hires("ines", Role::Contributor).await;
        let both = step(Mode::All, vec![teammate(&karim), teammate(&paul)]);
        world.path(Scope::Brand, vec![both]).await;
        let post = world.draft("La bûche").await;
        let request = world.ask(&post, &ines).await;
        let half = world.answers(&request, &speaker(&karim), true).await.unwrap();
        assert_eq!(half.state, RequestState::Waiting);
        assert!(world.publications(post.id).await.is_empty());
        let twice = world.answers(&request, &speaker(&karim), true).await;
        assert!(matches!(twice, Err(ApprovalError::NotAsked)), "one voice each: {twice:?}");
        let whole = world.answers(&request, &speaker(&paul), true).await.unwrap();
        assert_eq!(whole.state, RequestState::Agreed);
        assert_eq!(world.publications(post.id).await.len(), 2);
    }
}

#[tokio::test]
async fn the_second_step_is_asked_once_the_first_has_agreed() {
    for world in worlds().await {
        let karim = world.hires("karim", Role::CommunityManager).await;
        let ines = world.hires("ines", Role::Contributor).await;
        let steps = vec![
            step(Mode::Any, vec![teammate(&karim)]),
            step(Mode::Any, vec![Approver::Managers]),
        ];
        world.path(Scope::Brand, steps).await;
        let post = world.draft("La bûche").await;
        let request = world.ask(&post, &ines).await;
        assert!(world.news(&world.louise).await.is_empty(), "not her turn");
        let early = world.answers(&request, &speaker(&world.louise), true).await;
        assert!(matches!(early, Err(ApprovalError::NotAsked)), "{early:?}");
        let first = world.answers(&request, &speaker(&karim), true).await.unwrap();
        assert_eq!((first.step, first.state), (1, RequestState::Waiting));
        assert_eq!(world.news(&world.louise).await, ["approval.asked"]);
        let last = world.answers(&request, &speaker(&world.louise), true).await.unwrap();
        assert_eq!(last.state, RequestState::Agreed);
    }
}

#[tokio::test]
async fn an_outside_approver_agrees_from_their_letter() {
    for world in worlds().await {
        let ines = world.hires("ines", Role::Contributor).await;
        let client =
            Approver::Outside { name: "Paul Duval".into(), email: "paul@duval.test".into() };
        world.path(Scope::Brand, vec![step(Mode::Any, vec![client])]).await;
        let post = world.draft("La bûche").await;
        let request = world.ask(&post, &ines).await;
        let mut tx = world.engine.begin().await.unwrap();
        let asked = request.awaited()[0].clone();
        assert_eq!(asked.key, key_of_outside("PAUL@duval.test "));
        let (_, secret) = request.link_for(&asked, &mut tx).await.unwrap();
        let opened = Opened::by(&secret, &mut tx).await.unwrap().expect("it opens");
        // Looking, as the guards of letter boxes do, changes nothing.
        let again = Opened::by(&secret, &mut tx).await.unwrap().expect("it opens again");
        assert_eq!(again.request.state, RequestState::Waiting);
        let answer =
            NewAnswer { agrees: true, words: "Parfait".into(), seen: approval::seen(&opened.post) };
        let done = opened.request.answer(answer, &opened.speaker, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(done.state, RequestState::Agreed);
        assert_eq!(done.answers[0].name, "Paul Duval");
        assert_eq!(world.publications(post.id).await.len(), 2);
        world.engine.ambient().advance(SignedDuration::from_secs(22 * 24 * 3600));
        let mut tx = world.engine.read().await.unwrap();
        assert!(Opened::by(&secret, &mut tx).await.unwrap().is_none(), "a link has its time");
    }
}

#[tokio::test]
async fn who_asks_for_changes_says_which_and_it_is_a_draft_again() {
    for world in worlds().await {
        world.path(Scope::Brand, managers()).await;
        let ines = world.hires("ines", Role::Contributor).await;
        let post = world.draft("La bûche").await;
        let request = world.ask(&post, &ines).await;
        let mut tx = world.engine.begin().await.unwrap();
        let mute =
            NewAnswer { agrees: false, words: " ".into(), seen: request.content_hash.clone() };
        let refused = request.answer(mute, &speaker(&world.louise), &mut tx).await;
        assert!(matches!(refused, Err(ApprovalError::SayWhat)), "{refused:?}");
        drop(tx);
        let done = world.answers(&request, &speaker(&world.louise), false).await.unwrap();
        assert_eq!(done.state, RequestState::Refused);
        assert_eq!(done.answers[0].words, "La bûche est à 24 €.");
        assert_eq!(world.news(&ines).await, ["approval.refused"]);
        assert_eq!(world.post(post.id).await.state, PostState::Draft);
    }
}

#[tokio::test]
async fn a_change_after_approval_asks_again() {
    for world in worlds().await {
        world.path(Scope::Brand, managers()).await;
        let karim = world.hires("karim", Role::CommunityManager).await;
        let post = world.draft("La bûche à 22 €").await;
        let request = world.ask(&post, &karim).await;
        world.answers(&request, &speaker(&world.louise), true).await.unwrap();
        world.engine.ambient().advance(SignedDuration::from_secs(60));
        let post = world.rewords(&post, "La bûche à 24 €", &karim).await;
        let held = PublicationState::Held { reason: HeldBy::Approval };
        let publications = world.publications(post.id).await;
        assert_eq!(publications.len(), 2);
        assert!(publications.iter().all(|p| p.state == held), "{publications:?}");
        let requests = world.requests(&post).await;
        assert_eq!(requests[0].state, RequestState::Waiting, "asked again by itself");
        assert_eq!(requests[1].state, RequestState::Withdrawn);
        assert_eq!(world.news(&world.louise).await, ["approval.asked"]);
        let mut tx = world.engine.begin().await.unwrap();
        let moved = post.schedule("2026-12-02T09:00", &karim, &mut tx).await;
        assert!(matches!(moved, Err(ScheduleError::NeedsApproval(_))), "{moved:?}");
        drop(tx);
        world.answers(&requests[0], &speaker(&world.louise), true).await.unwrap();
        let publications = world.publications(post.id).await;
        assert!(publications.iter().all(|p| p.state.name() == StateName::Planned));
        assert!(publications.iter().all(|p| p.content.text == "La bûche à 24 €"));
    }
}

#[tokio::test]
async fn a_change_of_time_or_topic_asks_nobody_again() {
    for world in worlds().await {
        world.path(Scope::Brand, managers()).await;
        let karim = world.hires("karim", Role::CommunityManager).await;
        let post = world.draft("La bûche").await;
        let request = world.ask(&post, &karim).await;
        world.answers(&request, &speaker(&world.louise), true).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let post = Post::load(post.id, &karim, &mut tx).await.unwrap();
        post.schedule("2026-12-02T09:00", &karim, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.rewords(&post, "La bûche", &karim).await;
        assert!(
            world.publications(post.id).await.iter().all(|p| p.state.name() == StateName::Planned)
        );
        assert_eq!(world.requests(&post).await.len(), 1);
    }
}

#[tokio::test]
async fn nobody_agrees_to_words_they_have_not_read() {
    for world in worlds().await {
        let karim = world.hires("karim", Role::CommunityManager).await;
        let paul = world.hires("paul", Role::Expert).await;
        let ines = world.hires("ines", Role::Contributor).await;
        let both = step(Mode::All, vec![teammate(&karim), teammate(&paul)]);
        world.path(Scope::Brand, vec![both]).await;
        let post = world.draft("La bûche à 22 €").await;
        let request = world.ask(&post, &ines).await;
        world.answers(&request, &speaker(&karim), true).await.unwrap();
        // While it waits, its author rewords it: Karim had agreed to other words.
        world.rewords(&post, "La bûche à 24 €", &ines).await;
        let mut tx = world.engine.begin().await.unwrap();
        let seen = request.content_hash.clone();
        let blind = NewAnswer { agrees: true, words: String::new(), seen };
        let refused = request.answer(blind, &speaker(&paul), &mut tx).await;
        assert!(matches!(refused, Err(ApprovalError::Changed)), "{refused:?}");
        drop(tx);
        let half = world.answers(&request, &speaker(&paul), true).await.unwrap();
        assert_eq!(half.state, RequestState::Waiting, "Karim is asked again");
        assert!(half.awaits(&key_of(karim.teammate_id().unwrap())));
        let whole = world.answers(&request, &speaker(&karim), true).await.unwrap();
        assert_eq!(whole.state, RequestState::Agreed);
    }
}

#[tokio::test]
async fn an_approved_post_whose_time_has_passed_is_not_sent_by_surprise() {
    for world in worlds().await {
        world.path(Scope::Brand, managers()).await;
        let ines = world.hires("ines", Role::Contributor).await;
        let post = world.draft("La bûche").await;
        let request = world.ask(&post, &ines).await;
        world.engine.ambient().advance(SignedDuration::from_secs(30 * 24 * 3600));
        let done = world.answers(&request, &speaker(&world.louise), true).await.unwrap();
        assert_eq!(done.state, RequestState::Agreed);
        assert_eq!(world.post(post.id).await.state, PostState::Draft);
        assert!(world.publications(post.id).await.is_empty());
        assert_eq!(world.news(&ines).await, ["approval.too_late"]);
        // What was agreed to may still leave, at another time.
        let karim = world.hires("karim", Role::CommunityManager).await;
        let mut tx = world.engine.begin().await.unwrap();
        let post = Post::load(post.id, &karim, &mut tx).await.unwrap();
        post.schedule("2027-01-10T09:00", &karim, &mut tx).await.unwrap();
    }
}

#[tokio::test]
async fn an_owner_lets_it_leave_without_and_says_why() {
    for world in worlds().await {
        let karim = world.hires("karim", Role::CommunityManager).await;
        let client = Approver::Outside { name: "Paul".into(), email: "paul@duval.test".into() };
        world.path(Scope::Brand, vec![step(Mode::Any, vec![client])]).await;
        let post = world.draft("Fermé aujourd’hui").await;
        let mut tx = world.engine.begin().await.unwrap();
        let refused = post.bypass_approval("Urgent", &karim, &mut tx).await;
        assert!(matches!(refused, Err(ApprovalError::NotAllowed(_))), "{refused:?}");
        let mute = post.bypass_approval("", &world.louise, &mut tx).await;
        assert!(matches!(mute, Err(ApprovalError::SayWhat)), "{mute:?}");
        post.bypass_approval("Coupure d’eau", &world.louise, &mut tx).await.unwrap();
        post.schedule(TIME, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let request = world.requests(&post).await.remove(0);
        assert_eq!(
            (request.state, request.note.as_str()),
            (RequestState::Bypassed, "Coupure d’eau")
        );
    }
}

#[tokio::test]
async fn what_comes_due_without_agreement_is_held_at_the_last_look() {
    for world in worlds().await {
        let client = Approver::Outside { name: "Paul".into(), email: "paul@duval.test".into() };
        let before = world.draft("Décidé avant le circuit").await;
        let mut tx = world.engine.begin().await.unwrap();
        before.schedule(TIME, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.engine.ambient().advance(SignedDuration::from_secs(60));
        world.path(Scope::Brand, vec![step(Mode::Any, vec![client])]).await;
        let agreed = world.draft("La bûche").await;
        let mut tx = world.engine.begin().await.unwrap();
        agreed.bypass_approval("Urgent", &world.louise, &mut tx).await.unwrap();
        agreed.schedule(TIME, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let look = async |post: &Post| {
            let publication = world.publications(post.id).await.remove(0);
            let mut tx = world.engine.begin().await.unwrap();
            ApprovalLook.look(&publication, &mut tx).await.unwrap()
        };
        assert_eq!(look(&before).await, None, "what was decided before stands");
        assert_eq!(look(&agreed).await, None);
        // Someone changes the words by a road that asks nobody.
        let mut tx = world.engine.begin().await.unwrap();
        let sql = format!("UPDATE post SET text = 'Autre chose' WHERE text = '{}'", agreed.text);
        tx.execute(&sql, Vec::new()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(look(&agreed).await, Some(HeldBy::Approval));
    }
}

#[tokio::test]
async fn a_channel_has_its_own_path_and_a_campaign_comes_before_both() {
    for world in worlds().await {
        let karim = world.hires("karim", Role::CommunityManager).await;
        world.path(Scope::Brand, managers()).await;
        world.path(Scope::Channel(world.bluesky), vec![]).await;
        let mut tx = world.engine.begin().await.unwrap();
        let post = world.draft_in(&mut tx, &[world.bluesky]).await;
        assert!(Path::of(&post, &mut tx).await.unwrap().is_empty(), "nobody for Bluesky");
        post.schedule(TIME, &karim, &mut tx).await.unwrap();
        let both = world.draft_in(&mut tx, &[world.bluesky, world.mastodon]).await;
        assert_eq!(Path::of(&both, &mut tx).await.unwrap().steps, managers());
        let _: Option<Campaign> = None;
        drop(tx);
        world.path(Scope::Channel(world.bluesky), managers()).await;
        let mut tx = world.engine.begin().await.unwrap();
        let both = world.draft_in(&mut tx, &[world.bluesky, world.mastodon]).await;
        assert_eq!(Path::of(&both, &mut tx).await.unwrap().steps.len(), 1, "asked once");
    }
}

#[tokio::test]
async fn those_awaited_are_reminded_and_the_author_hears_when_it_is_too_late() {
    for world in worlds().await {
        let ines = world.hires("ines", Role::Contributor).await;
        world.path(Scope::Brand, managers()).await;
        let post = world.draft("La bûche").await;
        let request = world.ask(&post, &ines).await;
        let now = world.engine.ambient().now();
        let wanted = request.wanted.as_ref().unwrap().at;
        let remind = || approval::remind_due(&world.engine);
        assert_eq!(remind().await.unwrap(), 0);
        let left = wanted.duration_since(now).as_secs();
        world.engine.ambient().advance(SignedDuration::from_secs(left - 23 * 3600));
        assert_eq!(remind().await.unwrap(), 1, "the day before");
        assert_eq!(remind().await.unwrap(), 0, "once");
        assert!(world.news(&world.louise).await.contains(&"approval.reminder".into()));
        world.engine.ambient().advance(SignedDuration::from_secs(22 * 3600));
        assert_eq!(remind().await.unwrap(), 1, "two hours before");
        world.engine.ambient().advance(SignedDuration::from_secs(2 * 3600));
        assert_eq!(remind().await.unwrap(), 1);
        assert!(world.news(&ines).await.contains(&"approval.late".into()));
        assert_eq!(remind().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn someone_passes_their_place_on() {
    for world in worlds().await {
        let karim = world.hires("karim", Role::CommunityManager).await;
        let paul = world.hires("paul", Role::Expert).await;
        let ines = world.hires("ines", Role::Contributor).await;
        world.path(Scope::Brand, vec![step(Mode::Any, vec![teammate(&karim)])]).await;
        let post = world.draft("La bûche").await;
        let request = world.ask(&post, &ines).await;
        let key = key_of(karim.teammate_id().unwrap());
        let mut tx = world.engine.begin().await.unwrap();
        let meddles = request.reassign(&key, teammate(&ines), &ines, &mut tx).await;
        assert!(matches!(meddles, Err(ApprovalError::NotAllowed(_))), "{meddles:?}");
        request.reassign(&key, teammate(&paul), &karim, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let before = world.answers(&request, &speaker(&karim), true).await;
        assert!(matches!(before, Err(ApprovalError::NotAsked)), "{before:?}");
        let done = world.answers(&request, &speaker(&paul), true).await.unwrap();
        assert_eq!(done.state, RequestState::Agreed);
    }
}

#[tokio::test]
async fn another_brand_neither_sees_nor_answers() {
    for world in worlds().await {
        world.path(Scope::Brand, managers()).await;
        let ines = world.hires("ines", Role::Contributor).await;
        let post = world.draft("La bûche").await;
        let request = world.ask(&post, &ines).await;
        let mut tx = world.engine.begin().await.unwrap();
        let seen = Request::load(request.id, &world.neighbour, &mut tx).await;
        assert!(matches!(seen, Err(ApprovalError::NotFound)), "{seen:?}");
        // Louise owns both brands: it is the brand she stands in that counts.
        let answer =
            NewAnswer { agrees: true, words: String::new(), seen: request.content_hash.clone() };
        let answered = request.answer(answer, &speaker(&world.neighbour), &mut tx).await;
        assert!(matches!(answered, Err(ApprovalError::NotFound)), "{answered:?}");
    }
}

#[tokio::test]
async fn what_a_check_stops_is_not_asked_for_and_what_it_asks_is() {
    for world in worlds().await {
        world.path(Scope::Brand, managers()).await;
        let ines = world.hires("ines", Role::Contributor).await;
        let mut tx = world.engine.begin().await.unwrap();
        let word = WordEdit {
            kind: WordKind::Avoid,
            word: "pas cher".into(),
            instead: String::new(),
            why: String::new(),
        };
        CharterWord::add(word, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let post = world.draft("La bûche, pas cher du tout cette année").await;
        let asked = world.ask(&post, &ines).await;
        assert_eq!(asked.state, RequestState::Waiting);
        let mut tx = world.engine.begin().await.unwrap();
        let stops = GuardSetting { guard: Guard::Avoided, active: true, level: Level::Stops };
        GuardSettings::set(&[stops], &world.louise, &mut tx).await.unwrap();
        let ask = Ask { wanted: Some(TIME.into()), note: String::new() };
        let refused = post.ask_approval(ask, &ines, &mut tx).await;
        let stopped = matches!(&refused, Err(ApprovalError::Schedule(ScheduleError::Stopped(_))));
        assert!(stopped, "{refused:?}");
    }
}
