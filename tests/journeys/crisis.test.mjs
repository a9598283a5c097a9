// A crisis is rehearsed: words prepared and agreed, the room, the answers, the stand-down, the review.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { enter, setUp } from './lib/acts.mjs'
import { check } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey('rehearsing a crisis', (world) => {
  const step = stepsOf(world, it)
  const { w } = world
  const french = world.language === 'fr'
  const title = french ? 'Nous cherchons' : 'We are looking'

  step('in quiet times: words are prepared, and agreed', async (page) => {
    world.brand = await setUp(page, world)
    await enter(page, world, 'crisis')
    await check(page, 'crisis-none', world)
    await enter(page, world, 'crisis/statements/new')
    await page.locator('#title').fill(title)
    const words = page.locator('textarea')
    await words.nth(0).fill('Nous avons lu vos messages et nous cherchons ce qui s’est passé.')
    await words.nth(1).fill('We have read your messages and are finding out what happened.')
    await check(page, 'crisis-statement', world)
    await page.getByRole('button', { name: w('crisis-statement-save') }).click()
    await page.getByText(w('crisis-statement-written')).first().waitFor()
    await page.getByRole('button', { name: w('crisis-statement-approve') }).click()
    await page.getByText(w('crisis-statement-approved-done')).first().waitFor()
    await check(page, 'crisis-statements', world)
  })

  step('a rehearsal begins, and says everywhere that it is one', async (page) => {
    await enter(page, world, 'crisis/rehearsal')
    await page.locator('#name').fill(french ? 'Un corps étranger' : 'A foreign body')
    await check(page, 'crisis-rehearsal', world)
    await page.getByRole('button', { name: w('crisis-rehearsal-begin') }).click()
    await page.getByText(w('crisis-rehearsal-opened')).first().waitFor()
    await page.getByText(w('crisis-rehearsal-mark')).first().waitFor()
    world.room = page.url().split('?')[0]
    await check(page, 'crisis-room', world)
  })

  step('roles are given, a task is ticked, a decision noted', async (page) => {
    await page.getByRole('button', { name: w('crisis-role-give') }).click()
    await page.locator('.crisis-people li').first().waitFor()
    await page.locator('.crisis-tasks button[name=done]').first().click()
    await page.locator('.crisis-tasks button[name=done][value=no]').first().waitFor()
    const decision = french ? 'On répond à tous avant midi.' : 'We answer everyone before noon.'
    await page.getByLabel(w('crisis-say')).fill(decision)
    await page.getByRole('button', { name: w('crisis-decide'), exact: true }).click()
    await page.getByText(w('crisis-said-done')).first().waitFor()
    await page.getByText(decision).first().waitFor()
  })

  step('those who are alike are answered together, each once', async (page) => {
    await page.goto(world.room)
    const group = page.locator('.crisis-groups > li').first()
    await group.locator('input[name=said]').first().check()
    await page.getByRole('button', { name: w('crisis-answer-chosen'), exact: true }).click()
    await page.locator('.crisis-groups .badge', { hasText: w('crisis-answered') }).first().waitFor({ state: 'attached' })
    await check(page, 'crisis-answered', world)
  })

  step('stood down, with what was learnt', async (page) => {
    await page.goto(`${world.room}/stand-down`)
    await page.locator('#lessons').fill(french ? 'Prévenir le magasin plus tôt.' : 'Tell the shop earlier.')
    await check(page, 'crisis-stand-down', world)
    await page.getByRole('button', { name: w('crisis-end') }).click()
    await page.waitForURL('**/review*')
    await check(page, 'crisis-review', world)
  })

  step('its review is a document, and the rehearsal leaves whole', async (page) => {
    const paper = await page.request.get(`${world.room}/review.pdf`)
    assert.equal(paper.status(), 200)
    assert.match(paper.headers()['content-type'], /application\/pdf/)
    assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-')
    await page.getByRole('button', { name: w('crisis-remove-rehearsal-do') }).click()
    await page.getByText(w('crisis-rehearsal-removed')).first().waitFor()
    assert.equal((await page.request.get(world.room)).status(), 404)
  })
})
