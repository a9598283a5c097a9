//! Whether an item can be stored as it is.

use std::borrow::Cow;

use channels::InboxItem;

/// The longest id a network may give, in bytes: keys are made of two, and PostgreSQL's indexes
/// take no more than 2,700.
const LONGEST_ID: usize = 600;

/// The item with its texts made storable (PostgreSQL takes no NUL), or `None` when it says
/// neither what it is nor who it is from.
pub(super) fn checked(item: &InboxItem) -> Option<InboxItem> {
    let ids = [Some(&item.remote_id), Some(&item.author.remote_id)];
    let references = [item.root.as_ref(), item.in_reply_to.as_ref()];
    let good = ids.into_iter().chain(references).flatten().all(|id| is_id(id));
    if !good {
        return None;
    }
    let mut item = item.clone();
    let texts = [&mut item.text, &mut item.author.handle, &mut item.author.name];
    let maybe = [
        &mut item.url,
        &mut item.root_text,
        &mut item.root_url,
        &mut item.author.url,
        &mut item.author.avatar_url,
    ];
    for text in texts.into_iter().chain(maybe.into_iter().flatten()) {
        if let Cow::Owned(clean) = without_nul(text) {
            *text = clean;
        }
    }
    Some(item)
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= LONGEST_ID && !id.contains('\0')
}

fn without_nul(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { Cow::Owned(text.replace('\0', "")) } else { Cow::Borrowed(text) }
}
