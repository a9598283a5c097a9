//! The language of a text, short ones included.

use crate::reading::{Reading, without_entities};

/// A language that a text is written in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Spoken {
    /// Français
    French,
    /// English
    English,
    /// Another, by its ISO 639-1 code where there is one: `es`, `de`.
    Other(String),
    /// Too short, or too mixed, to tell.
    Unknown,
}

impl Spoken {
    /// The language that a BCP 47 tag names: `fr`, `en-GB`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        match tag.split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "" => Spoken::Unknown,
            "fr" => Spoken::French,
            "en" => Spoken::English,
            other => Spoken::Other(other.to_owned()),
        }
    }

    /// Its tag; `und` when unknown.
    #[must_use]
    pub fn tag(&self) -> &str {
        match self {
            Spoken::French => "fr",
            Spoken::English => "en",
            Spoken::Other(code) => code,
            Spoken::Unknown => "und",
        }
    }
}

/// A language, and how sure the guess is.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// The language.
    pub spoken: Spoken,
    /// From 0.0 to 1.0; above 0.5 the guess is seldom wrong.
    pub confidence: f64,
}

/// The words that give each language away: short, frequent, and in few other languages.
const GIVEAWAYS: [(&str, &str); 7] = [
    (
        "fr",
        "le la les des du de un une et est sont dans pour avec sur nous vous notre nos votre vos ce cette ces \
         que qui quoi au aux en ne pas plus c l d j qu il elle ils on je tu mon ma mes par mais ou tout tous \
         toute chez a bonjour merci bonne bon jour matin soir demain voici encore tres bien etre fait venez \
         lundi mardi mercredi jeudi vendredi samedi dimanche s y si se sa son ses leur sans comme quand deja \
         avez avons chaque aujourd hui avant apres jusqu ouvert ferme",
    ),
    (
        "en",
        "the and is are of to in for with on we you our your this that these it its at by from as be have has \
         will not but or all an what who when how my me i he she they do don t s re ve ll can more new now \
         just here there their was were been so if up out about get today tomorrow thank thanks morning good \
         monday tuesday wednesday thursday friday saturday sunday every before after until open closed come",
    ),
    (
        "es",
        "el los las del y en es son para con por nuestro nuestra que una este esta su sus muy hoy gracias al lo como pero",
    ),
    (
        "de",
        "der die das und ist sind ein eine mit fur auf wir ihr euch unser unsere nicht von zu im am den dem heute danke auch",
    ),
    (
        "it",
        "il lo gli della del di e che per con una nostro nostra sono questo questa non al dal oggi grazie anche piu i nella",
    ),
    (
        "pt",
        "o os as do da dos das e em para com uma nosso nossa que nao por este esta hoje obrigado muito ao na no sao",
    ),
    (
        "nl",
        "de het een en van voor met op wij onze ons is zijn dat dit niet je jullie te in vandaag bedankt ook aan bij",
    ),
];

/// The language of a text. Links, mentions, hashtags and emoji are left out first; frequent
/// words decide for short texts, letter by letter statistics add their voice for longer ones.
#[must_use]
pub fn identify(text: &str) -> Guess {
    let plain = without_entities(text);
    let reading = Reading::of(&plain);
    let words: Vec<&str> = reading
        .words()
        .iter()
        .map(|word| word.folded.as_str())
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    let letters = words.iter().map(|word| word.chars().count()).sum::<usize>();
    let statistics = (letters >= 12).then(|| whatlang::detect(&plain)).flatten();
    if let Some(info) = statistics.as_ref().filter(|info| info.script() != whatlang::Script::Latin)
    {
        let spoken = Spoken::from_tag(code(info.lang()));
        return Guess { spoken, confidence: info.confidence().max(0.6) };
    }
    if words.len() < 3 {
        return Guess { spoken: Spoken::Unknown, confidence: 0.0 };
    }
    let scores = scores(&words, statistics.as_ref());
    let (best, score) = &scores[0];
    let second = scores.get(1).map_or(0.0, |(_, score)| *score);
    let margin = score - second;
    if *score < 0.15 || margin < 0.05 {
        return Guess { spoken: Spoken::Unknown, confidence: margin.clamp(0.0, 1.0) };
    }
    // A few words may lie: five and more weigh in full.
    let weight = (words.len() as f64 / 5.0).min(1.0);
    let confidence = (0.3 + margin * 1.8).min(1.0) * weight;
    Guess { spoken: Spoken::from_tag(best), confidence }
}

/// Each language with its score, the best first.
fn scores(words: &[&str], statistics: Option<&whatlang::Info>) -> Vec<(String, f64)> {
    let mut scores: Vec<(String, f64)> = GIVEAWAYS
        .iter()
        .map(|(tag, list)| {
            let hits =
                words.iter().filter(|word| list.split_whitespace().any(|w| w == **word)).count();
            ((*tag).to_owned(), hits as f64 / words.len() as f64)
        })
        .collect();
    if let Some(info) = statistics {
        // Three-letter runs need length: 0.1 at 20 letters, up to 0.3 at 100.
        let letters = words.iter().map(|word| word.chars().count()).sum::<usize>();
        let voice = (0.003 * letters as f64).clamp(0.05, 0.3) * info.confidence().max(0.3);
        let tag = code(info.lang());
        match scores.iter_mut().find(|(known, _)| known == tag) {
            Some((_, score)) => *score += voice,
            None => scores.push((tag.to_owned(), voice)),
        }
    }
    scores.sort_by(|a, b| b.1.total_cmp(&a.1));
    scores
}

/// The two-letter code where the language has one.
pub(crate) fn code(lang: whatlang::Lang) -> &'static str {
    use whatlang::Lang as L;
    match lang {
        L::Fra => "fr",
        L::Eng => "en",
        L::Spa => "es",
        L::Deu => "de",
        L::Ita => "it",
        L::Por => "pt",
        L::Nld => "nl",
        L::Cat => "ca",
        L::Ara => "ar",
        L::Rus => "ru",
        L::Ukr => "uk",
        L::Cmn => "zh",
        L::Jpn => "ja",
        L::Kor => "ko",
        L::Ell => "el",
        L::Heb => "he",
        L::Tur => "tr",
        L::Pol => "pl",
        L::Ron => "ro",
        L::Swe => "sv",
        L::Dan => "da",
        L::Vie => "vi",
        other => other.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(text: &str) -> String {
        identify(text).spoken.tag().to_owned()
    }

    #[test]
    fn french_and_english_posts_are_told_apart_even_short() {
        for text in [
            "La bûche de Noël est arrivée",
            "Fermé lundi, à mardi",
            "Bonjour à tous ! 🥐 #Nantes @camille",
            "Nous ouvrons samedi à 7 h",
            "Qui veut une brioche ? Venez nous voir ce matin",
        ] {
            assert_eq!(spoken(text), "fr", "{text}");
        }
        for text in [
            "Our new bread is here",
            "We are open on Saturday",
            "Good morning! 🥐 Come and see us today #Nantes",
            "Thank you for all your messages",
        ] {
            assert_eq!(spoken(text), "en", "{text}");
        }
    }

    #[test]
    fn other_languages_are_named() {
        assert_eq!(spoken("Hoy abrimos nuestra panadería con pan de masa madre para todos"), "es");
        assert_eq!(spoken("Heute ist unsere Bäckerei für euch geöffnet und wir freuen uns"), "de");
        assert_eq!(spoken("Сегодня наша пекарня открыта для всех"), "ru");
    }

    #[test]
    fn what_says_too_little_is_unknown() {
        for text in ["", "🥐🥐🥐", "https://fournil.fr #pain", "Croissant", "OK"] {
            assert_eq!(spoken(text), "und", "{text}");
        }
    }
}
