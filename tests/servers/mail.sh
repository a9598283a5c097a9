#!/usr/bin/env bash
# A post office of its own on the loopback address: Dovecot keeps letters (IMAP), aiosmtpd takes
# them (SMTP) and hands them to Dovecot. Two mailboxes, and a certificate of its own authority.
# Tells: PARVIS_TEST_MAIL_IMAP, …_SMTP (TLS from the first byte), …_IMAP_ASKED, …_SMTP_ASKED
# (STARTTLS), …_AUTHORITY (a file), …_BOXES (a folder), …_ADDRESS, …_PASSWORD, …_CUSTOMER, and
# …_RENUMBERED, a mailbox that a test may spoil.
source "$(dirname "$0")/lib.sh"
run="$1"
PATH="$PATH:/usr/sbin"
python="$TOOLS/mail/bin/python"
[ -x "$python" ] || die "aiosmtpd is not installed: tests/servers/install.sh mail"
for program in dovecot openssl; do
  command -v "$program" >/dev/null || die "$program is not installed (Debian: apt-get install dovecot-imapd dovecot-lmtpd openssl)"
done
home="$(mktemp -d "${TMPDIR:-/tmp}/parvis-mail.XXXXXX")"
cleanup() {
  trap '' TERM INT
  for pid in "${carrier:-}" "${keeper:-}"; do [ -z "$pid" ] || stop "$pid"; done
  rm -rf "$home"
}
trap cleanup EXIT
trap 'exit 0' TERM INT

imap="$(free_port)" imaps="$(free_port)" lmtp="$(free_port)" smtps="$(free_port)" smtp="$(free_port)"
address=bonjour@fournil.test customer=camille@exemple.test renumbered=demenagee@fournil.test
password='levain de douze ans'
for one in "$address" "$customer" "$renumbered"; do
  printf '%s:{PLAIN}%s::::::\n' "$one" "$password" >> "$home/users"
done

# An authority, and what it says of this machine.
cd "$home"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=Parvis test authority" \
  -keyout authority.key -out authority.pem 2>/dev/null
openssl req -newkey rsa:2048 -nodes -subj "/CN=localhost" -keyout server.key -out server.csr 2>/dev/null
printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n' > names
openssl x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 2 \
  -extfile names -out server.pem 2>/dev/null

# Dovecot keeps no letters as root: an account without rights runs it then.
as=() account="$(id -un)"
if [ "$(id -u)" = 0 ]; then
  account=nobody
  as=(setpriv --reuid="$account" --regid="$(id -g "$account")" --clear-groups)
fi
group="$(id -gn "$account")"
mkdir mail run state
cat > dovecot.conf <<END
base_dir = $home/run
state_dir = $home/state
log_path = /dev/stderr
default_internal_user = $account
default_internal_group = $group
default_login_user = $account
first_valid_uid = 1
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <$home/server.pem
ssl_key = <$home/server.key
auth_mechanisms = plain login
auth_failure_delay = 0 secs
mail_location = maildir:$home/mail/%u
mail_max_userip_connections = 200
passdb {
  driver = passwd-file
  args = $home/users
}
userdb {
  driver = static
  args = uid=$account gid=$group home=$home/mail/%u
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $imap
  }
  inet_listener imaps {
    port = $imaps
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = $lmtp
  }
}
protocol lmtp {
  postmaster_address = postmaster@fournil.test
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Junk {
    auto = subscribe
    special_use = \\Junk
  }
}
END
chmod 755 "$home"; chmod 644 ./*.pem users; chown -R "$account" "$home"
"${as[@]}" "$(command -v dovecot)" -F -c "$home/dovecot.conf" &
keeper=$!
"$python" "$HERE/mail.py" "$smtps" "$smtp" "$lmtp" server.pem server.key users > carrier.log &
carrier=$!
listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
wait_for 30 listens "$imaps" || die "Dovecot did not start"
wait_for 30 listens "$lmtp" || die "Dovecot did not start"
wait_for 30 grep -q ready carrier.log || die "aiosmtpd did not start"
publish_env "$run/mail.env" \
  PARVIS_TEST_MAIL_IMAP "imaps://localhost:$imaps" \
  PARVIS_TEST_MAIL_SMTP "smtps://localhost:$smtps" \
  PARVIS_TEST_MAIL_IMAP_ASKED "localhost:$imap" \
  PARVIS_TEST_MAIL_SMTP_ASKED "localhost:$smtp" \
  PARVIS_TEST_MAIL_AUTHORITY "$home/authority.pem" \
  PARVIS_TEST_MAIL_BOXES "$home/mail" \
  PARVIS_TEST_MAIL_ADDRESS "$address" \
  PARVIS_TEST_MAIL_PASSWORD "$password" \
  PARVIS_TEST_MAIL_CUSTOMER "$customer" \
  PARVIS_TEST_MAIL_RENUMBERED "$renumbered"
wait "$keeper"
