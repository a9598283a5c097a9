use std::io::Cursor;

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, Frame, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use platform::media::{FitError, FitLimits, Media, MediaStore, Picture, StorageError, UploadError};
use platform::setup::{SetUp, set_up};
use platform::{Actor, Role};
use testing::{Engine, engines};

/// A picture that does not compress well: noise, with a red left half.
fn noise(width: u32, height: u32) -> DynamicImage {
    let mut seed = 1_u32;
    let image = RgbImage::from_fn(width, height, |x, _| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grey = (seed >> 24) as u8;
        if x < width / 2 { Rgb([255, grey / 8, grey / 8]) } else { Rgb([grey, grey, grey]) }
    });
    DynamicImage::ImageRgb8(image)
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A JPEG lying on its side (orientation 6), with a place in its metadata.
fn sideways_with_place(width: u32, height: u32) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend_from_slice(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    exif.extend_from_slice(b"\x0e\x01\x02\0\x10\0\0\0\x26\0\0\0");
    exif.extend_from_slice(b"\0\0\0\0GPS 48.85 2.35 !\0");
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, 90);
    encoder.set_exif_metadata(exif).unwrap();
    noise(width, height).write_with_encoder(encoder).unwrap();
    assert!(contains(&out, b"GPS 48.85"));
    out
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn limits(max_bytes: u64, max_side: u32, types: &[&str]) -> FitLimits {
    FitLimits { max_bytes, max_side, types: types.iter().map(|t| (*t).to_owned()).collect() }
}

#[tokio::test]
async fn a_photo_is_turned_upright_and_loses_its_place() {
    let picture = Picture::take(sideways_with_place(60, 40)).await.unwrap();
    assert_eq!(picture.size(), (40, 60));
    assert_eq!(picture.content_type(), "image/jpeg");
    assert!(!contains(picture.bytes(), b"GPS") && !contains(picture.bytes(), b"Exif"));
    let seen = image::load_from_memory(picture.bytes()).unwrap().to_rgb8();
    let top = seen.get_pixel(20, 5);
    assert!(top[0] > 180 && top[1] < 90, "the left half is now on top: {top:?}");
}

#[tokio::test]
async fn a_picture_is_known_by_its_content() {
    let png = encoded(&noise(10, 10), ImageFormat::Png);
    assert_eq!(Picture::take(png).await.unwrap().content_type(), "image/png");
    let webp = encoded(&noise(10, 10), ImageFormat::WebP);
    assert_eq!(Picture::take(webp).await.unwrap().content_type(), "image/jpeg");
    for (bytes, what) in [
        (&b"%PDF-1.7 "[..], "pdf"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "heic"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "video"),
        (b"<?xml version='1.0'?><svg onload='alert(1)'/>", "svg"),
        (b"<script>", "text"),
        (b"\x7fELF\x02", "program"),
        (b"", "empty"),
        (b"\xff\xfe\0\x01\x02", "unknown"),
    ] {
        let error = Picture::take(bytes).await.unwrap_err();
        let UploadError::NotAnImage { found } = error else { panic!("{what}: {error:?}") };
        assert_eq!(found, what);
    }
}

#[tokio::test]
async fn damaged_and_monstrous_pictures_are_refused() {
    let png = encoded(&noise(50, 50), ImageFormat::Png);
    for cut in [9, 30, 60, png.len() / 2] {
        let error = Picture::take(png[..cut].to_vec()).await.unwrap_err();
        assert!(matches!(error, UploadError::Broken), "{cut}: {error:?}");
    }
    // A header that promises 60,000 × 60,000 pixels, with its checksum made right.
    let mut bomb = png.clone();
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let sum = crc(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&sum.to_be_bytes());
    let error = Picture::take(bomb).await.unwrap_err();
    assert!(matches!(error, UploadError::TooManyPixels { .. }), "{error:?}");
    let error = Picture::take(vec![0xff; 33 * 1024 * 1024]).await.unwrap_err();
    assert!(matches!(error, UploadError::TooLarge { .. }), "{error:?}");
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
        })
    })
}

#[tokio::test]
async fn an_animation_is_kept_as_it_is_if_it_decodes() {
    let mut gif = Vec::new();
    {
        let mut encoder = GifEncoder::new(&mut gif);
        for _ in 0..2 {
            encoder.encode_frame(Frame::new(noise(20, 10).to_rgba8())).unwrap();
        }
    }
    let picture = Picture::take(gif.clone()).await.unwrap();
    assert_eq!((picture.bytes().as_ref(), picture.size()), (gif.as_slice(), (20, 10)));
    let error = Picture::take(gif[..gif.len() / 2].to_vec()).await.unwrap_err();
    assert!(matches!(error, UploadError::Broken), "{error:?}");

    let store = MediaStore::in_memory();
    let hash = store.put(gif.clone().into()).await.unwrap();
    let gifs = limits(1_000_000, 100, &["image/gif", "image/jpeg"]);
    assert_eq!(store.fitted(&hash, &gifs).await.unwrap().content_type, "image/gif");
    assert_eq!(store.thumbnail(&hash, 10).await.unwrap().content_type, "image/jpeg");
}

#[tokio::test]
async fn one_content_is_stored_once_and_found_by_its_hash() {
    let folder = tempfile::tempdir().unwrap();
    let store = MediaStore::in_folder(&folder.path().join("media")).unwrap();
    let hash = store.put("bytes".into()).await.unwrap();
    assert_eq!(store.put("bytes".into()).await.unwrap(), hash);
    assert_eq!(store.get(&hash).await.unwrap(), "bytes");
    assert!(folder.path().join("media").join(&hash[..2]).join(&hash[2..]).is_file());
    for wrong in ["", "..", "../../etc/passwd", &hash.to_uppercase(), &"0".repeat(64)] {
        let error = store.get(wrong).await.unwrap_err();
        assert!(matches!(error, StorageError::Missing), "{wrong}: {error:?}");
    }
}

#[tokio::test]
async fn a_picture_is_made_to_fit_a_network() {
    let store = MediaStore::in_memory();
    let original = encoded(&noise(900, 600), ImageFormat::Png);
    let hash = store.put(original.clone().into()).await.unwrap();
    let both = ["image/jpeg", "image/png"];

    let as_it_is = store.fitted(&hash, &limits(10_000_000, 2000, &both)).await.unwrap();
    assert_eq!(as_it_is.bytes, original);
    let smaller = store.fitted(&hash, &limits(10_000_000, 300, &both)).await.unwrap();
    assert_eq!((smaller.width, smaller.height, smaller.content_type), (300, 200, "image/png"));
    let lighter = store.fitted(&hash, &limits(60_000, 2000, &both)).await.unwrap();
    assert!(lighter.bytes.len() <= 60_000);
    assert_eq!(lighter.content_type, "image/jpeg");
    assert_eq!(store.fitted(&hash, &limits(60_000, 2000, &both)).await.unwrap(), lighter);
    let only_png = store.fitted(&hash, &limits(60_000, 2000, &["image/png"])).await.unwrap();
    assert!(only_png.bytes.len() <= 60_000 && only_png.content_type == "image/png");

    for impossible in [limits(60_000, 2000, &["image/avif"]), limits(10, 2000, &both)] {
        let error = store.fitted(&hash, &impossible).await.unwrap_err();
        assert!(matches!(error, FitError::CannotFit), "{error:?}");
    }
}

#[tokio::test]
async fn what_is_transparent_becomes_white_not_black() {
    let store = MediaStore::in_memory();
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(20, 20, Rgba([0, 0, 0, 0])));
    let picture = Picture::take(encoded(&clear, ImageFormat::Png)).await.unwrap();
    let hash = store.put(picture.bytes().clone()).await.unwrap();
    let fitted = store.fitted(&hash, &limits(100_000, 100, &["image/jpeg"])).await.unwrap();
    let seen = image::load_from_memory(&fitted.bytes).unwrap().to_rgb8();
    assert!(seen.pixels().all(|pixel| pixel.0.iter().all(|value| *value > 250)));
}

/// A full disk: a small file system is needed, which only root can mount.
#[tokio::test]
async fn a_full_disk_is_said_and_leaves_nothing_half_stored() {
    let full = std::path::Path::new("/dev/full");
    let folder = tempfile::tempdir().unwrap();
    let mount = folder.path().join("small");
    std::fs::create_dir(&mount).unwrap();
    let mounted = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
        .arg(&mount)
        .output()
        .is_ok_and(|output| output.status.success());
    if !full.exists() || !mounted {
        return;
    }
    let store = MediaStore::in_folder(&mount).unwrap();
    let result = store.put(vec![7; 500_000].into()).await;
    let left = files(&mount);
    std::process::Command::new("umount").arg(&mount).status().unwrap();
    assert!(matches!(result, Err(StorageError::Full)), "{result:?}");
    assert_eq!(left, 0);
}

fn files(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { files(&path) } else { 1 }).sum()
}

/// The owner of a brand just made.
async fn owner(engine: &Engine) -> Actor {
    let typed = SetUp {
        organization: "La Mie".to_owned(),
        brand: "Boulangerie".to_owned(),
        colour: "#b5502b".to_owned(),
        zone: "Europe/Paris".to_owned(),
        name: "Zoé".to_owned(),
        email: "zoe@example.org".to_owned(),
        password: "une phrase de passe longue".to_owned(),
        ..SetUp::default()
    };
    let checked = typed.check(engine.ambient()).await.unwrap();
    let mut tx = engine.begin().await.unwrap();
    let done = set_up(checked, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    done.actor
}

#[tokio::test]
async fn an_uploaded_picture_belongs_to_its_brand_and_is_described_there() {
    for engine in engines().await {
        let owner = owner(&engine).await;
        let store = MediaStore::in_folder(&engine.folder.path().join("media")).unwrap();
        let png = encoded(&noise(30, 20), ImageFormat::Png);
        let name = r"C:\photos\../four.png";
        let media = Media::upload(png.clone(), name, " Le four ", &owner, &store, &engine.database);
        let media = media.await.unwrap();
        assert_eq!((media.width, media.height, media.name.as_str()), (30, 20, "four.png"));
        assert_eq!(MediaStore::hash(&store.get(&media.hash).await.unwrap()), media.hash);

        let mut tx = engine.begin().await.unwrap();
        assert_eq!(Media::find(media.id, &owner, &mut tx).await.unwrap().as_ref(), Some(&media));
        let described = media.describe("Le four à bois", &owner, &mut tx).await.unwrap();
        let found = Media::find_all(&[described.id], &owner, &mut tx).await.unwrap();
        assert_eq!(found, std::slice::from_ref(&described));
        assert_eq!(Media::latest(&owner, None, 10, &mut tx).await.unwrap(), found);
        let older = Media::latest(&owner, Some(described.id), 10, &mut tx).await.unwrap();
        assert!(older.is_empty());
        let stranger = Actor::system(tx.new_id());
        assert_eq!(Media::find(described.id, &stranger, &mut tx).await.unwrap(), None);
        assert!(Media::find_all(&[described.id], &stranger, &mut tx).await.unwrap().is_empty());
        assert!(Media::find_all(&[], &owner, &mut tx).await.unwrap().is_empty());
        tx.commit().await.unwrap();

        let reader = Actor::teammate(owner.brand(), owner.teammate_id().unwrap(), Role::ReadOnly);
        let refused = Media::upload(png, "a", "", &reader, &store, &engine.database).await;
        assert!(matches!(refused, Err(UploadError::NotAllowed(_))), "{refused:?}");
    }
}
