// Debian's Chromium through playwright-core: windows of the two widths in the two languages,
// pictures, and the accessibility check.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
/** A package that the journeys installed for themselves. */
export const tool = createRequire(join(process.env.PARVIS_TEST_TOOLS ?? join(root, '.tools'), 'journeys/package.json'))
const { chromium } = tool('playwright-core')
const axeSource = readFileSync(tool.resolve('axe-core/axe.min.js'), 'utf8')

export const languages = { fr: 'fr-FR', en: 'en-GB' }
export const widths = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }

/** Starts the browser. The flags keep it from calling anyone outside this machine. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  })

/**
 * A fresh window, as of a person who never came. `size` is a name of `widths`.
 * Errors of the page's scripts fail the journey: they are kept in `page.troubles`.
 */
export const open = async (browser, { language, size, url, script = true, scheme = 'light' }) => {
  const context = await browser.newContext({
    baseURL: url,
    locale: languages[language],
    viewport: widths[size],
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    colorScheme: scheme,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Paris',
    javaScriptEnabled: script,
    acceptDownloads: true,
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  page.troubles = []
  page.on('pageerror', (error) => page.troubles.push(`script: ${error.message}`))
  page.on('console', (line) => line.type() === 'error' && !line.text().startsWith('Failed to load') && page.troubles.push(`console: ${line.text()}`))
  // 422 is how a form comes back with its errors.
  page.on('response', async (answer) => { if (process.env.TRACE && answer.request().method() === 'POST') console.error(answer.status(), answer.url(), (await answer.text().catch(() => '')).slice(0, 300)) })
  page.on('response', (answer) => answer.status() >= 400 && answer.status() !== 422 && page.troubles.push(`${answer.status()} ${answer.url()}`))
  page.scripted = script
  return page
}

// The pictures of README and of the documentation; `make pictures` makes them again.
const published = new Set(['setup', 'today', 'composer', 'calendar-month-full', 'conversation-full', 'post-figures', 'comparisons-full'])

/** Keeps a picture of the page under test-results/, and of the chosen ones under docs/pictures/. */
export const look = async (page, name, { language, size }) => {
  const folder = join(root, 'test-results/pictures')
  mkdirSync(folder, { recursive: true })
  // A picture of the page shows its pictures.
  await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.loading === 'lazy')).catch(() => {})
  const picture = await page.screenshot({ path: join(folder, `${name}-${language}-${size}.png`), fullPage: true })
  if (process.env.PICTURES && published.has(name) && (size === 'desk' || name === 'today')) {
    const shown = join(root, 'docs/pictures')
    mkdirSync(shown, { recursive: true })
    await page.screenshot({ path: join(shown, `${name}-${language}${size === 'phone' ? '-phone' : ''}.png`) })
  }
  return picture
}

/** Fails on anything axe finds against WCAG 2.2 A and AA and its own best practices. */
export const axe = async (page) => {
  // Evaluated from outside the page: its content security policy stays as strict as in real life.
  await page.evaluate(axeSource)
  // What the bar at the bottom happens to cover is a scroll away: the bar is put at its place in
  // the page while its neighbours are measured.
  await page.evaluate(() => document.querySelectorAll('.bottombar').forEach((bar) => (bar.style.position = 'static')))
  const violations = await page.evaluate(async () => {
    // What a sticky bar covers half of looks too small: looked at from the top.
    scrollTo(0, 0)
    const result = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return result.violations.map((v) => `${v.id} (${v.impact}): ${v.help}\n    ${v.nodes.slice(0, 5).map((n) => `${n.target.join(' ')} — ${n.html.slice(0, 160)}`).join('\n    ')}`)
  })
  await page.evaluate(() => document.querySelectorAll('.bottombar').forEach((bar) => bar.removeAttribute('style')))
  assert.equal(violations.length, 0, `accessibility of ${page.url()}:\n${violations.join('\n')}`)
}

/** A page never scrolls sideways, whatever the width. */
export const fits = async (page) => {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
  assert.ok(content <= window, `${page.url()} is ${content} px wide in a window of ${window}`)
}

/** What a menu offers is within the window, wherever its button stands. */
export const menusFit = async (page) => {
  const away = await page.evaluate(async () => {
    const found = []
    for (const menu of document.querySelectorAll('details.menu:not([open])')) {
      if (!menu.firstElementChild.getClientRects().length) continue
      menu.open = true
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      const place = menu.querySelector('.menu-panel')?.getBoundingClientRect()
      menu.open = false
      if (place && (place.left < 0 || place.right > innerWidth)) found.push(`${menu.firstElementChild.textContent.trim()}: ${place.left} to ${place.right}`)
    }
    return found
  })
  assert.deepEqual(away, [], `menus of ${page.url()} leave the window`)
}

/** Everything a screen must satisfy: seen, accessible, within its width, without script errors. */
export const check = async (page, name, world) => {
  await look(page, name, world)
  // Without scripts there is no asking the page; the same screens are checked with them.
  if (!page.scripted) return assert.deepEqual(page.troubles, [], `troubles on ${page.url()}`)
  await fits(page)
  await menusFit(page)
  await axe(page)
  assert.deepEqual(page.troubles, [], `troubles on ${page.url()}`)
}
