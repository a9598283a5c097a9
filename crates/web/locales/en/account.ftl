# A teammate’s account, and the living page of the style.
account-title = Your account
account-email = You sign in with the address { $email }.
account-language = Language
account-theme = Appearance
theme-auto = As the machine
theme-light = Light
theme-dark = Dark
account-save = Save
account-saved = Your account is saved.
account-password = Password
account-password-present = Present password
account-password-new = New password
account-password-change = Change the password
account-password-changed = The password is changed. Your other sessions are closed.
account-password-wrong = This is not your password.
account-sessions = Where you are signed in
account-session-seen = seen { $when }
account-session-this = here
account-session-end = Close
account-session-ended = This session is closed.
account-sessions-end = Close all others
account-sessions-ended = { $count ->
    [one] One session is closed.
   *[other] { $count } sessions are closed.
}

second-factor-section = Two-factor authentication
second-factor-lead = Besides the password, a code from your phone: a stolen password is no longer enough.
second-factor-on = enabled
second-factor-off = not enabled yet
second-factor-begin = Enable
second-factor-manage = Manage
second-factor-scan = Open an authenticator application on your phone and point it at this code.
second-factor-qr = Code to point the application at
second-factor-or-type = Or copy this key into the application.
second-factor-first-code = Code shown by the application
second-factor-confirm = Confirm
second-factor-wrong-begin-again = This code is wrong. Point at this new drawing and try again.
second-factor-codes-once = Keep these recovery codes, they are shown once
second-factor-codes-lead = Each replaces your phone once. Print them or put them in your password manager.
second-factor-codes-kept = I have kept them
second-factor-codes-left = { $count ->
    [0] No recovery code is left: renew them.
    [one] One recovery code is left.
   *[other] { $count } recovery codes are left.
}
second-factor-with-password = With your password, you may renew the recovery codes or remove two-factor authentication.
second-factor-renew-codes = Renew the codes
second-factor-end = Remove
second-factor-ended = Two-factor authentication is removed.

style-title = The style of Parvis
style-lead = Every piece that pages are made of.
style-buttons = Buttons
style-states = States
style-marks = Marks
style-fields = Fields
style-notices = Messages
style-lists = Lists
style-empty = Nothing yet
style-dialog = Dialog
style-sample = Sample
style-sample-long = A sentence to see how it reads, neither too short nor too long.
