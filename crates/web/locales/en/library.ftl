# The media library.
library-title = Media library
library-lead = The brand’s pictures, GIFs and videos, with what they show.
library-all = Everything
library-see-all = See the whole library
library-folders = Folders
library-folder = Folder
library-no-folder = No folder
library-folder-lead = { $count ->
    [0] Nothing directly here.
    [one] { $count } file directly here.
   *[other] { $count } files directly here.
    }
library-folder-new = New folder
library-folder-name = Name of the folder
library-folder-in = Kept in
library-folder-in-none = The library
library-folder-make = Make the folder
library-folder-change = Change the folder
library-folder-remove = Remove the folder, keep what is in it
library-folder-made = Folder “{ $name }” made.
library-folder-kept = Folder “{ $name }” saved.
library-folder-removed = Folder “{ $name }” removed: what was in it stayed.
library-folder-wrong-name = Give the folder a name of at most { $most } characters.
library-folder-taken = A folder has that name here. Choose another.
library-folder-too-deep = A folder may hold others, but no deeper. Keep it one level higher.
library-folder-too-many = The library has { $most } folders already. Remove one first.
library-search = Search
library-search-hint = Name, description, tag
library-find = Search
library-kind = Kind
library-kind-any = Any
library-kind-image = Picture
library-kind-gif = GIF
library-kind-video = Video
library-only = Show
library-only-all = Everything
library-only-no-alt = Without alternative text
library-only-unused = Never used
library-only-loose = Outside any folder
library-only-bin = The bin
library-tag = Tag
library-tag-any = Any
library-tag-new = Tag
library-tag-add = Add the tag
library-drop = Drop pictures or videos here, or choose them
library-drop-hint = JPEG, PNG, GIF, WebP, MP4, MOV or WebM
library-send = Send
library-no-file = Choose at least one file.
library-taken = { $count ->
    [one] One file added.
   *[other] { $count } files added.
    }
library-uses = { $count ->
    [one] Used once
   *[other] Used { $count } times
    }
library-unused = Not used yet
library-no-alt = No alternative text
library-choose = Select “{ $name }”
library-selection = Selection
library-chosen-one = 1 file selected
library-chosen-many = # files selected
library-move = Move
library-move-to = Move to
library-moved = { $count ->
    [one] One file moved.
   *[other] { $count } files moved.
    }
library-tagged = { $count ->
    [one] One file tagged.
   *[other] { $count } files tagged.
    }
library-remove = Put in the bin
library-removed = { $count ->
    [one] One file put in the bin.
   *[other] { $count } files put in the bin.
    }
library-restore = Put back in the library
library-restored = { $count ->
    [one] One file back in the library.
   *[other] { $count } files back in the library.
    }
library-nothing-chosen = Select some files first.
library-planned = { $count ->
    [one] “{ $name }” leaves with a scheduled post. Take it out of that post first.
   *[other] “{ $name }” leaves with { $count } scheduled posts. Take it out of those posts first.
    }
library-planned-one = This file leaves with a scheduled post.
library-planned-lead = Take it out of the post first, or wait until it has left: the list is on this page.
library-in-bin = This file is in the bin.
library-bin-empty = The bin is empty
library-bin-lead = What nothing uses stays here thirty days, then disappears. What posts have shown stays visible in them.
library-none = Nothing yet
library-none-lead = Send your first pictures: they will serve all your posts, with their alternative text.
library-none-found = Nothing matches
library-none-found-lead = Try other words, or look at the whole library.
library-name = Name
library-alt = Alternative text
library-alt-hint = What one sees, for those who don’t see it. Proposed to every post that uses it.
library-alt-of-post = In a post: “{ $text }”
library-tags = Tags
library-tags-hint = Separated by commas: Christmas, window
library-save = Save
library-kept = Saved.
library-save-file = Download
library-used = Used in
library-used-nowhere = No post uses it yet.
library-facts = Details
library-size = Dimensions
library-weight = Weight
library-length = Length
library-not-known = Not known
library-codecs = Codecs
library-silent = no sound
library-rate = Frame rate
library-rate-of = { $rate } frames a second
library-taken-on = Added
library-by = by { $name }
library-part-of = Cropped from
library-codec-h264 = H.264
library-codec-hevc = HEVC (H.265)
library-codec-av1 = AV1
library-codec-vp8 = VP8
library-codec-vp9 = VP9
library-codec-mpeg4 = MPEG-4
library-codec-prores = ProRes
library-codec-aac = AAC
library-codec-opus = Opus
library-codec-vorbis = Vorbis
library-codec-mp3 = MP3
library-codec-pcm = PCM
library-codec-alac = ALAC
library-codec-unknown = unknown
library-animate = Animate
library-still = Stop
library-poster = Thumbnail
library-poster-lead = The picture shown in the video’s place in lists. The browser draws it from the video where it can play it.
library-poster-take = Take the frame shown
library-poster-none = Back to the plain tile
library-poster-choose = Choose a picture of the library
library-poster-send = Send a picture
library-poster-file = Picture
library-poster-use = Use this picture
library-poster-kept = Thumbnail saved.
library-crop = Crop
library-crop-again = Crop again
library-crop-title = Crop
library-crop-lead = Choose a shape, place the frame. The original stays as it is.
library-crop-shapes = Shapes
library-crop-free = Free
library-crop-free-hint = As you like
library-crop-left = From the left
library-crop-top = From the top
library-crop-width = Width
library-crop-height = Height
library-crop-size = In pixels, in a picture of { $width } × { $height }.
library-crop-frame = Frame
library-crop-keys = With the keyboard, in the frame: arrows move it, Shift and arrows change its size, Alt and arrows go by one pixel.
library-crop-make = Make the cropped picture
library-crop-kept = The alternative text, the folder and the tags are taken over.
library-crop-not-a-picture = Only a still picture can be cropped.
library-crop-outside = The frame leaves the picture, or is less than { $least } pixels. Correct the numbers.
library-cropped = Picture cropped.
library-pick = Choose from the library
library-pick-lead = The { $count } newest of what you seek.
library-pick-post = Post
library-pick-add = Add to the post
library-pick-close = Close
library-added = Added to the post.
library-wrong-name = Give a name, of at most 200 characters.
library-wrong-alt = The alternative text has more than { $most } characters. Make it shorter.
library-wrong-tag = A tag has at most { $most } characters.
library-wrong-tags = A file has at most { $most } tags.
library-wrong-folder = That folder is no more. Choose another.
