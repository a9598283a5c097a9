// The calendar: ideas get a day, posts move and are copied by mouse and by keyboard, several are
// changed at once, days become drafts, and it is read from elsewhere.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setUp } from './lib/acts.mjs'
import { check } from './lib/browser.mjs'
import { journey, stepsOf } from './lib/world.mjs'

const pad = (number) => String(number).padStart(2, '0')
// The middle of next month: no day of it has passed, and a day each way is in the same month.
const now = new Date()
const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 12))
const day = (number) => `${next.getUTCFullYear()}-${pad(next.getUTCMonth() + 1)}-${pad(number)}`

const chip = (page, words, where = '') => page.locator(`${where} .chip`, { hasText: words })
const cell = (page, date, hour) => page.locator(`[data-drop-date="${date}"]${hour === undefined ? '' : `[data-drop-hour="${hour}"]`}`)

/** Drags with the mouse as a hand does, a modifier held where one is given. */
const drag = async (page, from, to, modifier) => {
  await from.scrollIntoViewIfNeeded()
  // How far down the cell is depends on what is planned above it: both are brought into the window.
  const beyond = async (one) => { const box = await one.boundingBox(); return box.y + Math.min(box.height, 400) + 20 - page.viewportSize().height }
  const down = await beyond(to)
  if (down > 0) await page.evaluate((by) => scrollBy({ top: by, behavior: 'instant' }), down)
  const [a, b] = [await from.boundingBox(), await to.boundingBox()]
  assert.ok(a.y > 80, 'what is dragged and where to are both in sight')
  // Near the bottom of the cell, and within the window.
  const y = Math.min(b.y + b.height - 14, page.viewportSize().height - 20)
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2)
  await page.mouse.down()
  if (modifier) await page.keyboard.down(modifier)
  await page.mouse.move(b.x + b.width / 2, y - 2, { steps: 8 })
  await page.mouse.move(b.x + b.width / 2, y)
  await page.mouse.up()
  if (modifier) await page.keyboard.up(modifier)
}

const said = (page, pattern) => page.locator('.toast', { hasText: pattern }).waitFor()

journey('the calendar', (world) => {
  const step = stepsOf(world, it)
  const { w, size } = world
  const desk = size === 'desk'
  const idea = 'Galette d’essai'
  const at = (path) => `/b/${world.demo}/${path}`
  const month = () => at(`calendar?view=month&date=${day(12)}`)

  step('is full in the demonstration', async (page) => {
    world.brand = await setUp(page, world, { demo: true })
    const brands = await page.locator('a[href^="/b/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href').split(/[/?]/)[2]))
    world.demo = brands.find((slug) => slug !== world.brand)
    for (const view of ['month', 'week', 'day', 'list', 'ideas']) {
      await page.goto(at(`calendar?view=${view}`))
      await check(page, `calendar-full-${view}`, world)
    }
    await page.goto(at('calendar?view=week&choose=yes&hours=all&days=none&ideas=none'))
    await check(page, 'calendar-choosing', world)
  })

  step('keeps an idea and gives it a day', async (page) => {
    await page.goto(desk ? month() : at('calendar?view=ideas'))
    await page.getByLabel(w('calendar-idea-new')).fill(idea)
    await page.getByRole('button', { name: w('calendar-idea-add') }).click()
    await said(page, w('calendar-idea-noted'))
    if (desk) {
      await drag(page, chip(page, idea, '.ideas'), cell(page, day(10)))
      await said(page, /10/)
      assert.equal(await chip(page, idea, `[data-drop-date="${day(10)}"]`).count(), 1, 'seen at once')
    } else {
      const line = page.locator('.ideas-list > li', { hasText: idea })
      await line.locator('input[type=date]').fill(day(10))
      await line.getByRole('button').click()
      await said(page, /10/)
    }
    await page.goto(month())
    const kept = chip(page, idea, `[data-drop-date="${day(10)}"]`)
    await kept.waitFor()
    assert.equal(await kept.getAttribute('data-state'), 'draft')
  })

  if (desk) {
    step('moves it by mouse, undoes that, and keeps the move on reload', async (page) => {
      await drag(page, chip(page, idea), cell(page, day(13)))
      await page.locator('.toast').getByRole('button', { name: w('shell-undo') }).click()
      await chip(page, idea, `[data-drop-date="${day(10)}"]`).waitFor()
      await page.waitForLoadState('networkidle')
      await drag(page, chip(page, idea), cell(page, day(14)))
      await said(page, /14/)
      await page.reload()
      await chip(page, idea, `[data-drop-date="${day(14)}"]`).waitFor()
    })

    step('copies it with Alt, and takes the copy back', async (page) => {
      await drag(page, chip(page, idea), cell(page, day(17)), 'Alt')
      await said(page, w.like('calendar-copied'))
      assert.equal(await chip(page, idea).count(), 2, 'the first one stays')
      await page.reload()
      assert.equal(await chip(page, idea).count(), 2)
      await drag(page, chip(page, idea, `[data-drop-date="${day(14)}"]`), cell(page, day(18)), 'Control')
      await said(page, w.like('calendar-copied'))
      await page.locator('.toast').getByRole('button', { name: w('shell-undo') }).click()
      await said(page, w('posts-removed'))
      await page.goto(month())
      assert.equal(await chip(page, idea).count(), 2, 'the third was taken back')
    })

    step('moves by keyboard alone, by hours in the week, and says so', async (page) => {
      await page.goto(at(`calendar?view=week&date=${day(14)}&ideas=none`))
      const held = chip(page, idea, `[data-drop-date="${day(14)}"]`)
      await held.focus()
      await page.keyboard.press('Space')
      assert.ok((await page.locator('#voice').textContent()).length > 10, 'how to go on is said')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Escape')
      assert.equal(await chip(page, idea, `[data-drop-date="${day(14)}"][data-drop-hour="9"]`).count(), 1, 'Escape changes nothing')
      await held.focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await said(page, /14/)
      await page.reload()
      const there = chip(page, idea, `[data-drop-date="${day(14)}"][data-drop-hour="11"]`)
      await there.waitFor()
      assert.match(await there.locator('time').getAttribute('datetime'), /T11:00$/)
      await check(page, 'calendar-week-moved', world)
    })

    step('goes back among the ideas, by mouse', async (page) => {
      await page.goto(month())
      await drag(page, chip(page, idea, `[data-drop-date="${day(17)}"]`), page.locator('.ideas-drop'))
      await said(page, /./)
      await page.reload()
      await chip(page, idea, '.ideas').waitFor()
    })

    step('moves what is planned, and never among the ideas', async (page) => {
      await page.goto(at('calendar?view=month'))
      const planned = page.locator('.chip[data-draggable="p"]').first()
      const href = await planned.getAttribute('href')
      const from = await planned.evaluate((one) => one.closest('[data-drop-date]').dataset.dropDate)
      await drag(page, planned, page.locator('.ideas-drop'))
      assert.equal(await page.locator(`[data-drop-date="${from}"] .chip[href="${href}"]`).count(), 1)
      const last = page.locator('td[data-drop-date]').last()
      const to = await last.getAttribute('data-drop-date')
      await drag(page, page.locator(`.chip[href="${href}"]`), last)
      await said(page, new RegExp(`\\b${Number(to.slice(8))}\\b`))
      await page.reload()
      await page.locator(`[data-drop-date="${to}"] .chip[href="${href}"]`).waitFor()
    })
  }

  step('narrows what is shown, and says so', async (page) => {
    await page.goto(month())
    await page.locator('.filter-menu > summary').click()
    await page.getByLabel(w('calendar-by-state'), { exact: true }).selectOption('draft')
    await page.getByRole('button', { name: w('calendar-filter-apply') }).click()
    await page.waitForURL(/state=draft/)
    await page.locator('.filter-chip').waitFor()
    await check(page, 'calendar-narrowed', world)
    await page.locator('.filter-chip').click()
    await page.waitForURL((url) => !url.search.includes('state='))
  })

  step('changes several at once, with one way back', async (page) => {
    await page.goto(at(`calendar?view=list&date=${day(1)}`))
    const boxes = page.locator('.pick-line input')
    await boxes.first().check()
    if ((await boxes.count()) > 2) await boxes.nth(2).click({ modifiers: ['Shift'] })
    await check(page, 'calendar-list-chosen', world)
    await page.locator('.changes summary').first().click()
    await page.getByRole('button', { name: w('calendar-shift-go') }).click()
    await said(page, /./)
    await check(page, 'calendar-list-changed', world)
    await page.locator('.toast').getByRole('button', { name: w('shell-undo') }).click()
    await said(page, w.like('calendar-change-undone'))
  })

  step('turns a day to remember into a draft', async (page) => {
    await page.goto(at('calendar/days'))
    await check(page, 'calendar-days', world)
    await page.getByRole('button', { name: w.like('calendar-days-draft-of') }).first().click()
    await said(page, w.like('calendar-idea-drafted'))
  })

  step('gives what is held a second look', async (page) => {
    await page.goto(at('calendar/held'))
    await check(page, 'calendar-held', world)
    await page.getByRole('button', { name: w('calendar-held-release'), exact: true }).first().click()
    await said(page, w('calendar-held-released'))
  })

  step('is read by calendar programs until the address is taken away', async (page) => {
    await page.goto(at('calendar/subscription'))
    await check(page, 'calendar-subscription-none', world)
    await page.getByRole('button', { name: w('calendar-link-make') }).click()
    const address = await page.locator('.secret code').textContent()
    await check(page, 'calendar-subscription', world)
    const feed = await page.request.get(address)
    assert.equal(feed.headers()['content-type'], 'text/calendar; charset=utf-8')
    assert.match(await feed.text(), /^BEGIN:VCALENDAR/)
    await page.getByRole('button', { name: w('calendar-link-revoke') }).click()
    await said(page, w('calendar-link-revoked'))
    assert.equal((await page.request.get(address)).status(), 404)
  })
})
