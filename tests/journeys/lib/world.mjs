// One journey's surroundings: a Parvis of its own, a window, and the words of the language.
import { after, before, describe } from 'node:test'
import { launch, look, open, languages, widths } from './browser.mjs'
import { serve } from './parvis.mjs'
import { openPostOffice } from './post-office.mjs'
import { wordsOf } from './words.mjs'

const only = (names, wanted) => names.filter((name) => !wanted || wanted.split(',').includes(name))

/**
 * Tells a journey in every language and width (or those of LANGUAGES and SIZES). `tell(world)`
 * declares its steps with `it`; they share `world`: `{ language, size, w, parvis, browser, page }`,
 * where the last three exist once the steps run. With `post`, letters go to `world.letters`.
 */
export const journey = (title, tell, { env, sizes = Object.keys(widths), script = true, post = false } = {}) => {
  for (const language of only(Object.keys(languages), process.env.LANGUAGES)) {
    for (const size of only(sizes, process.env.SIZES)) {
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
