//! The album: a dozen pictures painted by code, each with its alternative text.

use std::io::Cursor;

use channels::ChannelKit;
use database::Tx;
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat};
use platform::Actor;
use platform::media::{Media, Picture};
use primitives::Language;

use super::paint;
use super::texts::texts;
use crate::failure::Failure;

/// Pictures ready to be described in the database: name, alternative text, bytes' hash.
pub struct Album(Vec<(&'static str, &'static str, Picture, String)>);

/// Name of each picture; what it shows is told by `Texts::alts`, in this order.
const PICTURES: [&str; 12] = [
    "miche",
    "baguettes",
    "croissants",
    "brioche",
    "couronne",
    "tarte-rouge",
    "tarte-or",
    "tarte-rose",
    "gateau",
    "chouquettes",
    "four",
    "ble",
];

/// Paints the album and stores its bytes: before any transaction.
pub async fn album(language: Language, kit: &ChannelKit) -> Result<Album, Failure> {
    let mut alts = texts(language).alts.into_iter();
    let painted = PICTURES.map(|name| {
        let alt = alts.next().unwrap_or_default();
        let media = kit.media.clone();
        tokio::spawn(async move {
            let bytes = tokio::task::spawn_blocking(move || jpeg(name))
                .await
                .map_err(Failure::because)??;
            let picture = Picture::take(bytes).await.map_err(Failure::because)?;
            let hash = media.put(picture.bytes().clone()).await.map_err(Failure::because)?;
            Ok::<_, Failure>((name, alt, picture, hash))
        })
    });
    let mut album = Vec::new();
    for picture in painted {
        album.push(picture.await.map_err(Failure::because)??);
    }
    Ok(Album(album))
}

/// Painted small and made larger: soft like a picture taken by hand.
fn jpeg(name: &str) -> Result<Vec<u8>, Failure> {
    let small = DynamicImage::ImageRgb8(paint::paint(name));
    let large = small.resize_exact(720, 720, FilterType::Triangle);
    let mut bytes = Cursor::new(Vec::new());
    large.write_to(&mut bytes, ImageFormat::Jpeg).map_err(Failure::because)?;
    Ok(bytes.into_inner())
}

impl Album {
    /// Describes the pictures in the database, by name; « boutique » shows the oven.
    pub async fn record(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<(&'static str, Media)>, Failure> {
        let mut all = Vec::new();
        for (name, alt, picture, hash) in &self.0 {
            let file = format!("{name}.jpg");
            let media = Media::record(picture, hash.clone(), &file, alt, actor, tx)
                .await
                .map_err(Failure::because)?;
            if *name == "four" {
                all.push(("boutique", media.clone()));
            }
            all.push((*name, media));
        }
        Ok(all)
    }
}
