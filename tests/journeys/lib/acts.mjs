// What a person does on the screens, in the words of their language.
import assert from 'node:assert/strict'
import { check } from './browser.mjs'

export const owner = { name: 'Louise Moreau', email: 'louise@example.test', password: 'une longue phrase de passe' }

/** Opens the house: organization, brand and owner, on the one screen of the first visit. */
export const setUp = async (page, world, { brand = 'Boulangerie Martin', demo = false } = {}) => {
  const { w, language } = world
  await page.goto('/')
  await page.waitForURL('**/setup')
  assert.equal(await page.locator('html').getAttribute('lang'), language)
  await page.getByLabel(w('setup-organization')).fill('Maison Martin')
  await page.getByLabel(w('brand-field-name')).fill(brand)
  await page.getByLabel(w('brand-field-zone')).selectOption('Europe/Paris')
  await page.getByLabel(w('field-your-name')).fill(owner.name)
  await page.getByLabel(w('field-email')).fill(owner.email)
  await page.getByLabel(w('field-password')).fill(owner.password)
  if (demo) await page.getByLabel(w('setup-demo'), { exact: false }).check()
  await check(page, 'setup', world)
  // The demonstration is a year of work: it takes a while in a build that is not optimised.
  await page.getByRole('button', { name: w('setup-open') }).click({ timeout: 60_000 })
  await page.waitForURL('**/b/*', { timeout: 60_000 })
  return new URL(page.url()).pathname.split('/')[2]
}

/** Goes to a room of the brand by its address. */
export const enter = (page, world, room) => page.goto(`/b/${world.brand}/${room}`)

/** Connects a Bluesky account by handle and app password; wrong password first, to read what is said. */
export const connectBluesky = async (page, world, account) => {
  const { w } = world
  await enter(page, world, 'channels')
  await page.getByRole('main').getByRole('link', { name: /^Bluesky/ }).click()
  await page.getByLabel(w('channels-field-bluesky-server')).fill(process.env.PARVIS_TEST_BLUESKY_PDS)
  await page.getByLabel(w('channels-field-bluesky-handle')).fill(account.handle)
  await page.getByLabel(w('channels-field-bluesky-password')).fill('aaaa-bbbb-cccc-dddd')
  await page.getByRole('button', { name: w('channels-connect-button') }).click()
  await page.locator('#password[aria-invalid=true]').waitFor()
  await check(page, 'connect-refused', world)
  await page.getByLabel(w('channels-field-bluesky-password')).fill(account.password)
  await page.getByRole('button', { name: w('channels-connect-button') }).click()
  await page.getByText(w('channels-connected', { name: 'Bluesky' })).first().waitFor()
  await check(page, 'channel', world)
}

/** Connects a Mastodon account with the person's consent on the server. */
export const connectMastodon = async (page, world, account) => {
  const { w } = world
  await enter(page, world, 'channels/new/mastodon')
  await page.getByLabel(w('channels-field-mastodon-server')).fill(process.env.PARVIS_TEST_MASTODON_URL)
  await page.getByRole('button', { name: w('channels-connect-button') }).click()
  const consent = page.getByRole('button', { name: new RegExp(`@${account.username}\\)`) })
  await consent.or(page.getByRole('link', { name: w('session-leaving-go') })).first().waitFor()
  if (!(await consent.isVisible())) await page.getByRole('link', { name: w('session-leaving-go') }).click()
  await consent.click()
  await page.getByText(w('channels-connected', { name: 'Mastodon' })).first().waitFor()
}

/** Adds an account kept by hand. */
export const connectAssisted = async (page, world, network, account) => {
  const { w } = world
  await enter(page, world, 'channels')
  await page.getByRole('main').getByRole('link', { name: new RegExp(`^${network}`) }).click()
  await page.getByLabel(w('channels-field-assisted-account')).fill(account)
  await page.getByRole('button', { name: w('channels-connect-button') }).click()
  await page.getByText(w('channels-connected', { name: network })).first().waitFor()
}

/** Writes down what someone said elsewhere, on the first account kept by hand; its conversation is open. */
export const hear = async (page, world, { name, text, kind = 'direct' }) => {
  const { w } = world
  await enter(page, world, 'inbox/heard')
  await page.getByLabel(w('heard-kind'), { exact: true }).selectOption(kind)
  await page.getByLabel(w('heard-name')).fill(name)
  await page.getByLabel(w('heard-text')).fill(text)
  await page.getByRole('button', { name: w('heard-save') }).click()
  await page.getByText(w('heard-taken-down')).first().waitFor()
}

/** Follows the feed of the tests; its newest item becomes a draft. */
export const followFeed = async (page, world) => {
  const { w } = world
  await enter(page, world, 'feeds')
  await page.getByLabel(w('feeds-url')).fill(`${process.env.PARVIS_TEST_FEED_URL}/broken/not-a-feed`)
  await page.getByRole('button', { name: w('feeds-follow-button') }).click()
  await page.getByText(w('feeds-error-not-a-feed')).first().waitFor()
  await page.getByLabel(w('feeds-url')).fill(`${process.env.PARVIS_TEST_FEED_URL}/site`)
  await page.getByRole('button', { name: w('feeds-follow-button') }).click()
  await page.getByText(w('feeds-followed', { name: 'Boulangerie Martin' })).first().waitFor()
  await check(page, 'feeds', world)
}

/** A photograph of 1,600 by 1,200, drawn here: warm ovals on a plate. */
export const photograph = async (page) => {
  const blank = await page.context().newPage()
  const encoded = await blank.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 1600
    canvas.height = 1200
    const ink = canvas.getContext('2d')
    ink.fillStyle = '#f3e7d3'
    ink.fillRect(0, 0, 1600, 1200)
    for (let i = 0; i < 9; i++) {
      const [x, y] = [300 + (i % 3) * 500, 220 + Math.floor(i / 3) * 380]
      const crust = ink.createRadialGradient(x, y, 20, x, y, 200)
      crust.addColorStop(0, '#e6a54b')
      crust.addColorStop(1, '#a4601f')
      ink.fillStyle = crust
      ink.beginPath()
      ink.ellipse(x, y, 200, 110, 0.4, 0, 7)
      ink.fill()
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]
  })
  await blank.close()
  return { name: 'croissants.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(encoded, 'base64') }
}

/** The next whole minute that leaves time to press the button, in the brand's zone. */
export const nextMinute = () => {
  const at = new Date(Math.ceil((Date.now() + 8_000) / 60_000) * 60_000)
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' }).format(at)
  const [date, time] = parts.split(' ')
  return { date, time, at }
}

/** Ticks the accounts of these networks in the composer, and no other. */
export const chooseAccounts = async (page, names) => {
  for (const choice of await page.locator('label.choice').all()) {
    const text = await choice.innerText()
    await choice.locator('input').setChecked(names.some((name) => text.includes(name)))
  }
}

/** Shows the composer's version for that network, as a press on its tab does. */
export const showVersion = (page, network) => page.locator('.tab-link', { hasText: network }).click()
