//! Enums stored as TEXT, one spelling for each engine and each language of the house.

/// A text is none of an enum's spellings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a {kind}")]
pub struct UnknownText {
    /// The name of the enum.
    pub kind: &'static str,
    /// The text.
    pub text: String,
}

/// Makes an enum that is stored as TEXT: `ALL`, `as_str`, `Display`, `FromStr`, `IntoValue`, `FromValue`.
///
/// ```
/// database::text_enum! {
///     /// Where a post stands.
///     pub enum PostState {
///         /// Being written.
///         Draft => "draft",
///         /// Out.
///         Published => "published",
///     }
/// }
/// assert_eq!(PostState::Draft.as_str(), "draft");
/// assert_eq!("published".parse(), Ok(PostState::Published));
/// ```
#[macro_export]
macro_rules! text_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident => $text:literal),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $name { $($(#[$variant_meta])* $variant),+ }

        #[allow(dead_code)]
        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The spelling in the database, in addresses and in the API.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownText;
            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                match text {
                    $($text => Ok($name::$variant),)+
                    _ => Err($crate::UnknownText { kind: stringify!($name), text: text.to_owned() }),
                }
            }
        }

        impl $crate::IntoValue for $name {
            fn into_value(self) -> $crate::Value {
                $crate::Value::Text(self.as_str().to_owned())
            }
        }

        impl $crate::FromValue for $name {
            fn from_value(value: &$crate::Value) -> ::std::result::Result<Self, $crate::Mismatch> {
                match value {
                    $crate::Value::Text(text) => text.parse().map_err(|_| $crate::Mismatch {
                        expected: stringify!($name).into(),
                        found: ::std::format!("{text:?}").into(),
                    }),
                    other => Err($crate::Mismatch::new(stringify!($name), other)),
                }
            }
        }
    };
}
