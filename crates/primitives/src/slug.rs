use crate::text;

/// A short name for addresses: lower case ASCII letters, digits and single hyphens, at most 40
/// characters. Empty when nothing of `name` can be kept.
pub fn slug(name: &str) -> String {
    let folded = text::fold(name);
    let mut slug = String::new();
    for character in folded.chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 40 {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_brand_s_name_becomes_its_address() {
        assert_eq!(slug("Boulangerie « L’Œuf & Châtaigne »"), "boulangerie-l-oeuf-chataigne");
        assert_eq!(slug("日本"), "");
    }
}
