// Promises of answers: hours, a delay, who gets what comes, and that nothing was missed.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { enter, setUp } from './lib/acts.mjs'
import { check } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey('promises', (world) => {
  const step = stepsOf(world, it)
  const { w } = world

  step('begins with the hours in which one answers', async (page) => {
    world.brand = await setUp(page, world)
    await enter(page, world, 'promises')
    await check(page, 'promises-none', world)
    await enter(page, world, 'settings/hours')
    await page.locator('input[name=mode][value=week]').check()
    await page.locator('input[name="from-5-0"]').fill('09:00')
    await page.locator('input[name="until-5-0"]').fill('12:30')
    await page.getByRole('button', { name: w('promises-hours-save') }).click()
    await page.getByText(w('promises-hours-saved')).waitFor()
    assert.equal(await page.locator('input[name="until-5-0"]').inputValue(), '12:30')
    await page.locator('#day_from').fill('2030-12-24')
    await page.locator('#note').fill('Réveillon')
    await page.getByRole('button', { name: w('promises-day-add') }).click()
    await page.getByText('Réveillon').waitFor()
    await check(page, 'promises-hours', world)
  })

  step('takes the promise that is proposed, and sees what it means', async (page) => {
    await enter(page, world, 'settings/promises')
    await check(page, 'promises-proposal', world)
    await page.getByRole('button', { name: w('promises-accept') }).click()
    await page.getByText(w('promises-policy-added')).waitFor()
    await page.locator('#late_by').fill('1')
    await page.getByRole('button', { name: w('promises-step-add') }).click()
    await page.getByText(w('promises-step-added')).waitFor()
    await check(page, 'promises-policies', world)
  })

  step('shares what comes, and notes an absence', async (page) => {
    await enter(page, world, 'settings/assignment')
    await page.getByText(w('promises-rule-add'), { exact: true }).click()
    await page.locator('input[name=team]').first().check()
    await page.getByRole('button', { name: w('promises-rule-save') }).click()
    await page.getByText(w('promises-rule-added')).waitFor()
    await page.locator('#from').fill('2030-08-01')
    await page.locator('#until').fill('2030-08-15')
    await page.getByRole('button', { name: w('promises-absence-add') }).click()
    await page.getByText(w('promises-absence-added')).waitFor()
    await check(page, 'promises-assignment', world)
  })

  step('says what is kept, what was checked and what has no place', async (page) => {
    for (const [path, name] of [['promises', 'list'], ['promises/figures', 'figures'], ['promises/checks', 'checks'], ['promises/unplaced', 'unplaced']]) {
      await enter(page, world, path)
      await check(page, `promises-${name}`, world)
    }
  })
})
