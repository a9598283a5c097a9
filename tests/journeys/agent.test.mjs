// An agent's day: finding, noting, sorting, answering, putting aside, with and without the mouse.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setUp } from './lib/acts.mjs'
import { check } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey('an agent’s day', (world) => {
  const step = stepsOf(world, it)
  const { w } = world
  const rows = (page) => page.locator('[data-inbox] a')

  step('opens a house that has a demonstration', async (page) => {
    world.brand = await setUp(page, world, { demo: true })
    const brands = await page.locator('a[href^="/b/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href').split(/[/?]/)[2]))
    world.demo = brands.find((slug) => slug !== world.brand)
    await page.goto(`/b/${world.demo}/inbox`)
    await rows(page).first().waitFor()
    await check(page, 'agent-inbox', world)
  })

  step('goes through the list and opens one from the keyboard', async (page) => {
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    assert.equal(await page.evaluate(() => document.activeElement?.matches('[data-inbox] a')), true)
    await page.keyboard.press('Enter')
    await page.locator('#conversation').waitFor()
    await check(page, 'agent-conversation', world)
  })

  step('finds again what was begun before looking elsewhere', async (page) => {
    const here = page.url()
    await page.locator('#reply').fill('Bonjour, nous regardons')
    await page.goto(`/b/${world.demo}/calendar`)
    await page.goto(here)
    assert.equal(await page.locator('#reply').inputValue(), 'Bonjour, nous regardons')
    await page.locator('#reply').fill('')
    await page.locator('#conversation').click()
  })

  step('notes something for colleagues, which is not an answer', async (page) => {
    await page.keyboard.press('n')
    await page.locator('#note').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'note')
    await page.keyboard.type('Louise, on vérifie la recette ?')
    await page.keyboard.press('Control+Enter')
    await page.locator('.bubble-note', { hasText: 'on vérifie la recette' }).waitFor()
    await check(page, 'agent-note', world)
  })

  step('takes it, and puts it aside until tomorrow', async (page) => {
    await page.keyboard.press('a')
    await page.keyboard.press('Enter')
    await page.getByText(w('inbox-assigned')).first().waitFor()
    await page.keyboard.press('s')
    await page.getByRole('button', { name: w('inbox-snooze-tomorrow') }).click()
    await page.getByText(w.like('inbox-snoozed')).first().waitFor()
    await page.goto(`/b/${world.demo}/inbox?tab=snoozed`)
    assert.equal(await rows(page).count(), 1)
    await check(page, 'agent-snoozed', world)
  })

  step('resolves two at once, and takes that back', async (page) => {
    await page.goto(`/b/${world.demo}/inbox?tab=open`)
    const before = await rows(page).count()
    assert.ok(before >= 2, 'the demonstration has conversations')
    await page.locator('.inbox-check').nth(0).click()
    await page.locator('.inbox-check').nth(1).click()
    await check(page, 'agent-bulk', world)
    await page.locator('#bulk').getByRole('button', { name: w('inbox-resolve') }).click()
    await page.locator('.toast button').first().click()
    await page.getByText(w('inbox-undone')).first().waitFor()
    await page.goto(`/b/${world.demo}/inbox?tab=open`)
    assert.equal(await rows(page).count(), before)
  })

  step('narrows the list and keeps it', async (page) => {
    await page.locator('.inbox-narrow > summary').click()
    await page.getByLabel(w('inbox-language')).selectOption('fr')
    await check(page, 'agent-filters', world)
    await page.getByRole('button', { name: w('inbox-filter') }).click()
    await page.getByText(w('inbox-view-keep')).click()
    await page.getByLabel(w('inbox-view-name')).fill('En français')
    await page.getByRole('button', { name: w('inbox-view-save'), exact: true }).click()
    await page.locator('.view-chip', { hasText: 'En français' }).waitFor()
    await check(page, 'agent-kept', world)
  })
})
