// The whole loop on real servers: open the house, connect, write, publish, receive, answer, measure.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { connectAssisted, connectBluesky, connectMastodon, enter, followFeed, setUp } from './lib/acts.mjs'
import { check } from './lib/browser.mjs'
import { blueskyAccount, mastodonAccount } from './lib/networks.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey('the whole loop', (world) => {
  const step = stepsOf(world, it)
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
})
