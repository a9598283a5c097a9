//! The media library, as its pages are used.

use http::{Request, header};
use testing::films::{Mp4, webm};

use super::support::{App, Browser, LE_FOURNIL};

fn url(path: &str) -> String {
    format!("/b/{LE_FOURNIL}/{path}")
}

fn picture(width: u32, height: u32) -> Vec<u8> {
    let image = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 90]));
    let mut out = std::io::Cursor::new(Vec::new());
    image.write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

/// Sends a file into the library; its id.
async fn send(louise: &Browser<'_>, name: &str, bytes: &[u8]) -> String {
    let answer = louise.upload(&url("library"), &[], "file", (name, "x/y", bytes)).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    let page = louise.follow(answer).await;
    let mut tiles = page.text.split("data-medium=\"").skip(1);
    let tile = tiles.find(|tile| tile.contains(name)).unwrap_or_else(|| panic!("{page:?}"));
    tile.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_file_is_sent_described_and_found_again_without_script() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let empty = louise.get(&url("library")).await;
        assert!(empty.says("Rien pour l’instant"), "{empty:?}");
        let id = send(&louise, "buche.png", &picture(120, 80)).await;
        let form = [
            ("alt_text", "Une bûche au marron"),
            ("name", "La bûche"),
            ("folder", ""),
            ("tags", "Noël, vitrine"),
        ];
        let kept = louise.post(&url(&format!("library/{id}")), &form).await;
        assert_eq!(kept.location(), url(&format!("library/{id}")), "{kept:?}");
        let found = louise.get(&url("library?q=BUCHE&tag=noel")).await;
        assert!(found.says("La bûche") && found.says("Pas encore utilisé"), "{found:?}");
        let other = louise.get(&url("library?q=galette")).await;
        assert!(other.says("Rien ne correspond"), "{other:?}");
        let nameless = [("alt_text", "x"), ("name", " "), ("folder", ""), ("tags", "")];
        let refused = louise.post(&url(&format!("library/{id}")), &nameless).await;
        assert_eq!(refused.status, 422, "{refused:?}");
        assert!(refused.says("Donnez un nom"), "{refused:?}");
    }
}

#[tokio::test]
async fn a_film_is_measured_shown_in_parts_and_has_a_picture_in_its_place() {
    let app = App::start().await;
    let louise = app.set_up().await;
    let bytes = Mp4::default().bytes();
    let id = send(&louise, "petrin.mp4", &bytes).await;
    let page = louise.get(&url(&format!("library/{id}"))).await;
    assert!(page.says("0:13") && page.says("H.264, AAC") && page.says("25 images"), "{page:?}");
    let tile = louise.get(&url(&format!("media/{id}?side=480"))).await;
    assert_eq!(tile.headers[header::CONTENT_TYPE], "image/svg+xml");

    let part = |range: &str| Request::get(url(&format!("media/{id}"))).header(header::RANGE, range);
    let answer = louise.send(part("bytes=10-19").body("".into()).unwrap()).await;
    assert_eq!((answer.status, &answer.bytes[..]), (206, &bytes[10..20]));
    let said = format!("bytes 10-19/{}", bytes.len());
    assert_eq!(answer.headers[header::CONTENT_RANGE], said.as_str());
    assert_eq!(answer.headers[header::CONTENT_TYPE], "video/mp4");
    let answer = louise.send(part("bytes=-5").body("".into()).unwrap()).await;
    assert_eq!((answer.status, &answer.bytes[..]), (206, &bytes[bytes.len() - 5..]));
    let answer = louise.send(part("bytes=999999-").body("".into()).unwrap()).await;
    assert_eq!(answer.status, 416, "{answer:?}");
    let whole = louise.get(&url(&format!("media/{id}"))).await;
    assert_eq!((whole.status, whole.bytes.len()), (200, bytes.len()));

    let poster = url(&format!("library/{id}/poster"));
    let frame = ("frame.png", "image/png", &picture(64, 36)[..]);
    let answer = louise.upload(&poster, &[("duration", "99")], "file", frame).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    let tile = louise.get(&url(&format!("media/{id}?side=480"))).await;
    assert_eq!(tile.headers[header::CONTENT_TYPE], "image/png");
    let page = louise.get(&url(&format!("library/{id}"))).await;
    assert!(page.says("0:13"), "what the file says of its length stays: {page:?}");
}

#[tokio::test]
async fn what_is_no_medium_is_refused_with_its_reason_and_the_rest_is_taken() {
    let app = App::start().await;
    let louise = app.set_up().await;
    for (name, bytes, reason) in [
        ("film.mp4", b"du texte".to_vec(), "contient du texte"),
        ("film.mp4", Mp4::default().bytes()[..900].to_vec(), "abîmée ou incomplète"),
        ("film.webm", webm(None, true)[..40].to_vec(), "abîmée ou incomplète"),
        ("notes.pdf", b"%PDF-1.7 ".to_vec(), "est un PDF"),
    ] {
        let file = (name, "video/mp4", &bytes[..]);
        let answer = louise.upload(&url("library"), &[], "file", file).await;
        assert_eq!(answer.status, 422, "{answer:?}");
        assert!(answer.says(reason), "{reason}: {answer:?}");
    }
    let silent = louise.upload(&url("library"), &[], "file", ("", "x/y", b"")).await;
    assert!(silent.says("Choisissez au moins un fichier"), "{silent:?}");
}

#[tokio::test]
async fn several_are_moved_tagged_put_in_the_bin_and_taken_back() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let (first, second) = (
            send(&louise, "un.png", &picture(40, 40)).await,
            send(&louise, "deux.png", &picture(50, 50)).await,
        );
        let made =
            louise.post(&url("library/folders"), &[("folder-name", "Noël"), ("parent", "")]).await;
        let folder = made.location().split("folder=").nth(1).unwrap().to_owned();
        let both = [("media", first.as_str()), ("media", second.as_str())];
        let selection = url("library/selection");
        let moved = [&both[..], &[("do", "move"), ("to", &folder)]].concat();
        assert_eq!(louise.post(&selection, &moved).await.status, 303);
        let inside = louise.get(&url(&format!("library?folder={folder}"))).await;
        assert!(inside.says("un.png") && inside.says("deux.png"), "{inside:?}");
        let tagged = [&both[..1], &[("do", "tag"), ("tags", "vitrine")]].concat();
        assert_eq!(louise.post(&selection, &tagged).await.status, 303);
        let found = louise.get(&url("library?tag=vitrine")).await;
        assert!(found.says("un.png") && !found.says("deux.png"), "{found:?}");
        let nothing = louise.post(&selection, &[("do", "remove")]).await;
        assert!(nothing.says("Sélectionnez d’abord"), "{nothing:?}");
        let removed = [&both[..], &[("do", "remove")]].concat();
        let answer = louise.post(&selection, &removed).await;
        let page = louise.follow(answer).await;
        assert!(page.says("2 fichiers mis à la corbeille"), "{page:?}");
        let undo = page.between("action=\"/b/le-fournil-de-louise/library/removal/end", "\"");
        let undo = format!("/b/{LE_FOURNIL}/library/removal/end{}", undo.replace("&amp;", "&"));
        assert_eq!(louise.post(&undo, &[]).await.status, 303);
        let back = louise.get(&url("library")).await;
        assert!(back.says("un.png") && back.says("deux.png"), "{back:?}");
    }
}

#[tokio::test]
async fn a_picture_is_cropped_by_numbers_and_takes_its_place_in_the_post() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let id = send(&louise, "buche.png", &picture(120, 80)).await;
        let page = louise.get(&url(&format!("library/{id}/crop?ratio=1:1"))).await;
        assert!(
            page.text.contains("value=\"20\"") && page.text.contains("value=\"80\""),
            "{page:?}"
        );
        let form = [
            ("text", "La bûche"),
            ("media", &id),
            (&format!("alt-{id}"), "Une bûche"),
            ("do", "library"),
        ];
        let draft = louise.post(&url("posts/new"), &form).await;
        let post = draft.location().split("post=").nth(1).unwrap().to_owned();
        let crop = url(&format!("library/{id}/crop"));
        let numbers = |width| {
            [
                ("left", "20"),
                ("top", "0"),
                ("width", width),
                ("height", "80"),
                ("post", post.as_str()),
            ]
        };
        let outside = louise.post(&crop, &numbers("200")).await;
        assert_eq!(outside.status, 422, "{outside:?}");
        assert!(outside.says("Le cadre sort de l’image"), "{outside:?}");
        let made = louise.post(&crop, &numbers("80")).await;
        assert_eq!(made.location(), url(&format!("posts/{post}/edit")), "{made:?}");
        let composer = louise.follow(made).await;
        assert!(!composer.text.contains(&format!("value=\"{id}\"")), "{composer:?}");
        let part = composer.between("data-medium=\"", "\"").to_owned();
        assert!(composer.says("Une bûche"), "{composer:?}");
        let page = louise.get(&url(&format!("library/{part}"))).await;
        assert!(page.says("80 × 80") && page.says("Recadré depuis"), "{page:?}");
    }
}

#[tokio::test]
async fn what_is_chosen_in_the_library_joins_the_post_with_its_alternative_text() {
    for app in App::on_each_engine().await {
        let louise = app.set_up().await;
        let id = send(&louise, "buche.png", &picture(120, 80)).await;
        let form =
            [("alt_text", "Une bûche au marron"), ("name", "buche"), ("folder", ""), ("tags", "")];
        louise.post(&url(&format!("library/{id}")), &form).await;
        let draft = louise.post(&url("posts/new"), &[("text", "Noël"), ("do", "library")]).await;
        let picker = louise.follow(draft).await;
        assert!(picker.says("Choisir dans la médiathèque"), "{picker:?}");
        let post = picker.between("name=\"post\" value=\"", "\"").to_owned();
        let chosen = [("post", post.as_str()), ("media", id.as_str())];
        let answer = louise.post(&url("library/picker"), &chosen).await;
        let composer = louise.follow(answer).await;
        assert!(composer.says("Une bûche au marron"), "{composer:?}");
        let lines = louise.get(&url(&format!("library/picker/chosen?media={id}"))).await;
        assert!(
            lines.text.contains("li class=\"media-item\"") && lines.says("Une bûche au marron")
        );
        let page = louise.get(&url(&format!("library/{id}"))).await;
        assert!(page.says("Brouillon") && page.says("Noël"), "where it is used is said: {page:?}");
    }
}
