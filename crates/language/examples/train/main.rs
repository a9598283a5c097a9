//! Makes what the crate `language` ships, from a folder of data that is not in the repository.
//!
//! ```sh
//! cargo run --release -p language --example train -- lexicons DATA   # assets/valence.*.txt
//! cargo run --release -p language --example train -- models DATA     # assets/model.bin
//! cargo run --release -p language --example train -- videos DATA     # spam, each video unseen in turn
//! cargo run --release -p language --example train -- folds DATA      # our own texts, a fifth unseen in turn
//! ```
//!
//! The second reads the lexicons that the first wrote: cargo builds again between them. Nothing
//! is left to chance: the same data give the same bytes.

mod data;
mod fit;
mod lexicons;

use std::path::{Path, PathBuf};

use data::Sample;
use language::analysis::training::{Judgement, Models};

fn main() {
    let mut given = std::env::args().skip(1);
    let (Some(what), Some(folder)) = (given.next(), given.next()) else {
        eprintln!("train lexicons|models|videos|folds DATA");
        std::process::exit(2);
    };
    let folder = PathBuf::from(folder);
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    match what.as_str() {
        "lexicons" => lexicons::write(&folder, &assets),
        "models" => models(&folder, &assets),
        "videos" => videos(&folder),
        "folds" => folds(&folder),
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

/// Spam on videos that were not learnt.
fn videos(folder: &Path) {
    let samples = data::of(Judgement::Spam, folder);
    for video in ["KatyPerry", "LMFAO", "Psy"] {
        let (apart, learnt): (Vec<Sample>, Vec<Sample>) =
            samples.iter().cloned().partition(|sample| sample.source.ends_with(video));
        println!("{video}, unseen:");
        let mut model = fit::fit(Judgement::Spam, &learnt);
        fit::calibrate(&mut model, &learnt);
        fit::report(&model, &apart);
    }
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
