//! Suggestions and complaints: filed, moved on, and their authors told once at each step.

use channels::ItemKind;
use conversations::feedback::{
    self, Case, CaseFilter, CaseKind, CaseState, Category, FeedbackError, Filing, NewCategory,
    StepWords, Takes, Telling, ToFile, Words2,
};
use conversations::{Conversation, Group};
use platform::{Actor, Brand, Role};
use primitives::Id;

use crate::network::item;
use crate::world::{World, worlds};

const COLD: &str = "Très déçue, le pain livré ce matin était rassis, je veux être remboursée";

fn words(fr: &str) -> Words2 {
    Words2 { fr: fr.into(), en: String::new() }
}

fn category(world: &World, filing: Filing, telling: Telling) -> NewCategory {
    NewCategory {
        name: "Livraison".into(),
        takes: Takes::Both,
        owner: world.louise.teammate_id().unwrap(),
        terms: "livraison\nlivré*\nrassis".into(),
        filing,
        telling,
        days: 5,
        words: StepWords {
            received: words("Bien reçu {prénom}, nous regardons."),
            in_progress: Words2::default(),
            done: words("C’est fait : {motif}"),
            declined: words("Nous ne le ferons pas : {motif}"),
        },
    }
}

async fn keeps(world: &World, new: NewCategory) -> Category {
    let mut tx = world.engine.begin().await.unwrap();
    let made = Category::add(new, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    made
}

async fn says(world: &World, id: &str, who: &str, text: &str) {
    world.comes(vec![item(id, ItemKind::Direct, who, text, 1)]).await;
}

async fn with(world: &World, begins: &str) -> Conversation {
    for conversation in world.list(Group::Messages).await {
        let said = world.messages(&conversation).await;
        if said.iter().any(|message| message.text.starts_with(begins)) {
            return conversation;
        }
    }
    panic!("nobody said {begins}");
}

async fn files(
    world: &World,
    conversation: &Conversation,
    category: &Category,
    actor: &Actor,
) -> Result<Case, FeedbackError> {
    let mut tx = world.engine.begin().await.unwrap();
    let file = ToFile {
        message: None,
        conversation: conversation.id,
        category: category.id,
        kind: Some(CaseKind::Complaint),
    };
    let case = Case::file(file, actor, &mut tx).await?;
    tx.commit().await.unwrap();
    world.minutes(1);
    Ok(case)
}

async fn moves(
    world: &World,
    case: &Case,
    to: CaseState,
    reason: &str,
) -> Result<Case, FeedbackError> {
    let mut tx = world.engine.begin().await.unwrap();
    let moved = case.advance(to, reason, &world.louise, &mut tx).await?;
    tx.commit().await.unwrap();
    world.minutes(1);
    Ok(moved)
}

async fn cases(world: &World, filter: CaseFilter) -> Vec<Case> {
    let mut tx = world.engine.read().await.unwrap();
    Case::list(&filter, &world.louise, &mut tx).await.unwrap().cases
}

/// What goes out to a conversation, in order.
async fn answered(world: &World, conversation: &Conversation) -> Vec<String> {
    let all = world.messages(conversation).await;
    all.into_iter().filter(|m| m.person.is_none()).map(|m| m.text).collect()
}

#[tokio::test]
async fn a_complaint_is_filed_moved_on_and_its_author_told_once_at_each_step() {
    for world in worlds().await {
        let kept = keeps(&world, category(&world, Filing::ByHand, Telling::Send)).await;
        says(&world, "a", "anna", COLD).await;
        let anna = world.only().await;
        let case = files(&world, &anna, &kept, &world.louise).await.unwrap();
        assert_eq!((case.state, case.people), (CaseState::Received, 1), "{}", world.engine.name);
        assert_eq!(answered(&world, &anna).await, ["Bien reçu, nous regardons."]);
        // Who is only told that it is here waits as before.
        assert!(world.only().await.waiting_since.is_some());
        let twice = files(&world, &anna, &kept, &world.louise).await;
        assert!(matches!(twice, Err(FeedbackError::FiledAlready(id)) if id == case.id));
        let case = moves(&world, &case, CaseState::InProgress, "").await.unwrap();
        assert_eq!(answered(&world, &anna).await.len(), 1, "a step without words says nothing");
        let wordless = moves(&world, &case, CaseState::Declined, " ").await;
        assert!(matches!(wordless, Err(FeedbackError::ReasonMissing)));
        let case = moves(&world, &case, CaseState::Done, "nouveau livreur {nom}").await.unwrap();
        let said = answered(&world, &anna).await;
        assert_eq!(said, ["Bien reçu, nous regardons.", "C’est fait : nouveau livreur {nom}"]);
        // Done again after all: nobody is told twice.
        let case = moves(&world, &case, CaseState::InProgress, "").await.unwrap();
        moves(&world, &case, CaseState::Done, "enfin").await.unwrap();
        assert_eq!(answered(&world, &anna).await.len(), 2);
        assert!(matches!(
            moves(&world, &case, CaseState::Received, "").await,
            Err(FeedbackError::Stale)
        ));
        let mut tx = world.engine.read().await.unwrap();
        let course = case.course(&world.louise, &mut tx).await.unwrap();
        let what: Vec<_> = course.iter().map(|event| event.what.as_str()).collect();
        assert_eq!(what, ["filed", "moved", "moved", "moved", "moved"]);
    }
}

#[tokio::test]
async fn a_step_that_is_not_committed_tells_nobody_and_may_be_tried_again() {
    for world in worlds().await {
        let kept = keeps(&world, category(&world, Filing::ByHand, Telling::Send)).await;
        says(&world, "a", "anna", COLD).await;
        let anna = world.only().await;
        let case = files(&world, &anna, &kept, &world.louise).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        case.advance(CaseState::Done, "x", &world.louise, &mut tx).await.unwrap();
        drop(tx); // killed here
        assert_eq!(answered(&world, &anna).await.len(), 1);
        moves(&world, &case, CaseState::Done, "y").await.unwrap();
        let said = answered(&world, &anna).await;
        assert_eq!(said[1..], ["C’est fait : y"], "{}", world.engine.name);
    }
}

#[tokio::test]
async fn what_comes_is_filed_or_proposed_by_its_words_and_what_it_wants() {
    for world in worlds().await {
        keeps(&world, category(&world, Filing::Automatic, Telling::Send)).await;
        let mut ideas = category(&world, Filing::Proposed, Telling::Draft);
        (ideas.name, ideas.takes) = ("Idées".into(), Takes::Suggestion);
        ideas.terms = String::new();
        keeps(&world, ideas).await;
        says(&world, "a", "anna", COLD).await;
        says(&world, "b", "bilal", "Vous devriez proposer du pain sans gluten le samedi").await;
        says(&world, "c", "chloe", "Merci, j’adore votre pain livré, un régal").await;
        // A second message of the same complaint is no second case.
        says(&world, "d", "anna", "Toujours rien, le pain livré était rassis, c’est honteux").await;
        let all = cases(&world, CaseFilter::default()).await;
        let mut told: Vec<_> =
            all.iter().map(|case| (case.category_name.as_str(), case.state)).collect();
        told.sort_unstable();
        let expected = [("Idées", CaseState::Proposed), ("Livraison", CaseState::Received)];
        assert_eq!(told, expected, "{}", world.engine.name);
        let anna = with(&world, "Toujours").await;
        assert_eq!(answered(&world, &anna).await, ["Bien reçu, nous regardons."]);
        let bilal = with(&world, "Vous devriez").await;
        let idea = all.iter().find(|case| case.state == CaseState::Proposed).unwrap();
        assert_eq!(idea.kind, CaseKind::Suggestion);
        assert!(answered(&world, &bilal).await.is_empty());
        // Agreed to: the draft waits for a person, and is sent once.
        let idea = moves(&world, idea, CaseState::Received, "").await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let drafts = idea.told(&world.louise, &mut tx).await.unwrap();
        assert_eq!(drafts.len(), 1);
        idea.send_draft(drafts[0].id, "Merci pour l’idée.", &world.louise, &mut tx).await.unwrap();
        let again = idea.send_draft(drafts[0].id, "encore", &world.louise, &mut tx).await;
        assert!(matches!(again, Err(FeedbackError::Stale)));
        tx.commit().await.unwrap();
        assert_eq!(answered(&world, &bilal).await, ["Merci pour l’idée."]);
    }
}

#[tokio::test]
async fn several_who_asked_the_same_are_all_told() {
    for world in worlds().await {
        let kept = keeps(&world, category(&world, Filing::ByHand, Telling::Send)).await;
        says(&world, "a", "anna", COLD).await;
        says(&world, "b", "bilal", "Mon pain livré était rassis aussi").await;
        let (anna, bilal) = (with(&world, "Très").await, with(&world, "Mon").await);
        let first = files(&world, &anna, &kept, &world.louise).await.unwrap();
        let second = files(&world, &bilal, &kept, &world.louise).await.unwrap();
        let first = moves(&world, &first, CaseState::InProgress, "").await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let first = first.merge(second.id, &world.louise, &mut tx).await.unwrap();
        assert!(matches!(
            first.merge(second.id, &world.louise, &mut tx).await,
            Err(FeedbackError::Stale)
        ));
        tx.commit().await.unwrap();
        assert_eq!(first.people, 2);
        assert_eq!(cases(&world, CaseFilter::default()).await.len(), 1);
        moves(&world, &first, CaseState::Declined, "le four est plein").await.unwrap();
        let last = "Nous ne le ferons pas : le four est plein";
        for who in [&anna, &bilal] {
            let said = answered(&world, who).await;
            assert_eq!((said.len(), said[1].as_str()), (2, last), "{}", world.engine.name);
        }
    }
}

#[tokio::test]
async fn owners_are_reminded_of_what_sleeps_and_told_what_a_month_brought() {
    for world in worlds().await {
        let kept = keeps(&world, category(&world, Filing::ByHand, Telling::Draft)).await;
        says(&world, "a", "anna", COLD).await;
        says(&world, "b", "bilal", "Mon pain livré était rassis, c’est honteux").await;
        let case = files(&world, &with(&world, "Très").await, &kept, &world.louise).await.unwrap();
        let database = &world.engine.database;
        assert_eq!(feedback::remind_due(database).await.unwrap(), 0);
        world.minutes(6 * 24 * 60);
        assert_eq!(feedback::remind_due(database).await.unwrap(), 1, "{}", world.engine.name);
        assert_eq!(feedback::remind_due(database).await.unwrap(), 0);
        let sleeping = CaseFilter { sleeping: true, ..CaseFilter::default() };
        assert_eq!(cases(&world, sleeping.clone()).await.len(), 1);
        world.minutes(7 * 24 * 60);
        assert_eq!(feedback::remind_due(database).await.unwrap(), 1);
        let case = moves(&world, &case, CaseState::Done, "remboursée").await.unwrap();
        world.minutes(30 * 24 * 60);
        assert_eq!(feedback::remind_due(database).await.unwrap(), 0);
        assert_eq!(feedback::write_summaries(database).await.unwrap(), 1);
        assert_eq!(feedback::write_summaries(database).await.unwrap(), 0);
        let mut tx = world.engine.read().await.unwrap();
        let (brand, _) = Brand::for_system(world.louise.brand(), &mut tx).await.unwrap().unwrap();
        let filed = case.filed_at.to_zoned(brand.zone.time_zone().clone()).date();
        let month = format!("{:04}-{:02}", filed.year(), filed.month());
        let found = feedback::month_of(&brand, &month, None, &mut tx).await.unwrap().unwrap();
        assert_eq!((found.categories[0].came, found.read, found.filed), (1, 2, 1));
        let nobody = Some(world.engine.ambient().new_id());
        let theirs = feedback::month_of(&brand, &month, nobody, &mut tx).await.unwrap().unwrap();
        assert!(theirs.categories.is_empty() && theirs.oldest.is_none());
    }
}

#[tokio::test]
async fn a_stranger_and_who_only_reads_change_nothing() {
    for world in worlds().await {
        let kept = keeps(&world, category(&world, Filing::ByHand, Telling::Send)).await;
        says(&world, "a", "anna", COLD).await;
        let anna = world.only().await;
        let reader = world.with_role(Role::ReadOnly);
        let refused = files(&world, &anna, &kept, &reader).await;
        assert!(matches!(refused, Err(FeedbackError::NotAllowed(_))));
        assert!(files(&world, &anna, &kept, &world.stranger()).await.is_err());
        let case = files(&world, &anna, &kept, &world.louise).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let there = world.stranger();
        let lost = Case::load(case.id, &there, &mut tx).await;
        assert!(matches!(lost, Err(FeedbackError::NotFound)), "{}", world.engine.name);
        let page = Case::list(&CaseFilter::default(), &there, &mut tx).await.unwrap();
        assert!(page.cases.is_empty());
        let mut bad = category(&world, Filing::ByHand, Telling::Send);
        bad.words.done = words("Bonjour {quoi}");
        let wrong = Category::add(bad.clone(), &world.louise, &mut tx).await;
        assert!(matches!(wrong, Err(FeedbackError::BadWords(blank)) if blank == "quoi"));
        bad.words.done = Words2::default();
        bad.owner = Id::from_uuid(case.id.uuid());
        let nobody = Category::add(bad, &world.louise, &mut tx).await;
        assert!(matches!(nobody, Err(FeedbackError::NoSuchTeammate)));
    }
}
