//! How well messages are read, on data that is not in the repository.
//!
//! ```sh
//! cargo run --release -p language --example evaluate -- DATA
//! ```
//!
//! Sets that the models learnt from are said to be so. `sentiment/*_tweets_umsab_val` were never
//! learnt from.

use std::path::{Path, PathBuf};
use std::time::Instant;

use language::{Analyser, Asked, Spoken, Tone};

struct Row {
    text: String,
    label: String,
}

fn main() {
    let Some(folder) = std::env::args().nth(1).map(PathBuf::from).filter(|folder| folder.is_dir())
    else {
        println!("evaluate DATA: no such folder, nothing is measured");
        return;
    };
    let french = rows(&folder, "sentiment/fr_tweets_umsab_val.csv", "text", "label");
    let english = rows(&folder, "sentiment/en_tweets_umsab_val.csv", "text", "label");
    tones("French tweets (never learnt)", &french, Asked::French);
    tones("French tweets, language guessed", &french, Asked::Auto);
    tones("English tweets (never learnt)", &english, Asked::English);
    tones("English tweets, language guessed", &english, Asked::Auto);
    tongues(&folder, &french, &english);
    harms(&folder, &french, &english);
    alarms(&folder);
    speed(&french, &english);
}

fn rows(folder: &Path, file: &str, text: &str, label: &str) -> Vec<Row> {
    let Ok(mut reader) = csv::Reader::from_path(folder.join(file)) else {
        println!("{file} is not there: left out");
        return Vec::new();
    };
    let headers = reader.headers().expect("it has a header").clone();
    let at =
        |name: &str| headers.iter().position(|header| header == name).expect("the column is there");
    let (text, label) = (at(text), at(label));
    let row = |record: csv::StringRecord| Row {
        text: record[text].to_owned(),
        label: record[label].to_owned(),
    };
    reader.records().filter_map(Result::ok).map(row).collect()
}

fn tones(name: &str, rows: &[Row], asked: Asked) {
    let reader = Analyser::new();
    let names = ["negative", "neutral", "positive"];
    let mut table = [[0_usize; 3]; 3];
    for row in rows {
        let said = match reader.read(&row.text, asked).sentiment.label {
            Tone::Negative => 0,
            Tone::Neutral => 1,
            Tone::Positive => 2,
        };
        if let Some(is) = names.iter().position(|name| *name == row.label) {
            table[is][said] += 1;
        }
    }
    told(name, &names, &table.map(|row| row.to_vec()));
}

fn told(name: &str, names: &[&str], table: &[Vec<usize>]) {
    let classes = names.len();
    let mut mean = 0.0;
    let mut lines = String::new();
    for class in 0..classes {
        let right = table[class][class] as f64;
        let said: usize = table.iter().map(|row| row[class]).sum();
        let are: usize = table[class].iter().sum();
        let (precision, recall) = (right / said.max(1) as f64, right / are.max(1) as f64);
        let f1 = if right == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        mean += f1 / classes as f64;
        lines += &format!(
            "    {:10} precision {precision:.3} recall {recall:.3} F1 {f1:.3} ({are} texts)\n",
            names[class]
        );
    }
    println!("{name}: macro-F1 {mean:.3}\n{lines}");
}

fn tongues(folder: &Path, french: &[Row], english: &[Row]) {
    let xed = rows(folder, "sentiment/fr_xed_subtitles.csv", "text", "polarity");
    let goemotions = rows(folder, "sentiment/en_goemotions_dev.csv", "text", "labels");
    let reader = Analyser::new();
    for (name, rows, right) in [
        ("French tweets", french, Spoken::French),
        ("English tweets", english, Spoken::English),
        ("French subtitles", &xed, Spoken::French),
        ("English Reddit", &goemotions, Spoken::English),
    ] {
        let heard: Vec<Spoken> =
            rows.iter().map(|row| reader.read(&row.text, Asked::Auto).language).collect();
        let of = |spoken: &Spoken| {
            heard.iter().filter(|h| *h == spoken).count() as f64 / heard.len().max(1) as f64
        };
        println!("{name}: language right {:.3}, unknown {:.3}", of(&right), of(&Spoken::Unknown));
    }
    println!();
}

fn harms(folder: &Path, french: &[Row], english: &[Row]) {
    for (name, file, text, label, ordinary, asked) in [
        ("French MLMA", "moderation/fr_mlma_hate.csv", "tweet", "toxic", french, Asked::French),
        (
            "French HateCheck",
            "moderation/fr_hatecheck.csv",
            "test_case",
            "label_gold",
            french,
            Asked::French,
        ),
        ("English MLMA", "moderation/en_mlma_hate.csv", "tweet", "toxic", english, Asked::English),
        (
            "English HateCheck",
            "moderation/en_hatecheck.csv",
            "test_case",
            "label_gold",
            english,
            Asked::English,
        ),
    ] {
        let reader = Analyser::new();
        let mut alone = vec![vec![0; 2]; 2];
        for row in rows(folder, file, text, label) {
            let is = usize::from(row.label == "1" || row.label == "hateful");
            alone[is][usize::from(reader.read(&row.text, asked).toxicity.flagged)] += 1;
        }
        told(&format!("{name} (learnt)"), &["ordinary", "toxic"], &alone);
        let mut with = alone;
        for row in ordinary {
            with[0][usize::from(reader.read(&row.text, asked).toxicity.flagged)] += 1;
        }
        told(&format!("{name} with ordinary tweets"), &["ordinary", "toxic"], &with);
    }
}

fn alarms(folder: &Path) {
    let reader = Analyser::new();
    for (name, file, text, label) in [
        ("French tweets", "sentiment/fr_tweets_umsab_val.csv", "text", "label"),
        ("English tweets", "sentiment/en_tweets_umsab_val.csv", "text", "label"),
        ("French subtitles", "sentiment/fr_xed_subtitles.csv", "text", "polarity"),
        ("English Reddit", "sentiment/en_goemotions_dev.csv", "text", "labels"),
    ] {
        let read: Vec<_> = rows(folder, file, text, label)
            .into_iter()
            .map(|row| (reader.read(&row.text, Asked::Auto), row))
            .collect();
        let part = |held: usize| 100.0 * held as f64 / read.len().max(1) as f64;
        let toxic = read.iter().filter(|(analysis, _)| analysis.toxicity.flagged).count();
        let spam = read.iter().filter(|(analysis, _)| analysis.spam.flagged).count();
        println!(
            "{name}: toxic {:.1} %, spam {:.1} % of {} ordinary texts",
            part(toxic),
            part(spam),
            read.len()
        );
        if std::env::var_os("SHOW").is_some() {
            for (analysis, row) in
                read.iter().filter(|(a, _)| a.toxicity.flagged || a.spam.flagged).take(40)
            {
                println!(
                    "    {:.2} {:.2} {}",
                    analysis.toxicity.score, analysis.spam.score, row.text
                );
            }
        }
    }
}

fn speed(french: &[Row], english: &[Row]) {
    let reader = Analyser::new();
    let texts: Vec<&str> = french.iter().chain(english).map(|row| row.text.as_str()).collect();
    if texts.is_empty() {
        return;
    }
    let (started, before) = (Instant::now(), processor());
    let mut read = 0;
    while started.elapsed().as_secs_f64() < 2.0 {
        for text in &texts {
            std::hint::black_box(reader.read(text, Asked::Auto));
        }
        read += texts.len();
    }
    let rate = |seconds: f64| read as f64 / seconds;
    println!("\n{:.0} tweets a second on one core", rate(started.elapsed().as_secs_f64()));
    if let (Some(before), Some(after)) = (before, processor()) {
        println!("{:.0} a second that the processor had for it", rate(after - before));
    }
}

/// The seconds that the processor had for this program: a busy machine counts for less. Linux
/// alone tells.
fn processor() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    Some(told.split_whitespace().next()?.parse::<f64>().ok()? / 1e9)
}
