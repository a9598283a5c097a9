//! What a composer's form says.

use channels::Channel;
use primitives::Id;
use publishing::post::{Extras, Poll, VariantExtras};

use super::{Draft, Part};
use crate::{Form, Refusal};

/// How long a poll is open when nobody said: a day.
const A_DAY: u32 = 1440;

impl Draft {
    /// What the form says. A variant that says what the common text says, or said when the form
    /// was made, follows the common text.
    pub fn read(form: &Form) -> Result<Self, Refusal> {
        let text = chosen(form, "text", form.get("text"));
        let text = text.as_str();
        let mut draft = Self {
            id: optional(form.get("post"))?,
            version: form.get("version").parse().unwrap_or(0),
            text: text.to_owned(),
            link: form.get("link").trim().to_owned(),
            topic: optional(form.get("topic"))?,
            campaign: optional(form.get("campaign"))?,
            language: form.get("language").to_owned(),
            extras: extras(form),
            date: form.get("date").to_owned(),
            time: form.get("time").to_owned(),
            proposed: form.get("proposed").to_owned(),
            silent: silent(form),
            ..Self::default()
        };
        for channel in form.all("channel") {
            draft.channels.push(id(channel)?);
        }
        for (name, value) in form.fields() {
            let Some(channel) = name.strip_prefix("variant-") else { continue };
            let value = chosen(form, name, value);
            let follows = value.trim().is_empty() || value == text || value == form.get("before");
            if !follows && form.get("follow") != channel {
                draft.own.push((id(channel)?, value));
            }
        }
        draft.own_extras = own_extras(form, &draft.extras)?;
        for media in form.all("media") {
            let alt = form.get(&format!("alt-{media}")).to_owned();
            draft.media.push((id(media)?, alt));
        }
        Ok(draft.with_theirs(form))
    }
}

fn id<T>(text: &str) -> Result<Id<T>, Refusal> {
    text.parse().map_err(|_| Refusal::Malformed)
}

fn optional<T>(text: &str) -> Result<Option<Id<T>>, Refusal> {
    if text.is_empty() { Ok(None) } else { id(text).map(Some) }
}

/// A text, or what someone else made of it where one chose that (see `composer/conflict.rs`).
fn chosen(form: &Form, field: &str, mine: &str) -> String {
    let theirs = form.get(&format!("theirs-{field}"));
    match form.get(&format!("keep-{field}")) {
        "theirs" => theirs.to_owned(),
        "both" => format!("{}\n\n{theirs}", mine.trim_end()),
        _ => mine.to_owned(),
    }
}

/// What the form does not speak of: a program's, or one whose writer may not say it.
fn silent(form: &Form) -> Vec<Part> {
    let parts = [
        ("topic", Part::Topic),
        ("campaign", Part::Campaign),
        ("language", Part::Language),
        ("extras", Part::Extras),
        ("date", Part::When),
    ];
    parts.into_iter().filter(|(field, _)| !form.has(field)).map(|(_, part)| part).collect()
}

fn extras(form: &Form) -> Extras {
    let comment = form.get("first-comment");
    let partner = form.get("partner").trim();
    Extras {
        thread: form.all("part").map(str::to_owned).collect(),
        first_comment: Some(comment.to_owned()).filter(|comment| !comment.trim().is_empty()),
        poll: form.has("poll").then(|| Poll {
            choices: form.all("choice").map(str::to_owned).collect(),
            minutes: form.get("poll-minutes").parse().unwrap_or(A_DAY),
            several: form.has("poll-several"),
        }),
        commercial: form.has("commercial").then(|| partner.to_owned()),
        retouched: form.has("retouched"),
    }
}

/// What channels say otherwise: a thread of their own where one was begun, a first comment
/// where it is not the common one, nor the one that the form was made with.
fn own_extras(form: &Form, common: &Extras) -> Result<Vec<(Id<Channel>, VariantExtras)>, Refusal> {
    let mut all: Vec<(Id<Channel>, VariantExtras)> = Vec::new();
    for channel in form.all("own-thread") {
        if form.get("common-thread") != channel {
            let parts = form.all(&format!("part-{channel}")).map(str::to_owned).collect();
            let extras = VariantExtras { thread: Some(parts), first_comment: None };
            all.push((id(channel)?, extras));
        }
    }
    for (name, value) in form.fields() {
        let Some(channel) = name.strip_prefix("first-comment-") else { continue };
        let common = common.first_comment.as_deref().unwrap_or_default();
        let said = value.trim_end();
        if said == common.trim_end() || said == form.get("comment-before").trim_end() {
            continue;
        }
        let channel = id(channel)?;
        match all.iter_mut().find(|(known, _)| *known == channel) {
            Some((_, extras)) => extras.first_comment = Some(said.to_owned()),
            None => {
                let first_comment = Some(said.to_owned());
                all.push((channel, VariantExtras { thread: None, first_comment }));
            }
        }
    }
    Ok(all)
}
