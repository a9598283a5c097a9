//! Films made here, box by box: no file of anyone else's.

use std::fmt::Write as _;

use platform::media::{MediaKind, MediaStore, Taken, UploadError};
use testing::films::{Mp4, webm};

async fn take(bytes: Vec<u8>) -> Result<Taken, UploadError> {
    MediaStore::in_memory().take(bytes).await
}

#[tokio::test]
async fn a_video_tells_its_length_and_codecs() {
    let taken = take(Mp4::default().bytes()).await.unwrap();
    assert_eq!((taken.kind, taken.content_type), (MediaKind::Video, "video/mp4"));
    assert_eq!((taken.width, taken.height), (1280, 720));
    let film = taken.film.unwrap();
    assert_eq!((film.duration_ms, film.frame_rate), (Some(12_500), Some(25.0)));
    assert_eq!((film.video_codec, film.audio_codec), ("h264", Some("aac")));
}

#[tokio::test]
async fn a_video_filmed_upright_is_measured_upright() {
    let taken = take(Mp4 { lies: true, ..Mp4::default() }.bytes()).await.unwrap();
    assert_eq!((taken.width, taken.height), (720, 1280));
}

#[tokio::test]
async fn a_video_of_a_phone_tells_its_codec_even_when_it_is_recent_and_silent() {
    let film = Mp4 { brand: *b"qt  ", video: *b"hvc1", audio: None, ..Mp4::default() };
    let taken = take(film.bytes()).await.unwrap();
    assert_eq!(taken.content_type, "video/quicktime");
    let film = taken.film.unwrap();
    assert_eq!((film.video_codec, film.audio_codec), ("hevc", None));
}

#[tokio::test]
async fn a_webm_tells_its_length_even_when_its_header_does_not() {
    let said = take(webm(Some(4000.0), true)).await.unwrap();
    assert_eq!((said.content_type, said.width, said.height), ("video/webm", 640, 360));
    let film = said.film.unwrap();
    assert_eq!(film.duration_ms, Some(4000));
    assert_eq!((film.video_codec, film.audio_codec), ("vp9", Some("opus")));
    // As browsers record: no length, and clusters of a size that nobody knows yet.
    let film = take(webm(None, false)).await.unwrap().film.unwrap();
    assert_eq!(film.duration_ms, Some(3033));
}

#[tokio::test]
async fn a_text_file_named_mp4_is_refused_with_a_clear_reason() {
    let error = take(b"ceci n'est pas un film".to_vec()).await.unwrap_err();
    assert!(matches!(error, UploadError::NotAnImage { found: "text" }), "{error:?}");
    let sound = Mp4 { video: *b"none", ..Mp4::default() };
    let error = take(sound.bytes()).await.unwrap_err();
    assert!(matches!(error, UploadError::NotAnImage { found: "sound" }), "{error:?}");
    let mut matroska = webm(Some(1000.0), true);
    let at = matroska.windows(4).position(|part| part == b"webm").unwrap();
    matroska[at..at + 4].copy_from_slice(b"mkv ");
    let error = take(matroska).await.unwrap_err();
    assert!(matches!(error, UploadError::NotAnImage { found: "matroska" }), "{error:?}");
}

#[tokio::test]
async fn a_video_cut_anywhere_is_refused_and_never_panics() {
    let whole = Mp4::default().bytes();
    let mut said = String::new();
    for cut in (12..whole.len() - 1).step_by(7) {
        match take(whole[..cut].to_vec()).await {
            Err(UploadError::BrokenFilm) => {}
            other => writeln!(said, "{cut}: {other:?}").unwrap(),
        }
    }
    assert!(said.is_empty(), "{said}");
    // Every byte of its description turned: whatever is answered, nothing falls over.
    for at in (0..whole.len().min(1400)).step_by(3) {
        let mut turned = whole.clone();
        turned[at] ^= 0xff;
        drop(take(turned).await);
    }
    for at in (0..200).step_by(2) {
        let mut turned = webm(Some(4000.0), true);
        let at = at % turned.len();
        turned[at] ^= 0xff;
        drop(take(turned).await);
    }
}

#[tokio::test]
async fn a_film_is_read_in_parts_and_bounded_in_weight() {
    use futures_util::TryStreamExt;
    use platform::media::Wanted;
    let folder = tempfile::tempdir().unwrap();
    let store = MediaStore::in_folder(folder.path()).unwrap();
    let bytes = Mp4::default().bytes();
    let taken = store.take(bytes.clone()).await.unwrap();
    let part = store.part(&taken.hash, Some(Wanted::Between(10, 19))).await.unwrap();
    assert_eq!((part.size, part.range.clone()), (bytes.len() as u64, 10..20));
    let read: Vec<bytes::Bytes> = part.bytes.try_collect().await.unwrap();
    assert_eq!(read.concat(), &bytes[10..20]);
    let left = std::fs::read_dir(folder.path().join("incoming")).unwrap().count();
    assert_eq!(left, 0, "nothing stays where uploads are written");
    let strict = store.taking_films_of(1000);
    let error = strict.take(bytes).await.unwrap_err();
    assert!(matches!(error, UploadError::TooLarge { most: 1000 }), "{error:?}");
}

/// The film with a box more at the end of its `moov`, as phones write the place.
fn with_a_place(mut bytes: Vec<u8>) -> Vec<u8> {
    let place = b"+47.2184-001.5536/";
    let mut told = Vec::new();
    told.extend(u32::try_from(place.len() + 12).unwrap().to_be_bytes());
    told.extend(b"\xa9xyz");
    told.extend([0, 18, 0x15, 0xc7]);
    told.extend(place);
    let mut user = Vec::new();
    user.extend(u32::try_from(told.len() + 8).unwrap().to_be_bytes());
    user.extend(b"udta");
    user.extend(told);
    let moov = bytes.windows(4).position(|four| four == b"moov").unwrap() - 4;
    let length = u32::from_be_bytes(bytes[moov..moov + 4].try_into().unwrap()) as usize;
    bytes.splice(moov + length..moov + length, user.iter().copied());
    let longer = u32::try_from(length + user.len()).unwrap();
    bytes[moov..moov + 4].copy_from_slice(&longer.to_be_bytes());
    bytes
}

#[tokio::test]
async fn where_a_film_was_taken_is_not_kept() {
    let store = MediaStore::in_memory();
    let plain = Mp4::default().bytes();
    let told = with_a_place(plain.clone());
    let taken = store.take(told.clone()).await.unwrap();
    let kept = store.get(&taken.hash).await.unwrap();
    assert_eq!(kept.len(), told.len(), "nothing else moves");
    assert!(!kept.windows(7).any(|seven| seven == b"+47.218"), "the place is gone");
    assert!(!kept.windows(4).any(|four| four == b"udta"));
    assert_eq!(taken.hash, MediaStore::hash(&kept));
    assert_eq!(taken.film.map(|film| film.width), Some(1280));
    // A film that tells nothing stays as it is.
    let quiet = store.take(plain.clone()).await.unwrap();
    assert_eq!(quiet.hash, MediaStore::hash(&plain));
}
