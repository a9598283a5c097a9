//! The texts that models learn from.

use std::path::Path;

use language::Asked;
use language::analysis::training::Judgement;

/// A text and what it is.
#[derive(Debug, Clone)]
pub struct Sample {
    pub text: String,
    pub asked: Asked,
    /// The score that should win; for one score, 1 when it holds.
    pub class: usize,
    pub weight: f32,
    /// Texts of one source share a leaning of their own, which is learnt and left out.
    pub source: String,
    /// Kept apart to measure.
    pub apart: bool,
}

/// The texts for a judgement, in a fixed order.
pub fn of(judgement: Judgement, folder: &Path) -> Vec<Sample> {
    match judgement {
        Judgement::Sentiment => sentiment(folder),
        Judgement::Toxicity => toxicity(folder),
        Judgement::Spam => spam(folder),
        Judgement::Tongue => tongue(folder),
        Judgement::Complaint => wants(folder, 'C'),
        Judgement::Praise => wants(folder, 'P'),
        Judgement::Suggestion => wants(folder, 'S'),
        Judgement::Request => wants(folder, 'R'),
    }
}

struct Rows<'f> {
    folder: &'f Path,
    kept: Vec<Sample>,
}

impl Rows<'_> {
    /// Reads a file; `class` says what a row is, `None` leaves it out.
    fn read(
        &mut self,
        file: &str,
        text: &str,
        asked: Asked,
        weight: f32,
        class: impl Fn(&dyn Fn(&str) -> String) -> Option<usize>,
    ) {
        let path = self.folder.join(file);
        let mut reader =
            csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
        let headers = reader.headers().expect("it has a header").clone();
        for row in reader.records().filter_map(Result::ok) {
            let field = |name: &str| {
                let at = headers.iter().position(|header| header == name);
                at.and_then(|at| row.get(at)).unwrap_or_default().to_owned()
            };
            let Some(class) = class(&field) else { continue };
            let written = field(text);
            // Templates go together: a sentence with another people in it is no new sentence.
            let template = field("templ_id");
            let key = if template.is_empty() { written.clone() } else { template };
            let apart = checksum(&key).is_multiple_of(10);
            let source =
                file.rsplit('/').next().unwrap_or(file).trim_end_matches(".csv").to_owned();
            self.kept.push(Sample { text: written, asked, class, weight, source, apart });
        }
    }
}

/// The same on every machine.
fn checksum(text: &str) -> u32 {
    text.bytes().fold(2_166_136_261, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(16_777_619))
        >> 4
}

fn tone(name: &str) -> Option<usize> {
    ["negative", "neutral", "positive"].iter().position(|tone| *tone == name)
}

fn sentiment(folder: &Path) -> Vec<Sample> {
    let mut rows = Rows { folder, kept: own(0) };
    rows.read("sentiment/fr_xed_subtitles.csv", "text", Asked::French, 0.6, |f| {
        tone(&f("polarity"))
    });
    rows.read("sentiment/en_xed_subtitles.csv", "text", Asked::English, 0.3, |f| {
        tone(&f("polarity"))
    });
    for file in ["train", "dev"] {
        let file = format!("sentiment/en_goemotions_{file}.csv");
        rows.read(&file, "text", Asked::English, 0.5, |f| tone(&f("labels")));
    }
    for (file, weight) in [
        ("tweets", 1.5),
        ("amazonReviewSnippets", 1.0),
        ("movieReviewSnippets", 0.5),
        ("nytEditorialSnippets", 0.6),
    ] {
        let file = format!("sentiment/en_vader_{file}.csv");
        rows.read(&file, "text", Asked::English, weight, |f| tone(&f("label")));
    }
    rows.kept
}

fn toxicity(folder: &Path) -> Vec<Sample> {
    let mut rows = Rows { folder, kept: own(1) };
    let label = |f: &dyn Fn(&str) -> String| f("toxic").parse().ok();
    rows.read("moderation/fr_mlma_hate.csv", "tweet", Asked::French, 1.0, label);
    rows.read("moderation/en_mlma_hate.csv", "tweet", Asked::English, 0.6, label);
    let label = |f: &dyn Fn(&str) -> String| Some(usize::from(f("label_gold") == "hateful"));
    rows.read("moderation/fr_hatecheck.csv", "test_case", Asked::French, 0.7, label);
    rows.read("moderation/en_hatecheck.csv", "test_case", Asked::English, 0.7, label);
    // Ordinary speech: nobody marked it, and what insults is rare in it.
    let ordinary = |f: &dyn Fn(&str) -> String| (f("polarity") != "negative").then_some(0);
    rows.read("sentiment/fr_xed_subtitles.csv", "text", Asked::French, 1.0, ordinary);
    let ordinary = |f: &dyn Fn(&str) -> String| (!f("labels").contains("negative")).then_some(0);
    rows.read("sentiment/en_goemotions_dev.csv", "text", Asked::English, 1.0, ordinary);
    for file in ["tweets", "nytEditorialSnippets"] {
        let file = format!("sentiment/en_vader_{file}.csv");
        rows.read(&file, "text", Asked::English, 1.0, |_| Some(0));
    }
    rows.kept
}

/// The videos whose comments are marked spam or not.
pub const VIDEOS: [&str; 3] = ["KatyPerry", "LMFAO", "Psy"];

/// Whether a text comes from where spam is not looked for.
pub fn is_ordinary(sample: &Sample) -> bool {
    !sample.source.contains("spam") && !sample.source.contains("own")
}

fn spam(folder: &Path) -> Vec<Sample> {
    let mut rows = Rows { folder, kept: own(2) };
    for video in VIDEOS {
        let file = format!("moderation/en_youtube_spam_{video}.csv");
        rows.read(&file, "content", Asked::English, 1.0, |f| f("label").parse().ok());
    }
    rows.read("moderation/en_sms_spam.csv", "text_en", Asked::English, 0.3, |f| {
        Some(usize::from(f("label") == "spam"))
    });
    // Ordinary speech, some of it with a link, as people send them.
    let from = rows.kept.len();
    rows.read("sentiment/en_goemotions_dev.csv", "text", Asked::English, 0.2, |_| Some(0));
    rows.read("sentiment/en_vader_tweets.csv", "text", Asked::English, 0.5, |_| Some(0));
    rows.read("sentiment/fr_xed_subtitles.csv", "text", Asked::French, 0.2, |_| Some(0));
    // Tweets as they are, with their links and mentions: hateful at times, spam seldom.
    rows.read("moderation/fr_mlma_hate.csv", "tweet", Asked::French, 0.2, |_| Some(0));
    rows.read("moderation/en_mlma_hate.csv", "tweet", Asked::English, 0.2, |_| Some(0));
    for (number, sample) in rows.kept[from..].iter_mut().enumerate() {
        match number % 16 {
            0 | 8 => sample.text.push_str(" https://t.co/aB3dE"),
            1 | 9 => sample.text.insert_str(0, "@camille "),
            _ => {}
        }
    }
    // What is shared of the news: a sentence, and where it was read.
    let from = rows.kept.len();
    rows.read("sentiment/en_vader_nytEditorialSnippets.csv", "text", Asked::English, 0.2, |_| {
        Some(0)
    });
    for (number, sample) in rows.kept[from..].iter_mut().enumerate() {
        sample.text.push_str(match number % 8 {
            0 => " https://www.ouest-france.fr/bretagne/le-pain-du-dimanche",
            1 => " http://www.theguardian.com/environment/2015/nov/30/news-of-today",
            2 => " https://www.nytimes.com/2016/04/02/opinion/a-subject.html?smid=tw-share",
            3 => " http://lemonde.fr/tiny/4810221/",
            4 => " https://t.co/aB3dE",
            _ => "",
        });
    }
    rows.kept
}

fn tongue(folder: &Path) -> Vec<Sample> {
    let mut rows = Rows { folder, kept: Vec::new() };
    rows.read("sentiment/fr_xed_subtitles.csv", "text", Asked::French, 1.0, |_| Some(0));
    rows.read("moderation/fr_mlma_hate.csv", "tweet", Asked::French, 1.0, |_| Some(0));
    rows.read("sentiment/en_goemotions_dev.csv", "text", Asked::English, 1.0, |_| Some(1));
    rows.read("sentiment/en_vader_tweets.csv", "text", Asked::English, 1.0, |_| Some(1));
    rows.read("sentiment/en_vader_nytEditorialSnippets.csv", "text", Asked::English, 0.5, |_| {
        Some(1)
    });
    let others = include_str!("tongues.txt").lines().filter(|line| !line.starts_with('#'));
    // There are few of them: each counts for many, whole and by halves.
    for line in others {
        let words: Vec<&str> = line.split_whitespace().collect();
        let (first, last) = words.split_at(words.len() / 2);
        for text in [line.to_owned(), first.join(" "), last.join(" ")] {
            let apart = checksum(line).is_multiple_of(10);
            rows.kept.push(Sample {
                text,
                asked: Asked::French,
                class: 2,
                weight: 12.0,
                source: "other".into(),
                apart,
            });
        }
    }
    let own = include_str!("own.tsv").lines().filter(|line| !line.starts_with('#'));
    for line in own {
        let Some((language, rest)) = line.split_once(' ') else { continue };
        let text = rest.get(4..).unwrap_or_default().to_owned();
        let class = usize::from(language == "en");
        let apart = checksum(&text).is_multiple_of(10);
        rows.kept.push(Sample {
            text,
            asked: Asked::French,
            class,
            weight: 2.0,
            source: format!("own_{language}"),
            apart,
        });
    }
    rows.kept
}

/// Our own texts for a judgement.
fn own(column: usize) -> Vec<Sample> {
    let mut kept = marked(column);
    if column == 0 {
        kept.extend(wanting());
        balance(&mut kept);
    }
    kept
}

/// Our own texts: language, sentiment, toxicity, spam (`?` when it does not say), text.
fn marked(column: usize) -> Vec<Sample> {
    let mut kept = Vec::new();
    let lines = include_str!("own.tsv").lines();
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let parts: Vec<&str> = line.splitn(3, ' ').collect();
        let [language, marks, text] = parts[..] else { panic!("three parts: {line}") };
        let class = match (column, marks.as_bytes()[column]) {
            (0, b'-') | (1 | 2, b'0') => 0,
            (0, b'=') | (1 | 2, b'1') => 1,
            (0, b'+') => 2,
            _ => continue,
        };
        let asked = if language == "fr" { Asked::French } else { Asked::English };
        let weight = match column {
            0 if language == "fr" => 3.0,
            1 => 5.0,
            _ => 2.0,
        };
        let apart = checksum(text).is_multiple_of(10);
        let source = format!("own_{language}");
        kept.push(Sample { text: text.to_owned(), asked, class, weight, source, apart });
    }
    kept
}

/// Whether texts want something: our own sentences, and less surely what is known of the tone of
/// others.
fn wants(folder: &Path, letter: char) -> Vec<Sample> {
    let mut kept = Vec::new();
    for line in include_str!("intents.tsv").lines().filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        let parts: Vec<&str> = line.splitn(3, ' ').collect();
        let [language, marks, text] = parts[..] else { panic!("three parts: {line}") };
        let asked = if language == "fr" { Asked::French } else { Asked::English };
        kept.push(Sample {
            text: text.to_owned(),
            asked,
            class: usize::from(marks.contains(letter)),
            weight: if marks.contains(letter) && "SR".contains(letter) { 3.0 } else { 2.0 },
            source: "wants".into(),
            apart: checksum(text).is_multiple_of(10),
        });
    }
    let toned = marked(0).into_iter().filter(|sample| !sample.text.contains("http"));
    let mut rows = Rows { folder, kept: toned.collect() };
    rows.read("sentiment/en_vader_amazonReviewSnippets.csv", "text", Asked::English, 0.15, |f| {
        tone(&f("label"))
    });
    // Who is displeased rather complains, who is pleased rather praises.
    kept.extend(rows.kept.into_iter().filter_map(|sample| {
        let class = match (letter, sample.class) {
            ('C', 0) | ('P', 2) => 1,
            ('C' | 'P', _) => 0,
            // Plain talk may well ask for something.
            (_, 1) => return None,
            _ => 0,
        };
        let weight = if sample.source.starts_with("own") { 0.7 } else { 0.15 };
        let weight = if "SR".contains(letter) { weight * 0.3 } else { weight };
        Some(Sample { class, weight, ..sample })
    }));
    kept
}

/// The sentences of intents: who complains is displeased, who praises is pleased, who only asks is
/// neither; where several hold, nothing is said of how one feels.
fn wanting() -> Vec<Sample> {
    let lines = include_str!("intents.tsv").lines();
    let sample = |line: &str| {
        let parts: Vec<&str> = line.splitn(3, ' ').collect();
        let [language, marks, text] = parts[..] else { panic!("three parts: {line}") };
        let class = match marks {
            "C" | "QC" | "CR" => 0,
            "Q" | "R" | "-" => 1,
            "P" | "PQ" | "PR" => 2,
            _ => return None,
        };
        let french = language == "fr";
        Some(Sample {
            text: text.to_owned(),
            asked: if french { Asked::French } else { Asked::English },
            class,
            weight: if french { 3.0 } else { 2.0 },
            source: format!("own_{language}"),
            apart: checksum(text).is_multiple_of(10),
        })
    };
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(sample).collect()
}

/// The tones weigh alike in all: messages are not thought to be rather one.
fn balance(samples: &mut [Sample]) {
    let mut counts = [0.0_f32; 3];
    for sample in &*samples {
        counts[sample.class] += 1.0;
    }
    let mean = counts.iter().sum::<f32>() / 3.0;
    for sample in samples {
        sample.weight *= mean / counts[sample.class];
    }
}
