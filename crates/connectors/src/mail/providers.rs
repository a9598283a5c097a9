//! Providers that many people use: their servers and how they let programs in. Facts gathered in
//! November 2026 from the providers' own help pages; a domain that is not here is asked itself.

use super::account::Server;

/// How a provider lets programs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WayIn {
    /// By the account's password.
    Password,
    /// By a password made for applications.
    AppPassword,
    /// By no password at all.
    NoPassword,
}

/// What is known of a provider.
pub(super) struct Provider {
    domains: &'static [&'static str],
    imap: (&'static str, u16),
    smtp: (&'static str, u16),
    pub way_in: WayIn,
    /// Whether what is sent by SMTP is kept among sent letters by the provider itself.
    pub keeps_sent: bool,
}

const fn of(
    domains: &'static [&'static str],
    imap: (&'static str, u16),
    smtp: (&'static str, u16),
    way_in: WayIn,
) -> Provider {
    Provider { domains, imap, smtp, way_in, keeps_sent: false }
}

const PROVIDERS: &[Provider] = &[
    Provider {
        keeps_sent: true,
        ..of(
            &["gmail.com", "googlemail.com"],
            ("imap.gmail.com", 993),
            ("smtp.gmail.com", 465),
            WayIn::AppPassword,
        )
    },
    of(
        &[
            "outlook.com",
            "outlook.fr",
            "hotmail.com",
            "hotmail.fr",
            "live.com",
            "live.fr",
            "msn.com",
        ],
        ("outlook.office365.com", 993),
        ("smtp-mail.outlook.com", 587),
        WayIn::NoPassword,
    ),
    of(
        &["yahoo.com", "yahoo.fr", "ymail.com", "rocketmail.com"],
        ("imap.mail.yahoo.com", 993),
        ("smtp.mail.yahoo.com", 465),
        WayIn::AppPassword,
    ),
    of(
        &["icloud.com", "me.com", "mac.com"],
        ("imap.mail.me.com", 993),
        ("smtp.mail.me.com", 587),
        WayIn::AppPassword,
    ),
    of(
        &["fastmail.com", "fastmail.fm"],
        ("imap.fastmail.com", 993),
        ("smtp.fastmail.com", 465),
        WayIn::AppPassword,
    ),
    of(
        &["orange.fr", "wanadoo.fr"],
        ("imap.orange.fr", 993),
        ("smtp.orange.fr", 465),
        WayIn::AppPassword,
    ),
    of(&["free.fr"], ("imap.free.fr", 993), ("smtp.free.fr", 465), WayIn::Password),
    of(
        &["sfr.fr", "neuf.fr", "cegetel.net"],
        ("imap.sfr.fr", 993),
        ("smtp.sfr.fr", 465),
        WayIn::Password,
    ),
    of(&["laposte.net"], ("imap.laposte.net", 993), ("smtp.laposte.net", 465), WayIn::Password),
    of(&["bbox.fr"], ("imap.bbox.fr", 993), ("smtp.bbox.fr", 465), WayIn::Password),
    of(
        &["gmx.fr", "gmx.com", "gmx.net"],
        ("imap.gmx.com", 993),
        ("mail.gmx.com", 465),
        WayIn::Password,
    ),
    of(
        &["ik.me", "etik.com", "infomaniak.com"],
        ("mail.infomaniak.com", 993),
        ("mail.infomaniak.com", 465),
        WayIn::AppPassword,
    ),
];

impl Provider {
    /// The provider of a domain, if it is one of these.
    pub fn of_domain(domain: &str) -> Option<&'static Provider> {
        PROVIDERS.iter().find(|one| one.domains.contains(&domain))
    }

    /// The provider that runs a server, whatever the address: firms have their domain there.
    pub fn of_server(host: &str) -> Option<&'static Provider> {
        let host = host.to_ascii_lowercase();
        PROVIDERS.iter().find(|one| one.imap.0 == host || one.smtp.0 == host)
    }

    pub fn imap(&self) -> Server {
        server(self.imap)
    }

    pub fn smtp(&self) -> Server {
        server(self.smtp)
    }
}

fn server((host, port): (&str, u16)) -> Server {
    match port {
        993 | 465 => Server::at_once(host, port),
        _ => Server::asked(host, port),
    }
}
