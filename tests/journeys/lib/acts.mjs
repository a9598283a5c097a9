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
  await page.getByRole('button', { name: w('setup-open') }).click()
  await page.waitForURL('**/b/*')
  return new URL(page.url()).pathname.split('/')[2]
}
