use primitives::text::{EntityKind, entities};

/// What goes on the links of one network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tags {
    /// Whether anything does.
    pub on: bool,
    /// `utm_source`.
    pub source: String,
    /// `utm_medium`.
    pub medium: String,
    /// `utm_campaign`.
    pub campaign: Option<String>,
    /// The only sites that are touched; empty: every one.
    pub domains: Vec<String>,
}

impl Tags {
    /// A link with what is missing of it; one that names its source already stays as it is.
    pub fn on_link(&self, link: &str) -> String {
        if !self.on || !self.is_ours(link) {
            return link.to_owned();
        }
        let (rest, fragment) = match link.split_once('#') {
            Some((rest, fragment)) => (rest, Some(fragment)),
            None => (link, None),
        };
        let (base, query) = match rest.split_once('?') {
            Some((base, query)) => (base, query),
            None => (rest, ""),
        };
        let has = |name: &str| query.split('&').any(|pair| pair.split('=').next() == Some(name));
        if has("utm_source") {
            return link.to_owned();
        }
        let campaign = self.campaign.as_deref().unwrap_or_default();
        let wanted = [
            ("utm_source", self.source.as_str()),
            ("utm_medium", &self.medium),
            ("utm_campaign", campaign),
        ];
        let mut pairs: Vec<String> =
            Some(query.to_owned()).filter(|q| !q.is_empty()).into_iter().collect();
        pairs.extend(
            wanted
                .iter()
                .filter(|(name, value)| !value.is_empty() && !has(name))
                .map(|(name, value)| format!("{name}={}", escaped(value))),
        );
        let end = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
        format!("{base}?{}{end}", pairs.join("&"))
    }

    /// A text with its links so made.
    pub fn on_text(&self, text: &str) -> String {
        if !self.on {
            return text.to_owned();
        }
        let mut made = String::with_capacity(text.len());
        let mut at = 0;
        for entity in entities(text) {
            if !matches!(entity.kind, EntityKind::Url { .. }) || entity.range.start < at {
                continue;
            }
            made.push_str(&text[at..entity.range.start]);
            made.push_str(&self.on_link(entity.written(text)));
            at = entity.range.end;
        }
        made.push_str(&text[at..]);
        made
    }

    fn is_ours(&self, link: &str) -> bool {
        if self.domains.is_empty() {
            return true;
        }
        let link = link.to_lowercase();
        let rest = link.split_once("://").map_or(link.as_str(), |(_, rest)| rest);
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
        self.domains.iter().any(|domain| {
            host == domain || host.strip_suffix(domain).is_some_and(|before| before.ends_with('.'))
        })
    }
}

/// Letters and digits as they are, the rest by `%`.
fn escaped(value: &str) -> String {
    let mut made = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            made.push(char::from(byte));
        } else {
            made.push_str(&format!("%{byte:02X}"));
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::Tags;

    fn tags(domains: &[&str]) -> Tags {
        Tags {
            on: true,
            source: "bluesky".into(),
            medium: "social".into(),
            campaign: Some("noel-2026".into()),
            domains: domains.iter().map(|&d| d.to_owned()).collect(),
        }
    }

    #[test]
    fn a_link_gets_what_it_misses_and_keeps_what_it_has() {
        let on = |link: &str| tags(&[]).on_link(link);
        let all = "utm_source=bluesky&utm_medium=social&utm_campaign=noel-2026";
        assert_eq!(on("https://a.fr"), format!("https://a.fr?{all}"));
        assert_eq!(on("https://a.fr/p?x=1#haut"), format!("https://a.fr/p?x=1&{all}#haut"));
        let medium = "https://a.fr?utm_medium=email";
        let kept = "https://a.fr?utm_medium=email&utm_source=bluesky&utm_campaign=noel-2026";
        assert_eq!(on(medium), kept);
        assert_eq!(on(kept), kept);
    }

    #[test]
    fn only_the_brands_own_sites_are_touched_when_it_names_them() {
        let on = |link: &str| tags(&["fournil.fr"]).on_link(link);
        assert!(on("https://www.fournil.fr/noel").contains("utm_source"));
        assert!(on("fournil.fr").contains("utm_source"));
        assert_eq!(on("https://unfournil.fr"), "https://unfournil.fr");
        assert_eq!(on("https://ouest-france.fr/x"), "https://ouest-france.fr/x");
    }

    #[test]
    fn a_text_keeps_all_but_its_links() {
        let made = tags(&["a.fr"]).on_text("Voir https://a.fr/é, et b.fr ! #a @moi");
        assert!(made.starts_with("Voir https://a.fr/é?utm_source=bluesky"), "{made}");
        assert!(made.ends_with("noel-2026, et b.fr ! #a @moi"), "{made}");
    }
}
