//! Makes what the crate `language` ships, from a folder of data that is not in the repository.
//!
//! ```sh
//! cargo run --release -p language --example train -- lexicons DATA   # assets/valence.*.txt
//! cargo run --release -p language --example train -- models DATA     # assets/model.bin
//! cargo run --release -p language --example train -- videos DATA     # spam, each video unseen in turn
//! cargo run --release -p language --example train -- folds DATA      # our own texts, a fifth unseen in turn
//! cargo run --release -p language --example train -- wants DATA      # intents, a fifth unseen in turn
//! cargo run --release -p language --example train -- intents FILE    # how a table of sentences is heard
//! ```
//!
//! The second reads the lexicons that the first wrote: cargo builds again between them. Nothing
//! is left to chance: the same data give the same bytes.

mod data;
mod fit;
mod intents;
mod lexicons;

use std::path::{Path, PathBuf};

use data::Sample;
use language::analysis::training::{Judgement, Models};

fn main() {
    let mut given = std::env::args().skip(1);
    let (Some(what), Some(folder)) = (given.next(), given.next()) else {
        eprintln!("train lexicons|models|videos|folds|intents|wants DATA");
        std::process::exit(2);
    };
    let folder = PathBuf::from(folder);
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    match what.as_str() {
        "lexicons" => lexicons::write(&folder, &assets),
        "models" => models(&folder, &assets),
        "videos" => videos(&folder),
        "folds" => folds(&folder),
        "intents" => intents(&folder),
        "wants" => intents::folds(&folder),
        other => eprintln!("{other} is none of them"),
    }
}

fn models(folder: &Path, assets: &Path) {
    let mut all = Vec::new();
    for judgement in Judgement::ALL {
        let samples = data::of(judgement, folder);
        let learnt: Vec<Sample> = samples.iter().filter(|sample| !sample.apart).cloned().collect();
        let apart: Vec<Sample> = samples.iter().filter(|sample| sample.apart).cloned().collect();
        println!("{judgement:?}: {} texts to learn, {} kept apart", learnt.len(), apart.len());
        let learn = |samples: &[Sample]| {
            let mut model = fit::fit(judgement, samples);
            fit::calibrate(&mut model, samples);
            model
        };
        fit::report(&learn(&learnt), &apart);
        // What was measured is told; what is shipped learnt from all.
        let model = learn(&samples);
        all.push(model);
    }
    let bytes = Models(all).write();
    println!("model.bin: {} bytes", bytes.len());
    std::fs::write(assets.join("model.bin"), bytes).expect("it is written");
}

/// The intents of a table of sentences.
fn intents(file: &Path) {
    let table = std::fs::read_to_string(file).expect("there is a table");
    intents::measure(&table, std::env::var("SHOW").is_ok());
}

/// Spam on videos that were not learnt, and how often ordinary texts kept apart are flagged.
fn videos(folder: &Path) {
    let samples = data::of(Judgement::Spam, folder);
    let mut tables = Vec::new();
    for video in data::VIDEOS {
        let unseen = |sample: &Sample| sample.source.ends_with(video);
        let (apart, learnt): (Vec<Sample>, Vec<Sample>) = samples
            .iter()
            .cloned()
            .partition(|sample| unseen(sample) || sample.apart && data::is_ordinary(sample));
        let (apart, ordinary): (Vec<Sample>, Vec<Sample>) = apart.into_iter().partition(unseen);
        let mut model = fit::fit(Judgement::Spam, &learnt);
        fit::calibrate(&mut model, &learnt);
        let table = fit::table(&model, &apart);
        let alarms = fit::table(&model, &ordinary);
        println!(
            "{video}, unseen: F1 {:.3} {table:?}; {:.2} % of {} ordinary texts flagged",
            fit::f1(&table, 1),
            100.0 * alarms[0][1] as f64 / ordinary.len() as f64,
            ordinary.len()
        );
        if std::env::var("CURVE").is_ok() {
            for step in -6..=6 {
                let by = step as f32 * 0.25;
                let mut moved = model.clone();
                moved.bias[0] += by;
                let (t, a) = (fit::table(&moved, &apart), fit::table(&moved, &ordinary));
                print!(
                    "  {by:+.2}:{:.3}/{:.1}",
                    fit::f1(&t, 1),
                    100.0 * a[0][1] as f64 / ordinary.len() as f64
                );
            }
            println!();
        }
        // `SHOW=KatyPerry` tells what is missed on a video; the others stay unread.
        if std::env::var("SHOW").is_ok_and(|shown| shown.contains(video)) {
            fit::missed(&model, &apart);
            fit::missed(&model, &ordinary);
        }
        tables.push(table);
    }
    let mean = tables.iter().map(|table| fit::f1(table, 1)).sum::<f64>() / tables.len() as f64;
    let sum = |is: usize, said: usize| tables.iter().map(|table| table[is][said]).sum();
    let pooled: Vec<Vec<usize>> =
        (0..2).map(|is| (0..2).map(|said| sum(is, said)).collect()).collect();
    println!(
        "F1 of spam: mean of videos {mean:.3}, all together {:.3} {pooled:?}",
        fit::f1(&pooled, 1)
    );
}

/// The sentiment of our own texts, a fifth of them unseen in turn.
fn folds(folder: &Path) {
    let samples = data::of(Judgement::Sentiment, folder);
    let mut unseen = Vec::new();
    for fold in 0..5 {
        let of_fold = |(number, sample): (usize, &Sample)| {
            let own = sample.source.starts_with("own");
            (own && number % 5 == fold, Sample { apart: own, ..sample.clone() })
        };
        let (apart, learnt): (Vec<_>, Vec<_>) =
            samples.iter().enumerate().map(of_fold).partition(|(apart, _)| *apart);
        let strip = |list: Vec<(bool, Sample)>| {
            list.into_iter().map(|(_, sample)| sample).collect::<Vec<_>>()
        };
        let model = fit::fit(Judgement::Sentiment, &strip(learnt));
        unseen.push((model, strip(apart)));
    }
    fit::report_all(
        &unseen.iter().map(|(model, apart)| (model, apart.as_slice())).collect::<Vec<_>>(),
    );
}
