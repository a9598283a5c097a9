# What is wrong with a picture that was sent.
media-file = This file
media-not-an-image = “{ $name }” is neither a picture nor a video that Parvis knows. Send a JPEG, PNG, GIF, WebP, MP4, MOV or WebM file.
media-not-an-image-pdf = “{ $name }” is a PDF. Save the page you want as JPEG or PNG.
media-not-an-image-heic = “{ $name }” is in the HEIC format of iPhones. Export it as JPEG, or set the camera to “Most Compatible”.
media-not-an-image-avif = “{ $name }” is in the AVIF format. Save it as JPEG or PNG.
media-not-an-image-tiff = “{ $name }” is in the TIFF format. Save it as JPEG or PNG.
media-not-an-image-bmp = “{ $name }” is in the BMP format. Save it as JPEG or PNG.
media-not-an-image-svg = “{ $name }” is an SVG drawing. Export it as PNG.
media-not-an-image-video = “{ $name }” is a video: a picture is needed here.
media-not-an-image-empty = “{ $name }” is empty. Choose the file again.
media-too-large = “{ $name }” is too heavy: { $most } at most. Make it smaller, then try again.
media-too-many-pixels = “{ $name }” is too large: { $most } million pixels at most. Make it smaller, then try again.
media-broken = “{ $name }” is damaged and can’t be read. Save it again from a picture editor.
media-not-an-image-text = “{ $name }” holds text, whatever its name says: it is neither a picture nor a video.
media-not-an-image-sound = “{ $name }” holds sound only. Send a video with a picture.
media-not-an-image-matroska = “{ $name }” is a Matroska (MKV) video, which networks don’t take. Export it as MP4 (H.264 and AAC).
media-broken-film = “{ $name }” is damaged or incomplete: the video can’t be read. Export it again as MP4, then try again.
