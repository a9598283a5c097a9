// A moderator's day: house rules, a rule tried before it acts, the queue, a decision with its
// reasons, the author's complaint and its answer.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { connectAssisted, enter, hear, setUp } from './lib/acts.mjs'
import { check, open } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey('a moderator’s day', (world) => {
  const step = stepsOf(world, it)
  const { w } = world
  const french = world.language === 'fr'
  const said = french ? 'Bande de voleurs, vous êtes des escrocs !' : 'You are thieves and crooks, all of you!'

  step('the house says what it does not accept', async (page) => {
    world.brand = await setUp(page, world)
    await connectAssisted(page, world, 'Facebook', 'Boulangerie Martin')
    await enter(page, world, 'moderation')
    await check(page, 'moderation-empty', world)
    await enter(page, world, 'moderation/house-rules')
    const clause = page.locator('form[action$="/house-rules/clauses"]')
    await clause.locator('input[type=text], input:not([type])').first().fill('Pas d’injures')
    await clause.locator('textarea').first().fill('On critique le pain, pas les personnes.')
    await clause.getByRole('button', { name: w('moderation-save') }).click()
    await page.getByText(w('moderation-clause-added')).first().waitFor()
    await check(page, 'moderation-house', world)
  })

  step('a rule is written; what it would have done is seen first', async (page) => {
    await hear(page, world, { name: 'Karl', text: said, kind: 'reply' })
    await enter(page, world, 'moderation/rules/new')
    await page.locator('#name').fill(french ? 'Injures' : 'Insults')
    await page.getByText(w('moderation-why-words'), { exact: true }).click()
    await page.locator('#words').fill('escrocs\nvoleurs\nthieves\ncrooks')
    await page.locator('input[name=ask]').check()
    await check(page, 'moderation-rule', world)
    await page.getByRole('button', { name: w('moderation-rule-save') }).click()
    await page.getByText(w('moderation-rule-saved')).first().waitFor()
    await page.locator('form[action$="/moderation/trials"] button').first().click()
    await page.waitForURL('**/moderation/trials/*')
    for (let tries = 0; tries < 20 && !(await page.getByText(said).first().isVisible().catch(() => false)); tries++) {
      await page.waitForTimeout(500)
      await page.reload()
    }
    await page.getByText(said).first().waitFor()
    await check(page, 'moderation-trial', world)
    await enter(page, world, 'moderation')
    assert.equal(await page.locator('.moderation-item').count(), 0, 'a trial changes nothing')
  })

  step('turned on, it asks a person', async (page) => {
    await enter(page, world, 'moderation/rules')
    await page.locator('form[action$="/activity"] button').first().click()
    await check(page, 'moderation-rules', world)
    await hear(page, world, { name: 'Karl', text: `${said} ${french ? 'Rendez l’argent.' : 'Give the money back.'}`, kind: 'reply' })
    await enter(page, world, 'moderation')
    await page.locator('.moderation-item').first().waitFor()
    await check(page, 'moderation-queue', world)
  })

  step('a decision needs a ground, and has its reasons', async (page) => {
    await page.locator('.moderation-item a').first().click()
    await page.waitForURL('**/moderation/cases/*')
    await page.locator('input[name=decision][value=keep]').check()
    await page.locator('#sanction').selectOption('warn')
    await check(page, 'moderation-case', world)
    await page.locator('#ground').selectOption({ index: 1 })
    await page.locator('#reason').fill(french ? 'Ce message insulte l’équipe.' : 'This message insults the team.')
    await page.locator('main form[action*="/moderation/cases/"] .button-primary').last().click()
    await page.waitForURL(/moderation\/(rulings\/[0-9a-f-]+|cases\/[0-9a-f-]+|)(\?.*)?$/)
    await enter(page, world, 'moderation/rulings')
    await page.locator('main .list a').first().click()
    await page.waitForURL('**/moderation/rulings/*')
    await check(page, 'moderation-ruling', world)
    await page.getByRole('button', { name: w('moderation-make-link') }).click()
    world.statement = await page.locator('main').getByText(/\/statement\//).first().innerText().catch(async () => page.locator('main input[value*="/statement/"]').first().inputValue())
  })

  step('the author reads why, and complains without an account', async () => {
    const phone = await open(world.browser, { language: world.language, size: 'phone', url: world.parvis.url })
    await phone.goto(world.statement.trim())
    await check(phone, 'moderation-statement', world)
    await phone.locator('#words').fill(french ? 'C’était de l’humour.' : 'It was a joke.')
    await phone.getByRole('button', { name: w('moderation-complain-go') }).click()
    await phone.getByText(w('moderation-complaint-taken')).first().waitFor()
    await check(phone, 'moderation-complained', world)
    await phone.context().close()
  })

  step('the complaint is answered by a person, and all of it is in the log', async (page) => {
    await enter(page, world, 'moderation/complaints')
    await page.locator('main .list a').first().click()
    await page.waitForURL('**/moderation/complaints/*')
    await page.locator('#words').fill(french ? 'Nous levons l’avertissement.' : 'We lift the warning.')
    await check(page, 'moderation-complaint', world)
    await page.locator('main form button[value], main form .button-primary').last().click()
    for (const [path, name] of [['log', 'log'], ['sanctions', 'sanctions'], ['year', 'year']]) {
      await enter(page, world, `moderation/${path}`)
      await check(page, `moderation-${name}`, world)
    }
  })
})
