//! Where networks live on the web: the hosts of their links, and where one begins a post. Common
//! knowledge, as it stood in November 2026; a link elsewhere is asked about, never refused.

use channels::connector::Site;

static SITES: [(&str, Site); 14] = [
    (
        "Facebook",
        site(&["facebook.com", "fb.com", "fb.watch", "fb.me"], "https://www.facebook.com/"),
    ),
    ("Instagram", site(&["instagram.com", "instagr.am"], "https://www.instagram.com/")),
    ("Threads", site(&["threads.com", "threads.net"], "https://www.threads.com/intent/post")),
    ("X", site(&["x.com", "twitter.com"], "https://x.com/compose/post")),
    (
        "LinkedIn",
        site(&["linkedin.com", "lnkd.in"], "https://www.linkedin.com/feed/?shareActive=true"),
    ),
    ("TikTok", site(&["tiktok.com"], "https://www.tiktok.com/upload")),
    ("YouTube", site(&["youtube.com", "youtu.be"], "https://studio.youtube.com/")),
    (
        "Pinterest",
        site(
            &["pinterest.com", "pinterest.fr", "pinterest.co.uk", "pin.it"],
            "https://www.pinterest.com/pin-creation-tool/",
        ),
    ),
    (
        "Google Business",
        site(
            &["google.com", "google.fr", "google.co.uk", "g.page", "g.co", "goo.gl"],
            "https://business.google.com/",
        ),
    ),
    ("Reddit", site(&["reddit.com", "redd.it"], "https://www.reddit.com/submit")),
    ("Telegram", site(&["t.me", "telegram.me", "telegram.org"], "https://web.telegram.org/")),
    ("Discord", site(&["discord.com", "discord.gg"], "https://discord.com/app")),
    ("WhatsApp", site(&["whatsapp.com", "wa.me"], "https://web.whatsapp.com/")),
    ("Snapchat", site(&["snapchat.com"], "https://web.snapchat.com/")),
];

const fn site(hosts: &'static [&'static str], compose: &'static str) -> Site {
    Site { hosts, compose }
}

/// Where the network that people call so lives.
pub(super) fn site_of(name: &str) -> Option<&'static Site> {
    let name = super::known(name).map_or(name, |known| known.name);
    SITES.iter().find(|(known, _)| *known == name).map(|(_, site)| site)
}
