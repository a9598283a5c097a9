//! Gathers what the binary carries: the words of both languages, the style sheet in its order,
//! and, where `npm run build` has been, the script and the icons (the product works without).

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const SHEETS: [&str; 15] = [
    "tokens",
    "base",
    "layout",
    "components",
    "pages",
    "inbox",
    "composer",
    "calendar",
    "library",
    "queue",
    "plan",
    "promises",
    "escalations",
    "moderation",
    "crisis",
];

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo says where we are"));
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo says where to write"));
    write(&out.join("words.rs"), &words(&root));
    write(&out.join("parvis.css"), &sheet(&root));
    write(&out.join("built.rs"), &built(&root));
}

/// `(language, area, text)` of each Fluent file.
fn words(root: &Path) -> String {
    let mut code = String::from("&[\n");
    for language in ["fr", "en"] {
        let folder = root.join("locales").join(language);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files: Vec<_> = fs::read_dir(&folder)
            .expect("the words of each language are there")
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
            .collect();
        files.sort();
        for file in files {
            println!("cargo::rerun-if-changed={}", file.display());
            let area = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            writeln!(code, "({language:?}, {area:?}, include_str!({file:?})),")
                .expect("a text grows");
        }
    }
    code + "]"
}

/// The style sheets as one.
fn sheet(root: &Path) -> String {
    let mut all = String::new();
    for name in SHEETS {
        let file = root.join("assets/css").join(format!("{name}.css"));
        println!("cargo::rerun-if-changed={}", file.display());
        all += &fs::read_to_string(&file).unwrap_or_default();
        all.push('\n');
    }
    all
}

/// What `npm run build` made, if it has been.
fn built(root: &Path) -> String {
    let folder = root.join("assets/dist");
    let mut code = String::from("&[\n");
    // Also when it appears later: cargo looks again when a watched path that was not there is.
    println!("cargo::rerun-if-changed={}", folder.display());
    for name in [
        "parvis.js",
        "sw.js",
        "icons.svg",
        "icon-192.png",
        "icon-512.png",
        "emoji-fr.json",
        "emoji-en.json",
    ] {
        let file = folder.join(name);
        println!("cargo::rerun-if-changed={}", file.display());
        if file.exists() {
            writeln!(code, "({name:?}, include_bytes!({file:?})),").expect("a text grows");
        }
    }
    code + "]"
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).expect("the build folder can be written");
}
