// A hard question goes to someone who knows, without an account, on a phone; the answer comes back.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { connectAssisted, enter, hear, setUp } from './lib/acts.mjs'
import { check, open } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey('asking an expert', (world) => {
  const step = stepsOf(world, it)
  const { w } = world
  const french = world.language === 'fr'
  const asked = french ? 'Bonjour, y a-t-il du sésame dans la tradition ?' : 'Hello, is there sesame in the tradition loaf?'
  const hold = french ? 'Nous demandons à notre boulangère.' : 'We are asking our baker.'
  const answer = french ? 'Non : ni sésame ni fruits à coque dans cette farine.' : 'No: neither sesame nor nuts in that flour.'

  step('a customer asks what nobody here knows', async (page) => {
    world.brand = await setUp(page, world)
    await connectAssisted(page, world, 'Facebook', 'Boulangerie Martin')
    await hear(page, world, { name: 'Léa Fontaine', text: asked })
    world.conversation = page.url()
  })

  step('nobody is chosen: said, and nothing typed is lost', async (page) => {
    await page.locator('a[href*="escalations/new"]').first().click()
    await page.getByRole('heading', { level: 1, name: w('escalations-new-title') }).waitFor()
    assert.equal(await page.locator('#question').inputValue(), asked)
    await page.getByRole('button', { name: w('escalations-ask'), exact: true }).click()
    await page.getByText(w('escalations-nobody')).first().waitFor()
    assert.equal(await page.locator('#question').inputValue(), asked)
    await check(page, 'expert-ask-refused', world)
  })

  step('an expert without an account is asked, and the customer kept waiting politely', async (page) => {
    await page.locator('#name').fill('Anna Bérard')
    await page.locator('#email').fill('anna@labo.test')
    await page.locator('input[name=deadline][value=at] ~ span, input[name=deadline]').first().click()
    await page.locator('input[name=hold]').check()
    await page.locator('#holding').fill(hold)
    await check(page, 'expert-ask', world)
    await page.getByRole('button', { name: w('escalations-ask'), exact: true }).click()
    await page.getByText(w('escalations-asked', { name: 'Anna Bérard' })).first().waitFor()
    await enter(page, world, 'escalations')
    await check(page, 'expert-list', world)
    await page.goto(world.conversation)
    await page.locator('#conversation', { hasText: hold }).waitFor()
    await check(page, 'expert-conversation', world)
  })

  step('the letter opens one page, on a phone that knows nobody', async () => {
    const { link, subject } = await world.letters.to('anna@labo.test')
    assert.ok(subject.length > 5)
    world.phone = await open(world.browser, { language: world.language, size: 'phone', url: world.parvis.url })
    await world.phone.goto(link)
    await world.phone.getByText(asked).first().waitFor()
    await check(world.phone, 'expert-phone', world)
    await world.phone.locator('#answer').fill(answer)
    await world.phone.getByRole('button', { name: w('escalations-answer-send') }).click()
    await world.phone.getByText(w('escalation-guest-is-answered')).first().waitFor()
    await check(world.phone, 'expert-phone-answered', world)
    // Nothing else of the house opens with it.
    const answered = await world.phone.goto(`${world.parvis.url}/b/${world.brand}/inbox`)
    assert.ok(world.phone.url().includes('/login') || answered.status() === 404)
    await world.phone.context().close()
  })

  step('their answer is reviewed, completed and sent', async (page) => {
    await page.goto(world.conversation)
    await page.locator('.escalation-card', { hasText: answer }).waitFor()
    await check(page, 'expert-answered', world)
    await page.locator('button[name=use][value^="edit:"]').click()
    await page.waitForFunction((words) => document.querySelector('#reply')?.value.includes(words), answer)
    await page.locator('#reply').fill(`${answer} Louise`)
    await page.locator('form.write-answer .button-primary').last().click()
    await page.locator('#conversation', { hasText: `${answer} Louise` }).waitFor()
    await enter(page, world, 'escalations/figures')
    await check(page, 'expert-figures', world)
    await enter(page, world, 'escalations/experts')
    await page.getByText('Anna Bérard').first().waitFor()
    await check(page, 'expert-book', world)
  })
}, { post: true })
