//! The five kinds of value both engines share, and the conversions from and to Rust types.

use std::borrow::Cow;

use jiff::Timestamp;
use primitives::Id;

/// A value that goes into or comes out of the database.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// NULL, of any type.
    Null,
    /// BIGINT; also instants (microseconds UTC), days, money in minor units.
    Int(i64),
    /// DOUBLE PRECISION.
    Double(f64),
    /// TEXT.
    Text(String),
    /// BYTEA; also ids (16 bytes).
    Bytes(Vec<u8>),
    /// BOOL. SQLite gives it back as `Int(0 | 1)`, which [`FromValue`] for `bool` accepts.
    Bool(bool),
}

impl Value {
    /// The kind, for messages: never the value itself, which may be a person's.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Int(_) => "integer",
            Value::Double(_) => "double",
            Value::Text(_) => "text",
            Value::Bytes(_) => "bytes",
            Value::Bool(_) => "boolean",
        }
    }
}

/// The parameters of one statement, `$1` first.
pub type Params = Vec<Value>;

/// Builds [`Params`]: `params![id, &name, deadline]`. Borrowed values are copied.
#[macro_export]
macro_rules! params {
    () => { $crate::Params::new() };
    ($($value:expr),+ $(,)?) => { ::std::vec![$($crate::IntoValue::into_value($value)),+] };
}

/// What can be a parameter.
pub trait IntoValue {
    /// Makes the value.
    fn into_value(self) -> Value;
}

/// What can be read from a column.
pub trait FromValue: Sized {
    /// Reads the value, or says what was expected and found.
    fn from_value(value: &Value) -> Result<Self, Mismatch>;
}

/// A value is not what the type needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What the type needs.
    pub expected: Cow<'static, str>,
    /// What there was.
    pub found: Cow<'static, str>,
}

impl Mismatch {
    /// `expected` against the kind of `found`.
    pub fn new(expected: &'static str, found: &Value) -> Self {
        Mismatch { expected: expected.into(), found: found.kind().into() }
    }
}

impl IntoValue for Value {
    fn into_value(self) -> Value {
        self
    }
}

impl FromValue for Value {
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        Ok(value.clone())
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value(self) -> Value {
        self.map_or(Value::Null, IntoValue::into_value)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}

/// References to owned or small things are copied.
impl<T: IntoValue + Clone> IntoValue for &T {
    fn into_value(self) -> Value {
        self.clone().into_value()
    }
}

macro_rules! small_integers {
    ($($type:ty),+) => {$(
        impl IntoValue for $type {
            fn into_value(self) -> Value {
                Value::Int(i64::from(self))
            }
        }
        impl FromValue for $type {
            fn from_value(value: &Value) -> Result<Self, Mismatch> {
                match value {
                    Value::Int(n) => <$type>::try_from(*n).map_err(|_| Mismatch {
                        expected: stringify!($type).into(),
                        found: "an integer out of its range".into(),
                    }),
                    other => Err(Mismatch::new(stringify!($type), other)),
                }
            }
        }
    )+};
}
small_integers!(i64, i32, i16, i8, u32, u16, u8);

/// Counts and sizes: more than `i64::MAX` of anything is stored as `i64::MAX`.
impl IntoValue for usize {
    fn into_value(self) -> Value {
        Value::Int(i64::try_from(self).unwrap_or(i64::MAX))
    }
}

impl FromValue for usize {
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Int(n) => usize::try_from(*n).map_err(|_| Mismatch {
                expected: "usize".into(),
                found: "a negative integer".into(),
            }),
            other => Err(Mismatch::new("usize", other)),
        }
    }
}

impl IntoValue for f64 {
    fn into_value(self) -> Value {
        Value::Double(self)
    }
}

impl FromValue for f64 {
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Double(x) => Ok(*x),
            Value::Int(n) => Ok(*n as f64),
            other => Err(Mismatch::new("double", other)),
        }
    }
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        Value::Bool(self)
    }
}

impl FromValue for bool {
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Bool(b) => Ok(*b),
            Value::Int(0) => Ok(false),
            Value::Int(1) => Ok(true),
            other => Err(Mismatch::new("boolean", other)),
        }
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(self)
    }
}

impl IntoValue for &str {
    fn into_value(self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl IntoValue for Cow<'_, str> {
    fn into_value(self) -> Value {
        Value::Text(self.into_owned())
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Text(text) => Ok(text.clone()),
            other => Err(Mismatch::new("text", other)),
        }
    }
}

impl IntoValue for Vec<u8> {
    fn into_value(self) -> Value {
        Value::Bytes(self)
    }
}

impl IntoValue for &[u8] {
    fn into_value(self) -> Value {
        Value::Bytes(self.to_vec())
    }
}

impl<const N: usize> IntoValue for [u8; N] {
    fn into_value(self) -> Value {
        Value::Bytes(self.to_vec())
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Bytes(bytes) => Ok(bytes.clone()),
            other => Err(Mismatch::new("bytes", other)),
        }
    }
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Bytes(bytes) => bytes.as_slice().try_into().map_err(|_| Mismatch {
                expected: format!("{N} bytes").into(),
                found: format!("{} bytes", bytes.len()).into(),
            }),
            other => Err(Mismatch::new("bytes", other)),
        }
    }
}

impl<T> IntoValue for Id<T> {
    fn into_value(self) -> Value {
        Value::Bytes(self.uuid().as_bytes().to_vec())
    }
}

impl<T> FromValue for Id<T> {
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        <[u8; 16]>::from_value(value).map(|bytes| Id::from_uuid(uuid::Uuid::from_bytes(bytes)))
    }
}

/// Instants are BIGINT microseconds since 1970, UTC.
impl IntoValue for Timestamp {
    fn into_value(self) -> Value {
        Value::Int(self.as_microsecond())
    }
}

impl FromValue for Timestamp {
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Int(us) => Timestamp::from_microsecond(*us).map_err(|_| Mismatch {
                expected: "microseconds of an instant".into(),
                found: "an integer out of range".into(),
            }),
            other => Err(Mismatch::new("microseconds of an instant", other)),
        }
    }
}
