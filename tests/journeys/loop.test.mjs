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

  step('can already write before any account is connected', async (page) => {
    await enter(page, world, 'posts/new')
    await page.locator('#text').waitFor()
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
    world.text = `Croissants ☕ sortis du four à 7 h — https://example.com/menu #boulangerie @${world.camille.handle}`
    world.toot = `Croissants au beurre, sortis du four : https://example.com/menu #boulangerie @${world.hugo.username}`
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
    // Where no site can be reached, the link is said to be dead: one may schedule anyway.
    const anyway = page.getByRole('button', { name: w('checks-schedule-anyway') }).first()
    if (await anyway.count()) await anyway.click()
    await page.getByRole('button', { name: w('posts-schedule'), exact: true }).waitFor({ state: 'detached' })
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

  step('receives what people answer, in one inbox', async (page) => {
    await world.camille.like(world.onBluesky)
    world.question = await world.camille.reply(world.onBluesky, 'Vous en avez encore ?')
    await world.hugo.favourite(world.onMastodon)
    world.wish = await world.hugo.reply(world.onMastodon, 'Deux pour moi demain, merci !')
    await until('both questions in the inbox', async () => {
      await enter(page, world, 'inbox')
      const [bluesky, mastodon] = await Promise.all(
        ['Vous en avez encore', 'Deux pour moi demain'].map((text) => page.getByText(text).first().isVisible()),
      )
      return bluesky && mastodon
    })
    await check(page, 'inbox', world)
    await enter(page, world, 'inbox?tab=reactions')
    await until('the likes among the reactions', async () => {
      await page.reload()
      return (await page.locator('.inbox-row').count()) >= 2
    })
    await check(page, 'inbox-reactions', world)
  })

  step('answers from there, on both networks, and resolves', async (page) => {
    const answers = [
      ['Vous en avez encore', 'Oui, jusqu’à midi !'],
      ['Deux pour moi demain', 'C’est noté, à demain.'],
    ]
    for (const [question, answer] of answers) {
      await enter(page, world, 'inbox')
      await page.locator('.inbox-row', { hasText: question }).click()
      await page.locator('#reply').fill(answer)
      await check(page, 'conversation', world)
      await page.getByRole('button', { name: w('inbox-reply'), exact: true }).click()
      await page.getByText(w('inbox-answered')).first().waitFor()
    }
    const onBluesky = await until('the answer on Bluesky', async () => (await world.bluesky.posts()).find((p) => p.value.reply))
    assert.equal(onBluesky.value.text, 'Oui, jusqu’à midi !')
    assert.equal(onBluesky.value.reply.parent.uri, world.question.uri)
    assert.equal(onBluesky.value.reply.root.uri, world.onBluesky.uri)
    const onMastodon = await until('the answer on Mastodon', async () => (await world.mastodon.posts()).find((p) => p.in_reply_to_id))
    assert.equal(onMastodon.in_reply_to_id, world.wish.id)
    assert.match(onMastodon.content, /à demain/)
    await page.getByRole('button', { name: w('inbox-resolve') }).click()
    await page.getByText(w('inbox-resolved')).first().waitFor()
    await enter(page, world, 'inbox?tab=resolved')
    await page.locator('.inbox-row', { hasText: 'à demain' }).or(page.locator('.inbox-row', { hasText: 'Deux pour moi' })).first().click()
    await page.getByRole('button', { name: w('inbox-reopen') }).click()
    await page.getByText(w('inbox-reopened')).first().waitFor()
    await until('one answer each, and no more', async () => (await world.bluesky.posts()).length === 2 && (await world.mastodon.posts()).length === 2)
  })

  step('reads what is known of the post so far', async (page) => {
    await page.goto(world.post)
    await page.locator('.send-line a.link-quiet').first().click()
    await page.waitForURL('**/publications/*')
    await page.goto(`${page.url()}/figures`)
    await check(page, 'post-figures-none-yet', world)
  })

  step('imports the insights export of another network', async (page) => {
    await enter(page, world, 'imports/new')
    await page.setInputFiles('input[type=file]', { name: 'facebook.csv', mimeType: 'text/csv', buffer: facebookExport() })
    await page.getByRole('button', { name: w('imports-read') }).click()
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
    await check(page, 'import-columns', world)
    // The press answers with a redirection: asking again before it has come would cut it short.
    const answered = page.waitForResponse((answer) => answer.request().method() === 'GET' && /\/imports\/[0-9a-f-]{36}$/.test(answer.url()))
    await page.getByRole('button', { name: w.like('imports-run') }).click()
    await answered
    await page.waitForLoadState()
    await until('the import is done', async () => {
      await page.reload()
      return page.getByText(w('imports-state-done')).first().isVisible()
    })
    await check(page, 'import-done', world)
    await enter(page, world, 'measures')
    await check(page, 'measures', world)
    await enter(page, world, 'measures/comparisons')
    await check(page, 'comparisons', world)
  })
})

/** Sixty posts as Facebook's own export of page posts describes them; some cells are blank. */
const facebookExport = () => {
  const head =
    'Page total likes;Type;Category;Post Month;Post Weekday;Post Hour;Paid;Lifetime Post Total Reach;Lifetime Post Total Impressions;Lifetime Engaged Users;Lifetime Post Consumers;Lifetime Post Consumptions;Lifetime Post Impressions by people who have liked your Page;Lifetime Post reach by people who like your Page;Lifetime People who have liked your Page and engaged with your post;comment;like;share;Total Interactions'
  const rows = Array.from({ length: 60 }, (_, i) => {
    const reach = 2000 + ((i * 977) % 6000)
    const [comments, likes, shares] = [i % 9, 40 + ((i * 31) % 160), i % 7 === 0 ? '' : 5 + (i % 20)]
    const type = ['Photo', 'Status', 'Link', 'Video'][i % 4]
    return [132000 + i, type, 1 + (i % 3), 1 + (i % 12), 1 + (i % 7), i % 24, i % 5 === 0 ? 1 : 0, reach, reach * 2, 300 + i, 250 + i, 400 + i, reach, Math.floor(reach / 2), 200 + i, comments, likes, shares, comments + likes + (shares || 0)].join(';')
  })
  return Buffer.from([head, ...rows].join('\n'))
}
