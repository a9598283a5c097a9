# Ce qui ne va pas avec une image envoyée.
media-file = Ce fichier
media-not-an-image = « { $name } » n’est pas une image que Parvis connaît. Envoyez un fichier JPEG, PNG, GIF ou WebP.
media-not-an-image-pdf = « { $name } » est un PDF. Enregistrez la page voulue en JPEG ou PNG.
media-not-an-image-heic = « { $name } » est au format HEIC des iPhone. Exportez-la en JPEG, ou réglez l’appareil photo sur « Le plus compatible ».
media-not-an-image-avif = « { $name } » est au format AVIF. Enregistrez-la en JPEG ou PNG.
media-not-an-image-tiff = « { $name } » est au format TIFF. Enregistrez-la en JPEG ou PNG.
media-not-an-image-bmp = « { $name } » est au format BMP. Enregistrez-la en JPEG ou PNG.
media-not-an-image-svg = « { $name } » est un dessin SVG. Exportez-le en PNG.
media-not-an-image-video = « { $name } » est une vidéo. Seules les images peuvent être jointes pour l’instant.
media-not-an-image-empty = « { $name } » est vide. Choisissez le fichier à nouveau.
media-too-large = « { $name } » est trop lourde : { $most } au plus. Réduisez-la, puis recommencez.
media-too-many-pixels = « { $name } » est trop grande : { $most } millions de pixels au plus. Réduisez-la, puis recommencez.
media-broken = « { $name } » est abîmée et ne peut pas être lue. Enregistrez-la à nouveau depuis un logiciel d’images.
