// What was said where Parvis can't read: written down, answered by hand, gone on with.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { connectAssisted, enter, setUp } from './lib/acts.mjs'
import { check } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey('said elsewhere', (world) => {
  const step = stepsOf(world, it)
  const { w } = world
  const french = world.language === 'fr'
  const said = french ? 'Accueil charmant, mais plus de seigle à 17 h !' : 'Lovely welcome, but no rye bread left at 5!'
  const answer = french ? 'Merci Camille, nous en cuirons davantage.' : 'Thank you Camille, we will bake more of it.'

  step('opens the house, and there is nowhere to put a review', async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    world.brand = await setUp(page, world)
    await enter(page, world, 'inbox')
    await page.getByRole('link', { name: w('inbox-heard') }).click()
    await page.getByText(w('heard-nowhere'), { exact: true }).waitFor()
    await check(page, 'heard-nowhere', world)
    await connectAssisted(page, world, 'Google Business', 'Boulangerie Martin')
  })

  step('a review from tomorrow is refused, and nothing typed is lost', async (page) => {
    await enter(page, world, 'inbox/heard')
    await page.getByLabel(w('heard-name')).fill('Camille B.')
    await page.getByLabel(w('heard-text')).fill(said)
    await page.getByLabel(w('heard-stars')).selectOption('3')
    await page.getByLabel(w('heard-url')).fill('https://maps.example.org/reviews/71')
    const today = await page.getByLabel(w('heard-day')).inputValue()
    await page.getByLabel(w('heard-day')).fill('2099-01-01')
    await page.getByRole('button', { name: w('heard-save') }).click()
    await page.getByText(w('heard-in-the-future')).first().waitFor()
    assert.equal(await page.getByLabel(w('heard-text')).inputValue(), said)
    await check(page, 'heard-refused', world)
    await page.getByLabel(w('heard-day')).fill(today)
    await page.getByRole('button', { name: w('heard-save') }).click()
    await page.getByText(w('heard-taken-down')).first().waitFor()
    await page.getByText(w('inbox-stars', { stars: 3 })).waitFor()
    await check(page, 'heard', world)
  })

  step('the same review again is refused, by its link', async (page) => {
    const conversation = page.url()
    await enter(page, world, 'inbox/heard')
    await page.getByLabel(w('heard-name')).fill('camille b.')
    await page.getByLabel(w('heard-text')).fill(said)
    await page.getByLabel(w('heard-url')).fill('https://maps.example.org/reviews/71')
    await page.getByRole('button', { name: w('heard-save') }).click()
    await page.getByText(w('heard-already')).first().waitFor()
    await page.goto(conversation)
  })

  step('answered by hand: copied, posted there, said here', async (page) => {
    await page.locator('#reply').fill(answer)
    await page.locator('form.write-answer .button-primary').click()
    const box = page.locator('.to-post-here')
    await box.waitFor({ timeout: 15_000 }).catch(async () => {
      await page.reload()
      await box.waitFor({ timeout: 15_000 })
    })
    await check(page, 'heard-to-post', world)
    await box.locator('[data-copy]').click()
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), answer)
    await enter(page, world, 'inbox')
    await page.locator('[data-inbox] a', { hasText: 'Camille' }).first().waitFor()
    await page.goBack()
    await box.getByRole('button', { name: w('inbox-by-hand-done') }).click()
    await page.getByText(w('publications-was-confirmed')).first().waitFor()
    assert.equal(await box.count(), 0)
    await check(page, 'heard-answered', world)
  })

  step('what followed joins the conversation', async (page) => {
    await page.locator('.heard-on a').click()
    await page.getByLabel(w('heard-text')).fill(french ? 'Merci, je repasserai' : 'Thanks, I will come back')
    await check(page, 'heard-follows', world)
    await page.getByRole('button', { name: w('heard-save') }).click()
    await page.getByText(w('heard-taken-down')).first().waitFor()
    assert.equal(await page.locator('#conversation article.bubble').count(), 3)
  })
})
