// Posting by hand, on a phone: a reminder comes, everything is copied, the link is pasted.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { connectAssisted, enter, owner, setUp } from './lib/acts.mjs'
import { check, open } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey('posting by hand', (world) => {
  const step = stepsOf(world, it)
  const { w } = world
  const text = world.language === 'fr' ? 'La bûche de Noël est là #noel #nantes' : 'The Yule log is here #christmas #nantes'

  const publish = async (page, words) => {
    await enter(page, world, 'posts/new')
    await page.locator('textarea[name=text]').first().fill(words)
    await page.getByRole('button', { name: w('posts-publish-now') }).click()
    const again = page.getByRole('button', { name: w('posts-publish-now') })
    await page.waitForURL(/\/posts\/[0-9a-f-]+$/, { timeout: 3000 }).catch(() => again.click())
    await page.waitForURL(/\/posts\/[0-9a-f-]+$/)
  }

  step('opens the house, with an account kept by hand', async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    world.brand = await setUp(page, world)
    await connectAssisted(page, world, 'Instagram', 'boulangerie.martin')
    await page.goto('/account/devices')
    await page.getByRole('heading', { name: w('devices-iphone') }).waitFor()
    await check(page, 'devices', world)
  })

  step('a colleague joins, who may publish', async (page) => {
    await enter(page, world, 'settings/team')
    await page.getByLabel(w('field-email')).first().fill('ines@example.test')
    await page.locator('select[name=role]').last().selectOption('community_manager')
    await page.getByRole('button', { name: w('team-invite-go') }).click()
    const { link } = await world.letters.to('ines@example.test')
    const ines = await open(world.browser, { language: world.language, size: 'phone', url: world.parvis.url })
    await ines.goto(link)
    await ines.getByLabel(w('field-your-name')).fill('Inès Le Goff')
    await ines.getByLabel(w('field-password')).fill('une autre phrase de passe')
    await ines.getByRole('button', { name: w('invitation-accept') }).click()
    await ines.waitForURL('**/b/*')
    await ines.context().close()
  })

  step('says who is told when nothing happens', async (page) => {
    await enter(page, world, 'to-post')
    await check(page, 'to-post-empty', world)
    await page.getByRole('main').getByRole('link', { name: w('to-post-settings'), exact: true }).click()
    await page.getByLabel(w('to-post-rules-after')).fill('60')
    await check(page, 'to-post-settings', world)
    await page.getByRole('button', { name: w('to-post-rules-save') }).click()
    await page.getByText(w('to-post-rules-saved')).first().waitFor()
  })

  step('a post comes due, and its reminder with it', async (page) => {
    await publish(page, text)
    const letter = await world.letters.to(owner.email)
    assert.match(letter.subject, /Instagram/)
    await enter(page, world, 'to-post')
    await page.getByRole('link', { name: new RegExp(text.slice(0, 12)) }).first().waitFor()
    await check(page, 'to-post-list', world)
  })

  step('the text is copied, then put off', async (page) => {
    await page.getByRole('link', { name: new RegExp(text.slice(0, 12)) }).first().click()
    await page.getByRole('heading', { name: w('to-post-step-copy') }).waitFor()
    await page.locator('[data-copy]').first().click()
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text)
    await check(page, 'to-post', world)
    await page.getByText(w('to-post-later'), { exact: true }).click()
    await page.getByRole('button', { name: w('to-post-snooze-15m') }).click()
    await page.getByText(w('to-post-stage-snoozed'), { exact: true }).first().waitFor()
  })

  step('handed over to a colleague, who is told at once', async (page) => {
    await page.getByText(w('to-post-pass'), { exact: true }).click()
    await page.getByLabel(w('to-post-pass-to')).selectOption({ label: 'Inès Le Goff' })
    await page.getByRole('button', { name: w('to-post-pass-go'), exact: true }).click()
    await page.getByText(w('to-post-for', { name: 'Inès Le Goff' })).first().waitFor()
    world.link = (await world.letters.to('ines@example.test', 1)).link
  })

  step('from her letter, on a phone that knows nobody, the link is pasted', async () => {
    const phone = await open(world.browser, { language: world.language, size: 'phone', url: world.parvis.url })
    await phone.goto(world.link)
    await phone.getByRole('heading', { name: w('to-post-step-done') }).waitFor()
    await check(phone, 'to-post-link', world)
    await phone.getByLabel(w('to-post-link')).fill('https://example.org/1')
    await phone.getByRole('button', { name: w('to-post-done'), exact: true }).click()
    await phone.getByText(w('to-post-other-site')).waitFor()
    await check(phone, 'to-post-other-site', world)
    await phone.getByLabel(w('to-post-link')).fill('https://www.instagram.com/p/1/')
    await phone.getByRole('button', { name: w('to-post-done'), exact: true }).click()
    await phone.getByRole('heading', { name: w('to-post-ended-title') }).waitFor()
    await check(phone, 'to-post-ended', world)
    await phone.context().close()
  })

  step('it is there, for everyone', async (page) => {
    await page.reload()
    await page.getByRole('link', { name: w('to-post-see') }).waitFor()
    assert.equal(await page.getByRole('link', { name: w('to-post-see') }).getAttribute('href'), 'https://www.instagram.com/p/1/')
    await check(page, 'to-post-posted', world)
  })
}, { post: true })
