//! Seals what must not be read in the database or its backups: networks' tokens, second-factor
//! secrets, half-finished sign-ins.
//!
//! XChaCha20-Poly1305 under a key of 32 bytes that lives outside the database: in a file made at
//! the first start, or given. A sealed text is bound to a **context** (which record it belongs
//! to), so that it can't be moved to another record.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use primitives::Ambient;

/// Bytes of a key.
const KEY: usize = 32;
/// Bytes of a nonce.
const NONCE: usize = 24;
/// The form of what is sealed: this byte, the key's id, the nonce, the sealed text.
const FORM: u8 = 1;

/// Seals and opens. Cloning gives another handle on the same key; never printed.
#[derive(Clone)]
pub struct Vault {
    cipher: Arc<XChaCha20Poly1305>,
    key_id: u8,
}

/// Why there is no key to work with.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The database was sealed with a key that is not there any more.
    #[error("the key file {} is missing, and the database holds secrets sealed with it: put it back (it is in the backup), or give the key", .0.display())]
    KeyMissing(PathBuf),
    /// The key is not 32 bytes in hexadecimal.
    #[error("the key is not 64 hexadecimal digits")]
    BadKey,
    /// The key file can be read by others than its owner.
    #[error("the key file {} can be read by others: make it private (chmod 600)", .0.display())]
    NotPrivate(PathBuf),
    /// The key file can't be read or made.
    #[error("the key file {path} can't be used: {source}")]
    File {
        /// Where it is.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

/// What was sealed can't be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It was sealed with another key.
    #[error("this was sealed with another key")]
    OtherKey,
    /// It was altered, cut, or belongs to another record.
    #[error("this was altered or belongs elsewhere")]
    Altered,
}

impl Vault {
    /// Opens the key file, or makes it, readable by its owner alone, when the database is new.
    /// `database_exists` says that secrets may already be sealed: then a missing file is an
    /// error rather than a new key that would open nothing.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn open_or_create(
        file: &Path,
        database_exists: bool,
        ambient: &Ambient,
    ) -> Result<Self, VaultError> {
        match std::fs::read_to_string(file) {
            Ok(text) => {
                check_private(file)?;
                Self::with_key(text.trim())
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                if database_exists {
                    return Err(VaultError::KeyMissing(file.to_owned()));
                }
                create(file, ambient)
            }
            Err(source) => Err(of_file(file, source)),
        }
    }

    /// Works with a given key: 64 hexadecimal digits.
    ///
    /// # Errors
    /// [`VaultError::BadKey`].
    pub fn with_key(hexadecimal: &str) -> Result<Self, VaultError> {
        let bytes = hex::decode(hexadecimal).map_err(|_| VaultError::BadKey)?;
        let key: [u8; KEY] = bytes.try_into().map_err(|_| VaultError::BadKey)?;
        Ok(Self::of(&key))
    }

    /// A key for one test, never stored.
    pub fn for_tests(ambient: &Ambient) -> Self {
        let mut key = [0; KEY];
        ambient.fill(&mut key);
        Self::of(&key)
    }

    /// Seals `plain` for the record that `context` names.
    pub fn seal(&self, ambient: &Ambient, context: &[u8], plain: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        ambient.fill(&mut nonce);
        let mut sealed = vec![FORM, self.key_id];
        sealed.extend_from_slice(&nonce);
        let text = self
            .cipher
            .encrypt(XNonce::from_slice(&nonce), self.payload(context, plain).as_payload())
            .expect("a text that fits in memory is within the cipher's 256 GB");
        sealed.extend_from_slice(&text);
        sealed
    }

    /// Opens what was sealed for the same context.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(&self, context: &[u8], sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        let (header, text) = sealed.split_at_checked(2 + NONCE).ok_or(OpenError::Altered)?;
        if header[0] != FORM {
            return Err(OpenError::Altered);
        }
        if header[1] != self.key_id {
            return Err(OpenError::OtherKey);
        }
        self.cipher
            .decrypt(XNonce::from_slice(&header[2..]), self.payload(context, text).as_payload())
            .map_err(|_| OpenError::Altered)
    }

    fn of(key: &[u8; KEY]) -> Self {
        use sha2::{Digest, Sha256};
        let key_id = Sha256::new().chain_update(b"parvis key id").chain_update(key).finalize()[0];
        Self { cipher: Arc::new(XChaCha20Poly1305::new(key.into())), key_id }
    }

    /// The context that is authenticated: the form and the key too.
    fn payload<'a>(&self, context: &[u8], text: &'a [u8]) -> Bound<'a> {
        let mut bound = vec![FORM, self.key_id];
        bound.extend_from_slice(context);
        Bound { text, context: bound }
    }
}

struct Bound<'a> {
    text: &'a [u8],
    context: Vec<u8>,
}

impl Bound<'_> {
    fn as_payload(&self) -> Payload<'_, '_> {
        Payload { msg: self.text, aad: &self.context }
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault(closed)")
    }
}

/// Makes the key file whole or not at all, and never over one that is there.
fn create(file: &Path, ambient: &Ambient) -> Result<Vault, VaultError> {
    let failed = |source| of_file(file, source);
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut key = [0; KEY];
    ambient.fill(&mut key);
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{}.partial", std::process::id()));
    let partial = PathBuf::from(name);
    let written = private(&partial).and_then(|mut out| {
        writeln!(out, "{}", hex::encode(key))?;
        out.sync_all()
    });
    let linked = written.and_then(|()| std::fs::hard_link(&partial, file));
    drop(std::fs::remove_file(&partial));
    match linked {
        Ok(()) => Ok(Vault::of(&key)),
        // Another instance, starting at the same moment, was first: its key is the one.
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Vault::with_key(std::fs::read_to_string(file).map_err(failed)?.trim())
        }
        Err(source) => Err(failed(source)),
    }
}

#[cfg(unix)]
fn private(file: &Path) -> std::io::Result<std::fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file)
}

#[cfg(not(unix))]
fn private(file: &Path) -> std::io::Result<std::fs::File> {
    std::fs::File::create(file)
}

#[cfg(unix)]
fn check_private(file: &Path) -> Result<(), VaultError> {
    use std::os::unix::fs::PermissionsExt;
    let mode =
        std::fs::metadata(file).map_err(|source| of_file(file, source))?.permissions().mode();
    // A group may read it: that is how container platforms hand secrets over.
    if mode & 0o007 != 0 { Err(VaultError::NotPrivate(file.to_owned())) } else { Ok(()) }
}

#[cfg(not(unix))]
fn check_private(_: &Path) -> Result<(), VaultError> {
    Ok(())
}

fn of_file(file: &Path, source: std::io::Error) -> VaultError {
    VaultError::File { path: file.display().to_string(), source }
}
