# The editorial charter.
charter-title = Editorial charter
charter-lead = How we speak, of what, and how often.
charter-checks = Checks
charter-read-only = Only managers change the charter.
charter-change = Change
charter-save = Save
charter-saved = Charter saved.
charter-on = Watched
charter-off = Not watched

charter-proposal = A charter to begin with
charter-proposal-lead = This suits most small companies. Keep what is like you; the rest is changed afterwards.
charter-proposal-topics = Topics
charter-proposal-products = Our products
charter-proposal-products-about = What we sell, what has arrived, what is back.
charter-proposal-products-words = product, new, arrival, collection, menu, season, recipe
charter-proposal-making = Behind the scenes
charter-proposal-making-about = The trade, the hands, the workshop before it opens.
charter-proposal-making-words = behind, workshop, making, craft, trade, material, prepare, handmade
charter-proposal-advice = Advice
charter-proposal-advice-about = What we know and others can use.
charter-proposal-advice-words = advice, tip, how, choose, mistake, care, question, idea
charter-proposal-people = People
charter-proposal-people-about = The team, customers, neighbours, those we work with.
charter-proposal-people-words = team, meet, portrait, thank, customer, producer, partner, neighbour
charter-proposal-news = Practical life
charter-proposal-news-about = Opening hours, dates, markets, closures.
charter-proposal-news-words = hours, open, closed, opening, market, date, holiday, booking
charter-proposal-more = And also
charter-proposal-tone = Warm and clear: we tell of the trade as we would across the counter, in plain words and with facts.
charter-proposal-tone-words = warm, clear, precise
charter-proposal-tone-box = A tone that is { $words }
charter-proposal-cadence = On each account, { $week } posts a week, { $day } a day at most, { $hours } hours between two
charter-proposal-keep = Keep what is ticked
charter-proposal-after = Nothing is fixed: each part is changed in its place, below.
charter-proposal-kept = Here is a first charter. Each part is changed in its place.

charter-voice = Voice
charter-voice-lead = The tone, the languages, your sites.
charter-voice-none = No tone is said yet.
charter-tone = Tone
charter-tone-hint = A few sentences for whoever writes: to whom we speak, how, what we do not do.
charter-tone-words = The tone in a few words
charter-tone-words-hint = Separated by commas: warm, precise, no jargon.
charter-tone-long = 2,000 characters at most.
charter-tone-words-long = Twenty words at most, of 40 characters each.
charter-languages = Languages
charter-languages-hint = By their code, separated by commas: fr, en. Empty: the brand’s language.
charter-languages-wrong = Write language codes: fr, en, br.
charter-sites = Your sites
charter-sites-hint = One a line: fournil.fr. Links that lead there are to be followed.
charter-sites-none = None
charter-sites-wrong = Write names of sites: fournil.fr.

charter-topics = Topics
charter-topics-lead = What we speak about, and the share wanted for each.
charter-topics-none = No topic yet. Three to five are enough for most brands.
charter-topic-add = Add a topic
charter-topic-added = Topic “{ $name }” added.
charter-topic-name = Name
charter-topic-name-wrong = A name of 80 characters at most.
charter-topic-taken = Another topic has this name.
charter-topic-about = What belongs to it
charter-topic-words = Words by which it is recognised
charter-topic-words-hint = Separated by commas. Plurals and endings are recognised.
charter-topic-no-words = No word: it will not be recognised in a text.
charter-topic-archive = Put away
charter-topic-archived = Topic “{ $name }” put away.
charter-topic-take-up = Take up again
charter-topic-taken-up = Topic “{ $name }” taken up again.
charter-topics-away =
    { $count ->
        [one] One topic put away
       *[other] { $count } topics put away
    }
charter-colour = Colour
charter-colour-wrong = Choose a colour.
charter-share = Share wanted
charter-share-hint = In per cent of what is published. Empty: no share asked for.
charter-share-wrong = A number from 1 to 100.
charter-shares-over = Shares make { $total }% in all: more than the whole.

charter-words = Words
charter-words-lead = Those we prefer, those we avoid.
charter-words-none = No word yet: the exact name of a product, a term that annoys…
charter-words-prefer = To prefer
charter-words-avoid = To avoid
charter-rather-than = rather than “{ $word }”
charter-word-add = Add a word
charter-word-kind = This word
charter-word-avoid = is to be avoided
charter-word-prefer = is to be replaced by another, preferred
charter-word-word = Word to look for
charter-word-hint = “heal*” finds heals, healing…; “cheap (unless: not cheap)” makes an exception.
charter-word-instead = To write instead
charter-word-why = Why
charter-word-wrong = A word of 200 characters at most.
charter-word-taken = This word is in the charter already.
charter-word-instead-missing = What is to be written instead?
charter-word-long = 300 characters at most.
charter-word-remove = Take this word out
charter-word-removed = “{ $name }” taken out of the charter.

charter-formats = Formats
charter-formats-lead = The share wanted for each form.
charter-formats-none = No share asked for. Text alone tires: vary with pictures, videos, polls.
charter-formats-hint = In per cent; 100 in all at most. Empty: no share asked for.
charter-formats-wrong = Numbers from 0 to 100, and 100 in all at most.
charter-format-text = Text
charter-format-link = Link
charter-format-image = Picture
charter-format-carousel = Several pictures
charter-format-gif = Animated picture
charter-format-video = Video
charter-format-thread = Thread
charter-format-poll = Poll

charter-cadence = Cadence
charter-cadence-lead = How often, account by account.
charter-cadence-no-channel = Connect an account to say how often to publish there.
charter-cadence-none = No cadence asked for.
charter-cadence-wrong = Whole numbers: up to 200 a week, 50 a day, and a week (10,080 minutes) between two.
charter-per-week = A week, wanted
charter-per-week-hint = 10 to 20 a month on each network is a good measure.
charter-most-per-day = A day, at most
charter-least-gap = Minutes between two
charter-least-gap-hint = At least.
charter-channel-language = Language of this account
charter-channel-language-usual = The post’s or the charter’s
charter-channel-personal = It is a person’s profile
charter-personal = Personal profile
charter-said-per-week =
    { $count ->
        [one] one a week
       *[other] { $count } a week
    }
charter-said-per-day =
    { $count ->
        [one] one a day at most
       *[other] { $count } a day at most
    }
charter-said-gap = { $gap } between two at least

charter-regulated = Regulated vocabulary
charter-regulated-lead = Words that the law watches. A list finds, it does not judge: someone reads again with the rule in sight.
charter-regulated-food = Food supplements and health
charter-regulated-food-rule = No food may be said to prevent, treat or cure a disease; no promise of weight lost, no doctor’s recommendation; a general benefit goes with an authorised claim.
charter-regulated-food-source = Regulation (EC) No 1924/2006, articles 10 and 12; Directive 2002/46/EC, article 6; Regulation (EU) No 1169/2011, article 7
charter-regulated-alcohol = Alcohol
charter-regulated-alcohol-rule = Say the strength, origin, composition, making, sale; never parties, sport, success, seduction or health; with “L’abus d’alcool est dangereux pour la santé, à consommer avec modération”.
charter-regulated-alcohol-source = “Loi Évin”: Code de la santé publique, articles L3323-2 to L3323-4
charter-regulated-finance = Finance and crypto-assets
charter-regulated-finance-rule = No gain is guaranteed, and the risk is said as clearly as the benefit; crypto-assets are promoted only by or for a registered or authorised provider.
charter-regulated-finance-source = Code monétaire et financier, doctrine of the AMF and ACPR; French law of 9 June 2023, article 4
charter-regulated-gambling = Gambling
charter-regulated-gambling-rule = Never as a way to earn one’s living, never to minors; with the warning and joueurs-info-service.fr (09 74 75 13 13).
charter-regulated-gambling-source = Code de la sécurité intérieure; decree 2020-1349 of 4 November 2020; guidelines of the ANJ
charter-regulated-active = Watch these words
charter-regulated-terms = Words looked for
charter-regulated-terms-hint = One a line. “*”: any ending; “…”: a few words between two; “(with: …)” and “(unless: …)”: provided the text holds, or does not hold. A condition alone on its line stands for the whole list.
charter-regulated-usual =
    { $count ->
        [one] Parvis’s list, one line
       *[other] Parvis’s list, { $count } lines
    }
charter-regulated-own =
    { $count ->
        [one] Your list, one line
       *[other] Your list, { $count } lines
    }
charter-regulated-back = Back to Parvis’s list
charter-regulated-long = This list is too long: 20,000 characters at most.
