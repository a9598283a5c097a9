//! Takes out of a film's file what a phone writes beside pictures and sound: where it was taken,
//! with which camera. Boxes are blanked where they stand, so that nothing else moves.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// The kind of `uuid` box that holds XMP.
const XMP: [u8; 16] = [
    0xbe, 0x7a, 0xcf, 0xcb, 0x97, 0xa9, 0x42, 0xe8, 0x9c, 0x71, 0x99, 0x94, 0x91, 0xe3, 0xaf, 0xac,
];

/// Blanks what is told of the place, the camera and the author; whether there was any. Only MP4
/// and QuickTime files, which are boxes within boxes.
pub(crate) fn forget(file: &mut File) -> io::Result<bool> {
    let size = file.metadata()?.len();
    let changed = within(file, 0, size)?;
    file.flush()?;
    Ok(changed)
}

fn within(file: &mut File, mut at: u64, end: u64) -> io::Result<bool> {
    let mut changed = false;
    while at + 8 <= end {
        file.seek(SeekFrom::Start(at))?;
        let mut head = [0_u8; 8];
        file.read_exact(&mut head)?;
        let short = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        let (length, header) = match short {
            0 => (end - at, 8),
            1 => {
                let mut long = [0_u8; 8];
                file.read_exact(&mut long)?;
                (u64::from_be_bytes(long), 16)
            }
            short => (u64::from(short), 8),
        };
        // A file that does not hold together is left as it is: it was judged before.
        if length < header || length > end - at {
            break;
        }
        changed |= match &head[4..] {
            b"moov" | b"trak" => within(file, at + header, at + length)?,
            b"udta" | b"meta" => blank(file, at, header, length)?,
            b"uuid" if is_xmp(file, at + header, length - header)? => {
                blank(file, at, header, length)?
            }
            _ => false,
        };
        at += length;
    }
    Ok(changed)
}

fn is_xmp(file: &mut File, at: u64, length: u64) -> io::Result<bool> {
    if length < 16 {
        return Ok(false);
    }
    let mut kind = [0_u8; 16];
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut kind)?;
    Ok(kind == XMP)
}

/// The box becomes free space of the same size.
fn blank(file: &mut File, at: u64, header: u64, length: u64) -> io::Result<bool> {
    file.seek(SeekFrom::Start(at + 4))?;
    file.write_all(b"free")?;
    file.seek(SeekFrom::Start(at + header))?;
    io::copy(&mut io::repeat(0).take(length - header), file)?;
    Ok(true)
}
