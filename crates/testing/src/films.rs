//! Films made of nothing, for tests: whole descriptions, and frames that no decoder would take.

/// An MP4 or a MOV to be made.
#[derive(Debug, Clone)]
pub struct Mp4 {
    /// The brand of its `ftyp`: `qt  ` for a MOV.
    pub brand: [u8; 4],
    /// The code of its picture's codec; `none` for no picture.
    pub video: [u8; 4],
    /// The code of its sound's codec.
    pub audio: Option<[u8; 4]>,
    /// Width of its frames.
    pub width: u16,
    /// Height of its frames.
    pub height: u16,
    /// Its length in milliseconds.
    pub milliseconds: u32,
    /// Whether the phone was held upright: the frames lie, and are shown turned.
    pub lies: bool,
}

impl Default for Mp4 {
    fn default() -> Self {
        Self {
            brand: *b"isom",
            video: *b"avc1",
            audio: Some(*b"mp4a"),
            width: 1280,
            height: 720,
            milliseconds: 12_500,
            lies: false,
        }
    }
}

/// A box: its length, its name, its content.
fn boxed(name: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = u32::try_from(content.len() + 8).unwrap_or(u32::MAX);
    [&length.to_be_bytes()[..], name, &content].concat()
}

fn words(values: &[u32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_be_bytes()).collect()
}

const UPRIGHT: [u32; 9] = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x4000_0000];
const TURNED: [u32; 9] = [0, 0x10000, 0, 0xffff_0000, 0, 0, 0, 0, 0x4000_0000];

impl Mp4 {
    /// The whole file.
    pub fn bytes(&self) -> Vec<u8> {
        let kind = boxed(b"ftyp", &[&self.brand, &words(&[512]), &self.brand, b"mp42"]);
        let frames = boxed(b"mdat", &[&[7; 600]]);
        let mut header = words(&[0, 0, 0, 1000, self.milliseconds, 0x10000]);
        header.extend([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        header.extend(words(&UPRIGHT));
        header.extend(words(&[0, 0, 0, 0, 0, 0, 3]));
        let mut tracks = Vec::new();
        if self.video != *b"none" {
            tracks.extend(self.track(1, b"vide", &self.picture()));
        }
        if let Some(audio) = self.audio {
            tracks.extend(self.track(2, b"soun", &sound(audio)));
        }
        let moov = boxed(b"moov", &[&boxed(b"mvhd", &[&header]), &tracks]);
        // As cameras write it: frames first, description last.
        [kind, frames, moov].concat()
    }

    fn track(&self, id: u32, kind: &[u8; 4], entry: &[u8]) -> Vec<u8> {
        let (width, height) = match kind {
            b"vide" => (u32::from(self.width) << 16, u32::from(self.height) << 16),
            _ => (0, 0),
        };
        let mut header = words(&[7, 0, 0, id, 0, self.milliseconds, 0, 0, 0, 0]);
        header.extend(words(if self.lies { &TURNED } else { &UPRIGHT }));
        header.extend(words(&[width, height]));
        let timing = words(&[0, 0, 0, 1000, self.milliseconds, 0x55c4_0000]);
        let handler = [&words(&[0, 0])[..], kind, &words(&[0, 0, 0]), b"\0"].concat();
        let frames = self.milliseconds / 40;
        let table = boxed(
            b"stbl",
            &[
                &boxed(b"stsd", &[&words(&[0, 1]), entry]),
                &boxed(b"stts", &[&words(&[0, 1, frames, 40])]),
                &boxed(b"stsc", &[&words(&[0, 1, 1, frames, 1])]),
                &boxed(b"stsz", &[&words(&[0, 1, frames])]),
                &boxed(b"stco", &[&words(&[0, 1, 40])]),
            ],
        );
        let media = boxed(
            b"mdia",
            &[
                &boxed(b"mdhd", &[&timing]),
                &boxed(b"hdlr", &[&handler]),
                &boxed(b"minf", &[&table]),
            ],
        );
        boxed(b"trak", &[&boxed(b"tkhd", &[&header]), &media])
    }

    fn picture(&self) -> Vec<u8> {
        let mut entry = vec![0; 6];
        entry.extend([0, 1]);
        entry.extend([0; 16]);
        entry.extend(self.width.to_be_bytes());
        entry.extend(self.height.to_be_bytes());
        entry.extend([0; 50]);
        if self.video == *b"avc1" {
            let set =
                [1, 0x42, 0xc0, 0x1e, 0xff, 0xe1, 0, 4, 0x67, 0x42, 0xc0, 0x1e, 1, 0, 1, 0x68];
            entry.extend(boxed(b"avcC", &[&set]));
        }
        boxed(&self.video, &[&entry])
    }
}

fn sound(code: [u8; 4]) -> Vec<u8> {
    let mut entry = vec![0; 6];
    entry.extend([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 16, 0, 0, 0, 0]);
    entry.extend((48_000_u32 << 16).to_be_bytes());
    // An elementary stream of AAC-LC, stereo.
    let stream = [
        0, 0, 0, 0, 3, 0x19, 0, 2, 0, 4, 0x11, 0x40, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 2,
        0x11, 0x90, 6, 1, 2,
    ];
    entry.extend(boxed(b"esds", &[&stream]));
    boxed(&code, &[&entry])
}

/// An element: its id, its length in eight bytes, its content.
fn element(id: &[u8], content: &[u8]) -> Vec<u8> {
    let mut length = (content.len() as u64).to_be_bytes();
    length[0] = 1;
    [id, &length, content].concat()
}

/// A WebM of 640 × 360, VP9 and Opus; with the length its header says, in milliseconds, and
/// clusters whose size is known or not. Its last frame begins at 3,033 ms.
pub fn webm(says: Option<f64>, sized: bool) -> Vec<u8> {
    let head = element(b"\x1a\x45\xdf\xa3", &element(b"\x42\x82", b"webm"));
    let mut info = element(b"\x2a\xd7\xb1", &1_000_000_u32.to_be_bytes());
    if let Some(length) = says {
        info.extend(element(b"\x44\x89", &length.to_be_bytes()));
    }
    let size = [element(b"\xb0", &640_u16.to_be_bytes()), element(b"\xba", &360_u16.to_be_bytes())];
    let picture = [
        element(b"\xd7", &[1]),
        element(b"\x83", &[1]),
        element(b"\x86", b"V_VP9"),
        element(b"\xe0", &size.concat()),
    ];
    let sound = [element(b"\xd7", &[2]), element(b"\x83", &[2]), element(b"\x86", b"A_OPUS")];
    let tracks = [element(b"\xae", &picture.concat()), element(b"\xae", &sound.concat())].concat();
    let mut content =
        [element(b"\x15\x49\xa9\x66", &info), element(b"\x16\x54\xae\x6b", &tracks)].concat();
    for at in [0_u16, 3000] {
        let mut cluster = element(b"\xe7", &at.to_be_bytes());
        for after in [0_u8, 33] {
            cluster.extend(element(b"\xa3", &[0x81, 0, after, 0x80, 9, 9, 9, 9]));
        }
        if sized {
            content.extend(element(b"\x1f\x43\xb6\x75", &cluster));
        } else {
            content.extend(b"\x1f\x43\xb6\x75\x01\xff\xff\xff\xff\xff\xff\xff");
            content.extend(cluster);
        }
    }
    let segment = match sized {
        true => element(b"\x18\x53\x80\x67", &content),
        false => [&b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff"[..], &content].concat(),
    };
    [head, segment].concat()
}
