//! The library in order: folders and tags.

use database::Tx;
use platform::media::{Folder, Kept, Media};

use crate::demo::team::Stage;
use crate::failure::Failure;

/// Which folder a picture goes into, among the words' folders.
fn folder_of(picture: &str) -> usize {
    match picture {
        "tarte-rouge" | "tarte-or" | "tarte-rose" | "gateau" | "chouquettes" => 1,
        "four" | "ble" | "boutique" => 2,
        _ => 0,
    }
}

/// Puts each picture into its folder, under its tags.
pub async fn tidy(
    stage: &Stage,
    media: &[(&'static str, Media)],
    tx: &mut Tx,
) -> Result<(), Failure> {
    let mut folders = Vec::new();
    for name in stage.words.folders {
        let folder = Folder::make(name, None, &stage.camille, tx).await;
        folders.push(folder.map_err(Failure::because)?.id);
    }
    for (name, picture) in media.iter().filter(|(name, _)| *name != "boutique") {
        let tags = stage.words.tags.iter().find(|(of, _)| of == name).map(|(_, tags)| *tags);
        let kept = Kept {
            folder: Some(Some(folders[folder_of(name)])),
            tags: tags.map(|tags| tags.iter().map(|tag| (*tag).to_owned()).collect()),
            ..Kept::default()
        };
        picture.clone().keep(kept, &stage.camille, tx).await.map_err(Failure::because)?;
    }
    Ok(())
}
