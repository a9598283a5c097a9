//! A text as Mastodon gives it back: paragraphs, links cut for the eye, mentions and hashtags.

use primitives::text::{Entity, EntityKind, entities};

/// The HTML of `text` on the server at `base`.
pub(super) fn html(text: &str, base: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for entity in entities(text) {
        out.push_str(&plain(&text[at..entity.range.start]));
        out.push_str(&marked(text, &entity, base));
        at = entity.range.end;
    }
    out.push_str(&plain(&text[at..]));
    format!("<p>{out}</p>")
}

fn plain(text: &str) -> String {
    escape(text).replace("\n\n", "</p><p>").replace('\n', "<br />")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

fn marked(text: &str, entity: &Entity, base: &str) -> String {
    let (written, name) = (entity.written(text), escape(entity.name(text)));
    match entity.kind {
        EntityKind::Url { bare: false } => link(written),
        EntityKind::Hashtag => format!(
            "<a href=\"{base}/tags/{name}\" class=\"mention hashtag\" rel=\"tag\">#<span>{name}</span></a>"
        ),
        EntityKind::Mention { .. } => {
            let local = escape(entity.local_name(text).trim_start_matches('@'));
            format!(
                "<span class=\"h-card\" translate=\"no\"><a href=\"{base}/@{name}\" \
                 class=\"u-url mention\">@<span>{local}</span></a></span>"
            )
        }
        EntityKind::Url { bare: true } | EntityKind::Cashtag => escape(written),
    }
}

fn link(url: &str) -> String {
    let (scheme, rest) = url.split_at(url.find("://").map_or(0, |at| at + 3));
    let cut = rest.char_indices().nth(30).map_or(rest.len(), |(at, _)| at);
    let (shown, hidden) = rest.split_at(cut);
    let class = if hidden.is_empty() { "" } else { "ellipsis" };
    format!(
        "<a href=\"{}\" target=\"_blank\" rel=\"nofollow noopener\"><span class=\"invisible\">{}\
         </span><span class=\"{class}\">{}</span><span class=\"invisible\">{}</span></a>",
        escape(url),
        escape(scheme),
        escape(shown),
        escape(hidden)
    )
}
