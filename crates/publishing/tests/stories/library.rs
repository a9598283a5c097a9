use jiff::SignedDuration;
use platform::media::{
    Crop, CropError, Folder, FolderError, Kept, Media, MediaKind, MediaStore, Tags,
};
use primitives::Id;
use publishing::library::{self, RemoveError, Wanted};
use publishing::post::PostMediaEdit;
use testing::films::Mp4;

use channels::{Channel, ImageRatio, Limits};
use publishing::post::Problem;

use super::world::{World, worlds};

/// A picture of 120 × 80, of one colour.
fn picture(red: u8) -> Vec<u8> {
    let image = image::RgbImage::from_pixel(120, 80, image::Rgb([red, 90, 40]));
    let mut out = std::io::Cursor::new(Vec::new());
    image.write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

async fn take(world: &World, store: &MediaStore, bytes: Vec<u8>, name: &str, alt: &str) -> Media {
    world.engine.ambient().advance(SignedDuration::from_secs(1));
    Media::upload(bytes, name, alt, &world.louise, store, &world.engine.database).await.unwrap()
}

async fn names(world: &World, wanted: Wanted) -> Vec<String> {
    let wanted = Wanted { most: 50, ..wanted };
    let mut tx = world.engine.read().await.unwrap();
    let held = library::list(&wanted, &world.louise, &mut tx).await.unwrap();
    held.into_iter().map(|held| held.media.name).collect()
}

/// A draft that shows it.
async fn draft_with(world: &World, media: &Media) -> publishing::Post {
    let post = world.draft("La bûche est là").await;
    let mut edit = post.as_edit();
    edit.media.push(PostMediaEdit { media: media.id, alt_text: "Une bûche".into() });
    let mut tx = world.engine.begin().await.unwrap();
    let version = post.version;
    let post = post.edit(edit, version, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    post
}

#[tokio::test]
async fn what_is_put_away_is_found_by_words_folder_tag_kind_and_what_it_lacks() {
    for world in worlds().await {
        let store = MediaStore::in_memory();
        let log = take(&world, &store, picture(1), "Bûche 100%.png", "Au marron glacé").await;
        take(&world, &store, picture(2), "four.png", "").await;
        let film = take(&world, &store, Mp4::default().bytes(), "petrin.mp4", "").await;
        assert_eq!(film.kind, MediaKind::Video);
        let mut tx = world.engine.begin().await.unwrap();
        let christmas = Folder::make("Noël", None, &world.louise, &mut tx).await.unwrap();
        let logs =
            Folder::make("Bûches", Some(christmas.id), &world.louise, &mut tx).await.unwrap();
        let kept = Kept {
            folder: Some(Some(logs.id)),
            tags: Some(Tags::parse("#Fêtes, vitrine, FETES").unwrap()),
            ..Kept::default()
        };
        let log = log.keep(kept, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(log.tags, ["Fêtes", "vitrine"], "the same word in other letters is one tag");

        let words = |words: &str| Wanted { words: words.into(), ..Wanted::default() };
        assert_eq!(names(&world, words("BUCHE marron")).await, ["Bûche 100%.png"]);
        assert_eq!(names(&world, words("100%")).await, ["Bûche 100%.png"]);
        assert_eq!(names(&world, words("1%0")).await, [""; 0]);
        assert_eq!(names(&world, words("vitrine")).await, ["Bûche 100%.png"]);
        let tag = |tag: &str| Wanted { tag: Some(tag.into()), ..Wanted::default() };
        assert_eq!(names(&world, tag("fêtes")).await, ["Bûche 100%.png"]);
        assert_eq!(names(&world, tag("fête")).await, [""; 0], "a tag is a whole word");
        let inside = Wanted { folder: Some(christmas.id), ..Wanted::default() };
        assert_eq!(names(&world, inside).await, ["Bûche 100%.png"], "and folders in it");
        let loose = Wanted { loose: true, ..Wanted::default() };
        assert_eq!(names(&world, loose).await, ["petrin.mp4", "four.png"]);
        let films = Wanted { kind: Some(MediaKind::Video), ..Wanted::default() };
        assert_eq!(names(&world, films).await, ["petrin.mp4"]);
        let bare = Wanted { without_alt: true, ..Wanted::default() };
        assert_eq!(names(&world, bare).await, ["petrin.mp4", "four.png"]);
        draft_with(&world, &film).await;
        let unused = Wanted { unused: true, ..Wanted::default() };
        assert_eq!(names(&world, unused).await, ["four.png", "Bûche 100%.png"]);
        let mut tx = world.engine.read().await.unwrap();
        let wanted = Wanted { most: 50, ..Wanted::default() };
        let theirs = library::list(&wanted, &world.neighbour, &mut tx).await.unwrap();
        assert!(theirs.is_empty(), "a neighbour sees nothing of it");
    }
}

#[tokio::test]
async fn deleting_a_picture_that_a_planned_post_uses_is_refused() {
    for world in worlds().await {
        let store = MediaStore::in_memory();
        let media = take(&world, &store, picture(1), "buche.png", "").await;
        let post = draft_with(&world, &media).await;
        let mut tx = world.engine.begin().await.unwrap();
        let when = "2027-01-15T09:00";
        let post = post.schedule(when, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let error = library::remove(&[media.id], &world.louise, &mut tx).await.unwrap_err();
        assert!(matches!(error, RemoveError::Planned { posts: 1, .. }), "{error:?}");
        let uses = library::uses(media.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!((uses.len(), uses[0].post, uses[0].states.len()), (1, post.id, 2));
        assert!(uses[0].is_planned() && uses[0].alt_text == "Une bûche");
    }
}

#[tokio::test]
async fn what_leaves_the_library_stays_in_drafts_comes_back_and_is_forgotten_in_the_end() {
    for world in worlds().await {
        let store = MediaStore::in_memory();
        let shown = take(&world, &store, picture(1), "montree.png", "").await;
        let lonely = take(&world, &store, picture(2), "seule.png", "").await;
        let post = draft_with(&world, &shown).await;
        let mut tx = world.engine.begin().await.unwrap();
        let gone = library::remove(&[shown.id, lonely.id], &world.louise, &mut tx).await.unwrap();
        assert_eq!(gone.len(), 2);
        tx.commit().await.unwrap();
        assert_eq!(names(&world, Wanted::default()).await, [""; 0]);
        assert_eq!(world.post(post.id).await.media.len(), 1, "the draft still shows it");

        let mut tx = world.engine.begin().await.unwrap();
        library::restore(&[lonely.id], &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(names(&world, Wanted::default()).await, ["seule.png"]);
        let mut tx = world.engine.begin().await.unwrap();
        library::remove(&[lonely.id], &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();

        let brand = world.louise.brand();
        assert_eq!(
            library::empty_bin(brand, &world.engine.database).await.unwrap(),
            0,
            "too early"
        );
        world.engine.ambient().advance(SignedDuration::from_hours(31 * 24));
        assert_eq!(library::empty_bin(brand, &world.engine.database).await.unwrap(), 1);
        let mut tx = world.engine.read().await.unwrap();
        assert!(Media::find(lonely.id, &world.louise, &mut tx).await.unwrap().is_none());
        assert!(Media::find(shown.id, &world.louise, &mut tx).await.unwrap().is_some());
    }
}

#[tokio::test]
async fn a_crop_keeps_its_original() {
    for world in worlds().await {
        let store = MediaStore::in_memory();
        let whole = take(&world, &store, picture(7), "buche.png", "Une bûche").await;
        let part = Crop { original: whole.id, left: 20, top: 0, width: 80, height: 80 };
        let made = whole.cut(part, &store).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let crop = whole.keep_part(part, &made, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((crop.width, crop.height), (80, 80));
        assert_eq!((crop.alt_text.as_str(), crop.crop), ("Une bûche", Some(part)));
        let mut tx = world.engine.read().await.unwrap();
        let found = Media::find(crop.id, &world.louise, &mut tx).await.unwrap().unwrap();
        assert_eq!(found, crop, "and it can be made anew from what it remembers");
        let unchanged = Media::find(whole.id, &world.louise, &mut tx).await.unwrap().unwrap();
        assert_eq!(unchanged, whole);
        drop(tx);
        let outside = Crop { left: 60, ..part };
        assert!(matches!(whole.cut(outside, &store).await, Err(CropError::Outside)));
        let film = take(&world, &store, Mp4::default().bytes(), "f.mp4", "").await;
        assert!(matches!(film.cut(part, &store).await, Err(CropError::NotAPicture)));
        // The original stays in the bin as long as a part of it is there.
        let mut tx = world.engine.begin().await.unwrap();
        library::remove(&[whole.id], &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.engine.ambient().advance(SignedDuration::from_hours(31 * 24));
        let brand = world.louise.brand();
        assert_eq!(library::empty_bin(brand, &world.engine.database).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn folders_lie_one_in_another_no_deeper_and_leave_what_they_held() {
    for world in worlds().await {
        let store = MediaStore::in_memory();
        let media = take(&world, &store, picture(3), "buche.png", "").await;
        let actor = &world.louise;
        let mut tx = world.engine.begin().await.unwrap();
        let outer = Folder::make("Noël", None, actor, &mut tx).await.unwrap();
        let inner = Folder::make("Bûches", Some(outer.id), actor, &mut tx).await.unwrap();
        let same = Folder::make("  noel ", None, actor, &mut tx).await;
        assert!(matches!(same, Err(FolderError::Taken)), "{same:?}");
        let deep = Folder::make("Marron", Some(inner.id), actor, &mut tx).await;
        assert!(matches!(deep, Err(FolderError::TooDeep)), "{deep:?}");
        let into_itself = Folder::change(outer.id, "Noël", Some(inner.id), actor, &mut tx).await;
        assert!(matches!(into_itself, Err(FolderError::TooDeep)), "{into_itself:?}");
        let nowhere =
            Folder::make("Ici", Some(Id::from_uuid(outer.id.uuid())), &world.neighbour, &mut tx);
        assert!(matches!(nowhere.await, Err(FolderError::NotFound)), "another brand's folder");
        let kept = Kept { folder: Some(Some(inner.id)), ..Kept::default() };
        let media = media.keep(kept, actor, &mut tx).await.unwrap();
        Folder::remove(inner.id, actor, &mut tx).await.unwrap();
        let found = Media::find(media.id, actor, &mut tx).await.unwrap().unwrap();
        assert_eq!(found.folder, Some(outer.id), "it moved to where the folder was");
        let all = Folder::all(actor, &mut tx).await.unwrap();
        assert_eq!((all.len(), all[0].media), (1, 1));
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_picture_that_a_network_would_cut_is_said_and_does_not_stop() {
    let usual = ImageRatio { tallest: 75, widest: 191 };
    assert!(usual.shows(1080, 1080) && usual.shows(1080, 1440) && usual.shows(1910, 1000));
    assert!(!usual.shows(1080, 1920) && !usual.shows(3000, 1000));
    for world in worlds().await {
        let store = MediaStore::in_memory();
        let wide = take(&world, &store, picture(1), "Vitrine.png", "La vitrine").await;
        let post = draft_with(&world, &wide).await;
        let mut tx = world.engine.read().await.unwrap();
        let channel = Channel::load(world.bluesky, &world.louise, &mut tx).await.unwrap();
        let variant = post.variant_for(channel.id).unwrap();
        let narrow = ImageRatio { tallest: 75, widest: 140 };
        let limits = Limits { image_ratio: Some(narrow), ..channel.limits.clone() };
        let problems = post.check(variant, &limits).problems;
        let cut = Problem::PictureShape { picture: 1, tall: false };
        assert!(problems.contains(&cut) && !cut.stops(), "{problems:?}");
        let limits = Limits { image_ratio: Some(usual), ..channel.limits };
        assert!(!post.check(variant, &limits).problems.contains(&cut));
    }
}
