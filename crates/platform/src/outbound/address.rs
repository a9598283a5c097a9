//! Which addresses may be reached: only those of the public Internet, unless private ones are
//! allowed. The check is made on the very addresses that are then connected to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

use super::OutboundError;

/// A name or an address leads to a private network.
#[derive(Debug, thiserror::Error)]
#[error("{host} is not on the public Internet")]
pub(super) struct NotPublic {
    pub(super) host: String,
}

/// Finds the addresses of a name and leaves out those that are not public.
pub(super) struct CarefulResolver {
    pub(super) allow_private: bool,
}

impl Resolve for CarefulResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let allow_private = self.allow_private;
        Box::pin(async move {
            let host = name.as_str().to_owned();
            let found = tokio::net::lookup_host((host.as_str(), 0)).await?;
            let usable: Vec<SocketAddr> =
                found.filter(|address| allow_private || is_public(address.ip())).collect();
            if usable.is_empty() {
                return Err(NotPublic { host }.into());
            }
            Ok(Box::new(usable.into_iter()) as Addrs)
        })
    }
}

/// Refuses what is not plain `http(s)` to a public host, before any packet leaves. `secret` says
/// that the request carries credentials, which never travel unencrypted.
pub(super) fn check(url: &Url, allow_private: bool, secret: bool) -> Result<(), OutboundError> {
    let forbidden = |detail: String| Err(OutboundError::Forbidden { detail });
    match url.scheme() {
        "https" => {}
        "http" if secret && !allow_private => {
            return forbidden(format!("credentials are not sent without TLS to {}", shown(url)));
        }
        "http" => {}
        other => return forbidden(format!("only http and https are reached, not {other}")),
    }
    let public = match url.host() {
        None => return forbidden("the address has no host".to_owned()),
        Some(Host::Ipv4(ip)) => is_public(ip.into()),
        Some(Host::Ipv6(ip)) => is_public(ip.into()),
        Some(Host::Domain(name)) => is_public_name(name),
    };
    if public || allow_private {
        return Ok(());
    }
    forbidden(format!("{} is not on the public Internet", url.host_str().unwrap_or_default()))
}

/// An address without what may be secret in it: no name, password, query or fragment.
pub(super) fn shown(url: &Url) -> String {
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}://{}{port}{}", url.scheme(), url.host_str().unwrap_or_default(), url.path())
}

/// Names that never lead to the public Internet (RFC 6761, 6762, 8375, 9476).
pub(super) fn is_public_name(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let last = name.rsplit('.').next().unwrap_or_default();
    let private = ["localhost", "local", "internal", "lan", "onion", "test", "invalid", "alt"];
    !name.is_empty() && !private.contains(&last) && !name.ends_with(".home.arpa")
}

/// Whether an address is of the public Internet.
pub(super) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

/// By the IANA special-purpose registry.
fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special = match (a, b, c) {
        (0 | 10 | 127, ..) | (240..=255, ..) | (224..=239, ..) => true,
        (100, 64..=127, _) | (169, 254, _) | (172, 16..=31, _) | (192, 168, _) => true,
        // Protocol assignments, documentation, the former 6to4 relays, AMT, AS112.
        (192, 0, 0 | 2) | (192, 88, 99) | (192, 52, 193) | (192, 31, 196) | (192, 175, 48) => true,
        (198, 18 | 19, _) | (198, 51, 100) | (203, 0, 113) => true,
        _ => false,
    };
    !special
}

/// Only global unicast (2000::/3), and of it neither special blocks nor anything that carries a
/// version 4 address inside: those are judged by the address carried, or refused.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, c, d, e, f, g, h] = ip.segments();
    let carried = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match (a, b, c, d, e, f) {
        (0x64, 0xff9b, 0, 0, 0, 0) => carried(g, h),
        // Mapped, compatible and translated (::, ::1, ::ffff:0:0/96…), local NAT64, discard.
        (0..=0x1fff, ..) => false,
        (0x2002, ..) => carried(b, c),
        // Teredo, ORCHID, benchmarks and other protocol assignments: 2001::/23.
        (0x2001, 0..=0x1ff, ..) => false,
        (0x2001, 0xdb8, ..) | (0x3fff, 0..=0xfff, ..) => false,
        (0x2000..=0x3fff, ..) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(url: &str) -> bool {
        let url = Url::parse(url).unwrap();
        matches!(check(&url, false, false), Err(OutboundError::Forbidden { .. }))
    }

    #[test]
    fn private_addresses_are_refused_however_they_are_written() {
        for url in [
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://0177.0.0.1/",
            "http://127.1/",
            "http://0/",
            "http://[::1]/",
            "http://[::]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::127.0.0.1]/",
            "http://[::ffff:0:10.0.0.1]/",
            "http://[64:ff9b::10.0.0.1]/",
            "http://[64:ff9b:1::1]/",
            "http://[2002:7f00:1::]/",
            "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
            "http://[2001:db8::1]/",
            "http://[3fff::1]/",
            "http://[fe80::1]/",
            "http://[fc00::1]/",
            "http://[fd12:3456::1]/",
            "http://[ff02::1]/",
            "http://[100::1]/",
            "http://10.1.2.3/",
            "http://172.16.0.1/",
            "http://172.31.255.255/",
            "http://192.168.1.1/",
            "http://169.254.169.254/latest/meta-data/",
            "http://100.64.0.1/",
            "http://198.18.0.1/",
            "http://192.0.2.1/",
            "http://198.51.100.1/",
            "http://203.0.113.9/",
            "http://224.0.0.1/",
            "http://255.255.255.255/",
            "http://localhost/",
            "http://LOCALHOST./",
            "http://app.localhost:8080/",
            "http://printer.local/",
            "http://metadata.google.internal/",
            "http://router.home.arpa/",
            "http://\u{ff11}\u{ff12}\u{ff17}.0.0.1/",
            "http://127。0。0。1/",
            "ftp://example.org/",
            "file:///etc/passwd",
            "gopher://example.org/",
        ] {
            assert!(refused(url), "{url} was let through");
        }
    }

    #[test]
    fn public_addresses_are_let_through() {
        for url in [
            "https://bsky.social/xrpc",
            "http://example.org/feed",
            "http://1.1.1.1/",
            "http://172.32.0.1/",
            "http://100.128.0.1/",
            "http://[2606:4700:4700::1111]/",
            "http://[64:ff9b::1.1.1.1]/",
        ] {
            assert!(!refused(url), "{url} was refused");
        }
    }

    #[test]
    fn credentials_only_travel_encrypted() {
        let plain = Url::parse("http://example.org/token?secret=1").unwrap();
        let Err(OutboundError::Forbidden { detail }) = check(&plain, false, true) else {
            panic!("credentials were let through in clear");
        };
        assert!(!detail.contains("secret=1"));
        assert!(check(&plain, true, true).is_ok());
        assert!(check(&Url::parse("https://example.org/").unwrap(), false, true).is_ok());
    }
}
