//! How the brand speaks: its tone, its languages, the sites it sends people to.

use database::Tx;
use platform::{Actor, Right};
use serde_json::json;

use super::{Charter, CharterError, SaidAt, note, store};

/// The longest description of a tone, in characters.
const LONGEST_TONE: usize = 2_000;

/// How the brand speaks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voice {
    /// In a few sentences, for whoever writes.
    pub tone: String,
    /// In a few words: « chaleureux », « précis ».
    pub tone_words: Vec<String>,
    /// The languages it writes in; none is the brand's own.
    pub languages: Vec<String>,
    /// Hosts of its own sites, where links are to be followed.
    pub sites: Vec<String>,
    /// When it was last said; none when it never was.
    pub said_at: SaidAt,
}

/// What the voice becomes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VoiceEdit {
    /// At most 2,000 characters.
    pub tone: String,
    /// At most 20, of 40 characters.
    pub tone_words: Vec<String>,
    /// BCP 47 tags.
    pub languages: Vec<String>,
    /// Hosts or addresses; addresses become hosts.
    pub sites: Vec<String>,
}

impl Charter {
    /// Says how the brand speaks. Needs [`Right::ManageBrand`].
    pub async fn say_voice(
        edit: VoiceEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CharterError> {
        actor.must(Right::ManageBrand)?;
        let voice = checked(edit)?;
        store::write_voice(actor.brand(), &voice, tx).await?;
        let data = json!({ "words": voice.tone_words, "languages": voice.languages });
        note("charter.voice_said", data, actor, tx).await
    }
}

fn checked(edit: VoiceEdit) -> Result<Voice, CharterError> {
    if edit.tone.chars().count() > LONGEST_TONE {
        return Err(CharterError::TooLong(LONGEST_TONE));
    }
    let words = tidy(edit.tone_words);
    if words.len() > 20 || words.iter().any(|word| word.chars().count() > 40) {
        return Err(CharterError::TooLong(40));
    }
    let languages = tidy(edit.languages);
    if !languages.iter().all(|tag| is_tag(tag)) {
        return Err(CharterError::Language);
    }
    let sites = tidy(edit.sites).iter().map(|site| host(site)).collect::<Option<Vec<_>>>();
    Ok(Voice {
        tone: edit.tone.trim().replace("\r\n", "\n"),
        tone_words: words,
        languages,
        sites: sites.ok_or(CharterError::Site)?,
        said_at: None,
    })
}

fn tidy(list: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for item in list {
        let item = item.trim().to_owned();
        if !item.is_empty() && !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}

/// Two or three letters, then what may follow them: `fr`, `pt-BR`.
pub(super) fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

/// The host of an address, without `www.`.
fn host(site: &str) -> Option<String> {
    let bare = site.split_once("://").map_or(site, |(_, rest)| rest);
    let host = bare.split(['/', '?', '#']).next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
    let labels = host.split(':').next()?;
    let fits = labels.contains('.')
        && labels.len() <= 253
        && labels.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    fits.then_some(host)
}
