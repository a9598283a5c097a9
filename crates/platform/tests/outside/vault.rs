use platform::vault::{OpenError, Vault, VaultError};
use primitives::Ambient;

fn ambient() -> Ambient {
    Ambient::fixed("2026-11-22T09:00:00Z", 3)
}

#[test]
fn what_is_sealed_for_a_record_opens_for_it_alone() {
    let vault = Vault::for_tests(&ambient());
    let sealed = vault.seal(&ambient(), b"channel:1", b"token");
    assert_eq!(vault.open(b"channel:1", &sealed).unwrap(), b"token");
    assert_eq!(vault.open(b"channel:2", &sealed), Err(OpenError::Altered));
    for at in 2..sealed.len() {
        let mut altered = sealed.clone();
        altered[at] ^= 1;
        assert_eq!(vault.open(b"channel:1", &altered), Err(OpenError::Altered));
    }
    for length in 0..sealed.len() {
        assert!(vault.open(b"channel:1", &sealed[..length]).is_err());
    }
    assert!(!sealed.windows(5).any(|part| part == b"token"));
}

#[test]
fn the_same_secret_is_never_sealed_the_same_way() {
    let (ambient, vault) = (ambient(), Vault::for_tests(&ambient()));
    assert_ne!(vault.seal(&ambient, b"a", b"token"), vault.seal(&ambient, b"a", b"token"));
}

#[test]
fn another_key_opens_nothing() {
    let ambient = ambient();
    let (one, other) = (Vault::for_tests(&ambient), Vault::for_tests(&ambient));
    assert_eq!(other.open(b"a", &one.seal(&ambient, b"a", b"token")), Err(OpenError::OtherKey));
}

#[test]
fn the_key_file_is_made_once_and_for_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data/key");
    let vault = Vault::open_or_create(&file, false, &ambient()).unwrap();
    let sealed = vault.seal(&ambient(), b"a", b"token");
    let again = Vault::open_or_create(&file, true, &Ambient::real()).unwrap();
    assert_eq!(again.open(b"a", &sealed).unwrap(), b"token");
    let files = std::fs::read_dir(file.parent().unwrap()).unwrap().count();
    assert_eq!(files, 1, "nothing is left beside the key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
        let open = Vault::open_or_create(&file, true, &ambient());
        assert!(matches!(open, Err(VaultError::NotPrivate(_))), "{open:?}");
    }
}

#[test]
fn a_key_lost_beside_an_existing_database_is_said_clearly() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    let error = Vault::open_or_create(&file, true, &ambient()).unwrap_err();
    assert!(matches!(error, VaultError::KeyMissing(_)), "{error}");
    assert!(!file.exists());
    std::fs::write(&file, "short").unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
    let error = Vault::open_or_create(&file, true, &ambient()).unwrap_err();
    assert!(matches!(error, VaultError::BadKey), "{error}");
}
