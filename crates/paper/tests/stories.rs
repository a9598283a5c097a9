//! Documents are made whole, in order, and everybody can read them.

use paper::{Block, Column, Curve, KeyFigure, Moment, Paper, Point, Table};
use primitives::Language;

fn every_kind(many: usize) -> Paper {
    let long =
        "Le pain du matin était rassis, dit-on ; la fournée de mardi a été jetée. ".repeat(6);
    let rows = (0..many).map(|n| vec![format!("Personne n° {n}"), "1 204".into(), long.clone()]);
    let moments = (0..many).map(|n| Moment {
        when: format!("21 novembre 2026 à 9 h {n:02}"),
        what: "Décision de Louise Martin".into(),
        words: long.clone(),
    });
    Paper {
        title: "Retour d’expérience : le pain rassis".into(),
        subtitle: "Le Fournil de Louise, du 21 au 22 novembre 2026".into(),
        language: Language::Fr,
        from: "Le Fournil de Louise".into(),
        mark: Some("EXERCICE – rien de ceci n’a eu lieu".into()),
        accent: (0xb3, 0x40, 0x2a),
        page_of: "page {page} sur {pages}".into(),
        blocks: vec![
            Block::Section("Ce qui s’est passé".into()),
            Block::Paragraph(long.clone()),
            Block::Small("Comptés par heure.".into()),
            Block::Quote {
                words: "Immangeable 😡🤮 !".into(), by: "@marie, 1 204 abonnés".into()
            },
            Block::List(vec!["Prévenir plus tôt".into(), long.clone()]),
            Block::KeyFigures(vec![
                KeyFigure { label: "Messages".into(), value: "142".into(), note: long.clone() },
                KeyFigure { label: "Portée".into(), value: "12 400".into(), note: String::new() },
            ]),
            Block::Subsection("Qui parle".into()),
            Block::Table(Table {
                columns: vec![
                    Column { title: "Qui".into(), share: 3, number: false },
                    Column { title: "Abonnés".into(), share: 1, number: true },
                    Column { title: "Mots".into(), share: 4, number: false },
                ],
                rows: rows.collect(),
            }),
            Block::Curve(Curve {
                title: "Messages négatifs par heure".into(),
                source: "Comptés".into(),
                summary: "Jusqu’à 40 à 9 h.".into(),
                legend: ("Messages négatifs".into(), "D’habitude".into()),
                points: (0..30)
                    .map(|n| Point {
                        label: (n % 6 == 0).then(|| format!("{n} h")),
                        value: f64::from((n * 7) % 40),
                        usual: (n > 3).then_some(6.0),
                    })
                    .collect(),
            }),
            Block::Timeline(moments.collect()),
        ],
    }
}

#[test]
fn every_kind_of_block_makes_an_accessible_document() {
    let pdf = every_kind(3).to_pdf().expect("an accessible document");
    assert!(pdf.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(&pdf);
    for sign in ["/StructTreeRoot", "/Lang", "/Outlines", "pdfuaid"] {
        assert!(text.contains(sign), "{sign}");
    }
}

#[test]
fn long_tables_and_timelines_go_over_pages() {
    let pages = |many| {
        let pdf = every_kind(many).to_pdf().expect("a document");
        String::from_utf8_lossy(&pdf).matches("/Type/Page\n").count()
            + String::from_utf8_lossy(&pdf).matches("/Type/Page/").count()
            + String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count()
    };
    assert!(pages(40) > pages(2) + 5, "{} {}", pages(40), pages(2));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(every_kind(2).to_pdf().expect("one"), every_kind(2).to_pdf().expect("two"));
}

#[test]
fn an_empty_document_is_one_page_with_its_title() {
    let paper = Paper { blocks: Vec::new(), ..every_kind(1) };
    assert!(paper.to_pdf().expect("a document").len() < 60_000);
}
