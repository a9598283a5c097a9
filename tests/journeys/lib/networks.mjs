// The other side: what customers do on the real Bluesky and Mastodon servers of the tests.
// Every journey makes accounts of its own there, so that journeys never see each other.
const env = process.env

const json = async (response, what) => {
  const text = await response.text()
  if (!response.ok) throw new Error(`${what}: ${response.status} ${text}`)
  return text ? JSON.parse(text) : null
}

/** Repeats until `look` answers something, or fails after `seconds`. */
export const until = async (what, look, seconds = 30) => {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > end) throw new Error(`${what}: not seen within ${seconds} s`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const xrpc = async (method, nsid, { token, body, query } = {}) => {
  const url = new URL(`/xrpc/${nsid}`, env.PARVIS_TEST_BLUESKY_PDS)
  for (const [key, value] of Object.entries(query ?? {})) url.searchParams.append(key, value)
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }) }
  return json(await fetch(url, { method, headers, body: body && JSON.stringify(body) }), nsid)
}

/** A person on Bluesky: `{ handle, did, password }` and what they can do. */
export const blueskyAccount = async (name, displayName) => {
  const handle = `${name}.test`
  const session = await xrpc('POST', 'com.atproto.server.createAccount', {
    body: { email: `${name}@example.test`, handle, password: `${name}-password` },
  })
  const token = session.accessJwt
  const write = (collection, record) =>
    xrpc('POST', 'com.atproto.repo.createRecord', {
      token,
      body: { repo: session.did, collection, record: { $type: collection, createdAt: new Date().toISOString(), ...record } },
    })
  await xrpc('POST', 'com.atproto.repo.putRecord', {
    token,
    body: { repo: session.did, collection: 'app.bsky.actor.profile', rkey: 'self', record: { $type: 'app.bsky.actor.profile', displayName } },
  })
  const app = await xrpc('POST', 'com.atproto.server.createAppPassword', { token, body: { name: 'Parvis' } })
  const refer = ({ uri, cid }) => ({ uri, cid })
  return {
    handle,
    did: session.did,
    password: app.password,
    /** The account's own posts, newest first: `{ uri, cid, value }`. */
    posts: async (of = session.did) =>
      (await xrpc('GET', 'com.atproto.repo.listRecords', { query: { repo: of, collection: 'app.bsky.feed.post', limit: 50 } })).records,
    like: (post) => write('app.bsky.feed.like', { subject: refer(post) }),
    repost: (post) => write('app.bsky.feed.repost', { subject: refer(post) }),
    reply: (post, text, root = post) => write('app.bsky.feed.post', { text, langs: ['fr'], reply: { root: refer(root), parent: refer(post) } }),
    write: (text, facets = []) => write('app.bsky.feed.post', { text, facets }),
  }
}

const mastodon = async (method, path, { token, form, body } = {}) => {
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }) }
  const sent = form ? new URLSearchParams(form) : body && JSON.stringify(body)
  return json(await fetch(env.PARVIS_TEST_MASTODON_URL + path, { method, headers, body: sent }), path)
}

/** A person on the Mastodon server: `{ username, id, token }` and what they can do. */
export const mastodonAccount = async (username) => {
  const app = await mastodon('POST', '/api/v1/apps', {
    form: { client_name: 'journeys', redirect_uris: 'urn:ietf:wg:oauth:2.0:oob', scopes: 'read write follow push' },
  })
  const credentials = { client_id: app.client_id, client_secret: app.client_secret }
  const bootstrap = await mastodon('POST', '/oauth/token', { form: { grant_type: 'client_credentials', scope: 'read write', ...credentials } })
  const created = await mastodon('POST', '/api/v1/accounts', {
    token: bootstrap.access_token,
    form: { username, email: `${username}@example.test`, password: 'a password', agreement: 'true', locale: 'fr' },
  })
  const token = created.access_token
  const me = await mastodon('GET', '/api/v1/accounts/verify_credentials', { token })
  return {
    username,
    id: me.id,
    token,
    posts: (of = me.id) => mastodon('GET', `/api/v1/accounts/${of}/statuses?limit=40`, { token }),
    favourite: (post) => mastodon('POST', `/api/v1/statuses/${post.id}/favourite`, { token }),
    boost: (post) => mastodon('POST', `/api/v1/statuses/${post.id}/reblog`, { token }),
    reply: (post, text) => mastodon('POST', '/api/v1/statuses', { token, body: { status: `@${post.account.acct} ${text}`, in_reply_to_id: post.id, visibility: 'public' } }),
    write: (text) => mastodon('POST', '/api/v1/statuses', { token, body: { status: text, visibility: 'public' } }),
  }
}

/** Publishes a new item in the feed server's feeds. */
export const feedItem = async (title, text) =>
  json(await fetch(`${env.PARVIS_TEST_FEED_URL}/_items`, { method: 'POST', body: JSON.stringify({ title, text }) }), 'feed item')
