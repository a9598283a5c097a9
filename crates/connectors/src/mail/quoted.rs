//! What a letter repeats of earlier ones, told from what is newly said. Only what comes last is
//! taken for repeated, and only where something is said before it.

/// What is said, and what is repeated after it.
pub(super) fn split(text: &str) -> (&str, &str) {
    let mut at = 0;
    let mut cut = None;
    let lines: Vec<(usize, &str)> = text
        .split_inclusive('\n')
        .map(|line| {
            let start = at;
            at += line.len();
            (start, line.trim_end())
        })
        .collect();
    for (number, (start, line)) in lines.iter().enumerate() {
        if begins(line, lines.get(number + 1).map(|(_, next)| *next)) {
            cut = Some(*start);
            break;
        }
    }
    let cut = cut.or_else(|| last_quoted(&lines));
    match cut {
        Some(cut) if !text[..cut].trim().is_empty() => {
            (text[..cut].trim_end(), text[cut..].trim_end())
        }
        _ => (text.trim_end(), ""),
    }
}

/// Whether a line says that another letter follows.
fn begins(line: &str, next: Option<&str>) -> bool {
    let line = line.trim();
    let lower = line.to_lowercase();
    let ends = |text: &str| {
        let text = text.trim_end_matches(['\u{a0}', '\u{202f}', ' ', ':']);
        ["a écrit", "wrote", "schrieb", "escribió", "ha scritto"]
            .iter()
            .any(|end| text.ends_with(end))
    };
    let opens = ["le ", "on ", "am ", "el ", "il "].iter().any(|word| lower.starts_with(word));
    if opens && lower.ends_with(':') && ends(&lower) {
        return true;
    }
    // Mail programs fold that line where it is long.
    if opens
        && lower.contains('@')
        && let Some(next) = next
    {
        let next = next.trim().to_lowercase();
        if next.ends_with(':') && ends(&next) && next.len() < 60 {
            return true;
        }
    }
    let dashes = line.starts_with("-----") && line.ends_with("-----");
    let titled =
        ["original message", "message d'origine", "message d’origine", "message transféré"];
    if dashes && titled.iter().any(|title| lower.contains(title)) {
        return true;
    }
    // Outlook's block of headers.
    let next = next.map(|next| next.trim().to_lowercase()).unwrap_or_default();
    let from = ["from:", "de :", "de\u{a0}:", "von:"].iter().any(|word| lower.starts_with(word));
    let sent = ["sent:", "date:", "envoyé", "date :", "à :", "to:", "gesendet:"];
    (from && sent.iter().any(|word| next.starts_with(word)))
        || (line.len() > 20 && line.chars().all(|c| c == '_'))
}

/// Where lines marked as quoted begin, if the letter ends by them.
fn last_quoted(lines: &[(usize, &str)]) -> Option<usize> {
    let mut from = None;
    for (start, line) in lines.iter().rev() {
        let line = line.trim_start();
        match line {
            _ if line.starts_with('>') => from = Some(*start),
            "" => {}
            _ => break,
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn what_is_repeated_is_told_from_what_is_said() {
        for (text, said) in [
            (
                "Merci !\n\nLe lun. 23 nov. 2026 à 10:02, Le Fournil <a@b.fr> a écrit :\n> Bonjour",
                "Merci !",
            ),
            (
                "Thanks\n\nOn Mon, Nov 23, 2026 at 10:02 AM The Bakery <a@b.fr>\nwrote:\n> Hello",
                "Thanks",
            ),
            ("Oui\n\n-----Message d'origine-----\nDe : Le Fournil", "Oui"),
            ("Oui\n\nDe : Le Fournil <a@b.fr>\nEnvoyé : lundi\nÀ : Camille\n\nBonjour", "Oui"),
            ("D’accord\n> Samedi ?\n> Dix heures ?", "D’accord"),
        ] {
            let (new, old) = split(text);
            assert_eq!(new, said, "{text}");
            assert!(!old.is_empty());
        }
    }

    #[test]
    fn nothing_is_hidden_where_nothing_else_is_said() {
        for text in [
            "> Samedi ?\nOui, samedi.",
            "Le pain que l’on a écrit : une tourte",
            "> Tout est cité",
            "Le 12, on m’a dit :\nrevenez demain",
            "Le lun. 23 nov., Le Fournil <a@b.fr> a écrit :\n> Bonjour",
        ] {
            assert_eq!(split(text), (text, ""), "{text}");
        }
    }
}
