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
