# Moderation: queue, decisions, sanctions, complaints, rules, house rules, log.

shell-room-moderation = Moderation
shell-to-moderate = to decide
moderation-tabs = Moderation pages
moderation-tab-queue = To decide
moderation-tab-rulings = Decisions
moderation-tab-sanctions = Sanctions
moderation-tab-complaints = Complaints
moderation-tab-rules = Rules
moderation-tab-house-rules = House rules
moderation-tab-log = Log
moderation-tab-year = The year

moderation-title = { $count ->
    [0] Nothing to decide
    [one] { $count } message to decide on
   *[other] { $count } messages to decide on
}
moderation-lead = What the rules, the network or the team want a person to look at.
moderation-begin = Begin
moderation-choose = Choose
moderation-no-words = (no words)
moderation-none-chosen = Choose at least one message.
moderation-decided-many = { $count ->
    [one] The decision is made.
   *[other] { $count } decisions are made.
}
moderation-equal = { $count } similar messages
moderation-together = Decide on several at once
moderation-together-lead = The same decision, for the messages chosen in the list. What the network does not allow is refused, and nothing is done.
moderation-together-go = Decide on the chosen messages
moderation-empty = Nothing waiting
moderation-empty-lead = When a rule or a person flags a message, it will be here.
moderation-see-rules = See the rules
moderation-complaints-waiting = { $count ->
    [one] A complaint awaits an answer
   *[other] { $count } complaints await an answer
}
moderation-see-complaints = See the complaints

moderation-because-rule = The rule “{ $name }” asks for a person’s view
moderation-because-cannot = The network does not allow what the rule “{ $name }” wanted
moderation-because-refused = The network refused what the rule “{ $name }” wanted
moderation-because-muted = The person is muted
moderation-because-person = A teammate flagged it
moderation-because-undone = The previous decision was undone

moderation-case-title = A message to decide on
moderation-place = { $at } of { $count }
moderation-previous = Previous message
moderation-next = Next message
moderation-said = What was said
moderation-said-by = { $name } (@{ $handle }) on { $network }
moderation-read = How this message is read
moderation-runs = { $count ->
    [one] What one rule did
   *[other] What { $count } rules did
}
moderation-around = Around this message
moderation-open-conversation = Open the conversation
moderation-us = Us
moderation-author = The person
moderation-author-since = Known since { $when }, { $count ->
    [one] one message
   *[other] { $count } messages
}
moderation-author-nothing = No decision about them.
moderation-case-decided = Decided { $when }
moderation-decide = Decide
moderation-decide-go = Decide
moderation-decide-keep = Keep
moderation-decide-keep-hint = The message stays (key O)
moderation-decide-hide = Hide
moderation-decide-hide-hint = Under our post (key H)
moderation-decide-delete = Delete
moderation-decide-delete-hint = For good (key D)
moderation-offers-no-delete = This network does not allow this message to be deleted.
moderation-offers-no-hide = This network does not allow this message to be hidden.
moderation-offers-neither = This network does not allow this message to be hidden or deleted: you can act on the person, or answer.
moderation-keys = By keyboard: O keep, H hide, D delete, V preview, E decide, N and P to go from one message to another; Ctrl + Enter from a field.
moderation-preview = See the statement
moderation-preview-title = What the person will read
moderation-no-private = This network does not allow a private reply: hand over the statement of reasons as a link, from the decision’s page.

moderation-field-decision = The message
moderation-field-ground = The ground
moderation-field-ground-hint = A house rule, or the law. Required to hide, delete or sanction.
moderation-field-ground-words = The ground in your words (for another legal ground)
moderation-field-reason = The facts
moderation-field-reason-hint = What is held against it, in a sentence or two: the person will read them.
moderation-field-author = The person
moderation-field-sanction = Sanction
moderation-field-days = For how long
moderation-field-resolves = Close the conversation too
moderation-field-equal = { $count ->
    [one] Decide the same for the similar message
   *[other] Decide the same for the { $count } similar messages
}
moderation-field-tells = Send the statement of reasons as a private message
moderation-ground-choose = Choose a ground
moderation-ground-clause = Rule { $number }: { $title }
moderation-ground-clause-number = Rule { $number }
moderation-ground-none = No ground
moderation-no-ground = Choose a ground: a house rule or the law.
moderation-no-decision = Choose what becomes of the message.
moderation-no-reason = State the facts: the person has a right to know them.
moderation-too-long = This text is too long.
moderation-not-offered = The network does not allow this on this message.
moderation-bad-sanction = This sanction is not possible here.
moderation-channel-gone = The channel was removed.

moderation-law-insult = Public insult (French law of 29 July 1881, articles 29 and 33)
moderation-law-insult-explained = Any outrageous expression, term of contempt or invective that alleges no fact.
moderation-law-defamation = Defamation (French law of 29 July 1881, articles 29 and 32)
moderation-law-defamation-explained = Alleging a fact that harms someone’s honour or reputation.
moderation-law-hatred = Incitement to hatred or violence (French law of 29 July 1881, article 24)
moderation-law-hatred-explained = Inciting discrimination, hatred or violence against people because of what they are.
moderation-law-threat = Threat (French criminal code, articles 222-17 and following)
moderation-law-threat-explained = Threatening to commit a crime against someone.
moderation-law-harassment = Harassment (French criminal code, article 222-33-2-2)
moderation-law-harassment-explained = Repeated words that make someone’s life worse, even when they come from several people.
moderation-law-privacy = Private life or personal data (French criminal code, articles 226-1 and 223-1-1)
moderation-law-privacy-explained = Revealing what belongs to someone’s private life, or what would let them be found and exposed.
moderation-law-fraud = Fraud (French criminal code, article 313-1)
moderation-law-fraud-explained = Deceiving someone to get money, goods or access to something.
moderation-law-counterfeit = Infringement (French intellectual property code, articles L. 335-2 and L. 716-9)
moderation-law-counterfeit-explained = Using a work or a trademark without the right to do so.
moderation-law-other = Another legal ground, in your words

moderation-sanction-none = None
moderation-sanction-warn = Warning
moderation-sanction-mute = Muted
moderation-sanction-ban = Banned
moderation-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
moderation-until = until { $when }
moderation-no-end = without end
moderation-network-none = nothing on the network
moderation-network-asked = the network is asked to block
moderation-network-blocked = blocked on the network
moderation-network-ending = the network is asked to let them back
moderation-network-ended = no longer blocked on the network
moderation-network-cannot = the network does not block: their messages are hidden as they come
moderation-network-failed = the network refused to block

moderation-rulings-title = Decisions
moderation-rulings-lead = What was decided, by whom or by which rule, and why.
moderation-rulings-none = No decision
moderation-rulings-none-lead = Each decision will be kept here with its ground.
moderation-by-rule = Rule “{ $name }”
moderation-decided-keep = Kept
moderation-decided-hide = Hidden
moderation-decided-delete = Deleted
moderation-undone = Undone
moderation-reached-asked = The network is being asked
moderation-reached-done = Done on the network
moderation-reached-cannot = The network does not allow it
moderation-reached-failed = The network refused
moderation-complaint-open = Complaint waiting
moderation-complaint-upheld = Decision upheld
moderation-complaint-reversed = Decision reversed
moderation-complaint-is-open = A complaint awaits an answer
moderation-complaint-is-upheld = Complaint: the decision was upheld
moderation-complaint-is-reversed = Complaint: the decision was reversed

moderation-ruling-title = A decision
moderation-ruling-facts = What was decided
moderation-fact-author = Person
moderation-fact-when = When
moderation-fact-by = By
moderation-fact-ground = Ground
moderation-fact-reason = Facts
moderation-fact-network = On the network
moderation-fact-sanction = Sanction
moderation-was-undone = Decision undone { $when }
moderation-statement = The statement of reasons
moderation-statement-whole = Read the whole statement
moderation-told-sent = Sent
moderation-told-handed = Link handed over
moderation-told-not = Not passed on yet
moderation-message-preview = See the private message
moderation-send = Send as a private message
moderation-sent = The statement of reasons is on its way as a private message.
moderation-not-sent = Sending is not possible here: hand the link over.
moderation-make-link = Get a link to hand over
moderation-link-made = Here is the link to hand to the person
moderation-link-once = It is shown once. The person reads the statement and may complain, without an account.
moderation-undo = Undo this decision
moderation-undo-lead = What was hidden is shown again where the network allows it, and the sanction is lifted.
moderation-undo-deleted = What was deleted does not come back; the sanction is lifted, and the reversal is recorded.
moderation-undo-go = Undo the decision
moderation-undone-said = The decision is undone.
moderation-field-because = Why
moderation-field-reopens = Put the message back in the queue
moderation-back-to-queue = To decide
moderation-see-ruling = See the decision

moderation-sanctions-title = { $count ->
    [0] No sanction in force
    [one] { $count } sanction in force
   *[other] { $count } sanctions in force
}
moderation-sanctions-lead = Warn, mute, ban: always with a reason, and with an end where possible.
moderation-sanctions-none = Nobody is sanctioned
moderation-sanctions-none-lead = Sanctions are taken from a message to decide on.
moderation-sanction-lifted = Lifted
moderation-sanction-over = Over
moderation-lift = Lift
moderation-lift-go = Lift the sanction
moderation-lifted = The sanction is lifted.

moderation-complaints-title = { $count ->
    [0] No complaint waiting
    [one] { $count } complaint waiting
   *[other] { $count } complaints waiting
}
moderation-complaints-lead = What people say against a decision. Someone who did not make it answers.
moderation-complaints-none = No complaint
moderation-complaints-none-lead = Each statement of reasons carries a link for complaining, valid for six months.
moderation-complaint-title = Complaint from @{ $handle }
moderation-complaint-words = What the person says
moderation-complaint-against = The decision
moderation-complaint-answer = The answer
moderation-answer = Answer
moderation-answer-go = Answer
moderation-field-outcome = The outcome
moderation-outcome-upheld = Uphold
moderation-outcome-upheld-hint = The decision stands (key U)
moderation-outcome-reversed = Reverse
moderation-outcome-reversed-hint = The message comes back where the network allows it, the sanction is lifted (key R)
moderation-field-answer = The answer
moderation-field-answer-hint = The person will read it on the page of their statement.
moderation-answered = The answer is given: the person can read it through their link.
moderation-answered-sent = The answer is given, and the person is told by private message.
moderation-complaint-empty = Write a few words.
moderation-complaint-same-person = Someone else must answer: you made this decision.
moderation-complaint-answered = It has already been answered.

moderation-rules-title = Rules
moderation-rules-lead = Tried in order on each incoming message. Several may apply.
moderation-rules-read-only = Rules are written by those who manage the brand.
moderation-rules-none = No rule
moderation-rules-none-lead = A rule recognises a message and acts: labels, assigns, hides, asks for a person’s view.
moderation-rule-new = New rule
moderation-is-on = On
moderation-is-off = Off
moderation-turn-on = Turn on
moderation-turn-off = Turn off
moderation-change = Change
moderation-earlier = Move up
moderation-later = Move down
moderation-rule-on = The rule “{ $name }” is on.
moderation-rule-off = The rule “{ $name }” is off.
moderation-rule-removed = The rule is deleted.
moderation-rule-back = The rule is back, turned off.
moderation-rule-saved = The rule is saved.
moderation-rule-save = Save the rule
moderation-rule-remove = Delete the rule
moderation-rule-remove-lead = What it did stays on record.
moderation-joined-all = If all of these are true
moderation-joined-any = If any of these is true
moderation-then = Then
moderation-if = If
moderation-if-lead = What is left empty does not count.
moderation-stops = Don’t try the rules that follow
moderation-none = Nothing
moderation-gone = (no longer there)
moderation-did-count = { $count ->
    [0] Never applied
    [one] Applied to one message
   *[other] Applied to { $count } messages
}
moderation-overturned-count = { $count ->
    [one] overturned once
   *[other] overturned { $count } times
}
moderation-overturned = Overturned
moderation-see-report = What it did
moderation-try-first = This rule is off: try it on past messages before you turn it on.

moderation-report-title = What “{ $name }” did
moderation-report-none = Nothing yet
moderation-report-none-lead = Each message it applies to will be here, with what counted.
moderation-report-messages = Messages
moderation-report-overturned = Overturned by the team
moderation-report-waiting = Still to decide
moderation-report-first = First time
moderation-report-last = Last time
moderation-report-how = Overturned: someone kept what the rule flagged, or undid what it had decided. The last hundred messages.

moderation-trial-title = Trial on the past
moderation-trial-lead = What the rules would have done. Nothing is changed.
moderation-trial-running = Under way: { $count ->
    [one] one message read again
   *[other] { $count } messages read again
}, { $touched ->
    [one] one concerned
   *[other] { $touched } concerned
}.
moderation-trial-done = { $count ->
    [one] One message read again
   *[other] { $count } messages read again
} since { $when }, { $touched ->
    [0] none concerned
    [one] one concerned
   *[other] { $touched } concerned
}.
moderation-trial-refresh = Refresh
moderation-trial-nothing = No message to read again
moderation-trial-nothing-lead = Nothing arrived in that period.
moderation-try-one = Try this rule
moderation-try-all = Try all rules
moderation-try-lead = Reads past messages again, the latest first, and shows what would have been done. Nothing is changed.
moderation-try-days = Over
moderation-try-most = Messages at most
moderation-try-go = Try
moderation-try-count = { $count ->
    [0] no message
    [one] { $count } message
   *[other] { $count } messages
}
moderation-try-would = Would have done: { $what }

moderation-why-with = { $what }: { $found }
moderation-why-with-sure = { $what }: { $found } ({ $score })
moderation-why-not = Not: { $what }
moderation-sure = { $count }% sure
moderation-why-words = Words
moderation-why-pattern = Regular expression
moderation-why-links = Links
moderation-why-language = Language
moderation-why-feeling = Mood
moderation-why-feeling-negative = Displeased
moderation-why-feeling-neutral = Neutral tone
moderation-why-feeling-positive = Pleased
moderation-why-harm = Insult, hate, threat
moderation-why-harm-swearing = Swearing
moderation-why-harm-insult = Insult
moderation-why-harm-hate = Hate
moderation-why-harm-threat = Threat
moderation-why-spam = Unwanted
moderation-why-first-message = This person’s first message
moderation-why-rulings = Past decisions against this person
moderation-why-regular = A regular
moderation-why-flood = Messages within the hour
moderation-why-channel = Channel
moderation-why-kind = Kind of message
moderation-why-time = Time
moderation-language-fr = French
moderation-language-en = English
moderation-language-other = another language
moderation-harm-insult = Insult
moderation-harm-hate = Hate
moderation-harm-threat = Threat
moderation-harm-swearing = Swearing
moderation-tone-any = Any
moderation-tone-negative = Displeased
moderation-tone-neutral = Neutral tone
moderation-tone-positive = Pleased
moderation-kind-reply = Replies
moderation-kind-mention = Mentions
moderation-kind-quote = Quotes
moderation-kind-direct = Private messages
moderation-kind-review = Reviews
moderation-day-1 = Monday
moderation-day-2 = Tuesday
moderation-day-3 = Wednesday
moderation-day-4 = Thursday
moderation-day-5 = Friday
moderation-day-6 = Saturday
moderation-day-7 = Sunday
moderation-hours = from { $from } to { $until }
moderation-regular-said = { $count } messages, over { $days } days
moderation-links-none = With or without
moderation-links-any = Contains a link
moderation-links-hosts = Contains a link to these sites

moderation-field-name = Name
moderation-field-joined = The rule applies
moderation-contrary = The opposite: applies when this is not the case
moderation-field-words = Words or phrases
moderation-field-words-hint = One per line; accents and capitals don’t count. “*” at the end of a word stands for any ending, “…” for a few words.
moderation-field-pattern = Regular expression
moderation-field-pattern-hint = For those who know them. Capitals don’t count.
moderation-field-links = Links
moderation-field-hosts = Sites
moderation-field-hosts-hint = One per line: “bit.ly”. Their subdomains count too.
moderation-field-sure = At least this sure (in %)
moderation-field-spam = The message is unwanted
moderation-field-feeling = The mood is
moderation-author-conditions = The person and their past
moderation-field-first = Their very first message
moderation-field-rulings = Decisions against them, at least
moderation-field-flood = Messages within the hour, at least
moderation-field-regular = A regular: messages written before, at least
moderation-field-regular-days = and since (in days)
moderation-field-regular-not = The opposite: is not a regular
moderation-field-from = From
moderation-field-until = To
moderation-field-day = On these days (all when none is ticked)
moderation-field-network = On the network
moderation-field-network-hint = Where the network does not allow it, a person is asked.
moderation-field-reply = Answer with
moderation-field-reply-how = In this way
moderation-reply-draft = Prepare the answer, to be reviewed
moderation-reply-send = Send it (once a day per person)
moderation-because-title = Ground and facts
moderation-because-lead = Required to hide or delete: the person concerned will read them.
moderation-field-rule-tells = Send the statement of reasons where the network allows it

moderation-action-label = Label
moderation-action-assign = Assign to
moderation-action-priority = Priority
moderation-action-hide = Hide
moderation-action-delete = Delete
moderation-action-ask = Ask for a person’s view
moderation-action-draft = Prepare an answer
moderation-action-reply = Answer
moderation-action-resolve = Close the conversation
moderation-outcome-done = done
moderation-outcome-asked = asked
moderation-outcome-cannot = not possible
moderation-outcome-already = done already

moderation-pattern-empty = The expression is empty.
moderation-pattern-too-large = The expression is too long or too complex.
moderation-pattern-unclosed = What opens at character { $at } is not closed.
moderation-pattern-unopened = What closes at character { $at } was not opened.
moderation-pattern-nothing-repeated = There is nothing to repeat at character { $at }.
moderation-pattern-bad-repetition = The number of repetitions is wrong at character { $at }.
moderation-pattern-bad-escape = The backslash means nothing at character { $at }.
moderation-pattern-not-offered = Looking ahead or behind, and referring back to a group, are not possible (character { $at }).
moderation-pattern-bad-class = The class or the range is wrong at character { $at }.
moderation-pattern-other = The expression is not understood at character { $at }.

moderation-rule-bad-name = Give it a name of at most 80 characters.
moderation-rule-no-condition = Give at least one thing to recognise.
moderation-rule-no-action = Give at least one thing to do.
moderation-rule-words = The list contains no words, or too many.
moderation-rule-host = “{ $host }” is not the name of a site: write “example.org”.
moderation-rule-sure = Certainty goes from 1 to 100.
moderation-rule-number = This number is not possible.
moderation-rule-time = Give two different times.
moderation-rule-no-ground = Hiding or deleting needs a ground, and the facts.
moderation-rule-too-many = A brand has sixty rules at most.
moderation-rule-unknown = The rule names something that is no longer there.

moderation-house-title = House rules
moderation-house-lead = What is expected of everyone, in numbered clauses that decisions cite.
moderation-house-none = No clause
moderation-house-none-lead = Write what is expected of those who speak here: a decision must be able to refer to it.
moderation-house-who = Public page
moderation-house-open = Everyone may read them
moderation-house-see = See the public page
moderation-house-saved = Saved.
moderation-house-foot = A message is only ever removed on a ground given to its author, who may complain for six months.
moderation-one-language = One language only
moderation-clause-change = Change
moderation-clause-add = Add rule { $number }
moderation-clause-remove = Delete this clause
moderation-clause-added = The clause is added.
moderation-clause-saved = The clause is saved.
moderation-clause-removed = The clause is deleted; its number will not be used again.
moderation-clause-back = The clause is back.
moderation-clause-empty = It needs a title and words in the same language.
moderation-clause-too-long = A title has 120 characters at most, a text 2,000.
moderation-clause-too-many = A brand has two hundred clauses at most.
moderation-save = Save
moderation-field-title-french = Title in French
moderation-field-title-english = Title in English
moderation-field-french = Words in French
moderation-field-english = Words in English
moderation-field-lead-french = A few words first, in French
moderation-field-lead-english = A few words first, in English

moderation-log-title = Moderation log
moderation-log-lead = Everything that was done, by whom or by which rule, and why. None of it is ever erased.
moderation-log-none = Nothing recorded
moderation-log-none-lead = Each act of moderation will leave a line here.
moderation-log-what = What
moderation-log-all = All
moderation-log-by = Who
moderation-log-anyone = Everyone
moderation-log-rule = Rule
moderation-log-any-rule = All
moderation-log-from = From
moderation-log-until = To
moderation-log-narrow = Filter
moderation-log-csv = Download (CSV)
moderation-log-author = The message’s author
moderation-log-reason = Reason: { $reason }
moderation-log-detail = Before and after
moderation-log-before = Before:
moderation-log-after = After:
moderation-log-kind-ruling = Decisions
moderation-log-kind-sanction = Sanctions
moderation-log-kind-statement = Statements of reasons
moderation-log-kind-complaint = Complaints
moderation-log-kind-case = Queue
moderation-log-kind-rule = Rules
moderation-log-kind-clause = Clauses
moderation-log-kind-house-rules = House rules
moderation-did-ruling-keep = Message kept
moderation-did-ruling-hide = Message hidden
moderation-did-ruling-delete = Message deleted
moderation-did-ruling-undone = Decision undone
moderation-did-ruling-cannot = The network did not allow the decision
moderation-did-ruling-failed = The network refused the decision
moderation-did-sanction-warn = Warning given
moderation-did-sanction-mute = Muted
moderation-did-sanction-ban = Banned
moderation-did-sanction-lifted = Sanction lifted
moderation-did-sanction-ended = Sanction over
moderation-did-sanction-blocked = Person blocked on the network
moderation-did-sanction-unblocked = Person no longer blocked on the network
moderation-did-sanction-cannot-block = The network does not block
moderation-did-sanction-block-failed = The network refused to block
moderation-did-statement-sent = Statement of reasons sent
moderation-did-statement-handed = Link to the statement handed over
moderation-did-complaint-made = Complaint received
moderation-did-complaint-upheld = Complaint: decision upheld
moderation-did-complaint-reversed = Complaint: decision reversed
moderation-did-case-opened = Message sent for a person to look at
moderation-did-rule-added = Rule added
moderation-did-rule-changed = Rule changed
moderation-did-rule-turned-on = Rule turned on
moderation-did-rule-turned-off = Rule turned off
moderation-did-rule-moved = Rule moved
moderation-did-rule-removed = Rule deleted
moderation-did-rule-brought-back = Rule brought back
moderation-did-rule-applied = Rule applied
moderation-did-clause-added = Clause added
moderation-did-clause-changed = Clause changed
moderation-did-clause-removed = Clause deleted
moderation-did-clause-brought-back = Clause brought back
moderation-did-house-rules-set = Who can read the house rules changed

moderation-year-title = Moderation in { $year }
moderation-year-lead = Figures to publish as they are: what was decided, on what ground, by a machine or not.
moderation-year-years = Years
moderation-year-messages = Messages received
moderation-year-kept = Looked at and kept
moderation-year-restricted = Hidden, deleted or sanctioned
moderation-year-told = People told
moderation-year-undone = Decisions undone
moderation-year-sanctions = Sanctions
moderation-year-sanctions-said = { $warned ->
    [one] { $warned } warning
   *[other] { $warned } warnings
}, { $muted ->
    [one] { $muted } mute
   *[other] { $muted } mutes
}, { $banned ->
    [one] { $banned } ban
   *[other] { $banned } bans
}
moderation-year-complaints = Complaints
moderation-year-complaints-said = { $count } received: { $upheld ->
    [one] { $upheld } decision upheld
   *[other] { $upheld } decisions upheld
}, { $reversed } reversed
moderation-year-answers = Answering complaints
moderation-year-hours = { $count ->
    [0] less than an hour, in the median
    [one] one hour, in the median
   *[other] { $count } hours, in the median
}
moderation-year-grounds = Decisions by ground
moderation-year-ground = Ground
moderation-year-decision = Decision
moderation-year-automated = By a rule alone
moderation-year-found = By a person, found by a rule
moderation-year-people = By a person
moderation-year-total = Total
moderation-year-none = No restriction this year
moderation-year-none-lead = Decisions that hide, delete or sanction will be counted here.
moderation-year-how = Counted on the day of the decision, in the brand’s time zone; decisions undone later are included, and also shown separately.

moderation-so-decided = The decision
moderation-so-facts = The facts
moderation-so-means = Automated means
moderation-so-ground = The ground
moderation-so-redress = What you can do
moderation-so-said = This is about your message written { $when } on { $network }.
moderation-so-hidden = Your message was hidden under our post on { $network }.
moderation-so-deleted = Your message was deleted on { $network }.
moderation-so-scope = This holds wherever this message could be seen, without limit in time.
moderation-so-warned = You receive a warning.
moderation-so-muted = Your next messages will be reviewed before any answer ({ $until }).
moderation-so-banned = You can no longer write to our account on { $network } ({ $until }).
moderation-so-means-none = A person found this message and took this decision. No automated means was used, and no notice was submitted by such means.
moderation-so-means-found = An automated means detected this message; a person read it and took the decision.
moderation-so-means-decided = An automated means detected this message and applied the decision. Your complaint would be looked at by a person.
moderation-so-clause = This message goes against the house rules of { $brand }. { $ground }
moderation-so-quote = “{ $said }”
moderation-so-law = This message seems to us against the law: { $ground }.
moderation-so-redress-complaint = You may complain here, without an account and free of charge, until { $when }.
moderation-so-redress-person = A person will look at your complaint and answer you; where the team allows it, not the one who decided.
moderation-so-redress-body = You may also turn to a certified out-of-court dispute settlement body (regulation (EU) 2022/2065, article 21).
moderation-so-redress-court = Finally, you may go to court.

moderation-message-hidden = { $brand } hid your message of { $when }. Ground: { $ground }. The reasons, and how to complain: { $link }
moderation-message-deleted = { $brand } deleted your message of { $when }. Ground: { $ground }. The reasons, and how to complain: { $link }
moderation-message-warned = Warning from { $brand }, about your message of { $when }. Ground: { $ground }. The reasons, and how to complain: { $link }
moderation-message-muted = { $brand } will review your messages before answering. Ground: { $ground }. The reasons, and how to complain: { $link }
moderation-message-banned = { $brand } no longer lets you write to its account. Ground: { $ground }. The reasons, and how to complain: { $link }
moderation-message-kept = { $brand } kept your message of { $when }: { $link }
moderation-message-upheld = { $brand } looked at your complaint: the decision is upheld. The answer: { $link }
moderation-message-reversed = { $brand } looked at your complaint: the decision is reversed. The answer: { $link }

moderation-statement-title = Why this decision
moderation-your-message = Your message
moderation-complain = Complain
moderation-complain-lead = Say why this decision seems unfair to you. A person will answer you on this page: keep this link.
moderation-field-complaint = Your complaint
moderation-complain-go = Send the complaint
moderation-complaint-taken = Your complaint is received. The answer will be on this page: keep this link.
moderation-complaint-closed = No complaint can be made against this decision any more.
moderation-yours = Your complaint, { $when }
moderation-yours-open = Your complaint awaits an answer
moderation-yours-upheld = After review, the decision is upheld
moderation-yours-reversed = After review, the decision is reversed
moderation-undone-for-you = This decision was undone

moderation-ask = Send to moderation
moderation-person-sanctions = Sanctions in force
moderation-proposed = A rule proposes this answer: review it before you send it.

notification-moderation-waiting = Messages await a moderation decision
notification-moderation-complaint = A complaint awaits an answer
activity-moderation_rule-added = Moderation rule added
activity-moderation_rule-changed = Moderation rule changed
activity-moderation_rule-turned_on = Moderation rule turned on
activity-moderation_rule-turned_off = Moderation rule turned off
activity-moderation_rule-moved = Moderation rule moved
activity-moderation_rule-removed = Moderation rule deleted
activity-moderation_rule-brought_back = Moderation rule brought back
activity-house_rules-added = House rule added
activity-house_rules-changed = House rules changed
activity-house_rules-removed = House rule deleted
activity-moderation-ruled = Moderation decision
activity-moderation-undone = Moderation decision undone
activity-moderation-sanctioned = Sanction taken
activity-moderation-lifted = Sanction lifted
activity-moderation-complained = Complaint received
activity-moderation-complaint_answered = Complaint answered

api-room-moderation = Moderation
api-op-moderation-rules = The rules of moderation, in order
api-op-moderation-rule-add = Add a rule
api-op-moderation-rule-change = Change a rule
api-op-moderation-rule-remove = Delete a rule
api-op-moderation-cases = Messages to decide on, the oldest first
api-op-moderation-rule-on = Decide on a message
api-op-moderation-rulings = Decisions, the latest first
api-error-not-a-rule = This is not possible in a rule or a decision.
