use maud::Markup;

use super::Frame;

/// A page: the facts it shows, as a struct, and how it shows them.
///
/// Register it with [`page_samples!`](crate::page_samples): one test renders every sample of
/// every page in both languages.
pub trait Page {
    /// The page as it can be met: empty, full, refused. The test renders each.
    fn samples() -> Vec<Self>
    where
        Self: Sized;

    /// The question it answers, for the browser's tab.
    fn title(&self, frame: &Frame) -> String;

    /// Where it stands and how wide it is.
    fn shape(&self) -> Shape;

    /// What is inside `<main>`: one `h1`, see [`crate::parts::page_header`].
    fn body(&self, frame: &Frame) -> Markup;
}

/// Where a page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// In a room of the brand, whose line of the sidebar is marked: `"home"`, `"calendar"`,
    /// `"inbox"`, `"posts"`, `"measures"`, `"channels"`, `"settings"`, or `""` for none.
    Room(&'static str, Width),
    /// For someone outside who came by a signed link: the brand's name above, nothing else.
    Guest(Width),
    /// A card in the middle of the square: set-up, sign-in, refusals.
    Centered(Width),
}

/// How wide a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// For reading and forms.
    Narrow,
    /// For most pages.
    Usual,
    /// For calendars and tables.
    Wide,
}

/// The samples of one page type.
pub struct Sampled {
    /// The type's name.
    pub name: &'static str,
    /// Renders each sample, whole.
    pub render: fn(&Frame) -> Vec<Markup>,
}

inventory::collect!(Sampled);

/// Every page type that was registered.
pub fn sampled_pages() -> impl Iterator<Item = &'static Sampled> {
    inventory::iter::<Sampled>.into_iter()
}

/// Registers page types, so that the test that renders them all knows them:
/// `page_samples!(PostsPage, PostPage);`
#[macro_export]
macro_rules! page_samples {
    ($($page:ty),+ $(,)?) => {$(
        $crate::frame::inventory_submit! {
            $crate::frame::Sampled {
                name: stringify!($page),
                render: |frame| {
                    let pages = <$page as $crate::frame::Page>::samples();
                    pages.iter().map(|page| frame.markup(page)).collect()
                },
            }
        }
    )+};
}
