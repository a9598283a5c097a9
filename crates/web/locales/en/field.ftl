# Fields that several forms have.
field-your-name = Your name
field-email = E-mail address
field-password = Password
field-password-hint = At least 10 characters. A sentence that you remember does very well.
field-name-empty = Write a name.
field-name-too-long = A name may have { $most } characters: make it shorter.
field-email-empty = Write an e-mail address.
field-email-not-an-address = An address is written like this: louise@example.com
field-colour-not-one = A colour is written like this: #b3402a
field-zone-not-one = Choose a time zone from the list.
field-password-too-short = At least { $least } characters are needed.
field-password-too-long = { $most } characters are enough: make it shorter.
field-password-too-common = It is among the first that anyone would try. Choose another.

role-owner = Owner
role-manager = Manager
role-community-manager = Community manager
role-contributor = Contributor
role-expert = Expert
role-read-only = Read only
role-owner-hint = Everything, up to removing the brand.
role-manager-hint = Everything but removing the brand.
role-community-manager-hint = Writes, schedules, publishes, answers, connects channels.
role-contributor-hint = Writes drafts, does not publish.
role-expert-hint = Answers the questions handed to them, reads the rest.
role-read-only-hint = Reads.

brand-field-name = Brand name
brand-field-colour = Colour
brand-field-colour-hint = The colour edges every page, so that nobody posts as another brand.
brand-field-zone = Time zone
brand-field-language = Language
