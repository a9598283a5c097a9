use measurement::Format;
use measurement::comparing::{PostFilter, SortBy, measured_posts};
use measurement::insights::{Import, ImportError, ImportState, Progress, Sheet};
use measurement::reading::measure_due;
use measurement::statistics::{Ingredient, Measure};
use platform::{Actor, Role};

use crate::world::{World, fixture, plan, worlds};

impl World {
    pub async fn posts(&self, actor: &Actor) -> Vec<measurement::comparing::PostRow> {
        let mut tx = self.engine.read().await.unwrap();
        let (filter, measure) = (PostFilter::default(), Measure::EngagementByReach);
        let all = (1, 500);
        let page = measured_posts(&filter, measure, SortBy::Measure, all, actor, &mut tx);
        page.await.unwrap().rows
    }
}

#[tokio::test]
async fn an_export_comes_in_with_its_figures_and_its_problems() {
    for world in worlds().await {
        let import = world.import(&fixture("meta_facebook_en.csv"), "meta.csv").await;
        assert_eq!(import.state, ImportState::Done);
        assert_eq!((import.rows_read, import.rows_imported, import.rows_left_out), (5, 3, 2));
        assert_eq!(import.problems.count, 4, "three cells and a row without figures");
        let mut tx = world.engine.read().await.unwrap();
        let stored = Import::load(import.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!(stored, import);
        let posts = world.posts(&world.louise).await;
        assert_eq!(posts.len(), 3);
        assert_eq!(posts[0].post.format, Format::Video);
        assert!(posts[2].value.is_err(), "what is not known comes last");
        assert!(world.posts(&world.neighbour).await.is_empty());
    }
}

#[tokio::test]
async fn importing_twice_changes_nothing_and_new_figures_are_added() {
    for world in worlds().await {
        for file in ["meta_facebook_en.csv", "facebook_uci_sample.csv", "tiktok_videos.csv"] {
            let first = world.import(&fixture(file), file).await;
            let again = world.import(&fixture(file), file).await;
            assert_eq!(again.rows_imported + again.rows_updated, 0, "{file}");
            assert_eq!(again.rows_unchanged, first.rows_imported, "{file}");
        }
        let later = String::from_utf8(fixture("meta_facebook_en.csv")).unwrap();
        let later = later.replace("\"1,850\",107,64", "\"1,900\",113,70");
        let import = world.import(later.as_bytes(), "later.csv").await;
        assert_eq!((import.rows_imported, import.rows_updated), (0, 1));
        let posts = world.posts(&world.louise).await;
        let post = posts.iter().find(|row| row.post.remote_id == "101_1").unwrap();
        assert_eq!(post.latest.unwrap().figures.reactions, Some(70));
    }
}

#[tokio::test]
async fn rows_that_say_the_same_are_two_posts_and_stay_two() {
    for world in worlds().await {
        let file = "Type,Likes,Reach\nPhoto,3,40\nPhoto,3,40\n";
        assert_eq!(world.import(file.as_bytes(), "a.csv").await.rows_imported, 2);
        assert_eq!(world.import(file.as_bytes(), "a.csv").await.rows_unchanged, 2);
        assert_eq!(world.posts(&world.louise).await.len(), 2);
    }
}

#[tokio::test]
async fn an_import_is_stored_in_batches_that_are_told() {
    for world in worlds().await {
        let mut file = "Post ID,Likes,Reach\n".to_owned();
        for n in 0..1_200 {
            file.push_str(&format!("{n},3,40\n"));
        }
        let sheet = Sheet::read(file.as_bytes()).unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let import = Import::begin(plan(&sheet, "a.csv"), &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut told = Vec::new();
        let done = import.run(&sheet, &world.louise, &world.engine, |progress| told.push(progress));
        assert_eq!(done.await.unwrap().rows_imported, 1_200);
        let read: Vec<_> = told.iter().map(|Progress { read, .. }| *read).collect();
        assert_eq!(read, [500, 1_000, 1_200]);
    }
}

#[tokio::test]
async fn an_import_undone_takes_away_what_it_brought_and_no_more() {
    for world in worlds().await {
        let first = world.import(&fixture("meta_facebook_en.csv"), "first.csv").await;
        let kept = world.import(&fixture("meta_facebook_fr.csv"), "kept.csv").await;
        let mut tx = world.engine.begin().await.unwrap();
        let undone = first.undo(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(undone.state, ImportState::Undone);
        let posts = world.posts(&world.louise).await;
        assert_eq!(posts.len(), 2);
        assert!(posts.iter().all(|row| row.post.import == Some(kept.id)));
        let mut tx = world.engine.begin().await.unwrap();
        let twice = undone.undo(&world.louise, &mut tx).await;
        assert!(matches!(twice, Err(ImportError::WrongState(ImportState::Undone))));
        drop(tx);
        let again = world.import(&fixture("meta_facebook_en.csv"), "first.csv").await;
        assert_eq!(again.rows_imported, 3);
    }
}

#[tokio::test]
async fn an_import_for_a_channel_joins_what_parvis_published() {
    for world in worlds().await {
        let (_, publication) = world.publish("pain").await;
        measure_due(&world.engine).await.unwrap();
        let file = "Post ID,Likes,Comments,Shares,Clicks,Reach\npain,3,0,0,1,40\n";
        let sheet = Sheet::read(file.as_bytes()).unwrap();
        let mut plan = plan(&sheet, "a.csv");
        plan.network = "pretend".into();
        plan.channel = Some(world.channel.id);
        let import = world.import_with(&sheet, plan).await;
        assert_eq!((import.rows_imported, import.rows_updated), (0, 1));
        let posts = world.posts(&world.louise).await;
        assert_eq!(posts.len(), 1);
        assert_eq!(posts[0].post.publication, Some(publication.id));
        assert_eq!(posts[0].latest.unwrap().figures.get(Ingredient::Followers), Some(120));

        let mut tx = world.engine.begin().await.unwrap();
        import.undo(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let posts = world.posts(&world.louise).await;
        assert_eq!(posts.len(), 1, "what Parvis published stays");
        assert_eq!(posts[0].latest, None);
    }
}

#[tokio::test]
async fn only_those_who_manage_channels_of_the_brand_import_for_it() {
    for world in worlds().await {
        let sheet = Sheet::read(&fixture("meta_facebook_en.csv")).unwrap();
        let id = world.louise.teammate_id().unwrap();
        let reader = Actor::teammate(world.louise.brand(), id, Role::ReadOnly);
        let mut tx = world.engine.begin().await.unwrap();
        let refused = Import::begin(plan(&sheet, "a.csv"), &reader, &mut tx).await;
        assert!(matches!(refused, Err(ImportError::NotAllowed(_))));
        let mut foreign = plan(&sheet, "a.csv");
        foreign.channel = Some(world.channel.id);
        let refused = Import::begin(foreign, &world.neighbour, &mut tx).await;
        assert!(matches!(refused, Err(ImportError::NoSuchChannel)));
        let import = Import::begin(plan(&sheet, "a.csv"), &world.louise, &mut tx).await.unwrap();
        let stranger = Import::load(import.id, &world.neighbour, &mut tx).await;
        assert!(matches!(stranger, Err(ImportError::NotFound)));
        tx.commit().await.unwrap();
        let run = import.run(&sheet, &world.neighbour, &world.engine, |_| {}).await;
        assert!(matches!(run, Err(ImportError::NotFound)));
    }
}
