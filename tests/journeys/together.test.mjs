// Working together: an author asks, the one who runs the brand agrees on a phone, a client comments
// and agrees through their own link.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { chooseAccounts, connectAssisted, enter, owner, setUp } from './lib/acts.mjs'
import { check, open } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey('working together', (world) => {
  const step = stepsOf(world, it)
  const { w } = world

  const write = async (page, text) => {
    await enter(page, world, 'posts/new')
    await chooseAccounts(page, ['LinkedIn'])
    await page.locator('#text').fill(text)
    await page.getByRole('button', { name: w('approvals-ask') }).click()
    await page.waitForURL(/\/approval$/)
  }

  step('opens the house, with an account kept by hand', async (page) => {
    world.brand = await setUp(page, world)
    await connectAssisted(page, world, 'LinkedIn', 'Boulangerie Martin')
  })

  step('says in one press that whoever runs the brand reads everything', async (page) => {
    await enter(page, world, 'settings/approvals')
    await check(page, 'approval-paths', world)
    await page.getByRole('button', { name: w('approvals-simple') }).click()
    await page.getByText(w('approvals-path-saved')).first().waitFor()
  })

  step('invites an author', async (page) => {
    await enter(page, world, 'settings/team')
    await page.getByLabel(w('field-email')).first().fill('ines@example.test')
    await page.locator('select[name=role]').last().selectOption('contributor')
    await page.getByRole('button', { name: w('team-invite-go') }).click()
    const link = (await page.locator('main').innerText()).match(/http\S+\/invitations\/\S+/)[0]
    world.author = await open(world.browser, { language: world.language, size: world.size, url: world.parvis.url })
    await world.author.goto(link)
    await world.author.getByLabel(w('field-your-name')).fill('Inès Le Goff')
    await world.author.getByLabel(w('field-password')).fill('une autre phrase de passe')
    await world.author.getByRole('button', { name: w('invitation-accept') }).click()
    await world.author.waitForURL('**/b/*')
  })

  step('the author writes and asks', async () => {
    await write(world.author, 'La bûche de Noël est arrivée.')
    await check(world.author, 'approval-ask', world)
    await world.author.getByLabel(w('approvals-note')).fill('Pour samedi')
    await world.author.getByRole('button', { name: w('approvals-ask') }).click()
    await world.author.waitForURL(/\/discussion$/)
    await world.author.getByText(w('approvals-awaits', { name: owner.name })).first().waitFor()
  })

  step('mentions her in a comment, the name completed', async () => {
    const page = world.author
    await page.locator('#say').pressSequentially('Qu’en dis-tu, @Lou')
    await page.getByRole('option', { name: owner.name }).waitFor()
    await page.keyboard.press('Enter')
    assert.match(await page.locator('#say').inputValue(), /@Louise Moreau $/)
    await page.getByRole('button', { name: w('together-send') }).click()
    await page.getByText(w('together-said')).first().waitFor()
    await check(page, 'discussion', world)
  })

  step('whoever runs the brand reads it on a phone and agrees', async (page) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`/b/${world.brand}`)
    await page.getByRole('link', { name: w('home-review-go') }).click()
    await check(page, 'approvals-mine', world)
    await page.getByRole('button', { name: w('approvals-agree') }).click()
    await page.getByText(w('approvals-said-agreed')).first().waitFor()
    await enter(page, world, 'approvals?show=past')
    await check(page, 'approvals-past', world)
  })

  step('gives a client a link, and names them in the path', async (page) => {
    await enter(page, world, 'settings/approvals/path?scope=brand')
    await page.locator('input[name=who-0][value=managers]').setChecked(false)
    await page.locator('#outside-0').fill('Paul Duval <paul@duval.example>')
    await check(page, 'approval-path', world)
    await page.getByRole('button', { name: w('approvals-save') }).click()
    await page.getByText(w('approvals-path-saved')).first().waitFor()
    await enter(page, world, 'settings/portals')
    await page.getByLabel(w('portal-field-name')).fill('Paul Duval')
    await page.locator('#email').fill('paul@duval.example')
    await page.getByLabel(w('portal-may-approve')).check()
    await page.locator('select[name=language]').selectOption(world.language)
    await page.getByRole('button', { name: w('portal-make') }).click()
    await check(page, 'portals', world)
    world.window = (await page.locator('main').innerText()).match(/http\S+\/portal\/\S+/)[0]
  })

  step('the client reads, comments and agrees, without an account', async () => {
    await write(world.author, 'Une galette pour les Rois.')
    await world.author.getByRole('button', { name: w('approvals-ask') }).click()
    await world.author.waitForURL(/\/discussion$/)
    const page = await open(world.browser, { language: world.language, size: world.size, url: world.parvis.url })
    await page.goto(world.window)
    await page.getByText(w('portal-for-you')).waitFor()
    await check(page, 'portal', world)
    await page.getByRole('link', { name: /Une galette/ }).first().click()
    await page.locator('#say').fill('Très appétissant')
    await page.getByRole('button', { name: w('together-send') }).click()
    await page.getByText(w('together-said')).first().waitFor()
    await check(page, 'portal-post', world)
    await page.getByRole('button', { name: w('approvals-agree') }).click()
    await page.getByText(w('portal-thanks')).first().waitFor()
    await world.author.reload()
    await world.author.getByText('Très appétissant').waitFor()
    await world.author.getByText(w('approvals-did-agree')).first().waitFor()
  })

  step('agrees from the letter, on a phone, to the next one', async () => {
    await write(world.author, 'Le fournil ouvre lundi.')
    await world.author.getByRole('button', { name: w('approvals-ask') }).click()
    await world.author.waitForURL(/\/discussion$/)
    const letter = await world.letters.to('paul@duval.example', 1)
    assert.match(letter.text, /Le fournil ouvre lundi/)
    const page = await open(world.browser, { language: world.language, size: 'phone', url: world.parvis.url })
    await page.goto(letter.link)
    await check(page, 'letter', world)
    await page.getByRole('button', { name: w('approvals-agree') }).click()
    await page.getByText(w('approvals-letter-done')).first().waitFor()
    await check(page, 'letter-answered', world)
    await world.author.reload()
    await world.author.getByText(w('approvals-did-agree')).first().waitFor()
  })
}, { post: true })
