// The demonstration brand: every screen shows something that looks real, and stays accessible.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setUp } from './lib/acts.mjs'
import { check } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

// The name of the picture, and the address within the brand.
const screens = [
  ['today', ''],
  ['calendar-month-full', 'calendar'],
  ['calendar-week-full', 'calendar?view=week'],
  ['queue-full', 'queue'],
  ['recurring-full', 'queue/recurring'],
  ['campaigns-full', 'campaigns'],
  ['mix-full', 'mix'],
  ['approvals-full', 'approvals'],
  ['library-full', 'library'],
  ['charter-full', 'charter'],
  ['templates-full', 'templates'],
  ['portals-full', 'settings/portals'],
  ['inbox-full', 'inbox'],
  ['inbox-open', 'inbox?tab=open'],
  ['inbox-reactions-full', 'inbox?tab=reactions'],
  ['promises-full', 'promises'],
  ['escalations-full', 'escalations'],
  ['fading-full', 'fading'],
  ['moderation-full', 'moderation'],
  ['moderation-log-full', 'moderation/log'],
  ['crisis-full', 'crisis'],
  ['feedback-full', 'feedback'],
  ['replies-full', 'replies'],
  ['to-post-full', 'to-post'],
  ['posts', 'posts'],
  ['posts-drafts-full', 'posts?tab=drafts'],
  ['publications', 'publications'],
  ['channels-full', 'channels'],
  ['feeds-full', 'feeds'],
  ['measures-full', 'measures'],
  ['comparisons-full', 'measures/comparisons'],
  ['imports', 'imports'],
  ['notifications', 'notifications'],
  ['settings', 'settings'],
  ['settings-team', 'settings/team'],
  ['settings-activity', 'settings/activity'],
  ['settings-jobs', 'settings/jobs'],
  ['settings-tokens', 'settings/tokens'],
]

journey('the demonstration', (world) => {
  const step = stepsOf(world, it)
  const { w } = world

  step('comes with the house when it is asked for', async (page) => {
    world.brand = await setUp(page, world, { demo: true })
    const brands = await page.locator('a[href^="/b/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href').split(/[/?]/)[2]))
    world.demo = brands.find((slug) => slug !== world.brand)
    assert.ok(world.demo, 'a second brand is offered')
  })

  for (const [name, room] of screens) {
    it(`shows ${name}`, { timeout: 60_000 }, async (t) => {
      if (!world.demo) return t.skip('there is no demonstration')
      await world.page.goto(`/b/${world.demo}${room && `/${room}`}`)
      world.page.troubles.length = 0
      await world.page.reload()
      await check(world.page, name, world)
    })
  }

  step('opens a conversation, a post and its figures', async (page) => {
    await page.goto(`/b/${world.demo}/inbox`)
    await page.locator('.inbox-row', { has: page.locator('.about') }).first().click()
    await page.locator('#conversation').waitFor()
    await check(page, 'conversation-full', world)
    await page.goto(`/b/${world.demo}/measures`)
    // Not the newest: a curve needs two readings.
    await page.locator(`main a[href*="/measures/0"]`).nth(9).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await check(page, 'post-figures', world)
  })

  step('opens the launch, and the post that waits for an agreement', async (page) => {
    await page.goto(`/b/${world.demo}/campaigns`)
    await page.locator(`main a[href*="/campaigns/0"]`).first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await check(page, 'launch-full', world)
    await page.goto(`/b/${world.demo}/approvals`)
    await page.locator(`main a[href*="/approvals/0"]`).first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await check(page, 'approval-full', world)
  })

  step('shows the account and the living page of the style', async (page) => {
    for (const [name, address] of [['account', '/account'], ['style', '/style'], ['definitions', '/definitions']]) {
      await page.goto(address)
      await check(page, name, world)
    }
  })

  step('is removed in one click', async (page) => {
    await page.goto(`/b/${world.demo}/settings`)
    await page.getByRole('button', { name: w('removal-demo-go') }).click()
    await page.waitForURL((url) => !url.pathname.includes(world.demo))
    assert.equal((await page.request.get(`/b/${world.demo}`)).status(), 404)
    await check(page, 'demonstration-removed', world)
  })
})
