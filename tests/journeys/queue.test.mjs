// The queue: slots, what waits in them, by mouse and by keyboard; what comes back.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { connectAssisted, enter, setUp } from './lib/acts.mjs'
import { check } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey('the queue', (world) => {
  const step = stepsOf(world, it)
  const { w } = world

  step('begins with an account and a first set of slots', async (page) => {
    world.brand = await setUp(page, world)
    await connectAssisted(page, world, 'LinkedIn', 'Boulangerie Martin')
    await enter(page, world, 'queue')
    await check(page, 'queue-empty', world)
    await enter(page, world, 'queue/slots')
    await page.getByRole('button', { name: w('queue-propose-do') }).click()
    await page.locator('.slot').first().waitFor()
    assert.equal(await page.locator('.slot').count(), 3)
    await check(page, 'queue-slots', world)
  })

  step('takes what the composer gives it, one slot after the other', async (page) => {
    for (const text of world.language === 'fr' ? ['La bûche de Noël', 'Le pain de seigle'] : ['The Yule log', 'The rye bread']) {
      await enter(page, world, 'posts/new')
      await page.locator('textarea[name=text]').first().fill(text)
      await page.getByRole('button', { name: w('queue-put') }).click()
      await page.waitForURL(/\/posts\/[0-9a-f-]+$/)
    }
    await enter(page, world, 'queue')
    assert.equal(await page.locator('[data-queued]').count(), 2)
    await check(page, 'queue-full', world)
  })

  step('a post goes later by its button, and back with undo', async (page) => {
    const texts = () => page.locator('.queued-text').allTextContents()
    const before = await texts()
    const later = page.locator('[data-queued]').first().locator('button[value=later]')
    await later.focus()
    await page.keyboard.press('Enter')
    await page.waitForLoadState()
    await page.getByRole('button', { name: w('shell-undo') }).waitFor()
    assert.deepEqual(await texts(), [...before].reverse())
    await page.getByRole('button', { name: w('shell-undo') }).click()
    await page.waitForLoadState()
    await page.getByText(w('queue-undone')).waitFor()
    assert.deepEqual(await texts(), before)
  })

  // On a phone the buttons do it.
  if (world.size === 'desk') {
    step('a post is dragged to a free slot', async (page) => {
      const post = page.locator('[data-queued]').first()
      const name = await post.locator('.queued-text').textContent()
      const free = page.locator('[data-opening]:has(.opening-free):not(:has([data-queued]))').first()
      const to = await free.getAttribute('data-opening')
      await post.dragTo(free)
      await page.locator(`[data-opening="${to}"] .queued-text`, { hasText: name ?? '' }).waitFor()
    })
  }

  step('a post comes back each week', async (page) => {
    await enter(page, world, 'queue/recurring/new')
    await page.locator('#text-0').fill('Mardi, c’est seigle.')
    await page.locator('#text-1').fill('Le seigle du mardi.')
    await check(page, 'recurring-new', world)
    await page.getByRole('button', { name: w('again-begin') }).click()
    await page.getByRole('heading', { name: w('again-coming') }).waitFor()
    await check(page, 'recurring', world)
    await page.getByRole('button', { name: new RegExp(`^${w('again-skip')}`) }).last().click()
    await page.getByText(w('again-outcome-skipped'), { exact: true }).first().waitFor()
    await enter(page, world, 'queue/recurring')
    await check(page, 'recurring-list', world)
  })

  step('says that figures are too few for advice', async (page) => {
    await enter(page, world, 'queue/times')
    await check(page, 'advised-times', world)
  })
})
