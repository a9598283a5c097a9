// The first visit: one screen, in the browser's language, with or without scripts.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { owner, setUp } from './lib/acts.mjs'
import { check } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey('the first visit', (world) => {
  const step = stepsOf(world, it)
  const { w } = world

  step('a form with nothing in it comes back with what is missing', async (page) => {
    await page.goto('/')
    await page.locator('form[action="/setup"]').evaluate((form) => (form.noValidate = true))
    await page.getByRole('button', { name: w('setup-open') }).click()
    await page.locator('[aria-invalid=true]').first().waitFor()
    await check(page, 'setup-refused', world)
  })

  step('organization, brand and owner open the house', async (page) => {
    world.brand = await setUp(page, world)
    assert.equal(world.brand, 'boulangerie-martin')
    await check(page, 'today-empty', world)
  })

  step('the first visit is over: whoever comes next signs in', async (page) => {
    await page.context().clearCookies()
    await page.goto('/setup')
    await page.waitForURL('**/login*')
    await check(page, 'login', world)
    await page.getByLabel(w('field-email')).fill(owner.email)
    await page.getByLabel(w('field-password')).fill('not this one')
    await page.getByRole('button', { name: w('login-go') }).click()
    await page.getByText(w('login-refused')).first().waitFor()
    await check(page, 'login-refused', world)
    await page.getByLabel(w('field-email')).fill(owner.email)
    await page.getByLabel(w('field-password')).fill(owner.password)
    await page.getByRole('button', { name: w('login-go') }).click()
    await page.waitForURL(`**/b/${world.brand}**`)
  })
})
