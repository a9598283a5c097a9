//! Samples of the library's pages: empty, full, refused.

use channels::publication::StateName;
use jiff::Timestamp;
use platform::media::{Crop, Folder, Media, MediaKind};
use primitives::Id;
use publishing::library::{Held, Use};

use super::asked::Asked;
use super::crop::CropPage;
use super::list::LibraryPage;
use super::one::MediaPage;
use super::picker::PickerPage;
use super::ratios;
use crate::Form;
use crate::parts::Way;

fn id<T>(n: u128) -> Id<T> {
    Id::from_uuid(uuid::Uuid::from_u128(n))
}

fn at() -> Timestamp {
    "2026-11-23T08:00:00Z".parse().expect("a time of the samples")
}

fn medium(n: u128, kind: MediaKind, name: &str, alt: &str) -> Media {
    let is_film = kind == MediaKind::Video;
    Media {
        id: id(n),
        hash: format!("{n:064x}"),
        kind,
        content_type: match kind {
            MediaKind::Image => "image/jpeg",
            MediaKind::Gif => "image/gif",
            MediaKind::Video => "video/mp4",
        }
        .to_owned(),
        size: 2_400_000,
        width: 1600,
        height: 900,
        name: name.to_owned(),
        alt_text: alt.to_owned(),
        created_by: None,
        created_at: at(),
        duration_ms: is_film.then_some(65_000),
        video_codec: is_film.then(|| "h264".to_owned()),
        audio_codec: is_film.then(|| "aac".to_owned()),
        frame_rate: is_film.then_some(29.97),
        poster: None,
        folder: Some(id(50)),
        tags: vec!["Noël".to_owned(), "vitrine".to_owned()],
        crop: None,
        removed_at: None,
    }
}

fn all() -> Vec<Held> {
    let media = [
        medium(1, MediaKind::Image, "buche.jpg", "Une bûche au marron"),
        medium(2, MediaKind::Gif, "four.gif", ""),
        medium(3, MediaKind::Video, "petrin.mp4", ""),
        medium(4, MediaKind::Image, "", "Le four"),
    ];
    media.into_iter().zip([3, 0, 1, 0]).map(|(media, uses)| Held { media, uses }).collect()
}

fn folders() -> Vec<Folder> {
    let folder =
        |n, parent, name: &str, media| Folder { id: id(n), parent, name: name.to_owned(), media };
    vec![
        folder(50, None, "Noël", 3),
        folder(51, Some(id(50)), "Bûches", 1),
        folder(52, None, "Équipe", 0),
    ]
}

pub(super) fn libraries() -> Vec<LibraryPage> {
    let page = |asked: Asked, held: Vec<Held>, form: Form| LibraryPage {
        asked,
        held,
        folders: folders(),
        tags: vec![("Noël".to_owned(), 3), ("vitrine".to_owned(), 1)],
        way: Way { back: None, on: Some("/b/x/library?before=1".to_owned()) },
        form,
    };
    let mut refused =
        Form::filled([("folder-name", "Noël"), ("media", "00000000-0000-0000-0000-000000000001")]);
    refused.refuse("folder-name", "x");
    refused.refuse("file", "x");
    refused.refuse("selection", "x");
    let bin = Asked { only: "bin".to_owned(), ..Asked::default() };
    let inside = Asked { folder: Some(id(50)), ..Asked::default() };
    let sought = Asked { words: "rien".to_owned(), ..Asked::default() };
    vec![
        LibraryPage {
            asked: Asked::default(),
            held: vec![],
            folders: vec![],
            tags: vec![],
            way: Way::default(),
            form: Form::empty(),
        },
        page(Asked::default(), all(), Form::empty()),
        page(inside, all(), refused),
        page(bin.clone(), all(), Form::empty()),
        page(bin, vec![], Form::empty()),
        page(sought, vec![], Form::empty()),
    ]
}

pub(super) fn media() -> Vec<MediaPage> {
    let page = |media: Media, uses: Vec<Use>, form: Form| MediaPage {
        pictures: vec![medium(9, MediaKind::Image, "four.jpg", "Le four")],
        original: media.crop.map(|_| medium(8, MediaKind::Image, "tout.jpg", "")),
        by: Some("Louise Moreau".to_owned()),
        folders: folders(),
        media,
        uses,
        form,
    };
    let used = |n, states: &[StateName]| Use {
        post: id(n),
        text: "La bûche est là".to_owned(),
        alt_text: "Une bûche".to_owned(),
        due_at: (!states.is_empty()).then(at),
        states: states.to_vec(),
    };
    let uses = vec![used(1, &[]), used(2, &[StateName::Planned]), used(3, &[StateName::Failed])];
    let part = Crop { original: id(8), left: 0, top: 0, width: 800, height: 800 };
    let part = Media { crop: Some(part), ..medium(2, MediaKind::Image, "part.jpg", "") };
    let binned = Media { removed_at: Some(at()), ..medium(3, MediaKind::Image, "vieux.jpg", "") };
    let mut refused = Form::filled([("name", "")]);
    refused.refuse("name", "x");
    refused.refuse("removal", "x");
    refused.refuse("poster", "x");
    let film =
        Media { duration_ms: None, audio_codec: None, ..medium(4, MediaKind::Video, "f.mp4", "") };
    let shown = Media { poster: Some("a".repeat(64)), ..medium(5, MediaKind::Video, "g.mp4", "") };
    vec![
        page(medium(1, MediaKind::Image, "buche.jpg", ""), uses.clone(), Form::empty()),
        page(part, vec![], Form::empty()),
        page(binned, vec![], Form::empty()),
        page(medium(2, MediaKind::Gif, "four.gif", "Le four"), vec![], Form::empty()),
        page(film, vec![], refused),
        page(shown, uses, Form::empty()),
    ]
}

pub(super) fn crops() -> Vec<CropPage> {
    let whole = medium(1, MediaKind::Image, "buche.jpg", "Une bûche");
    let page = |name: &str, wrong: Option<&str>| {
        let ratio = ratios::named(name);
        CropPage {
            from: id(1),
            part: ratios::middle(whole.id, whole.width, whole.height, ratio),
            whole: whole.clone(),
            ratio,
            post: wrong.map(|_| id(7)),
            wrong: wrong.map(str::to_owned),
        }
    };
    vec![page("", None), page("4:5", None), page("1:1", Some("x"))]
}

pub(super) fn pickers() -> Vec<PickerPage> {
    let page = |held, post| PickerPage { asked: Asked::default(), held, folders: folders(), post };
    vec![page(vec![], None), page(all(), Some(id(7)))]
}
