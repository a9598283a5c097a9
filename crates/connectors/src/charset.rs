//! Reading pages in whatever encoding they declare.

use encoding_rs::{Encoding, UTF_8};

/// A page's text. The encoding is the one that the server says, else the page, else UTF-8.
pub(crate) fn html(bytes: &[u8], content_type: &str) -> String {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_lowercase();
    let encoding = declared(&content_type.to_lowercase()).or_else(|| declared(&head));
    encoding.unwrap_or(UTF_8).decode(bytes).0.into_owned()
}

/// The encoding after `charset=`.
fn declared(text: &str) -> Option<&'static Encoding> {
    let (_, after) = text.split_once("charset=")?;
    let after = after.trim_start_matches(['"', '\'', ' ']);
    let end = after.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'));
    Encoding::for_label(&after.as_bytes()[..end.unwrap_or(after.len())])
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn a_page_is_read_in_the_encoding_it_declares() {
        let latin = b"<meta charset=\"iso-8859-1\"><title>\xe9t\xe9</title>";
        assert!(html(latin, "text/html").contains("été"));
        assert!(html(b"\xe9t\xe9", "text/html; charset=windows-1252").contains("été"));
        assert!(html("été".as_bytes(), "text/html").contains("été"));
    }
}
