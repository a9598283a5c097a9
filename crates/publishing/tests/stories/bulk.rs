//! A month of posts comes in a spreadsheet.

use std::sync::Arc;

use channels::{ChannelKit, Connectors, FenceSettings, NothingToSay};
use platform::Role;
use platform::media::MediaStore;
use platform::outbound::{Outbound, OutboundSettings};
use platform::vault::Vault;
use publishing::Post;
use publishing::bulk::{
    self, Becomes, BulkError, Column, ImportState, Known, Line, Plan, PostImport, ProblemKind,
    RunPostImport, Sheet,
};
use publishing::post::{PostSource, PostState};
use strategy::Topic;
use strategy::topic::TopicEdit;

use crate::world::{World, worlds};

const FILE: &str = "\
Message;Date;Heure;Comptes;Lien;Thème\n\
Le levain a douze ans;24/11/2026;8h30;@fournil;https://fournil.test/levain;Coulisses\n\
Fermeture samedi;28/11/2026;;Bluesky, Mastodon;;\n\
;30/11/2026;;;;\n\
Trop tard;01/02/2024;10:00;Bluesky;;\n\
Un brouillon sans date;;;Bluesky;;Inconnu\n\
\"Sur deux lignes,\nvraiment\";31/13/2026;;Instagram;fournil;\n";

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

async fn proposed(world: &World, becomes: Becomes) -> PostImport {
    let mut tx = world.engine.begin().await.unwrap();
    let edit =
        TopicEdit { name: "Coulisses".into(), colour: "#b3402a".into(), ..TopicEdit::default() };
    Topic::add(edit, &world.louise, &mut tx).await.unwrap();
    let sheet = Sheet::read(FILE.as_bytes()).unwrap();
    let mut import =
        PostImport::propose(sheet, "novembre.csv", &world.louise, &mut tx).await.unwrap();
    let plan = Plan { becomes, ..import.plan.clone() };
    import.change_plan(plan, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    import
}

async fn started(world: &World, becomes: Becomes) -> PostImport {
    let mut import = proposed(world, becomes).await;
    let mut tx = world.engine.begin().await.unwrap();
    import.start(&world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    import
}

#[test]
fn the_columns_of_a_file_are_recognised_and_the_text_found_where_no_name_says_it() {
    let sheet = Sheet::read(FILE.as_bytes()).unwrap();
    use Column as C;
    let plan = Plan::propose(&sheet);
    assert_eq!(plan.columns, [C::Text, C::Date, C::Time, C::Channels, C::Link, C::Topic]);
    let sheet = Sheet::read(b"Quand,Quoi\n2026-12-01,Le pain du jour est au seigle\n").unwrap();
    assert_eq!(Plan::propose(&sheet).columns, [C::Ignored, C::Text]);
    let none = Sheet::read(b"%PDF-1.7 nothing");
    assert!(matches!(none, Err(BulkError::Table(tables::TableError::NotATable))));
}

#[tokio::test]
async fn each_line_says_what_it_would_become_and_what_is_wrong_with_it() {
    for world in worlds().await {
        let import = proposed(&world, Becomes::Scheduled).await;
        let mut tx = world.engine.read().await.unwrap();
        let known = Known::of(&world.louise, &mut tx).await.unwrap();
        let lines: Vec<Line> =
            import.sheet.rows.iter().map(|row| Line::read(row, &import.plan, &known)).collect();
        let kinds = |line: &Line| line.problems.iter().map(|p| p.kind).collect::<Vec<_>>();
        // One handle on two networks: the post is for both.
        let mut both = [world.bluesky, world.mastodon];
        both.sort_by_key(|id| *id.bytes());
        let mut channels = lines[0].channels.clone();
        channels.sort_by_key(|id| *id.bytes());
        assert_eq!(channels, both);
        assert_eq!(lines[0].at.as_ref().unwrap().at.to_string(), "2026-11-24T07:30:00Z");
        assert!(lines[0].topic.is_some() && lines[0].problems.is_empty());
        assert_eq!(lines[1].at.as_ref().unwrap().local.to_string(), "2026-11-28T09:00:00");
        assert_eq!(kinds(&lines[2]), [ProblemKind::NoText, ProblemKind::NoChannel]);
        assert_eq!(kinds(&lines[3]), [ProblemKind::InThePast]);
        assert_eq!(kinds(&lines[4]), [ProblemKind::UnknownTopic]);
        let all = [ProblemKind::NotADate, ProblemKind::UnknownChannel, ProblemKind::NotALink];
        assert_eq!(kinds(&lines[5]), all);
        assert_eq!((lines[4].line, lines[5].line), (6, 7));
    }
}

#[tokio::test]
async fn a_file_is_made_into_posts_once_even_when_its_work_is_done_twice() {
    for world in worlds().await {
        let import = started(&world, Becomes::Scheduled).await;
        for _ in 0..2 {
            bulk::run(import.id, &kit(&world)).await.unwrap();
        }
        let mut tx = world.engine.read().await.unwrap();
        let import = PostImport::load(import.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!(import.state, ImportState::Done);
        let progress = import.progress(&mut tx).await.unwrap();
        assert_eq!((progress.done, progress.made), (6, 5), "on {}", world.engine.name);
        let mut states = Vec::new();
        for line in import.lines(&mut tx).await.unwrap() {
            let Some(post) = line.post else { continue };
            let post = Post::load(post, &world.louise, &mut tx).await.unwrap();
            assert_eq!(post.source, PostSource::Import);
            states.push(post.state != PostState::Draft);
        }
        assert_eq!(states, [true, true, false, false, false]);
    }
}

#[tokio::test]
async fn an_import_taken_back_leaves_nothing_planned() {
    for world in worlds().await {
        let mut import = started(&world, Becomes::Scheduled).await;
        bulk::run(import.id, &kit(&world)).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let stay = import.undo(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(stay, 0);
        let mut tx = world.engine.read().await.unwrap();
        for line in import.lines(&mut tx).await.unwrap() {
            let Some(post) = line.post else { continue };
            Post::load(post, &world.louise, &mut tx).await.unwrap_err();
            assert!(world.publications(post).await.is_empty());
        }
    }
}

#[tokio::test]
async fn an_apprentice_brings_drafts_in_and_schedules_nothing() {
    for world in worlds().await {
        let apprentice = world.colleague(Role::Contributor).await;
        let mut import = proposed(&world, Becomes::Scheduled).await;
        let mut tx = world.engine.begin().await.unwrap();
        let refused = import.start(&apprentice, &mut tx).await;
        assert!(matches!(refused, Err(BulkError::NotAllowed(_))));
        let plan = Plan { becomes: Becomes::Draft, ..import.plan.clone() };
        import.change_plan(plan, &apprentice, &mut tx).await.unwrap();
        import.start(&apprentice, &mut tx).await.unwrap();
        let elsewhere = PostImport::load(import.id, &world.neighbour, &mut tx).await;
        assert!(matches!(elsewhere, Err(BulkError::NotFound)));
        tx.commit().await.unwrap();
        let job = RunPostImport { import: import.id };
        bulk::run(job.import, &kit(&world)).await.unwrap();
        let mut tx = world.engine.read().await.unwrap();
        let first = import.lines(&mut tx).await.unwrap()[0].post.unwrap();
        let post = Post::load(first, &world.louise, &mut tx).await.unwrap();
        assert_eq!(post.state, PostState::Draft);
        assert_eq!(post.wanted.unwrap().local.to_string(), "2026-11-24T08:30:00");
    }
}
