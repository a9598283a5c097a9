# Checks of a post before it leaves.
checks-panel = Checks
checks-count =
    { $count ->
        [0] No remark
        [one] One remark
       *[other] { $count } remarks
    }
checks-fine = Nothing to say.
checks-links-wait = Links are being checked…
checks-accepted = seen
checks-level-stops = Stops
checks-level-asks = Asks
checks-level-informs = Informs
checks-level-stops-about = Nothing leaves until it is put right.
checks-level-asks-about = A person confirms that they have seen it, for this text.
checks-level-informs-about = It is said beside the text, and prevents nothing.
checks-level-of = Strength of the check “{ $check }”
checks-schedule-anyway = Schedule anyway
checks-publish-anyway = Publish anyway
checks-insert = Add “{ $mention }”
checks-mention-collaboration = Paid partnership
checks-mention-retouched = Retouched images
checks-quoted = “{ $word }”
checks-and = { $some } and { $last }
checks-minutes =
    { $count ->
        [one] one minute
       *[other] { $count } minutes
    }
checks-hours =
    { $count ->
        [one] one hour
       *[other] { $count } hours
    }
checks-hours-minutes = { $hours } h { $minutes }
checks-language-fr = French
checks-language-en = English
checks-language-de = German
checks-language-es = Spanish
checks-language-it = Italian
checks-language-nl = Dutch
checks-language-pt = Portuguese
checks-language-br = Breton
checks-language-ca = Catalan
checks-language-pl = Polish
checks-language-ar = Arabic

checks-twin = Same text everywhere
checks-twin-about = The same text, or nearly, on several networks: those who follow you in two places see it twice, and each network has its ways.
checks-saw-twin = { $networks } say the same thing ({ $percent }% of words in common).
checks-twin-way-opening = Change the first sentence of one version first, then its hashtags or its angle.
checks-twin-way = Keep the idea, change the angle or the hashtags of one version.
checks-repeated = Said already
checks-repeated-about = The same text, or nearly, as on this account in the last two months.
checks-saw-repeated = Nearly the same text as on { $when } ({ $percent }% of words in common).
checks-repeated-way = Say it another way, or let some time pass.
checks-off-topic = Off the topics
checks-off-topic-about = A text in which none of the charter’s topics is recognised. People follow you for a reason.
checks-saw-off-topic = None of the charter’s topics is recognised: { $topics }.
checks-off-topic-way = Choose its topic if it has one, or add the missing word to the charter.
checks-avoided = Words to avoid
checks-avoided-about = Words that the charter sets aside.
checks-preferred = Words to prefer
checks-preferred-about = Words to which the charter prefers others.
checks-saw-word = “{ $words }”
checks-saw-word-why = “{ $words }”: { $why }
checks-word-instead = Write “{ $instead }” instead.
checks-avoided-way = Find another word.
checks-preferred-way = Find another word.
checks-regulated = Regulated vocabulary
checks-regulated-about = Words that the law watches: food supplements and health, alcohol, finance, gambling. The lists are set in the charter.
checks-saw-regulated = { $words }: { $field }.
checks-flooding = Cadence
checks-flooding-about = More posts than wanted on this account, or too close to another.
checks-saw-too-many-a-day =
    { $count ->
        [one] The first on { $day }, { $most } at most.
       *[other] Number { $count } on { $day }, { $most } at most.
    }
checks-saw-too-many-a-week =
    { $count ->
        [one] The first of the week, { $wanted } wanted.
       *[other] Number { $count } of the week, { $wanted } wanted.
    }
checks-saw-too-close = { $minutes } from another one, { $when }; the charter asks for { $least }.
checks-flooding-way = Choose another day or another time.
checks-alt-text = Described pictures
checks-alt-text-about = A picture without a text for those who do not see it.
checks-saw-no-alt =
    { $count ->
        [one] Picture { $picture } is not described.
       *[other] { $count } pictures are not described.
    }
checks-alt-text-way = Say in a sentence what it shows, under the picture.
checks-dead-link = Dead links
checks-dead-link-about = A link that leads nowhere. Links are tried while you write, when you schedule, and just before the post leaves.
checks-saw-dead-link = { $url }: { $seen } (checked { $when }).
checks-link-not-found = this page does not exist
checks-link-broken = the site answers with error { $status }
checks-link-no-answer = the site does not answer
checks-link-private = only your own network can see this address
checks-dead-link-way = Correct the address, or try again in a few minutes if the site is being worked on.
checks-untracked = Untracked links
checks-untracked-about = A link to one of your sites without tracking: you will not know what it brought. Your sites are named in the charter.
checks-saw-untracked = { $url } does not say where visits will come from.
checks-untracked-way = Switch on link tracking in the brand’s settings, or add utm_source, utm_medium and utm_campaign to the address.
checks-personal-profile = Personal profile
checks-personal-profile-about = An account that is a person’s profile rather than the brand’s.
checks-saw-personal-profile = This account is a person’s profile.
checks-personal-profile-way = Publish from the brand’s page instead, or make sure that the person agrees.
checks-personal-content = Private life
checks-personal-content-about = A text about the family, holidays or nights out of whoever writes.
checks-saw-private = “{ $words }” is about a person, not about the brand.
checks-personal-content-way = Keep it for your own account, or say what it brings to those who follow the brand.
checks-collaboration = Undeclared collaboration
checks-collaboration-about = A text that reads like an exchange with another brand, without the mention that French law asks for (law of 9 June 2023, article 5).
checks-saw-collaboration = “{ $words }” reads like a commercial collaboration.
checks-collaboration-way = If there is a benefit, even a gift, declare it and add “Publicité” or “Collaboration commerciale”.
checks-collaboration-mention = Mention of a collaboration
checks-collaboration-mention-about = A collaboration that you declared, without “Publicité” or “Collaboration commerciale” in the text (French law of 9 June 2023, article 5).
checks-saw-no-mention = The collaboration is declared, but the text does not say so.
checks-saw-no-mention-of = The collaboration with { $partner } is declared, but the text does not say so.
checks-collaboration-mention-way = The law asks for “Publicité” or “Collaboration commerciale”, to be read in the text itself; in English, “Paid partnership”.
checks-retouched = Retouched pictures
checks-retouched-about = A picture that you said was retouched, without the mention “Images retouchées” (French law of 9 June 2023, article 5).
checks-saw-no-retouch-mention = The picture is said to be retouched, but the text does not say so.
checks-retouched-way = The law asks for the mention “Images retouchées”; in English, “Retouched images”.
checks-wrong-language = Language
checks-wrong-language-about = A text in another language than the account’s, the post’s or the charter’s.
checks-saw-language = The text seems to be in { $found }; expected: { $expected }.
checks-wrong-language-way = Translate it, or set the post’s language if this is meant.
checks-unsupported = Ways of the network
checks-unsupported-about = Words about what the network does not have: “retweet”, “link in bio”, a poll that is missing.
checks-saw-elsewhere = “{ $words }” is said on { $home }, not here.
checks-saw-no-poll = “{ $words }”, but the post has no poll.
checks-no-poll-way = Add the poll, or ask the question another way.
checks-unsupported-way = Say it in this network’s words, in this account’s version.
checks-private-message = Private message
checks-private-message-about = An invitation to write privately where the person must first follow, or be followed.
checks-saw-follow-first = “{ $words }”: here the person must first follow the account, or be followed by it.
checks-private-message-way = Open your messages to everyone in the network’s settings, or give an e-mail or a telephone number.
checks-paused = Pause
checks-paused-about = A post prepared while the brand or the account is paused, during a crisis for example.
checks-saw-brand-paused = The brand’s posts have been paused since { $when }.
checks-saw-brand-paused-for = The brand’s posts have been paused since { $when }: { $reason }.
checks-saw-channel-paused = This account has been paused since { $when }.
checks-paused-way = It will be held at its time; read it again in the light of what is happening.

checks-settings-title = Checks
checks-settings-lead = What is looked at while you write, when you schedule, and just before a post leaves.
checks-settings-save = Save
checks-settings-saved = Checks saved.
checks-group-law = The law
checks-group-charter = The charter
checks-group-craft = The craft
checks-group-people = People and the moment
