//! Files of every kind, well made and not.

use std::io::Write;

use measurement::insights::{MOST_BYTES, Sheet, SheetError};

use crate::world::fixture;

const ROWS: &str = "Post ID;Publié;J'aime\n1;03/01/2026;12\n2;04/01/2026;«é»\n";

fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    Sheet::read(bytes).unwrap().rows.into_iter().map(|row| row.cells).collect()
}

#[test]
fn the_same_table_is_read_in_every_encoding_and_with_every_delimiter() {
    let expected = cells(ROWS.as_bytes());
    assert_eq!(expected[1], ["2", "04/01/2026", "«é»"]);
    let with_mark = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    let little: Vec<u8> = ROWS.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = ROWS.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let latin = encoding_rs_windows(ROWS);
    for bytes in [
        with_mark(&[0xef, 0xbb, 0xbf], ROWS.as_bytes().to_vec()),
        with_mark(&[0xff, 0xfe], little.clone()),
        with_mark(&[0xfe, 0xff], big),
        little,
        latin,
        ROWS.replace(';', "\t").into_bytes(),
        ROWS.replace(';', ",").into_bytes(),
        ROWS.replace('\n', "\r\n").into_bytes(),
        format!("sep=;\n{ROWS}").into_bytes(),
    ] {
        assert_eq!(cells(&bytes), expected);
    }
}

/// Latin letters are the same numbers in Windows-1252 and Unicode.
fn encoding_rs_windows(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

#[test]
fn quoted_line_breaks_stay_in_their_cell_and_lines_are_counted_right() {
    let sheet = Sheet::read(&fixture("meta_facebook_en.csv")).unwrap();
    assert_eq!(sheet.rows.len(), 5);
    assert!(
        sheet.rows[1].cells[4].contains("\nlieu: Gare")
            || sheet.rows[1].cells[4].contains("\r\nlieu")
    );
    assert_eq!(sheet.rows[0].line, 2);
    assert!(sheet.rows[2].line > sheet.rows[1].line + 1);
}

#[test]
fn what_is_not_a_table_is_told_apart() {
    let error = |bytes: &[u8]| Sheet::read(bytes).unwrap_err();
    assert_eq!(error(b""), SheetError::Empty);
    assert_eq!(error(b" \n\n "), SheetError::Empty);
    assert_eq!(error(b"Post ID,Likes\n"), SheetError::Empty);
    assert_eq!(error(b"%PDF-1.7 and so on"), SheetError::NotATable);
    assert_eq!(error(b"<!DOCTYPE html><table>"), SheetError::NotATable);
    assert_eq!(error(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), SheetError::NotATable);
    assert_eq!(error(b"only some words\nand more words\n"), SheetError::NotATable);
    assert_eq!(error(b"1,2\n3,4\n"), SheetError::NoHeader);
    assert_eq!(error(b"a,b\n\x81\x8d,1\n"), SheetError::BadEncoding);
    assert_eq!(error(&[0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), SheetError::BadEncoding);
    assert_eq!(error(b"PK\x03\x04 and nothing of an archive"), SheetError::BrokenWorkbook);
    assert_eq!(error(&vec![b'a'; MOST_BYTES + 1]), SheetError::TooLarge);
    assert_eq!(error(&archive(&[("word/document.xml", "<w/>")])), SheetError::NotATable);
    assert_eq!(error(&archive(&[("xl/workbook.xml", "<w")])), SheetError::BrokenWorkbook);
    let wide = format!("{}\n1\n", "a,".repeat(3_000));
    assert_eq!(error(wide.as_bytes()), SheetError::TooManyColumns);
}

#[test]
fn of_a_linkedin_workbook_the_sheet_of_posts_is_read_under_its_description() {
    let sheet = Sheet::read(&workbook(&[
        (
            "Metrics",
            &[
                &["Aggregated engagement metrics for your organic posts"],
                &["Date", "Impressions (total)", "Reactions (total)"],
                &["01/03/2026", "10", "2"],
            ],
        ),
        (
            "All posts",
            &[
                &["Engagement metrics for individual posts"],
                &[
                    "Post title",
                    "Post link",
                    "Post type",
                    "Created date",
                    "Impressions",
                    "Views",
                    "Clicks",
                    "Likes",
                    "Comments",
                    "Reposts",
                    "Content Type",
                ],
                &[
                    "Pain",
                    "https://www.linkedin.com/feed/update/urn:li:activity:7",
                    "Organic",
                    "01/03/2026",
                    "1000",
                    "",
                    "40",
                    "30",
                    "2",
                    "1",
                    "Image",
                ],
            ],
        ),
    ]))
    .unwrap();
    assert_eq!(sheet.tab.as_deref(), Some("All posts"));
    assert_eq!(sheet.template.unwrap().key, "linkedin_posts");
    assert_eq!(sheet.rows.len(), 1);
    assert_eq!(sheet.rows[0].line, 3);
}

#[test]
fn a_cell_in_the_last_corner_does_not_ask_for_all_the_others() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Post ID</t></is></c>\
        <c r=\"B1\" t=\"inlineStr\"><is><t>Likes</t></is></c></row>\
        <row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c><c r=\"B1048576\"><v>4</v></c></row>";
    let sheet = Sheet::read(&workbook_of(&[("One", rows.to_owned())])).unwrap();
    assert_eq!(sheet.rows.len(), 1);
    assert_eq!(sheet.rows[0].line, 1_048_576);
    let far = rows.replace("B1048576", "XFD1048576");
    let error = Sheet::read(&workbook_of(&[("One", far)])).unwrap_err();
    assert_eq!(error, SheetError::TooManyColumns);
}

fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

type Rows<'a> = &'a [&'a [&'a str]];

pub fn workbook(tabs: &[(&str, Rows<'_>)]) -> Vec<u8> {
    let rows = |rows: Rows<'_>| {
        let mut text = String::new();
        for (row, line) in rows.iter().zip(1..) {
            text.push_str(&format!("<row r=\"{line}\">"));
            for (cell, letter) in row.iter().zip('A'..) {
                let place = format!("{letter}{line}");
                text.push_str(&if cell.parse::<f64>().is_ok() {
                    format!("<c r=\"{place}\"><v>{cell}</v></c>")
                } else {
                    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>")
                });
            }
            text.push_str("</row>");
        }
        text
    };
    let tabs: Vec<_> = tabs.iter().map(|(name, of)| (*name, rows(of))).collect();
    workbook_of(&tabs)
}

fn workbook_of(tabs: &[(&str, String)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let (mut sheets, mut relations) = (String::new(), String::new());
    let mut files = Vec::new();
    for ((name, rows), n) in tabs.iter().zip(1..) {
        sheets.push_str(&format!("<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"r{n}\"/>"));
        relations.push_str(&format!(
            "<Relationship Id=\"r{n}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/s{n}.xml\"/>"
        ));
        let text = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        files.push((format!("xl/worksheets/s{n}.xml"), text));
    }
    files.push((
        "xl/workbook.xml".into(),
        format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets></workbook>"
        ),
    ));
    files.push((
        "xl/_rels/workbook.xml.rels".into(),
        format!("<Relationships xmlns=\"{PACKAGE}\">{relations}</Relationships>"),
    ));
    files.push((
        "_rels/.rels".into(),
        format!(
            "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r\" \
             Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    ));
    let files: Vec<_> = files.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    archive(&files)
}
