// The media library: files sent and seen, described, put away, cropped, found, used in a post.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { enter, photograph, setUp } from './lib/acts.mjs'
import { check } from './lib/browser.mjs'
import { until } from './lib/networks.mjs'
import { journey, stepsOf } from './lib/world.mjs'

/** A film of two seconds, recorded by the browser itself from what it draws. */
const film = (page) =>
  page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
    const pen = canvas.getContext('2d')
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8' })
    const pieces = []
    recorder.ondataavailable = (event) => pieces.push(event.data)
    const over = new Promise((resolve) => (recorder.onstop = resolve))
    recorder.start(200)
    for (let at = 0; at < 50; at++) {
      pen.fillStyle = `hsl(${at * 5} 70% 50%)`
      pen.fillRect(0, 0, 320, 180)
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    recorder.stop()
    await over
    return [...new Uint8Array(await new Blob(pieces).arrayBuffer())]
  })

journey('the media library', (world) => {
  const step = stepsOf(world, it)
  const { w } = world

  step('opens the house, where the library is empty', async (page) => {
    world.brand = await setUp(page, world)
    await enter(page, world, 'library')
    await page.getByText(w('library-none')).waitFor()
    await check(page, 'library-empty', world)
  })

  step('sends a picture and sees it at once', async (page) => {
    await page.locator('[data-upload]').setInputFiles(await photograph(page))
    await page.locator('.library-grid [data-medium]').first().waitFor()
    await page.locator('.library-missing').first().waitFor()
  })

  step('sends a film, whose length is known and whose picture the browser draws', async (page) => {
    const buffer = Buffer.from(await film(page))
    await page.locator('[data-upload]').setInputFiles({ name: 'petrin.webm', mimeType: 'video/webm', buffer })
    const tile = page.locator('[data-medium]', { hasText: 'petrin.webm' })
    await tile.waitFor()
    await until('its picture', async () => (await tile.getAttribute('data-frame')) === null)
    assert.match(await tile.locator('.library-mark').innerText(), /0:0[123]/)
    const still = await page.request.get(await tile.locator('img').getAttribute('src'))
    assert.match(still.headers()['content-type'], /^image\/jpeg/)
    await check(page, 'library', world)
    await tile.locator('a').click()
    await page.locator('video').waitFor()
    await until('that it can be played', () => page.locator('video').evaluate((one) => one.readyState >= 1))
    await check(page, 'library-film', world)
  })

  step('is told why a text named as a film is refused', async (page) => {
    await enter(page, world, 'library')
    await page.locator('[data-upload]').setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('du texte') })
    await page.locator('.toast', { hasText: 'film.mp4' }).waitFor()
  })

  step('describes the picture and gives it tags', async (page) => {
    await page.locator('[data-medium]:not(:has-text("petrin")) .library-open').first().click()
    await page.getByLabel(w('library-alt')).fill('Neuf croissants dorés sur un plateau')
    await page.getByLabel(w('library-name'), { exact: true }).fill('Croissants')
    await page.getByLabel(w('library-tags')).fill('Noël, vitrine')
    await page.getByRole('button', { name: w('library-save'), exact: true }).click()
    await page.getByText(w('library-kept')).first().waitFor()
    await check(page, 'library-medium', world)
  })

  step('crops it with the keyboard', async (page) => {
    await page.getByRole('link', { name: w('library-crop'), exact: true }).click()
    await page.getByRole('link', { name: /^1:1/ }).click()
    const frame = page.locator('.crop-frame')
    await frame.focus()
    const before = Number(await page.locator('#left').inputValue())
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('ArrowRight')
    const [left, width, height] = await Promise.all(['left', 'width', 'height'].map(async (one) => Number(await page.locator(`#${one}`).inputValue())))
    assert.equal(width, height)
    assert.notEqual(left, before)
    await check(page, 'library-crop', world)
    await page.getByRole('button', { name: w('library-crop-make') }).click()
    await page.getByText(w('library-part-of')).waitFor()
    assert.equal(await page.getByLabel(w('library-alt')).inputValue(), 'Neuf croissants dorés sur un plateau')
  })

  step('puts both away in a folder, and finds them there', async (page) => {
    await enter(page, world, 'library')
    await page.getByText(w('library-folder-new')).click()
    await page.getByLabel(w('library-folder-name')).fill('Vitrine')
    await page.getByRole('button', { name: w('library-folder-make') }).click()
    await page.getByRole('heading', { name: 'Vitrine' }).waitFor()
    await enter(page, world, 'library?q=CROISSANTS')
    for (const box of await page.locator('.library-choose input').all()) await box.check()
    await page.locator('#move-to').selectOption({ label: 'Vitrine' })
    await check(page, 'library-selection', world)
    await page.getByRole('button', { name: w('library-move'), exact: true }).click()
    await page.getByRole('link', { name: /^Vitrine/ }).first().click()
    await until('both', async () => (await page.locator('[data-medium]').count()) === 2)
  })

  step('chooses one for a post, with its alternative text', async (page) => {
    await enter(page, world, 'posts/new')
    await page.locator('#text').fill('Croissants du matin')
    await page.getByRole('button', { name: w('library-title') }).click()
    const dialog = page.getByRole('dialog', { name: w('library-pick') })
    await dialog.locator('.library-radio').first().waitFor()
    const all = await dialog.locator('.library-radio').count()
    await dialog.getByLabel(w('library-search')).fill('croissants')
    await until('that the film is left out', async () => (await dialog.locator('.library-radio').count()) < all)
    await dialog.locator('.library-radio').first().click()
    await check(page, 'library-picker', world)
    await dialog.getByRole('button', { name: w('library-pick-add') }).click()
    assert.equal(await page.getByLabel(w('posts-alt')).inputValue(), 'Neuf croissants dorés sur un plateau')
    await until('that it is kept', async () => (await (await page.request.get(`/b/${world.brand}/library?only=unused`)).text()).split('data-medium=').length === 3)
  })

  step('sees where it is used, and takes one out with a way back', async (page) => {
    await enter(page, world, 'library?only=unused')
    const count = await page.locator('[data-medium]').count()
    await page.locator('.library-choose input').first().check()
    await page.getByRole('button', { name: w('library-remove') }).click()
    await page.locator('.toast form button').first().click()
    await page.getByText(w.like('library-restored')).first().waitFor()
    await enter(page, world, 'library?only=unused')
    assert.equal(await page.locator('[data-medium]').count(), count)
    await enter(page, world, 'library?q=croissants')
    await page.getByText(w.like('library-uses')).first().waitFor()
  })
})
