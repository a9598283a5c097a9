// Builds crates/web/assets/dist: parvis.js (one minified module) and icons.svg
// (one sprite holding only the icons named in icons.json).
// The product works without this folder; it only gets quicker and prettier with it.
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
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
const [size, icons, faces] = await Promise.all([script(), sprite(), emoji("fr"), emoji("en")]);
console.log(`parvis.js ${size} bytes, icons.svg ${icons} icons, ${faces} emoji`);
