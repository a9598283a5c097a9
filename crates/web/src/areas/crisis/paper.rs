//! The review as a document: what is kept, sent to the management, filed.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::crisis::Crisis;
use http::header;
use paper::{Block, Column, Curve, KeyFigure, Moment, Paper, Point, Table};
use primitives::Id;
use primitives::text::shorten;

use super::review::{ReviewFacts, load};
use super::review_view::{figures, span};
use super::shown;
use crate::words::{Words, args};
use crate::{InBrand, Refusal};

/// The document.
pub async fn get(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Crisis>)>,
) -> Result<Response, Refusal> {
    let facts = load(&here, id).await?;
    let paper = paper_of(&here, &facts);
    let name = format!("{}.pdf", primitives::slug(&paper.title));
    // Setting type is work for the processor: beside those who wait for pages.
    let made = tokio::task::spawn_blocking(move || paper.to_pdf()).await;
    let pdf = made.map_err(Refusal::fault)?.map_err(Refusal::fault)?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, pdf).into_response())
}

fn paper_of(here: &InBrand, facts: &ReviewFacts) -> Paper {
    let words = here.words();
    let crisis = &facts.crisis;
    let brand = here.brand.name.as_str();
    let section = |key: &str| Block::Section(words.t(key));
    let mut blocks = vec![section("crisis-paper-what")];
    blocks.extend(what_happened(words, facts));
    blocks.push(section("crisis-paper-figures"));
    blocks.push(Block::KeyFigures(
        figures(words, facts)
            .into_iter()
            .map(|one| KeyFigure { label: one.label, value: one.value, note: one.note })
            .collect(),
    ));
    blocks.push(Block::Curve(curve(words, facts)));
    blocks.push(section("crisis-said"));
    blocks.extend(said(words, facts));
    blocks.push(section("crisis-paper-who-did"));
    blocks.extend(roles(words, facts));
    blocks.push(section("crisis-timeline"));
    blocks.push(Block::Timeline(moments(words, facts)));
    if !facts.reviewed.is_empty() {
        blocks.push(section("crisis-review-posts"));
        blocks.push(posts(words, facts));
    }
    blocks.push(section("crisis-lessons"));
    blocks.extend(lessons(words, facts));
    blocks.push(section("crisis-paper-definitions"));
    blocks.extend(
        ["burst", "prediction", "early"]
            .map(|key| Block::Small(words.t(&format!("crisis-how-{key}")))),
    );
    blocks.push(Block::Small(words.t("crisis-paper-response")));
    Paper {
        title: words.tn("crisis-review-of", args![name => crisis.name.clone()]),
        subtitle: format!("{brand} – {}", span(words, facts)),
        language: words.language(),
        from: brand.to_owned(),
        mark: crisis.rehearsal.then(|| words.t("crisis-paper-mark")),
        accent: accent(&here.brand.colour.to_string()),
        page_of: words.t("crisis-paper-page"),
        blocks,
    }
}

/// The brand's colour, darkened until it is read on white (4.5 to 1).
fn accent(colour: &str) -> (u8, u8, u8) {
    let part = |from: usize| {
        let digits = colour.trim_start_matches('#').get(from..from + 2);
        digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0x33)
    };
    let mut rgb = [f64::from(part(0)), f64::from(part(2)), f64::from(part(4))];
    let light = |rgb: &[f64; 3]| {
        let linear = rgb.map(|part| (part / 255.0).powf(2.2));
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    while 1.05 / (light(&rgb) + 0.05) < 4.6 {
        rgb = rgb.map(|part| part * 0.95);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
    let [red, green, blue] = rgb.map(|part| part as u8);
    (red, green, blue)
}

fn what_happened(words: &Words, facts: &ReviewFacts) -> Vec<Block> {
    let crisis = &facts.crisis;
    let by = facts.opened_by.clone().unwrap_or_else(|| words.t("crisis-by-parvis"));
    let level = words.t(&format!("crisis-level-{}", crisis.level));
    let mut blocks = Vec::new();
    if let Some(alert) = &facts.alert {
        blocks.push(Block::Paragraph(shown::burst(words, alert)));
        blocks.push(Block::Small(shown::basis(words, &alert.prediction)));
    }
    let opened = args![
        name => by, when => words.moment(crisis.opened_at), level => level,
        count => facts.figures.messages
    ];
    blocks.push(Block::Paragraph(words.tn("crisis-paper-opened", opened)));
    if let Some((_, at)) = crisis.ended {
        let by = facts.ended_by.clone().unwrap_or_else(|| words.t("crisis-someone"));
        let ended = args![name => by, when => words.moment(at)];
        blocks.push(Block::Paragraph(words.tn("crisis-paper-ended", ended)));
    } else {
        blocks.push(Block::Paragraph(words.t("crisis-paper-runs")));
    }
    blocks
}

fn curve(words: &Words, facts: &ReviewFacts) -> Curve {
    let chart = shown::chart(words, &facts.curve, facts.crisis.rehearsal);
    let every = (facts.curve.len() / 6).max(1);
    let points = facts.curve.iter().enumerate().map(|(place, hour)| Point {
        label: (place % every == 0).then(|| words.short_moment(hour.from)),
        value: hour.seen as f64,
        usual: hour.prediction.as_ref().map(|past| past.most as f64),
    });
    Curve {
        summary: chart.summary(words),
        title: chart.title,
        source: chart.source,
        legend: (words.t("crisis-curve-seen"), words.t("crisis-paper-band")),
        points: points.collect(),
    }
}

fn said(words: &Words, facts: &ReviewFacts) -> Vec<Block> {
    let mut blocks = Vec::new();
    for group in facts.spoken.groups().iter().take(8) {
        let Some(first) = group.said.first() else { continue };
        let times = args![count => group.said.len() as i64, people => group.authors as i64];
        let reach = shown::reach(words, group.reach, group.reach_known, group.authors);
        let by = format!("{} · {reach}", words.tn("crisis-times", times));
        blocks.push(Block::Quote { words: shorten(&first.words, 500).to_string(), by });
    }
    let column = |key: &str, share, number| Column { title: words.t(key), share, number };
    let rows = facts.spoken.authors().into_iter().take(10).map(|author| {
        let handle =
            if author.handle.is_empty() { String::new() } else { format!(" @{}", author.handle) };
        let followers = author.followers.map(|count| words.number(count));
        vec![
            format!("{}{handle}", author.name),
            followers.unwrap_or_else(|| words.t("crisis-unknown")),
            words.number(author.messages as i64),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    if !rows.is_empty() {
        blocks.push(Block::Subsection(words.t("crisis-authors")));
        blocks.push(Block::Table(Table {
            columns: vec![
                column("crisis-author", 4, false),
                column("crisis-author-followers", 2, true),
                column("crisis-author-messages", 2, true),
            ],
            rows,
        }));
    }
    blocks
}

fn roles(words: &Words, facts: &ReviewFacts) -> Vec<Block> {
    let mut lines: Vec<String> = Vec::new();
    for role in conversations::crisis::Role::ALL {
        let names: Vec<&str> = facts
            .roles
            .iter()
            .filter(|one| one.role == *role)
            .map(|one| one.name.as_str())
            .collect();
        let names = if names.is_empty() { words.t("crisis-role-nobody") } else { names.join(", ") };
        let given = args![role => shown::role_words(words, *role), name => names];
        lines.push(words.tn("crisis-paper-role", given));
    }
    let mut blocks = vec![Block::List(lines)];
    if !facts.tasks.is_empty() {
        blocks.push(Block::Subsection(words.t("crisis-checklist")));
        let line = |task: &conversations::crisis::Task| match &task.done {
            Some((name, at)) => {
                let given = args![name => name.clone(), when => words.short_moment(*at)];
                vec![task.words.clone(), words.tn("crisis-task-done-by", given)]
            }
            None => vec![task.words.clone(), words.t("crisis-task-open")],
        };
        let column = |key: &str, share| Column { title: words.t(key), share, number: false };
        blocks.push(Block::Table(Table {
            columns: vec![column("crisis-paper-task", 3), column("crisis-paper-done", 2)],
            rows: facts.tasks.iter().map(line).collect(),
        }));
    }
    blocks
}

fn moments(words: &Words, facts: &ReviewFacts) -> Vec<Moment> {
    let moment = |line: &shown::ShownLine| Moment {
        when: words.short_moment(line.at),
        what: line.title.clone(),
        words: shorten(&line.words, 600).to_string(),
    };
    facts.lines.iter().map(moment).collect()
}

fn posts(words: &Words, facts: &ReviewFacts) -> Block {
    let column = |key: &str, share| Column { title: words.t(key), share, number: false };
    let row = |(one, text): &(conversations::crisis::Reviewed, String)| {
        vec![
            shorten(text, 160).to_string(),
            words.t(&format!("crisis-decided-{}", one.decision.as_str().replace('_', "-"))),
            one.by.clone().unwrap_or_default(),
            one.reason.clone(),
        ]
    };
    Block::Table(Table {
        columns: vec![
            column("crisis-paper-post", 4),
            column("crisis-paper-decision", 3),
            column("crisis-paper-by", 2),
            column("crisis-paper-reason", 3),
        ],
        rows: facts.reviewed.iter().map(row).collect(),
    })
}

fn lessons(words: &Words, facts: &ReviewFacts) -> Vec<Block> {
    let lessons = match facts.crisis.lessons.as_str() {
        "" => words.t("crisis-paper-no-lesson"),
        lessons => lessons.to_owned(),
    };
    let mut blocks = vec![Block::Paragraph(lessons)];
    if !facts.follow_ups.is_empty() {
        blocks.push(Block::Subsection(words.t("crisis-follow-ups")));
        let column = |key: &str, share| Column { title: words.t(key), share, number: false };
        let row = |one: &conversations::crisis::FollowUp| {
            let done = if one.done_at.is_some() { "crisis-paper-yes" } else { "crisis-paper-no" };
            vec![
                one.words.clone(),
                one.name.clone().unwrap_or_else(|| words.t("crisis-follow-up-nobody")),
                one.due_on.map(|day| words.date(day)).unwrap_or_default(),
                words.t(done),
            ]
        };
        blocks.push(Block::Table(Table {
            columns: vec![
                column("crisis-paper-task", 4),
                column("crisis-paper-by", 2),
                column("crisis-paper-due", 2),
                column("crisis-paper-done", 1),
            ],
            rows: facts.follow_ups.iter().map(row).collect(),
        }));
    }
    blocks
}
