//! What an agent asks all day of a large inbox: its list, its filters, its search.

use crate::Scale;
use crate::data::{self, World};
use crate::load::{self, Asked};
use crate::pages::thousands;
use crate::program::Served;
use crate::report::Report;

/// The rate at which times are read.
const RATE: u32 = 50;

/// What is asked, and its name.
const ASKED: [(&str, &str); 12] = [
    ("who waits", ""),
    ("all", "?tab=all"),
    ("resolved", "?tab=resolved"),
    ("mine", "?tab=open&assignee=me"),
    ("urgent, in French", "?tab=open&priority=high&language=fr"),
    ("under a label", "?tab=all&label=$label"),
    ("nobody opened, in English", "?tab=all&unread=yes&language=en"),
    ("search: a word in a third of all", "?words=pain"),
    ("search: two words", "?words=g%C3%A2teau+d%C3%A9%C3%A7ue"),
    ("search: another ending, no accents", "?words=viennoiserie+regale"),
    ("search: a rare word", "?words=remoulade"),
    ("search: a common word, narrowed to mine", "?words=croissants&assignee=me&language=fr"),
];

/// Every message is indexed first, as the program does at leisure.
pub async fn measure(world: &World, scale: &Scale, report: &mut Report) {
    let database = data::open(&world.folder).await;
    let began = std::time::Instant::now();
    while conversations::index_messages(&database).await.expect("messages are indexed") > 0 {}
    let pace = scale.messages as f64 / began.elapsed().as_secs_f64();
    database.close().await;
    report.line(
        "Indexing messages",
        &format!("{pace:.0} messages/s"),
        "",
        "as the recurring work does, on one thread",
    );
    let parvis = Served::parvis(world).await;
    let mut slowest: f64 = 0.0;
    for (name, asked) in ASKED {
        let path = format!("/b/{}/inbox{}", world.slug, asked.replace("$label", data::LABEL));
        let asked = Asked::page(parvis.address, &path, &world.cookies);
        load::closed(&asked, 1).await;
        let timed = load::open(&asked, RATE, scale.seconds).await;
        let [half, nearly] = [0.5, 0.99].map(|share| timed.quantile(share));
        slowest = slowest.max(nearly);
        report.line(
            &format!("Inbox over {} messages, {name}", thousands(scale.messages)),
            &format!("p99 {nearly:.1} ms"),
            "p99 under 50 ms",
            &format!("at {RATE} requests/s: p50 {half:.1} ms; {} KB a page", timed.bytes / 1024),
        );
    }
    eprintln!("slowest p99: {slowest:.1} ms");
    parvis.stop().await;
}
