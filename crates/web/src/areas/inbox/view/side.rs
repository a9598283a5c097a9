//! What is known of the person.

use maud::{Markup, html};

use super::detail::is_handle;
use super::rows::name_of;
use crate::Frame;
use crate::areas::inbox::asked::Asked;
use crate::areas::inbox::list::Listed;
use crate::areas::inbox::one::Opened;
use crate::parts::{icon, time};
use crate::words::args;

pub(super) fn side(frame: &Frame, listed: &Listed, opened: &Opened) -> Markup {
    let words = &frame.words;
    let Some(known) = &opened.known else { return html! {} };
    let identity = &known.identity;
    let asked = Asked { after: String::new(), ..listed.asked.clone() };
    html! {
        aside.inbox-side aria-label=(words.t("inbox-person")) {
            details.inbox-person open {
                summary { h3 { (words.t("inbox-person")) } }
                p.person-name { strong { (identity.name) } @if is_handle(&identity.handle) { br; span.muted { (crate::parts::at_handle(&identity.handle, identity.profile_url.as_deref())) } } }
                @if let Some(profile) = identity.profile_url.as_ref().filter(|address| !address.starts_with("mailto:")) {
                    p { a href=(profile) rel="noopener noreferrer" target="_blank" { (icon("external-link")) " " (words.tn("inbox-person-profile", args![network => opened.channel.network_name.as_str()])) } }
                }
                dl.person-facts {
                    div { dt { (words.t("inbox-person-since")) } dd { (words.date(identity.first_seen_at.to_zoned(words.zone().clone()).date())) } }
                    div { dt { (words.t("inbox-person-messages")) } dd { (words.tn("inbox-person-count", args![count => known.messages, conversations => known.conversations])) } }
                    @if known.reactions > 0 { div { dt { (words.t("inbox-person-reactions")) } dd { (super::capped(words, known.reactions)) } } }
                    @if let Some(language) = opened.conversation.language.as_deref().filter(|tag| matches!(*tag, "fr" | "en")) {
                        div { dt { (words.t("inbox-language")) } dd { (words.t(&format!("inbox-language-{language}"))) } }
                    }
                }
                @if !opened.sanctions.is_empty() {
                    h4 { (words.t("moderation-person-sanctions")) }
                    @for sanction in &opened.sanctions { (crate::areas::moderation::sanction_line(words, sanction)) }
                    p.small { a href=(frame.url("moderation/sanctions")) { (words.t("moderation-tab-sanctions")) } }
                }
                @if !known.others.is_empty() {
                    h4 { (words.t("inbox-person-others")) }
                    ul.person-others {
                        @for row in &known.others {
                            @let other = &row.conversation;
                            li {
                                a href=(frame.url(&format!("inbox/{}{}", other.id, asked.query()))) {
                                    span.clip-2 { @if other.preview.is_empty() { (name_of(words, other, row.person.as_ref())) } @else { (other.preview) } }
                                    span.small.muted { (words.t(&format!("inbox-state-{}", other.state.word()))) ", " (time(words, other.last_message_at, &words.relative(other.last_message_at))) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
