// Builds crates/web/assets/dist: parvis.js (one minified module) and icons.svg
// (one sprite holding only the icons named in icons.json).
// The product works without this folder; it only gets quicker and prettier with it.
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "../assets/dist");
// The desk (composer, library, calendar) came: a third of it once compressed.
const budget = 52 * 1024;

async function script() {
  const result = await build({
    entryPoints: [join(here, "src/main.ts")],
    outfile: join(dist, "parvis.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    metafile: true,
  });
  const size = Object.values(result.metafile.outputs)[0].bytes;
  if (size > budget) throw new Error(`parvis.js is ${size} bytes, more than its budget of ${budget}`);
  return size;
}

/** What stays awake in browsers for what is pushed to them: a file of its own. */
async function worker() {
  const [entry, outfile] = [join(here, "src/sw.ts"), join(dist, "sw.js")];
  await build({ entryPoints: [entry], outfile, bundle: true, minify: true, format: "iife", target: "es2022", legalComments: "none" });
}

/** The mark of the house (assets/favicon.svg) as a picture of so many pixels, for home screens. */
async function mark(side) {
  const [paper, blue, door] = [[0xf7, 0xf3, 0xec], [0x2f, 0x4d, 0xb3], [0xfa, 0xf6, 0xef]];
  const colour = (x, y) => {
    if (Math.hypot(x - 16, y - 30) < 7.5 && y < 30) return door;
    const corner = y > 27 && (x < 5 || x > 27) && Math.hypot(x - (x < 16 ? 5 : 27), y - 27) > 3;
    const inside = y < 15 ? Math.hypot(x - 16, y - 15) < 14 : x > 2 && x < 30 && y < 30 && !corner;
    return inside ? blue : paper;
  };
  // Each pixel is the middle of 16 points; the mark stands inside what phones cut round.
  const at = (pixel, part) => ((pixel + (part + 0.5) / 4) / side - 0.5) * 46 + 16;
  const rows = Buffer.alloc(side * (side * 3 + 1));
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const sum = [0, 0, 0];
      for (let part = 0; part < 16; part++) colour(at(x, part % 4), at(y, part >> 2)).forEach((value, i) => (sum[i] += value));
      sum.forEach((value, i) => (rows[y * (side * 3 + 1) + 1 + x * 3 + i] = value / 16));
    }
  }
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const png = [signature, chunk("IHDR", head), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))];
  await writeFile(join(dist, `icon-${side}.png`), Buffer.concat(png));
}

/** The inside of an SVG file, without its frame, comments and line breaks. */
function inside(svg) {
  return svg
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<title>.*?<\/title>/, "")
    .replace(/^[\s\S]*?<svg[^>]*>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/\s*\n\s*/g, "")
    .trim();
}

async function sprite() {
  const root = (name) => join(here, "node_modules", name);
  const names = JSON.parse(await readFile(join(here, "icons.json"), "utf8"));
  const files = [
    ...names.lucide.map((name) => [name, join(root("lucide-static"), "icons", `${name}.svg`)]),
    ...names.networks.map((name) => [`net-${name}`, join(root("simple-icons"), "icons", `${name}.svg`)]),
    ...(await readdir(join(here, "icons"))).map((file) => [file.replace(/\.svg$/, ""), join(here, "icons", file)]),
  ];
  const symbols = await Promise.all(
    files.map(async ([id, file]) => `<symbol id="${id}" viewBox="0 0 24 24">${inside(await readFile(file, "utf8"))}</symbol>`),
  );
  await writeFile(join(dist, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
  return symbols.length;
}

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Emoji with their name and the words they are found by, in one language and the other. */
async function emoji(language) {
  const data = async (of) => JSON.parse(await readFile(join(here, "node_modules/emojibase-data", of, "data.json"), "utf8"));
  const [own, other] = [await data(language), new Map((await data(language === "fr" ? "en" : "fr")).map((one) => [one.hexcode, one]))];
  const words = (one) => (one ? [one.label, ...(one.tags ?? [])] : []);
  const all = own
    .filter((one) => one.group !== undefined && one.group !== 2)
    .sort((a, b) => a.order - b.order)
    .map((one) => [one.emoji, one.label, [...new Set(folded([...words(one), ...words(other.get(one.hexcode))].join(" ")).split(/[^\p{L}\p{N}]+/u))].filter(Boolean).join(" ")]);
  await writeFile(join(dist, `emoji-${language}.json`), JSON.stringify(all));
  return all.length;
}

await mkdir(dist, { recursive: true });
const [size, icons, faces] = await Promise.all([script(), sprite(), emoji("fr"), emoji("en"), worker(), mark(192), mark(512)]);
console.log(`parvis.js ${size} bytes, icons.svg ${icons} icons, ${faces} emoji`);
