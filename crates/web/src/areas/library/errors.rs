//! Why media and folders could not be changed, as refusals; what is a person's to correct is
//! worded beside its field.

use platform::media::{CropError, FolderError, KeepError};
use publishing::library::RemoveError;

use crate::Refusal;
use crate::words::{Words, args};

impl From<KeepError> for Refusal {
    fn from(error: KeepError) -> Self {
        match error {
            KeepError::NotAllowed(error) => error.into(),
            KeepError::Database(error) => error.into(),
            KeepError::NoSuchFolder => Refusal::NotFound,
            KeepError::Name | KeepError::AltText | KeepError::Tag | KeepError::TooManyTags => {
                Refusal::Malformed
            }
        }
    }
}

impl From<RemoveError> for Refusal {
    fn from(error: RemoveError) -> Self {
        match error {
            RemoveError::Planned { .. } => Refusal::Stale,
            RemoveError::NotAllowed(error) => error.into(),
            RemoveError::Keep(error) => error.into(),
            RemoveError::Database(error) => error.into(),
        }
    }
}

/// The field and the words of what is wrong with how a medium is to be kept.
pub(super) fn keep_words(
    error: KeepError,
    words: &Words,
) -> Result<(&'static str, String), Refusal> {
    Ok(match error {
        KeepError::Name => ("name", words.t("library-wrong-name")),
        KeepError::AltText => {
            let most = platform::media::LONGEST_ALT_TEXT;
            ("alt_text", words.tn("library-wrong-alt", args![most => most]))
        }
        KeepError::Tag => {
            let most = platform::media::LONGEST_TAG;
            ("tags", words.tn("library-wrong-tag", args![most => most]))
        }
        KeepError::TooManyTags => {
            let most = platform::media::MOST_TAGS;
            ("tags", words.tn("library-wrong-tags", args![most => most]))
        }
        KeepError::NoSuchFolder => ("folder", words.t("library-wrong-folder")),
        error => return Err(error.into()),
    })
}

/// What is wrong with a folder.
pub(super) fn folder_words(error: FolderError, words: &Words) -> Result<String, Refusal> {
    Ok(match error {
        FolderError::Name => {
            let most = platform::media::LONGEST_FOLDER;
            words.tn("library-folder-wrong-name", args![most => most])
        }
        FolderError::Taken => words.t("library-folder-taken"),
        FolderError::TooDeep => words.t("library-folder-too-deep"),
        FolderError::TooMany => {
            let most = platform::media::MOST_FOLDERS;
            words.tn("library-folder-too-many", args![most => most])
        }
        FolderError::NotFound => return Err(Refusal::NotFound),
        FolderError::NotAllowed(error) => return Err(error.into()),
        FolderError::Database(error) => return Err(error.into()),
    })
}

/// What is wrong with a crop.
pub(super) fn crop_words(error: CropError, words: &Words) -> Result<String, Refusal> {
    Ok(match error {
        CropError::NotAPicture => words.t("library-crop-not-a-picture"),
        CropError::Outside => {
            let least = platform::media::LEAST_SIDE;
            words.tn("library-crop-outside", args![least => least])
        }
        CropError::Upload(error) => crate::areas::media::worded(error, "", words)?,
    })
}
