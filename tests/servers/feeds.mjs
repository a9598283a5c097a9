// Serves feeds as real sites do, well formed and not, with ETag and Last-Modified, on the loopback
// address. Usage: node feeds.mjs ENV_FILE     Tells: PARVIS_TEST_FEED_URL.
//
//   GET  /rss.xml (also /) /atom.xml /feed.json   the same news of a bakery in three formats
//   GET  /podcast.xml                    an RSS feed with enclosures
//   GET  /latin1.xml                     ISO-8859-1, as its declaration says
//   GET  /gzip.xml                       the RSS feed, compressed
//   GET  /site                           a page that announces its feed with <link rel="alternate">
//   GET  /broken/NAME                    truncated, not-a-feed, html, empty, bad-dates, no-ids, entities
//   GET  /huge.xml                       60 MB of feed; /slow.xml sends a byte a second; /loop redirects for ever
//   GET  /moved.xml                      301 to /rss.xml;  /gone.xml 410;  /error.xml 500
//   POST /_items {"title", "text", "image"?}   publishes a new item;  GET /_requests  what was asked so far
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { renameSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const items = [
  { title: 'La fournée de Noël', text: 'Bûches et pains d’épices dès le 1er décembre & sur commande.', at: '2026-11-18T07:00:00Z' },
  { title: 'Fermeture le 11 novembre', text: 'La boulangerie est fermée ce mercredi.', at: '2026-11-09T17:30:00Z' },
  { title: 'Un nouveau levain', text: 'Seigle de Haute-Loire, <strong>24 heures</strong> de pousse.', at: '2026-10-27T06:15:00Z' },
]
let changed = new Date('2026-11-18T07:00:00Z')
const asked = []
let base = ''

const escape = (text) => text.replace(/[<>&"]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[c])
const link = (item) => `${base}/articles/${encodeURIComponent(item.title)}`
const rfc822 = (at) => new Date(at).toUTCString()

const rss = () => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Boulangerie Martin</title><link>${base}/</link><description>Les nouvelles du fournil</description><language>fr</language>
<atom:link href="${base}/rss.xml" rel="self" type="application/rss+xml"/>
${items.map((i) => `<item><title>${escape(i.title)}</title><link>${link(i)}</link><guid isPermaLink="true">${link(i)}</guid><pubDate>${rfc822(i.at)}</pubDate><description>${escape(i.text)}</description>${i.image ? `<enclosure url="${escape(i.image)}" type="image/png" length="70"/>` : ''}</item>`).join('\n')}
</channel></rss>`
const atom = () => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Boulangerie Martin</title><id>${base}/</id><updated>${changed.toISOString()}</updated>
<link rel="self" href="${base}/atom.xml"/>
${items.map((i) => `<entry><title>${escape(i.title)}</title><id>${link(i)}</id><link href="${link(i)}"/><updated>${i.at}</updated><published>${i.at}</published><content type="html">${escape(i.text)}</content></entry>`).join('\n')}
</feed>`
const json = () =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Boulangerie Martin',
    home_page_url: `${base}/`,
    feed_url: `${base}/feed.json`,
    language: 'fr',
    items: items.map((i) => ({ id: link(i), url: link(i), title: i.title, content_html: i.text, date_published: i.at, ...(i.image && { image: i.image }) })),
  })
const podcast = () => `<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Paroles de fournil</title><link>${base}/</link><description>Un quart d’heure</description>
<item><title>Épisode 1</title><guid>ep-1</guid><pubDate>${rfc822('2026-11-01T06:00:00Z')}</pubDate><itunes:duration>14:32</itunes:duration><enclosure url="${base}/ep1.mp3" length="1000" type="audio/mpeg"/></item></channel></rss>`

const broken = {
  truncated: () => ['application/rss+xml', rss().slice(0, 700)],
  'not-a-feed': () => ['application/xml', '<?xml version="1.0"?><catalogue><pain prix="1,20"/></catalogue>'],
  html: () => ['text/html', '<!doctype html><title>Bonjour</title><p>Ceci n’est pas un flux.'],
  empty: () => ['application/rss+xml', ''],
  'bad-dates': () => ['application/rss+xml', rss().replace(/<pubDate>[^<]*/g, '<pubDate>hier matin')],
  'no-ids': () => ['application/rss+xml', rss().replace(/<guid[^>]*>[^<]*<\/guid>/g, '').replace(/<link>[^<]*<\/link>/g, '')],
  entities: () => [
    'application/xml',
    `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">${'bcdefghi'.split('').map((c, i) => `<!ENTITY ${c} "${`&${'abcdefgh'[i]};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&i;</title></channel></rss>`,
  ],
}

const feeds = {
  '/rss.xml': () => ['application/rss+xml; charset=utf-8', rss()],
  '/': () => ['application/rss+xml; charset=utf-8', rss()],
  '/atom.xml': () => ['application/atom+xml; charset=utf-8', atom()],
  '/feed.json': () => ['application/feed+json', json()],
  '/podcast.xml': () => ['application/rss+xml', podcast()],
  '/latin1.xml': () => ['text/xml', Buffer.from(rss().replace('UTF-8', 'ISO-8859-1').replace(/’/g, "'"), 'latin1')],
  '/site': () => ['text/html; charset=utf-8', `<!doctype html><html lang="fr"><title>Boulangerie</title><link rel="alternate" type="application/rss+xml" title="Nouvelles" href="/rss.xml"><h1>Boulangerie Martin</h1>`],
}

/** Answers with the body, or with 304 when the caller has it already. */
const send = (request, response, [type, body]) => {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
  const headers = { 'content-type': type, etag, 'last-modified': changed.toUTCString(), 'cache-control': 'max-age=0' }
  const since = request.headers['if-modified-since']
  const known = request.headers['if-none-match']
    ? request.headers['if-none-match'].includes(etag)
    : since && Math.floor(changed / 1000) <= Math.floor(new Date(since) / 1000)
  if (known) return response.writeHead(304, headers).end()
  response.writeHead(200, headers).end(body)
}

const huge = (response) => {
  response.writeHead(200, { 'content-type': 'application/rss+xml' })
  response.write('<?xml version="1.0"?><rss version="2.0"><channel><title>Gros</title>')
  const item = `<item><title>x</title><description>${'a'.repeat(100_000)}</description></item>`
  let left = 600
  const more = () => {
    while (left-- > 0) if (!response.write(item)) return response.once('drain', more)
    response.end('</channel></rss>')
  }
  more()
}

const slow = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/rss+xml' })
  const timer = setInterval(() => response.write('<'), 1000)
  request.on('close', () => clearInterval(timer))
}

const publish = async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const item = JSON.parse(body)
  changed = new Date()
  items.unshift({ at: changed.toISOString(), ...item })
  response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ link: link(items[0]), count: items.length }))
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, base)
  if (!pathname.startsWith('/_')) asked.push({ path: pathname, etag: request.headers['if-none-match'] ?? null, agent: request.headers['user-agent'] ?? null })
  const to = (status, location) => response.writeHead(status, { location }).end()
  if (request.method === 'POST' && pathname === '/_items') return publish(request, response)
  if (pathname === '/_requests') return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(asked))
  if (feeds[pathname]) return send(request, response, feeds[pathname]())
  if (pathname === '/gzip.xml') return response.writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' }).end(gzipSync(rss()))
  if (pathname.startsWith('/broken/') && broken[pathname.slice(8)]) return send(request, response, broken[pathname.slice(8)]())
  if (pathname === '/moved.xml') return to(301, '/rss.xml')
  if (pathname === '/loop') return to(302, '/loop')
  if (pathname === '/huge.xml') return huge(response)
  if (pathname === '/slow.xml') return slow(request, response)
  if (pathname === '/error.xml') return response.writeHead(500).end('Erreur')
  if (pathname === '/gone.xml') return response.writeHead(410).end()
  if (pathname.startsWith('/articles/')) {
    const title = decodeURIComponent(pathname.slice(10))
    return send(request, response, ['text/html; charset=utf-8', `<!doctype html><html lang="fr"><title>${escape(title)}</title><meta property="og:title" content="${escape(title)}"><meta property="og:description" content="Une nouvelle du fournil"><h1>${escape(title)}</h1>`])
  }
  response.writeHead(404).end()
})

server.listen(Number(process.env.PARVIS_TEST_FEED_PORT ?? 0), '127.0.0.1', () => {
  base = `http://127.0.0.1:${server.address().port}`
  const file = process.argv[2]
  writeFileSync(`${file}.part`, `PARVIS_TEST_FEED_URL='${base}'\n`)
  renameSync(`${file}.part`, file)
})
process.on('SIGTERM', () => process.exit(0))
