//! The two heaviest lists against the bare page.

use crate::Scale;
use crate::data::World;
use crate::load::{self, Asked, Measured};
use crate::program::Served;
use crate::report::Report;

/// The rate at which times are read.
const RATE: u32 = 200;

/// The bare page, then the inbox and the calendar of the month.
pub async fn measure(world: &World, scale: &Scale, report: &mut Report) {
    let bare = Served::bare().await;
    let asked = Asked::page(bare.address, "/", "");
    let most = warm_then_closed(&asked, scale).await;
    let timed = load::open(&asked, RATE, scale.seconds).await;
    bare.stop().await;
    let alone = most.per_second;
    report.line(
        "Bare axum page (the baseline)",
        &format!("{alone:.0} requests/s"),
        "",
        &format!("{}; {} bytes", times(&timed), most.bytes),
    );
    let parvis = Served::parvis(world).await;
    let pages = [
        (format!("Inbox over {} messages", thousands(scale.messages)), "inbox"),
        (format!("Month calendar over {} publications", thousands(scale.publications)), "calendar"),
        (
            format!("Month calendar of {} posts in the month", thousands(scale.month)),
            "calendar?view=month&date=2028-11-12",
        ),
        (
            format!("Week calendar of {} posts in the month", thousands(scale.month)),
            "calendar?view=week&date=2028-11-15",
        ),
    ];
    for (name, path) in pages {
        let path = format!("/b/{}/{path}", world.slug);
        let asked = Asked::page(parvis.address, &path, &world.cookies);
        let most = warm_then_closed(&asked, scale).await;
        let timed = load::open(&asked, RATE, scale.seconds).await;
        let share = most.per_second / alone;
        let reached =
            format!("{:.0} requests/s, 1/{:.1} of the bare page", most.per_second, 1.0 / share);
        let detail =
            format!("16 connections, one request after another; {} KB a page", most.bytes / 1024);
        report.line(&format!("{name}: throughput"), &reached, "at least 1/8", &detail);
        let reached = format!("p99 {:.1} ms", timed.quantile(0.99));
        report.line(
            &format!("{name}: time at {RATE} requests/s"),
            &reached,
            "p99 under 10 ms",
            &times(&timed),
        );
    }
    composer(&parvis, world, scale, report).await;
    let (all, own) = parvis.memory();
    let detail = format!("resident, after {} s of load; its own: {own:.0} MB", 6 * scale.seconds);
    report.line("Memory under load", &format!("{all:.0} MB"), "", &detail);
    parvis.stop().await;
}

/// What the composer asks while one types: previews with counts, and checks.
async fn composer(parvis: &Served, world: &World, scale: &Scale, report: &mut Report) {
    const ASKED: u32 = 50;
    let desk = format!("/b/{}/posts", world.slug);
    let new = load::text(parvis.address, &format!("{desk}/new"), &world.cookies).await;
    let new = new.expect("the composer opens");
    let csrf = between(&new, "name=\"csrf-token\" content=\"").next().expect("forms are ours");
    let channels: String = between(&new, "name=\"channel\" value=\"")
        .map(|channel| format!("&channel={channel}"))
        .collect();
    let words =
        "Notre+pain+au+levain+vous+attend+jusqu%27%C3%A0+19+h+https%3A%2F%2Ffournil.example%2Fnoel";
    let body = format!("text={words}{channels}");
    for (name, path) in [("previews and counts", "preview"), ("checks", "checks")] {
        let path = format!("{desk}/{path}");
        let asked = Asked::form(parvis.address, &path, &world.cookies, csrf, &body);
        load::closed(&asked, 1).await;
        let timed = load::open(&asked, ASKED, scale.seconds).await;
        let [half, nearly] = [0.5, 0.99].map(|share| timed.quantile(share));
        report.line(
            &format!("Composer: {name} while one types"),
            &format!("p99 {nearly:.1} ms"),
            "under 50 ms",
            &format!("at {ASKED} requests/s: p50 {half:.1} ms; {} bytes", timed.bytes),
        );
    }
}

/// What stands after each mark, up to the quote.
fn between<'p>(page: &'p str, mark: &'p str) -> impl Iterator<Item = &'p str> {
    page.split(mark).skip(1).filter_map(|rest| rest.split('"').next())
}

async fn warm_then_closed(asked: &Asked, scale: &Scale) -> Measured {
    load::closed(asked, 1).await;
    load::closed(asked, scale.seconds).await
}

fn times(timed: &Measured) -> String {
    let [half, most, nearly] = [0.5, 0.99, 0.999].map(|share| timed.quantile(share));
    format!(
        "at {RATE} requests/s: p50 {half:.1} ms, p99 {most:.1} ms, p99.9 {nearly:.1} ms \
         ({:.0}/s answered)",
        timed.per_second
    )
}

/// `1 000 000`, as English writes it.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|g| std::str::from_utf8(g).unwrap_or("")).collect();
    groups.join(",")
}
