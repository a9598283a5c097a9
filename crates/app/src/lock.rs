//! One Parvis at a time on a data folder: two on one SQLite file would each believe the other's
//! leases dead.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// Held as long as the program runs; the system lets go of it however the program ends.
#[derive(Debug)]
pub struct FolderLock(
    #[expect(dead_code, reason = "holding the file is what holds the lock")] File,
);

/// Why the folder can't be used.
#[derive(Debug)]
pub enum LockError {
    /// Another Parvis uses it.
    InUse(PathBuf),
    /// The system refuses.
    Io(PathBuf, std::io::Error),
}

impl FolderLock {
    /// Takes the lock of a data folder, made if it isn't there.
    pub fn take(folder: &Path) -> Result<FolderLock, LockError> {
        let io = |error| LockError::Io(folder.to_owned(), error);
        std::fs::create_dir_all(folder).map_err(io)?;
        let path = folder.join("parvis.lock");
        let file =
            OpenOptions::new().create(true).truncate(false).write(true).open(path).map_err(io)?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock(file)),
            Err(TryLockError::WouldBlock) => Err(LockError::InUse(folder.to_owned())),
            Err(TryLockError::Error(error)) => Err(io(error)),
        }
    }
}
