// One journey's surroundings: a Parvis of its own, a window, and the words of the language.
import { after, before, describe } from 'node:test'
import { launch, look, open, languages, widths } from './browser.mjs'
import { serve } from './parvis.mjs'
import { openPostOffice } from './post-office.mjs'
import { wordsOf } from './words.mjs'

const only = (names, wanted) => names.filter((name) => !wanted || wanted.split(',').includes(name))

/**
 * The languages and widths a journey is told in. Unless some are asked for by LANGUAGES, SIZES or
 * JOURNEYS=all, two of the four: both languages and both widths once, and which goes with which
 * changes from one journey to the next, so that all four are walked in every run.
 */
const surroundings = (title, sizes) => {
  const { LANGUAGES, SIZES, JOURNEYS } = process.env
  const all = only(Object.keys(languages), LANGUAGES).flatMap((language) => only(sizes, SIZES).map((size) => ({ language, size })))
  if (LANGUAGES || SIZES || JOURNEYS === 'all' || sizes.length < 2) return all
  const straight = title.length % 2 === 0
  return all.filter((_, number) => (number === 0 || number === 3) === straight)
}

/**
 * Tells a journey in both languages and widths (see `surroundings`). `tell(world)`
 * declares its steps with `it`; they share `world`: `{ language, size, w, parvis, browser, page }`,
 * where the last three exist once the steps run. With `post`, letters go to `world.letters`.
 */
export const journey = (title, tell, { env, sizes = Object.keys(widths), script = true, post = false } = {}) => {
  for (const { language, size } of surroundings(title, sizes)) {
    describe(`${title} [${language}, ${size}]`, { timeout: 300_000 }, () => {
      const world = { language, size, w: wordsOf(language) }
      before(async () => {
        if (post) world.letters = await openPostOffice()
        world.parvis = await serve({ env: { ...world.letters?.env, ...env } })
        world.browser = await launch()
        world.page = await open(world.browser, { language, size, script, url: world.parvis.url })
      })
      after(async () => {
        if (world.failed && world.page) {
          await look(world.page, `failed-${title.replace(/\W+/g, '-')}`, world).catch(() => {})
          console.error(`${world.page.url()}\n${world.page.troubles.join("\n")}\n${world.parvis.log().slice(-4000)}`)
        }
        await world.browser?.close()
        await world.parvis?.stop()
        await world.letters?.close()
      })
      tell(world)
    })
  }
}

/** A step of a journey: once one has failed, those after it are not tried. */
export const stepsOf = (world, it) => (title, act) =>
  it(title, { timeout: 180_000 }, async (t) => {
    if (world.failed) return t.skip('a step before it failed')
    try {
      await act(world.page)
    } catch (error) {
      world.failed = true
      throw error
    }
  })
