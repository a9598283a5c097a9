//! `&amp;` and tags, which some networks leave in texts.

use std::borrow::Cow;

const KNOWN: [(&str, &str); 8] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&apos;", "'"),
    ("&nbsp;", " "),
    ("\u{feff}", ""),
    ("&amp;", "&"),
];

/// The text with what stands for its characters replaced by them, and its tags left out: of a
/// link, its address is kept, or its words when it leads to a moment of a film.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    let tagged = text.contains('<');
    if !tagged && !text.contains(['&', '\u{feff}']) {
        return Cow::Borrowed(text);
    }
    let mut plain = if tagged { untagged(text) } else { text.to_owned() };
    for (written, meant) in KNOWN {
        if plain.contains(written) {
            plain = plain.replace(written, meant);
        }
    }
    Cow::Owned(plain)
}

/// Without `<br />`, `<b>`, `<a href="…">`; a sign « less than » stays.
fn untagged(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((tag, after)) = tag(rest) else {
            out.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = after;
        if let Some(address) = address(tag) {
            let words = rest.split("</a>").next().unwrap_or_default();
            let is_moment = words.contains(':')
                && words.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
            if !is_moment {
                out.push(' ');
                out.push_str(address);
                out.push(' ');
                rest = rest[words.len()..].trim_start_matches("</a>");
            }
        } else {
            out.push(if tag.starts_with("br") || tag.starts_with('p') { '\n' } else { ' ' });
        }
    }
    out.push_str(rest);
    out
}

/// The inside of the tag that begins here, and what follows it.
fn tag(rest: &str) -> Option<(&str, &str)> {
    const NAMES: [&str; 10] = ["br", "a", "b", "i", "p", "em", "strong", "span", "div", "u"];
    let inside = rest[1..].trim_start_matches('/');
    let name = inside.split(|c: char| !c.is_ascii_alphabetic()).next()?;
    if !NAMES.iter().any(|known| name.eq_ignore_ascii_case(known)) {
        return None;
    }
    let goes_on = inside[name.len()..].starts_with([' ', '/', '>']);
    let (tag, after) = inside.split_once('>').filter(|(tag, _)| goes_on && !tag.contains('<'))?;
    Some((tag, after))
}

fn address(tag: &str) -> Option<&str> {
    let (_, quoted) = tag.split_once("href=\"")?;
    quoted.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_what_they_say_stays() {
        assert_eq!(decoded("a &lt; b &amp; c"), "a < b & c");
        assert_eq!(decoded("un<br />deux<br>trois"), "un\ndeux\ntrois");
        assert_eq!(decoded("x <a href=\"https://a.fr/b\">ici</a> y"), "x  https://a.fr/b  y");
        assert_eq!(decoded("<a href=\"https://y.com/w?t=1\">3:57</a> !"), "3:57  !");
        assert_eq!(decoded("I <3 you, a<b"), "I <3 you, a<b");
    }
}
