//! From an edit of a view to a program that can be run.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Instant, SystemTime};

use crate::report::{Report, median};

const VIEW: &str = "../web/src/areas/inbox/view.rs";

/// Touches a view and builds the program as a developer does, three times.
pub fn measure(app: &Path, report: &mut Report) {
    let view = app.join(VIEW);
    let touched = || {
        let file = File::options().append(true).open(&view).expect("the view can be opened");
        file.set_modified(now()).expect("the view can be touched");
        build(app)
    };
    let took: Option<Vec<f64>> = build(app).and_then(|_| (0..3).map(|_| touched()).collect());
    let Some(mut took) = took else {
        let why = "the program did not build";
        return report.line("Edit and rebuild", "not known", "under 10 s", why);
    };
    let slowest = took.iter().copied().fold(0.0, f64::max);
    let detail = format!(
        "`cargo build -p app` after an edit of a view of the inbox, median of 3, the slowest \
         {slowest:.1} s; from the first crate compiled, without the wait for other builds"
    );
    report.line("Edit and rebuild", &format!("{:.1} s", median(&mut took)), "under 10 s", &detail);
}

#[expect(clippy::disallowed_methods, reason = "a file is touched with the machine's clock")]
fn now() -> SystemTime {
    SystemTime::now()
}

/// Builds; seconds since the first crate began to compile, if it builds.
fn build(app: &Path) -> Option<f64> {
    let mut child = Command::new(env!("CARGO"))
        .args(["build", "-p", "app", "--bin", "parvis"])
        .current_dir(app)
        .stderr(Stdio::piped())
        .spawn()
        .expect("cargo starts");
    let mut began = None;
    let said = BufReader::new(child.stderr.take().expect("what it says is read"));
    for line in said.lines().map_while(Result::ok) {
        if line.contains("Compiling") {
            began.get_or_insert_with(Instant::now);
        }
    }
    let built = child.wait().expect("cargo ends").success();
    built.then(|| began.map_or(0.0, |began| began.elapsed().as_secs_f64()))
}
