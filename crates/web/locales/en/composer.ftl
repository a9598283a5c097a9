# Writing a post: thread, first comment, poll, what it is about.
posts-thread = Rest of the thread
posts-thread-add = Add a post after it
posts-thread-part = Post { $number } of the thread
posts-thread-placeholder = And then…
posts-thread-earlier = Move up the thread
posts-thread-later = Move down the thread
posts-thread-remove = Remove from the thread
posts-thread-own = Write a thread for this account
posts-thread-common = Go back to the common thread
posts-thread-follows = { $count ->
    [one] Follows the common thread, of one more post.
   *[other] Follows the common thread, of { $count } more posts.
}
posts-comment-add = Add a first comment
posts-comment = First comment
posts-comment-for = First comment on { $network }
posts-comment-hint = Published by your account right under the post, where the network allows it.
posts-poll-add = Add a poll
posts-poll = Join this poll; the question is the text
posts-poll-choice = Answer { $number }
posts-poll-more = Add an answer
posts-poll-remove = Remove answer { $number }
posts-poll-open = Open for
posts-poll-several = Several answers possible
posts-poll-minutes = { $count } minutes
posts-poll-minutes-5 = 5 minutes
posts-poll-minutes-30 = 30 minutes
posts-poll-minutes-60 = 1 hour
posts-poll-minutes-360 = 6 hours
posts-poll-minutes-720 = 12 hours
posts-poll-minutes-1440 = 1 day
posts-poll-minutes-4320 = 3 days
posts-poll-minutes-7200 = 5 days
posts-poll-minutes-10080 = 7 days
posts-about = What it is about
posts-topic = Topic
posts-topic-none = No topic
posts-campaign = Campaign
posts-campaign-none = No campaign
posts-language = Language
posts-language-brand = The brand’s
posts-language-fr = French
posts-language-en = English
posts-language-de = German
posts-language-es = Spanish
posts-language-it = Italian
posts-language-nl = Dutch
posts-language-pt = Portuguese
posts-language-pl = Polish
posts-language-ar = Arabic
posts-language-br = Breton
posts-language-ca = Catalan
posts-language-co = Corsican
posts-language-eu = Basque
posts-language-gsw = Alsatian
posts-language-oc = Occitan
posts-commercial = Commercial collaboration
posts-partner = With which partner
posts-retouched = Retouched pictures (face or silhouette)

posts-difference = Difference with the common text
posts-difference-extent = { $added ->
    [0] { "" }
    [one] one word added
   *[other] { $added } words added
}{ $added ->
    [0] { "" }
   *[other] { $removed ->
        [0] { "" }
       *[other] ,{ " " }
    }
}{ $removed ->
    [0] { $added ->
        [0] no word changed
       *[other] { "" }
    }
    [one] one word removed
   *[other] { $removed } words removed
}
posts-preview-more = see more
posts-preview-hidden = { $count ->
    [one] One character behind “see more”
   *[other] { $count } characters behind “see more”
}
posts-preview-pictures = { $count ->
    [one] One picture
   *[other] { $count } pictures, to be scrolled
}
posts-preview-no-picture = A picture or a video is needed here.
posts-preview-dead-link = On { $network }, a link in the text can’t be followed.
posts-preview-commercial = Paid partnership
posts-preview-commercial-with = Paid partnership with { $name }
posts-thread-split = Split into a thread
posts-thread-split-hint = Cuts the text at the ends of sentences, in parts that each network takes
posts-pick-emoji = Emoji
posts-pick-hashtags = Hashtags
posts-pick-template = Templates
posts-pick-signature = Signatures
posts-pick-manage = Manage
posts-pick-none = Templates and hashtags
posts-presence = { $count ->
    [one] { $name } is writing here too
   *[other] { $name } are writing here too
}
posts-presence-newer = Another version was just saved. Save to compare.
posts-conflict-keep-chosen = Keep what I chose
posts-conflict-same-words = The words are the same: the pictures or the settings differ.
posts-conflict-difference = From yours to theirs:
posts-conflict-yours = Your version
posts-conflict-both = Both
posts-conflict-nothing = Nothing
posts-conflict-part-media = Pictures and videos
posts-conflict-part-link = Link
posts-conflict-part-thread = Rest of the thread
posts-conflict-part-comment = First comment
posts-conflict-part-poll = Poll
posts-conflict-part-own = Threads and comments of one account
posts-conflict-mine = Your text
posts-conflict-one-after-the-other = Both, one after the other
posts-versions-title = Versions
posts-versions-lead = Each time someone worked on it. Restoring a version erases nothing: today’s text becomes one more version.
posts-versions-none = No version yet
posts-versions-none-lead = The next change will make one.
posts-version-number = Version { $number }
posts-version-nobody = Arrived by itself
posts-version-current = Current
posts-version-restore = Restore
posts-version-restored = Version restored ({ $when }).
posts-version-restored-from = Brought back from version { $number }
posts-version-pictures = Pictures
posts-version-poll = Poll
posts-version-wanted = Intended date
templates-title = Templates
templates-lead = What is often written, to be put in at a touch while composing.
templates-text = Texts
templates-text-lead = A starting point: news of the week, an offer, a job.
templates-text-add = Add a text
templates-signature = Signatures
templates-signature-lead = An ending: address, hours, a call. One for each account if you wish.
templates-signature-add = Add a signature
templates-hashtags = Groups of hashtags
templates-hashtags-lead = Put in together, or proposed one by one after the hash sign.
templates-hashtags-add = Add a group
templates-name = Name
templates-words = Text
templates-tags = Hashtags
templates-channel = For which account
templates-channel-any = Every account
templates-keep = Keep
templates-kept = “{ $name }” is kept.
templates-edit = Change
templates-remove = Remove
templates-remove-one = Remove { $name }
templates-removed = “{ $name }” is removed.
templates-problem-name = Give it a name, of at most 80 characters.
templates-problem-empty = There is nothing to keep: write something.
templates-problem-hashtags = At most sixty hashtags in a group.
links-title = Tracked links
links-lead = Parvis can add to the links you publish where the visit comes from (UTM parameters). Your site’s statistics read them by themselves. A link that names its source already is left alone.
links-on = Add the origin to links
links-medium = Medium (utm_medium)
links-medium-hint = Often “social”.
links-sources = Source of each network (utm_source)
links-sources-hint = Leave empty for the network’s name.
links-campaigns = Campaign (utm_campaign)
links-example = What it looks like
links-example-lead = The link { $link } as it will be sent, with what is saved.
links-campaign = The campaign (utm_campaign) is the name of the post’s campaign, when it has one.
links-domains = Your sites
links-domains-hint = One a line. Links to other sites don’t change. Empty: every link.
links-saved = Tracked links saved, for what is scheduled from now on.
links-problem-value = Only letters, digits, hyphens and dots.
links-problem-domain = One of the sites is not a site’s name, like fournil-de-louise.fr.
activity-template-added = Template added
activity-template-changed = Template changed
activity-template-removed = Template removed
activity-template-brought_back = Template brought back
activity-tracking-changed = Tracked links changed
activity-post-version_restored = Version restored
posts-filter = Filter
posts-filter-words = Search in texts
posts-filter-states = Every state
posts-filter-topics = Every topic
posts-filter-campaigns = Every campaign
posts-filter-authors = Every author
posts-filter-none = See all again
posts-filter-nothing = No post matches
posts-filter-nothing-lead = Remove a filter, or search for other words.
posts-format-text = Text
posts-format-link = Link
posts-format-image = Picture
posts-format-carousel = Carousel
posts-format-gif = GIF
posts-format-video = Video
posts-format-thread = Thread
posts-format-poll = Poll
