//! Every page that was registered is rendered, in both languages, and is well formed.

use primitives::Language;
use web::Frame;
use web::frame::sampled_pages;

/// Elements that have no end.
const VOID: [&str; 9] = ["meta", "link", "input", "img", "br", "hr", "source", "col", "path"];

/// What is wrong with a page, if anything.
fn faults(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    let mut headings = 0;
    for (index, piece) in html.split('<').enumerate().skip(1) {
        let Some(tag) = whole_tag(piece) else {
            faults.push(format!("tag {index} has no end: {piece}"));
            continue;
        };
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                faults.push(format!("</{name}> closes something else"));
            }
            continue;
        }
        let shown = piece[tag.len() + 1..].trim_start();
        if shown.starts_with("/b/") {
            faults.push(format!("an address is shown for words: {shown}"));
        }
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        headings += usize::from(name == "h1");
        if !VOID.contains(&name) && !tag.ends_with('/') {
            open.push(name);
        }
        if let Some(id) = attribute(tag, "id")
            && !ids.insert(id)
        {
            faults.push(format!("the id {id} is there twice"));
        }
        if name == "img" && attribute(tag, "alt").is_none() {
            faults.push(format!("an image has no alt: <{tag}>"));
        }
        for forbidden in ["style", "onclick", "onload", "onsubmit"] {
            if attribute(tag, forbidden).is_some() {
                faults.push(format!("the security policy forbids {forbidden}: <{tag}>"));
            }
        }
        if matches!(name, "a" | "form") && attribute(tag, "href").is_some_and(|to| to.contains("["))
        {
            faults.push(format!("an address is not one: <{tag}>"));
        }
        if name == "form"
            && attribute(tag, "method") == Some("post")
            && !html[..].contains("name=\"csrf\"")
        {
            faults.push("a form carries no token".to_owned());
        }
    }
    if headings != 1 {
        faults.push(format!("{headings} h1"));
    }
    if !open.is_empty() {
        faults.push(format!("left open: {open:?}"));
    }
    faults.extend(missing_words(html));
    faults
}

/// The tag at the start of a piece, knowing that a `>` may stand in a value.
fn whole_tag(piece: &str) -> Option<&str> {
    let mut quoted = false;
    for (at, c) in piece.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return Some(&piece[..at]),
            _ => {}
        }
    }
    None
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

/// Keys without words show themselves in brackets.
fn missing_words(html: &str) -> Vec<String> {
    let brackets = html.split('[').skip(1).filter_map(|rest| rest.split(']').next());
    let key = |text: &&str| {
        text.contains('-')
            && text.split(':').next().is_some_and(|key| {
                !key.is_empty()
                    && key.chars().all(|c| {
                        c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit() || c == '_'
                    })
            })
    };
    brackets.filter(key).map(|key| format!("missing words: {key}")).collect()
}

#[test]
fn every_page_is_rendered_in_both_languages_and_is_well_formed() {
    let mut seen = 0;
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let frame = Frame::sample(language);
        for page in sampled_pages() {
            let rendered = (page.render)(&frame);
            assert!(!rendered.is_empty(), "{} has no sample", page.name);
            for (index, markup) in rendered.into_iter().enumerate() {
                seen += 1;
                let html = markup.into_string();
                let faults = faults(&html);
                if !faults.is_empty() {
                    wrong.push(format!("{language} {} {index}: {faults:#?}", page.name));
                }
                // A post in every state it may be in, with all the rooms beside it.
                let light = html.len() < 110_000;
                assert!(light, "{} weighs {} bytes", page.name, html.len());
            }
        }
    }
    assert!(seen > 0, "no page is registered");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_fault_in_a_page_is_seen() {
    assert_eq!(faults("<h1>a</h1><img src=\"x\">").len(), 1);
    assert_eq!(faults("<h1>a</h1><p>b").len(), 1);
    assert_eq!(faults("<h1>a</h1><p>[posts-title]</p>").len(), 1);
    assert_eq!(faults("<h1>a</h1><p title=\"1 > 0\">[OK]</p>"), Vec::<String>::new());
}
