"""Takes letters (SMTP, by aiosmtpd) and hands them to Dovecot (LMTP). What no mailbox takes comes
back to its sender with a notice (RFC 3464), as every post office does.

Usage: mail.py TLS_PORT STARTTLS_PORT LMTP_PORT CERTIFICATE KEY USERS
"""

import signal
import smtplib
import ssl
import sys
import threading
from email.utils import formatdate, make_msgid

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

tls_port, starttls_port, lmtp_port = (int(port) for port in sys.argv[1:4])
certificate, key, users_file = sys.argv[4:7]
with open(users_file, encoding="utf-8") as lines:
    users = dict(line.strip().split(":", 2)[:2] for line in lines if line.strip())
users = {name: password.removeprefix("{PLAIN}") for name, password in users.items()}


def deliver(sender, recipient, letter):
    with smtplib.LMTP("127.0.0.1", lmtp_port) as lmtp:
        lmtp.sendmail(sender or "<>", [recipient], letter)


def notice(sender, recipient, letter):
    """The notice that a letter did not arrive."""
    headers = letter.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0].decode("utf-8", "replace")
    return f"""From: Mail Delivery System <mailer-daemon@poste.test>
To: {sender}
Subject: Undelivered Mail Returned to Sender
Date: {formatdate()}
Message-ID: {make_msgid(domain="poste.test")}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="returned"

--returned
Content-Type: text/plain; charset=utf-8

Your letter could not be delivered.

--returned
Content-Type: message/delivery-status

Reporting-MTA: dns; poste.test

Final-Recipient: rfc822; {recipient}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown in virtual mailbox table

--returned
Content-Type: text/rfc822-headers

{headers}

--returned--
""".encode()


class PostOffice:
    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        if local == "refusee":
            return "550 5.1.1 <%s>: Recipient address rejected: User unknown" % address
        if local == "plus-tard":
            return "451 4.3.2 Please try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        for recipient in envelope.rcpt_tos:
            if recipient in users:
                deliver(envelope.mail_from, recipient, envelope.content)
            elif envelope.mail_from in users:
                deliver("", envelope.mail_from, notice(envelope.mail_from, recipient, envelope.content))
        return "250 OK: queued"


def authenticator(server, session, envelope, mechanism, given):
    if not isinstance(given, LoginPassword):
        return AuthResult(success=False, handled=False)
    name, password = given.login.decode(), given.password.decode()
    if users.get(name) == password:
        return AuthResult(success=True)
    return AuthResult(success=False, handled=False)


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
common = dict(hostname="127.0.0.1", authenticator=authenticator, auth_required=True, data_size_limit=40 * 1024 * 1024)
controllers = [
    Controller(PostOffice(), port=tls_port, ssl_context=context, auth_require_tls=False, **common),
    Controller(PostOffice(), port=starttls_port, tls_context=context, require_starttls=True, **common),
]
for controller in controllers:
    controller.start()
print("ready", flush=True)
stop = threading.Event()
for sign in (signal.SIGTERM, signal.SIGINT):
    signal.signal(sign, lambda *_: stop.set())
stop.wait()
for controller in controllers:
    controller.stop()
