//! What messages say, a line each: read on standard input, written as JSON lines.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

use clap::Args;
use language::{
    Analyser, Analysis, Asked as Language, Intent, Intents, Sentiment, Spam, Spoken, Toxicity,
    Weighed,
};
use serde::Serialize;

use crate::failure::Failure;

/// `parvis analyse`.
#[derive(Debug, Args)]
pub struct Asked {
    /// The language of the messages
    // The same name as the setting of every command: here, it is the messages'.
    #[arg(id = "lang", long = "lang", value_name = "auto|fr|en", default_value = "auto", value_parser = ["auto", "fr", "en"], hide_default_value = true, hide_possible_values = true)]
    lang: String,
}

/// Reads until the input ends; every line is answered, in its order.
pub fn run(asked: &Asked) -> Result<(), Failure> {
    let language = match asked.lang.as_str() {
        "fr" => Language::French,
        "en" => Language::English,
        _ => Language::Auto,
    };
    match answer(io::stdin().lock(), io::stdout().lock(), language) {
        // Whoever read the answers has enough of them.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        answered => answered.map_err(Failure::because),
    }
}

fn answer(input: impl Read, output: impl Write, language: Language) -> io::Result<()> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let mut output = BufWriter::with_capacity(1 << 16, output);
    let reader = Analyser::new();
    let mut line = Vec::new();
    loop {
        // Before it waits for more, what is answered is said.
        if input.buffer().is_empty() {
            output.flush()?;
        }
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return output.flush();
        }
        let end = line.strip_suffix(b"\n").unwrap_or(&line);
        let end = end.strip_suffix(b"\r").unwrap_or(end);
        // What is not UTF-8 is replaced by the mark of that, U+FFFD.
        let text = String::from_utf8_lossy(end);
        serde_json::to_writer(&mut output, &Said::of(&text, &reader.read(&text, language)))?;
        output.write_all(b"\n")?;
    }
}

/// A line of the answer.
#[derive(Serialize)]
struct Said<'t> {
    text: &'t str,
    /// `fr`, `en` or `other`.
    language: &'static str,
    /// The language by its own code, `und` when it cannot be told.
    language_tag: &'t str,
    language_confidence: f64,
    sentiment: Sentiment,
    toxicity: Toxicity,
    spam: Spam,
    /// Those that hold.
    intent: Vec<Intent>,
    intent_scores: Intents,
    words: &'t [Weighed],
}

impl<'t> Said<'t> {
    fn of(text: &'t str, read: &'t Analysis) -> Said<'t> {
        let language = match read.language {
            Spoken::French => "fr",
            Spoken::English => "en",
            Spoken::Other(_) | Spoken::Unknown => "other",
        };
        Said {
            text,
            language,
            language_tag: read.language.tag(),
            language_confidence: read.language_confidence,
            sentiment: read.sentiment,
            toxicity: read.toxicity,
            spam: read.spam,
            intent: read.intent.all(),
            intent_scores: read.intent,
            words: &read.weighed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(input: &[u8]) -> Vec<serde_json::Value> {
        let mut output = Vec::new();
        answer(input, &mut output, Language::Auto).expect("it answers");
        let text = String::from_utf8(output).expect("it is UTF-8");
        text.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
    }

    #[test]
    fn every_line_is_answered_in_its_order_whatever_it_holds() {
        let said =
            said(b"Merci, le pain est d\xc3\xa9licieux\n\n\xff\xfe caf\xe9\r\nWhere is my order?");
        assert_eq!(said.len(), 4);
        assert_eq!(said[0]["language"], "fr");
        assert_eq!(said[0]["sentiment"]["label"], "positive");
        assert_eq!(said[1]["text"], "");
        assert_eq!(said[2]["text"], "\u{fffd}\u{fffd} caf\u{fffd}");
        assert_eq!(said[3]["language"], "en");
        assert_eq!(said[3]["intent"][0], "question");
    }
}
