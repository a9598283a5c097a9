//! Teammates spoken to in a text: `@Inès`.

use primitives::Id;

use crate::Teammate;

/// The teammates that a text speaks to: `@Inès Le Goff`, or `@Inès` where only one has that first
/// name. Case does not matter.
pub fn mentioned(words: &str, team: &[(Id<Teammate>, String)]) -> Vec<Id<Teammate>> {
    let words = words.to_lowercase();
    let mut found = Vec::new();
    for at in words.match_indices('@').map(|(at, _)| at + 1) {
        let rest = &words[at..];
        let full = team.iter().find(|(_, name)| begins_with_word(rest, &name.to_lowercase()));
        let first = || {
            let mut alike = team.iter().filter(|(_, name)| {
                let first = name.split_whitespace().next().unwrap_or_default();
                begins_with_word(rest, &first.to_lowercase())
            });
            alike.next().filter(|_| alike.next().is_none())
        };
        if let Some((id, _)) = full.or_else(first)
            && !found.contains(id)
        {
            found.push(*id);
        }
    }
    found
}

fn begins_with_word(text: &str, word: &str) -> bool {
    let rest = text.strip_prefix(word).filter(|_| !word.is_empty());
    rest.is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn team() -> Vec<(Id<Teammate>, String)> {
        ["Inès Le Goff", "Karim Benali", "Karim Petit"]
            .iter()
            .zip(1_u8..)
            .map(|(name, n)| (Id::from_slice(&[n; 16]).unwrap(), (*name).to_owned()))
            .collect()
    }

    #[test]
    fn a_first_name_is_enough_where_only_one_has_it() {
        let team = team();
        assert_eq!(mentioned("Dis, @Inès, et la photo ?", &team), [team[0].0]);
        assert_eq!(mentioned("@karim petit, @inès le goff", &team), [team[2].0, team[0].0]);
        assert_eq!(mentioned("@Karim, lequel ?", &team), []);
        assert_eq!(mentioned("contact@inesperee.fr, @Inèsse", &team), []);
    }
}
