// A launch from its plan to drafts in the calendar; the balance to the composer; advice.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { connectAssisted, enter, setUp } from './lib/acts.mjs'
import { check } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

/** A day so many days from now, as date fields read it. */
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

journey('plan', (world) => {
  const step = stepsOf(world, it)
  const { w } = world

  step('opens the house with an account kept by hand', async (page) => {
    world.brand = await setUp(page, world)
    await connectAssisted(page, world, 'Instagram', 'boulangerie.martin')
  })

  step('finds no campaign yet, and what one is for', async (page) => {
    await enter(page, world, 'campaigns')
    await page.getByText(w('campaigns-none')).first().waitFor()
    await check(page, 'campaigns-none', world)
  })

  step('lays out a launch', async (page) => {
    await page.getByRole('link', { name: w('campaigns-new') }).first().click()
    await page.getByLabel(w('campaigns-name')).fill('La bûche de Noël')
    await page.getByLabel(w('campaigns-day'), { exact: true }).fill(inDays(20))
    await check(page, 'campaign-new', world)
    await page.getByRole('button', { name: w('campaigns-create') }).click()
    await page.locator('#plan').waitFor()
    assert.equal(await page.locator('.plan-step').count(), 9)
    await check(page, 'campaign-plan', world)
  })

  step('turns the plan into drafts, once', async (page) => {
    await page.locator('form[action$="/drafts"] button').first().click()
    await page.locator('.plan-step .state[data-state=draft]').nth(8).waitFor()
    assert.equal(await page.locator('.plan-step .state[data-state=draft]').count(), 9)
    await check(page, 'campaign-prepared', world)
  })

  step('sees them in the calendar, at their dates', async (page) => {
    await enter(page, world, `calendar?view=month&date=${inDays(20)}`)
    await page.locator('.chip').first().waitFor()
  })

  step('moves the day: drafts follow', async (page) => {
    await enter(page, world, 'campaigns')
    await page.getByRole('link', { name: /La bûche de Noël/ }).click()
    const before = await page.locator('.plan-step .item-meta').first().innerText()
    await page.locator('#day').fill(inDays(27))
    await page.getByRole('button', { name: w('campaigns-day-move') }).click()
    await page.locator('.toast').first().waitFor()
    assert.notEqual(await page.locator('.plan-step .item-meta').first().innerText(), before)
  })

  step('opens a draft and has the step’s words in sight', async (page) => {
    await page.getByRole('link', { name: w('campaigns-open') }).first().click()
    await page.locator('#panel-campaign').getByText(w('campaigns-brief-hint')).waitFor()
    await page.locator('#panel-advice summary').first().click()
    await check(page, 'campaign-draft', world)
  })

  step('reads the balance and follows what it proposes to the composer', async (page) => {
    await enter(page, world, 'mix?period=quarter')
    await page.locator('.mix-next').waitFor()
    await check(page, 'mix', world)
    await page.getByRole('link', { name: w('mix-next-write') }).click()
    await page.getByText(w('mix-aim-image')).waitFor()
  })

  step('asks where a piece belongs and is told why', async (page) => {
    await enter(page, world, 'advice')
    await page.getByLabel(w('advice-length')).selectOption('long')
    await page.getByLabel(w('advice-audience-professionals')).check()
    await page.getByRole('button', { name: w('advice-ask') }).click()
    await page.locator('.advice').first().waitFor()
    await page.locator('summary', { hasText: w('advice-elsewhere') }).click()
    await page.getByText(w('advice-source-medium')).first().waitFor()
    await check(page, 'advice', world)
  })
})
