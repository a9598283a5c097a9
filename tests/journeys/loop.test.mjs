// The whole loop on real servers: open the house, connect, write, publish, receive, answer, measure.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import {
  chooseAccounts, connectAssisted, connectBluesky, connectMastodon, enter, followFeed, nextMinute, photograph, setUp, showVersion,
} from './lib/acts.mjs'
import { check } from './lib/browser.mjs'
import { blueskyAccount, mastodonAccount, until } from './lib/networks.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey('the whole loop', (world) => {
  const step = stepsOf(world, it)
  const { w } = world
  const tag = `${world.language}${world.size}`

  step('opens the house', async (page) => {
    world.bluesky = await blueskyAccount(`bakery${tag}`, 'Boulangerie Martin')
    world.camille = await blueskyAccount(`camille${tag}`, 'Camille')
    world.mastodon = await mastodonAccount(`bakery${tag}`)
    world.hugo = await mastodonAccount(`hugo${tag}`)
    world.brand = await setUp(page, world)
  })

  step('connects Bluesky, Mastodon and a network kept by hand', async (page) => {
    await connectBluesky(page, world, world.bluesky)
    await connectMastodon(page, world, world.mastodon)
    await connectAssisted(page, world, 'LinkedIn', 'Boulangerie Martin')
    await enter(page, world, 'channels')
    await check(page, 'channels', world)
  })

  step('follows the blog of the house', async (page) => {
    await followFeed(page, world)
  })

  step('finds the newest article of the blog among the drafts', async (page) => {
    await enter(page, world, 'posts')
    await until('a draft from the feed', async () => {
      await page.reload()
      return page.getByText('La fournée de Noël').first().isVisible()
    })
    await check(page, 'posts-drafts', world)
  })

  step('writes a post with a picture, a link, a mention, and a version for Mastodon', async (page) => {
    await enter(page, world, 'posts/new')
    await chooseAccounts(page, ['Bluesky', 'Mastodon'])
    world.text = `Croissants ☕ sortis du four à 7 h — https://example.test/menu #boulangerie @${world.camille.handle}`
    world.toot = `Croissants au beurre, sortis du four : https://example.test/menu #boulangerie @${world.hugo.username}`
    await page.locator('#text').fill('é'.repeat(301))
    await page.getByText(w.like('posts-problem-too-long')).first().waitFor()
    await page.locator('#text').fill(world.text)
    await showVersion(page, 'Mastodon')
    await page.getByLabel(w('posts-text-for', { network: 'Mastodon' })).fill(world.toot)
    await page.locator('#file').setInputFiles(await photograph(page))
    const alt = page.getByLabel(w('posts-alt'))
    await alt.waitFor()
    await alt.fill('Neuf croissants dorés sur un plateau')
    await page.locator('[data-save]').filter({ hasText: /\S/ }).first().waitFor()
    await check(page, 'composer', world)
  })

  step('schedules it at the next minute, in the brand’s zone', async (page) => {
    world.due = nextMinute()
    await page.locator('#date').fill(world.due.date)
    await page.locator('#time').fill(world.due.time)
    await page.getByRole('button', { name: w('posts-schedule'), exact: true }).click()
    await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/)
    world.post = page.url()
    await check(page, 'post-scheduled', world)
  })

  step('sees it in the month, the week and the day', async (page) => {
    for (const view of ['month', 'week', 'day']) {
      await enter(page, world, `calendar?view=${view}&date=${world.due.date}`)
      await page.getByRole('link', { name: /Croissants/ }).first().waitFor()
      await check(page, `calendar-${view}`, world)
    }
  })

  step('finds it published at its time, once on each network, with its link', async (page) => {
    world.onBluesky = await until('the post on Bluesky', async () => (await world.bluesky.posts())[0], 90)
    world.onMastodon = await until('the post on Mastodon', async () => (await world.mastodon.posts())[0], 30)
    assert.ok(new Date(world.onBluesky.value.createdAt) <= Date.now())
    assert.ok(Date.now() >= world.due.at, 'never before its time')
    assert.equal(world.onBluesky.value.text, world.text)
    const kinds = world.onBluesky.value.facets.map((facet) => facet.features[0].$type.split('#')[1])
    assert.deepEqual(kinds.sort(), ['link', 'mention', 'tag'])
    assert.equal(world.onBluesky.value.embed.images[0].alt, 'Neuf croissants dorés sur un plateau')
    assert.equal(world.onMastodon.media_attachments[0].description, 'Neuf croissants dorés sur un plateau')
    assert.match(world.onMastodon.content, /au beurre/)
    await page.goto(world.post)
    await until('both published', async () => {
      await page.reload()
      return (await page.getByRole('link', { name: w('publications-see'), exact: true }).count()) === 2
    })
    assert.equal((await world.bluesky.posts()).length, 1)
    assert.equal((await world.mastodon.posts()).length, 1)
    await check(page, 'post-published', world)
    await page.locator('.send-line a.link-quiet').first().click()
    await page.getByText(w('publications-what-happened')).first().waitFor()
    await check(page, 'publication', world)
  })
})
