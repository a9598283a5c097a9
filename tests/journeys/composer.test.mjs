// The composer: a version of one's own, a thread, a first comment, a poll, emoji, kept texts,
// versions; from the keyboard where a hand would be slow.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { chooseAccounts, connectAssisted, enter, setUp, showVersion } from './lib/acts.mjs'
import { axe, check, fits } from './lib/browser.mjs'
import { until } from './lib/networks.mjs'
import { journey, stepsOf } from './lib/world.mjs'

const saved = (page) => page.locator('[data-save=saved]').filter({ hasText: /\S/ }).waitFor()

journey('the composer', (world) => {
  const step = stepsOf(world, it)
  const { w } = world

  step('opens the house and two accounts kept by hand', async (page) => {
    world.brand = await setUp(page, world)
    await connectAssisted(page, world, 'X', 'boulangerie')
    await connectAssisted(page, world, 'LinkedIn', 'Boulangerie Martin')
  })

  step('keeps a group of hashtags and a text for later', async (page) => {
    for (const [kind, name, text] of [
      ['hashtags', 'Noël', 'noel buche Nantes'],
      ['text', 'Fournée', 'La fournée du samedi est prête.'],
    ]) {
      await enter(page, world, 'templates')
      await page.getByText(w(`templates-${kind}-add`)).click()
      await page.locator(`#name-${kind}`).fill(name)
      await page.locator(`#text-${kind}`).fill(text)
      await page.locator('form', { has: page.locator(`#name-${kind}`) }).getByRole('button', { name: w('templates-keep') }).click()
      await page.getByRole('heading', { name }).waitFor()
    }
    await check(page, 'templates', world)
  })

  step('begins with the kept text, adds an emoji and hashtags', async (page) => {
    await enter(page, world, 'posts/new')
    await chooseAccounts(page, ['X', 'LinkedIn'])
    await page.locator('#text').click()
    await page.getByText(w('posts-pick-template'), { exact: true }).click()
    await page.getByRole('button', { name: /Fournée/ }).click()
    await page.locator('[data-emoji]').click()
    await page.locator('dialog.emoji input').fill('croissant')
    await page.keyboard.press('Enter')
    await page.keyboard.type(' #bu')
    await page.locator('#suggestions [aria-selected=true]').waitFor()
    await page.keyboard.press('Enter')
    assert.match(await page.locator('#text').inputValue(), /samedi est prête\.🥐 #buche $/u)
    await saved(page)
  })

  step('writes a thread and puts it in order', async (page) => {
    const parts = page.locator('[data-text-panel="0"] .thread-part textarea')
    for (const text of ['Deux', 'Trois']) {
      await page.locator('[data-text-panel="0"] [data-add]').click()
      await page.keyboard.type(text)
    }
    await page.locator('[data-text-panel="0"] .thread-part').nth(1).locator('[data-move=earlier]').click()
    assert.deepEqual(await parts.evaluateAll((all) => all.map((one) => one.value)), ['Trois', 'Deux'])
    await page.locator('.preview-part').first().waitFor()
  })

  step('gives LinkedIn its own words and sees the difference', async (page) => {
    await showVersion(page, 'LinkedIn')
    await page.getByLabel(w('posts-text-for', { network: 'LinkedIn' })).fill('La fournée de dimanche est prête.')
    await page.getByText(w('posts-difference')).click()
    await page.locator('.difference ins', { hasText: 'dimanche' }).waitFor()
  })

  step('adds a first comment and a poll', async (page) => {
    await page.locator('#tab-0').check({ force: true })
    await page.getByText(w('posts-comment-add')).click()
    await page.locator('#first-comment').fill('Jusqu’à midi.')
    await page.locator('.preview-comment').first().waitFor()
    await page.getByText(w('posts-poll-add')).click()
    await page.locator('[data-poll]').check()
    const choices = page.locator('.poll-choice input')
    await choices.nth(0).fill('Marron')
    await choices.nth(1).fill('Praliné')
    await page.locator('.preview-poll').first().waitFor()
    // A second after the last key it saves itself.
    await page.waitForTimeout(1500)
    await saved(page)
    await check(page, 'composer-full', world)
  })

  step('finds it all again, and restores an earlier version', async (page) => {
    await page.reload()
    assert.equal(await page.locator('#first-comment').inputValue(), 'Jusqu’à midi.')
    assert.equal(await page.locator('.poll-choice input').nth(1).inputValue(), 'Praliné')
    const address = page.url().replace(/\/edit.*$/, '')
    await page.goto(`${address}/versions`)
    await check(page, 'versions', world)
    assert.ok(await page.locator('h2').count())
  })

  step('meets what another window saved, and keeps both texts', async (page) => {
    const other = await page.context().newPage()
    await enter(other, world, 'posts/new')
    await other.locator('#text').fill('Le seigle attend.')
    await other.waitForURL(/\/edit$/)
    const second = await page.context().newPage()
    await second.goto(other.url())
    await other.locator('#text').fill('Le seigle attend samedi.')
    await other.locator('[data-save=saved]').waitFor()
    await second.locator('#text').fill('Le seigle vous attend.')
    await second.getByRole('button', { name: w('posts-conflict-compare') }).click()
    await second.getByText('Le seigle attend samedi.').first().waitFor()
    await axe(second)
    await fits(second)
    await other.close()
    await second.close()
  })

  step('finds the post by its words', async (page) => {
    await enter(page, world, 'posts')
    await page.locator('#filter-q').fill('FOURNEE')
    await page.keyboard.press('Enter')
    await until('the post', () => page.getByText('La fournée du samedi').first().isVisible())
    await check(page, 'posts-found', world)
  })
})
