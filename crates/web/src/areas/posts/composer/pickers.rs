//! What can be put in the text: emoji, kept texts, signatures, groups of hashtags.

use database::Tx;
use maud::{Markup, html};
use primitives::text::shorten;
use publishing::Template;
use publishing::template::TemplateKind;

use super::ComposerPage;
use crate::parts::icon;
use crate::{Frame, InBrand, Refusal};

/// The menus of kept texts: kind, icon, words.
const MENUS: [(TemplateKind, &str, &str); 3] = [
    (TemplateKind::Hashtags, "hash", "posts-pick-hashtags"),
    (TemplateKind::Text, "file-text", "posts-pick-template"),
    (TemplateKind::Signature, "pencil", "posts-pick-signature"),
];

/// The texts that the brand keeps.
pub(crate) async fn kept(here: &InBrand, tx: &mut Tx) -> Result<Vec<Template>, Refusal> {
    Ok(Template::all(&here.actor, tx).await?)
}

impl ComposerPage {
    pub(super) fn pickers(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            button.button.button-quiet.button-small type="button" data-emoji=(frame.words.language().tag()) hidden {
                (icon("smile")) (words.t("posts-pick-emoji"))
            }
            @for (kind, picture, key) in MENUS {
                @let kept: Vec<_> = self.kept.iter().filter(|template| template.kind == kind).collect();
                @if !kept.is_empty() {
                    details.menu {
                        summary.button.button-quiet.button-small { (icon(picture)) (words.t(key)) }
                        div.menu-panel.picker {
                            @for template in kept { (self.kept_line(template)) }
                            hr.menu-rule;
                            a.menu-item href=(frame.url("templates")) { (icon("settings")) (words.t("posts-pick-manage")) }
                        }
                    }
                }
            }
            @if self.kept.is_empty() {
                a.button.button-quiet.button-small href=(frame.url("templates")) { (icon("file-text")) (words.t("posts-pick-none")) }
            }
        }
    }

    fn kept_line(&self, template: &Template) -> Markup {
        let tab = template.channel.and_then(|id| self.channels.iter().position(|c| c.id == id));
        html! {
            button.menu-item name="insert" value=(template.id) data-insert=(template.text) data-insert-kind=(template.kind.as_str())
                data-insert-tab=[tab.map(|tab| tab + 1)] {
                span.picker-line {
                    span.strong { (template.name) }
                    span.small.muted { (shorten(&template.text, 80)) }
                }
            }
        }
    }
}
