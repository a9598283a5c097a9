//! One Parvis at a time on a data folder: two on one SQLite file would each believe the other's
//! leases dead.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// Held as long as the program runs; the system lets go of it however the program ends.
#[derive(Debug)]
pub struct FolderLock(#[expect(dead_code, reason = "holding the file is what holds the lock")] File);

/// Why the folder can't be used.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another Parvis uses it.
    #[error("another Parvis already uses this data folder")]
    InUse,
    /// The system refuses.
    #[error("the data folder can't be used: {0}")]
    Io(#[from] std::io::Error),
}

impl FolderLock {
    /// Takes the lock of a data folder, made if it isn't there.
    pub fn take(folder: &Path) -> Result<FolderLock, LockError> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join("parvis.lock");
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock(file)),
            Err(TryLockError::WouldBlock) => Err(LockError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}
