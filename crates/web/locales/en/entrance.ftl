# First visit, signing in, invitations.
setup-title = Let’s open your parvis
setup-lead = A few lines and you can publish. Everything stays on this machine.
setup-house = Your house
setup-organization = Organization
setup-you = You
setup-demo = Add a demonstration brand
setup-demo-hint = An imaginary bakery and six months of activity, to try everything. Removed in one click.
setup-open = Open Parvis
setup-done = Your parvis is open. Connect a first channel to publish.
setup-demo-failed = Your parvis is open, but the demonstration could not be added.

login-title = Sign in
login-go = Sign in
login-refused = The address or the password is wrong.
login-forgotten = Forgotten password: ask whoever looks after this machine to give you another.
login-ended = You are signed out.

second-factor-title = The code of your application
second-factor-code = Code
second-factor-hint = The six digits that your application shows, or one of your recovery codes.
second-factor-wrong = This code is wrong, or was used already. Wait for the next one and try again.
second-factor-leave = Sign in with another account

invitation-title = Join { $brand }
invitation-lead = { $name } invites you. You will sign in with the address { $email }.
invitation-accept = Join the team
invitation-accepted = You now work for { $name }.
invitation-has-account = You have an account already: sign in, then accept the invitation.
invitation-another = This invitation is for { $email }. Sign out, then open this link again.
invitation-not-valid-title = This invitation is no longer valid
invitation-not-valid-lead = It was used, withdrawn, or is more than seven days old. Ask whoever sent it for another.
