//! The album: a dozen pictures painted by code, each with its alternative text.

use std::io::Cursor;

use channels::ChannelKit;
use database::Tx;
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat};
use platform::Actor;
use platform::media::{Media, Picture};

use super::paint;
use crate::failure::Failure;

/// Pictures ready to be described in the database: name, alternative text, bytes' hash.
pub struct Album(Vec<(&'static str, &'static str, Picture, String)>);

/// Name and alternative text of each picture.
const PICTURES: [(&str, &str); 12] = [
    ("miche", "Une miche ronde et dorée, grignée en croix, posée sur une planche de bois."),
    ("baguettes", "Trois baguettes dorées côte à côte sur un torchon clair."),
    ("croissants", "Deux croissants bien cuits sur un fond crème."),
    ("brioche", "Une brioche haute et brillante, vue de face."),
    ("couronne", "Une couronne de pain dorée, vue de dessus."),
    ("tarte-rouge", "Une tarte aux fruits rouges, vue de dessus, les fruits en cercles serrés."),
    ("tarte-or", "Une tarte aux fruits dorés, vue de dessus, les quartiers en rosace."),
    ("tarte-rose", "Une tarte aux fruits roses, vue de dessus, sur une nappe claire."),
    ("gateau", "Un gâteau rond nappé de chocolat, sur une assiette."),
    ("chouquettes", "Un tas de chouquettes au sucre perlé."),
    ("four", "La bouche d’un four à pain rougeoyant dans la pénombre."),
    ("ble", "Un champ de blé sous un ciel clair."),
];

/// Paints the album and stores its bytes: before any transaction.
pub async fn album(kit: &ChannelKit) -> Result<Album, Failure> {
    let painted = PICTURES.map(|(name, alt)| {
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
